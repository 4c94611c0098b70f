"""pytrec_eval as the oracle of expectations over ties: the mean of its values over every order."""

from collections.abc import Iterator
from itertools import groupby, permutations, product
from math import factorial, prod

import numpy as np
import pytrec_eval

from ..expectation import OVERALL, Expectation
from .sample import Sample

MOST = 800
"""Orders of a list that are tried."""

GRADED = {"nDCG": "ndcg", "nDCG@2": "ndcg_cut_2", "nDCG@5": "ndcg_cut_5"}
BINARY = {
    "AP": "map",
    "AP@3": "map_cut_3",
    "RR": "recip_rank",
    "P@1": "P_1",
    "P@3": "P_3",
    "R@2": "recall_2",
    "R@4": "recall_4",
    "Rprec": "Rprec",
    "Success@1": "success_1",
    "Success@3": "success_3",
    "bpref": "bpref",
    "infAP": "infAP",
    "SetF": "set_F",
    "NumRelRet": "num_rel_ret",
}


def oracle(sample: Sample) -> str:
    return "pytrec_eval, all orders" if sample.ties == "expected" else "pytrec_eval"


def expectations(sample: Sample) -> Iterator[Expectation]:
    if sample.scores is None:
        return
    groups = _tie_groups(sample, sample.scores)
    if prod(factorial(len(group)) for group in groups) > MOST:
        return
    orders = list(_orders(sample, groups))
    runs = {
        str(number): {item: float(sample.size - rank) for rank, item in enumerate(order)}
        for number, order in enumerate(orders)
    }
    for measures, grades in [(GRADED, sample.gains), (BINARY, sample.at_risk)]:
        judged = {item: int(grade) for item, grade in zip(sample.items, grades, strict=True)}
        qrels = dict.fromkeys(runs, judged)
        values = pytrec_eval.RelevanceEvaluator(qrels, measures.values()).evaluate(runs)
        for ours, theirs in measures.items():
            mean = np.mean([values[run][theirs] for run in runs])
            yield Expectation(ours, OVERALL, float(mean))


def _tie_groups(sample: Sample, given: np.ndarray) -> list[list[str]]:
    """Items of equal score together, the best first."""
    scores = dict(zip(sample.items, given, strict=True))
    best_first = sorted(sample.items, key=lambda item: -scores[item])
    groups = [list(group) for _, group in groupby(best_first, key=lambda item: scores[item])]
    if sample.ties == "expected":
        return groups
    if sample.ties == "trec":
        groups = [sorted(group, reverse=True) for group in groups]
    return [[item] for group in groups for item in group]


def _orders(sample: Sample, groups: list[list[str]]) -> Iterator[list[str]]:
    for choice in product(*(permutations(group) for group in groups)):
        yield [item for group in choice for item in group]
