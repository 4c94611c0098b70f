"""Pages as they are read: by everybody, on any screen, by light and by dark."""

import importlib.util
import urllib.parse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .board import Board
from .chromium import Browser

WIDTHS = [360, 768, 1920]
SCHEMES = ["light", "dark"]

VIEWS = [(width, scheme) for width in WIDTHS for scheme in SCHEMES]
FEWER_VIEWS = [(360, "light"), (768, "dark"), (1920, "light")]

AXE = "axe_playwright_python"
"""The package that carries axe-core. It is not imported: that takes another driver of browsers."""

VIOLATIONS = """
const done = arguments[arguments.length - 1];
axe.run(document, {resultTypes: ["violations"]}).then(
  (found) => done(found.violations.map((rule) => ({
    rule: rule.id, help: rule.help, count: rule.nodes.length,
    first: rule.nodes[0].html.slice(0, 160), why: rule.nodes[0].failureSummary,
  }))),
  (problem) => done([{rule: "axe-core", help: String(problem), count: 1, first: "", why: ""}]));
"""

LINKS = 'return Array.from(document.querySelectorAll("a[href]"), (link) => link.href);'

OVERFLOW = """
const width = arguments[0];
const wide = Array.from(document.querySelectorAll("body *")).filter((element) =>
  element.getBoundingClientRect().right > width + 1 && !element.closest(".scroll, svg"));
return {
  page: Math.max(document.documentElement.scrollWidth, document.body.scrollWidth),
  elements: wide.slice(0, 3).map((element) => element.outerHTML.slice(0, 160)),
};
"""


def quiet(browser: Browser, page: Path) -> Iterator[str]:
    """Nothing is logged, asked of a network, or against the page's policy, whatever is opened."""
    browser.open(page)
    policy = browser.run(
        "return document.querySelector('meta[http-equiv=Content-Security-Policy]')?.content || '';"
    )
    if "default-src 'none'" not in policy:
        yield f"the policy is {policy!r}"
    browser.run("document.querySelectorAll('details').forEach((part) => { part.open = true; });")
    yield from browser.faults()


def links(browser: Browser, board: Board) -> Iterator[str]:
    """Every link of the open page leads to a file of the board, or to a part of the page."""
    missing = browser.run(
        """
        return Array.from(document.querySelectorAll("a[href]"), (link) => link.getAttribute("href"))
          .filter((target) => target.startsWith("#") && !document.getElementById(target.slice(1)));
        """
    )
    yield from (f"no part {target}" for target in missing)
    for target in set(browser.run(LINKS)):
        path = _path(target)
        if path is None:
            yield f"{target} is no file"
        elif not path.is_file():
            yield f"{target} is not there"
        elif not path.is_relative_to(board.folder.resolve()):
            yield f"{target} leads out of the board"


def accessible(browser: Browser, page: Path, views: list[tuple[int, str]] = VIEWS) -> Iterator[str]:
    """What axe-core finds at each width, by light and by dark, with everything opened; and what is
    wider than the screen."""
    browser.show(WIDTHS[-1])
    browser.open(page)
    browser.run("document.querySelectorAll('details').forEach((part) => { part.open = true; });")
    browser.run(_axe())
    for width, scheme in views:
        browser.show(width, scheme)
        for found in browser.later(VIOLATIONS):
            yield _violation(found, width, scheme)
        yield from overflow(browser, width)


def overflow(browser: Browser, width: int) -> Iterator[str]:
    found = browser.run(OVERFLOW, width)
    if found["page"] > width:
        yield f"at a width of {width} the page has {found['page']}: {found['elements']}"


def pictures(browser: Browser, board: Board, folder: Path, views: list[tuple[int, str]]) -> None:
    """Screenshots of the index and of one submission."""
    folder.mkdir(parents=True, exist_ok=True)
    for page in [board.index, *board.submissions[:1]]:
        browser.open(page)
        for width, scheme in views:
            browser.show(width, scheme)
            name = f"{board.name}-{'index' if page == board.index else 'submission'}"
            browser.picture(folder / f"{name}-{width}-{scheme}.png", most=6000)
    browser.show(WIDTHS[-1])


def _axe() -> str:
    places = importlib.util.find_spec(AXE).submodule_search_locations
    return Path(places[0], "axe.min.js").read_text(encoding="utf-8")


def _violation(found: dict[str, Any], width: int, scheme: str) -> str:
    why = " ".join(found["why"].split())
    return (
        f"{found['rule']} at {width}, {scheme} ({found['count']}): {found['help']}; "
        f"{found['first']!r}; {why}"
    )


def _path(address: str) -> Path | None:
    parts = urllib.parse.urlsplit(address)
    return Path(urllib.parse.unquote(parts.path)) if parts.scheme == "file" else None
