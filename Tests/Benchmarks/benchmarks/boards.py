"""The leaderboard of a task with 125 items: a thousand submissions.

scikit-learn computes the values alone. cltask makes intervals of each, ranks with intervals, tests
against the leader, a page and a receipt of each submission, and the board.
"""

from __future__ import annotations

import random
import shutil
from typing import TYPE_CHECKING

from . import claims, values
from .comparison import Tool, measure
from .report import table

if TYPE_CHECKING:
    from pathlib import Path

    from .suite import Suite

TASK = "suicide-risk"
SUBMISSIONS = 1_000
NAME = "scikit-learn, values alone"


def section(suite: Suite) -> str:
    count = 30 if suite.small else SUBMISSIONS
    workspace = workspace_of(suite, count)
    gold = workspace / "tasks" / TASK / "test" / "gold.tsv"
    script = suite.script("scikit_learn_board_script.py", gold, workspace / "submissions" / TASK)
    build = suite.command("leaderboard", "--workspace", workspace, "--replicates", 1_000)
    built = ("cat", str(workspace / "leaderboard" / TASK / "leaderboard.json"))
    tools = [
        Tool("cltask leaderboard", (*build, "--fresh")),
        Tool("cltask leaderboard, nothing changed", build),
        Tool(NAME, script, values.of_lines, built),
    ]
    rows = measure("boards", tools, suite.repeat)
    asked = {"cltask leaderboard": claims.under(10_000)}
    return (
        f"### Leaderboards\n\n{count:,} submissions of 125 items, the eight measures of the task, 1,000"
        " resamples, no groups: cltask also makes intervals, ranks on resamples, tests against the"
        f" leader, and a page and a receipt of each.\n\n{table(rows, {} if suite.small else asked)}"
    )


def workspace_of(suite: Suite, count: int) -> Path:
    """The task without groups, and submissions that differ a little from one of the repository."""
    workspace = suite.scratch / "boards"
    shutil.rmtree(workspace, ignore_errors=True)
    folder = workspace / "tasks" / TASK
    shutil.copytree(suite.repository / "tasks" / TASK, folder)
    definition = (folder / "task.yaml").read_text(encoding="utf-8")
    lines = [line for line in definition.splitlines() if not line.startswith("fairness:")]
    # More decimals than peers are held to.
    text = "\n".join([*lines, "publish: {decimals: 8}", ""])
    (folder / "task.yaml").write_text(text, encoding="utf-8")
    source = suite.repository / "submissions" / TASK / "harbour" / "regression.tsv"
    rows = [
        line.split("\t")
        for line in source.read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    ]
    numbers = random.Random(20260101)  # noqa: S311
    for team in range(count):
        place = workspace / "submissions" / TASK / f"team{team:04}" / "run.tsv"
        place.parent.mkdir(parents=True)
        written = ["\t".join(rows[0]), *(blurred(row, team, numbers) for row in rows[1:]), ""]
        place.write_text("\n".join(written), encoding="utf-8")
    return workspace


def blurred(row: list[str], team: int, numbers: random.Random) -> str:
    """A row whose probabilities are the further off the later the team."""
    spread = 0.05 + team * 0.0005
    shares = [max(1e-4, float(field) + numbers.gauss(0, spread)) for field in row[1:5]]
    shares = [round(share / sum(shares), 6) for share in shares]
    shares[0] = round(1 - sum(shares[1:]), 6)
    return "\t".join([row[0], *(f"{share:.6f}" for share in shares), row[5]])
