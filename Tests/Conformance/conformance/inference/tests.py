"""The tests of `compare` by scipy, confidenceinterval and enumeration, pair by pair."""

import itertools
from collections.abc import Iterator

import numpy as np
from scipy import stats

from .. import rules
from ..expectation import Expectation
from . import delong, stream
from .compared import pair_name, pairs
from .contest import Contest


def differences(name: str, values: np.ndarray) -> Iterator[Expectation]:
    """Of means over units, and Cohen's d_z."""
    for a, b in pairs(len(values)):
        apart = values[a] - values[b]
        yield Expectation(name, f"{pair_name((a, b))} difference", float(apart.mean()))
        if apart.std() > 1e-12:
            effect = float(apart.mean() / apart.std(ddof=1))
            yield Expectation(name, f"{pair_name((a, b))} effect", effect)


def student(name: str, values: np.ndarray, alternative: str) -> Iterator[Expectation]:
    """scipy's t test with its interval, which is two-sided whatever the test is."""
    for a, b in pairs(len(values)):
        p = stats.ttest_rel(values[a], values[b], alternative=alternative).pvalue
        yield Expectation(name, f"{pair_name((a, b))} p", float(p))
        low, high = stats.ttest_rel(values[a], values[b]).confidence_interval(0.95)
        yield Expectation(name, f"{pair_name((a, b))} low", float(low))
        yield Expectation(name, f"{pair_name((a, b))} high", float(high))


def permutation(name: str, values: np.ndarray, alternative: str) -> Iterator[Expectation]:
    """All 2ⁿ arrangements by scipy. Rounding of the mean must not tell equal ones apart."""
    for a, b in pairs(len(values)):
        result = stats.permutation_test(
            (values[a], values[b]),
            lambda x, y, axis: np.round(np.sum(x - y, axis=axis), 12),
            permutation_type="samples",
            alternative=alternative,
            n_resamples=np.inf,
            vectorized=True,
        )
        yield Expectation(name, f"{pair_name((a, b))} p", float(result.pvalue))
        yield Expectation(name, f"{pair_name((a, b))} exact", 1)


def same_permutations(
    name: str, values: np.ndarray, alternative: str, seed: int, replicates: int
) -> Iterator[Expectation]:
    """A sample of arrangements, drawn once more: (b + 1) / (B + 1)."""
    units = values.shape[1]
    drawn = [stream.exchange(seed, number, units) for number in range(replicates)]
    signs = np.where(np.array(drawn), -1.0, 1.0)
    for a, b in pairs(len(values)):
        apart = values[a] - values[b]
        observed, permuted = apart.sum(), signs @ apart
        if alternative == "two-sided":
            observed, permuted = abs(observed), np.abs(permuted)
        elif alternative == "less":
            observed, permuted = -observed, -permuted
        reached = int((permuted >= observed - 1e-10).sum())
        yield Expectation(name, f"{pair_name((a, b))} p", (reached + 1) / (replicates + 1))
        yield Expectation(name, f"{pair_name((a, b))} exact", 0)


def exchanged_ranks(name: str, contest: Contest) -> Iterator[Expectation]:
    """AUC over all exchanges of mid-ranks within a system, by its definition."""
    ranks = stats.rankdata(contest.scores, axis=1)
    units = len(contest.at_risk)
    swaps = np.array(list(itertools.product([False, True], repeat=units)))

    def areas(scores: np.ndarray) -> np.ndarray:
        apart = scores[:, contest.at_risk][:, :, None] - scores[:, ~contest.at_risk][:, None, :]
        return ((apart > 0) + 0.5 * (apart == 0)).mean(axis=(1, 2))

    for a, b in pairs(len(ranks)):
        first, second = (
            areas(np.where(swaps, ranks[there], ranks[here])) for here, there in [(a, b), (b, a)]
        )
        apart = np.abs(first - second)
        yield Expectation(name, f"{pair_name((a, b))} p", float(np.mean(apart >= apart[0] - 1e-12)))
        yield Expectation(name, f"{pair_name((a, b))} exact", 1)


def tukey(name: str, values: np.ndarray) -> Iterator[Expectation]:
    """Carterette 2012, algorithm 1, over all orders of the systems' values on every unit."""
    systems, units = values.shape
    orders = [values[list(order)] for order in itertools.permutations(range(systems))]
    ranges = []
    for chosen in itertools.product(range(len(orders)), repeat=units):
        means = sum(orders[order][:, unit] for unit, order in enumerate(chosen)) / units
        ranges.append(means.max() - means.min())
    means = values.mean(axis=1)
    for a, b in pairs(systems):
        reached = np.mean(np.array(ranges) >= abs(means[a] - means[b]) - 1e-12)
        yield Expectation(name, f"{pair_name((a, b))} p", float(reached))
        yield Expectation(name, f"{pair_name((a, b))} adjusted p", float(reached))
        yield Expectation(name, f"{pair_name((a, b))} exact", 1)


def areas(name: str, contest: Contest, alternative: str) -> Iterator[Expectation]:
    """DeLong's test: the peer's number, then the definition's, since the peer counts in Float."""
    for a, b in pairs(len(contest.scores)):
        rows = contest.scores[[a, b]]
        theirs = delong.by_peer(contest.at_risk, rows)
        ours = delong.by_definition(contest.at_risk, rows)
        if delong.contrast(ours[1]) < 1e-20:
            continue

        def expect(what: str, value: float, defined: float, unit: str) -> Expectation:
            within = min(1.0, max(-1.0, defined))
            steps = (rules.FLOAT_PLACEMENTS, defined), (rules.BEYOND_THE_RANGE, within)
            return Expectation.through(name, f"{unit} {what}", value, *steps)

        unit = pair_name((a, b))
        p = [delong.p_value(*each, alternative) for each in (theirs, ours)]
        yield expect("p", *p, unit)
        ends = zip(
            delong.difference_interval(*theirs, 0.95),
            delong.difference_interval(*ours, 0.95),
            strict=True,
        )
        for what, (value, defined) in zip(["low", "high"], ends, strict=True):
            yield expect(what, value, defined, unit)
