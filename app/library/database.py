"""The library's SQLite file: connections, short transactions, and database trouble told in sentences."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import ConnectionPoolEntry

from app.errors import LibraryBroken, LibraryError

# How long a writer waits for another one. An import holds the write lock for some milliseconds at a time.
BUSY_SECONDS = 30

_BROKEN = ("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_ERROR", "SQLITE_SCHEMA", "SQLITE_FORMAT")


class Database:
    """One SQLite file, open. Thread-safe: a transaction has a connection of its own."""

    def __init__(self, path: Path) -> None:
        self.path = path
        url = URL.create("sqlite", database=str(path))
        self._engine = create_engine(url, max_overflow=-1, connect_args={"timeout": BUSY_SECONDS})
        event.listen(self._engine, "connect", _set_up_connection)
        event.listen(self._engine, "begin", _begin)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent view of the data. Raises: LibraryBroken, LibraryError."""
        with explained(self.path), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that holds the only write lock from its first moment; committed unless the block raises.

        Raises: LibraryBroken, LibraryError (disk full, another process writing for too long).
        """
        with explained(self.path), self._engine.connect() as connection:
            connection = connection.execution_options(immediate=True)
            with connection.begin():
                yield connection

    def switch_to_wal(self) -> None:
        """Let readers go on while one process writes; kept in the file from then on."""
        with explained(self.path):
            connection = self._engine.raw_connection()
            try:
                connection.cursor().execute("PRAGMA journal_mode = WAL")
            finally:
                connection.close()

    def close(self) -> None:
        """Close the idle connections; those in use close when their transaction ends."""
        self._engine.dispose()


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what the database says into LibraryBroken or LibraryError."""
    try:
        yield
    except (DatabaseError, sqlite3.DatabaseError) as error:
        raise _explanation(error, path) from error


def _explanation(error: DatabaseError | sqlite3.DatabaseError, path: Path) -> LibraryError:
    cause = error.orig if isinstance(error, DatabaseError) else error
    name = str(getattr(cause, "sqlite_errorname", None) or "SQLITE_ERROR")
    if name.startswith("SQLITE_FULL"):
        return LibraryError(f"The disk that holds {path} is full; what was committed before stays.")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return LibraryError(f"Another process has been writing to {path} for over {BUSY_SECONDS} s; try again later.")
    if name.startswith("SQLITE_CANTOPEN"):
        return LibraryBroken(f"{path} cannot be opened; check that its folder is there and who may write to it.")
    if name.startswith("SQLITE_READONLY"):
        return LibraryError(f"{path} cannot be written to; check who owns the file and its folder.")
    if name.startswith(_BROKEN):
        return LibraryBroken(
            f"{path} cannot be used as a library ({cause}). "
            "Put a backup in its place, or move it away and import the references again."
        )
    return LibraryError(f"The database {path} failed: {cause}.")


def _set_up_connection(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    # sqlite3 would open transactions by itself, and too late for BEGIN IMMEDIATE; _begin does it.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.close()


def _begin(connection: Connection) -> None:
    immediate = connection.get_execution_options().get("immediate", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
