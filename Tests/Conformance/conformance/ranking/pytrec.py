"""pytrec_eval as an oracle: over the topics that both files have, scores compared as Float."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

import pytrec_eval

from .. import rules
from ..expectation import OVERALL, Expectation, Rule
from .collection import Files, Order, Run
from .definitions import Values, eleven_point_average, interpolated_precision
from .names import NAMES, Name


class PytrecEval:
    """All of its values for one collection, and the expectations they amount to."""

    def __init__(self, files: Files) -> None:
        self.files = files
        self.names = [name for name in NAMES if name.pytrec]

    @cached_property
    def topics(self) -> list[str]:
        return [topic for topic in self.files.qrels if topic in self.files.run]

    def as_float(self) -> Iterator[Expectation]:
        """For `--ties trec9`, which orders as the peer does."""
        rounded = self._recall_levels(self.files.order_as_float)
        for name in self.names:
            for unit in name.units(self.topics):
                value = self._as_given[name][unit]
                steps = _rounding(rounded, name, unit)
                yield Expectation.through(name.cltask, unit, value, *steps)

    def as_double(self) -> Iterator[Expectation]:
        """For `--ties trec`: what the order by Double makes of it, the peer says itself."""
        rounded = self._recall_levels(self.files.order)
        for name in self.names:
            for unit in name.units(self.topics):
                value = self._as_given[name][unit]
                resolved = (rules.FLOAT_SCORES, self._untied[name][unit])
                steps = [resolved, *_rounding(rounded, name, unit)]
                yield Expectation.through(name.cltask, unit, value, *steps)

    @cached_property
    def _as_given(self) -> dict[Name, Values]:
        return self._values(self.files.run)

    @cached_property
    def _untied(self) -> dict[Name, Values]:
        return self._values(self.files.untied)

    def _recall_levels(self, order: Order) -> dict[str, Values]:
        """What the measures at recall levels are by trec_eval 10's rounding."""
        qrels = self.files.qrels
        levels = [name.cltask for name in self.names if name.cltask.startswith("IPrec@")]
        by_level = {
            name: interpolated_precision(qrels, order, float(name.split("@")[1]), self.topics)
            for name in levels
        }
        return by_level | {"IPrec11": eleven_point_average(qrels, order, self.topics)}

    def _values(self, run: Run) -> dict[Name, Values]:
        qrels = {topic: self.files.qrels[topic] for topic in self.topics}
        by_name: dict[Name, Values] = defaultdict(dict)
        for level in sorted({name.level for name in self.names}):
            names = [name for name in self.names if name.level == level]
            asked = {name.pytrec for name in names}
            evaluator = pytrec_eval.RelevanceEvaluator(qrels, asked, relevance_level=level)
            by_topic = evaluator.evaluate({topic: run[topic] for topic in self.topics})
            for name in names:
                each = {topic: values[name.pytrec] for topic, values in by_topic.items()}
                mean = pytrec_eval.compute_aggregated_measure(name.pytrec, list(each.values()))
                by_name[name] = each | {OVERALL: mean}
        return by_name


def _rounding(rounded: dict[str, Values], name: Name, unit: str) -> list[tuple[Rule, float]]:
    values = rounded.get(name.cltask)
    return [(rules.RECALL_ROUNDING, values[unit])] if values else []
