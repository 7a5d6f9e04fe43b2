"""What to make of a date, a number or a password that the tagger marked: whether its build bears it out."""

from __future__ import annotations

import regex

from guardrails.recognizers.base import compiled
from guardrails.recognizers.dates import DATE, MONTHS

_ANY_DATE = compiled(
    rf"(?:{DATE}|\d{{1,2}}[ ]?[./-][ ]?\d{{1,2}}[ ]?[./-]?[ ]?(?:\d{{2}}|\d{{4}})?|(?:\d{{1,2}}\.?[ ])?{MONTHS}"
    r"(?:[ ](?:\d{4}|'?\d{2}))?|(?:19|20)?\d{2}|\d{6}|\d{8}|\d{1,2}[./](?:19|20)\d{2})"
)
#: What is a number, but never one of a person.
_NO_REFERENCE = compiled(
    rf"{DATE}|\d{{1,2}}[.:]\d{{2}}(?:[ ]?[-–][ ]?\d{{1,2}}[.:]\d{{2}})?(?:[ ]?Uhr)?"
    r"|-?\d{1,3}(?:\.\d{3})*,\d{1,2}[ ]?(?:€|EUR|Euro|%|km|m²|kg|h)?"
    r"|\d{1,3}(?:\.\d{3})+|\d{1,4}[ ]?(?:€|EUR|Euro|%|km|m[²2]|qm|kg|h|Std\.?)"
    r"|(?:19|20)\d{2}(?:[ ]?[-–][ ]?(?:19|20)\d{2})?|(?:19|20)\d{2}/(?:20)?\d{2}"
    r"|(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?-i:[RVSGAC])0\d{3}"
    r"|\d{1,2}[./](?:19|20)\d{2}|§.*|116[ ]?\d{3}|11[0257]|19[ ]?222"
)
_LETTER = regex.compile(r"\p{L}")
_LETTERS = regex.compile(r"\p{L}{3}")
#: A year in which hardly anybody was born whom a text is about, without a word that says so.
_LATE = regex.compile(r"202[4-9]")
#: ``01.08.1975 – 31.07.1978``: a period.
_UNTIL = regex.compile(r"[ ]{0,3}(?:[-–]|bis)[ ]{1,3}\d{1,2}\.")
_FROM = regex.compile(r"\d{1,2}\.(?:19|20)\d{2}[ ]{1,3}(?:[-–]|bis)[ ]{1,3}$")
#: For dates with the name of a month, which stand in every letter.
_SURE_OF_A_DATE = 0.8
#: What an address said in words has, too.
_MAIL = regex.compile(r"@|\b(?:at|ät|punkt|dot)\b|\.\p{L}{2,}$", regex.IGNORECASE)
#: ``5. März`` alone of ``5. März 2026`` says that the tagger saw no birth date.
_YEAR_BEHIND = regex.compile(r"(?<=\p{L})[ ](?:19|20)\d{2}(?!\d)")
_WORDS = regex.compile(r"\p{L}{3,}")
#: Telephone numbers said piece by piece: ``null eins fünf eins``.
_SAID_NUMBER = (
    r"(?:null|eins?|zwo|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|\p{L}{3,6}zehn|\p{L}{3,16}(?:zig|ßig)"
    r"|doppel|plus)"
)
_SAID = regex.compile(rf"{_SAID_NUMBER}(?:[ ,]{{1,2}}{_SAID_NUMBER})+", regex.IGNORECASE)
_SAID_BEFORE = regex.compile(rf"(?<!\p{{L}})(?:{_SAID_NUMBER}[ ,]{{1,2}}){{1,8}}$", regex.IGNORECASE)
_SAID_BEHIND = regex.compile(rf"(?:[ ,]{{1,2}}{_SAID_NUMBER}(?!\p{{L}})){{1,8}}", regex.IGNORECASE)
_LEAST_SAID = 4
#: The law or the office before a number that begins with letters: ``SGB XII-2025-40118``.
_LAW_BEFORE = regex.compile(r"(?<![\p{L}\d])(?!(?:AZ|GZ|KZ|ID|NR|FS|PW|TEL|FAX|BIC|IBAN)\b)\p{Lu}{2,6}[ ]$")
_MOST_WORDS = 2
#: From here on the tagger is believed whatever stands before.
_NO_DOUBT = 0.985
#: Words before days on which something else happened, and before keys of three pairs of digits.
_OTHER_DAY = regex.compile(
    r"(?<!\p{L})(?:i\.[ ]?d\.[ ]?F\.(?:[ ]?v\.|[ ]vom)?|\p{L}*(?:fassung|sitzung|beirat|ausschuss"
    r"|schlüssel|frist|termin|stand)"
    r"|gültig|bis|ab)(?:[ ](?:vom|am|v\.|bis|zum|der|des))?[ :]{1,3}$",
    regex.IGNORECASE,
)
_DAY_ALONE = regex.compile(r"\d{1,2}(?:\.[ ]?\d{1,2}\.?)?")
_BIRTH_NEAR = regex.compile(r"geb|\*|birth|born|jahre", regex.IGNORECASE)
_LEAST_DIGITS = {"REFERENCE": 4, "PHONE_NUMBER": 3}
_LONGEST = {"DATE_OF_BIRTH": 30, "REFERENCE": 45, "PHONE_NUMBER": 32, "SECRET": 45, "EMAIL_ADDRESS": 80}
#: How sure the tagger must be.
_LEAST = {"DATE_OF_BIRTH": 0.65, "REFERENCE": 0.6, "PHONE_NUMBER": 0.45, "SECRET": 0.45, "EMAIL_ADDRESS": 0.5}
_FOREIGNER = 12
#: Fewer digits than these in a cell are a number only where the tagger hardly doubts.
_FEW, _SURE_OF_FEW = 5, 0.93
_CELL_SIGNS = "\n|;\t"
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


def entity_of(label: str, value: str) -> str:
    """The kind under which a stretch with this label is shown; twelve digits are the number of a foreigner."""
    if label == "REFERENCE" and len(value) == _FOREIGNER and value.isdigit():
        return "DE_FOREIGNER_ID"
    return ENTITIES.get(label, label)


def _is_day_alone(text: str, start: int, end: int) -> bool:
    """Whether a day without a year stands where nothing speaks of a birth."""
    near = text[max(0, start - 80) : end + 40]
    return _DAY_ALONE.fullmatch(text, start, end) is not None and _BIRTH_NEAR.search(near) is None


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
    if label == "PHONE_NUMBER" and text[start : start + 1].isalpha():
        before, behind = _SAID_BEFORE.search(text, max(0, start - 80), start), _SAID_BEHIND.match(text, end)
        start, end = before.start() if before else start, behind.end() if behind else end
    if label == "REFERENCE" and text[start : start + 1].isupper():
        law = _LAW_BEFORE.search(text, max(0, start - 8), start)
        start = law.start() if law else start
    year = _YEAR_BEHIND.match(text, end) if label == "DATE_OF_BIRTH" else None
    return start, year.end() if year else end


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
        if (sure < _SURE_OF_A_DATE and _LETTERS.search(value)) or _LATE.search(value):
            return False
        if sure < _NO_DOUBT and (_OTHER_DAY.search(text, max(0, start - 30), start) or _is_day_alone(text, start, end)):
            return False
        if _UNTIL.match(text, end) or _FROM.search(text, max(0, start - 16), start):
            return False
        return digits > 0 and _ANY_DATE.fullmatch(value) is not None
    if label == "EMAIL_ADDRESS":
        return _MAIL.search(value) is not None
    if label == "SECRET":
        return len(value) > 3 and (digits > 0 or not value.isalpha())
    if label == "PHONE_NUMBER" and _SAID.fullmatch(value):
        return sum(1 + ("und" in word) for word in value.split()) >= _LEAST_SAID
    if (
        label == "REFERENCE"
        and digits < _FEW
        and sure < _SURE_OF_FEW
        and value.isdigit()
        and text[start - 1 : start] in _CELL_SIGNS
    ):
        return False
    words = sum(1 for _ in _WORDS.finditer(value))
    few = label == "REFERENCE" and sure >= _NO_DOUBT and not value.isdigit()
    if digits < _LEAST_DIGITS[label] - few or words > _MOST_WORDS or _NO_REFERENCE.fullmatch(value) is not None:
        return False
    return label == "REFERENCE" or ("," not in value and sum(1 for _ in _LETTER.finditer(value)) < 3)
