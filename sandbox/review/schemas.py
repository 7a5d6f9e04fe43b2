"""What the review routes give."""

from __future__ import annotations

from datetime import datetime

from pydantic import BaseModel, ConfigDict

from sandbox.comparisons.schemas import NoteOut, RevealedOut
from sandbox.practice.attempt_schemas import AttemptOut
from sandbox.spotting.schemas import SpottingOut
from sandbox.workshops.schemas import WorkshopOut


class _Schema(BaseModel):
    model_config = ConfigDict(use_attribute_docstrings=True)


class ParticipantRef(_Schema):
    """Whose attempt it is."""

    id: str
    """Identifier."""
    pseudonym: str
    """Pseudonym."""


class ParticipantOut(ParticipantRef):
    """How far a participant has come."""

    attempts: int
    """Attempts made."""
    searches: int
    """Searches for planted places resolved."""
    reflected: int
    """Attempts reflected on."""
    last_at: datetime | None
    """When the latest attempt was sent or the latest search resolved."""


class LoggedAttempt(AttemptOut):
    """An attempt in the prompt log."""

    participant: ParticipantRef
    """Whose it is."""


class LoggedNote(NoteOut):
    """A note on two attempts in the prompt log."""

    participant: ParticipantRef
    """Whose it is."""


class LoggedBlind(RevealedOut):
    """A decided blind comparison in the prompt log."""

    participant: ParticipantRef
    """Whose it is."""


class LoggedSearch(SpottingOut):
    """A search for planted places in the prompt log."""

    participant: ParticipantRef
    """Whose it is."""
    exercise_id: str
    """Exercise."""
    exercise_title: str
    """Title of the exercise at that time."""


class PromptLogOut(_Schema):
    """The prompt log of a workshop."""

    workshop: WorkshopOut
    """The workshop."""
    participants: list[ParticipantOut]
    """Everyone who has joined."""
    attempts: list[LoggedAttempt]
    """Attempts, newest first."""
    notes: list[LoggedNote]
    """What participants said of two of these attempts, newest first."""
    blind: list[LoggedBlind]
    """Decided blind comparisons of these attempts, newest first."""
    searches: list[LoggedSearch]
    """Searches for planted places, newest first."""


class AccessOut(_Schema):
    """Someone looked at one's attempts."""

    at: datetime
    """When, at first."""
    last_at: datetime
    """When, at last; looks in quick succession are shown as one."""
    count: int
    """How many looks these were."""
    role: str
    """Role of whoever looked."""
    who: str
    """Name of whoever looked."""
    attempt_id: str | None
    """The attempt, where it was a single one."""
    exercise_title: str | None
    """The exercise, where it was a single one."""
