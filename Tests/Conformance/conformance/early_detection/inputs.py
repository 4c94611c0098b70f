"""The generated decisions: early and late, tied scores, one class, users who are left out."""

from collections.abc import Iterator

import numpy as np

from .sample import EarlySample, Row

Generator = np.random.Generator


def rows(rng: Generator, risk: bool, written: int, steps: int | None, alerts: float) -> list[Row]:
    """From the first writing on. After an alert some rows take it back, which nobody may."""
    count = int(rng.integers(1, 12))
    seen = sorted({1, *(int(n) for n in rng.integers(1, written + 1, count))})
    chance = min(1.0, alerts * (3 if risk else 1))
    alert, given = False, []
    for writings in seen:
        score = float(np.clip(0.3 * risk + 0.7 * rng.random(), 0, 1))
        alert = bool(rng.random() < chance) or (alert and bool(rng.random() < 0.9))
        given.append(Row(writings, alert, score if steps is None else round(score * steps) / steps))
    return given


def draw(
    rng: Generator,
    name: str,
    size: int,
    *,
    share: float = 0.3,
    steps: int | None = None,
    alerts: float = 0.04,
    longest: int = 2000,
    answered: float = 1.0,
    first: int = 1,
    ties: str = "trec",
) -> EarlySample:
    at_risk = rng.random(size) < share
    written = [int(rng.integers(1, longest + 1)) for _ in range(size)]
    given = [rows(rng, bool(r), w, steps, alerts) for r, w in zip(at_risk, written, strict=True)]
    kept = rng.random(size) < answered
    kept[rng.integers(0, size)] = True
    given = [own if keep else [] for own, keep in zip(given, kept, strict=True)]
    if first > 1:
        given = [[row for row in own if row.writings >= first] or own for own in given]
    return EarlySample(name, at_risk, given, written, ties)


def samples(seed: int) -> Iterator[EarlySample]:
    rng = np.random.default_rng(seed)
    for number in range(28):
        ties = ["trec", "expected", "trec", "file"][number % 4]
        size = int(rng.integers(2, 60))
        longest = [10, 100, 2000][number % 3]
        alerts = [0.01, 0.05, 0.2][number % 3]
        steps = [None, 3][number // 4 % 2]
        name = f"users-{number:02d}"
        yield draw(rng, name, size, steps=steps, alerts=alerts, longest=longest, ties=ties)
    for number in range(10):
        yield draw(rng, f"short-{number:02d}", int(rng.integers(2, 7)), steps=2, ties="expected")
    for number in range(8):
        yield draw(rng, f"silent-{number:02d}", 40, steps=[None, 3][number % 2], first=5)
    for number in range(10):
        yield draw(rng, f"left-out-{number:02d}", 30, alerts=0.1, answered=[0.9, 0.5][number % 2])
    yield draw(rng, "nobody-at-risk", 20, share=0)
    yield draw(rng, "everybody-at-risk", 20, share=1.1)
    yield draw(rng, "nobody-alerted", 20, alerts=0)
    yield draw(rng, "everybody-alerted-at-once", 20, alerts=1)
    yield draw(rng, "one-user-at-risk", 1, share=1.1, alerts=1)
    yield draw(rng, "many", 5000, steps=997)
