"""Adding pictures: again and again, good and bad, killed half way, and several processes at once."""

import os
import pathlib
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from app.errors import LibraryError
from app.imaging.load import ImageLimits
from app.library.add import ImportOptions, ImportProgress, ImportSummary, NewReference, add_references
from app.library.import_manifest import read_manifest
from app.library.library import Library
from app.library.prepare import prepare_pool
from app.library.workers import IN_FLIGHT
from app.model.reference import Label, Provenance, ReferenceState, Tier

IN_PROCESS = ImportOptions(jobs=1)

IMPORT = """
import sys
from pathlib import Path
from app.library.add import ImportOptions, add_references
from app.library.import_manifest import read_manifest
from app.library.library import Library
from app.library.prepare import prepare_pool
from app.library.workers import IN_FLIGHT

if __name__ == "__main__":
    home, manifest, jobs = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    with Library.open(home) as library:
        print(add_references(library, read_manifest(manifest).good, ImportOptions(jobs=jobs)).added)
"""

# Says so after 70 pictures, and waits there to be killed, its workers still running.
IMPORT_AND_HANG = """
import sys, time
from pathlib import Path
from app.library.add import ImportOptions, add_references
from app.library.import_manifest import read_manifest
from app.library.library import Library
from app.library.prepare import prepare_pool
from app.library.workers import IN_FLIGHT

def hang(progress):
    if progress.done == 70:
        print("half way", flush=True)
        time.sleep(600)

if __name__ == "__main__":
    with Library.open(Path(sys.argv[1])) as library:
        add_references(library, read_manifest(Path(sys.argv[2])).good, ImportOptions(jobs=2), hang)
"""


def contents(library: Library) -> list[tuple[Any, ...]]:
    """All that two libraries of the same import have in common: everything but the time."""
    return [
        (
            *(item.id, item.key, item.label, item.title, item.tier, item.provenance, item.width, item.height),
            fingerprint.perceptual_hash.bits.tobytes(),
            fingerprint.local_features.descriptors.tobytes(),
        )
        for (_, fingerprint), item in zip(library.fingerprints(), library.active_keys().values(), strict=True)
    ]


def test_importing_twice_changes_nothing(library: Library, make_manifest: Callable[..., Path]) -> None:
    rows = read_manifest(make_manifest(range(6))).good
    assert add_references(library, rows, IN_PROCESS) == ImportSummary(6, 0, 0, ())
    version, before = library.version(), contents(library)
    assert add_references(library, rows, IN_PROCESS) == ImportSummary(0, 0, 6, ())
    assert library.version() == version
    assert contents(library) == before


def test_workers_make_the_same_library_in_the_same_order(tmp_path: Path, make_manifest: Callable[..., Path]) -> None:
    rows = read_manifest(make_manifest(range(10))).good
    with Library.open(tmp_path / "one") as one, Library.open(tmp_path / "two") as two:
        add_references(one, rows, IN_PROCESS)
        assert add_references(two, rows, ImportOptions(jobs=2)).added == 10
        assert contents(one) == contents(two)
        assert [item.title for item in one.references().items] == [f"Title {n}" for n in range(10)]


def test_the_second_run_takes_less_than_a_tenth(library: Library, make_manifest: Callable[..., Path]) -> None:
    rows = read_manifest(make_manifest(range(12), size=(500, 750))).good
    took = []
    for _ in range(2):
        start = time.process_time()
        add_references(library, rows, IN_PROCESS)
        took.append(time.process_time() - start)
    assert took[1] < took[0] / 10


def test_changed_descriptions_are_taken_over(library: Library, draw: Callable[..., Path]) -> None:
    picture = draw(1)
    first = NewReference(picture, Label.OFFICIAL, "Old Title", language="en", provenance=Provenance(note="kept"))
    add_references(library, [first], IN_PROCESS)
    before, version = library.references().items[0], library.version()

    second = NewReference(picture, Label.OFFICIAL, "New Title", tier=Tier.B, provenance=Provenance(source="tmdb"))
    assert add_references(library, [second], IN_PROCESS) == ImportSummary(0, 1, 0, ())

    (after,) = library.references().items
    assert (after.id, after.key) == (before.id, before.key)
    assert (after.title, after.tier, after.language) == ("New Title", Tier.B, "en")
    assert (after.provenance.source, after.provenance.note) == ("tmdb", "kept")
    assert library.version() == version + 1
    assert library.summary("new title").of_this_title == 1
    assert library.summary("old title").of_this_title == 0
    assert add_references(library, [second], IN_PROCESS).unchanged == 1


def test_a_disabled_reference_stays_disabled(library: Library, draw: Callable[..., Path]) -> None:
    new = NewReference(draw(1), Label.OFFICIAL)
    add_references(library, [new], IN_PROCESS)
    library.set_state(library.references().items[0].id, ReferenceState.DISABLED)
    assert add_references(library, [new], IN_PROCESS).unchanged == 1
    assert library.references().items[0].state is ReferenceState.DISABLED


def test_copies_of_one_file_are_one_reference(library: Library, draw: Callable[..., Path]) -> None:
    copy = draw(1).with_name("copy.jpg")
    shutil.copy(draw(1), copy)
    items = [NewReference(draw(1), Label.OFFICIAL, "First"), NewReference(copy, Label.OFFICIAL, "Second")]
    assert add_references(library, items, IN_PROCESS) == ImportSummary(1, 0, 1, ())
    # Neither run lets the two take turns in naming it.
    assert add_references(library, items, IN_PROCESS) == ImportSummary(0, 0, 2, ())
    assert [item.title for item in library.references().items] == ["First"]


def test_bad_pictures_are_told_apart_and_good_ones_added(library: Library, draw: Callable[..., Path]) -> None:
    good = draw(1)
    folder = good.parent
    (folder / "words.jpg").write_text("no picture at all")
    (folder / "empty.jpg").write_bytes(b"")
    (folder / "cut.jpg").write_bytes(good.read_bytes()[:3000])
    (folder / "huge.jpg").write_bytes(b"\xff" * 300_000)
    Image.new("RGB", (200, 300), "navy").save(folder / "plain.png")
    Image.new("RGB", (20, 30)).save(folder / "tiny.png")
    names = ("words.jpg", "empty.jpg", "cut.jpg", "huge.jpg", "plain.png", "tiny.png", "missing.jpg")
    items = [
        NewReference(folder / name, Label.OFFICIAL, line=line, provenance=Provenance(path=f"art/{name}"))
        for line, name in enumerate(names, start=2)
    ]
    items.append(NewReference(good, Label.OFFICIAL))
    items.append(NewReference(good, Label.OFFICIAL, provenance=Provenance(page_url="javascript:alert(1)"), line=9))

    summary = add_references(library, items, ImportOptions(jobs=2, limits=ImageLimits(max_bytes=250_000)))

    assert (summary.added, summary.updated, summary.unchanged) == (1, 0, 0)
    assert {(problem.line, problem.path, problem.code) for problem in summary.problems} == {
        (2, "art/words.jpg", "not_an_image"),
        (3, "art/empty.jpg", "not_an_image"),
        (4, "art/cut.jpg", "image_truncated"),
        (5, "art/huge.jpg", "image_too_large"),
        (6, "art/plain.png", "too_little_detail"),
        (7, "art/tiny.png", "too_little_detail"),
        (8, "art/missing.jpg", "unreadable_file"),
        (9, str(good), "invalid_value"),
    }
    assert all(problem.text.endswith(".") for problem in summary.problems)
    assert library.verify() == []


def test_bytes_are_as_good_as_a_file(library: Library, draw: Callable[..., Path]) -> None:
    data = draw(1).read_bytes()
    new = NewReference(data, Label.KNOWN_FAKE, provenance=Provenance(path="upload.jpg"))
    assert add_references(library, [new], IN_PROCESS).added == 1
    (reference,) = library.references().items
    assert library.original(reference.id) == data
    assert reference.provenance.path == "upload.jpg"


def test_a_file_name_that_is_no_text_is_stored_all_the_same(library: Library, draw: Callable[..., Path]) -> None:
    strange = Path(os.fsdecode(os.fsencode(draw(1).parent) + b"/\xff\xfe.jpg"))
    shutil.copy(draw(1), strange)
    assert add_references(library, [NewReference(strange, Label.OFFICIAL)], IN_PROCESS).added == 1
    assert library.references().items[0].provenance.path.endswith("??.jpg")
    assert add_references(library, [NewReference(strange, Label.OFFICIAL)], IN_PROCESS).unchanged == 1


def test_progress_counts_every_item(library: Library, draw: Callable[..., Path]) -> None:
    items = [NewReference(draw(seed), Label.OFFICIAL) for seed in (1, 2, 1)]
    items.append(NewReference(draw(1).with_name("missing.jpg"), Label.OFFICIAL))
    seen: list[ImportProgress] = []
    add_references(library, items, IN_PROCESS, seen.append)
    assert [step.done for step in seen] == [1, 2, 3, 4]
    assert {step.total for step in seen} == {4}
    assert {Path(step.path).name for step in seen} == {"0001.jpg", "0002.jpg", "missing.jpg"}
    seen.clear()
    add_references(library, iter(items), IN_PROCESS, seen.append)
    assert {step.total for step in seen} == {None}


def test_items_are_drawn_only_as_needed(library: Library, draw: Callable[..., Path]) -> None:
    ahead = []

    def endless() -> Any:
        for seed in range(60):
            drawn.append(seed)
            yield NewReference(draw(seed, size=(100, 150)), Label.OFFICIAL)

    drawn: list[int] = []
    add_references(library, endless(), ImportOptions(jobs=2), lambda step: ahead.append(len(drawn) - step.done))
    assert max(ahead) <= max(2 * IN_FLIGHT, prepare_pool().few)


class DeadlyPath(pathlib.PosixPath):
    """A file that ends the worker process which opens it, as a broken decoder would."""

    def open(self, *arguments: Any, **options: Any) -> Any:
        import multiprocessing

        if multiprocessing.parent_process() is not None:
            os._exit(9)
        return super().open(*arguments, **options)


def test_a_picture_that_kills_workers_is_named_and_the_others_go_on(
    library: Library, draw: Callable[..., Path]
) -> None:
    items = [NewReference(draw(seed), Label.OFFICIAL) for seed in range(12)]
    items[5] = NewReference(DeadlyPath(draw(5)), Label.OFFICIAL, line=7)
    summary = add_references(library, items, ImportOptions(jobs=2))
    assert summary.added == 11
    (problem,) = summary.problems
    assert (problem.line, problem.code) == (7, "worker_died")
    assert problem.path == str(draw(5))


def test_what_was_committed_stays_when_the_disk_fails(library: Library, draw: Callable[..., Path]) -> None:
    items = [NewReference(draw(seed, size=(100, 150)), Label.OFFICIAL) for seed in range(40)]
    # A file stands where a folder is needed: the nearest thing to a failing disk that root cannot write through.
    import hashlib

    last = hashlib.sha256(draw(39, size=(100, 150)).read_bytes()).hexdigest()
    blocked = library.home / "pictures" / last[:2]
    shutil.rmtree(blocked, ignore_errors=True)
    blocked.write_text("in the way")
    stopped_at = next(
        number
        for number, new in enumerate(items)
        if hashlib.sha256(Path(str(new.picture)).read_bytes()).hexdigest()[:2] == last[:2]
    )
    with pytest.raises(LibraryError, match=r"cannot be stored.*run the same import again"):
        add_references(library, items, IN_PROCESS)
    assert library.summary().references == stopped_at // 32 * 32
    blocked.unlink()
    assert add_references(library, items, IN_PROCESS).problems == ()
    assert library.summary().references == 40
    assert library.verify() == []


FULL_DISK = (
    """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
"""
    + IMPORT
)


def test_a_database_that_cannot_grow_is_a_sentence(
    home: Path, make_manifest: Callable[..., Path], start_python: Callable[..., Any]
) -> None:
    manifest = make_manifest(range(12))
    process = start_python(FULL_DISK, home, manifest, 1)
    _, trouble = process.communicate(timeout=120)
    assert process.returncode == 1
    assert "app.errors.LibraryError: " in trouble
    with Library.open(home) as library:
        assert library.summary().references == 0
        assert add_references(library, read_manifest(manifest).good, IN_PROCESS).added == 12
        assert library.verify() == []


def test_a_killed_import_goes_on_where_it_was(
    home: Path, tmp_path: Path, make_manifest: Callable[..., Path], start_python: Callable[..., Any]
) -> None:
    manifest = make_manifest(range(100), size=(120, 180))
    process = start_python(IMPORT_AND_HANG, home, manifest)
    assert process.stdout.readline() == "half way\n"
    workers = children_of(process.pid)
    assert len(workers) >= 2
    process.kill()
    process.wait()
    wait_until_gone(workers)

    with Library.open(home) as library:
        committed = library.summary().references
        assert 32 <= committed <= 70
        summary = add_references(library, read_manifest(manifest).good, ImportOptions(jobs=2))
        assert (summary.added, summary.unchanged) == (100 - committed, committed)
        # All that a kill can leave is a file that was being written at that moment.
        assert {problem.code for problem in library.verify(fix=True)} <= {"temporary_file"}
        assert library.verify() == []
        with Library.open(tmp_path / "one run") as whole:
            add_references(whole, read_manifest(manifest).good, IN_PROCESS)
            assert contents(library) == contents(whole)


def test_two_processes_open_and_fill_a_new_home_at_once(
    home: Path, make_manifest: Callable[..., Path], start_python: Callable[..., Any]
) -> None:
    one = make_manifest(range(30), "one.csv", size=(120, 180))
    two = make_manifest(range(15, 45), "two.csv", size=(120, 180))
    processes = [start_python(IMPORT, home, manifest, 1) for manifest in (one, two, one)]
    added = 0
    for process in processes:
        output, trouble = process.communicate(timeout=120)
        assert process.returncode == 0, trouble
        added += int(output)
    assert added == 45
    with Library.open(home, create=False) as library:
        assert library.summary().references == 45
        assert {item.title for item in library.active_keys().values()} == {f"Title {n}" for n in range(45)}
        assert len(library.hashes()[0]) == 45
        assert library.verify() == []


def test_files_removed_between_preparing_and_recording_are_written_again(
    library: Library, draw: Callable[..., Path]
) -> None:
    # Another process takes the files for orphans just before their rows are committed.
    def remove_files(_: ImportProgress) -> None:
        with Library.open(library.home) as other:
            found.extend(problem.code for problem in other.verify(fix=True))

    found: list[str] = []
    assert add_references(library, [NewReference(draw(1), Label.OFFICIAL)], IN_PROCESS, remove_files).added == 1
    assert found == ["orphan_file", "orphan_file"]
    (reference,) = library.references().items
    assert library.original(reference.id) == draw(1).read_bytes()
    assert np.array_equal(library.rendition(reference.id).shape, (300, 200, 3))
    assert library.verify() == []


def test_importing_again_brings_lost_files_back(library: Library, draw: Callable[..., Path]) -> None:
    new = NewReference(draw(1), Label.OFFICIAL)
    add_references(library, [new], IN_PROCESS)
    shutil.rmtree(library.home / "pictures")
    shutil.rmtree(library.home / "renditions")
    assert add_references(library, [new], IN_PROCESS) == ImportSummary(0, 0, 1, ())
    assert library.verify() == []


def children_of(parent: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{parent}/task/{parent}/children").read_text().split()]


def wait_until_gone(processes: list[int]) -> None:
    deadline = time.monotonic() + 20
    while any(is_running(process) for process in processes):
        assert time.monotonic() < deadline, "workers outlived the import that was killed"
        time.sleep(0.05)


def is_running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False
