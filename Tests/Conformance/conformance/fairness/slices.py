"""scikit-learn on the items of one group alone, and on all others: a group is a smaller task."""

import warnings
from collections.abc import Callable, Iterator
from math import nan

import numpy as np
from sklearn import metrics

from .. import rules
from ..expectation import Expectation
from .sample import Grouped

ORACLE = "scikit-learn"

Score = Callable[..., float]

RATES: dict[str, Score] = {
    "TPR": metrics.recall_score,
    "TNR": lambda y, d, **rest: metrics.recall_score(y, d, pos_label=0, **rest),
    "PPV": metrics.precision_score,
    "NPV": lambda y, d, **rest: metrics.precision_score(y, d, pos_label=0, **rest),
    "F1": metrics.f1_score,
}
"""Of the positive labels against the rest; each can be 0/0."""


def expectations(sample: Grouped) -> Iterator[Expectation]:
    everybody = np.arange(sample.size)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for table in sample.tables:
            for group, members in table.members.items():
                unit = table.unit(group)
                yield Expectation("units", unit, float(len(members)))
                share = sample.at_risk[members].mean() if len(members) else nan
                yield Expectation("base rate", unit, float(share))
                yield from _of(sample, members, "", unit)
                if table.name == "sex":
                    rest = np.setdiff1d(everybody, members)
                    yield from _of(sample, rest, " of the rest", unit)


def _of(sample: Grouped, part: np.ndarray, suffix: str, unit: str) -> Iterator[Expectation]:
    y, d = sample.at_risk[part], sample.selected[part]
    gold, predicted = sample.gold[part], sample.decisions[part]
    for name, score in RATES.items():
        lenient = score(y, d) if len(part) else nan
        strict = score(y, d, zero_division=nan) if len(part) else nan
        step = rules.ZERO_FOR_UNDEFINED, strict
        yield Expectation.through(name + suffix, unit, lenient, step)
    accuracy = metrics.accuracy_score(gold, predicted) if len(part) else nan
    yield Expectation("Accuracy" + suffix, unit, float(accuracy))
    if sample.risk is not None:
        step = (
            rules.ONE_CLASS,
            nan if len(set(y)) < 2 else metrics.roc_auc_score(y, sample.risk[part]),
        )
        lenient = metrics.roc_auc_score(y, sample.risk[part]) if len(part) else nan
        yield Expectation.through("AUC" + suffix, unit, float(lenient), step)
    if sample.chances is not None:
        p = sample.chances[part]
        brier = metrics.brier_score_loss(y, p, labels=[False, True]) if len(part) else nan
        yield Expectation("Brier" + suffix, unit, float(brier))
