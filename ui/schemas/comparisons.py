"""Two attempts compared, knowingly and blind."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from pydantic import Field

from ui.schemas.base import Answer

Choice = Literal["left", "right", "none"]


class NumberedAttempt(Answer):
    """Which attempt it is."""

    id: str
    number: int


class ComparisonNote(Answer):
    """What was changed from one attempt to another, and what that did."""

    exercise_id: str
    exercise_title: str = ""
    earlier: NumberedAttempt
    later: NumberedAttempt
    text: str
    written_at: datetime


class BlindPair(Answer):
    """Two answers before the choice; nothing says which is which."""

    id: str
    exercise_title: str = ""
    left: str
    right: str


class OpenBlind(Answer):
    """A blind comparison that waits for a choice."""

    id: str
    exercise_id: str
    exercise_title: str = ""


class RevealedSide(NumberedAttempt):
    """An answer with the attempt it came from."""

    prompt: str
    answer: str
    settings: dict[str, Any] = Field(default_factory=dict)
    model: str = ""
    created_at: datetime


class Revealed(Answer):
    """A decided blind comparison."""

    id: str
    exercise_id: str
    exercise_title: str = ""
    left: RevealedSide
    right: RevealedSide
    choice: Choice
    reason: str
    preferred: Literal["earlier", "later", "none"]
    differences: tuple[str, ...] = ()
    decided_at: datetime

    @property
    def chosen(self) -> RevealedSide | None:
        """The side that was preferred; None where it made no difference."""
        return {"left": self.left, "right": self.right}.get(self.choice)


class Preferences(Answer):
    """How the own blind comparisons came out."""

    total: int = 0
    later: int = 0
    earlier: int = 0
    none: int = 0


class Comparisons(Answer):
    """The own comparisons, newest first."""

    notes: tuple[ComparisonNote, ...] = ()
    blind: tuple[Revealed, ...] = ()
    open: tuple[OpenBlind, ...] = ()
    preferences: Preferences = Preferences()
