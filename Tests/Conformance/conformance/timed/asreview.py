"""asreview-insights as the oracle of review measures, where every item takes a second.

It knows complete lists alone, and its WSS is another one: see the rule. To import it leaves a cache
of data sets in the current folder.
"""

from collections.abc import Iterator
from contextlib import chdir
from fractions import Fraction
from math import floor
from tempfile import TemporaryDirectory

import numpy as np

from .definitions import LEVELS, STOPS
from .reading import Reading

with TemporaryDirectory() as _unused, chdir(_unused):
    from asreviewcontrib.insights import algorithms, metrics

ORACLE = "asreview-insights"


def values(reading: Reading) -> Iterator[tuple[str, float]]:
    labels = _labels(reading)
    if labels is None:
        return
    discovery = metrics._time_to_discovery(reading.order, labels)
    yield "ATD", metrics._average_time_to_discovery(discovery)
    yield "TTF", float(discovery[0][1])
    for level in LEVELS:
        yield f"TTR@{level}", float(discovery[reading.wanted(level) - 1][1])
    for stop in STOPS:
        shown = min(stop, reading.size)
        recall = metrics._recall(labels, shown, x_absolute=True)
        effort = 100 / reading.size * shown / (reading.total + 100)
        yield f"loss_er@{stop}", float((1 - recall) ** 2 + effort**2)
    if reading.total < reading.size:
        # Both are the same area between two bounds; the bounds differ.
        others, half = reading.size - reading.total, reading.size - reading.total / 2
        yield "NormArea", 1 - algorithms._loss_value(labels) * others / half


def work_saved(reading: Reading) -> Iterator[tuple[str, float, float]]:
    """Its WSS at each level, and what Cohen's is by the records that it has seen by then."""
    labels = _labels(reading)
    if labels is None:
        return
    _, saved = algorithms._wss_values(labels)
    _, relevant = algorithms._tp_values(labels)
    _, others = algorithms._fp_values(labels)
    for level in LEVELS:
        place = floor(Fraction(level) * reading.total) - 1
        wanted = reading.wanted(level) - 1
        seen = relevant[wanted] + others[wanted]
        share = float((reading.size - seen) / reading.size - (1 - float(level)))
        yield f"WSS@{level}", float(saved[place]) if place >= 0 else 0.0, share


def _labels(reading: Reading) -> list[int] | None:
    if not reading.is_complete or reading.total == 0:
        return None
    return np.asarray(reading.relevant[reading.order], dtype=int).tolist()
