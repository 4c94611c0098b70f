"""cwl_eval by itself, for measures that ir_measures does not ask it for.

It is given the gains in cltask's order, so that its own order of ties does not matter. A measure of
the C/W/L framework is a mean over the items that a user looks at, and a sum is that times how many
they are.
"""

from collections.abc import Callable, Iterator

import numpy as np
from cwl.ruler.measures.cwl_dcg import NDCGCWLMetric
from cwl.ruler.measures.cwl_metrics import CWLMetric
from cwl.ruler.measures.cwl_precision import PrecisionCWLMetric
from cwl.ruler.measures.cwl_rr import RRCWLMetric
from cwl.ruler.ranking import Ranking

from ..expectation import OVERALL, Expectation
from .collection import Files
from .names import CUTOFFS

ORACLE = "cwl_eval"

DEEPEST = max(CUTOFFS)


def expectations(files: Files) -> Iterator[Expectation]:
    """Over all topics of the qrels; one that the run lacks has no gain."""
    graded = {topic: _gains(files, topic) for topic in files.qrels}
    binary = {topic: (gains > 0).astype(float) for topic, gains in graded.items()}
    for k in CUTOFFS:
        yield from _over(graded, f"DCG@{k}", NDCGCWLMetric(k), _sum)
        yield from _over(binary, f"P@{k}", PrecisionCWLMetric(k), _mean)
    yield from _over(binary, "RR", RRCWLMetric(), _mean)


def _gains(files: Files, topic: str) -> np.ndarray:
    """A negative grade is no judgement. Short lists are filled up to the deepest cutoff."""
    judged = files.qrels[topic]
    found = files.order.get(topic, [])
    gains = np.array([float(max(0, judged.get(item, 0))) for item in found])
    return np.pad(gains, (0, max(0, DEEPEST - len(gains))))


def _over(
    lists: dict[str, np.ndarray],
    measure: str,
    metric: CWLMetric,
    value: Callable[[CWLMetric], float],
) -> Iterator[Expectation]:
    values = []
    for topic, gains in lists.items():
        metric.measure(Ranking(topic, list(gains), [1.0] * len(gains), max_n=len(gains)))
        values.append(value(metric) if gains.any() else 0.0)
        yield Expectation(measure, topic, values[-1])
    yield Expectation(measure, OVERALL, float(np.mean(values)))


def _mean(metric: CWLMetric) -> float:
    return float(metric.expected_utility)


def _sum(metric: CWLMetric) -> float:
    return float(metric.expected_utility * metric.expected_items)
