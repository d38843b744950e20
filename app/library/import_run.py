"""One import: finds out which pictures are new, has those prepared, and writes them in small transactions.

Running the same import again goes on where it was stopped, because a file that the library knows is only hashed.
"""

import hashlib
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sized
from contextlib import closing
from dataclasses import dataclass
from enum import Enum, auto

from sqlalchemy import Connection

from app.errors import LibraryError, UnreadableImage
from app.fingerprints.compute import FINGERPRINT_VERSION
from app.library.database import Database
from app.library.import_summary import ImportOptions, ImportProblem, ImportProgress, ImportSummary
from app.library.likeness import relate_new
from app.library.new_reference import NewReference, find_objection
from app.library.pictures import PictureFiles, StoredPicture
from app.library.prepare import Prepared, PrepareTask, Refused, prepare, prepare_pool, read_picture, unreadable_file
from app.library.provenances import apply_change, plan_change
from app.library.reading import KnownReference, find_known, is_empty
from app.library.workers import WorkerDied, run_in_order
from app.library.writing import (
    count_change,
    delete_demo,
    insert_reference,
    make_reference_id,
    note_original,
    put_fingerprint,
    release_files,
)

# A killed import loses no more than this; a larger transaction would keep other writers waiting.
BATCH_ROWS = 32
BATCH_SECONDS = 1.0
# How often files may vanish between being written and being recorded, before something else must be wrong.
_ATTEMPTS = 3


class _Outcome(Enum):
    ADDED = auto()
    UPDATED = auto()
    UNCHANGED = auto()


@dataclass(frozen=True, slots=True)
class _Job:
    """An item on its way through a worker. first: no item before it in this run was the same file and label."""

    new: NewReference
    task: PrepareTask
    first: bool


@dataclass(frozen=True, slots=True)
class _Again:
    """An item that the library holds whole already, but describes differently. first: as of `_Job`."""

    key: int
    new: NewReference
    first: bool


def _prepare_job(job: _Job) -> Prepared | Refused:
    return prepare(job.task)


class ImportRun:
    """Good for one call of `run`. as_demo: the items are written all at once, and only if nothing is there."""

    def __init__(
        self,
        database: Database,
        pictures: PictureFiles,
        options: ImportOptions,
        progress: Callable[[ImportProgress], None] | None = None,
        *,
        as_demo: bool = False,
    ) -> None:
        self._database = database
        self._pictures = pictures
        self._options = options
        self._progress = progress
        self._as_demo = as_demo
        self._total: int | None = None
        self._counts: Counter[_Outcome] = Counter()
        self._problems: list[ImportProblem] = []
        self._done = 0
        # Reference ids: an item that comes twice must not change its row back and forth.
        self._seen: set[str] = set()
        self._ready: list[tuple[_Job, Prepared]] = []
        self._changes: list[_Again] = []
        self._written_at = time.monotonic()

    def run(self, items: Iterable[NewReference]) -> ImportSummary:
        """Settle every item. Raises: LibraryError (disk full, say), WorkersKeepDying; what was committed stays."""
        self._total = len(items) if isinstance(items, Sized) else None
        pool = prepare_pool(self._options.jobs)
        with closing(run_in_order(_prepare_job, self._jobs(items), pool)) as results:
            for job, result in results:
                self._take(job, result)
                self._write_if_due()
        self._write()
        relate_new(self._database, self._pictures)
        return ImportSummary(
            added=self._counts[_Outcome.ADDED],
            updated=self._counts[_Outcome.UPDATED],
            unchanged=self._counts[_Outcome.UNCHANGED],
            problems=tuple(self._problems),
        )

    def _jobs(self, items: Iterable[NewReference]) -> Iterator[_Job]:
        """The items that need work; the others are settled on the way."""
        for new in items:
            job = self._look_up(new)
            if job is not None:
                yield job
            else:
                self._settled(new)
            self._write_if_due()

    def _look_up(self, new: NewReference) -> _Job | None:
        objection = find_objection(new)
        if objection is not None:
            self._refuse(new, Refused("invalid_value", objection))
            return None
        try:
            data = read_picture(new.picture, self._options.limits)
        except UnreadableImage as error:
            self._refuse(new, Refused(error.code, str(error)))
            return None
        except OSError as error:
            self._refuse(new, unreadable_file(error))
            return None
        sha256 = hashlib.sha256(data).hexdigest()
        reference_id = make_reference_id(sha256, new.label)
        first = reference_id not in self._seen
        self._seen.add(reference_id)
        with self._database.reading() as connection:
            known = find_known(connection, sha256, new.label)
            whole = known is not None and self._is_whole(known)
            change = plan_change(connection, known.key, new, first=first) if known is not None and whole else None
        if known is None or change is None:
            task = PrepareTask(new.picture, self._pictures.home, self._options.limits)
            return _Job(new, task, first)
        if change:
            self._changes.append(_Again(known.key, new, first))
        else:
            self._counts[_Outcome.UNCHANGED] += 1
        return None

    def _is_whole(self, known: KnownReference) -> bool:
        # A demo reference is as good as unknown to a real import: adding it for real replaces the demo.
        return (
            known.demo == self._as_demo
            and known.fingerprint_version == FINGERPRINT_VERSION
            and self._pictures.complete(known.stored)
        )

    def _take(self, job: _Job, result: Prepared | Refused | WorkerDied) -> None:
        if isinstance(result, WorkerDied):
            result = Refused("worker_died", "Decoding or measuring this picture ended its worker process.")
        if isinstance(result, Refused):
            self._refuse(job.new, result)
        else:
            self._ready.append((job, result))
        self._settled(job.new)

    def _refuse(self, new: NewReference, refused: Refused) -> None:
        self._problems.append(ImportProblem(new.path, new.line, refused.code, refused.text))

    def _settled(self, new: NewReference) -> None:
        self._done += 1
        if self._progress is not None:
            self._progress(ImportProgress(self._done, self._total, new.path))

    def _write_if_due(self) -> None:
        rows = len(self._ready) + len(self._changes)
        late = time.monotonic() - self._written_at >= BATCH_SECONDS
        if not self._as_demo and (rows >= BATCH_ROWS or (rows and late)):
            self._write()

    def _write(self) -> None:
        """Commit what is ready. Files that another process removed meanwhile, as nobody's, are written again."""
        for _ in range(_ATTEMPTS):
            lost = self._commit()
            self._written_at = time.monotonic()
            if not lost:
                return
            for job in lost:
                result = _prepare_job(job)
                if isinstance(result, Refused):
                    self._refuse(job.new, result)
                else:
                    self._ready.append((job, result))
        raise LibraryError(f"Files vanish from {self._pictures.home} while they are added; what else deletes there?")

    def _commit(self) -> list[_Job]:
        """One transaction; gives the jobs whose files are gone."""
        if not self._ready and not self._changes:
            return []
        ready, changes = self._ready, self._changes
        self._ready, self._changes = [], []
        with self._database.writing() as connection:
            whole = [(job, result) for job, result in ready if self._pictures.complete(result.stored)]
            outcomes, released = self._write_rows(connection, whole, changes)
        self._counts.update(outcomes)
        release_files(self._database, self._pictures, released)
        present = {id(job) for job, _ in whole}
        return [job for job, _ in ready if id(job) not in present]

    def _write_rows(
        self,
        connection: Connection,
        whole: list[tuple[_Job, Prepared]],
        changes: list[_Again],
    ) -> tuple[list[_Outcome], set[StoredPicture]]:
        if self._as_demo and not is_empty(connection):
            return [_Outcome.UNCHANGED] * len(whole), set()
        released = delete_demo(connection) if whole and not self._as_demo else set()
        outcomes = [self._write_row(connection, job, prepared) for job, prepared in whole]
        outcomes += [_write_change(connection, again) for again in changes]
        if set(outcomes) != {_Outcome.UNCHANGED}:
            count_change(connection)
        return outcomes, released

    def _write_row(self, connection: Connection, job: _Job, prepared: Prepared) -> _Outcome:
        has_come = note_original(connection, prepared.stored)
        if insert_reference(connection, job.new, prepared, demo=self._as_demo):
            return _Outcome.ADDED
        known = find_known(connection, prepared.stored.sha256, job.new.label)
        if known is None:
            raise LibraryError(f"Another picture has the id that {job.new.path} would get.")
        outcome = _write_change(connection, _Again(known.key, job.new, job.first))
        if known.fingerprint_version != FINGERPRINT_VERSION:
            put_fingerprint(connection, known.key, prepared.fingerprint)
            return _Outcome.UPDATED
        return _Outcome.UPDATED if has_come else outcome


def _write_change(connection: Connection, again: _Again) -> _Outcome:
    # Planned once more, inside the transaction: an item before it may have brought the same place.
    change = plan_change(connection, again.key, again.new, first=again.first)
    apply_change(connection, again.key, change)
    return _Outcome.UPDATED if change.is_news else _Outcome.UNCHANGED
