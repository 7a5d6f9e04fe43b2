"""Keeping attempts: what is written when a prompt is accepted, when its answer ends, and when it is reflected on.

Only redacted text comes in here; findings are kept as kind, length and score.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any, Literal
from uuid import uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from exercises import CheckResult, Exercise
from guardrails import Finding, PlaceholderBook, RedactedText
from models import EnergyEstimate
from sandbox import audit
from sandbox.accounts.current import CurrentAccount
from sandbox.audit import Actor, AuditAction
from sandbox.context import ActiveModel
from sandbox.practice.attempts import ENERGY, latest_answers
from sandbox.practice.conversations import save_book
from sandbox.practice.pipeline import Cleaned
from sandbox.practice.tables import Attempt, AttemptFinding, Reflection, Revision
from sandbox.problems import Problem

Outcome = Literal["complete", "cancelled", "failed"]


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


def accept(
    session: Session,
    current: CurrentAccount,
    exercise: Exercise,
    cleaned: Cleaned,
    book: PlaceholderBook,
    settings: Mapping[str, Any],
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
        settings=dict(settings),
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
        attempt.settings = {**attempt.settings, ENERGY: asdict(ended.energy)}
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
    before = latest_answers(attempt.reflections)
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
