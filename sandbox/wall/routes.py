"""Routes of the wall: participants contribute and withdraw, trainers hide, all of the workshop see it."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool

from guardrails import PlaceholderBook, RawText
from sandbox.accounts.current import CurrentAccount
from sandbox.context import ServiceContext
from sandbox.dependencies import Context, Participant, Trainer
from sandbox.practice import pipeline
from sandbox.practice.conversations import load_book, workshop_key
from sandbox.practice.own_words import keep_own_words
from sandbox.practice.problems import require_length
from sandbox.wall import service
from sandbox.wall.schemas import ContributionIn, HidingIn, WallCard, WallEntryOut, WallOut
from sandbox.workshops.service import led_workshop
from sandbox.workshops.tables import Workshop

router = APIRouter(prefix="/api/v1", tags=["Lehrreiche Fehler"])

REASON_LIMIT = 500
"""Characters that a trainer's reason for hiding may have."""


@router.get("/wall")
def own_wall(context: Context, current: Participant) -> WallOut:
    """The wall of one's own workshop."""
    with context.database.read() as session:
        return service.wall_of(session, current, session.get_one(Workshop, current.workshop_id))


@router.post("/wall/preview")
async def preview(data: ContributionIn, context: Context, current: Participant) -> WallCard:
    """Exactly what others will see of a contribution. Nothing is kept."""
    exercise_id = await run_in_threadpool(_exercise_of, context, current, data.attempt_id)
    key = await run_in_threadpool(workshop_key, context, current, for_sending=False)
    raw = _lesson(context, data)

    def load() -> PlaceholderBook:
        with context.database.read() as session:
            return load_book(session, current.id, exercise_id, key)

    book = await run_in_threadpool(load)
    lesson = await pipeline.redact(context.guard.for_exercise(exercise_id), raw, book, context.settings.guard_timeout)

    def card() -> WallCard:
        with context.database.read() as session:
            attempt = service.showable_attempt(session, current, data.attempt_id)
            return service.card_of(attempt, lesson.text, context.today())

    return await run_in_threadpool(card)


@router.post("/wall", status_code=201)
async def contribute(data: ContributionIn, context: Context, current: Participant) -> WallEntryOut:
    """Show an own attempt to the workshop, anonymously; the sentence goes through the guard first."""
    exercise_id = await run_in_threadpool(_exercise_of, context, current, data.attempt_id)
    return await keep_own_words(
        context,
        current,
        exercise_id,
        {"lesson": _lesson(context, data)},
        lambda redacted: (
            lambda session: service.contribute(session, current, data.attempt_id, redacted["lesson"], context.today())
        ),
    )


@router.delete("/wall/{entry_id}", status_code=204)
def withdraw(entry_id: str, context: Context, current: Participant) -> None:
    """Take an own contribution off the wall, at any time."""
    with context.database.write() as session:
        service.withdraw(session, current, entry_id)


@router.get("/workshops/{workshop_id}/wall")
def wall(workshop_id: str, context: Context, current: Trainer) -> WallOut:
    """The wall of a workshop one leads, hidden contributions included."""
    with context.database.read() as session:
        return service.wall_of(session, current, led_workshop(session, workshop_id, current.id))


@router.post("/workshops/{workshop_id}/wall/{entry_id}/hide")
async def hide(workshop_id: str, entry_id: str, data: HidingIn, context: Context, current: Trainer) -> WallEntryOut:
    """Hide a contribution; the reason goes through the guard and is shown to its contributor."""
    raw = RawText(data.reason)
    require_length(raw, REASON_LIMIT, "Die Begründung", "grund")
    reason = await pipeline.redact(context.guard, raw, None, context.settings.guard_timeout)

    def keep() -> WallEntryOut:
        with context.database.write() as session:
            workshop = led_workshop(session, workshop_id, current.id)
            return service.hide(session, current, workshop, entry_id, reason.text)

    return await run_in_threadpool(keep)


@router.post("/workshops/{workshop_id}/wall/{entry_id}/show")
def show_again(workshop_id: str, entry_id: str, context: Context, current: Trainer) -> WallEntryOut:
    """Show a hidden contribution again."""
    with context.database.write() as session:
        return service.show_again(session, current, led_workshop(session, workshop_id, current.id), entry_id)


def _lesson(context: ServiceContext, data: ContributionIn) -> RawText:
    raw = RawText(data.lesson)
    if data.lesson.strip():
        require_length(raw, context.settings.reflection_limit, "Ihr Satz", "satz")
    return raw


def _exercise_of(context: ServiceContext, current: CurrentAccount, attempt_id: str) -> str:
    with context.database.read() as session:
        return service.showable_attempt(session, current, attempt_id).exercise_id
