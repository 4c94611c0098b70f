"""All subgroups of `cltask audit`: pandas, DivExplorer, scipy and statsmodels."""

import sys
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, product
from math import isnan, nan, sqrt
from pathlib import Path

import numpy as np
import pandas as pd
from divexplorer import DivergenceExplorer
from scipy import stats
from sklearn import metrics
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint

from ..cltask import Cltask, Refused
from ..comparison import Tally
from ..expectation import Expectation
from ..scored import Question
from .answers import of_audit
from .groups import holders
from .sample import Grouped

RATES = ["FPR", "FNR", "selection", "accuracy"]
OUTCOMES = [*RATES, "calibration", "rank", "AUC"]


@dataclass(frozen=True)
class Audited:
    """An outcome, and every subgroup that is large enough, found by going through all of them."""

    sample: Grouped
    outcome: str
    depth: int
    minimum: int

    @property
    def title(self) -> str:
        return f"audit {self.outcome}"

    @cached_property
    def counted(self) -> np.ndarray:
        y = self.sample.at_risk
        return {"FPR": ~y, "FNR": y}.get(self.outcome, np.ones(len(y), dtype=bool))

    @cached_property
    def numbers(self) -> np.ndarray:
        """What the outcome is of each item."""
        y, d = self.sample.at_risk, self.sample.selected
        match self.outcome:
            case "FPR" | "selection":
                return d.astype(float)
            case "FNR":
                return (~d).astype(float)
            case "accuracy":
                return (d == y).astype(float)
            case "calibration":
                return y - self.sample.risk
            case _:
                return stats.rankdata(-self.sample.risk)

    def size(self, members: np.ndarray) -> int:
        if self.outcome == "AUC":
            positives = int(self.sample.at_risk[members].sum())
            return min(positives, len(members) - positives)
        return int(self.counted[members].sum())

    def value(self, members: np.ndarray) -> float:
        if self.outcome == "AUC":
            truth, risk = self.sample.at_risk[members], self.sample.risk[members]
            return float(metrics.roc_auc_score(truth, risk))
        return float(self.numbers[members[self.counted[members]]].mean())

    @cached_property
    def conjunctions(self) -> dict[str, np.ndarray]:
        """Name → members, shorter ones first, then in the order of attributes and values."""
        by_value = {name: holders(cells) for name, cells in self.sample.cells.items()}
        found = {}
        for depth in range(1, self.depth + 1):
            for names in combinations(by_value, depth):
                for chosen in product(*(by_value[name] for name in names)):
                    columns = [set(by_value[n][v]) for n, v in zip(names, chosen, strict=True)]
                    label = " & ".join(f"{n}={v}" for n, v in zip(names, chosen, strict=True))
                    found[label] = np.array(sorted(set.intersection(*columns)), dtype=int)
        return found

    @cached_property
    def large(self) -> dict[str, np.ndarray]:
        return {
            name: members
            for name, members in self.conjunctions.items()
            if len(members) and self.size(members) >= self.minimum
        }

    @cached_property
    def tested(self) -> dict[str, np.ndarray]:
        """Of subgroups with the same members the first; none that is everybody."""
        first: dict[tuple[int, ...], str] = {}
        for name, members in self.large.items():
            first.setdefault(tuple(members), name)
        return {
            name: np.array(members, dtype=int)
            for members, name in first.items()
            if len(members) < self.sample.size
        }

    def expect(self, what: str, unit: str, value: float) -> Expectation:
        return Expectation(f"{self.title}: {what}", unit, float(value))


def definitions(of: Audited) -> Iterator[Expectation]:
    """γ = α · β of every subgroup (Kearns et al. 2018), with pandas' counts of the same rows."""
    everybody = np.arange(of.sample.size)
    overall = of.value(everybody)
    yield of.expect("value", "all", overall)
    yield of.expect("subgroups", "tested", len(of.tested))
    yield of.expect("conjunctions", "possible", len(of.conjunctions))
    yield of.expect("conjunctions", "collapsed", len(of.large) - len(of.tested))
    if of.outcome != "AUC":
        numbers = of.numbers[of.counted]
        apart = np.maximum(numbers - overall, 0).sum() / len(everybody)
        yield of.expect("γ of any set", "all", apart)
    for name, members in of.tested.items():
        rows = pd.DataFrame({"counted": of.counted[members], "member": True}).groupby("member")
        counted = of.size(members) if of.outcome == "AUC" else int(rows["counted"].sum().iloc[0])
        gap = of.value(members) - overall
        mass = (len(members) if of.outcome == "AUC" else counted) / len(everybody)
        yield of.expect("n", name, rows.size().iloc[0])
        yield of.expect("counted", name, counted)
        yield of.expect("value", name, of.value(members))
        yield of.expect("gap", name, gap)
        yield of.expect("α", name, mass)
        yield of.expect("γ", name, mass * abs(gap))


def tests(of: Audited) -> Iterator[Expectation]:
    """scipy's p-value of each subgroup against the rest."""
    for name, value in p_values(of).items():
        yield of.expect("p", name, value)


def corrections(of: Audited) -> Iterator[Expectation]:
    """statsmodels, over the subgroups that have a p-value, and its intervals of rates."""
    known = {name: value for name, value in p_values(of).items() if not isnan(value)}
    for ours, theirs in {"holm": "holm", "bh": "fdr_bh", "by": "fdr_by"}.items():
        adjusted = multipletests(list(known.values()), method=theirs)[1] if known else []
        for name, value in zip(known, adjusted, strict=True):
            yield of.expect(ours, name, value)
    if of.outcome in RATES:
        for name, members in of.tested.items():
            hits = of.numbers[members[of.counted[members]]]
            ends = proportion_confint(hits.sum(), len(hits), 0.05, method="wilson")
            for end, value in zip(["low", "high"], ends, strict=True):
                yield of.expect("Wilson", f"{end} of {name}", value)


def p_values(of: Audited) -> dict[str, float]:
    return {name: _p(of, members) for name, members in of.tested.items()}


def _p(of: Audited, members: np.ndarray) -> float:
    rest = np.setdiff1d(np.arange(of.sample.size), members)
    if of.outcome == "AUC":
        return _p_of_areas(of.sample, members, rest)
    own, others = (of.numbers[part[of.counted[part]]] for part in (members, rest))
    together = np.concatenate([own, others])
    if not len(others) or np.ptp(together) == 0:
        return nan
    if of.outcome in RATES:
        table = [[each.sum(), len(each) - each.sum()] for each in (own, others)]
        return float(stats.fisher_exact(np.array(table, dtype=int)).pvalue)
    if of.outcome == "rank":
        test = stats.mannwhitneyu(own, others, method="asymptotic", use_continuity=False)
        return float(test.pvalue)
    # Pitman's permutation test of a difference of means, by its normal limit.
    variance = together.var() * len(own) * len(others) / (len(together) - 1)
    return float(2 * stats.norm.sf(abs(own.sum() - len(own) * together.mean()) / sqrt(variance)))


def _p_of_areas(sample: Grouped, members: np.ndarray, rest: np.ndarray) -> float:
    """DeLong et al. 1988, of two separate samples."""
    found = [_area(sample.at_risk[part], sample.risk[part]) for part in (members, rest)]
    if None in found:
        return nan
    (one, first), (other, second) = found
    variance = first + second
    return float(2 * stats.norm.sf(abs(one - other) / sqrt(variance))) if variance > 1e-18 else nan


def _area(at_risk: np.ndarray, risk: np.ndarray) -> tuple[float, float] | None:
    """AUC and its variance: at least two of each class."""
    positives, negatives = risk[at_risk], risk[~at_risk]
    if min(len(positives), len(negatives)) < 2:
        return None
    above = np.sign(positives[:, None] - negatives[None, :]) / 2 + 0.5
    by_positive, by_negative = above.mean(axis=1), above.mean(axis=0)
    variance = by_positive.var(ddof=1) / len(positives) + by_negative.var(ddof=1) / len(negatives)
    return float(above.mean()), float(variance)


def divergences(of: Audited) -> Iterator[Expectation]:
    """DivExplorer's divergence of every itemset: one value an attribute, boolean outcomes."""
    fields = [field for column in of.sample.cells.values() for field in column]
    if of.outcome not in RATES or any("|" in field for field in fields):
        return
    rows = pd.DataFrame(
        {name: [cell or "(missing)" for cell in cells] for name, cells in of.sample.cells.items()}
    )
    rows["outcome"] = np.where(of.counted, of.numbers, nan)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = DivergenceExplorer(rows).get_pattern_divergence(
            min_support=0.5 / len(rows), boolean_outcomes=["outcome"]
        )
    itemsets = {frozenset(row.itemset): row for row in found.itertuples()}
    for name in of.tested:
        row = itemsets[frozenset(name.split(" & "))]
        yield of.expect("n", name, row.support_count)
        yield of.expect("value", name, row.outcome)
        yield of.expect("gap", name, row.outcome_div)


ORACLES = [
    ("definition", definitions),
    ("scipy", tests),
    ("statsmodels", corrections),
    ("DivExplorer", divergences),
]


def compare(cltask: Cltask, folder: Path, tally: Tally, sample: Grouped, depth: int) -> None:
    case = f"{folder.name}: {sample.name}"
    print(f"{case}, audit", file=sys.stderr)
    submission = sample.write(folder, ["Accuracy"])
    for outcome in OUTCOMES:
        of = Audited(sample, outcome, depth, sample.minimum)
        questions: list[Question] = [(name, list(oracle(of))) for name, oracle in ORACLES]
        options = ["--workspace", folder, "--task", sample.name, "--outcome", outcome,
                   "--depth", str(depth), "--replicates", "0"]  # fmt: skip
        try:
            answers = of_audit(cltask.json("audit", submission, *options))
        except Refused as refusal:
            for oracle, expected in questions:
                tally.fail(case, oracle, expected, str(refusal))
        else:
            for oracle, expected in questions:
                tally.compare(case, oracle, expected, answers)
