"""scipy as the oracle of correlations between scores and grades."""

import warnings
from collections.abc import Iterator

from scipy import stats

from ..expectation import OVERALL, Expectation
from .sample import Sample

ORACLE = "scipy"


def expectations(sample: Sample) -> Iterator[Expectation]:
    if sample.scores is None or sample.size < 2:
        return
    pairs = sample.scores, sample.gains
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield Expectation("Pearson", OVERALL, float(stats.pearsonr(*pairs).statistic))
        yield Expectation("Spearman", OVERALL, float(stats.spearmanr(*pairs).statistic))
        # Under `ties: trec` and `file` the list that is ranked has no ties left; scipy's has.
        if sample.ties != "expected":
            return
        yield Expectation("rho", OVERALL, float(stats.spearmanr(*pairs).statistic))
        yield Expectation("tau", OVERALL, float(stats.kendalltau(*pairs).statistic))
