"""Loops that a small model falls into: the same passage over and over until the answer is full.

A file that says so about itself (`werkstatt.no_loops` in its metadata) cannot go on with a passage that it has just
said twice, or with a short one that fills a dozen tokens. What stands further apart may be said again: names, dates,
the subject of a letter.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

METADATA: Final = b"werkstatt.no_loops"
"""Key of a GGUF file whose model is bound by this rule."""
SHORTEST: Final = 12
"""So many tokens must repeat those before them until going on is forbidden, or a whole passage if that is longer."""
LONGEST: Final = 80
"""Passages of more tokens are not looked for."""


class LoopRule:
    """What one answer may not go on with."""

    def __init__(self) -> None:
        self._said: list[int] = []
        self._repeated = np.zeros(LONGEST + 1, dtype=np.intp)
        """For each distance, how many of the last tokens equal those so far before them."""

    def apply(self, scores: npt.NDArray[np.float32]) -> None:
        """Takes all hope from tokens that would go on with a loop."""
        scores[self.forbidden()] = -np.inf

    def forbidden(self) -> Sequence[int]:
        """The tokens that would go on with a loop."""
        distances = np.flatnonzero(self._repeated >= np.maximum(SHORTEST, np.arange(LONGEST + 1)))
        return [self._said[-int(distance)] for distance in distances]

    def add(self, token: int) -> None:
        """The next token of the answer."""
        before = np.array(self._said[: -LONGEST - 1 : -1], dtype=np.intp)
        same = np.zeros(LONGEST + 1, dtype=bool)
        same[1 : len(before) + 1] = before == token
        self._repeated = np.where(same, self._repeated + 1, 0)
        self._said.append(token)
