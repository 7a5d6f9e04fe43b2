"""Routes of comparisons: notes on two attempts, and blind comparisons."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool

from guardrails import RawText
from sandbox.accounts.current import CurrentAccount
from sandbox.comparisons import service
from sandbox.comparisons.schemas import BlindOut, ChoiceIn, ComparisonsOut, NoteIn, NoteOut, PairIn, RevealedOut
from sandbox.context import ServiceContext
from sandbox.dependencies import Context, Participant
from sandbox.practice import store
from sandbox.practice.own_words import keep_own_words
from sandbox.practice.problems import require_length

router = APIRouter(prefix="/api/v1/comparisons", tags=["Vergleiche"])


@router.get("")
def list_comparisons(context: Context, current: Participant) -> ComparisonsOut:
    """One's own comparisons, newest first. Undecided blind ones say nothing of their attempts."""
    with context.database.read() as session:
        attempts = [attempt.id for attempt in store.own_attempts(session, current, None)]
        blind = service.blind_of(session, attempts)
        return ComparisonsOut(
            notes=[service.note_out(note) for note in service.notes_of(session, attempts)],
            blind=[service.revealed_out(item) for item in blind if item.choice is not None],
            open=[service.open_out(item) for item in blind if item.choice is None],
            preferences=service.preferences(blind),
        )


@router.put("/note")
async def put_note(data: NoteIn, context: Context, current: Participant) -> NoteOut:
    """Say what was changed between two attempts and what that did; the text goes through the guard first."""
    exercise_id = await run_in_threadpool(_exercise_of_pair, context, current, data)
    raw = RawText(data.text)
    if data.text.strip():
        require_length(raw, context.settings.reflection_limit, "Ihre Notiz", "notiz")
    return await keep_own_words(
        context,
        current,
        exercise_id,
        {"note": raw},
        lambda redacted: lambda session: service.keep_note(session, current, data.attempt_ids, redacted["note"]),
    )


@router.post("/blind", status_code=201)
def begin_blind(data: PairIn, context: Context, current: Participant) -> BlindOut:
    """Compare two answers without knowing which is which: the service draws the order."""
    with context.database.write() as session:
        return service.blind_out(service.begin_blind(session, current, data.attempt_ids))


@router.get("/blind/{comparison_id}")
def get_blind(comparison_id: str, context: Context, current: Participant) -> RevealedOut | BlindOut:
    """A blind comparison: the two answers alone before the choice, everything after it."""
    with context.database.read() as session:
        found = service.own_blind(session, current, comparison_id)
        return service.blind_out(found) if found.choice is None else service.revealed_out(found)


@router.put("/blind/{comparison_id}/choice")
async def choose(comparison_id: str, data: ChoiceIn, context: Context, current: Participant) -> RevealedOut:
    """Choose and give reasons, once; the reasons go through the guard first. Only then is everything revealed."""
    exercise_id = await run_in_threadpool(_exercise_of_undecided, context, current, comparison_id)
    raw = RawText(data.reason)
    require_length(raw, context.settings.reflection_limit, "Ihre Begründung", "begruendung")
    return await keep_own_words(
        context,
        current,
        exercise_id,
        {"reason": raw},
        lambda redacted: (
            lambda session: service.decide_blind(session, current, comparison_id, data.choice, redacted["reason"])
        ),
    )


def _exercise_of_pair(context: ServiceContext, current: CurrentAccount, pair: PairIn) -> str:
    with context.database.read() as session:
        return service.own_pair(session, current, pair.attempt_ids)[0].exercise_id


def _exercise_of_undecided(context: ServiceContext, current: CurrentAccount, comparison_id: str) -> str:
    with context.database.read() as session:
        found = service.own_blind(session, current, comparison_id)
        service.require_undecided(found)
        return found.later.exercise_id
