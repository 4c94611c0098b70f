"""Every sample, with all the measures that some oracle can answer for it."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from ..cltask import Cltask, Refused
from ..comparison import Tally
from ..expectation import Expectation
from . import correlation, definitions, gains, labels, orders, scores
from .inputs import samples
from .sample import Sample

SEED = 20260102

Oracle = Callable[[Sample], Iterator[Expectation]]

ORACLES: list[tuple[Callable[[Sample], str], Oracle]] = [
    (lambda _: scores.ORACLE, scores.expectations),
    (lambda _: labels.ORACLE, labels.expectations),
    (lambda _: gains.ORACLE, gains.expectations),
    (lambda _: correlation.ORACLE, correlation.expectations),
    (orders.oracle, orders.expectations),
    (lambda _: definitions.ORACLE, definitions.expectations),
]

NOT_A_MEASURE = {"confusion"}
"""Stands in the scorecard of its own accord."""


def compare(cltask: Cltask, folder: Path, tally: Tally) -> None:
    for sample in samples(SEED):
        print(f"assessment: {sample.name}", file=sys.stderr)
        questions = [(name(sample), list(oracle(sample))) for name, oracle in ORACLES]
        asked = dict.fromkeys(e.measure for _, expected in questions for e in expected)
        measures = [measure for measure in asked if measure not in NOT_A_MEASURE]
        submission = sample.write(folder, measures)
        try:
            answers = cltask.score(folder, sample.name, submission)
        except Refused as refusal:
            for oracle, expected in questions:
                tally.fail(sample.name, oracle, expected, str(refusal))
        else:
            for oracle, expected in questions:
                tally.compare(sample.name, oracle, expected, answers)
