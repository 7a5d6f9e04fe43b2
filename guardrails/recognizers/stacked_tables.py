"""Tables of which each cell has a line of its own, as they come out of a copied page: all heads, then row by row."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, takewhile

import regex

from guardrails.layout import Cell, Row
from guardrails.recognizers.field_labels import Label, label_at
from guardrails.recognizers.value_shapes import fills, value_at

#: Fewest and most columns of such a table, and how many of them must have a known head.
_LEAST, _MOST, _KNOWN = 3, 12, 2
#: Part of the cells of its known columns that must be what the head says.
_FITTING = 0.75
_LONGEST_HEAD = 40
_DIGIT = regex.compile(r"\d")

_Value = tuple[Label, str, int, int]


def stacked_values(text: str, blocks: list[list[Row]]) -> Iterator[_Value]:
    """Label, kind, start and end of each value under a known head.

    Args:
        text: the text.
        blocks: the lines between blank lines, in the order of the text.
    """
    for number, block in enumerate(blocks):
        heads = list(takewhile(lambda line: _may_be_head(text, line), map(_line, block)))
        if len(heads) == len(block) and _LEAST <= len(heads) <= _MOST:
            yield from _fitting(text, heads, list(_records(text, blocks, number + 1, len(heads))))
            continue
        lines = [_line(row) for row in block]
        best: list[_Value] = []
        for title in (0, 1):
            for count in range(_LEAST, min(_MOST, len(heads) - title) + 1):
                if len(lines) - title > count and (len(lines) - title) % count == 0:
                    found = list(_fitting(text, lines[title : title + count], lines[title + count :]))
                    best = max(best, found, key=len)
        yield from best


def _records(text: str, blocks: list[list[Row]], first: int, count: int) -> Iterator[Cell]:
    """The lines of the blocks that are as long as the one of the heads; each holds a digit somewhere."""
    for block in islice(blocks, first, None):
        lines = [_line(row) for row in block]
        if len(lines) != count or all(_may_be_head(text, line) for line in lines):
            return
        yield from lines


def _line(row: Row) -> Cell:
    return Cell(row.cells[0].start, row.cells[-1].end, row.cells[0].column)


def _may_be_head(text: str, line: Cell) -> bool:
    return line.end - line.start <= _LONGEST_HEAD and not _DIGIT.search(text, line.start, line.end)


def _fitting(text: str, heads: list[Cell], lines: list[Cell]) -> list[_Value]:
    """The values of the known columns; none where too few of their cells fit, or too few heads are known."""
    known = [(place, label) for place, head in enumerate(heads) if (label := label_at(text, head.start, head.end))]
    known = [(place, label) for place, label in known if label.start == heads[place].start]
    if len(known) < _KNOWN:
        return []
    values: list[_Value] = []
    asked = 0
    for place, label in known:
        kinds = [entity for entity in label.entities if entity not in ("LOCATION", "STREET_ADDRESS", "SECRET")]
        cells = lines[place :: len(heads)] if kinds else []
        asked += len(cells)
        for cell in cells:
            for entity in kinds:
                end = value_at(entity, text, cell.start, cell.end)
                if end is not None and fills(text, end, cell.end):
                    values.append((label, entity, cell.start, end))
                    break
    return values if values and len(values) >= _FITTING * asked else []
