"""A document as one HTML file that needs nothing beside it and asks nobody for anything."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from ui.documents.model import (
    Block,
    Document,
    Heading,
    Item,
    ItemList,
    Paragraph,
    Passage,
    Run,
    Table,
    WritingLines,
    printable,
)

_STYLE = Path(__file__).with_name("document.css")

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""What a browser may load for it: nothing. A fault in it, or a text in it, cannot tell anybody that it was opened."""


def as_html(document: Document) -> bytes:
    """The document as HTML in UTF-8."""
    page = (
        f'<!doctype html>\n<html lang="{escape(document.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_text(document.title)}</title>\n<style>\n{_STYLE.read_text(encoding='utf-8')}</style>\n"
        f"</head>\n<body>\n<main>\n{body_html(document)}\n</main>\n</body>\n</html>\n"
    )
    return page.encode()


def body_html(document: Document, depth: int = 0) -> str:
    """What stands between head and foot of the page, to be shown elsewhere too: under `depth` headings above it."""
    level = 1 + depth
    title = f"<h{level}>{_text(document.title)}</h{level}>"
    subtitle = f'<p class="untertitel">{_text(document.subtitle)}</p>' if document.subtitle else ""
    return "\n".join([title, subtitle, *(_block(block, level) for block in document.blocks)])


def _block(block: Block, above: int) -> str:
    match block:
        case Heading(level, text, new_page):
            kind = ' class="neue-seite"' if new_page else ""
            return f"<h{above + level}{kind}>{_text(text)}</h{above + level}>"
        case Paragraph(runs, style):
            kind = {"text": "absatz", "small": "absatz klein", "large": "absatz gross"}[style]
            return f'<p class="{kind}">{_runs(runs)}</p>'
        case ItemList(items):
            return _list(items, 0)
        case Passage(label, runs, author):
            kind = ' class="modell"' if author == "model" else ""
            return f"<figure{kind}><figcaption>{_text(label)}</figcaption><p>{_runs(runs)}</p></figure>"
        case Table(columns, rows):
            head = "".join(f'<th scope="col">{_text(column)}</th>' for column in columns)
            body = "".join(f"<tr>{''.join(f'<td>{_text(cell)}</td>' for cell in row)}</tr>" for row in rows)
            return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        case WritingLines(labels):
            return f'<div class="zeilen">{"".join(f"<p>{_text(label)}</p>" for label in labels)}</div>'


def _list(items: Sequence[Item], level: int) -> str:
    parts: list[str] = []
    index = 0
    while index < len(items):
        end = index + 1
        while end < len(items) and items[end].level > level:
            end += 1
        below = _list(items[index + 1 : end], level + 1) if end > index + 1 else ""
        parts.append(f"<li>{_runs(items[index].runs)}{below}</li>")
        index = end
    tag = "ol" if items and items[0].ordered else "ul"
    return f"<{tag}>{''.join(parts)}</{tag}>"


def _runs(runs: Sequence[Run]) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    text = _text(run.text)
    if run.placeholder:
        text = f'<span class="platzhalter">{text}</span>'
    if run.strong:
        text = f"<strong>{text}</strong>"
    return f"<em>{text}</em>" if run.emphasis else text


def _text(text: str) -> str:
    return escape(printable(text))
