"""A generated task of kind early-detection with one submission."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from ..assessment.sample import Sample
from ..workspace import write_task

LABELS = ["control", "risk"]


@dataclass(frozen=True)
class Row:
    """What a system said of a user after so many writings."""

    writings: int
    alert: bool
    score: float


@dataclass(frozen=True)
class EarlySample:
    name: str
    at_risk: np.ndarray
    rows: list[list[Row]]
    """Of each user, writings ascending; none where the submission leaves the user out."""
    writings: list[int]
    """All that each user ever wrote."""
    ties: str = "trec"

    @cached_property
    def users(self) -> list[str]:
        return [f"u{(number * 7919) % 10007:05d}" for number in range(len(self.at_risk))]

    @cached_property
    def answered(self) -> np.ndarray:
        return np.array([bool(rows) for rows in self.rows])

    @cached_property
    def delays(self) -> np.ndarray:
        """Writings until the first alert, which is final; 0 where there is none."""
        return np.array([next((r.writings for r in rows if r.alert), 0) for rows in self.rows])

    @cached_property
    def alerted(self) -> np.ndarray:
        """The decisions in the end; the wrong one of a user who was left out."""
        return np.where(self.answered, self.delays > 0, ~self.at_risk)

    def scores(self, after: int | None = None) -> np.ndarray:
        """The last score of each user, of those at or before that many writings; else NaN."""
        until = np.inf if after is None else after
        heard = [[row.score for row in own if row.writings <= until] for own in self.rows]
        return np.array([scores[-1] if scores else np.nan for scores in heard])

    def as_assessment(self, scores: np.ndarray) -> Sample:
        """The decisions in the end and the scores of a moment, as labels and scores of items."""
        return Sample(
            self.name,
            LABELS,
            self.at_risk.astype(int),
            ["risk"],
            scores=scores,
            predicted=self.alerted.astype(int),
            ties=self.ties,
            names=self.users,
        )

    def write(self, workspace: Path, measures: list[str]) -> Path:
        settings: dict[str, object] = {
            "id": self.name,
            "kind": "early-detection",
            "labels": LABELS,
            "positive": ["risk"],
            "measures": measures,
            "ties": self.ties,
            "missing": "error" if self.answered.all() else "worst",
        }
        labels = [LABELS[int(label)] for label in self.at_risk]
        written = [str(count) for count in self.writings]
        split = {"gold": {"user": self.users, "label": labels, "writings": written}}
        by_user = zip(self.users, self.rows, strict=True)
        rows = [(user, row) for user, own in by_user for row in own]
        submission = {
            "user": [user for user, _ in rows],
            "writings": [str(row.writings) for _, row in rows],
            "decision": [str(int(row.alert)) for _, row in rows],
            "score": [repr(row.score) for _, row in rows],
        }
        return write_task(workspace, settings, split, submission)
