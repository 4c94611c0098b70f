"""The generated lists: short ones with ties, longer ones without, of one topic and of several."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from ..assessment.inputs import TWO
from .inputs import attributes
from .rankings import Ranking
from .sample import Grouped

Generator = np.random.Generator

SEX_DUE = {"F": 0.6, "M": 0.4}


def assessments(seed: int) -> Iterator[Grouped]:
    rng = np.random.default_rng(seed)
    for size in [2, 4, 6, 7]:
        for copy in range(2):
            yield short(rng, f"list-short-{size}-{copy}", size)
    for size in [9, 12, 40, 150]:
        yield long(rng, f"list-long-{size}", size)
    yield replace(long(rng, "list-targets", 25), targets={"sex": SEX_DUE})
    yield replace(long(rng, "list-partial-targets", 25), targets={"sex": {"F": 1.0}})
    yield replace(long(rng, "list-minimum", 30), minimum=6)
    yield replace(short(rng, "list-several", 7, several=0.5), by=["sex", "age"])
    yield replace(long(rng, "list-everybody-known", 20, missing=0.0), by=["sex", "age"])


def short(rng: Generator, name: str, size: int, **shares: float) -> Grouped:
    truth = rng.integers(0, 2, size)
    given = rng.integers(0, 4, size) / 4
    return Grouped(name, TWO, truth, ["yes"], given, cells=attributes(rng, size, **shares))


def long(rng: Generator, name: str, size: int, **shares: float) -> Grouped:
    truth = (rng.random(size) < 0.4).astype(int)
    cells = attributes(rng, size, **shares)
    return Grouped(name, TWO, truth, ["yes"], rng.random(size), cells=cells)


def rankings(seed: int) -> Iterator[Ranking]:
    rng = np.random.default_rng(seed)
    for number, ties in enumerate(["trec", "expected", "trec"]):
        yield ranking(rng, f"ranking-{number}", ties, number == 2)


def ranking(rng: Generator, name: str, ties: str, has_targets: bool) -> Ranking:
    universe = [f"d{number:02d}" for number in range(30)]
    judged, listed = {}, {}
    for topic in [f"t{number}" for number in range(5)]:
        of_topic = rng.choice(universe, 14, replace=False)
        judged[topic] = {str(item): int(rng.integers(0, 3)) for item in of_topic[:10]}
        places = rng.choice(of_topic, 9, replace=False)
        scores = rng.permutation(9) / 8.0
        if ties == "expected":
            scores = np.floor(scores * 5) / 5
        scored = zip(places, scores, strict=True)
        listed[topic] = {str(item): float(score) for item, score in scored}
    cells = attributes(rng, len(universe))
    targets = {"sex": SEX_DUE} if has_targets else {}
    places = {item: place for place, item in enumerate(universe)}
    return Ranking(name, judged, listed, places, cells, ties, targets)
