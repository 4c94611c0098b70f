"""A generated list, or several of a ranking task, with words of each item."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from math import nan
from pathlib import Path

import numpy as np

from ..expectation import OVERALL
from ..tie_orders import Group, order_count, orders, tie_groups
from ..workspace import numbers, write_task
from .clock import Clock
from .definitions import TIMES_ONLY
from .reading import Reading

AS_WRITTEN = "as written"
"""What `ties: file` means to a run: the order of its lines, whatever the scores."""

Measured = Callable[[Reading], Iterator[tuple[str, float]]]


@dataclass(frozen=True)
class Topic:
    """The items of one topic; NaN for the words of one without a count, and for the score of one
    that is not retrieved, or that a submission of another kind leaves out."""

    grades: np.ndarray
    words: np.ndarray
    scores: np.ndarray
    names: list[str]

    @cached_property
    def retrieved(self) -> list[int]:
        return [int(item) for item in np.flatnonzero(~np.isnan(self.scores))]

    @property
    def left_out(self) -> list[int]:
        return [int(item) for item in np.flatnonzero(np.isnan(self.scores))]

    def groups(self, ties: str) -> list[Group]:
        if ties == AS_WRITTEN:
            return [[item] for item in self.retrieved]
        names = [self.names[item] for item in self.retrieved]
        groups = tie_groups(list(self.scores[self.retrieved]), names, ties)
        return [[self.retrieved[place] for place in group] for group in groups]


@dataclass(frozen=True)
class TimedSample:
    name: str
    kind: str
    """ranking, or a kind that has one topic and scores all of its items."""
    topics: dict[str, Topic]
    clock: Clock
    ties: str

    @cached_property
    def mean_words(self) -> float:
        """0 where nothing is known of any item."""
        every = np.concatenate([topic.words for topic in self.topics.values()])
        known = every[~np.isnan(every)]
        return float(known.mean()) if len(known) else 0.0

    @property
    def order_count(self) -> int:
        return max(order_count(topic.groups(self._order)) for topic in self.topics.values())

    @property
    def _order(self) -> str:
        return AS_WRITTEN if (self.kind, self.ties) == ("ranking", "file") else self.ties

    @property
    def leaves_out(self) -> bool:
        """Whether items count as answered in the worst way."""
        return self.kind != "ranking" and any(topic.left_out for topic in self.topics.values())

    @property
    def is_strict(self) -> bool:
        return self.order_count == 1

    def readings(self, topic: str) -> Iterator[Reading]:
        """One an order."""
        own = self.topics[topic]
        words = np.where(np.isnan(own.words), self.mean_words, own.words)
        lost = own.left_out if self.kind != "ranking" else []
        for order in orders(own.groups(self._order)):
            yield Reading(
                [*lost, *order],
                own.grades >= 1,
                own.grades,
                words,
                self.clock,
                self.mean_words,
                len(lost),
            )

    def values(self, measured: Measured) -> Iterator[tuple[str, str, float]]:
        """Measure, unit and value: the mean over orders, then over topics."""
        by_measure: dict[str, dict[str, float]] = {}
        for topic in self.topics:
            sums: dict[str, list[float]] = {}
            for reading in self.readings(topic):
                for measure, value in measured(reading):
                    sums.setdefault(measure, []).append(value)
            for measure, each in sums.items():
                by_measure.setdefault(measure, {})[topic] = float(np.mean(each))
        for measure, by_topic in by_measure.items():
            if self.kind == "ranking":
                yield from ((measure, topic, value) for topic, value in by_topic.items())
            if len(by_topic) == len(self.topics):
                yield measure, OVERALL, self._mean(measure, by_topic)

    def _mean(self, measure: str, by_topic: dict[str, float]) -> float:
        """A topic where there is nothing to find has no time; any other without one leaves the mean
        of times undefined."""
        defined = [value for value in by_topic.values() if not np.isnan(value)]
        if measure.startswith(TIMES_ONLY):
            findable = [topic for topic, own in self.topics.items() if (own.grades >= 1).any()]
            if any(np.isnan(by_topic[topic]) for topic in findable):
                return nan
        return float(np.mean(defined)) if defined else nan

    def write(self, workspace: Path, measures: list[str]) -> Path:
        settings: dict[str, object] = {
            "id": self.name,
            "kind": self.kind,
            "measures": measures,
            "ties": self.ties,
            "missing": "worst" if self.leaves_out else "error",
            "time-model": self.clock.settings,
        }
        if self.kind == "assessment":
            settings |= {"labels": ["none", "some", "much"], "positive": ["some", "much"]}
            return write_task(workspace, settings, *self._assessment())
        return write_task(workspace, settings, *self._ranking())

    def _assessment(self):
        (topic,) = self.topics.values()
        labels = [["none", "some", "much"][grade] for grade in topic.grades]
        split = {
            "gold": {"item": topic.names, "label": labels},
            "items": {"item": topic.names, "words": _counts(topic.words)},
        }
        return split, {
            "item": [topic.names[item] for item in topic.retrieved],
            "score": numbers(topic.scores[topic.retrieved]),
        }

    def _ranking(self):
        rows = [
            (name, topic.names[item], topic, item)
            for name, topic in self.topics.items()
            for item in range(len(topic.grades))
        ]
        names = {"topic": [row[0] for row in rows], "item": [row[1] for row in rows]}
        words = np.array([topic.words[item] for _, _, topic, item in rows])
        run = [row for row in rows if not np.isnan(row[2].scores[row[3]])]
        split = {
            "gold": names | {"grade": [str(topic.grades[item]) for _, _, topic, item in rows]},
            "items": names | {"words": _counts(words)},
        }
        return split, {
            "topic": [row[0] for row in run],
            "item": [row[1] for row in run],
            "score": numbers(topic.scores[item] for _, _, topic, item in run),
        }


def _counts(words: np.ndarray) -> list[str]:
    return ["" if np.isnan(count) else str(int(count)) for count in words]
