"""A catalogue from what guard and checks say in German to another language.

Guard and exercises compose their sentences in German, and attempts are kept with them. What the API says in another
language is found here by the German words: an entry is a whole text or a piece of one, with fields in braces for what
the text brings along. A field may hold another entry; words of people and of exercises stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import yaml

_FIELD = re.compile(r"\{(\w+)\}")
_SENTENCE_END = re.compile(r"(?<=[.!?:“]) ")
_JOINT = "; "
_BETWEEN = re.compile(r"(, | und )")
_AND = {" und ": " and "}


class Catalogue:
    """Entries of one file, German to another language."""

    def __init__(self, entries: Mapping[str, str]) -> None:
        self._exact = {german: other for german, other in entries.items() if not _FIELD.search(german)}
        with_fields = [german for german in entries if _FIELD.search(german)]
        # The longest text outside its fields says the most.
        with_fields.sort(key=lambda german: len(_FIELD.sub("", german)), reverse=True)
        self._patterns = [(_pattern(german), entries[german]) for german in with_fields]

    @classmethod
    def read(cls, path: Path) -> Catalogue:
        """The catalogue of a YAML file of pairs."""
        return cls(yaml.safe_load(path.read_text(encoding="utf-8")))

    def text(self, german: str) -> str | None:
        """An entry, or sentences that are entries each; None where any of it is unknown."""
        whole = self._entry(german)
        if whole is not None or " " not in german:
            return whole
        sentences = _SENTENCE_END.split(german)
        found: list[str] = []
        while sentences:
            for length in range(len(sentences), 0, -1):
                piece = self._entry(" ".join(sentences[:length]))
                if piece is not None:
                    found.append(piece)
                    del sentences[:length]
                    break
            else:
                return None
        return " ".join(found)

    def reason(self, german: str) -> str | None:
        """Pieces of a reason, joined with semicolons and ended with a full stop; None where any of it is unknown."""
        pieces = [self._entry(piece) for piece in german.removesuffix(".").split(_JOINT)]
        if any(piece is None for piece in pieces):
            return None
        return _JOINT.join(piece for piece in pieces if piece is not None) + "."

    def _entry(self, german: str) -> str | None:
        if german in self._exact:
            return self._exact[german]
        for pattern, other in self._patterns:
            match = pattern.fullmatch(german)
            if match is not None:
                return self._filled(other, match.groupdict())
        return None

    def _filled(self, other: str, fields: Mapping[str, str]) -> str:
        return _FIELD.sub(lambda name: self._field(name[1], fields[name[1]]), other)

    def _field(self, name: str, value: str) -> str:
        if name.startswith("d_") or name == "d":
            return value.replace(",", ".")
        known = self._entry(value)
        if known is not None:
            return known
        parts = _BETWEEN.split(value)
        if len(parts) > 1 and all(part in self._exact or part in self._exact.values() for part in parts[::2]):
            return "".join(_AND.get(part, self._exact.get(part, part)) for part in parts)
        return value


def _pattern(german: str) -> re.Pattern[str]:
    """An entry as an expression; names that begin with n or d stand for numbers."""
    parts: list[str] = []
    end = 0
    for field in _FIELD.finditer(german):
        number = re.match(r"[nd](?:_|$)", field[1])
        parts += [re.escape(german[end : field.start()]), rf"(?P<{field[1]}>{r'-?[0-9][0-9.,]*' if number else '.+?'})"]
        end = field.end()
    return re.compile("".join(parts) + re.escape(german[end:]), re.DOTALL)
