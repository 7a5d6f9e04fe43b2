"""Every exercise that ships runs without the page, with the shipped model and a prompt as a beginner writes it.

The prompts lie beside the tests of the exercises, `<id>.txt`, with `<id>.material.txt` where an exercise asks for an
own case. What comes of an answer is for people to judge; here it has to come, through the guard, with all its checks.
"""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from exercises import Exercise, load_exercises
from sandbox.practice import AttemptRequest, SingleAttempt, run_attempts
from sandbox.settings import Settings

PROMPTS = Path(__file__).parents[1] / "exercises" / "beginner_prompts"
EXERCISES = load_exercises().all

each_exercise = pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)


def request(exercise: Exercise) -> AttemptRequest:
    prompt = (PROMPTS / f"{exercise.id}.txt").read_text(encoding="utf-8")
    if not exercise.needs_material:
        return AttemptRequest(exercise.id, prompt)
    return AttemptRequest(exercise.id, prompt, (PROMPTS / f"{exercise.id}.material.txt").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def attempts() -> dict[str, SingleAttempt]:
    """One attempt at each exercise; the model is opened once."""
    made = asyncio.run(run_attempts([request(one) for one in EXERCISES], seed=1, settings=Settings(max_tokens=250)))
    return {one.exercise_id: one for one in made}


@each_exercise
def test_it_is_answered_and_checked(exercise: Exercise, attempts: dict[str, SingleAttempt]) -> None:
    made = attempts[exercise.id]
    assert made.finish_reason in {"stop", "length"}
    assert made.answer.strip()
    assert [check.title for check in made.checks] == list(exercise.check_titles)


@each_exercise
def test_a_beginners_prompt_names_nobody(exercise: Exercise, attempts: dict[str, SingleAttempt]) -> None:
    """Cases are anonymised, so an ordinary prompt gives the guard nothing to replace; an own case does."""
    found = [finding.entity for source, finding in attempts[exercise.id].findings if source != "answer"]
    assert bool(found) == exercise.needs_material, found


def test_no_prompt_is_left_over() -> None:
    known = {exercise.id for exercise in EXERCISES}
    assert {path.name.partition(".")[0] for path in PROMPTS.glob("*.txt")} == known
