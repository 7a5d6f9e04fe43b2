"""What the guard says about a text, and marks of participants."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from ui.schemas.base import Answer


class Finding(Answer):
    """A span held for personal data; offsets are code points of the original and of the redacted text."""

    start: int
    end: int
    entity: str
    label: str
    placeholder: str
    reason: str = ""
    score: float = 0.0
    recognizer: str = ""
    text_length: int = 0
    redacted_start: int = 0
    redacted_end: int = 0
    action: str = "redact"


class SentFinding(Finding):
    """A finding in a text that was sent, with the field it stood in."""

    source: str = "prompt"


class PlaceToCheck(Answer):
    """A place that the guard warns of and leaves as it is; offsets are code points of the original."""

    start: int
    end: int
    category: str
    label: str
    explanation: str


class Preview(Answer):
    """What the guard would send in place of a text."""

    redacted: str
    findings: tuple[Finding, ...] = ()
    language: str = "de"
    blocked: tuple[Finding, ...] = ()
    warnings: tuple[PlaceToCheck, ...] = ()

    @property
    def blocks(self) -> bool:
        """Whether the policy forbids to send this text at all."""
        return bool(self.blocked)


class MarkedPlace(Answer):
    """A place of a text that a person holds for personal data, in code points."""

    start: int
    end: int
    entity: str


class GuardMark(Answer):
    """What someone said about the guard, without the value."""

    id: str
    verdict: Literal["missed", "wrong"]
    entity: str
    label: str = ""
    before: str = ""
    build: str = ""
    after: str = ""
    recognizer: str = ""
    status: Literal["open", "accepted", "rejected"] = "open"
    reason: str = ""
    created_at: datetime


class MarkCount(Answer):
    """How often a kind was marked."""

    entity: str
    label: str = ""
    missed: int = 0
    wrong: int = 0


class GuardMarks(Answer):
    """All marks, their counts, and the number of examples."""

    marks: tuple[GuardMark, ...] = ()
    counts: tuple[MarkCount, ...] = ()
    examples: int = 0
