"""pytrec_eval as the oracle of expectations over ties: the mean of its values over every order."""

from collections.abc import Iterator

import numpy as np
import pytrec_eval

from ..expectation import OVERALL, Expectation
from ..tie_orders import order_count, orders, tie_groups
from ..trec_names import trec_names
from .sample import Sample

MOST = 800
"""Orders of a list that are tried."""

GRADED = trec_names("nDCG", "nDCG@2", "nDCG@5")
BINARY = trec_names(
    *("AP", "AP@3", "RR", "P@1", "P@3", "R@2", "R@4", "Rprec", "Success@1", "Success@3"),
    *("bpref", "infAP", "SetF", "NumRelRet"),
)


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

