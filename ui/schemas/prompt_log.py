"""The prompt log of a workshop."""

from __future__ import annotations

from ui.schemas.accounts import Workshop
from ui.schemas.attempts import Attempt, Participant
from ui.schemas.base import Answer
from ui.schemas.comparisons import ComparisonNote, Revealed
from ui.schemas.spotting import LoggedSearch


class LoggedNote(ComparisonNote):
    """A note on two attempts in the prompt log."""

    participant: Participant


class LoggedBlind(Revealed):
    """A decided blind comparison in the prompt log."""

    participant: Participant


class PromptLog(Answer):
    """The redacted attempts, comparisons and searches of a workshop."""

    workshop: Workshop
    participants: tuple[Participant, ...] = ()
    attempts: tuple[Attempt, ...] = ()
    notes: tuple[LoggedNote, ...] = ()
    blind: tuple[LoggedBlind, ...] = ()
    searches: tuple[LoggedSearch, ...] = ()
