"""The text of one answer as its tokens arrive: whole characters, nothing of a stop text, no half placeholder."""

import codecs
from collections.abc import Sequence


class AnswerText:
    """Gathers bytes and gives out what is safe to show."""

    def __init__(self, stops: Sequence[str]) -> None:
        """`stops` are texts at which the answer ends; they are not shown."""
        self._stops = stops
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._held = ""
        self.stopped = False
        """Whether a stop text has come; nothing is given out after it."""

    def feed(self, piece: bytes, unfinished: int) -> str:
        """Adds the bytes of a token. Its last `unfinished` characters, all ASCII, may yet become a placeholder."""
        self._held += self._decoder.decode(piece)
        found = [place for stop in self._stops if (place := self._held.find(stop)) >= 0]
        if found:
            self.stopped = True
            shown, self._held = self._held[: min(found)], ""
            return shown
        back = max([unfinished, *(_overlap(self._held, stop) for stop in self._stops)])
        shown = self._held[: len(self._held) - back]
        self._held = self._held[len(shown) :]
        return shown

    def finish(self, dropped: int) -> str:
        """The rest, without its last `dropped` characters."""
        rest = self._held + ("" if self.stopped else self._decoder.decode(b"", final=True))
        self._held = ""
        return rest[: len(rest) - dropped]


def _overlap(text: str, stop: str) -> int:
    """Length of the longest end of `text` that begins `stop`."""
    return next((size for size in range(min(len(text), len(stop) - 1), 0, -1) if text.endswith(stop[:size])), 0)
