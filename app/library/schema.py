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
    # The lowest key of the references that show the same picture; null when there is no other.
    Column("group_key", Integer),
    UniqueConstraint("sha256", "label", name="references_sha256_label"),
    Index("references_state_label", "state", "label"),
    Index("references_title_key", "title_key"),
    Index("references_demo", "demo", sqlite_where=text("demo")),
    Index("references_group_key", "group_key"),
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

# Every place where a reference was found; the columns of the same name in `references` repeat the best one.
provenances = Table(
    "provenances",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("reference_key", Integer, ForeignKey("references.key", ondelete="CASCADE"), nullable=False),
    Column("tier", String),
    Column("path", String, nullable=False),
    Column("source", String, nullable=False),
    Column("page_url", String, nullable=False),
    Column("image_url", String, nullable=False),
    Column("fetched_at", String, nullable=False),
    Column("note", String, nullable=False),
    Column("expires_at", String, nullable=False),
    Column("gone_at", String, nullable=False),
    UniqueConstraint("reference_key", "source", "image_url", name="provenances_place"),
    Index("provenances_address", "source", "image_url"),
    Index("provenances_page", "source", "page_url"),
    Index("provenances_expiry", "expires_at", sqlite_where=text("expires_at != ''")),
)

# Pictures that are listed as official and as a known fake.
conflicts = Table(
    "conflicts",
    metadata,
    Column("official_key", Integer, ForeignKey("references.key", ondelete="CASCADE"), primary_key=True),
    Column("fake_key", Integer, ForeignKey("references.key", ondelete="CASCADE"), primary_key=True),
    Column("same_file", Boolean, nullable=False),
    Column("distance", Integer, nullable=False),
    Column("found_at", String, nullable=False),
    Column("settled_at", String, nullable=False),
    Column("ruling", String, nullable=False),
)

# What people said of a check. A check is reported once as each kind.
reports = Table(
    "reports",
    metadata,
    Column("key", Integer, primary_key=True, autoincrement=True),
    Column("id", String, nullable=False, unique=True),
    Column("kind", String, nullable=False),
    Column("check_id", String, nullable=False),
    Column("sha256", String, nullable=False),
    # 32 bytes.
    Column("phash", LargeBinary, nullable=False),
    Column("detail", Float, nullable=False),
    # The CheckReport as it was then, as JSON.
    Column("report", String, nullable=False),
    Column("comment", String, nullable=False),
    # Of the picture in the folder `reports`; 0 when the reporter did not agree, or its time is over.
    Column("picture_bytes", Integer, nullable=False),
    Column("created_at", String, nullable=False),
    Column("state", String, nullable=False),
    Column("decided_at", String, nullable=False),
    Column("decided_by", String, nullable=False),
    UniqueConstraint("check_id", "kind", name="reports_check_kind"),
    Index("reports_state", "state", "key"),
    sqlite_autoincrement=True,
)

# What moderators did. Triggers, which the migration makes, refuse to change or delete a row.
audit_log = Table(
    "audit_log",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("at", String, nullable=False),
    Column("actor", String, nullable=False),
    Column("action", String, nullable=False),
    Column("report_id", String),
    # Not a foreign key: the log also tells of references that are gone.
    Column("reference_id", String),
    # JSON: what undoing needs, and the moderator's words.
    Column("details", String, nullable=False),
    Column("undoes", Integer, unique=True),
    sqlite_autoincrement=True,
)

# Pictures that must never be matched with a reference again; saved again, they are told by their hash.
false_matches = Table(
    "false_matches",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("sha256", String, nullable=False),
    Column("phash", LargeBinary, nullable=False),
    Column("detail", Float, nullable=False),
    # Not a foreign key: a reference that comes back has the same id.
    Column("reference_id", String, nullable=False),
    Column("created_at", String, nullable=False),
    UniqueConstraint("sha256", "reference_id", name="false_matches_pair"),
)

# Signed-in moderators. Only a keyed hash of what the browser holds is stored.
moderator_sessions = Table(
    "moderator_sessions",
    metadata,
    Column("token_hash", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("expires_at", String, nullable=False),
)

# One row a fact; `version` counts committed changes, `related` is the last key that was grouped and held against the
# other label.
meta = Table(
    "meta",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", Integer, nullable=False),
)
