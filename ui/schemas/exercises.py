"""Exercises."""

from __future__ import annotations

from ui.schemas.base import Answer


class ExerciseSummary(Answer):
    """One line of the list of exercises, with the participant's own progress."""

    id: str
    version: str | int
    module: str
    module_title: str
    title: str
    kind: str
    minutes: int
    summary: str = ""
    summary_en: str = ""
    attempts: int = 0
    searches: int = 0
    reflected: bool | int = False

    @property
    def begun(self) -> bool:
        """Whether there is an attempt or a resolved search."""
        return self.attempts > 0 or self.searches > 0


class ReflectionQuestion(Answer):
    """A question that the participant answers in their own words."""

    id: str
    question: str
    help: str | None = ""


class ExerciseCheck(Answer):
    """A check that will be computed on the draft."""

    id: str = ""
    title: str


class Source(Answer):
    """Where a text has its facts from."""

    title: str
    url: str | None = None


class SpottingText(Answer):
    """A text with planted places. Where they are is told by the service after a search."""

    title: str
    task: str = ""
    text: str


class ModelChoice(Answer):
    """A model that may be let answer."""

    name: str
    title: str
    parameters: int | None = None


class Exercise(ExerciseSummary):
    """One exercise in full."""

    module_background: str = ""
    background: str | None = None
    case: str | None = None
    assignment: str = ""
    hint: str | None = ""
    spotting: SpottingText | None = None
    expectation: str = ""
    reflection: tuple[ReflectionQuestion, ...] = ()
    prompt_limit: int = 4000
    material_limit: int | None = None
    revision_limit: int = 8000
    reflection_limit: int = 4000
    max_tokens: int = 400
    temperature: float = 0.1
    models: tuple[ModelChoice, ...] = ()
    needs_material: bool = False
    checks: tuple[ExerciseCheck | str, ...] = ()
    sources: tuple[Source, ...] = ()

    @property
    def check_titles(self) -> tuple[str, ...]:
        """Titles of the checks, in their order."""
        return tuple(check if isinstance(check, str) else check.title for check in self.checks)


class ModuleSummary(Answer):
    """One line of the list of modules, with the participant's own progress."""

    id: str
    title: str
    summary: str = ""
    summary_en: str = ""
    minutes: int = 0
    exercises: int = 0
    begun: int = 0
    reflected: int = 0


class Module(ModuleSummary):
    """A module in full."""

    background: str = ""
    material_title: str = ""
    material: str = ""
    sources: tuple[Source, ...] = ()
    contents: tuple[ExerciseSummary, ...] = ()
