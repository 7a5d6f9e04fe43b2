"""Exercises: content, schema, loader, and what is computed on an answer."""

from __future__ import annotations

from exercises.authoring import AuthoringError, NewExercise, begin_exercise
from exercises.checks import CheckResult, CheckStatus, check_ids, run_all
from exercises.checks.draft import Draft
from exercises.errors import ExerciseError
from exercises.exercise import Exercise, ExerciseLibrary, Module
from exercises.loader import CONTENT_DIR, load_exercises
from exercises.messages import compose_beginning, compose_messages, system_prompt
from exercises.packs import Installed, PackError, install_pack, write_pack
from exercises.schema import ExerciseKind, PlantedPlace, ReflectionQuestion, Source
from exercises.spotting import MOST_OF_TEXT, Span, Spotted, marked_share, spotted_places

__all__ = [
    "CONTENT_DIR",
    "MOST_OF_TEXT",
    "AuthoringError",
    "CheckResult",
    "CheckStatus",
    "Exercise",
    "ExerciseError",
    "ExerciseKind",
    "ExerciseLibrary",
    "Installed",
    "Module",
    "NewExercise",
    "PackError",
    "PlantedPlace",
    "ReflectionQuestion",
    "Source",
    "Span",
    "Spotted",
    "begin_exercise",
    "check_ids",
    "compose_beginning",
    "compose_messages",
    "install_pack",
    "load_exercises",
    "marked_share",
    "run_checks",
    "spotted_places",
    "system_prompt",
    "write_pack",
]


def run_checks(exercise: Exercise, prompt: str, answer: str, material: str | None = None) -> list[CheckResult]:
    """Every check of the exercise on one answer, in the order of the exercise. All texts are redacted already."""
    source = exercise.case or (material or "").strip() or prompt
    return run_all(exercise.checks, Draft(answer=answer, source=source, prompt=prompt))
