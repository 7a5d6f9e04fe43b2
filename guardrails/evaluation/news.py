"""Reader of corpora of news in which persons are labelled, and nothing else that the guard looks for.

GermEval 2014 (TSV, a sentence a block: number, word, outer and inner entity): outer ``PER`` only, not what is derived
from a name (``PERderiv``) or holds one (``PERpart``). SmartData (JSON objects in a row, gzip): ``person``.
"""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from guardrails.evaluation.documents import CorpusError, Document, Label

_PERSONS = frozenset(("PERSON",))
_NO_SPACE_BEFORE = frozenset(",.;:!?)]}%“”…")
_NO_SPACE_AFTER = ("(", "[", "„", "#", "@")


def read_germeval(path: Path) -> list[Document]:
    """One document a sentence, its words put back into running text.

    Raises:
        CorpusError: file, line and what is wrong.
    """
    documents: list[Document] = []
    rows: list[tuple[str, str]] = []
    for number, line in enumerate([*path.read_text(encoding="utf-8").split("\n"), ""], 1):
        if line.startswith("#\t"):
            continue
        if not line.strip():
            if rows:
                documents.append(_sentence(f"satz-{len(documents) + 1}", rows))
            rows = []
            continue
        columns = line.split("\t")
        if len(columns) < 3 or not columns[1]:
            raise CorpusError(f"{path.name}, Zeile {number}: Erwartet werden Nummer, Wort und Kennzeichen mit Tabs.")
        rows.append((columns[1], columns[2]))
    if not documents:
        raise CorpusError(f"{path.name}: Darin steht kein Satz.")
    return documents


def _sentence(identifier: str, rows: list[tuple[str, str]]) -> Document:
    text, quotes = "", 0
    labels: list[Label] = []
    inside = False
    for word, tag in rows:
        closing = word == '"' and quotes % 2 == 1
        opened = text.endswith(_NO_SPACE_AFTER) or (text.endswith('"') and quotes % 2 == 1)
        quotes += word == '"'
        if text and not (word[0] in _NO_SPACE_BEFORE or closing or opened):
            text += " "
        start = len(text)
        text += word
        if tag == "B-PER" or (tag == "I-PER" and not inside):
            labels.append(Label(start, len(text), "PERSON"))
        elif tag == "I-PER":
            labels[-1] = Label(labels[-1].start, len(text), "PERSON")
        inside = tag in ("B-PER", "I-PER")
    return Document(identifier, text, tuple(labels), "news", "de", entities=_PERSONS)


def read_smartdata(path: Path) -> list[Document]:
    """The documents of a SmartData split."""
    raw = gzip.decompress(path.read_bytes()).decode()
    decoder, position = json.JSONDecoder(), 0
    documents: list[Document] = []
    while position < len(raw):
        if raw[position].isspace():
            position += 1
            continue
        record, position = decoder.raw_decode(raw, position)
        labels: list[Label] = []
        for start, end, kind in sorted(
            (mention["span"]["start"], mention["span"]["end"], mention["type"])
            for mention in record["conceptMentions"]["array"]
        ):
            if kind == "person" and not (labels and start < labels[-1].end):
                labels.append(Label(start, end, "PERSON"))
        identifier = f"smartdata-{len(documents) + 1}"
        documents.append(Document(identifier, record["text"]["string"], tuple(labels), "news", "de", entities=_PERSONS))
    return documents
