"""scikit-learn as the oracle of who passes and of the care assigned; dcurves of net benefit."""

import warnings
from collections.abc import Iterator
from math import nan

import numpy as np
from sklearn import metrics

from .. import dca
from ..assessment import labels
from ..expectation import OVERALL, Expectation
from ..scored import Question
from .sample import GROUPINGS, LABELS, TriageSample

PREVALENCES = ["0.01", "0.6"]
THRESHOLDS = ["0", "0.1", "0.9"]
HARMS = [None, "0.0005", "0.01"]

OF_STAGES = ("PPV", "FPR")
"""Bare names that mean the pipeline, or a stage, in this kind."""


def questions(sample: TriageSample) -> Iterator[Question]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield "scikit-learn", list(_pipeline(sample))
        yield "scikit-learn", list(_care(sample))
    yield dca.ORACLE, list(_net_benefit(sample))


def _pipeline(sample: TriageSample) -> Iterator[Expectation]:
    """The pipeline as one test, and each stage among those who reach it."""
    passing = sample.passes_all
    yield _expect("NetSensitivity", _share(metrics.recall_score, sample.cases, passing))
    yield _expect("NetFPR", _share(metrics.recall_score, ~sample.cases, passing))
    anybody = bool((sample.passed == len(sample.stages)).any())
    precision = _share(metrics.precision_score, sample.cases, passing) if anybody else nan
    yield _expect("PPV", precision)
    yield _expect("NNE", 1 / precision if precision > 0 else nan)
    for place, stage in enumerate(sample.stages):
        there = sample.reaches(place)
        for name, truth in {"Se": sample.cases, "FPR": ~sample.cases}.items():
            value = _share(metrics.recall_score, truth[there], sample.passes(place)[there])
            yield _expect(f"{name}({stage.name})", value)


def _share(score, truth: np.ndarray, passing: np.ndarray) -> float:
    if len(truth) == 0:
        return nan
    return float(score(truth, passing, pos_label=True, zero_division=nan))


def _care(sample: TriageSample) -> Iterator[Expectation]:
    """By the matrix of care needed (rows) and assigned (columns). Whoever is left out gets less
    than needed, and more than needed."""
    scopes = {"": LABELS} | {f"({label})": [label] for label in LABELS}
    scopes |= {f"({name})": members for name, members in GROUPINGS.items()}
    for scope, members in scopes.items():
        inside = [LABELS.index(label) for label in members]
        less = _matrix(sample.needed, sample.assigned)[inside]
        under = sum(np.tril(_matrix(sample.needed, sample.assigned), -1)[inside].sum(axis=1))
        yield _expect(f"UnderTriage{scope}", under / less.sum() if less.sum() else nan)

        above = max(inside)
        wrongly = ~sample.answered & (sample.needed < above)
        counted = sample.answered | wrongly | (len(inside) == len(LABELS))
        most = np.where(wrongly, above, np.where(sample.answered, sample.assigned, sample.needed))
        more = _matrix(sample.needed[counted], most[counted])[:, inside]
        over = np.triu(_matrix(sample.needed[counted], most[counted]), 1)[:, inside].sum()
        yield _expect(f"OverTriage{scope}", over / more.sum() if more.sum() else nan)


def _matrix(needed: np.ndarray, assigned: np.ndarray) -> np.ndarray:
    return metrics.confusion_matrix(needed, assigned, labels=range(len(LABELS)))


def of_labels(sample: TriageSample) -> Iterator[Expectation]:
    """The care that is assigned, as any predicted labels."""
    for expected in labels.expectations(sample.as_assessment):
        if expected.measure != "PPV" and not expected.measure.startswith("FPR"):
            yield expected


def _net_benefit(sample: TriageSample) -> Iterator[Expectation]:
    """dcurves takes what the stages cost a member of the population as the harm of a test."""
    if len(set(sample.cases)) == 1:
        return
    # Passing or not is no risk: whoever passes is to be acted on at every threshold.
    risk = np.where(sample.passes_all, 1.0, -1.0)
    for prevalence in [None, *PREVALENCES]:
        share = float(prevalence) if prevalence else None
        harms = tuple(float(harm or 0) * cost_of_each(sample, share) for harm in HARMS)
        thresholds = [float(threshold) for threshold in THRESHOLDS]
        values = dca.net_benefits(sample.cases, risk, thresholds, share, harms)
        for threshold, row in zip(THRESHOLDS, values, strict=True):
            for harm, value in zip(HARMS, row, strict=True):
                arguments = {"threshold": threshold, "prevalence": prevalence, "harm": harm}
                given = ",".join(f"{key}={value}" for key, value in arguments.items() if value)
                yield _expect(f"NetBenefit({given})", value)


def cost_of_each(sample: TriageSample, prevalence: float | None = None) -> float:
    """Σ c_j W_j/N, the classes weighed by the prevalence where there is one."""
    shares = [sample.reaches(place) for place in range(len(sample.stages))]
    costs = sum(
        stage.cost * reached for stage, reached in zip(sample.stages, shares, strict=True)
    )
    if prevalence is None:
        return float(np.mean(costs))
    cases, others = costs[sample.cases].mean(), costs[~sample.cases].mean()
    return float(prevalence * cases + (1 - prevalence) * others)


def _expect(measure: str, value: float) -> Expectation:
    return Expectation(measure, OVERALL, float(value))
