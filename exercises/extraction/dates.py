"""Dates, months and times of day in German notations.

Keys: date `(year | None, month, day)`, month `(year, month)`, time `(hour, minute)`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from exercises.extraction.fact import Fact
from exercises.number_words import ordinal_words

MONTHS = {
    "januar": 1, "jänner": 1, "jan": 1, "februar": 2, "feb": 2, "märz": 3, "maerz": 3, "mrz": 3, "mär": 3,
    "april": 4, "apr": 4, "mai": 5, "juni": 6, "jun": 6, "juli": 7, "jul": 7, "august": 8, "aug": 8,
    "september": 9, "sept": 9, "sep": 9, "oktober": 10, "okt": 10, "november": 11, "nov": 11,
    "dezember": 12, "dez": 12,
}  # fmt: skip
_WRITTEN_OUT = frozenset(name for name in MONTHS if len(name) > 4 or name in {"mai", "juni", "juli", "märz"})

_MONTH = r"(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_YEAR = r"(?:\s+(?P<year>(?:19|20)\d{2})\b)?"
_ORDINAL = r"(?P<word>" + "|".join(sorted(ordinal_words(), key=len, reverse=True)) + r")"
_RANGE = r"(?P<first>\d{1,2})\.\s*(?:(?-i:bis)(?:\s+(?:zum|einschließlich))?|und|–|-|/)\s*(?:zum\s+)?"

_WITH_MONTH_NAME = re.compile(rf"(?<![\d.])(?:{_RANGE})?(?P<day>\d{{1,2}})\.?\s*{_MONTH}{_YEAR}", re.IGNORECASE)
_IN_WORDS = re.compile(rf"\b{_ORDINAL}\s+{_MONTH}{_YEAR}", re.IGNORECASE)
_NUMERIC = re.compile(
    r"(?<![\d.,])(?:(?P<first>\d{1,2})\.\s*(?:bis|–|-)\s*)?"
    r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.(?:\s?(?P<year>(?:19|20)\d{2}|\d{2}(?!\d))(?![\d.]*\d))?(?!\d)"
    rf"(?!\s*(?:{'|'.join(sorted(_WRITTEN_OUT))})\b)",
    re.IGNORECASE,
)
_SLASHED = re.compile(r"(?<![\d/])(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>(?:19|20)\d{2})(?![\d/])")
_ISO = re.compile(r"(?<![\d-])(?P<year>(?:19|20)\d{2})-(?P<month>\d{2})-(?P<day>\d{2})(?![\d-])")
_MONTH_ALONE = re.compile(rf"\b{_MONTH}\s+(?P<year>(?:19|20)\d{{2}})\b", re.IGNORECASE)
_ROOM_OR_SECTION = re.compile(
    r"\b(?:Zimmer|Raum|Saal|Haus|Nummer|Nr\.|Kapitel|Abschnitt|Ziffer|Ziff\.|Punkt|Teil|Version|Anlage)\s+\Z",
    re.IGNORECASE,
)

_CLOCK_RANGE = r"(?:(?P<h0>\d{1,2})(?:[:.](?P<m0>[0-5]\d))?\s*(?:Uhr\s*)?(?:bis|–|-)\s*)?"
_TIME_WITH_UHR = re.compile(
    rf"(?<![\d.,:]){_CLOCK_RANGE}(?P<h>\d{{1,2}})(?:[:.](?P<m>[0-5]\d))?\s*Uhr\b(?:\s*(?P<m2>[0-5]\d)\b(?![.:]))?"
)
_TIME_COLON = re.compile(r"(?<![\d.,:])(?P<h>\d{1,2}):(?P<m>[0-5]\d)(?![\d:])")


def dates(text: str) -> Iterator[Fact]:
    """Days of the calendar. Of a range ("4. bis 25. März 2026") both ends are facts."""
    for pattern in (_WITH_MONTH_NAME, _NUMERIC, _SLASHED, _ISO, _IN_WORDS):
        for match in pattern.finditer(text):
            if _ROOM_OR_SECTION.search(text, max(0, match.start() - 20), match.start()):
                continue
            groups = match.groupdict()
            named = groups["month"].lower().rstrip(".")
            month = MONTHS[named] if named in MONTHS else int(named)
            day = ordinal_words()[groups["word"].lower()] if groups.get("word") else int(groups["day"])
            year = _full_year(groups.get("year"))
            if not (1 <= month <= 12 and 1 <= day <= 31):
                continue
            first = groups.get("first")
            start = match.start()
            if first and 1 <= int(first) <= 31:
                end = match.start("first") + len(first) + 1
                yield Fact("date", (year, month, int(first)), text[start:end], start, end)
                start = match.start("day")
            written = text[start : match.end()].rstrip()
            if written[-2:-1].isalpha() and named in _WRITTEN_OUT:
                written = written.removesuffix(".")
            yield Fact("date", (year, month, day), written, start, start + len(written))


def months(text: str) -> Iterator[Fact]:
    """A month with its year but without a day: "März 2026"."""
    for match in _MONTH_ALONE.finditer(text):
        key = (int(match["year"]), MONTHS[match["month"].lower()])
        yield Fact("month", key, match.group(), match.start(), match.end())


def times(text: str) -> Iterator[Fact]:
    """Times of day: "9:20 Uhr", "9.20 Uhr", "9 Uhr 20", "21 Uhr", "9:20". Of a range both ends are facts."""
    for match in _TIME_WITH_UHR.finditer(text):
        start = match.start()
        if match["h0"] and int(match["h0"]) <= 24:
            end = match.end("m0") if match["m0"] else match.end("h0")
            yield Fact("time", (int(match["h0"]), int(match["m0"] or 0)), text[start:end], start, end)
        if match["h0"]:
            start = match.start("h")
        if int(match["h"]) <= 24:
            minute = int(match["m"] or match["m2"] or 0)
            yield Fact("time", (int(match["h"]), minute), text[start : match.end()], start, match.end())
    for match in _TIME_COLON.finditer(text):
        if int(match["h"]) <= 24:
            yield Fact("time", (int(match["h"]), int(match["m"])), match.group(), match.start(), match.end())


def _full_year(digits: str | None) -> int | None:
    if not digits:
        return None
    if len(digits) == 4:
        return int(digits)
    return 2000 + int(digits) if int(digits) < 70 else 1900 + int(digits)
