"""Attempts and who looked at them."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from pydantic import Field

from ui.schemas.base import Answer, AttemptStatus
from ui.schemas.service import ModelSummary


class StoredFinding(Answer):
    """A finding as it is stored: its kind and length, never its value."""

    source: str = "prompt"
    entity: str
    label: str = ""
    text_length: int = 0
    score: float = 0.0


class PlacePair(Answer):
    """A place of the case and the place of the answer that does not fit it."""

    label: str
    case: str
    answer: str


class CheckResult(Answer):
    """What a check found in a draft, with its evidence."""

    id: str
    title: str
    status: Literal["ok", "hint", "missing"]
    message: str = ""
    items: tuple[str, ...] = ()
    pairs: tuple[PlacePair, ...] = ()


class LogView(Answer):
    """Someone looked at an attempt."""

    role: str
    at: datetime
    last_at: datetime | None = None
    count: int = 1
    who: str = ""


class AttemptSummary(Answer):
    """One line of the list of own attempts."""

    id: str | int
    exercise_id: str
    exercise_title: str = ""
    number: int
    status: AttemptStatus
    created_at: datetime
    reflected: bool | None = None


class Participant(Answer):
    """A participant as the trainer sees them."""

    id: str | int
    pseudonym: str
    attempts: int = 0
    searches: int = 0
    reflected: int = 0
    last_at: datetime | None = None


class Energy(Answer):
    """An estimate of what an answer took."""

    watt_seconds: float
    method: str


class Revision(Answer):
    """The answer as the participant has reworked it, redacted, with its own checks."""

    number: int = 1
    text: str
    checks: tuple[CheckResult, ...] = ()
    at: datetime


class Attempt(AttemptSummary):
    """One attempt in full; every text in it is redacted."""

    exercise_version: str | int = ""
    expectation: str | None = None
    prompt: str
    material: str | None = None
    answer: str = ""
    findings: tuple[StoredFinding, ...] = ()
    checks: tuple[CheckResult, ...] = ()
    revisions: tuple[Revision, ...] = ()
    reflection: dict[str, str] = Field(default_factory=dict)
    versions: dict[str, Any] = Field(default_factory=dict)
    settings: dict[str, Any] = Field(default_factory=dict)
    model: ModelSummary | None = None
    seconds: float | None = None
    tokens: int | None = None
    energy: Energy | None = None
    finish_reason: str | None = None
    views: tuple[LogView, ...] = ()
    participant: Participant | None = None

    @property
    def has_reflection(self) -> bool:
        """Whether at least one reflection question is answered."""
        return any(text.strip() for text in self.reflection.values())

    @property
    def draft(self) -> str:
        """The text as it stands: the latest revision, or the answer where there is none."""
        return self.revisions[-1].text if self.revisions else self.answer


class Access(Answer):
    """One look at the participant's own log."""

    at: datetime
    last_at: datetime | None = None
    count: int = 1
    role: str
    who: str = ""
    attempt_id: str | int | None = None
    exercise_title: str | None = None
