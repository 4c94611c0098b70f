"""The published formula of each measure on one strict order; NaN where it is undefined."""

from collections.abc import Iterator
from math import nan

import numpy as np

from .reading import Reading

LEVELS = ["0.1", "0.5", "0.8", "0.95", "1"]
HALF_LIVES = ["20", "1800"]
STOPS = [1, 3, 10, 50]
TIMES = [20, 60, 300]

TIMES_ONLY = ("TTR", "TTF", "ATD")
"""Measures in seconds: their mean over topics is undefined where that of a topic is."""


def values(reading: Reading) -> Iterator[tuple[str, float]]:
    """Of every measure that is defined under any rule for ties."""
    for level in LEVELS:
        yield f"TTR@{level}", time_to_recall(reading, reading.wanted(level))
        yield f"nTTR@{level}", normalised_time_to_recall(reading, reading.wanted(level))
        yield f"WSS@{level}", work_saved(reading, reading.wanted(level), float(level))
    nearest = round(0.95 * reading.total)
    yield "WSS(round=clef)@0.95", work_saved(reading, nearest, 0.95)
    yield "TTF", time_to_recall(reading, 1)
    yield "ATD", average_time_to_discovery(reading)
    for half_life in [None, *HALF_LIVES]:
        argument = "" if half_life is None else f"(halflife={half_life})"
        seconds = reading.clock.half_life if half_life is None else float(half_life)
        yield f"TBG{argument}", time_biased_gain(reading, seconds)
        yield f"nTBG{argument}", normalised_time_biased_gain(reading, seconds)
    for stop in STOPS:
        yield f"loss_er@{stop}", loss_of_review(reading, stop)
    yield "NormArea", normalised_area(reading)


def time_to_recall(reading: Reading, wanted: int) -> float:
    """Ferdinands et al. 2023, in seconds: the end of the item that brings `wanted` to be found."""
    if reading.total == 0 or len(reading.found) < wanted:
        return nan
    return float(reading.ends[reading.found[wanted - 1]])


def normalised_time_to_recall(reading: Reading, wanted: int) -> float:
    if reading.total == 0:
        return nan
    relevant = np.sort(reading.costs[reading.relevant])
    ideal = relevant[:wanted].sum()
    worst = reading.costs[~reading.relevant].sum() + relevant[reading.total - wanted :].sum()
    if np.isclose(worst, ideal, rtol=1e-13, atol=0):
        return nan
    time = time_to_recall(reading, wanted)
    # Items without an answer may take longer than the worst order of all.
    return 0.0 if np.isnan(time) else max(0.0, float((worst - time) / (worst - ideal)))


def average_time_to_discovery(reading: Reading) -> float:
    if reading.total == 0 or len(reading.found) < reading.total:
        return nan
    return float(reading.ends[reading.found].mean())


def time_biased_gain(reading: Reading, half_life: float) -> float:
    """Smucker and Clarke 2012: Σ g·2^(−start/h)."""
    starts = reading.starts[reading.found]
    return float(reading.clock.gain * np.sum(2.0 ** (-starts / half_life)))


def normalised_time_biased_gain(reading: Reading, half_life: float) -> float:
    if reading.total == 0:
        return nan
    ends = np.cumsum(np.sort(reading.costs[reading.relevant]))
    starts = np.concatenate([[0.0], ends[:-1]])
    ideal = reading.clock.gain * np.sum(2.0 ** (-starts / half_life))
    return time_biased_gain(reading, half_life) / float(ideal)


def work_saved(reading: Reading, wanted: int, level: float) -> float:
    """Cohen et al. 2006: (N − rank)/N − (1 − ρ)."""
    if reading.total == 0 or len(reading.found) < wanted:
        return nan
    rank = reading.found[wanted - 1] + 1
    return float((reading.size - rank) / reading.size - (1 - level))


def loss_of_review(reading: Reading, stop: int) -> float:
    """Cormack and Grossman 2015: (1 − recall)² + (100/N)²·(shown/(R + 100))²."""
    if reading.total == 0:
        return nan
    shown = min(stop, len(reading.order))
    recall = np.sum(reading.found < stop) / reading.total
    effort = (100 / reading.size) * (shown / (reading.total + 100))
    return float((1 - recall) ** 2 + effort**2)


def normalised_area(reading: Reading) -> float:
    """CLEF TAR: the trapezoids under found by read, over R·N − R²/2; the unread stay unfound."""
    if reading.total == 0:
        return nan
    found = np.concatenate([[0], np.cumsum(reading.is_found)])
    unread = reading.size - len(reading.order)
    area = np.trapezoid(found) + unread * found[-1]
    return float(area / (reading.total * reading.size - reading.total**2 / 2))


def by_time(reading: Reading) -> Iterator[tuple[str, float]]:
    """Cutoffs by time, exact in a strict order alone."""
    for seconds in TIMES:
        done = int(np.sum(reading.ends <= seconds))
        top = reading.order[:done]
        found = reading.relevant[top].sum()
        items = done
        if done == len(reading.order):
            unknown = reading.clock.costs(np.array([reading.mean_words]), np.array([False]))[0]
            end = reading.ends[-1] if done else 0.0
            items += int(np.floor((seconds - end) / unknown))
        yield f"P@{seconds}s", float(found / items) if items else 0.0
        yield f"R@{seconds}s", float(found / reading.total) if reading.total else 0.0
        yield f"nDCG@{seconds}s", _gain_by(reading, seconds, top)


def _gain_by(reading: Reading, seconds: float, top: list[int]) -> float:
    """The ideal: the highest grades of as many items with gain as fit, the cheapest first."""
    worth = reading.gains > 0
    fitting = int(np.sum(np.cumsum(np.sort(reading.costs[worth])) <= seconds))
    best = np.sort(reading.gains[worth])[::-1][:fitting]
    ideal = _discounted(best)
    return float(_discounted(reading.gains[top]) / ideal) if ideal > 0 else 0.0


def _discounted(gains: np.ndarray) -> float:
    return float(np.sum(gains / np.log2(np.arange(len(gains)) + 2)))
