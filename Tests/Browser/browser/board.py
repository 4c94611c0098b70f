"""A board as cltask writes it into a workspace."""

import json
import subprocess
import time
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any


class Refused(Exception):
    """cltask ended with a status other than 0."""


@dataclass(frozen=True)
class Board:
    folder: Path

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def index(self) -> Path:
        return self.folder / "index.html"

    @property
    def submissions(self) -> list[Path]:
        return sorted((self.folder / "submissions").rglob("*.html"))

    @property
    def pages(self) -> list[Path]:
        return [self.index, *self.submissions]

    @cached_property
    def document(self) -> dict[str, Any]:
        return json.loads((self.folder / "leaderboard.json").read_text(encoding="utf-8"))

    @property
    def standings(self) -> list[dict[str, Any]]:
        return self.document["standings"]

    @property
    def entries(self) -> list[dict[str, Any]]:
        """All submissions, those last that another run of their team stands for."""
        return self.standings + self.document.get("other_runs", [])


@dataclass(frozen=True)
class Workspace:
    folder: Path
    cltask: Path

    def boards(self, *options: str) -> tuple[list[Board], float]:
        """Builds the boards of all tasks; how many seconds it took is told too."""
        start = time.monotonic()
        done = subprocess.run(
            [self.cltask, "leaderboard", "--workspace", self.folder, *options],
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        seconds = time.monotonic() - start
        if done.returncode != 0:
            raise Refused(f"status {done.returncode} from cltask leaderboard\n{done.stderr}")
        folders = sorted((self.folder / "leaderboard").iterdir())
        return [Board(folder) for folder in folders if folder.is_dir()], seconds
