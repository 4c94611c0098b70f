"""What reading an item takes, by Smucker and Clarke (SIGIR 2012)."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Clock:
    summary: float = 4.4
    per_word: float = 0.018
    per_item: float = 7.8
    click_relevant: float = 0.64
    click_nonrelevant: float = 0.39
    save_relevant: float = 0.77
    half_life: float = 224.0

    @property
    def settings(self) -> dict[str, float]:
        return {
            "summary": self.summary,
            "per-word": self.per_word,
            "per-item": self.per_item,
            "click-relevant": self.click_relevant,
            "click-nonrelevant": self.click_nonrelevant,
            "save-relevant": self.save_relevant,
            "half-life": self.half_life,
        }

    def costs(self, words: np.ndarray, relevant: np.ndarray) -> np.ndarray:
        """T_S + P(C | R)·(a·words + b)."""
        click = np.where(relevant, self.click_relevant, self.click_nonrelevant)
        return self.summary + click * (self.per_word * words + self.per_item)

    @property
    def gain(self) -> float:
        return self.click_relevant * self.save_relevant


SECOND_EACH = Clock(summary=1.0, per_word=0.0, per_item=0.0)
"""Every item takes a second: times are ranks."""
