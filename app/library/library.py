"""The library as everybody else sees it: open it, ask it, change it. The modules beside this one do the work."""

from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
from numpy.typing import NDArray

from app.errors import LibraryBroken, LibraryError, LibraryMissing
from app.library import reading, writing
from app.library.database import Database
from app.library.migrate import migrate
from app.library.pictures import PictureFiles, decode_rendition
from app.library.problem import LibraryProblem
from app.library.query import ReferencePage, ReferenceQuery, read_page
from app.library.rebuild import rebuild_library
from app.library.verify import verify_library
from app.model.fingerprint import Fingerprint
from app.model.poster_image import Pixels
from app.model.reference import LibrarySummary, Reference, ReferenceState

__all__ = ["Library", "LibraryProblem", "ReferencePage", "ReferenceQuery"]

DATABASE_NAME = "library.sqlite3"

# About 12 MB of fingerprints at a time.
_FINGERPRINT_PAGE = 100
_ALL = ReferenceQuery()


class Library:
    """References, their fingerprints and their picture files, below one folder.

    Thread-safe, and several processes may have the same one open. Any method may raise LibraryError when the database
    or the disk fails.
    """

    def __init__(self, home: Path, database: Database, pictures: PictureFiles) -> None:
        self.home = home
        self.database = database
        self.pictures = pictures
        self._active: tuple[int, dict[int, Reference]] | None = None

    @classmethod
    def open(cls, home: Path, *, create: bool = True) -> Self:
        """Open the library in `home`, made or brought up to this version first where needed.

        Raises: LibraryMissing (there is none, and `create` is False), LibraryBroken.
        """
        path = home / DATABASE_NAME
        if not create and not path.is_file():
            raise LibraryMissing(f"There is no library in {home}; `postercheck library import` makes one.")
        pictures = PictureFiles(home)
        database = Database(path)
        try:
            pictures.create_folders()
            migrate(database)
        except OSError as error:
            database.close()
            raise LibraryBroken(f"No library can be opened in {home}: {error.strerror or error}.") from error
        except LibraryError:
            database.close()
            raise
        return cls(home, database, pictures)

    def close(self) -> None:
        """Let go of the database; safe to call twice."""
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def version(self) -> int:
        """Grows with every change that any process commits."""
        with self.database.reading() as connection:
            return reading.read_version(connection)

    def summary(self, title: str | None = None) -> LibrarySummary:
        """Counts of active references; `of_this_title`: the official ones of that title, give or take case or year."""
        with self.database.reading() as connection:
            return reading.read_summary(connection, title)

    def get(self, reference_id: str) -> Reference:
        """Raises: ReferenceNotFound."""
        with self.database.reading() as connection:
            return reading.read_reference(connection, reference_id)

    def references(self, query: ReferenceQuery = _ALL) -> ReferencePage:
        """One page of references in any state. Raises: WrongUse (limit or cursor)."""
        with self.database.reading() as connection:
            return read_page(connection, query)

    def active_keys(self) -> dict[int, Reference]:
        """Every active reference by key, in order of keys. Kept until the library changes; not to be written to."""
        kept = self._active
        with self.database.reading() as connection:
            version = reading.read_version(connection)
            if kept is None or kept[0] != version:
                kept = self._active = (version, reading.read_active(connection))
        return kept[1]

    def find_by_sha256(self, sha256: str) -> list[Reference]:
        """The references in any state that are this very file (lower-case hex): one for each label it has."""
        with self.database.reading() as connection:
            return reading.read_by_sha256(connection, sha256)

    def fingerprint(self, reference_id: str) -> Fingerprint:
        """Arrays are read-only. Raises: ReferenceNotFound; LibraryBroken when there is none of the current version."""
        with self.database.reading() as connection:
            return reading.read_fingerprint(connection, reference_id)

    def fingerprints(self, after_key: int = 0) -> Iterator[tuple[int, Fingerprint]]:
        """Key and fingerprint of references in any state, of the current fingerprint version, in order of keys.

        Read a hundred at a time: what is added meanwhile comes too.
        """
        while True:
            with self.database.reading() as connection:
                page = reading.read_fingerprints(connection, after_key, _FINGERPRINT_PAGE)
            if not page:
                return
            yield from page
            after_key = page[-1][0]

    def hashes(self) -> tuple[NDArray[np.int64], NDArray[np.uint8], NDArray[np.float32]]:
        """Keys (n,), bits (n, 32), details (n,) of the same references as `fingerprints`; features are not read."""
        with self.database.reading() as connection:
            return reading.read_hashes(connection)

    def rendition(self, reference_id: str) -> Pixels:
        """(h, w, 3) uint8 RGB, longest side at most 640; made again from the original if it is missing or damaged.

        Raises: ReferenceNotFound; LibraryError when the original is missing too.
        """
        with self.database.reading() as connection:
            stored = reading.read_stored(connection, reference_id)
        try:
            pixels = decode_rendition(self.pictures.rendition_path(stored.sha256).read_bytes())
        except OSError:
            pixels = None
        return self.pictures.restore_rendition(stored) if pixels is None else pixels

    def original(self, reference_id: str) -> bytes:
        """The file as it was imported. Raises: ReferenceNotFound; LibraryError when it cannot be read."""
        with self.database.reading() as connection:
            stored = reading.read_stored(connection, reference_id)
        return self.pictures.read_original(stored)

    def set_state(self, reference_id: str, state: ReferenceState) -> None:
        """Raises: ReferenceNotFound."""
        with self.database.writing() as connection:
            if writing.update_state(connection, reference_id, state):
                writing.count_change(connection)

    def remove(self, reference_id: str) -> None:
        """Delete the row, and the files unless the same file has the other label too. Raises: ReferenceNotFound."""
        with self.database.writing() as connection:
            stored = writing.delete_reference(connection, reference_id)
            writing.count_change(connection)
        writing.release_files(self.database, self.pictures, {stored})

    def verify(self, *, fix: bool = False) -> list[LibraryProblem]:
        """What is not as it should be, in the database and among the files; with `fix`, mended where it can be."""
        return verify_library(self.database, self.pictures, fix=fix)

    def rebuild(self, progress: Callable[[int, int], None] | None = None) -> list[LibraryProblem]:
        """Measure every reference anew from its original; gives those that could not be.

        What is done stays done when it is stopped. progress: done, and of how many. Raises: WorkersKeepDying too.
        """
        return rebuild_library(self.database, self.pictures, progress)
