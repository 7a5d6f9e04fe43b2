"""What to make of a date, a number or a password that the tagger marked: whether its build bears it out."""

from __future__ import annotations

import regex

from guardrails.recognizers.base import compiled
from guardrails.recognizers.date_of_birth import DATE, MONTHS

_ANY_DATE = compiled(
    rf"(?:{DATE}|\d{{1,2}}[ ]?[./-][ ]?\d{{1,2}}[ ]?[./-]?[ ]?(?:\d{{2}}|\d{{4}})?|(?:\d{{1,2}}\.?[ ])?{MONTHS}"
    r"(?:[ ](?:\d{4}|'?\d{2}))?|(?:19|20)?\d{2}|\d{6}|\d{8}|\d{1,2}[./](?:19|20)\d{2})"
)
#: What is a number, but never one of a person.
_NO_REFERENCE = compiled(
    rf"{DATE}|\d{{1,2}}[.:]\d{{2}}(?:[ ]?[-–][ ]?\d{{1,2}}[.:]\d{{2}})?(?:[ ]?Uhr)?"
    r"|-?\d{1,3}(?:\.\d{3})*,\d{1,2}[ ]?(?:€|EUR|Euro|%|km|m²|kg|h)?"
    r"|\d{1,3}(?:\.\d{3})+|\d{1,4}[ ]?(?:€|EUR|Euro|%|km|m²|qm|kg|h|Std\.?)|(?:19|20)\d{2}|(?:19|20)\d{2}/(?:20)?\d{2}"
    r"|\d{1,2}[./](?:19|20)\d{2}|§.*"
)
_LETTER = regex.compile(r"\p{L}")
#: What an address said in words has, too.
_MAIL = regex.compile(r"@|\b(?:at|ät|punkt|dot)\b|\.\p{L}{2,}$", regex.IGNORECASE)
_LEAST_DIGITS = {"REFERENCE": 4, "PHONE_NUMBER": 3}
_LONGEST = {"DATE_OF_BIRTH": 30, "REFERENCE": 45, "PHONE_NUMBER": 32, "SECRET": 45, "EMAIL_ADDRESS": 80}
#: How sure the tagger must be.
_LEAST = {"DATE_OF_BIRTH": 0.5, "REFERENCE": 0.6, "PHONE_NUMBER": 0.45, "SECRET": 0.45, "EMAIL_ADDRESS": 0.5}
#: What belongs to a value whose middle alone was marked.
_RUNS = {
    "DATE_OF_BIRTH": "0123456789./-",
    "REFERENCE": "0123456789./-_–ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜabcdefghijklmnopqrstuvwxyzäöü",
    "PHONE_NUMBER": "0123456789+/-–",
    "SECRET": "",
    "EMAIL_ADDRESS": "@._-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzäöü",
}
#: The kind under which a number of no known build is shown.
ENTITIES = {
    "DATE_OF_BIRTH": "DATE_OF_BIRTH",
    "REFERENCE": "DE_CASE_NUMBER",
    "PHONE_NUMBER": "PHONE_NUMBER",
    "EMAIL_ADDRESS": "EMAIL_ADDRESS",
    "SECRET": "SECRET",
}


def whole_value(label: str, text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch that the tagger marked, with the rest of the characters that stand with it without a blank."""
    run = _RUNS[label]
    least, most = max(0, start - 24), min(len(text), end + 24)
    while start > least and text[start - 1] in run:
        start -= 1
    while end < most and text[end] in run:
        end += 1
    while end > start and text[end - 1] in "./-–_":
        end -= 1
    return start, end


def value_of_tag(label: str, sure: float, text: str, start: int, end: int) -> bool:
    """Whether the tagger is sure enough that a stretch is a value of this kind, and it is built like one.

    Args:
        label: one of the tagger's labels in :data:`ENTITIES`.
        sure: its score.
        text: the text.
        start: where the stretch begins.
        end: where it ends.
    """
    value = text[start:end]
    if sure < _LEAST[label] or len(value) > _LONGEST[label] or "\n\n" in value or text[end : end + 2] in (" %", " €"):
        return False
    digits = sum(character.isdigit() for character in value)
    if label == "DATE_OF_BIRTH":
        return digits > 0 and _ANY_DATE.fullmatch(value) is not None
    if label == "EMAIL_ADDRESS":
        return _MAIL.search(value) is not None
    if label == "SECRET":
        return len(value) > 3 and (digits > 0 or not value.isalpha())
    if digits < _LEAST_DIGITS[label] or _NO_REFERENCE.fullmatch(value) is not None:
        return False
    return label == "REFERENCE" or sum(1 for _ in _LETTER.finditer(value)) < 3
