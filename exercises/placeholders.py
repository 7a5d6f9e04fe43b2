"""Placeholders as they stand in cases, prompts and answers: `[PERSON_1]`."""

from __future__ import annotations

import re

PLACEHOLDER = re.compile(r"\[[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*_[1-9][0-9]*\]")
"""A well-formed placeholder: entity name in capitals, underscore, number from 1."""

_BRACKETED = re.compile(r"\[([^\[\]\n]{1,60})\](?!\()")
_NAME_AND_NUMBER = re.compile(r"\[[A-Za-zÄÖÜäöü]+(?:[ _-]+[A-Za-zÄÖÜäöü]+)*[ _-]*[0-9]+\]")
_UNBRACKETED = re.compile(r"(?<![\[\w])[A-Z]{2,}(?:_[A-Z]+)*_[0-9]+(?![\w\]])")


def placeholders_in(text: str) -> list[str]:
    """Well-formed placeholders in order of their first occurrence, each once."""
    return list(dict.fromkeys(PLACEHOLDER.findall(text)))


def malformed_placeholders(text: str) -> list[tuple[int, str]]:
    """Position and text of what was meant as a placeholder but is none: `[Person 1]`, `PERSON_1`."""
    found = [
        (match.start(), match.group())
        for match in _NAME_AND_NUMBER.finditer(text)
        if not PLACEHOLDER.fullmatch(match.group())
    ]
    found += [(match.start(), match.group()) for match in _UNBRACKETED.finditer(text)]
    return sorted(found)


def blanks_in(text: str) -> list[str]:
    """Square brackets that hold something to be filled in: `[Datum]`, `[Name der Behörde]`, each once."""
    blanks = [
        match.group()
        for match in _BRACKETED.finditer(text)
        if not PLACEHOLDER.fullmatch(match.group())
        and not _NAME_AND_NUMBER.fullmatch(match.group())
        and re.search(r"[A-Za-zÄÖÜäöü]{2}|\.{3}|…|_{2}", match.group(1))
    ]
    return list(dict.fromkeys(blanks))
