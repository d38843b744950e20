"""The library as everybody else sees it: open it, ask it, change it. The modules beside this one do the work."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
from numpy.typing import NDArray

from app.errors import LibraryBroken, LibraryError, LibraryMissing, ReferenceNotFound
from app.library import reading, writing
from app.library.coverage import (
    LibraryCoverage,
    TitleCoverage,
    read_all_titles,
    read_coverage,
    read_title_coverage,
)
from app.library.database import Database
from app.library.health import find_doubts
from app.library.migrate import migrate
from app.library.moderation.false_matches import FalseMatches, read_false_matches
from app.library.pictures import PictureFiles, decode_rendition
from app.library.problem import LibraryProblem
from app.library.query import ReferencePage, ReferenceQuery, read_page
from app.library.rebuild import rebuild_library
from app.library.verify import verify_library
from app.model.fingerprint import Fingerprint, PerceptualHash
from app.model.poster_image import Pixels
from app.model.reference import Conflict, LibrarySummary, ProvenanceRecord, Reference, ReferenceState

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
        self._false_matches: FalseMatches | None = None
        self._summary: LibrarySummary | None = None

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

    def last_key(self) -> int:
        """The key of the newest reference, 0 when there is none: what is added later has a higher one."""
        with self.database.reading() as connection:
            return reading.read_last_key(connection)

    def summary(self, title: str | None = None) -> LibrarySummary:
        """Counts of active references; `of_this_title`: the official ones of that title, give or take case or year.

        The counts are kept until the library changes: a check asks for them, and counting takes as long as it is large.
        """
        kept = self._summary
        with self.database.reading() as connection:
            if kept is None or kept.version != reading.read_version(connection):
                kept = self._summary = reading.read_summary(connection)
            return replace(kept, of_this_title=reading.count_of_title(connection, title))

    def holds_title(self, text: str) -> bool:
        """Whether the words are the title of an active official reference, give or take case, year or its article."""
        with self.database.reading() as connection:
            return reading.holds_title(connection, text)

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

    def false_matches_of(self, sha256: str, phash: PerceptualHash) -> frozenset[str]:
        """Ids of references that a moderator said this picture, or a copy saved again, must not be matched with."""
        kept = self._false_matches
        with self.database.reading() as connection:
            version = reading.read_version(connection)
            if kept is None or kept.version != version:
                kept = self._false_matches = read_false_matches(connection, version)
        return kept.of(sha256, phash)

    def provenances(self, reference_id: str) -> tuple[ProvenanceRecord, ...]:
        """Every place where a reference was found, in order of arrival. Raises: ReferenceNotFound."""
        with self.database.reading() as connection:
            return reading.read_provenances(connection, reference_id)

    def conflicts(self, *, settled: bool = False) -> tuple[Conflict, ...]:
        """Pictures listed as official and as known fakes: those that wait for a moderator, or those that are settled.

        Noticed when an import ends; settling one changes neither reference, so disable or remove the wrong one.
        """
        with self.database.reading() as connection:
            return reading.read_conflicts(connection, settled=settled)

    def settle_conflict(self, official_id: str, fake_id: str, ruling: str) -> None:
        """Note what a moderator decided, in words. Raises: ReferenceNotFound when there is no such conflict."""
        with self.database.writing() as connection:
            if not writing.settle_conflict(connection, official_id, fake_id, ruling):
                raise ReferenceNotFound(f"No conflict between {official_id} and {fake_id} is on record.")
            writing.count_change(connection)

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

        Raises: ReferenceNotFound; PictureMissing when the original is missing too, or never was here.
        """
        with self.database.reading() as connection:
            stored = reading.read_stored(connection, reference_id)
        try:
            pixels = decode_rendition(self.pictures.rendition_path(stored.sha256).read_bytes())
        except OSError:
            pixels = None
        return self.pictures.restore_rendition(stored) if pixels is None else pixels

    def has_rendition(self, reference_id: str) -> bool:
        """Whether there is a picture to lay over; not so for what a pack brought. Raises: ReferenceNotFound."""
        with self.database.reading() as connection:
            stored = reading.read_stored(connection, reference_id)
        paths = [self.pictures.rendition_path(stored.sha256)]
        if stored.has_original:
            paths.append(self.pictures.original_path(stored))
        return any(path.is_file() for path in paths)

    def original(self, reference_id: str) -> bytes:
        """The file as it was imported. Raises: ReferenceNotFound, PictureMissing; LibraryError."""
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

    def doubts(self) -> list[LibraryProblem]:
        """What a moderator should look at: places that do not fit their tier, and pictures of a title held twice."""
        return list(find_doubts(self.database))

    def title_coverage(self, title: str) -> TitleCoverage:
        """How many active references of a title there are, of what trust and age, give or take case or year."""
        with self.database.reading() as connection:
            return read_title_coverage(connection, title)

    def coverage(self) -> tuple[LibraryCoverage, tuple[TitleCoverage, ...]]:
        """How well titles are covered: as a whole, and each by name. Reads every row."""
        with self.database.reading() as connection:
            return read_coverage(connection, datetime.now(UTC)), read_all_titles(connection)

    def rebuild(self, progress: Callable[[int, int], None] | None = None) -> list[LibraryProblem]:
        """Measure every reference anew from its original; gives those that could not be.

        What is done stays done when it is stopped. progress: done, and of how many. Raises: WorkersKeepDying too.
        """
        return rebuild_library(self.database, self.pictures, progress)
