"""fairlearn as the oracle of values of groups and of gaps between them."""

import warnings
from collections.abc import Callable, Iterator
from math import isnan, nan

import numpy as np
import pandas as pd
from fairlearn import metrics as fairlearn
from sklearn import metrics

from .. import rules
from ..expectation import Expectation
from .groups import Table
from .sample import Grouped

ORACLE = "fairlearn"

Score = Callable[..., float]
Count = Callable[[pd.DataFrame], int]
Whole = tuple[pd.Series, pd.Series]
"""Gaps and ratios over all groups, by metric."""

DECISIONS: dict[str, tuple[Score, Count]] = {
    "SelectionRate": (fairlearn.selection_rate, len),
    "TPR": (fairlearn.true_positive_rate, lambda rows: rows["y"].sum()),
    "FNR": (fairlearn.false_negative_rate, lambda rows: rows["y"].sum()),
    "FPR": (fairlearn.false_positive_rate, lambda rows: (1 - rows["y"]).sum()),
    "TNR": (fairlearn.true_negative_rate, lambda rows: (1 - rows["y"]).sum()),
    "PPV": (metrics.precision_score, lambda rows: rows["d"].sum()),
}
"""Ours → fairlearn's metric, and how many a rate is made of."""

SCORES: dict[str, Score] = {
    "AUC": metrics.roc_auc_score,
    "Brier": lambda y, s: metrics.brier_score_loss(y, s, labels=[0, 1]),
    "LogLoss": lambda y, s: metrics.log_loss(y, s, labels=[0, 1]),
}


def expectations(sample: Grouped) -> Iterator[Expectation]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for table in sample.tables:
            yield from _of_decisions(sample, table)
            if sample.chances is not None:
                yield from _of_scores(sample, table)


def _of_decisions(sample: Grouped, table: Table) -> Iterator[Expectation]:
    rows = sample.frame(table)
    behind = {
        name: {group: int(count(own)) for group, own in rows.groupby("group")}
        for name, (_, count) in DECISIONS.items()
    }
    found = _metric_frame({name: score for name, (score, _) in DECISIONS.items()}, rows, "d")
    whole = found.difference("between_groups"), found.ratio("between_groups")
    for name, (score, _) in DECISIONS.items():
        for group, value in found.by_group[name].items():
            count = behind[name][group]
            steps = [(rules.UNDEFINED_GROUP, value if count else nan)]
            yield Expectation.through(name, table.unit(group), value, *steps)
        defined = [group for group, count in behind[name].items() if count > 0]
        counted = [group for group, count in behind[name].items() if count >= sample.minimum]
        counted = [group for group in counted if group in defined]
        yield from _gaps(sample, table, name, score, "d", found, whole, [defined, counted])
    yield from _equalized_odds(sample, table, [*sample.large(table, of_classes=True)])


def _of_scores(sample: Grouped, table: Table) -> Iterator[Expectation]:
    rows = sample.frame(table)
    found = _metric_frame(SCORES, rows, "s")
    whole = found.difference("between_groups"), found.ratio("between_groups")
    for name, score in SCORES.items():
        for group, value in found.by_group[name].items():
            yield Expectation(name, table.unit(group), float(value))
        defined = [group for group, value in found.by_group[name].items() if not isnan(value)]
        large = sample.large(table, of_classes=name == "AUC")
        counted = [group for group in defined if group in large]
        yield from _gaps(sample, table, name, score, "s", found, whole, [defined, counted])


def _metric_frame(
    scores: dict[str, Score], rows: pd.DataFrame, answer: str
) -> fairlearn.MetricFrame:
    return fairlearn.MetricFrame(
        metrics=scores, y_true=rows["y"], y_pred=rows[answer], sensitive_features=rows["group"]
    )


def _gaps(
    sample: Grouped, table: Table, name: str, score: Score, answer: str,
    found: fairlearn.MetricFrame, whole: Whole, sieves: list[list[str]],
) -> Iterator[Expectation]:  # fmt: skip
    """The gap over all groups, those that have a value, and those that are large enough."""
    difference, ratio = whole
    differences, ratios = [_number(difference[name])], [_number(ratio[name])]
    before = list(found.by_group.index)
    for groups in sieves:
        if sorted(groups) == sorted(before) or not groups:
            differences.append(differences[-1] if groups else nan)
            ratios.append(ratios[-1] if groups else nan)
            continue
        before = groups
        some = _metric_frame({name: score}, sample.frame(table, groups), answer)
        differences.append(_number(some.difference("between_groups")[name]))
        ratios.append(_number(some.ratio("between_groups")[name]))
    is_gap = len(sieves[-1]) > 1
    differences.append(differences[-1] if is_gap else nan)
    ratios.append(ratios[-1] if is_gap else nan)
    because = [rules.UNDEFINED_GROUP, rules.SMALL_GROUPS, rules.GAP_OF_ONE_GROUP]
    for kind, steps in {"gap": differences, "ratio": ratios}.items():
        first, *rest = steps
        yield Expectation.through(
            f"{kind}({name})", table.name, first, *zip(because, rest, strict=True)
        )


def _equalized_odds(sample: Grouped, table: Table, groups: list[str]) -> Iterator[Expectation]:
    """The larger of fairlearn's own gaps of both rates, each over groups that have it."""
    if len(groups) < 2:
        return
    rows = sample.frame(table, groups)
    positives = rows.groupby("group")["y"].sum()
    negatives = rows.groupby("group")["y"].count() - positives
    gaps = []
    for difference, count in [
        (fairlearn.true_positive_rate_difference, positives),
        (fairlearn.false_positive_rate_difference, negatives),
    ]:
        kept = rows[rows["group"].isin(count.index[count > 0])]
        enough = kept["group"].nunique() > 1
        gaps.append(
            difference(kept["y"], kept["d"], sensitive_features=kept["group"]) if enough else nan
        )
    undefined = any(isnan(gap) for gap in gaps)
    means = {"EqualizedOdds": ("worst_case", max), "EqualizedOdds(mean)": ("mean", np.mean)}
    for name, (agg, ours) in means.items():
        lenient = fairlearn.equalized_odds_difference(
            rows["y"], rows["d"], sensitive_features=rows["group"], agg=agg
        )
        steps = [(rules.UNDEFINED_GROUP, nan if undefined else float(ours(gaps)))]
        yield Expectation.through(name, table.name, float(lenient), *steps)


def _number(value: object) -> float:
    return nan if value is None else float(value)
