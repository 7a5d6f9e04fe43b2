"""Journal, progress, and what is taken home."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field

from ui.schemas.attempts import Attempt
from ui.schemas.base import Answer
from ui.schemas.comparisons import ComparisonNote, Preferences, Revealed


class _Entry(Answer):
    at: datetime
    exercise_id: str
    exercise_title: str = ""
    module_id: str = ""
    module_title: str = ""


class ReflectionEntry(_Entry):
    """An answer to a reflection question."""

    kind: Literal["reflection"] = "reflection"
    attempt_id: str
    number: int
    question: str = ""
    text: str


class ExpectationEntry(_Entry):
    """What the participant expected before an attempt."""

    kind: Literal["expectation"] = "expectation"
    attempt_id: str
    number: int
    text: str


class SearchEntry(_Entry):
    """A search for planted places."""

    kind: Literal["search"] = "search"
    number: int
    found: int
    planted: int
    notes: tuple[str, ...] = ()


class TakeawayEntry(_Entry):
    """A sentence to take away."""

    kind: Literal["takeaway"] = "takeaway"
    attempt_id: str
    number: int
    text: str


class NoteEntry(_Entry):
    """A note on two attempts."""

    kind: Literal["note"] = "note"
    note: ComparisonNote


class BlindEntry(_Entry):
    """A decided blind comparison."""

    kind: Literal["blind"] = "blind"
    blind: Revealed


JournalEntry = Annotated[
    ExpectationEntry | SearchEntry | ReflectionEntry | TakeawayEntry | NoteEntry | BlindEntry,
    Field(discriminator="kind"),
]


class Journal(Answer):
    """What the participant has written down, in the order of the modules and then of time."""

    entries: tuple[JournalEntry, ...] = ()
    preferences: Preferences = Preferences()


class PractisedExercise(Answer):
    """How far the participant has come with an exercise."""

    exercise_id: str
    exercise_title: str
    module_title: str = ""
    attempts: int = 0
    searches: int = 0
    complete: int = 0
    reflected: bool = False
    practised: bool = False
    first_on: date
    last_on: date


class Progress(Answer):
    """What the participant has practised in the workshop."""

    house: str = ""
    workshop_title: str
    starts_on: date
    ends_on: date
    total: int = 0
    exercises: tuple[PractisedExercise, ...] = ()

    @property
    def practised(self) -> tuple[PractisedExercise, ...]:
        """Exercises with a whole answer and a reflection."""
        return tuple(exercise for exercise in self.exercises if exercise.practised)


class WorkingMaterial(Answer):
    """Checklist or prompt card of a module, as Markdown."""

    module_title: str
    title: str
    text: str
    begun: bool = False


class TakeHome(Answer):
    """Everything that can be taken home, with placeholders."""

    workshop_title: str
    house: str = ""
    journal: Journal = Journal()
    good: tuple[Attempt, ...] = ()
    material: tuple[WorkingMaterial, ...] = ()
