"""Every part of what is said of groups."""

from collections.abc import Callable, Iterator
from pathlib import Path

from ..cltask import Cltask
from ..comparison import Tally
from ..expectation import Expectation
from . import (
    areas,
    asking,
    audit_inputs,
    audits,
    calibration,
    chance,
    decisions,
    frames,
    fronts,
    inequality,
    list_inputs,
    listing,
    rankings,
    rates,
    slices,
    trade_offs,
)
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
    for sample, depth in audit_inputs.samples(SEED):
        audits.compare(cltask, folder, tally, sample, depth)
    trade_offs.compare(cltask, folder, tally, SEED)
    chance.compare(cltask, folder, tally, SEED, small=small)
    fronts.compare(cltask, folder, tally, SEED, small=small)
