"""The deletion run: attempts, participants and placeholder keys of workshops past their retention date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import delete, func, or_, select
from sqlalchemy.orm import Session

from sandbox import audit
from sandbox.accounts.tables import Account, LoginSession, SetupLink
from sandbox.audit import Actor, AuditAction
from sandbox.marks.tables import GuardMark
from sandbox.practice.tables import Attempt
from sandbox.review.tables import LogView
from sandbox.spotting.tables import SpottingTry
from sandbox.workshops.tables import Workshop


@dataclass(frozen=True)
class RetentionReport:
    """What a deletion run removed, or would remove when it was a dry run."""

    on: date
    dry_run: bool
    workshops: int
    participants: int
    attempts: int
    sessions: int
    setup_links: int

    @property
    def empty(self) -> bool:
        """Whether nothing was due."""
        return not any((self.workshops, self.participants, self.attempts, self.sessions, self.setup_links))


def run_retention(
    session: Session,
    now: datetime | None = None,
    dry_run: bool = False,
    *,
    timezone: str = "Europe/Berlin",
    actor: Actor | None = None,
) -> RetentionReport:
    """Deletes what has outlived its retention date; the audit trail stays.

    Of an expired workshop go the participants with all their attempts and whatever hangs on these (revisions,
    reflections, comparisons, contributions to the wall), searches, conversations and sessions, who looked at them,
    the marks they made on findings, and the placeholder key. Its title and dates stay as a shell. Sessions and
    set-up links of everyone that have run out go too. Each run that is not dry is itself recorded.
    """
    moment = now or datetime.now(UTC)
    today = moment.astimezone(ZoneInfo(timezone)).date()
    expired = [
        workshop.id
        for workshop in session.scalars(select(Workshop).where(Workshop.placeholder_key.is_not(None)))
        if workshop.retention_until < today
    ]
    participants = select(Account.id).where(Account.workshop_id.in_(expired))
    dead_sessions = or_(
        LoginSession.account_id.in_(participants),
        LoginSession.expires_at < moment,
        LoginSession.revoked_at.is_not(None),
    )
    dead_links = or_(SetupLink.expires_at < moment, SetupLink.used_at.is_not(None))
    report = RetentionReport(
        on=today,
        dry_run=dry_run,
        workshops=len(expired),
        participants=_count(session, Account, Account.workshop_id.in_(expired)),
        attempts=_count(session, Attempt, Attempt.workshop_id.in_(expired)),
        sessions=_count(session, LoginSession, dead_sessions),
        setup_links=_count(session, SetupLink, dead_links),
    )
    if dry_run:
        return report
    session.execute(delete(LoginSession).where(dead_sessions))
    session.execute(delete(SetupLink).where(dead_links))
    session.execute(delete(Attempt).where(Attempt.workshop_id.in_(expired)))
    session.execute(delete(SpottingTry).where(SpottingTry.workshop_id.in_(expired)))
    session.execute(delete(GuardMark).where(GuardMark.workshop_id.in_(expired)))
    session.execute(delete(LogView).where(LogView.workshop_id.in_(expired)))
    session.execute(delete(Account).where(Account.workshop_id.in_(expired)))
    for workshop in session.scalars(select(Workshop).where(Workshop.id.in_(expired))):
        workshop.placeholder_key = None
    audit.append(
        session,
        actor or Actor.system(),
        AuditAction.RETENTION_RUN,
        "",
        {
            "workshops": report.workshops,
            "participants": report.participants,
            "attempts": report.attempts,
            "sessions": report.sessions,
            "setup_links": report.setup_links,
        },
        now=moment,
    )
    return report


def _count(session: Session, table: type, condition: object) -> int:
    query = select(func.count()).select_from(table).where(condition)  # type: ignore[arg-type]
    return session.scalar(query) or 0
