"""Names among names: what stands in an enumeration or a column whose other items are persons."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

import regex

from guardrails.layout import Row, blocks
from guardrails.lexicon import Lexicon, load_lexicon
from guardrails.list_entries import entries
from guardrails.recognizers.base import Candidate, Evidence
from guardrails.recognizers.name_words import (
    CALENDAR,
    FIELDS,
    INSTITUTIONS,
    NAME_AND_WORD,
    NAMED_THINGS,
    NEVER,
    PERSON_NOUNS,
    ROLES,
    SALUTATIONS,
    TITLES,
)

_NAME = r"\p{Lu}[\p{L}\p{M}]*\.?(?:['-]\p{L}[\p{L}\p{M}]*)*"
#: What an item may be: one to four words with a capital, particles between, and a remark in brackets behind.
_ITEM = rf"{_NAME}(?:[ ](?:(?:von|van|de|der|al|el|del|di|da|dos|bin|zu)[ ]){{0,2}}{_NAME}){{0,3}}"
_REMARK = r"(?:[ ]?\([^()\n]{1,40}\))?"
_SEPARATOR = r"(?:[ ]?[,;/&+][ ]?|[ ](?:und|sowie|and|u\.)[ ])"
_ENUMERATION = regex.compile(rf"(?<![\p{{L}}\p{{M}}'-]){_ITEM}{_REMARK}(?:{_SEPARATOR}{_ITEM}{_REMARK}){{1,40}}+")
_PART = regex.compile(rf"(?P<item>{_ITEM}){_REMARK}(?:{_SEPARATOR}|$)")
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}]*(?:['-]\p{L}[\p{L}\p{M}]*)*")
#: The first words of an item of a list: ``- Petersen: appeal received``, ``2. Lan Pham``.
_BULLET = regex.compile(
    rf"(?:[-*•–☐>]|\d{{1,2}}[.)])[ ]{{1,3}}(?P<item>{_ITEM})(?=[ ]?(?:[:,(|–-]|$)|[ ]\p{{Ll}})", regex.MULTILINE
)
_CELL = regex.compile(rf"(?P<item>{_ITEM}){_REMARK}")
#: Between the cells of a table.
_SIGNS = ("|", "\t", ";")
#: A field in front of an enumeration: ``Entschuldigt: Polat, Lang``.
_FIELD = regex.compile(r"(?P<field>\p{L}+)[ ]?:[ ]?$")
#: ``Zimmer 9``
_NUMBER_BEHIND = regex.compile(r"[ ]\d")
_LEAST = 2


@dataclass(frozen=True, slots=True)
class _Item:
    start: int
    end: int
    head: bool = False
    """Whether it stands in the first row of a table, where words for what the columns hold are expected."""


def names_in_rows(text: str, findings: list[Candidate]) -> Iterator[Candidate]:
    """Possible names in enumerations, columns and lists in which at least two others, and half of all, are persons.

    Args:
        text: the normalised text.
        findings: those found so far, in the order of the text.
    """
    persons = [finding for finding in findings if finding.entity == "PERSON"]
    if not persons:
        return
    taken = _Spans(findings)
    named = _Spans(persons)
    for items, reason in (*_enumerations(text), *_columns(text)):
        found = sum(named.covers(item) for item in items)
        if not found:
            continue
        others = [item for item in items if not taken.touches(item) and _possible(text, item)]
        if found >= min(_LEAST, len(others)) and (
            found >= _LEAST or _for_persons(text, items[0].start) or _slash(text, items)
        ):
            for item in others if found >= len(others) else ():
                yield Candidate(item.start, item.end, "PERSON", 0.65, "PersonRecognizer", reason)
    yield from _in_entries(text, taken, named)


def _in_entries(text: str, taken: _Spans, named: _Spans) -> Iterator[Candidate]:
    """Possible names at the beginning of entries of which as many as those in doubt are persons, and half of all; one
    person is enough where only persons have such entries.
    """
    evidence = Evidence("Steht in einer Liste, deren Einträge mit Personen beginnen.", identifying=False)
    for found_list in entries(text):
        items = [_Item(*span) for span in found_list.spans]
        found = len({text[item.start : item.end] for item in items if named.covers(item)})
        others = [item for item in items if not taken.touches(item) and _possible(text, item)]
        if not found_list.of_persons:
            others = [item for item in others if _known(text, item) or found > _LEAST]
        doubtful = len({text[item.start : item.end] for item in others})
        if not found or (found < doubtful and not found_list.of_persons):
            continue
        if 2 * (found + len(others)) >= len(items):
            for item in others:
                yield Candidate(item.start, item.end, "PERSON", 0.65, "PersonRecognizer", evidence)


class _Spans:
    """Where findings are; lookups in logarithmic time. They do not overlap."""

    def __init__(self, findings: list[Candidate]) -> None:
        self._starts = [finding.start for finding in findings]
        self._ends = [finding.end for finding in findings]

    def covers(self, item: _Item) -> bool:
        """Whether a finding begins and ends about where the item does."""
        at = bisect_right(self._starts, item.start + 1) - 1
        return at >= 0 and self._ends[at] > item.start and self._ends[at] >= item.end - 1

    def touches(self, item: _Item) -> bool:
        """Whether a finding shares a character with the item."""
        at = bisect_right(self._starts, item.end - 1) - 1
        return at >= 0 and self._ends[at] > item.start


def _enumerations(text: str) -> Iterator[tuple[list[_Item], Evidence]]:
    evidence = Evidence("Steht in einer Aufzählung von Personen.", identifying=False)
    for match in _ENUMERATION.finditer(text):
        items = []
        position = match.start()
        while part := _PART.match(text, position, match.end()):
            items.append(_Item(*part.span("item")))
            position = part.end()
            if part.end() == part.start("item"):
                break
        yield items, evidence


def _columns(text: str) -> Iterator[tuple[list[_Item], Evidence]]:
    """The cells of each column of each table, and the first words of each list."""
    evidence = Evidence("Steht in einer Spalte oder Liste von Personen.", identifying=False)
    for block in blocks(text):
        columns: dict[tuple[str, int], list[_Item]] = {}
        heads = next((row for row in block if row.separator in _SIGNS), None)
        for row in block:
            for key, item in _items(text, row, head=row is heads):
                columns.setdefault(key, []).append(item)
        yield from ((items, evidence) for items in columns.values())


def _items(text: str, row: Row, *, head: bool) -> Iterator[tuple[tuple[str, int], _Item]]:
    bullet = _BULLET.match(text, row.cells[0].start)
    if bullet:
        yield ("bullet", 0), _Item(*bullet.span("item"))
    elif row.separator in _SIGNS:
        for number, cell in enumerate(row.cells):
            if item := _CELL.fullmatch(text, cell.start, cell.end):
                yield (row.separator, number), _Item(*item.span("item"), head)


def _slash(text: str, items: list[_Item]) -> bool:
    """Whether two stand side by side with a stroke between: ``Früh: Wittkamp / Demirbaş``."""
    return len(items) == _LEAST and text[items[0].end : items[1].start].strip() == "/"


def _for_persons(text: str, start: int) -> bool:
    """Whether a field for persons stands in front."""
    field = _FIELD.search(text, max(0, start - 40), start)
    return field is not None and (field["field"].lower() in FIELDS or field["field"].lower() in PERSON_NOUNS)


def _possible(text: str, item: _Item) -> bool:
    """Whether every word of an item may be part of a name; of one in the head of a table, whether the lists know it."""
    lexicon = load_lexicon()
    if _NUMBER_BEHIND.match(text, item.end):
        return False
    words = [word for word in _WORD.findall(text, item.start, item.end) if word[0].isupper() and len(word) > 1]
    words = [word for word in words if word.lower() not in SALUTATIONS and word.lower() not in TITLES]
    if item.head and not any(lexicon.given(word) >= 3 or lexicon.surname(word) for word in words):
        return False
    return bool(words) and all(_may_be_a_name(word, lexicon) for word in words)


def _known(text: str, item: _Item) -> bool:
    """Whether the lists know a word of the item as a name."""
    lexicon = load_lexicon()
    return any(
        word.lower() in NAME_AND_WORD
        or lexicon.given(word) >= 3
        or (lexicon.surname(word) and not lexicon.listed(word))
        for word in _WORD.findall(text, item.start, item.end)
    )


def _may_be_a_name(word: str, lexicon: Lexicon) -> bool:
    key = word.lower()
    if key in NAME_AND_WORD:
        return key not in CALENDAR or not word.isupper()
    if (
        key in NEVER
        or key in FIELDS
        or key in INSTITUTIONS
        or key in NAMED_THINGS
        or key in PERSON_NOUNS
        or key in ROLES
    ):
        return False
    if (word.isupper() and len(word) < 4) or lexicon.place_abroad(word):
        return False
    if lexicon.given(word) >= 3 or lexicon.surname(word):
        return True
    return len(word) > 2 and not (lexicon.common(word) or lexicon.place(word) or lexicon.noun(word))
