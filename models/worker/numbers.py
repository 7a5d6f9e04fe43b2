"""Numbers that a small model may write: those of the conversation.

A model that cannot calculate invents numbers. A file that says so about itself (`werkstatt.numbers_from_conversation`
in its metadata) can write a row of digits only if the conversation has it, from its first digit to its last. As with
placeholders the rule works on text, so it holds for any tokenizer.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt

METADATA: Final = b"werkstatt.numbers_from_conversation"
"""Key of a GGUF file whose model is bound by this rule."""
_ROW: Final = re.compile(r"[0-9]+")
_PLACEHOLDER: Final = re.compile(r"\[[A-Z][A-Z_]*_[0-9]+\]")
_DIGITS: Final = frozenset("0123456789")
_CONVERSATIONS: Final = 256
Tokens = npt.NDArray[np.intp]


def numbers_in(texts: Iterable[str]) -> frozenset[str]:
    """The rows of digits that occur in any of `texts`, those of placeholders left out."""
    return frozenset(row for text in texts for row in _ROW.findall(_PLACEHOLDER.sub(" ", text)))


class NumberRule:
    """Which tokens may follow, for one vocabulary."""

    def __init__(self, pieces: Sequence[bytes]) -> None:
        """`pieces` are the bytes of each token; control tokens have none."""
        self._texts = [_PLACEHOLDER.sub("[]", piece.decode("latin-1")) for piece in pieces]
        self._with_digits = [token for token, text in enumerate(self._texts) if _DIGITS & set(text)]
        self._going_on = [token for token in self._with_digits if self._texts[token][0] in _DIGITS]
        self._breaking_off = np.setdiff1d(np.arange(len(pieces)), self._going_on)
        self._forbidden = lru_cache(_CONVERSATIONS)(self._find_forbidden)

    def apply(self, scores: npt.NDArray[np.float32], known: frozenset[str], begun: str) -> None:
        """Takes all hope from tokens that may not follow. `begun` is what `after` returned last."""
        scores[self._forbidden(known, begun)] = -np.inf

    def after(self, begun: str, token: int) -> str:
        """The row of digits that the answer ends with after `token`; empty behind anything else."""
        text = self._texts[token]
        tail = len(text) - len(text.rstrip("0123456789"))
        return begun + text if tail == len(text) else text[len(text) - tail :]

    def _find_forbidden(self, known: frozenset[str], begun: str) -> Tokens:
        half = bool(begun) and begun not in known
        candidates = self._going_on if half else self._with_digits
        found = [token for token in candidates if not _may_follow(begun, self._texts[token], known)]
        return np.concatenate([self._breaking_off if half else [], found]).astype(np.intp)


def _may_follow(begun: str, text: str, known: frozenset[str]) -> bool:
    """Whether every row of digits is one of `known`, the last one at least its beginning."""
    *complete, last = re.split(r"[^0-9]+", begun + text)
    return all(row in known for row in complete if row) and (not last or any(row.startswith(last) for row in known))
