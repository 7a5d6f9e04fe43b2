"""The audit trail."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from ui.schemas.base import Answer


class Actor(Answer):
    """Who did something, as the audit trail names them."""

    id: str | int | None = None
    role: str = ""
    name: str | None = ""


class AuditEvent(Answer):
    """One link of the audit trail."""

    seq: int
    at: datetime
    actor: Actor | None = None
    action: str
    action_label: str = ""
    subject: Any = None
    details: Any = None
    hash: str = ""
    previous_hash: str | None = ""


class AuditAction(Answer):
    """A kind of entry."""

    action: str
    label: str = ""
    meaning: str = ""


class AuditPage(Answer):
    """A part of the audit trail."""

    events: tuple[AuditEvent, ...] = ()
    total: int = 0
    actions: tuple[AuditAction, ...] = ()


class AuditVerification(Answer):
    """Whether the chain of hashes is whole."""

    valid: bool
    checked: int
    first_broken: int | None = None
    head: str | None = ""
