"""Beginnings of lists by the published formulas, as means over every order of ties."""

from collections.abc import Callable, Iterator
from functools import cache
from math import isnan, log, log2, nan

import numpy as np
from scipy import stats

from .lists import List

ORACLE = "definition, all orders"

Value = tuple[str, float]

STEPS = [1, 3, 10]


def values(each: List) -> Iterator[Value]:
    if not each.can_be_ordered:
        return
    for target in ["task", "equal"]:
        words = "" if target == "task" else f",target={target}"
        for cutoff in [None, 5]:
            at = "" if cutoff is None else f"@{cutoff}"
            for base in ["e", "2"]:
                value = divergence(each, each.due(target), cutoff) / (log(2) if base == "2" else 1)
                yield f"NDKL(base={base}{words}){at}", value
        for cutoff in [1, 5, 20]:
            skews = _skews(each, each.due(target), cutoff)
            known = [skew for skew in skews if not isnan(skew)]
            words = "" if target == "task" else f"(target={target})"
            yield f"MinSkew{words}@{cutoff}", min(known, default=nan)
            yield f"MaxSkew{words}@{cutoff}", max(known, default=nan)
    for step in STEPS:
        for name, term in {"rND": _difference, "rKL": _kullback_leibler}.items():
            found = [_normalised(each, group, step, term) for group in range(len(each.names))]
            known = [value for value in found if not isnan(value)]
            yield f"{name}(step={step})", max(known, default=nan)


def divergence(each: List, due: np.ndarray | None, cutoff: int | None) -> float:
    """NDKL (Geyik et al. 2019) against what the groups are due."""
    listed = each.members[each.listed]
    if (
        not each.is_disjoint
        or due is None
        or not (listed.sum(axis=1) == 1).all()
        or not len(listed)
    ):
        return nan
    if ((listed.any(axis=0)) | (due > 0)).sum() < 2:
        return nan
    weights = 1 / np.log2(np.arange(2, len(listed) + 2))[:cutoff]
    found = []
    for order in each.orders:
        counts = np.cumsum(each.members[order], axis=0)[:cutoff]
        terms = stats.entropy(counts, due[np.newaxis], axis=1)
        found.append(np.average(terms, weights=weights))
    value = float(np.mean(found))
    return value if np.isfinite(value) else nan


def _skews(each: List, due: np.ndarray | None, cutoff: int) -> list[float]:
    """ln of the share of the first k over what is due, where the group is there in every order."""
    if not each.is_disjoint or due is None or not each.listed:
        return []
    rank = min(cutoff, len(each.listed))
    counts = np.array([each.members[order[:rank]].sum(axis=0) for order in each.orders])
    return [
        float(np.mean(np.log(counts[:, group] / rank / due[group])))
        if counts[:, group].min() > 0 and due[group] > 0
        else nan
        for group in range(len(each.names))
    ]


def _difference(count: int, rank: int, share: float) -> float:
    return abs(count / rank - share)


def _kullback_leibler(count: int, rank: int, share: float) -> float:
    parts = [(count / rank, share), (1 - count / rank, 1 - share)]
    return sum(part * log2(part / whole) for part, whole in parts if part > 0)


def _normalised(
    each: List, group: int, step: int, term: Callable[[int, int, float], float]
) -> float:
    """rND and rKL (Yang & Stoyanovich 2017), over the greatest value of any order."""
    if not each.is_disjoint:
        return nan
    size = len(each.listed)
    members = int(each.members[each.listed, group].sum())
    if not 0 < members < size:
        return nan

    @cache
    def at(rank: int, count: int) -> float:
        return term(count, rank, members / size) / log2(rank + 1)

    @cache
    def greatest(rank: int, count: int) -> float:
        """Of all ways to place the rest of the group's items below a rank, every one tried."""
        if rank + step > size:
            return 0.0 if members - count <= size - rank else -np.inf
        return max(
            (
                at(rank + step, count + more) + greatest(rank + step, count + more)
                for more in range(min(step, members - count) + 1)
            ),
            default=-np.inf,
        )

    worst = greatest(0, 0)
    if worst <= 0:
        return nan
    found = []
    for order in each.orders:
        counts = np.cumsum(each.members[order, group])
        found.append(sum(at(rank, int(counts[rank - 1])) for rank in range(step, size + 1, step)))
    return float(np.mean(found) / worst)
