"""The program under test, run as its users run it: from the command line, on files."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .answers import Answers


class Refused(Exception):
    """cltask ended with a status other than 0."""


@dataclass(frozen=True)
class Outcome:
    status: int
    output: str
    errors: str


@dataclass(frozen=True)
class Cltask:
    binary: Path

    def run(self, *arguments: str | Path) -> Outcome:
        done = subprocess.run(
            [self.binary, *arguments], capture_output=True, text=True, encoding="utf-8"
        )
        return Outcome(done.returncode, done.stdout, done.stderr)

    def evaluate(self, qrels: Path, run: Path, measures: list[str], *options: str) -> Answers:
        """`cltask eval`, per topic."""
        return self._answers(
            "eval",
            qrels,
            run,
            *measures,
            "--per-topic",
            "--format",
            "json",
            "--replicates",
            "0",
            *options,
        )

    def score(self, workspace: Path, task: str, submission: Path, *options: str) -> Answers:
        """`cltask score` of one submission, with the measures that the task declares."""
        return self._answers(
            "score",
            submission,
            "--workspace",
            workspace,
            "--task",
            task,
            "--per-unit",
            "--format",
            "json",
            "--replicates",
            "0",
            *options,
        )

    def json(self, *arguments: str | Path) -> Any:
        """What a command answers with `--format json`."""
        return json.loads(self._output(*arguments, "--format", "json"))

    def _answers(self, *arguments: str | Path) -> Answers:
        return Answers.read(self._output(*arguments))

    def _output(self, *arguments: str | Path) -> str:
        outcome = self.run(*arguments)
        if outcome.status != 0:
            command = " ".join(str(argument) for argument in arguments)
            raise Refused(f"status {outcome.status} from cltask {command}\n{outcome.errors}")
        return outcome.output
