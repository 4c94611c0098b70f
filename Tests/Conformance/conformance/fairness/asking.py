"""One submission before the oracles of its groups, through `cltask score --by`."""

import re
import sys
from pathlib import Path

from ..cltask import Cltask, Refused
from ..comparison import Tally
from ..scored import Question
from .answers import of_groups
from .rankings import Ranking
from .sample import Grouped

NOT_MEASURES = ("units", "base rate", "gap(", "ratio(")
PRIMARY: dict[type, str] = {Grouped: "Accuracy", Ranking: "AP"}
"""A task's first measure is not one between groups."""

OF_OTHERS = re.compile(r" (of the rest|wilson|newcombe)$")


def measures(questions: list[Question]) -> list[str]:
    """Those that have to be asked for, so that every expectation finds its answer."""
    named = [OF_OTHERS.sub("", each.measure) for _, expected in questions for each in expected]
    known = {*PRIMARY.values()}
    return [n for n in dict.fromkeys(named) if n not in known and not n.startswith(NOT_MEASURES)]


def compare(
    cltask: Cltask, folder: Path, tally: Tally, sample: Grouped | Ranking, questions: list[Question]
) -> None:
    case = f"{folder.name}: {sample.name}"
    print(case, file=sys.stderr)
    submission = sample.write(folder, [PRIMARY[type(sample)], *measures(questions)])
    tables = [word for table in sample.by for word in ("--by", table)]
    # Intervals of rates are drawn for nobody, but asked for with replicates only.
    options = ["--workspace", folder, "--task", sample.name, "--replicates", "1"]
    try:
        answers = of_groups(cltask.json("score", submission, *options, *tables))
    except Refused as refusal:
        for oracle, expected in questions:
            tally.fail(case, oracle, expected, str(refusal))
    else:
        for oracle, expected in questions:
            tally.compare(case, oracle, expected, answers)
