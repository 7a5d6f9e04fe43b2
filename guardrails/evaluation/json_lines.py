"""Reader of corpora as JSON Lines, one document a line.

``{"id": "1", "text": "Herr Muster", "lang": "de", "kind": "note", "entities": [{"start": 5, "end": 11, "entity":
"PERSON", "origin": "de"}]}``. The labels may stand under ``entities``, ``findings``, ``labels`` or ``spans``, the kind
of data under ``entity``, ``label``, ``type`` or ``entity_type``; a label may also be ``[5, 11, "PERSON"]``. Offsets
count Unicode code points. Kinds of text, origins and tags of one's own are taken as they are.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from guardrails.evaluation.documents import KIND_LABELS, ORIGIN_LABELS, CorpusError, Document, Label
from guardrails.warnings import WARNING_LABELS

#: A kind that the guard does not know is measured too: it has to be hidden, whatever it is called.
_ENTITY = re.compile(r"[A-Z][A-Z_0-9]{1,39}")
_LABEL_FIELDS = ("entities", "findings", "labels", "spans")
_ENTITY_FIELDS = ("entity", "label", "type", "entity_type")


def read_json_lines(lines: Iterable[str], name: str) -> list[Document]:
    """The documents; empty lines are skipped. `name` is the file's, for errors.

    Raises:
        CorpusError: file, line, field and what is wrong. It quotes nothing of a text.
    """
    documents: list[Document] = []
    seen: set[str] = set()
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        place = f"{name}, Zeile {number}"
        try:
            record = json.loads(line)
        except json.JSONDecodeError as error:
            raise CorpusError(f"{place}: kein gültiges JSON (Spalte {error.colno}).") from None
        document = _document(record, place, number)
        if document.id in seen:
            raise CorpusError(f"{place}, Feld „id“: kommt zweimal vor.")
        seen.add(document.id)
        documents.append(document)
    if not documents:
        raise CorpusError(f"{name}: Darin steht kein Dokument.")
    return documents


def _document(record: Any, place: str, number: int) -> Document:
    if not isinstance(record, dict):
        raise CorpusError(f"{place}: Erwartet wird ein Objekt mit „id“, „text“ und „entities“.")
    text = record.get("text")
    if not isinstance(text, str):
        raise CorpusError(f"{place}, Feld „text“: Erwartet wird eine Zeichenkette.")
    identifier = record.get("id", number)
    if isinstance(identifier, bool) or not isinstance(identifier, str | int):
        raise CorpusError(f"{place}, Feld „id“: Erwartet wird eine Zeichenkette oder eine Zahl.")
    language = record.get("lang") or record.get("language") or ""
    if language not in ("", "de", "en"):
        raise CorpusError(f"{place}, Feld „lang“: „de“ oder „en“.")
    kind = record.get("kind") or "other"
    if not isinstance(kind, str):
        raise CorpusError(f"{place}, Feld „kind“: Erwartet wird eine Zeichenkette, etwa {', '.join(KIND_LABELS)}.")
    fields = [field for field in _LABEL_FIELDS if field in record]
    if not fields:
        raise CorpusError(f"{place}: Es fehlt das Feld „entities“ mit den Stellen (leer, wenn es keine gibt).")
    if len(fields) > 1:
        raise CorpusError(f"{place}: Die Stellen stehen unter „{fields[0]}“ und „{fields[1]}“; eines davon genügt.")
    labels = _labels(record[fields[0]], len(text), f"{place}, Feld „{fields[0]}“")
    warns = _words(record, "warns", place)
    if warns is not None and (unknown := [warn for warn in warns if warn not in WARNING_LABELS]):
        raise CorpusError(f"{place}, Feld „warns“: Eintrag {warns.index(unknown[0]) + 1} ist nicht bekannt.")
    return Document(
        id=str(identifier),
        text=text,
        labels=labels,
        kind=kind,
        language=language,
        tags=tuple(_words(record, "tags", place) or ()),
        warns=None if warns is None else frozenset(warns),
    )


def _words(record: dict[str, Any], field: str, place: str) -> list[str] | None:
    value = record.get(field)
    if value is None:
        return None
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise CorpusError(f"{place}, Feld „{field}“: Erwartet wird eine Liste von Zeichenketten.")
    return value


def _labels(value: Any, length: int, place: str) -> tuple[Label, ...]:
    if not isinstance(value, list):
        raise CorpusError(f"{place}: Erwartet wird eine Liste.")
    numbered = sorted(
        ((_label(item, length, f"{place}, Eintrag {number}"), number) for number, item in enumerate(value, 1)),
        key=lambda pair: (pair[0].start, pair[0].end),
    )
    for (first, one), (second, other) in pairwise(numbered):
        if second.start < first.end:
            raise CorpusError(f"{place}: Die Einträge {one} und {other} überschneiden sich.")
    return tuple(label for label, _ in numbered)


def _label(item: Any, length: int, place: str) -> Label:
    origin: Any = ""
    if isinstance(item, list) and len(item) == 3:
        start, end, entity = item
    elif isinstance(item, dict):
        start, end = item.get("start"), item.get("end")
        entity = next((item[field] for field in _ENTITY_FIELDS if field in item), None)
        origin = item.get("origin") or ""
    else:
        raise CorpusError(f"{place}: Erwartet wird {{„start“, „end“, „entity“}} oder [Anfang, Ende, Art].")
    if any(isinstance(number, bool) or not isinstance(number, int) for number in (start, end)):
        raise CorpusError(f"{place}: „start“ und „end“ sind ganze Zahlen.")
    if not 0 <= start < end <= length:
        raise CorpusError(f"{place}: {start} bis {end} liegt nicht im Text mit {length} Zeichen.")
    if not isinstance(entity, str) or not _ENTITY.fullmatch(entity):
        raise CorpusError(f"{place}: Die Art der Angabe fehlt oder ist keine Kennung wie PERSON.")
    if not isinstance(origin, str):
        raise CorpusError(f"{place}: „origin“ ist eine Zeichenkette, etwa {', '.join(ORIGIN_LABELS)}.")
    return Label(start, end, entity, origin)
