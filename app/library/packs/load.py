"""Takes the references of a pack into a library: all of them, or none."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select, update

from app.errors import LibraryError
from app.fingerprints.compute import FINGERPRINT_VERSION
from app.library.library import Library
from app.library.likeness import relate_new
from app.library.packs.read import PackFile, PackRow
from app.library.pictures import StoredPicture, write_file
from app.library.prepare import Prepared
from app.library.provenances import apply_change, plan_change
from app.library.reading import find_known
from app.library.schema import references
from app.library.writing import count_change, delete_demo, insert_reference, put_fingerprint, release_files

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


class Signature(StrEnum):
    """What is known of who made a pack."""

    TRUSTED = "trusted"
    NOT_CHECKED = "not_checked"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class LoadSummary:
    """What became of a pack's references. previews: how many have a picture to be laid over."""

    added: int
    updated: int
    unchanged: int
    previews: int
    signature: Signature
    signed_by: str


def check_pack(path: Path, trusted_key: "Ed25519PublicKey | None" = None) -> LoadSummary:
    """Read a pack as `load_pack` does, and take nothing of it. Raises: PackInvalid."""
    with PackFile(path, trusted_key) as pack:
        pack.check()
        return _summary(Counter(), pack, trusted_key)


def load_pack(library: Library, path: Path, trusted_key: "Ed25519PublicKey | None" = None) -> LoadSummary:
    """1. Check the whole pack. 2. Write all of it in one transaction. 3. Group, and find conflicts, as after an import.

    The first real reference replaces the demo. What is known already keeps its title, state and fingerprint, and learns
    of new places on the web. Killed at any moment, the library is as it was, or holds all of it.
    Raises: PackInvalid, LibraryError (disk full); nothing is changed then.
    """
    with PackFile(path, trusted_key) as pack:
        # 1.
        pack.check()
        # 2.
        counts: Counter[str] = Counter()
        with library.database.writing() as connection:
            released = delete_demo(connection)
            for row in pack.rows():
                counts[_write_row(library, connection, row)] += 1
            if released or counts["added"] or counts["updated"]:
                count_change(connection)
        release_files(library.database, library.pictures, released)
        # 3.
        relate_new(library.database, library.pictures)
        return _summary(counts, pack, trusted_key)


def _write_row(library: Library, connection: Connection, row: PackRow) -> str:
    entry = row.entry
    first, *others = entry.as_new()
    stored = StoredPicture(entry.sha256, _known_extension(connection, entry.sha256))
    prepared = Prepared(stored, entry.width, entry.height, row.fingerprint)
    added = insert_reference(connection, first, prepared, demo=False)
    known = find_known(connection, entry.sha256, entry.label)
    if known is None:
        raise LibraryError(f"Another picture has the id {entry.id}.")
    if added:
        # The age of what is known, not of this copy.
        when = update(references).where(references.c.key == known.key).values(added_at=entry.added_at)
        connection.execute(when)
    updated = _keep_preview(library, stored, row.preview)
    if not added and known.fingerprint_version != FINGERPRINT_VERSION:
        put_fingerprint(connection, known.key, row.fingerprint)
        updated = True
    for new in others if added else (first, *others):
        # first=False: what the library says of a reference that it had stays.
        change = plan_change(connection, known.key, new, first=added)
        apply_change(connection, known.key, change)
        updated |= change.is_news
    return "added" if added else "updated" if updated else "unchanged"


def _known_extension(connection: Connection, sha256: str) -> str:
    """Of the file, when the library holds it for a reference with the other label."""
    found = select(references.c.extension).where(references.c.sha256 == sha256, references.c.extension != "")
    return str(connection.scalar(found.limit(1)) or "")


def _keep_preview(library: Library, stored: StoredPicture, preview: bytes | None) -> bool:
    path = library.pictures.rendition_path(stored.sha256)
    if preview is None or stored.has_original or path.is_file():
        return False
    try:
        write_file(path, preview)
    except OSError as error:
        raise LibraryError(f"A preview cannot be stored in {library.home}: {error.strerror or error}.") from error
    return True


def _summary(counts: Counter[str], pack: PackFile, trusted_key: "Ed25519PublicKey | None") -> LoadSummary:
    known = Signature.TRUSTED if trusted_key is not None else Signature.NOT_CHECKED
    return LoadSummary(
        added=counts["added"],
        updated=counts["updated"],
        unchanged=counts["unchanged"],
        previews=pack.manifest.previews,
        signature=known if pack.is_signed else Signature.NONE,
        signed_by=pack.manifest.signed_by,
    )
