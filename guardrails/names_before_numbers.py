"""Names in front of a number by which somebody is reached or paid: ``Mai 0175/…``, ``Kessler 450 € auf DE…``."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

import regex

from guardrails.lexicon import Lexicon, load_lexicon
from guardrails.recognizers.base import Candidate, Evidence
from guardrails.recognizers.name_words import (
    FIELDS,
    INSTITUTIONS,
    NAME_AND_WORD,
    NAMED_THINGS,
    NEVER,
    PERSON_NOUNS,
    ROLES,
)

_WORD = r"\p{Lu}[\p{L}\p{M}]{1,24}(?:['-]\p{Lu}[\p{L}\p{M}]{1,24}){0,2}"
#: An entry of a list or of a line up to its number: what begins it, the name, what is said of the number.
_ENTRY = regex.compile(
    rf"(?:^|[|;•>*\t]|[-–/,:.)][ ]|[ ]{{2}})[ ]*(?P<name>{_WORD}(?:[ ]{_WORD}){{0,2}})"
    r"(?i:[ ,]{1,2}(?:nur|privat|priv\.|mobil|handy|tel\.?|telefon|festnetz|dienstl\.?|büro|abends|tagsüber|morgens"
    r"|erreichbar|unter|auf|an|iban|konto|kto\.?|überw\.?|\d[\d.,]{0,9}[ ]?(?:€|eur|euro)))"
    r"{0,3}[ ]?[:(=,–-]{0,2}[ ]{0,3}$"
)
_WORDS = regex.compile(r"\p{L}[\p{L}\p{M}]+(?:['-]\p{L}[\p{L}\p{M}]+)*")
#: Longest stretch in front of a number that is looked at, in characters.
_FAR = 80
_NO_NAMES = NEVER | FIELDS | INSTITUTIONS | NAMED_THINGS | PERSON_NOUNS | ROLES
_REASON = Evidence("Steht wie ein Name vor einer Telefonnummer oder einem Konto.", identifying=False)
#: Bearers of a given name from which on it is one wherever it stands.
_FREQUENT = 20


def names_before_numbers(text: str, findings: list[Candidate]) -> Iterator[Candidate]:
    """Names that the lists know before a telephone number or an account, in a text that has other persons; names that
    are words as well, or in no list, where another entry has a person at the same place.

    Args:
        text: the normalised text.
        findings: those found so far, in the order of the text.
    """
    if not any(finding.entity == "PERSON" for finding in findings):
        return
    starts = [finding.start for finding in findings]
    told = False
    open_entries: list[tuple[int, int]] = []
    for finding in findings:
        if finding.entity not in ("PHONE_NUMBER", "IBAN_CODE"):
            continue
        begin = max(text.rfind("\n", 0, finding.start) + 1, finding.start - _FAR)
        entry = _ENTRY.search(text[begin : finding.start])
        if entry is None:
            continue
        start, end = begin + entry.start("name"), begin + entry.end("name")
        before = findings[bisect_right(starts, end - 1) - 1] if bisect_right(starts, end - 1) else None
        if before is not None and before.end > start:
            told = told or (before.entity == "PERSON" and before.start <= start)
        else:
            open_entries.append((start, end))
    lexicon = load_lexicon()
    for start, end in open_entries:
        words = _WORDS.findall(text[start:end])
        if all(_surely_a_name(word, lexicon) or (told and _maybe_a_name(word, lexicon)) for word in words):
            yield Candidate(start, end, "PERSON", 0.65, "PersonRecognizer", _REASON)


def _surely_a_name(word: str, lexicon: Lexicon) -> bool:
    if word.lower() in _NO_NAMES or lexicon.place(word) or lexicon.place_abroad(word):
        return False
    known = lexicon.surname(word) or lexicon.given(word) >= _FREQUENT
    return known and not lexicon.common(word) and not lexicon.noun(word)


def _maybe_a_name(word: str, lexicon: Lexicon) -> bool:
    key = word.lower()
    if key in NAME_AND_WORD:
        return key not in FIELDS
    if key in _NO_NAMES or (word.isupper() and len(word) < 5):
        return False
    return not (lexicon.common(word) or lexicon.noun(word) or lexicon.place(word))
