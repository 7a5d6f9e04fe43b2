"""How a text is laid out: blocks of lines, rows and their cells. Tables by signs, by blanks, and forms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

_GAP = regex.compile(r"[ ]{2,}|\t+")
_RULE = regex.compile(r"[\s|:;+=_~–—-]+")
#: Least number of commas in a row of values separated by commas.
_COMMAS = 2


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell without the blanks at its edges; offsets in the text, ``column`` in its line."""

    start: int
    end: int
    column: int


@dataclass(frozen=True, slots=True)
class Row:
    """A line and its cells."""

    separator: str
    """The sign between the cells; a blank where they are kept apart by wide gaps, empty where there is but one."""
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """The cells of one column of consecutive rows, and the cell over them."""

    head: Cell | None
    cells: tuple[tuple[int, Cell], ...]
    """With the number of the row of each."""


def blocks(text: str) -> Iterator[list[Row]]:
    """The lines between blank lines, each split into cells."""
    current: list[Row] = []
    offset = 0
    for line in text.split("\n"):
        if not line.strip():
            if current:
                yield current
            current = []
        elif not _RULE.fullmatch(line):
            current.append(_row(line, offset))
        offset += len(line) + 1
    if current:
        yield current


def cell_below(row: Row, cell: Cell, behind: Cell | None, number: int, count: int) -> Cell | None:
    """The cell of ``row`` that stands under a cell of another row.

    Args:
        row: the row in which to look.
        cell: the cell above (or below).
        behind: the one to the right of it, if there is one.
        number: the number of ``cell`` in its row.
        count: how many cells that row has.
    """
    if len(row.cells) == count or row.separator not in (" ", ""):
        return row.cells[number] if number < len(row.cells) and row.separator else None
    limit = behind.column - 1 if behind else 10_000
    for other in row.cells:
        if cell.column - 2 <= other.column < limit:
            return other
        if other.column <= cell.column < other.column + other.end - other.start:
            return other
    return None


def _row(line: str, offset: int) -> Row:
    separator = ""
    if "|" in line:
        separator = "|"
    elif "\t" in line.strip():
        separator = "\t"
    elif line.count(";") > 1:
        separator = ";"
    elif line.count(",") >= _COMMAS and ", " not in line:
        separator = ","
    if separator:
        return Row(separator, tuple(_split(line, separator, offset)))
    cells: list[Cell] = []
    position = len(line) - len(line.lstrip(" "))
    end = len(line.rstrip())
    for gap in _GAP.finditer(line, position, end):
        cells.append(Cell(offset + position, offset + gap.start(), position))
        position = gap.end()
    cells.append(Cell(offset + position, offset + end, position))
    return Row(" " if len(cells) > 1 else "", tuple(cells))


def _split(line: str, separator: str, offset: int) -> Iterator[Cell]:
    position = 0
    parts = line.split(separator)
    framed = separator == "|" and not parts[0].strip()
    for number, part in enumerate(parts):
        left = len(part) - len(part.lstrip(" \t\"'"))
        right = len(part.rstrip(" \t\"'"))
        if not (framed and (number == 0 or (number == len(parts) - 1 and not part.strip()))):
            start = position + min(left, right)
            yield Cell(offset + start, offset + position + max(left, right), start)
        position += len(part) + 1
