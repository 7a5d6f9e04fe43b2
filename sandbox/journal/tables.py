"""Table of attempts that their participant marked as good."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from sandbox.database import Base, UtcDateTime


class AttemptStar(Base):
    """The participant holds this attempt for a good one and takes it home."""

    __tablename__ = "attempt_star"

    attempt_id: Mapped[str] = mapped_column(ForeignKey("attempt.id", ondelete="CASCADE"), primary_key=True)
    starred_at: Mapped[datetime] = mapped_column(UtcDateTime)
