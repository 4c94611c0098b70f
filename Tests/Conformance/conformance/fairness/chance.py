"""What noise alone makes of gaps and of the largest γ of an audit, drawn once more by numpy.

Of two groups that a rate is compared over, and no others, the lot is hypergeometric and p is exact.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import sqrt
from pathlib import Path

import numpy as np
from scipy import stats

from ..cltask import Cltask
from ..comparison import Tally
from ..simulated import Simulated
from . import audits, rates
from .groups import Table
from .inputs import grouped
from .sample import Grouped

MOST_ERRORS = 4.0
"""Standard errors: of a hundred runs like this, less than two would be further off."""

DRAWS = 200_000
DRAWS_OF_AREAS = 1000
DRAWS_OF_SUBGROUPS = 2000


@dataclass(frozen=True)
class Lot:
    """A statistic under the null hypothesis: exactly, or from a number of draws."""

    p: float
    mean: float
    deviation: float
    draws: float


def compare(cltask: Cltask, folder: Path, tally: Tally, seed: int, *, small: bool) -> None:
    rng = np.random.default_rng(seed)
    tasks, replicates = (3, 1000) if small else (12, 10_000)
    apart: dict[str, list[float]] = {}
    for number in range(tasks):
        size = int(rng.choice([60, 150, 300]))
        sample = grouped(
            rng, f"chance-{number}", size, 10, minimum=5, missing=[0.0, 0.1][number % 2]
        )
        sample = replace(sample, by=["sex", "age"])
        print(f"{folder.name}: {sample.name}", file=sys.stderr)
        for what, z in _of_gaps(cltask, folder, sample, rng, replicates):
            apart.setdefault(what, []).append(abs(z))
        for what, z in _of_audit(cltask, folder, sample, rng, replicates):
            apart.setdefault(what, []).append(abs(z))
    for what, errors in apart.items():
        title = f"{what}: standard errors of the furthest from the same in numpy"
        bounds = 0, MOST_ERRORS
        tally.simulated.append(
            Simulated(title, len(errors), max(errors), 0, bounds, is_small=small, unit="")
        )


def _of_gaps(
    cltask: Cltask, folder: Path, sample: Grouped, rng: np.random.Generator, replicates: int
) -> Iterator[tuple[str, float]]:
    measures = ["TPR", "FPR", "SelectionRate", "AUC"]
    submission = sample.write(folder, measures)
    options = ["--workspace", folder, "--task", sample.name, "--replicates", str(replicates)]
    card = cltask.json("score", submission, *options, "--by", "sex", "--by", "age")
    for table in sample.tables:
        for measure in measures:
            found = card["gaps"][table.name][measure]
            if found.get("p") is None:
                continue
            lot, kind = _lot(sample, table, measure, found["value"], rng)
            of_p, of_mean = _errors(lot, found["p"], found["expected"], found["permutations"])
            yield f"p of a gap, {kind}", of_p
            yield f"gap from noise alone, {kind}", of_mean


def _errors(lot: Lot, p: float, mean: float, permutations: int) -> tuple[float, float]:
    """In standard errors of both sides; (1 + #)/(B + 1) is 1/B more than the share, at most."""
    share = (p * (permutations + 1) - 1) / permutations
    parts = 1 / permutations + 1 / lot.draws
    # Of events that are as rare as one draw in all, nothing is known but that.
    chance = min(max(lot.p, share, 1 / permutations), 1 - 1e-9)
    of_share = (share - lot.p) / sqrt(max(chance * (1 - chance), 1e-9) * parts)
    deviation = max(lot.deviation, 1e-12)
    return of_share, (mean - lot.mean) / (deviation * sqrt(parts))


def _lot(
    sample: Grouped, table: Table, measure: str, observed: float, rng: np.random.Generator
) -> tuple[Lot, str]:
    if measure == "AUC":
        return _of_areas(sample, table, observed, rng, DRAWS_OF_AREAS), "AUC"
    counted, among = rates.rates(sample)[measure]
    denominators = {
        group: int(among[members].sum())
        for group, members in table.members.items()
        if among[members].sum() >= sample.minimum
    }
    sizes = list(denominators.values())
    hits, total = int(counted.sum()), int(among.sum())
    if len(sizes) == 2 and sum(sizes) == total:
        x = np.arange(hits + 1)
        chances = stats.hypergeom.pmf(x, total, hits, sizes[0])
        gaps = np.abs(x / sizes[0] - (hits - x) / sizes[1])
        mean = float(chances @ gaps)
        deviation = sqrt(max(float(chances @ gaps**2) - mean**2, 0))
        p = float(chances[gaps >= observed - 1e-12].sum())
        return Lot(p, mean, deviation, float("inf")), "exact of two groups"
    drawn = rng.multivariate_hypergeometric([*sizes, total - sum(sizes)], hits, size=DRAWS)
    values = drawn[:, : len(sizes)] / sizes
    gaps = np.ptp(values, axis=1)
    return _of_draws(gaps, observed), "of several groups"


def _of_draws(values: np.ndarray, observed: float) -> Lot:
    reached = float(np.mean(values >= observed - 1e-12))
    return Lot(reached, float(values.mean()), float(values.std()), len(values))


def _of_areas(
    sample: Grouped, table: Table, observed: float, rng: np.random.Generator, draws: int
) -> Lot:
    """Items change places with items of the same class."""
    y, s = sample.at_risk, sample.risk
    large = sample.large(table, of_classes=True)
    used = [members for members in large.values() if len(set(y[members])) == 2]
    positives, negatives = np.flatnonzero(y), np.flatnonzero(~y)
    above = np.sign(s[positives][:, None] - s[negatives][None, :]) / 2 + 0.5
    rows = [np.searchsorted(positives, members[y[members]]) for members in used]
    columns = [np.searchsorted(negatives, members[~y[members]]) for members in used]
    gaps = []
    for _ in range(draws):
        first, second = rng.permutation(len(positives)), rng.permutation(len(negatives))
        areas = [
            above[np.ix_(first[r], second[c])].mean() for r, c in zip(rows, columns, strict=True)
        ]
        gaps.append(max(areas) - min(areas))
    return _of_draws(np.array(gaps), observed)


def _of_audit(
    cltask: Cltask, folder: Path, sample: Grouped, rng: np.random.Generator, replicates: int
) -> Iterator[tuple[str, float]]:
    """The largest γ of all subgroups where outcomes are dealt out anew among the same items."""
    submission = folder / "submissions" / sample.name / "peer" / "run.tsv"
    for outcome in ["FPR", "calibration"]:
        of = audits.Audited(sample, outcome, 2, sample.minimum)
        options = ["--workspace", folder, "--task", sample.name, "--outcome", outcome,
                   "--replicates", str(replicates)]  # fmt: skip
        card = cltask.json("audit", submission, *options)
        if not of.tested or "largest" not in card:
            continue
        largest = _largest_violations(of, rng, DRAWS_OF_SUBGROUPS)
        observed = max(found["gamma"] for found in card["subgroups"])
        found = card["largest"]
        lot = _of_draws(largest, observed)
        of_p, of_mean = _errors(lot, found["p"], found["expected"], found["replicates"])
        yield f"p of the largest γ of an audit, {outcome}", of_p
        yield f"the largest γ from noise alone, {outcome}", of_mean


def _largest_violations(of: audits.Audited, rng: np.random.Generator, draws: int) -> np.ndarray:
    counted = np.flatnonzero(of.counted)
    apart = of.numbers[counted] - of.numbers[counted].mean()
    is_member = np.array([np.isin(counted, members) for members in of.tested.values()], dtype=float)
    dealt = np.array([rng.permutation(apart) for _ in range(draws)])
    return np.abs(dealt @ is_member.T).max(axis=1) / of.sample.size
