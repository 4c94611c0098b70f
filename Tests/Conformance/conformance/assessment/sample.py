"""A generated assessment task with one submission, and its files in a workspace."""

import json
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import numpy as np


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

    @property
    def size(self) -> int:
        return len(self.gold)

    @cached_property
    def items(self) -> list[str]:
        return [f"i{number:06d}" for number in range(self.size)]

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
        task = workspace / "tasks" / self.name
        submission = workspace / "submissions" / self.name / "peer" / "run.tsv"
        (task / "test").mkdir(parents=True, exist_ok=True)
        submission.parent.mkdir(parents=True, exist_ok=True)
        (task / "README.md").write_text(f"# {self.name}\n\nGenerated.\n")
        (task / "task.yaml").write_text(self._definition(measures))
        gold = [self.labels[position] for position in self.gold]
        _table(task / "test" / "gold.tsv", {"item": self.items, "label": gold})
        _table(submission, {"item": self.items, **self._columns})
        return submission

    @property
    def _columns(self) -> dict[str, list[str]]:
        columns: dict[str, list[str]] = {}
        if self.scores is not None:
            columns["score"] = [repr(float(score)) for score in self.scores]
        if self.predicted is not None:
            columns["label"] = [self.labels[position] for position in self.predicted]
        if self.probabilities is not None:
            for position, label in enumerate(self.labels):
                column = self.probabilities[:, position]
                columns[f"score:{label}"] = [repr(float(value)) for value in column]
        return columns

    def _definition(self, measures: list[str]) -> str:
        settings: dict[str, object] = {
            "schema": "cltask.task/1",
            "id": self.name,
            "title": f"Generated: {self.name}",
            "kind": "assessment",
            "splits": ["test"],
            "labels": self.labels,
            "positive": self.positive,
            "measures": measures,
            "primary": measures[0],
            "ties": self.ties,
            "missing": "error",
        }
        if len(self.labels) == 2:
            settings["threshold"] = self.threshold
        if self.grades:
            settings["grades"] = dict(zip(self.labels, self.grades, strict=True))
        if self.groupings:
            settings["groupings"] = self.groupings
        return "".join(f"{key}: {json.dumps(value)}\n" for key, value in settings.items())


def _table(path: Path, columns: dict[str, list[str]]) -> None:
    rows = zip(*columns.values(), strict=True)
    lines = ["\t".join(columns), *("\t".join(row) for row in rows)]
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
