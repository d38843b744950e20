"""What sources ask of the library: which pictures they gave, which they withdrew, which may be kept no longer."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, delete, select, update

from app.library.database import Database
from app.library.pictures import PictureFiles, StoredPicture
from app.library.provenances import has_live_place, put_best_in_front
from app.library.rows import REFERENCE_COLUMNS, to_reference
from app.library.schema import provenances, references
from app.library.writing import count_change, delete_reference, release_files
from app.model.reference import Kind, Reference, ReferenceState


@dataclass(frozen=True, slots=True)
class ListedPicture:
    """A picture that a source listed when it was last asked. language: of the reference; kind: likewise."""

    image_url: str
    sha256: str
    kind: Kind
    language: str


def read_listed(database: Database, source: str, page_url: str) -> tuple[ListedPicture, ...]:
    """What a page of a source gave, as far as it is not gone, in order of arrival."""
    columns = (provenances.c.image_url, references.c.sha256, references.c.kind, references.c.language)
    found = (
        select(*columns)
        .join(references, references.c.key == provenances.c.reference_key)
        .where(provenances.c.source == source, provenances.c.page_url == page_url, provenances.c.gone_at == "")
        .order_by(provenances.c.id)
    )
    with database.reading() as connection:
        return tuple(ListedPicture(row[0], row[1], Kind(row[2]), row[3]) for row in connection.execute(found))


def mark_gone(database: Database, source: str, address: str, when: str, *, but: str = "") -> int:
    """Leave a tombstone for a picture that its source withdrew (by image_url); how many provenances got one.

    A reference that no other source lists takes part in checks no more (state `gone`); one that a moderator disabled
    stays disabled. when: ISO 8601. but: the SHA-256 of a picture that the address shows now, which is left alone.
    """
    found = (
        select(provenances.c.id, provenances.c.reference_key)
        .join(references, references.c.key == provenances.c.reference_key)
        .where(provenances.c.source == source, provenances.c.image_url == address)
        .where(provenances.c.gone_at == "", references.c.sha256 != but)
    )
    return _mark(database, found, when)


def mark_file_gone(database: Database, source: str, path: str, when: str) -> int:
    """The same for a file of a folder, which has a path and no address."""
    found = select(provenances.c.id, provenances.c.reference_key).where(
        provenances.c.source == source,
        provenances.c.image_url == "",
        provenances.c.path == path,
        provenances.c.gone_at == "",
    )
    return _mark(database, found, when)


def read_expired(database: Database, now: str) -> tuple[Reference, ...]:
    """References with a provenance whose time is over. now: ISO 8601 in UTC, as it is stored."""
    with database.reading() as connection:
        keys = set(connection.scalars(select(provenances.c.reference_key).where(_expired(now))))
        found = select(*REFERENCE_COLUMNS).where(references.c.key.in_(keys)).order_by(references.c.key)
        return tuple(to_reference(row) for row in connection.execute(found))


def remove_expired(database: Database, pictures: PictureFiles, now: str) -> tuple[Reference, ...]:
    """Drop provenances whose time is over, and delete references that have no other, with their pictures.

    Gives the deleted ones. now: ISO 8601 in UTC, as it is stored.
    """
    deleted: list[Reference] = []
    released: set[StoredPicture] = set()
    with database.writing() as connection:
        statement = delete(provenances).where(_expired(now)).returning(provenances.c.reference_key)
        keys = sorted(set(connection.scalars(statement)))
        for key in keys:
            row = connection.execute(select(*REFERENCE_COLUMNS).where(references.c.key == key)).one()
            others = select(provenances.c.id).where(provenances.c.reference_key == key).limit(1)
            if connection.scalar(others) is not None:
                _follow(connection, key)
                continue
            deleted.append(to_reference(row))
            released.add(delete_reference(connection, row.id))
        if keys:
            count_change(connection)
    release_files(database, pictures, released)
    return tuple(deleted)


def _mark(database: Database, found: Select[Any], when: str) -> int:
    with database.reading() as connection:
        # Mostly there is nothing to mark, and asking keeps no writer waiting.
        if connection.execute(found).first() is None:
            return 0
    with database.writing() as connection:
        rows = connection.execute(found).all()
        for row in rows:
            connection.execute(update(provenances).where(provenances.c.id == row.id).values(gone_at=when))
            _follow(connection, row.reference_key)
        count_change(connection)
    return len(rows)


def _expired(now: str) -> ColumnElement[bool]:
    return (provenances.c.expires_at != "") & (provenances.c.expires_at <= now)


def _follow(connection: Connection, key: int) -> None:
    """Bring a reference's state and its place in front in line with its provenances."""
    put_best_in_front(connection, key)
    if not has_live_place(connection, key):
        active = (references.c.key == key) & (references.c.state == ReferenceState.ACTIVE.value)
        connection.execute(update(references).where(active).values(state=ReferenceState.GONE.value))
