"""What the journal routes take and give."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from sandbox.comparisons.schemas import NoteOut, Preferences, RevealedOut
from sandbox.practice.attempt_schemas import AttemptOut


class _Schema(BaseModel):
    model_config = ConfigDict(use_attribute_docstrings=True)


class _Entry(_Schema):
    at: datetime
    """When it was written."""
    exercise_id: str
    """The exercise it belongs to."""
    exercise_title: str
    """Its title at that time."""
    module_id: str
    """The module of the exercise; empty where the house does not have it any more."""
    module_title: str
    """Its title; empty where the house does not have it any more."""


class ReflectionEntry(_Entry):
    """An answer to a reflection question."""

    kind: Literal["reflection"] = "reflection"
    """reflection."""
    attempt_id: str
    """The attempt it is about."""
    number: int
    """First, second, … attempt at this exercise."""
    question: str
    """The question; empty where the exercise does not ask it any more."""
    text: str
    """The answer, redacted."""


class ExpectationEntry(_Entry):
    """What the participant expected of the model before an attempt."""

    kind: Literal["expectation"] = "expectation"
    """expectation."""
    attempt_id: str
    """The attempt it was written before."""
    number: int
    """First, second, … attempt at this exercise."""
    text: str
    """The expectation, redacted."""


class SearchEntry(_Entry):
    """A search for planted places."""

    kind: Literal["search"] = "search"
    """search."""
    number: int
    """First, second, … search through this text."""
    found: int
    """Planted places found."""
    planted: int
    """Planted places in all."""
    notes: list[str]
    """What the participant wrote beside the marked places, redacted."""


class TakeawayEntry(_Entry):
    """A sentence to take away."""

    kind: Literal["takeaway"] = "takeaway"
    """takeaway."""
    attempt_id: str
    """The attempt it is about."""
    number: int
    """First, second, … attempt at this exercise."""
    text: str
    """The sentence, redacted."""


class NoteEntry(_Entry):
    """A note on two attempts."""

    kind: Literal["note"] = "note"
    """note."""
    note: NoteOut
    """The note."""


class BlindEntry(_Entry):
    """A decided blind comparison."""

    kind: Literal["blind"] = "blind"
    """blind."""
    blind: RevealedOut
    """The comparison."""


JournalEntry = Annotated[
    ExpectationEntry | SearchEntry | ReflectionEntry | TakeawayEntry | NoteEntry | BlindEntry,
    Field(discriminator="kind"),
]


class JournalOut(_Schema):
    """Everything that a participant has written down, in the order of the modules and then of time."""

    entries: list[JournalEntry]
    """Entries."""
    preferences: Preferences
    """How the own blind comparisons came out."""


class PractisedExercise(_Schema):
    """How far a participant has come with an exercise they have begun."""

    exercise_id: str
    """The exercise."""
    exercise_title: str
    """Its title."""
    module_title: str
    """The module's title; empty where the house does not have it any more."""
    attempts: int
    """Attempts made."""
    searches: int
    """Searches for planted places resolved."""
    complete: int
    """Those with a whole answer."""
    reflected: bool
    """Whether there is a reflection on one of them."""
    practised: bool
    """Whether it counts as practised: a whole answer and a reflection."""
    first_on: date
    """Day of the first attempt or search."""
    last_on: date
    """Day of the last one."""


class ProgressOut(_Schema):
    """What a participant has practised in their workshop."""

    house: str
    """Name of the house; empty where it is not set."""
    workshop_title: str
    """Title of the workshop."""
    starts_on: date
    """First day of the workshop."""
    ends_on: date
    """Last day of the workshop."""
    total: int
    """Exercises that the house offers."""
    exercises: list[PractisedExercise]
    """Exercises begun, in the order of the modules."""


class StarIn(_Schema):
    """Whether an attempt is a good one."""

    starred: bool
    """True to mark it, false to take the mark back."""


class WorkingMaterial(_Schema):
    """The working material of a module."""

    module_title: str
    """The module."""
    title: str
    """What it is."""
    text: str
    """German Markdown."""
    begun: bool
    """Whether the participant has begun an exercise of this module."""


class TakeHomeOut(_Schema):
    """What a participant can take home, all texts redacted."""

    workshop_title: str
    """Title of the workshop."""
    house: str
    """Name of the house; empty where it is not set."""
    journal: JournalOut
    """The journal."""
    good: list[AttemptOut]
    """Attempts marked as good, in the order of the modules and then of time."""
    material: list[WorkingMaterial]
    """Working material of all modules."""
