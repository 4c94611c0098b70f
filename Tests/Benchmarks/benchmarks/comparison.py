"""Several programs on the same files, in turn."""

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from math import ceil
from statistics import median

from . import values
from .process import Command, Failed, Memory, timed, watched
from .values import Values

# A program that takes longer than this, in seconds, is run SLOW_REPETITIONS times at most.
SLOW = 10.0
SLOW_REPETITIONS = 3
# A program is run until it has had this many seconds, but at most three times as often as asked.
ENOUGH = 3.0


@dataclass(frozen=True)
class Tool:
    name: str
    command: Command
    # What it printed, as values; None where it prints none.
    read: Callable[[str], Values] | None = None
    # cltask under this tool's convention for ties, whose values it has to print.
    held_to: Command | None = None


@dataclass
class Row:
    """What was measured of a tool."""

    tool: Tool
    memory: Memory
    repetitions: int
    walls: list[float] = field(default_factory=list)
    processors: list[float] = field(default_factory=list)

    @property
    def wall(self) -> float:
        return median(self.walls)

    @property
    def processor(self) -> float:
        return median(self.processors)


def measure(title: str, tools: list[Tool], repeat: int) -> list[Row]:
    """Each tool warmed up and checked, then all of them in turn until each had its repetitions."""
    progress(title)
    expected: dict[Command, Values] = {}
    rows = [_warm_up(tool, expected, repeat) for tool in tools]
    rounds = max(row.repetitions for row in rows)
    for number in range(rounds):
        for row in rows:
            # Spread over the rounds, so that whatever else the machine does meets all alike.
            share = row.repetitions
            if number * share // rounds != (number + 1) * share // rounds:
                timing = timed(row.tool.command)
                _check(row.tool, timing.output, expected)
                row.walls.append(timing.wall)
                row.processors.append(timing.processor)
    for row in rows:
        progress(f"  {row.tool.name}: {row.wall:.3f} s, median of {row.repetitions}")
    return rows


def _warm_up(tool: Tool, expected: dict[Command, Values], repeat: int) -> Row:
    """Fills the caches of files and compilers, looks at memory, checks the values."""
    if tool.held_to is not None and tool.held_to not in expected:
        expected[tool.held_to] = values.of_cltask(timed(tool.held_to).output)
    timing, memory = watched(tool.command)
    _check(tool, timing.output, expected)
    if timing.wall > SLOW / 2:
        # A first run may have compiled: the second tells how long it takes.
        timing = timed(tool.command)
    else:
        # A short program can pass between two looks.
        for _ in range(min(repeat, 4)):
            memory = memory.with_peaks_of(watched(tool.command)[1])
    row = Row(tool, memory, _repetitions(timing.wall, repeat))
    progress(f"  {tool.name}: warm, {timing.wall:.3f} s, {row.repetitions} runs to come")
    return row


def _repetitions(wall: float, repeat: int) -> int:
    if wall > SLOW:
        return min(repeat, SLOW_REPETITIONS)
    return max(repeat, min(3 * repeat, ceil(ENOUGH / wall)))


def _check(tool: Tool, output: str, expected: dict[Command, Values]) -> None:
    if tool.read is None or tool.held_to is None:
        return
    try:
        printed = tool.read(output)
    except (ValueError, KeyError) as problem:
        raise Failed(f"{tool.name} printed no values: {problem!r}\n{output[:500]}") from problem
    values.check(tool.name, printed, expected[tool.held_to])


def progress(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
