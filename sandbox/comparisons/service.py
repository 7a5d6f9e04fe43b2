"""Notes on two attempts, and blind comparisons: drawn, decided once, revealed afterwards."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Final, Literal
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from guardrails import Redaction
from sandbox import audit
from sandbox.accounts.current import CurrentAccount
from sandbox.audit import Actor, AuditAction
from sandbox.comparisons.schemas import (
    BlindOut,
    Choice,
    Difference,
    NoteOut,
    NumberedAttempt,
    OpenBlind,
    Preferences,
    RevealedOut,
    RevealedSide,
)
from sandbox.comparisons.tables import BlindComparison, ComparisonNote
from sandbox.practice import store
from sandbox.practice.attempts import shown_settings
from sandbox.practice.drawing import same_seed
from sandbox.practice.tables import Attempt
from sandbox.problems import Problem

_SETTINGS: Final[tuple[Difference, ...]] = ("temperature", "max_tokens")


def own_pair(session: Session, current: CurrentAccount, attempt_ids: Sequence[str]) -> tuple[Attempt, Attempt]:
    """Two of the participant's own attempts at one exercise, the earlier first; problems where they are not."""
    one, other = (store.own_attempt(session, current, attempt_id) for attempt_id in attempt_ids)
    if one.id == other.id or one.exercise_id != other.exercise_id:
        raise Problem(
            422,
            "kein-paar",
            "Vergleichen lassen sich zwei verschiedene Versuche derselben Übung. Bitte wählen Sie noch einmal.",
        )
    if "running" in (one.status, other.status):
        raise Problem(409, "versuch-laeuft", "Einer der beiden Versuche läuft noch. Bitte warten Sie auf sein Ende.")
    return (one, other) if one.number < other.number else (other, one)


def keep_note(session: Session, current: CurrentAccount, pair: tuple[str, str], note: Redaction) -> NoteOut:
    """Adds a note on a pair of attempts (the earlier first); an unchanged one is not written again."""
    earlier, later = own_pair(session, current, pair)
    before = session.scalars(
        select(ComparisonNote)
        .where(ComparisonNote.earlier_id == earlier.id, ComparisonNote.later_id == later.id)
        .order_by(ComparisonNote.id.desc())
        .limit(1)
    ).one_or_none()
    if before is not None and before.text == note.text.text:
        return note_out(before)
    written = ComparisonNote(earlier=earlier, later=later, text=note.text.text, written_at=datetime.now(UTC))
    session.add(written)
    session.flush()
    audit.append(
        session,
        Actor(current.id, current.role.value),
        AuditAction.COMPARISON_NOTED,
        f"attempt:{later.id}",
        {"earlier": earlier.id, "findings": len(note.findings)},
    )
    return note_out(written)


def begin_blind(session: Session, current: CurrentAccount, attempt_ids: Sequence[str]) -> BlindComparison:
    """Draws which answer stands where. A pair that was begun before keeps its order; one that was decided is known."""
    earlier, later = own_pair(session, current, attempt_ids)
    if not all(attempt.status == "complete" and attempt.answer.strip() for attempt in (earlier, later)):
        raise Problem(
            422, "antwort-unvollstaendig", "Blind vergleichen lassen sich nur Versuche mit vollständiger Antwort."
        )
    known = session.scalars(
        select(BlindComparison).where(BlindComparison.earlier_id == earlier.id, BlindComparison.later_id == later.id)
    ).one_or_none()
    if known is not None:
        if known.choice is not None:
            raise Problem(
                409,
                "schon-verglichen",
                "Diese beiden Antworten haben Sie schon blind verglichen; blind ginge es kein zweites Mal. Ihr "
                "Ergebnis steht im Lernjournal.",
            )
        return known
    if earlier.answer.strip() == later.answer.strip():
        raise Problem(
            422,
            "gleiche-antworten",
            "Beide Antworten sind Wort für Wort gleich: Da gibt es nichts zu unterscheiden. Bitte wählen Sie einen "
            "anderen Versuch.",
        )
    begun = BlindComparison(
        id=uuid4().hex,
        earlier=earlier,
        later=later,
        earlier_is_left=secrets.randbelow(2) == 0,
        begun_at=datetime.now(UTC),
    )
    session.add(begun)
    session.flush()
    audit.append(session, Actor(current.id, current.role.value), AuditAction.COMPARISON_BEGUN, f"comparison:{begun.id}")
    return begun


def own_blind(session: Session, current: CurrentAccount, comparison_id: str, *, lock: bool = False) -> BlindComparison:
    """One of the participant's own blind comparisons, or the problem that there is none."""
    found = session.get(BlindComparison, comparison_id, with_for_update=lock or None)
    if found is None or found.earlier.participant_id != current.id:
        raise Problem(404, "vergleich-unbekannt", "Diesen Vergleich gibt es nicht, oder er gehört jemand anderem.")
    return found


def decide_blind(
    session: Session, current: CurrentAccount, comparison_id: str, choice: Choice, reason: Redaction
) -> RevealedOut:
    """Keeps choice and reason, once, and reveals what was compared."""
    found = own_blind(session, current, comparison_id, lock=True)
    require_undecided(found)
    found.choice, found.reason, found.decided_at = choice, reason.text.text, datetime.now(UTC)
    session.flush()
    audit.append(
        session,
        Actor(current.id, current.role.value),
        AuditAction.COMPARISON_DECIDED,
        f"comparison:{found.id}",
        {"choice": choice, "findings": len(reason.findings)},
    )
    return revealed_out(found)


def require_undecided(comparison: BlindComparison) -> None:
    """Raises a problem when the choice was made."""
    if comparison.choice is not None:
        raise Problem(
            409,
            "schon-verglichen",
            "Diese beiden Antworten haben Sie schon verglichen; nach dem Aufdecken lässt sich die Wahl nicht mehr "
            "ändern.",
        )


def notes_of(session: Session, attempts: Iterable[str]) -> list[ComparisonNote]:
    """The notes on pairs of these attempts, of each pair the last one, newest first; those taken back are left out."""
    rows = session.scalars(
        select(ComparisonNote)
        .where(ComparisonNote.later_id.in_(list(attempts)))
        .options(joinedload(ComparisonNote.earlier), joinedload(ComparisonNote.later))
        .order_by(ComparisonNote.id)
    ).all()
    latest = {(note.earlier_id, note.later_id): note for note in rows}
    found = [note for note in latest.values() if note.text.strip()]
    return sorted(found, key=lambda note: (note.written_at, note.id), reverse=True)


def blind_of(session: Session, attempts: Iterable[str]) -> Sequence[BlindComparison]:
    """The blind comparisons of these attempts, the last begun first."""
    return session.scalars(
        select(BlindComparison)
        .where(BlindComparison.later_id.in_(list(attempts)))
        .options(joinedload(BlindComparison.earlier), joinedload(BlindComparison.later))
        .order_by(BlindComparison.begun_at.desc(), BlindComparison.id)
    ).all()


def preferences(comparisons: Iterable[BlindComparison]) -> Preferences:
    """How decided comparisons came out."""
    outcomes = [_preferred(comparison) for comparison in comparisons if comparison.choice is not None]
    return Preferences(
        total=len(outcomes),
        later=outcomes.count("later"),
        earlier=outcomes.count("earlier"),
        none=outcomes.count("none"),
    )


def note_out(note: ComparisonNote) -> NoteOut:
    """A note as the API shows it."""
    return NoteOut(
        exercise_id=note.later.exercise_id,
        exercise_title=note.later.exercise_title,
        earlier=_numbered(note.earlier),
        later=_numbered(note.later),
        text=note.text,
        written_at=note.written_at,
    )


def blind_out(comparison: BlindComparison) -> BlindOut:
    """A comparison as it is shown before the choice."""
    return BlindOut(
        id=comparison.id,
        exercise_title=comparison.later.exercise_title,
        left=comparison.left.answer,
        right=comparison.right.answer,
    )


def open_out(comparison: BlindComparison) -> OpenBlind:
    """An undecided comparison in a list."""
    later = comparison.later
    return OpenBlind(id=comparison.id, exercise_id=later.exercise_id, exercise_title=later.exercise_title)


def revealed_out(comparison: BlindComparison) -> RevealedOut:
    """A decided comparison with everything that was hidden."""
    assert comparison.decided_at is not None
    return RevealedOut(
        id=comparison.id,
        exercise_id=comparison.later.exercise_id,
        exercise_title=comparison.later.exercise_title,
        left=_side(comparison.left),
        right=_side(comparison.right),
        choice=comparison.choice,  # type: ignore[arg-type]
        reason=comparison.reason or "",
        preferred=_preferred(comparison),
        differences=differences(comparison.earlier, comparison.later),
        decided_at=comparison.decided_at,
    )


def differences(one: Attempt, other: Attempt) -> list[Difference]:
    """What two attempts differ in, as far as a participant can set it."""
    found: list[Difference] = []
    if one.prompt != other.prompt:
        found.append("prompt")
    if (one.material or "") != (other.material or ""):
        found.append("material")
    found += [name for name in _SETTINGS if one.settings.get(name) != other.settings.get(name)]
    if not same_seed(one.settings, other.settings):
        found.append("seed")
    if one.versions.get("model") != other.versions.get("model"):
        found.append("model")
    return found


def _preferred(comparison: BlindComparison) -> Literal["earlier", "later", "none"]:
    if comparison.preferred is None:
        return "none"
    return "earlier" if comparison.preferred.id == comparison.earlier_id else "later"


def _numbered(attempt: Attempt) -> NumberedAttempt:
    return NumberedAttempt(id=attempt.id, number=attempt.number)


def _side(attempt: Attempt) -> RevealedSide:
    return RevealedSide(
        id=attempt.id,
        number=attempt.number,
        prompt=attempt.prompt,
        answer=attempt.answer,
        settings=shown_settings(attempt),
        model=attempt.model_title,
        created_at=attempt.created_at,
    )
