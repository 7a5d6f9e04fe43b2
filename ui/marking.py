"""Texts with their findings and placeholders, as HTML. Pure functions: text in, markup out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from ui.schemas import Finding, PlaceToCheck

PLACEHOLDER = re.compile(r"\[([A-Z][A-Z_]*)_(\d+)\]")


def mark_original(text: str, findings: Sequence[Finding], to_check: Sequence[PlaceToCheck] = ()) -> str:
    """The person's own text, every finding in a frame that carries its number and kind, places to check with a dotted
    line, their letter and kind.

    Of overlapping findings the one that starts first is framed, of two with one start the longer.
    """
    pieces: list[str] = []
    position = since = 0
    for number, finding in enumerate(ordered(findings), start=1):
        if finding.start < position or finding.end > len(text):
            continue
        pieces.append(_between_findings(text, position, finding.start, to_check, since))
        pieces.append(
            f'<mark class="befund"><span class="befund-text">{escape(text[finding.start : finding.end])}</span>'
            f'<span class="befund-art"> {number}&nbsp;{escape(finding.label)}</span></mark>'
        )
        position, since = finding.end, finding.start
    pieces.append(_between_findings(text, position, len(text), to_check, since))
    return "".join(pieces)


def letter_of(number: int) -> str:
    """The letter by which a place to check is named in the text and below it: A, B, …, Z, AA, …"""
    return chr(ord("A") + number) if number < 26 else letter_of(number // 26 - 1) + letter_of(number % 26)


def _between_findings(text: str, start: int, end: int, to_check: Sequence[PlaceToCheck], since: int) -> str:
    """A stretch without findings. Places to check that ended after ``since``, within the finding before, get their
    label first.
    """
    cuts = {start, end}
    for place in to_check:
        cuts |= {cut for cut in (place.start, place.end) if start < cut < end}
    pieces: list[str] = []
    last = since
    borders = sorted(cuts)
    for border, following in zip(borders, [*borders[1:], None], strict=True):
        for number, place in enumerate(to_check):
            if last < place.end <= border:
                pieces.append(f'<span class="pruefen-art"> {letter_of(number)}&nbsp;{escape(place.label)}</span>')
        last = border
        if following is None:
            break
        part = escape(text[border:following])
        inside = any(place.start <= border and following <= place.end for place in to_check)
        pieces.append(f'<span class="pruefen">{part}</span>' if inside else part)
    return "".join(pieces)


def mark_placeholders(text: str) -> str:
    """A redacted text, every placeholder as a token."""
    pieces: list[str] = []
    position = 0
    for match in PLACEHOLDER.finditer(text):
        pieces.append(escape(text[position : match.start()]))
        pieces.append(f'<span class="platzhalter">{escape(match.group())}</span>')
        position = match.end()
    pieces.append(escape(text[position:]))
    return "".join(pieces)


def mark_in_markdown(markdown: str) -> str:
    """A text in Markdown, every placeholder as a token; HTML that its author wrote stays text."""
    return PLACEHOLDER.sub(
        lambda match: f'<span class="platzhalter">{escape(match.group())}</span>', markdown.replace("<", "&lt;")
    )


def ordered(findings: Sequence[Finding]) -> list[Finding]:
    """Findings in the order of the text."""
    return sorted(findings, key=lambda finding: (finding.start, -finding.end))


def placeholders_in(*texts: str) -> list[str]:
    """The distinct placeholders of some texts, in the order of their first appearance."""
    found = (match.group() for text in texts for match in PLACEHOLDER.finditer(text))
    return list(dict.fromkeys(found))
