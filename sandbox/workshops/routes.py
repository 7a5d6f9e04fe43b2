"""Routes for workshops."""

from __future__ import annotations

from fastapi import APIRouter
from sqlalchemy.orm import Session

from sandbox.accounts.roles import Role
from sandbox.audit import Actor
from sandbox.dependencies import Context, WorkshopPlanner, WorkshopReader
from sandbox.workshops import service
from sandbox.workshops.schemas import WorkshopIn, WorkshopOut
from sandbox.workshops.tables import Workshop

router = APIRouter(prefix="/api/v1/workshops", tags=["Workshops"])


@router.get("")
def list_workshops(context: Context, current: WorkshopReader) -> list[WorkshopOut]:
    """The workshops one leads; administrators and data-protection officers see all."""
    with context.database.read() as session:
        found = service.visible_workshops(session, current.id, current.role)
        return [workshop_out(session, item, current.role) for item in found]


@router.post("", status_code=201)
def create_workshop(data: WorkshopIn, context: Context, current: WorkshopPlanner) -> WorkshopOut:
    """Make a workshop and get its join code."""
    days = context.settings.retention_days if data.retention_days is None else data.retention_days
    with context.database.write() as session:
        workshop = service.create_workshop(
            session,
            Actor(current.id, current.role.value),
            title=data.title,
            starts_on=data.starts_on,
            ends_on=data.ends_on,
            retention_days=days,
            trainer_id=current.id if current.role is Role.TRAINER else None,
        )
        return workshop_out(session, workshop, current.role)


def workshop_out(session: Session, workshop: Workshop, viewer: Role) -> WorkshopOut:
    """A workshop with its numbers. Who only audits gets no code to take part with."""
    counted = service.numbers(session, workshop.id)
    return WorkshopOut(
        id=workshop.id,
        title=workshop.title,
        join_code=None if viewer is Role.DPO else workshop.join_code,
        starts_on=workshop.starts_on,
        ends_on=workshop.ends_on,
        retention_until=workshop.retention_until,
        participants=counted.participants,
        attempts=counted.attempts,
    )
