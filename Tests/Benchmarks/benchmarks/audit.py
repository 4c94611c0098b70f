"""Every conjunction of up to three of eight attributes with five values each, on a million items.

DivExplorer knows no depth but a least support. Conjunctions of three of these attributes have one
item in 125 and those of four one in 625, so that a least support of 1 in 200 makes it go through the
same 7,740 subgroups. It reads the tables with pandas and is run on a part of the items, because of
all of them it takes minutes; its time grows with items, so that times are held to each other at
equal sizes. Both give size, rate and difference of each subgroup; cltask also tests and corrects.
Permutations are timed apart.
"""

from __future__ import annotations

import csv
import random
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from . import claims
from .comparison import Tool, measure
from .process import Command
from .report import table
from .values import Values

if TYPE_CHECKING:
    from .suite import Suite

ITEMS = 1_000_000
ATTRIBUTES = 8
VALUES = 5
DEPTH = 3
SUPPORT = 1 / 200
PERMUTATIONS = 100


@dataclass(frozen=True)
class Attributes:
    """A workspace with one assessment and the attributes of its items."""

    workspace: Path
    items: int

    @property
    def task(self) -> Path:
        return self.workspace / "tasks" / "audit"

    @property
    def gold(self) -> Path:
        return self.task / "test" / "gold.tsv"

    @property
    def groups(self) -> Path:
        return self.task / "groups.tsv"

    @property
    def submission(self) -> Path:
        return self.workspace / "submissions" / "audit" / "baseline" / "labels.tsv"

    def write(self) -> None:
        """The same bytes each time; one pair of values is predicted positive more often."""
        draws = random.Random(self.items)
        for path in (self.gold, self.submission):
            path.parent.mkdir(parents=True)
        (self.task / "task.yaml").write_text(
            "schema: cltask.task/1\nid: audit\ntitle: Attributes\nkind: assessment\n"
            "labels: [no, yes]\npositive: [yes]\nmeasures: [FPR]\nprimary: FPR\n",
            encoding="utf-8",
        )
        letters = "abcdefgh"[:VALUES]
        columns = [draws.choices(letters, k=self.items) for _ in range(ATTRIBUTES)]
        labels = draws.choices(["no", "yes"], weights=[4, 1], k=self.items)
        chances = draws.choices(range(100), k=self.items)
        names = [f"a{number}" for number in range(ATTRIBUTES)]
        with open(self.groups, "w", encoding="utf-8") as file:
            file.write("\t".join(["item", *names]) + "\n")
            for item, row in enumerate(zip(*columns, strict=True)):
                file.write(f"i{item:07}\t" + "\t".join(row) + "\n")
        with open(self.gold, "w", encoding="utf-8") as file:
            file.write("item\tlabel\n")
            file.writelines(f"i{item:07}\t{label}\n" for item, label in enumerate(labels))
        with open(self.submission, "w", encoding="utf-8") as file:
            file.write("item\tlabel\n")
            for item, chance in enumerate(chances):
                bar = 30 if columns[0][item] == "a" and columns[1][item] == "b" else 20
                file.write(f"i{item:07}\t{'yes' if chance < bar else 'no'}\n")


def section(suite: Suite) -> str:
    whole = Attributes(suite.scratch / "audit", 20_000 if suite.small else ITEMS)
    # With fewer than 20,000 items chance takes conjunctions of three below the least support.
    part = Attributes(suite.scratch / "audit-part", max(20_000, whole.items // 10))
    parts = []
    for attributes, is_whole in ((whole, True), (part, False)):
        attributes.write()
        rows = measure(
            f"audit, {attributes.items:,}", _tools(suite, attributes, is_whole), suite.repeat
        )
        asked = (
            {"cltask": claims.under(2_000)}
            if is_whole
            else {"DivExplorer": claims.times_slower(100)}
        )
        parts.append(
            f"{attributes.items:,} items.\n\n{table(rows, {} if suite.small else asked)}"
        )
    return (
        f"### Audit of subgroups\n\n{ATTRIBUTES} attributes of {VALUES} values, every conjunction of"
        f" up to {DEPTH}: size, false positive rate and difference of each.\n\n" + "\n".join(parts)
    )


def _tools(suite: Suite, attributes: Attributes, is_whole: bool) -> list[Tool]:
    def audit(replicates: int, form: str = "csv") -> Command:
        return suite.command(
            "audit", attributes.submission, "--workspace", attributes.workspace, "--depth", DEPTH,
            "--replicates", replicates, "--format", form,
        )  # fmt: skip

    held_to = audit(0, "json")
    one = (*audit(0), "--threads", "1")
    tools = [
        Tool("cltask", audit(0), _of_csv, held_to),
        Tool("cltask --threads 1", one, _of_csv, held_to),
    ]
    if is_whole:
        name = f"cltask, {PERMUTATIONS} permutations"
        tools.append(Tool(name, audit(PERMUTATIONS), _of_csv, held_to))
        return [*tools, *suite.sha256sum(attributes.groups)]
    files = (attributes.gold, attributes.submission, attributes.groups)
    script = suite.script("divexplorer_script.py", *files, SUPPORT)
    return [*tools, Tool("DivExplorer", script, _of_lines, held_to)]


def _of_csv(text: str) -> Values:
    """From `--format csv`, the terms of a conjunction in the order of their names."""
    return {
        "&".join(sorted(row["subgroup"].split(" & "))): float(row["value"])
        for row in csv.DictReader(text.splitlines())
    }


def _of_lines(text: str) -> Values:
    """From lines of a conjunction and its rate."""
    return {name: float(value) for name, value in (line.split("\t") for line in text.splitlines())}
