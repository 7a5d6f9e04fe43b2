"""The wall of instructive failures."""

from __future__ import annotations

from datetime import date

from ui.schemas.base import Answer


class WallCard(Answer):
    """What others see of a contribution."""

    exercise_title: str
    prompt: str
    answer: str
    model: str = ""
    lesson: str = ""
    day: date


class WallEntry(WallCard):
    """A contribution on the wall."""

    id: str
    own: bool = False
    hidden: bool = False
    hidden_reason: str = ""


class OwnContribution(Answer):
    """Which of the own attempts hangs on the wall."""

    entry_id: str
    attempt_id: str


class Wall(Answer):
    """The wall of a workshop."""

    workshop_title: str = ""
    entries: tuple[WallEntry, ...] = ()
    own: tuple[OwnContribution, ...] = ()
