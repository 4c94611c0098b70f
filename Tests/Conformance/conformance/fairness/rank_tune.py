"""FairRankTune as the oracle of lists without ties, all of whose items are listed."""

import warnings
from collections.abc import Iterator
from math import log2

import numpy as np
import pandas as pd
from FairRankTune import Metrics

from .. import rules
from ..expectation import Expectation
from . import prefixes
from .lists import List

ORACLE = "FairRankTune"


def expectations(each: List, unit: str) -> Iterator[Expectation]:
    """Each item of one group, and two groups at least."""
    if each.is_tied or len(each.listed) != len(each.grades) or each.targets is not None:
        return
    if not (each.members.sum(axis=1) == 1).all() or (each.sizes > 0).sum() < 2:
        return
    order = each.listed
    ranking = pd.DataFrame({"list": order})
    group = {item: each.names[int(np.argmax(each.members[item]))] for item in order}
    relevance = pd.DataFrame({"list": each.relevant[order].astype(float)})
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")

        def expect(name: str, value: float) -> Expectation:
            return Expectation(name, unit, float(value))

        for ours, combo in {"Ratio": "MinMaxRatio", "Gap": "MaxMinDiff"}.items():
            yield expect(f"Exposure{ours}(discount=log2)", Metrics.EXP(ranking, group, combo)[0])
        attention = Metrics.AWRF(ranking, group, 0.5, "MinMaxRatio")[0]
        yield expect("ExposureRatio(discount=geometric,patience=0.5)", attention)
        biased = Metrics.ERBP(ranking, group, 0.8, "MinMaxRatio")[0]
        yield expect("ExposureRatio(discount=geometric)", biased)
        yield expect("ARP", Metrics.ARP(ranking, group, "MaxMinDiff")[0])
        if each.members[each.relevant].any(axis=0)[each.sizes > 0].all():
            clicks = [hit / log2(place + 2) for place, hit in enumerate(relevance["list"])]
            treatment = Metrics.EXPU(ranking, group, relevance, "MinMaxRatio")[0]
            yield expect("DTR(discount=log2)", treatment)
            realized = Metrics.EXPRU(
                ranking, group, relevance, pd.DataFrame({"list": clicks}), "MinMaxRatio"
            )[0]
            yield expect("DIR(discount=log2)", realized)
            reader = Metrics.ERBR(ranking, group, relevance, 0.8, "MinMaxRatio")[0]
            yield expect("DTR(discount=geometric)", reader)
        theirs = float(Metrics.NDKL(ranking, group))
        right = prefixes.divergence(each, each.due("task"), None)
        yield Expectation.through("NDKL(base=e)", unit, theirs, (rules.SHARES_AND_A_BIT, right))
