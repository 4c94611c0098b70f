"""The command line: `python -m browser --cltask BINARY --repository DIR --screenshots DIR`."""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from . import files, reading, speed, standings, workspaces
from .board import Board, Workspace
from .chromium import Browser
from .tally import Tally

PARTS = ["repository", "hostile", "many"]


def main() -> int:
    parser = argparse.ArgumentParser(prog="Tests/Browser/run", description=__doc__)
    parser.add_argument("--cltask", type=Path, required=True, help="the program under test")
    parser.add_argument("--repository", type=Path, required=True, help="has tasks and submissions")
    parser.add_argument("--screenshots", type=Path, required=True, help="where pictures are put")
    parser.add_argument("--only", choices=PARTS, help="one part")
    parser.add_argument("--small", action="store_true", help="fewer pages, fewer submissions")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="leave the workspaces there")
    arguments = parser.parse_args()

    tally = Tally()
    browser = Browser()
    try:
        with tempfile.TemporaryDirectory() as scratch:
            for part in PARTS if arguments.only is None else [arguments.only]:
                folder = (arguments.keep or Path(scratch)).resolve() / part
                if folder.exists():
                    shutil.rmtree(folder)
                folder.mkdir(parents=True)
                look(part, folder, arguments, browser, tally)
    finally:
        browser.close()
    print(tally.summary())
    return 1 if tally.failed else 0


def look(
    part: str, folder: Path, arguments: argparse.Namespace, browser: Browser, tally: Tally
) -> None:
    """Builds the boards of one workspace and looks at them."""
    workspace = Workspace(folder / "workspace", arguments.cltask.resolve())
    workspace.folder.mkdir()
    count = 200 if arguments.small else 1000
    if part == "repository":
        workspaces.repository(arguments.repository, workspace.folder)
    elif part == "hostile":
        workspaces.hostile(arguments.repository, workspace.folder)
    else:
        workspaces.many(arguments.repository, workspace.folder, count)
    # What intervals are made of makes no difference to pages that mean harm.
    options = ["--replicates", "500"] if part == "hostile" else []
    boards, seconds = workspace.boards(*options)
    pages = sum(len(board.pages) for board in boards)
    tally.say(f"{part}: {len(boards)} boards of {pages} pages built in {seconds:.1f} s")
    if part == "many":
        for board in boards:
            tally.hold(f"{board.name}, many: answers", speed.answers(browser, board))
            tally.hold(f"{board.name}, many: sorting", standings.sorting(browser, board))
            tally.hold(f"{board.name}, many: quiet", reading.quiet(browser, board.index))
            tally.hold(f"{board.name}, many: paper", files.typeset(board, folder / "paper"))
            tally.say(f"{board.name}: sorted")
        return
    for board in boards:
        examine(board, folder, arguments, browser, tally)
        tally.say(f"{board.name}: seen")
    tally.hold(f"{part}: HTML and CSS", files.valid(workspace.folder / "leaderboard"))
    tally.say(f"{part}: validated")


def examine(
    board: Board, folder: Path, arguments: argparse.Namespace, browser: Browser, tally: Tally
) -> None:
    """One board: what is quick of all its pages, and the rest of some."""
    browser.show(reading.WIDTHS[-1])
    for page in board.pages:
        name = page.relative_to(board.folder)
        tally.hold(f"{board.name}/{name}: quiet", reading.quiet(browser, page))
        tally.hold(f"{board.name}/{name}: links", reading.links(browser, board))
    views = reading.FEWER_VIEWS if arguments.small else reading.VIEWS
    for page in board.pages[: MOST_PAGES if arguments.small else None]:
        name = page.relative_to(board.folder)
        tally.hold(f"{board.name}/{name}: accessible", reading.accessible(browser, page, views))
    browser.show(reading.WIDTHS[-1])
    tally.hold(f"{board.name}: pages", missing(board))
    tally.hold(f"{board.name}: paper", files.typeset(board, folder / "papers" / board.name))
    reading.pictures(browser, board, arguments.screenshots, views)
    if board.standings:
        for name, check in TABLE.items():
            tally.hold(f"{board.name}: {name}", check(browser, board))
            tally.hold(f"{board.name}: quiet after {name}", browser.faults())


TABLE = {
    "whole": standings.whole,
    "sorting": standings.sorting,
    "keyboard": standings.keyboard,
    "filtering": standings.filtering,
    "without scripts": standings.without_scripts,
}
"""What is asked of the table of standings."""


def missing(board: Board) -> list[str]:
    """Submissions without a page."""
    pages = {page.relative_to(board.folder) for page in board.submissions}
    expected = {
        Path("submissions", entry["team"], entry["run"] + ".html") for entry in board.entries
    }
    return [f"no page {page}" for page in sorted(expected - pages)]


MOST_PAGES = 2
"""Of each board, in a small run."""

if __name__ == "__main__":
    sys.exit(main())
