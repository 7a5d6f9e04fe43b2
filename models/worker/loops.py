"""Loops that a small model falls into: the same passage over and over until the answer is full.

A file that says so about itself (`werkstatt.no_loops` in its metadata) cannot go on with a passage that it has just
said twice, or with a short one that fills a dozen tokens. What stands further apart may be said again: names, dates,
the subject of a letter.
"""

from itertools import takewhile
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
        self._places: dict[int, list[int]] = {}
        """Where each token was said."""
        self._repeated: dict[int, int] = {}
        """For distances with any, how many of the last tokens equal those so far before them."""

    def apply(self, scores: npt.NDArray[np.float32]) -> None:
        """Takes all hope from tokens that would go on with a loop."""
        if forbidden := self.forbidden():
            scores[forbidden] = -np.inf

    def forbidden(self) -> list[int]:
        """The tokens that would go on with a loop."""
        return [self._said[-far] for far, count in self._repeated.items() if count >= max(SHORTEST, far)]

    def add(self, token: int) -> None:
        """The next token of the answer."""
        here, places = len(self._said), self._places.setdefault(token, [])
        near = (here - place for place in reversed(places))
        self._repeated = {far: self._repeated.get(far, 0) + 1 for far in takewhile(LONGEST.__ge__, near)}
        places.append(here)
        self._said.append(token)
