"""All pairs of 50 systems on 1,000 topics: 10,000 permutations.

cltask reads the runs, evaluates them and does more than test; the peers begin with the values of
each topic, which they are given in a file of NumPy. ranx tests a share of the pairs with a tenth of
the permutations: all would take a quarter of an hour.
"""

from __future__ import annotations

import csv
import random
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from . import claims, values
from .comparison import Tool, measure
from .report import table

if TYPE_CHECKING:
    from .suite import Suite

MEASURE = "AP"
PERMUTATIONS = 10_000
# ranx works on the pairs of so many systems, with a tenth of the permutations.
RANX_SYSTEMS = 5


@dataclass(frozen=True)
class Systems:
    """A workspace with one ranking task and the runs of many systems."""

    workspace: Path
    systems: int
    topics: int

    @property
    def runs(self) -> list[Path]:
        folder = self.workspace / "submissions" / "pairs" / "systems"
        return [folder / f"s{number:02}.run" for number in range(self.systems)]

    @property
    def matrix(self) -> Path:
        return self.workspace / "values.tsv"

    def write(self) -> None:
        """Runs of ten items a topic, better ones from system to system; the same bytes each time."""
        task = self.workspace / "tasks" / "pairs"
        (task / "test").mkdir(parents=True)
        (task / "task.yaml").write_text(
            "schema: cltask.task/1\nid: pairs\ntitle: Many systems\nkind: ranking\n"
            f"measures: [{MEASURE}]\nprimary: {MEASURE}\n",
            encoding="utf-8",
        )
        with open(task / "test" / "gold.tsv", "w", encoding="utf-8") as gold:
            for topic in range(self.topics):
                gold.writelines(f"t{topic} 0 d{item} {int(item < 3)}\n" for item in range(10))
        self.runs[0].parent.mkdir(parents=True)
        with open(self.matrix, "w", encoding="utf-8", newline="") as table_file:
            lines = csv.writer(table_file, delimiter="\t")
            for number, path in enumerate(self.runs):
                draws = random.Random(number)
                lines.writerow(self._write_run(path, number, draws))

    def _write_run(self, path: Path, number: int, draws: random.Random) -> list[float]:
        precisions = []
        with open(path, "w", encoding="utf-8") as run:
            for topic in range(self.topics):
                bonus = 0.3 * number / self.systems
                scores = {item: draws.random() + (bonus if item < 3 else 0) for item in range(10)}
                ranking = sorted(scores, key=lambda item: -scores[item])
                run.writelines(
                    f"t{topic} Q0 d{item} {rank} {10 - rank} s{number:02}\n"
                    for rank, item in enumerate(ranking)
                )
                ranks = [rank for rank, item in enumerate(ranking, 1) if item < 3]
                precisions.append(sum(found / rank for found, rank in enumerate(ranks, 1)) / 3)
        return precisions


def section(suite: Suite) -> str:
    systems = Systems(suite.scratch / "pairs", *((6, 50) if suite.small else (50, 1_000)))
    systems.write()
    command = suite.command(
        "compare", *systems.runs, "--workspace", systems.workspace, "--format", "json",
        "--replicates", PERMUTATIONS,
    )  # fmt: skip
    untested = (*command, "--test", "t")
    pairs = systems.systems * (systems.systems - 1) // 2
    tools = [
        Tool("cltask", command, values.of_cltask, command),
        Tool("cltask --threads 1", (*command, "--threads", "1"), values.of_cltask, command),
        Tool("cltask --test t, which permutes nothing", untested, values.of_cltask, untested),
        Tool(
            "NumPy, one matrix of signs",
            suite.script("sign_matrix_script.py", systems.matrix, PERMUTATIONS),
            values.of_lines,
            command,
        ),
    ]
    asked = {"NumPy, one matrix of signs": claims.not_faster()}
    if not suite.small:
        share = pairs * 10 // (RANX_SYSTEMS * (RANX_SYSTEMS - 1) // 2)
        name = f"ranx, 1/{share} of the work"
        script = suite.script(
            "ranx_compare_script.py", systems.workspace, RANX_SYSTEMS, PERMUTATIONS // 10
        )
        tools.append(Tool(name, script))
        asked[name] = claims.times_slower(1_000, share=share)
    rows = measure("pairs", tools, suite.repeat)
    return (
        f"### Comparisons\n\n{systems.systems} systems on {systems.topics:,} topics, all {pairs:,}"
        f" pairs, {PERMUTATIONS:,} permutations. cltask reads and evaluates the runs and finds"
        " intervals of differences and of ranks as well; the peers are given the values of each"
        " topic and test alone. The third row is the same without any permutations."
        f"\n\n{table(rows, {} if suite.small else asked)}"
    )
