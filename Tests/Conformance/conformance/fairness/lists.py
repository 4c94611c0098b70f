"""A ranked list whose items are of groups, as the definitions and the peers see it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, permutations, product
from math import factorial, prod

import numpy as np

Weight = Callable[[int], float]

MOST_ORDERS = 150


@dataclass(frozen=True)
class List:
    """Items are numbers; those in no block are not listed."""

    blocks: list[list[int]]
    """From the top, tied items together."""
    grades: np.ndarray
    """−1 for what nobody judged."""
    shares: np.ndarray
    """A row an item: its share in each group that is compared, which add up to 1, or nothing."""
    names: list[str]
    targets: np.ndarray | None = None
    """What the task says that each group is due."""

    @cached_property
    def orders(self) -> list[list[int]]:
        """Every order that ties leave open."""
        return [
            list(chain.from_iterable(order))
            for order in product(*(list(permutations(block)) for block in self.blocks))
        ]

    @property
    def can_be_ordered(self) -> bool:
        return prod(factorial(len(block)) for block in self.blocks) <= MOST_ORDERS

    @property
    def is_tied(self) -> bool:
        return any(len(block) > 1 for block in self.blocks)

    @property
    def is_disjoint(self) -> bool:
        return bool(((self.shares > 0).sum(axis=1) <= 1).all())

    @cached_property
    def listed(self) -> list[int]:
        return [item for block in self.blocks for item in block]

    @cached_property
    def relevant(self) -> np.ndarray:
        return self.grades >= 1

    @cached_property
    def sizes(self) -> np.ndarray:
        return self.shares.sum(axis=0)

    @cached_property
    def members(self) -> np.ndarray:
        """Whether each item is of each group."""
        return self.shares > 0

    def exposure_of_items(self, weight: Weight, cutoff: int | None = None) -> np.ndarray:
        """The mean over the orders of the weight of the rank of each item."""
        exposure = np.zeros(len(self.grades))
        above = 0
        for block in self.blocks:
            ranks = range(above + 1, above + len(block) + 1)
            mean = np.mean([weight(k) if cutoff is None or k <= cutoff else 0.0 for k in ranks])
            exposure[block] = mean
            above += len(block)
        return exposure

    def due(self, target: str) -> np.ndarray | None:
        """The share of all exposure that each group is due."""
        parts = {
            "task": self.sizes if self.targets is None else self.targets,
            "items": self.sizes,
            "equal": (self.sizes > 0).astype(float),
            "relevant": self.shares[self.relevant].sum(axis=0),
        }[target]
        return parts / parts.sum() if parts.sum() > 0 else None


def blocks_of(scores: np.ndarray, items: list[int] | None = None) -> list[list[int]]:
    """By descending score."""
    items = list(range(len(scores))) if items is None else items
    return [
        [item for item in items if scores[item] == score]
        for score in sorted({scores[item] for item in items}, reverse=True)
    ]
