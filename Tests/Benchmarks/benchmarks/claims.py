"""What the project asks of its speed. Nothing fails by it: the table says met or not met."""

from collections.abc import Callable
from dataclasses import dataclass

from .comparison import Row


@dataclass(frozen=True)
class Claim:
    text: str
    # Of the row of the tool, given the row of cltask.
    holds: Callable[[Row, Row], bool]


def times_slower(times: int, share: int = 1) -> Claim:
    """Of a peer, or of one that did one part in `share` of the work."""
    text = f"≥ {times:,} × cltask" + (f", {share} times this" if share > 1 else "")
    return Claim(text, lambda row, cltask: share * row.wall >= times * cltask.wall)


def not_faster() -> Claim:
    """Of a program that only reads the file."""
    return Claim("≥ cltask", lambda row, cltask: row.wall >= cltask.wall)


def at_most_times_slower(times: int) -> Claim:
    """Of cltask, said in the row of a program that only reads the files."""
    return Claim(f"cltask ≤ {times} × it", lambda row, cltask: cltask.wall <= times * row.wall)


def grown_at_most(times: int, earlier: Row, items: int) -> Claim:
    """Of any program, against itself on fewer items."""
    return Claim(
        f"≤ {times} × that of {items:,} items", lambda row, _: row.wall <= times * earlier.wall
    )


def anonymous(megabytes: int) -> Claim:
    """Of cltask."""
    return Claim(
        f"anonymous ≤ {megabytes} MB",
        lambda row, _: row.memory.anonymous <= megabytes * 1_000_000,
    )


def no_more_than(megabytes: int) -> Claim:
    """Of cltask, said in the row of cltask on less of the same."""
    return Claim(
        f"cltask anonymous ≤ this + {megabytes} MB",
        lambda row, cltask: (
            cltask.memory.anonymous <= row.memory.anonymous + megabytes * 1_000_000
        ),
    )


def under(milliseconds: int) -> Claim:
    """Of cltask."""
    return Claim(f"< {milliseconds} ms", lambda row, _: row.wall < milliseconds / 1000)
