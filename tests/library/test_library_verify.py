"""Damage of every kind is found, told, and mended where that is possible."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from app.errors import LibraryBroken
from app.fingerprints.compute import FINGERPRINT_VERSION
from app.library.add import ImportOptions, NewReference, add_references
from app.library.library import DATABASE_NAME, Library
from app.model.reference import Label, Reference

IN_PROCESS = ImportOptions(jobs=1)


@pytest.fixture
def reference(library: Library, draw: Callable[..., Path]) -> Reference:
    """The first of two references."""
    add_references(library, [NewReference(draw(seed), Label.OFFICIAL) for seed in (1, 2)], IN_PROCESS)
    return library.references().items[0]


def run_sql(library: Library, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(library.home / DATABASE_NAME)) as raw:
        raw.execute(statement, values)
        raw.commit()


def truncate_rendition(library: Library, reference: Reference) -> None:
    path = library.pictures.rendition_path(reference.sha256)
    path.write_bytes(path.read_bytes()[:-100])


def garble_rendition(library: Library, reference: Reference) -> None:
    library.pictures.rendition_path(reference.sha256).write_bytes(b"JPEG" * 20 + b"\xff\xd9")


def delete_rendition(library: Library, reference: Reference) -> None:
    library.pictures.rendition_path(reference.sha256).unlink()


def delete_fingerprint(library: Library, reference: Reference) -> None:
    run_sql(library, "DELETE FROM fingerprints WHERE reference_key = ?", reference.key)


def age_fingerprint(library: Library, reference: Reference) -> None:
    run_sql(library, "UPDATE fingerprints SET version = 0 WHERE reference_key = ?", reference.key)


def shorten_hash(library: Library, reference: Reference) -> None:
    run_sql(library, "UPDATE fingerprints SET phash = x'00' WHERE reference_key = ?", reference.key)


def shorten_key_points(library: Library, reference: Reference) -> None:
    run_sql(library, "UPDATE fingerprints SET keypoints = x'00' WHERE reference_key = ?", reference.key)


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        (truncate_rendition, "rendition_damaged"),
        (garble_rendition, "rendition_damaged"),
        (delete_rendition, "rendition_missing"),
        (delete_fingerprint, "fingerprint_missing"),
        (age_fingerprint, "fingerprint_outdated"),
        (shorten_hash, "fingerprint_damaged"),
        (shorten_key_points, "fingerprint_damaged"),
    ],
)
def test_what_can_be_made_again_is_mended(
    library: Library, reference: Reference, damage: Callable[..., None], code: str
) -> None:
    whole = library.fingerprint(reference.id)
    pixels = library.rendition(reference.id)
    damage(library, reference)

    for _ in range(2):
        (problem,) = library.verify()
        assert (problem.code, problem.reference_id, problem.fixed) == (code, reference.id, False)
    (problem,) = library.verify(fix=True)
    assert (problem.code, problem.reference_id, problem.fixed) == (code, reference.id, True)

    assert library.verify() == []
    again = library.fingerprint(reference.id)
    assert again.version == FINGERPRINT_VERSION
    assert again.perceptual_hash.bits.tobytes() == whole.perceptual_hash.bits.tobytes()
    assert again.local_features.descriptors.tobytes() == whole.local_features.descriptors.tobytes()
    assert np.array_equal(library.rendition(reference.id), pixels)


def test_mending_a_fingerprint_counts_as_a_change(library: Library, reference: Reference) -> None:
    before = library.version()
    delete_fingerprint(library, reference)
    library.verify(fix=True)
    assert library.version() == before + 1


def test_outdated_fingerprints_are_never_handed_out(library: Library, reference: Reference) -> None:
    age_fingerprint(library, reference)
    assert reference.key not in dict(library.fingerprints())
    assert reference.key not in library.hashes()[0]
    with pytest.raises(LibraryBroken, match="verify"):
        library.fingerprint(reference.id)


def test_importing_again_measures_again(library: Library, reference: Reference, draw: Callable[..., Path]) -> None:
    age_fingerprint(library, reference)
    summary = add_references(library, [NewReference(draw(1), Label.OFFICIAL)], IN_PROCESS)
    assert (summary.added, summary.updated) == (0, 1)
    assert library.verify() == []


@pytest.mark.parametrize(("data", "code"), [(None, "picture_missing"), (b"other", "picture_damaged")])
def test_a_lost_original_cannot_be_mended(
    library: Library, reference: Reference, data: bytes | None, code: str
) -> None:
    (path,) = (library.home / "pictures").rglob(f"{reference.sha256}.*")
    if data is None:
        path.unlink()
    else:
        path.write_bytes(data)
    delete_rendition(library, reference)
    for fix in (False, True):
        assert [(problem.code, problem.fixed) for problem in library.verify(fix=fix)] == [
            (code, False),
            ("rendition_missing", False),
        ]


def test_stray_files_are_found_and_deleted(library: Library, reference: Reference) -> None:
    (original,) = (library.home / "pictures").rglob(f"{reference.sha256}.*")
    stray = {
        library.home / "pictures/ab" / ("ab" * 32 + ".jpg"): "orphan_file",
        original.with_suffix(".png"): "orphan_file",
        library.home / "renditions/zz/notes.txt": "orphan_file",
        original.with_name(f".{original.name}.0123456789ab.tmp"): "temporary_file",
    }
    for path in stray:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"left over")
    for fix in (False, True):
        found = library.verify(fix=fix)
        assert {Path(problem.path or ""): problem.code for problem in found} == stray
        assert {problem.fixed for problem in found} == {fix}
    assert library.verify() == []
    assert not any(path.exists() for path in stray)
    assert original.is_file()


def test_damage_inside_the_database_is_told(library: Library, reference: Reference) -> None:
    run_sql(library, "PRAGMA foreign_keys = OFF")
    run_sql(library, """DELETE FROM "references" WHERE key = ?""", reference.key)
    codes = [problem.code for problem in library.verify()]
    assert codes == ["database_damaged", "database_damaged", "orphan_file", "orphan_file"]
