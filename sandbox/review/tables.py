"""Table of who looked through which part of a prompt log."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from sandbox.database import Base, UtcDateTime


class LogView(Base):
    """One look into a prompt log. It concerns every attempt in its scope that existed by then.

    An empty ``exercise_id`` or ``participant_id`` means all of the workshop's.
    """

    __tablename__ = "log_view"

    id: Mapped[int] = mapped_column(primary_key=True)
    workshop_id: Mapped[str] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"), index=True)
    viewer_id: Mapped[str] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    viewer_role: Mapped[str] = mapped_column(String(16))
    exercise_id: Mapped[str | None] = mapped_column(String(80))
    participant_id: Mapped[str | None] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
