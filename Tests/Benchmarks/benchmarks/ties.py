"""Time to recall, expected over the orders of equal scores: one group of all items, or none.

Two sizes show whether time is that of sorting, O(n log n), which grows 12-fold from 10⁵ to 10⁶.
The peer sorts and adds; what it prints is right only where no two scores are the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from . import claims, values
from .comparison import Row, Tool, measure
from .inputs import cut_lines, head
from .report import growth_table, table

if TYPE_CHECKING:
    from .suite import Suite

MEASURE = "TTR@0.8"
EQUAL = "equal"
DISTINCT = "distinct"
ITEMS = 1_000_000
GROWTH = 12


@dataclass(frozen=True)
class Ties:
    """A workspace with one task and two submissions, all in the same order of items."""

    workspace: Path
    items: int = ITEMS

    @property
    def split(self) -> Path:
        return self.workspace / "tasks" / "ties" / "test"

    def submission(self, run: str) -> Path:
        return self.workspace / "submissions" / "ties" / "baseline" / f"{run}.tsv"

    @property
    def files(self) -> list[Path]:
        tables = [self.split / "items.tsv", self.split / "gold.tsv"]
        return [*tables, self.submission(EQUAL), self.submission(DISTINCT)]

    def cut(self, items: int, folder: Path) -> Ties:
        """The first items alone, in a workspace of their own."""
        part = Ties(folder / f"ties-{items}", items)
        definition = Path("tasks") / "ties" / "task.yaml"
        for source, target in zip(self.files, part.files, strict=True):
            target.parent.mkdir(parents=True, exist_ok=True)
            cut_lines(source, target, items + head(source))
        (part.workspace / definition).write_bytes((self.workspace / definition).read_bytes())
        return part


def section(suite: Suite) -> str:
    whole = Ties(suite.inputs / "ties")
    if suite.small:
        whole = whole.cut(10_000, suite.scratch)
    part = whole.cut(whole.items // 10, suite.scratch)
    columns: dict[int, list[Row]] = {}
    for ties in (part, whole):
        columns[ties.items] = measure(f"ties, {ties.items:,}", _tools(suite, ties), suite.repeat)
    asked = {
        row.tool.name: claims.grown_at_most(GROWTH, row, part.items)
        for row in columns[part.items]
        if row.tool.name.startswith("cltask")
    }
    return (
        f"### Equal scores\n\n{whole.items:,} items with a score; {MEASURE}, expected over all"
        " orders of items with the same score. In the first row all of them have the same, and"
        f" `sha256sum` reads that submission.\n\n"
        f"{table(columns[whole.items], {} if suite.small else asked)}\n"
        f"Linear is 10, and that of sorting {GROWTH}.\n\n{growth_table(columns, 'items')}"
    )


def _tools(suite: Suite, ties: Ties) -> list[Tool]:
    equal, distinct = (
        suite.command(
            "score", ties.submission(run), "--workspace", ties.workspace, "--measure", MEASURE,
            "--replicates", 0, "--format", "json",
        )
        for run in (EQUAL, DISTINCT)
    )  # fmt: skip
    script = suite.script("time_to_recall_script.py", ties.split, ties.submission(DISTINCT))
    return [
        Tool("cltask", equal, values.of_cltask, equal),
        Tool("cltask, distinct scores", distinct, values.of_cltask, distinct),
        Tool("pandas and NumPy, distinct scores", script, values.of_lines, distinct),
        *suite.sha256sum(*ties.files[:3]),
    ]
