"""The generated pipelines: one stage to four, one class, empty stages, items left out."""

from collections.abc import Iterator

import numpy as np

from .sample import Stage, TriageSample

Generator = np.random.Generator


def pipeline(rng: Generator, count: int) -> list[Stage]:
    tiers = sorted(int(tier) for tier in rng.integers(0, 4, count - 1)) + [3]
    costs = [0.0 if rng.random() < 0.1 else round(float(rng.uniform(0.1, 60)), 2) for _ in tiers]
    return [
        Stage(f"stage{place}", cost, tier)
        for place, (cost, tier) in enumerate(zip(costs, tiers, strict=True))
    ]


def draw(
    rng: Generator,
    name: str,
    size: int,
    stages: int,
    *,
    passing: float = 0.5,
    shares: tuple[float, ...] = (0.5, 0.2, 0.2, 0.1),
    positive: list[str] | None = None,
    answered: float = 1.0,
) -> TriageSample:
    needed = rng.choice(4, size, p=shares)
    chance = np.clip(passing * (0.5 + needed / 3), 0, 1)
    passed = np.sum(np.cumprod(rng.random((stages, size)) < chance, axis=0), axis=0)
    lost = rng.random(size) >= answered
    lost[0] = False
    return TriageSample(
        name,
        pipeline(rng, stages),
        needed,
        np.where(lost, -1, passed),
        positive or ["urgent"],
        rng.integers(0, 3, size) / 2.0,
    )


def samples(seed: int) -> Iterator[TriageSample]:
    rng = np.random.default_rng(seed)
    for number in range(40):
        size = int(rng.integers(1, 200))
        positive = [["urgent"], ["outpatient", "urgent"]][number % 2]
        passing = [0.3, 0.7][number // 2 % 2]
        stages = 1 + number % 4
        yield draw(rng, f"staged-{number:02d}", size, stages, passing=passing, positive=positive)
    for number in range(10):
        size = int(rng.integers(5, 60))
        yield draw(rng, f"left-out-{number:02d}", size, 1 + number % 3, answered=0.7, passing=0.7)
    for number in range(20):
        size = int(rng.integers(2, 8))
        yield draw(rng, f"swept-{number:02d}", size, 1 + number % 2, shares=(0.3, 0.1, 0.1, 0.5))
    yield draw(rng, "nobody-passes", 20, 2, passing=0)
    yield draw(rng, "everybody-passes", 20, 3, passing=3)
    yield draw(rng, "no-case", 20, 2, shares=(0.4, 0.3, 0.3, 0))
    yield draw(rng, "cases-alone", 20, 2, shares=(0, 0, 0, 1))
    yield draw(rng, "large", 5_000, 3)
