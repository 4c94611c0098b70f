"""What was measured, as Markdown."""

from itertools import pairwise

from .claims import Claim
from .comparison import Row


def table(rows: list[Row], asked: dict[str, Claim]) -> str:
    """A row a tool, with the ratio of its wall time to the first one's: cltask."""
    first = rows[0]
    heads = ["program", "wall", "least", "user + sys", "peak RSS", "anonymous"]
    heads += [f"× {first.tool.name}", "runs"]
    if asked:
        heads += ["asked", "result"]
    lines = [_line(heads), _line(["---", *["---:"] * 7, *["---"] * (len(heads) - 8)])]
    for row in rows:
        cells = [
            row.tool.name,
            seconds(row.wall),
            seconds(min(row.walls)),
            seconds(row.processor),
            megabytes(row.memory.resident),
            megabytes(row.memory.anonymous),
            ratio(row.wall / first.wall),
            str(len(row.walls)),
        ]
        if claim := asked.get(row.tool.name):
            cells += [claim.text, "met" if claim.holds(row, first) else "not met"]
        lines.append(_line(cells + [""] * (len(heads) - len(cells))))
    return "\n".join(lines) + "\n"


def growth_table(columns: dict[int, list[Row]], unit: str) -> str:
    """A row a tool, a column a number of topics or of whatever the unit is."""
    counts = list(columns)
    heads = ["program", *(f"{count:,} {unit}" for count in counts)]
    heads += [f"{later:,} over {count:,}" for count, later in pairwise(counts)]
    lines = [_line(heads), _line(["---", *["---:"] * (len(heads) - 1)])]
    for rows in zip(*columns.values(), strict=True):
        walls = [row.wall for row in rows]
        cells = [rows[0].tool.name, *map(seconds, walls)]
        cells += [ratio(later / wall) for wall, later in pairwise(walls)]
        lines.append(_line(cells))
    return "\n".join(lines) + "\n"


def seconds(value: float) -> str:
    if value < 0.1:
        return f"{1000 * value:.1f} ms"
    return f"{value:.3f} s" if value < 1 else f"{value:.2f} s" if value < 10 else f"{value:.1f} s"


def megabytes(value: int) -> str:
    amount = value / 1e6
    return f"{amount:,.1f} MB" if amount < 100 else f"{amount:,.0f} MB"


def ratio(value: float) -> str:
    return f"{value:.2f}" if value < 10 else f"{value:.1f}" if value < 100 else f"{value:.0f}"


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
