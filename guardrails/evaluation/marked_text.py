"""Reader of hand-labelled documents.

A line ``=== id=brief-001 kind=letter lang=de tags=evasion,ocr warns=health`` begins a document; ``tags`` and ``warns``
may be left out. Its text follows, without blank lines at both ends. ``{{PHONE_NUMBER|030 1234}}`` marks a place,
``{{PERSON:tr|Karaca}}`` a name with its origin, ``\\u{200B}`` stands for the character of that number.
"""

from __future__ import annotations

from pathlib import Path

import regex

from guardrails.entities import ENTITY_LABELS
from guardrails.evaluation.documents import KIND_LABELS, ORIGIN_LABELS, CorpusError, Document, Label
from guardrails.warnings import WARNING_LABELS

TAGS = frozenset(("evasion", "ocr", "lookalike", "mixed", "table"))

_HEADER = "==="
_FIELDS = frozenset(("id", "kind", "lang", "tags", "warns"))
_MARK = regex.compile(r"\{\{(?P<entity>[A-Z_]+)(?::(?P<origin>[a-z]+))?\|(?P<text>.*?)\}\}", regex.DOTALL)
_ESCAPE = regex.compile(r"\\u\{([0-9A-Fa-f]{1,6})\}")


def read_marked_text(path: Path) -> list[Document]:
    """The documents of a file.

    Raises:
        CorpusError: file, line and what is wrong.
    """
    return parse_marked_text(path.read_text(encoding="utf-8"), path.name)


def parse_marked_text(content: str, name: str) -> list[Document]:
    """The documents of a text in this format; `name` is the file's, for errors.

    Raises:
        CorpusError: file, line and what is wrong.
    """
    documents: list[Document] = []
    header, lines, begun = "", list[str](), 0
    for number, line in enumerate([*content.split("\n"), _HEADER], 1):
        if not line.startswith(_HEADER):
            if not begun and line.strip():
                raise CorpusError(f"{name}, Zeile {number}: Vor dem Text fehlt die Kopfzeile „=== id=…“.")
            lines.append(line)
            continue
        if begun:
            documents.append(_document(header, lines, name, begun))
        header, lines, begun = line, [], number
    seen: set[str] = set()
    for document in documents:
        if document.id in seen:
            raise CorpusError(f"{name}: Die Kennung „{document.id}“ kommt zweimal vor.")
        seen.add(document.id)
    return documents


def _document(header: str, lines: list[str], name: str, number: int) -> Document:
    place = f"{name}, Zeile {number}"
    fields: dict[str, str] = {}
    for part in header[len(_HEADER) :].split():
        key, equals, value = part.partition("=")
        if not equals or key not in _FIELDS or not value:
            raise CorpusError(f"{place}: „{part}“ ist keine Angabe der Kopfzeile ({', '.join(sorted(_FIELDS))}).")
        fields[key] = value
    if missing := [key for key in ("id", "kind", "lang") if key not in fields]:
        raise CorpusError(f"{place}: In der Kopfzeile fehlt „{missing[0]}“.")
    tags, warns = (tuple(filter(None, fields.get(key, "").split(","))) for key in ("tags", "warns"))
    for values, known, what in (
        ((fields["kind"],), KIND_LABELS, "kind"),
        ((fields["lang"],), ("de", "en"), "lang"),
        (tags, TAGS, "tags"),
        (warns, WARNING_LABELS, "warns"),
    ):
        for value in values:
            if value not in known:
                raise CorpusError(f"{place}: „{value}“ gibt es bei „{what}“ nicht ({', '.join(sorted(known))}).")
    while lines and not lines[0].strip():
        del lines[0]
        number += 1
    while lines and not lines[-1].strip():
        del lines[-1]
    text, labels = _text("\n".join(lines), name, number + 1)
    if not text:
        raise CorpusError(f"{place}: Das Dokument hat keinen Text.")
    return Document(fields["id"], text, labels, fields["kind"], fields["lang"], tags, frozenset(warns))


def _text(marked: str, name: str, first_line: int) -> tuple[str, tuple[Label, ...]]:
    pieces: list[str] = []
    labels: list[Label] = []
    length = position = 0
    for match in _MARK.finditer(marked):
        place = f"{name}, Zeile {first_line + marked.count(chr(10), 0, match.start())}"
        _expect_unmarked(marked[position : match.start()], name, first_line + marked.count("\n", 0, position))
        entity, origin = match["entity"], match["origin"] or ""
        if entity not in ENTITY_LABELS:
            raise CorpusError(f"{place}: „{entity}“ ist keine Art von Angabe, die der Schutz kennt.")
        if (entity == "PERSON") != bool(origin) or (origin and origin not in ORIGIN_LABELS):
            raise CorpusError(
                f"{place}: Bei PERSON, und nur dort, steht die Herkunft des Namens ({', '.join(ORIGIN_LABELS)})."
            )
        before, inside = _plain(marked[position : match.start()]), _plain(match["text"])
        if "{{" in inside or not any(character.isalnum() for character in inside):
            raise CorpusError(f"{place}: Die Markierung {entity} enthält eine weitere oder keinen Text.")
        start = length + len(before)
        labels.append(Label(start, start + len(inside), entity, origin))
        pieces += [before, inside]
        length = start + len(inside)
        position = match.end()
    _expect_unmarked(marked[position:], name, first_line + marked.count("\n", 0, position))
    return "".join([*pieces, _plain(marked[position:])]), tuple(labels)


def _expect_unmarked(text: str, name: str, line: int) -> None:
    for brace in ("{{", "}}"):
        if (at := text.find(brace)) >= 0:
            number = line + text.count("\n", 0, at)
            raise CorpusError(f"{name}, Zeile {number}: „{brace}“ gehört zu keiner Markierung „{{{{ART|Text}}}}“.")


def _plain(text: str) -> str:
    return str(_ESCAPE.sub(lambda match: chr(int(match[1], 16)), text))
