"""Routes of the journal: what one has written down, what one has practised, what one takes home."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from fastapi import APIRouter

from sandbox.dependencies import Context, Participant
from sandbox.journal import service
from sandbox.journal.schemas import JournalOut, ProgressOut, StarIn, TakeHomeOut
from sandbox.practice.attempts import attempt_out
from sandbox.review.views import looks_into
from sandbox.workshops.tables import Workshop

router = APIRouter(prefix="/api/v1", tags=["Lernjournal"])


@router.get("/me/journal")
def my_journal(context: Context, current: Participant) -> JournalOut:
    """One's own reflections, sentences to take away and comparisons, across modules."""
    with context.database.read() as session:
        return service.journal(session, current, context.exercises)


@router.get("/me/progress")
def my_progress(context: Context, current: Participant) -> ProgressOut:
    """What one has practised in this workshop, and when. Nothing in it names the person."""
    with context.database.read() as session:
        workshop = session.get_one(Workshop, current.workshop_id)
        return ProgressOut(
            house=context.settings.house,
            workshop_title=workshop.title,
            starts_on=workshop.starts_on,
            ends_on=workshop.ends_on,
            total=len(context.exercises.all),
            exercises=service.practised(session, current, context.exercises, ZoneInfo(context.settings.timezone)),
        )


@router.get("/me/stars")
def my_stars(context: Context, current: Participant) -> list[str]:
    """Identifiers of one's own attempts that are marked as good."""
    with context.database.read() as session:
        return sorted(service.starred(session, current))


@router.put("/attempts/{attempt_id}/star", status_code=204)
def put_star(attempt_id: str, data: StarIn, context: Context, current: Participant) -> None:
    """Mark one of one's own attempts as good, or take the mark back."""
    with context.database.write() as session:
        service.star(session, current, attempt_id, starred=data.starred)


@router.get("/me/take-home")
def take_home(context: Context, current: Participant) -> TakeHomeOut:
    """Journal, good attempts and working material in one; with placeholders, as everything that is kept."""
    with context.database.read() as session:
        workshop = session.get_one(Workshop, current.workshop_id)
        looks = looks_into(session, workshop.id)
        return TakeHomeOut(
            workshop_title=workshop.title,
            house=context.settings.house,
            journal=service.journal(session, current, context.exercises),
            good=[
                attempt_out(attempt, looks) for attempt in service.good_attempts(session, current, context.exercises)
            ],
            material=service.working_material(session, current, context.exercises),
        )
