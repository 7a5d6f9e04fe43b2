"""The shipped corpus, and reading a corpus from a file."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from guardrails.evaluation.documents import CorpusError, Document
from guardrails.evaluation.json_lines import read_json_lines
from guardrails.evaluation.marked_text import parse_marked_text, read_marked_text
from guardrails.evaluation.news import read_germeval


def shipped_corpus() -> list[Document]:
    """The documents that come with the guard, written and labelled by hand, all people in them invented.

    Raises:
        CorpusError: file, line and what is wrong.
    """
    folder = files("guardrails.evaluation").joinpath("corpus")
    documents: list[Document] = []
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.name.endswith(".txt"):
            documents += parse_marked_text(item.read_text(encoding="utf-8"), item.name)
    seen: set[str] = set()
    for document in documents:
        if document.id in seen:
            raise CorpusError(f"Die Kennung „{document.id}“ steht in zwei Dateien.")
        seen.add(document.id)
    return documents


def read_corpus(path: Path) -> list[Document]:
    """The documents of a file, by its ending: ``.tsv`` GermEval, ``.txt`` marked text, else JSON Lines.

    Raises:
        CorpusError: file, line and what is wrong.
        OSError: the file cannot be read.
    """
    try:
        if path.suffix == ".tsv":
            return read_germeval(path)
        if path.suffix == ".txt":
            return read_marked_text(path)
        with path.open(encoding="utf-8-sig") as lines:
            return read_json_lines(lines, path.name)
    except UnicodeDecodeError:
        raise CorpusError(f"{path.name} ist nicht in UTF-8 gespeichert.") from None
