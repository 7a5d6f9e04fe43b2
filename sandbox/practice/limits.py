"""How long the texts of a participant may be, and how long the guard may take."""

from __future__ import annotations

from dataclasses import dataclass

from exercises import Exercise
from guardrails import RawText
from sandbox.context import ServiceContext
from sandbox.practice.problems import require_length


@dataclass(frozen=True)
class Limits:
    """Characters that the texts of a participant may have, and seconds that the guard may take."""

    prompt: int
    material: int
    guard_seconds: float


def limits_of(context: ServiceContext) -> Limits:
    """The house's limits for texts of participants."""
    settings = context.settings
    return Limits(settings.prompt_limit, settings.material_limit, settings.guard_timeout)


def prompt_limit(exercise: Exercise | None, limits: Limits) -> int:
    """Characters a prompt may have in this exercise."""
    return min(exercise.prompt_limit, limits.prompt) if exercise else limits.prompt


def material_limit(exercise: Exercise | None, limits: Limits) -> int:
    """Characters the material of an own case may have in this exercise."""
    return min(exercise.material_limit, limits.material) if exercise and exercise.material_limit else limits.material


def require_limits(exercise: Exercise, prompt: RawText, material: RawText | None, limits: Limits) -> None:
    """Raises a problem when a text is missing or too long."""
    require_length(prompt, prompt_limit(exercise, limits), "Der Prompt", "prompt")
    if material is not None:
        require_length(material, material_limit(exercise, limits), "Das Material", "material")
