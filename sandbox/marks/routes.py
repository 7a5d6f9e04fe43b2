"""Routes of marks: made by participants, decided on by data-protection officers."""

from __future__ import annotations

import json

from fastapi import APIRouter
from fastapi.responses import PlainTextResponse
from starlette.concurrency import run_in_threadpool

from guardrails import MarkedSpan, MarkError, RawText, template_of
from guardrails.evaluation import document_of_mark, document_record
from sandbox.dependencies import Auditor, Context, Dpo, Participant
from sandbox.marks import service
from sandbox.marks.schemas import DecisionIn, MarkIn, MarkOut, MarksOut
from sandbox.practice import pipeline
from sandbox.practice.findings import marked_spans
from sandbox.practice.library import exercise_named
from sandbox.practice.limits import limits_of, material_limit, prompt_limit
from sandbox.practice.problems import mark_problem, require_length

router = APIRouter(prefix="/api/v1/guard", tags=["Markierungen"])


@router.post("/marks", status_code=201)
async def add_mark(data: MarkIn, context: Context, current: Participant) -> MarkOut:
    """Say that the guard missed a place or found one wrongly. Kept is the redacted template, never the text."""
    exercise = exercise_named(context, data.exercise_id)
    limits, raw = limits_of(context), RawText(data.text)
    is_prompt = data.field == "prompt"
    limit = prompt_limit(exercise, limits) if is_prompt else material_limit(exercise, limits)
    require_length(raw, limit, "Der Prompt" if is_prompt else "Das Material", data.field)
    guard = context.guard.for_exercise(exercise.id)
    place = MarkedSpan(data.place.start, data.place.end, data.place.entity)
    missed = (*marked_spans(data.missed), *((place,) if data.verdict == "missed" else ()))
    redaction = await pipeline.redact(guard, raw, None, limits.guard_seconds, missed)
    try:
        template = template_of(raw.reveal(), redaction, place, data.verdict)
    except MarkError as error:
        raise mark_problem(error) from None

    def keep() -> MarkOut:
        with context.database.write() as session:
            mark = service.keep_mark(session, current, exercise.id, template, context.guard_versions())
            return service.mark_out(mark)

    return await run_in_threadpool(keep)


@router.get("/marks")
def list_marks(context: Context, current: Auditor) -> MarksOut:
    """All marks of running workshops with their counts."""
    with context.database.read() as session:
        return service.list_marks(session)


@router.post("/marks/{mark_id}/decision")
async def decide(mark_id: str, data: DecisionIn, context: Context, current: Dpo) -> MarkOut:
    """Accept a mark as an example for the evaluation, or reject it. The reason goes through the guard."""
    reason = await pipeline.redact(context.guard, RawText(data.reason), None, context.settings.guard_timeout)

    def keep() -> MarkOut:
        with context.database.write() as session:
            return service.decide(session, current, mark_id, accepted=data.accepted, reason=reason.text)

    return await run_in_threadpool(keep)


@router.get("/examples", response_class=PlainTextResponse)
def list_examples(context: Context, current: Auditor) -> PlainTextResponse:
    """The accepted examples with generated values, one JSON document a line, as `sandbox guard eval` reads them."""
    with context.database.read() as session:
        found = service.examples(session)
    lines = [
        json.dumps(document_record(document_of_mark(name, template)), ensure_ascii=False) for name, template in found
    ]
    headers = {"Content-Disposition": 'attachment; filename="beispiele.jsonl"', "Cache-Control": "no-store"}
    return PlainTextResponse("".join(f"{line}\n" for line in lines), media_type="application/jsonl", headers=headers)
