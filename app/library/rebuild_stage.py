"""New fingerprints of a rebuild, kept beside the library until all of them are there.

A database of its own, so that the library's own fingerprints stay as they are for whoever works with them.
"""

from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Column, Float, Integer, LargeBinary, MetaData, Table, delete, func, insert, select

from app.errors import LibraryBroken
from app.fingerprints.compute import FINGERPRINT_VERSION
from app.library.database import Database
from app.library.rows import fingerprint_values
from app.model.fingerprint import Fingerprint

_PAGE_ROWS = 100

_metadata = MetaData()
# As the library's table of that name, without the tie to references.
_staged = Table(
    "staged",
    _metadata,
    Column("reference_key", Integer, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("phash", LargeBinary, nullable=False),
    Column("detail", Float, nullable=False),
    Column("image_width", Integer, nullable=False),
    Column("image_height", Integer, nullable=False),
    Column("keypoints", LargeBinary, nullable=False),
    Column("descriptors", LargeBinary, nullable=False),
)


class Stage:
    """Open for one rebuild. What an earlier one of this version left is there again."""

    def __init__(self, home: Path) -> None:
        """Raises: LibraryError."""
        self._path = stage_path(home)
        self._database = self._open()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._database.close()

    def keys(self) -> frozenset[int]:
        """The keys of the references that are done."""
        with self._database.reading() as connection:
            return frozenset(connection.scalars(select(_staged.c.reference_key)))

    def put(self, fingerprints: dict[int, Fingerprint]) -> None:
        """Keep these, by the keys of their references."""
        rows = [{"reference_key": key, **fingerprint_values(found)} for key, found in fingerprints.items()]
        with self._database.writing() as connection:
            connection.execute(delete(_staged).where(_staged.c.reference_key.in_(fingerprints)))
            connection.execute(insert(_staged), rows)

    def rows(self) -> Iterator[dict[str, Any]]:
        """All of them, as columns of the library's table, in order of keys."""
        after = 0
        page = select(_staged).order_by(_staged.c.reference_key).limit(_PAGE_ROWS)
        while True:
            with self._database.reading() as connection:
                rows = connection.execute(page.where(_staged.c.reference_key > after)).all()
            if not rows:
                return
            yield from (dict(row._mapping) for row in rows)
            after = rows[-1].reference_key

    def remove(self) -> None:
        """All is in the library now."""
        self._database.close()
        _remove_files(self._path)

    def _open(self) -> Database:
        for last in (False, True):
            database = Database(self._path)
            try:
                with database.writing() as connection:
                    _metadata.create_all(connection)
                    connection.execute(delete(_staged).where(_staged.c.version != FINGERPRINT_VERSION))
            except LibraryBroken:
                # It can be measured again.
                database.close()
                if last:
                    raise
                _remove_files(self._path)
            else:
                return database
        raise AssertionError("the second attempt returns or raises")


def stage_path(home: Path) -> Path:
    """Where a rebuild under way, or one that was stopped, keeps what it has done."""
    return home / "rebuild.sqlite3"


def count_staged(home: Path) -> int | None:
    """How many references a rebuild that is not complete has done; None when there is none."""
    path = stage_path(home)
    if not path.is_file():
        return None
    database = Database(path)
    try:
        with database.reading() as connection:
            return int(connection.scalar(select(func.count()).select_from(_staged)) or 0)
    except LibraryBroken:
        return 0
    finally:
        database.close()


def _remove_files(path: Path) -> None:
    for suffix in ("", "-journal", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
