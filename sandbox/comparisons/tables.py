"""Tables of notes on two attempts and of blind comparisons. No column holds raw text."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from sandbox.database import Base, UtcDateTime
from sandbox.practice.tables import Attempt


class ComparisonNote(Base):
    """What a participant says about the change from one attempt to a later one, redacted. A later note is a further
    row; the last one counts.
    """

    __tablename__ = "comparison_note"

    id: Mapped[int] = mapped_column(primary_key=True)
    earlier_id: Mapped[str] = mapped_column(ForeignKey("attempt.id", ondelete="CASCADE"), index=True)
    later_id: Mapped[str] = mapped_column(ForeignKey("attempt.id", ondelete="CASCADE"), index=True)
    text: Mapped[str] = mapped_column(Text)
    written_at: Mapped[datetime] = mapped_column(UtcDateTime)

    earlier: Mapped[Attempt] = relationship(foreign_keys=[earlier_id])
    later: Mapped[Attempt] = relationship(foreign_keys=[later_id])


class BlindComparison(Base):
    """Two answers beside each other without saying which is which. Each pair of attempts is compared once.

    The order is drawn when it begins; choice and reason (redacted) come together, once, before the reveal.
    """

    __tablename__ = "blind_comparison"
    __table_args__ = (
        UniqueConstraint("earlier_id", "later_id"),
        CheckConstraint("choice IN ('left', 'right', 'none')", name="choice"),
        CheckConstraint(
            "(choice IS NULL) = (reason IS NULL) AND (choice IS NULL) = (decided_at IS NULL)", name="decided_as_a_whole"
        ),
    )

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    earlier_id: Mapped[str] = mapped_column(ForeignKey("attempt.id", ondelete="CASCADE"), index=True)
    later_id: Mapped[str] = mapped_column(ForeignKey("attempt.id", ondelete="CASCADE"), index=True)
    earlier_is_left: Mapped[bool]
    choice: Mapped[str | None] = mapped_column(String(8))
    reason: Mapped[str | None] = mapped_column(Text)
    begun_at: Mapped[datetime] = mapped_column(UtcDateTime)
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    earlier: Mapped[Attempt] = relationship(foreign_keys=[earlier_id])
    later: Mapped[Attempt] = relationship(foreign_keys=[later_id])

    @property
    def left(self) -> Attempt:
        """The attempt whose answer stands on the left."""
        return self.earlier if self.earlier_is_left else self.later

    @property
    def right(self) -> Attempt:
        """The attempt whose answer stands on the right."""
        return self.later if self.earlier_is_left else self.earlier

    @property
    def preferred(self) -> Attempt | None:
        """The attempt that was chosen; None before the choice and where neither was better."""
        return {"left": self.left, "right": self.right}.get(self.choice or "")
