"""Routes of the audit trail, for data-protection officers and administrators."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Query
from sqlalchemy import select

from sandbox.accounts.tables import Account
from sandbox.audit import service
from sandbox.audit.actions import ACTIONS, AuditAction
from sandbox.audit.schemas import ActionOut, ActorOut, EventOut, EventsOut, VerificationOut
from sandbox.audit.service import Actor
from sandbox.audit.tables import AuditEvent
from sandbox.dependencies import Auditor, Context
from sandbox.wording import audit_label

router = APIRouter(prefix="/api/v1/audit", tags=["Prüfprotokoll"])

_NAMELESS = {"system": "Dienst", "anonymous": "nicht angemeldet"}


@router.get("/events")
def list_events(
    context: Context,
    current: Auditor,
    after: Annotated[int, Query(ge=0)] = 0,
    limit: Annotated[int, Query(ge=1, le=500)] = 50,
    action: AuditAction | None = None,
) -> EventsOut:
    """Entries with a number above ``after``, in their order. Looking at them is itself recorded."""
    kind = action.value if action else None
    with context.database.write() as session:
        service.append(
            session,
            Actor(current.id, current.role.value),
            AuditAction.AUDIT_VIEWED,
            "",
            {"after": after, "limit": limit, "action": kind or ""},
        )
        events, total = service.list_events(session, after=after, limit=limit, action=kind)
        actors = {event.actor_id for event in events if event.actor_id}
        rows = session.execute(select(Account.id, Account.name).where(Account.id.in_(actors)))
        names = {row.id: row.name for row in rows}
    return EventsOut(
        events=[_event_out(event, names) for event in events],
        total=total,
        actions=[
            ActionOut(action=key.value, label=audit_label(text.label), meaning=text.meaning)
            for key, text in ACTIONS.items()
        ],
    )


@router.get("/verification")
def verify(context: Context, current: Auditor) -> VerificationOut:
    """Check the whole chain. Doing so is itself recorded, after the check."""
    with context.database.read() as session:
        result = service.verify_chain(session)
    with context.database.write() as session:
        service.append(
            session,
            Actor(current.id, current.role.value),
            AuditAction.AUDIT_VERIFIED,
            "",
            {"valid": result.valid, "checked": result.checked},
        )
    return VerificationOut(
        valid=result.valid, checked=result.checked, first_broken=result.first_broken, head=result.head
    )


def _event_out(event: AuditEvent, names: Mapping[str, str]) -> EventOut:
    nameless = "gelöschtes Konto" if event.actor_id else _NAMELESS.get(event.actor_role, "")
    name = names.get(event.actor_id or "") or audit_label(nameless)
    return EventOut(
        seq=event.seq,
        at=event.at,
        actor=ActorOut(id=event.actor_id, role=event.actor_role, name=name),
        action=event.action,
        action_label=audit_label(ACTIONS[AuditAction(event.action)].label),
        subject=event.subject,
        details=json.loads(event.details),
        hash=event.hash,
        previous_hash=event.previous_hash,
    )
