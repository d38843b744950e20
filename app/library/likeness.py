"""Finds references that show the same picture: groups them within a title, and names those with both labels.

Done after an import for what is new, by a counter in the database, so that a killed import is made good by the next.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, Connection, Row, func, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or_ignore

from app.fingerprints.compute import FINGERPRINT_VERSION
from app.fingerprints.perceptual_hash import MIN_DETAIL, hash_distances
from app.library.database import Database
from app.library.pictures import PictureFiles, decode_rendition
from app.library.schema import conflicts, fingerprints, meta, references
from app.library.writing import count_change
from app.model.reference import Label

# Differing bits of 256 up to which two references of one title are taken for renditions or near-duplicates of one
# picture. Unrelated posters differ in 128 +- 10; saved again, resized or lightly cropped ones in under 40.
GROUP_DISTANCE = 40
# A fake made from official art is near to it by its hash, too; only nearly equal hashes are worth a look at the pixels.
CONFLICT_DISTANCE = 24
# Two pictures laid over each other at 48 x 72 in grey: the largest difference of one cell (0..255) that saving and
# resizing make. Over 24 drawn posters (as in tests/library/test_library_likeness.py): saved at quality 10 or shrunk to
# a third, 16 at most; with a figure "2" of 5 % of the width added, 36 at least.
_SAME_PICTURE = 24
_CELLS = (48, 72)
_PAGE = 100


def relate_new(database: Database, pictures: PictureFiles) -> None:
    """Group, and hold against the other label, every reference that came after the last one that was.

    A hundred references a transaction. Raises: LibraryError.
    """
    while True:
        with database.writing() as connection:
            page = _read_page(connection)
            if not page:
                return
            changed = _group(connection, page)
            changed |= _find_conflicts(connection, pictures, page)
            connection.execute(update(meta).where(meta.c.name == "related").values(value=page[-1].key))
            if changed:
                count_change(connection)


def _read_page(connection: Connection) -> list[Row[Any]]:
    after = select(meta.c.value).where(meta.c.name == "related").scalar_subquery()
    columns = (references.c.key, references.c.label, references.c.title_key, references.c.sha256)
    hashes = (fingerprints.c.phash, fingerprints.c.detail)
    found = (
        select(*columns, *hashes)
        .join(fingerprints, fingerprints.c.reference_key == references.c.key)
        .where(references.c.key > after, fingerprints.c.version == FINGERPRINT_VERSION)
        .order_by(references.c.key)
    )
    return list(connection.execute(found.limit(_PAGE)))


def _group(connection: Connection, page: Sequence[Row[Any]]) -> bool:
    changed = False
    for row in page:
        if row.title_key and row.detail >= MIN_DETAIL:
            same_title = (references.c.title_key == row.title_key) & (references.c.label == row.label)
            keys, distances = _distances(connection, row, same_title & (references.c.key < row.key))
            near = [int(key) for key in keys[distances <= GROUP_DISTANCE]]
            if near:
                _join(connection, [*near, row.key])
                changed = True
    return changed


def _join(connection: Connection, keys: list[int]) -> None:
    """Make one group of references and of all groups they are in."""
    numbers = select(func.coalesce(references.c.group_key, references.c.key)).where(references.c.key.in_(keys))
    groups = sorted(set(connection.scalars(numbers)))
    members = references.c.key.in_(keys) | references.c.group_key.in_(groups)
    connection.execute(update(references).where(members).values(group_key=groups[0]))


def _find_conflicts(connection: Connection, pictures: PictureFiles, page: Sequence[Row[Any]]) -> bool:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    found = False
    for row in page:
        keys, distances = _distances(connection, row, references.c.label != row.label)
        for key, distance in zip(keys.tolist(), distances.tolist(), strict=True):
            if distance > CONFLICT_DISTANCE:
                continue
            other = connection.scalar(select(references.c.sha256).where(references.c.key == key))
            same_file = other == row.sha256
            if not same_file and not (row.detail >= MIN_DETAIL and _look_the_same(pictures, row.sha256, str(other))):
                continue
            official, fake = (row.key, key) if row.label == Label.OFFICIAL.value else (key, row.key)
            values = {"same_file": same_file, "distance": distance, "found_at": now, "settled_at": "", "ruling": ""}
            connection.execute(
                insert_or_ignore(conflicts)
                .values(official_key=official, fake_key=fake, **values)
                .on_conflict_do_nothing()
            )
            found = True
    return found


def _distances(
    connection: Connection, row: Row[Any], others: ColumnElement[bool]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Keys and differing bits between a reference and others."""
    found = (
        select(references.c.key, fingerprints.c.phash)
        .join(fingerprints, fingerprints.c.reference_key == references.c.key)
        .where(others, fingerprints.c.version == FINGERPRINT_VERSION, func.length(fingerprints.c.phash) == 32)
        .order_by(references.c.key)
    )
    rows = connection.execute(found).all()
    keys = np.array([one.key for one in rows], np.int64)
    many = np.frombuffer(b"".join(one.phash for one in rows), np.uint8).reshape(len(rows), 32)
    return keys, hash_distances(np.frombuffer(row.phash, np.uint8), many)


def _look_the_same(pictures: PictureFiles, one: str, other: str) -> bool:
    """Whether two renditions differ by no more than how they were saved."""
    import cv2

    cells = []
    for sha256 in (one, other):
        try:
            pixels = decode_rendition(pictures.rendition_path(sha256).read_bytes())
        except OSError:
            return False
        if pixels is None:
            return False
        grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
        cells.append(cv2.resize(grey, _CELLS, interpolation=cv2.INTER_AREA).astype(np.int16))
    return int(np.abs(cells[0] - cells[1]).max()) <= _SAME_PICTURE
