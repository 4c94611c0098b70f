"""cwl_eval as an oracle: it is given what each item takes and what it is worth.

Its README's `TBGCWLMetric(halflife=…)` does not parse on its command line, so it is called from
Python. Its expected total utility is the sum of gains by the decay of time, and the list is as long
as the items: by default it fills up to 1000 with items of cost 1.
"""

from collections.abc import Iterator

import numpy as np
from cwl.ruler.measures.cwl_tbg import TBGCWLMetric
from cwl.ruler.ranking import Ranking

from .definitions import HALF_LIVES
from .reading import Reading

ORACLE = "cwl_eval"


def values(reading: Reading) -> Iterator[tuple[str, float]]:
    if not reading.order:
        return
    best = sorted(np.flatnonzero(reading.relevant), key=lambda item: reading.costs[item])
    for half_life in [None, *HALF_LIVES]:
        argument = "" if half_life is None else f"(halflife={half_life})"
        seconds = reading.clock.half_life if half_life is None else float(half_life)
        worth = np.where(reading.is_found, reading.clock.gain, 0.0)
        gain = time_biased_gain(worth, reading.costs[reading.order], seconds)
        yield f"TBG{argument}", gain
        if best:
            every = np.full(len(best), reading.clock.gain)
            ideal = time_biased_gain(every, reading.costs[best], seconds)
            yield f"nTBG{argument}", gain / ideal


def time_biased_gain(gains: np.ndarray, costs: np.ndarray, half_life: float) -> float:
    metric = TBGCWLMetric(half_life)
    metric.measure(Ranking("1", list(gains), list(costs), max_n=len(gains)))
    return float(metric.expected_total_utility)
