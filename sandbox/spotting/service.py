"""Resolving searches and keeping them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from exercises import MOST_OF_TEXT, Exercise, PlantedPlace, Span, marked_share, spotted_places
from guardrails import Finding, Redaction
from sandbox import audit
from sandbox.accounts.current import CurrentAccount
from sandbox.audit import Actor, AuditAction
from sandbox.problems import Problem
from sandbox.spotting.schemas import PlantedPlaceOut, SpottingMarkIn, SpottingMarkOut, SpottingOut
from sandbox.spotting.tables import SpottingTry

MOST_TRIES = 50
"""Searches through one text that are kept of a participant, so that nobody can fill the disk with them."""


def require_searchable(exercise: Exercise, marks: Sequence[SpottingMarkIn]) -> None:
    """Problem where the exercise has no text to search, a mark lies outside it, or nearly everything is marked."""
    if exercise.spotting is None or exercise.text is None:
        raise Problem(404, "keine-suche", "In dieser Übung gibt es keinen Text, der durchsucht werden soll.")
    if any(mark.end > len(exercise.text) for mark in marks):
        raise Problem(
            422,
            "markierung-ausserhalb",
            "Eine Ihrer Markierungen liegt nicht im Text dieser Übung. Laden Sie die Seite neu und markieren Sie sie "
            "noch einmal.",
        )
    if marked_share(exercise.text, _spans(marks)) > MOST_OF_TEXT:
        raise Problem(
            422,
            "zu-viel-markiert",
            "Sie haben mehr als die Hälfte des Textes markiert. So lässt sich nicht sagen, was Sie gefunden haben. "
            "Bitte markieren Sie nur die Stellen, an denen etwas nicht stimmt.",
        )


def resolve(exercise: Exercise, marks: Sequence[SpottingMarkIn], notes: Mapping[str, Redaction]) -> SpottingTry:
    """What a search has found, not kept yet. ``notes`` are those of the marks, by their number, redacted."""
    spotted = spotted_places(_text(exercise), _places(exercise), _spans(marks))
    kept = [
        {
            "start": mark.start,
            "end": mark.end,
            "note": notes[str(number)].text.text if str(number) in notes else "",
            "places": [item.place.id for item in spotted if number in item.marks],
        }
        for number, mark in enumerate(marks)
    ]
    return SpottingTry(
        id="",
        exercise_id=exercise.id,
        exercise_title=exercise.title,
        exercise_revision=exercise.revision,
        marks=sorted(kept, key=lambda mark: (mark["start"], mark["end"])),
        found=[item.place.id for item in spotted if item.found],
        planted=len(spotted),
        findings=[_stored(finding) for redaction in notes.values() for finding in redaction.findings],
        created_at=datetime.now(UTC),
    )


def keep(session: Session, current: CurrentAccount, search: SpottingTry) -> int:
    """Keeps a search. Returns its number among those of the participant through this text."""
    assert current.workshop_id is not None
    number = len(own_tries(session, current, search.exercise_id)) + 1
    if number > MOST_TRIES:
        raise Problem(
            429, "zu-viele-suchen", f"Mehr als {MOST_TRIES} Durchgänge werden von einer Suche nicht aufbewahrt."
        )
    search.id, search.participant_id, search.workshop_id = uuid4().hex, current.id, current.workshop_id
    session.add(search)
    session.flush()
    audit.append(
        session,
        Actor(current.id, current.role.value),
        AuditAction.SPOTTING_RESOLVED,
        f"spotting:{search.id}",
        {
            "exercise": search.exercise_id,
            "marks": len(search.marks),
            "found": len(search.found),
            "planted": search.planted,
        },
    )
    return number


def own_tries(session: Session, current: CurrentAccount, exercise_id: str) -> Sequence[SpottingTry]:
    """The participant's searches through the text of an exercise, oldest first."""
    return session.scalars(
        select(SpottingTry)
        .where(SpottingTry.participant_id == current.id, SpottingTry.exercise_id == exercise_id)
        .order_by(SpottingTry.created_at, SpottingTry.id)
    ).all()


def all_own_tries(session: Session, current: CurrentAccount) -> Sequence[SpottingTry]:
    """All of the participant's searches, oldest first."""
    return session.scalars(
        select(SpottingTry)
        .where(SpottingTry.participant_id == current.id)
        .order_by(SpottingTry.created_at, SpottingTry.id)
    ).all()


def spotting_out(search: SpottingTry, number: int, exercise: Exercise | None) -> SpottingOut:
    """A search as the API shows it. Planted places are told only where the exercise is still the one searched."""
    same = exercise is not None and exercise.revision == search.exercise_revision
    return SpottingOut(
        id=search.id,
        number=number,
        found=len(search.found),
        planted=search.planted,
        marks=[SpottingMarkOut.model_validate(mark) for mark in search.marks],
        places=[
            PlantedPlaceOut(
                id=item.place.id,
                kind=item.place.kind,
                start=item.span.start,
                end=item.span.end,
                title=item.place.title,
                explanation=item.place.explanation,
                found=item.place.id in search.found,
            )
            for item in (spotted_places(_text(exercise), _places(exercise), ()) if exercise and same else ())
        ],
        at=search.created_at,
    )


def _stored(finding: Finding) -> dict[str, Any]:
    return {"entity": finding.entity, "text_length": finding.text_length, "score": round(finding.score, 4)}


def _spans(marks: Sequence[SpottingMarkIn]) -> list[Span]:
    return [Span(mark.start, mark.end) for mark in marks]


def _text(exercise: Exercise) -> str:
    return exercise.text or ""


def _places(exercise: Exercise) -> tuple[PlantedPlace, ...]:
    return exercise.spotting.places if exercise.spotting else ()
