"""Contributing to the wall, withdrawing, hiding. Nobody but the contributor learns who contributed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from guardrails import RedactedText, Redaction
from sandbox import audit
from sandbox.accounts.current import CurrentAccount
from sandbox.accounts.roles import Role
from sandbox.audit import Actor, AuditAction
from sandbox.practice import store
from sandbox.practice.tables import Attempt
from sandbox.problems import Problem
from sandbox.wall.schemas import OwnContribution, WallCard, WallEntryOut, WallOut
from sandbox.wall.tables import WallEntry
from sandbox.workshops.tables import Workshop


def showable_attempt(session: Session, current: CurrentAccount, attempt_id: str) -> Attempt:
    """One of the participant's own attempts that can hang on the wall; problems where it cannot."""
    attempt = store.own_attempt(session, current, attempt_id)
    if attempt.status == "running" or not attempt.answer.strip():
        raise Problem(
            422, "keine-antwort", "Zu diesem Versuch gibt es keine Antwort, aus der andere etwas lernen könnten."
        )
    if session.scalar(select(WallEntry.id).where(WallEntry.attempt_id == attempt.id)):
        raise Problem(
            409,
            "schon-beigetragen",
            "Dieser Versuch hängt schon an der Wand. Um den Satz dazu zu ändern, nehmen Sie ihn ab und tragen ihn neu "
            "bei.",
        )
    return attempt


def card_of(attempt: Attempt, lesson: RedactedText, day: date) -> WallCard:
    """What others see of an attempt: the only way onto the wall, for the preview and for good."""
    return WallCard(
        exercise_title=attempt.exercise_title,
        prompt=attempt.prompt,
        answer=attempt.answer,
        model=attempt.model_title,
        lesson=lesson.text,
        day=day,
    )


def contribute(
    session: Session, current: CurrentAccount, attempt_id: str, lesson: Redaction, today: date
) -> WallEntryOut:
    """Hangs an attempt on the wall. The audit trail says that someone did, not which attempt it was."""
    attempt = showable_attempt(session, current, attempt_id)
    entry = WallEntry(
        id=uuid4().hex,
        attempt=attempt,
        workshop_id=attempt.workshop_id,
        lesson=lesson.text.text,
        contributed_on=today,
    )
    session.add(entry)
    session.flush()
    _record(session, current, AuditAction.WALL_CONTRIBUTED, entry, findings=len(lesson.findings))
    return entry_out(entry, current)


def withdraw(session: Session, current: CurrentAccount, entry_id: str) -> None:
    """Takes an own contribution off the wall, hidden or not; nothing of it is left there."""
    entry = session.get(WallEntry, entry_id)
    if entry is None or entry.attempt.participant_id != current.id:
        raise _unknown()
    _record(session, current, AuditAction.WALL_WITHDRAWN, entry)
    session.delete(entry)


def hide(
    session: Session, current: CurrentAccount, workshop: Workshop, entry_id: str, reason: RedactedText
) -> WallEntryOut:
    """Hides a contribution from all but its contributor and the trainers. The reason goes to these alone."""
    entry = _entry(session, workshop, entry_id)
    entry.hidden_at, entry.hidden_by, entry.hidden_reason = datetime.now(UTC), current.id, reason.text
    _record(session, current, AuditAction.WALL_HIDDEN, entry)
    return entry_out(entry, current)


def show_again(session: Session, current: CurrentAccount, workshop: Workshop, entry_id: str) -> WallEntryOut:
    """Shows a hidden contribution to everyone again."""
    entry = _entry(session, workshop, entry_id)
    entry.hidden_at = entry.hidden_by = entry.hidden_reason = None
    _record(session, current, AuditAction.WALL_SHOWN, entry)
    return entry_out(entry, current)


def wall_of(session: Session, current: CurrentAccount, workshop: Workshop) -> WallOut:
    """The wall as this account may see it."""
    entries: Sequence[WallEntry] = session.scalars(
        select(WallEntry)
        .where(WallEntry.workshop_id == workshop.id)
        .options(joinedload(WallEntry.attempt))
        .order_by(WallEntry.contributed_on.desc(), WallEntry.id)  # identifiers are random
    ).all()
    own = [entry for entry in entries if entry.attempt.participant_id == current.id]
    return WallOut(
        workshop_title=workshop.title,
        entries=[
            entry_out(entry, current)
            for entry in entries
            if entry.hidden_at is None or entry in own or current.role is Role.TRAINER
        ],
        own=[OwnContribution(entry_id=entry.id, attempt_id=entry.attempt_id) for entry in own],
    )


def entry_out(entry: WallEntry, current: CurrentAccount) -> WallEntryOut:
    """A contribution as the API shows it to this account."""
    card = card_of(entry.attempt, RedactedText.trusted(entry.lesson), entry.contributed_on)
    return WallEntryOut(
        **card.model_dump(),
        id=entry.id,
        own=entry.attempt.participant_id == current.id,
        hidden=entry.hidden_at is not None,
        hidden_reason=entry.hidden_reason or "",
    )


def _entry(session: Session, workshop: Workshop, entry_id: str) -> WallEntry:
    entry = session.get(WallEntry, entry_id)
    if entry is None or entry.workshop_id != workshop.id:
        raise _unknown()
    return entry


def _unknown() -> Problem:
    return Problem(
        404,
        "beitrag-unbekannt",
        "Diesen Beitrag gibt es nicht mehr. Vielleicht wurde er zurückgezogen; bitte neu laden.",
    )


def _record(
    session: Session, current: CurrentAccount, action: AuditAction, entry: WallEntry, findings: int | None = None
) -> None:
    """Deeds of participants name the workshop alone: an entry beside a name would end its anonymity."""
    by_trainer = current.role is Role.TRAINER
    audit.append(
        session,
        Actor(current.id, current.role.value),
        action,
        f"wall:{entry.id}" if by_trainer else f"workshop:{entry.workshop_id}",
        {"workshop": entry.workshop_id} if by_trainer else {} if findings is None else {"findings": findings},
    )
