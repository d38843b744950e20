"""The tables of the catalogue, and which version of them this code knows."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, MetaData, String, Table

# In the file's header (PRAGMA user_version). A newer program raises it and brings older files up to it.
SCHEMA_VERSION = 1

metadata = MetaData()

titles = Table(
    "titles",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("title", String, nullable=False),
    Column("kind", String, nullable=False),
    # The title as it is compared: the same for two spellings of one name.
    Column("identity", String, nullable=False),
    Column("year", Integer),
    Column("year_source", String, nullable=False),
    Column("year_as_of", String, nullable=False),
    Column("seasons", Integer),
    Column("more_seasons", Boolean, nullable=False),
    Column("seasons_source", String, nullable=False),
    Column("seasons_as_of", String, nullable=False),
    Column("status", String, nullable=False),
    Column("status_source", String, nullable=False),
    Column("status_as_of", String, nullable=False),
)

# Ids that sources give to a title.
title_ids = Table(
    "title_ids",
    metadata,
    Column("id", String, primary_key=True),
    Column("title_key", Integer, ForeignKey("titles.key"), nullable=False),
)

names = Table(
    "names",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("title_key", Integer, ForeignKey("titles.key"), nullable=False),
    Column("name", String, nullable=False),
    Column("language", String, nullable=False),
    # The name that is the title itself: it stands here too, for its language and its keys.
    Column("main", Boolean, nullable=False),
    Column("source", String, nullable=False),
    Column("as_of", String, nullable=False),
    Index("names_title", "title_key"),
)

name_keys = Table(
    "name_keys",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("text", String, nullable=False),
    Column("role", Integer, nullable=False),
    Column("number", Integer),
    Column("name_key", Integer, ForeignKey("names.key"), nullable=False),
    Column("title_key", Integer, ForeignKey("titles.key"), nullable=False),
    # Answers an exact look-up without touching the table.
    Index("name_keys_text", "text", "role", "number", "name_key", "title_key"),
)

# Pieces of keys, for look-ups that forgive misread letters.
key_pieces = Table(
    "key_pieces",
    metadata,
    Column("piece", Integer, primary_key=True, autoincrement=False),
    Column("key_key", Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

# One row a fact about the catalogue itself: `version` counts committed changes, `built_in` tells which list is in it,
# `newest` is the date of the newest fact.
meta = Table(
    "meta",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", String, nullable=False),
)
