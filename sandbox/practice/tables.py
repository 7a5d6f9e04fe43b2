"""Tables of attempts, their findings, revisions and reflections, and of conversations. No column holds raw text."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from sandbox.database import Base, UtcDateTime


class Conversation(Base):
    """Placeholders of one participant in one exercise, as keyed hashes of what they stand for."""

    __tablename__ = "conversation"

    participant_id: Mapped[str] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), primary_key=True)
    exercise_id: Mapped[str] = mapped_column(String(80), primary_key=True)
    placeholders: Mapped[dict[str, Any]] = mapped_column(JSON)


class Attempt(Base):
    """One prompt with its answer, both redacted, and the versions of everything that took part.

    ``outcome`` is empty while the answer is being written.
    """

    __tablename__ = "attempt"
    __table_args__ = (
        UniqueConstraint("participant_id", "exercise_id", "number"),
        CheckConstraint("outcome IN ('complete', 'cancelled', 'failed')", name="outcome"),
    )

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    participant_id: Mapped[str] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    workshop_id: Mapped[str] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"), index=True)
    exercise_id: Mapped[str] = mapped_column(String(80))
    exercise_title: Mapped[str] = mapped_column(String(200))
    exercise_version: Mapped[str] = mapped_column(String(40))
    number: Mapped[int]
    outcome: Mapped[str | None] = mapped_column(String(16))
    finish_reason: Mapped[str | None] = mapped_column(String(20))
    problem_code: Mapped[str | None] = mapped_column(String(60))
    expectation: Mapped[str | None] = mapped_column(Text)
    prompt: Mapped[str] = mapped_column(Text)
    material: Mapped[str | None] = mapped_column(Text)
    answer: Mapped[str] = mapped_column(Text, default="")
    language: Mapped[str] = mapped_column(String(8))
    checks: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    settings: Mapped[dict[str, Any]] = mapped_column(JSON)
    versions: Mapped[dict[str, str]] = mapped_column(JSON)
    model_name: Mapped[str] = mapped_column(String(120))
    model_title: Mapped[str] = mapped_column(String(200))
    seconds: Mapped[float | None]
    tokens: Mapped[int | None]
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    findings: Mapped[list[AttemptFinding]] = relationship(
        cascade="all, delete-orphan", order_by="AttemptFinding.id", passive_deletes=True
    )
    revisions: Mapped[list[Revision]] = relationship(
        cascade="all, delete-orphan", order_by="Revision.id", passive_deletes=True
    )
    reflections: Mapped[list[Reflection]] = relationship(
        cascade="all, delete-orphan", order_by="Reflection.id", passive_deletes=True
    )

    @property
    def status(self) -> str:
        """running, complete, cancelled or failed."""
        return self.outcome or "running"


class AttemptFinding(Base):
    """What the guard found in one of an attempt's texts: kind, length and score, never the value."""

    __tablename__ = "attempt_finding"

    id: Mapped[int] = mapped_column(primary_key=True)
    attempt_id: Mapped[str] = mapped_column(ForeignKey("attempt.id", ondelete="CASCADE"), index=True)
    source: Mapped[str] = mapped_column(String(16))
    entity: Mapped[str] = mapped_column(String(40))
    text_length: Mapped[int]
    score: Mapped[float]


class Revision(Base):
    """The answer as the participant has reworked it, redacted, with its own checks. A later one is a further row."""

    __tablename__ = "revision"

    id: Mapped[int] = mapped_column(primary_key=True)
    attempt_id: Mapped[str] = mapped_column(ForeignKey("attempt.id", ondelete="CASCADE"), index=True)
    text: Mapped[str] = mapped_column(Text)
    checks: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    written_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Reflection(Base):
    """A participant's answer to one question, redacted. A later answer is a further row; the last one counts."""

    __tablename__ = "reflection"

    id: Mapped[int] = mapped_column(primary_key=True)
    attempt_id: Mapped[str] = mapped_column(ForeignKey("attempt.id", ondelete="CASCADE"), index=True)
    question_id: Mapped[str] = mapped_column(String(80))
    text: Mapped[str] = mapped_column(Text)
    written_at: Mapped[datetime] = mapped_column(UtcDateTime)
