"""Keeping marks, deciding on them, and the examples that follow."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from uuid import uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from guardrails import ENTITY_LABELS, MarkTemplate, RedactedText
from sandbox import audit
from sandbox.accounts.current import CurrentAccount
from sandbox.audit import Actor, AuditAction
from sandbox.marks.schemas import MarkCounts, MarkOut, MarksOut
from sandbox.marks.tables import GuardExample, GuardMark, MarkDecision
from sandbox.problems import Problem
from sandbox.wording import label

MOST_OPEN_MARKS = 500
"""Undecided marks that one workshop may have, so that nobody can fill the disk with them."""


def keep_mark(
    session: Session,
    current: CurrentAccount,
    exercise_id: str,
    template: MarkTemplate,
    versions: Mapping[str, str],
) -> GuardMark:
    """Keeps a mark, or gives back the one that says the same. Problem when a workshop has too many open ones."""
    assert current.workshop_id is not None
    kept = {**asdict(template), "before": template.before.text, "after": template.after.text}
    digest = hashlib.sha256(json.dumps(kept, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
    own = GuardMark.workshop_id == current.workshop_id
    known = session.scalar(select(GuardMark).where(own, GuardMark.digest == digest))
    if known is not None:
        return known
    undecided = select(func.count()).select_from(GuardMark).where(own, ~GuardMark.decision.has())
    if (session.scalar(undecided) or 0) >= MOST_OPEN_MARKS:
        raise Problem(
            429,
            "zu-viele-markierungen",
            "In diesem Workshop warten schon sehr viele Markierungen auf eine Entscheidung. Ihre Stelle ist in Ihrem "
            "Text geschützt, sie wurde nur nicht gemeldet.",
        )
    mark = GuardMark(
        id=uuid4().hex,
        workshop_id=current.workshop_id,
        exercise_id=exercise_id,
        versions=dict(versions),
        digest=digest,
        created_at=datetime.now(UTC),
        **kept,
    )
    session.add(mark)
    session.flush()
    audit.append(
        session,
        Actor(current.id, current.role.value),
        AuditAction.MARK_ADDED,
        f"mark:{mark.id}",
        {"verdict": mark.verdict, "entity": mark.entity, "exercise": exercise_id},
    )
    return mark


def list_marks(session: Session) -> MarksOut:
    """All marks with their counts."""
    marks = session.scalars(
        select(GuardMark).options(selectinload(GuardMark.decision)).order_by(GuardMark.created_at.desc(), GuardMark.id)
    ).all()
    counts = [
        MarkCounts(
            entity=entity,
            label=label(german),
            missed=sum(mark.entity == entity and mark.verdict == "missed" for mark in marks),
            wrong=sum(mark.entity == entity and mark.verdict == "wrong" for mark in marks),
        )
        for entity, german in ENTITY_LABELS.items()
    ]
    return MarksOut(
        marks=[mark_out(mark) for mark in marks],
        counts=[count for count in counts if count.missed or count.wrong],
        examples=session.scalar(select(func.count()).select_from(GuardExample)) or 0,
    )


def decide(session: Session, current: CurrentAccount, mark_id: str, *, accepted: bool, reason: RedactedText) -> MarkOut:
    """Decides on a mark, once. Accepted, it becomes an example; rejected, its surroundings are forgotten: they may hold
    something else that the guard missed.
    """
    mark = session.get(GuardMark, mark_id)
    if mark is None:
        raise Problem(404, "markierung-unbekannt", "Diese Markierung gibt es nicht mehr. Bitte neu laden.")
    if mark.decision is not None:
        raise Problem(409, "schon-entschieden", "Über diese Markierung ist schon entschieden.")
    now = datetime.now(UTC)
    mark.decision = MarkDecision(accepted=accepted, reason=reason.text, decided_by=current.id, at=now)
    if not accepted:
        mark.before = mark.after = ""
    else:
        session.add(
            GuardExample(
                id=uuid4().hex,
                verdict=mark.verdict,
                entity=mark.entity,
                before=mark.before,
                after=mark.after,
                build=mark.build,
                recognizer=mark.recognizer,
                language=mark.language,
                accepted_at=now,
            )
        )
    session.flush()
    audit.append(
        session,
        Actor(current.id, current.role.value),
        AuditAction.MARK_DECIDED,
        f"mark:{mark.id}",
        {"accepted": accepted, "verdict": mark.verdict, "entity": mark.entity},
    )
    return mark_out(mark)


def examples(session: Session) -> list[tuple[str, MarkTemplate]]:
    """The accepted examples with their identifiers, oldest first."""
    rows = session.scalars(select(GuardExample).order_by(GuardExample.accepted_at, GuardExample.id)).all()
    return [(row.id, _template(row)) for row in rows]


def mark_out(mark: GuardMark) -> MarkOut:
    """A mark as the API shows it."""
    return MarkOut.model_validate(
        {
            **{name: getattr(mark, name) for name in ("id", "verdict", "entity", "before", "build", "after")},
            "recognizer": mark.recognizer,
            "label": label(ENTITY_LABELS.get(mark.entity, mark.entity)),
            "status": mark.status,
            "reason": mark.decision.reason if mark.decision else "",
            "created_at": mark.created_at,
        }
    )


def _template(row: GuardExample) -> MarkTemplate:
    return MarkTemplate(
        verdict="missed" if row.verdict == "missed" else "wrong",
        entity=row.entity,
        before=RedactedText.trusted(row.before),
        after=RedactedText.trusted(row.after),
        build=row.build,
        recognizer=row.recognizer,
        language=row.language,
    )
