"""Names in tables, by the head of their column."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from guardrails.recognizers.field_labels import label_at
from guardrails.recognizers.name_reader import Name, NameReader, Reading
from guardrails.recognizers.name_words import FIELDS, NAME_AND_WORD, NEVER, PARTICLES, PERSON_ENDINGS
from guardrails.recognizers.table_columns import head_and_line

_WORD = regex.compile(r"\p{L}+(?:-\p{L}+)*")
_CELL = regex.compile(r"\p{L}(?:[\p{L}\p{M}' .-]|,(?=[ ])){1,48}+(?=[ ]*(?:[|;\t\n,]|[ ]{2}|$))")
#: Heads that are fields in front of a colon, and say nothing about persons over a column.
_NO_HEADS = frozenset(
    (
        *("von", "an", "cc", "from", "to", "kontakt", "contact", "leitung", "vertretung", "protokoll", "bearbeitung"),
        *("zuständig", "unterschrift", "present", "moderation", "erfasst", "geprüft", "genehmigt", "bearbeitet"),
        *("gefertigt", "aufgenommen", "protokolliert", "kind", "kinder", "child", "children", "alias"),
    )
)
#: Over a column of things as well as of persons, unless the table has a column that only persons have.
_OF_THINGS = frozenset(("name", "namen"))
#: Words over columns of tables about persons.
PERSONAL = regex.compile(
    r"vorname|geb\b|geb\.|geburt|geboren|born|birth|anschrift|adresse|wohn|stra(?:ß|ss)e|tel\b|tel\.|telefon|handy|mobil|e-?mail"
    r"|\bmail|alter\b|klasse|akte|\baz\b|personal|iban|amt\b|stelle|funktion|abteilung|unterschrift|staatsang",
    regex.IGNORECASE,
)


def column_names(reader: NameReader, index: int) -> Iterator[Reading]:
    """The name that fills the cell of a table which begins at ``index``."""
    if reader.at(index - 1) not in ("|", ";", "\n", ",") or not reader.words[index][0].isalpha():
        return
    cell = _CELL.match(reader.text, reader.starts[index])
    if cell is None:
        return
    head, line = head_and_line(reader.text, reader.starts[index])
    word = _word_for_persons(head, line)
    if not word:
        return
    behind = index
    while behind < len(reader) and reader.ends[behind] <= cell.end():
        behind += 1
    words = [at for at in range(index, behind) if len(reader.words[at]) > 1 and reader.at(at) not in PARTICLES]
    if words and len(words) <= 5 and all(_fits(reader, at) for at in words):
        name = Name(index, behind, tuple(reader.words[at] for at in words))
        yield Reading(name, 0.75, f"Steht in der Spalte „{word}“.")


def fits_cell(reader: NameReader, index: int, name: Name) -> bool:
    """Whether the next cell is the value of a field: no other label; in the midst of a row only a known name."""
    if len(name.words) > 1 or any(reader.lexicon.surname(word) or reader.lexicon.given(word) for word in name.words):
        return True
    if label_at(reader.text, reader.starts[name.first], reader.ends[name.behind - 1]) is not None:
        return False
    word = name.words[0]
    return reader.at(index - 1) in ("", "\n", "|") and (word.isupper() or word[1:].islower()) and len(word) > 2


def _word_for_persons(head: str, line: str) -> str:
    """The word of a head that says that persons stand below; empty where none does."""
    words = _WORD.findall(head)
    if not 0 < len(words) <= 4:
        return ""
    first = words[0].lower()
    if first in _OF_THINGS and len(words) == 1 and not PERSONAL.search(line):
        return ""
    return next((word for word in words if _is_for_persons(word.lower())), "")


def _is_for_persons(word: str) -> bool:
    return (word in FIELDS or word.endswith(PERSON_ENDINGS)) and word not in _NO_HEADS


def _fits(reader: NameReader, index: int) -> bool:
    word, key = reader.words[index], reader.lower[index]
    if key in NEVER or key in FIELDS or (word.isupper() and len(word) < 4):
        return False
    lexicon = reader.lexicon
    if not reader.common(index):
        return not lexicon.place_abroad(word)
    return reader.capital(index) and (key in NAME_AND_WORD or lexicon.surname(word) or lexicon.given(word) >= 20)
