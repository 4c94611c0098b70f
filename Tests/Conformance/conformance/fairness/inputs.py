"""The generated assessments with groups: missing and several values, degenerate groups."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from ..assessment.inputs import FOUR, GROUPINGS, TWO, gold, predictions
from ..workspace import Columns
from .sample import BY, Grouped

Generator = np.random.Generator

SEX = ["F", "M"]
AGE = ["18-29", "30-44", "45+"]


def attributes(rng: Generator, size: int, *, missing: float = 0.1, several: float = 0.0) -> Columns:
    columns: Columns = {}
    for name, values in {"sex": SEX, "age": AGE}.items():
        weights = np.arange(len(values) + 1, 1, -1)
        fields = rng.choice(values, size, p=weights / weights.sum())
        second = rng.choice(values, size)
        has_two = (rng.random(size) < several) & (fields != second)
        fields = np.where(has_two, np.char.add(np.char.add(fields, "|"), second), fields)
        columns[name] = [str(field) for field in np.where(rng.random(size) < missing, "", fields)]
    return columns


def scores(rng: Generator, truth: np.ndarray, cells: Columns, steps: int | None) -> np.ndarray:
    """They know a little of the truth, and less of who has no first value of sex."""
    known = np.array([0.5 if cell == "F" else 0.2 for cell in cells["sex"]])
    drawn = known * (truth > 0) + (1 - known) * rng.random(len(truth))
    return drawn if steps is None else np.round(drawn * steps) / steps


def grouped(
    rng: Generator,
    name: str,
    size: int,
    steps: int | None = None,
    *,
    minimum: int = 1,
    **shares: float,
) -> Grouped:
    truth = gold(rng, size, 2)
    cells = attributes(rng, size, **shares)
    given = scores(rng, truth, cells, steps)
    by = BY if size >= 60 else BY[:2]
    return Grouped(name, TWO, truth, ["yes"], given, cells=cells, minimum=minimum, by=by)


def samples(seed: int) -> Iterator[Grouped]:
    rng = np.random.default_rng(seed)
    for size, steps in [(2, None), (5, 4), (12, None), (40, 8), (40, None), (150, 10), (600, None)]:
        kind = "distinct" if steps is None else "tied"
        yield grouped(rng, f"groups-{size}-{kind}", size, steps)
    yield grouped(rng, "groups-several", 200, 10, several=0.3)
    yield grouped(rng, "groups-minimum", 90, 16, minimum=10)
    yield grouped(rng, "groups-minimum-several", 60, minimum=7, several=0.2)
    yield grouped(rng, "groups-all-missing", 15, missing=1.0)
    yield four_labels(rng)
    yield degenerate(rng)
    yield nobody_missed(rng)
    yield everybody_missed(rng)
    yield grouped(rng, "groups-five-thousand", 5000, 1000)


def four_labels(rng: Generator) -> Grouped:
    truth = gold(rng, 160, 4)
    cells = attributes(rng, 160, several=0.1)
    return Grouped(
        "groups-four-labels", FOUR, truth, ["moderate", "severe"], rng.normal(truth, 1.5),
        predictions(rng, truth, 4), groupings=GROUPINGS, cells=cells,
    )  # fmt: skip


def degenerate(rng: Generator) -> Grouped:
    """Groups without positives or negatives, of one person, never selected, of nobody here."""
    sizes = {"P": 20, "Q": 8, "R": 8, "S": 1, "T": 9}
    group = np.repeat(list(sizes), list(sizes.values()))
    truth = rng.integers(0, 2, len(group))
    truth[group == "Q"], truth[group == "R"], truth[group == "S"] = 0, 1, 1
    given = np.round(rng.random(len(group)) * 10) / 10
    given[group == "T"] = 0.25
    cells = {"sex": [str(each) for each in group], "age": attributes(rng, len(group))["age"]}
    return Grouped(
        "groups-degenerate", TWO, truth, ["yes"], given, cells=cells,
        elsewhere=[{"sex": "U", "age": "30-44"}],
    )  # fmt: skip


def nobody_missed(rng: Generator) -> Grouped:
    """Every benefit is above 0, so that each index of inequality is finite."""
    found = grouped(rng, "groups-nobody-missed", 80)
    return replace(found, scores=np.where(found.gold == 1, 0.9, found.scores))


def everybody_missed(rng: Generator) -> Grouped:
    """No benefit at all: nothing to be unequal."""
    cells = attributes(rng, 12)
    given = np.round(rng.random(12) * 4) / 10
    return Grouped(
        "groups-everybody-missed", TWO, np.ones(12, dtype=int), ["yes"], given, cells=cells
    )
