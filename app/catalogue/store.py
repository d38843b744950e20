"""Where the catalogue's tables are: in the home's file once something was imported, until then in memory.

The built-in list is always in them; a file that holds an older list learns the present one when it is opened.
"""

import itertools
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, func, insert, inspect, select, update

from app.catalogue.built_in import built_in_version, read_built_in
from app.catalogue.database import Database
from app.catalogue.import_values import CatalogueImportSummary, ListedTitle, RefusedRow
from app.catalogue.merge import Merger
from app.catalogue.schema import SCHEMA_VERSION, meta, metadata, titles
from app.errors import CatalogueBroken, CatalogueError

DATABASE_NAME = "catalogue.sqlite"


class Store:
    """Thread-safe; several processes may have the same home open. Nothing is read before the first question."""

    def __init__(self, home: Path) -> None:
        self._path = home / DATABASE_NAME
        self._lock = threading.Lock()
        self._file: Database | None = None
        self._memory: Database | None = None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent view. Raises: CatalogueBroken, CatalogueError."""
        with self._database().reading() as connection:
            yield connection

    def merge(self, items: Iterable[ListedTitle | RefusedRow]) -> CatalogueImportSummary:
        """All of it or, when anything is raised meanwhile, nothing. Raises: CatalogueBroken, CatalogueError."""
        # A list that cannot be used says so before its first title: then no file is made.
        waiting = iter(items)
        first = list(itertools.islice(waiting, 1))
        if not first:
            return CatalogueImportSummary(0, 0, 0, ())
        with self._database(create=True).writing() as connection:
            merger = Merger(connection)
            summary = merger.take(itertools.chain(first, waiting))
            if merger.changed_anything:
                _count_change(connection)
                _note_newest(connection)
        return summary

    def is_imported(self) -> bool:
        """Whether there is more than the built-in list in memory."""
        return self._file is not None or self._has_file()

    def close(self) -> None:
        """Let go of the file; safe to call twice."""
        with self._lock:
            for database in (self._file, self._memory):
                if database is not None:
                    database.close()
            self._file = self._memory = None

    def _database(self, *, create: bool = False) -> Database:
        if self._file is not None:
            return self._file
        with self._lock:
            if self._file is None and (create or self._has_file()):
                self._file = _open_file(self._path, create=create)
            if self._file is not None:
                return self._file
            if self._memory is None:
                self._memory = Database(None)
                with self._memory.writing() as connection:
                    _bring_up(connection)
            return self._memory

    def _has_file(self) -> bool:
        """Whether there is a file with something in it: a process killed in its first moment leaves an empty one."""
        try:
            return self._path.stat().st_size > 0
        except OSError:
            return False


def read_version(connection: Connection) -> int:
    """How many changes were committed; 0 for the built-in list alone."""
    return int(connection.scalar(select(meta.c.value).where(meta.c.name == "version")) or 0)


def read_newest(connection: Connection) -> str:
    """The date of the newest fact."""
    return str(connection.scalar(select(meta.c.value).where(meta.c.name == "newest")) or "")


def _open_file(path: Path, *, create: bool) -> Database:
    try:
        if create:
            path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CatalogueError(f"No title catalogue can be made in {path.parent}: {error.strerror or error}.") from error
    database = Database(path)
    try:
        with database.reading() as connection:
            up_to_date = _is_up_to_date(connection, path)
        if not up_to_date:
            database.switch_to_wal()
            with database.writing() as connection:
                _bring_up(connection)
    except CatalogueBroken:
        database.close()
        raise
    except CatalogueError:
        database.close()
        if create:
            raise
        return _open_read_only(path)
    return database


def _open_read_only(path: Path) -> Database:
    """For a home that belongs to somebody else: as it is, with the built-in list it was written with."""
    database = Database(path, read_only=True)
    try:
        with database.reading() as connection:
            _is_up_to_date(connection, path)
    except CatalogueError:
        database.close()
        raise
    return database


def _is_up_to_date(connection: Connection, path: Path) -> bool:
    """Raises: CatalogueBroken (tables of a newer version, or of another program)."""
    found = int(connection.exec_driver_sql("PRAGMA user_version").scalar() or 0)
    if found > SCHEMA_VERSION:
        raise CatalogueBroken(
            f"{path} was written by a newer postercheck (its tables have version {found}, this program knows "
            f"{SCHEMA_VERSION}): install the newer postercheck, or name another folder with --home or POSTERCHECK_HOME."
        )
    if found == 0:
        if inspect(connection).get_table_names():
            raise CatalogueBroken(f"{path} is a database, but not a title catalogue of postercheck; move it away.")
        return False
    return connection.scalar(select(meta.c.value).where(meta.c.name == "built_in")) == built_in_version()


def _bring_up(connection: Connection) -> None:
    """1. The tables. 2. The built-in list; what the operator knows better stays."""
    # 1.
    if not inspect(connection).has_table(meta.name):
        metadata.create_all(connection)
        connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute(
            insert(meta),
            [{"name": "version", "value": "0"}, {"name": "built_in", "value": ""}, {"name": "newest", "value": ""}],
        )
    # 2.
    held = str(connection.scalar(select(meta.c.value).where(meta.c.name == "built_in")) or "")
    if held == built_in_version():
        return
    merger = Merger(connection)
    merger.take(read_built_in())
    connection.execute(update(meta).where(meta.c.name == "built_in").values(value=built_in_version()))
    _note_newest(connection)
    if held and merger.changed_anything:
        _count_change(connection)


def _note_newest(connection: Connection) -> None:
    """Kept at hand: every answer that the catalogue does not know a title says as of when."""
    dates = select(func.max(titles.c.status_as_of), func.max(titles.c.seasons_as_of), func.max(titles.c.year_as_of))
    newest = max(filter(None, connection.execute(dates).one()), default="")
    connection.execute(update(meta).where(meta.c.name == "newest").values(value=newest))


def _count_change(connection: Connection) -> None:
    version = read_version(connection) + 1
    connection.execute(update(meta).where(meta.c.name == "version").values(value=str(version)))
