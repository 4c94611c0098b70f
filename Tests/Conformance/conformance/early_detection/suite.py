"""Every sample before scikit-learn, pytrec_eval and the definitions."""

from collections.abc import Iterator
from pathlib import Path

from .. import scored
from ..assessment import correlation, labels, scores
from ..cltask import Cltask
from ..comparison import Tally
from . import definitions, moments
from .inputs import samples
from .sample import EarlySample

SEED = 20260104


def compare(cltask: Cltask, folder: Path, tally: Tally) -> None:
    for sample in samples(SEED):
        scored.compare(cltask, folder, tally, sample, list(questions(sample)))


def questions(sample: EarlySample) -> Iterator[scored.Question]:
    users = sample.as_assessment(sample.scores())
    decided = list(labels.expectations(users))
    if not sample.answered.all():
        # The confusion table counts decisions that were made.
        decided = [each for each in decided if each.measure != "confusion"]
    yield labels.ORACLE, decided
    if sample.answered.all():
        yield scores.ORACLE, list(scores.expectations(users))
        yield correlation.ORACLE, list(correlation.expectations(users))
    yield definitions.ORACLE, list(definitions.expectations(sample))
    yield from moments.questions(sample)
