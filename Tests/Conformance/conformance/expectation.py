"""What a peer says a measure is, and what we say instead where a named rule tells them apart."""

from dataclasses import dataclass
from math import isnan, nan

OVERALL = "overall"
"""The unit of a value over all topics or items: the mean, or a sum for counts."""

TOLERANCE = 1e-9
"""Absolute below 1, relative above: a DCG over 100,000 items is in the thousands."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A reason for which a peer's value is known to differ, defect or convention."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Expectation:
    """One value of one measure. NaN stands for undefined.

    With a rule, `instead` is the exact value that follows from the rule, worked out from the
    definition or by the peer itself on input that avoids the difference. So an explained row is
    as strict as any other, and a rule cannot hide a second difference behind the first.
    """

    measure: str
    unit: str
    value: float
    rule: Rule | None = None
    instead: float = nan

    @classmethod
    def through(
        cls, measure: str, unit: str, value: float, *steps: tuple[Rule, float]
    ) -> "Expectation":
        """A peer's value, then what it becomes rule by rule; the first that changes it is named."""
        final = steps[-1][1] if steps else value
        before = value
        for rule, after in steps:
            if not agree(before, after) and not agree(value, final):
                return cls(measure, unit, value, rule, final)
            before = after
        return cls(measure, unit, value)


def difference(ours: float, theirs: float) -> float:
    """How far apart two values are on the scale of `TOLERANCE`."""
    if isnan(ours) or isnan(theirs):
        return 0.0 if isnan(ours) and isnan(theirs) else float("inf")
    return abs(ours - theirs) / max(1.0, abs(theirs))


def agree(ours: float, theirs: float) -> bool:
    return difference(ours, theirs) <= TOLERANCE
