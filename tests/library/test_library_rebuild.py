"""A rebuild measures everything anew, keeps what it has done when it is stopped, and names what it cannot read."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from app.errors import LibraryError
from app.fingerprints.compute import FINGERPRINT_VERSION
from app.library import rebuild
from app.library.add import ImportOptions, NewReference, add_references
from app.library.library import DATABASE_NAME, Library
from app.library.rebuild_stage import count_staged, stage_path
from app.model.reference import Label, Reference, ReferenceState


@pytest.fixture
def references(library: Library, draw: Callable[..., Path]) -> tuple[Reference, ...]:
    """Four references, one of them disabled, as a version before this one measured them."""
    items = [NewReference(draw(seed), Label.OFFICIAL) for seed in range(4)]
    add_references(library, items, ImportOptions(jobs=1))
    found = library.references().items
    library.set_state(found[1].id, ReferenceState.DISABLED)
    with closing(sqlite3.connect(library.home / DATABASE_NAME)) as raw:
        raw.execute("UPDATE fingerprints SET version = version - 1, phash = zeroblob(32)")
        raw.commit()
    return tuple(found)


def test_everything_is_measured_as_an_import_would(library: Library, references: tuple[Reference, ...]) -> None:
    for path in library.pictures.renditions.rglob("*.jpg"):
        path.write_bytes(b"damaged")
    assert list(library.fingerprints()) == []
    version = library.version()
    seen: list[tuple[int, int]] = []
    assert library.rebuild(lambda done, total: seen.append((done, total))) == []
    assert seen == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert library.version() > version
    assert library.verify() == []
    assert [key for key, _ in library.fingerprints()] == [reference.key for reference in references]
    assert all(np.any(found.perceptual_hash.bits) for _, found in library.fingerprints())


def test_what_cannot_be_read_is_named_and_the_others_are_done(
    library: Library, references: tuple[Reference, ...], draw: Callable[..., Path]
) -> None:
    gone, _, changed, _ = references
    originals = {path.stem: path for path in library.pictures.originals.rglob("*.jpg")}
    originals[gone.sha256].unlink()
    originals[changed.sha256].write_bytes(draw(77).read_bytes())
    problems = library.rebuild()
    assert [(problem.code, problem.reference_id, problem.fixed) for problem in problems] == [
        ("not_measured", gone.id, False),
        ("not_measured", changed.id, False),
    ]
    assert "not what was imported" in problems[1].text
    assert len(list(library.fingerprints())) == 2


def test_what_was_committed_before_it_is_stopped_stays(
    library: Library, references: tuple[Reference, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rebuild, "_BATCH_ROWS", 2)

    def stop(done: int, _total: int) -> None:
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        library.rebuild(stop)
    assert count_staged(library.home) == 2
    measured: list[Path | bytes] = []
    prepare = rebuild.prepare
    monkeypatch.setattr(rebuild, "prepare", lambda task: (measured.append(task.picture), prepare(task))[1])
    assert library.rebuild() == []
    assert len(measured) == 2
    assert [key for key, _ in library.fingerprints()] == [reference.key for reference in references]
    assert count_staged(library.home) is None


@pytest.mark.parametrize("damage", ["stop", "garble", "version"])
def test_until_all_is_measured_the_old_fingerprints_stay(
    library: Library, references: tuple[Reference, ...], damage: str
) -> None:
    before, version = read_fingerprints(library), library.version()
    seen: list[bool] = []
    with pytest.raises(KeyboardInterrupt):
        library.rebuild(lambda done, _total: seen.append(read_fingerprints(library) == before) or stop_at(done, 4))
    assert seen == [True] * 4
    assert library.version() == version
    if damage == "garble":
        stage_path(library.home).write_bytes(b"no database" * 1000)
    elif damage == "version":
        with closing(sqlite3.connect(stage_path(library.home))) as raw:
            raw.execute("UPDATE staged SET version = version - 1, phash = zeroblob(32)")
            raw.commit()
    assert library.rebuild() == []
    assert library.version() == version + 1
    assert library.verify() == []
    assert all(np.any(found.perceptual_hash.bits) for _, found in library.fingerprints())


def test_two_rebuilds_do_not_run_at_once(library: Library, references: tuple[Reference, ...]) -> None:
    told: list[str] = []

    def again(_done: int, _total: int) -> None:
        with pytest.raises(LibraryError) as error:
            library.rebuild()
        told.append(str(error.value))

    assert library.rebuild(again) == []
    assert len(told) == 4
    assert all("under way" in text for text in told)


def test_the_old_version_finds_everything_while_the_next_one_rebuilds(
    library: Library, draw: Callable[..., Path]
) -> None:
    items = [NewReference(draw(seed), Label.OFFICIAL) for seed in range(12)]
    add_references(library, items, ImportOptions(jobs=1))
    keys = set(library.active_keys())
    command = [sys.executable, "-c", _REBUILD_AS_THE_NEXT_VERSION, library.home]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, **pipes, text=True) as process:
        while (count_staged(library.home) or 0) < 12:
            assert {key for key, _ in library.fingerprints()} == keys
            assert set(library.hashes()[0].tolist()) == keys
            assert process.poll() is None, process.communicate()
        assert {key for key, _ in library.fingerprints()} == keys
        out, error = process.communicate("go on\n", timeout=60)
    assert out.split() == ["12", str(FINGERPRINT_VERSION + 1)], error
    assert list(library.fingerprints()) == [], "the new version's are never handed to the old one"


# The last picture waits for a line, so that the other process can look before the exchange.
_REBUILD_AS_THE_NEXT_VERSION = """
import sys
from pathlib import Path
from app.fingerprints import compute

compute.FINGERPRINT_VERSION += 1

from app.library import rebuild, workers
from app.library.library import Library

rebuild._BATCH_ROWS = 1
rebuild.prepare_pool = lambda: workers.PoolOptions(1, few=100, max_deaths=1)
if __name__ == "__main__":
    with Library.open(Path(sys.argv[1])) as library:
        assert library.rebuild(lambda done, total: done == total and sys.stdin.readline()) == []
        print(len(list(library.fingerprints())), compute.FINGERPRINT_VERSION)
"""


def stop_at(done: int, when: int) -> None:
    if done == when:
        raise KeyboardInterrupt


def read_fingerprints(library: Library) -> list[tuple[object, ...]]:
    """Every row, of whatever version."""
    with closing(sqlite3.connect(library.home / DATABASE_NAME)) as raw:
        return raw.execute("SELECT * FROM fingerprints ORDER BY reference_key").fetchall()


def test_a_reference_removed_meanwhile_stays_removed(library: Library, references: tuple[Reference, ...]) -> None:
    assert library.rebuild(lambda done, _total: library.remove(references[0].id) if done == 1 else None) == []
    assert [key for key, _ in library.fingerprints()] == [reference.key for reference in references[1:]]
    assert library.verify(fix=True) is not None
    assert library.verify() == []
