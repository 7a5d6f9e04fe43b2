"""Attempts as the API shows them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from guardrails import ENTITY_LABELS
from sandbox.practice.attempt_schemas import (
    AttemptOut,
    AttemptSummary,
    CheckOut,
    EnergyOut,
    ModelName,
    PlacePairOut,
    RevisionOut,
    StoredFinding,
)
from sandbox.practice.tables import Attempt, Reflection
from sandbox.review.views import Look, views_of
from sandbox.wording import check_text, label

ENERGY: Final = "energy"
"""Where the estimate lies in the stored settings of an attempt."""


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
                label=label(ENTITY_LABELS.get(finding.entity, finding.entity)),
                text_length=finding.text_length,
                score=finding.score,
            )
            for finding in attempt.findings
        ],
        checks=[check_out(check) for check in attempt.checks],
        revisions=[
            RevisionOut(
                number=number,
                text=revision.text,
                checks=[check_out(check) for check in revision.checks],
                at=revision.written_at,
            )
            for number, revision in enumerate(attempt.revisions, start=1)
        ],
        reflection=latest_answers(attempt.reflections),
        versions=attempt.versions,
        model=ModelName(name=attempt.model_name, title=attempt.model_title),
        settings=shown_settings(attempt),
        seconds=attempt.seconds,
        tokens=attempt.tokens,
        energy=EnergyOut.model_validate(stored) if (stored := attempt.settings.get(ENERGY)) else None,
        views=views_of(attempt, looks),
    )


def check_out(stored: dict[str, Any]) -> CheckOut:
    """A stored check, in the language of the request."""
    check = CheckOut.model_validate(stored)
    return CheckOut(
        id=check.id,
        title=check_text(check.title),
        status=check.status,
        message=check_text(check.message),
        items=[check_text(item) for item in check.items],
        pairs=[PlacePairOut(label=check_text(pair.label), case=pair.case, answer=pair.answer) for pair in check.pairs],
    )


def shown_settings(attempt: Attempt) -> dict[str, Any]:
    """How the answer was drawn."""
    return {name: value for name, value in attempt.settings.items() if name != ENERGY}


def is_reflected(attempt: Attempt) -> bool:
    """Whether there is a reflection on the attempt."""
    return any(latest_answers(attempt.reflections).values())


def latest_answers(reflections: Iterable[Reflection]) -> dict[str, str]:
    """The answers to reflection questions that count, by question: of each the last one, unless taken back."""
    latest = {reflection.question_id: reflection.text for reflection in reflections}
    return {question: text for question, text in latest.items() if text}


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
