"""Table of what hangs on the wall. No column holds raw text or who contributed it."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Date, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from sandbox.database import Base, UtcDateTime
from sandbox.practice.tables import Attempt


class WallEntry(Base):
    """An attempt that its participant shows to the workshop, with what can be learned from it (redacted).

    Only the day is kept. Withdrawn, the row is deleted.
    """

    __tablename__ = "wall_entry"
    __table_args__ = (CheckConstraint("(hidden_at IS NULL) = (hidden_reason IS NULL)", name="hidden_with_a_reason"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    attempt_id: Mapped[str] = mapped_column(ForeignKey("attempt.id", ondelete="CASCADE"), unique=True)
    workshop_id: Mapped[str] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"), index=True)
    lesson: Mapped[str] = mapped_column(Text)
    contributed_on: Mapped[date] = mapped_column(Date)
    hidden_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    hidden_by: Mapped[str | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    hidden_reason: Mapped[str | None] = mapped_column(Text)

    attempt: Mapped[Attempt] = relationship()
