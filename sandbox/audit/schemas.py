"""What the audit routes give."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pydantic import BaseModel, ConfigDict


class _Schema(BaseModel):
    model_config = ConfigDict(use_attribute_docstrings=True)


class ActorOut(_Schema):
    """Who did it."""

    id: str | None
    """Identifier of the account; none for the service itself and for refused entries."""
    role: str
    """Role at that time."""
    name: str
    """Name now; a deleted account has none any more."""


class EventOut(_Schema):
    """One entry of the audit trail."""

    seq: int
    """Number, from 1 without gaps."""
    at: datetime
    """When."""
    actor: ActorOut
    """Who."""
    action: str
    """What, for programs."""
    action_label: str
    """What, for people."""
    subject: str
    """On what."""
    details: dict[str, Any]
    """Numbers and technical names that belong to it."""
    hash: str
    """Hash over this entry and the one before."""
    previous_hash: str
    """Hash of the entry before."""


class ActionOut(_Schema):
    """A kind of entry."""

    action: str
    """Name for programs."""
    label: str
    """Name for people."""
    meaning: str
    """When it is written."""


class EventsOut(_Schema):
    """A part of the audit trail."""

    events: list[EventOut]
    """Entries with growing numbers."""
    total: int
    """How many there are in all under the same filter."""
    actions: list[ActionOut]
    """All kinds of entries."""


class VerificationOut(_Schema):
    """Result of checking the chain."""

    valid: bool
    """Whether the chain is whole."""
    checked: int
    """Entries that were found in order."""
    first_broken: int | None
    """Number of the first entry that is not."""
    head: str
    """Hash of the last entry in order. Written down elsewhere, it proves that nothing before was changed."""
