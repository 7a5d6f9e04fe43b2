"""Table of searches. Notes are redacted; the text that was searched belongs to the exercise."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from sandbox.database import Base, UtcDateTime


class SpottingTry(Base):
    """One search of a participant through the text of an exercise, as it was resolved. A further one is a further row.

    ``marks`` are places of the text in code points, each with a redacted note; ``found`` are identifiers of planted
    places; ``findings`` are what the guard found in the notes: kind and length, never the value.
    """

    __tablename__ = "spotting_try"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    participant_id: Mapped[str] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    workshop_id: Mapped[str] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"), index=True)
    exercise_id: Mapped[str] = mapped_column(String(80))
    exercise_title: Mapped[str] = mapped_column(String(200))
    exercise_revision: Mapped[str] = mapped_column(String(40))
    marks: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    found: Mapped[list[str]] = mapped_column(JSON)
    planted: Mapped[int]
    findings: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
