"""An exercise and the library of all of them, as the rest of the product sees them."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from exercises.checks import CheckSettings
from exercises.schema import ExerciseKind, ReflectionQuestion, Source, Spotting


class Exercise(BaseModel):
    """One guided task, complete with its texts. Texts are German Markdown unless said otherwise."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)

    id: str
    """Unique name, also the folder's."""
    version: str
    """Version as its author gave it: `1.0.0`."""
    fingerprint: str
    """First 12 hexadecimal digits of the SHA-256 of all files of the exercise."""
    module: str
    """Identifier of the module."""
    module_title: str
    """German title of the module."""
    title: str
    """German title."""
    kind: ExerciseKind
    """What kind of text is worked on."""
    minutes: int
    """Time that a beginner needs, in minutes."""
    summary: str
    """One German sentence."""
    summary_en: str
    """One English sentence."""
    background: str | None
    """What to know for this exercise, beyond the background of its module."""
    case: str | None
    """The anonymised material; None where participants bring their own."""
    assignment: str
    """What to do and what to look at."""
    hint: str
    """What a good prompt is made of; shown on demand."""
    expectation: str
    """What participants are asked before they write a prompt."""
    spotting: Spotting | None
    """What there is to be found in `text`."""
    text: str | None
    """A text with planted places, to be searched before the prompt; None where there is none."""
    reflection: tuple[ReflectionQuestion, ...]
    """Questions after an attempt; the last one asks for a sentence to take away."""
    checks: tuple[CheckSettings, ...]
    """What is computed on an answer."""
    prompt_limit: int
    """Most characters of a prompt."""
    material_limit: int | None
    """Most characters of own material; None where no material is asked for."""
    sources: tuple[Source, ...]
    """Sources of the background."""

    @property
    def needs_material(self) -> bool:
        """Whether participants bring their own text."""
        return self.case is None

    @property
    def revision(self) -> str:
        """Version and fingerprint in one, as attempts record it: `1.0.0-0123456789ab`."""
        return f"{self.version}-{self.fingerprint}"

    @property
    def check_titles(self) -> tuple[str, ...]:
        """German titles of the checks, in order."""
        return tuple(settings.title for settings in self.checks)


class Module(BaseModel):
    """A group of exercises."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)

    id: str
    """Unique name, also the folder's."""
    title: str
    """German title."""
    summary: str
    """One German sentence."""
    summary_en: str
    """One English sentence."""
    background: str
    """What to know before starting, about five minutes to read. German Markdown."""
    material_title: str
    """What the working material is."""
    material: str
    """A checklist or prompt card to be printed. German Markdown."""
    sources: tuple[Source, ...]
    """Sources of background and material."""
    exercises: tuple[Exercise, ...]
    """The exercises in order."""


class ExerciseLibrary(BaseModel):
    """All exercises, in the order participants meet them."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)

    modules: tuple[Module, ...]
    """The modules in order."""

    @property
    def all(self) -> tuple[Exercise, ...]:
        """Every exercise, module by module."""
        return tuple(exercise for module in self.modules for exercise in module.exercises)

    def module(self, module_id: str) -> Module:
        """The module of that name. Raises KeyError where there is none."""
        for module in self.modules:
            if module.id == module_id:
                return module
        raise KeyError(module_id)

    def get(self, exercise_id: str) -> Exercise:
        """The exercise of that name. Raises KeyError where there is none."""
        for exercise in self.all:
            if exercise.id == exercise_id:
                return exercise
        raise KeyError(exercise_id)
