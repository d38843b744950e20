"""Doubts about what a library says of its references: places that do not fit their tier, and pictures held twice.

Nothing of this can be mended here; a moderator decides.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
from sqlalchemy import Connection, Row, func, select

from app.fingerprints.compute import FINGERPRINT_VERSION
from app.fingerprints.perceptual_hash import MIN_DETAIL, hash_distances
from app.library.database import Database
from app.library.problem import LibraryProblem
from app.library.schema import fingerprints, provenances, references
from app.model.reference import ReferenceState, Tier
from app.origin.found_where import judge_source_url

# Differing bits of 256 up to which two references of one title show the same in the same way: the same picture, saved
# again. Other versions of it differ by more; see `app.library.likeness`.
DUPLICATE_DISTANCE = 8
# Who gave such a tier must have said where the picture comes from.
_TIERS_OF_A_SOURCE = (Tier.A.value, Tier.B.value, Tier.C.value)


def find_doubts(database: Database) -> Iterator[LibraryProblem]:
    """1. Provenances, in order of arrival. 2. Near-duplicates, which are remarks. Raises: LibraryError."""
    with database.reading() as connection:
        # 1.
        yield from _check_provenances(connection)
        # 2.
        yield from _find_duplicates(connection)


def _check_provenances(connection: Connection) -> Iterator[LibraryProblem]:
    found = (
        select(references.c.id, provenances)
        .join(provenances, provenances.c.reference_key == references.c.key)
        .where(provenances.c.tier.in_(_TIERS_OF_A_SOURCE), provenances.c.gone_at == "", ~references.c.demo)
        .order_by(provenances.c.id)
    )
    for row in connection.execute(found):
        told = _doubt(row)
        if told:
            yield LibraryProblem("provenance_doubtful", row.id, None, told, fixed=False)


def _doubt(row: Row[Any]) -> str:
    if not (row.source or row.page_url or row.image_url):
        return f"Its tier {row.tier} says that a source gave it, and no source or address is on record."
    if row.tier != Tier.A.value:
        return ""
    for name, address in (("page", row.page_url), ("address", row.image_url)):
        if address and judge_source_url(address).code != "found_official":
            return f"Its tier A is for Netflix itself, and its {name} {address} is no place of Netflix."
    return ""


def _find_duplicates(connection: Connection) -> Iterator[LibraryProblem]:
    """A title and label at a time; the later one of two is named."""
    found = (
        select(references.c.id, references.c.label, references.c.title_key, fingerprints.c.phash)
        .join(fingerprints, fingerprints.c.reference_key == references.c.key)
        .where(references.c.state == ReferenceState.ACTIVE.value)
        .where(references.c.title_key != "", fingerprints.c.version == FINGERPRINT_VERSION)
        .where(fingerprints.c.detail >= MIN_DETAIL, func.length(fingerprints.c.phash) == 32)
        .order_by(references.c.title_key, references.c.label, references.c.key)
    )
    held: list[Any] = []
    for row in connection.execute(found):
        if held and (held[0].title_key, held[0].label) != (row.title_key, row.label):
            held.clear()
        if held:
            bits = np.frombuffer(b"".join(one.phash for one in held), np.uint8).reshape(len(held), 32)
            distances = hash_distances(np.frombuffer(row.phash, np.uint8), bits)
            nearest = int(distances.argmin())
            if distances[nearest] <= DUPLICATE_DISTANCE:
                other = held[nearest].id
                told = f"It looks the same as {other}, of the same title: {distances[nearest]} of 256 bits differ."
                yield LibraryProblem("near_duplicate", row.id, None, told, fixed=False, remark=True)
        held.append(row)
