"""Dates of birth and house numbers in words.

``zwölfter März neunzehnhundertfünfundachtzig`` reads ``12. März 1985``; ``the twelfth of March nineteen eighty-five``
reads ``the 12th of March 1985``; ``Gartenweg sieben`` reads ``Gartenweg 7``.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import regex

from guardrails.normalisation import Edit
from guardrails.readings.number_words import ENGLISH, GERMAN, NumberWord
from guardrails.recognizers.dates import MONTHS

_BIRTH_BEFORE = regex.compile(
    r"(?<!\p{L})(?:geb\.?|geboren\p{L}*|geborn|geburtsdatum|geburtstag|born)[ ]?(?:am|bin|ist|der|den|:)?[ ]$",
    regex.IGNORECASE,
)
_ADDRESS_BEHIND = regex.compile(r",?[ ]\d{5}[ ]\p{L}{2,}")
_YEAR = regex.compile(
    r"(?<!\p{L})(?:(?:achtzehn|neunzehn)hundert\p{L}*|zwei?o?tausend\p{L}*"
    r"|neunzehn[ -]?\p{L}+und\p{L}+zig|zwanzig[ -]?(?:\p{L}+und)?zwanzig|zwanzig[ -]?(?:zehn|elf|zwölf|\p{L}{3,6}zehn)"
    r"|(?:eighteen|nineteen|twenty)[ -](?:hundred(?:[ ]and)?(?:[ ]\p{L}+(?:-\p{L}+)?)?"
    r"|oh[ -]\p{L}+|\p{L}+(?:[- ]\p{L}+)?)"
    r"|two[ ]thousand(?:[ ]and)?(?:[ ]\p{L}+(?:[- ]\p{L}+)?)?)",
    regex.IGNORECASE,
)
_MONTH_BEHIND = regex.compile(rf"\.?[ ](?:of[ ])?(?:{MONTHS})(?!\p{{L}})", regex.IGNORECASE)
_MONTH_BEFORE = regex.compile(rf"(?<!\p{{L}})(?:{MONTHS})[ ,]{{1,2}}(?:the[ ])?$", regex.IGNORECASE)
_DAY_BEFORE = regex.compile(r"(?<!\d)\d{1,2}\.[ ]$")
_STREET_BEFORE = regex.compile(
    r"(?:straße|strasse|str\.?|weg|platz|allee|gasse|ring|damm|ufer|chaussee|steig|pfad|hof|berg)[ ]"
    r"(?:(?:hausnummer|nummer|nr\.|hausnr\.)[ ])?$|(?:hausnummer|hausnr\.)[ ]$",
    regex.IGNORECASE,
)
_PREPOSITION_BEFORE = regex.compile(
    r"(?<!\p{L})(?:Am|An[ ]de[rnm]|Im|In[ ]de[rnm]|Zum|Zur|Auf[ ]de[mrn]|Unter[ ]de[nrm]|Hinter[ ]de[nrm]|Beim"
    r"|Vor[ ]dem)"
    r"[ ]\p{Lu}[\p{L}-]{2,24}[ ]$"
)
_END_OF_ADDRESS = regex.compile(r"[ ]?[a-z]?[ ]?(?:[,;.\n)]|$)")


def births(text: str, words: list[NumberWord], year_starts: set[int]) -> Iterator[Edit]:
    """``geboren eins eins neunzehn fünfundsechzig``, ``Geburtsdatum: eins zwölf siebzig``: day and month before a year,
    or before the two digits of one.
    """
    for at, (day, month) in enumerate(pairwise(words)):
        if not (
            _adjacent(day, month)
            and 0 < day.value < 32
            and 0 < month.value < 13
            and _BIRTH_BEFORE.search(text[max(0, day.start - 24) : day.start])
        ):
            continue
        year = words[at + 2] if at + 2 < len(words) else None
        if month.end + 1 in year_starts or month.end + 2 in year_starts:
            yield day.start, day.end, f"{day.value}."
            yield month.start, month.end, f"{month.value}."
        elif year is not None and _adjacent(month, year) and 12 < year.value < 100:
            yield day.start, year.end, f"{day.value}.{month.value}.{year.value}"


def years(text: str) -> Iterator[Edit]:
    """Years in words, each as its four digits."""
    for match in _YEAR.finditer(text):
        found = _year(match[0].lower())
        if found is not None:
            year, length = found
            yield match.start(), match.start() + length, str(year)


def _year(words: str) -> tuple[int, int] | None:
    """The year that the words begin with, and how many characters of them it takes."""
    short = regex.fullmatch(r"(neunzehn|zwanzig)[ -]?(\p{L}+)", words)
    if short and "hundert" not in words and 9 < GERMAN.get(short[2], 0) < 100:
        return (1900 if short[1] == "neunzehn" else 2000) + GERMAN[short[2]], short.end()
    if short and "hundert" not in words:
        return None
    german = regex.match(r"(achtzehn|neunzehn)hundert(?:und)?(\p{L}*)|zw(?:ei|o)tausend(?:und)?(\p{L}*)", words)
    if german:
        rest = german[2] if german[1] else german[3]
        century = {"achtzehn": 1800, "neunzehn": 1900}.get(german[1] or "", 2000)
        if rest and rest not in GERMAN:
            return None
        return century + (GERMAN[rest] if rest else 0), german.end()
    parts = [(part[0], part.end()) for part in regex.finditer(r"\p{L}+", words)]
    heads = {"eighteen": 1800, "nineteen": 1900, "twenty": 2000}
    century = 2000 if parts[0][0] == "two" else heads[parts[0][0]]
    index = 2 if parts[0][0] == "two" or parts[1][0] == "hundred" else 1
    complete = index == 2
    end = parts[index - 1][1]
    if index < len(parts) and parts[index][0] in ("and", "oh"):
        complete = complete or parts[index][0] == "oh"
        index += 1
    if index == len(parts) or parts[index][0] not in ENGLISH:
        return (century, end) if complete and index > 1 and parts[index - 1][0] != "oh" else None
    value = ENGLISH[parts[index][0]]
    if value < 10 and not complete:
        return None
    end = parts[index][1]
    if value >= 20 and index + 1 < len(parts) and 0 < ENGLISH.get(parts[index + 1][0], 0) < 10:
        value += ENGLISH[parts[index + 1][0]]
        end = parts[index + 1][1]
    return century + value, end


def dates(text: str, tokens: list[NumberWord], years: set[int]) -> Iterator[Edit]:
    """Days, months and two-digit years of dates; house numbers behind a street."""
    for index, token in enumerate(tokens):
        before = text[max(0, token.start - 24) : token.start]
        near_month = bool(_MONTH_BEHIND.match(text, token.end) or _MONTH_BEFORE.search(before))
        behind_ordinal = index > 0 and _adjacent(tokens[index - 1], token) and tokens[index - 1].ordinal
        if token.ordinal:
            before_ordinal = (
                index + 1 < len(tokens) and _adjacent(token, tokens[index + 1]) and tokens[index + 1].ordinal
            )
            numeral = _DAY_BEFORE.search(before) or token.end + 1 in years
            if near_month or behind_ordinal or before_ordinal or numeral:
                yield token.start, token.end, _day(token)
        elif behind_ordinal and index > 1 and _adjacent(tokens[index - 2], tokens[index - 1]):
            yield token.start, token.end, f"{token.value:02d}"
        elif near_month and token.value >= 13 and _MONTH_BEFORE.search(before):
            yield token.start, token.end, str((1900 if token.value > 26 else 2000) + token.value)
        elif near_month or behind_street(text, token):
            yield token.start, token.end, str(token.value)


def _adjacent(first: NumberWord, second: NumberWord) -> bool:
    return second.start - first.end <= 2


def behind_street(text: str, token: NumberWord) -> bool:
    """Whether a number in words is that of a house."""
    before = text[max(0, token.start - 44) : token.start]
    return bool(
        _STREET_BEFORE.search(before)
        or _ADDRESS_BEHIND.match(text, token.end)
        or (_PREPOSITION_BEFORE.search(before) and _END_OF_ADDRESS.match(text, token.end))
    )


def _day(token: NumberWord) -> str:
    if not token.english:
        return f"{token.value}."
    ending = {1: "st", 2: "nd", 3: "rd"}.get(token.value % 10 if token.value not in (11, 12, 13) else 0, "th")
    return f"{token.value}{ending}"
