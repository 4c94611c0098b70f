"""The comparisons: which programs, on which files, and what is asked of them."""

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from . import audit, boards, claims, groups, intervals, pairs, people, ties, values
from .claims import Claim
from .comparison import Row, Tool, measure
from .inputs import Assessment, Ranking
from .process import Command
from .report import growth_table, table

RANKING_MEASURES = ("nDCG", "nDCG@10", "AP", "RR", "P@10", "R@1000")
ASSESSMENT_MEASURES = ("AUC", "AveragePrecision", "nDCG@100", "F1", "MCC", "Brier", "LogLoss")
PEERS = Path(__file__).parent.parent / "peers"
SUBMISSION = Path("submissions/suicide-risk/harbour/regression.tsv")


@dataclass(frozen=True)
class Suite:
    cltask: Path
    trec_eval: Path | None
    inputs: Path
    repository: Path
    # For inputs that are cut from others.
    scratch: Path
    repeat: int
    small: bool

    def passages(self) -> str:
        ranking = Ranking.passages(self.inputs)
        ranking = ranking.cut(70 if self.small else ranking.topics, self.scratch)
        rows = measure("passages", self._rankers(ranking), self.repeat)
        asked = {
            "cltask": claims.anonymous(64),
            "pytrec_eval": claims.times_slower(30),
            "ranx": claims.times_slower(100),
            "sha256sum": claims.not_faster(),
        }
        return self._ranking_section("Deep rankings", ranking, rows, {} if self.small else asked)

    def queries(self) -> str:
        ranking = Ranking.queries(self.inputs)
        ranking = ranking.cut(1_000 if self.small else ranking.topics, self.scratch)
        rows = measure("queries", self._rankers(ranking), self.repeat)
        return self._ranking_section("Many topics", ranking, rows, {})

    def topics(self) -> str:
        """Whether time is linear in topics."""
        columns: dict[int, list[Row]] = {}
        for topics in (100, 1_000) if self.small else (1_000, 10_000, 100_000):
            ranking = Ranking.queries(self.inputs).cut(topics, self.scratch)
            tools = [
                self._cltask_eval("cltask", ranking),
                self._cltask_eval("cltask --threads 1", ranking, "--threads", "1"),
                self._pytrec_eval(ranking),
                *self._trec_eval(ranking),
            ]
            columns[topics] = measure(f"{topics:,} topics", tools, self.repeat)
        return (
            "### Growth with the number of topics\n\n"
            "The first topics of the same run, 10 lines each; median seconds from start to end."
            f" Linear is 10.\n\n{growth_table(columns, 'topics')}"
        )

    def assessment(self) -> str:
        assessment = Assessment(self.inputs)
        assessment = assessment.cut(10_000 if self.small else assessment.items, self.scratch)
        options = [option for name in ASSESSMENT_MEASURES for option in ("--measure", name)]
        command = self.command(
            "score", assessment.submission, "--workspace", assessment.workspace, *options,
            "--replicates", 0, "--format", "json",
        )  # fmt: skip
        script = self.script("scikit_learn_script.py", assessment.gold, assessment.submission)
        tools = [
            Tool("cltask", command, values.of_cltask, command),
            Tool("cltask --threads 1", (*command, "--threads", "1"), values.of_cltask, command),
            Tool("pandas and scikit-learn", script, values.of_lines, command),
        ]
        rows = measure("assessment", tools, self.repeat)
        return (
            f"### Assessment\n\n{assessment.items:,} items with a score and a label each;"
            f" {_listed(ASSESSMENT_MEASURES)}.\n\n{table(rows, {})}"
        )

    def start(self) -> str:
        submission = self.repository / SUBMISSION
        score = self.command("score", submission, "--workspace", self.repository)
        name = "cltask score, 125 items"
        tools = [
            Tool("cltask --help", self.command("--help")),
            Tool(f"{name}, without intervals", (*score, "--replicates", "0")),
            Tool(name, score),
        ]
        rows = measure("start", tools, self.repeat)
        asked = {tool.name: claims.under(30) for tool in tools} | {name: claims.under(200)}
        return (
            "### From start to end of a small job\n\n"
            f"`cltask --help`, and `cltask score {SUBMISSION}`.\n\n{table(rows, asked)}"
        )

    def _ranking_section(
        self, title: str, ranking: Ranking, rows: list[Row], asked: dict[str, Claim]
    ) -> str:
        return (
            f"### {title}\n\n{ranking.shape}; {_listed(RANKING_MEASURES)}.\n\n{table(rows, asked)}"
        )

    def _rankers(self, ranking: Ranking) -> list[Tool]:
        """cltask and all peers on a run."""
        files = (str(ranking.qrels), str(ranking.run))
        ir_measures = (str(Path(sys.executable).with_name("ir_measures")), *files)
        tools = [
            self._cltask_eval("cltask", ranking),
            self._cltask_eval("cltask --threads 1", ranking, "--threads", "1"),
            self._cltask_json(ranking),
            self._pytrec_eval(ranking),
            Tool(
                "ir_measures",
                (*ir_measures, *RANKING_MEASURES, "--places", "6"),
                values.of_lines,
                self._held_to(ranking, "trec9"),
            ),
            *self._trec_eval(ranking),
        ]
        if not self.small:
            # Compiles for half a minute when it is first run.
            script = self.script("ranx_script.py", *files)
            tools.append(Tool("ranx", script, values.of_lines, self._held_to(ranking, "file")))
        return [*tools, *self.sha256sum(ranking.run)]

    def sha256sum(self, *files: Path) -> list[Tool]:
        """A program that only reads files, where there is one."""
        program = shutil.which("sha256sum")
        return [Tool("sha256sum", (program, *map(str, files)))] if program else []

    def _cltask_eval(self, name: str, ranking: Ranking, *options: str) -> Tool:
        """Without what no peer makes: a digest of the run, which only JSON has, and intervals."""
        held_to = self._held_to(ranking, "trec")
        command = self.command(
            "eval", ranking.qrels, ranking.run, *RANKING_MEASURES, "--format", "csv",
            "--replicates", 0, *options,
        )  # fmt: skip
        return Tool(name, command, values.of_csv, held_to)

    def _cltask_json(self, ranking: Ranking) -> Tool:
        held_to = self._held_to(ranking, "trec")
        return Tool("cltask --format json, SHA-256 and all", held_to, values.of_cltask, held_to)

    def _pytrec_eval(self, ranking: Ranking) -> Tool:
        script = self.script("pytrec_eval_script.py", ranking.qrels, ranking.run)
        return Tool("pytrec_eval", script, values.of_lines, self._held_to(ranking, "trec9"))

    def _trec_eval(self, ranking: Ranking) -> list[Tool]:
        """Where there is one: no package has it."""
        if self.trec_eval is None:
            return []
        measures = ("ndcg", "ndcg_cut.10", "map", "recip_rank", "P.10", "recall.1000")
        options = [option for measure in measures for option in ("-m", measure)]
        command = (str(self.trec_eval), *options, str(ranking.qrels), str(ranking.run))
        held_to = self._held_to(ranking, "trec")
        return [Tool("trec_eval", command, values.of_trec_eval, held_to)]

    def _held_to(self, ranking: Ranking, ties: str) -> Command:
        """Peers order equal scores differently, so that their values differ in the third decimal."""
        return self.command(
            "eval", ranking.qrels, ranking.run, *RANKING_MEASURES, "--ties", ties,
            "--format", "json", "--replicates", 0,
        )  # fmt: skip

    def command(self, *arguments: str | int | Path) -> Command:
        return (str(self.cltask), *map(str, arguments))

    def script(self, script: str, *arguments: str | int | Path) -> Command:
        return (sys.executable, str(PEERS / script), *map(str, arguments))


SECTIONS: dict[str, Callable[[Suite], str]] = {
    "passages": Suite.passages,
    "queries": Suite.queries,
    "topics": Suite.topics,
    "assessment": Suite.assessment,
    "people": people.grouped,
    "people-mixed": people.mixed,
    "ties": ties.section,
    "intervals": intervals.section,
    "pairs": pairs.section,
    "audit": audit.section,
    "groups": groups.section,
    "boards": boards.section,
    "start": Suite.start,
}


def _listed(measures: tuple[str, ...]) -> str:
    return ", ".join(measures)
