"""Bootstrap intervals against scipy.stats.bootstrap, which draws other resamples.

The end of an interval from B replicates has the standard error √(α(1 − α)/B)/f, f being the density
of the replicates there; about as the normal distribution has it.
"""

import sys
from collections.abc import Callable
from math import sqrt
from pathlib import Path

import numpy as np
from scipy import stats
from sklearn import metrics

from ..cltask import Cltask
from ..comparison import Tally
from .contest import Contest, contest
from ..simulated import Simulated

SEED = 20260106
REPLICATES = 5000
CONFIDENCE = 0.95
MOST_ERRORS = 4.0
METHODS = {"percentile": "percentile", "bca": "BCa"}
"""Ours, in the words of scipy."""


def compare(cltask: Cltask, folder: Path, tally: Tally) -> None:
    rng = np.random.default_rng(SEED)
    each = contest(rng, "other-resamples", 125, 1)
    path = each.write(folder)[0]
    chosen = [word for measure in STATISTICS for word in ("--measure", measure)]
    for ours, theirs in METHODS.items():
        print(f"inference: scipy.stats.bootstrap, {ours}", file=sys.stderr)
        options = ["--interval", ours, "--replicates", str(REPLICATES)]
        task = ["--workspace", folder, "--task", each.name]
        card = cltask.json("score", path, *task, *chosen, *options)
        for measure, statistic in STATISTICS.items():
            apart = difference(card["measures"][measure]["interval"], each, statistic, theirs, rng)
            tally.simulated.append(
                Simulated(
                    f"{measure}, {ours}: standard errors between the ends and"
                    " scipy.stats.bootstrap's",
                    REPLICATES,
                    apart,
                    0,
                    (0, MOST_ERRORS),
                    unit="",
                )
            )


def difference(
    interval: dict,
    each: Contest,
    statistic: Callable[..., float],
    method: str,
    rng: np.random.Generator,
) -> float:
    """How far the worse end is from scipy's, in standard errors of the difference."""
    columns = each.at_risk.astype(int), each.scores[0]
    found = stats.bootstrap(
        columns, statistic, paired=True, vectorized=False, n_resamples=REPLICATES,
        confidence_level=CONFIDENCE, method=method, rng=rng,
    )  # fmt: skip
    tail = (1 - CONFIDENCE) / 2
    density = stats.norm.pdf(stats.norm.ppf(tail)) / found.standard_error
    error = sqrt(2 * tail * (1 - tail) / REPLICATES) / density
    ends = found.confidence_interval
    return max(abs(interval["low"] - ends.low), abs(interval["high"] - ends.high)) / error


def _brier(truth: np.ndarray, scores: np.ndarray) -> float:
    return float(np.mean((scores - truth) ** 2))


def _f1(truth: np.ndarray, scores: np.ndarray) -> float:
    found = scores >= 0.5
    return float(2 * truth[found].sum() / (truth.sum() + found.sum()))


STATISTICS: dict[str, Callable[..., float]] = {
    "Brier": _brier,
    "AUC": metrics.roc_auc_score,
    "F1": _f1,
}
