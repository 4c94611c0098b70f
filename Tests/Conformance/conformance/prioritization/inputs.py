"""The generated people: few with ties, many without, nobody at risk, no evidence at all."""

from collections.abc import Iterator

import numpy as np

from ..timed.inputs import MOST, clock
from .sample import People, Person

Generator = np.random.Generator


def person(
    rng: Generator, number: int, posts: int, score: float, steps: int, *, share: float, shown: float
) -> Person:
    """`steps` different scores of posts where there are to be ties."""
    label = 2 if rng.random() < share else int(rng.integers(0, 2))
    evidence = np.where(rng.random(posts) < shown, rng.integers(1, 9, posts) / 8.0, 0.0)
    words = np.where(rng.random(posts) < 0.1, 0, rng.integers(1, 1500, posts))
    scores = rng.integers(0, steps, posts) / 4.0 if steps else rng.permutation(posts) / 4.0
    return Person(f"u{(number * 7919) % 10007:05d}", label, score, words, evidence, scores)


def draw(
    rng: Generator,
    name: str,
    size: int,
    posts: int,
    *,
    steps: int = 0,
    share: float = 0.5,
    shown: float = 0.4,
    ties: str = "expected",
) -> People:
    scores = rng.integers(0, steps, size) / 2.0 if steps else rng.permutation(size) / 8.0
    people = [
        person(
            rng, number, int(rng.integers(1, posts + 1)), float(s), steps, share=share, shown=shown
        )
        for number, s in enumerate(scores)
    ]
    return People(name, people, clock(rng), ties)


def samples(seed: int) -> Iterator[People]:
    rng = np.random.default_rng(seed)
    for number in range(48):
        ties = ["expected", "expected", "trec", "file"][number % 4]
        size = int(rng.integers(1, 7))
        people = draw(rng, f"tied-{number:02d}", size, 6, steps=3, ties=ties)
        if people.order_count <= MOST:
            yield people
    for number in range(12):
        size = int(rng.integers(10, 120))
        yield draw(rng, f"strict-{number:02d}", size, 40, share=[0.05, 0.3][number % 2], shown=0.1)
    yield draw(rng, "nobody-at-risk", 8, 4, share=0)
    yield draw(rng, "everybody-at-risk", 8, 4, share=1.1)
    yield draw(rng, "no-evidence", 8, 4, shown=0)
    yield draw(rng, "every-post-shows-something", 8, 4, shown=1.1)
