"""What routes may ask for: the service's parts and the person behind the request."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import Depends, Request

from sandbox.accounts.current import CurrentAccount
from sandbox.accounts.roles import Role
from sandbox.accounts.service import find_session
from sandbox.context import ServiceContext
from sandbox.problems import Problem

COOKIE = "sandbox_session"
"""Name of the session cookie."""


def get_context(request: Request) -> ServiceContext:
    """The parts of the running service."""
    context: ServiceContext = request.app.state.context
    return context


Context = Annotated[ServiceContext, Depends(get_context)]


def get_maybe_current(request: Request, context: Context) -> CurrentAccount | None:
    """The account of the session cookie, if there is a valid one. Checked at every call."""
    token = request.cookies.get(COOKIE)
    if not token:
        return None
    with context.database.read() as session:
        return find_session(session, token)


MaybeCurrent = Annotated[CurrentAccount | None, Depends(get_maybe_current)]


def get_current(current: MaybeCurrent) -> CurrentAccount:
    """The account of the session cookie, or the 401 problem."""
    if current is None:
        raise Problem(
            401,
            "nicht-angemeldet",
            "Bitte treten Sie mit Ihrem Beitrittscode bei oder melden Sie sich an. "
            "Vielleicht ist Ihre Sitzung abgelaufen.",
        )
    return current


Current = Annotated[CurrentAccount, Depends(get_current)]


def _require(*roles: Role) -> Callable[[CurrentAccount], CurrentAccount]:
    def check(current: Current) -> CurrentAccount:
        if current.role not in roles:
            allowed = ", ".join(role.label for role in roles)
            raise Problem(403, "rolle-fehlt", f"Diese Seite ist für andere Rollen gedacht ({allowed}).")
        return current

    return check


Participant = Annotated[CurrentAccount, Depends(_require(Role.PARTICIPANT))]
Trainer = Annotated[CurrentAccount, Depends(_require(Role.TRAINER))]
LogReader = Annotated[CurrentAccount, Depends(_require(Role.TRAINER, Role.DPO))]
WorkshopReader = Annotated[CurrentAccount, Depends(_require(Role.TRAINER, Role.ADMIN, Role.DPO))]
WorkshopPlanner = Annotated[CurrentAccount, Depends(_require(Role.TRAINER, Role.ADMIN))]
Auditor = Annotated[CurrentAccount, Depends(_require(Role.DPO, Role.ADMIN))]
Dpo = Annotated[CurrentAccount, Depends(_require(Role.DPO))]
