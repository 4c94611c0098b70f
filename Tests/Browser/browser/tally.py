"""What was held and what was not."""

import time
from collections.abc import Iterable

from selenium.common.exceptions import WebDriverException


class Tally:
    """A claim passes if it has no faults."""

    def __init__(self) -> None:
        self.passed = 0
        self.failed = 0
        self._start = time.monotonic()

    def hold(self, claim: str, faults: Iterable[str]) -> None:
        """A page that the browser cannot do something with is at fault too."""
        found = []
        try:
            found.extend(faults)
        except WebDriverException as problem:
            found.append(f"{type(problem).__name__}: {problem.msg}")
        if not found:
            self.passed += 1
            return
        self.failed += 1
        print(f"FAILED {claim}")
        for fault in found[:MOST_FAULTS]:
            print(f"    {fault[:MOST_LETTERS]}")
        if len(found) > MOST_FAULTS:
            print(f"    and {len(found) - MOST_FAULTS} more")

    def say(self, text: str) -> None:
        print(f"{time.monotonic() - self._start:6.1f} s  {text}", flush=True)

    def summary(self) -> str:
        return f"{self.passed} passed, {self.failed} failed"


MOST_FAULTS = 12
MOST_LETTERS = 400
