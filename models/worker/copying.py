"""Copying from the conversation: where a small model wavers, it goes on with the passage that it was copying.

A small model copies a case by its attention alone, and slips: half-way through a sentence it goes on as another one
does that began alike. Large models keep their place. The remedy is known as a cache or pointer (Grave et al., 2017,
"Improving Neural Language Models with a Continuous Cache"; See et al., 2017, "Get To The Point"): the model's
distribution is mixed with one that says what followed the same words in the conversation, the more of it the longer
the passage is. What the answer has already taken over does not count again (See et al.'s coverage), so that of two
sentences that begin alike the second one comes after the first. A model that is sure of another word writes that one.

A file that says so about itself (`werkstatt.copies_conversation` in its metadata) is bound by this rule.
"""

import os
from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

METADATA: Final = b"werkstatt.copies_conversation"
"""Key of a GGUF file whose model is bound by this rule."""
SHORTEST: Final = int(os.environ.get("CR_SHORT", "3"))
"""So many tokens must be equal before a passage counts as being copied."""
SHARE: Final = float(os.environ.get("CR_SHARE", "0.08"))
"""Share of the mixture that each equal token brings."""
MOST: Final = float(os.environ.get("CR_MOST", "0.6"))
"""Largest share of the mixture."""
NEXT: Final = float(os.environ.get("CR_NEXT", "0.3"))
"""Share of the mixture where a sentence has ended and the next one of the conversation may begin."""
_MARKS: Final = frozenset(" \n\t.,;:!?-–*[]()„“\"'•")


class Pieces:
    """What the tokens of a vocabulary are made of."""

    def __init__(self, pieces: Sequence[bytes]) -> None:
        texts = [piece.decode("utf-8", "replace") for piece in pieces]
        self.mark = [set(text) <= _MARKS for text in texts]
        """Whether a token is made of blanks and punctuation only (control tokens are)."""
        self._ends = [any(sign in text for sign in ".!?\n") for text in texts]
        self._colon = [":" in text or "„" in text for text in texts]
        self._digits = [len(text) if text.isdigit() else 0 for text in texts]
        by_text = {text: token for token, text in enumerate(texts)}
        self.twins = [by_text.get(text[1:] if text.startswith(" ") else " " + text) for text in texts]
        """The same token with or without the blank before it."""

    def begins(self, tokens: Sequence[int], *, colon: bool) -> list[bool]:
        """For each place in a row of tokens, and the one behind it, whether a sentence may begin there."""
        found, digits, open_ = [True], 0, True
        for token in tokens:
            open_, digits = self.step(token, open_, digits, colon=colon)
            found.append(open_)
        return found

    def step(self, token: int, begun: bool, digits: int, *, colon: bool) -> tuple[bool, int]:
        """Whether a sentence may begin behind `token`, and how many digits the row so far ends with."""
        if self._digits[token]:
            return False, digits + self._digits[token]
        if not self.mark[token]:
            return False, 0
        if self._ends[token] and not 0 < digits < 3:
            return True, 0
        return begun or (colon and self._colon[token]), 0


class CopyRule:
    """What one answer copies. `prompt` is the conversation so far."""

    def __init__(self, prompt: Sequence[int], pieces: Pieces) -> None:
        self._source = np.array(prompt, dtype=np.intp)
        self._pieces = pieces
        self._starts = np.array(pieces.begins(prompt, colon=False)[:-1])
        self._length = np.zeros(len(prompt) + 1, dtype=np.intp)
        """For each place, how many tokens of a sentence before it the answer has just taken over, from its beginning."""
        self._taken = np.zeros(len(prompt) + 1, dtype=bool)
        self._begun, self._digits = True, 0
        self._resume = 0

    def apply(self, scores: npt.NDArray[np.float32]) -> None:
        """Mixes the scores with what follows in the conversation."""
        tokens, share = self.wanted()
        tokens = [token for token in tokens if np.isfinite(scores[token])]
        if not tokens:
            return
        highest = scores.max()
        whole = highest + np.log(np.exp(scores - highest).sum())
        added = share / (1 - share) / len(tokens)
        scores[tokens] = whole + np.log(np.exp(scores[tokens] - whole) + added)

    def wanted(self) -> tuple[list[int], float]:
        """The tokens that may follow in the conversation, and their share of the mixture."""
        length = self._length[:-1]
        longest = int(length.max(initial=0))
        if longest >= SHORTEST and not self._begun:
            places = np.flatnonzero((length == longest) & ~self._taken[:-1])
            return sorted({int(token) for token in self._source[places]}), min(MOST, SHARE * longest)
        if self._begun and self._resume and NEXT:
            return self._beginning(self._resume), NEXT
        return [], 0.0

    def _beginning(self, place: int) -> list[int]:
        while place < len(self._source) and self._pieces.mark[self._source[place]]:
            place += 1
        if place == len(self._source) or self._taken[place]:
            return []
        token = int(self._source[place])
        twin = self._pieces.twins[token]
        return [token] if twin is None else [token, twin]

    def add(self, token: int) -> None:
        """The next token of the answer."""
        twin = self._pieces.twins[token]
        same = self._source == token
        going = np.zeros_like(self._length)
        going[1:] = np.where(same & (self._length[:-1] > 0), self._length[:-1] + 1, 0)
        if self._begun and not self._pieces.mark[token]:
            first = (same if twin is None else same | (self._source == twin)) & self._starts
            going[1:] = np.where(first, 1, going[1:])
        self._length = going
        longest = int(going.max())
        self._begun, self._digits = self._pieces.step(token, self._begun, self._digits, colon=True)
        if longest >= SHORTEST:
            places = np.flatnonzero(going == longest)
            if len(places) == 1:
                place = int(places[0])
                self._taken[place - longest : place] = True
                self._resume = place
        elif not self._pieces.mark[token] and not longest:
            self._resume = 0
