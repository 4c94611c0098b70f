"""Assessments and rankings as lists of grouped items, before the oracles of lists."""

from collections.abc import Iterator
from math import isnan, nan

import numpy as np

from ..expectation import Expectation
from ..scored import Question
from . import exposure, fair_draws, prefixes, rank_pairs, rank_tune
from .groups import Table
from .lists import List, blocks_of
from .sample import Grouped

DEFINITIONS = [exposure, prefixes, fair_draws, rank_pairs]


def of_assessment(sample: Grouped, table: Table) -> List:
    compared = [
        group for group, members in table.members.items() if len(members) >= max(1, sample.minimum)
    ]
    rows = table.groups_of(sample.size, compared)
    due = sample.targets.get(table.name)
    grades = np.where(sample.at_risk, sample.gains, 0)
    return List(blocks_of(sample.risk), grades, shared(rows), compared, targets_of(compared, due))


def shared(rows: np.ndarray) -> np.ndarray:
    """Whoever is of several groups is of each in equal shares."""
    return rows / np.maximum(rows.sum(axis=1, keepdims=True), 1)


def targets_of(compared: list[str], due: dict[str, float] | None) -> np.ndarray | None:
    if due is None:
        return None
    targets = np.array([due.get(group, 0.0) for group in compared])
    return targets if targets.sum() > 0 else None


def questions(lists: dict[str, list[List]]) -> Iterator[Question]:
    """Table → one list a topic: the mean over the topics that have a value."""
    for oracle in DEFINITIONS:
        yield oracle.ORACLE, list(_means(oracle, lists))
    alone = {table: topics[0] for table, topics in lists.items() if len(topics) == 1}
    peers = [each for table, one in alone.items() for each in rank_tune.expectations(one, table)]
    yield rank_tune.ORACLE, peers


def _means(oracle, lists: dict[str, list[List]]) -> Iterator[Expectation]:
    for table, topics in lists.items():
        found = [dict(oracle.values(topic)) for topic in topics]
        for name in found[0]:
            # A measure of one group may be there in some topics only.
            if all(name in each for each in found):
                known = [each[name] for each in found if not isnan(each[name])]
                yield Expectation(name, table, float(np.mean(known)) if known else nan)
