"""AIF360 as the oracle of gaps of two groups, of inequality and of differential fairness."""

import logging
import warnings
from collections.abc import Callable, Iterator
from itertools import combinations
from math import nan

import numpy as np
import pandas as pd

from .. import rules
from ..expectation import Expectation
from .groups import Table
from .sample import Grouped

# It warns of each optional dependency that is not there.
logging.disable(logging.WARNING)
from aif360.sklearn import metrics as aif360

logging.disable(logging.NOTSET)

ORACLE = "AIF360"

ALPHAS = {"": 2.0, "(alpha=0)": 0.0, "(alpha=1)": 1.0, "(alpha=0.5)": 0.5}

Pairwise = Callable[..., float]


def expectations(sample: Grouped) -> Iterator[Expectation]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for table in sample.tables:
            for group, members in table.members.items():
                yield from _within(sample, table.unit(group), members)
            yield from _between(sample, table, [*sample.large(table)])
            yield _average_odds(sample, table, [*sample.large(table, of_classes=True)])


def _within(sample: Grouped, unit: str, members: np.ndarray) -> Iterator[Expectation]:
    y, d = sample.at_risk[members].astype(int), sample.selected[members].astype(int)
    for name, alpha in ALPHAS.items():
        value = aif360.generalized_entropy_error(y, d, alpha=alpha) if len(members) else nan
        yield _index(f"GEI{name}", unit, float(value), 1.0 + d - y, alpha)
    variation = aif360.coefficient_of_variation(1.0 + d - y) if len(members) else nan
    yield Expectation("BenefitCV", unit, float(variation))


def _between(sample: Grouped, table: Table, compared: list[str]) -> Iterator[Expectation]:
    rows = sample.frame(table, compared)
    y = pd.Series(rows["y"].to_numpy())
    d, groups = rows["d"].to_numpy(), rows["group"].to_numpy(dtype=str)
    if len(compared) < 2:
        names = ["BetweenGroupGEI", "DifferentialFairness(concentration=1)"]
        yield from (Expectation(name, table.name, nan) for name in names)
        return
    positives = rows[rows["y"] == 1]["group"].unique()
    for measure, difference, where in [
        ("SelectionRate", aif360.statistical_parity_difference, compared),
        ("TPR", aif360.equal_opportunity_difference, positives),
    ]:
        if sample.minimum <= 1:
            largest = _largest(difference, rows, [each for each in compared if each in where])
            yield Expectation(f"gap({measure})", table.name, largest)
    for concentration in [1.0, 0.5]:
        name = f"DifferentialFairness(concentration={concentration:g})"
        value = aif360.smoothed_edf(y, d, prot_attr=groups, concentration=concentration)
        shares = [(own["d"].sum(), len(own)) for _, own in rows.groupby("group")]
        right = _differential_fairness(shares, concentration)
        step = rules.CLASSES_OF_THE_GROUP, right
        yield Expectation.through(name, table.name, float(value), step)
    if not table.is_disjoint:
        yield Expectation("BetweenGroupGEI", table.name, nan)
        return
    benefits = rows.assign(b=1.0 + rows["d"] - rows["y"]).groupby("group")["b"].transform("mean")
    for name, alpha in ALPHAS.items():
        value = aif360.between_group_generalized_entropy_error(y, d, prot_attr=groups, alpha=alpha)
        yield _index(f"BetweenGroupGEI{name}", table.name, float(value), benefits.to_numpy(), alpha)
    variation = aif360.coefficient_of_variation(benefits.to_numpy())
    yield Expectation("BetweenGroupCV", table.name, float(variation))


def _average_odds(sample: Grouped, table: Table, compared: list[str]) -> Expectation:
    rows = sample.frame(table, compared)
    of_both = rows.groupby("group")["y"].nunique() > 1
    both = [group for group in compared if of_both.get(group)]
    return Expectation("AverageOdds", table.name, _largest(aif360.average_odds_error, rows, both))


def _differential_fairness(shares: list[tuple[int, int]], concentration: float) -> float:
    """Foulds et al. 2020 with two classes, whichever of them a group has."""
    rates = [(k + concentration / 2) / (n + concentration) for k, n in shares]
    sides = [np.log(rates), np.log1p(-np.array(rates))]
    return float(max(np.ptp(side) for side in sides))


def _index(name: str, unit: str, value: float, benefits: np.ndarray, alpha: float) -> Expectation:
    """With α = 0 it divides by the mean twice; an index that is infinite is undefined to cltask."""
    if alpha != 0 or not len(benefits):
        return Expectation(name, unit, value)
    if (benefits == 0).any():
        return Expectation.through(name, unit, value, (rules.INFINITE_INDEX, nan))
    right = float(-np.mean(np.log(benefits / benefits.mean())))
    return Expectation.through(name, unit, value, (rules.MEAN_TWICE, right))


def _largest(difference: Pairwise, rows: pd.DataFrame, groups: list[str]) -> float:
    """AIF360 compares two groups and gives a sign: here the distance of the furthest pair."""
    found = []
    for pair in combinations(groups, 2):
        own = rows[rows["group"].isin(pair)]
        y = pd.Series(own["y"].to_numpy())
        attribute = own["group"].to_numpy(dtype=str)
        value = difference(y, own["d"].to_numpy(), prot_attr=attribute, priv_group=pair[0])
        found.append(abs(float(value)))
    return max(found, default=nan)
