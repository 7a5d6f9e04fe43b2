"""Which planted places of a text somebody has found, from the places they marked.

A mark has to point at a place, not merely touch or contain it: who marks the whole text has found nothing.

- A mark that is much longer than a place does not point at it. Three times the length of the place is allowed, and in
  any case a clause (`CLAUSE` letters), because of a changed figure people mark the words around it as well.
- The marks that point at a place find it when together they cover at least half of its letters.
- A mark that lies wholly inside a place finds it when it has at least a third of its letters: the telling words of a
  long sentence.

Letters are characters that are neither blanks nor line ends. Offsets are Unicode code points of the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from exercises.schema import PlantedPlace

LONGEST_TIMES = 3
"""How many times longer than a place a mark may be."""

CLAUSE = 60
"""Letters that a mark may have in any case."""

MOST_OF_TEXT = 0.5
"""Share of the text's letters that may be marked. Beyond it, marks say nothing."""


@dataclass(frozen=True)
class Span:
    """A stretch of the text, from its first character to one past its last."""

    start: int
    end: int


@dataclass(frozen=True)
class Spotted:
    """A planted place and whether it was found."""

    place: PlantedPlace
    span: Span
    marks: tuple[int, ...]
    """Numbers of the marks that point at it, in the order they were given; empty where it was missed."""

    @property
    def found(self) -> bool:
        """Whether it was found."""
        return bool(self.marks)


def spotted_places(text: str, places: Sequence[PlantedPlace], marks: Sequence[Span]) -> list[Spotted]:
    """Every planted place in the order of the text, with the marks that found it."""
    return [_spotted(text, place, marks) for place in places]


def marked_share(text: str, marks: Sequence[Span]) -> float:
    """Share of the text's letters that lie in a mark, 0 to 1."""
    total = _letters(text, range(len(text)))
    return _letters(text, _union(marks)) / total if total else 0.0


def _spotted(text: str, place: PlantedPlace, marks: Sequence[Span]) -> Spotted:
    start = text.index(place.quote)
    span = Span(start, start + len(place.quote))
    own = set(range(span.start, span.end))
    size = _letters(text, own)
    longest = max(LONGEST_TIMES * size, CLAUSE)
    pointing = {
        number: own.intersection(range(mark.start, mark.end))
        for number, mark in enumerate(marks)
        if _letters(text, range(mark.start, mark.end)) <= longest
    }
    touching = {number: part for number, part in pointing.items() if _letters(text, part)}
    covered = _letters(text, set().union(*touching.values()))
    inside = any(
        span.start <= marks[number].start and marks[number].end <= span.end and 3 * _letters(text, part) >= size
        for number, part in touching.items()
    )
    found = 2 * covered >= size or inside
    return Spotted(place, span, tuple(touching) if found else ())


def _union(spans: Sequence[Span]) -> set[int]:
    return set().union(*(range(span.start, span.end) for span in spans))


def _letters(text: str, positions: range | set[int]) -> int:
    return sum(not text[position].isspace() for position in positions)
