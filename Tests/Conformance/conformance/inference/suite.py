"""All that is said of how sure a value is: tests, intervals, and both simulated."""

from pathlib import Path

from ..cltask import Cltask
from ..comparison import Tally
from . import comparing, coverage, intervals, montecarlo


def compare(cltask: Cltask, folder: Path, tally: Tally, *, small: bool = False) -> None:
    comparing.compare(cltask, folder, tally)
    intervals.compare(cltask, folder, tally)
    montecarlo.compare(cltask, folder, tally)
    coverage.compare(cltask, folder, tally, small=small)
