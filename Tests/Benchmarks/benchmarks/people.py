"""hTBG of many people with many posts, from files.

The peers are two scripts: with dictionaries and loops, as the authors of the measure compute it,
and on whole columns. `sha256sum` of all files is what reading them costs.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from . import claims, values
from .comparison import Tool, measure
from .inputs import cut_lines, head
from .process import Command
from .report import megabytes, table

if TYPE_CHECKING:
    from .suite import Suite

TABLES = ("items.tsv", "gold.tsv", "evidence.tsv")
MEASURES = ("hTBG", "hTBG(halflife=1800)")
# 640 bytes a person, and 6 a post: too few to hold a score of each.
MEMORY_OF_PEOPLE = 64
# 100 bytes a post, which have to be held where their rows are in no order.
MEMORY_OF_POSTS = 100


@dataclass(frozen=True)
class People:
    """A workspace with one task and one submission to it."""

    workspace: Path
    name: str
    run: str

    @property
    def split(self) -> Path:
        return self.workspace / "tasks" / self.name / "test"

    @property
    def submission(self) -> Path:
        return self.workspace / "submissions" / self.name / "baseline" / f"{self.run}.tsv"

    @property
    def files(self) -> list[Path]:
        """All that is read."""
        return [*(self.split / table for table in TABLES), self.submission]

    @property
    def shape(self) -> str:
        people, posts = (_rows(self.split / name) for name in ("gold.tsv", "items.tsv"))
        size = megabytes(sum(path.stat().st_size for path in self.files))
        return f"{people:,} people with {posts:,} posts ({size})"

    def cut(self, people: int, folder: Path) -> People:
        """The first people alone, with what they wrote, in a workspace of their own."""
        part = People(folder / f"{self.name}-{self.run}", self.name, self.run)
        for path in (part.split, part.submission.parent):
            path.mkdir(parents=True, exist_ok=True)
        shutil.copy(self.split.parent / "task.yaml", part.split.parent)
        gold = part.split / "gold.tsv"
        cut_lines(self.split / "gold.tsv", gold, people + 1)
        users = {line.partition(b"\t")[0] for line in gold.read_bytes().splitlines()[1:]}
        for source, target in zip(self.files, part.files, strict=True):
            if target != gold:
                _keep(users, source, target)
        return part


def grouped(suite: Suite) -> str:
    people = People(suite.inputs / "people", "people", "hierarchical")
    fewer = People(suite.inputs / "people-small", "people-small", "hierarchical")
    if suite.small:
        people, fewer = fewer.cut(500, suite.scratch), fewer.cut(50, suite.scratch / "fewer")
    cltask, *others = _tools(suite, people)
    command = _score(suite, fewer)
    tenth = Tool("cltask, a tenth of the people", command, values.of_cltask, command)
    rows = measure("people", [cltask, tenth, *others], suite.repeat)
    asked = {
        "cltask": claims.anonymous(MEMORY_OF_PEOPLE),
        "sha256sum": claims.at_most_times_slower(2),
    }
    return (
        f"### People and their posts\n\n{people.shape}, those of each person together;"
        f" {', '.join(MEASURES)}.\n\n{table(rows, {} if suite.small else asked)}"
    )


def mixed(suite: Suite) -> str:
    people = People(suite.inputs / "people-small", "people-small", "mixed")
    if suite.small:
        people = people.cut(500, suite.scratch)
    rows = measure("people-mixed", _tools(suite, people), suite.repeat)
    asked = {"cltask": claims.anonymous(MEMORY_OF_POSTS)}
    return (
        f"### Posts in no order\n\n{people.shape}, the rows of the submission in no order;"
        f" {', '.join(MEASURES)}.\n\n{table(rows, {} if suite.small else asked)}"
    )


def _tools(suite: Suite, people: People) -> list[Tool]:
    command = _score(suite, people)
    numpy, loops = (
        suite.script(name, people.split, people.submission)
        for name in ("htbg_numpy_script.py", "htbg_loops_script.py")
    )
    return [
        Tool("cltask", command, values.of_cltask, command),
        Tool("cltask --threads 1", (*command, "--threads", "1"), values.of_cltask, command),
        Tool("pandas and NumPy", numpy, values.of_lines, command),
        Tool("dictionaries and loops", loops, values.of_lines, command),
        *suite.sha256sum(*people.files),
    ]


def _score(suite: Suite, people: People) -> Command:
    options = [option for name in MEASURES for option in ("--measure", name)]
    return suite.command(
        "score", people.submission, "--workspace", people.workspace, *options,
        "--replicates", 0, "--format", "json",
    )  # fmt: skip


def _rows(path: Path) -> int:
    with open(path, "rb") as file:
        return sum(1 for _ in file) - head(path)


def _keep(users: set[bytes], source: Path, target: Path) -> None:
    """The head of a table, and the rows of these users."""
    first = head(source)
    with open(source, "rb") as whole, open(target, "wb") as part:
        for number, line in enumerate(whole):
            if number < first or line.partition(b"\t")[0] in users:
                part.write(line)
