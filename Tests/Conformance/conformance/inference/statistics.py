"""Measures of resampled units by scikit-learn and numpy."""

from collections.abc import Callable
from math import nan

import numpy as np
from sklearn import metrics

from .contest import Contest

Statistic = Callable[[Contest, np.ndarray], float]
"""A measure of the first system on units that may stand there twice; NaN where undefined."""


def brier(each: Contest, drawn: np.ndarray) -> float:
    return float(each.squares[0][drawn].mean())


def accuracy(each: Contest, drawn: np.ndarray) -> float:
    return float(each.right[0][drawn].mean())


def f1(each: Contest, drawn: np.ndarray) -> float:
    truth, found = each.at_risk[drawn], each.predicted[0][drawn]
    return float(metrics.f1_score(truth, found, zero_division=nan))


def auc(each: Contest, drawn: np.ndarray) -> float:
    truth = each.at_risk[drawn]
    if truth.all() or not truth.any():
        return nan
    return float(metrics.roc_auc_score(truth, each.scores[0][drawn]))


def ndcg(each: Contest, drawn: np.ndarray) -> float:
    """0 where there is nothing to find."""
    gains = each.at_risk[drawn].astype(float)
    return float(metrics.ndcg_score([gains], [each.scores[0][drawn]], k=10))


RESAMPLED: dict[str, Statistic] = {
    "Brier": brier,
    "Accuracy": accuracy,
    "F1": f1,
    "AUC": auc,
    "nDCG@10": ndcg,
}
