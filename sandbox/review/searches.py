"""Searches for planted places as the prompt log shows them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from exercises import ExerciseLibrary
from sandbox.review.schemas import LoggedSearch, ParticipantRef
from sandbox.spotting.service import spotting_out
from sandbox.spotting.tables import SpottingTry


def logged_searches(
    session: Session, workshop_id: str, library: ExerciseLibrary, people: Mapping[str, ParticipantRef]
) -> list[LoggedSearch]:
    """All searches of a workshop, newest first, numbered for each participant and exercise."""
    exercises = {exercise.id: exercise for exercise in library.all}
    rows = session.scalars(
        select(SpottingTry)
        .where(SpottingTry.workshop_id == workshop_id)
        .order_by(SpottingTry.created_at, SpottingTry.id)
    ).all()
    counted: Counter[tuple[str, str]] = Counter()
    shown: list[LoggedSearch] = []
    for row in rows:
        counted[row.participant_id, row.exercise_id] += 1
        number = counted[row.participant_id, row.exercise_id]
        shown.append(
            LoggedSearch(
                **spotting_out(row, number, exercises.get(row.exercise_id)).model_dump(),
                participant=people[row.participant_id],
                exercise_id=row.exercise_id,
                exercise_title=row.exercise_title,
            )
        )
    return shown[::-1]
