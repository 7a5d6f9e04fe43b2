"""What the findings of a table say about its columns: the numbers of persons whose column has no label."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import regex

from guardrails.deadline import scan
from guardrails.layout import Cell, Row, blocks
from guardrails.recognizers.base import Candidate, Evidence, compiled
from guardrails.recognizers.dates import DATE
from guardrails.recognizers.value_shapes import fills, value_at

#: Rows from which on a column tells what it holds.
_ROWS = 2
#: Part of the rows in which a person must be found.
_WITH_PERSON = 0.5
#: Fewest digits of a number that belongs to somebody.
_DIGITS = 5
#: Digits of a number that is hidden beside a name, whatever the other rows hold.
_LONG = 8
#: What stands between cells that are no mere gap or comma.
_SIGNS = ("|", ";", "\t")
_NUMBER = compiled(
    r"(?-i:[A-ZÄÖÜ]{0,5})[ ./-]?\d(?:[ ]?[./-]?[ ]?(?:\d|(?-i:[A-Z]{1,3})(?!\p{L}))){3,24}", ignore_case=False
)
_NO_NUMBER = compiled(
    rf"{DATE}|\d{{1,2}}[.:]\d{{2}}(?:[ ]?[-–][ ]?\d{{1,2}}[.:]\d{{2}})?|\d{{1,3}}(?:\.\d{{3}})*(?:,\d{{1,2}})?"
    r"|\d{1,4}[ ]?/[ ]?\d{1,4}|\d{1,2}[./]\d{4}|(?:19|20)\d{2}[ ]?[-/][ ]?(?:19|20)?\d{2}|\d{1,2}\.\d{1,2}\.?"
    r"|(?:[\dA-F]{2}-){5}[\dA-F]{2}|(?:ER|RE|RG|AR|LS|AB|AN)[ ]?(?:19|20)\d{2}[/-]\d{1,6}"
)
_DATE = compiled(DATE)
#: Years and half dates in a column of birth dates: ``?? 1974``, ``ca. 1960``, ``07/1985``.
_ROUGHLY = compiled(
    r"(?:(?:\?{1,2}|ca\.|um|etwa|jg\.?|\*|~|n\.[ ]?b\.)[ ]?)?"
    r"(?P<value>(?:(?:\d{1,2}|\?{2}|xx)[./][ ]?){0,2}(?:19|20)\d{2})(?:[ ]?[?()]{1,3})?"
)
_BIRTH_YEAR = regex.compile(r"(?:19\d{2}|20(?:0\d|1\d))$|^(?:19\d{2}|20[01]\d)-")
#: Over columns of numbers that belong to things.
_THINGS = regex.compile(
    r"^von$|^bis$|^ab$|seit|beginn|ende\b|eingang|einreise|gültig|betrag|summe|preis|kosten|euro|eur\b|€|menge|anzahl|stück|datum|uhr|zeit|termin|raum|zimmer|saal|artikel|bestell|inventar"
    r"|gerät|serien|modell|typ\b|kurs|produkt|titel|konto(?:rahmen|plan)|kostenstelle|haushalt|ansatz|version|stand|seite"
    r"|formular|vordruck|norm|flurst|gemarkung|charge|los\b|linie|isbn|signatur|plan|ticket|stelle\b|planstelle|wert|punkte|tbnr|tatbestand|verstoß|maßnahme|pzn|isin|wkn|ags\b|eingangsb|ausgang",
    regex.IGNORECASE,
)
#: Keys of cases at the start of a line, by the sign or the letters before them.
_KEY = regex.compile(
    r"^[ \"']{0,3}(?:\#[ ]?(?P<value>(?:\p{Lu}{2,5}-?)?\d{4,10})"
    r"|\#?(?P<value>(?:INC|REQ|RITM|TASK|PRB|SR|CHG)-?\d{5,10}))"
    r"(?=[ \"']*[;|\t:,]|[ ]+\S)",
    regex.MULTILINE,
)
_SOMEBODY = frozenset(("PERSON", "EMAIL_ADDRESS", "PHONE_NUMBER", "IP_ADDRESS", "SECRET"))
#: Kinds with a build of their own.
_BUILT = frozenset(
    (
        "DE_KFZ",
        "DE_ID_CARD",
        "DE_PASSPORT",
        "DE_FUEHRERSCHEIN",
        "DE_SOCIAL_SECURITY",
        "DE_HEALTH_INSURANCE",
        "DE_TAX_ID",
    )
)
#: Kinds of which one cell tells what the others of its column are.
_TELLING = frozenset(
    (
        *("DE_PERSONNEL_ID", "DE_BENEFIT_ID", "DE_CASE_NUMBER", "DE_TAX_ID", "DE_TAX_NUMBER", "DE_SOCIAL_SECURITY"),
        *("DE_HEALTH_INSURANCE", "DE_ID_CARD", "DE_PASSPORT", "DE_FUEHRERSCHEIN", "DE_KFZ", "DE_FOREIGNER_ID"),
        *("IBAN_CODE", "CREDIT_CARD", "PHONE_NUMBER", "DATE_OF_BIRTH", "DE_EMPLOYER_ID"),
    )
)


def numbers_in_columns(text: str, findings: list[Candidate]) -> Iterator[Candidate]:
    """Cells that are like others of their column: those in which one was found, or that stand in rows of persons; and
    long numbers beside a name, in a single row too.

    Args:
        text: the normalised text.
        findings: those found so far, in the order of the text.
    """
    starts = [finding.start for finding in findings]
    yield from _keys(text, findings, starts)
    for block in blocks(text):
        for row in block:
            yield from _beside_name(text, row, findings, starts)
        for rows in _tables(block):
            persons = sum(any(f.entity == "PERSON" for f in _inside(findings, starts, row)) for row in rows)
            if persons >= _ROWS and persons >= _WITH_PERSON * (len(rows) - 1):
                for number in range(len(rows[0].cells)):
                    yield from _column(text, rows, number, findings, starts)


def _beside_name(text: str, row: Row, findings: list[Candidate], starts: list[int]) -> Iterator[Candidate]:
    if row.separator not in _SIGNS:
        return
    evidence = Evidence("Lange Nummer in der Spalte neben einem Namen.")
    for before, cell in pairwise(row.cells):
        persons = [finding for finding in _inside(findings, starts, before) if finding.entity == "PERSON"]
        if not persons or persons[-1].end != before.end or _digits(text, cell) < _LONG:
            continue
        if _is_number(text, cell) and not _inside(findings, starts, cell):
            yield Candidate(cell.start, cell.end, _kind(text, cell), 0.65, "LabelledValueRecognizer", evidence)


def _tables(block: list[Row]) -> Iterator[list[Row]]:
    """The rows with the same separator and number of cells."""
    tables: dict[tuple[str, int], list[Row]] = {}
    for row in block:
        if len(row.cells) > 1:
            tables.setdefault((row.separator, len(row.cells)), []).append(row)
    return (rows for rows in tables.values() if len(rows) >= _ROWS)


def _inside(findings: list[Candidate], starts: list[int], place: Row | Cell) -> list[Candidate]:
    begin, end = (place.cells[0].start, place.cells[-1].end) if isinstance(place, Row) else (place.start, place.end)
    return findings[bisect_left(starts, begin) : bisect_left(starts, end)]


def _column(
    text: str, rows: list[Row], number: int, findings: list[Candidate], starts: list[int]
) -> Iterator[Candidate]:
    cells = [row.cells[number] for row in rows]
    first = text[cells[0].start : cells[0].end]
    if not any(character.isdigit() for character in first) and _THINGS.search(first):
        return
    found = Counter(
        finding.entity
        for cell in cells
        for finding in _inside(findings, starts, cell)[:1]
        if finding.entity in _TELLING
    )
    open_cells = [cell for cell in cells if not _inside(findings, starts, cell)]
    dates = [cell for cell in open_cells if _DATE.fullmatch(text, cell.start, cell.end)]
    rough = [match for cell in open_cells if (match := _ROUGHLY.fullmatch(text, cell.start, cell.end))]
    if found.get("DATE_OF_BIRTH") and (dates or rough):
        evidence = Evidence("Steht in einer Spalte mit Geburtsdaten.")
        for start, end in (*((cell.start, cell.end) for cell in dates), *(match.span("value") for match in rough)):
            yield Candidate(start, end, "DATE_OF_BIRTH", 0.66, "DateOfBirthRecognizer", evidence)
    elif (
        len(dates) >= _ROWS
        and _one_date_each(text, rows)
        and all(_BIRTH_YEAR.search(text[c.start : c.end]) for c in dates)
        and not found
    ):
        evidence = Evidence("Frühes Datum in einer Zeile mit einer Person.")
        for cell in dates:
            yield Candidate(cell.start, cell.end, "DATE_OF_BIRTH", 0.6, "DateOfBirthRecognizer", evidence)
    yield from _of_their_build(text, found, open_cells)
    numbers = [cell for cell in open_cells if _is_number(text, cell)]
    if not numbers or (not found and len(numbers) < _ROWS):
        return
    lengths = {_digits(text, cell) for cell in numbers}
    if not found and max(lengths) - min(lengths) > 1:
        return
    if not found and len({text[cell.start : cell.end] for cell in numbers}) < len(numbers):
        return  # a key of kinds: nobody shares a number of his own
    kind = found.most_common(1)[0][0] if found else ""
    if kind in ("DATE_OF_BIRTH", "PHONE_NUMBER") or (kind and not all(_same(text, numbers, cell) for cell in numbers)):
        return
    evidence = Evidence("Nummer in einer Spalte einer Tabelle, in deren Zeilen Personen stehen.")
    for cell in numbers:
        yield Candidate(cell.start, cell.end, kind or _kind(text, cell), 0.6, "LabelledValueRecognizer", evidence)


def _of_their_build(text: str, found: Counter[str], cells: list[Cell]) -> Iterator[Candidate]:
    """Cells built like the kind of number that stands elsewhere in their column: ``GI YB 2020`` under ``MR-CS 71``."""
    kind = next((entity for entity, _ in found.most_common() if entity in _BUILT), None)
    if kind is None:
        return
    evidence = Evidence("Aufbau wie die anderen Nummern der Spalte.")
    for cell in cells:
        end = value_at(kind, text, cell.start, cell.end)
        if end is not None and fills(text, end, cell.end):
            yield Candidate(cell.start, end, kind, 0.66, "LabelledValueRecognizer", evidence)


def _keys(text: str, findings: list[Candidate], starts: list[int]) -> Iterator[Candidate]:
    """Keys of cases at the start of lines in which somebody is found: ``#88102;Drucker streikt;Jutta Feldkamp``."""
    evidence = Evidence("Nummer am Anfang einer Zeile, in der eine Person steht.")
    for match in scan(_KEY, text):
        start, end = match.span("value")
        line_end = text.find("\n", end)
        cell = Cell(end, line_end if line_end >= 0 else len(text), 0)
        if any(finding.entity in _SOMEBODY for finding in _inside(findings, starts, cell)):
            yield Candidate(start, end, "DE_CASE_NUMBER", 0.66, "LabelledValueRecognizer", evidence)


def _one_date_each(text: str, rows: list[Row]) -> bool:
    return all(sum(_DATE.search(text, cell.start, cell.end) is not None for cell in row.cells) < _ROWS for row in rows)


def _same(text: str, cells: list[Cell], cell: Cell) -> bool:
    return abs(_digits(text, cell) - _digits(text, cells[0])) <= 2


def _is_number(text: str, cell: Cell) -> bool:
    return (
        _digits(text, cell) >= _DIGITS
        and _NUMBER.fullmatch(text, cell.start, cell.end) is not None
        and _NO_NUMBER.fullmatch(text, cell.start, cell.end) is None
    )


def _digits(text: str, cell: Cell) -> int:
    return sum(character.isdigit() for character in text[cell.start : cell.end])


def _kind(text: str, cell: Cell) -> str:
    """A register number of twelve digits is the one of foreigners; plain shorter ones are those of a house."""
    value = text[cell.start : cell.end]
    if value.isdigit():
        return "DE_FOREIGNER_ID" if len(value) == 12 else "DE_PERSONNEL_ID"
    return "DE_CASE_NUMBER"
