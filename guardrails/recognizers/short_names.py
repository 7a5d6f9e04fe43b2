"""Persons of whom only initials are written, and names behind ``@``."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from guardrails.recognizers.name_reader import Name, NameReader, Reading
from guardrails.recognizers.name_words import CLOSINGS, NEVER, PERSON_NOUNS, SALUTATIONS, TITLES

#: Pairs of letters that are degrees, abbreviations or eras.
_NO_INITIALS = frozenset(("ma", "ba", "bsc", "msc", "ev", "us", "ad", "nn", "ps", "ia", "iv", "ua", "oä", "zb", "aa"))
_AGE_BEHIND = regex.compile(r",?[ ]\(?\d{1,2}(?:[ ]?(?:J\.|Jahre|J\b|j\.|[)])|[ ]?,)")


def short_names(reader: NameReader, index: int) -> Iterator[Reading]:
    """``Frau K.``, ``das Kind E. R.``, ``B. K., 83 J.``, ``@samira``"""
    word, key = reader.words[index], reader.lower[index]
    if word == "@":
        yield from _handle(reader, index)
    elif key in SALUTATIONS:
        dotted = reader.at(index + 1) == "." and len(key) <= 3
        if dotted or len(key) > 2:
            yield from _initials(reader, reader.skip_titles(index + 1 + dotted), f"Initialen hinter „{word}“.")
    elif key in CLOSINGS or key == "gez":
        position = index + 1 + (key == "gez" and reader.at(index + 1) == ".")
        while reader.at(position) in (",", "\n"):
            position += 1
        behind = _behind_initials(reader, position)
        if behind > position and reader.at(behind) in ("", "\n"):
            yield from _initials(reader, position, "Initialen unter einem Gruß.")
    elif key in PERSON_NOUNS:
        yield from _initials(reader, index + 1, f"Initialen hinter „{word}“.", least=2)
    elif _letter(reader, index) and not _letter(reader, index - 2):
        behind = _behind_initials(reader, index)
        if behind - index >= 4 and _AGE_BEHIND.match(reader.text, reader.ends[behind - 1]):
            yield from _initials(reader, index, "Initialen vor einem Alter.", least=2)


def _letter(reader: NameReader, index: int) -> bool:
    return reader.capital(index) and len(reader.words[index]) == 1 and reader.at(index + 1) == "."


def _behind_initials(reader: NameReader, index: int) -> int:
    while _letter(reader, index):
        index += 2
    return index


def _initials(reader: NameReader, index: int, reason: str, *, least: int = 1) -> Iterator[Reading]:
    behind = _behind_initials(reader, index)
    letters = "".join(reader.lower[at] for at in range(index, behind, 2))
    if len(letters) < least or len(letters) > 3 or letters in _NO_INITIALS or letters in TITLES:
        return
    if reader.capital(behind) and reader.starts[behind] - reader.ends[behind - 1] <= 1 and len(letters) < 2:
        follows = reader.lower[behind]
        if follows not in NEVER and not reader.common(behind):
            return  # the initial of a name that is read as a whole
    yield Reading(Name(index, behind, tuple(reader.words[at] for at in range(index, behind, 2))), 0.7, reason)


def _handle(reader: NameReader, index: int) -> Iterator[Reading]:
    """Whom a message is for: ``@Samira kannst du …``; the ``@`` of an address has a letter before it."""
    at = index + 1
    if at >= len(reader) or reader.starts[at] != reader.ends[index] or not reader.words[at][0].isalpha():
        return
    if index > 0 and reader.ends[index - 1] == reader.starts[index] and reader.words[index - 1][-1].isalnum():
        return
    word, lexicon = reader.words[at], reader.lexicon
    if reader.text[reader.ends[at] : reader.ends[at] + 1] in ("_", "-", ".") and len(word) < 3:
        return
    if lexicon.given(word) >= 3 or (not reader.common(at) and len(word) > 2 and reader.at(at) not in NEVER):
        behind = at + 1
        if reader.capital(at) and reader.capital(behind) and not reader.common(behind):
            behind += lexicon.surname(reader.words[behind])
        yield Reading(Name(at, behind, tuple(reader.words[at:behind])), 0.75, "Name hinter „@“.")
