"""The generated collections: one difficulty each, all of it from one seed."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np

from .collection import Collection

Generator = np.random.Generator
Scores = Callable[[Generator, int], np.ndarray]
Grades = Callable[[Generator, int], np.ndarray]
Span = tuple[int, int]


def distinct(rng: Generator, count: int) -> np.ndarray:
    """Scores that stay distinct as Float."""
    return rng.permutation(count) * 0.25 - 7.0


def tied(rng: Generator, count: int) -> np.ndarray:
    return rng.integers(0, max(2, count // 4), count) / 4.0


def all_tied(rng: Generator, count: int) -> np.ndarray:
    return np.full(count, 1.5)


def beyond_float(rng: Generator, count: int) -> np.ndarray:
    """Scores that differ as Double and fall together in groups as Float."""
    return rng.integers(0, 3, count) + 3.0 + rng.permutation(count) * 1e-11


def extreme(rng: Generator, count: int) -> np.ndarray:
    """Magnitudes from 1e-300 to 1e300: as Float, zeros and infinities."""
    return rng.choice([-1.0, 1.0], count) * 10.0 ** rng.integers(-300, 300, count)


def grades(low: int, high: int) -> Grades:
    return lambda rng, count: rng.integers(low, high + 1, count)


def rarely_relevant(rng: Generator, count: int) -> np.ndarray:
    return rng.choice([0, 0, 0, 0, 0, 1, 2, 3, 4], count)


def draw(
    rng: Generator,
    name: str,
    topics: int,
    *,
    judged: Span = (1, 60),
    retrieved: Span = (1, 60),
    scores: Scores = distinct,
    graded: Grades = grades(0, 4),
    universe: int = 100,
) -> Collection:
    """Judged and retrieved items are drawn apart, so some are unjudged and some never found."""
    judgements: list[tuple[str, str, int]] = []
    run: list[tuple[str, str, str]] = []
    for topic in (str(number) for number in range(1, topics + 1)):
        size = int(rng.integers(judged[0], judged[1] + 1))
        pool = rng.choice(universe, size, replace=False)
        drawn = zip(pool, graded(rng, size), strict=True)
        judgements += [(topic, f"d{item}", int(grade)) for item, grade in drawn]
        size = int(rng.integers(retrieved[0], retrieved[1] + 1))
        found = rng.choice(universe, size, replace=False)
        scored = zip(found, scores(rng, size), strict=True)
        run += [(topic, f"d{item}", repr(float(score))) for item, score in scored]
    return Collection(name, judgements, run)


def with_a_judgement(collection: Collection) -> Collection:
    """Each topic gets an item of grade 0: pytrec_eval corrupts its memory if all are negative."""
    topics = dict.fromkeys(topic for topic, _, _ in collection.judgements)
    kept = [(topic, "judged", 0) for topic in topics]
    return replace(collection, judgements=collection.judgements + kept)


def shuffled(rng: Generator, collection: Collection) -> Collection:
    """The lines of both files in any order, topics interleaved."""
    judgements = [collection.judgements[i] for i in rng.permutation(len(collection.judgements))]
    run = [collection.retrieved[i] for i in rng.permutation(len(collection.retrieved))]
    return replace(collection, judgements=judgements, retrieved=run)


def renamed(collection: Collection) -> Collection:
    """Topics and items with names of several lengths and scripts: order is by bytes."""
    stems = ["a", "A", "ab", "é", "ü-", "日本", "_", "~", "0", "00"]

    def item(name: str) -> str:
        return stems[int(name[1:]) % len(stems)] + name

    return replace(
        collection,
        judgements=[(f"q-{t}", item(i), grade) for t, i, grade in collection.judgements],
        retrieved=[(f"q-{t}", item(i), score) for t, i, score in collection.retrieved],
        numeric_topics=False,
    )


def without_topics(collection: Collection) -> Collection:
    """The run leaves out topics 3, 8, 13 …; the qrels topics 5, 10, 15 …"""
    return replace(
        collection,
        judgements=[line for line in collection.judgements if int(line[0]) % 5 != 0],
        retrieved=[line for line in collection.retrieved if int(line[0]) % 5 != 3],
    )


def collections(seed: int) -> Iterator[Collection]:
    rng = np.random.default_rng(seed)
    yield draw(rng, "distinct", 200)
    yield draw(rng, "ties", 200, scores=tied)
    yield draw(rng, "all-tied", 60, scores=all_tied)
    yield draw(rng, "beyond-float", 150, scores=beyond_float)
    yield draw(rng, "extreme-scores", 60, scores=extreme)
    negative = draw(rng, "negative-grades", 200, scores=tied, graded=grades(-2, 4))
    yield with_a_judgement(negative)
    yield draw(rng, "sparse", 150, graded=rarely_relevant, judged=(1, 12))
    yield draw(rng, "nothing-relevant", 40, graded=grades(0, 0))
    yield draw(rng, "all-relevant", 40, graded=grades(1, 4), retrieved=(1, 100))
    yield draw(rng, "binary", 100, graded=grades(0, 1), scores=tied)
    yield draw(rng, "single-items", 120, judged=(1, 1), retrieved=(1, 1), universe=2)
    yield draw(rng, "short-runs", 100, retrieved=(1, 4), judged=(30, 90))
    yield draw(rng, "few-judged", 100, judged=(1, 3), retrieved=(50, 100))
    yield without_topics(draw(rng, "missing-topics", 120, scores=tied))
    interleaved = shuffled(rng, draw(rng, "interleaved-crlf", 120, scores=tied))
    yield replace(interleaved, newline="\r\n")
    yield renamed(draw(rng, "names", 120, scores=tied))
    yield draw(rng, "many-small", 3000, judged=(1, 6), retrieved=(1, 6), universe=10)
    yield draw(
        rng,
        "hundred-thousand",
        1,
        judged=(20_000, 20_000),
        retrieved=(100_000, 100_000),
        graded=rarely_relevant,
        scores=tied,
        universe=150_000,
    )
