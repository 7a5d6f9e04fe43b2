"""Notes on two attempts, blind comparisons, good attempts, and the wall of instructive failures."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "attempt_star",
        sa.Column("attempt_id", sa.String(length=32), nullable=False),
        sa.Column("starred_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["attempt_id"], ["attempt.id"], name=op.f("fk_attempt_star_attempt_id_attempt"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("attempt_id", name=op.f("pk_attempt_star")),
    )
    op.create_table(
        "blind_comparison",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("earlier_id", sa.String(length=32), nullable=False),
        sa.Column("later_id", sa.String(length=32), nullable=False),
        sa.Column("earlier_is_left", sa.Boolean(), nullable=False),
        sa.Column("choice", sa.String(length=8), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("choice IN ('left', 'right', 'none')", name=op.f("ck_blind_comparison_choice")),
        sa.CheckConstraint(
            "(choice IS NULL) = (reason IS NULL) AND (choice IS NULL) = (decided_at IS NULL)",
            name=op.f("ck_blind_comparison_decided_as_a_whole"),
        ),
        sa.ForeignKeyConstraint(
            ["earlier_id"], ["attempt.id"], name=op.f("fk_blind_comparison_earlier_id_attempt"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["later_id"], ["attempt.id"], name=op.f("fk_blind_comparison_later_id_attempt"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_blind_comparison")),
        sa.UniqueConstraint("earlier_id", "later_id", name=op.f("uq_blind_comparison_earlier_id_later_id")),
    )
    op.create_index(op.f("ix_blind_comparison_earlier_id"), "blind_comparison", ["earlier_id"], unique=False)
    op.create_index(op.f("ix_blind_comparison_later_id"), "blind_comparison", ["later_id"], unique=False)
    op.create_table(
        "comparison_note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("earlier_id", sa.String(length=32), nullable=False),
        sa.Column("later_id", sa.String(length=32), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["earlier_id"], ["attempt.id"], name=op.f("fk_comparison_note_earlier_id_attempt"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["later_id"], ["attempt.id"], name=op.f("fk_comparison_note_later_id_attempt"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comparison_note")),
    )
    op.create_index(op.f("ix_comparison_note_earlier_id"), "comparison_note", ["earlier_id"], unique=False)
    op.create_index(op.f("ix_comparison_note_later_id"), "comparison_note", ["later_id"], unique=False)
    op.create_table(
        "wall_entry",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("attempt_id", sa.String(length=32), nullable=False),
        sa.Column("workshop_id", sa.String(length=32), nullable=False),
        sa.Column("lesson", sa.Text(), nullable=False),
        sa.Column("contributed_on", sa.Date(), nullable=False),
        sa.Column("hidden_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("hidden_by", sa.String(length=32), nullable=True),
        sa.Column("hidden_reason", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "(hidden_at IS NULL) = (hidden_reason IS NULL)", name=op.f("ck_wall_entry_hidden_with_a_reason")
        ),
        sa.ForeignKeyConstraint(
            ["attempt_id"], ["attempt.id"], name=op.f("fk_wall_entry_attempt_id_attempt"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["hidden_by"], ["account.id"], name=op.f("fk_wall_entry_hidden_by_account"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.id"], name=op.f("fk_wall_entry_workshop_id_workshop"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wall_entry")),
        sa.UniqueConstraint("attempt_id", name=op.f("uq_wall_entry_attempt_id")),
    )
    op.create_index(op.f("ix_wall_entry_workshop_id"), "wall_entry", ["workshop_id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_wall_entry_workshop_id"), table_name="wall_entry")
    op.drop_table("wall_entry")
    op.drop_index(op.f("ix_comparison_note_later_id"), table_name="comparison_note")
    op.drop_index(op.f("ix_comparison_note_earlier_id"), table_name="comparison_note")
    op.drop_table("comparison_note")
    op.drop_index(op.f("ix_blind_comparison_later_id"), table_name="blind_comparison")
    op.drop_index(op.f("ix_blind_comparison_earlier_id"), table_name="blind_comparison")
    op.drop_table("blind_comparison")
    op.drop_table("attempt_star")
