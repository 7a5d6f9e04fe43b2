"""Making workshops, finding them, and who may see what of them."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from sandbox import audit
from sandbox.accounts.roles import Role
from sandbox.accounts.tables import Account
from sandbox.audit import Actor, AuditAction
from sandbox.practice.tables import Attempt
from sandbox.problems import Problem
from sandbox.workshops.codes import new_join_code
from sandbox.workshops.tables import Workshop, WorkshopTrainer


@dataclass(frozen=True)
class WorkshopNumbers:
    """How much has happened in a workshop."""

    participants: int
    attempts: int


def create_workshop(
    session: Session,
    actor: Actor,
    *,
    title: str,
    starts_on: date,
    ends_on: date,
    retention_days: int,
    trainer_id: str | None = None,
    demonstration: bool = False,
) -> Workshop:
    """Makes a workshop with a join code of its own and a fresh placeholder key."""
    if ends_on < starts_on:
        raise Problem(
            422, "zeitraum-ungueltig", "Der letzte Tag liegt vor dem ersten. Bitte prüfen Sie die beiden Daten."
        )
    code = new_join_code()
    while session.scalar(select(Workshop.id).where(Workshop.join_code == code)):
        code = new_join_code()
    workshop = Workshop(
        id=uuid4().hex,
        title=title.strip(),
        join_code=code,
        starts_on=starts_on,
        ends_on=ends_on,
        retention_days=retention_days,
        demonstration=demonstration,
        placeholder_key=secrets.token_bytes(32),
        created_at=datetime.now(UTC),
    )
    session.add(workshop)
    session.flush()
    if trainer_id:
        session.add(WorkshopTrainer(workshop_id=workshop.id, account_id=trainer_id))
    audit.append(
        session,
        actor,
        AuditAction.WORKSHOP_CREATED,
        f"workshop:{workshop.id}",
        {"retention_until": workshop.retention_until.isoformat(), "retention_days": retention_days},
    )
    return workshop


def adopt_demonstrations(session: Session, trainer_id: str) -> None:
    """Gives workshops without anyone leading them (the demonstration) to the trainer."""
    led = select(WorkshopTrainer.workshop_id)
    for workshop in session.scalars(select(Workshop).where(Workshop.demonstration, Workshop.id.not_in(led))):
        session.add(WorkshopTrainer(workshop_id=workshop.id, account_id=trainer_id))


def visible_workshops(session: Session, account_id: str, role: Role) -> list[Workshop]:
    """Workshops an account leads (administrators and data-protection officers: all), newest first."""
    query = select(Workshop).order_by(Workshop.starts_on.desc(), Workshop.created_at.desc())
    if role is Role.TRAINER:
        query = query.join(WorkshopTrainer).where(WorkshopTrainer.account_id == account_id)
    return list(session.scalars(query))


def led_workshop(session: Session, workshop_id: str, account_id: str) -> Workshop:
    """The workshop, if this account leads it; otherwise the same problem as for one that does not exist."""
    workshop = session.scalar(
        select(Workshop)
        .join(WorkshopTrainer)
        .where(Workshop.id == workshop_id, WorkshopTrainer.account_id == account_id)
    )
    if workshop is None:
        raise Problem(404, "workshop-unbekannt", "Diesen Workshop gibt es nicht, oder Sie leiten ihn nicht.")
    return workshop


def audited_workshop(session: Session, workshop_id: str) -> Workshop:
    """Any workshop, for a data-protection officer, or the problem that there is none."""
    workshop = session.get(Workshop, workshop_id)
    if workshop is None:
        raise Problem(404, "workshop-unbekannt", "Diesen Workshop gibt es nicht.")
    return workshop


def numbers(session: Session, workshop_id: str) -> WorkshopNumbers:
    """Participants and attempts of a workshop."""
    participants = select(func.count()).select_from(Account).where(Account.workshop_id == workshop_id)
    attempts = select(func.count()).select_from(Attempt).where(Attempt.workshop_id == workshop_id)
    return WorkshopNumbers(session.scalar(participants) or 0, session.scalar(attempts) or 0)


def require_open(workshop: Workshop, today: date) -> None:
    """Raises a problem unless the workshop is running."""
    if today > workshop.ends_on:
        raise Problem(
            403,
            "workshop-beendet",
            f"Dieser Workshop endete am {workshop.ends_on:%d.%m.%Y}. Ihre Versuche können Sie noch bis zum "
            f"{workshop.retention_until:%d.%m.%Y} lesen; neue sind nicht mehr möglich. Für einen neuen Workshop "
            "brauchen Sie dessen Beitrittscode.",
        )
    if today < workshop.starts_on:
        raise Problem(
            403,
            "workshop-beginnt-noch",
            f"Dieser Workshop beginnt am {workshop.starts_on:%d.%m.%Y}. Bitte kommen Sie an diesem Tag wieder.",
        )
