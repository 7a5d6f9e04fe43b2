"""German sentences of a letter or a note, with the place where each begins.

Knows that "3. März", "Abs. 2", "z. B." and "Nr. 5" do not end a sentence, and that a list item, a box to tick, a
heading, a salutation, a line of an address and a cell of a table each stand alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_ABBREVIATION_LIST = """
    abs abschn abt allg amtl anl anm art aufl az bearb begl betr bez bzgl bzw ca co d dgl dipl dr e ehem einschl
    entspr etc evtl f ff fr frl g geb gem ggf gesch gez gz h hr i inkl insb jg jr kap kfm lfd lit lt m max med mind
    min mio mrd mwst nr o od p pp prof q rd r rechtl s sen sog st std stk str tel teilw u usw v verf vgl vors z ziff
    zit zzgl zz tgl
    jan feb mrz apr jun jul aug sep sept okt nov dez
"""
_ABBREVIATIONS = frozenset(_ABBREVIATION_LIST.split())
_WORD = re.compile(r"\[[A-Z0-9_]+\]|[A-Za-zÀ-ÖØ-öø-ÿŁ-ž0-9§]+(?:[-'’./][A-Za-zÀ-ÖØ-öø-ÿŁ-ž0-9]+)*")
_END = re.compile(r"[.!?…]+[)\"”“»«’']*(?=\s+|$)")
_MONTH = re.compile(
    r"(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
    r"|Jan|Feb|Mrz|Apr|Jun|Jul|Aug|Sept?|Okt|Nov|Dez)\b"
)
_ITEM = re.compile(
    r"\s*(?:(?:[-*•–]\s+)?\[[ xX]?\]\s+|"
    rf"[-*•–☐☑□▢✓✔]\s+|\d{{1,2}}[.)]\s+(?!{_MONTH.pattern})|[a-z]\)\s+|#{{1,6}}\s+|>\s*)"
)
_CELL = re.compile(r"[^|\s][^|\n]*")
_BEFORE_DOT = re.compile(r"([A-Za-zÄÖÜäöüß]+|\d+)\.$")
_LETTER_BEFORE = re.compile(r"\b[a-z]\.\s?\w\.$")
_ALSO_NAMES = frozenset({"Max", "Jan", "Jun", "Jul", "Kap"})
_LONGEST_UNWRAPPED_LINE = 60


@dataclass(frozen=True)
class Sentence:
    """A sentence or free-standing line of a text."""

    text: str
    """The words as they stand, white space folded, list marks and heading marks taken off."""
    start: int
    """Offset of the first character in the text, in Unicode code points."""
    line: int
    """Line of the first character, counted from 1."""

    @property
    def words(self) -> list[str]:
        """Words of the sentence; a placeholder or a number counts as one."""
        return words_in(self.text)


def words_in(text: str) -> list[str]:
    """Words of a text; a placeholder, a number or a hyphenated compound counts as one."""
    return _WORD.findall(text)


def split_sentences(text: str) -> list[Sentence]:
    """Sentences in order. Empty lines, list items and short lines without a full stop separate them too."""
    sentences: list[Sentence] = []
    for start, block in _blocks(text):
        for offset, part in _split_block(block):
            folded = " ".join(part.split())
            if words_in(folded):
                begin = start + offset
                sentences.append(Sentence(folded, begin, text.count("\n", 0, begin) + 1))
    return sentences


def _blocks(text: str) -> list[tuple[int, str]]:
    """Runs of lines that belong together, with offsets; marks of lists and headings are left out, cells stand alone."""
    blocks: list[tuple[int, str]] = []
    current: list[str] = []
    current_start = position = 0
    for line in text.splitlines(keepends=True):
        item = _ITEM.match(line)
        bare = line.strip().strip("*_")
        closes = not bare or bare.startswith("|") or (current and _stands_alone(current[-1]))
        if current and (closes or item):
            blocks.append((current_start, "".join(current)))
            current = []
        if line.lstrip().startswith("|"):
            blocks += [(position + cell.start(), cell.group()) for cell in _CELL.finditer(line)]
        elif bare:
            body_start = item.end() if item else len(line) - len(line.lstrip())
            if not current:
                current_start = position + body_start
                current.append(line[body_start:])
            else:
                current.append(line)
        position += len(line)
    if current:
        blocks.append((current_start, "".join(current)))
    return blocks


def _stands_alone(line: str) -> bool:
    """Whether a line is no part of running text: a short one, which no writer would have wrapped there."""
    return len(line.strip()) < _LONGEST_UNWRAPPED_LINE


def _split_block(block: str) -> list[tuple[int, str]]:
    parts: list[tuple[int, str]] = []
    start = 0
    for match in _END.finditer(block):
        if match.group().startswith(".") and len(match.group()) == 1 and _dot_is_inside(block, match.start()):
            continue
        parts.append((start, block[start : match.end()]))
        start = match.end()
        start += len(block[start:]) - len(block[start:].lstrip())
    if block[start:].strip():
        parts.append((start, block[start:]))
    return parts


def _dot_is_inside(block: str, dot: int) -> bool:
    """Whether the full stop at `dot` belongs to an abbreviation or an ordinal."""
    following = block[dot + 1 :].lstrip()
    if not following:
        return False
    if following[0].islower():
        return True
    if block[dot - 1].isdigit():
        return bool(_ordinal_goes_on(block, dot, following))
    return _ends_with_abbreviation(block, dot)


def _ends_with_abbreviation(block: str, dot: int) -> bool:
    before = block[max(0, dot - 30) : dot + 1]
    found = _BEFORE_DOT.search(before)
    if not found:
        return False
    word = found.group(1)
    if len(word) == 1 and word.isupper():
        return word not in "IVX" or bool(_LETTER_BEFORE.search(before))
    return word in _ABBREVIATIONS or (word.lower() in _ABBREVIATIONS and word not in _ALSO_NAMES)


def _ordinal_goes_on(block: str, dot: int, following: str) -> bool:
    """Whether a number with a full stop is an ordinal: one or two digits, then a month or a further number."""
    number = re.search(r"(\d+)\.$", block[: dot + 1])
    if not number or len(number.group(1)) > 2:
        return False
    if _MONTH.match(following) or following[0].isdigit():
        return True
    before = block[: number.start()].rstrip()
    return bool(
        re.search(r"(?:^|\b)(?:am|im|zum|vom|der|die|das|den|dem|des|bis|ab|seit)$", before, re.IGNORECASE)
    ) and bool(re.match(r"[A-ZÄÖÜ][a-zäöüß]+(?:\s+[a-zäöüß]|\s*[.,;])", following))
