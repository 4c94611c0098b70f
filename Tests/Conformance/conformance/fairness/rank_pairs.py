"""scipy's U as the oracle of who stands above whom in a list."""

from collections.abc import Iterator
from itertools import combinations
from math import isnan, nan

import numpy as np
from scipy import stats

from .lists import List

ORACLE = "scipy"

Value = tuple[str, float]


def values(each: List) -> Iterator[Value]:
    ranks = {item: -place for place, block in enumerate(each.blocks) for item in block}
    listed = np.array(each.listed, dtype=int)
    heights = np.array([ranks[item] for item in each.listed])
    members = each.members[listed]

    def above(upper: np.ndarray, lower: np.ndarray) -> float:
        if not upper.any() or not lower.any():
            return nan
        pairs = upper.sum() * lower.sum()
        return float(stats.mannwhitneyu(heights[upper], heights[lower]).statistic / pairs)

    groups = range(len(each.names))
    favoured = [above(members[:, group], ~members[:, group]) for group in groups]
    known = [share for share in favoured if not isnan(share)]
    yield "ARP", max(known) - min(known) if len(known) > 1 else nan
    apart = [abs(above(members[:, g], members[:, h]) - 0.5) for g, h in combinations(groups, 2)]
    yield "PairwiseParity", max((each for each in apart if not isnan(each)), default=nan)
