"""What a growing text has begun and not finished, and what cannot be recognized before it is finished."""

from __future__ import annotations

import regex

from guardrails.readings.dictation import begun_number

#: How far before the limit a stretch may have begun, in characters.
_LONGEST = 9_000
_LONGEST_LINE = 1_000
_WORD_SIGN = r"(?:punkt|dot|pkt|minus|strich|bindestrich|unterstrich|underscore|at|ät|klammeraffe|at-?zeichen|@|\.)"
#: Read from the end of the text backwards (``(?r)``), so that each is tried once.
_OPEN: tuple[regex.Pattern[str], ...] = (
    # single characters with a sign between: a spaced name, address or number
    regex.compile(r"(?r)(?<![\p{L}\p{N}])(?:[\p{L}\p{N}@.+_-][\s._*|/~·•-]{1,3}){6,400}[\p{L}\p{N}@.+_-]?\Z"),
    # groups of digits and short groups of letters: an account or file number
    regex.compile(
        r"(?r)(?<![\p{L}\p{N}])[+(]?(?:[A-Z]{1,4}[ ./-]{0,3})?\d"
        r"(?:[\s./()|_*~·•:;,#'-]{0,3}(?:\d|[A-Z](?![a-z]))){12,200}[\s./()|_*~·•:;,#'-]{0,3}\Z"
    ),
    # hexadecimal codes in pairs
    regex.compile(r"(?r)(?<![\p{L}\p{N}])(?:[0-9A-Fa-f]{2}[ :,-]){4,400}[0-9A-Fa-f]{0,2}\Z"),
    # an e-mail address in words
    regex.compile(
        rf"(?r)(?<![\p{{L}}\p{{N}}._+-])[\p{{L}}\p{{N}}._+-]{{1,48}}(?:(?:[ ]?[\[({{<*|][ ]?{_WORD_SIGN}[ ]?"
        rf"[\])}}>*|][ ]?"
        rf"|[ ]{_WORD_SIGN}[ ]|[ ]?@[ ]?)"
        rf"[\p{{L}}\p{{N}}._+-]{{1,48}}){{1,12}}(?:[ ]?[\[({{<]?{_WORD_SIGN}?[\])}}>]?)?\s?\Z",
        regex.IGNORECASE,
    ),
)
_BLOCKS: tuple[regex.Pattern[str], ...] = (
    # blocks of several lines: Base64, a private key
    regex.compile(r"(?r)(?<!\S)(?:[A-Za-z0-9+/_-]{40,}[ ]?\r?\n)+[A-Za-z0-9+/_-]*={0,2}\Z"),
    regex.compile(
        r"-----BEGIN[A-Z ]{0,40}PRIVATE[ ]KEY-----"
        r"(?:(?!-----END)[A-Za-z0-9+/=\s:,-])*+(?:-----END[A-Z -]*)?\Z"
    ),
)


def open_stretch(text: str, limit: int) -> int:
    """The start of the stretch that goes on to the end of ``text`` and has begun before ``limit``; else ``limit``."""
    line = max(0, limit - _LONGEST_LINE)
    begun = [begun_number(text, line), *(_begin(pattern, text, line) for pattern in _OPEN)]
    begun += [_begin(pattern, text, max(0, limit - _LONGEST)) for pattern in _BLOCKS]
    return min([limit, *(start for start in begun if start is not None)])


def _begin(pattern: regex.Pattern[str], text: str, start: int) -> int | None:
    match = pattern.search(text, start)
    return match.start() if match is not None else None
