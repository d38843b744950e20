"""Takes reports in, gives them out again, and lets their pictures go in time."""

import secrets
from datetime import UTC, datetime, timedelta

from app.errors import LibraryError, ReportsFull, WrongUse
from app.library.database import Database
from app.library.moderation.audit import now
from app.library.moderation.report_pictures import ReportPictures
from app.library.moderation.report_rows import (
    count_by_state,
    count_waiting,
    find_same,
    ids_with_overdue_pictures,
    ids_with_pictures,
    insert_report,
    read_report,
    read_reports,
    set_picture_bytes,
)
from app.library.moderation.values import MAX_COMMENT, NewReport, ReportKind, ReportPage, ReportState, UserReport
from app.library.pictures import PictureFiles

# How long a reporter's picture is kept at most, and how long after the decision, so that it can be taken back.
PICTURE_DAYS = 90
UNDO_DAYS = 7
# More than anybody reads: past these somebody floods the store.
MAX_WAITING = 5000
MAX_PICTURE_BYTES = 4 * 2**30


class ReportStore:
    """Works on one library. Thread-safe, and several processes may do so at once. Any method may raise LibraryError."""

    def __init__(self, database: Database, pictures: PictureFiles) -> None:
        self._database = database
        self._files = pictures
        self._pictures = ReportPictures(pictures.home)

    def report(self, new: NewReport) -> UserReport:
        """Take a report in; the same of the same check is the report that there is already.

        Raises: WrongUse (comment too long), ReportsFull.
        """
        if len(new.comment) > MAX_COMMENT:
            raise WrongUse(f"The comment may have at most {MAX_COMMENT} characters.")
        with self._database.reading() as connection:
            same = find_same(connection, new.check_id, new.kind)
            waiting, kept = count_waiting(connection)
        if same is not None:
            return same
        if waiting >= MAX_WAITING:
            raise ReportsFull("So many reports wait for a moderator that no more are taken at the moment.")
        if new.picture is not None and kept + len(new.picture) > MAX_PICTURE_BYTES:
            raise ReportsFull("There is no room for more pictures; please report it without the picture.")
        return self._store(new)

    def get(self, report_id: str) -> UserReport:
        """Raises: ReportNotFound."""
        with self._database.reading() as connection:
            return read_report(connection, report_id)

    def of_check(self, check_id: str) -> tuple[UserReport, ...]:
        """What was reported of a check: at most one report of each kind."""
        with self._database.reading() as connection:
            found = (find_same(connection, check_id, kind) for kind in ReportKind)
            return tuple(report for report in found if report is not None)

    def reports(self, state: ReportState | None = None, *, after: int = 0, limit: int = 20) -> ReportPage:
        """Those that wait come oldest first, decided ones newest first. after: `next_cursor` of the page before."""
        with self._database.reading() as connection:
            return read_reports(connection, state, after, limit)

    def counts(self) -> dict[ReportState, int]:
        """How many reports are in each state."""
        with self._database.reading() as connection:
            return count_by_state(connection)

    def picture(self, report_id: str) -> bytes | None:
        """The file that the reporter left; None when there is none, or its time is over. Raises: ReportNotFound."""
        return self._pictures.read(report_id) if self.get(report_id).picture_bytes else None

    def sweep(self) -> int:
        """Delete pictures of reports whose time is over, and files that belong to none. Returns how many."""
        today = datetime.now(UTC)
        created, decided = (
            (today - timedelta(days=days)).isoformat(timespec="seconds") for days in (PICTURE_DAYS, UNDO_DAYS)
        )
        with self._database.reading() as connection:
            overdue = ids_with_overdue_pictures(connection, created, decided)
        if overdue:
            with self._database.writing() as connection:
                set_picture_bytes(connection, overdue, 0)
            for report_id in overdue:
                self._pictures.remove(report_id)
        with self._database.reading() as connection:
            stray = list(self._pictures.unrecorded(ids_with_pictures(connection)))
        for path in stray:
            path.unlink(missing_ok=True)
        return len(overdue) + len(stray)

    def _store(self, new: NewReport) -> UserReport:
        report_id = f"p_{secrets.token_urlsafe(12)}"
        if new.picture is not None:
            try:
                self._pictures.write(report_id, new.picture)
            except OSError as error:
                raise LibraryError(f"The picture cannot be stored: {error.strerror or error}.") from error
        with self._database.writing() as connection:
            same = find_same(connection, new.check_id, new.kind)
            if same is None:
                insert_report(connection, report_id, new, now())
                return read_report(connection, report_id)
        self._pictures.remove(report_id)
        return same
