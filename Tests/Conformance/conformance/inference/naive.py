"""The methods of `score` in numpy: DeLong's variance, and the percentile bootstrap of a list that
is sorted, copied and cut.

With other random numbers and no shared code: where the intervals of `score` cover too seldom, these
have to cover as seldom.
"""

import numpy as np

from . import delong
from .contest import Contest

REPLICATES = 500


def auc(each: Contest) -> tuple[float, float]:
    """DeLong's on the scale of the logit; of an area of 1, which has no logit, 1 alone."""
    area, covariance = delong.by_definition(each.at_risk, each.scores[:1])
    if area[0] in (0, 1):
        return float(area[0]), float(area[0])
    return delong.logit_interval(area[0], covariance[0, 0], 0.95)


def ndcg(each: Contest) -> tuple[float, float]:
    """nDCG@10; an item drawn twice takes two ranks."""
    gains, _, drawn = _resampled(each)
    discounts = 1 / np.log2(np.arange(10) + 2)
    found = gains[drawn]
    ideal = np.sort(found, axis=1)[:, ::-1][:, :10] @ discounts
    return _ends((found[:, :10] @ discounts)[ideal > 0] / ideal[ideal > 0])


def f1(each: Contest) -> tuple[float, float]:
    order = np.argsort(-each.scores[0])
    gains, _, drawn = _resampled(each)
    found = each.predicted[0][order][drawn]
    either = gains[drawn].sum(axis=1) + found.sum(axis=1)
    return _ends(2 * (gains[drawn] * found).sum(axis=1)[either > 0] / either[either > 0])


def time_to_recall(each: Contest) -> tuple[float, float]:
    """TTR@0.8 by the times of Smucker and Clarke, SIGIR 2012."""
    gains, words, drawn = _resampled(each)
    times = 4.4 + np.where(gains > 0, 0.64, 0.39) * (0.018 * words + 7.8)
    found = np.cumsum(gains[drawn], axis=1)
    wanted = np.ceil(0.8 * found[:, -1] - 1e-9)
    last = (found < wanted[:, None]).sum(axis=1)
    ends = np.cumsum(times[drawn], axis=1)
    return _ends(np.take_along_axis(ends, last[:, None], axis=1)[wanted > 0])


def _resampled(each: Contest) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Gains and words in the system's order, and of each replicate the positions drawn, sorted."""
    order = np.argsort(-each.scores[0])
    rng = np.random.default_rng(each.words)
    drawn = np.sort(rng.integers(0, len(order), (REPLICATES, len(order))), axis=1)
    return each.at_risk[order].astype(float), each.words[order], drawn


def _ends(replicates: np.ndarray) -> tuple[float, float]:
    low, high = np.quantile(replicates, [0.025, 0.975])
    return float(low), float(high)
