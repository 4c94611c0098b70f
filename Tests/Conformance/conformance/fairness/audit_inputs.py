"""The generated assessments whose subgroups are gone through."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from ..assessment.inputs import TWO
from .inputs import attributes, grouped
from .sample import Grouped


def samples(seed: int) -> Iterator[tuple[Grouped, int]]:
    """With how many attributes are combined."""
    rng = np.random.default_rng(seed)
    yield wider(rng, grouped(rng, "audit-120", 120, 10, minimum=1)), 3
    yield wider(rng, grouped(rng, "audit-400", 400, minimum=10)), 2
    yield wider(rng, grouped(rng, "audit-several", 150, 8, minimum=5, several=0.3)), 2
    yield gerrymandered(rng), 2
    yield alike(rng), 2


def wider(rng: np.random.Generator, sample: Grouped) -> Grouped:
    """With a third attribute."""
    language = [str(each) for each in rng.choice(["first", "second", ""], sample.size)]
    return replace(sample, cells={**sample.cells, "language": language})


def gerrymandered(rng: np.random.Generator) -> Grouped:
    """Fair by either attribute alone, and as unfair as can be by both (Kearns et al. 2018)."""
    sex, age = np.repeat(["F", "M"], 24), np.tile(["18-29", "45+"], 24)
    truth = np.tile([0, 0, 0, 0, 1, 1], 8)
    given = np.where((sex == "F") == (age == "45+"), 0.75, 0.25)
    cells = {"sex": [str(each) for each in sex], "age": [str(each) for each in age]}
    return Grouped("audit-gerrymandered", TWO, truth, ["yes"], given, cells=cells, minimum=3)


def alike(rng: np.random.Generator) -> Grouped:
    """Two attributes that say the same, and one that all share: subgroups with the same members."""
    cells = attributes(rng, 60)
    cells = {"sex": cells["sex"], "copy": cells["sex"], "constant": ["same"] * 60}
    base = grouped(rng, "audit-alike", 60, 10, minimum=2)
    return replace(base, cells=cells, by=["sex"])
