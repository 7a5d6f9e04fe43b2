"""Accounts, sessions and workshops."""

from __future__ import annotations

from datetime import date, datetime

from ui.schemas.base import Answer, Role


class Account(Answer):
    """The signed-in account."""

    id: str | int
    role: Role
    name: str


class Workshop(Answer):
    """A dated group; the counts are filled for staff, the join code for those who lead it."""

    id: str | int
    title: str
    starts_on: date
    ends_on: date
    retention_until: date
    join_code: str | None = None
    participants: int | None = None
    attempts: int | None = None


class Session(Answer):
    """Who is signed in, in which workshop, until when."""

    account: Account
    workshop: Workshop | None = None
    expires_at: datetime


class SetupInvitation(Answer):
    """A one-time link that is still good, and the role it grants."""

    role: Role
    valid: bool = True
