"""Holds a library's rows and files against each other, and mends what can be made again from the originals."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, func, select, text

from app.fingerprints.compute import FINGERPRINT_VERSION
from app.library.database import Database
from app.library.keeping import read_expired, remove_expired
from app.library.pictures import NO_LIMITS, TEMPORARY_SUFFIX, PictureFiles, StoredPicture, decode_rendition
from app.library.prepare import Prepared, PrepareTask, Refused, prepare, prepare_pool
from app.library.problem import LibraryProblem
from app.library.reading import read_conflicts
from app.library.schema import fingerprints, references
from app.library.workers import run_in_order
from app.library.writing import count_change, put_fingerprint_if_there

_PAGE_ROWS = 500

# Mended by preparing the original again.
_REBUILDABLE = {
    "rendition_missing": "The picture for comparing is missing.",
    "rendition_damaged": "The picture for comparing cannot be read.",
    "fingerprint_missing": "The fingerprint is missing.",
    "fingerprint_damaged": "The fingerprint is damaged.",
    "fingerprint_outdated": "The fingerprint was made by another version, so this reference is never found.",
}

_STRAY = {
    "orphan_file": "No reference uses this file; an import or a removal was killed at the wrong moment.",
    "temporary_file": "A file that somebody began to write and did not finish.",
}
_BLOBS = ("phash", "keypoints", "descriptors")


@dataclass(frozen=True, slots=True)
class _Repair:
    """A reference whose original is well, and what is wrong with what was made of it."""

    key: int
    reference_id: str
    task: PrepareTask
    codes: tuple[str, ...]


def verify_library(database: Database, pictures: PictureFiles, *, fix: bool) -> list[LibraryProblem]:
    """1. The database itself. 2. Each reference and its files. 3. Files without a reference. 4. Labels and expiry.

    With `fix`, what can be mended is. During an import, step 3 may name files whose rows are about to be written; the
    import writes such a file again if it was deleted. Raises: LibraryError, OSError.
    """
    # 1.
    problems = list(_check_database(database))
    # 2.
    repairs: list[_Repair] = []
    for row in _read_rows(database):
        if not _stored(row).has_original:
            problems += _check_without_picture(pictures, row, fix=fix)
            continue
        lost = _check_original(pictures, row)
        codes = (*_check_rendition(pictures, row), *_check_fingerprint(row))
        if codes and fix and lost is None:
            task = PrepareTask(pictures.original_path(_stored(row)), pictures.home, NO_LIMITS, replace=True)
            repairs.append(_Repair(row.key, row.id, task, codes))
            continue
        problems += [lost] if lost is not None else []
        problems += _name_problems(row.id, codes, fixed=False)
    problems += _repair(database, repairs)
    # 3.
    problems += _check_files(database, pictures, fix=fix)
    # 4.
    return problems + list(_check_labels(database)) + list(_check_expiry(database, pictures, fix=fix))


def _check_database(database: Database) -> Iterator[LibraryProblem]:
    with database.reading() as connection:
        lines = [str(line) for line in connection.scalars(text("PRAGMA quick_check(20)"))]
        lines += [f"orphan row in {row[0]}" for row in connection.execute(text("PRAGMA foreign_key_check"))]
    for line in lines:
        if line != "ok":
            told = f"The database is damaged ({line}); put a backup in its place."
            yield LibraryProblem("database_damaged", None, str(database.path), told, False)


def _read_rows(database: Database) -> Iterator[Row[Any]]:
    """All references with the sizes of their fingerprints' parts, in pages, so that writers are never kept waiting."""
    sizes = (func.length(fingerprints.c[name]).label(f"{name}_bytes") for name in _BLOBS)
    statement = (
        select(references, fingerprints.c.version, *sizes)
        .outerjoin(fingerprints, fingerprints.c.reference_key == references.c.key)
        .order_by(references.c.key)
        .limit(_PAGE_ROWS)
    )
    after = 0
    while True:
        with database.reading() as connection:
            rows = connection.execute(statement.where(references.c.key > after)).all()
        if not rows:
            return
        yield from rows
        after = rows[-1].key


def _stored(row: Row[Any]) -> StoredPicture:
    return StoredPicture(row.sha256, row.extension)


def _check_original(pictures: PictureFiles, row: Row[Any]) -> LibraryProblem | None:
    path = pictures.original_path(_stored(row))
    try:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        told = f"The picture file cannot be read ({error.strerror}); remove the reference and add it again."
        return LibraryProblem("picture_missing", row.id, str(path), told, False)
    if found == row.sha256:
        return None
    told = "The picture file is not what was imported; remove the reference and add it again."
    return LibraryProblem("picture_damaged", row.id, str(path), told, False)


def _check_without_picture(pictures: PictureFiles, row: Row[Any], *, fix: bool) -> Iterator[LibraryProblem]:
    """Of a reference that came in a pack, only what came with it can be wrong."""
    reason = "It came in a pack, without its picture: load a pack of this version, or add the picture."
    yield from _name_problems(row.id, tuple(_check_fingerprint(row)), fixed=False, reason=reason)
    rendition = pictures.rendition_path(row.sha256)
    if rendition.is_file() and "rendition_damaged" in _check_rendition(pictures, row):
        if fix:
            rendition.unlink(missing_ok=True)
        yield from _name_problems(row.id, ("rendition_damaged",), fixed=fix)


def _check_rendition(pictures: PictureFiles, row: Row[Any]) -> Iterator[str]:
    try:
        data = pictures.rendition_path(row.sha256).read_bytes()
    except OSError:
        yield "rendition_missing"
        return
    if decode_rendition(data) is None:
        yield "rendition_damaged"


def _check_fingerprint(row: Row[Any]) -> Iterator[str]:
    if row.version is None:
        yield "fingerprint_missing"
    elif row.version != FINGERPRINT_VERSION:
        yield "fingerprint_outdated"
    elif row.phash_bytes != 32 or row.keypoints_bytes % 16 or row.descriptors_bytes != row.keypoints_bytes * 8:
        yield "fingerprint_damaged"


def _repair(database: Database, repairs: list[_Repair]) -> Iterator[LibraryProblem]:
    """Prepare the originals again; a fingerprint goes back into its row, a rendition is written on the way."""
    for repair, prepared in run_in_order(_prepare_again, repairs, prepare_pool()):
        fixed = isinstance(prepared, Prepared)
        if isinstance(prepared, Prepared) and any(code.startswith("fingerprint") for code in repair.codes):
            with database.writing() as connection:
                fixed = put_fingerprint_if_there(connection, repair.key, prepared.fingerprint)
                count_change(connection)
        reason = prepared.text if isinstance(prepared, Refused) else ""
        yield from _name_problems(repair.reference_id, repair.codes, fixed=fixed, reason=reason)


def _prepare_again(repair: _Repair) -> Prepared | Refused:
    return prepare(repair.task)


def _name_problems(reference_id: str, codes: tuple[str, ...], *, fixed: bool, reason: str = "") -> list[LibraryProblem]:
    """reason: why mending failed."""
    return [
        LibraryProblem(code, reference_id, None, f"{_REBUILDABLE[code]} {reason}".rstrip(), fixed) for code in codes
    ]


def _check_labels(database: Database) -> Iterator[LibraryProblem]:
    with database.reading() as connection:
        found = read_conflicts(connection, settled=False)
    for conflict in found:
        alike = "is the same file as" if conflict.same_file else "looks the same as"
        told = f"This official picture {alike} the known fake {conflict.fake_id}: one of the two labels must be wrong."
        yield LibraryProblem("label_conflict", conflict.official_id, None, told, False)


def _check_expiry(database: Database, pictures: PictureFiles, *, fix: bool) -> Iterator[LibraryProblem]:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    expired = read_expired(database, now)
    if fix:
        remove_expired(database, pictures, now)
    told = "Its source lets a picture be kept only for a while, and that is over; sync again, or have it removed."
    for reference in expired:
        yield LibraryProblem("expired", reference.id, None, told, fix)


def _check_files(database: Database, pictures: PictureFiles, *, fix: bool) -> Iterator[LibraryProblem]:
    for path in pictures.all_files():
        code = "temporary_file" if path.name.endswith(TEMPORARY_SUFFIX) else "orphan_file"
        # Looked up and deleted under the write lock, for the reason that `release_files` gives.
        with database.writing() if fix else database.reading() as connection:
            if code == "orphan_file" and _belongs(connection, pictures, path):
                continue
            if fix:
                path.unlink(missing_ok=True)
        yield LibraryProblem(code, None, str(path), _STRAY[code], fix)


def _belongs(connection: Connection, pictures: PictureFiles, path: Path) -> bool:
    """Whether a row stands for this very file."""
    found = select(references.c.sha256, references.c.extension).where(references.c.sha256 == path.stem)
    kept = [StoredPicture(*row) for row in connection.execute(found)]
    originals = [pictures.original_path(stored) for stored in kept if stored.has_original]
    return path in [*originals, *(pictures.rendition_path(stored.sha256) for stored in kept)]
