"""The orders in which items may stand that a submission scores."""

from collections.abc import Iterator, Sequence
from itertools import chain, groupby, permutations, product
from math import factorial, prod

Group = list[int]
"""Positions of items with the same score, in the order of the file."""


def tie_groups(scores: Sequence[float], names: Sequence[str], ties: str) -> list[Group]:
    """The best first. By `trec` and `file` each item is a group of its own."""
    best_first = sorted(range(len(scores)), key=lambda item: -scores[item])
    groups = [list(group) for _, group in groupby(best_first, key=lambda item: scores[item])]
    if ties == "expected":
        return groups
    if ties == "trec":
        groups = [sorted(g, key=lambda item: names[item].encode(), reverse=True) for g in groups]
    return [[item] for group in groups for item in group]


def order_count(groups: list[Group]) -> int:
    return prod(factorial(len(group)) for group in groups)


def orders(groups: list[Group]) -> Iterator[list[int]]:
    """Every order there is, each as likely as any other."""
    for choice in product(*(permutations(group) for group in groups)):
        yield list(chain.from_iterable(choice))
