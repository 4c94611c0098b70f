"""A ranking of several topics whose items are of groups, and each group's own part of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from math import nan
from pathlib import Path

import numpy as np
import pytrec_eval

from ..expectation import Expectation
from ..workspace import Columns, write_table, write_task
from .groups import Table, tables
from .listing import shared, targets_of
from .lists import List, blocks_of
from .sample import BY

ORACLE = "pytrec_eval"

MEASURES = {"AP": "map", "nDCG": "ndcg", "P@5": "P_5", "RR": "recip_rank", "Rprec": "Rprec"}


@dataclass(frozen=True)
class Ranking:
    name: str
    judged: dict[str, dict[str, int]]
    listed: dict[str, dict[str, float]]
    places: dict[str, int]
    """Of each item in the columns of attributes."""
    cells: Columns
    ties: str
    targets: dict[str, dict[str, float]] = field(default_factory=dict)
    by: list[str] = field(default_factory=lambda: BY)

    @cached_property
    def tables(self) -> list[Table]:
        return tables(self.cells, [], self.by)

    def write(self, workspace: Path, measures: list[str]) -> Path:
        rows = [
            (topic, item, str(grade))
            for topic, grades in self.judged.items()
            for item, grade in grades.items()
        ]
        gold = dict(
            zip(["topic", "item", "grade"], map(list, zip(*rows, strict=True)), strict=True)
        )
        answers = [
            (topic, item, repr(score))
            for topic, scores in self.listed.items()
            for item, score in scores.items()
        ]
        run = dict(
            zip(["topic", "item", "score"], map(list, zip(*answers, strict=True)), strict=True)
        )
        fairness: dict[str, object] = {"attributes": list(self.cells), "minimum-size": 1}
        if self.targets:
            fairness["targets"] = self.targets
        settings = {"id": self.name, "kind": "ranking", "measures": measures, "ties": self.ties,
                    "missing": "error", "fairness": fairness}  # fmt: skip
        path = write_task(workspace, settings, {"gold": gold}, run)
        groups = {"item": list(self.places), **self.cells}
        write_table(workspace / "tasks" / self.name / "groups.tsv", groups)
        return path

    def lists(self) -> dict[str, list[List]]:
        """Table → a list a topic: what is judged or listed, in groups that have judged items."""
        return {
            table.name: [self._list(table, topic) for topic in self.judged] for table in self.tables
        }

    def _list(self, table: Table, topic: str) -> List:
        known = {self.places[item] for grades in self.judged.values() for item in grades}
        compared = [group for group, members in table.members.items() if known & set(members)]
        of_groups = shared(table.groups_of(len(self.places), compared))
        grades, scores = self.judged[topic], self.listed[topic]
        items = sorted(set(grades) | set(scores), key=lambda item: item.encode(), reverse=True)
        heights = np.array([scores.get(item, nan) for item in items])
        order = [at for at, item in enumerate(items) if item in scores]
        blocks = blocks_of(heights, order)
        if self.ties == "trec":
            blocks = [[at] for block in blocks for at in block]
        due = targets_of(compared, self.targets.get(table.name))
        rows = of_groups[[self.places[item] for item in items]]
        return List(blocks, np.array([grades.get(item, -1) for item in items]), rows, compared, due)

    def expectations(self) -> Iterator[Expectation]:
        """Each group's items as if there were no others, over topics in which one is relevant."""
        if self.ties != "trec":
            return
        for table in self.tables:
            for group, members in table.members.items():
                own = {item for item, place in self.places.items() if place in set(members)}
                yield from self._of(own, table.unit(group))

    def _of(self, own: set[str], unit: str) -> Iterator[Expectation]:
        qrels = {
            topic: {item: grade for item, grade in grades.items() if item in own}
            for topic, grades in self.judged.items()
        }
        qrels = {topic: grades for topic, grades in qrels.items() if any(grades.values())}
        run = {
            topic: {item: score for item, score in self.listed[topic].items() if item in own}
            for topic in qrels
        }
        found = pytrec_eval.RelevanceEvaluator(qrels, set(MEASURES.values())).evaluate(run)
        for ours, theirs in MEASURES.items():
            # A topic of which nothing is listed counts as 0.
            values = [found.get(topic, {}).get(theirs, 0.0) for topic in qrels]
            yield Expectation(ours, unit, float(np.mean(values)) if values else nan)
