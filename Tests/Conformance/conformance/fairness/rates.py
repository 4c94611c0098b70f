"""statsmodels as the oracle of intervals of rates and of the gaps between two of them."""

from collections.abc import Iterator
from math import comb

import numpy as np
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from ..expectation import Expectation
from .groups import Table
from .sample import Grouped

ORACLE = "statsmodels"

LEVEL = 0.05


def rates(sample: Grouped) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """Measure → whether each item is counted, and whether the rate is of it."""
    y, d = sample.at_risk, sample.selected
    everybody = np.ones(sample.size, dtype=bool)
    return {
        "SelectionRate": (d, everybody),
        "TPR": (d & y, y),
        "FPR": (d & ~y, ~y),
        "PPV": (d & y, d),
        "Accuracy": (sample.decisions == sample.gold, everybody),
    }


def extremes(
    sample: Grouped, table: Table, counted: np.ndarray, among: np.ndarray
) -> tuple[tuple[str, str], int] | None:
    """The groups with the greatest and the least rate, the first of equals, of those that count, and
    how many pairs of these there are."""
    found = {
        group: counted[members].sum() / among[members].sum()
        for group, members in table.members.items()
        if among[members].sum() >= max(1, sample.minimum)
    }
    if len(found) < 2:
        return None
    highest = max(found, key=lambda group: found[group])
    others = {group: rate for group, rate in found.items() if group != highest}
    return (highest, min(others, key=lambda group: others[group])), comb(len(found), 2)


def expectations(sample: Grouped) -> Iterator[Expectation]:
    for table in sample.tables:
        for name, (counted, among) in rates(sample).items():
            for group, members in table.members.items():
                if of := among[members].sum():
                    ends = proportion_confint(counted[members].sum(), of, LEVEL, method="wilson")
                    yield from _ends(f"{name} wilson", table.unit(group), ends)
            found = extremes(sample, table, counted, among)
            if found is None or set.intersection(*(set(table.members[own]) for own in found[0])):
                continue
            pair, pairs = found
            counts = [
                int(of[table.members[group]].sum()) for group in pair for of in (counted, among)
            ]
            # The pair was chosen from all pairs, whose intervals are to hold together (Bonferroni).
            ends = confint_proportions_2indep(
                *counts, method="newcomb", compare="diff", alpha=LEVEL / pairs, correction=False
            )
            yield from _ends(f"gap({name}) newcombe", table.name, ends)


def _ends(name: str, unit: str, ends: tuple[float, float]) -> Iterator[Expectation]:
    for end, value in zip(["low", "high"], ends, strict=True):
        yield Expectation(name, f"{end} of {unit}", float(value))
