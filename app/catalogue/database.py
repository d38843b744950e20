"""The catalogue's SQLite file, or the same tables in memory while there is no file; trouble told in sentences."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool, StaticPool

from app.errors import CatalogueBroken, CatalogueError

# How long a writer waits for another one; a large import holds the write lock for as long as it takes.
BUSY_SECONDS = 60

_BROKEN = ("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_ERROR", "SQLITE_SCHEMA", "SQLITE_FORMAT")


class Database:
    """One set of tables, open. Thread-safe."""

    def __init__(self, path: Path | None, *, read_only: bool = False) -> None:
        """Open a file, which is made if it is missing; None: tables in memory that only this object sees.

        read_only: the file is read as it is, and nothing is written beside it either.
        """
        self.path = path
        self._turns = threading.RLock() if path is None else None
        self._engine = _make_engine(path, read_only)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent view of the data. Raises: CatalogueBroken, CatalogueError."""
        with self._turn(), explained(self.path), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that holds the only write lock from its first moment; committed unless the block raises.

        Raises: CatalogueBroken, CatalogueError (disk full, read-only, another process writing for too long).
        """
        with self._turn(), explained(self.path), self._engine.connect() as connection:
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
    def _turn(self) -> Iterator[None]:
        if self._turns is None:
            yield
            return
        # Tables in memory have one connection.
        with self._turns:
            yield


@contextmanager
def explained(path: Path | None) -> Iterator[None]:
    """Turn what the database says into CatalogueBroken or CatalogueError."""
    try:
        yield
    except (DatabaseError, sqlite3.DatabaseError) as error:
        raise _explanation(error, path) from error


def _make_engine(path: Path | None, read_only: bool) -> Engine:
    address = ":memory:" if path is None else f"file:{quote(str(path))}{'?immutable=1' if read_only else ''}"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(address, timeout=BUSY_SECONDS, uri=path is not None, check_same_thread=False)

    if path is None:
        engine = create_engine("sqlite://", creator=connect, poolclass=StaticPool)
    else:
        engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool, max_overflow=-1)
    event.listen(engine, "connect", _set_up_connection)
    event.listen(engine, "begin", _begin)
    return engine


def _explanation(error: DatabaseError | sqlite3.DatabaseError, path: Path | None) -> CatalogueError:
    cause = error.orig if isinstance(error, DatabaseError) else error
    name = str(getattr(cause, "sqlite_errorname", None) or "SQLITE_ERROR")
    if name.startswith("SQLITE_FULL"):
        return CatalogueError(f"The disk that holds {path} is full; what was there before stays.")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return CatalogueError(f"Another process has been writing to {path} for over {BUSY_SECONDS} s; try again later.")
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN")):
        return CatalogueError(f"{path} cannot be written to; check who owns the file and its folder.")
    if name.startswith(_BROKEN):
        return CatalogueBroken(
            f"{path} cannot be used as a title catalogue ({cause}). "
            "Put a backup in its place, or move it away and import the lists again."
        )
    return CatalogueError(f"The database {path} failed: {cause}.")


def _set_up_connection(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    # sqlite3 would open transactions by itself, and too late for BEGIN IMMEDIATE; _begin does it.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.close()


def _begin(connection: Connection) -> None:
    immediate = connection.get_execution_options().get("immediate", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
