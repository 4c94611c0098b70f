"""All tables of groups of a task with 125 items: 10,000 resamples.

fairlearn calls a function for each measure of each group of each resample, so that it is given a
share of the resamples: all would take hours. cltask takes the gap between groups as well, with an
interval and by permutations, and tells of each group how the rest fares.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from . import claims, values
from .comparison import Tool, measure
from .report import table

if TYPE_CHECKING:
    from .suite import Suite

ATTRIBUTES = ("sex", "age", "language")
REPLICATES = 10_000
# Of fairlearn: enough of them that what it takes to start is little.
SHARE = 200
TASK = "suicide-risk"


def section(suite: Suite) -> str:
    replicates = 500 if suite.small else REPLICATES
    folder = suite.repository / "tasks" / TASK
    submission = suite.repository / "submissions" / TASK / "harbour" / "regression.tsv"
    tables = [
        ",".join(names)
        for depth in range(1, len(ATTRIBUTES) + 1)
        for names in combinations(ATTRIBUTES, depth)
    ]
    by = [option for names in tables for option in ("--by", names)]

    def score(replicates: int) -> tuple[str, ...]:
        return suite.command(
            "score", submission, "--workspace", suite.repository, *by, "--replicates", replicates,
            "--format", "json",
        )  # fmt: skip

    share = SHARE if not suite.small else replicates // 2
    name = f"fairlearn, 1/{share:,} of the resamples"
    files = (folder / "test" / "gold.tsv", submission, folder / "groups.tsv")
    script = suite.script("fairlearn_script.py", *files, replicates // share, *tables)
    command = score(replicates)
    tools = [
        Tool("cltask", command, values.of_cltask, command),
        Tool("cltask --threads 1", (*command, "--threads", "1"), values.of_cltask, command),
        Tool("cltask --replicates 0", score(0), values.of_cltask, command),
        Tool(name, script, values.of_lines, command),
    ]
    rows = measure("groups", tools, suite.repeat)
    asked = {"cltask": claims.under(500), name: claims.times_slower(1_000, share=share)}
    return (
        f"### Tables of groups\n\n125 items, {len(tables)} tables of {len(ATTRIBUTES)} attributes and"
        f" what they make when crossed, the eight measures of the task, {replicates:,} resamples;"
        " cltask also takes the gap between groups, with an interval and by permutations."
        f"\n\n{table(rows, {} if suite.small else asked)}"
    )
