"""The house's deny list: looking for its texts, word by word, in normalised text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import regex

from guardrails.deadline import scan
from guardrails.entities import PLACEHOLDER_PATTERN
from guardrails.lexicon import fold
from guardrails.normalisation import normalise
from guardrails.policy.schema import STRICTNESS, DeniedText
from guardrails.readings import hidden_readings
from guardrails.recognizers.base import Candidate, Evidence

#: Name under which listed texts appear among the recognizers.
RECOGNIZER = "DenyList"

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")


@dataclass(frozen=True, slots=True)
class _Entry:
    words: tuple[str, ...]
    gaps: tuple[str, ...]
    item: DeniedText


class DenyList:
    """Finds listed texts as whole words. Linear in the text, whatever the length of the list.

    Case, kind and number of blanks, and blank or hyphen between words do not count; the last word may carry
    a genitive s. Literal placeholders are left alone.
    """

    def __init__(self, items: Sequence[DeniedText]) -> None:
        self._by_first: dict[str, list[_Entry]] = {}
        self._longest = 0
        for item in items:
            text = normalise(item.text).text
            matches = list(_WORD.finditer(text))
            words = tuple(fold(match[0]) for match in matches)
            gaps = tuple(_gap(text[one.end() : other.start()]) for one, other in pairwise(matches))
            self._by_first.setdefault(words[0], []).append(_Entry(words, gaps, item))
            self._longest = max(self._longest, len(words))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry.words))

    def __bool__(self) -> bool:
        return bool(self._by_first)

    def hidden(self, text: str) -> list[Candidate]:
        """The listed texts in what a normalised text says otherwise: spelled-out, spoilt by a scanner, encoded."""
        found: list[Candidate] = []
        for reading in hidden_readings(text):
            for hit in self.find(reading.text):
                span = reading.source_span(hit.start, hit.end)
                if span is not None:
                    found.append(hit.elsewhere(*span, "Ausgeschrieben oder verfremdet"))
        return found

    def find(self, text: str) -> list[Candidate]:
        """The listed texts in a normalised text, in its order, without overlaps, the longest where several begin."""
        protected = [match.span() for match in scan(PLACEHOLDER_PATTERN, text)]
        tokens = [(match.start(), match.end(), fold(match[0])) for match in scan(_WORD, text)]
        found: list[Candidate] = []
        position = 0
        while position < len(tokens):
            entry = self._at(text, tokens, position)
            if entry is None:
                position += 1
                continue
            start, end = tokens[position][0], tokens[position + len(entry.words) - 1][1]
            if not any(start < behind and begin < end for begin, behind in protected):
                found.append(_candidate(start, end, entry.item))
            position += len(entry.words)
        return found

    def pending(self, text: str) -> int | None:
        """Where a listed text may have begun that ``text``, still growing at its end, does not hold whole yet."""
        matches = list(_WORD.finditer(text))
        tokens = [(match.start(), match.end(), fold(match[0])) for match in matches[-max(self._longest - 1, 0) :]]
        for position in range(len(tokens) if self._longest > 1 else 0):
            rest = tokens[position:]
            for entry in self._by_first.get(rest[0][2], ()):
                if len(entry.words) > len(rest) and _agrees(text, rest, entry, len(rest)):
                    return rest[0][0]
        return None

    def applied(self, text: str, findings: Sequence[Candidate], action: Callable[[Candidate], str]) -> list[Candidate]:
        """The findings and the listed texts. A longer finding that is treated as strictly stays; other findings that
        a listed text touches become one with it, treated as strictly as the strictest of them.
        """
        hits = [*self.find(text), *self.hidden(text)]
        if not hits:
            return list(findings)
        result: list[Candidate] = []
        group: list[Candidate] = []
        end = 0
        for item in sorted([*findings, *hits], key=lambda item: (item.start, -item.end)):
            if group and item.start >= end:
                result += _united(group, action)
                group = []
            group.append(item)
            end = max(end, item.end) if len(group) > 1 else item.end
        return result + _united(group, action)

    def _at(self, text: str, tokens: Sequence[tuple[int, int, str]], position: int) -> _Entry | None:
        word = tokens[position][2]
        entries = list(self._by_first.get(word, ()))
        if word.endswith("s"):
            entries += [entry for entry in self._by_first.get(word[:-1], ()) if len(entry.words) == 1]
        for entry in entries:
            count = len(entry.words)
            rest = tokens[position : position + count]
            if len(rest) == count and _agrees(text, rest, entry, count):
                return entry
        return None


def _united(group: Sequence[Candidate], action: Callable[[Candidate], str]) -> list[Candidate]:
    """What becomes of findings and listed texts that overlap each other, in the order of the text."""
    found = [item for item in group if item.recognizer != RECOGNIZER]
    hits = [item for item in group if item.recognizer == RECOGNIZER]
    if all(any(_covers(item, hit, action) for item in found) for hit in hits):
        return found
    strictest = max([*hits, *found], key=lambda item: STRICTNESS[action(item)])
    return [replace(strictest, start=group[0].start, end=max(item.end for item in group))]


def _covers(item: Candidate, hit: Candidate, action: Callable[[Candidate], str]) -> bool:
    """Whether a finding holds the listed text and something more, and is treated as strictly."""
    longer = item.end - item.start > hit.end - hit.start
    return (
        item.start <= hit.start
        and hit.end <= item.end
        and longer
        and STRICTNESS[action(item)] >= STRICTNESS[action(hit)]
    )


def _agrees(text: str, tokens: Sequence[tuple[int, int, str]], entry: _Entry, count: int) -> bool:
    """Whether the first ``count`` tokens are those of the entry; only its last word may carry a genitive s."""
    for index in range(count):
        word, wanted = tokens[index][2], entry.words[index]
        last = index == len(entry.words) - 1
        if word != wanted and not (last and word == wanted + "s"):
            return False
        if index and _gap(text[tokens[index - 1][1] : tokens[index][0]]) != entry.gaps[index - 1]:
            return False
    return True


def _gap(between: str) -> str:
    """What stands between two words, as far as it counts."""
    bare = "".join(between.split())
    return " " if not bare.strip("-") else bare


def _candidate(start: int, end: int, item: DeniedText) -> Candidate:
    why = f" (Grund: {item.reason})" if item.reason else ""
    reason = f"Steht auf der Sperrliste des Hauses{why}."
    return Candidate(start, end, item.entity, 1.0, RECOGNIZER, Evidence(reason, identifying=False))
