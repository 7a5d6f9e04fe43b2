"""What belongs to a street that the tagger marked: its other parts, the number and the town behind it.

The tagger often marks but the middle of an address: the street without its number, the number without the postal code
of another country, one half of a name. Its own places tell where the town ends, whatever the code before it looks like.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import regex

from guardrails.lexicon import load_lexicon
from guardrails.recognizers import address_parts
from guardrails.recognizers.base import compiled

_SAID = (
    r"(?:null|eins?|zwo|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|\p{Ll}{3,6}zehn|\p{Ll}{3,16}(?:zig|ßig)"
    r"|(?:ein)?hundert\p{Ll}{0,20}|doppel(?=[ ]))"
)
#: A house number behind a street that was marked without it.
_NUMBER = regex.compile(
    r"(?:[ ]|,?[ ](?:Nr\.?|Nummer|Hausnummer|Hausnr\.?)[ ])\d{1,4}(?:[ ]?[a-zA-Z](?![\p{L}\d]))?"
    r"(?:[ ]?[-/][ ]?\d{1,4}[ ]?[a-z]?)?(?![\p{L}\d]|[.:,]\d|\.[ ]?\p{L}|[ ]?(?:€|%|EUR|Uhr|Tage|Jahre|Monate|km|m²))"
)
#: Numbers in words, of the house and of the postal code.
_SAID_NUMBERS = compiled(
    rf"(?:[ ,]{{1,2}}(?:(?:in|hausnummer|nummer|postleitzahl|plz|strich|a|b)[ ,]{{1,2}})?{_SAID}(?!\p{{L}}))+"
)
#: Between house number and town: the postal code of any country.
_CODE = regex.compile(
    r"(?:[ ]{0,2}[,;/|·•][ ]{0,2}\n?[ ]{0,4}|[ ]{0,2}\n[ ]{0,8}|[ ](?:in[ ])?|[ ][-–][ ])"
    r"(?:(?:\p{Lu}{1,3}[ -])?(?:\d{4,6}|\d{2,4}-\d{3,4}|\d{2,3}[ ]\d{2,3}|(?<=,[ ])\d{3}|\d{4}[ ]?\p{Lu}{2}))[ ]{1,2}"
)
#: A town that nobody marked.
_TOWN = regex.compile(r"\p{Lu}[\p{L}'-]{2,30}(?=[ ]*(?:[,;)\n]|[.](?:\s|$)|$))")
#: What joins two halves of one street that were marked one by one.
_BETWEEN = regex.compile(
    r"[ ](?:(?:am|im|an[ ]der|in[ ]der|auf[ ]de[mr]|zum|zur|bei[ ]der|vor[ ]de[mr]|de|da|do|du)[ ])?"
)
_DIGIT = regex.compile(r"\d")
#: The end of the sentence behind a number: ``Gerberweg Nummer zwölf a.``
_FULL_STOP = regex.compile(r"(?<=\d[ ]?[a-h]?|[ ]\p{Ll}{1,16})\.$")
_SAID_AT_END = regex.compile(rf"[ ]{_SAID}(?:[ ][a-h])?$", regex.IGNORECASE)


class TaggedStreet(NamedTuple):
    """A stretch that the tagger marked as an address."""

    start: int
    end: int
    score: float


def tagged_streets(text: str, spans: list[Any], least: float) -> Iterator[TaggedStreet]:
    """The addresses among the tagger's spans of at least this score, halves of one street joined."""
    current: TaggedStreet | None = None
    for span in spans:
        if span.label_ != "STREET_ADDRESS" or (span.score < least and current is None):
            continue
        start, end = span.start_char, span.end_char
        while end > start and (text[end - 1] in " ,;(\n" or _FULL_STOP.search(text, start, end)):
            end -= 1
        if current is not None:
            if start >= current.end and _BETWEEN.fullmatch(text, current.end, start):
                current = TaggedStreet(current.start, end, max(current.score, span.score))
                continue
            yield current
            current = None
        if span.score >= least:
            current = TaggedStreet(start, end, span.score)
    if current is not None:
        yield current


def with_number(text: str, street: TaggedStreet) -> TaggedStreet:
    """The street with the house number that stands behind it, in digits or in words."""
    if _DIGIT.search(text, street.start, street.end) is None:
        number = _NUMBER.match(text, street.end) or _SAID_NUMBERS.match(text, street.end)
        if number is not None:
            return street._replace(end=number.end())
    return street


def ends_with_number_word(text: str, start: int, end: int) -> bool:
    """Whether the house number is written in letters: ``Kirchplatz eins Strich drei``."""
    return _SAID_AT_END.search(text, start, end) is not None


def whole_address(text: str, start: int, end: int, places: dict[int, int]) -> tuple[int, int]:
    """With house and host before it, floor, postal code and town behind it; ``places`` are the tagger's own."""
    start, end = address_parts.extended(text, start, end)
    if (stop := places.get(end + 1)) is not None and text[end] in " ," and ends_with_number_word(text, start, end):
        return start, stop
    said = _SAID_NUMBERS.match(text, end)
    if said is not None and (stop := places.get(said.end() + 1)) is not None:
        return start, stop
    code = _CODE.match(text, end)
    if code is not None and (stop := places.get(code.end())) is not None:
        return start, stop
    town = _TOWN.match(text, code.end()) if code is not None else None
    return start, town.end() if town is not None and not load_lexicon().common(town[0]) else end
