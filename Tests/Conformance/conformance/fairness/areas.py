"""Areas between groups: scikit-learn's AUC and ROC curve of parts of the items, scipy's U."""

import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product
from math import isnan, nan

import numpy as np
from scipy import stats
from sklearn import metrics

from ..expectation import Expectation
from .groups import Table
from .sample import Grouped

ORACLE = "scikit-learn"


@dataclass(frozen=True)
class Scored:
    at_risk: np.ndarray
    risk: np.ndarray
    everybody: np.ndarray
    """Who is of a group that is compared; others are nothing to these measures."""

    def area(self, upper: np.ndarray, lower: np.ndarray) -> float:
        """How often positive ones of one part stand above negative ones of another."""
        above, below = upper[self.at_risk[upper]], lower[~self.at_risk[lower]]
        if not len(above) or not len(below):
            return nan
        truth = np.repeat([1, 0], [len(above), len(below)])
        return float(metrics.roc_auc_score(truth, self.risk[np.concatenate([above, below])]))

    def background(self, members: np.ndarray) -> np.ndarray:
        return np.setdiff1d(self.everybody, members)

    def curve(self, members: np.ndarray) -> tuple[np.ndarray, np.ndarray] | None:
        if len(set(self.at_risk[members])) < 2:
            return None
        curve = metrics.roc_curve(
            self.at_risk[members], self.risk[members], drop_intermediate=False
        )
        return curve[0], curve[1]


def expectations(sample: Grouped) -> Iterator[Expectation]:
    """Of lists whose ties are kept."""
    if sample.risk is None or sample.size > 1000:
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for table in sample.tables:
            yield from _of(sample, table)


def _of(sample: Grouped, table: Table) -> Iterator[Expectation]:
    groups = sample.large(table, of_classes=True)
    parts = list(groups.values())
    everybody = np.unique(np.concatenate(parts)) if parts else np.array([], dtype=int)
    scored = Scored(sample.at_risk, sample.risk, everybody)

    def expect(name: str, value: float) -> Expectation:
        return Expectation(name, table.name, float(value))

    area, background = scored.area, scored.background
    within = {
        "SubgroupAUC": [area(part, part) for part in parts],
        "BPSN": [area(background(part), part) for part in parts],
        "BNSP": [area(part, background(part)) for part in parts],
    }
    for name, values in within.items():
        yield expect(name, np.nanmin(values) if values else nan)
        for group, value in zip(groups, values, strict=True):
            if table.name == "sex" and group in ["F", "M"]:
                yield expect(f"{name}(group={group})", value)
    apart = [abs(area(g, h) - area(h, g)) for g, h in combinations(parts, 2)]
    yield expect("xAUCDisparity", np.nanmax(apart) if apart else nan)
    cells = [area(g, h) for g, h in product(parts, parts)]
    known = [cell for cell in cells if not isnan(cell)]
    yield expect("xAUCGap", max(known) - min(known) if len(parts) > 1 and known else nan)
    for name, side in {"PosAEG": True, "NegAEG": False}.items():
        own = [part[sample.at_risk[part] == side] for part in parts]
        others = [each[sample.at_risk[each] == side] for each in map(background, parts)]
        values = [0.5 - _above(sample.risk, *each) for each in zip(others, own, strict=True)]
        defined = [value for value in values if not isnan(value)]
        for group, value in zip(groups, values, strict=True):
            if table.name == "sex" and group in ["F", "M"]:
                yield expect(f"{name}(group={group})", value)
        if len({round(abs(value), 12) for value in defined}) == len(defined):
            yield expect(name, max(defined, key=abs, default=nan))
    curves = [scored.curve(part) for part in parts]
    between = [area_between(a, b) for a, b in combinations([c for c in curves if c], 2)]
    yield expect("ABROCA", max(between, default=nan))


def _above(risk: np.ndarray, upper: np.ndarray, lower: np.ndarray) -> float:
    """P(s of one > s of the other), ties one half."""
    if not len(upper) or not len(lower):
        return nan
    return float(stats.mannwhitneyu(risk[upper], risk[lower]).statistic / len(upper) / len(lower))


def area_between(
    first: tuple[np.ndarray, np.ndarray], second: tuple[np.ndarray, np.ndarray]
) -> float:
    """∫ |ROC₁ − ROC₂| between the rates at which either has a point: both are straight there.

    Read at thirds of a piece, where no jump is, and drawn out to its ends.
    """
    ends = np.unique(np.concatenate([first[0], second[0]]))
    left, right = ends[:-1], ends[1:]
    thirds = [left + (right - left) * share for share in (1 / 3, 2 / 3)]
    at = [np.interp(third, *first) - np.interp(third, *second) for third in thirds]
    start, end = 2 * at[0] - at[1], 2 * at[1] - at[0]
    sizes = np.abs(start) + np.abs(end)
    crosses = start * end < 0
    with np.errstate(invalid="ignore"):
        heights = np.where(crosses, (start**2 + end**2) / (2 * sizes), sizes / 2)
    return float(np.sum(heights * (right - left)))
