"""pytrec_eval as the oracle of expectations over ties: the mean of its values over every order."""

from collections.abc import Iterator

import numpy as np
import pytrec_eval

from ..expectation import OVERALL, Expectation
from ..tie_orders import order_count, orders, tie_groups
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
    groups = tie_groups(list(sample.scores), sample.items, sample.ties)
    if order_count(groups) > MOST:
        return
    runs = {
        str(number): {sample.items[i]: float(sample.size - rank) for rank, i in enumerate(order)}
        for number, order in enumerate(orders(groups))
    }
    for measures, grades in [(GRADED, sample.gains), (BINARY, sample.at_risk)]:
        judged = {item: int(grade) for item, grade in zip(sample.items, grades, strict=True)}
        qrels = dict.fromkeys(runs, judged)
        values = pytrec_eval.RelevanceEvaluator(qrels, measures.values()).evaluate(runs)
        for ours, theirs in measures.items():
            mean = np.mean([values[run][theirs] for run in runs])
            yield Expectation(ours, OVERALL, float(mean))

