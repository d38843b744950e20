"""Brings a library's tables to the version that this code knows; several processes may try at once."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from app.errors import LibraryBroken
from app.library.database import Database
from app.library.file_lock import file_lock

# The newest file in migrations/versions. Known without asking alembic, because every start compares it.
SCHEMA_REVISION = "0003"

_MIGRATIONS = Path(__file__).parent / "migrations"


def migrate(database: Database) -> None:
    """Create or upgrade the tables, all or nothing.

    Raises: LibraryBroken (tables of a newer version or of another program, or a damaged file), OSError (no lock file).
    """
    if _found_revision(database) == SCHEMA_REVISION:
        return
    with file_lock(database.path.with_suffix(".lock")):
        found = _found_revision(database)
        if found == SCHEMA_REVISION:
            return
        database.switch_to_wal()
        with database.writing() as connection:
            _upgrade(connection, found, database.path)


def _found_revision(database: Database) -> str | None:
    with database.reading() as connection:
        tables = inspect(connection).get_table_names()
        if not tables:
            return None
        if "alembic_version" not in tables:
            raise LibraryBroken(
                f"{database.path} is a database, but not a library of postercheck; "
                "name another folder with --home or POSTERCHECK_HOME."
            )
        revision = connection.scalar(text("SELECT version_num FROM alembic_version"))
        return None if revision is None else str(revision)


def _upgrade(connection: Connection, found: str | None, path: Path) -> None:
    # Imported here: only a new or an old library needs it, and it takes as long to load as a check takes to run.
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if found is not None and found not in known:
        raise LibraryBroken(
            f"{path} was written by a newer postercheck (its tables have version {found}, this program knows "
            f"{SCHEMA_REVISION}): install the newer postercheck, or name another folder with --home or "
            "POSTERCHECK_HOME."
        )
    command.upgrade(config, "head")
