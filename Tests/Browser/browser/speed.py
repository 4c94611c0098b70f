"""How long a page of many submissions takes to answer."""

from collections.abc import Iterator

from .board import Board
from .chromium import Browser

SORTED = """
const done = arguments[arguments.length - 1];
const button = document.querySelectorAll("table.standings thead th")[arguments[0]]
  .querySelector("button");
const start = performance.now();
button.click();
requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
"""

MOST = 1000
"""Milliseconds until the rows are on the screen in their new order."""


def answers(browser: Browser, board: Board) -> Iterator[str]:
    browser.open(board.index)
    heads = browser.run('return document.querySelectorAll("table.standings thead th").length;')
    if heads < 3:
        yield f"the table has {heads} columns"
    for column in range(heads):
        for _ in range(2):
            milliseconds = browser.later(SORTED, column)
            if milliseconds > MOST:
                yield f"column {column} took {milliseconds:.0f} ms"
