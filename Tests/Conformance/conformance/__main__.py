"""The command line: `python -m conformance --cltask BINARY [--write FILE]`."""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from . import defects
from .assessment import suite as assessment
from .cltask import Cltask
from .comparison import Tally
from .early_detection import suite as early_detection
from .fairness import suite as fairness
from .inference import suite as inference
from .prioritization import suite as prioritization
from .ranking import suite as ranking
from .table import markdown
from .timed import suite as timed
from .triage import suite as triage

SUITES: dict[str, Callable[..., None]] = {
    "ranking": ranking.compare,
    "assessment": assessment.compare,
    "timed": timed.compare,
    "prioritization": prioritization.compare,
    "early-detection": early_detection.compare,
    "triage": triage.compare,
    "fairness": fairness.compare,
    "inference": inference.compare,
    "defects": defects.compare,
}

SMALLER = ["fairness", "inference"]
"""The parts that simulate."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="Tests/Conformance/run", description=__doc__)
    parser.add_argument("--cltask", type=Path, required=True, help="the program under test")
    parser.add_argument("--write", type=Path, metavar="FILE", help="write the table to FILE")
    parser.add_argument("--only", choices=SUITES, help="one part of the comparison")
    parser.add_argument("--small", action="store_true", help="fewer simulated tasks")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="leave the generated input there")
    arguments = parser.parse_args()

    tally = Tally()
    cltask = Cltask(arguments.cltask.resolve())
    with tempfile.TemporaryDirectory() as scratch:
        folder = arguments.keep or Path(scratch)
        for name, compare in SUITES.items():
            if arguments.only in (None, name):
                options = {"small": True} if arguments.small and name in SMALLER else {}
                compare(cltask, (folder / name).resolve(), tally, **options)
    if arguments.write:
        write(arguments.write, markdown(tally))
    for line in tally.report():
        print(line)
    return 1 if tally.failed else 0


def write(path: Path, text: str) -> None:
    """Whole or not at all."""
    partial = path.with_name(path.name + ".partial")
    partial.write_text(text, encoding="utf-8", newline="\n")
    os.replace(partial, path)


if __name__ == "__main__":
    sys.exit(main())
