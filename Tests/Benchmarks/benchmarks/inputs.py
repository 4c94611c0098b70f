"""The files that all programs read."""

from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from .report import megabytes

TASK = "large-assessment"
GOLD = Path("tasks") / TASK / "test" / "gold.tsv"
DEFINITION = Path("tasks") / TASK / "task.yaml"
SUBMISSION = Path("submissions") / TASK / "baseline" / "logistic.tsv"


@dataclass(frozen=True)
class Ranking:
    """A TREC run and its judgements, both in the order of topics."""

    qrels: Path
    run: Path
    topics: int
    # Lines a topic.
    depth: int
    judged: int

    @classmethod
    def passages(cls, folder: Path) -> "Ranking":
        return cls(folder / "passages.qrels", folder / "passages.run", 6_980, 1_000, 50)

    @classmethod
    def queries(cls, folder: Path) -> "Ranking":
        return cls(folder / "queries.qrels", folder / "queries.run", 100_000, 10, 5)

    def cut(self, topics: int, folder: Path) -> "Ranking":
        """The first topics alone, in files of their own."""
        if topics == self.topics:
            return self
        qrels = folder / f"{topics}-{self.qrels.name}"
        run = folder / f"{topics}-{self.run.name}"
        cut_lines(self.qrels, qrels, topics * self.judged)
        cut_lines(self.run, run, topics * self.depth)
        return Ranking(qrels, run, topics, self.depth, self.judged)

    @property
    def shape(self) -> str:
        judgements = self.topics * self.judged
        return (
            f"{self.topics:,} topics of {self.depth:,} lines ({megabytes(self.run.stat().st_size)}),"
            f" {judgements:,} judgements"
        )


@dataclass(frozen=True)
class Assessment:
    """A workspace with one task and one submission, both in the same order of items."""

    workspace: Path
    items: int = 1_000_000

    @property
    def gold(self) -> Path:
        return self.workspace / GOLD

    @property
    def submission(self) -> Path:
        return self.workspace / SUBMISSION

    def cut(self, items: int, folder: Path) -> "Assessment":
        """The first items alone, in a workspace of their own."""
        if items == self.items:
            return self
        for path in (GOLD, DEFINITION, SUBMISSION):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            cut_lines(self.workspace / path, folder / path, items + head(self.workspace / path))
        return Assessment(folder, items)


def head(path: Path) -> int:
    """Lines before the first item: metadata and the names of the columns."""
    with open(path, encoding="utf-8") as file:
        return next(number for number, line in enumerate(file) if not line.startswith("#")) + 1


def cut_lines(source: Path, target: Path, lines: int) -> None:
    """The first lines alone."""
    with open(source, "rb") as whole, open(target, "wb") as part:
        part.writelines(islice(whole, lines))
