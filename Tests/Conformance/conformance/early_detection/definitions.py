"""The published formulas of measures of delay, which no package has."""

from collections.abc import Iterator
from math import nan

import numpy as np

from ..expectation import OVERALL, Expectation
from .sample import EarlySample

ORACLE = "definition"

DEADLINES = [1, 5, 50, 100]
RATES = {"": 0.0078, "(p=0.0314)": 0.0314, "(p=0.5)": 0.5}


def expectations(sample: EarlySample) -> Iterator[Expectation]:
    for deadline in DEADLINES:
        costs = error_costs(sample, deadline)
        for user, cost in zip(sample.users, costs, strict=True):
            yield Expectation(f"ERDE@{deadline}", user, float(cost))
        yield Expectation(f"ERDE@{deadline}", OVERALL, float(np.mean(costs)))
    yield Expectation("latencyTP", OVERALL, median_latency(sample))
    for argument, rate in RATES.items():
        yield Expectation(f"speed{argument}", OVERALL, speed(sample, rate))
        yield Expectation(f"Flatency{argument}", OVERALL, latency_weighted_f1(sample, rate))


def error_costs(sample: EarlySample, deadline: int) -> np.ndarray:
    """Losada and Crestani 2016, a false alert costing the share of users at risk (eRisk)."""
    with np.errstate(over="ignore"):
        lateness = 1 - 1 / (1 + np.exp(sample.delays.astype(float) - deadline))
    found = np.where(sample.answered & sample.alerted, lateness, 1.0)
    return np.where(sample.at_risk, found, np.where(sample.alerted, sample.at_risk.mean(), 0.0))


def true_positive_delays(sample: EarlySample) -> np.ndarray:
    """Of the right alerts; infinite for somebody at risk who was left out.

    Empty without an alert.
    """
    delays = sample.delays[sample.at_risk & (sample.delays > 0)].astype(float)
    lost = int(np.sum(sample.at_risk & ~sample.answered))
    return np.concatenate([delays, np.full(lost, np.inf)]) if len(delays) else delays


def median_latency(sample: EarlySample) -> float:
    delays = true_positive_delays(sample)
    median = float(np.median(delays)) if len(delays) else nan
    return median if np.isfinite(median) else nan


def speed(sample: EarlySample, rate: float) -> float:
    """Sadeque, Xu and Bethard 2018: 1 − median of −1 + 2/(1 + e^(−p(k − 1)))."""
    delays = true_positive_delays(sample)
    if len(delays) == 0:
        return nan
    penalties = -1 + 2 / (1 + np.exp(-rate * (delays - 1)))
    return float(1 - np.median(penalties))


def latency_weighted_f1(sample: EarlySample, rate: float) -> float:
    alerted, at_risk = sample.alerted, sample.at_risk
    if not (alerted | at_risk).any():
        return nan
    f1 = 2 * np.sum(alerted & at_risk) / (np.sum(alerted) + np.sum(at_risk))
    return float(f1 * speed(sample, rate)) if f1 > 0 else 0.0
