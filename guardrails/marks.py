"""What participants say about findings: this was missed, this is none. Both become examples without real values.

A mark of the first kind takes effect at once: the place gets a placeholder. A mark of the second kind changes nothing
in the text, since a participant cannot switch the guard off; it only counts. Of both, what may be kept is a
:class:`MarkTemplate`: the redacted surroundings, and of the marked place nothing but its kind and build.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import regex

from guardrails.detected import Detected
from guardrails.entities import ENTITY_LABELS, PLACEHOLDER_PATTERN
from guardrails.findings import Redaction
from guardrails.recognizers.base import Candidate, Evidence
from guardrails.resolution import searchable_names
from guardrails.text import RedactedText

#: Name under which marked places appear among the recognizers.
RECOGNIZER = "ParticipantMark"
#: Longest place that can be marked, in characters.
LONGEST_MARK = 200
#: Most places that can be marked in one text.
MOST_MARKS = 40
#: Characters of redacted text that a template keeps on each side.
SURROUNDINGS = 160

Verdict = Literal["missed", "wrong"]
"""``missed``: personal data that was not found; ``wrong``: a finding that is no personal data."""

#: Kinds whose values are words: their build is kept without the words' lengths.
_WORDY = frozenset(("PERSON", "LOCATION", "STREET_ADDRESS", "EMAIL_ADDRESS", "URL"))
_EDGE = regex.compile(r"^[\s,;:!?\"'„“”»«]+|[\s,;:!?\"'„“”»«]+$")
_SPACE = regex.compile(r"\s")


@dataclass(frozen=True, slots=True)
class MarkedSpan:
    """A place in the original text, in code points, and what a participant holds it for."""

    start: int
    end: int
    entity: str


class MarkError(ValueError):
    """A place that cannot be marked. The message says why, in German, without the text."""


@dataclass(frozen=True, slots=True)
class MarkTemplate:
    """A marked place without its value, with up to :data:`SURROUNDINGS` characters around it."""

    verdict: Verdict
    entity: str
    before: RedactedText
    after: RedactedText
    build: str
    """``X`` a capital, ``x`` a small letter, ``9`` a digit, all else as it stood; words of names shrunk to ``Xx``."""
    recognizer: str
    """What had found the place wrongly; empty where nothing did."""
    language: str


def checked_marks(text: str, marks: Sequence[MarkedSpan]) -> list[MarkedSpan]:
    """The marks without blanks at their edges.

    Raises:
        MarkError: outside the text, empty, too long, an unknown kind, across a placeholder, or too many.
    """
    if len(marks) > MOST_MARKS:
        raise MarkError(f"In einem Text lassen sich höchstens {MOST_MARKS} Stellen markieren.")
    checked: list[MarkedSpan] = []
    for mark in marks:
        if mark.entity not in ENTITY_LABELS:
            raise MarkError("Diese Art von Angabe kennt der Schutz nicht.")
        if not 0 <= mark.start < mark.end <= len(text):
            raise MarkError("Die markierte Stelle liegt außerhalb des Textes. Bitte markieren Sie sie noch einmal.")
        if mark.end - mark.start > LONGEST_MARK:
            raise MarkError(f"Eine Markierung darf höchstens {LONGEST_MARK} Zeichen lang sein.")
        value = text[mark.start : mark.end]
        if PLACEHOLDER_PATTERN.search(value):
            raise MarkError("Platzhalter sind schon geschützt und lassen sich nicht markieren.")
        head, tail = value, value
        for edge in _EDGE.finditer(value):
            if edge.start() == 0:
                head = value[edge.end() :]
            if edge.end() == len(value):
                tail = value[: edge.start()]
        start, end = mark.end - len(head), mark.start + len(tail)
        if start >= end or not any(character.isalnum() for character in text[start:end]):
            raise MarkError("Die markierte Stelle enthält keine Buchstaben oder Ziffern.")
        checked.append(MarkedSpan(start, end, mark.entity))
    return checked


def marked_names(text: str, marks: Iterable[MarkedSpan]) -> frozenset[str]:
    """Folded words of marked persons, so that their other mentions are found as well."""
    return frozenset(
        name for mark in marks if mark.entity == "PERSON" for name in searchable_names(text[mark.start : mark.end])
    )


def with_marks(text: str, found: list[Detected], marks: Sequence[MarkedSpan]) -> list[Detected]:
    """The findings and the marked places, the same words elsewhere included, without overlaps.

    A mark inside a finding adds nothing, unless the finding only repeats what the mark says; findings that a mark
    touches become part of it.
    """
    places = [place for mark in marks for place in _occurrences(text, mark)]
    result = list(found)
    for place in sorted(places, key=lambda place: (place.start, -place.end)):
        touched = [item for item in result if item.start < place.end and place.start < item.end]
        if any(
            item.start <= place.start
            and place.end <= item.end
            and (item.candidate.evidence.identifying or (item.start, item.end) != (place.start, place.end))
            for item in touched
        ):
            continue
        start = min([place.start, *(item.start for item in touched)])
        end = max([place.end, *(item.end for item in touched)])
        evidence = Evidence("Diese Stelle oder dieselben Worte hat jemand als übersehen markiert.")
        candidate = Candidate(start, end, place.entity, 1.0, RECOGNIZER, evidence)
        result = [item for item in result if item not in touched]
        result.append(Detected(start, end, candidate, text[start:end]))
    return sorted(result, key=lambda item: item.start)


def template_of(text: str, redaction: Redaction, mark: MarkedSpan, verdict: Verdict) -> MarkTemplate:
    """What may be kept of a marked place.

    Args:
        text: the original text.
        redaction: of that text; for ``missed`` with the mark applied, so that a finding covers the place.
        mark: the place; for ``wrong`` it lies on a finding.
        verdict: what is said about it.

    Raises:
        MarkError: no finding covers the place.
    """
    covering = [f for f in redaction.findings if f.start <= mark.start and mark.end <= f.end and f.placeholder]
    if not covering:
        raise MarkError("An dieser Stelle hat der Schutz nichts gefunden.")
    finding = covering[0]
    redacted = redaction.text.text
    missed = verdict == "missed"
    return MarkTemplate(
        verdict=verdict,
        entity=mark.entity if missed else finding.entity,
        before=RedactedText.trusted(_tail(redacted[: finding.redacted_start])),
        after=RedactedText.trusted(_head(redacted[finding.redacted_end :])),
        build=build_of(mark.entity if missed else finding.entity, text[finding.start : finding.end]),
        recognizer="" if missed else finding.recognizer,
        language=redaction.language,
    )


def build_of(entity: str, value: str) -> str:
    """The build of a value: ``M-KA 1234`` becomes ``X-XX 9999``; of ``Selin Karaca`` as a person, ``Xx Xx`` is left."""
    letters = "".join(
        "9"
        if character.isdigit()
        else "X"
        if character.isupper()
        else "x"
        if character.isalpha()
        else character
        if character.isprintable() and character.isascii()
        else " "
        for character in value
    )
    if entity not in _WORDY:
        return letters
    return str(regex.sub("X{2,}", "XX", regex.sub("x+", "x", letters)))


def _occurrences(text: str, mark: MarkedSpan) -> list[MarkedSpan]:
    """The mark, and the same words elsewhere in any case. Compared as text: regex would keep a pattern made of them."""
    small = _in_small_letters(text)
    value = small[mark.start : mark.end]
    found = [mark]
    start = small.find(value)
    while start >= 0:
        end = start + len(value)
        whole = not (small[start - 1 : start].isalnum() or small[end : end + 1].isalnum())
        if whole and start != mark.start:
            found.append(MarkedSpan(start, end, mark.entity))
        start = small.find(value, end if whole else start + 1)
    return found


def _in_small_letters(text: str) -> str:
    """`text` in small letters, with as many characters as before."""
    return "".join(small if len(small := character.lower()) == 1 else character for character in text)


def _tail(text: str) -> str:
    """The last words of a text, placeholders whole."""
    if len(text) <= SURROUNDINGS:
        return text
    cut = len(text) - SURROUNDINGS
    inside = next((match for match in PLACEHOLDER_PATTERN.finditer(text) if match.start() < cut < match.end()), None)
    if inside is not None:
        return text[inside.end() :]
    space = _SPACE.search(text, cut)
    return text[space.end() if space else cut :]


def _head(text: str) -> str:
    """The first words of a text, placeholders whole."""
    if len(text) <= SURROUNDINGS:
        return text
    cut = SURROUNDINGS
    inside = next((match for match in PLACEHOLDER_PATTERN.finditer(text) if match.start() < cut < match.end()), None)
    if inside is not None:
        return text[: inside.start()]
    while cut > 0 and not text[cut - 1].isspace():
        cut -= 1
    return text[: cut or SURROUNDINGS]
