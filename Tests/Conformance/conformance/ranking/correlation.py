"""scipy as the oracle of the agreement between a run's order and the order by grade, per topic."""

import warnings
from collections.abc import Iterator

from scipy import stats

from ..expectation import Expectation
from .collection import Files

ORACLE = "scipy"


def expectations(files: Files) -> Iterator[Expectation]:
    """Over the judged items of each topic of the run; those it left out are tied at the end."""
    for topic, order in files.order.items():
        grades = {item: grade for item, grade in files.qrels.get(topic, {}).items() if grade >= 0}
        if len(grades) < 2:
            continue
        place = {item: -rank for rank, item in enumerate(order)}
        places = [place.get(item, -len(order)) for item in grades]
        pairs = places, list(grades.values())
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield Expectation("tau", topic, float(stats.kendalltau(*pairs).statistic))
            yield Expectation("rho", topic, float(stats.spearmanr(*pairs).statistic))
