"""Other capacities of the last stage, by trying every order of equal scores."""

from collections.abc import Iterator
from math import nan

import numpy as np

from ..expectation import Expectation, agree
from ..tie_orders import orders, tie_groups
from .flow import cost_of_each
from .sample import TriageSample

ORACLE = "definition"

LARGEST = 8


def expectations(sample: TriageSample) -> Iterator[Expectation]:
    """The mean, and from where to where it lies if orders differ. A value of one order may not be
    there: where nobody passes there is no predictive value. No value is there where somebody would
    have to pass whom the stage did not score."""
    reached = [int(item) for item in np.flatnonzero(sample.reaches(len(sample.stages) - 1))]
    scores = [float(sample.scores[item]) for item in reached]
    groups = tie_groups(scores, [str(item) for item in reached], "expected")
    cases = int(sample.cases.sum())
    for capacity in range(LARGEST + 1):
        counts = []
        for order in orders(groups):
            passing = [reached[place] for place in order[:capacity]]
            counts.append((int(sample.cases[passing].sum()), len(passing)))
        by_name = {
            "net_sensitivity": [found / cases for found, _ in counts if cases],
            "ppv": [found / passing for found, passing in counts if passing],
            "missed": [cases - found for found, _ in counts],
            "cost": [cost_of_each(sample) * sample.size],
        }
        is_known = capacity <= len(reached) or len(reached) == sample.size
        for name, values in by_name.items():
            yield from _estimate(f"sweep {name}", capacity, values if is_known else [])


def _estimate(measure: str, capacity: int, values: list[float]) -> Iterator[Expectation]:
    mean = float(np.mean(values)) if values else nan
    yield Expectation(measure, f"value at {capacity}", mean)
    if values and not agree(min(values), max(values)):
        yield Expectation(measure, f"low at {capacity}", float(min(values)))
        yield Expectation(measure, f"high at {capacity}", float(max(values)))
