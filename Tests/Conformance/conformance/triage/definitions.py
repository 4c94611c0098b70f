"""The published formulas of costs, and of what a prevalence makes of predictive values."""

from collections.abc import Iterator
from math import nan

from ..expectation import OVERALL, Expectation
from .flow import PREVALENCES, cost_of_each
from .sample import TriageSample

ORACLE = "definition"


def expectations(sample: TriageSample) -> Iterator[Expectation]:
    total = cost_of_each(sample) * sample.size
    found = int((sample.passes_all & sample.cases).sum())
    yield Expectation("TotalCost", OVERALL, total)
    yield Expectation("CostPerCase", OVERALL, total / found if found else nan)
    for prevalence in PREVALENCES:
        yield from _in_population(sample, prevalence)


def _in_population(sample: TriageSample, prevalence: str) -> Iterator[Expectation]:
    """Altman and Bland 1994: TPR·π/(TPR·π + FPR·(1 − π)); cost by cases found in the population."""
    predictive = cost = nan
    if sample.cases.any() and not sample.cases.all():
        share = float(prevalence)
        found = sample.passes_all[sample.cases].mean() * share
        mistaken = sample.passes_all[~sample.cases].mean() * (1 - share)
        if (sample.passed == len(sample.stages)).any():
            predictive = found / (found + mistaken)
        cost = cost_of_each(sample, share) / found if found > 0 else nan
    needed = 1 / predictive if predictive > 0 else nan
    for name, value in {"PPV": predictive, "NNE": needed, "CostPerCase": cost}.items():
        yield Expectation(f"{name}(prevalence={prevalence})", OVERALL, float(value))
