"""The labels of field_labels.yaml, and where they stand in a text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

import regex
import yaml

_WORD = regex.compile(r"\p{L}+")
#: Between the words of one label: ``Steuer-ID``, ``Pers.-Nr.``, ``Str./Nr.``, ``Straße, Hausnummer``.
_JOINT = regex.compile(r"[ ]?[.]?[ ]?[/&,_-]?[ ]?")
_FOLDED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "é": "e"})
_NUMBER = regex.compile(r"(?:nummern?|nrn|num|no)$|nummer(?=des|der|fuer)")
_MOST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Label:
    """A label in a text."""

    start: int
    end: int
    """Behind its last letter."""
    entities: tuple[str, ...]
    strong: bool


def _load() -> dict[str, tuple[tuple[str, ...], bool]]:
    lists: dict[str, dict[str, str]] = yaml.safe_load(
        files(__package__).joinpath("field_labels.yaml").read_text(encoding="utf-8")
    )
    found: dict[str, tuple[tuple[str, ...], bool]] = {}
    for strong in (True, False):
        for entity, labels in lists.items():
            for label in labels.get("strong" if strong else "weak", "").split():
                before = found.get(label)
                if before is None:
                    found[label] = ((entity,), strong)
                elif entity not in before[0]:
                    found[label] = ((*before[0], entity), before[1])
    return found


LABELS = _load()
_BEGINNINGS = frozenset(label[:length] for label in LABELS for length in range(1, len(label) + 1))


def labels_in(text: str, start: int = 0, end: int | None = None) -> Iterator[Label]:
    """The labels in a stretch, the longest at each word, without those inside of others."""
    position = start
    limit = len(text) if end is None else end
    for match in _WORD.finditer(text, start, limit):
        if match.start() < position:
            continue
        found = _longest(text, match, limit)
        if found is not None:
            position = found.end
            yield found


def label_at(text: str, start: int, end: int) -> Label | None:
    """The label that begins with the first word of a stretch."""
    match = _WORD.search(text, start, end)
    return _longest(text, match, end) if match else None


def _longest(text: str, match: regex.Match[str], limit: int) -> Label | None:
    key = ""
    found: Label | None = None
    word: regex.Match[str] | None = match
    before = text[max(0, match.start() - 2) : match.start()]
    if before and (before[-1].isalnum() or before[-1] in "@_" or (before[-1] == "-" and before[0].isalnum())):
        return None
    for _ in range(_MOST_WORDS):
        if word is None:
            return found
        plain = word[0].lower().translate(_FOLDED)
        whole = _NUMBER.sub("nr", key + plain)
        known = LABELS.get(whole)
        if known is not None and not text[word.end() : word.end() + 1].isdigit():
            found = Label(match.start(), word.end(), *known)
        key += plain
        if whole not in _BEGINNINGS and key not in _BEGINNINGS:
            return found
        joint = _JOINT.match(text, word.end(), limit)
        word = _WORD.match(text, joint.end(), limit) if joint else None
    return found
