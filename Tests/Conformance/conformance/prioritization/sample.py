"""A generated task of people and their posts, with one submission."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from ..assessment.sample import Sample
from ..tie_orders import order_count, orders, tie_groups
from ..timed.clock import Clock
from ..workspace import Columns, numbers, write_task

LABELS = ["none", "low", "severe"]
POSITIVE = ["severe"]


@dataclass(frozen=True)
class Person:
    name: str
    label: int
    score: float
    words: np.ndarray
    """Of each post."""
    evidence: np.ndarray
    """How likely each post makes a reader stop: multiples of 1/8, which a peer takes as grades."""
    scores: np.ndarray

    @cached_property
    def posts(self) -> list[str]:
        return [f"p{(number * 7919) % 10007:05d}" for number in range(len(self.words))]

    @property
    def at_risk(self) -> bool:
        return LABELS[self.label] in POSITIVE

    @property
    def has_evidence(self) -> bool:
        return bool((self.evidence > 0).any())

    def groups(self, ties: str) -> list[list[int]]:
        return tie_groups(list(self.scores), self.posts, ties)


@dataclass(frozen=True)
class People:
    name: str
    people: list[Person]
    clock: Clock
    ties: str

    @property
    def groups(self) -> list[list[int]]:
        scores = [person.score for person in self.people]
        return tie_groups(scores, [person.name for person in self.people], self.ties)

    @property
    def order_count(self) -> int:
        own = (order_count(person.groups(self.ties)) for person in self.people)
        return max(order_count(self.groups), *own)

    def orders(self) -> Iterator[list[Person]]:
        for order in orders(self.groups):
            yield [self.people[place] for place in order]

    @property
    def as_assessment(self) -> Sample:
        """The people as items of one list."""
        return Sample(
            self.name,
            LABELS,
            np.array([person.label for person in self.people]),
            POSITIVE,
            scores=np.array([person.score for person in self.people]),
            ties=self.ties,
            names=[person.name for person in self.people],
        )

    def write(self, workspace: Path, measures: list[str]) -> Path:
        settings: dict[str, object] = {
            "id": self.name,
            "kind": "prioritization",
            "labels": LABELS,
            "positive": POSITIVE,
            "measures": measures,
            "ties": self.ties,
            "missing": "error",
            "time-model": self.clock.settings,
        }
        split = {
            "gold": {
                "user": [person.name for person in self.people],
                "label": [LABELS[person.label] for person in self.people],
            },
            "items": self._posts("words", lambda person: [str(int(w)) for w in person.words]),
            "evidence": self._posts("evidence", lambda person: numbers(person.evidence)),
        }
        submission = self._posts("score", lambda person: numbers(person.scores))
        for person in self.people:
            for column, value in {"user": person.name, "post": "-"}.items():
                submission[column].append(value)
            submission["score"].append(repr(float(person.score)))
        return write_task(workspace, settings, split, submission)

    def _posts(self, column: str, values) -> Columns:
        return {
            "user": [person.name for person in self.people for _ in person.posts],
            "post": [post for person in self.people for post in person.posts],
            column: [value for person in self.people for value in values(person)],
        }
