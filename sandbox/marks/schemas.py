"""What the routes of marks take and give."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from sandbox.practice.guard_schemas import MarkedSpanIn


class _Schema(BaseModel):
    model_config = ConfigDict(use_attribute_docstrings=True)


class MarkIn(_Schema):
    """What a participant says about a place in an own text. The text is redacted at once and not kept."""

    text: str
    """The whole text, as it was previewed."""
    exercise_id: Annotated[str, Field(max_length=80)]
    """Exercise that it was written for."""
    field: Literal["prompt", "material"] = "prompt"
    """Which of the two texts it is."""
    verdict: Literal["missed", "wrong"]
    """missed: personal data that was not found; wrong: a finding that is no personal data."""
    place: MarkedSpanIn
    """The place. For a wrong finding its kind does not matter."""
    missed: list[MarkedSpanIn] = []
    """Other places that were marked as missed; they are replaced in what is kept."""


class MarkOut(_Schema):
    """What is kept of a mark."""

    id: str
    """Identifier."""
    verdict: Literal["missed", "wrong"]
    """What was said."""
    entity: str
    """Kind of data."""
    label: str
    """Kind of data for people."""
    before: str
    """Redacted text before the place."""
    build: str
    """Build of the place: X a capital, x a small letter, 9 a digit. Never the value."""
    after: str
    """Redacted text behind the place."""
    recognizer: str
    """What had found it wrongly; empty for a missed place."""
    status: Literal["open", "accepted", "rejected"]
    """Whether it has been decided on."""
    reason: str
    """Why it was decided so; empty while open."""
    created_at: datetime
    """When it was marked."""


class MarkCounts(_Schema):
    """How many marks there are of a kind of data."""

    entity: str
    """Kind of data."""
    label: str
    """Kind of data for people."""
    missed: int
    """Places that were missed."""
    wrong: int
    """Findings that were contested."""


class MarksOut(_Schema):
    """All marks of running workshops, newest first, and the examples that came of accepted ones."""

    marks: list[MarkOut]
    """The marks."""
    counts: list[MarkCounts]
    """How many by kind of data."""
    examples: int
    """Accepted examples, those of finished workshops included."""


class DecisionIn(_Schema):
    """What a data-protection officer decides on a mark."""

    accepted: bool
    """Whether it becomes an example for the evaluation."""
    reason: Annotated[str, Field(min_length=3, max_length=500)]
    """Why. Names no person."""
