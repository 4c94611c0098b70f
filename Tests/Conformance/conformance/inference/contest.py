"""A generated assessment with several systems, and its files in a workspace."""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np


@dataclass(frozen=True)
class Contest:
    """Two labels, a probability of the positive one from each system, words of each item."""

    name: str
    at_risk: np.ndarray
    scores: np.ndarray
    """One row a system."""
    words: np.ndarray | None = None
    threshold: float = 0.5

    @property
    def items(self) -> list[str]:
        return [f"i{number:04d}" for number in range(len(self.at_risk))]

    @property
    def predicted(self) -> np.ndarray:
        return self.scores >= self.threshold

    @property
    def squares(self) -> np.ndarray:
        """Brier's losses, system by item."""
        return (self.scores - self.at_risk) ** 2

    @property
    def right(self) -> np.ndarray:
        """1 where the label is the gold's, system by item."""
        return (self.predicted == self.at_risk).astype(float)

    def write(self, workspace: Path) -> list[Path]:
        """The task's folder and the submissions, s00, s01 …; returns their paths."""
        task = workspace / "tasks" / self.name
        (task / "test").mkdir(parents=True, exist_ok=True)
        (task / "README.md").write_text(f"# {self.name}\n\nGenerated.\n")
        (task / "task.yaml").write_text(self._definition)
        gold = {"item": self.items, "label": np.where(self.at_risk, "yes", "no").tolist()}
        if self.words is not None:
            gold["words"] = [str(count) for count in self.words]
        write_table(task / "test" / "gold.tsv", gold)
        paths = []
        for number, row in enumerate(self.scores):
            path = workspace / "submissions" / self.name / "peer" / f"s{number:02d}.tsv"
            path.parent.mkdir(parents=True, exist_ok=True)
            scores = [repr(float(score)) for score in row]
            write_table(path, {"item": self.items, "score": scores})
            paths.append(path)
        return paths

    @property
    def _definition(self) -> str:
        settings = {
            "schema": "cltask.task/1",
            "id": self.name,
            "title": f"Generated: {self.name}",
            "kind": "assessment",
            "splits": ["test"],
            "labels": ["no", "yes"],
            "positive": ["yes"],
            "threshold": self.threshold,
            "measures": ["AUC", "Brier", "F1"],
            "primary": "AUC",
            "ties": "expected",
            "missing": "error",
        }
        return "".join(f"{key}: {json.dumps(value)}\n" for key, value in settings.items())


def write_table(path: Path, columns: dict[str, list[str]]) -> None:
    rows = zip(*columns.values(), strict=True)
    lines = ["\t".join(columns), *("\t".join(row) for row in rows)]
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")


def contest(
    rng: np.random.Generator, name: str, units: int, systems: int, steps: int | None = None
) -> Contest:
    """Systems that know something, some more than others; `steps` of scores where ties are due."""
    at_risk = np.zeros(units, dtype=bool)
    at_risk[: max(2, round(0.35 * units))] = True
    rng.shuffle(at_risk)
    knowledge = np.linspace(0.3, 0.1, systems)[:, None]
    scores = knowledge * at_risk + (1 - knowledge) * rng.random((systems, units))
    if steps is not None:
        scores = np.round(scores * steps) / steps
    return Contest(name, at_risk, scores)
