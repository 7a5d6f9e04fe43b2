"""What stands over and before a place in tables and forms: the head of its column, the label of its line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from guardrails.layout import Cell, Row, blocks

_DIGIT = regex.compile(r"\d")
_WORD = regex.compile(r"\p{L}{2,}")
_LEADER = regex.compile(r"(?:[ ]?[.…_·]){3,}")
_LONGEST = 40
#: Letters of a label that are looked at.
_LETTERS = 14


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A stretch of the text and the words that say what stands there; empty where none do."""

    start: int
    end: int
    above: str
    beside: str


def surroundings(text: str) -> Iterator[Surroundings]:
    """Stretches with a label, in the order of the text; they do not overlap."""
    for block in blocks(text):
        head: Row | None = None
        before = ""
        for row in block:
            if len(row.cells) > 1 and (row.separator != " " or head is None or len(row.cells) > 2):
                if head is None or head.separator != row.separator or _is_head(text, row):
                    head = row if _is_head(text, row) else head
                    if head is row:
                        before = ""
                        continue
                yield from _of_cells(text, row, head)
                before = ""
                continue
            start, end = row.cells[0].start, row.cells[-1].end
            yield from _of_line(text, start, end, before)
            before = _key(text, start, end) if not _DIGIT.search(text, start, end) else ""


def _of_cells(text: str, row: Row, head: Row | None) -> Iterator[Surroundings]:
    first = row.cells[0]
    label = _key(text, first.start, first.end) if not _DIGIT.search(text, first.start, first.end) else ""
    for number, cell in enumerate(row.cells):
        over = _over(row, head, number, cell) if head else None
        above = _key(text, over.start, over.end) if over else ""
        colon = text.find(":", cell.start, cell.end)
        own = _key(text, cell.start, colon) if colon > 0 else ""
        beside = own or (label if number else "")
        if (above or beside) and cell.end > cell.start:
            yield Surroundings(max(cell.start, colon), cell.end, above, beside)


def _over(row: Row, head: Row, number: int, cell: Cell) -> Cell | None:
    if row.separator == head.separator != " " or len(row.cells) == len(head.cells):
        return head.cells[number] if number < len(head.cells) else None
    left = [other for other in head.cells if other.column <= cell.column + 2]
    return left[-1] if left else None


def _of_line(text: str, start: int, end: int, before: str) -> Iterator[Surroundings]:
    """Behind the label of a line, on the other side of a row of dots, or under a line that is a label."""
    dots = _LEADER.search(text, start, end)
    if dots is not None:
        left, right = _key(text, start, dots.start()), _key(text, dots.end(), end)
        if right and _DIGIT.search(text, start, dots.start()):
            yield Surroundings(start, dots.start(), before, right)
        elif left:
            yield Surroundings(dots.end(), end, before, left)
        return
    colon = text.find(":", start, min(end, start + _LONGEST))
    if colon > 0 and not _DIGIT.search(text, start, colon):
        beside = _key(text, start, colon)
        if beside:
            yield Surroundings(colon, end, before, beside)
            return
    if before:
        yield Surroundings(start, end, before, "")


def _is_head(text: str, row: Row) -> bool:
    return not any(_DIGIT.search(text, cell.start, cell.end) or cell.end - cell.start > _LONGEST for cell in row.cells)


def _key(text: str, start: int, end: int) -> str:
    """The word of a label that tells most: the only one, the last one of ``kind_nachname``, else the first one."""
    if end - start > _LONGEST or end <= start:
        return ""
    label = text[start:end]
    words = _WORD.findall(label.rsplit("_", 1)[-1]) or _WORD.findall(label)
    return words[0].lower()[:_LETTERS] if words else ""
