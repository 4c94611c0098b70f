"""The tally as Markdown, for the documentation. The same tally gives the same bytes."""

from collections import Counter
from math import ceil, log10

from .comparison import Row, Tally
from .expectation import Rule
from .simulated import Simulated

COMMAND = "Tests/Conformance/run --write FILE"


def markdown(tally: Tally) -> str:
    """The table, then each rule that explained a difference."""
    compared = {key: row for key, row in tally.rows.items() if key[1] != "none"}
    alone = {key[0]: row for key, row in tally.rows.items() if key[1] == "none"}
    used: Counter[Rule] = Counter()
    for row in compared.values():
        used.update(row.explained)

    lines = [
        "# Agreement with other implementations",
        "",
        "How close every measure comes to the programs that people trust, and where they differ.",
        "",
        "## Overview",
        "",
        f"Made by `{COMMAND}`: {tally.passed} passed, {tally.failed} failed.",
        "",
        "A difference is absolute below 1 and relative above. The oracle *definition* is the"
        " published formula in a few lines of numpy, where no peer has the measure. *All orders* is"
        " the mean over every order of tied items, each put before the peer. Cases are of the kind,"
        " or of the reviewer's clock in several kinds (*timed*). `sweep` is what `score --capacity`"
        " answers. Of groups (*fairness*), `gap(TPR)` is the greatest value less the least,"
        " `ratio(TPR)` the least over the greatest, and `TPR of the rest` that of all others;"
        " `audit FPR: γ` and the like are of every subgroup that `audit` goes through.",
        "",
        "| measure | oracle | of | cases | values | largest difference | explained rows |",
        "| --- | --- | --- | ---: | ---: | --- | --- |",
    ]
    lines += [_line(*key, row) for key, row in sorted(compared.items(), key=_order)]
    if used:
        lines += [
            "",
            "Explained rows: the peer's value differs by a rule, and cltask has the exact value"
            " that follows from the rule.",
        ]
        lines += ["", "| rule | rows | reason |", "| --- | ---: | --- |"]
        for rule in sorted(used, key=lambda rule: rule.name):
            lines.append(f"| {rule.name} | {used[rule]} | {rule.reason} |")
    if tally.simulated:
        lines += ["", "## Simulations", "", *SIMULATIONS, ""]
        lines += ["| what | runs | found | wanted | numpy | holds |"]
        lines += ["| --- | ---: | ---: | --- | ---: | --- |"]
        lines += map(_simulated, tally.simulated)
        reasons = {each.rule for each in tally.simulated if each.rule and not each.is_within}
        for rule in sorted(reasons, key=lambda rule: rule.name):
            lines += ["", f"*{rule.name}*: {rule.reason}."]
    if alone:
        lines += ["", "Defects of peers, each held against cltask alone:", ""]
        for claim, row in alone.items():
            lines.append(f"- {claim}: {'no' if row.failures else 'yes'}")
    return "\n".join(lines) + "\n"


SIMULATIONS = [
    "Intervals of one task against those of scipy, which draws other resamples; then tasks of 125",
    "units, drawn anew each time, every one scored or compared by the program with 999 replicates.",
    "An interval covers where it holds the value of the population; for measures that",
    "are other quantities in lists of another length, the mean value of such lists. A claim is",
    "p ≤ 0.05. *numpy* is what the same method gets on the same tasks with other resamples and other",
    "code. Where a share is not as wanted, it has to be within one percentage point of that.",
    "What noise alone makes of gaps between groups is drawn once more in numpy, or summed exactly over",
    "the hypergeometric distribution where there are two groups.",
]


def _simulated(each: Simulated) -> str:
    error = f" ± {each.error:.1f}" if each.error else ""
    peer = "" if each.peer is None else f"{each.peer:.1f}{each.unit}"
    found = f"{each.share:.1f}{error}{each.unit}"
    return f"| {each.what} | {each.runs} | {found} | {each.wanted} | {peer} | {each.verdict} |"


def _order(entry: tuple[tuple[str, str], Row]) -> tuple[str, str, str]:
    (measure, oracle), _ = entry
    return measure.lower(), measure, oracle


def _line(measure: str, oracle: str, row: Row) -> str:
    explained = ", ".join(
        f"{count} {rule.name}"
        for rule, count in sorted(row.explained.items(), key=lambda item: item[0].name)
    )
    largest = f"**{len(row.failures)} fail**" if row.failures else _decade(row.largest)
    name = measure.replace("|", "\\|")
    parts = ", ".join(row.parts)
    return (
        f"| `{name}` | {oracle} | {parts} | {len(row.cases)} | {row.values}"
        f" | {largest} | {explained} |"
    )


def _decade(apart: float) -> str:
    """The decade alone: the last bits belong to the C library of the machine."""
    if apart < 1e-15:
        return "< 1e-15"
    return f"< 1e{ceil(log10(apart) + 1e-12)}"
