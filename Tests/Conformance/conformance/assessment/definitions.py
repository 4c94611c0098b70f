"""The published formula of measures that no peer has, in numpy."""

from collections.abc import Iterator
from math import nan

import numpy as np

from ..expectation import OVERALL, Expectation
from .sample import Sample

ORACLE = "definition"


def expectations(sample: Sample) -> Iterator[Expectation]:
    scores = sample.chances
    if scores is None:
        return
    for bins in [10, 5]:
        name = "ECE" if bins == 10 else f"ECE(bins={bins})"
        value = calibration_error(sample.at_risk, scores, bins)
        yield Expectation(name, OVERALL, value)
    error = _cumulative_calibration_error(sample.at_risk, scores)
    yield Expectation("ECCE", OVERALL, error)
    yield Expectation("ECCEp", OVERALL, _probability_if_calibrated(error, scores))
    for threshold in ["0.1", "0.25", "0.6"]:
        value = _net_benefit(sample.at_risk, scores, float(threshold))
        yield Expectation(f"NetBenefit(threshold={threshold})", OVERALL, value)


def calibration_error(at_risk: np.ndarray, scores: np.ndarray, bins: int) -> float:
    """Naeini, Cooper & Hauskrecht 2015: Σ over bins of share · |mean outcome − mean score|."""
    bin_of = np.minimum((scores * bins).astype(int), bins - 1)
    total = 0.0
    for number in range(bins):
        inside = bin_of == number
        if inside.any():
            total += inside.mean() * abs(at_risk[inside].mean() - scores[inside].mean())
    return float(total)


def _cumulative_calibration_error(at_risk: np.ndarray, scores: np.ndarray) -> float:
    """Arrieta-Ibarra et al. 2022 (Kuiper): the range of Σ (outcome − score) by score, over n.

    Tied scores are summed before the range is taken, so that their order does not matter.
    """
    _, group = np.unique(scores, return_inverse=True)
    by_score = np.bincount(group, weights=at_risk - scores) / len(scores)
    cumulated = np.concatenate([[0.0], np.cumsum(by_score)])
    return float(np.ptp(cumulated))


def _probability_if_calibrated(error: float, scores: np.ndarray) -> float:
    """1 − F(ECCE/σ), F of the range of a Brownian motion on [0, 1] (Feller 1951)."""
    deviation = np.sqrt(np.sum(scores * (1 - scores))) / len(scores)
    if deviation == 0:
        return nan
    if error == 0:
        return 1.0
    x = error / deviation
    half = (np.arange(1000) + 0.5) * np.pi
    terms = (8 / x**2 + 2 / half**2) * np.exp(-2 * half**2 / x**2)
    return float(1 - np.sum(terms))


def _net_benefit(at_risk: np.ndarray, scores: np.ndarray, threshold: float) -> float:
    """Vickers & Elkin 2006: TP/n − FP/n · t/(1 − t)."""
    flagged = scores >= threshold
    odds = threshold / (1.0 - threshold)
    return float(np.mean(flagged & at_risk) - np.mean(flagged & ~at_risk) * odds)
