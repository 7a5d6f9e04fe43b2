"""Texts with their findings and placeholders, as HTML. Pure functions: text in, markup out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from ui.schemas import Finding

PLACEHOLDER = re.compile(r"\[([A-Z][A-Z_]*)_(\d+)\]")


def mark_original(text: str, findings: Sequence[Finding]) -> str:
    """The person's own text, every finding in a frame that carries its number and kind.

    Of overlapping findings the one that starts first is framed, of two with one start the longer.
    """
    pieces: list[str] = []
    position = 0
    for number, finding in enumerate(ordered(findings), start=1):
        if finding.start < position or finding.end > len(text):
            continue
        pieces.append(escape(text[position : finding.start]))
        pieces.append(
            f'<mark class="befund"><span class="befund-text">{escape(text[finding.start : finding.end])}</span>'
            f'<span class="befund-art"> {number}&nbsp;{escape(finding.label)}</span></mark>'
        )
        position = finding.end
    pieces.append(escape(text[position:]))
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


def ordered(findings: Sequence[Finding]) -> list[Finding]:
    """Findings in the order of the text."""
    return sorted(findings, key=lambda finding: (finding.start, -finding.end))


def placeholders_in(*texts: str) -> list[str]:
    """The distinct placeholders of some texts, in the order of their first appearance."""
    found = (match.group() for text in texts for match in PLACEHOLDER.finditer(text))
    return list(dict.fromkeys(found))
