"""A rebuild measures everything anew, keeps what it has done when it is stopped, and names what it cannot read."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from app.library import rebuild
from app.library.add import ImportOptions, NewReference, add_references
from app.library.library import DATABASE_NAME, Library
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
    assert [key for key, _ in library.fingerprints()] == [reference.key for reference in references[:2]]


def test_a_reference_removed_meanwhile_stays_removed(library: Library, references: tuple[Reference, ...]) -> None:
    assert library.rebuild(lambda done, _total: library.remove(references[0].id) if done == 1 else None) == []
    assert [key for key, _ in library.fingerprints()] == [reference.key for reference in references[1:]]
    assert library.verify(fix=True) is not None
    assert library.verify() == []
