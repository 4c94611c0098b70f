"""scikit-learn as the oracle of measures that compare predicted labels with gold labels."""

import warnings
from collections.abc import Callable, Iterator
from math import nan

import numpy as np
from sklearn import metrics

from .. import rules
from ..expectation import OVERALL, Expectation
from .sample import Sample

ORACLE = "scikit-learn"

Binary = Callable[..., float]

BETAS = {"Fbeta(LABEL)": 2.0, "Fbeta(beta=0.5,LABEL)": 0.5}
"""cltask's β is 2 unless it is told."""


def expectations(sample: Sample) -> Iterator[Expectation]:
    """Nothing where the submission decides nothing."""
    decisions = sample.decisions
    if decisions is None:
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield from _overall(sample.gold, decisions)
        yield from _distances(sample.gold, decisions, len(sample.labels))
        yield from _confusion(sample, decisions)
        for label in sample.labels:
            yield from _one_against_rest(sample, decisions, f"({label})", [label])
        for name, labels in sample.groupings.items():
            yield from _one_against_rest(sample, decisions, f"({name})", labels)
        yield from _one_against_rest(sample, decisions, "", sample.positive)


def _overall(gold: np.ndarray, predicted: np.ndarray) -> Iterator[Expectation]:
    yield _plain("Accuracy", metrics.accuracy_score(gold, predicted))
    yield _plain("BalancedAccuracy", metrics.balanced_accuracy_score(gold, predicted))
    for average in ["macro", "micro", "weighted"]:
        yield _average(f"F1({average})", metrics.f1_score, average, gold, predicted)
        yield _average(f"P({average})", metrics.precision_score, average, gold, predicted)
        yield _average(f"R({average})", metrics.recall_score, average, gold, predicted)
        for name, beta in BETAS.items():
            name = name.replace("LABEL", average)
            yield _average(name, metrics.fbeta_score, average, gold, predicted, beta=beta)
    correlation = metrics.matthews_corrcoef(gold, predicted)
    constant = len(set(gold)) == 1 or len(set(predicted)) == 1
    steps = [(rules.ZERO_FOR_UNDEFINED, nan)] if constant else []
    yield Expectation.through("MCC", OVERALL, correlation, *steps)


def _average(
    name: str,
    score: Binary,
    average: str,
    gold: np.ndarray,
    predicted: np.ndarray,
    **options: float,
) -> Expectation:
    """Where a label that is averaged over is undefined, so is the average."""
    lenient = score(gold, predicted, average=average, **options)
    averaged = {"macro": set(gold) | set(predicted), "micro": set(), "weighted": set(gold)}
    labels = sorted(averaged[average])
    each = score(gold, predicted, average=None, labels=labels, zero_division=nan, **options)
    steps = [(rules.ZERO_FOR_UNDEFINED, nan)] if labels and np.isnan(each).any() else []
    return Expectation.through(name, OVERALL, float(lenient), *steps)


def _distances(gold: np.ndarray, predicted: np.ndarray, labels: int) -> Iterator[Expectation]:
    every = list(range(labels))
    yield _plain("Kappa", metrics.cohen_kappa_score(gold, predicted, labels=every))
    weighted = metrics.cohen_kappa_score(gold, predicted, labels=every, weights="quadratic")
    yield _plain("QWK", weighted)
    yield _plain("MAE", metrics.mean_absolute_error(gold, predicted))
    yield _plain("RMSE", metrics.root_mean_squared_error(gold, predicted))
    by_label = [
        metrics.mean_absolute_error(gold[gold == label], predicted[gold == label])
        for label in set(gold)
    ]
    yield _plain("MAE(macro)", np.mean(by_label))


def _confusion(sample: Sample, decisions: np.ndarray) -> Iterator[Expectation]:
    every = range(len(sample.labels))
    counts = metrics.confusion_matrix(sample.gold, decisions, labels=every)
    for gold, row in zip(sample.labels, counts, strict=True):
        for predicted, count in zip(sample.labels, row, strict=True):
            yield Expectation("confusion", f"{gold} as {predicted}", float(count))


def _one_against_rest(
    sample: Sample, decisions: np.ndarray, which: str, labels: list[str]
) -> Iterator[Expectation]:
    """Of a label, a grouping, or the positive labels, with which the name says nothing."""
    members = sample.positions(labels)
    gold, predicted = np.isin(sample.gold, members), np.isin(decisions, members)

    def rate(name: str, score: Binary, **options: object) -> Expectation:
        lenient = score(gold, predicted, **options)
        strict = score(gold, predicted, zero_division=nan, **options)
        return Expectation.through(name, OVERALL, lenient, (rules.ZERO_FOR_UNDEFINED, strict))

    def complement(name: str, of: str, score: Binary, **options: object) -> Expectation:
        found = rate(of, score, **options)
        return Expectation.through(
            name,
            OVERALL,
            1.0 - found.value,
            *([(found.rule, 1.0 - found.instead)] if found.rule else []),
        )

    within = which.strip("()")
    yield rate(f"P{which}", metrics.precision_score)
    yield rate(f"R{which}", metrics.recall_score)
    for name, beta in BETAS.items():
        name = name.replace("LABEL", within).replace(",)", ")").replace("()", "")
        yield rate(name, metrics.fbeta_score, beta=beta)
    yield rate(f"F1{which}", metrics.f1_score)
    yield rate(f"TPR{which}", metrics.recall_score)
    yield rate(f"TNR{which}", metrics.recall_score, pos_label=0)
    yield rate(f"PPV{which}", metrics.precision_score)
    yield rate(f"NPV{which}", metrics.precision_score, pos_label=0)
    yield complement(f"FNR{which}", f"TPR{which}", metrics.recall_score)
    yield complement(f"FPR{which}", f"TNR{which}", metrics.recall_score, pos_label=0)


def _plain(measure: str, value: float) -> Expectation:
    return Expectation(measure, OVERALL, float(value))
