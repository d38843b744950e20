"""Several provenances a reference, groups of references that show the same picture, and conflicts of labels."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Give every reference its own provenance as the first of many."""
    op.add_column("references", sa.Column("group_key", sa.Integer))
    op.create_index("references_group_key", "references", ["group_key"])
    _create_provenances()
    _create_conflicts()
    op.execute(
        """
        INSERT INTO provenances (reference_key, tier, path, source, page_url, image_url, fetched_at, note,
                                 expires_at, gone_at)
        SELECT "key", tier, path, source, page_url, image_url, fetched_at, note, '', '' FROM "references"
        """
    )
    op.execute("INSERT INTO meta (name, value) VALUES ('related', 0)")


def _create_provenances() -> None:
    op.create_table(
        "provenances",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("reference_key", sa.Integer, sa.ForeignKey("references.key", ondelete="CASCADE"), nullable=False),
        sa.Column("tier", sa.String),
        sa.Column("path", sa.String, nullable=False),
        sa.Column("source", sa.String, nullable=False),
        sa.Column("page_url", sa.String, nullable=False),
        sa.Column("image_url", sa.String, nullable=False),
        sa.Column("fetched_at", sa.String, nullable=False),
        sa.Column("note", sa.String, nullable=False),
        sa.Column("expires_at", sa.String, nullable=False),
        sa.Column("gone_at", sa.String, nullable=False),
        sa.UniqueConstraint("reference_key", "source", "image_url", name="provenances_place"),
    )
    op.create_index("provenances_address", "provenances", ["source", "image_url"])
    op.create_index("provenances_page", "provenances", ["source", "page_url"])
    op.create_index("provenances_expiry", "provenances", ["expires_at"], sqlite_where=sa.text("expires_at != ''"))


def _create_conflicts() -> None:
    key = ("references.key",)
    op.create_table(
        "conflicts",
        sa.Column("official_key", sa.Integer, sa.ForeignKey(*key, ondelete="CASCADE"), primary_key=True),
        sa.Column("fake_key", sa.Integer, sa.ForeignKey(*key, ondelete="CASCADE"), primary_key=True),
        sa.Column("same_file", sa.Boolean, nullable=False),
        sa.Column("distance", sa.Integer, nullable=False),
        sa.Column("found_at", sa.String, nullable=False),
        sa.Column("settled_at", sa.String, nullable=False),
        sa.Column("ruling", sa.String, nullable=False),
    )
