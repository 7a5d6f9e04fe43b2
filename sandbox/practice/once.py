"""One attempt without web page and database: the same guard, the same model, nothing kept."""

from __future__ import annotations

import asyncio
import secrets
import tempfile
import time
from collections.abc import Sequence
from contextlib import aclosing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from exercises import CheckResult, Exercise, ExerciseLibrary, run_checks
from guardrails import ENTITY_LABELS, Finding, Guard, PlaceholderBook, RawText
from models import GenerationSettings, ModelError, Usage
from sandbox.context import ActiveModel
from sandbox.practice import pipeline
from sandbox.practice.attempt_schemas import AttemptSettingsIn
from sandbox.practice.drawing import generation_settings, kept_settings
from sandbox.practice.limits import Limits, require_limits
from sandbox.practice.pipeline import Cleaned, Ending, Piece
from sandbox.problems import Problem
from sandbox.settings import Settings
from sandbox.startup import StartupError, choose_model, load_guard, read_exercises, read_policy


class AttemptRefused(Exception):  # noqa: N818 - an outcome, not a fault
    """There is no answer. The message is German and holds nothing of the prompt.

    ``exit_code``: 2 when the input has to change, 3 when guard or model are not to be had.
    """

    def __init__(self, message: str, exit_code: int) -> None:
        super().__init__(message)
        self.exit_code = exit_code


@dataclass(frozen=True)
class SingleAttempt:
    """What came of it. All texts are redacted; placeholders are never restored."""

    exercise_id: str
    exercise_version: str
    prompt: str
    material: str | None
    answer: str
    findings: tuple[tuple[str, Finding], ...]
    checks: tuple[CheckResult, ...]
    versions: dict[str, str]
    model_name: str
    settings: dict[str, Any]
    """How the answer was drawn, the seed included."""
    finish_reason: str
    seconds: float
    tokens: int | None

    def record(self) -> dict[str, Any]:
        """The attempt as JSON."""
        return {
            "exercise_id": self.exercise_id,
            "exercise_version": self.exercise_version,
            "prompt": self.prompt,
            "material": self.material,
            "answer": self.answer,
            "findings": [
                {
                    "source": source,
                    "entity": finding.entity,
                    "label": ENTITY_LABELS.get(finding.entity, finding.entity),
                    "score": round(finding.score, 4),
                    "placeholder": finding.placeholder,
                    "text_length": finding.text_length,
                }
                for source, finding in self.findings
            ],
            "checks": [check.model_dump(mode="json") for check in self.checks],
            "versions": self.versions,
            "model": self.model_name,
            "settings": self.settings,
            "finish_reason": self.finish_reason,
            "seconds": self.seconds,
            "tokens": self.tokens,
        }


@dataclass(frozen=True)
class AttemptRequest:
    """What a single attempt begins with: an exercise, a prompt, and the own case where the exercise asks for one."""

    exercise_id: str
    prompt: str
    material: str | None = None


async def run_attempt_once(
    exercise_id: str,
    prompt: str,
    material: str | None = None,
    *,
    seed: int | None = None,
    settings: Settings | None = None,
) -> SingleAttempt:
    """Opens guard and model, lets the prompt go its way, and closes the model again.

    Raises AttemptRefused when the input is not acceptable, or guard or model cannot be had.
    """
    attempts = await run_attempts([AttemptRequest(exercise_id, prompt, material)], seed=seed, settings=settings)
    return attempts[0]


async def run_attempts(
    requests: Sequence[AttemptRequest], *, seed: int | None = None, settings: Settings | None = None
) -> list[SingleAttempt]:
    """As `run_attempt_once`, one after the other with guard and model opened once. The requests do not know of each
    other: each has its own placeholders. All are looked at before the model is opened, so a bad one costs no time."""
    settings = settings or Settings()
    with tempfile.TemporaryDirectory(prefix="ki-werkstatt-") as folder:
        try:
            limits = Limits(settings.prompt_limit, settings.material_limit, settings.guard_timeout)
            library = read_exercises(settings)
            accepted = [_accept(library, request, limits) for request in requests]
            drawing = [_generation(settings, seed) for _ in requests]
            model = choose_model(settings, Path(folder))
            loading = asyncio.create_task(asyncio.to_thread(lambda: load_guard(read_policy(settings).policy)))
            try:
                await model.start()
                guard = await loading
                return [
                    await _one(guard, model, each, limits, generation, drawn=seed is None)
                    for each, generation in zip(accepted, drawing, strict=True)
                ]
            finally:
                loading.cancel()
                await model.stop()
        except StartupError as error:
            raise AttemptRefused(f"{error.message} {error.fix}", 3) from None
        except ModelError as error:
            raise AttemptRefused(error.message, 3) from None
        except Problem as problem:
            raise AttemptRefused(problem.detail, 2 if problem.status < 500 else 3) from None


@dataclass(frozen=True)
class _Accepted:
    exercise: Exercise
    prompt: RawText
    material: RawText | None


def _accept(library: ExerciseLibrary, request: AttemptRequest, limits: Limits) -> _Accepted:
    try:
        exercise = library.get(request.exercise_id)
    except KeyError:
        raise AttemptRefused(f"Eine Übung „{request.exercise_id}“ gibt es nicht.", 2) from None
    material = RawText(request.material) if request.material and exercise.needs_material else None
    accepted = _Accepted(exercise, RawText(request.prompt), material)
    require_limits(exercise, accepted.prompt, accepted.material, limits)
    return accepted


async def _one(
    guard: Guard,
    model: ActiveModel,
    accepted: _Accepted,
    limits: Limits,
    generation: GenerationSettings,
    *,
    drawn: bool,
) -> SingleAttempt:
    there, book = guard.for_exercise(accepted.exercise.id), PlaceholderBook(secrets.token_bytes(32))
    cleaned = await pipeline.clean(there, accepted.exercise, accepted.prompt, accepted.material, book, limits)
    return await _attempt(there, model, accepted.exercise, cleaned, book, generation, drawn=drawn)


async def _attempt(
    guard: Guard,
    model: ActiveModel,
    exercise: Exercise,
    cleaned: Cleaned,
    book: PlaceholderBook,
    generation: GenerationSettings,
    *,
    drawn: bool,
) -> SingleAttempt:
    redactor = guard.stream(language="de", placeholders=book)
    messages = pipeline.compose(exercise, cleaned.prompt, cleaned.material)
    pieces: list[str] = []
    reason, usage = "", None
    began = time.monotonic()
    async with aclosing(pipeline.answer(model.client, messages, generation, redactor)) as parts:
        async for part in parts:
            if isinstance(part, Piece):
                pieces.append(part.text)
            elif isinstance(part, Ending):
                reason, usage = part.finish_reason, part.usage
    seconds, text = time.monotonic() - began, "".join(pieces)
    redacted_material = cleaned.material.text if cleaned.material else None
    versions = guard.versions
    return SingleAttempt(
        exercise_id=exercise.id,
        exercise_version=exercise.version,
        prompt=cleaned.prompt.text,
        material=redacted_material,
        answer=text,
        findings=(
            *(("prompt", finding) for finding in cleaned.prompt_findings),
            *(("material", finding) for finding in cleaned.material_findings),
            *(("answer", finding) for finding in redactor.findings),
        ),
        checks=tuple(run_checks(exercise, cleaned.prompt.text, text, redacted_material)),
        versions={
            "policy": versions.policy,
            "recognizers": versions.recognizers,
            "tagger": versions.tagger,
            "exercise": exercise.revision,
            "model": model.version,
        },
        model_name=model.name,
        settings=kept_settings(generation, drawn=drawn),
        finish_reason=reason,
        seconds=round(seconds, 3),
        tokens=_tokens(usage),
    )


def _generation(settings: Settings, seed: int | None) -> GenerationSettings:
    try:
        return generation_settings(settings, AttemptSettingsIn(seed=seed))
    except ValidationError:
        raise AttemptRefused("Der Startwert (seed) liegt zwischen 0 und 2 hoch 32 minus 1.", 2) from None


def _tokens(usage: Usage | None) -> int | None:
    return usage.completion_tokens if usage else None
