"""A generated ranking task of many topics with one run."""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from .contest import write_table

ITEMS = 20


@dataclass(frozen=True)
class Topics:
    name: str
    grades: np.ndarray
    """One row a topic, one column an item."""
    scores: np.ndarray

    @classmethod
    def drawn(cls, seed: int, number: int, topics: int) -> "Topics":
        """Topics of different difficulty, each with something to find."""
        rng = np.random.default_rng([seed, 2, number])
        grades = rng.binomial(2, 0.2, (topics, ITEMS))
        grades[:, 0] = np.maximum(grades[:, 0], 1)
        ease = rng.gamma(2.0, 0.4, (topics, 1))
        return cls(f"topics-{number:04d}", grades, rng.normal(ease * grades))

    def write(self, workspace: Path) -> list[Path]:
        task = workspace / "tasks" / self.name
        submission = workspace / "submissions" / self.name / "peer" / "s00.tsv"
        (task / "test").mkdir(parents=True, exist_ok=True)
        submission.parent.mkdir(parents=True, exist_ok=True)
        (task / "README.md").write_text(f"# {self.name}\n\nGenerated.\n")
        settings = {
            "schema": "cltask.task/1",
            "id": self.name,
            "title": f"Generated: {self.name}",
            "kind": "ranking",
            "splits": ["test"],
            "measures": ["nDCG@10"],
            "primary": "nDCG@10",
            "ties": "trec",
            "missing": "error",
        }
        text = "".join(f"{key}: {json.dumps(value)}\n" for key, value in settings.items())
        (task / "task.yaml").write_text(text)
        places = {
            "topic": [f"t{topic:03d}" for topic in range(len(self.grades)) for _ in range(ITEMS)],
            "item": [f"i{item:02d}" for _ in self.grades for item in range(ITEMS)],
        }
        grades = [str(grade) for grade in self.grades.ravel()]
        scores = [repr(float(score)) for score in self.scores.ravel()]
        write_table(task / "test" / "gold.tsv", {**places, "grade": grades})
        write_table(submission, {**places, "score": scores})
        return [submission]
