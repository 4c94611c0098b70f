"""One list as a reviewer goes through it, in one strict order."""

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import ceil

import numpy as np

from .clock import Clock


@dataclass(frozen=True)
class Reading:
    """All items of the universe by position; `order` has those that the list has."""

    order: list[int]
    relevant: np.ndarray
    gains: np.ndarray
    words: np.ndarray
    clock: Clock
    mean_words: float
    """Of an item of which nothing is known: it follows the end of the list."""
    lost: int = 0
    """How many of the first items have no answer: they take their time and are never found."""

    @property
    def size(self) -> int:
        return len(self.relevant)

    @property
    def total(self) -> int:
        """R."""
        return int(self.relevant.sum())

    @cached_property
    def costs(self) -> np.ndarray:
        return self.clock.costs(self.words, self.relevant)

    @cached_property
    def ends(self) -> np.ndarray:
        """When each item of the list is done with."""
        return np.cumsum(self.costs[self.order])

    @cached_property
    def starts(self) -> np.ndarray:
        """When each item of the list is opened."""
        return self.ends - self.costs[self.order]

    @cached_property
    def is_found(self) -> np.ndarray:
        """Whether the item at each rank is relevant and has an answer."""
        return self.relevant[self.order] & (np.arange(len(self.order)) >= self.lost)

    @cached_property
    def found(self) -> np.ndarray:
        """Ranks of the relevant items that are found, from 0 on."""
        return np.flatnonzero(self.is_found)

    def wanted(self, level: str) -> int:
        """⌈ρR⌉ of the decimal that is written."""
        return ceil(Fraction(level) * self.total)

    @property
    def is_complete(self) -> bool:
        return len(self.order) == self.size and self.lost == 0
