"""Every part of what is said of groups."""

from collections.abc import Callable, Iterator
from pathlib import Path

from ..cltask import Cltask
from ..comparison import Tally
from ..expectation import Expectation
from . import areas, asking, calibration, decisions, frames, inequality, list_inputs, listing
from . import rankings, rates, slices
from .inputs import samples
from .sample import Grouped

SEED = 20260107

Oracle = Callable[[Grouped], Iterator[Expectation]]

ORACLES: list[tuple[str, Oracle]] = [
    (frames.ORACLE, frames.expectations),
    (slices.ORACLE, slices.expectations),
    (inequality.ORACLE, inequality.expectations),
    (areas.ORACLE, areas.expectations),
    (calibration.ORACLE, calibration.expectations),
    (rates.ORACLE, rates.expectations),
    (decisions.ORACLE, decisions.expectations),
]


def compare(cltask: Cltask, folder: Path, tally: Tally, *, small: bool = False) -> None:
    for sample in samples(SEED):
        questions = [(name, list(oracle(sample))) for name, oracle in ORACLES]
        asking.compare(cltask, folder, tally, sample, questions)
    for sample in list_inputs.assessments(SEED):
        lists = {table.name: [listing.of_assessment(sample, table)] for table in sample.tables}
        asking.compare(cltask, folder, tally, sample, list(listing.questions(lists)))
    for each in list_inputs.rankings(SEED):
        alone = rankings.ORACLE, list(each.expectations())
        questions = [*listing.questions(each.lists()), alone]
        asking.compare(cltask, folder, tally, each, questions)
