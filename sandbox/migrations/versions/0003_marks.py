"""Marks of participants, decisions on them, and the examples that follow."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def _template_columns() -> list[sa.Column[str]]:
    return [
        sa.Column("verdict", sa.String(length=8), nullable=False),
        sa.Column("entity", sa.String(length=40), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.Column("build", sa.String(length=200), nullable=False),
        sa.Column("recognizer", sa.String(length=80), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
    ]


def upgrade() -> None:
    op.create_table(
        "guard_mark",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("workshop_id", sa.String(length=32), nullable=False),
        sa.Column("exercise_id", sa.String(length=80), nullable=False),
        *_template_columns(),
        sa.Column("versions", sa.JSON(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("verdict IN ('missed', 'wrong')", name=op.f("ck_guard_mark_verdict")),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.id"], name=op.f("fk_guard_mark_workshop_id_workshop"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guard_mark")),
        sa.UniqueConstraint("workshop_id", "digest", name=op.f("uq_guard_mark_workshop_id_digest")),
    )
    op.create_index(op.f("ix_guard_mark_workshop_id"), "guard_mark", ["workshop_id"], unique=False)
    op.create_table(
        "guard_mark_decision",
        sa.Column("mark_id", sa.String(length=32), nullable=False),
        sa.Column("accepted", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.String(length=32), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["decided_by"], ["account.id"], name=op.f("fk_guard_mark_decision_decided_by_account")),
        sa.ForeignKeyConstraint(
            ["mark_id"], ["guard_mark.id"], name=op.f("fk_guard_mark_decision_mark_id_guard_mark"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("mark_id", name=op.f("pk_guard_mark_decision")),
    )
    op.create_table(
        "guard_example",
        sa.Column("id", sa.String(length=32), nullable=False),
        *_template_columns(),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("verdict IN ('missed', 'wrong')", name=op.f("ck_guard_example_verdict")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guard_example")),
    )


def downgrade() -> None:
    op.drop_table("guard_example")
    op.drop_table("guard_mark_decision")
    op.drop_index(op.f("ix_guard_mark_workshop_id"), table_name="guard_mark")
    op.drop_table("guard_mark")
