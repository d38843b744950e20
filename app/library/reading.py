"""Questions to the tables that change nothing; each works inside a transaction that the caller holds."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, Select, bindparam, exists, func, select

from app.errors import LibraryBroken, ReferenceNotFound
from app.fingerprints.compute import FINGERPRINT_VERSION
from app.library.pictures import StoredPicture
from app.library.rows import (
    FINGERPRINT_COLUMNS,
    REFERENCE_COLUMNS,
    to_fingerprint,
    to_provenance_record,
    to_reference,
)
from app.library.schema import conflicts, fingerprints, meta, provenances, references
from app.library.titles import make_title_key, title_keys
from app.model.fingerprint import Fingerprint
from app.model.reference import Conflict, Label, LibrarySummary, ProvenanceRecord, Reference, ReferenceState

_CONFLICT_COLUMNS = ("same_file", "distance", "found_at", "settled_at", "ruling")
_ACTIVE = references.c.state == ReferenceState.ACTIVE.value
# What every check asks is put together once: SQLAlchemy takes as long for that as SQLite takes for the answer.
_VERSION = select(meta.c.value).where(meta.c.name == "version")
_COUNT_OF_TITLE = (
    select(func.count())
    .select_from(references)
    .where(_ACTIVE, references.c.label == Label.OFFICIAL.value)
    .where(references.c.title_key == bindparam("title_key"))
)
_HOLDS_TITLE = select(
    exists()
    .where(_ACTIVE, references.c.label == Label.OFFICIAL.value)
    .where(references.c.title_key.in_(bindparam("title_keys", expanding=True)), references.c.title_key != "")
)
_BY_SHA256 = select(*REFERENCE_COLUMNS).where(references.c.sha256 == bindparam("sha256")).order_by(references.c.key)
_STORED = select(references.c.sha256, references.c.extension).where(references.c.id == bindparam("id"))


@dataclass(frozen=True, slots=True)
class KnownReference:
    """What an import asks about a file it may have seen before. fingerprint_version: None when there is none."""

    key: int
    stored: StoredPicture
    demo: bool
    fingerprint_version: int | None


def read_version(connection: Connection) -> int:
    """How many changes have been committed. Raises: LibraryBroken when that is not recorded."""
    version = connection.scalar(_VERSION)
    if version is None:
        raise LibraryBroken("The library's change counter is missing; put a backup of the database in its place.")
    return int(version)


def count_of_title(connection: Connection, title: str | None) -> int | None:
    """Active official references of that title, give or take case or year; None when no title is given."""
    if title is None or not title.strip():
        return None
    return connection.scalar(_COUNT_OF_TITLE, {"title_key": make_title_key(title)})


def holds_title(connection: Connection, text: str) -> bool:
    """Whether the words are the title of an active official reference, give or take case, year or its article."""
    return bool(connection.scalar(_HOLDS_TITLE, {"title_keys": title_keys(text)}))


def read_summary(connection: Connection) -> LibrarySummary:
    """Counts of active references."""
    counted = select(references.c.label, func.count()).where(_ACTIVE).group_by(references.c.label)
    counts = {str(label): int(count) for label, count in connection.execute(counted)}
    return LibrarySummary(
        references=sum(counts.values()),
        official=counts.get(Label.OFFICIAL.value, 0),
        known_fakes=counts.get(Label.KNOWN_FAKE.value, 0),
        version=read_version(connection),
        demo=connection.scalar(select(references.c.key).where(references.c.demo).limit(1)) is not None,
    )


def read_last_key(connection: Connection) -> int:
    """The highest key; 0 when there is no reference."""
    return int(connection.scalar(select(func.max(references.c.key))) or 0)


def is_empty(connection: Connection) -> bool:
    """Whether there is no reference at all, in any state."""
    return connection.scalar(select(references.c.key).limit(1)) is None


def read_reference(connection: Connection, reference_id: str) -> Reference:
    """Raises: ReferenceNotFound."""
    row = connection.execute(select(*REFERENCE_COLUMNS).where(references.c.id == reference_id)).first()
    if row is None:
        raise not_found(reference_id)
    return to_reference(row)


def read_active(connection: Connection) -> dict[int, Reference]:
    """Every active reference by key, in order of keys."""
    rows = connection.execute(select(*REFERENCE_COLUMNS).where(_ACTIVE).order_by(references.c.key))
    return {row[1]: to_reference(row) for row in rows}


def read_by_sha256(connection: Connection, sha256: str) -> list[Reference]:
    """In order of keys; a file has at most one reference a label."""
    return [to_reference(row) for row in connection.execute(_BY_SHA256, {"sha256": sha256})]


def read_provenances(connection: Connection, reference_id: str) -> tuple[ProvenanceRecord, ...]:
    """In order of arrival. Raises: ReferenceNotFound."""
    key = connection.scalar(select(references.c.key).where(references.c.id == reference_id))
    if key is None:
        raise not_found(reference_id)
    found = select(provenances).where(provenances.c.reference_key == key).order_by(provenances.c.id)
    return tuple(to_provenance_record(row) for row in connection.execute(found))


def read_conflicts(connection: Connection, *, settled: bool) -> tuple[Conflict, ...]:
    """Those that a moderator has settled, or those that wait; in order of arrival."""
    official, fake = references.alias(), references.alias()
    columns = (official.c.id, fake.c.id, *(conflicts.c[name] for name in _CONFLICT_COLUMNS))
    found = (
        select(*columns)
        .join(official, official.c.key == conflicts.c.official_key)
        .join(fake, fake.c.key == conflicts.c.fake_key)
        .where((conflicts.c.settled_at != "") == settled)
        .order_by(conflicts.c.official_key, conflicts.c.fake_key)
    )
    return tuple(Conflict(*row) for row in connection.execute(found))


def read_stored(connection: Connection, reference_id: str) -> StoredPicture:
    """Which files belong to a reference. Raises: ReferenceNotFound."""
    row = connection.execute(_STORED, {"id": reference_id}).first()
    if row is None:
        raise not_found(reference_id)
    return StoredPicture(*row)


def read_fingerprint(connection: Connection, reference_id: str) -> Fingerprint:
    """Raises: ReferenceNotFound; LibraryBroken when the reference has no fingerprint of the current version."""
    row = connection.execute(_fingerprints().where(references.c.id == reference_id)).first()
    if row is None:
        read_stored(connection, reference_id)
        raise LibraryBroken(
            f"Reference {reference_id} has no fingerprint of this version; "
            "repair it with `postercheck library verify --fix`."
        )
    return to_fingerprint(row[1:])


def read_fingerprints(connection: Connection, after_key: int, limit: int) -> list[tuple[int, Fingerprint]]:
    """The next `limit` fingerprints of the current version after a key, of references in any state."""
    page = _fingerprints().where(fingerprints.c.reference_key > after_key)
    rows = connection.execute(page.order_by(fingerprints.c.reference_key).limit(limit))
    return [(row[0], to_fingerprint(row[1:])) for row in rows]


def read_hashes(
    connection: Connection,
) -> tuple[NDArray[np.int64], NDArray[np.uint8], NDArray[np.float32]]:
    """Keys (n,), bits (n, 32) and details (n,) of the current version, in order of keys, of references in any state."""
    rows = connection.execute(
        select(fingerprints.c.reference_key, fingerprints.c.phash, fingerprints.c.detail)
        .where(fingerprints.c.version == FINGERPRINT_VERSION)
        .order_by(fingerprints.c.reference_key)
    ).all()
    bits = b"".join(row[1] for row in rows)
    if len(bits) != 32 * len(rows):
        raise LibraryBroken("A stored hash is damaged; repair it with `postercheck library verify --fix`.")
    return (
        np.array([row[0] for row in rows], dtype=np.int64),
        np.frombuffer(bits, np.uint8).reshape(len(rows), 32),
        np.array([row[2] for row in rows], dtype=np.float32),
    )


def find_known(connection: Connection, sha256: str, label: Label) -> KnownReference | None:
    """The reference that is this file with this label."""
    row = connection.execute(
        select(references, fingerprints.c.version.label("fingerprint_version"))
        .outerjoin(fingerprints, fingerprints.c.reference_key == references.c.key)
        .where(references.c.sha256 == sha256, references.c.label == label.value)
    ).first()
    if row is None:
        return None
    values = dict(row._mapping)
    return KnownReference(
        key=values["key"],
        stored=StoredPicture(sha256, values["extension"]),
        demo=values["demo"],
        fingerprint_version=values["fingerprint_version"],
    )


def not_found(reference_id: str) -> ReferenceNotFound:
    """The error for an id that the library does not hold."""
    return ReferenceNotFound(f"The library holds no reference with the id {reference_id}.")


def _fingerprints() -> Select[Any]:
    return (
        select(fingerprints.c.reference_key, *FINGERPRINT_COLUMNS)
        .join(references, references.c.key == fingerprints.c.reference_key)
        .where(fingerprints.c.version == FINGERPRINT_VERSION)
    )
