"""Policy versions and the decisions on them, both append-only."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_TABLES = ("policy_version", "policy_decision")

_SQLITE = """
CREATE TRIGGER {table}_no_{deed} BEFORE {deed} ON {table}
BEGIN SELECT RAISE(ABORT, 'the history of policies is append-only'); END
"""
_POSTGRESQL_FUNCTION = """
CREATE FUNCTION policy_append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the history of policies is append-only'; END $$
"""
_POSTGRESQL = """
CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION policy_append_only()
"""


def upgrade() -> None:
    op.create_table(
        "policy_version",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("identity", sa.String(length=40), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("base_identity", sa.String(length=40), nullable=False),
        sa.Column("weakens", sa.Boolean(), nullable=False),
        sa.Column("changes", sa.JSON(), nullable=False),
        sa.Column("dry_run", sa.JSON(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("proposed_by", sa.String(length=32), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_policy_version")),
        sa.UniqueConstraint("number", name=op.f("uq_policy_version_number")),
        sa.UniqueConstraint("id", "proposed_by", "weakens", name=op.f("uq_policy_version_facts")),
    )
    op.create_table(
        "policy_decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("policy_id", sa.String(length=32), nullable=False),
        sa.Column("proposed_by", sa.String(length=32), nullable=False),
        sa.Column("weakens", sa.Boolean(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("decided_by", sa.String(length=32), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.CheckConstraint("kind IN ('approved', 'rejected')", name=op.f("ck_policy_decision_kind")),
        sa.CheckConstraint(
            "kind = 'rejected' OR NOT weakens OR decided_by <> proposed_by",
            name=op.f("ck_policy_decision_second_person"),
        ),
        sa.ForeignKeyConstraint(
            ["policy_id", "proposed_by", "weakens"],
            ["policy_version.id", "policy_version.proposed_by", "policy_version.weakens"],
            name=op.f("fk_policy_decision_facts"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_policy_decision")),
        sa.UniqueConstraint("policy_id", name=op.f("uq_policy_decision_policy_id")),
    )
    _make_append_only()


def _make_append_only() -> None:
    postgresql = op.get_bind().dialect.name == "postgresql"
    if postgresql:
        op.execute(_POSTGRESQL_FUNCTION)
    for table in _TABLES:
        if postgresql:
            op.execute(_POSTGRESQL.format(table=table))
        else:
            for deed in ("update", "delete"):
                op.execute(_SQLITE.format(table=table, deed=deed))


def downgrade() -> None:
    """The history of policies is not thrown away."""
    raise NotImplementedError
