"""References, fingerprints and facts about the library."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """From nothing to the first tables."""
    _create_references()
    _create_fingerprints()
    meta = op.create_table(
        "meta",
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("value", sa.Integer, nullable=False),
    )
    op.bulk_insert(meta, [{"name": "version", "value": 0}])


def _create_references() -> None:
    op.create_table(
        "references",
        sa.Column("key", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("id", sa.String, nullable=False, unique=True),
        sa.Column("label", sa.String, nullable=False),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("title_id", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("tier", sa.String),
        sa.Column("path", sa.String, nullable=False),
        sa.Column("source", sa.String, nullable=False),
        sa.Column("page_url", sa.String, nullable=False),
        sa.Column("image_url", sa.String, nullable=False),
        sa.Column("fetched_at", sa.String, nullable=False),
        sa.Column("note", sa.String, nullable=False),
        sa.Column("sha256", sa.String, nullable=False),
        sa.Column("width", sa.Integer, nullable=False),
        sa.Column("height", sa.Integer, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("added_at", sa.String, nullable=False),
        sa.Column("extension", sa.String, nullable=False),
        sa.Column("title_key", sa.String, nullable=False),
        sa.Column("search_text", sa.String, nullable=False),
        sa.Column("demo", sa.Boolean, nullable=False),
        sa.UniqueConstraint("sha256", "label", name="references_sha256_label"),
        sqlite_autoincrement=True,
    )
    op.create_index("references_state_label", "references", ["state", "label"])
    op.create_index("references_title_key", "references", ["title_key"])
    op.create_index("references_demo", "references", ["demo"], sqlite_where=sa.text("demo"))


def _create_fingerprints() -> None:
    op.create_table(
        "fingerprints",
        sa.Column("reference_key", sa.Integer, sa.ForeignKey("references.key", ondelete="CASCADE"), primary_key=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("phash", sa.LargeBinary, nullable=False),
        sa.Column("detail", sa.Float, nullable=False),
        sa.Column("image_width", sa.Integer, nullable=False),
        sa.Column("image_height", sa.Integer, nullable=False),
        sa.Column("keypoints", sa.LargeBinary, nullable=False),
        sa.Column("descriptors", sa.LargeBinary, nullable=False),
    )
    op.create_index("fingerprints_hashes", "fingerprints", ["version", "reference_key", "phash", "detail"])
