"""Persons of whom only initials are written, and names behind ``@``."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from guardrails.recognizers.name_reader import Name, NameReader, Reading
from guardrails.recognizers.name_words import CLOSINGS, NEVER, PERSON_NOUNS, SALUTATIONS, TITLES

#: Pairs of letters that are degrees, abbreviations or eras.
_NO_INITIALS = frozenset(("ma", "ba", "bsc", "msc", "ev", "us", "ad", "nn", "ps", "ia", "iv", "ua", "oä", "zb", "aa"))
_AGE_BEHIND = regex.compile(r",?[ ]\(?\d{1,2}(?:[ ]?(?:J\.|Jahre|J\b|j\.|[)])|[ ]?,)")
#: In front of the letters somebody signs with.
_SIGNS = frozenset(("hz", "handzeichen", "kürzel", "namenszeichen", "paraphe", "diktatzeichen", "kurzzeichen"))
#: Offices and departments that stand under a greeting in as few letters.
_DEPARTMENTS = frozenset(
    (
        "it",
        "hr",
        "pr",
        "qm",
        "br",
        "pv",
        "gf",
        "edv",
        "bl",
        "al",
        "tl",
        "sl",
        "kl",
        "ra",
        "gl",
        "ok",
        "ps",
        "ja",
        "abh",
        "lra",
    )
)
#: Tokens between a greeting and the letters under it.
_UNDER = 5


def short_names(reader: NameReader, index: int) -> Iterator[Reading]:
    """``Frau K.``, ``das Kind E. R.``, ``B. K., 83 J.``, ``@samira``"""
    word, key = reader.words[index], reader.lower[index]
    if word == "-" and reader.at(index - 1) in ("", "\n"):
        yield from _between_hyphens(reader, index)
    elif word == "@":
        yield from _handle(reader, index)
    elif key in SALUTATIONS:
        dotted = reader.at(index + 1) == "." and len(key) <= 3
        if dotted and reader.at(index + 3) == "." and len(reader.at(index + 2)) == 1 and word.islower():
            name = Name(index + 2, index + 3, (reader.words[index + 2],))
            yield Reading(name, 0.7, f"Initialen hinter „{word}.“.")
        if dotted or len(key) > 2:
            yield from _initials(reader, reader.skip_titles(index + 1 + dotted), f"Initialen hinter „{word}“.")
    elif key in ("dr", "prof") and reader.at(index + 1) == ".":
        yield from _double_initials(reader, index + 2, f"Initialen hinter „{word}.“.")
    elif key in CLOSINGS or key == "gez":
        yield from _signed(reader, index)
        position = index + 1 + (key == "gez" and reader.at(index + 1) == ".")
        while reader.at(position) in (",", "\n"):
            position += 1
        behind = _behind_initials(reader, position)
        if behind > position and reader.at(behind) in ("", "\n"):
            yield from _initials(reader, position, "Initialen unter einem Gruß.")
    elif key in _SIGNS and reader.at(index + 1) in (":", ".", "=") and len(reader.at(index + 2)) < 4:
        if _writer(reader, index + 2):
            name = Name(index + 2, index + 3, (reader.words[index + 2],))
            yield Reading(name, 0.7, f"Initialen hinter „{word}“.")
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


def _writer(reader: NameReader, index: int, *, small: bool = False) -> bool:
    """Whether two or three letters stand there with which somebody signs."""
    word, key = reader.words[index] if index < len(reader) else "", reader.at(index)
    if not 2 <= len(word) <= 3 or not word.isalpha() or not (small or word[0].isupper()):
        return False
    if key in _DEPARTMENTS or key in NEVER or key in CLOSINGS or key in TITLES:
        return False
    return not any(letter in "aeiouäöüy" for letter in key) or not reader.lexicon.listed(key)


def _signed(reader: NameReader, index: int) -> Iterator[Reading]:
    """``VG TK``, ``Gruß Netzservice, Jw``: initials at the end of the line of a greeting, or of the next"""
    position, breaks = index + 1, 0
    while position < min(len(reader), index + _UNDER):
        breaks += reader.at(position) == "\n"
        if breaks > 1:
            return
        ends = reader.at(position + 1) in ("", "\n")
        if ends and reader.at(position - 1) not in ("-", "/") and _writer(reader, position):
            name = Name(position, position + 1, (reader.words[position],))
            yield Reading(name, 0.65, "Initialen unter einem Gruß.")
            return
        position += 1


def _double_initials(reader: NameReader, index: int, reason: str) -> Iterator[Reading]:
    """``Dr. W.-E.``, ``Dr. K. sagt``: a doctor of whom only initials are told"""
    if not _letter(reader, index):
        return
    if reader.at(index + 2) == "-" and _letter(reader, index + 3):
        yield Reading(Name(index, index + 4, (reader.words[index], reader.words[index + 3])), 0.75, reason)
    else:
        yield from _initials(reader, index, reason)


def _between_hyphens(reader: NameReader, index: int) -> Iterator[Reading]:
    """``-ms-`` on a line of its own"""
    key = reader.at(index + 1)
    closed = reader.at(index + 2) == "-" and reader.at(index + 3) in ("", "\n")
    if closed and len(key) in (2, 3) and key.isalpha() and reader.ends[index] == reader.starts[index + 1]:
        name = Name(index + 1, index + 2, (reader.words[index + 1],))
        yield Reading(name, 0.7, "Initialen unter einer Notiz.")
