"""What rules and tagger say of each other's matches before anything is decided."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import Any

import regex

from guardrails.lexicon import load_lexicon
from guardrails.recognizers.base import Candidate
from guardrails.recognizers.name_words import NEVER, SALUTATIONS, TITLES
from guardrails.tagger import OUTSIDE, PLACE

_TAGGER = "TaggerRecognizer"
#: Kinds that are words, where rules and tagger complete each other.
_WORDS = frozenset(("PERSON", "LOCATION", "STREET_ADDRESS"))
#: How many matches of rules may overlap each other before a tagged one.
_OVERLAPPING = 8
#: Words from which on the tagger has seen enough of a text to doubt a name.
_TELLING = 25
#: How likely a word beside a match must be a part of something personal, what a match must be worth, and what may stand
#: between.
_PART, _CERTAIN = 0.5, 0.97
_LEAST = {"PERSON": 0.9}
_COUNTS = 0.5
_NEAR = 3
_GAP = regex.compile(r"[ .,/(_#+-]*")
#: Letters that are a part of a number, and those that are its label.
_LETTERS = 3
_LABELS = frozenset(("AZ", "NR", "ID", "KZ", "DW", "TE", "FA", "GZ", "BG", "JG", "OT", "OG", "EG"))
_WRITTEN_AS_A_NAME = regex.compile(r"\p{Lu}(?:\p{Ll}+(?:['’-]\p{Lu}?\p{Ll}+)*|\.|\p{Lu}+)?")
#: Between two persons rather than between two words of a name.
_APART = regex.compile(r"[,/(+]")
#: Below the first score a rule needs the tagger to find its stretch at least as likely as the second.
_DOUBTS = {"PERSON": (0.65, 0.04)}
#: Rules for names that rest on lists of names and the place of a word, not on a word that says that a person follows,
#: and the score below which they need that trace: ``Wacker DPU``, ``C. Gerät``, ``Lux: 500``, ``Dr. Oetker``.
_BY_LISTS = regex.compile(r"(?:Bekannter|Häufiger|Anfangsbuchstabe|Vorname|Name hinter „(?:Dr|Hersteller|Uncle)“)")
_DOUBT_BY_LISTS = 0.85
#: Other signs than those of names disguise a word from the tagger: ``Abebe\\s+Girma``.
_PLAIN = regex.compile(r"[\p{L}\p{M}\s.,'’-]+")


class Likelihood:
    """How likely each token is part of something personal, for candidates that nobody else bears out."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._values: list[float] = []
        self._places: list[float] = []

    def add(self, document: Any, offset: int) -> None:
        """The tokens of a block that begins at ``offset``."""
        outside = document.user_data.get(OUTSIDE)
        if outside is None:
            return
        places = document.user_data[PLACE]
        for token, value, place in zip(document, outside.tolist(), places.tolist(), strict=True):
            word = token.text
            if word[0].isalnum() or word[-1].isalnum():
                start = offset + token.idx
                self._starts.append(start)
                self._ends.append(start + len(word))
                self._values.append(1 - value)
                self._places.append(place)

    def most(self, start: int, end: int) -> float:
        """The highest value in a stretch; 1 where nothing was read, or too little to say."""
        if len(self._values) < _TELLING:
            return 1.0
        first, behind = bisect_right(self._ends, start), bisect_right(self._starts, end - 1)
        return max(self._values[first:behind], default=1.0)

    def wholly(self, text: str, candidate: Candidate, taken: bytearray) -> list[Candidate]:
        """The match with the words right beside it that the tagger holds for a part of something personal and nobody
        has found: ``Bleiche 6 | , 2. OG re.``; another person behind a comma is one of their own.
        """
        grown = [candidate]
        place = bisect_left(self._starts, candidate.end)
        while place < len(self._starts) and self._goes_on(text, grown[-1], place, taken):
            _take(text, grown, self._starts[place], self._ends[place], taken)
            place += 1
        grown.append(grown.pop(0))
        place = bisect_right(self._ends, candidate.start) - 1
        while place >= 0 and self._goes_on(text, grown[-1], place, taken):
            _take(text, grown, self._starts[place], self._ends[place], taken)
            place -= 1
        return grown

    def _goes_on(self, text: str, candidate: Candidate, place: int, taken: bytearray) -> bool:
        start, end = self._starts[place], self._ends[place]
        gap = _gap(text, candidate, start, end)
        if len(gap) > _NEAR or _GAP.fullmatch(gap) is None or any(taken[start:end]):
            return False
        sure = self._values[place] - (0.0 if candidate.entity == "STREET_ADDRESS" else self._places[place])
        return sure >= _LEAST.get(candidate.entity, _PART) and _may_belong(
            candidate, text[start:end], before=end <= candidate.start, certain=sure >= _CERTAIN
        )


def _gap(text: str, candidate: Candidate, start: int, end: int) -> str:
    return text[candidate.end : start] if start >= candidate.end else text[end : candidate.start]


def _take(text: str, grown: list[Candidate], start: int, end: int, taken: bytearray) -> None:
    """The last match with one word more, or the word as a match of its own."""
    last = grown[-1]
    taken[start:end] = b"\x01" * (end - start)
    if last.entity == "PERSON" and _APART.search(_gap(text, last, start, end)):
        grown.append(replace(last, start=start, end=end, evidence=replace(last.evidence, sex="", identifying=False)))
    else:
        grown[-1] = replace(last, start=min(start, last.start), end=max(end, last.end))


def _may_belong(candidate: Candidate, word: str, *, before: bool, certain: bool) -> bool:
    """Whether a word can be a part of a value of that kind, rather than its label or the word behind it.

    Args:
        candidate: the match beside it.
        word: the word.
        before: it stands before the match.
        certain: the tagger has no doubt.
    """
    if candidate.entity == "PERSON":
        return _could_be_a_name(word)
    if candidate.entity == "STREET_ADDRESS" or any(map(str.isdigit, word)):
        return True
    if candidate.entity == "DATE_OF_BIRTH":
        return not before
    if certain and not before:
        return True
    return word.isupper() and len(word) < _LETTERS and (certain or word not in _LABELS)


def _could_be_a_name(word: str) -> bool:
    """A word beside a name that the lists know as one, and that is no title or salutation."""
    key = word.lower()
    if not _WRITTEN_AS_A_NAME.fullmatch(word) or key in NEVER or key in TITLES or key in SALUTATIONS:
        return False
    lexicon = load_lexicon()
    return len(word.rstrip(".")) == 1 or lexicon.given(word) > 0 or lexicon.surname(word)


def completed(text: str, candidates: list[Candidate], likelihood: Likelihood) -> list[Candidate]:
    """Each match that counts, grown over what the tagger sees right beside it."""
    taken = bytearray(len(text))
    for one in candidates:
        if one.score >= _COUNTS:
            taken[one.start : one.end] = b"\x01" * (one.end - one.start)
    return [
        grown
        for one in candidates
        for grown in (
            likelihood.wholly(text, one, taken) if one.score >= _COUNTS and one.entity != "LOCATION" else [one]
        )
    ]


def borne_out(text: str, candidate: Candidate, likelihood: Likelihood) -> bool:
    """Whether a rule of little weight is not alone: the tagger sees at least a trace of it."""
    doubt = _DOUBTS.get(candidate.entity)
    if doubt is None or candidate.recognizer == _TAGGER:
        return True
    by_lists = candidate.score < _DOUBT_BY_LISTS and _BY_LISTS.match(candidate.evidence.reason) is not None
    if candidate.score >= doubt[0] and not (by_lists and _PLAIN.fullmatch(text, candidate.start, candidate.end)):
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
