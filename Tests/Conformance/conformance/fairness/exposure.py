"""Exposure in ranked lists by the published formulas, with scipy's divergences."""

from collections.abc import Iterator
from math import e, isnan, log2, nan

import numpy as np
from scipy.spatial.distance import jensenshannon

from .lists import List, Weight

ORACLE = "definition"

Value = tuple[str, float]

WEIGHTS: dict[str, Weight] = {
    "discount=log2": lambda k: 1 / log2(k + 1),
    "discount=trec": lambda k: 1 / log2(max(k, 2)),
    "discount=geometric": lambda k: 0.8 ** (k - 1),
    "discount=geometric,patience=0.5": lambda k: 0.5 ** (k - 1),
}

CUTOFFS = [None, 3, 10]


def values(each: List) -> Iterator[Value]:
    for words, weight in WEIGHTS.items():
        for cutoff in CUTOFFS:
            at = "" if cutoff is None else f"@{cutoff}"
            items = each.exposure_of_items(weight, cutoff)
            groups = each.shares.T @ items
            yield from _attention(each, words, at, groups)
            for name, value in _parity(each, groups, items):
                yield f"{name}({words}){at}", value
            yield from _expected(each, words, at, weight, cutoff)
    for words, discount in {"log2": "discount=log2", "trec": "discount=trec"}.items():
        for cutoff in CUTOFFS:
            at = "" if cutoff is None else f"@{cutoff}"
            groups = each.shares.T @ each.exposure_of_items(WEIGHTS[discount], cutoff)
            fair = _awrf(groups, each.due("task"), 2)
            gain = _ndcg(each, WEIGHTS[discount], cutoff)
            yield f"nDCGxAWRF(discount={words},base=2){at}", fair * gain


def _attention(each: List, words: str, at: str, groups: np.ndarray) -> Iterator[Value]:
    for base in ["2", "e"]:
        yield (
            f"AWRF({words},base={base}){at}",
            _awrf(groups, each.due("task"), e if base == "e" else 2),
        )
    if not at:
        for target in ["items", "equal", "relevant"]:
            value = _awrf(groups, each.due(target), 2)
            yield f"AWRF({words},base=2,target={target})", value


def _awrf(exposure: np.ndarray, due: np.ndarray | None, base: float) -> float:
    """Sapiezynski et al. 2019, TREC Fair Ranking: 1 less the Jensen–Shannon divergence."""
    if due is None or exposure.sum() == 0 or ((exposure > 0) | (due > 0)).sum() < 2:
        return nan
    distance = jensenshannon(exposure / exposure.sum(), due, base=base)
    return float(1 - distance**2) if not isnan(distance) else 1.0


def _parity(each: List, groups: np.ndarray, items: np.ndarray) -> Iterator[Value]:
    """Singh & Joachims 2018: exposure of each item, for each relevant one, of relevant ones."""
    has_items = each.sizes > 0
    own = groups[has_items] / each.sizes[has_items]
    defined = len(own) > 1 and groups.any()
    yield "ExposureRatio", float(own.min() / own.max()) if defined else nan
    yield "ExposureGap", float(own.max() - own.min()) if defined else nan
    merit = each.shares[each.relevant].sum(axis=0)
    of_relevant = each.shares[each.relevant].T @ items[each.relevant]
    for name, exposure in {"DTR": groups, "DIR": of_relevant}.items():
        ratios = exposure[merit > 0] / merit[merit > 0]
        defined = len(ratios) > 1 and ratios.max() > 0
        yield name, float(ratios.min() / ratios.max()) if defined else nan


def _expected(
    each: List, words: str, at: str, weight: Weight, cutoff: int | None
) -> Iterator[Value]:
    """Diaz et al. 2020: E against T, what ranking by grade alone gives, equal ones in any order."""
    graded = np.maximum(each.grades, 0)
    ideal = List(
        [list(np.flatnonzero(graded == grade)) for grade in sorted(set(graded), reverse=True)],
        each.grades, each.shares, each.names,
    )  # fmt: skip
    found, target = (one.exposure_of_items(weight, cutoff) for one in (each, ideal))
    for over, (exposure, due) in {
        "": (each.shares.T @ found, each.shares.T @ target),
        "items,": (found, target),
    }.items():
        yield f"EED({over}{words}){at}", float(exposure @ exposure)
        yield f"EER({over}{words}){at}", float(exposure @ due)
        yield f"EEL({over}{words}){at}", float((exposure - due) @ (exposure - due))


def _ndcg(each: List, weight: Weight, cutoff: int | None) -> float:
    gains = np.maximum(each.grades, 0).astype(float)
    found = gains @ each.exposure_of_items(weight, cutoff)
    best = sorted(gains, reverse=True)[:cutoff]
    ideal = sum(gain * weight(k) for k, gain in enumerate(best, start=1))
    return float(found / ideal) if ideal > 0 else 0.0
