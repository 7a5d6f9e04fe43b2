"""What the comparison routes take and give."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Choice = Literal["left", "right", "none"]

Difference = Literal["prompt", "material", "temperature", "max_tokens", "seed", "model"]


class _Schema(BaseModel):
    model_config = ConfigDict(use_attribute_docstrings=True)


class PairIn(_Schema):
    """Two attempts at the same exercise."""

    attempt_ids: Annotated[tuple[str, str], Field()]
    """Their identifiers, in any order."""


class NoteIn(PairIn):
    """What was changed between two attempts, and what that did."""

    text: str
    """The participant's own words; an empty text takes the earlier one back."""


class NumberedAttempt(_Schema):
    """Which attempt it is."""

    id: str
    """Identifier."""
    number: int
    """First, second, … attempt of the participant at this exercise."""


class NoteOut(_Schema):
    """A note on two attempts."""

    exercise_id: str
    """Exercise of both attempts."""
    exercise_title: str
    """Title of the exercise at that time."""
    earlier: NumberedAttempt
    """The earlier attempt."""
    later: NumberedAttempt
    """The later attempt."""
    text: str
    """The note, redacted."""
    written_at: datetime
    """When it was written."""


class BlindOut(_Schema):
    """Two answers to be compared. Nothing here says which attempt is which."""

    id: str
    """Identifier of the comparison."""
    exercise_title: str
    """The exercise that both answers are for."""
    left: str
    """The answer on the left, redacted."""
    right: str
    """The answer on the right, redacted."""


class OpenBlind(_Schema):
    """A blind comparison that was begun and not decided."""

    id: str
    """Identifier of the comparison."""
    exercise_id: str
    """The exercise that both answers are for."""
    exercise_title: str
    """Its title."""


class ChoiceIn(_Schema):
    """Which answer is better, and why."""

    choice: Choice
    """left, right, or none where it makes no difference."""
    reason: str
    """The participant's own words."""


class RevealedSide(NumberedAttempt):
    """An answer with the attempt that it came from."""

    prompt: str
    """Prompt, redacted."""
    answer: str
    """Answer, redacted."""
    settings: dict[str, Any]
    """How the answer was drawn."""
    model: str
    """Model that wrote it, for people."""
    created_at: datetime
    """When the prompt was sent."""


class RevealedOut(_Schema):
    """A decided blind comparison."""

    id: str
    """Identifier of the comparison."""
    exercise_id: str
    """Exercise of both attempts."""
    exercise_title: str
    """Title of the exercise at that time."""
    left: RevealedSide
    """What stood on the left."""
    right: RevealedSide
    """What stood on the right."""
    choice: Choice
    """What was chosen before the reveal."""
    reason: str
    """Why, redacted."""
    preferred: Literal["earlier", "later", "none"]
    """Which of the two attempts that was."""
    differences: list[Difference]
    """What the attempts differ in; empty where only chance does."""
    decided_at: datetime
    """When it was decided."""


class Preferences(_Schema):
    """How the own blind comparisons came out."""

    total: int
    """Decided comparisons."""
    later: int
    """Those in which the later attempt was preferred."""
    earlier: int
    """Those in which the earlier attempt was preferred."""
    none: int
    """Those without a difference."""


class ComparisonsOut(_Schema):
    """The own comparisons, newest first."""

    notes: list[NoteOut]
    """Notes on pairs of attempts; of each pair the last one."""
    blind: list[RevealedOut]
    """Decided blind comparisons."""
    open: list[OpenBlind]
    """Blind comparisons that wait for a choice."""
    preferences: Preferences
    """How the decided ones came out."""
