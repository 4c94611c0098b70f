"""A generated triage with one submission."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from ..assessment.sample import Sample
from ..workspace import write_task

LABELS = ["none", "monitor", "outpatient", "urgent"]
GROUPINGS = {"flagged": ["monitor", "outpatient", "urgent"], "rest": ["none", "monitor"]}


@dataclass(frozen=True)
class Stage:
    name: str
    cost: float
    tier: int


@dataclass(frozen=True)
class TriageSample:
    name: str
    stages: list[Stage]
    needed: np.ndarray
    """The position of each item's label."""
    passed: np.ndarray
    """Stages that each item passed; −1 for one that the submission leaves out."""
    positive: list[str]
    scores: np.ndarray
    """At each stage, of whoever reaches it."""

    @property
    def size(self) -> int:
        return len(self.needed)

    @cached_property
    def answered(self) -> np.ndarray:
        return self.passed >= 0

    @cached_property
    def cases(self) -> np.ndarray:
        return np.isin(self.needed, [LABELS.index(label) for label in self.positive])

    def passes(self, stage: int) -> np.ndarray:
        """Who passes a stage. Of those left out, who is no case: that is the wrong answer."""
        return np.where(self.answered, self.passed > stage, ~self.cases)

    def reaches(self, stage: int) -> np.ndarray:
        """Whoever is left out takes up every stage."""
        return ~self.answered | (self.passed >= stage)

    @cached_property
    def passes_all(self) -> np.ndarray:
        return self.passes(len(self.stages) - 1)

    @cached_property
    def assigned(self) -> np.ndarray:
        """The tier of the last stage passed; the least severe label where there is none."""
        tiers = np.array([0, *(stage.tier for stage in self.stages)])
        return np.where(self.answered, tiers[self.passed], 0)

    @property
    def as_assessment(self) -> Sample:
        """The care that is assigned as predicted labels."""
        return Sample(
            self.name,
            LABELS,
            self.needed,
            self.positive,
            predicted=self.assigned,
            groupings=GROUPINGS,
        )

    def write(self, workspace: Path, measures: list[str]) -> Path:
        stages = [
            {"name": stage.name, "cost": stage.cost, "tier": LABELS[stage.tier]}
            for stage in self.stages
        ]
        settings: dict[str, object] = {
            "id": self.name,
            "kind": "triage",
            "labels": LABELS,
            "positive": self.positive,
            "groupings": GROUPINGS,
            "stages": stages,
            "measures": measures,
            "missing": "error" if self.answered.all() else "worst",
        }
        items = [f"i{number:05d}" for number in range(self.size)]
        gold = {"item": items, "label": [LABELS[label] for label in self.needed]}
        rows = [
            (items[item], stage.name, repr(float(self.scores[item])), str(int(passed > place)))
            for item, passed in enumerate(self.passed)
            for place, stage in enumerate(self.stages)
            if passed >= place
        ]
        submission = {
            column: [row[place] for row in rows]
            for place, column in enumerate(["item", "stage", "score", "pass"])
        }
        return write_task(workspace, settings, {"gold": gold}, submission)
