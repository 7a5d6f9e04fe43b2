"""Amounts of money, percentages, durations and plain numbers in German notations.

Keys: amount `(euros,)`, percent `(value,)`, duration `(count, unit)` with weeks told in days and years in months,
number `(value,)`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from exercises.extraction.fact import Fact
from exercises.extraction.tables import columns
from exercises.number_words import NUMBER_WORD, ONE, number_words

_DIGITS = r"(?:\d{1,3}(?:[.’'\u00a0\u202f ]\d{3})+(?!\d)|\d+)(?:,\d+|\.\d{2}(?!\d))?(?:,[-–—]{1,2})?"
_WORDS = NUMBER_WORD
_ONE = "|".join(ONE)
_SCALE = r"(?:\s*(?P<scale>Tsd\.?|Tausend|Mio\.?|Millionen|Million|Mrd\.?|Milliarden?))?"
_POWERS = {"tsd": 3, "tau": 3, "mio": 6, "millio": 6, "mrd": 9, "millia": 9}

_AMOUNT = re.compile(rf"(?<![\w.,])(?P<value>{_DIGITS}|\b(?:{_WORDS})){_SCALE}\s*(?:€|EUR\b|Euro\b)", re.IGNORECASE)
_AMOUNT_CURRENCY_FIRST = re.compile(rf"(?:€|\bEUR)\s*(?P<value>{_DIGITS}){_SCALE}(?!\d)", re.IGNORECASE)
_PERCENT = re.compile(rf"(?<![\w.,])(?P<value>{_DIGITS}|\b(?:{_WORDS}))\s*(?:%|Prozent\b|v\.\s?H\.)", re.IGNORECASE)

_UNITS = {
    "minute": ("minutes", 1), "stunde": ("minutes", 60), "wochenstunde": ("minutes", 60), "kalendertag": ("days", 1),
    "arbeitstag": ("working days", 1), "werktag": ("working days", 1),
    "tag": ("days", 1), "woche": ("days", 7),
    "monat": ("months", 1), "jahr": ("months", 12),
}  # fmt: skip
_UNIT = r"(?P<unit>minute|stunde|wochenstunde|kalendertag|arbeitstag|werktag|tag|woche|monat|jahr)(?:e[nrs]?|n|s)?"
_DURATION = re.compile(
    rf"(?<![\w.,])(?:(?P<low>\d+|{_WORDS}|{_ONE})\s*(?:bis|–|-|oder)\s*)?"
    rf"(?P<value>\d+(?:,\d+)?|\b(?:{_WORDS}|{_ONE}))\s+{_UNIT}\b",
    re.IGNORECASE,
)
_DURATION_ADJECTIVE = re.compile(
    r"(?<![\w.,])(?P<value>\d+|" + _WORDS + r"|ein)-?"
    r"(?P<unit>minüt|stünd|täg|wöch|monat|jähr)ige?[nmrs]?\b",
    re.IGNORECASE,
)
_ADJECTIVES = {
    "minüt": "minute", "stünd": "stunde", "täg": "tag", "wöch": "woche", "monat": "monat", "jähr": "jahr",
}  # fmt: skip

_DURATION_SHORT = re.compile(r"(?<![\w.,])(?P<value>\d+)\s*(?P<unit>Min|Std)\b")
_SHORT = {"Min": "minute", "Std": "stunde"}
_HEADING = re.compile(rf"\b{_UNIT}\b|(?P<short>\b(?:Min|Std)\b)|(?P<euro>€|\bEuro\b|\bEUR\b)", re.IGNORECASE)

_NUMBER = re.compile(rf"(?<![\w.,/§-])(?P<value>{_DIGITS})(?![\w]|[.,/-]\d)")
_TELEPHONE = re.compile(r"(?<![\w])(?:\+\d|0|\(0)[\d ()/–-]{4,}\d(?!\w)")
_LIST_MARK = re.compile(r"[ \t]*(?:[#>*-]+[ \t]*)?")
_NUMBER_WORD = re.compile(rf"\b(?:{_WORDS})\b", re.IGNORECASE)


def parse_number(text: str) -> Decimal | None:
    """Value of digits in German notation ("1.250,50", "612,-", "612.50") or of a number word; None if neither."""
    lowered = text.lower()
    if lowered in ONE:
        return Decimal(1)
    if lowered in number_words():
        return Decimal(number_words()[lowered])
    cleaned = re.sub(r",[-–—]{1,2}$", "", lowered)
    cleaned = re.sub(r"[’'\u00a0\u202f ]", "", cleaned)
    if "," in cleaned:
        cleaned = cleaned.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:\.\d{2})?", cleaned):
        head, dot, cents = cleaned.rpartition(".")
        cleaned = cleaned.replace(".", "") if len(cents) == 3 else head.replace(".", "") + dot + cents
    try:
        return Decimal(cleaned).normalize()
    except InvalidOperation:
        return None


def amounts(text: str) -> Iterator[Fact]:
    """Amounts in euros: "612 Euro", "1.250,50 €", "EUR 85,-", "1,5 Mio. Euro"."""
    for pattern in (_AMOUNT, _AMOUNT_CURRENCY_FIRST):
        for match in pattern.finditer(text):
            value = parse_number(match["value"])
            if value is not None:
                key = ((value * _scale(match["scale"])).normalize(),)
                yield Fact("amount", key, match.group(), match.start(), match.end())


def percentages(text: str) -> Iterator[Fact]:
    """Percentages: "5 %", "fünf Prozent"."""
    for match in _PERCENT.finditer(text):
        value = parse_number(match["value"])
        if value is not None:
            yield Fact("percent", (value,), match.group(), match.start(), match.end())


def durations(text: str) -> Iterator[Fact]:
    """Lengths of time: "sechs Wochen", "14 Tage", "innerhalb eines Monats", "zwei bis drei Wochen"."""
    for match in _DURATION.finditer(text):
        unit, factor = _UNITS[match["unit"].lower()]
        low = parse_number(match["low"]) if match["low"] else None
        value = parse_number(match["value"])
        start = match.start()
        if low is not None:
            yield Fact("duration", (low * factor, unit), text[start : match.end("low")], start, match.end("low"))
            start = match.start("value")
        if value is not None:
            yield Fact("duration", (value * factor, unit), text[start : match.end()], start, match.end())
    for match in _DURATION_SHORT.finditer(text):
        unit, factor = _UNITS[_SHORT[match["unit"]]]
        yield Fact("duration", (Decimal(match["value"]) * factor, unit), match.group(), match.start(), match.end())
    for match in _DURATION_ADJECTIVE.finditer(text):
        name = _ADJECTIVES.get(match["unit"].lower())
        value = parse_number(match["value"])
        if name and value is not None:
            unit, factor = _UNITS[name]
            yield Fact("duration", (value * factor, unit), match.group(), match.start(), match.end())


def table_values(text: str) -> Iterator[Fact]:
    """Amounts and lengths of time whose unit stands in the heading of their column: `Minuten`, `Kosten in Euro`."""
    for column in columns(text):
        heading = _HEADING.search(column.heading)
        for cell in column.cells if heading else ():
            value = parse_number(cell.text) if re.fullmatch(_DIGITS, cell.text) else None
            if heading is None or value is None:
                continue
            if heading["euro"]:
                yield Fact("amount", (value,), cell.text, cell.start, cell.end)
            else:
                unit, factor = _UNITS[heading["unit"].lower() if heading["unit"] else _SHORT[heading["short"].title()]]
                yield Fact("duration", (value * factor, unit), cell.text, cell.start, cell.end)


def numbers(text: str) -> Iterator[Fact]:
    """Numbers in digits that stand alone. The marks of a numbered list ("1.", "2)") or table are none."""
    marks = {cell.start for column in columns(text) if column.is_numbering for cell in column.cells if cell.text}
    for match in _TELEPHONE.finditer(text):
        digits = re.sub(r"\D", "", match.group())
        if len(digits) >= 6:
            yield Fact("number", (Decimal(digits),), match.group(), match.start(), match.end())
    for match in _NUMBER.finditer(text):
        line_start = text.rfind("\n", 0, match.start()) + 1
        is_mark = text[match.end() : match.end() + 1] in {".", ")"} and _LIST_MARK.fullmatch(
            text, line_start, match.start()
        )
        value = parse_number(match["value"])
        if value is not None and not (is_mark and value < 100) and match.start() not in marks:
            yield Fact("number", (value,), match.group(), match.start(), match.end())


def numbers_in_words(text: str) -> set[Decimal]:
    """Values of number words in a text: they support a number in digits, but claim nothing themselves."""
    found = (number_words().get(match.group().lower()) for match in _NUMBER_WORD.finditer(text))
    return {Decimal(value) for value in found if value is not None}


def _scale(word: str | None) -> Decimal:
    if not word:
        return Decimal(1)
    power = next(power for start, power in _POWERS.items() if word.lower().startswith(start))
    return Decimal(10) ** power
