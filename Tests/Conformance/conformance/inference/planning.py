"""Equivalence and power by statsmodels: what a difference that was not shown may still be."""

from collections.abc import Callable, Iterator

import numpy as np
from scipy import optimize
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.power import TTestPower
from statsmodels.stats.weightstats import ttost_paired

from ..expectation import Expectation
from .compared import pair_name, pairs

ALTERNATIVE = {"two-sided": "two-sided", "greater": "larger", "less": "smaller"}
"""scipy's words and ours, in those of statsmodels."""


def equivalence(name: str, values: np.ndarray, margin: float) -> Iterator[Expectation]:
    """Two one-sided t tests, by statsmodels, and their correction."""
    found = {}
    for a, b in pairs(len(values)):
        found[a, b] = float(ttost_paired(values[a], values[b], -margin, margin)[0])
        yield Expectation(name, f"{pair_name((a, b))} equivalence p", found[a, b])
    for pair, value in zip(found, multipletests(list(found.values()), method="holm")[1]):
        yield Expectation(name, f"{pair_name(pair)} adjusted equivalence p", float(value))


SMALLEST_EFFECT = 0.1
"""In standard deviations: below it the noncentral t of scipy takes long."""
FEWEST_UNITS = 5
"""Below it the noncentral t of scipy is not a number for effects that are large enough."""


def power(name: str, values: np.ndarray, alternative: str) -> Iterator[Expectation]:
    """The fewest units and the smallest difference, by statsmodels' power of a t test."""

    def reached(effect: float, units: float) -> float:
        return TTestPower().power(effect, units, 0.05, alternative=ALTERNATIVE[alternative]) - 0.8

    if values.shape[1] < FEWEST_UNITS:
        return
    for a, b in pairs(len(values)):
        apart = values[a] - values[b]
        deviation = float(apart.std(ddof=1))
        sign = -1 if alternative == "less" else 1
        seen = float(apart.mean()) / deviation
        if (abs(seen) if alternative == "two-sided" else sign * seen) > SMALLEST_EFFECT:
            units = smallest(lambda n, seen=seen: reached(seen, n) >= 0)
            yield Expectation(name, f"{pair_name((a, b))} units", units)
        large = 0.05
        while reached(sign * large, len(apart)) < 0:
            large *= 1.25
        effect = optimize.brentq(
            lambda size: reached(sign * size, len(apart)), large / 2, large, xtol=1e-15
        )
        yield Expectation(name, f"{pair_name((a, b))} smallest difference", effect * deviation)


def smallest(is_enough: Callable[[int], bool]) -> int:
    """The smallest number of units, at least 2, that is enough."""
    high = 2
    while not is_enough(high):
        high *= 2
    low = high // 2
    while low + 1 < high:
        middle = (low + high) // 2
        low, high = (low, middle) if is_enough(middle) else (middle, high)
    return high
