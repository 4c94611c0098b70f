"""One submission of one generated task before several oracles, through `cltask score`."""

import sys
from pathlib import Path
from typing import Protocol

from .cltask import Cltask, Refused
from .comparison import Tally
from .expectation import Expectation

Question = tuple[str, list[Expectation]]
"""An oracle and what it expects."""

NOT_MEASURES = ("confusion", "sweep ")
"""What stands in the scorecard beside measures begins so."""


class Sample(Protocol):
    name: str

    def write(self, workspace: Path, measures: list[str]) -> Path:
        """The task with these measures, and a submission; returns the path of the submission."""


def compare(
    cltask: Cltask,
    folder: Path,
    tally: Tally,
    sample: Sample,
    questions: list[Question],
    *options: str,
) -> None:
    case = f"{folder.name}: {sample.name}"
    print(case, file=sys.stderr)
    asked = dict.fromkeys(e.measure for _, expected in questions for e in expected)
    measures = [measure for measure in asked if not measure.startswith(NOT_MEASURES)]
    submission = sample.write(folder, measures)
    try:
        answers = cltask.score(folder, sample.name, submission, *options)
    except Refused as refusal:
        for oracle, expected in questions:
            tally.fail(case, oracle, expected, str(refusal))
    else:
        for oracle, expected in questions:
            tally.compare(case, oracle, expected, answers)
