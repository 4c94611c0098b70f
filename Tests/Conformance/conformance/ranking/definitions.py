"""Values that follow from a rule where no peer can be led to give them."""

from collections.abc import Iterable

import numpy as np

from ..expectation import OVERALL
from .collection import Files, Order, Qrels

Values = dict[str, float]
"""By topic, and overall."""


def interpolated_precision(
    qrels: Qrels, order: Order, level: float, topics: Iterable[str]
) -> Values:
    """The best precision at or below the round(ρR)-th relevant item (trec_eval 10)."""
    values: Values = {}
    for topic in topics:
        judged = qrels[topic]
        relevant = sum(grade >= 1 for grade in judged.values())
        found = np.array([judged.get(item, 0) >= 1 for item in order.get(topic, [])])
        hits = np.cumsum(found)
        precision = hits / np.arange(1, len(found) + 1)
        needed = int(np.floor(level * relevant + 0.5))
        values[topic] = float(np.max(precision[hits >= needed], initial=0.0))
    return values | {OVERALL: float(np.mean(list(values.values())))}


def eleven_point_average(qrels: Qrels, order: Order, topics: Iterable[str]) -> Values:
    levels = [interpolated_precision(qrels, order, tenth / 10, topics) for tenth in range(11)]
    return {unit: float(np.mean([values[unit] for values in levels])) for unit in levels[0]}


def judged_at(files: Files, cutoff: int) -> Values:
    """The share of the first k items, or of as many as there are, whose grade is 0 or more."""
    values: Values = {}
    for topic, judged in files.qrels.items():
        top = files.order.get(topic, [])[:cutoff]
        values[topic] = float(np.mean([judged.get(item, -1) >= 0 for item in top] or [False]))
    return values | {OVERALL: float(np.mean(list(values.values())))}


def relevant_items(files: Files) -> Values:
    values: Values = {
        topic: float(sum(grade >= 1 for grade in judged.values()))
        for topic, judged in files.qrels.items()
    }
    return values | {OVERALL: sum(values.values())}
