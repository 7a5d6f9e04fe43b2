"""The head of the column in which a value stands: the label of a number in a table is far above it."""

from __future__ import annotations

import regex

#: How far above a value the head of its table may be, in characters.
_HIGHEST = 6_000
#: Lines at the start of a block among which the head is looked for: a title may stand above it.
_HEAD_LINES = 3
#: Commas without blanks in a row of a table.
_COMMAS = 2
_WIDE_GAP = regex.compile(r"[ ]{2,}|\t")


def column_head(text: str, position: int) -> str:
    """The head of the column at ``position``; empty where the line is no row of a table, or the head itself."""
    return head_and_line(text, position)[0]


def head_and_line(text: str, position: int) -> tuple[str, str]:
    """The head of the column at ``position``, and the line in which all heads stand; both empty outside of tables."""
    line_start = text.rfind("\n", 0, position) + 1
    before = text[line_start:position]
    line = before + text[position : position + 400].split("\n", 1)[0]
    separator = next((sign for sign in "|\t;" if sign in before), "")
    if before == "":
        separator = next((sign for sign in "|\t;" if line.count(sign) > (sign != "\t")), "")
    if not separator and line.count(",") >= _COMMAS and line.count(", ") == 0:
        separator = ","
    if not separator and "   " not in (before or line):
        return "", ""
    block_start = text.rfind("\n\n", max(0, line_start - _HIGHEST), line_start)
    start = block_start + 2 if block_start >= 0 else max(0, line_start - _HIGHEST)
    for _ in range(_HEAD_LINES):
        if start >= line_start:
            return "", ""
        end = text.index("\n", start)
        head = text[start:end]
        if separator and head.count(separator) >= before.count(separator) and separator in head:
            return head.split(separator)[before.count(separator)], head
        if not separator and _WIDE_GAP.search(head.strip()):
            return _aligned(head, len(before)), head
        start = end + 1
    return "", ""


def table_start(text: str, position: int) -> int:
    """Where the table begins in whose row ``position`` is; ``position`` itself where it is in none."""
    line_start = text.rfind("\n", 0, position) + 1
    line = text[line_start : line_start + 400].split("\n", 1)[0]
    if line.count("|") < 2 and line.count(";") < 2 and "\t" not in line and "   " not in line.strip():
        return position
    block_start = text.rfind("\n\n", max(0, line_start - _HIGHEST), line_start)
    return block_start + 2 if block_start >= 0 else max(0, line_start - _HIGHEST)


def _aligned(head: str, column: int) -> str:
    """The words of a head that stand over a column, where columns are kept apart by blanks."""
    best = ""
    position = 0
    for gap in [*_WIDE_GAP.finditer(head), None]:
        end = gap.start() if gap else len(head)
        if position <= column + 2:
            best = head[position:end]
        position = gap.end() if gap else end
    return best
