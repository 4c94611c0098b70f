"""A generated test collection: judgements and a run, as the lines of their two files."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import pytrec_eval

Qrels = dict[str, dict[str, int]]
Run = dict[str, dict[str, float]]
Order = dict[str, list[str]]


@dataclass(frozen=True)
class Collection:
    name: str
    judgements: list[tuple[str, str, int]]
    """Topic, item, grade, in the order of the file."""
    retrieved: list[tuple[str, str, str]]
    """Topic, item, score as written, in the order of the file."""
    newline: str = "\n"
    numeric_topics: bool = True
    """gdeval takes no other."""

    def write(self, folder: Path) -> tuple[Path, Path]:
        folder.mkdir(parents=True, exist_ok=True)
        qrels, run = folder / f"{self.name}.qrels", folder / f"{self.name}.run"
        self._write(qrels, [f"{topic} 0 {item} {grade}" for topic, item, grade in self.judgements])
        lines = [
            f"{topic} Q0 {item} {line} {score} generated"
            for line, (topic, item, score) in enumerate(self.retrieved, start=1)
        ]
        self._write(run, lines)
        return qrels, run

    def _write(self, path: Path, lines: list[str]) -> None:
        text = "".join(line + self.newline for line in lines)
        path.write_text(text, encoding="utf-8", newline="")


@dataclass(frozen=True)
class Files:
    """The two files of a collection, as the peers' own parser reads them."""

    collection: Collection
    qrels_path: Path
    run_path: Path

    @cached_property
    def qrels(self) -> Qrels:
        with self.qrels_path.open(encoding="utf-8") as lines:
            return dict(pytrec_eval.parse_qrel(lines))

    @cached_property
    def run(self) -> Run:
        with self.run_path.open(encoding="utf-8") as lines:
            return dict(pytrec_eval.parse_run(lines))

    @cached_property
    def order(self) -> Order:
        """The items of each topic by score as Double, then id by bytes, both descending."""
        return self._ordered(float)

    @cached_property
    def order_as_float(self) -> Order:
        """The same with scores compared as Float; what overflows is an infinity."""
        with np.errstate(over="ignore"):
            return self._ordered(np.float32)

    def _ordered(self, number: type) -> Order:
        return {
            topic: sorted(
                items, key=lambda item: (number(items[item]), item.encode()), reverse=True
            )
            for topic, items in self.run.items()
        }

    @cached_property
    def untied(self) -> Run:
        """The order by Double told by whole numbers, which no peer can read otherwise."""
        return {
            topic: {item: float(len(items) - rank) for rank, item in enumerate(items)}
            for topic, items in self.order.items()
        }
