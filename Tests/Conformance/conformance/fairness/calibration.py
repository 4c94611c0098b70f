"""MCGrad as the oracle of calibration within groups."""

import warnings
from collections.abc import Iterator
from math import nan

import numpy as np
from mcgrad import metrics as mcgrad

from .. import rules
from ..assessment import definitions
from ..expectation import Expectation
from .sample import Grouped

ORACLE = "MCGrad"


def expectations(sample: Grouped) -> Iterator[Expectation]:
    if sample.chances is None:
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for table in sample.tables:
            for group, members in table.members.items():
                if len(members):
                    y = sample.at_risk[members].astype(float)
                    yield from _of(table.unit(group), y, sample.chances[members])


def _of(unit: str, y: np.ndarray, p: np.ndarray) -> Iterator[Expectation]:
    for bins in [10, 5]:
        name = "ECE" if bins == 10 else f"ECE(bins={bins})"
        value = mcgrad.expected_calibration_error(y, p, num_bins=bins)
        exact = definitions.calibration_error(y.astype(bool), p, bins)
        on_edge = np.isclose(p * bins, np.round(p * bins), atol=1e-6).any()
        steps = [(rules.EDGES_OF_BINS, exact)] if on_edge else []
        yield Expectation.through(name, unit, float(value), *steps)
    error = float(mcgrad.ecce(y, p))
    together = _tied_together(y, p)
    yield Expectation.through("ECCE", unit, error, (rules.TIES_AS_THEY_COME, together))
    value = float(mcgrad.ecce_pvalue(y, p))
    deviation = float(np.sqrt(np.sum(p * (1 - p))) / len(p))
    if deviation == 0:
        right = nan
    else:
        right = float(mcgrad.ecce_pvalue_from_sigma(together / deviation))
    yield Expectation.through("ECCEp", unit, value, (rules.TIES_AS_THEY_COME, right))
    yield Expectation("MeanCalibration", unit, float(y.mean() - p.mean()))


def _tied_together(y: np.ndarray, p: np.ndarray) -> float:
    """MCGrad's own, of one row a score, weighed by how many have it."""
    scores, place, count = np.unique(p, return_inverse=True, return_counts=True)
    means = np.bincount(place, weights=y) / count
    return float(mcgrad.ecce(means, scores, sample_weight=count.astype(float)))
