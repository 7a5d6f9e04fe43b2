"""What the first start makes: a demonstration workshop and one-time links for the first accounts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select

from sandbox.accounts.roles import Role
from sandbox.accounts.service import has_account, issue_setup_link
from sandbox.audit import Actor
from sandbox.database import Database
from sandbox.settings import Settings
from sandbox.workshops.service import create_workshop
from sandbox.workshops.tables import Workshop

DEMONSTRATION_TITLE = "Workshop zum Ausprobieren"
"""Title of the demonstration workshop."""


@dataclass(frozen=True)
class Bootstrap:
    """What the operator has to know after the start. A link is None once its account exists."""

    join_code: str | None
    trainer_link: str | None
    dpo_link: str | None
    warnings: tuple[str, ...] = ()
    """What does not hinder the service and should be looked at, in German."""


def ensure_demo(settings: Settings, database: Database) -> Bootstrap:
    """Makes the demonstration workshop unless one is still running, and fresh set-up links for the first
    trainer and the first data-protection officer as long as these accounts are missing. Older links of
    theirs stop working."""
    today = datetime.now(UTC).astimezone(ZoneInfo(settings.timezone)).date()
    actor = Actor.system()
    with database.write() as session:
        workshop = session.scalar(
            select(Workshop)
            .where(Workshop.demonstration, Workshop.ends_on >= today)
            .order_by(Workshop.created_at.desc())
            .limit(1)
        )
        any_workshop = session.scalar(select(Workshop.id).limit(1))
        if workshop is None and settings.demo_workshop and any_workshop is None:
            workshop = create_workshop(
                session,
                actor,
                title=DEMONSTRATION_TITLE,
                starts_on=today,
                ends_on=today + timedelta(days=settings.demo_days - 1),
                retention_days=settings.retention_days,
                demonstration=True,
            )
        links = {
            role: None
            if has_account(session, role)
            else f"{settings.address}/?einrichtung={issue_setup_link(session, settings, role, actor)}"
            for role in (Role.TRAINER, Role.DPO)
        }
        code = workshop.join_code if workshop else None
    return Bootstrap(join_code=code, trainer_link=links[Role.TRAINER], dpo_link=links[Role.DPO])
