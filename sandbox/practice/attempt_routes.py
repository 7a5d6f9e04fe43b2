"""Routes of attempts: sending, reading, reworking, reflecting."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from fastapi import APIRouter
from fastapi.responses import StreamingResponse
from sqlalchemy.orm import Session
from starlette.concurrency import run_in_threadpool

from exercises import Exercise, run_checks
from guardrails import RawText, Redaction
from sandbox.accounts.current import CurrentAccount
from sandbox.context import ServiceContext
from sandbox.dependencies import Context, Participant
from sandbox.practice import store
from sandbox.practice.attempt_schemas import (
    AttemptIn,
    AttemptOut,
    AttemptSummary,
    ReflectionIn,
    RevisionIn,
    RevisionKept,
)
from sandbox.practice.attempts import attempt_out, attempt_summary
from sandbox.practice.findings import finding_out, marked_spans
from sandbox.practice.library import exercise_named
from sandbox.practice.limits import limits_of
from sandbox.practice.own_words import keep_own_words
from sandbox.practice.pipeline import Missed
from sandbox.practice.problems import require_length
from sandbox.practice.sending import start_attempt
from sandbox.practice.tables import Attempt
from sandbox.problems import Problem
from sandbox.review.views import looks_into

router = APIRouter(prefix="/api/v1", tags=["Üben"])


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
        return [attempt_summary(item) for item in store.own_attempts(session, current, exercise_id)]


@router.get("/attempts/{attempt_id}")
def get_attempt(attempt_id: str, context: Context, current: Participant) -> AttemptOut:
    """One of one's own attempts with everything that is kept of it."""
    with context.database.read() as session:
        attempt = store.own_attempt(session, current, attempt_id)
        return attempt_out(attempt, looks_into(session, attempt.workshop_id))


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
                attempt=attempt_out(kept, looks_into(session, kept.workshop_id)),
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
            return attempt_out(attempt, looks_into(session, attempt.workshop_id))

        return keep

    return await keep_own_words(context, current, exercise.id, texts, prepare)


def _own_attempt(context: ServiceContext, current: CurrentAccount, attempt_id: str) -> tuple[Exercise, Attempt]:
    with context.database.read() as session:
        attempt = store.own_attempt(session, current, attempt_id)
    return exercise_named(context, attempt.exercise_id), attempt
