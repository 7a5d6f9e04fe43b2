"""The journal, progress and take-home of one participant: derived from what is kept of their attempts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from exercises import ExerciseLibrary
from exercises.schema import TAKEAWAY
from sandbox import audit
from sandbox.accounts.current import CurrentAccount
from sandbox.audit import Actor, AuditAction
from sandbox.comparisons import service as comparisons
from sandbox.journal.schemas import (
    BlindEntry,
    ExpectationEntry,
    JournalEntry,
    JournalOut,
    NoteEntry,
    PractisedExercise,
    ReflectionEntry,
    SearchEntry,
    TakeawayEntry,
    WorkingMaterial,
)
from sandbox.journal.tables import AttemptStar
from sandbox.practice import store
from sandbox.practice.attempts import is_reflected
from sandbox.practice.progress import own_progress
from sandbox.practice.tables import Attempt, Reflection
from sandbox.spotting.service import all_own_tries
from sandbox.spotting.tables import SpottingTry


@dataclass(frozen=True)
class _Place:
    """Where an exercise stands among the modules."""

    rank: tuple[int, int]
    module_id: str
    module_title: str
    questions: dict[str, str]


class Shelf:
    """Where exercises stand among the modules; those that the house does not have any more come last."""

    def __init__(self, library: ExerciseLibrary) -> None:
        self._places = {
            exercise.id: _Place(
                (number, position),
                module.id,
                module.title,
                {question.id: question.question for question in exercise.reflection},
            )
            for number, module in enumerate(library.modules)
            for position, exercise in enumerate(module.exercises)
        }
        self._gone = _Place((len(library.modules), 0), "", "", {})

    def place(self, exercise_id: str) -> _Place:
        """Rank, module and questions of an exercise."""
        return self._places.get(exercise_id, self._gone)


def journal(session: Session, current: CurrentAccount, library: ExerciseLibrary) -> JournalOut:
    """Everything that the participant has written down, module by module, the oldest first."""
    shelf = Shelf(library)
    attempts = store.own_attempts(session, current, None)
    own = [attempt.id for attempt in attempts]
    blind = comparisons.blind_of(session, own)
    entries: list[JournalEntry] = [
        *(
            ExpectationEntry(
                **_head(attempt, attempt.created_at, shelf),
                attempt_id=attempt.id,
                number=attempt.number,
                text=attempt.expectation,
            )
            for attempt in attempts
            if attempt.expectation
        ),
        *_searches(session, current, shelf),
        *(entry for attempt in attempts for entry in _reflections(attempt, shelf)),
        *(
            NoteEntry(**_head(note.later, note.written_at, shelf), note=comparisons.note_out(note))
            for note in comparisons.notes_of(session, own)
        ),
        *(
            BlindEntry(**_head(item.later, item.decided_at, shelf), blind=comparisons.revealed_out(item))
            for item in blind
            if item.decided_at is not None
        ),
    ]
    entries.sort(key=lambda entry: (shelf.place(entry.exercise_id).rank[0], entry.at))
    return JournalOut(entries=entries, preferences=comparisons.preferences(blind))


def practised(
    session: Session, current: CurrentAccount, library: ExerciseLibrary, zone: tzinfo
) -> list[PractisedExercise]:
    """The exercises that the participant has begun, in the order of the modules."""
    shelf = Shelf(library)
    found: dict[str, list[Attempt | SpottingTry]] = {}
    entries: list[Attempt | SpottingTry] = [
        *store.own_attempts(session, current, None),
        *all_own_tries(session, current),
    ]
    for entry in entries:
        found.setdefault(entry.exercise_id, []).append(entry)
    ordered = sorted(found.items(), key=lambda item: (shelf.place(item[0]).rank, item[0]))
    return [_practised(exercise_id, of_it, shelf, zone) for exercise_id, of_it in ordered]


def star(session: Session, current: CurrentAccount, attempt_id: str, *, starred: bool) -> None:
    """Marks an own attempt as good, or takes the mark back."""
    attempt = store.own_attempt(session, current, attempt_id)
    known = session.get(AttemptStar, attempt.id)
    if starred == (known is not None):
        return
    if known is not None:
        session.delete(known)
    else:
        session.add(AttemptStar(attempt_id=attempt.id, starred_at=datetime.now(UTC)))
    audit.append(
        session,
        Actor(current.id, current.role.value),
        AuditAction.ATTEMPT_STARRED,
        f"attempt:{attempt.id}",
        {"starred": starred},
    )


def starred(session: Session, current: CurrentAccount) -> set[str]:
    """Identifiers of the own attempts that are marked as good."""
    query = select(AttemptStar.attempt_id).join(Attempt).where(Attempt.participant_id == current.id)
    return set(session.scalars(query))


def good_attempts(session: Session, current: CurrentAccount, library: ExerciseLibrary) -> list[Attempt]:
    """The own attempts that are marked as good, in the order of the modules and then of time."""
    shelf, marked = Shelf(library), starred(session, current)
    found = [attempt for attempt in store.own_attempts(session, current, None) if attempt.id in marked]
    return sorted(found, key=lambda attempt: (shelf.place(attempt.exercise_id).rank, attempt.number))


def working_material(session: Session, current: CurrentAccount, library: ExerciseLibrary) -> list[WorkingMaterial]:
    """The working material of all modules."""
    begun = own_progress(session, current)
    return [
        WorkingMaterial(
            module_title=module.title,
            title=module.material_title,
            text=module.material,
            begun=any(exercise.id in begun for exercise in module.exercises),
        )
        for module in library.modules
    ]


def _reflections(attempt: Attempt, shelf: Shelf) -> Iterable[JournalEntry]:
    questions = shelf.place(attempt.exercise_id).questions
    latest: dict[str, Reflection] = {item.question_id: item for item in attempt.reflections}
    for item in latest.values():
        if not item.text.strip():
            continue
        head = _head(attempt, item.written_at, shelf)
        about: dict[str, Any] = {"attempt_id": attempt.id, "number": attempt.number, "text": item.text}
        if item.question_id == TAKEAWAY:
            yield TakeawayEntry(**head, **about)
        else:
            yield ReflectionEntry(**head, **about, question=questions.get(item.question_id, ""))


def _searches(session: Session, current: CurrentAccount, shelf: Shelf) -> Iterable[JournalEntry]:
    counted: Counter[str] = Counter()
    for search in all_own_tries(session, current):
        counted[search.exercise_id] += 1
        yield SearchEntry(
            **_head(search, search.created_at, shelf),
            number=counted[search.exercise_id],
            found=len(search.found),
            planted=search.planted,
            notes=[mark["note"] for mark in search.marks if mark["note"].strip()],
        )


def _head(attempt: Attempt | SpottingTry, at: datetime, shelf: Shelf) -> dict[str, Any]:
    place = shelf.place(attempt.exercise_id)
    return {
        "at": at,
        "exercise_id": attempt.exercise_id,
        "exercise_title": attempt.exercise_title,
        "module_id": place.module_id,
        "module_title": place.module_title,
    }


def _practised(
    exercise_id: str, entries: Sequence[Attempt | SpottingTry], shelf: Shelf, zone: tzinfo
) -> PractisedExercise:
    attempts = [entry for entry in entries if isinstance(entry, Attempt)]
    days = [entry.created_at.astimezone(zone).date() for entry in entries]
    complete = sum(attempt.status == "complete" for attempt in attempts)
    reflected = any(is_reflected(attempt) for attempt in attempts)
    return PractisedExercise(
        exercise_id=exercise_id,
        exercise_title=entries[0].exercise_title,
        module_title=shelf.place(exercise_id).module_title,
        attempts=len(attempts),
        searches=len(entries) - len(attempts),
        complete=complete,
        reflected=reflected,
        practised=complete > 0 and reflected,
        first_on=min(days),
        last_on=max(days),
    )
