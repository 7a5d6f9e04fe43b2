"""What the routes of spotting take and give."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

PlaceKind = Literal["changed", "invented", "left_out", "overstated", "personal", "combination", "tone"]

MOST_MARKS = 40
"""Marks that one search may have."""


class _Schema(BaseModel):
    model_config = ConfigDict(use_attribute_docstrings=True)


class SpottingMarkIn(_Schema):
    """A place that the participant holds for planted, in Unicode code points of the exercise's text."""

    start: Annotated[int, Field(ge=0)]
    """First character."""
    end: Annotated[int, Field(ge=1)]
    """One past the last character."""
    note: Annotated[str, Field(max_length=500)] = ""
    """What is wrong here, in the participant's words; goes through the guard before it is kept."""

    @model_validator(mode="after")
    def _not_empty(self) -> SpottingMarkIn:
        if self.end <= self.start:
            raise ValueError("end must be greater than start")
        return self


class SpottingIn(_Schema):
    """The marks of a search that is to be resolved."""

    marks: Annotated[list[SpottingMarkIn], Field(max_length=MOST_MARKS)]
    """The marked places; none is allowed too."""


class SpottingMarkOut(_Schema):
    """A marked place as it is kept."""

    start: int
    """First character in the text."""
    end: int
    """One past the last character."""
    note: str
    """The participant's words, redacted."""
    places: list[str]
    """Planted places that it points at; empty where nothing was planted."""


class PlantedPlaceOut(_Schema):
    """A planted place, told after a search."""

    id: str
    """Identifier."""
    kind: PlaceKind
    """changed, invented, left_out, overstated, personal, combination or tone."""
    start: int
    """First character in the text."""
    end: int
    """One past the last character."""
    title: str
    """What is wrong here."""
    explanation: str
    """What the case says and why it matters, Markdown."""
    found: bool
    """Whether this search found it."""


class SpottingOut(_Schema):
    """A resolved search. Evidence of what was seen, never a grade."""

    id: str
    """Identifier; empty for trainers, whose searches are not kept."""
    number: int
    """First, second, … search of the participant through this text."""
    found: int
    """How many planted places were found."""
    planted: int
    """How many there were."""
    marks: list[SpottingMarkOut]
    """The marks, in the order of the text."""
    places: list[PlantedPlaceOut]
    """Every planted place, in the order of the text; empty where the exercise has changed since."""
    at: datetime
    """When it was resolved."""
