"""A generated assessment task with one submission, and its files in a workspace."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import numpy as np

from ..workspace import Columns, numbers, write_task


@dataclass(frozen=True)
class Sample:
    name: str
    labels: list[str]
    """Least severe first; gold and predictions are positions in it."""
    gold: np.ndarray
    positive: list[str]
    scores: np.ndarray | None = None
    predicted: np.ndarray | None = None
    probabilities: np.ndarray | None = None
    """One column a label, rows that sum to 1: written as `score:LABEL`."""
    grades: list[int] | None = None
    groupings: dict[str, list[str]] = field(default_factory=dict)
    ties: str = "expected"
    threshold: float = 0.5
    names: list[str] | None = None
    """Of the items, where ties are to be broken by them in another order than that of the file."""

    @property
    def size(self) -> int:
        return len(self.gold)

    @cached_property
    def items(self) -> list[str]:
        return self.names or [f"i{number:06d}" for number in range(self.size)]

    @cached_property
    def gains(self) -> np.ndarray:
        """The grade of each item's gold label."""
        return np.array(self.grades or range(len(self.labels)))[self.gold]

    @cached_property
    def at_risk(self) -> np.ndarray:
        return np.isin(self.gold, self.positions(self.positive))

    @cached_property
    def risk(self) -> np.ndarray | None:
        """What the items are ranked by: the score, else the probability of the positive labels."""
        if self.scores is not None:
            return self.scores
        if self.probabilities is not None:
            return self.probabilities[:, self.positions(self.positive)].sum(axis=1)
        return None

    @cached_property
    def chances(self) -> np.ndarray | None:
        """The scores where they can be probabilities of the second of two labels."""
        if self.scores is None or len(self.labels) != 2:
            return None
        return self.scores if 0 <= self.scores.min() and self.scores.max() <= 1 else None

    @cached_property
    def decisions(self) -> np.ndarray | None:
        """Predicted labels: those given, else the score against the threshold."""
        if self.predicted is not None:
            return self.predicted
        if self.scores is not None and len(self.labels) == 2:
            return (self.scores >= self.threshold).astype(int)
        return None

    def positions(self, labels: list[str]) -> list[int]:
        return [self.labels.index(label) for label in labels]

    def write(self, workspace: Path, measures: list[str]) -> Path:
        """The task's folder and the submission; returns the path of the submission."""
        gold = [self.labels[position] for position in self.gold]
        split = {"gold": {"item": self.items, "label": gold}}
        submission = {"item": self.items, **self._columns}
        return write_task(workspace, self._settings(measures), split, submission)

    @property
    def _columns(self) -> Columns:
        columns: Columns = {}
        if self.scores is not None:
            columns["score"] = numbers(self.scores)
        if self.predicted is not None:
            columns["label"] = [self.labels[position] for position in self.predicted]
        if self.probabilities is not None:
            for position, label in enumerate(self.labels):
                columns[f"score:{label}"] = numbers(self.probabilities[:, position])
        return columns

    def _settings(self, measures: list[str]) -> dict[str, object]:
        settings: dict[str, object] = {
            "id": self.name,
            "kind": "assessment",
            "labels": self.labels,
            "positive": self.positive,
            "measures": measures,
            "ties": self.ties,
            "missing": "error",
        }
        if len(self.labels) == 2:
            settings["threshold"] = self.threshold
        if self.grades:
            settings["grades"] = dict(zip(self.labels, self.grades, strict=True))
        if self.groupings:
            settings["groupings"] = self.groupings
        return settings
