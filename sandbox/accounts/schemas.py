"""What the account routes take and give."""

from __future__ import annotations

from datetime import date, datetime

from pydantic import BaseModel, ConfigDict, Field

from sandbox.accounts.roles import Role


class _Schema(BaseModel):
    model_config = ConfigDict(use_attribute_docstrings=True)


class JoinIn(_Schema):
    """What a participant enters to come in."""

    join_code: str = Field(max_length=60)
    """Code of the workshop, as read out by the trainer."""
    pseudonym: str = Field(max_length=120)
    """Name of one's own choice, shown to the trainer."""


class LoginIn(_Schema):
    """What everyone else enters."""

    name: str = Field(max_length=120)
    """Name of the account."""
    password: str = Field(max_length=1000)
    """Password of the account."""


class SetupIn(_Schema):
    """What the owner of a set-up link chooses."""

    name: str = Field(max_length=120)
    """Name of the new account."""
    password: str = Field(max_length=1000)
    """Password, at least 12 characters."""


class SetupOut(_Schema):
    """A set-up link that still works."""

    role: Role
    """Role of the account it makes."""
    valid: bool
    """Always true; an invalid link is a problem."""


class AccountOut(_Schema):
    """The person behind the session."""

    id: str
    """Identifier."""
    role: Role
    """What the account may do."""
    name: str
    """Pseudonym or name."""


class SessionWorkshop(_Schema):
    """The workshop a session belongs to."""

    id: str
    """Identifier."""
    title: str
    """Title."""
    join_code: str | None = None
    """Join code, for those who lead the workshop."""
    starts_on: date
    """First day."""
    ends_on: date
    """Last day on which attempts can be made."""
    retention_until: date
    """Last day on which attempts are kept."""


class SessionOut(_Schema):
    """A valid session."""

    account: AccountOut
    """Whose session it is."""
    workshop: SessionWorkshop | None
    """A participant's workshop; for trainers the latest they lead."""
    expires_at: datetime
    """When one has to log in again."""
