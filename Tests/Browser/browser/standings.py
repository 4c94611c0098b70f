"""The table of standings: sorted, filtered, and read without scripts."""

import unicodedata
from collections.abc import Iterator
from typing import Any

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement

from .board import Board
from .chromium import Browser

ROWS = """
return Array.from(document.querySelectorAll("table.standings tbody tr")).map((row) => ({
  name: row.querySelector("th[scope=row] a").textContent.trim(),
  link: row.querySelector("th[scope=row] a").getAttribute("href"),
  rank: row.cells[0].textContent.trim(),
  keys: Array.from(row.cells, (cell) => cell.dataset.value),
  shown: row.offsetParent !== null,
}));
"""

HEADS = """
return Array.from(document.querySelectorAll("table.standings thead th")).map((head) => ({
  text: head.textContent, kind: head.dataset.sort, first: head.dataset.first || "ascending",
  sorted: head.getAttribute("aria-sort"),
}));
"""

FOCUSED = """
const head = document.querySelectorAll("table.standings thead th")[arguments[0]];
return document.activeElement === head.querySelector("button");
"""

CLICK = 'document.querySelectorAll("table.standings thead th")[arguments[0]]' + (
    '.querySelector("button").click();'
)


def sorting(browser: Browser, board: Board) -> Iterator[str]:
    """By mouse: every column both ways, and back to the order of the board."""
    browser.open(board.index)
    before = browser.run(ROWS)
    heads = browser.run(HEADS)
    if [head["sorted"] for head in heads] != ["ascending"] + [None] * (len(heads) - 1):
        yield f"aria-sort before anybody sorts: {[head['sorted'] for head in heads]}"
    for column, head in [*enumerate(heads[1:], start=1), (0, heads[0])]:
        for direction in [head["first"], _other(head["first"])]:
            browser.run(CLICK, column)
            yield from _order(browser, before, column, head, direction)
    _click_until(browser, 0, "ascending")
    if [row["link"] for row in browser.run(ROWS)] != [row["link"] for row in before]:
        yield "sorting by rank does not bring back the order of the board"


def keyboard(browser: Browser, board: Board) -> Iterator[str]:
    """The heads are reached with Tab, and Enter and Space sort."""
    browser.open(board.index)
    before = browser.run(ROWS)
    column = 1
    for _ in range(MOST_TABS):
        ActionChains(browser.driver).send_keys(Keys.TAB).perform()
        if browser.run(FOCUSED, column):
            break
    else:
        yield f"{MOST_TABS} tabs do not lead to the head of column {column}"
        return
    if browser.run("return getComputedStyle(document.activeElement).outlineStyle;") == "none":
        yield "nothing shows where the focus is"
    head = browser.run(HEADS)[column]
    for key, direction in [(Keys.ENTER, head["first"]), (Keys.SPACE, _other(head["first"]))]:
        ActionChains(browser.driver).send_keys(key).perform()
        yield from _order(browser, before, column, head, direction)


def filtering(browser: Browser, board: Board) -> Iterator[str]:
    """What is typed narrows the rows, and how many are left is said."""
    browser.open(board.index)
    field = browser.driver.find_element("css selector", "input[type=search]")
    if not field.is_displayed():
        yield "the filter is hidden"
        return
    teams = [entry["team"] for entry in board.standings]
    for team in [*sorted(set(teams))[:MOST_FILTERS], "nobody is called this"]:
        wanted = team[:20].strip()
        _type(browser, field, wanted)
        expected = [team for team in teams if _plain(wanted) in _plain(team)]
        shown = [row for row in browser.run(ROWS) if row["shown"]]
        if len(shown) != len(expected):
            yield f"{wanted!r} leaves {len(shown)} rows of {len(expected)}"
        said = browser.run('return document.querySelector("output").textContent;')
        if not said.startswith(f"{len(expected)} of {len(teams)} "):
            yield f"{wanted!r} has {len(expected)} of {len(teams)} rows, and the page says {said!r}"
    _type(browser, field, "")
    if not all(row["shown"] for row in browser.run(ROWS)):
        yield "an empty filter hides rows"


def without_scripts(browser: Browser, board: Board) -> Iterator[str]:
    """All rows, and why each stands where it does."""
    browser.allow_scripts(False)
    try:
        browser.open(board.index)
        elements = browser.driver.find_elements("css selector", "table.standings tbody tr")
        if len(elements) != len(board.standings):
            yield f"{len(elements)} rows of {len(board.standings)} submissions"
        for field in browser.driver.find_elements("css selector", "input, button"):
            if field.is_displayed():
                yield f"a {field.tag_name} that does nothing without scripts"
        for element, entry in list(zip(elements, board.standings, strict=False))[:MOST_ROWS]:
            if not element.is_displayed():
                yield f"the row of {entry['team']!r} is hidden"
            details = element.find_element("tag name", "details")
            if details.get_attribute("open") is None:
                details.find_element("tag name", "summary").click()
            words = details.find_element("tag name", "p")
            if " ".join(words.text.split()) != " ".join(entry["why"].split()):
                yield f"{entry['team']!r} is told {words.text!r}, and not {entry['why']!r}"
    finally:
        browser.allow_scripts(True)


def whole(browser: Browser, board: Board) -> Iterator[str]:
    """The page has the teams, the ranks and the order of leaderboard.json."""
    browser.open(board.index)
    rows = browser.run(ROWS)
    if len(rows) != len(board.standings):
        yield f"{len(rows)} rows of {len(board.standings)} submissions"
    for row, entry in zip(rows, board.standings, strict=False):
        if not all(_spaced(name) in _spaced(row["name"]) for name in [entry["team"], entry["run"]]):
            yield f"{row['name']!r} is not {entry['team']!r} {entry['run']!r}"
        if row["rank"] != str(entry["rank"] or "–"):
            yield f"{entry['team']!r} has rank {row['rank']!r}, and not {entry['rank']}"


MOST_TABS = 40
MOST_FILTERS = 20
MOST_ROWS = 40


def _order(
    browser: Browser, before: list[Any], column: int, head: dict[str, str], direction: str
) -> Iterator[str]:
    """Whether the table is sorted as its head says, rows without a value last, and equal ones in
    the order of the board."""
    sorted_by = [head["sorted"] for head in browser.run(HEADS)]
    wanted = [direction if place == column else None for place in range(len(sorted_by))]
    if sorted_by != wanted:
        yield f"aria-sort is {sorted_by} after {head['text']!r} was sorted {direction}"
    known = [row for row in before if row["keys"][column] != ""]
    if head["kind"] == "number":
        ordered = sorted(known, key=lambda row: _signed(float(row["keys"][column]), direction))
    else:
        # A stable sort that is turned round keeps equal rows as they were.
        ordered = sorted(
            known,
            key=lambda row: _plain(row["keys"][column]).encode("utf-16-be"),
            reverse=direction == "descending",
        )
    ordered += [row for row in before if row["keys"][column] == ""]
    if [row["link"] for row in browser.run(ROWS)] != [row["link"] for row in ordered]:
        yield f"the rows are not in the {direction} order of {head['text']!r}"


def _type(browser: Browser, field: WebElement, text: str) -> None:
    """In place of what is there; not by keys, which drivers have for the basic plane alone."""
    field.send_keys(Keys.CONTROL + "a", Keys.BACKSPACE)
    browser.command("Input.insertText", text=text)


def _click_until(browser: Browser, column: int, direction: str) -> None:
    for _ in range(2):
        if browser.run(HEADS)[column]["sorted"] != direction:
            browser.run(CLICK, column)


def _other(direction: str) -> str:
    return "descending" if direction == "ascending" else "ascending"


def _signed(number: float, direction: str) -> float:
    return number if direction == "ascending" else -number


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower()


def _spaced(text: str) -> str:
    return " ".join(text.split())
