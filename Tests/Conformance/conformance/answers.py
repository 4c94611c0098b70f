"""cltask's values, as read from its JSON."""

import json
import re
from dataclasses import dataclass, field
from math import nan

from .expectation import OVERALL


@dataclass(frozen=True)
class Answers:
    """Values by measure and unit, however the parameters are ordered and the numbers spelled."""

    values: dict[tuple[str, str], float] = field(default_factory=dict)

    @classmethod
    def read(cls, text: str) -> "Answers":
        """From `{"measures": {NAME: {"value": …}}, "per_unit": {UNIT: {NAME: …}}}`."""
        card = json.loads(text)
        answers = cls()
        for name, entry in card["measures"].items():
            answers.add(name, OVERALL, entry["value"])
        for unit, entries in card.get("per_unit", {}).items():
            for name, entry in entries.items():
                answers.add(name, unit, entry["value"] if isinstance(entry, dict) else entry)
        if confusion := card.get("confusion"):
            for gold, row in zip(confusion["labels"], confusion["counts"], strict=True):
                for predicted, count in zip(confusion["labels"], row, strict=True):
                    answers.add("confusion", f"{gold} as {predicted}", count)
        for row in card.get("sweep", {}).get("rows", []):
            answers.add_capacity(row)
        return answers

    def add_capacity(self, row: dict) -> None:
        """`{"capacity": 20, "ppv": {"value": …, "low": …, "high": …}, …}`"""
        capacity = row["capacity"]
        for name, estimate in row.items():
            if name != "capacity":
                for end, value in estimate.items():
                    if end != "undefined":
                        self.add(f"sweep {name}", f"{end} at {capacity}", value)

    def add(self, measure: str, unit: str, value: float | None) -> None:
        self.values[canonical(measure), unit] = nan if value is None else float(value)

    def value(self, measure: str, unit: str) -> float | None:
        """The value, NaN where it is undefined, None where cltask did not answer."""
        return self.values.get((canonical(measure), unit))

    def under(self, aliases: dict[str, str]) -> "Answers":
        """These answers, also found under other names for the same measures."""
        named: dict[str, list[str]] = {}
        for alias, measure in aliases.items():
            named.setdefault(measure, []).append(alias)
        more = {
            (alias, unit): value
            for (measure, unit), value in self.values.items()
            for alias in named.get(measure, [])
        }
        return Answers(more | self.values)


_PARAMETERS = re.compile(r"\(([^)]*)\)")
_DECIMAL = re.compile(r"\d+\.\d+")


def canonical(name: str) -> str:
    """`IPrec(b=1, a=2)@0.50` and `IPrec(a=2,b=1)@0.5` are one measure."""
    sorted_parameters = _PARAMETERS.sub(
        lambda found: "(" + ",".join(sorted(found[1].replace(" ", "").split(","))) + ")", name
    )
    return _DECIMAL.sub(lambda found: found[0].rstrip("0").rstrip("."), sorted_parameters)
