"""Readers of the open corpora: SmartData, MobIE, GermEval, federal law."""

from __future__ import annotations

import gzip
import json
import lzma
import random
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from guardrails.training.compose import LabelledText, Span
from guardrails.training.heal import heal

_LABELS = {
    "person": "PERSON",
    "location-street": "STREET_ADDRESS",
    "location-city": "LOCATION",
    "location": "LOCATION",
}
_UNKNOWN = {"location-stop", "location-route"}
_ROAD = re.compile(r"#?[ABLKSU] ?\d+[a-z]?\Z")
_ADJECTIVE = re.compile(r"\w+er\Z")
_NO_SPACE_BEFORE = frozenset(",.;:!?)]}%“”…")
_LabelOf = Callable[[str, str], str | None]
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def _map(kind: str, surface: str) -> str | None:
    """Our label of a corpus mention; `?` where nothing is known, None where it is none of ours."""
    if kind in _UNKNOWN:
        return "?"
    label = _LABELS.get(kind)
    if label is None:
        return None
    if not surface[:1].isupper() and not surface.startswith(("#", "@")):
        return None
    if kind == "location-street" and _ROAD.match(surface):
        return None
    if label == "LOCATION" and (_ADJECTIVE.match(surface) or (" " in surface and kind == "location")):
        return "?"
    return label


def read_smartdata(path: Path, words: dict[str, int] | None = None) -> Iterator[LabelledText]:
    """Documents of the SmartData corpus (concatenated JSON objects, gzip); with the lexicon, gaps are healed."""
    raw = gzip.decompress(path.read_bytes()).decode()
    decoder, position = json.JSONDecoder(), 0
    while position < len(raw):
        if raw[position].isspace():
            position += 1
            continue
        document, position = decoder.raw_decode(raw, position)
        text = document["text"]["string"]
        out = LabelledText(text, [], "smartdata")
        mentions = sorted(
            ((m["span"]["start"], m["span"]["end"], m["type"]) for m in document["conceptMentions"]["array"]),
            key=lambda m: (m[0], -m[1]),
        )
        reached = 0
        others: list[tuple[int, int]] = []
        for start, end, kind in mentions:
            if start < reached:
                continue
            label = _map(kind, text[start:end])
            if label == "?":
                out.missing.append((start, end))
            elif label:
                out.spans.append(Span(start, end, label))
            if label:
                reached = end
            elif kind.startswith("organization"):
                others.append((start, end))
        yield out if words is None else heal(out, others, words)


def read_mobie(path: Path, split: str) -> Iterator[LabelledText]:
    """Blocks of a MobIE split (`train`, `dev`, `test`), put back into running text."""
    with zipfile.ZipFile(path) as archive:
        lines = archive.read(f"{split}.conll2003").decode().splitlines()
    rows: list[tuple[str, str]] = []
    for line in [*lines, ""]:
        columns = line.split()
        if not columns or columns[0].startswith("-DOCSTART-"):
            if rows:
                yield _from_columns(rows, "mobie", _map)
            rows = []
        elif len(columns) == 4:
            rows.append((columns[0], columns[3]))


def read_germeval(path: Path) -> Iterator[LabelledText]:
    """Sentences of a GermEval 2014 split, outer entities; `deriv` and `part` are none of ours."""
    rows: list[tuple[str, str]] = []

    def mapped(kind: str, surface: str) -> str | None:
        return {"PER": "PERSON", "LOC": "LOCATION"}.get(kind)

    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("#"):
            continue
        columns = line.split("\t")
        if len(columns) < 3:
            if rows:
                yield _from_columns(rows, "germeval", mapped)
            rows = []
        else:
            rows.append((columns[1], columns[2]))


def _from_columns(rows: list[tuple[str, str]], section: str, label_of: _LabelOf) -> LabelledText:
    text, quotes = "", 0
    out = LabelledText("", [], section)
    chunks: list[tuple[int, int, str]] = []
    for word, tag in rows:
        closing = word == '"' and quotes % 2 == 1
        opening = text.endswith(("(", "[", "„", "#", "@")) or (text.endswith('"') and quotes % 2 == 1)
        quotes += word == '"'
        if text and not (word[0] in _NO_SPACE_BEFORE or closing or opening):
            text += " "
        start = len(text)
        text += word
        if tag.startswith("B-"):
            chunks.append((start, len(text), tag[2:]))
        elif tag.startswith("I-") and chunks and chunks[-1][2] == tag[2:]:
            chunks[-1] = (chunks[-1][0], len(text), tag[2:])
    for start, end, kind in chunks:
        label = label_of(kind, text[start:end])
        if label == "?":
            out.missing.append((start, end))
        elif label:
            out.spans.append(Span(start, end, label))
    out.text = text
    return out


def law_words(path: Path) -> Counter[str]:
    """How often each word stands in federal law, as written."""
    words: Counter[str] = Counter()
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            words.update(_WORD.findall(line))
    return words


def law_passages(
    path: Path, count: int, places: set[str], seed: int, suits: Callable[[str], bool] = bool
) -> list[LabelledText]:
    """`count` passages of statutes that `suits`; words that are places too are marked unknown."""
    rng, seen = random.Random(seed), 0
    kept: list[str] = []
    with lzma.open(path, "rt", encoding="utf-8") as handle:
        passage = ""
        for line in handle:
            if line.strip():
                passage += line
                continue
            text, passage = passage.strip(), ""
            if not 80 < len(text) < 700 or text.count("|") > 20 or not suits(text):
                continue
            seen += 1
            if len(kept) < count:
                kept.append(text)
            elif (slot := rng.randrange(seen)) < count:
                kept[slot] = text
    out = []
    for text in kept:
        marked = [(m.start(), m.end()) for m in _WORD.finditer(text) if m[0] in places]
        out.append(LabelledText(text, [], "gesetz", marked))
    return out
