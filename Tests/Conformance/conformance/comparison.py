"""Holds cltask's answers against expectations and keeps the tally that the table is made of."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from .answers import Answers
from .expectation import TOLERANCE, Expectation, Rule, difference
from .simulated import Simulated

SHOWN = 5
"""Failures of one measure against one oracle that are printed in full."""


@dataclass
class Row:
    """One measure against one oracle over all cases."""

    values: int = 0
    cases: set[str] = field(default_factory=set)
    largest: float = 0.0
    explained: Counter[Rule] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)

    @property
    def parts(self) -> list[str]:
        """The parts of the comparison that its cases are of: `PART: NAME`."""
        return sorted({case.partition(": ")[0] for case in self.cases})


@dataclass
class Tally:
    rows: dict[tuple[str, str], Row] = field(default_factory=lambda: defaultdict(Row))
    simulated: list[Simulated] = field(default_factory=list)

    def compare(
        self, case: str, oracle: str, expectations: Iterable[Expectation], answers: Answers
    ) -> None:
        for expected in expectations:
            row = self.rows[expected.measure, oracle]
            row.values += 1
            row.cases.add(case)
            self._judge(row, case, expected, answers.value(expected.measure, expected.unit))

    def fail(
        self, case: str, oracle: str, expectations: Iterable[Expectation], why: str
    ) -> None:
        """A case in which cltask gave no answer at all."""
        for measure in dict.fromkeys(expected.measure for expected in expectations):
            row = self.rows[measure, oracle]
            row.values += 1
            row.cases.add(case)
            row.failures.append(f"{case}: {why}")

    def check(self, case: str, claim: str, problem: str | None) -> None:
        """A claim about cltask alone, where a peer cannot serve as an oracle."""
        row = self.rows[claim, "none"]
        row.values += 1
        row.cases.add(case)
        if problem is not None:
            row.failures.append(f"{case}: {problem}")

    def _judge(self, row: Row, case: str, expected: Expectation, ours: float | None) -> None:
        if ours is None:
            row.failures.append(f"{case}, {expected.unit}: no answer")
            return
        apart = difference(ours, expected.value)
        if apart <= TOLERANCE:
            row.largest = max(row.largest, apart)
        elif expected.rule and (apart := difference(ours, expected.instead)) <= TOLERANCE:
            row.largest = max(row.largest, apart)
            row.explained[expected.rule] += 1
        else:
            told = f"{case}, {expected.unit}: cltask {ours!r}, peer {expected.value!r}"
            if expected.rule:
                told += f", {expected.instead!r} by {expected.rule.name}"
            row.failures.append(told)

    @property
    def passed(self) -> int:
        values = sum(row.values for row in self.rows.values())
        return values + len(self.simulated) - self.failed

    @property
    def failed(self) -> int:
        failures = sum(len(row.failures) for row in self.rows.values())
        return failures + sum(simulated.has_failed for simulated in self.simulated)

    def report(self) -> Iterable[str]:
        """The failures in words, then the closing line."""
        for (measure, oracle), row in sorted(self.rows.items()):
            if row.failures:
                yield f"{measure} against {oracle}: {len(row.failures)} of {row.values} differ"
                yield from (f"  {failure}" for failure in row.failures[:SHOWN])
        yield from (str(simulated) for simulated in self.simulated if simulated.has_failed)
        yield f"{self.passed} passed, {self.failed} failed"
