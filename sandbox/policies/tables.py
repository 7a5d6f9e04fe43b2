"""Tables of policy versions and of the decisions on them. Triggers forbid changing or deleting either."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Boolean, CheckConstraint, ForeignKeyConstraint, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from sandbox.database import Base, UtcDateTime


class PolicyVersion(Base):
    """A policy that somebody has proposed, with what it would change at that time.

    People are kept by identifier: names are looked up when the history is shown, so that an account can be erased
    without touching the history.
    """

    __tablename__ = "policy_version"
    __table_args__ = (
        # The target of the decision's foreign key, so that a decision cannot be wrong about either.
        UniqueConstraint("id", "proposed_by", "weakens", name="uq_policy_version_facts"),
    )

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    number: Mapped[int] = mapped_column(unique=True)
    content: Mapped[str] = mapped_column(Text)
    identity: Mapped[str] = mapped_column(String(40))
    title: Mapped[str] = mapped_column(String(120))
    base_identity: Mapped[str] = mapped_column(String(40))
    weakens: Mapped[bool] = mapped_column(Boolean)
    changes: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    dry_run: Mapped[dict[str, Any]] = mapped_column(JSON)
    reason: Mapped[str] = mapped_column(Text)
    proposed_by: Mapped[str] = mapped_column(String(32))
    proposed_at: Mapped[datetime] = mapped_column(UtcDateTime)


class PolicyDecision(Base):
    """The decision on a version, made once. Approving puts it into force.

    Proposer and weakening are copied from the version, held equal by the foreign key, so that the database itself
    can refuse an approval of what weakens protection by the person who proposed it.
    """

    __tablename__ = "policy_decision"
    __table_args__ = (
        ForeignKeyConstraint(
            ["policy_id", "proposed_by", "weakens"],
            ["policy_version.id", "policy_version.proposed_by", "policy_version.weakens"],
            name="fk_policy_decision_facts",
        ),
        CheckConstraint("kind IN ('approved', 'rejected')", name="kind"),
        CheckConstraint("kind = 'rejected' OR NOT weakens OR decided_by <> proposed_by", name="second_person"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    policy_id: Mapped[str] = mapped_column(String(32), unique=True)
    proposed_by: Mapped[str] = mapped_column(String(32))
    weakens: Mapped[bool] = mapped_column(Boolean)
    kind: Mapped[str] = mapped_column(String(16))
    decided_by: Mapped[str] = mapped_column(String(32))
    decided_at: Mapped[datetime] = mapped_column(UtcDateTime)
    reason: Mapped[str] = mapped_column(Text)
