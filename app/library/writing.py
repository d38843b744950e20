"""Changes to the tables. Each works inside a write transaction of the caller, who also counts the change."""

import hashlib
from datetime import UTC, datetime

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or_ignore

from app.library.database import Database
from app.library.new_reference import NewReference
from app.library.pictures import PictureFiles, StoredPicture
from app.library.prepare import Prepared
from app.library.reading import not_found
from app.library.rows import described_values, fingerprint_values, lookup_values, provenance_values
from app.library.schema import conflicts, fingerprints, meta, provenances, references
from app.model.fingerprint import Fingerprint
from app.model.reference import Label, ReferenceState


def make_reference_id(sha256: str, label: Label) -> str:
    """The same file with the same label has the same id in every library."""
    return "r_" + hashlib.sha256(f"{sha256}{label.value}".encode()).hexdigest()[:16]


def count_change(connection: Connection) -> None:
    """Let every process see that something changed."""
    connection.execute(update(meta).where(meta.c.name == "version").values(value=meta.c.value + 1))


def insert_reference(connection: Connection, new: NewReference, prepared: Prepared, *, demo: bool) -> bool:
    """Add one row with its fingerprint; False when that file has that label already."""
    described = described_values(new)
    reference_id = make_reference_id(prepared.stored.sha256, new.label)
    statement = (
        insert_or_ignore(references)
        .values(
            **described,
            **lookup_values(reference_id, described),
            id=reference_id,
            label=new.label.value,
            sha256=prepared.stored.sha256,
            extension=prepared.stored.extension,
            width=prepared.width,
            height=prepared.height,
            state=ReferenceState.ACTIVE.value,
            added_at=datetime.now(UTC).isoformat(timespec="seconds"),
            demo=demo,
        )
        .on_conflict_do_nothing(index_elements=["sha256", "label"])
        .returning(references.c.key)
    )
    key = connection.scalar(statement)
    if key is None:
        return False
    put_fingerprint(connection, key, prepared.fingerprint)
    connection.execute(insert(provenances).values(reference_key=key, gone_at="", **provenance_values(new)))
    return True


def note_original(connection: Connection, stored: StoredPicture) -> bool:
    """A picture is here now; whether references that came in a pack were without it."""
    without = (references.c.sha256 == stored.sha256) & (references.c.extension == "")
    changed = update(references).where(without).values(extension=stored.extension).returning(references.c.key)
    return connection.execute(changed).first() is not None


def put_fingerprint(connection: Connection, key: int, fingerprint: Fingerprint) -> None:
    """Store a fingerprint, in the place of an older one."""
    connection.execute(delete(fingerprints).where(fingerprints.c.reference_key == key))
    connection.execute(insert(fingerprints).values(reference_key=key, **fingerprint_values(fingerprint)))


def put_fingerprint_if_there(connection: Connection, key: int, fingerprint: Fingerprint) -> bool:
    """Store a fingerprint; False when its reference was removed meanwhile."""
    if connection.scalar(select(references.c.key).where(references.c.key == key)) is None:
        return False
    put_fingerprint(connection, key, fingerprint)
    return True


def update_state(connection: Connection, reference_id: str, state: ReferenceState) -> bool:
    """False when it was in that state already. Raises: ReferenceNotFound."""
    found = connection.scalar(select(references.c.state).where(references.c.id == reference_id))
    if found is None:
        raise not_found(reference_id)
    if found == state.value:
        return False
    connection.execute(update(references).where(references.c.id == reference_id).values(state=state.value))
    return True


def settle_conflict(connection: Connection, official_id: str, fake_id: str, ruling: str) -> bool:
    """Note a moderator's ruling; False when there is no such conflict."""
    official = select(references.c.key).where(references.c.id == official_id).scalar_subquery()
    fake = select(references.c.key).where(references.c.id == fake_id).scalar_subquery()
    pair = (conflicts.c.official_key == official) & (conflicts.c.fake_key == fake)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    settled = update(conflicts).where(pair).values(settled_at=now, ruling=ruling).returning(conflicts.c.official_key)
    return connection.execute(settled).first() is not None


def delete_reference(connection: Connection, reference_id: str) -> StoredPicture:
    """Delete a row with its fingerprint; gives the files to release after the commit. Raises: ReferenceNotFound."""
    row = connection.execute(
        delete(references).where(references.c.id == reference_id).returning(references.c.sha256, references.c.extension)
    ).first()
    if row is None:
        raise not_found(reference_id)
    return StoredPicture(*row)


def delete_demo(connection: Connection) -> set[StoredPicture]:
    """Delete all rows of the demo library; gives the files to release after the commit."""
    rows = connection.execute(
        delete(references).where(references.c.demo).returning(references.c.sha256, references.c.extension)
    )
    return {StoredPicture(*row) for row in rows}


def release_files(database: Database, pictures: PictureFiles, released: set[StoredPicture]) -> None:
    """Delete those files to which no row belongs any more.

    Under the write lock, so that no import can commit a row for such a file in the same moment: it looks under that
    lock whether its files are still there. Raises: LibraryError, OSError.
    """
    if not released:
        return
    with database.writing() as connection:
        for picture in released:
            if connection.scalar(select(references.c.key).where(references.c.sha256 == picture.sha256)) is None:
                pictures.remove(picture)
