"""What a value of each kind may look like, for what a label, a column or a neighbour says it is."""

from __future__ import annotations

import regex

from guardrails.recognizers.base import compiled
from guardrails.recognizers.dates import DATE, MONTHS

_END = r"(?![\p{L}\p{N}])"
#: Not the beginning of an amount, a measure, a time, a date with a time.
_NO_AMOUNT = (
    r"(?![ ]?(?:€|EUR\b|Euro\b|%|Prozent\b|Uhr\b|km\b|m²|qm\b|kg\b|mm\b|cm\b|h\b|Std\b|Stück\b|Seiten?\b|Blatt\b"
    r"|Tage?\b|Wochen?\b|Monate?\b|Jahre?\b)|,\d|[.:]\d{2}[ ]?(?:Uhr|€|EUR))"
)


def _digits(least: int, most: int) -> str:
    return rf"\d(?:[ ./-]{{0,3}}\d){{{least - 1},{most - 1}}}"


def _mixed(least: int, most: int, digits: int) -> str:
    """Capitals and digits, at least ``digits`` of them digits."""
    rest = r"(?:[ ./-]{0,2}(?:\d|(?-i:[A-Z](?!\p{Ll}))))"
    digits_ahead = rf"(?=(?:[\p{{Lu}} ./-]{{0,8}}\d){{{digits}}})"
    return rf"{digits_ahead}[A-Z\d]{rest}{{{least - 1},{most - 1}}}(?![ ]\d{{1,4}}(?![\d.,/]))"


def _reference(digits: int) -> str:
    """Blocks with digits, joined by signs or single blanks; small letters only inside of short blocks."""
    block = (
        r"(?:\d[\p{L}\d]{0,17}|(?-i:\p{Lu})[\p{Lu}\d]{0,9}\d[\p{L}\d]{0,12}|(?-i:\p{Lu}[\p{Lu}\p{Ll}]{0,4})(?!\p{L}))"
    )
    joined = (
        rf"(?:(?:[.:](?=[\p{{L}}\d])|[.][ ](?=\d)|[ ]?[/_–#*-]{{1,2}}[ ]?){block}"
        rf"|[ ](?=(?-i:\p{{Lu}}){{0,4}}[ ]?\d|(?-i:\p{{Lu}}){{1,2}}(?:[ ]\d|\s|[,;)]|$)){block})"
    )
    return rf"(?=(?:[^\s\d]{{0,7}}[ ]?[^\s\d]{{0,4}}\d){{{digits}}}){block}{joined}{{0,8}}+"


_CAP = r"\p{Lu}[\p{L}'.]{1,30}+(?:-\p{L}[\p{L}'.]{0,30}+){0,4}+"
_NAMED = rf"(?-i:(?:{_CAP}[ ]|(?:am|an|der|dem|den|des|zum|zur|im|in|von|auf)[ ]){{0,4}}{_CAP})"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH_NUMBER = r"(?:0?[1-9]|1[0-2])"
_SHAPES: dict[str, str] = {
    "DE_PERSONNEL_ID": _reference(3),
    "DE_BENEFIT_ID": _reference(4),
    "DE_CASE_NUMBER": _reference(3),
    "DE_TAX_ID": _digits(9, 12),
    "DE_TAX_NUMBER": _digits(9, 13),
    "DE_SOCIAL_SECURITY": r"\d(?:[ ./-]{0,2}\d){7}[ ./-]{0,2}[A-Z0-9](?:[ ./-]{0,2}\d){2,3}",
    "DE_HEALTH_INSURANCE": r"[A-Z0-9](?:[ ./-]{0,2}\d){7,10}",
    "DE_ID_CARD": _mixed(8, 11, 2),
    "DE_PASSPORT": _mixed(7, 10, 2),
    "DE_FUEHRERSCHEIN": _mixed(8, 12, 3),
    "DE_KFZ": r"(?-i:[A-ZÄÖÜ]{1,3}[ ]?[-–·•.: ][ ]?[A-ZÄÖÜ]{1,2}[ -]{0,2}[1-9]\d{0,3}[ ]?[EH]?|[A-HJ-NPR-Z0-9]{17}"
    r"|\d{3}[ -]?[A-Z]{3}|[A-Z]{1,3}[ -]?\d{3,6}[A-Z]{0,3}|[A-Z]{2}[ -]\d{2,3}[ -][A-Z]{2,3})",
    "DE_FOREIGNER_ID": rf"(?:{_mixed(8, 14, 5)}|\d{{7}}[ ]?-[ ]?\d{{3}})",
    "DE_EMPLOYER_ID": _digits(7, 9),
    "DE_HANDELSREGISTER": r"(?:(?:HR[AB]|VR|GnR|PR)[ ]?(?:Nr\.?[ ]?)?)?\d{2,6}(?:[ ](?-i:[A-Z]{1,3})(?!\p{L}))?",
    "DE_VAT_ID": r"(?:(?-i:[A-Z]{2})[ ]?)?(?:[A-Z]?\d)(?:[ ./-]?\d){6,10}[A-Z]?",
    "DE_LANR": _digits(7, 9),
    "DE_BSNR": _digits(7, 9),
    "IBAN_CODE": r"(?:[A-Z]{2}[ ]?\d{2}(?:[ ]?[A-Z0-9]){11,30}|\d(?:[ .-]?\d){5,11})",
    "CREDIT_CARD": _digits(12, 19),
    "PHONE_NUMBER": r"(?:(?:\+|00)\d{1,3}[ ]?)?\(?\d(?:[ ]?[()/–.-]{0,2}[ ]?\d){2,14}(?:[ ]?[-–][ ]?\d{1,5})?",
    "DATE_OF_BIRTH": rf"(?:{DATE}"
    rf"|{_DAY}[ ]{{0,2}}[./,-][ ]{{0,2}}{_MONTH_NUMBER}[ ]{{0,2}}[./,-][ ]{{0,2}}(?:19|20)?\d{{2}}"
    rf"|{_MONTH_NUMBER}[ ]?[./-][ ]?(?:19|20)\d{{2}}|(?:{MONTHS}[ ])?(?:19[1-9]\d|20[0-2]\d)"
    rf"|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)?\d{{2}}|(?:19|20)\d{{2}}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
    rf"|{_DAY}\.[ ]?{_MONTH_NUMBER}\.)(?!\d|[.]\d)",
    "STREET_ADDRESS": rf"(?:\d{{5}}(?:[ ]{{1,2}}(?-i:{_CAP}(?:[ ]{_CAP}){{0,2}}))?|\d{{1,4}}[ ]?[a-z]?"
    rf"|{_NAMED}[ ]\d{{1,4}}[ ]?[a-z]?(?:[ ]?[-/+][ ]?\d{{1,4}}[a-z]?)?)",
    "SECRET": r"(?=[^\s]{0,30}[\d!?$%&*_+#@])(?!(?:wird|wurde|ist|siehe|bitte|folgt|vergessen|per|kommt|nicht"
    r"|nur|bei|über|unter|zum|zur|das|der|die)\b)[^\s,;\"'„“]{3,40}(?<![.)])",
}
_ADDRESS_LINE = compiled(_NAMED)
_PATTERNS = {entity: compiled(rf"{shape}{_END}{_NO_AMOUNT}") for entity, shape in _SHAPES.items() if entity != "SECRET"}
_PATTERNS["SECRET"] = compiled(_SHAPES["SECRET"])
_DATE = compiled(rf"{DATE}")
_TIME = regex.compile(r"\d{1,2}[:.]\d{2}(?![\d.])")
_AMOUNT = regex.compile(r"-?\d{1,3}(?:[.]\d{3})*,\d{1,2}(?!\d)|\d{1,3}(?:\.\d{3})+(?![\d./-])")
_MONTH = regex.compile(
    r"(?:0?[1-9]|1[0-2])[./](?:19|20)\d{2}(?![\d./-])|(?:19|20)\d{2}(?![\d./-]|[ ]\d)"
    r"|(?:19|20)\d{2}/(?:20)?\d{2}(?![\d./-])"
)
_REMARK = regex.compile(r"[ ]?(?:[,(;/*].*|[\])\"'“«.]*|(?:in|aus|ff\.?|alt|neu)\b.*)")
#: Fewest digits of numbers that have no build of their own.
_DIGITS = {"DE_PERSONNEL_ID": 3, "DE_BENEFIT_ID": 4, "DE_CASE_NUMBER": 3}
#: Kinds in which a date is no value.
_NO_DATE = frozenset(_SHAPES) - {"DATE_OF_BIRTH", "SECRET", "STREET_ADDRESS"}


def value_at(entity: str, text: str, start: int, limit: int) -> int | None:
    """Where a value of this kind that begins at ``start`` ends; ``None`` where none does.

    Args:
        entity: the kind.
        text: the text.
        start: the first character of the value.
        limit: the end of its cell or line.
    """
    pattern = _PATTERNS.get(entity)
    match = pattern.match(text, start, limit) if pattern else None
    if match is None or match.end() == start:
        return None
    if entity in _NO_DATE and (
        _DATE.match(text, start, limit)
        or _MONTH.match(text, start, limit)
        or _TIME.match(text, start, limit)
        or _AMOUNT.match(text, start, limit)
    ):
        return None
    end: int = match.end()
    if sum(character.isdigit() for character in match[0]) < _DIGITS.get(entity, 0):
        return None
    while text[end - 1] in ".:-_/–* ":
        end -= 1
    return end


def fills(text: str, end: int, limit: int) -> bool:
    """Whether nothing but a remark stands behind a value in its cell."""
    return _REMARK.fullmatch(text, end, limit) is not None


def street_or_town(text: str, start: int, end: int) -> bool:
    """Whether a cell may be the name of a street or a town."""
    return _ADDRESS_LINE.fullmatch(text, start, end) is not None
