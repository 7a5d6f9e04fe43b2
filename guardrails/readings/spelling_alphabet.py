"""Letters spelled with a spelling alphabet: ``k wie Kaufmann, r, a, u, s, e`` reads ``krause``, ``Berta Strich Anton
Xaver`` reads ``B-AX``. German alphabet (old and DIN 5009:2022 where the words are no ordinary ones) and ICAO's.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from guardrails.normalisation import Edit

_WORD = (
    r"(?:Anton|Berta|Cäsar|Charlotte|Dora|Emil|Friedrich|Gustav|Heinrich|Ida|Julius|Kaufmann|Konrad|Ludwig|Martha"
    r"|Nordpol"
    r"|Otto|Paula|Quelle|Richard|Samuel|Siegfried|Theodor|Ulrich|Viktor|Wilhelm|Xanthippe|Xaver|Ypsilon|Zacharias"
    r"|Zeppelin"
    r"|Alfa|Alpha|Bravo|Charlie|Delta|Echo|Foxtrot|Golf|Hotel|India|Juliett|Kilo|Lima|Mike|November|Oscar|Papa|Quebec"
    r"|Romeo|Sierra|Tango|Uniform|Victor|Whiskey|Yankee|Zulu|Ärger|Ökonom|Übermut)(?!\p{L})"
)
_LIKE = r"\p{L}[ ](?:wie|as[ ]in|for)[ ]\p{L}{2,14}(?!\p{L})"
_SINGLE = r"[\p{L}\d](?![\p{L}\d])"
_DASH = r"(?:Strich|Bindestrich|Minus)(?!\p{L})"
_ITEM = rf"(?:{_LIKE}|{_WORD}|{_DASH}|{_SINGLE})"
_RUN = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}])(?:{_LIKE}|{_WORD}|{_SINGLE})(?:(?:,[ ]?|[ ]?-[ ]?|[ ]){_ITEM}){{1,40}}+", regex.IGNORECASE
)
_READ = regex.compile(rf"(?P<like>{_LIKE})|(?P<dash>{_DASH})|(?P<word>{_WORD})|(?P<single>{_SINGLE})", regex.IGNORECASE)
_LEAST = 2
_PIECE = rf"(?:{_LIKE}|[\p{{L}}\d]{{1,24}}(?![\p{{L}}\d]))"
_SAID_ADDRESS = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}]){_PIECE}(?:,[ ]{_PIECE}){{0,12}}?,[ ](?:klammeraffe|affenschwanz|at"
    rf"|ät)(?:,[ ]{_PIECE}){{1,8}}?"
    rf",[ ]punkt,[ ](?:de|net|com|org|eu|info|berlin)(?!\p{{L}})",
    regex.IGNORECASE,
)
_SIGNS = {
    "punkt": ".",
    "klammeraffe": "@",
    "affenschwanz": "@",
    "at": "@",
    "ät": "@",
    "minus": "-",
    "bindestrich": "-",
    "strich": "-",
}


def spelled_letters(text: str) -> Iterator[Edit]:
    """Runs with at least two words of the alphabet, or one letter explained by a word among others; addresses
    said piece by piece, as in ``k wie Kaufmann, Punkt, oduya, Klammeraffe, posteo, Punkt, net``.
    """
    for match in _SAID_ADDRESS.finditer(text):
        pieces = (piece[0] if " " in piece else _SIGNS.get(piece.casefold(), piece) for piece in match[0].split(", "))
        yield *match.span(), "".join(pieces)
    for match in _RUN.finditer(text):
        letters, words, explained = [], 0, 0
        for item in _READ.finditer(match[0]):
            letters.append("-" if item["dash"] else item[0][0])
            words += item["word"] is not None
            explained += item["like"] is not None
        if words >= _LEAST or explained:
            yield *match.span(), "".join(letters).rstrip("-")
