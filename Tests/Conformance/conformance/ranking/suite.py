"""Every collection, every oracle, each under the options that make both sides mean the same."""

import sys
from dataclasses import replace
from pathlib import Path

from ..cltask import Cltask, Refused
from ..comparison import Tally
from ..expectation import Expectation
from . import correlation, cwl
from .collection import Files
from .inputs import collections
from .irm import IrMeasures
from .names import ALIASES
from .pytrec import PytrecEval

SEED = 20260101
WITH_ALIASES = {"distinct", "ties"}
WITH_CWL_EVAL = {"distinct", "ties", "negative-grades", "sparse", "few-judged", "missing-topics"}

Question = tuple[str, list[Expectation]]
"""An oracle and what it expects."""


def compare(cltask: Cltask, folder: Path, tally: Tally) -> None:
    for collection in collections(SEED):
        print(f"ranking: {collection.name}", file=sys.stderr)
        case = Case(cltask, tally, Files(collection, *collection.write(folder)))
        case.against_pytrec_eval()
        case.against_ir_measures()
        case.against_cwl_eval()
        case.against_scipy()


class Case:
    """One collection before all oracles."""

    def __init__(self, cltask: Cltask, tally: Tally, files: Files) -> None:
        self.cltask, self.tally, self.files = cltask, tally, files

    def against_pytrec_eval(self) -> None:
        """Over the topics that the run has: the peer never sees the others."""
        peer = PytrecEval(self.files)
        as_float = list(peer.as_float())
        skip = ("--missing-topics", "skip")
        self._ask([("pytrec_eval", as_float)], "--ties", "trec9", *skip)
        self._ask([("pytrec_eval", list(peer.as_double()))], "--ties", "trec", *skip)
        if self.files.collection.name in WITH_ALIASES:
            named = [
                replace(expected, measure=alias)
                for alias, measure in ALIASES.items()
                for expected in as_float
                if expected.measure == measure
            ]
            self._ask([("pytrec_eval, its own names", named)], "--ties", "trec9", *skip)

    def against_ir_measures(self) -> None:
        """Over all topics of the qrels, by the defaults of `eval`."""
        peer = IrMeasures(self.files)
        self._ask([(peer.oracle(name), list(peer.expectations(name))) for name in peer.names])

    def against_cwl_eval(self) -> None:
        if self.files.collection.name in WITH_CWL_EVAL:
            self._ask([(cwl.ORACLE, list(cwl.expectations(self.files)))])

    def against_scipy(self) -> None:
        self._ask([(correlation.ORACLE, list(correlation.expectations(self.files)))])

    def _ask(self, questions: list[Question], *options: str) -> None:
        measures = list(dict.fromkeys(e.measure for _, expected in questions for e in expected))
        case = f"ranking: {self.files.collection.name} {' '.join(options)}".rstrip()
        paths = self.files.qrels_path, self.files.run_path
        try:
            answers = self.cltask.evaluate(*paths, measures, *options).under(ALIASES)
        except Refused as refusal:
            for oracle, expected in questions:
                self.tally.fail(case, oracle, expected, str(refusal))
        else:
            for oracle, expected in questions:
                self.tally.compare(case, oracle, expected, answers)
