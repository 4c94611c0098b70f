"""Every pipeline before scikit-learn, dcurves and the definitions."""

from pathlib import Path

from .. import scored
from ..cltask import Cltask
from ..comparison import Tally
from . import capacities, definitions, flow
from .inputs import samples

SEED = 20260105
WITH_LABELS = 3
"""Measures of labels, of which there are many, are asked of every third sample."""


def compare(cltask: Cltask, folder: Path, tally: Tally) -> None:
    for number, sample in enumerate(samples(SEED)):
        asked = list(flow.questions(sample))
        if number % WITH_LABELS == 0 and sample.answered.all():
            asked.append(("scikit-learn", list(flow.of_labels(sample))))
        asked.append((definitions.ORACLE, list(definitions.expectations(sample))))
        options = []
        if sample.name.startswith("swept"):
            options = ["--capacity", f"0..{capacities.LARGEST}"]
            asked.append((capacities.ORACLE, list(capacities.expectations(sample))))
        scored.compare(cltask, folder, tally, sample, asked, *options)
