"""What the wall routes take and give."""

from __future__ import annotations

from datetime import date

from pydantic import BaseModel, ConfigDict


class _Schema(BaseModel):
    model_config = ConfigDict(use_attribute_docstrings=True)


class ContributionIn(_Schema):
    """An own attempt for the wall."""

    attempt_id: str
    """Which attempt."""
    lesson: str = ""
    """What can be learned from it, in one sentence; may be empty."""


class WallCard(_Schema):
    """What others see of a contribution: nothing that says whose it is."""

    exercise_title: str
    """The exercise."""
    prompt: str
    """Prompt, redacted."""
    answer: str
    """Answer, redacted."""
    model: str
    """Model that wrote the answer."""
    lesson: str
    """What can be learned from it, redacted; may be empty."""
    day: date
    """The day it was contributed."""


class WallEntryOut(WallCard):
    """A contribution on the wall."""

    id: str
    """Identifier of the contribution; it says nothing of the attempt."""
    own: bool
    """Whether it is one's own."""
    hidden: bool
    """Whether the trainer has hidden it; others do not see it then."""
    hidden_reason: str
    """Why, redacted; empty where it is not hidden."""


class OwnContribution(_Schema):
    """Which of one's own attempts hangs on the wall."""

    entry_id: str
    """The contribution."""
    attempt_id: str
    """The attempt."""


class WallOut(_Schema):
    """The wall of a workshop."""

    workshop_title: str
    """Title of the workshop."""
    entries: list[WallEntryOut]
    """Contributions, the latest day first, in no order within a day."""
    own: list[OwnContribution]
    """One's own contributions by attempt; for trainers always empty."""


class HidingIn(_Schema):
    """Why a contribution is hidden."""

    reason: str
    """The trainer's words."""
