"""The tables of the library, as this version of the code expects them.

The migrations build them; a test holds the two against each other.
"""

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    UniqueConstraint,
    text,
)

metadata = MetaData()

references = Table(
    "references",
    metadata,
    # Never used twice, also after a removal: an index that lags behind must not take a new reference for an old one.
    Column("key", Integer, primary_key=True, autoincrement=True),
    Column("id", String, nullable=False, unique=True),
    Column("label", String, nullable=False),
    Column("title", String, nullable=False),
    Column("title_id", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("language", String, nullable=False),
    Column("tier", String),
    Column("path", String, nullable=False),
    Column("source", String, nullable=False),
    Column("page_url", String, nullable=False),
    Column("image_url", String, nullable=False),
    Column("fetched_at", String, nullable=False),
    Column("note", String, nullable=False),
    Column("sha256", String, nullable=False),
    Column("width", Integer, nullable=False),
    Column("height", Integer, nullable=False),
    Column("state", String, nullable=False),
    Column("added_at", String, nullable=False),
    # Of the picture file; what follows is for looking things up and is no part of a Reference.
    Column("extension", String, nullable=False),
    Column("title_key", String, nullable=False),
    Column("search_text", String, nullable=False),
    Column("demo", Boolean, nullable=False),
    UniqueConstraint("sha256", "label", name="references_sha256_label"),
    Index("references_state_label", "state", "label"),
    Index("references_title_key", "title_key"),
    Index("references_demo", "demo", sqlite_where=text("demo")),
    sqlite_autoincrement=True,
)

fingerprints = Table(
    "fingerprints",
    metadata,
    Column("reference_key", Integer, ForeignKey("references.key", ondelete="CASCADE"), primary_key=True),
    Column("version", Integer, nullable=False),
    # 32 bytes.
    Column("phash", LargeBinary, nullable=False),
    Column("detail", Float, nullable=False),
    Column("image_width", Integer, nullable=False),
    Column("image_height", Integer, nullable=False),
    # n x 4 little-endian float32, and n x 128 uint8.
    Column("keypoints", LargeBinary, nullable=False),
    Column("descriptors", LargeBinary, nullable=False),
    # Holds all that a scan of the hashes reads, so that the 100 KB a row beside them are never touched.
    Index("fingerprints_hashes", "version", "reference_key", "phash", "detail"),
)

# One row a fact; `version` counts committed changes.
meta = Table(
    "meta",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", Integer, nullable=False),
)
