"""Exercises and modules as the API shows them."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class _Schema(BaseModel):
    model_config = ConfigDict(use_attribute_docstrings=True)


class ExerciseSummary(_Schema):
    """An exercise in the list."""

    id: str
    """Identifier."""
    version: str
    """Version of its content."""
    module: str
    """Module it belongs to."""
    module_title: str
    """Title of the module."""
    title: str
    """Title."""
    kind: str
    """letter, summary, rewrite, checklist, experiment or own_case."""
    minutes: int
    """Minutes it takes, about."""
    summary: str
    """What one does in it, in German."""
    summary_en: str
    """The same in English."""
    attempts: int
    """The participant's own attempts."""
    searches: int
    """The participant's own resolved searches for planted places."""
    reflected: bool
    """Whether the participant has reflected on one of them."""


class QuestionOut(_Schema):
    """A question to reflect on."""

    id: str
    """Identifier."""
    question: str
    """The question."""
    help: str
    """What may help to answer it."""


class CheckTitle(_Schema):
    """A check that will be computed on the answer."""

    id: str
    """Identifier."""
    title: str
    """What it looks at."""


class SourceOut(_Schema):
    """Where background and material have their facts from."""

    title: str
    """Statute with sections, or author, title and year."""
    url: str | None
    """Address, to be shown as text."""


class SpottingTextOut(_Schema):
    """A text with planted places. Where they are is told by resolving a search, not here."""

    title: str
    """What the text is."""
    task: str
    """What to look for, Markdown."""
    text: str
    """The text to be searched."""


class ModelChoice(_Schema):
    """A model that a participant may let answer."""

    name: str
    """Name in the catalogue."""
    title: str
    """Name for people."""
    parameters: int | None
    """Number of weights, if known."""


class ExerciseOut(ExerciseSummary):
    """An exercise with all its content."""

    module_background: str
    """Background reading of the module, Markdown."""
    background: str | None
    """What to know for this exercise beyond that, Markdown."""
    case: str | None
    """The anonymised case; none where the participant brings an own one."""
    assignment: str
    """What to do."""
    hint: str
    """Help on demand."""
    spotting: SpottingTextOut | None
    """A text to be searched before the prompt; none in most exercises."""
    expectation: str
    """What is asked before the prompt: what the participant expects of the model."""
    reflection: list[QuestionOut]
    """Questions to reflect on."""
    prompt_limit: int
    """Characters a prompt may have here."""
    material_limit: int
    """Characters the material may have."""
    revision_limit: int
    """Characters a revised answer may have."""
    reflection_limit: int
    """Characters an expectation or the answer to a reflection question may have."""
    max_tokens: int
    """Longest answer in tokens that this house allows."""
    temperature: float
    """Sampling temperature where the participant sets none."""
    models: list[ModelChoice]
    """The models to choose from, the one that answers without a choice first."""
    needs_material: bool
    """Whether the participant brings own material."""
    checks: list[CheckTitle]
    """What will be looked at in the answer."""
    sources: list[SourceOut]
    """Sources of the exercise's own background."""


class ModuleSummary(_Schema):
    """A module in the list, with the participant's own progress."""

    id: str
    """Identifier."""
    title: str
    """Title."""
    summary: str
    """What it is about, in German."""
    summary_en: str
    """The same in English."""
    minutes: int
    """Minutes that its exercises take together, about."""
    exercises: int
    """How many exercises it has."""
    begun: int
    """Exercises with an attempt or a resolved search of the participant."""
    reflected: int
    """Exercises that the participant has reflected on."""


class ModuleOut(ModuleSummary):
    """A module with everything it offers."""

    background: str
    """Background reading, about five minutes, Markdown."""
    material_title: str
    """What the working material is."""
    material: str
    """A checklist or card to be printed, Markdown."""
    sources: list[SourceOut]
    """Sources of background and material."""
    contents: list[ExerciseSummary]
    """The exercises, in order."""
