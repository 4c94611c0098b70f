"""The intervals of `score`: by formulas of peers, and by the same resamples drawn once more."""

import sys
import warnings
from collections.abc import Iterator
from math import isnan
from pathlib import Path

import numpy as np
from statsmodels.stats.proportion import proportion_confint

from .. import rules
from ..answers import Answers
from ..cltask import Cltask, Refused
from ..comparison import Tally
from ..expectation import Expectation
from . import delong, stream
from .bca import bca_levels
from .contest import Contest, contest
from .statistics import RESAMPLED, Statistic

SEED = 20260104
REPLICATES = 200
RATES = ["TPR", "FPR", "PPV", "NPV", "Accuracy"]
CONFIDENCES = [0.5, 0.9, 0.95, 0.99]


def compare(cltask: Cltask, folder: Path, tally: Tally) -> None:
    rng = np.random.default_rng(SEED)
    for counter, key, result in stream.KNOWN_ANSWERS:
        if stream.philox(counter, key) != result:
            raise AssertionError("the stream of this suite is not Philox4x32-10")
    for units, steps in [(5, None), (9, 3), (12, None), (33, 10), (45, None), (125, 8)]:
        each = contest(rng, f"interval-{units}", units, 1, steps)
        print(f"inference: {each.name}", file=sys.stderr)
        case = Case(cltask, folder, tally, each)
        for confidence in CONFIDENCES:
            case.by_formula(confidence)
        for interval in ["percentile", "bca"]:
            case.by_resamples(interval, stratified=False)
        case.by_resamples("percentile", stratified=True)


class Case:
    """One submission whose scorecard has intervals."""

    def __init__(self, cltask: Cltask, folder: Path, tally: Tally, each: Contest) -> None:
        self.cltask, self.tally, self.contest = cltask, tally, each
        self.workspace = folder
        self.path = each.write(folder)[0]

    def by_formula(self, confidence: float) -> None:
        self._ask(
            ["AUC", *RATES],
            ["--confidence", str(confidence), "--replicates", "50"],
            [
                ("statsmodels", list(self._wilson(confidence))),
                ("confidenceinterval", list(self._area(confidence))),
            ],
        )

    def by_resamples(self, interval: str, *, stratified: bool) -> None:
        options = ["--interval", interval, "--replicates", str(REPLICATES), "--seed", str(SEED)]
        options += ["--confidence", "0.9"] + (["--stratified"] if stratified else [])
        strata = [list(range(len(self.contest.at_risk)))]
        if stratified:
            strata = [np.flatnonzero(self.contest.at_risk == side).tolist() for side in [0, 1]]
        drawn = [
            np.array(stream.resample(SEED, number, strata)) for number in range(REPLICATES)
        ]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            expected = [
                wanted
                for measure, statistic in RESAMPLED.items()
                for wanted in self._resampled(measure, statistic, drawn, interval)
            ]
        self._ask(list(RESAMPLED), options, [("definition, the same resamples", expected)])

    def _wilson(self, confidence: float) -> Iterator[Expectation]:
        truth, found = self.contest.at_risk, self.contest.predicted[0]
        right = truth == found
        chosen = {
            "TPR": (right, truth),
            "FPR": (found, ~truth),
            "PPV": (right, found),
            "NPV": (right, ~found),
            "Accuracy": (right, np.ones_like(truth)),
        }
        for rate, (hits, among) in chosen.items():
            if among.any():
                ends = proportion_confint(
                    int(hits[among].sum()), int(among.sum()), 1 - confidence, method="wilson"
                )
                yield from both(rate, "wilson", ends)

    def _area(self, confidence: float) -> Iterator[Expectation]:
        """Nothing where the interval on the scale of the logit does not exist."""
        row = self.contest.scores[:1]
        area, covariance = delong.by_definition(self.contest.at_risk, row)
        if not 0 < area[0] < 1:
            return
        theirs, their_covariance = delong.by_peer(self.contest.at_risk, row)
        ends = delong.logit_interval(theirs[0], their_covariance[0, 0], confidence)
        defined = delong.logit_interval(area[0], covariance[0, 0], confidence)
        for end, value, exact in zip(["low", "high"], ends, defined, strict=True):
            yield Expectation.through(
                named("AUC", "delong-logit"), end, value, (rules.FLOAT_PLACEMENTS, exact)
            )

    def _resampled(
        self, measure: str, statistic: Statistic, drawn: list[np.ndarray], interval: str
    ) -> Iterator[Expectation]:
        units = np.arange(len(self.contest.at_risk))
        value = statistic(self.contest, units)
        if isnan(value):
            return
        replicates = np.array([statistic(self.contest, draw) for draw in drawn])
        defined = replicates[~np.isnan(replicates)]
        levels = (0.05, 0.95)
        method = f"bootstrap-{interval}"
        if interval == "bca":
            blocks = min(len(units), min(1000, max(20, REPLICATES // 10)))
            without = np.array(
                [statistic(self.contest, units[units % blocks != left]) for left in range(blocks)]
            )
            corrected = bca_levels(defined, value, without[~np.isnan(without)], levels)
            if corrected is None:
                method = "bootstrap-percentile"
            else:
                levels = corrected
        low, high = np.quantile(defined, levels)
        if high - low <= 1e-12 * abs(low):
            # An interval without width is none: it would be sure of what the units cannot tell.
            yield Expectation(named(measure, "without width"), "there", 0.0)
            return
        yield from both(measure, method, (low, high))
        undefined = float(np.isnan(replicates).sum())
        yield Expectation(named(measure, method), "undefined replicates", undefined)

    def _ask(
        self,
        measures: list[str],
        options: list[str],
        questions: list[tuple[str, list[Expectation]]],
    ) -> None:
        case = " ".join([self.contest.name, *options])
        chosen = [word for measure in measures for word in ("--measure", measure)]
        task = ["--workspace", self.workspace, "--task", self.contest.name]
        try:
            card = self.cltask.json("score", self.path, *task, *chosen, *options)
        except Refused as refusal:
            for oracle, expected in questions:
                self.tally.fail(case, oracle, expected, str(refusal))
        else:
            for oracle, expected in questions:
                self.tally.compare(case, oracle, expected, answers(card))


def named(measure: str, method: str) -> str:
    return f"score {measure} {method}"


def both(measure: str, method: str, ends: tuple[float, float]) -> Iterator[Expectation]:
    for end, value in zip(["low", "high"], ends, strict=True):
        yield Expectation(named(measure, method), end, float(value))


def answers(card: dict) -> Answers:
    """The ends of each interval under its measure and method."""
    found = Answers()
    for measure, entry in card["measures"].items():
        interval = entry.get("interval")
        found.add(named(measure, "without width"), "there", float(interval is not None))
        if interval is None:
            continue
        name = named(measure, interval["method"])
        found.add(name, "low", interval["low"])
        found.add(name, "high", interval["high"])
        found.add(name, "undefined replicates", interval.get("undefined", 0))
    return found
