"""Routes of practice: guard preview, attempts, revision, reflection."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping

from fastapi import APIRouter
from fastapi.responses import StreamingResponse
from sqlalchemy.orm import Session
from starlette.concurrency import run_in_threadpool

from exercises import Exercise, run_checks
from guardrails import ENTITY_LABELS, PlaceholderBook, RawText, Redaction
from sandbox import __version__
from sandbox.accounts.current import CurrentAccount
from sandbox.accounts.roles import Role
from sandbox.context import ServiceContext
from sandbox.dependencies import Context, Current, Participant
from sandbox.practice import pipeline, store
from sandbox.practice.findings import finding_out, marked_spans, warning_out
from sandbox.practice.library import exercise_named
from sandbox.practice.own_words import keep_own_words
from sandbox.practice.pipeline import Missed
from sandbox.practice.problems import require_length
from sandbox.practice.run import limits_of, start_attempt, workshop_key
from sandbox.practice.schemas import (
    AttemptIn,
    AttemptOut,
    AttemptSummary,
    GuardVersionsOut,
    ModelOut,
    PolicyOut,
    PolicyRule,
    PreviewIn,
    PreviewOut,
    ReflectionIn,
    RevisionIn,
    RevisionKept,
    ServiceOut,
)
from sandbox.practice.tables import Attempt
from sandbox.problems import Problem
from sandbox.review.views import looks_into

router = APIRouter(prefix="/api/v1", tags=["Üben"])


@router.get("/service")
def service_info(context: Context) -> ServiceOut:
    """What runs here: model, guard, limits. Needs no session."""
    model = context.model
    return ServiceOut(
        model=ModelOut(
            name=model.name, title=model.title, parameters=model.parameters, note=model.note, state=model.state
        ),
        guard=GuardVersionsOut(**context.guard_versions()),
        prompt_limit=context.settings.prompt_limit,
        material_limit=context.settings.material_limit,
        retention_days=context.settings.retention_days,
        version=__version__,
    )


@router.post("/guard/preview")
async def preview(data: PreviewIn, context: Context, current: Current) -> PreviewOut:
    """What the guard makes of a text, without sending or keeping anything."""
    exercise = exercise_named(context, data.exercise_id) if data.exercise_id else None
    guard = context.guard.for_exercise(exercise.id) if exercise else context.guard
    limits = limits_of(context)
    text, is_prompt = RawText(data.text), data.field == "prompt"
    limit = pipeline.prompt_limit(exercise, limits) if is_prompt else pipeline.material_limit(exercise, limits)
    require_length(text, limit, "Der Prompt" if is_prompt else "Das Material", data.field)
    book = await run_in_threadpool(_book_for_preview, context, current, exercise)
    if exercise:
        pipeline.reserve(book, exercise)
    if is_prompt and data.material and (exercise is None or exercise.needs_material):
        material = RawText(data.material)
        require_length(material, pipeline.material_limit(exercise, limits), "Das Material", "material")
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
            PolicyRule(entity=entity, label=label, action=rule.action, threshold=rule.threshold)
            for entity, label in ENTITY_LABELS.items()
            for rule in [policy.rule(entity)]
        ],
        allowed=len(policy.allow),
        denied=len(policy.deny),
        exercises=sorted(policy.exercises),
        versions=GuardVersionsOut(**context.guard_versions()),
    )


@router.post(
    "/exercises/{exercise_id}/attempts",
    response_class=StreamingResponse,
    responses={
        200: {
            "content": {"text/event-stream": {"schema": {"type": "string"}}},
            "description": "Ereignisse: accepted, queued (0..n), text (0..n), zuletzt done oder failed.",
        }
    },
)
async def send_attempt(exercise_id: str, data: AttemptIn, context: Context, current: Participant) -> StreamingResponse:
    """Send a prompt; the answer streams back as server-sent events. Leaving stops the model."""
    exercise = exercise_named(context, exercise_id)
    material = RawText(data.material) if data.material and exercise.needs_material else None
    expectation = RawText(data.expectation) if data.expectation and data.expectation.strip() else None
    missed = Missed(marked_spans(data.missed), marked_spans(data.material_missed))
    run = await start_attempt(
        context, current, exercise, RawText(data.prompt), material, missed, data.settings, expectation
    )
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return StreamingResponse(run.events(), media_type="text/event-stream", headers=headers)


@router.get("/attempts")
def list_attempts(context: Context, current: Participant, exercise_id: str | None = None) -> list[AttemptSummary]:
    """One's own attempts, newest first."""
    with context.database.read() as session:
        return [store.attempt_summary(item) for item in store.own_attempts(session, current, exercise_id)]


@router.get("/attempts/{attempt_id}")
def get_attempt(attempt_id: str, context: Context, current: Participant) -> AttemptOut:
    """One of one's own attempts with everything that is kept of it."""
    with context.database.read() as session:
        attempt = store.own_attempt(session, current, attempt_id)
        return store.attempt_out(attempt, looks_into(session, attempt.workshop_id))


@router.post("/attempts/{attempt_id}/revisions", status_code=201)
async def add_revision(attempt_id: str, data: RevisionIn, context: Context, current: Participant) -> RevisionKept:
    """Keep the answer as the participant has reworked it; it goes through the guard and the exercise's checks first."""
    exercise, attempt = await run_in_threadpool(_own_attempt, context, current, attempt_id)
    if not attempt.answer:
        raise Problem(409, "keine-antwort", "Zu diesem Versuch gibt es keine Antwort, die Sie überarbeiten könnten.")
    raw = RawText(data.text)
    require_length(raw, limits_of(context).material, "Ihre Überarbeitung", "ueberarbeitung")

    def prepare(redacted: Mapping[str, Redaction]) -> Callable[[Session], RevisionKept]:
        redaction = redacted["revision"]
        checks = run_checks(exercise, attempt.prompt, redaction.text.text, attempt.material)

        def keep(session: Session) -> RevisionKept:
            kept = store.revise(session, current, attempt_id, redaction.text, redaction.findings, checks)
            return RevisionKept(
                attempt=store.attempt_out(kept, looks_into(session, kept.workshop_id)),
                findings=[finding_out(finding) for finding in redaction.findings],
            )

        return keep

    return await keep_own_words(context, current, exercise.id, {"revision": raw}, prepare)


@router.put("/attempts/{attempt_id}/reflection")
async def put_reflection(attempt_id: str, data: ReflectionIn, context: Context, current: Participant) -> AttemptOut:
    """Keep answers to reflection questions; they go through the guard first."""
    exercise, _ = await run_in_threadpool(_own_attempt, context, current, attempt_id)
    questions = {item.id for item in exercise.reflection}
    if unknown := sorted(set(data.answers) - questions):
        raise Problem(422, "frage-unbekannt", "Eine dieser Fragen gehört nicht zur Übung.", count=len(unknown))
    texts = {question_id: RawText(text) for question_id, text in data.answers.items()}
    for raw in texts.values():
        if raw.reveal().strip():
            require_length(raw, context.settings.reflection_limit, "Ihre Antwort", "reflexion")

    def prepare(redacted: Mapping[str, Redaction]) -> Callable[[Session], AttemptOut]:
        answers = {name: (redaction.text, redaction.findings) for name, redaction in redacted.items()}

        def keep(session: Session) -> AttemptOut:
            attempt = store.reflect(session, current, attempt_id, answers)
            return store.attempt_out(attempt, looks_into(session, attempt.workshop_id))

        return keep

    return await keep_own_words(context, current, exercise.id, texts, prepare)


def _own_attempt(context: ServiceContext, current: CurrentAccount, attempt_id: str) -> tuple[Exercise, Attempt]:
    with context.database.read() as session:
        attempt = store.own_attempt(session, current, attempt_id)
    return exercise_named(context, attempt.exercise_id), attempt


def _stored_book(context: ServiceContext, current: CurrentAccount, exercise_id: str, key: bytes) -> PlaceholderBook:
    with context.database.read() as session:
        return store.load_book(session, current.id, exercise_id, key)


def _book_for_preview(context: ServiceContext, current: CurrentAccount, exercise: Exercise | None) -> PlaceholderBook:
    if exercise is None or current.role is not Role.PARTICIPANT:
        return PlaceholderBook(secrets.token_bytes(32))
    key = workshop_key(context, current, for_sending=False)
    return _stored_book(context, current, exercise.id, key)
