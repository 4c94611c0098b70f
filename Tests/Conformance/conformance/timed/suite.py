"""Every list before every oracle that can answer for it."""

from pathlib import Path

from .. import rules, scored
from ..cltask import Cltask
from ..comparison import Tally
from ..expectation import Expectation
from . import asreview, cwl, definitions
from .clock import SECOND_EACH
from .inputs import samples
from .sample import Measured, TimedSample

SEED = 20260103


def compare(cltask: Cltask, folder: Path, tally: Tally) -> None:
    for sample in samples(SEED):
        scored.compare(cltask, folder, tally, sample, questions(sample))


def questions(sample: TimedSample) -> list[scored.Question]:
    definition = _expected(sample, definitions.values)
    if sample.is_strict and sample.ties != "expected" and not sample.leaves_out:
        definition += _expected(sample, definitions.by_time)
    over = "" if sample.is_strict else ", all orders"
    asked = [("definition", definition), (cwl.ORACLE + over, _expected(sample, cwl.values))]
    if sample.clock == SECOND_EACH:
        asked.append((asreview.ORACLE + over, _expected(sample, asreview.values)))
        asked.append((asreview.ORACLE + over, _work_saved(sample)))
    return asked


def _expected(sample: TimedSample, measured: Measured) -> list[Expectation]:
    return [Expectation(*value) for value in sample.values(measured)]


def _work_saved(sample: TimedSample) -> list[Expectation]:
    theirs = sample.values(lambda reading: ((m, v) for m, v, _ in asreview.work_saved(reading)))
    ours = sample.values(lambda reading: ((m, v) for m, _, v in asreview.work_saved(reading)))
    return [
        Expectation.through(measure, unit, value, (rules.RANDOM_IN_STEPS, share))
        for (measure, unit, value), (_, _, share) in zip(theirs, ours, strict=True)
    ]
