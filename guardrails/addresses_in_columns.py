"""Addresses among addresses: a name with a number in a column whose other cells hold addresses."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

import regex

from guardrails.layout import Cell, blocks
from guardrails.lexicon import load_lexicon
from guardrails.recognizers.base import Candidate, Evidence
from guardrails.recognizers.street_address import StreetAddressRecognizer

#: ``Gänsemarkt 1``, ``Hinter der Kirche 2``, ``Sandkuhle 14 a``
_CELL = regex.compile(
    r"(?P<street>\p{Lu}[\p{L}.'-]{3,30}(?:[ ](?:der|dem|den|des|am|im|\p{Lu}[\p{L}.'-]{2,30})){0,3})[ ]"
    r"\d{1,3}[ ]?[a-h]?(?:[ ]?[-/][ ]?\d{1,3}[a-h]?)?(?:,[ ][^,|;\n]{2,24})?"
)
#: Between the cells of a table, blanks among them.
_SIGNS = ("|", "\t", ";", " ")
_REASON = Evidence("Steht in einer Spalte mit Anschriften.")


def addresses_in_columns(text: str, findings: list[Candidate]) -> Iterator[Candidate]:
    """Cells with a name and a number in columns of which another cell begins with an address that was found.

    Args:
        text: the normalised text.
        findings: those found so far, in the order of the text.
    """
    streets = {finding.start for finding in findings if finding.entity == "STREET_ADDRESS"}
    if not streets:
        return
    starts = [finding.start for finding in findings]
    ends = [finding.end for finding in findings]
    for block in blocks(text):
        columns: dict[tuple[str, int], list[Cell]] = {}
        for row in block:
            if row.separator in _SIGNS:
                for number, cell in enumerate(row.cells):
                    place = cell.column if row.separator == " " else number
                    columns.setdefault((row.separator, place), []).append(cell)
        for cells in columns.values():
            if not any(cell.start in streets for cell in cells):
                continue
            for cell in cells:
                at = bisect_right(starts, cell.end - 1) - 1
                match = _CELL.fullmatch(text, cell.start, cell.end)
                if match is not None and not (at >= 0 and ends[at] > cell.start) and _a_street(match["street"]):
                    yield Candidate(cell.start, cell.end, "STREET_ADDRESS", 0.65, "StreetAddressRecognizer", _REASON)


def _a_street(name: str) -> bool:
    """Whether the name is none of a room, a group, a thing with a number."""
    words = name.split(" ")
    no_street = StreetAddressRecognizer.NOT_A_STREET
    if no_street.fullmatch(words[0]) or (len(words) == 1 and no_street.fullmatch(words[-1])):
        return False
    return len(words) > 1 or not load_lexicon().listed(name)
