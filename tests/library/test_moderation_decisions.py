"""Reports are decided, decisions show in the library at once, and every one of them can be taken back."""

import os
import shutil
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.errors import (
    AlreadyDecided,
    PictureNotKept,
    ReferenceNotFound,
    ReportNotFound,
    ReportsFull,
    TooLittleDetail,
    WrongUse,
)
from app.library.add import ImportOptions, NewReference, add_references
from app.library.library import DATABASE_NAME, Library
from app.library.moderation import report_store as store
from app.library.moderation.moderation import Moderation
from app.library.moderation.values import Acceptance, Action, ReportKind, ReportState, Ruling
from app.model.reference import Label, Provenance, Reference, ReferenceState, Tier
from tests.library.conftest import draw_picture
from tests.library.reporting import make_report, saved

FAKE = Acceptance(Label.KNOWN_FAKE, title="Purple Hearts 2", note="made up", page_url="https://example.org/debunk")


@pytest.fixture
def moderation(library: Library) -> Moderation:
    return Moderation(library.database, library.pictures)


def active(library: Library) -> list[Reference]:
    return list(library.active_keys().values())


def add(library: Library, data: bytes, label: Label, **described: object) -> Reference:
    new = NewReference(data, label, **described)  # type: ignore[arg-type]
    assert add_references(library, [new], ImportOptions(jobs=1)).problems == ()
    return library.references().items[-1]


def test_an_accepted_report_is_a_reference_and_undone_it_is_none(library: Library, moderation: Moderation) -> None:
    report = moderation.report(make_report(1))
    assert (report.state, active(library)) == (ReportState.OPEN, [])
    before = library.version()
    entry = moderation.accept(report.id, FAKE, "Ann")
    assert library.version() > before, "running servers notice"
    (made,) = active(library)
    assert (made.label, made.tier, made.title) == (Label.KNOWN_FAKE, Tier.K, "Purple Hearts 2")
    assert made.provenance == Provenance(source="moderation", page_url="https://example.org/debunk", note="made up")
    assert library.fingerprint(made.id).sha256 == make_report(1).sha256
    decided = moderation.get(report.id)
    assert (decided.state, decided.decided_by, bool(decided.decided_at)) == (ReportState.ACCEPTED, "Ann", True)

    moderation.undo(entry.id, "Bob")
    assert active(library) == []
    assert list(library.pictures.all_files()) == []
    again = moderation.get(report.id)
    assert (again.state, again.decided_by) == (ReportState.OPEN, "")
    moderation.accept(report.id, FAKE, "Bob")
    assert [reference.id for reference in active(library)] == [made.id]


def test_undoing_gives_the_report_its_picture_back(library: Library, moderation: Moderation) -> None:
    report = moderation.report(make_report(1))
    entry = moderation.accept(report.id, FAKE, "Ann")
    backdate(library, "decided_at", 8)
    assert moderation.sweep() == 1
    assert moderation.picture(report.id) is None
    moderation.undo(entry.id, "Ann")
    assert moderation.picture(report.id) == make_report(1).picture


def test_accepting_what_is_there_already_leaves_it_there_when_undone(library: Library, moderation: Moderation) -> None:
    picture = make_report(1).picture
    assert picture is not None
    known = add(library, picture, Label.KNOWN_FAKE, title="Purple Hearts", provenance=Provenance(source="list"))
    library.set_state(known.id, ReferenceState.DISABLED)
    report = moderation.report(make_report(1))
    entry = moderation.accept(report.id, FAKE, "Ann")
    now = library.get(known.id)
    assert (now.state, now.title, now.provenance.source) == (ReferenceState.ACTIVE, "Purple Hearts 2", "list")
    assert now.provenance.page_url == "https://example.org/debunk"
    assert library.provenances(known.id)[0].provenance.page_url == "https://example.org/debunk"
    moderation.undo(entry.id, "Ann")
    back = library.get(known.id)
    assert (back.state, back.title) == (ReferenceState.DISABLED, "Purple Hearts")
    assert back.provenance == known.provenance
    assert library.provenances(known.id)[0].provenance == known.provenance


def test_a_demo_library_keeps_its_pictures_beside_an_accepted_one(demo_home: Path, tmp_path: Path) -> None:
    with Library.open(Path(shutil.copytree(demo_home, tmp_path / "demo"))) as library:
        before = library.summary()
        moderation = Moderation(library.database, library.pictures)
        moderation.accept(moderation.report(make_report(1)).id, FAKE, "Ann")
        assert (library.summary().references, library.summary().demo) == (before.references + 1, True)
        add(library, saved(draw_picture(2)), Label.OFFICIAL)
        assert {reference.sha256 for reference in active(library)} >= {make_report(1).sha256}
        assert (library.summary().references, library.summary().demo) == (2, False)


def test_an_official_picture_can_be_accepted_too(library: Library, moderation: Moderation) -> None:
    report = moderation.report(make_report(1, kind=ReportKind.WRONG_VERDICT))
    moderation.accept(report.id, Acceptance(Label.OFFICIAL, tier=Tier.A), "Ann")
    (made,) = active(library)
    assert (made.label, made.tier) == (Label.OFFICIAL, Tier.A)


@pytest.mark.parametrize(
    "how",
    [
        Acceptance(Label.KNOWN_FAKE, page_url="javascript:alert(1)"),
        Acceptance(Label.OFFICIAL, tier=Tier.K),
    ],
)
def test_a_senseless_acceptance_leaves_the_report_open(
    library: Library, moderation: Moderation, how: Acceptance
) -> None:
    report = moderation.report(make_report(1))
    with pytest.raises(WrongUse):
        moderation.accept(report.id, how, "Ann")
    assert (moderation.get(report.id).state, active(library)) == (ReportState.OPEN, [])


def test_a_picture_that_was_not_left_cannot_be_accepted(library: Library, moderation: Moderation) -> None:
    report = moderation.report(make_report(1, picture=None))
    with pytest.raises(PictureNotKept):
        moderation.accept(report.id, FAKE, "Ann")
    assert not (library.home / "reports").exists()


def test_rejecting_changes_nothing_in_the_library(library: Library, moderation: Moderation) -> None:
    report = moderation.report(make_report(1))
    before = library.version()
    entry = moderation.reject(report.id, "it is fine", "Ann")
    assert (library.version(), active(library)) == (before, [])
    assert moderation.get(report.id).state is ReportState.REJECTED
    assert moderation.decision(report.id) == entry
    moderation.undo(entry.id, "Ann")
    assert moderation.get(report.id).state is ReportState.OPEN


def test_a_report_is_decided_once(library: Library, moderation: Moderation) -> None:
    report = moderation.report(make_report(1))
    entry = moderation.reject(report.id, "", "Ann")
    with pytest.raises(AlreadyDecided):
        moderation.accept(report.id, FAKE, "Bob")
    assert list(library.pictures.all_files()) == [], "what was made ready for it is gone again"
    moderation.undo(entry.id, "Bob")
    with pytest.raises(AlreadyDecided):
        moderation.undo(entry.id, "Bob")


def test_the_same_report_twice_is_one(moderation: Moderation) -> None:
    first = moderation.report(make_report(1))
    assert moderation.report(make_report(1, comment="again")).id == first.id
    other = moderation.report(make_report(1, kind=ReportKind.WRONG_VERDICT))
    assert other.id != first.id
    assert moderation.counts()[ReportState.OPEN] == 2


def test_reports_come_in_pages_oldest_first(moderation: Moderation) -> None:
    ids = [moderation.report(make_report(seed, picture=None)).id for seed in range(5)]
    seen: list[str] = []
    after: int | None = 0
    while after is not None:
        page = moderation.reports(ReportState.OPEN, after=after, limit=2)
        assert page.total == 5
        seen += [report.id for report in page.items]
        after = page.next_cursor
    assert seen == ids
    for report_id in ids[:3]:
        moderation.reject(report_id, "", "Ann")
    assert [report.id for report in moderation.reports(ReportState.REJECTED).items] == ids[2::-1]
    assert [report.id for report in moderation.reports().items] == ids[::-1]


def test_too_many_or_too_long_is_refused(moderation: Moderation, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(WrongUse, match="1000"):
        moderation.report(make_report(1, comment="x" * 1001))
    monkeypatch.setattr(store, "MAX_PICTURE_BYTES", 100)
    with pytest.raises(ReportsFull, match="without the picture"):
        moderation.report(make_report(1))
    moderation.report(make_report(1, picture=None))
    monkeypatch.setattr(store, "MAX_WAITING", 1)
    with pytest.raises(ReportsFull):
        moderation.report(make_report(2, picture=None))


def test_unknown_ids_are_errors(moderation: Moderation) -> None:
    report = moderation.report(make_report(1))
    with pytest.raises(ReportNotFound):
        moderation.reject("p_nothing", "", "Ann")
    with pytest.raises(ReportNotFound):
        moderation.undo(99, "Ann")
    with pytest.raises(ReferenceNotFound):
        moderation.mark_false_match(report.id, "r_nothing", "", "Ann")
    assert moderation.get(report.id).state is ReportState.OPEN
    assert moderation.log().items == ()


def backdate(library: Library, column: str, days: int) -> None:
    """As if that had happened so many days ago."""
    then = (datetime.now(UTC) - timedelta(days=days)).isoformat(timespec="seconds")
    with closing(sqlite3.connect(library.home / DATABASE_NAME)) as raw:
        raw.execute(f"UPDATE reports SET {column} = ?", (then,))
        raw.commit()


@pytest.mark.parametrize(("column", "days", "gone"), [("created_at", 89, False), ("created_at", 91, True)])
def test_pictures_leave_after_ninety_days(
    library: Library, moderation: Moderation, column: str, days: int, gone: bool
) -> None:
    report = moderation.report(make_report(1))
    backdate(library, column, days)
    moderation.sweep()
    assert (moderation.picture(report.id) is None) is gone
    assert list((library.home / "reports").iterdir()) == [] if gone else True
    assert moderation.get(report.id).state is ReportState.OPEN


@pytest.mark.parametrize(("days", "gone"), [(6, False), (8, True)])
def test_pictures_leave_a_week_after_the_decision(
    library: Library, moderation: Moderation, days: int, gone: bool
) -> None:
    report = moderation.report(make_report(1))
    moderation.reject(report.id, "", "Ann")
    backdate(library, "decided_at", days)
    moderation.sweep()
    assert (moderation.picture(report.id) is None) is gone


def test_a_file_that_a_killed_process_left_is_swept(library: Library, moderation: Moderation) -> None:
    kept = moderation.report(make_report(1))
    left = library.home / "reports" / "p_neverrecorded.picture"
    left.write_bytes(b"x")
    moderation.sweep()
    assert left.exists(), "another process may be about to record it"
    old = time.time() - 4000
    for path in left.parent.iterdir():
        os.utime(path, (old, old))
    assert moderation.sweep() == 1
    assert not left.exists()
    assert moderation.picture(kept.id) is not None


def test_conflicts_are_settled_and_unsettled(library: Library, moderation: Moderation) -> None:
    picture = saved(draw_picture(1))
    official = add(library, picture, Label.OFFICIAL)
    moderation.accept(moderation.report(make_report(1)).id, FAKE, "Ann")
    (conflict,) = library.conflicts()
    assert (conflict.official_id, conflict.same_file) == (official.id, True)
    entry = moderation.settle(official.id, conflict.fake_id, Ruling.OFFICIAL_IS_RIGHT, "Ann")
    assert library.conflicts() == ()
    assert library.get(conflict.fake_id).state is ReferenceState.DISABLED
    with pytest.raises(AlreadyDecided):
        moderation.settle(official.id, conflict.fake_id, Ruling.FAKE_IS_RIGHT, "Bob")
    moderation.undo(entry.id, "Ann")
    assert len(library.conflicts()) == 1
    assert library.get(conflict.fake_id).state is ReferenceState.ACTIVE
    moderation.settle(official.id, conflict.fake_id, Ruling.BOTH_STAY, "Ann")
    assert len(active(library)) == 2
    with pytest.raises(ReferenceNotFound):
        moderation.settle("r_none", conflict.fake_id, Ruling.BOTH_STAY, "Ann")


def test_adding_changing_and_removing_a_reference(library: Library, moderation: Moderation) -> None:
    place = Provenance(source="press", page_url="https://example.org/")
    new = NewReference(saved(draw_picture(4)), Label.OFFICIAL, title="A Film", tier=Tier.A, provenance=place)
    added = moderation.add(new, ImportOptions().limits, "Ann")
    assert added.reference_id is not None
    changed = moderation.change(added.reference_id, {"title": "Another Film", "state": "disabled"}, "Ann")
    now = library.get(added.reference_id)
    assert (now.title, now.state) == ("Another Film", ReferenceState.DISABLED)
    with pytest.raises(WrongUse):
        moderation.change(added.reference_id, {"page_url": "ftp://example.org"}, "Ann")
    moderation.undo(changed.id, "Bob")
    assert library.get(added.reference_id).title == "A Film"
    removed = moderation.remove(added.reference_id, "Ann")
    assert library.references().items == ()
    assert list(library.pictures.all_files()) == []
    with pytest.raises(WrongUse):
        moderation.undo(removed.id, "Ann")
    with pytest.raises(ReferenceNotFound):
        moderation.remove(added.reference_id, "Ann")


def test_undoing_leaves_later_changes_alone(library: Library, moderation: Moderation) -> None:
    reference = add(library, saved(draw_picture(4)), Label.OFFICIAL, title="One")
    first = moderation.change(reference.id, {"title": "Two", "note": "x"}, "Ann")
    moderation.change(reference.id, {"title": "Three"}, "Bob")
    moderation.undo(first.id, "Ann")
    now = library.get(reference.id)
    assert (now.title, now.provenance.note) == ("Three", "")


def test_a_picture_that_cannot_be_a_reference_is_refused(library: Library, moderation: Moderation) -> None:
    with pytest.raises((WrongUse, TooLittleDetail)):
        moderation.add(NewReference(b"no picture", Label.OFFICIAL), ImportOptions().limits, "Ann")
    assert (active(library), moderation.log().items) == ([], ())


def test_the_log_tells_everything_newest_first(library: Library, moderation: Moderation) -> None:
    report = moderation.report(make_report(1))
    accepted = moderation.accept(report.id, FAKE, "Ann")
    moderation.undo(accepted.id, "Bob")
    moderation.reject(report.id, "not a fake", "Bob")
    page = moderation.log(limit=2)
    assert [(entry.action, entry.actor) for entry in page.items] == [(Action.REJECT, "Bob"), (Action.UNDO, "Bob")]
    (last,) = moderation.log(before=page.next_cursor).items
    assert (last.action, last.undone_by, last.can_be_undone) == (Action.ACCEPT, page.items[1].id, False)
    assert last.details["title"] == "Purple Hearts 2"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_log SET actor = 'Nobody'",
        "DELETE FROM audit_log",
        "INSERT OR REPLACE INTO audit_log (id, at, actor, action, details) VALUES (1, '', 'Nobody', 'reject', '{}')",
    ],
)
def test_the_log_only_grows(library: Library, moderation: Moderation, statement: str) -> None:
    moderation.reject(moderation.report(make_report(1)).id, "", "Ann")
    with closing(sqlite3.connect(library.home / DATABASE_NAME)) as raw:
        with pytest.raises(sqlite3.IntegrityError, match="only grows"):
            raw.execute(statement)
        raw.rollback()
    assert [entry.actor for entry in moderation.log().items] == ["Ann"]


_DECIDE = """
import sys
from pathlib import Path
from app.library.library import Library
from app.library.moderation.moderation import Moderation
from app.library.moderation.values import Acceptance
from app.model.reference import Label
with Library.open(Path(sys.argv[1])) as library:
    moderation = Moderation(library.database, library.pictures)
    while True:
        entry = moderation.accept(sys.argv[2], Acceptance(Label.KNOWN_FAKE), "Ann")
        moderation.undo(entry.id, "Ann")
        print("once", flush=True)
"""


def test_a_killed_process_leaves_a_decision_whole_or_not_made(
    home: Path, start_python: Callable[..., object], moderation: Moderation, library: Library
) -> None:
    report = moderation.report(make_report(1))
    for round_ in range(3):
        process = start_python(_DECIDE, home, report.id)
        assert process.stdout.readline() == "once\n"  # type: ignore[attr-defined]
        time.sleep(0.02 + 0.05 * round_)
        process.kill()  # type: ignore[attr-defined]
        process.wait()  # type: ignore[attr-defined]
        accepted = moderation.get(report.id).state is ReportState.ACCEPTED
        assert len(active(library)) == int(accepted)
        decision = moderation.decision(report.id)
        assert accepted == (decision is not None and decision.action is Action.ACCEPT)
        assert moderation.picture(report.id) is not None
        if accepted:
            assert library.original(active(library)[0].id) == make_report(1).picture
            assert decision is not None
            moderation.undo(decision.id, "Ann")
    assert len(moderation.log().items) >= 6
