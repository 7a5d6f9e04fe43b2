"""Tables of marks, decisions on them, and examples. No column holds raw text or the marked value."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from sandbox.database import Base, UtcDateTime


class GuardMark(Base):
    """Someone said of a place that a finding was missed or wrong. Who it was is not kept.

    Of one workshop each template is kept once, however often it is marked; it goes when the workshop's data go.
    """

    __tablename__ = "guard_mark"
    __table_args__ = (
        UniqueConstraint("workshop_id", "digest"),
        CheckConstraint("verdict IN ('missed', 'wrong')", name="verdict"),
    )

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    workshop_id: Mapped[str] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"), index=True)
    exercise_id: Mapped[str] = mapped_column(String(80))
    verdict: Mapped[str] = mapped_column(String(8))
    entity: Mapped[str] = mapped_column(String(40))
    before: Mapped[str] = mapped_column(Text)
    after: Mapped[str] = mapped_column(Text)
    build: Mapped[str] = mapped_column(String(200))
    recognizer: Mapped[str] = mapped_column(String(80))
    language: Mapped[str] = mapped_column(String(8))
    versions: Mapped[dict[str, Any]] = mapped_column(JSON)
    digest: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)

    decision: Mapped[MarkDecision | None] = relationship(cascade="all, delete-orphan", passive_deletes=True)

    @property
    def status(self) -> str:
        """open, accepted or rejected."""
        if self.decision is None:
            return "open"
        return "accepted" if self.decision.accepted else "rejected"


class MarkDecision(Base):
    """What a data-protection officer decided on a mark: once, with a reason."""

    __tablename__ = "guard_mark_decision"

    mark_id: Mapped[str] = mapped_column(ForeignKey("guard_mark.id", ondelete="CASCADE"), primary_key=True)
    accepted: Mapped[bool]
    reason: Mapped[str] = mapped_column(Text)
    decided_by: Mapped[str] = mapped_column(ForeignKey("account.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class GuardExample(Base):
    """An accepted mark as an example for the evaluation. It outlives the workshop that it came from."""

    __tablename__ = "guard_example"
    __table_args__ = (CheckConstraint("verdict IN ('missed', 'wrong')", name="verdict"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    verdict: Mapped[str] = mapped_column(String(8))
    entity: Mapped[str] = mapped_column(String(40))
    before: Mapped[str] = mapped_column(Text)
    after: Mapped[str] = mapped_column(Text)
    build: Mapped[str] = mapped_column(String(200))
    recognizer: Mapped[str] = mapped_column(String(80))
    language: Mapped[str] = mapped_column(String(8))
    accepted_at: Mapped[datetime] = mapped_column(UtcDateTime)
