"""FA*IR (Zehlike et al. 2017) with scipy's binomial distribution: every level and draw is tried."""

from collections.abc import Iterator
from functools import cache
from itertools import product
from math import nan

import numpy as np
from scipy import stats

from .lists import List

ORACLE = "scipy, all draws"

Value = tuple[str, float]

MOST_DRAWS = 12


def values(each: List) -> Iterator[Value]:
    if not each.can_be_ordered:
        return
    sizes, due = each.sizes, each.due("task")
    for cutoff in [4, 10]:
        ranks = min(cutoff, len(each.listed))
        for words, p, alpha, level in [
            ("alpha=0.1", None, 0.1, ""),
            ("alpha=0.1,p=0.5", 0.5, 0.1, ""),
            ("alpha=0.25,p=0.3", 0.3, 0.25, ""),
            ("alpha=0.1,p=0.5,level=each", 0.5, 0.1, "each"),
        ]:
            passing, chances = [], []
            for group in range(len(each.names)):
                share = p if p is not None else (due[group] if due is not None else 0)
                defined = each.is_disjoint and due is not None and ranks > 0
                if not defined or sizes[group] == 0 or not 0 < share < 1:
                    continue
                counts = [np.cumsum(each.members[order, group])[:ranks] for order in each.orders]
                least = minima(float(share), alpha, ranks, is_adjusted=not level)
                passing.append(float(np.mean([(count >= least).all() for count in counts])))
                if len({tuple(count) for count in counts}) == 1 and ranks <= MOST_DRAWS:
                    chances.append(probability(float(share), tuple(int(c) for c in counts[0])))
                if each.names[group] == "F":
                    yield f"FAIR(group=F,{words})@{cutoff}", passing[-1]
            yield f"FAIR({words})@{cutoff}", min(passing, default=nan)
            if words in ["alpha=0.1", "alpha=0.1,p=0.5"] and not each.is_tied:
                own = "(p=0.5)" if p else ""
                yield f"FAIRp{own}@{cutoff}", min(chances, default=nan)


@cache
def minima(p: float, alpha: float, ranks: int, *, is_adjusted: bool) -> np.ndarray:
    """The least numbers at each rank, at the highest level at which a fair draw fails rarely."""
    k = np.arange(1, ranks + 1)
    whole = stats.binom.ppf(alpha, k, p)
    if not is_adjusted or failing(p, whole) <= alpha:
        return whole
    levels = {0.0} | {float(each) for n in k for each in stats.binom.cdf(range(n + 1), n, p)}
    fits = [
        level for level in levels if level <= alpha and failing(p, _least(level, k, p)) <= alpha
    ]
    return _least(max(fits), k, p)


def _least(level: float, k: np.ndarray, p: float) -> np.ndarray:
    """The quantiles; a level that is a value of the distribution function reaches it."""
    return np.array([np.argmax(stats.binom.cdf(range(n + 1), n, p) >= level - 1e-14) for n in k])


def failing(p: float, least: np.ndarray) -> float:
    """How often independent draws have fewer at some rank, the last one too."""
    states = {0: 1.0}
    for minimum in least:
        following: dict[int, float] = {}
        for count, chance in states.items():
            for more, of in ((0, 1 - p), (1, p)):
                if count + more >= minimum:
                    following[count + more] = following.get(count + more, 0.0) + chance * of
        states = following
    return 1 - sum(states.values())


@cache
def probability(p: float, counts: tuple[int, ...]) -> float:
    """How probable so improbable a number at the worst rank is, over every sequence of draws."""
    k = np.arange(1, len(counts) + 1)
    smallest = stats.binom.cdf(counts, k, p).min()
    draws = np.array(list(product([0, 1], repeat=len(counts))))
    sums = draws.cumsum(axis=1)
    worst = stats.binom.cdf(sums, k, p).min(axis=1)
    chance = p ** sums[:, -1] * (1 - p) ** (len(counts) - sums[:, -1])
    return float(chance[worst <= smallest * (1 + 1e-9)].sum())
