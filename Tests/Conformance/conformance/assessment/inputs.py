"""The generated assessments: two labels and four, every form of submission, all from one seed."""

from collections.abc import Iterator

import numpy as np

from .sample import Sample

Generator = np.random.Generator

TWO = ["no", "yes"]
FOUR = ["none", "low", "moderate", "severe"]
GROUPINGS = {"flagged": ["low", "moderate", "severe"], "urgent": ["moderate", "severe"]}
DOUBLING = [0, 1, 2, 4]
"""Grades that are not the positions; 4 is also the maximum that gdeval's ERR assumes."""


def gold(rng: Generator, size: int, labels: int) -> np.ndarray:
    shares = np.array([0.75, 0.25]) if labels == 2 else np.array([0.45, 0.3, 0.15, 0.1])
    return np.searchsorted(np.cumsum(shares)[:-1], rng.random(size))


def scores(rng: Generator, truth: np.ndarray, steps: int | None = None) -> np.ndarray:
    """Scores in [0,1] that know a little; `steps` of them where there are to be ties."""
    known = np.clip(0.25 * truth / max(1, truth.max()) + 0.75 * rng.random(len(truth)), 0, 1)
    return known if steps is None else np.round(known * steps) / steps


def predictions(rng: Generator, truth: np.ndarray, labels: int) -> np.ndarray:
    wrong = rng.random(len(truth)) < 0.4
    return np.where(wrong, rng.integers(0, labels, len(truth)), truth)


def probabilities(rng: Generator, truth: np.ndarray, labels: int, *, steps: bool) -> np.ndarray:
    """Rows that sum to 1; multiples of 1/16 where there are to be ties, zeros among them."""
    if steps:
        return rng.multinomial(16, np.full(labels, 1 / labels), len(truth)) / 16.0
    weights = rng.random((len(truth), labels)) + np.eye(labels)[truth]
    return weights / weights.sum(axis=1, keepdims=True)


def two_labels(rng: Generator, name: str, size: int, steps: int | None) -> Sample:
    truth = gold(rng, size, 2)
    return Sample(name, TWO, truth, ["yes"], scores(rng, truth, steps))


def four_labels(
    rng: Generator, name: str, size: int, steps: int | None, *, labelled: bool = True
) -> Sample:
    truth = gold(rng, size, 4)
    return Sample(
        name,
        FOUR,
        truth,
        ["severe"],
        scores(rng, truth, steps),
        predictions(rng, truth, 4) if labelled else None,
        grades=DOUBLING,
        groupings=GROUPINGS,
    )


def samples(seed: int) -> Iterator[Sample]:
    rng = np.random.default_rng(seed)
    sizes = [2, 3, 5, 8, 20, 60, 125, 400]
    for size in sizes:
        for copy, steps in enumerate([None, 4, 1]):
            yield two_labels(rng, f"two-scores-{size}-{copy}", size, steps)
            yield four_labels(rng, f"four-both-{size}-{copy}", size, steps)
    yield from labels_alone(rng)
    yield from probability_columns(rng)
    yield from degenerate(rng)
    yield from beyond_the_unit_interval(rng)
    yield from orders(rng)
    yield from large(rng)


def labels_alone(rng: Generator) -> Iterator[Sample]:
    for size in [4, 30, 200]:
        truth = gold(rng, size, 2)
        guess = predictions(rng, truth, 2)
        yield Sample(f"two-labels-{size}", TWO, truth, ["yes"], predicted=guess)
        truth = gold(rng, size, 4)
        guess = predictions(rng, truth, 4)
        positive = ["moderate", "severe"]
        name = f"four-labels-{size}"
        yield Sample(name, FOUR, truth, positive, predicted=guess, groupings=GROUPINGS)
    disagreeing = scores(rng, truth := gold(rng, 100, 2))
    guess = predictions(rng, truth, 2)
    yield Sample("two-both", TWO, truth, ["yes"], disagreeing, guess, threshold=0.3)
    yield Sample("two-threshold", TWO, truth, ["yes"], disagreeing, threshold=0.3)


def probability_columns(rng: Generator) -> Iterator[Sample]:
    for size in [12, 60, 300]:
        for steps in [False, True]:
            truth = gold(rng, size, 4)
            chances = probabilities(rng, truth, 4, steps=steps)
            name = f"four-chances-{size}-{'ties' if steps else 'distinct'}"
            yield Sample(
                name, FOUR, truth, ["moderate", "severe"], probabilities=chances, grades=DOUBLING
            )


def degenerate(rng: Generator) -> Iterator[Sample]:
    """One class, single items, labels that never occur, constant predictions and scores."""
    some = scores(rng, np.zeros(20))
    for name, label in {"all-negative": 0, "all-positive": 1}.items():
        yield Sample(f"two-{name}", TWO, np.full(20, label), ["yes"], some)
        yield Sample(f"two-single-{name}", TWO, np.full(1, label), ["yes"], some[:1])
    truth = np.array([0, 1] * 10)
    yield Sample("two-constant-score", TWO, truth, ["yes"], np.full(20, 0.5))
    yield Sample("two-certain", TWO, truth, ["yes"], truth[::-1].astype(float))
    yield Sample("two-perfect", TWO, truth, ["yes"], truth.astype(float))
    for name, truth, guess in [
        ("absent-from-gold", rng.integers(0, 2, 40), rng.integers(0, 3, 40)),
        ("absent-from-predictions", rng.integers(0, 4, 40), rng.integers(1, 3, 40)),
        ("absent-from-both", rng.integers(0, 2, 40) * 2, rng.integers(0, 2, 40) * 2),
        ("one-label-predicted", rng.integers(0, 4, 40), np.full(40, 2)),
        ("one-label", np.full(15, 1), np.full(15, 1)),
        ("one-label-each", np.full(15, 1), np.full(15, 3)),
        ("single", np.array([3]), np.array([3])),
        ("single-wrong", np.array([3]), np.array([0])),
    ]:
        yield Sample(
            f"four-{name}", FOUR, truth, ["severe"], predicted=guess, groupings=GROUPINGS
        )


def beyond_the_unit_interval(rng: Generator) -> Iterator[Sample]:
    for size in [10, 150]:
        truth = gold(rng, size, 4)
        raw = rng.normal(truth, 2.0) * 10.0 ** rng.integers(-3, 4)
        yield Sample(f"four-raw-{size}", FOUR, truth, ["severe"], raw, grades=DOUBLING)


def orders(rng: Generator) -> Iterator[Sample]:
    """Lists short enough to try every order of their ties, under each rule for ties."""
    for number in range(24):
        size = int(rng.integers(2, 7))
        truth = rng.integers(0, 4, size)
        tied = rng.integers(0, 3, size) / 2.0
        ties = ["expected", "expected", "trec", "file"][number % 4]
        name = f"four-orders-{number:02d}"
        yield Sample(name, FOUR, truth, ["moderate", "severe"], tied, grades=DOUBLING, ties=ties)


def large(rng: Generator) -> Iterator[Sample]:
    yield two_labels(rng, "two-hundred-thousand", 100_000, 997)
    yield four_labels(rng, "four-hundred-thousand", 100_000, None)
    truth = gold(rng, 100_000, 4)
    chances = probabilities(rng, truth, 4, steps=False)
    yield Sample("four-chances-hundred-thousand", FOUR, truth, ["severe"], probabilities=chances)
