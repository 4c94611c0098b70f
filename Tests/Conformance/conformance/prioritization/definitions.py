"""Hierarchical time-biased gain (Shing, Resnik and Oard, ACL 2020) as the paper has it.

The authors' script is no package, and its best order overflows from about nine posts on. So the
best order is found here by trying every one where there are few, else it is that of the paper.
"""

from collections.abc import Iterator
from itertools import permutations
from math import nan

import numpy as np

from ..expectation import OVERALL, Expectation
from ..scored import Question
from ..tie_orders import orders
from ..timed import cwl
from ..timed.clock import Clock
from .sample import People, Person

HALF_LIVES = [None, "20", "1800"]
FEW = 6
"""People, or posts of one, whose every order is tried."""


def questions(sample: People) -> Iterator[Question]:
    read = {p.name: _mean_words(p, sample.ties) for p in sample.people}
    shortest = {p.name: _shortest(p) for p in sample.people}
    best = _best(sample)
    definition, theirs = [], []
    for half_life in HALF_LIVES:
        argument = "" if half_life is None else f"(halflife={half_life})"
        seconds = sample.clock.half_life if half_life is None else float(half_life)
        values = [_gain(order, read, sample.clock, seconds) for order in sample.orders()]
        gain = float(np.mean(values))
        ideal = max(_gain(order, shortest, sample.clock, seconds) for order in best)
        quotient = gain / ideal if ideal > 0 else nan
        definition.append(Expectation(f"hTBG{argument}", OVERALL, gain))
        definition.append(Expectation(f"nhTBG{argument}", OVERALL, quotient))
        walked = [_walked(order, read, sample.clock, seconds) for order in sample.orders()]
        theirs.append(Expectation(f"hTBG{argument}", OVERALL, float(np.mean(walked))))
    yield "definition", definition
    yield cwl.ORACLE if len(values) == 1 else f"{cwl.ORACLE}, all orders", theirs


def expected_words(person: Person, order: list[int]) -> float:
    """Σ words(l)·Π_{m before l} (1 − evidence(m))."""
    words, goes_on = 0.0, 1.0
    for post in order:
        words += float(person.words[post]) * goes_on
        goes_on *= 1 - float(person.evidence[post])
    return words


def _mean_words(person: Person, ties: str) -> float:
    return float(np.mean([expected_words(person, o) for o in orders(person.groups(ties))]))


def _shortest(person: Person) -> float:
    posts = range(len(person.words))
    if len(posts) <= FEW:
        return min(expected_words(person, list(order)) for order in permutations(posts))
    with np.errstate(divide="ignore", invalid="ignore"):
        worth = np.where(person.evidence > 0, person.evidence / person.words, -1.0)
    return expected_words(person, sorted(posts, key=lambda post: -worth[post]))


def _best(sample: People) -> list[list[Person]]:
    """Every order of few people; else who can be found by the time they take, then the others."""
    if len(sample.people) <= FEW:
        return [list(order) for order in permutations(sample.people)]
    found = [p for p in sample.people if p.at_risk and p.has_evidence]
    others = [p for p in sample.people if not (p.at_risk and p.has_evidence)]
    return [sorted(found, key=_shortest) + others]


def _costs_and_gains(
    order: list[Person], words: dict[str, float], clock: Clock
) -> tuple[np.ndarray, np.ndarray]:
    at_risk = np.array([person.at_risk for person in order])
    costs = clock.costs(np.array([words[person.name] for person in order]), at_risk)
    found = np.array([person.at_risk and person.has_evidence for person in order])
    return costs, np.where(found, clock.gain, 0.0)


def _gain(order: list[Person], words: dict[str, float], clock: Clock, half_life: float) -> float:
    costs, gains = _costs_and_gains(order, words, clock)
    starts = np.concatenate([[0.0], np.cumsum(costs)[:-1]])
    return float(np.sum(gains * 2.0 ** (-starts / half_life)))


def _walked(order: list[Person], words: dict[str, float], clock: Clock, half_life: float) -> float:
    """The same by cwl_eval, which is told what reading each person takes."""
    costs, gains = _costs_and_gains(order, words, clock)
    return cwl.time_biased_gain(gains, costs, half_life)
