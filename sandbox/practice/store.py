"""Keeping attempts: what is written when a prompt is accepted, when its answer ends, and when it is reflected on.

Only redacted text comes in here; findings are kept as kind, length and score.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any, Final, Literal
from uuid import uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from exercises import CheckResult, Exercise
from guardrails import ENTITY_LABELS, Finding, PlaceholderBook, RedactedText
from models import EnergyEstimate, GenerationSettings
from sandbox import audit
from sandbox.accounts.current import CurrentAccount
from sandbox.audit import Actor, AuditAction
from sandbox.context import ActiveModel
from sandbox.practice.pipeline import Cleaned
from sandbox.practice.schemas import (
    AttemptOut,
    AttemptSummary,
    CheckOut,
    EnergyOut,
    ModelName,
    RevisionOut,
    StoredFinding,
)
from sandbox.practice.tables import Attempt, AttemptFinding, Conversation, Reflection, Revision
from sandbox.problems import Problem
from sandbox.review.views import Look, views_of

Outcome = Literal["complete", "cancelled", "failed"]


_ENERGY: Final = "energy"
"""Where the estimate lies in the stored settings of an attempt."""


@dataclass(frozen=True)
class Ended:
    """How an answer ended and what there is of it."""

    outcome: Outcome
    answer: str
    findings: Sequence[Finding]
    checks: Sequence[CheckResult]
    finish_reason: str | None
    problem_code: str | None
    seconds: float | None
    tokens: int | None
    energy: EnergyEstimate | None = None


def load_book(session: Session, participant_id: str, exercise_id: str, key: bytes) -> PlaceholderBook:
    """The placeholders of a conversation so far."""
    stored = session.get(Conversation, (participant_id, exercise_id))
    return PlaceholderBook.from_state(key, stored.placeholders) if stored else PlaceholderBook(key)


def save_book(session: Session, participant_id: str, exercise_id: str, book: PlaceholderBook) -> None:
    """Keeps the placeholders of a conversation, as keyed hashes."""
    session.merge(Conversation(participant_id=participant_id, exercise_id=exercise_id, placeholders=book.state()))


def accept(
    session: Session,
    current: CurrentAccount,
    exercise: Exercise,
    cleaned: Cleaned,
    book: PlaceholderBook,
    settings: GenerationSettings,
    versions: Mapping[str, str],
    model: ActiveModel,
) -> tuple[str, int]:
    """Keeps a prompt that is about to be sent. Returns the attempt's identifier and number."""
    assert current.workshop_id is not None
    save_book(session, current.id, exercise.id, book)
    session.flush()
    highest = select(func.max(Attempt.number)).where(
        Attempt.participant_id == current.id, Attempt.exercise_id == exercise.id
    )
    attempt = Attempt(
        id=uuid4().hex,
        participant_id=current.id,
        workshop_id=current.workshop_id,
        exercise_id=exercise.id,
        exercise_title=exercise.title,
        exercise_version=str(exercise.version),
        number=(session.scalar(highest) or 0) + 1,
        expectation=cleaned.expectation.text if cleaned.expectation else None,
        prompt=cleaned.prompt.text,
        material=cleaned.material.text if cleaned.material else None,
        answer="",
        language=cleaned.language,
        checks=[],
        settings={"temperature": settings.temperature, "max_tokens": settings.max_tokens, "seed": settings.seed},
        versions=dict(versions),
        model_name=model.name,
        model_title=model.title,
        created_at=datetime.now(UTC),
        findings=[
            *_stored("prompt", cleaned.prompt_findings),
            *_stored("material", cleaned.material_findings),
            *_stored("expectation", cleaned.expectation_findings),
        ],
    )
    session.add(attempt)
    session.flush()
    audit.append(
        session,
        Actor(current.id, current.role.value),
        AuditAction.ATTEMPT_SENT,
        f"attempt:{attempt.id}",
        {
            "exercise": exercise.id,
            "findings": len(attempt.findings),
            "policy": versions["policy"],
            "model": versions["model"],
        },
    )
    return attempt.id, attempt.number


def end(session: Session, current: CurrentAccount, attempt_id: str, book: PlaceholderBook, ended: Ended) -> None:
    """Keeps the answer as far as it got. A cancelled or failed one is marked as such."""
    attempt = session.get_one(Attempt, attempt_id)
    attempt.outcome = ended.outcome
    attempt.answer = ended.answer
    attempt.checks = [check.model_dump(mode="json") for check in ended.checks]
    attempt.finish_reason = ended.finish_reason
    attempt.problem_code = ended.problem_code
    attempt.seconds = ended.seconds
    attempt.tokens = ended.tokens
    if ended.energy is not None:
        attempt.settings = {**attempt.settings, _ENERGY: asdict(ended.energy)}
    attempt.ended_at = datetime.now(UTC)
    attempt.findings.extend(_stored("answer", ended.findings))
    save_book(session, current.id, attempt.exercise_id, book)
    details: dict[str, str | int | None] = {"outcome": ended.outcome, "findings": len(ended.findings)}
    if ended.problem_code:
        details["problem"] = ended.problem_code
    audit.append(
        session, Actor(current.id, current.role.value), AuditAction.ATTEMPT_ENDED, f"attempt:{attempt_id}", details
    )


def fail_left_over(session: Session, sent_before: datetime) -> int:
    """Marks attempts as failed that were sent before that moment and that no service finished, because it went
    down meanwhile. Returns how many."""
    unfinished = select(Attempt).where(Attempt.outcome.is_(None), Attempt.created_at < sent_before)
    left = session.scalars(unfinished).all()
    for attempt in left:
        attempt.outcome, attempt.problem_code, attempt.ended_at = "failed", "dienst-unterbrochen", datetime.now(UTC)
        audit.append(
            session,
            Actor.system(),
            AuditAction.ATTEMPT_ENDED,
            f"attempt:{attempt.id}",
            {"outcome": "failed", "findings": 0, "problem": "dienst-unterbrochen"},
        )
    return len(left)


def own_attempt(session: Session, current: CurrentAccount, attempt_id: str) -> Attempt:
    """One of the participant's own attempts, or the problem that there is none."""
    attempt = session.get(Attempt, attempt_id)
    if attempt is None or attempt.participant_id != current.id:
        raise Problem(404, "versuch-unbekannt", "Diesen Versuch gibt es nicht, oder er gehört jemand anderem.")
    return attempt


def own_attempts(session: Session, current: CurrentAccount, exercise_id: str | None) -> Sequence[Attempt]:
    """The participant's own attempts, newest first."""
    query = select(Attempt).where(Attempt.participant_id == current.id)
    if exercise_id:
        query = query.where(Attempt.exercise_id == exercise_id)
    query = query.options(selectinload(Attempt.reflections))
    return session.scalars(query.order_by(Attempt.created_at.desc(), Attempt.number.desc())).all()


def revise(
    session: Session,
    current: CurrentAccount,
    attempt_id: str,
    text: RedactedText,
    findings: Sequence[Finding],
    checks: Sequence[CheckResult],
) -> Attempt:
    """Adds a revised answer; one that says the same as the latest is not written again."""
    attempt = own_attempt(session, current, attempt_id)
    if attempt.revisions and attempt.revisions[-1].text == text.text:
        return attempt
    attempt.revisions.append(
        Revision(
            text=text.text,
            checks=[check.model_dump(mode="json") for check in checks],
            written_at=datetime.now(UTC),
        )
    )
    attempt.findings.extend(_stored("revision", findings))
    audit.append(
        session,
        Actor(current.id, current.role.value),
        AuditAction.REVISION_SAVED,
        f"attempt:{attempt.id}",
        {"number": len(attempt.revisions), "findings": len(findings)},
    )
    session.flush()
    return attempt


def reflect(
    session: Session,
    current: CurrentAccount,
    attempt_id: str,
    answers: Mapping[str, tuple[RedactedText, Sequence[Finding]]],
) -> Attempt:
    """Adds answers to reflection questions; unchanged ones are not written again."""
    attempt = own_attempt(session, current, attempt_id)
    before = _latest(attempt.reflections)
    changed = {key: value for key, value in answers.items() if value[0].text != before.get(key, "")}
    for question_id, (text, findings) in changed.items():
        attempt.reflections.append(Reflection(question_id=question_id, text=text.text, written_at=datetime.now(UTC)))
        attempt.findings.extend(_stored("reflection", findings))
    if changed:
        audit.append(
            session,
            Actor(current.id, current.role.value),
            AuditAction.REFLECTION_SAVED,
            f"attempt:{attempt.id}",
            {"answers": len(changed), "findings": sum(len(findings) for _, findings in changed.values())},
        )
    session.flush()
    return attempt


def attempt_summary(attempt: Attempt) -> AttemptSummary:
    """An attempt for the list."""
    return AttemptSummary.model_validate(_summary_fields(attempt))


def attempt_out(attempt: Attempt, looks: Iterable[Look]) -> AttemptOut:
    """An attempt with everything that is kept of it; ``looks`` are those into its workshop's prompt log."""
    return AttemptOut(
        **_summary_fields(attempt),
        exercise_version=attempt.exercise_version,
        expectation=attempt.expectation,
        prompt=attempt.prompt,
        material=attempt.material,
        answer=attempt.answer,
        finish_reason=attempt.finish_reason,
        problem_code=attempt.problem_code,
        findings=[
            StoredFinding(
                source=finding.source,  # type: ignore[arg-type]
                entity=finding.entity,
                label=ENTITY_LABELS.get(finding.entity, finding.entity),
                text_length=finding.text_length,
                score=finding.score,
            )
            for finding in attempt.findings
        ],
        checks=[CheckOut.model_validate(check) for check in attempt.checks],
        revisions=[
            RevisionOut(
                number=number,
                text=revision.text,
                checks=[CheckOut.model_validate(check) for check in revision.checks],
                at=revision.written_at,
            )
            for number, revision in enumerate(attempt.revisions, start=1)
        ],
        reflection=_latest(attempt.reflections),
        versions=attempt.versions,
        model=ModelName(name=attempt.model_name, title=attempt.model_title),
        settings=shown_settings(attempt),
        seconds=attempt.seconds,
        tokens=attempt.tokens,
        energy=EnergyOut.model_validate(stored) if (stored := attempt.settings.get(_ENERGY)) else None,
        views=views_of(attempt, looks),
    )


def shown_settings(attempt: Attempt) -> dict[str, Any]:
    """How the answer was drawn."""
    return {name: value for name, value in attempt.settings.items() if name != _ENERGY}


def is_reflected(attempt: Attempt) -> bool:
    """Whether there is a reflection on the attempt."""
    return any(_latest(attempt.reflections).values())


def _summary_fields(attempt: Attempt) -> dict[str, Any]:
    return {
        "id": attempt.id,
        "exercise_id": attempt.exercise_id,
        "exercise_title": attempt.exercise_title,
        "number": attempt.number,
        "status": attempt.status,
        "reflected": is_reflected(attempt),
        "created_at": attempt.created_at,
    }


def _latest(reflections: Iterable[Reflection]) -> dict[str, str]:
    latest = {reflection.question_id: reflection.text for reflection in reflections}
    return {question: text for question, text in latest.items() if text}


def _stored(source: str, findings: Iterable[Finding]) -> list[AttemptFinding]:
    return [
        AttemptFinding(
            source=source,
            entity=finding.entity,
            text_length=finding.text_length,
            score=round(finding.score, 4),
        )
        for finding in findings
    ]
