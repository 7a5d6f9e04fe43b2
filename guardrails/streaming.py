"""Redaction of text that arrives in pieces. What goes out does not depend on how it was cut.

The text is looked at again at points that its content defines: behind white space, at least ``STEP`` characters
after the last look (the more is held back, the further apart, so that all looks together stay linear). Each look
analyses a window with some text before what is still held back, and lets go everything but the last ``HOLD``
characters, cut back to the start of a word, of a finding, and of what is begun and not finished, such as a number in
words. Because both the points and the windows follow from the text alone, any chunking gives the same output, and no
character of a finding leaves before it is known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from guardrails.errors import GuardError
from guardrails.findings import Finding
from guardrails.language import detect_language
from guardrails.readings import open_stretch
from guardrails.recognizers.table_columns import table_start
from guardrails.resolution import searchable_names

if TYPE_CHECKING:
    from guardrails.detected import Detected
    from guardrails.guard import Guard
    from guardrails.placeholders import PlaceholderBook

#: Least distance of two looks, in characters.
STEP = 24
#: How much is held back behind what is let go: recognizers look this far ahead.
HOLD = 56
#: Text before the held part that each look sees again, for context.
LOOK_BACK = 200
#: Seconds one look may take.
LOOK_TIMEOUT = 10.0

_SPACE = regex.compile(r"\s")


class StreamRedactor:
    """One text in pieces. After an error the rest is withheld for good: :meth:`feed` and :meth:`finish` raise."""

    def __init__(self, guard: Guard, language: str | None, placeholders: PlaceholderBook) -> None:
        self._guard = guard
        self._language = language
        self._book = placeholders
        self._text = ""
        self._offset = 0
        self._sent = 0
        self._looked = 0
        self._searched = 0
        self._written = 0
        self._names: set[str] = set()
        self._findings: list[Finding] = []
        self._state = "open"

    def __repr__(self) -> str:
        return f"<StreamRedactor {self._state}, {self._offset + self._sent} Zeichen freigegeben>"

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings in what was let go so far."""
        return tuple(self._findings)

    @property
    def held(self) -> int:
        """How many characters are held back now."""
        return len(self._text) - self._sent

    def feed(self, chunk: str) -> str:
        """Takes a piece, gives back what is now known to be clean (often nothing).

        Raises:
            GuardError: the analysis failed or ran out of time; nothing more will come.
        """
        self._check_open()
        self._text += chunk
        pieces: list[str] = []
        while True:
            point = self._next_point()
            if point is None:
                return "".join(pieces)
            pieces.append(self._look(point, final=False))

    def finish(self) -> str:
        """The text is complete: gives back the rest.

        Raises:
            GuardError: as :meth:`feed`.
        """
        self._check_open()
        rest = self._look(len(self._text), final=True)
        self._close("finished")
        return rest

    def abandon(self) -> None:
        """Forgets what is held back, as when the reader has gone."""
        self._close("abandoned")

    def _check_open(self) -> None:
        if self._state != "open":
            raise GuardError("Dieser Text wird nicht weiter ausgegeben.")

    def _close(self, state: str) -> None:
        self._state = state
        self._text = ""
        self._sent = self._looked = self._searched = 0
        self._names.clear()

    def _next_point(self) -> int | None:
        """The next position to look at, if it has arrived."""
        step = max(STEP, (self._looked - self._sent - HOLD) // 4)
        match = _SPACE.search(self._text, max(self._looked + step, self._searched))
        if match is None:
            self._searched = max(self._searched, len(self._text))
            return None
        return int(match.end())

    def _look(self, point: int, *, final: bool) -> str:
        self._looked = self._searched = point
        limit = point if final else self._word_start(point - HOLD)
        if limit <= self._sent and not final:
            return ""
        window = self._text[:point]
        language = self._language or detect_language(window)
        try:
            found = self._guard.guarded(
                lambda: self._guard.detect(window, language, frozenset(self._names)), LOOK_TIMEOUT
            )
        except GuardError:
            self._close("failed")
            raise
        except BaseException:
            self._close("failed")
            raise
        if not final:
            limit = min(limit, self._guard.pending(window), open_stretch(window, limit))
        for item in reversed(found):
            if item.start < limit < item.end:
                limit = item.start
        if limit <= self._sent:
            return ""
        output = self._let_go(found, limit)
        self._forget()
        return output

    def _word_start(self, position: int) -> int:
        """The start of the word at ``position``, so that no word is cut."""
        while position > self._sent and not self._text[position - 1].isspace():
            position -= 1
        return position

    def _let_go(self, found: list[Detected], limit: int) -> str:
        self._book.reserve(self._text[self._sent : limit])
        pieces: list[str] = []
        for item in found:
            if item.end <= self._sent or item.start >= limit:
                continue
            start = max(item.start, self._sent)
            plain = self._text[self._sent : start]
            self._written += len(plain)
            finding = self._guard.finding(item, self._book, self._offset, self._written, item.end - item.start)
            pieces += [plain, finding.placeholder or self._text[start : item.end]]
            self._written = finding.redacted_end
            self._sent = item.end
            self._findings.append(finding)
            if finding.entity == "PERSON" and item.candidate.evidence.identifying:
                self._names.update(searchable_names(item.value))
        rest = self._text[self._sent : limit]
        self._written += len(rest)
        self._sent = limit
        return "".join([*pieces, rest])

    def _forget(self) -> None:
        """Drops the text that no later look needs, from a word's start on; the head of a table stays with it."""
        cut = min(self._sent - LOOK_BACK, table_start(self._text, self._sent))
        if cut <= 0:
            return
        match = _SPACE.search(self._text, cut, self._sent)
        cut = match.end() if match else cut
        self._text = self._text[cut:]
        self._offset += cut
        self._sent -= cut
        self._looked -= cut
        self._searched -= cut
