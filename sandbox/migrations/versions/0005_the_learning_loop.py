"""What participants expect of the model, how they revise its answer, what they find in a text with planted places."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("attempt") as batch:
        batch.add_column(sa.Column("expectation", sa.Text(), nullable=True))
    op.create_table(
        "revision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("attempt_id", sa.String(length=32), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("checks", sa.JSON(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["attempt_id"], ["attempt.id"], name=op.f("fk_revision_attempt_id_attempt"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_revision")),
    )
    op.create_index(op.f("ix_revision_attempt_id"), "revision", ["attempt_id"], unique=False)
    op.create_table(
        "spotting_try",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("participant_id", sa.String(length=32), nullable=False),
        sa.Column("workshop_id", sa.String(length=32), nullable=False),
        sa.Column("exercise_id", sa.String(length=80), nullable=False),
        sa.Column("exercise_title", sa.String(length=200), nullable=False),
        sa.Column("exercise_revision", sa.String(length=40), nullable=False),
        sa.Column("marks", sa.JSON(), nullable=False),
        sa.Column("found", sa.JSON(), nullable=False),
        sa.Column("planted", sa.Integer(), nullable=False),
        sa.Column("findings", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["account.id"], name=op.f("fk_spotting_try_participant_id_account"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.id"], name=op.f("fk_spotting_try_workshop_id_workshop"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_spotting_try")),
    )
    op.create_index(op.f("ix_spotting_try_participant_id"), "spotting_try", ["participant_id"], unique=False)
    op.create_index(op.f("ix_spotting_try_workshop_id"), "spotting_try", ["workshop_id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_spotting_try_workshop_id"), table_name="spotting_try")
    op.drop_index(op.f("ix_spotting_try_participant_id"), table_name="spotting_try")
    op.drop_table("spotting_try")
    op.drop_index(op.f("ix_revision_attempt_id"), table_name="revision")
    op.drop_table("revision")
    with op.batch_alter_table("attempt") as batch:
        batch.drop_column("expectation")
