"""dcurves as the oracle of net benefit, with the gold's prevalence and with others."""

from collections.abc import Iterator

import numpy as np

from .. import dca, rules
from ..expectation import OVERALL, Expectation
from .sample import Sample

ORACLE = dca.ORACLE

THRESHOLDS = ["0", "0.1", "0.25", "0.9"]
PREVALENCES = [None, "0.02", "0.3"]
LARGEST = 1000


def expectations(sample: Sample) -> Iterator[Expectation]:
    chances = sample.chances
    if chances is None or len(set(sample.at_risk)) == 1 or sample.size > LARGEST:
        return
    above = np.where(chances == 0, dca.ABOVE_ZERO, chances)
    thresholds = [float(threshold) for threshold in THRESHOLDS]
    for prevalence in PREVALENCES:
        share = float(prevalence) if prevalence else None
        given, moved = (
            dca.net_benefits(sample.at_risk, risk, thresholds, share)[:, 0]
            for risk in (chances, above)
        )
        population = f",prevalence={prevalence}" if prevalence else ""
        for place, threshold in enumerate(THRESHOLDS):
            name = f"NetBenefit(threshold={threshold}{population})"
            steps = [(rules.NO_RISK_AT_ALL, float(moved[place]))]
            yield Expectation.through(name, OVERALL, float(given[place]), *steps)
