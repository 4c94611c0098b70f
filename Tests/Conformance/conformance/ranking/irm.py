"""ir_measures as an oracle: over all topics of the qrels, through whichever tool it wraps."""

import logging
import pkgutil
from collections.abc import Iterator
from functools import cached_property
from unittest.mock import patch

import ir_measures
from ir_measures.providers import gdeval_provider

from .. import rules
from ..expectation import OVERALL, Expectation, Rule
from .collection import Files, Run
from .definitions import Values, interpolated_precision, judged_at, relevant_items
from .names import NAMES, Name

logging.getLogger("ir_measures.cwl_eval").setLevel("ERROR")  # it warns of any grade not met

_ORDER: dict[str, Rule] = {
    "pytrec_eval": rules.FLOAT_SCORES,
    "cwl_eval": rules.FILE_ORDER_IN_TIES,
    "judged": rules.ASCENDING_IDS_IN_TIES,
    "msmarco": rules.ASCENDING_IDS_IN_TIES,
}
"""How a provider's order may differ. gdeval's is the same as cltask's."""


class IrMeasures:
    """All of its values for one collection, and the expectations they amount to."""

    def __init__(self, files: Files) -> None:
        self.files = files
        numeric = files.collection.numeric_topics
        self.names = [
            name for name in NAMES if name.irm and (numeric or self.provider(name) != "gdeval")
        ]

    @staticmethod
    def provider(name: Name) -> str:
        """The tool behind ir_measures that answers for a measure."""
        measure = ir_measures.parse_measure(name.irm)
        pipeline = ir_measures.DefaultPipeline.providers
        return next(p.NAME for p in pipeline if p.is_available() and p.supports(measure))

    @classmethod
    def oracle(cls, name: Name) -> str:
        provider = cls.provider(name)
        return "ir_measures" if provider == "judged" else f"ir_measures ({provider})"

    def expectations(self, name: Name) -> Iterator[Expectation]:
        order = _ORDER.get(self.provider(name))
        steps = [(order, self._untied[name])] if order else []
        steps += self._by_definition(name)
        for unit in name.units(list(self.files.qrels)):
            value = self._as_given[name][unit]
            at_unit = [(rule, after[unit]) for rule, after in steps]
            yield Expectation.through(name.cltask, unit, value, *at_unit)

    def _by_definition(self, name: Name) -> Iterator[tuple[Rule, Values]]:
        """Values that no input brings ir_measures to give."""
        if name.cltask.startswith("IPrec@"):
            level = float(name.cltask.split("@")[1])
            qrels, order = self.files.qrels, self.files.order
            yield rules.RECALL_ROUNDING, interpolated_precision(qrels, order, level, qrels)
        elif name.cltask == "NumRel":
            yield rules.RELEVANT_OF_MISSING_TOPIC, relevant_items(self.files)
        elif name.cltask.startswith("Judged@"):
            k = int(name.cltask.split("@")[1])
            yield rules.NEGATIVE_IS_JUDGED, judged_at(self.files, k)

    @cached_property
    def _as_given(self) -> dict[Name, Values]:
        return self._values(self.files.run)

    @cached_property
    def _untied(self) -> dict[Name, Values]:
        return self._values(self.files.untied)

    def _values(self, run: Run) -> dict[Name, Values]:
        measures = {ir_measures.parse_measure(name.irm): name for name in self.names}
        with patch.object(gdeval_provider, "pkgutil", _UnroundedGdeval):
            results = ir_measures.DefaultPipeline.calc(list(measures), self.files.qrels, run)
        values: dict[Name, Values] = {name: {} for name in self.names}
        for metric in results.per_query:
            values[measures[metric.measure]][metric.query_id] = float(metric.value)
        for measure, name in measures.items():
            values[name][OVERALL] = float(results.aggregated[measure])
        return values


class _UnroundedGdeval:
    """gdeval as ir_measures carries it, but printing all digits: five would hide a difference."""

    @staticmethod
    def get_data(package: str, resource: str) -> bytes:
        script = pkgutil.get_data(package, resource) or b""
        assert b"%.5f,%.5f" in script, "gdeval prints otherwise than expected"
        return script.replace(b"%.5f,%.5f", b"%.17g,%.17g")
