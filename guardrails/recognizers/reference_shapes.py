"""What a reference of an authority looks like, whatever its label: blocks of letters and digits with signs between.

There is no common format. What makes a token a reference is the sum of small signs: a year, a block of capitals that
stands for an office, blocks of a file plan, leading zeros, more than one kind of sign. Dates, amounts, versions,
statutes, standards, forms and devices have some of these signs too; words before them and their own shape tell them.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from guardrails.recognizers.public_numbers import STANDARD
from guardrails.recognizers.reference_surroundings import surroundings

_TOKEN = regex.compile(
    r"(?<![\p{L}\p{N}_/.,@=&?%+#-])(?=[^\s]{0,12}\d)[\p{L}\d]{1,10}(?:[/.-]{1,2}[\p{L}\d]{1,10}){1,7}"
    r"(?![\p{L}\p{N}@/_=-]|\.\p{L})"
)
_SIGN = regex.compile(r"[/.-]+")
#: Blocks of letters that stand for an office, a register or a clerk: ``OA``, ``JA``, ``SozA``, ``HzE``, ``OWi``, ``k``.
_OFFICE = regex.compile(
    r"\p{Lu}{1,6}|\p{Lu}\p{Ll}{0,3}(?:\p{Lu}\p{Ll}{0,2})?|\p{Ll}{1,2}|\p{Lu}{1,4}\d{1,2}|\d{1,3}\p{L}"
)
_YEAR = regex.compile(r"(?:19|20)\d{2}")
_SHORT_YEAR = regex.compile(r"(?:1\d|2[0-6])")
_DATE = regex.compile(
    r"\d{1,2}[./-]\d{1,2}[./-](?:\d{2}|\d{4})|\d{4}[./-]\d{1,2}[./-]\d{1,2}.*|\d{1,3}(?:\.\d{3})+|\d+[./-]\d+"
    r"|\d{1,2}(?:\.\d{1,3}){1,4}|(?:[\p{L}\d]{2}-){5}[\p{L}\d]{2}"
)
_LEAST = 3
_OF_A_THING = -0.4


def reference_shapes(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every token that looks like a reference of an authority."""
    for match in _TOKEN.finditer(text):
        token = match[0]
        if sum(character.isdigit() for character in token) < 3 or _DATE.fullmatch(token):
            continue
        if STANDARD.match(token):
            continue
        around = surroundings(text, *match.span())
        if around > _OF_A_THING and _weight(token) + (around > 0) >= _LEAST:
            yield match.span()


def _weight(token: str) -> int:
    """How many of the signs of a reference a token has; 0 where one of its blocks is a word."""
    blocks = _SIGN.split(token)
    letters = [block for block in blocks if not block.isdigit()]
    if not letters:
        filed = len(blocks) > 3 and len(set(_SIGN.findall(token))) > 1 and _SHORT_YEAR.fullmatch(blocks[-1])
        return _LEAST if filed and any(len(block) > 2 for block in blocks) else 0
    if any(not _OFFICE.fullmatch(block) and not _mixed(block) for block in letters):
        return 0
    digits = sum(character.isdigit() for character in token)
    if digits < 4 and len(blocks) < 4:
        return 0
    year = any(_YEAR.fullmatch(block) for block in blocks) or (
        _SHORT_YEAR.fullmatch(blocks[-1]) is not None and token[-3] in "/-"
    )
    return (
        year
        + any(len(block) > 1 and block.isupper() for block in letters)
        + (len(set(_SIGN.findall(token))) > 1)
        + any(block[0] == "0" and len(block) > 3 and block.isdigit() for block in blocks)
        + (digits > 6)
        + (len(blocks) > 3)
    )


def _mixed(block: str) -> bool:
    """``2E``, ``AB12``, ``7X3K``: letters and digits together."""
    return len(block) < 7 and block.isupper() and any(character.isdigit() for character in block)
