"""dcurves, the authors' own package for decision curve analysis (Vickers and Elkin 2006)."""

import warnings

import numpy as np
import pandas

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import dcurves

ORACLE = "dcurves"

ABOVE_ZERO = 1e-300
"""What a risk of 0 is given as, lest dcurves moves it below 0."""


def net_benefits(
    at_risk: np.ndarray,
    risk: np.ndarray,
    thresholds: list[float],
    prevalence: float | None = None,
    harms: tuple[float, ...] = (0.0,),
) -> np.ndarray:
    """By threshold and harm. Needs both classes: it divides by the size of each."""
    models = [f"risk{number}" for number in range(len(harms))]
    data = pandas.DataFrame({"case": at_risk.astype(int)} | dict.fromkeys(models, risk))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        curves = dcurves.dca(
            data,
            "case",
            models,
            thresholds,
            harm=dict(zip(models, harms, strict=True)),
            prevalence=prevalence,
        )
    columns = [curves.loc[curves["model"] == model, "net_benefit"] for model in models]
    return np.array(columns).T
