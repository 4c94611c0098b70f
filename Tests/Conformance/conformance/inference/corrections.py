"""p-values adjusted for how many tests there are, by statsmodels and scipy."""

from collections.abc import Iterator

from scipy import stats
from statsmodels.stats.multitest import multipletests

from ..expectation import Expectation
from .compared import Pair, pair_name

CORRECTIONS = {"holm": "holm", "bh": "fdr_bh", "by": "fdr_by", "none": None}
"""Ours, in the words of statsmodels."""


def corrected(name: str, p: dict[Pair, float], correction: str) -> Iterator[Expectation]:
    """statsmodels' adjusted p-values."""
    raw = list(p.values())
    method = CORRECTIONS[correction]
    adjusted = multipletests(raw, method=method)[1] if method else raw
    for pair, value in zip(p, adjusted, strict=True):
        yield Expectation(name, f"{pair_name(pair)} adjusted p", float(value))


def discoveries(name: str, p: dict[Pair, float], correction: str) -> Iterator[Expectation]:
    """scipy's adjusted p-values."""
    adjusted = stats.false_discovery_control(list(p.values()), method=correction)
    for pair, value in zip(p, adjusted, strict=True):
        yield Expectation(name, f"{pair_name(pair)} adjusted p", float(value))
