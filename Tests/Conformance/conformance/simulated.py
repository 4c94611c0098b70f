"""How often something came out in a simulation, and how often it should."""

from dataclasses import dataclass
from math import sqrt

from .expectation import Rule


@dataclass(frozen=True)
class Simulated:
    """A share of simulated tasks, held against bounds that are fixed beforehand."""

    what: str
    runs: int
    share: float
    error: float
    """The standard error of the share, which the number of runs leaves."""
    bounds: tuple[float, float]
    rule: Rule | None = None
    peer: float | None = None
    """What the same method gets in numpy on the same tasks: what a rule has to stand on."""
    is_small: bool = False
    """A smoke run, which cannot tell the bounds: it fails beyond three standard errors of them."""
    unit: str = " %"

    @property
    def is_within(self) -> bool:
        slack = 3 * self.error if self.is_small else 0
        return self.bounds[0] - slack <= self.share <= self.bounds[1] + slack

    @property
    def is_explained(self) -> bool:
        """Outside of the bounds for a reason, and not otherwise than the method is elsewhere."""
        return (
            self.rule is not None
            and self.peer is not None
            and abs(self.share - self.peer) <= PEER_TOLERANCE
        )

    @property
    def has_failed(self) -> bool:
        return not (self.is_within or self.is_explained)

    @property
    def found(self) -> str:
        return f"{self.share:.1f}{self.unit}"

    @property
    def wanted(self) -> str:
        return f"{self.bounds[0]:g} to {self.bounds[1]:g}{self.unit}"

    @property
    def verdict(self) -> str:
        if self.is_within:
            return "yes"
        return f"no: {self.rule.name}" if self.rule and self.is_explained else "**no**"

    def __str__(self) -> str:
        told = f"{self.what}: {self.found}, not {self.wanted} ({self.runs} runs)"
        return told + (f", numpy {self.peer:.2f} %" if self.peer is not None else "")


PEER_TOLERANCE = 1.0
"""Percentage points: what two bootstraps of one task differ by through their resamples."""


def share_error(share: float, runs: int) -> float:
    """Of independent runs, in percent."""
    return 100 * sqrt(max(share * (100 - share), 1e-9) / 1e4 / runs)
