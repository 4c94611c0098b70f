"""An assessment whose items are of groups of people."""

from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

import numpy as np
import pandas as pd

from ..assessment.sample import Sample
from ..workspace import Columns, write_table
from .groups import Table, tables

BY = ["sex", "age", "sex,age"]


@dataclass(frozen=True)
class Grouped(Sample):
    cells: Columns = field(default_factory=dict)
    """Attribute → one field an item as groups.tsv has it: `F`, `F|M`, empty."""
    elsewhere: list[dict[str, str]] = field(default_factory=list)
    """Rows of people that the split does not have."""
    minimum: int = 1
    by: list[str] = field(default_factory=lambda: BY)
    targets: dict[str, dict[str, float]] = field(default_factory=dict)

    @cached_property
    def tables(self) -> list[Table]:
        return tables(self.cells, self.elsewhere, self.by)

    @cached_property
    def selected(self) -> np.ndarray:
        """Who is predicted to be of a positive label."""
        return np.isin(self.decisions, self.positions(self.positive))

    def large(self, table: Table, *, of_classes: bool = False) -> dict[str, np.ndarray]:
        """The groups that measures between groups compare: with `of_classes` those with enough items
        of either class that they have."""

        def behind(members: np.ndarray) -> int:
            if not of_classes:
                return len(members)
            count = int(self.at_risk[members].sum())
            return min((each for each in [count, len(members) - count] if each), default=0)

        least = max(1, self.minimum)
        return {name: each for name, each in table.members.items() if behind(each) >= least}

    @property
    def is_tied(self) -> bool:
        return self.scores is not None and len(set(self.scores)) < self.size

    def among(self, members: np.ndarray) -> Sample:
        """The same task with some of the items."""
        given = {name: getattr(self, name) for name in ["scores", "predicted", "probabilities"]}
        own = {name: each if each is None else each[members] for name, each in given.items()}
        return Sample(
            self.name, self.labels, self.gold[members], self.positive, **own, grades=self.grades,
            groupings=self.groupings, ties=self.ties, threshold=self.threshold,
            names=[self.items[member] for member in members],
        )  # fmt: skip

    def frame(self, table: Table, groups: list[str] | None = None) -> pd.DataFrame:
        """A row for each group that an item is of; only of some groups where they are named."""
        rows = [
            pd.DataFrame({"item": members, "group": group})
            for group, members in table.members.items()
            if len(members) and (groups is None or group in groups)
        ]
        frame = pd.concat(rows) if rows else pd.DataFrame({"item": [], "group": []})
        frame = frame.astype({"item": int}).reset_index(drop=True)
        frame["y"] = self.at_risk[frame["item"]].astype(int)
        if self.decisions is not None:
            frame["d"] = self.selected[frame["item"]].astype(int)
        if self.risk is not None:
            frame["s"] = self.risk[frame["item"]]
        return frame

    def scored(self, scores: np.ndarray, threshold: float) -> "Grouped":
        return replace(self, scores=scores, threshold=threshold)

    def write(self, workspace: Path, measures: list[str]) -> Path:
        path = super().write(workspace, measures)
        rows = [*zip(*self.cells.values(), strict=True)]
        rows += [tuple(row[name] for name in self.cells) for row in self.elsewhere]
        items = self.items + [f"elsewhere{number}" for number in range(len(self.elsewhere))]
        columns = dict(zip(self.cells, map(list, zip(*rows, strict=True)), strict=True))
        write_table(workspace / "tasks" / self.name / "groups.tsv", {"item": items, **columns})
        return path

    def _settings(self, measures: list[str]) -> dict[str, object]:
        fairness: dict[str, object] = {
            "attributes": list(self.cells),
            "minimum-size": self.minimum,
        }
        if self.targets:
            fairness["targets"] = self.targets
        return super()._settings(measures) | {"fairness": fairness}
