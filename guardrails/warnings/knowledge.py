"""The words and phrases of ``knowledge.yaml``, found by the beginnings of the words of a text.

For each word one look into a table by its first characters tells which patterns can begin there, so that text without
such words costs next to nothing. Every pattern is tried at beginnings of words only and ends within a bounded number
of characters: the time is linear in the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import regex
import yaml

from guardrails.deadline import REGEX_TIMEOUT_SECONDS, scan
from guardrails.errors import GuardTimeout

#: Characters of a word's beginning that the table is kept by.
_HEAD = 7
_WORD = regex.compile(r"(?<![\p{L}\p{N}])[\p{L}\p{N}]+")
_ATOMS = {
    " ": r"(?:[ \t\n]{1,3})",
    "~": r"(?:\p{L}{0,30})",
    "…": r"(?:[^.!?;\n]|\n(?!\n)){0,45}?",
}
_ENDS = regex.compile(r"[\p{L}\p{N}]$|\)$|\?$|~$")


@dataclass(frozen=True, slots=True)
class Mention:
    """A word or phrase of the knowledge in a text."""

    start: int
    end: int
    category: str
    """A category of special data, or ``kinds``."""
    group: str
    """What the knowledge has it under: ``clear``, ``telling``, ``field``, ``general``, or a kind of fact."""


@dataclass(frozen=True, slots=True)
class _Entry:
    category: str
    group: str
    pattern: regex.Pattern[str]


class Knowledge:
    """All patterns, by the beginnings of words; read-only, shared by all threads."""

    def __init__(self, lists: dict[str, dict[str, str]]) -> None:
        table: dict[str, list[_Entry]] = {}
        self._endings: dict[str, tuple[str, str]] = {}
        for category, groups in lists.items():
            for group, lines in groups.items():
                for line in lines.splitlines():
                    if not line.strip() or line.startswith("#"):
                        continue
                    if line.startswith("~"):
                        self._endings[line[1:]] = (category, group)
                        continue
                    exact = line.startswith("=")
                    source = line[1:] if exact else line
                    entry = _Entry(category, group, _compiled(source, exact))
                    for head in _heads(source):
                        table.setdefault(head, []).append(entry)
        self._table = {head: tuple(entries) for head, entries in table.items()}
        self._ending = tuple(self._endings)

    def mentions(self, text: str) -> Iterator[Mention]:
        """Everything the knowledge has in ``text``, in the order of the beginnings.

        Raises:
            GuardTimeout: the time is over.
        """
        lower = text.lower()
        if len(lower) != len(text):
            lower = "".join(letter.lower()[0] for letter in text)
        for word in scan(_WORD, text):
            start, end = word.span()
            beginning = " ".join(lower[start : start + 2 * _HEAD].split())
            for length in range(1, min(_HEAD, len(beginning)) + 1):
                for entry in self._table.get(beginning[:length], ()):
                    found = _match(entry.pattern, text, start)
                    if found:
                        yield Mention(start, found.end(), entry.category, entry.group)
            if end - start > 5 and lower.endswith(self._ending, start, end):
                ending = next(item for item in self._ending if lower.endswith(item, start, end))
                yield Mention(start, end, *self._endings[ending])


@cache
def load_knowledge() -> Knowledge:
    """The shipped knowledge; read and compiled once."""
    content = files(__package__).joinpath("knowledge.yaml").read_text(encoding="utf-8")
    return Knowledge(yaml.safe_load(content))


def _match(pattern: regex.Pattern[str], text: str, start: int) -> regex.Match[str] | None:
    try:
        return pattern.match(text, start, timeout=REGEX_TIMEOUT_SECONDS)
    except TimeoutError:
        raise GuardTimeout("Die Prüfung des Textes hat zu lange gedauert. Es wurde nichts weitergegeben.") from None


def _compiled(source: str, exact: bool) -> regex.Pattern[str]:
    pattern = "".join(_ATOMS.get(letter, letter) for letter in source.replace(" … ", " (?:… )?"))
    if _ENDS.search(source):
        pattern += r"(?![\p{L}\p{N}])"
    return regex.compile(pattern, 0 if exact else regex.IGNORECASE, cache_pattern=False)


def _heads(source: str) -> set[str]:
    """The beginnings that a pattern can have in lower case, each of one to seven characters, white space as one blank.

    Raises:
        ValueError: the pattern can begin with anything.
    """
    heads = {head for head, _ in _beginnings(source, _HEAD)}
    if not heads or "" in heads:
        raise ValueError(f"knowledge.yaml: no beginning in {source!r}")
    return heads


def _beginnings(source: str, wanted: int) -> set[tuple[str, bool]]:
    """Up to ``wanted`` first characters of what the pattern matches, each with whether the pattern may go on there."""
    found: set[tuple[str, bool]] = set()
    for branch in _branches(source):
        partial = {("", True)}
        rest = branch
        while rest and any(goes_on and len(head) < wanted for head, goes_on in partial):
            atom, optional, rest = _atom(rest)
            grown: set[tuple[str, bool]] = set()
            for head, goes_on in partial:
                if not goes_on or len(head) >= wanted:
                    grown.add((head, goes_on))
                    continue
                if optional:
                    grown.add((head, True))
                for more, more_goes_on in atom if isinstance(atom, set) else _beginnings(atom, wanted - len(head)):
                    grown.add(((head + more)[:wanted], more_goes_on))
            partial = grown
        found |= partial
    return found


def _branches(source: str) -> list[str]:
    branches, depth, last, position = [], 0, 0, 0
    while position < len(source):
        letter = source[position]
        if letter == "\\":
            position += 1
        elif letter in "([":
            depth += 1
        elif letter in ")]":
            depth -= 1
        elif letter == "|" and depth == 0:
            branches.append(source[last:position])
            last = position + 1
        position += 1
    return [*branches, source[last:]]


def _atom(source: str) -> tuple[str | set[tuple[str, bool]], bool, str]:
    """The first atom of a pattern: a group's inside or its possible characters; whether it may be missing; the rest."""
    if source.startswith("(?:"):
        depth, position = 0, 0
        while True:
            if source[position] == "\\":
                position += 1
            elif source[position] in "([":
                depth += 1
            elif source[position] in ")]":
                depth -= 1
                if depth == 0:
                    break
            position += 1
        inside: str | set[tuple[str, bool]] = source[3:position]
        rest = source[position + 1 :]
    elif source[0] == "[":
        close = source.index("]")
        inside, rest = {(letter.lower(), True) for letter in _class(source[1:close])}, source[close + 1 :]
    elif source.startswith("\\d"):
        inside, rest = {(digit, True) for digit in "0123456789"}, source[2:]
    elif source.startswith("\\p"):
        inside, rest = {("", False)}, source[source.index("}") + 1 :]
    elif source[0] == " ":
        inside, rest = {(" ", True)}, source[1:]
    elif source[0] in "~…":
        inside, rest = {("", False)}, source[1:]
    elif source[0] == "\\":
        inside, rest = {(source[1].lower(), True)}, source[2:]
    else:
        inside, rest = {(source[0].lower(), True)}, source[1:]
    optional = rest.startswith("?")
    if optional:
        rest = rest[1:]
    elif rest.startswith(("{", "+")):
        length = rest.index("}") + 1 if rest[0] == "{" else 1
        if isinstance(inside, set):
            inside = {(head, False) for head, _ in inside}
        rest = rest[length:]
    return inside, optional, rest


def _class(inside: str) -> set[str]:
    letters: set[str] = set()
    position = 0
    while position < len(inside):
        if inside[position + 1 : position + 2] == "-" and position + 2 < len(inside):
            letters |= {chr(code) for code in range(ord(inside[position]), ord(inside[position + 2]) + 1)}
            position += 3
        else:
            letters.add(inside[position])
            position += 1
    return letters
