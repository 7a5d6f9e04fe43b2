"""Placeholders are sacred: what stands for a person's data can be restored only if it arrives whole.

A placeholder such as `[PERSON_3]` that does not occur in the conversation cannot be written, and one that is
begun is completed. The rule works on text, so it holds for any tokenizer: after each token it is known what
has been written since the last `[`, and from that which tokens may follow.

    text since `[`        may go on with
    nothing open          anything, as long as a bracket in it may go on
    `[`, `[D`             anything but a second capital or `_`, unless a placeholder of the conversation
                          begins so: `[Datum]`, `[x]` and `[1]` are ordinary text
    `[DE`, `[DE_CASE_`    only with what leads to a placeholder of the conversation
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt

_PLACEHOLDER: Final = re.compile(r"\[[A-Z][A-Z_]*_\d+\]")
_CAPITALS: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ_")
_CONVERSATIONS: Final = 256
"""Sets of placeholders whose tokens are remembered, each with what can be open."""
Tokens = npt.NDArray[np.intp]


def placeholders_in(texts: Iterable[str]) -> frozenset[str]:
    """The placeholders that occur in any of `texts`."""
    return frozenset(found for text in texts for found in _PLACEHOLDER.findall(text))


class PlaceholderRule:
    """Which tokens may follow, for one vocabulary."""

    def __init__(self, pieces: Sequence[bytes]) -> None:
        """`pieces` are the bytes of each token; control tokens have none."""
        self._texts = [piece.decode("latin-1") for piece in pieces]
        self._sorted = sorted(range(len(pieces)), key=self._texts.__getitem__)
        self._keys = [self._texts[token] for token in self._sorted]
        bracket = {token for token, text in enumerate(self._texts) if "[" in text}
        capital = {token for token, text in enumerate(self._texts) if text[:1] in _CAPITALS}
        self._bracket, self._bracket_or_capital = sorted(bracket), sorted(bracket | capital)
        self._forbidden = lru_cache(_CONVERSATIONS)(self._find_forbidden)
        self._leading = lru_cache(_CONVERSATIONS)(self._find_leading)

    def apply(self, scores: npt.NDArray[np.float32], known: frozenset[str], opened: str) -> None:
        """Takes all hope from tokens that may not follow. `opened` is what `after` returned last."""
        if not is_begun(opened):
            scores[self._forbidden(known, opened)] = -np.inf
            return
        leading = self._leading(known, opened)
        kept = scores[leading]
        scores[:] = -np.inf
        scores[leading] = kept

    def after(self, opened: str, token: int, known: frozenset[str]) -> str:
        """What is open after `token`: the text since `[`, or nothing."""
        text = self._texts[token]
        if not opened and "[" not in text:
            return ""
        return _go_on(opened, text, known) or ""

    def _find_forbidden(self, known: frozenset[str], opened: str) -> Tokens:
        candidates = self._bracket_or_capital if opened else self._bracket
        return np.array([t for t in candidates if _go_on(opened, self._texts[t], known) is None], dtype=np.intp)

    def _find_leading(self, known: frozenset[str], opened: str) -> Tokens:
        found: set[int] = set()
        for placeholder in known:
            if not placeholder.startswith(opened):
                continue
            rest = placeholder[len(opened) :]
            for size in range(1, len(rest)):
                found |= self._written(rest[:size])
            found.update(t for t in self._beginning(rest) if _go_on(opened, self._texts[t], known) is not None)
        return np.array(sorted(found), dtype=np.intp)

    def _written(self, text: str) -> set[int]:
        """Tokens whose text is `text`."""
        found = set()
        for place in range(bisect_left(self._keys, text), len(self._keys)):
            if self._keys[place] != text:
                break
            found.add(self._sorted[place])
        return found

    def _beginning(self, text: str) -> set[int]:
        """Tokens whose text begins with `text`."""
        found = set()
        for place in range(bisect_left(self._keys, text), len(self._keys)):
            if not self._keys[place].startswith(text):
                break
            found.add(self._sorted[place])
        return found


def is_begun(opened: str) -> bool:
    """Whether what is open must become a placeholder."""
    return len(opened) > 2  # a bracket and one capital may still be ordinary text


def _go_on(opened: str, text: str, known: frozenset[str]) -> str | None:
    """What is open after `text`, or `None` if it may not follow."""
    for letter in text:
        if is_begun(opened):
            opened += letter
            if opened in known:
                opened = ""
            elif not _leads(opened, known):
                return None
        elif letter == "[":
            opened = "["
        elif opened and letter in _CAPITALS and not (opened == "[" and letter == "_"):
            opened += letter
            if is_begun(opened) and not _leads(opened, known):
                return None
        else:
            opened = ""
    return opened


def _leads(opened: str, known: frozenset[str]) -> bool:
    return any(placeholder.startswith(opened) for placeholder in known)
