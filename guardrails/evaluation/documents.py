"""Labelled documents: what the guard is measured on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

#: Kind of text and its name for people, in the plural.
KIND_LABELS: dict[str, str] = {
    "letter": "Briefe",
    "email": "E-Mails",
    "note": "Vermerke",
    "prompt": "Eingaben an das Modell",
    "summary": "Zusammenfassungen",
    "table": "Tabellen",
    "form": "Formulare",
    "chat": "Chat",
    "news": "Nachrichten",
    "law": "Gesetzestexte",
    "other": "ohne Angabe",
}

#: Origin of a name and what it is called. It says where a name is at home, nothing about who bears it.
ORIGIN_LABELS: dict[str, str] = {
    "de": "deutsch",
    "tr": "türkisch",
    "ar": "arabisch",
    "pl": "polnisch",
    "uk": "ukrainisch und russisch",
    "vi": "vietnamesisch",
    "waf": "westafrikanisch",
    "eaf": "ostafrikanisch",
    "rom": "romanisch",
    "see": "südosteuropäisch",
    "sas": "südasiatisch",
    "eas": "ostasiatisch",
    "other": "andere",
}

Part = Literal["dev", "test"]
"""``dev``: who improves recognizers may look into it; ``test``: they may not."""


class CorpusError(ValueError):
    """A corpus that cannot be read. The message says in German in which file and line, and what is wrong."""


@dataclass(frozen=True, slots=True)
class Label:
    """One place that holds personal data, by hand."""

    start: int
    """First character, in Unicode code points."""
    end: int
    """One past the last character."""
    entity: str
    """Kind of data, see :data:`guardrails.ENTITY_LABELS`."""
    origin: str = ""
    """Of a person's name, see :data:`ORIGIN_LABELS`; empty where not known."""


@dataclass(frozen=True, slots=True)
class Document:
    """A text and what is personal in it. The labels stand in the order of the text and do not overlap."""

    id: str
    """Name, unique in its corpus."""
    text: str
    """The text."""
    labels: tuple[Label, ...] = ()
    """Everything personal in it."""
    kind: str = "other"
    """Kind of text, see :data:`KIND_LABELS`."""
    language: str = ""
    """``de``, ``en`` or empty. The guard is not told; it detects the language itself."""
    tags: tuple[str, ...] = ()
    """What is special: ``evasion``, ``ocr``, ``lookalike``, ``mixed``, ``table``."""
    warns: frozenset[str] | None = None
    """Warnings that a careful reader expects, see :data:`guardrails.WARNING_LABELS`; None where nobody said."""
    entities: frozenset[str] | None = None
    """The only kinds of data that are labelled; None where all are. Findings of other kinds are not judged."""

    @property
    def part(self) -> Part:
        """The part of the corpus it belongs to, by a hash of its name: one in four is ``test``."""
        return "test" if hashlib.sha256(self.id.encode()).digest()[0] % 4 == 3 else "dev"


def document_record(document: Document) -> dict[str, Any]:
    """A document as one line of a JSON Lines corpus, as `read_json_lines` reads it."""
    record: dict[str, Any] = {"id": document.id, "text": document.text, "kind": document.kind}
    if document.language:
        record["lang"] = document.language
    if document.tags:
        record["tags"] = list(document.tags)
    if document.warns is not None:
        record["warns"] = sorted(document.warns)
    record["entities"] = [
        {"start": label.start, "end": label.end, "entity": label.entity}
        | ({"origin": label.origin} if label.origin else {})
        for label in document.labels
    ]
    return record


def corpus_hash(documents: Iterable[Document]) -> str:
    """Twelve hexadecimal digits over texts and labels, in the given order."""
    digest = hashlib.sha256()
    for document in documents:
        digest.update(json.dumps(document_record(document), sort_keys=True).encode())
    return digest.hexdigest()[:12]
