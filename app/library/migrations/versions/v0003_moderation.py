"""Reports, the log of what moderators did, false matches, and moderators who are signed in."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_ONLY_GROWS = (
    ("audit_log_no_update", "BEFORE UPDATE ON audit_log"),
    ("audit_log_no_delete", "BEFORE DELETE ON audit_log"),
    # REPLACE would delete without asking the trigger before.
    (
        "audit_log_no_replace",
        "BEFORE INSERT ON audit_log WHEN EXISTS "
        "(SELECT 1 FROM audit_log WHERE id = NEW.id OR (NEW.undoes IS NOT NULL AND undoes = NEW.undoes))",
    ),
)


def upgrade() -> None:
    """Add the tables of moderation; nothing that was there changes."""
    _create_reports()
    _create_log()
    op.create_table(
        "false_matches",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("sha256", sa.String, nullable=False),
        sa.Column("phash", sa.LargeBinary, nullable=False),
        sa.Column("detail", sa.Float, nullable=False),
        sa.Column("reference_id", sa.String, nullable=False),
        sa.Column("created_at", sa.String, nullable=False),
        sa.UniqueConstraint("sha256", "reference_id", name="false_matches_pair"),
    )
    op.create_table(
        "moderator_sessions",
        sa.Column("token_hash", sa.String, primary_key=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("expires_at", sa.String, nullable=False),
    )


def _create_reports() -> None:
    op.create_table(
        "reports",
        sa.Column("key", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("id", sa.String, nullable=False, unique=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("check_id", sa.String, nullable=False),
        sa.Column("sha256", sa.String, nullable=False),
        sa.Column("phash", sa.LargeBinary, nullable=False),
        sa.Column("detail", sa.Float, nullable=False),
        sa.Column("report", sa.String, nullable=False),
        sa.Column("comment", sa.String, nullable=False),
        sa.Column("picture_bytes", sa.Integer, nullable=False),
        sa.Column("created_at", sa.String, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("decided_at", sa.String, nullable=False),
        sa.Column("decided_by", sa.String, nullable=False),
        sa.UniqueConstraint("check_id", "kind", name="reports_check_kind"),
        sqlite_autoincrement=True,
    )
    op.create_index("reports_state", "reports", ["state", "key"])


def _create_log() -> None:
    op.create_table(
        "audit_log",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("actor", sa.String, nullable=False),
        sa.Column("action", sa.String, nullable=False),
        sa.Column("report_id", sa.String),
        sa.Column("reference_id", sa.String),
        sa.Column("details", sa.String, nullable=False),
        sa.Column("undoes", sa.Integer, unique=True),
        sqlite_autoincrement=True,
    )
    for name, event in _ONLY_GROWS:
        op.execute(f"CREATE TRIGGER {name} {event} BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END")
