"""DeLong, DeLong & Clarke-Pearson 1988: by definition, and by the package confidenceinterval."""

import numpy as np
from confidenceinterval import delong as peer
from scipy.special import expit, logit
from scipy.stats import norm


def placements(at_risk: np.ndarray, scores: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """V10 and V01: of each system the mean of ψ over the other class, equations 3 and 4."""
    positives, negatives = scores[..., at_risk], scores[..., ~at_risk]
    apart = positives[..., :, None] - negatives[..., None, :]
    kernel = (apart > 0) + 0.5 * (apart == 0)
    return kernel.mean(axis=-1), kernel.mean(axis=-2)


def by_definition(at_risk: np.ndarray, scores: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Areas, and their covariances: S10/m + S01/n."""
    positives, negatives = placements(at_risk, scores)
    covariance = np.cov(positives) / positives.shape[-1] + np.cov(negatives) / negatives.shape[-1]
    return positives.mean(axis=-1), np.atleast_2d(covariance)


def by_peer(at_risk: np.ndarray, scores: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    order = np.argsort(~at_risk, kind="stable")
    areas, covariance = peer.fastDeLong_no_weights(scores[:, order], int(at_risk.sum()))
    return areas, np.atleast_2d(covariance)


def logit_interval(area: float, variance: float, confidence: float) -> tuple[float, float]:
    """On the scale of ln(A / (1 − A)), Pepe 2003, 5.2.3."""
    half = norm.isf((1 - confidence) / 2) * np.sqrt(variance) / (area * (1 - area))
    return float(expit(logit(area) - half)), float(expit(logit(area) + half))


def p_value(areas: np.ndarray, covariance: np.ndarray, alternative: str) -> float:
    """Of two systems, the first minus the second."""
    z = (areas[0] - areas[1]) / np.sqrt(contrast(covariance))
    p = {"two-sided": 2 * norm.sf(abs(z)), "greater": norm.sf(z), "less": norm.cdf(z)}
    return float(p[alternative])


def difference_interval(
    areas: np.ndarray, covariance: np.ndarray, confidence: float
) -> tuple[float, float]:
    half = norm.isf((1 - confidence) / 2) * np.sqrt(contrast(covariance))
    return float(areas[0] - areas[1] - half), float(areas[0] - areas[1] + half)


def contrast(covariance: np.ndarray) -> float:
    return covariance[0, 0] + covariance[1, 1] - 2 * covariance[0, 1]
