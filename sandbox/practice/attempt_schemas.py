"""Attempts with their answers, checks, revisions and reflections, as the API takes and gives them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from sandbox.practice.guard_schemas import FindingOut, MarkedSpanIn


class _Schema(BaseModel):
    model_config = ConfigDict(use_attribute_docstrings=True)


class EnergyOut(_Schema):
    """An estimate of the energy that an answer took."""

    watt_seconds: float
    """Its share of what all answers of that time took."""
    method: Literal["rapl", "cpu_time"]
    """Counted by the processor, or computing time times an assumed power."""


class AttemptSettingsIn(_Schema):
    """Which model answers, and how the answer is drawn from it."""

    model: Annotated[str | None, Field(max_length=120)] = None
    """Name of one of the models of the service; without it the one that answers by default."""
    temperature: Annotated[float | None, Field(ge=0, le=2)] = None
    """0: always the most probable word; higher: more varied."""
    max_tokens: Annotated[int | None, Field(ge=1)] = None
    """Longest answer in tokens; the house's setting is the upper limit."""
    seed: Annotated[int | None, Field(ge=0, lt=2**32)] = None
    """Same prompt, settings and seed give the same answer. Without a wish one is drawn and kept with the attempt."""


class AttemptIn(_Schema):
    """A prompt to be sent."""

    prompt: str
    """What the model is asked to do."""
    material: str | None = None
    """The own case, where the exercise asks for one."""
    expectation: str | None = None
    """What the participant expects of the answer; kept with the attempt, never shown to the model."""
    missed: list[MarkedSpanIn] = []
    """Places of the prompt that the participant holds for personal data as well; they get placeholders too."""
    material_missed: list[MarkedSpanIn] = []
    """The same for the material."""
    settings: AttemptSettingsIn = AttemptSettingsIn()
    """How the answer is drawn."""


class StoredFinding(_Schema):
    """What is kept of a finding."""

    source: Literal["prompt", "material", "expectation", "answer", "revision", "reflection"]
    """Text it was found in."""
    entity: str
    """Kind of data."""
    label: str
    """Kind of data for people."""
    text_length: int
    """Length of the value."""
    score: float
    """Certainty, 0 to 1."""


class PlacePairOut(_Schema):
    """A place of the case and the place of the answer that does not fit it."""

    label: str
    """What differs."""
    case: str
    """The sentence in the case."""
    answer: str
    """The sentence in the answer."""


class CheckOut(_Schema):
    """What a check says about the answer."""

    id: str
    """Identifier."""
    title: str
    """What was looked at."""
    status: Literal["ok", "hint", "missing"]
    """Result."""
    message: str
    """Explanation."""
    items: list[str]
    """Places or facts it is about."""
    pairs: list[PlacePairOut] = []
    """Places to be read side by side."""


class RevisionOut(_Schema):
    """The answer as the participant has reworked it."""

    number: int
    """First, second, … revision of the attempt."""
    text: str
    """The revised text, redacted."""
    checks: list[CheckOut]
    """What was computed on it."""
    at: datetime
    """When it was saved."""


class RevisionIn(_Schema):
    """A revised answer."""

    text: str
    """The whole text as it is now."""


class ModelName(_Schema):
    """The model that wrote an answer."""

    name: str
    """Name in the catalogue."""
    title: str
    """Name for people."""


class ViewOut(_Schema):
    """Someone looked at an attempt."""

    role: str
    """Role of whoever looked."""
    at: datetime
    """When, at first."""
    last_at: datetime
    """When, at last; looks in quick succession are shown as one."""
    count: int
    """How many looks these were."""
    who: str
    """Name of whoever looked."""


class AttemptSummary(_Schema):
    """An attempt in the list."""

    id: str
    """Identifier."""
    exercise_id: str
    """Exercise."""
    exercise_title: str
    """Title of the exercise at that time."""
    number: int
    """First, second, … attempt of the participant at this exercise."""
    status: Literal["running", "complete", "cancelled", "failed"]
    """How far it got."""
    reflected: bool
    """Whether there is a reflection on it."""
    created_at: datetime
    """When it was sent."""


class AttemptOut(AttemptSummary):
    """An attempt with everything that is kept of it."""

    exercise_version: str
    """Version of the exercise at that time."""
    expectation: str | None
    """What the participant expected of the answer, redacted."""
    prompt: str
    """Prompt, redacted."""
    material: str | None
    """Material of an own case, redacted."""
    answer: str
    """Answer, redacted; as far as it got."""
    finish_reason: str | None
    """stop: ended by itself; length: longest answer reached; deadline: out of time."""
    problem_code: str | None
    """Why it failed."""
    findings: list[StoredFinding]
    """What the guard found, without values."""
    checks: list[CheckOut]
    """What was computed on the answer."""
    revisions: list[RevisionOut]
    """How the participant has reworked the answer, oldest first."""
    reflection: dict[str, str]
    """Answers to the reflection questions, redacted."""
    versions: dict[str, str]
    """Versions of policy, recognizers, tagger, exercise and model."""
    model: ModelName
    """Model that wrote it."""
    settings: dict[str, Any]
    """How the answer was drawn: `temperature`, `max_tokens`, `seed`, and `seed_drawn` where chance chose the seed."""
    seconds: float | None
    """Seconds from the model's start on it to its end."""
    tokens: int | None
    """Length of the answer in tokens."""
    energy: EnergyOut | None
    """What the answer took, as an estimate; unknown with a server of the house."""
    views: list[ViewOut]
    """Who looked at it."""


class RevisionKept(_Schema):
    """A revision that has been kept."""

    attempt: AttemptOut
    """The attempt with all its revisions."""
    findings: list[FindingOut]
    """What the guard replaced in the revised text; offsets in the text as it was sent in."""


class ReflectionIn(_Schema):
    """Answers to reflection questions."""

    answers: dict[str, str]
    """Answer by question; an empty one takes the earlier back."""
