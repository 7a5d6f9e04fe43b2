"""The prompt log of a workshop for who leads or audits it. Nothing of it can be read without being recorded."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from exercises import ExerciseLibrary
from sandbox import audit
from sandbox.accounts.current import CurrentAccount
from sandbox.accounts.tables import Account
from sandbox.audit import Actor, AuditAction
from sandbox.comparisons import service as comparisons
from sandbox.practice import store
from sandbox.practice.attempts import attempt_out, is_reflected
from sandbox.practice.tables import Attempt
from sandbox.problems import Problem
from sandbox.review.schemas import (
    AccessOut,
    LoggedAttempt,
    LoggedBlind,
    LoggedNote,
    LoggedSearch,
    ParticipantOut,
    ParticipantRef,
    PromptLogOut,
)
from sandbox.review.searches import logged_searches
from sandbox.review.tables import LogView
from sandbox.review.views import looks_into, merge_looks
from sandbox.spotting.tables import SpottingTry
from sandbox.workshops.routes import workshop_out
from sandbox.workshops.tables import Workshop


def view_prompt_log(
    session: Session,
    current: CurrentAccount,
    workshop: Workshop,
    library: ExerciseLibrary,
    *,
    exercise_id: str | None,
    participant_id: str | None,
) -> PromptLogOut:
    """Participants, attempts, comparisons and searches in the wished scope; recorded in the same transaction."""
    people = session.scalars(select(Account).where(Account.workshop_id == workshop.id).order_by(Account.name_key)).all()
    if participant_id and participant_id not in {person.id for person in people}:
        raise Problem(404, "teilnahme-unbekannt", "Diese Person gehört nicht zu diesem Workshop.")
    _record(session, current, workshop, exercise_id, participant_id)
    attempts = session.scalars(
        select(Attempt)
        .where(Attempt.workshop_id == workshop.id)
        .options(selectinload(Attempt.findings), selectinload(Attempt.revisions), selectinload(Attempt.reflections))
        .order_by(Attempt.created_at.desc(), Attempt.number.desc())
    ).all()
    looks = looks_into(session, workshop.id)
    people_by_id = {person.id: ParticipantRef(id=person.id, pseudonym=person.name) for person in people}
    shown = [
        attempt
        for attempt in attempts
        if exercise_id in (None, attempt.exercise_id) and participant_id in (None, attempt.participant_id)
    ]
    ids = [attempt.id for attempt in shown]
    searches = logged_searches(session, workshop.id, library, people_by_id)
    return PromptLogOut(
        workshop=workshop_out(session, workshop, current.role),
        participants=[_progress(person, attempts, searches) for person in people],
        attempts=[
            LoggedAttempt(**attempt_out(attempt, looks).model_dump(), participant=people_by_id[attempt.participant_id])
            for attempt in shown
        ],
        notes=[
            LoggedNote(**comparisons.note_out(note).model_dump(), participant=people_by_id[note.later.participant_id])
            for note in comparisons.notes_of(session, ids)
        ],
        blind=[
            LoggedBlind(
                **comparisons.revealed_out(item).model_dump(), participant=people_by_id[item.later.participant_id]
            )
            for item in comparisons.blind_of(session, ids)
            if item.choice is not None
        ],
        searches=[
            search
            for search in searches
            if exercise_id in (None, search.exercise_id) and participant_id in (None, search.participant.id)
        ],
    )


def access_to(session: Session, current: CurrentAccount) -> list[AccessOut]:
    """Who looked at a participant's attempts, newest first."""
    if current.workshop_id is None:
        return []
    searches = session.scalars(select(SpottingTry).where(SpottingTry.participant_id == current.id)).all()
    own: list[Attempt | SpottingTry] = [*store.own_attempts(session, current, None), *searches]
    looks = [look for look in looks_into(session, current.workshop_id) if any(look.includes(entry) for entry in own)]
    titles = {entry.exercise_id: entry.exercise_title for entry in own}
    scopes = dict.fromkeys(look.exercise_id for look in looks)
    found = [
        AccessOut(**view.model_dump(), attempt_id=None, exercise_title=titles.get(scope) if scope is not None else None)
        for scope in scopes
        for view in merge_looks(look for look in looks if look.exercise_id == scope)
    ]
    return sorted(found, key=lambda access: access.last_at, reverse=True)


def _record(
    session: Session,
    current: CurrentAccount,
    workshop: Workshop,
    exercise_id: str | None,
    participant_id: str | None,
) -> None:
    session.add(
        LogView(
            workshop_id=workshop.id,
            viewer_id=current.id,
            viewer_role=current.role.value,
            exercise_id=exercise_id,
            participant_id=participant_id,
            at=datetime.now(UTC),
        )
    )
    session.flush()
    audit.append(
        session,
        Actor(current.id, current.role.value),
        AuditAction.PROMPTLOG_VIEWED,
        f"workshop:{workshop.id}",
        {"exercise": exercise_id or "", "participant": participant_id or ""},
    )


def _progress(person: Account, attempts: Sequence[Attempt], searches: Sequence[LoggedSearch]) -> ParticipantOut:
    own = [attempt for attempt in attempts if attempt.participant_id == person.id]
    searched = [search for search in searches if search.participant.id == person.id]
    return ParticipantOut(
        id=person.id,
        pseudonym=person.name,
        attempts=len(own),
        searches=len(searched),
        reflected=sum(is_reflected(attempt) for attempt in own),
        last_at=max((*(attempt.created_at for attempt in own), *(search.at for search in searched)), default=None),
    )
