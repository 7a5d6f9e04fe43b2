"""Routes of practice: exercises, guard preview, attempts, reflection."""

from __future__ import annotations

import secrets

from fastapi import APIRouter
from fastapi.responses import StreamingResponse
from starlette.concurrency import run_in_threadpool

from exercises import Exercise
from guardrails import ENTITY_LABELS, PlaceholderBook, RawText
from sandbox import __version__
from sandbox.accounts.current import CurrentAccount
from sandbox.accounts.roles import Role
from sandbox.context import ServiceContext
from sandbox.dependencies import Context, Current, Participant
from sandbox.practice import pipeline, store
from sandbox.practice.findings import finding_out, marked_spans, warning_out
from sandbox.practice.pipeline import Missed
from sandbox.practice.problems import require_length
from sandbox.practice.run import limits_of, start_attempt, workshop_key
from sandbox.practice.schemas import (
    AttemptIn,
    AttemptOut,
    AttemptSummary,
    CheckTitle,
    ExerciseOut,
    ExerciseSummary,
    GuardVersionsOut,
    ModelOut,
    PolicyOut,
    PolicyRule,
    PreviewIn,
    PreviewOut,
    QuestionOut,
    ReflectionIn,
    ServiceOut,
)
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


@router.get("/exercises")
def list_exercises(context: Context, current: Current) -> list[ExerciseSummary]:
    """All exercises, with the participant's own progress."""
    progress = _progress(context, current)
    return [_summary(exercise, *progress.get(exercise.id, (0, False))) for exercise in context.exercises.all]


@router.get("/exercises/{exercise_id}")
async def get_exercise(exercise_id: str, context: Context, current: Current) -> ExerciseOut:
    """One exercise with all its content. The model reads its beginning ahead, so that answers come sooner."""
    exercise = _exercise(context, exercise_id)
    limits = limits_of(context)
    context.model_reads(exercise.revision, pipeline.beginning(exercise))
    progress = await run_in_threadpool(_progress, context, current)
    summary = _summary(exercise, *progress.get(exercise.id, (0, False)))
    return ExerciseOut(
        **summary.model_dump(),
        background="\n\n".join(
            part for part in (context.exercises.module(exercise.module).background, exercise.background) if part
        ),
        case=exercise.case,
        assignment=exercise.assignment,
        hint=exercise.hint,
        reflection=[QuestionOut(id=item.id, question=item.question, help=item.help) for item in exercise.reflection],
        prompt_limit=pipeline.prompt_limit(exercise, limits),
        material_limit=pipeline.material_limit(exercise, limits),
        needs_material=exercise.needs_material,
        checks=[CheckTitle(id=check.check, title=check.title) for check in exercise.checks],
    )


@router.post("/guard/preview")
async def preview(data: PreviewIn, context: Context, current: Current) -> PreviewOut:
    """What the guard makes of a text, without sending or keeping anything."""
    exercise = _exercise(context, data.exercise_id) if data.exercise_id else None
    guard = context.guard.for_exercise(exercise.id) if exercise else context.guard
    limits = limits_of(context)
    text, is_prompt = RawText(data.text), data.field == "prompt"
    limit = pipeline.prompt_limit(exercise, limits) if is_prompt else pipeline.material_limit(exercise, limits)
    require_length(text, limit, "Der Prompt" if is_prompt else "Das Material", data.field)
    book = await run_in_threadpool(_book_for_preview, context, current, exercise)
    if exercise and exercise.case:
        book.reserve(exercise.case)
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
    exercise = _exercise(context, exercise_id)
    material = RawText(data.material) if data.material and exercise.needs_material else None
    missed = Missed(marked_spans(data.missed), marked_spans(data.material_missed))
    run = await start_attempt(context, current, exercise, RawText(data.prompt), material, missed, data.settings)
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


@router.put("/attempts/{attempt_id}/reflection")
async def put_reflection(attempt_id: str, data: ReflectionIn, context: Context, current: Participant) -> AttemptOut:
    """Keep answers to reflection questions; they go through the guard first."""
    exercise_id = await run_in_threadpool(_exercise_of, context, current, attempt_id)
    questions = {item.id for item in _exercise(context, exercise_id).reflection}
    if unknown := sorted(set(data.answers) - questions):
        raise Problem(422, "frage-unbekannt", "Eine dieser Fragen gehört nicht zur Übung.", count=len(unknown))
    key = await run_in_threadpool(workshop_key, context, current, for_sending=False)
    guard = context.guard.for_exercise(exercise_id)
    async with context.turn_of(current.id):
        book = await run_in_threadpool(_stored_book, context, current, exercise_id, key)
        answers = {}
        for question_id, text in data.answers.items():
            raw = RawText(text)
            if text.strip():
                require_length(raw, context.settings.reflection_limit, "Ihre Antwort", "reflexion")
            redaction = await pipeline.redact(guard, raw, book, context.settings.guard_timeout)
            answers[question_id] = (redaction.text, redaction.findings)

        def keep() -> AttemptOut:
            with context.database.write() as session:
                attempt = store.reflect(session, current, attempt_id, answers)
                store.save_book(session, current.id, exercise_id, book)
                return store.attempt_out(attempt, looks_into(session, attempt.workshop_id))

        return await run_in_threadpool(keep)


def _exercise(context: ServiceContext, exercise_id: str) -> Exercise:
    try:
        return context.exercises.get(exercise_id)
    except KeyError:
        raise Problem(
            404, "uebung-unbekannt", "Diese Übung gibt es nicht. Bitte wählen Sie eine aus der Liste."
        ) from None


def _exercise_of(context: ServiceContext, current: CurrentAccount, attempt_id: str) -> str:
    with context.database.read() as session:
        return store.own_attempt(session, current, attempt_id).exercise_id


def _stored_book(context: ServiceContext, current: CurrentAccount, exercise_id: str, key: bytes) -> PlaceholderBook:
    with context.database.read() as session:
        return store.load_book(session, current.id, exercise_id, key)


def _book_for_preview(context: ServiceContext, current: CurrentAccount, exercise: Exercise | None) -> PlaceholderBook:
    if exercise is None or current.role is not Role.PARTICIPANT:
        return PlaceholderBook(secrets.token_bytes(32))
    key = workshop_key(context, current, for_sending=False)
    return _stored_book(context, current, exercise.id, key)


def _progress(context: ServiceContext, current: CurrentAccount) -> dict[str, tuple[int, bool]]:
    if current.role is not Role.PARTICIPANT:
        return {}
    progress: dict[str, tuple[int, bool]] = {}
    with context.database.read() as session:
        for attempt in store.own_attempts(session, current, None):
            count, reflected = progress.get(attempt.exercise_id, (0, False))
            progress[attempt.exercise_id] = (count + 1, reflected or store.is_reflected(attempt))
    return progress


def _summary(exercise: Exercise, attempts: int, reflected: bool) -> ExerciseSummary:
    return ExerciseSummary(
        id=exercise.id,
        version=str(exercise.version),
        module=exercise.module,
        module_title=exercise.module_title,
        title=exercise.title,
        kind=exercise.kind,
        minutes=exercise.minutes,
        summary=exercise.summary,
        attempts=attempts,
        reflected=reflected,
    )
