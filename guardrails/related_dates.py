"""Dates that are those of a birth because of the name or the address beside them."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from guardrails.recognizers.base import Candidate, Evidence, compiled
from guardrails.recognizers.dates import DATE

_BEHIND_NAME = compiled(rf"(?:[ ]?[,(;|/][ ]?|\t+|[ ]{{2,12}})(?:\*[ ]?)?(?P<value>{DATE})")
_NEXT_TO_NAME = compiled(rf"[ ](?:[-–][ ])?(?P<value>{DATE})(?!\w)")
#: ``LANGE,HEIKO 19710701``, ``Lange, Heiko m 01071971``: the notation of files of records.
_DIGITS_BEHIND_NAME = regex.compile(
    r"[ ,;|\t]{1,30}(?:[wmdWMD][ ]{1,9})?(?P<value>(?:19\d{2}|20[01]\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
    r"|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19\d{2}|20[01]\d))(?![\w.,/-]*\d)"
)
_MONTH_BEHIND_NAME = compiled(r"[ ]?\([ ]?(?P<value>(?:0?[1-9]|1[0-2])[/.](?:19|20)\d{2})[ ]?\)")
_BEFORE_STREET = compiled(rf"[,;|(][ ](?P<value>{DATE})[ ]?[,;|)][ ]?$")
#: Alone in the line below a name or an address.
_BELOW = compiled(rf"[ ,]{{0,2}}\n[ ]{{0,8}}(?P<value>{DATE})[ ]*(?=\n|$)")
#: Years of birth rather than of yesterday's letter; of two digits where the date stands in brackets or a list.
_EARLY_YEAR = regex.compile(r"(?:19\d{2}|20(?:0\d|1[0-9]))$|^(?:19\d{2}|20[01]\d)[-/.]|[./](?:[3-9]\d|0\d|1\d)$")
#: Years in which no letter of today was written.
_LONG_AGO = regex.compile(r"(?:19\d{2}|200\d)$|^(?:19\d{2}|200\d)[-/.]")


def dates_beside(text: str, findings: list[Candidate]) -> Iterator[Candidate]:
    """``Selin Karaca, 3.4.1990``, ``Karaca (05/1990)``, ``3.4.1990, Musterstraße 5``, ``Musterstraße 5\\n3.4.1990``."""
    for finding in findings:
        if finding.entity == "STREET_ADDRESS":
            before = _BEFORE_STREET.search(text, max(0, finding.start - 24), finding.start)
            if before and _EARLY_YEAR.search(before["value"]):
                yield _found(before, "Datum zwischen Name und Anschrift.")
        if finding.entity in ("STREET_ADDRESS", "PERSON"):
            below = _BELOW.match(text, finding.end)
            if below and _LONG_AGO.search(below["value"]):
                yield _found(below, "Datum in der Zeile unter Name oder Anschrift.")
        if finding.entity == "PERSON":
            date = _BEHIND_NAME.match(text, finding.end)
            if date is None or not _EARLY_YEAR.search(date["value"]):
                date = _NEXT_TO_NAME.match(text, finding.end) or _MONTH_BEHIND_NAME.match(text, finding.end)
            if date is None or not _EARLY_YEAR.search(date["value"]):
                date = _DIGITS_BEHIND_NAME.match(text, finding.end)
            if date:
                yield _found(date, "Datum unmittelbar hinter einem Namen.")


def _found(match: regex.Match[str], reason: str) -> Candidate:
    return Candidate(*match.span("value"), "DATE_OF_BIRTH", 0.7, "DateOfBirthRecognizer", Evidence(reason))
