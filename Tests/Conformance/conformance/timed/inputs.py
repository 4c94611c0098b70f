"""The generated lists: short ones with ties, long strict ones, nothing or everything relevant."""

from collections.abc import Iterator

import numpy as np

from .clock import SECOND_EACH, Clock
from .sample import TimedSample, Topic

Generator = np.random.Generator

MOST = 800
"""Orders of a list that are tried."""


def topic(
    rng: Generator, size: int, *, steps: int = 0, share: float = 0.4, kept: float = 1.0
) -> Topic:
    """`steps` different scores where there are to be ties; some words are not known."""
    grades = np.where(rng.random(size) < share, rng.integers(1, 3, size), 0)
    words = np.where(rng.random(size) < 0.1, np.nan, rng.integers(0, 2000, size))
    scores = rng.integers(0, steps, size) / 4.0 if steps else rng.permutation(size) / 8.0 - 3.0
    lost = rng.random(size) >= kept
    lost[rng.integers(0, size)] = False
    names = [f"i{(number * 7919) % 10007:05d}" for number in range(size)]
    return Topic(grades, words, np.where(lost, np.nan, scores), names)


def clock(rng: Generator) -> Clock:
    """By default, and with other constants."""
    if rng.random() < 0.5:
        return Clock()
    summary, per_item, half_life = rng.uniform(0.5, [20, 30, 900]) + [0, 0, 5]
    relevant, other, save = rng.uniform(0.05, 1.0, 3)
    return Clock(summary, float(rng.uniform(0, 0.1)), per_item, relevant, other, save, half_life)


def samples(seed: int) -> Iterator[TimedSample]:
    rng = np.random.default_rng(seed)
    yield from one_list(rng)
    yield from several_topics(rng)


def one_list(rng: Generator) -> Iterator[TimedSample]:
    for number in range(60):
        size = int(rng.integers(1, 8))
        ties = ["expected", "expected", "trec", "file"][number % 4]
        own = clock(rng) if number % 3 else SECOND_EACH
        items = topic(rng, size, steps=3, share=[0.1, 0.4, 0.9][number % 3])
        sample = TimedSample(f"tied-{number:02d}", "assessment", {"1": items}, own, ties)
        if sample.order_count <= MOST:
            yield sample
    for number in range(24):
        size = int(rng.integers(10, 400))
        own = clock(rng) if number % 2 else SECOND_EACH
        items = topic(rng, size, share=[0.02, 0.2, 0.6][number % 3])
        yield TimedSample(f"strict-{number:02d}", "assessment", {"1": items}, own, "expected")
    for number in range(16):
        items = topic(rng, int(rng.integers(1, 40)), share=[0.2, 0.6][number % 2], kept=0.7)
        own = clock(rng)
        yield TimedSample(f"left-out-{number:02d}", "assessment", {"1": items}, own, "expected")
    for name, share in {"nothing": 0.0, "everything": 1.1}.items():
        items = topic(rng, 6, steps=2, share=share)
        yield TimedSample(f"{name}-relevant", "assessment", {"1": items}, Clock(), "expected")


def several_topics(rng: Generator) -> Iterator[TimedSample]:
    for number in range(24):
        ties = ["trec", "expected", "file"][number % 3]
        own = clock(rng) if number % 2 else SECOND_EACH
        kept = 1.0 if number % 4 < 2 else 0.7
        topics = {}
        while len(topics) < 6:
            steps = 4 if len(topics) % 2 else 0
            items = topic(rng, int(rng.integers(1, 9)), steps=steps, share=0.3, kept=kept)
            drawn = TimedSample("", "ranking", {"1": items}, own, ties)
            if drawn.order_count <= MOST:
                topics[f"q{len(topics)}"] = items
        yield TimedSample(f"topics-{number:02d}", "ranking", topics, own, ties)
    long = {f"q{number}": topic(rng, 300, share=0.1, kept=0.8) for number in range(20)}
    yield TimedSample("topics-long", "ranking", long, Clock(), "trec")
