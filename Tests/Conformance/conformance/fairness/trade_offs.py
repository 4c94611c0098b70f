"""The front of `cltask trade-off`, its price and its hypervolume, by going through all pairs."""

import sys
from collections.abc import Callable, Iterator
from itertools import pairwise
from math import nan
from pathlib import Path

import numpy as np
from fairlearn import metrics as fairlearn
from sklearn import metrics

from ..answers import Answers
from ..cltask import Cltask
from ..comparison import Tally
from ..expectation import Expectation
from ..workspace import numbers, write_table
from .inputs import grouped
from .sample import Grouped

ORACLE = "definition, all pairs"

Score = Callable[[np.ndarray, np.ndarray, np.ndarray], float]

UTILITIES: dict[str, tuple[Score, float]] = {
    "Accuracy": (lambda y, s, d: metrics.accuracy_score(y, d), 0.0),
    "AUC": (lambda y, s, d: metrics.roc_auc_score(y, s), 0.0),
    "Brier": (lambda y, s, d: metrics.brier_score_loss(y, s), 2.0),
}
"""And the worst value: that of a loss is above 0, of Brier's with any number of labels 2."""

GAPS = {
    "FNR": fairlearn.false_negative_rate_difference,
    "SelectionRate": fairlearn.demographic_parity_difference,
}


def compare(cltask: Cltask, folder: Path, tally: Tally, seed: int) -> None:
    rng = np.random.default_rng(seed)
    for number, (size, runs) in enumerate([(60, 3), (60, 9), (120, 25), (200, 12)]):
        sample = grouped(rng, f"trade-off-{number}", size, 6, missing=0.0)
        entries = systems(rng, sample, runs - 1)
        # One that is there twice: both stay on the front, or neither.
        entries.append(entries[-1])
        paths = write(folder, sample, entries)
        for utility, (score, worst) in UTILITIES.items():
            for measure, gap in GAPS.items():
                points = [_point(each, score, gap) for each in entries]
                case = f"{folder.name}: {sample.name}"
                print(f"{case}, {utility} against {measure}", file=sys.stderr)
                options = ["--workspace", folder, "--task", sample.name, "--replicates", "0",
                           "--utility", utility, "--unfairness", f"gap({measure},sex)"]  # fmt: skip
                card = cltask.json("trade-off", *paths, *options)
                expected = list(_expectations(f"{utility} against gap({measure})", points, worst))
                answers = _answers(f"{utility} against gap({measure})", card)
                tally.compare(case, ORACLE, expected, answers)


def systems(rng: np.random.Generator, sample: Grouped, runs: int) -> list[Grouped]:
    return [sample, *(_system(rng, sample) for _ in range(runs - 1))]


def _system(rng: np.random.Generator, sample: Grouped) -> Grouped:
    noise = rng.normal(0, rng.choice([0.1, 0.4]), sample.size)
    return sample.scored(np.clip(np.round((sample.scores + noise) * 8) / 8, 0, 1), 0.5)


def write(folder: Path, sample: Grouped, entries: list[Grouped]) -> list[Path]:
    first = sample.write(folder, ["Accuracy"])
    paths = []
    for number, each in enumerate(entries):
        path = first.with_name(f"run{number:02d}.tsv")
        # The name of the run makes files of equal answers different ones.
        table = {"item": each.items, "score": numbers(each.scores)}
        write_table(path, table)
        path.write_text(f"# run: run{number:02d}\n" + path.read_text())
        paths.append(path)
    return paths


def _point(each: Grouped, score: Score, gap: Callable[..., float]) -> tuple[float, float]:
    rows = each.frame(each.tables[0])
    unfairness = gap(rows["y"], rows["d"], sensitive_features=rows["group"])
    return float(score(each.at_risk, each.risk, each.selected)), float(unfairness)


def _expectations(
    title: str, points: list[tuple[float, float]], worst: float
) -> Iterator[Expectation]:
    sign = -1 if worst > 0 else 1
    oriented = [(sign * utility, unfairness) for utility, unfairness in points]

    def beats(one: tuple[float, float], other: tuple[float, float]) -> bool:
        close = [abs(a - b) <= 1e-12 for a, b in zip(one, other, strict=True)]
        no_worse = (one[0] > other[0] or close[0]) and (one[1] < other[1] or close[1])
        return no_worse and not all(close)

    on_front = [not any(beats(other, one) for other in oriented) for one in oriented]
    for number, ((utility, unfairness), is_on) in enumerate(zip(points, on_front, strict=True)):
        unit = f"run{number:02d}"
        yield Expectation("trade-off: utility", f"{title} of {unit}", utility)
        yield Expectation("trade-off: gap", f"{title} of {unit}", unfairness)
        yield Expectation("trade-off: on the front", f"{title} of {unit}", float(is_on))
    yield Expectation("trade-off: hypervolume", title, _area(oriented, (sign * worst, 1.0)))
    for bound in sorted({round(unfairness, 9) for _, unfairness in points}):
        within = [u for u, f in oriented if f <= bound + 1e-9]
        lost = max(u for u, _ in oriented) - max(within)
        yield Expectation("trade-off: lost", f"{title} at {bound:.6f}", lost)


def _area(points: list[tuple[float, float]], worst: tuple[float, float]) -> float:
    """Of all that is no better than some point: over a grid of all their coordinates."""
    rows = sorted({worst[0], *(u for u, _ in points)})
    columns = sorted({worst[1], *(f for _, f in points)})
    area = 0.0
    for low, high in pairwise(rows):
        for left, right in pairwise(columns):
            is_within = low >= worst[0] and right <= worst[1]
            if is_within and any(u >= high and f <= left for u, f in points):
                area += (high - low) * (right - left)
    return area


def _answers(title: str, card: dict) -> Answers:
    answers = Answers()
    for each in card["submissions"]:
        unit = f"{title} of {each['name']['run']}"
        answers.add("trade-off: utility", unit, each["utility"]["value"])
        answers.add("trade-off: gap", unit, each["gap"]["value"])
        answers.add("trade-off: on the front", unit, each["on_front"])
    answers.add("trade-off: hypervolume", title, card["hypervolume"]["value"])
    steps = [(step["at_most"], step["lost"]) for step in card["price"]]
    for bound in sorted({round(each["gap"]["value"], 9) for each in card["submissions"]}):
        lost = next((lost for at_most, lost in reversed(steps) if at_most <= bound + 1e-9), nan)
        answers.add("trade-off: lost", f"{title} at {bound:.6f}", lost)
    return answers
