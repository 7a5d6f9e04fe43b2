"""Tables of workshops and who leads them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlalchemy import CheckConstraint, Date, ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from sandbox.database import Base, UtcDateTime


class Workshop(Base):
    """A dated group. Its placeholder key dies with it: without the key, no placeholder can be tied to a value."""

    __tablename__ = "workshop"
    __table_args__ = (
        CheckConstraint("ends_on >= starts_on", name="dates"),
        CheckConstraint("retention_days >= 0", name="retention"),
    )

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    title: Mapped[str] = mapped_column(String(120))
    join_code: Mapped[str] = mapped_column(String(20), unique=True)
    starts_on: Mapped[date] = mapped_column(Date)
    ends_on: Mapped[date] = mapped_column(Date)
    retention_days: Mapped[int]
    demonstration: Mapped[bool] = mapped_column(default=False)
    placeholder_key: Mapped[bytes | None] = mapped_column(LargeBinary)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)

    @property
    def retention_until(self) -> date:
        """Last day on which attempts are kept."""
        return self.ends_on + timedelta(days=self.retention_days)


class WorkshopTrainer(Base):
    """Who leads a workshop and may therefore look through its prompt log."""

    __tablename__ = "workshop_trainer"

    workshop_id: Mapped[str] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"), primary_key=True)
    account_id: Mapped[str] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), primary_key=True, index=True)
