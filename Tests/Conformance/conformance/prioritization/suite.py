"""Every sample: people as one list, posts as a list each, and both on the reviewer's clock."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from .. import scored
from ..assessment import correlation, gains, orders
from ..cltask import Cltask
from ..comparison import Tally
from ..expectation import Expectation
from ..timed import cwl
from ..timed import definitions as timed
from ..timed.sample import TimedSample, Topic
from . import definitions, posts
from .inputs import samples
from .sample import People

SEED = 20260106

OF_LISTS = {"rho", "tau"}
"""Correlations that a ranked list has: people have no scores to be held against grades."""


def compare(cltask: Cltask, folder: Path, tally: Tally) -> None:
    for sample in samples(SEED):
        scored.compare(cltask, folder, tally, sample, list(questions(sample)))


def questions(sample: People) -> Iterator[scored.Question]:
    people = sample.as_assessment
    yield gains.ORACLE, list(gains.expectations(people))
    agreement = (e for e in correlation.expectations(people) if e.measure in OF_LISTS)
    yield correlation.ORACLE, list(agreement)
    yield orders.oracle(people), list(orders.expectations(people))
    yield from definitions.questions(sample)
    yield from posts.questions(sample)
    read = _read_to_the_end(sample)
    over = "" if read.is_strict else ", all orders"
    yield "definition", [Expectation(*value) for value in read.values(timed.values)]
    yield cwl.ORACLE + over, [Expectation(*value) for value in read.values(cwl.values)]


def _read_to_the_end(sample: People) -> TimedSample:
    """Measures of one list on the clock: all words of each person."""
    topic = Topic(
        np.array([int(person.at_risk) for person in sample.people]),
        np.array([float(person.words.sum()) for person in sample.people]),
        np.array([person.score for person in sample.people]),
        [person.name for person in sample.people],
    )
    return TimedSample(sample.name, "prioritization", {"1": topic}, sample.clock, sample.ties)
