"""Measures every reference anew from its original, for a version that measures in another way, or after damage.

The library's own fingerprints serve until all new ones are there; then they are exchanged in one transaction.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass

from sqlalchemy import delete, func, insert, select

from app.errors import LibraryError
from app.fingerprints.compute import FINGERPRINT_VERSION
from app.library.database import Database
from app.library.file_lock import try_file_lock
from app.library.pictures import NO_LIMITS, PictureFiles, StoredPicture
from app.library.prepare import Prepared, PrepareTask, Refused, prepare, prepare_pool
from app.library.problem import LibraryProblem
from app.library.rebuild_stage import Stage
from app.library.schema import fingerprints, references
from app.library.workers import WorkerDied, run_in_order
from app.library.writing import count_change
from app.model.fingerprint import Fingerprint

_PAGE_ROWS = 500
# A rebuild that is killed loses no more than this.
_BATCH_ROWS = 32
_BATCH_SECONDS = 1.0
_DIED = "Measuring this picture ended its worker process."
_WITHOUT_PICTURE = (
    f"It came in a pack, without its picture, measured by another version than {FINGERPRINT_VERSION}: "
    "load a pack of this version, or add the picture."
)


@dataclass(frozen=True, slots=True)
class _Job:
    key: int
    reference_id: str
    task: PrepareTask


def rebuild_library(
    database: Database, pictures: PictureFiles, progress: Callable[[int, int], None] | None = None
) -> list[LibraryProblem]:
    """Measure references in any state, and write renditions and fingerprints anew; gives those that could not be.

    What is measured stays measured when it is stopped: the next rebuild goes on there. `progress` is called in this
    thread with how many are done, and of how many. Raises: LibraryError (also when another rebuild is under way),
    WorkersKeepDying.
    """
    with try_file_lock(pictures.home / "rebuild.lock") as mine:
        if not mine:
            raise LibraryError("Another rebuild of this library is under way; wait until it is done.")
        with Stage(pictures.home) as stage:
            problems = _Rebuild(database, pictures, stage, progress).run()
            stage.remove()
    return problems


class _Rebuild:
    def __init__(
        self,
        database: Database,
        pictures: PictureFiles,
        stage: Stage,
        progress: Callable[[int, int], None] | None,
    ) -> None:
        self._database = database
        self._pictures = pictures
        self._stage = stage
        self._progress = progress
        self._problems: list[LibraryProblem] = []
        self._done = 0
        self._total = 0

    def run(self) -> list[LibraryProblem]:
        """1. Measure what is not measured yet. 2. Exchange the fingerprints."""
        # 1.
        with self._database.reading() as connection:
            with_picture = select(func.count()).select_from(references).where(references.c.extension != "")
            self._total = connection.scalar(with_picture) or 0
        self._measure()
        # 2.
        with self._database.writing() as connection:
            there = frozenset(connection.scalars(select(references.c.key)))
            for row in self._stage.rows():
                # What was removed meanwhile stays removed.
                if row["reference_key"] in there:
                    same = fingerprints.c.reference_key == row["reference_key"]
                    connection.execute(delete(fingerprints).where(same))
                    connection.execute(insert(fingerprints).values(**row))
            count_change(connection)
        return self._problems

    def _measure(self) -> None:
        ready: dict[int, Fingerprint] = {}
        kept_at = time.monotonic()
        with closing(run_in_order(_prepare, self._jobs(), prepare_pool())) as results:
            for job, result in results:
                if isinstance(result, Prepared):
                    ready[job.key] = result.fingerprint
                else:
                    told = _DIED if isinstance(result, WorkerDied) else result.text
                    self._refuse("not_measured", job.reference_id, told)
                if len(ready) >= _BATCH_ROWS or (ready and time.monotonic() - kept_at >= _BATCH_SECONDS):
                    self._stage.put(ready)
                    ready.clear()
                    kept_at = time.monotonic()
                self._advance()
        if ready:
            self._stage.put(ready)

    def _jobs(self) -> Iterator[_Job]:
        """All references, read in pages, so that writers are never kept waiting; the newest come while this runs."""
        columns = (references.c.key, references.c.id, references.c.sha256, references.c.extension)
        found = select(*columns, fingerprints.c.version).outerjoin(
            fingerprints, fingerprints.c.reference_key == references.c.key
        )
        staged = self._stage.keys()
        after = 0
        while True:
            page = found.where(references.c.key > after).order_by(references.c.key).limit(_PAGE_ROWS)
            with self._database.reading() as connection:
                rows = connection.execute(page).all()
            if not rows:
                return
            for key, reference_id, sha256, extension, version in rows:
                stored = StoredPicture(sha256, extension)
                if not stored.has_original:
                    if version != FINGERPRINT_VERSION:
                        self._refuse("not_measurable", reference_id, _WITHOUT_PICTURE)
                    continue
                if key in staged:
                    self._advance()
                    continue
                original = self._pictures.original_path(stored)
                task = PrepareTask(original, self._pictures.home, NO_LIMITS, replace=True, sha256=sha256)
                yield _Job(key, reference_id, task)
            after = rows[-1].key

    def _refuse(self, code: str, reference_id: str, reason: str) -> None:
        self._problems.append(LibraryProblem(code, reference_id, None, reason, fixed=False))

    def _advance(self) -> None:
        self._done += 1
        if self._progress is not None:
            self._progress(self._done, max(self._done, self._total))


def _prepare(job: _Job) -> Prepared | Refused:
    return prepare(job.task)
