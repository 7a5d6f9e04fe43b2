"""What a document consists of, whatever the format it is written in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ui.marking import PLACEHOLDER

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 does not allow, and the delete character."""


@dataclass(frozen=True)
class Run:
    """A stretch of text in one style. Line feeds are line breaks."""

    text: str
    strong: bool = False
    emphasis: bool = False
    placeholder: bool = False


Runs = tuple[Run, ...]


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 to 3; the document's own title stands above them."""

    level: Literal[1, 2, 3]
    text: str
    new_page: bool = False


@dataclass(frozen=True)
class Paragraph:
    """A paragraph."""

    runs: Runs
    style: Literal["text", "small", "large"] = "text"


@dataclass(frozen=True)
class Item:
    """An entry of a list; nested ones have a deeper level, from 0."""

    runs: Runs
    level: int = 0
    ordered: bool = False


@dataclass(frozen=True)
class ItemList:
    """A list."""

    items: tuple[Item, ...]


@dataclass(frozen=True)
class Passage:
    """A text of somebody, set apart under a line that says whose it is."""

    label: str
    runs: Runs
    author: Literal["person", "model"]


@dataclass(frozen=True)
class Table:
    """A table of plain texts with a heading for each column."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class WritingLines:
    """Lines to be filled in by hand, each with what belongs there."""

    labels: tuple[str, ...]


Block = Heading | Paragraph | ItemList | Passage | Table | WritingLines


@dataclass(frozen=True)
class Document:
    """A document with everything that a format needs; it refers to nothing outside itself."""

    title: str
    subtitle: str
    language: str
    """As in BCP 47: `de-DE`."""
    header: str
    page_word: str
    of_word: str
    blocks: tuple[Block, ...]


def printable(text: str) -> str:
    """The text without characters that no document may hold, with line feeds alone as line ends."""
    return _UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def plain(text: str) -> Runs:
    """A text with its placeholders as runs of their own."""
    runs: list[Run] = []
    position = 0
    for match in PLACEHOLDER.finditer(text):
        if match.start() > position:
            runs.append(Run(text[position : match.start()]))
        runs.append(Run(match.group(), placeholder=True))
        position = match.end()
    if position < len(text):
        runs.append(Run(text[position:]))
    return tuple(runs)


def text_of(runs: Sequence[Run]) -> str:
    """The bare text of some runs."""
    return "".join(run.text for run in runs)
