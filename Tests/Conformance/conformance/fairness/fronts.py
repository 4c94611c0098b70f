"""How often submissions are on the front of a trade-off, on resamples that numpy draws."""

import sys
from math import sqrt
from pathlib import Path

import numpy as np

from ..cltask import Cltask
from ..comparison import Tally
from ..simulated import Simulated
from . import trade_offs
from .chance import MOST_ERRORS
from .inputs import grouped
from .sample import Grouped

REPLICATES = 4000


def compare(cltask: Cltask, folder: Path, tally: Tally, seed: int, *, small: bool) -> None:
    rng = np.random.default_rng(seed)
    errors = []
    for number in range(1 if small else 4):
        sample = grouped(rng, f"front-{number}", 150, 8, missing=0.0)
        print(f"{folder.name}: {sample.name}", file=sys.stderr)
        systems = trade_offs.systems(rng, sample, 5)
        paths = trade_offs.write(folder, sample, systems)
        options = ["--workspace", folder, "--task", sample.name, "--utility", "Accuracy",
                   "--unfairness", "gap(FNR,sex)", "--replicates", str(REPLICATES)]  # fmt: skip
        card = cltask.json("trade-off", *paths, *options)
        shares, counted = _shares(rng, systems)
        for each, share in zip(card["submissions"], shares, strict=True):
            spread = max(share * (1 - share), 1 / counted) * (1 / counted + 1 / REPLICATES)
            errors.append(abs(each["probability_on_front"] - share) / sqrt(spread))
    tally.simulated.append(
        Simulated(
            "chance of being on the front: standard errors of the furthest from the same in numpy",
            len(errors), max(errors), 0, (0, MOST_ERRORS), is_small=small, unit="",
        )
    )  # fmt: skip


def _shares(rng: np.random.Generator, systems: list[Grouped]) -> tuple[np.ndarray, int]:
    """The share of resamples on which nobody beats each, and of how many both numbers are there."""
    size, at_risk = systems[0].size, systems[0].at_risk
    groups = systems[0].tables[0].groups_of(size, list(systems[0].tables[0].members))
    copies = rng.multinomial(size, np.full(size, 1 / size), REPLICATES).astype(float)
    positives = copies @ (groups * at_risk[:, None])
    utility, gaps = [], []
    for each in systems:
        utility.append(copies @ (each.selected == at_risk) / size)
        missed = copies @ (groups * (at_risk & ~each.selected)[:, None])
        with np.errstate(invalid="ignore", divide="ignore"):
            gaps.append(np.ptp(missed / positives, axis=1))
    is_counted = (positives > 0).all(axis=1)
    u, f = (np.round(np.array(both)[:, is_counted], 12) for both in (utility, gaps))
    no_worse = (u[:, None] >= u[None]) & (f[:, None] <= f[None])
    better = (u[:, None] > u[None]) | (f[:, None] < f[None])
    return 1 - (no_worse & better).any(axis=0).mean(axis=1), int(is_counted.sum())
