"""What moderators do: decide reports, settle conflicts, change the library, take any of it back, and read the log.

Every decision and its line in the log are one transaction: a process that is killed leaves both or neither.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from app.errors import AlreadyDecided, LibraryError, PictureNotKept, PostercheckError, WrongUse
from app.imaging.load import ImageLimits
from app.library.likeness import relate_new
from app.library.moderation.audit import NewEntry, now, read_decision, read_entries, read_entry, write_entry
from app.library.moderation.enter import (
    Details,
    change_reference,
    enter_reference,
    take_back_change,
    take_back_entering,
)
from app.library.moderation.false_matches import delete_false_match, insert_false_match
from app.library.moderation.report_rows import read_open_report, set_picture_bytes, set_state
from app.library.moderation.report_store import PICTURE_DAYS, ReportStore
from app.library.moderation.settle import settle, take_back_settling
from app.library.moderation.values import (
    Acceptance,
    Action,
    AuditEntry,
    AuditPage,
    ReportState,
    Ruling,
)
from app.library.new_reference import NewReference, find_objection
from app.library.pictures import NO_LIMITS, StoredPicture
from app.library.prepare import Prepared, PrepareTask, Refused, prepare
from app.library.reading import read_reference
from app.library.writing import count_change, delete_reference, release_files
from app.model.reference import Provenance

# What a moderator added names its source as this.
SOURCE = "moderation"
# How often files may vanish between being written and being recorded, before something else must be wrong.
_ATTEMPTS = 3


class Moderation(ReportStore):
    """What moderators can do with one library, on top of the reports that it holds."""

    def decision(self, report_id: str) -> AuditEntry | None:
        """The last thing that was done about a report."""
        with self._database.reading() as connection:
            return read_decision(connection, report_id)

    def log(self, *, before: int | None = None, limit: int = 50) -> AuditPage:
        """What moderators did, newest first. before: `next_cursor` of the page before."""
        with self._database.reading() as connection:
            return read_entries(connection, before, limit)

    def entry(self, entry_id: int) -> AuditEntry:
        """One line of the log. Raises: ReportNotFound."""
        with self._database.reading() as connection:
            return read_entry(connection, entry_id)

    def accept(self, report_id: str, how: Acceptance, actor: str) -> AuditEntry:
        """Put the reported picture into the library; the next check of any process finds it.

        Raises: ReportNotFound, AlreadyDecided, PictureNotKept, WrongUse (what it is to be described as).
        """
        picture = self.picture(report_id)
        if picture is None:
            raise PictureNotKept(
                "The picture of this report is not there; add it with `postercheck library add` if you have it."
            )
        place = Provenance(source=SOURCE, page_url=how.page_url, note=how.note)
        new = NewReference(picture, how.label, title=how.title, tier=how.tier, provenance=place)

        def decide(connection: Connection, prepared: Prepared) -> AuditEntry:
            read_open_report(connection, report_id)
            reference_id, details = enter_reference(connection, new, prepared)
            details = {**details, "label": how.label.value, "title": how.title, "note": how.note}
            entry = NewEntry(actor, Action.ACCEPT, report_id, reference_id, details)
            return self._decide(connection, ReportState.ACCEPTED, entry)

        return self._enter(new, NO_LIMITS, decide)

    def reject(self, report_id: str, note: str, actor: str) -> AuditEntry:
        """Leave everything as it is. Raises: ReportNotFound, AlreadyDecided."""
        with self._database.writing() as connection:
            read_open_report(connection, report_id)
            entry = NewEntry(actor, Action.REJECT, report_id, details={"note": note})
            return self._decide(connection, ReportState.REJECTED, entry)

    def mark_false_match(self, report_id: str, reference_id: str, note: str, actor: str) -> AuditEntry:
        """Never match the reported picture with that reference again.

        Raises: ReportNotFound, AlreadyDecided, ReferenceNotFound.
        """
        with self._database.writing() as connection:
            report = read_open_report(connection, report_id)
            read_reference(connection, reference_id)
            added = insert_false_match(connection, report.sha256, report.perceptual_hash, reference_id, now())
            details = {"added": added, "sha256": report.sha256, "note": note}
            entry = NewEntry(actor, Action.FALSE_MATCH, report_id, reference_id, details)
            count_change(connection)
            return self._decide(connection, ReportState.FALSE_MATCH, entry)

    def settle(self, official_id: str, fake_id: str, ruling: Ruling, actor: str) -> AuditEntry:
        """Decide about a picture that has both labels. Raises: ReferenceNotFound, AlreadyDecided."""
        with self._database.writing() as connection:
            details = settle(connection, official_id, fake_id, ruling)
            count_change(connection)
            return write_entry(connection, NewEntry(actor, Action.SETTLE, None, details["disabled"], details))

    def add(self, new: NewReference, limits: ImageLimits, actor: str) -> AuditEntry:
        """Add a reference that nobody reported. Raises: WrongUse, UnreadableImage."""

        def decide(connection: Connection, prepared: Prepared) -> AuditEntry:
            reference_id, details = enter_reference(connection, new, prepared)
            details = {**details, "label": new.label.value, "title": new.title, "note": new.provenance.note}
            return write_entry(connection, NewEntry(actor, Action.ADD, None, reference_id, details))

        return self._enter(new, limits, decide)

    def change(self, reference_id: str, changes: Mapping[str, Any], actor: str) -> AuditEntry:
        """Describe a reference anew (columns of CHANGEABLE). Raises: ReferenceNotFound, WrongUse."""
        with self._database.writing() as connection:
            details = change_reference(connection, reference_id, changes)
            count_change(connection)
            return write_entry(connection, NewEntry(actor, Action.CHANGE, None, reference_id, details))

    def remove(self, reference_id: str, actor: str) -> AuditEntry:
        """Delete a reference and its picture, which cannot be undone. Raises: ReferenceNotFound."""
        with self._database.writing() as connection:
            gone = read_reference(connection, reference_id)
            stored = delete_reference(connection, reference_id)
            details = {"label": gone.label.value, "title": gone.title, "sha256": gone.sha256}
            count_change(connection)
            entry = write_entry(connection, NewEntry(actor, Action.REMOVE, None, reference_id, details))
        release_files(self._database, self._files, {stored})
        return entry

    def undo(self, entry_id: int, actor: str) -> AuditEntry:
        """Take a decision back; its report is open again. Raises: ReportNotFound, AlreadyDecided, WrongUse."""
        self._fetch_picture_back(self.entry(entry_id))
        released: StoredPicture | None = None
        with self._database.writing() as connection:
            entry = read_entry(connection, entry_id)
            if entry.undone_by is not None:
                raise AlreadyDecided("Somebody took this back already.")
            if not entry.can_be_undone:
                raise WrongUse("This cannot be taken back: the picture is gone, or it was itself an undoing.")
            released = _take_back(connection, entry)
            if entry.report_id is not None:
                set_state(connection, entry.report_id, ReportState.OPEN, "", "")
            if entry.action is not Action.REJECT:
                count_change(connection)
            undone = NewEntry(actor, Action.UNDO, entry.report_id, entry.reference_id, undoes=entry.id)
            written = write_entry(connection, undone)
        if released is not None:
            release_files(self._database, self._files, {released})
        return written

    def _decide(self, connection: Connection, state: ReportState, entry: NewEntry) -> AuditEntry:
        written = write_entry(connection, entry)
        assert entry.report_id is not None
        set_state(connection, entry.report_id, state, written.at, entry.actor)
        return written

    def _enter(
        self, new: NewReference, limits: ImageLimits, decide: Callable[[Connection, Prepared], AuditEntry]
    ) -> AuditEntry:
        """1. Make the picture ready. 2. Record it and the decision at once. 3. Hold it against the other label."""
        objection = find_objection(new)
        if objection is not None:
            raise WrongUse(objection)
        for _ in range(_ATTEMPTS):
            # 1.
            prepared = prepare(PrepareTask(new.picture, self._files.home, limits))
            if isinstance(prepared, Refused):
                raise WrongUse(prepared.text)
            # 2.
            try:
                with self._database.writing() as connection:
                    # A verification that runs meanwhile may have taken files without a row for nobody's.
                    if not self._files.complete(prepared.stored):
                        continue
                    entry = decide(connection, prepared)
                    count_change(connection)
            except PostercheckError:
                release_files(self._database, self._files, {prepared.stored})
                raise
            # 3.
            relate_new(self._database, self._files)
            return entry
        raise LibraryError(f"Files vanish from {self._files.home} while they are added; what else deletes there?")

    def _fetch_picture_back(self, entry: AuditEntry) -> None:
        """Before an accepted reference goes: give its report the picture back, so that it can be decided again."""
        if entry.action is not Action.ACCEPT or entry.undone_by is not None or entry.report_id is None:
            return
        report = self.get(entry.report_id)
        oldest = (datetime.now(UTC) - timedelta(days=PICTURE_DAYS)).isoformat(timespec="seconds")
        if self._pictures.read(report.id) is not None or report.created_at < oldest:
            return
        try:
            with self._database.reading() as connection:
                reference = read_reference(connection, entry.reference_id or "")
            found = next(self._files.originals.glob(f"{reference.sha256[:2]}/{reference.sha256}.*"))
            data = found.read_bytes()
            self._pictures.write(report.id, data)
        except (LibraryError, OSError, StopIteration):
            return
        with self._database.writing() as connection:
            set_picture_bytes(connection, [report.id], len(data))


def _take_back(connection: Connection, entry: AuditEntry) -> StoredPicture | None:
    details: Details = dict(entry.details)
    reference_id = entry.reference_id or ""
    match entry.action:
        case Action.ACCEPT | Action.ADD:
            return take_back_entering(connection, reference_id, details)
        case Action.CHANGE:
            take_back_change(connection, reference_id, details)
        case Action.SETTLE:
            take_back_settling(connection, details)
        case Action.FALSE_MATCH if details["added"]:
            delete_false_match(connection, details["sha256"], reference_id)
    return None
