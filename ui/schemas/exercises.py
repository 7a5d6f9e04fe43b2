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
    attempts: int = 0
    reflected: bool | int = False


class ReflectionQuestion(Answer):
    """A question that the participant answers in their own words."""

    id: str
    question: str
    help: str | None = ""


class ExerciseCheck(Answer):
    """A check that will be computed on the draft."""

    id: str = ""
    title: str


class Exercise(ExerciseSummary):
    """One exercise in full."""

    background: str = ""
    case: str | None = None
    assignment: str = ""
    hint: str | None = ""
    reflection: tuple[ReflectionQuestion, ...] = ()
    prompt_limit: int = 4000
    material_limit: int | None = None
    needs_material: bool = False
    checks: tuple[ExerciseCheck | str, ...] = ()

    @property
    def check_titles(self) -> tuple[str, ...]:
        """Titles of the checks, in their order."""
        return tuple(check if isinstance(check, str) else check.title for check in self.checks)
