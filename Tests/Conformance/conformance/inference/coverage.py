"""Simulated tasks: how often intervals cover, and how often tests claim where nothing differs."""

import os
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy import stats

from .. import rules
from ..cltask import Cltask
from ..comparison import Tally
from ..expectation import Rule
from . import naive
from .contest import Contest
from ..simulated import Simulated, share_error
from .topics import Topics

SEED = 20260105
UNITS = 125
SYSTEMS = 8
REPLICATES = "999"
COVERAGE = (93.5, 96.5)
CLAIMS = (4.0, 6.0)
LEVEL = 0.05
TESTS = [
    ("t", "Brier"),
    ("permutation", "Brier"),
    ("bootstrap", "Brier"),
    ("delong", "AUC"),
    ("permutation", "AUC"),
]


@dataclass(frozen=True)
class Population:
    """Normal evidence of each class, as probabilities; the class of each item is drawn too."""

    name: str
    positive: float
    separation: float
    runs: int

    def drawn(self, number: int, systems: int, *, with_words: bool) -> Contest:
        rng = np.random.default_rng([SEED, int(100 * self.positive), with_words, number])
        at_risk = rng.random(UNITS) < self.positive
        evidence = rng.normal(self.separation * at_risk, size=(systems, UNITS))
        scores = 1 / (1 + np.exp(self.separation / 2 - evidence))
        words = np.rint(np.exp(rng.normal(4, 0.8, UNITS))).astype(int) if with_words else None
        return Contest(f"{self.name}-{systems}-{number:04d}", at_risk, scores, words)

    @property
    def auc(self) -> float:
        return float(stats.norm.cdf(self.separation / np.sqrt(2)))

    @property
    def f1(self) -> float:
        """The threshold is half the way between the classes."""
        hits = self.positive * stats.norm.sf(-self.separation / 2)
        false = (1 - self.positive) * stats.norm.sf(self.separation / 2)
        return float(2 * hits / (hits + false + self.positive))


USUAL = Population("usual", 0.3, 1.2, 2500)
RARE = Population("rare", 0.1, 2.4, 1000)
POPULATIONS = {"30 % positive, AUC 0.80": USUAL, "10 % positive, AUC 0.96": RARE}

EXPLAINED: dict[str, tuple[Rule, Callable[[Contest], tuple[float, float]]]] = {
    "AUC": (rules.FEW_PLACEMENTS, naive.auc),
    "F1": (rules.FEW_POSITIVES, naive.f1),
    "nDCG@10": (rules.COPIES_TAKE_RANKS, naive.ndcg),
    "TTR@0.8": (rules.STEPS_OF_RECALL, naive.time_to_recall),
}


def compare(cltask: Cltask, folder: Path, tally: Tally, *, small: bool) -> None:
    print("inference: coverage", file=sys.stderr)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        simulation = Simulation(cltask, folder, tally, pool, small)
        simulation.topics(100 if small else 1000)
        for name, population in POPULATIONS.items():
            simulation.lists(name, population, 150 if small else population.runs)
        for test, measure in TESTS:
            simulation.claims(test, measure, 12 if small else 240)
        simulation.claims("tukey", "Brier", 60 if small else 1200)


class Simulation:
    def __init__(
        self, cltask: Cltask, folder: Path, tally: Tally, pool: ThreadPoolExecutor, small: bool
    ) -> None:
        self.cltask, self.folder, self.tally, self.pool = cltask, folder, tally, pool
        self.is_small = small

    def lists(self, name: str, population: Population, runs: int) -> None:
        """Four measures over one list of items, each list drawn anew."""
        contests = [population.drawn(number, 1, with_words=True) for number in range(runs)]
        measures = ["AUC", "F1", "nDCG@10", "TTR@0.8"]
        cards = list(self.pool.map(lambda each: self._card(each, measures), contests))
        true = {"AUC": population.auc, "F1": population.f1}
        for measure in measures:
            entries = [card["measures"][measure] for card in cards]
            # Of a list of so many items: the others are other quantities in longer lists.
            target = true.get(measure, float(np.mean([entry["value"] for entry in entries])))
            rule, method = EXPLAINED.get(measure, (None, None))
            ends = list(self.pool.map(method, contests)) if method else None
            self._covered(f"{measure}, one list, {name}", entries, target, rule, ends)

    def topics(self, runs: int) -> None:
        tasks = [Topics.drawn(SEED, number, UNITS) for number in range(runs)]
        cards = list(self.pool.map(lambda each: self._card(each, ["nDCG@10"]), tasks))
        entries = [card["measures"]["nDCG@10"] for card in cards]
        target = float(np.mean([entry["value"] for entry in entries]))
        self._covered("nDCG@10, mean over topics", entries, target, None, None)

    def claims(self, test: str, measure: str, runs: int) -> None:
        """Of all pairs of systems that are alike; for Tukey's test of any of them."""
        contests = [USUAL.drawn(number, SYSTEMS, with_words=False) for number in range(runs)]

        def share(each: Contest) -> float:
            found = self.cltask.json(
                "compare", *each.write(self.folder), *self._options(each),
                "--measure", measure, "--test", test, "--correction", "none",
            )  # fmt: skip
            claimed = np.array([pair["p"] <= LEVEL for pair in found["pairs"]])
            return 100 * float(claimed.any() if test == "tukey" else claimed.mean())

        shares = np.array(list(self.pool.map(share, contests)))
        what = "a claim about any pair" if test == "tukey" else "claims about pairs"
        self._add(
            Simulated(
                f"{what} that do not differ, --test {test} by {measure}",
                runs,
                float(shares.mean()),
                float(shares.std(ddof=1) / np.sqrt(runs)),
                CLAIMS,
                is_small=self.is_small,
            )
        )

    def _card(self, each: Contest | Topics, measures: list[str]) -> dict:
        path = each.write(self.folder)[0]
        chosen = [word for measure in measures for word in ("--measure", measure)]
        return self.cltask.json("score", path, *self._options(each), *chosen)

    def _options(self, each: Contest | Topics) -> list[str | Path]:
        options = ["--workspace", self.folder, "--task", each.name]
        return [*options, "--replicates", REPLICATES, "--threads", "1"]

    def _covered(
        self,
        name: str,
        entries: list[dict],
        target: float,
        rule: Rule | None,
        naive_ends: list[tuple[float, float]] | None,
    ) -> None:
        # Where all resamples have one value there is no interval, and it has not held the target.
        intervals = [entry.get("interval") for entry in entries]
        method = next(each["method"] for each in intervals if each)
        held = [each is not None and each["low"] <= target <= each["high"] for each in intervals]
        share = 100 * float(np.mean(held))
        peer = None
        if naive_ends:
            peer = 100 * float(np.mean([low <= target <= high for low, high in naive_ends]))
        self._add(
            Simulated(
                f"95 % intervals of {name} ({method}) cover",
                len(entries),
                share,
                share_error(share, len(entries)),
                COVERAGE,
                rule,
                peer,
                self.is_small,
            )
        )

    def _add(self, found: Simulated) -> None:
        self.tally.simulated.append(found)
