"""The account behind a request."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sandbox.accounts.roles import Role


@dataclass(frozen=True)
class CurrentAccount:
    """An account with a valid session."""

    id: str
    role: Role
    name: str
    workshop_id: str | None
    session_id: str
    expires_at: datetime
