"""Routes of spotting. Where something is planted is decided and told here, and only after a search."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from fastapi import APIRouter
from sqlalchemy.orm import Session
from starlette.concurrency import run_in_threadpool

from guardrails import RawText, Redaction
from sandbox.accounts.roles import Role
from sandbox.dependencies import Context, Current, Participant
from sandbox.practice.library import exercise_named
from sandbox.practice.own_words import keep_own_words
from sandbox.problems import Problem
from sandbox.spotting import service
from sandbox.spotting.schemas import SpottingIn, SpottingOut

router = APIRouter(prefix="/api/v1", tags=["Suchen"])


@router.post("/exercises/{exercise_id}/spotting", status_code=201)
async def resolve(exercise_id: str, data: SpottingIn, context: Context, current: Current) -> SpottingOut:
    """Resolve a search: which planted places were found, and what every one of them is about.

    A participant's search is kept, its notes redacted. Trainers get the same answer, and nothing is kept.
    """
    exercise = exercise_named(context, exercise_id)
    await run_in_threadpool(service.require_searchable, exercise, data.marks)
    if current.role is Role.TRAINER:
        return service.spotting_out(service.resolve(exercise, data.marks, {}), 1, exercise)
    if current.role is not Role.PARTICIPANT:
        raise Problem(403, "rolle-fehlt", "Auflösen können nur Teilnehmende sowie Trainerinnen und Trainer.")
    notes = {str(number): RawText(mark.note) for number, mark in enumerate(data.marks) if mark.note.strip()}

    def prepare(redacted: Mapping[str, Redaction]) -> Callable[[Session], SpottingOut]:
        search = service.resolve(exercise, data.marks, redacted)

        def keep(session: Session) -> SpottingOut:
            return service.spotting_out(search, service.keep(session, current, search), exercise)

        return keep

    return await keep_own_words(context, current, exercise.id, notes, prepare)


@router.get("/exercises/{exercise_id}/spotting")
def list_tries(exercise_id: str, context: Context, current: Participant) -> list[SpottingOut]:
    """One's own searches through the text of an exercise, oldest first."""
    exercise = exercise_named(context, exercise_id)
    with context.database.read() as session:
        tries = service.own_tries(session, current, exercise.id)
    return [service.spotting_out(search, number, exercise) for number, search in enumerate(tries, start=1)]
