"""Every sample, with all the measures that some oracle can answer for it."""

from collections.abc import Callable, Iterator
from pathlib import Path

from .. import scored
from ..cltask import Cltask
from ..comparison import Tally
from ..expectation import Expectation
from . import correlation, decision_curves, definitions, gains, labels, orders, scores
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
    (lambda _: decision_curves.ORACLE, decision_curves.expectations),
    (lambda _: definitions.ORACLE, definitions.expectations),
]

def compare(cltask: Cltask, folder: Path, tally: Tally) -> None:
    for sample in samples(SEED):
        questions = [(name(sample), list(oracle(sample))) for name, oracle in ORACLES]
        scored.compare(cltask, folder, tally, sample, questions)
