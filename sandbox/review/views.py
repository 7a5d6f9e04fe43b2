"""Who looked at an attempt: derived from the recorded looks, for the participant it concerns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.accounts.tables import Account
from sandbox.practice.attempt_schemas import ViewOut
from sandbox.practice.tables import Attempt
from sandbox.review.tables import LogView
from sandbox.spotting.tables import SpottingTry

SAME_LOOK = timedelta(minutes=10)
"""Looks of one person within this time of each other are shown as one, with their number."""


@dataclass(frozen=True)
class Look:
    """One recorded look into a prompt log. Without exercise or participant it was at all of them."""

    at: datetime
    role: str
    who: str
    exercise_id: str | None
    participant_id: str | None

    def includes(self, entry: Attempt | SpottingTry) -> bool:
        """Whether an attempt or a search was among what was shown."""
        return (
            self.at >= entry.created_at
            and self.exercise_id in (None, entry.exercise_id)
            and self.participant_id in (None, entry.participant_id)
        )


def looks_into(session: Session, workshop_id: str) -> list[Look]:
    """All looks into the prompt log of a workshop, oldest first."""
    rows = session.execute(
        select(LogView, Account.name)
        .join(Account, Account.id == LogView.viewer_id)
        .where(LogView.workshop_id == workshop_id)
        .order_by(LogView.at, LogView.id)
    )
    return [Look(view.at, view.viewer_role, name, view.exercise_id, view.participant_id) for view, name in rows]


def views_of(attempt: Attempt, looks: Iterable[Look]) -> list[ViewOut]:
    """The looks an attempt was among, as the participant is shown them."""
    return merge_looks(look for look in looks if look.includes(attempt))


def merge_looks(looks: Iterable[Look]) -> list[ViewOut]:
    """Looks in the order of time, those of one person in quick succession as one."""
    merged: list[ViewOut] = []
    for look in looks:
        last = next((view for view in reversed(merged) if (view.role, view.who) == (look.role, look.who)), None)
        if last is not None and look.at - last.last_at <= SAME_LOOK:
            last.last_at, last.count = look.at, last.count + 1
        else:
            merged.append(ViewOut(role=look.role, at=look.at, last_at=look.at, count=1, who=look.who))
    return merged
