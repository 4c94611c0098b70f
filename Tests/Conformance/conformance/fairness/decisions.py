"""Measures of decisions between groups that no peer has: the published formula."""

from collections.abc import Iterator
from math import nan

import numpy as np

from ..expectation import Expectation
from .sample import Grouped

ORACLE = "definition"


def expectations(sample: Grouped) -> Iterator[Expectation]:
    """Treatment equality (Berk et al. 2021): FN/FP, the least of the groups over the greatest."""
    missed, alarms = sample.at_risk & ~sample.selected, ~sample.at_risk & sample.selected
    for table in sample.tables:
        ratios = [
            missed[members].sum() / alarms[members].sum()
            for members in sample.large(table, of_classes=True).values()
            if alarms[members].any()
        ]
        value = min(ratios) / max(ratios) if len(ratios) > 1 and max(ratios) > 0 else nan
        yield Expectation("TreatmentEquality", table.name, float(np.float64(value)))
