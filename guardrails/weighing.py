"""What rules and tagger say of each other's matches before anything is decided."""

from __future__ import annotations

from bisect import bisect_right
from typing import Any

from guardrails.recognizers.base import Candidate
from guardrails.tagger import OUTSIDE

_TAGGER = "TaggerRecognizer"
#: Kinds that are words, where rules and tagger complete each other.
_WORDS = frozenset(("PERSON", "LOCATION", "STREET_ADDRESS"))
#: How many matches of rules may overlap each other before a tagged one.
_OVERLAPPING = 8
#: Words from which on the tagger has seen enough of a text to doubt a name.
_TELLING = 25
#: Below the first score a rule needs the tagger to find its stretch at least as likely as the second.
_DOUBTS = {"PERSON": (0.65, 0.04)}


class Likelihood:
    """How likely each token is part of something personal, for candidates that nobody else bears out."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._values: list[float] = []

    def add(self, document: Any, offset: int) -> None:
        """The tokens of a block that begins at ``offset``."""
        outside = document.user_data.get(OUTSIDE)
        if outside is None:
            return
        for token, value in zip(document, outside.tolist(), strict=True):
            word = token.text
            if word[0].isalnum() or word[-1].isalnum():
                start = offset + token.idx
                self._starts.append(start)
                self._ends.append(start + len(word))
                self._values.append(1 - value)

    def most(self, start: int, end: int) -> float:
        """The highest value in a stretch; 1 where nothing was read, or too little to say."""
        if len(self._values) < _TELLING:
            return 1.0
        first, behind = bisect_right(self._ends, start), bisect_right(self._starts, end - 1)
        return max(self._values[first:behind], default=1.0)


def borne_out(candidate: Candidate, likelihood: Likelihood) -> bool:
    """Whether a rule of little weight is not alone: the tagger sees at least a trace of it."""
    doubt = _DOUBTS.get(candidate.entity)
    if doubt is None or candidate.score >= doubt[0] or candidate.recognizer == _TAGGER:
        return True
    return likelihood.most(candidate.start, candidate.end) >= doubt[1]


def without_repeats(candidates: list[Candidate]) -> list[Candidate]:
    """Without values of the tagger of which a rule, which knows where they end, has found the better part."""
    rules = sorted(
        (c.start, c.end) for c in candidates if c.score >= 0.5 and c.recognizer != _TAGGER and c.entity not in _WORDS
    )
    starts = [start for start, _ in rules]

    def repeated(tagged: Candidate) -> bool:
        first = max(0, bisect_right(starts, tagged.start) - _OVERLAPPING)
        near = rules[first : bisect_right(starts, tagged.end)]
        covered = max((min(end, tagged.end) - max(start, tagged.start) for start, end in near), default=0)
        return 2 * covered >= tagged.end - tagged.start

    return [c for c in candidates if c.recognizer != _TAGGER or c.entity in _WORDS or not repeated(c)]
