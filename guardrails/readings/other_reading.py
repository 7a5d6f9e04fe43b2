"""The stretches of a text that can be read otherwise, with enough text around them for context words."""

from __future__ import annotations

from array import array
from dataclasses import dataclass

import regex

from guardrails.normalisation import Edit
from guardrails.readings.comma_tables import comma_tables
from guardrails.readings.dictation import dictated
from guardrails.readings.joined_characters import joined_characters
from guardrails.readings.markup import markup
from guardrails.readings.number_words import hyphened_numbers
from guardrails.readings.run_together import run_together
from guardrails.readings.said_addresses import said_addresses
from guardrails.readings.scanned_digits import scanned_digits
from guardrails.readings.scanned_words import scanned_labels, scanned_words
from guardrails.readings.spelling_alphabet import spelled_letters
from guardrails.readings.turned_text import turned_text

#: Text before and behind a stretch that is part of the reading, for context words.
_BEFORE = 90
_BEHIND = 60
_SPACE = regex.compile(r"\s")
#: How far before a value its label may have been changed, on the same line.
_LABEL = 28


@dataclass(frozen=True, slots=True)
class Reading:
    """Stretches of a text read otherwise, one below the other with blank lines between. What was changed is a value,
    or the label before it (``Nurnmer 12345``).
    """

    text: str
    _starts: array[int]
    _ends: array[int]
    _changed: bytes

    def source_span(self, start: int, end: int) -> tuple[int, int] | None:
        """Where ``text[start:end]`` was read from; ``None`` where it and its label read as they stand, or where it
        joins two stretches.
        """
        if 2 in self._changed[start:end]:
            return None
        label = max(0, start - _LABEL, self.text.rfind("\n", 0, start) + 1)
        if 1 not in self._changed[label:end]:
            return None
        return self._starts[start], self._ends[end - 1]

    @classmethod
    def of_block(cls, text: str, start: int, end: int) -> Reading:
        """A stretch of a text that says something else as a whole."""
        length = len(text)
        return cls(text, array("L", [start] * length), array("L", [end] * length), bytes([1]) * length)

    def over(self, source: Reading) -> Reading:
        """This reading of ``source.text``, as a reading of what ``source`` was read from."""
        starts = array("L", (source._starts[at] if at < len(source.text) else source._ends[-1] for at in self._starts))
        ends = array("L", (source._ends[max(at - 1, 0)] for at in self._ends))
        changed = bytes(
            kind or max(source._changed[start:end], default=0)
            for kind, start, end in zip(self._changed, self._starts, self._ends, strict=True)
        )
        return Reading(self.text, starts, ends, changed)


def read_otherwise(text: str) -> list[Reading]:
    """The other reading of a normalised text, and what that can be read as once more (``O1 7 O – neun acht``); empty
    where it has only one. Linear in its length.
    """
    first = _read(text)
    if first is None:
        return []
    second = _read(first.text)
    return [first] if second is None else [first, second.over(first)]


def _read(text: str) -> Reading | None:
    edits = _without_overlap(
        [
            *comma_tables(text),
            *hyphened_numbers(text),
            *dictated(text),
            *said_addresses(text),
            *joined_characters(text),
            *scanned_digits(text),
            *scanned_words(text),
            *scanned_labels(text),
            *spelled_letters(text),
            *turned_text(text),
            *markup(text),
            *run_together(text),
        ]
    )
    if not edits:
        return None
    pieces: list[str] = []
    starts, ends = array("L"), array("L")
    changed = bytearray()

    def put(read: str, start: int, end: int, kind: int) -> None:
        pieces.append(read)
        as_it_stands = len(read) == end - start and not kind
        starts.extend(range(start, end) if as_it_stands else [start] * len(read))
        ends.extend(range(start + 1, end + 1) if as_it_stands else [end] * len(read))
        changed.extend(bytes([kind]) * len(read))

    position = 0
    for index, (start, end, read) in enumerate(edits):
        if index == 0 or start - position > _BEFORE + _BEHIND:
            if index:
                behind = _word_end(text, position + _BEHIND)
                put(text[position:behind], position, behind, 0)
                put("\n\n", behind, behind, 2)
            position = _word_start(text, max(position, start - _BEFORE))
        put(text[position:start], position, start, 0)
        put(read, start, end, 1)
        position = end
    behind = _word_end(text, position + _BEHIND)
    put(text[position:behind], position, behind, 0)
    return Reading("".join(pieces), starts, ends, bytes(changed))


def _without_overlap(edits: list[Edit]) -> list[Edit]:
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit[0], -edit[1])):
        if not kept or edit[0] >= kept[-1][1]:
            kept.append(edit)
    return kept


def _word_start(text: str, position: int) -> int:
    """The next start of a word, so that no half word stands at the edge."""
    if position == 0 or text[position - 1].isspace():
        return position
    space = _SPACE.search(text, position, position + _BEFORE // 2)
    return space.end() if space else position


def _word_end(text: str, position: int) -> int:
    if position >= len(text):
        return len(text)
    space = _SPACE.search(text, position, position + _BEHIND // 2)
    return space.start() if space else position
