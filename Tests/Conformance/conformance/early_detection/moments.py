"""`after=`: users ranked by what was said of them by then, by oracles that know one list only."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytrec_eval

from ..assessment import gains, orders
from ..expectation import OVERALL, Expectation
from ..scored import Question
from ..trec_names import trec_names
from .sample import EarlySample

MOMENTS = [3, 100]

WITH_SILENT = trec_names(
    "nDCG", "nDCG@5", "AP", "RR", "P@1", "P@10", "R@10", "Rprec", "Success@3"
)


def questions(sample: EarlySample) -> Iterator[Question]:
    for after in [None, *MOMENTS]:
        scores = sample.scores(after)
        if np.isnan(scores).any():
            yield "pytrec_eval", list(_then(_silent_first(sample, scores), after))
            continue
        users = sample.as_assessment(scores)
        for oracle, expected in [
            (gains.ORACLE, gains.expectations(users)),
            (orders.oracle(users), orders.expectations(users)),
        ]:
            yield oracle, list(_then(expected, after))


def _silent_first(sample: EarlySample, scores: np.ndarray) -> Iterator[Expectation]:
    """Who has no score takes a place before all others and is never found.

    The peer is given somebody unknown in that place, and the user among those to be found.
    """
    judged = {user: int(risk) for user, risk in zip(sample.users, sample.at_risk, strict=True)}
    silent = [user for user, score in zip(sample.users, scores, strict=True) if np.isnan(score)]
    run = {f"unknown {user}": 2.0 for user in silent}
    run |= {
        user: score
        for user, score in zip(sample.users, scores, strict=True)
        if not np.isnan(score)
    }
    judged["judged"] = 0
    evaluator = pytrec_eval.RelevanceEvaluator({"1": judged}, set(WITH_SILENT.values()))
    values = evaluator.evaluate({"1": {user: float(score) for user, score in run.items()}})["1"]
    for ours, theirs in WITH_SILENT.items():
        yield Expectation(ours, OVERALL, values[theirs])


def _then(expected: Iterator[Expectation], after: int | None) -> Iterator[Expectation]:
    return expected if after is None else (
        replace(each, measure=_named(each.measure, after)) for each in expected
    )


def _named(measure: str, after: int) -> str:
    """`nDCG(gain=exp2)@3` becomes `nDCG(gain=exp2,after=5)@3`."""
    if ")" in measure:
        return measure.replace(")", f",after={after})")
    name, at, cutoff = measure.partition("@")
    return f"{name}(after={after}){at}{cutoff}"
