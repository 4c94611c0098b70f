"""The levels of the bias-corrected and accelerated bootstrap."""

import numpy as np
from scipy import stats


def bca_levels(
    replicates: np.ndarray, value: float, without: np.ndarray, levels: tuple[float, float]
) -> tuple[float, float] | None:
    """Efron and Tibshirani 1993, section 14.3; None where the correction is not finite.

    Replicates that are the value but for rounding count one half below it, as in scipy.
    """
    near = np.abs(replicates - value) <= 1e-12
    below = (((replicates < value) & ~near).sum() + 0.5 * near.sum()) / len(replicates)
    if below in (0, 1):
        return None
    apart = without.mean() - without
    squares = (apart**2).sum()
    skewness = (apart**3).sum() / (6 * squares**1.5) if squares > 1e-28 else 0.0
    bias = stats.norm.ppf(below)
    shifted = bias + stats.norm.ppf(levels)
    if (skewness * shifted >= 1).any():
        return None
    low, high = stats.norm.cdf(bias + shifted / (1 - skewness * shifted))
    return float(low), float(high)
