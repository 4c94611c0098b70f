"""Every contest before `compare`, by every test that a peer can answer."""

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from ..cltask import Cltask, Refused
from ..comparison import Tally
from ..expectation import Expectation
from . import compared, corrections, planning, tests
from .compared import pair_name, pairs
from .contest import Contest, contest

SEED = 20260103
MARGIN = 0.03
FEW = "100"
SAMPLED = 199


def contests(seed: int) -> Iterator[Contest]:
    rng = np.random.default_rng(seed)
    for units, systems in [(6, 3), (9, 4), (12, 4)]:
        yield contest(rng, f"few-{units}", units, systems)
        yield contest(rng, f"few-ties-{units}", units, systems, steps=4)
    for units, systems in [(4, 3), (5, 3), (2, 4), (12, 2)]:
        yield contest(rng, f"tiny-{units}-{systems}", units, systems)
        yield contest(rng, f"tiny-ties-{units}-{systems}", units, systems, steps=3)
    for units, systems in [(30, 5), (125, 6), (1000, 3)]:
        yield contest(rng, f"many-{units}", units, systems)
        yield contest(rng, f"many-ties-{units}", units, systems, steps=10)


def compare(cltask: Cltask, folder: Path, tally: Tally) -> None:
    for each in contests(SEED):
        print(f"inference: {each.name}", file=sys.stderr)
        case = Case(cltask, folder, tally, each)
        size, systems = len(each.at_risk), len(each.scores)
        for measure, values in [("Brier", each.squares), ("Accuracy", each.right)]:
            case.of_means(measure, values)
            if 2**size <= 10_000:
                case.exact(measure, values)
            else:
                case.sampled(measure, values)
            if np.prod([float(np.prod(range(1, systems + 1)))] * size) <= 10_000:
                case.tukey(measure, values)
        if size > 3:
            case.of_areas()


class Case:
    """One contest before all peers."""

    def __init__(self, cltask: Cltask, folder: Path, tally: Tally, each: Contest) -> None:
        self.cltask, self.tally, self.contest = cltask, tally, each
        self.workspace = folder
        self.paths = each.write(folder)

    def of_means(self, measure: str, values: np.ndarray) -> None:
        """Where a pair never differs there is no t test, which all of the peers' rest on."""
        if any(np.ptp(values[a] - values[b]) < 1e-12 for a, b in pairs(len(values))):
            return
        for alternative in ["two-sided", "greater", "less"]:
            options = ["--test", "t", "--alternative", alternative, "--power"]
            options += ["--equivalence", str(MARGIN)]
            name = f"compare --test t --alternative {alternative}"
            questions = [
                (name, "scipy", list(tests.student(name, values, alternative))),
                (name, "definition", list(tests.differences(name, values))),
            ]
            name = "compare --equivalence"
            questions.append((name, "statsmodels", list(planning.equivalence(name, values, MARGIN))))
            name = f"compare --power --alternative {alternative}"
            if measure == "Brier":
                expected = list(planning.power(name, values, alternative))
                questions.append((name, "statsmodels", expected))
            self._ask(measure, options, questions)
        for correction in corrections.CORRECTIONS:
            self._corrected(measure, correction)

    def _corrected(self, measure: str, correction: str) -> None:
        """Of cltask's own p-values, so that a difference is one of the correction."""
        options = ["--test", "t", "--correction", correction]
        name = f"compare --correction {correction}"
        found = self._comparison(measure, options, name, "statsmodels")
        if found is None:
            return
        answers = compared.answers(found, name)
        p = {
            pair: answers.value(name, f"{pair_name(pair)} p")
            for pair in pairs(len(self.paths))
        }
        case = f"{self.contest.name} {measure}"
        self.tally.compare(case, "statsmodels", corrections.corrected(name, p, correction), answers)
        if correction in ("bh", "by"):
            self.tally.compare(case, "scipy", corrections.discoveries(name, p, correction), answers)

    def exact(self, measure: str, values: np.ndarray) -> None:
        for alternative in ["two-sided", "greater", "less"]:
            name = f"compare --test permutation --alternative {alternative}"
            expected = list(tests.permutation(name, values, alternative))
            self._ask(
                measure,
                ["--test", "permutation", "--alternative", alternative],
                [(name, "scipy, all arrangements", expected)],
            )

    def sampled(self, measure: str, values: np.ndarray) -> None:
        for alternative in ["two-sided", "greater", "less"]:
            name = f"compare --test permutation --alternative {alternative}"
            expected = list(tests.same_permutations(name, values, alternative, SEED, SAMPLED))
            options = ["--test", "permutation", "--alternative", alternative]
            options += ["--seed", str(SEED), "--replicates", str(SAMPLED)]
            self._ask(measure, options, [(name, "definition, the same permutations", expected)])

    def tukey(self, measure: str, values: np.ndarray) -> None:
        name = "compare --test tukey"
        expected = list(tests.tukey(name, values))
        self._ask(measure, ["--test", "tukey"], [(name, "definition, all orders", expected)])

    def of_areas(self) -> None:
        size = len(self.contest.at_risk)
        for alternative in ["two-sided", "greater", "less"]:
            name = f"compare --test delong --alternative {alternative}"
            expected = list(tests.areas(name, self.contest, alternative))
            self._ask(
                "AUC",
                ["--test", "delong", "--alternative", alternative],
                [(name, "confidenceinterval", expected)],
            )
        if 2**size <= 4096:
            name = "compare --test permutation of AUC"
            expected = list(tests.exchanged_ranks(name, self.contest))
            self._ask(
                "AUC",
                ["--test", "permutation"],
                [(name, "definition, all arrangements", expected)],
            )

    def _ask(
        self, measure: str, options: list[str], questions: list[tuple[str, str, list[Expectation]]]
    ) -> None:
        case = f"{self.contest.name} {measure}"
        try:
            found = self.cltask.json(*self._command(measure, options))
        except Refused as refusal:
            for _, oracle, expected in questions:
                self.tally.fail(case, oracle, expected, str(refusal))
            return
        for name, oracle, expected in questions:
            self.tally.compare(case, oracle, expected, compared.answers(found, name))

    def _comparison(
        self, measure: str, options: list[str], name: str, oracle: str
    ) -> dict | None:
        try:
            return self.cltask.json(*self._command(measure, options))
        except Refused as refusal:
            missing = [Expectation(name, "all pairs", 0)]
            self.tally.fail(f"{self.contest.name} {measure}", oracle, missing, str(refusal))
            return None

    def _command(self, measure: str, options: list[str]) -> list[str | Path]:
        task = ["--workspace", self.workspace, "--task", self.contest.name]
        if "permutation" not in options and "tukey" not in options:
            options = [*options, "--replicates", FEW]  # of no use to the test
        return ["compare", *self.paths, *task, "--measure", measure, *options]
