"""References: placeholders, paragraphs of statutes and case numbers.

Keys: placeholder `(text,)`, paragraph `(number, statute | None)`, case number `(letters and digits,)`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from exercises.extraction.fact import Fact
from exercises.placeholders import PLACEHOLDER

_STATUTE = (
    r"(?:SGB\s+(?:XIV|XIII|XII|XI|IX|X|VIII|VII|VI|IV|V|III|II|I|\d{1,2})\b"
    r"|(?:[A-ZÄÖÜ][A-Za-zÄÖÜäöü]*[A-ZÄÖÜ][A-Za-zÄÖÜäöü]*|[A-ZÄÖÜ][a-zäöüß]+(?:gesetz|ordnung|gesetzbuch)(?:es|s)?)\b"
    r"(?:-[A-Z][A-Za-z]*)?)"
)
_DETAIL = (
    r"(?:\s*,?\s*(?:und\s+)?(?:Abs\.?|Absatz|Absätze|S\.|Satz|Nr\.?|Nummer|Buchst\.?|Buchstabe|Halbsatz|Hs\.)"
    r"\s*(?:\d+[a-z]?|[a-z])\b)*"
)
_PARAGRAPH = re.compile(
    rf"(?:§§?|\b(?:Art\.|Artikel|Paragra(?:f|ph)(?:en)?))\s*(?P<numbers>\d+[a-z]?{_DETAIL}"
    rf"(?:\s*(?:,|und|bis|oder|–|-|/)\s*(?:§\s*)?\d+[a-z]?(?!\.\s*[A-ZÄÖÜ][a-zäöü]){_DETAIL})*)"
    rf"(?:\s*(?:der|des)?\s*(?P<statute>{_STATUTE}))?"
)
_SECTION_NUMBER = re.compile(r"(?:^|,|und|bis|oder|–|-|/)\s*(?:§\s*)?(\d+[a-z]?)")
_ROMAN = {
    "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10, "XI": 11,
    "XII": 12, "XIII": 13, "XIV": 14,
}  # fmt: skip
_CASE_NUMBER = re.compile(
    r"\b(?:Aktenzeichen|Vorgangsnummer|Geschäftsnummer|Az\.?|AZ\.?|Geschäftszeichen|Gesch\.?-?Z\.?|Gz\.?|GZ\.?|Kassenzeichen|(?:Unser|Mein|Ihr)\s+Zeichen)"
    r"\s*[:.]?\s*(?:lautet\s+|ist\s+)?(?P<number>[A-Za-z0-9ÄÖÜ][A-Za-z0-9ÄÖÜäöü./_–-]*(?:\s[A-Z]{1,3}\s\d+/\d+|\s\d+/\d+)?)"
)


def placeholder_facts(text: str) -> Iterator[Fact]:
    """Well-formed placeholders."""
    for match in PLACEHOLDER.finditer(text):
        yield Fact("placeholder", (match.group(),), match.group(), match.start(), match.end())


def paragraphs(text: str) -> Iterator[Fact]:
    """Provisions of law: "§ 60 Abs. 1 SGB I", "§§ 60 und 66 SGB I", "Art. 9 DSGVO". One fact for each number."""
    for match in _PARAGRAPH.finditer(text):
        statute = _statute_key(match["statute"])
        listed = re.sub(_DETAIL.replace(r"\s*,?\s*(?:und\s+)?", r"\s*", 1), "", match["numbers"])
        for number in _SECTION_NUMBER.findall(listed):
            yield Fact("paragraph", (number, statute), match.group().rstrip(), match.start(), match.end())


def case_numbers(text: str) -> Iterator[Fact]:
    """What follows a word such as "Aktenzeichen" and contains a digit."""
    for match in _CASE_NUMBER.finditer(text):
        number = match["number"].rstrip(".,;:–-")
        if any(character.isdigit() for character in number):
            start = match.start("number")
            key = (letters_and_digits(number),)
            yield Fact("case_number", key, number, start, start + len(number))


def letters_and_digits(text: str) -> str:
    """What of a case number counts when two are compared: capital letters and digits."""
    return re.sub(r"[^A-Z0-9ÄÖÜ]", "", text.upper())


def _statute_key(name: str | None) -> str | None:
    if not name:
        return None
    code = re.fullmatch(r"SGB\s+(\w+)", name)
    if code:
        return f"SGB {_ROMAN.get(code[1], code[1])}"
    return _LONG_NAMES.get(re.sub(r"(?:es|s)$", "", name.lower()), name.removesuffix("en"))


_LONG_NAMES = {
    "wohngeldgesetz": "WoGG",
    "grundgesetz": "GG",
    "verwaltungsverfahrensgesetz": "VwVfG",
    "datenschutz-grundverordnung": "DSGVO",
    "datenschutzgrundverordnung": "DSGVO",
    "bundesdatenschutzgesetz": "BDSG",
}
