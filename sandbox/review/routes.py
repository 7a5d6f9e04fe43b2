"""Routes of review: the prompt log for those who may read it, and for participants who did."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from sandbox.accounts.roles import Role
from sandbox.dependencies import Context, LogReader, Participant
from sandbox.problems import Problem
from sandbox.review import service
from sandbox.review.schemas import AccessOut, PromptLogOut
from sandbox.workshops.service import audited_workshop, led_workshop

router = APIRouter(prefix="/api/v1", tags=["Durchsicht"])


@router.get("/workshops/{workshop_id}/prompt-log")
def prompt_log(
    workshop_id: str,
    context: Context,
    current: LogReader,
    exercise_id: Annotated[str | None, Query(max_length=80)] = None,
    participant: Annotated[str | None, Query(max_length=32)] = None,
) -> PromptLogOut:
    """The prompt log of a workshop: for who leads it, and for data-protection officers.

    Each call is recorded and shown to the participants.
    """
    exercise = exercise_id or None
    if exercise is not None and exercise not in {item.id for item in context.exercises.all}:
        raise Problem(404, "uebung-unbekannt", "Diese Übung gibt es nicht. Bitte wählen Sie eine aus der Liste.")
    with context.database.write() as session:
        if current.role is Role.DPO:
            workshop = audited_workshop(session, workshop_id)
        else:
            workshop = led_workshop(session, workshop_id, current.id)
        return service.view_prompt_log(
            session, current, workshop, context.exercises, exercise_id=exercise, participant_id=participant or None
        )


@router.get("/me/access")
def my_access(context: Context, current: Participant) -> list[AccessOut]:
    """Who looked at one's own attempts, newest first."""
    with context.database.read() as session:
        return service.access_to(session, current)
