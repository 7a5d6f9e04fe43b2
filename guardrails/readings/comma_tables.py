"""``400118,Weiß Thorsten,04.02.1971``: rows of a table with commas, read with semicolons instead."""

from collections.abc import Iterator

import regex

from guardrails.normalisation import Edit

_LEAST = 2
_BLOCK = regex.compile(r"(?:^(?=[^\n]{0,400},[^ \n])[^\n]{3,2000}(?:\n|\Z)){2,2000}", regex.MULTILINE)
_COMMA = regex.compile(r",(?![ ])")


def comma_tables(text: str) -> Iterator[Edit]:
    """The commas of lines that all have as many of them as the first."""
    if "," not in text:
        return
    for block in _BLOCK.finditer(text):
        lines, starts = list[list[int]](), list[int]()
        position = block.start()
        for line in block[0].split("\n"):
            commas = [position + match.start() for match in _COMMA.finditer(line)]
            if line.strip():
                lines.append(commas)
                starts.append(position)
            position += len(line) + 1
        if len(lines) > 1 and len(lines[0]) >= _LEAST and len({len(commas) for commas in lines}) == 1:
            yield from ((at, at + 1, ";") for commas in lines for at in commas)
            yield from ((at, at + 1, text[at]) for at in starts if text[at] != ",")
