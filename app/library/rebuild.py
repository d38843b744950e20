"""Measures every reference anew from its original, for a version that measures in another way, or after damage."""

import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass

from sqlalchemy import func, select

from app.library.database import Database
from app.library.pictures import NO_LIMITS, PictureFiles, StoredPicture
from app.library.prepare import Prepared, PrepareTask, Refused, prepare, prepare_pool
from app.library.problem import LibraryProblem
from app.library.schema import references
from app.library.workers import WorkerDied, run_in_order
from app.library.writing import count_change, put_fingerprint_if_there

_PAGE_ROWS = 500
# A rebuild that is killed loses no more than this; a larger transaction would keep other writers waiting.
_BATCH_ROWS = 32
_BATCH_SECONDS = 1.0
_DIED = "Measuring this picture ended its worker process."


@dataclass(frozen=True, slots=True)
class _Job:
    key: int
    reference_id: str
    task: PrepareTask


def rebuild_library(
    database: Database, pictures: PictureFiles, progress: Callable[[int, int], None] | None = None
) -> list[LibraryProblem]:
    """Measure references in any state, and write renditions and fingerprints anew; gives those that could not be.

    Rows are committed a few at a time, so what is done stays done when it is stopped. `progress` is called in this
    thread with how many are done, and of how many. Raises: LibraryError, WorkersKeepDying.
    """
    with database.reading() as connection:
        total = connection.scalar(select(func.count()).select_from(references)) or 0
    problems: list[LibraryProblem] = []
    ready: list[tuple[int, Prepared]] = []
    committed_at = time.monotonic()
    with closing(run_in_order(_prepare, _jobs(database, pictures), prepare_pool())) as results:
        for done, (job, result) in enumerate(results, start=1):
            if isinstance(result, Prepared):
                ready.append((job.key, result))
            else:
                reason = _DIED if isinstance(result, WorkerDied) else result.text
                problems.append(LibraryProblem("not_measured", job.reference_id, None, reason, fixed=False))
            if len(ready) >= _BATCH_ROWS or time.monotonic() - committed_at >= _BATCH_SECONDS:
                _commit(database, ready)
                committed_at = time.monotonic()
            if progress is not None:
                progress(done, max(done, total))
    _commit(database, ready)
    return problems


def _jobs(database: Database, pictures: PictureFiles) -> Iterator[_Job]:
    """All references, read in pages, so that writers are never kept waiting."""
    columns = (references.c.key, references.c.id, references.c.sha256, references.c.extension)
    after = 0
    while True:
        page = select(*columns).where(references.c.key > after).order_by(references.c.key).limit(_PAGE_ROWS)
        with database.reading() as connection:
            rows = connection.execute(page).all()
        if not rows:
            return
        for key, reference_id, sha256, extension in rows:
            original = pictures.original_path(StoredPicture(sha256, extension))
            task = PrepareTask(original, pictures.home, NO_LIMITS, replace=True, sha256=sha256)
            yield _Job(key, reference_id, task)
        after = rows[-1].key


def _prepare(job: _Job) -> Prepared | Refused:
    return prepare(job.task)


def _commit(database: Database, ready: list[tuple[int, Prepared]]) -> None:
    """One transaction for what is ready; what was removed meanwhile stays removed."""
    if not ready:
        return
    with database.writing() as connection:
        for key, prepared in ready:
            put_fingerprint_if_there(connection, key, prepared.fingerprint)
        count_change(connection)
    ready.clear()
