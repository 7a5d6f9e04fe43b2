"""Routes for workshops."""

from __future__ import annotations

from fastapi import APIRouter
from sqlalchemy.orm import Session

from sandbox.accounts.roles import Role
from sandbox.audit import Actor
from sandbox.dependencies import Context, WorkshopPlanner
from sandbox.workshops import service
from sandbox.workshops.schemas import WorkshopIn, WorkshopOut
from sandbox.workshops.tables import Workshop

router = APIRouter(prefix="/api/v1/workshops", tags=["Workshops"])


@router.get("")
def list_workshops(context: Context, current: WorkshopPlanner) -> list[WorkshopOut]:
    """The workshops one leads; administrators see all."""
    with context.database.read() as session:
        return [workshop_out(session, item) for item in service.own_workshops(session, current.id, current.role)]


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
        return workshop_out(session, workshop)


def workshop_out(session: Session, workshop: Workshop) -> WorkshopOut:
    """A workshop with its numbers."""
    counted = service.numbers(session, workshop.id)
    return WorkshopOut(
        id=workshop.id,
        title=workshop.title,
        join_code=workshop.join_code,
        starts_on=workshop.starts_on,
        ends_on=workshop.ends_on,
        retention_until=workshop.retention_until,
        participants=counted.participants,
        attempts=counted.attempts,
    )
