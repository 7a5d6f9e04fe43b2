"""Numbered spans in a text, as HTML. Pure functions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from ui.marking import mark_placeholders


@dataclass(frozen=True)
class Labelled:
    """A span with the label that is shown behind it; `kind` is a further class for its look."""

    start: int
    end: int
    label: str
    kind: str = ""


def labelled(text: str, spans: Sequence[Labelled]) -> str:
    """The text with every span framed and its label behind it.

    Spans may overlap: a frame then ends where the next begins, and every label stands behind the end of its span.
    """
    cuts = sorted({0, len(text), *(min(max(cut, 0), len(text)) for span in spans for cut in (span.start, span.end))})
    pieces: list[str] = []
    for start, end in pairwise(cuts):
        inside = [span for span in spans if span.start <= start and end <= span.end]
        part = mark_placeholders(text[start:end])
        if not inside:
            pieces.append(part)
            continue
        labels = [escape(span.label) for span in spans if min(span.end, len(text)) == end and span.start < end]
        ending = "".join(f'<span class="befund-art"> {label}</span>' for label in labels)
        kinds = " ".join(dict.fromkeys(span.kind for span in inside if span.kind))
        pieces.append(f'<mark class="befund {kinds}"><span class="befund-text">{part}</span>{ending}</mark>')
    return "".join(pieces)
