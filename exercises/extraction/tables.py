"""Columns of Markdown tables: the heading says what the numbers below it count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_CELL = re.compile(r"\|([^|\n]*)(?=\|)")
_RULE = re.compile(r"[\s|:-]*-[\s|:-]*")


@dataclass(frozen=True)
class Cell:
    """What stands in a cell, without emphasis."""

    text: str
    """Its words."""
    start: int
    """Offset of the first character in the text, in Unicode code points."""

    @property
    def end(self) -> int:
        """Offset after the last character."""
        return self.start + len(self.text)


@dataclass(frozen=True)
class Column:
    """A column of a table."""

    heading: str
    """Its heading."""
    cells: tuple[Cell, ...]
    """The cells below, from top to bottom; empty ones too."""
    is_first: bool
    """Whether it is the outermost one on the left."""

    @property
    def is_numbering(self) -> bool:
        """Whether it only counts the rows: 1, 2, 3."""
        filled = [cell.text.rstrip(".)") for cell in self.cells if cell.text]
        return self.is_first and len(filled) > 1 and filled == [str(number + 1) for number in range(len(filled))]


def columns(text: str) -> Iterator[Column]:
    """The columns of every table that has a row of headings and a rule below it."""
    rows: list[list[Cell]] = []
    position = 0
    for line in [*text.splitlines(keepends=True), "\n"]:
        if line.lstrip().startswith("|"):
            rows.append([_cell(match, position) for match in _CELL.finditer(line)])
        elif rows:
            yield from _columns_of(rows)
            rows = []
        position += len(line)


def _columns_of(rows: list[list[Cell]]) -> Iterator[Column]:
    if len(rows) < 3 or not rows[1] or not all(_RULE.fullmatch(cell.text) for cell in rows[1]):
        return
    for index, heading in enumerate(rows[0]):
        yield Column(heading.text, tuple(row[index] for row in rows[2:] if index < len(row)), index == 0)


def _cell(match: re.Match[str], position: int) -> Cell:
    bare = match[1].strip(" \t*_")
    return Cell(bare, position + match.start(1) + (match[1].find(bare) if bare else 0))
