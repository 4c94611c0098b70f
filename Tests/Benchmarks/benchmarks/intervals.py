"""How sure a value is: 10,000 resamples of AUC.

The peers resample with a generator of their own, so that only the value itself can be held to that of
cltask. numpy sorts once and counts, as cltask does; scikit-learn is called for each resample, as most
people write it, for a share of them: all would take minutes.

A tenth of the resamples shows what memory goes by: their values are kept, 8 bytes each, and nothing
else of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import claims, values
from .comparison import Tool, measure
from .inputs import Assessment
from .report import table

if TYPE_CHECKING:
    from .suite import Suite

ITEMS = 100_000
REPLICATES = 10_000
# Of scikit-learn's loop.
SHARE = 50


def section(suite: Suite) -> str:
    items, replicates = (2_000, 500) if suite.small else (ITEMS, REPLICATES)
    assessment = Assessment(suite.inputs).cut(items, suite.scratch / "intervals")
    command = suite.command(
        "score", assessment.submission, "--workspace", assessment.workspace, "--measure", "AUC",
        "--interval", "percentile", "--replicates", replicates, "--format", "json",
    )  # fmt: skip
    without = suite.command(
        "score", assessment.submission, "--workspace", assessment.workspace, "--measure", "AUC",
        "--replicates", 0, "--format", "json",
    )  # fmt: skip
    fewer = suite.command(
        "score", assessment.submission, "--workspace", assessment.workspace, "--measure", "AUC",
        "--interval", "percentile", "--replicates", replicates // 10, "--format", "json",
    )  # fmt: skip
    files = (assessment.gold, assessment.submission)
    tenth = "cltask, 1/10 of the resamples"
    loop = f"scikit-learn in a loop, 1/{SHARE} of the resamples"
    tools = [
        Tool("cltask", command, values.of_cltask, command),
        Tool("cltask --threads 1", (*command, "--threads", "1"), values.of_cltask, command),
        Tool(tenth, fewer, values.of_cltask, command),
        Tool("cltask --replicates 0", without, values.of_cltask, command),
        Tool(
            "NumPy, sorted once",
            suite.script("auc_bootstrap_numpy_script.py", *files, replicates),
            values.of_lines,
            command,
        ),
        Tool(
            loop,
            suite.script("auc_bootstrap_loop_script.py", *files, replicates // SHARE),
            values.of_lines,
            command,
        ),
    ]
    rows = measure("intervals", tools, suite.repeat)
    asked = {
        tenth: claims.no_more_than(1),
        "NumPy, sorted once": claims.times_slower(4),
        loop: claims.times_slower(100, share=SHARE),
    }
    return (
        f"### Intervals\n\nAUC of {items:,} items, {replicates:,} resamples.\n\n"
        f"{table(rows, {} if suite.small else asked)}"
    )
