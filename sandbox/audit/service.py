"""Appending to the audit trail, reading it, and verifying its chain of hashes.

Specification of the chain: entry *n* has ``seq = n`` (from 1), and

    hash = SHA-256(canonical JSON of {seq, at, actor_id, actor_role, action, subject, details, previous_hash})

in lower-case hexadecimal. Canonical JSON: UTF-8, keys sorted, no white space, no escapes beyond what JSON
requires. ``at`` is ISO 8601 in UTC with microseconds (``2026-03-04T09:15:00.000000+00:00``), ``details`` an
object. ``previous_hash`` of the first entry is 64 zeros.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from sandbox.audit.actions import AuditAction
from sandbox.audit.tables import AuditEvent

GENESIS = "0" * 64
"""``previous_hash`` of the first entry."""

Detail = str | int | float | bool | None

_SAFE_TEXT = re.compile(r"[\w.:+\-/ ]{0,80}", re.ASCII)
_ADVISORY_LOCK = 0x5A4E_4442


@dataclass(frozen=True)
class Actor:
    """Who did it. The service itself acts with role ``system`` and no identifier."""

    id: str | None
    role: str

    @classmethod
    def system(cls) -> Actor:
        return cls(None, "system")


@dataclass(frozen=True)
class Verification:
    """Result of checking the chain."""

    valid: bool
    checked: int
    first_broken: int | None
    head: str


def append(
    session: Session,
    actor: Actor,
    action: AuditAction,
    subject: str = "",
    details: Mapping[str, Detail] | None = None,
    *,
    now: datetime | None = None,
) -> AuditEvent:
    """Adds an entry in the caller's transaction, so that the deed and its record stand or fall together.

    ``subject`` names what was acted on (``attempt:…``). Texts in ``details`` are short technical names;
    anything that could be a person's own words raises ``ValueError``.
    """
    for value in (subject, *(details or {}).values()):
        if isinstance(value, str) and not _SAFE_TEXT.fullmatch(value):
            raise ValueError("free text has no place in the audit trail")
    _take_turn(session)
    last = session.execute(select(AuditEvent).order_by(AuditEvent.seq.desc()).limit(1)).scalar_one_or_none()
    event = AuditEvent(
        seq=last.seq + 1 if last else 1,
        at=now or datetime.now(UTC),
        actor_id=actor.id,
        actor_role=actor.role,
        action=action.value,
        subject=subject,
        details=_canonical(dict(details or {})),
        previous_hash=last.hash if last else GENESIS,
    )
    event.hash = event_hash(event)
    session.add(event)
    session.flush()
    return event


def event_hash(event: AuditEvent) -> str:
    """Hash an entry must have, by the specification above."""
    content = {
        "seq": event.seq,
        "at": event.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "actor_id": event.actor_id,
        "actor_role": event.actor_role,
        "action": event.action,
        "subject": event.subject,
        "details": json.loads(event.details),
        "previous_hash": event.previous_hash,
    }
    return hashlib.sha256(_canonical(content).encode()).hexdigest()


def verify_chain(session: Session) -> Verification:
    """Checks every entry: numbers without a gap, each hash over its content, each linked to the one before."""
    previous, checked = GENESIS, 0
    rows = session.execute(select(AuditEvent).order_by(AuditEvent.seq).execution_options(yield_per=500))
    for event in rows.scalars():
        expected_seq = checked + 1
        if event.seq != expected_seq or event.previous_hash != previous or _hash_or_empty(event) != event.hash:
            return Verification(False, checked, expected_seq, previous)
        previous, checked = event.hash, expected_seq
    return Verification(True, checked, None, previous)


def list_events(
    session: Session, *, after: int = 0, limit: int = 100, action: str | None = None
) -> tuple[Sequence[AuditEvent], int]:
    """At most ``limit`` entries with ``seq`` above ``after``, in their order; and how many there are in all
    under the same action."""
    query = select(AuditEvent)
    counting = select(func.count()).select_from(AuditEvent)
    if action:
        query, counting = query.where(AuditEvent.action == action), counting.where(AuditEvent.action == action)
    query = query.where(AuditEvent.seq > after).order_by(AuditEvent.seq).limit(limit)
    events = session.execute(query).scalars().all()
    return events, session.execute(counting).scalar_one()


def _take_turn(session: Session) -> None:
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ADVISORY_LOCK})


def _canonical(content: Mapping[str, object]) -> str:
    return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _hash_or_empty(event: AuditEvent) -> str:
    try:
        return event_hash(event)
    except ValueError:
        return ""
