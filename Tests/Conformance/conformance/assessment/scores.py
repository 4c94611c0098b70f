"""scikit-learn as the oracle of measures of scores and probabilities against gold labels."""

import warnings
from collections.abc import Iterator
from math import nan

import numpy as np
from sklearn import metrics

from .. import rules
from ..expectation import OVERALL, Expectation
from .sample import Sample

ORACLE = "scikit-learn"


def expectations(sample: Sample) -> Iterator[Expectation]:
    """Nothing where the submission scores nothing."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        if sample.risk is not None:
            yield from _detection(sample.at_risk, sample.risk)
        if sample.probabilities is not None:
            yield from _several_probabilities(sample.gold, sample.probabilities)
        elif sample.chances is not None:
            yield from _probability(sample.at_risk, sample.chances)


def _detection(at_risk: np.ndarray, risk: np.ndarray) -> Iterator[Expectation]:
    """How well the scores tell the positive labels from the rest."""
    one_class = [(rules.ONE_CLASS, nan)] if len(set(at_risk)) == 1 else []

    def expect(measure: str, value: float) -> Expectation:
        return Expectation.through(measure, OVERALL, float(value), *one_class)

    yield expect("AUC", metrics.roc_auc_score(at_risk, risk))
    for rate in ["0.1", "0.25", "0.5"]:
        partial = nan if one_class else metrics.roc_auc_score(at_risk, risk, max_fpr=float(rate))
        yield expect(f"AUC(max_fpr={rate})", partial)
    yield expect("AveragePrecision", metrics.average_precision_score(at_risk, risk))
    precision, recall, _ = metrics.precision_recall_curve(at_risk, risk)
    yield expect("PRAUC", metrics.auc(recall, precision))


def _probability(at_risk: np.ndarray, scores: np.ndarray) -> Iterator[Expectation]:
    """Of two labels, the score being the probability of the positive one."""
    loss = metrics.log_loss(at_risk, scores, labels=[False, True])
    yield Expectation("LogLoss", OVERALL, float(loss))
    brier = metrics.brier_score_loss(at_risk, scores, labels=[False, True])
    yield Expectation("Brier", OVERALL, float(brier))


def _several_probabilities(gold: np.ndarray, chances: np.ndarray) -> Iterator[Expectation]:
    every = list(range(chances.shape[1]))
    for several in ["ovr", "ovo"]:
        if set(gold) == set(every):
            area = metrics.roc_auc_score(gold, chances, multi_class=several, labels=every)
            yield Expectation(f"AUC({several})", OVERALL, float(area))
    yield Expectation("LogLoss(all)", OVERALL, float(metrics.log_loss(gold, chances, labels=every)))
    brier = metrics.brier_score_loss(gold, chances, labels=every)
    yield Expectation("Brier(all)", OVERALL, float(brier))
