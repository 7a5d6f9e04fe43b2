"""Routes of the guard: what it makes of a text, and the policy in force."""

from __future__ import annotations

import secrets

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool

from exercises import Exercise
from guardrails import ENTITY_LABELS, PlaceholderBook, RawText
from sandbox.accounts.current import CurrentAccount
from sandbox.accounts.roles import Role
from sandbox.context import ServiceContext
from sandbox.dependencies import Context, Current
from sandbox.practice import pipeline
from sandbox.practice.conversations import load_book, workshop_key
from sandbox.practice.findings import finding_out, marked_spans, warning_out
from sandbox.practice.guard_schemas import GuardVersionsOut, PolicyOut, PolicyRule, PreviewIn, PreviewOut
from sandbox.practice.library import exercise_named
from sandbox.practice.limits import limits_of, material_limit, prompt_limit
from sandbox.practice.problems import require_length
from sandbox.wording import label

router = APIRouter(prefix="/api/v1", tags=["Üben"])


@router.post("/guard/preview")
async def preview(data: PreviewIn, context: Context, current: Current) -> PreviewOut:
    """What the guard makes of a text, without sending or keeping anything."""
    exercise = exercise_named(context, data.exercise_id) if data.exercise_id else None
    guard = context.guard.for_exercise(exercise.id) if exercise else context.guard
    limits = limits_of(context)
    text, is_prompt = RawText(data.text), data.field == "prompt"
    limit = prompt_limit(exercise, limits) if is_prompt else material_limit(exercise, limits)
    require_length(text, limit, "Der Prompt" if is_prompt else "Das Material", data.field)
    book = await run_in_threadpool(_book_for_preview, context, current, exercise)
    if exercise:
        pipeline.reserve(book, exercise)
    if is_prompt and data.material and (exercise is None or exercise.needs_material):
        material = RawText(data.material)
        require_length(material, material_limit(exercise, limits), "Das Material", "material")
        await pipeline.redact(guard, material, book, limits.guard_seconds, marked_spans(data.material_missed))
    redaction = await pipeline.redact(guard, text, book, limits.guard_seconds, marked_spans(data.missed))
    return PreviewOut(
        redacted=redaction.text.text,
        findings=[finding_out(finding) for finding in redaction.findings],
        language=redaction.language,
        blocked=[finding_out(finding) for finding in redaction.blocked],
        warnings=[warning_out(warning) for warning in redaction.warnings],
    )


@router.get("/guard/policy")
def guard_policy(context: Context, current: Current) -> PolicyOut:
    """The policy in force, as data, without the texts of its lists."""
    policy = context.policy
    return PolicyOut(
        rules=[
            PolicyRule(entity=entity, label=label(german), action=rule.action, threshold=rule.threshold)
            for entity, german in ENTITY_LABELS.items()
            for rule in [policy.rule(entity)]
        ],
        allowed=len(policy.allow),
        denied=len(policy.deny),
        exercises=sorted(policy.exercises),
        versions=GuardVersionsOut(**context.guard_versions()),
    )


def _stored_book(context: ServiceContext, current: CurrentAccount, exercise_id: str, key: bytes) -> PlaceholderBook:
    with context.database.read() as session:
        return load_book(session, current.id, exercise_id, key)


def _book_for_preview(context: ServiceContext, current: CurrentAccount, exercise: Exercise | None) -> PlaceholderBook:
    if exercise is None or current.role is not Role.PARTICIPANT:
        return PlaceholderBook(secrets.token_bytes(32))
    key = workshop_key(context, current, for_sending=False)
    return _stored_book(context, current, exercise.id, key)
