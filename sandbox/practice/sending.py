"""Sending a prompt: limits, guard, what is kept of it, and the start of its answer."""

from __future__ import annotations

from typing import Any

import structlog
from starlette.concurrency import run_in_threadpool

from exercises import Exercise
from guardrails import PlaceholderBook, RawText
from sandbox import audit
from sandbox.accounts.current import CurrentAccount
from sandbox.audit import Actor, AuditAction
from sandbox.context import ActiveModel, ServiceContext, versions_of
from sandbox.practice import pipeline, store
from sandbox.practice.attempt_schemas import AttemptSettingsIn
from sandbox.practice.conversations import load_book, workshop_key
from sandbox.practice.drawing import generation_settings, kept_settings
from sandbox.practice.library import model_named
from sandbox.practice.limits import limits_of, require_limits
from sandbox.practice.pipeline import Cleaned, Missed
from sandbox.practice.problems import require_length
from sandbox.practice.run import AttemptRun
from sandbox.problems import Problem

_log = structlog.get_logger("sandbox.practice")


async def start_attempt(
    context: ServiceContext,
    current: CurrentAccount,
    exercise: Exercise,
    prompt: RawText,
    material: RawText | None,
    missed: Missed,
    wished: AttemptSettingsIn,
    expectation: RawText | None = None,
) -> AttemptRun:
    """Takes a prompt through limits and guard, keeps it, and lets the model write.

    A participant has one answer written at a time: a new prompt stops the one before.
    """
    limits, model = limits_of(context), model_named(context, wished.model)
    key = await run_in_threadpool(workshop_key, context, current, for_sending=True)
    require_limits(exercise, prompt, material, limits)
    if expectation is not None:
        require_length(expectation, context.settings.reflection_limit, "Ihre Erwartung", "erwartung")
    async with context.turn_of(current.id):
        if (earlier := context.running.get(current.id)) is not None:
            earlier.stop()
            await earlier.ended.wait()
        guard = context.guard.for_exercise(exercise.id)
        book = await run_in_threadpool(_load_book, context, current, exercise.id, key)
        try:
            cleaned = await pipeline.clean(guard, exercise, prompt, material, book, limits, missed, expectation)
        except Problem as problem:
            if problem.code != "markierung-unmoeglich":
                await run_in_threadpool(_record_refusal, context, current, exercise.id, problem)
            raise
        settings = generation_settings(context.settings, wished)
        kept = kept_settings(settings, drawn=wished.seed is None)
        versions = {**versions_of(guard), "exercise": exercise.revision, "model": model.version}
        attempt_id, number = await run_in_threadpool(
            _accept, context, current, exercise, cleaned, book, kept, versions, model
        )
        run = AttemptRun(context, model, guard, current, exercise, cleaned, book, settings, attempt_id, number)
        context.running[current.id] = run
        run.begin()
    _log.info("attempt_sent", attempt_id=attempt_id, exercise_id=exercise.id, count=len(cleaned.prompt_findings))
    return run


def _load_book(context: ServiceContext, current: CurrentAccount, exercise_id: str, key: bytes) -> PlaceholderBook:
    with context.database.read() as session:
        return load_book(session, current.id, exercise_id, key)


def _accept(
    context: ServiceContext,
    current: CurrentAccount,
    exercise: Exercise,
    cleaned: Cleaned,
    book: PlaceholderBook,
    settings: dict[str, Any],
    versions: dict[str, str],
    model: ActiveModel,
) -> tuple[str, int]:
    with context.database.write() as session:
        return store.accept(session, current, exercise, cleaned, book, settings, versions, model)


def _record_refusal(context: ServiceContext, current: CurrentAccount, exercise_id: str, problem: Problem) -> None:
    action = AuditAction.ATTEMPT_BLOCKED if problem.code == "schutzregel-sperrt" else AuditAction.GUARD_FAILED
    details: dict[str, str] = {"exercise": exercise_id, "problem": problem.code}
    if entities := problem.extra.get("entities"):
        details["entities"] = " ".join(entities)[:80]
    with context.database.write() as session:
        audit.append(session, Actor(current.id, current.role.value), action, "", details)
