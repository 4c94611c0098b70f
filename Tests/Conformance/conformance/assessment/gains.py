"""scikit-learn as the oracle of DCG and nDCG in expectation over the orders of ties."""

import warnings
from collections.abc import Iterator

import numpy as np
from sklearn import metrics

from .. import rules
from ..expectation import OVERALL, Expectation
from .sample import Sample

ORACLE = "scikit-learn"

CUTOFFS = [None, 1, 3, 10, 100]


def expectations(sample: Sample) -> Iterator[Expectation]:
    """All items are scored, so scikit-learn's ideal, of what is scored, is the ideal.

    It takes no list of a single item.
    """
    if sample.risk is None or sample.ties != "expected" or sample.size < 2:
        return
    risk = sample.risk[np.newaxis]
    linear = sample.gains[np.newaxis].astype(float)
    for gain, graded in {"": linear, "(gain=exp2)": 2.0**linear - 1.0}.items():
        for k in CUTOFFS:
            at = "" if k is None else f"@{k}"
            for name, score in {"DCG": metrics.dcg_score, "nDCG": metrics.ndcg_score}.items():
                value = score(graded, risk, k=k)
                yield Expectation(f"{name}{gain}{at}", OVERALL, float(value))
    if len(set(sample.risk)) == sample.size:
        yield _label_ranking(sample.at_risk, risk)


def _label_ranking(at_risk: np.ndarray, risk: np.ndarray) -> Expectation:
    """Without ties, the average precision of one list of labels is that of a list of items."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        value = metrics.label_ranking_average_precision_score(at_risk[np.newaxis], risk)
    steps = [] if at_risk.any() else [(rules.NO_RELEVANT_LABELS, 0.0)]
    return Expectation.through("AP", OVERALL, float(value), *steps)
