"""``D E 8 9 3 7 0 4``, ``0.1.7.6.1.2.3.4`` and ``0-1-7-6-…``: single characters with one sign between them."""

from collections.abc import Iterator

import regex

from guardrails.normalisation import Edit

_RUN = regex.compile(
    r"(?<![\p{L}\p{N}])(?:[+][ ]?)?[\p{L}\p{N}](?P<gap>[ ]?[ ._*|/,;~·•:-][ ]?)[\p{L}\p{N}](?![\p{L}\p{N}])"
    r"(?:(?P=gap)[\p{L}\p{N}](?![\p{L}\p{N}])){4,60}+"
)
_PAIRS = regex.compile(
    r"(?<![\p{L}\p{N}])(?:DE[ ]?)?\d\d?(?P<gap>[._*|/,;~·•])\d\d?(?:(?P=gap)\d\d?(?!\d)){4,20}+(?!\w)"
)
_GROUPS = regex.compile(
    r"(?<![\p{L}\p{N}])(?:[A-Z]{2})?\d{2,4}(?P<gap>[_*~])\d{2,4}(?:(?P=gap)\d{1,4}){1,8}+(?![\p{L}\p{N}])"
)
_SPACED_COUNTRY = regex.compile(r"(?<![\p{L}\p{N}])D E(?=[ ]?\d\d[ ]?\d{4})")
_LOOKS_LIKE = str.maketrans("OoIl", "0011")
#: A telephone number that goes on in the next line, behind a word that says what it is.
_BROKEN = regex.compile(
    r"(?<!\p{L})(?:tel|handy|mobil|fon|fax|ruf)[^\n\d]{0,40}"
    r"(?P<number>[+0(][\d /().-]{2,16}\n[ ]?\d[\d /-]{1,14}(?:\n[ ]?\d[\d /-]{1,12})?)",
    regex.IGNORECASE,
)


def joined_characters(text: str) -> Iterator[Edit]:
    """Runs with at least three digits, put together. (Runs of letters are joined by the normalisation.)"""
    for match in _BROKEN.finditer(text):
        start, end = match.span("number")
        yield start, end, match["number"].replace("\n", " ")
    for match in _SPACED_COUNTRY.finditer(text):
        yield *match.span(), "DE"
    for pattern in (_RUN, _PAIRS, _GROUPS):
        for match in pattern.finditer(text):
            run = "".join(character for character in match[0] if character.isalnum() or character == "+")
            digits = sum(character.isdigit() for character in run)
            if digits >= 3:
                yield *match.span(), run.translate(_LOOKS_LIKE) if digits > 0.7 * len(run) else run
