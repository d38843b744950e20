"""From a picture that was found and fetched to what the library is asked to add."""

import hashlib
import io
from datetime import datetime, timedelta
from pathlib import Path

from PIL import Image

from app.library.library import Library
from app.library.new_reference import NewReference
from app.library.pictures import StoredPicture
from app.model.reference import Kind, Provenance
from app.sources.fetcher import FetchedPicture
from app.sources.found import FoundPicture
from app.sources.work import Item


def make_reference(library: Library, source: str, item: Item, fetched: FetchedPicture) -> NewReference:
    """A picture from the network; what the library holds already is read from there. line: the item's number."""
    found = item.found
    picture = fetched.data if fetched.data is not None else find_original(library, fetched.sha256)
    return NewReference(
        # Bytes that vanished in this moment are refused by the import, and fetched by the next run.
        picture=b"" if picture is None else picture,
        label=found.label,
        title=found.title,
        title_id=found.title_id,
        kind=found.kind or _kind_by_shape(library, fetched),
        language=found.language,
        tier=found.tier,
        provenance=_provenance(source, found, to_seconds(fetched.fetched_at)),
        line=item.id,
        expires_at=_days_after(fetched.checked_at, found.keep_days) if found.keep_days else "",
    )


def make_file_reference(source: str, item: Item) -> NewReference:
    """A picture from a folder."""
    found = item.found
    return NewReference(
        picture=Path(found.file),
        label=found.label,
        title=found.title,
        title_id=found.title_id,
        kind=found.kind or Kind.POSTER,
        language=found.language,
        tier=found.tier,
        provenance=_provenance(source, found, ""),
        line=item.id,
    )


def hash_file(path: str) -> str:
    """SHA-256 of a file, lower-case hex. Raises: OSError."""
    with Path(path).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def find_original(library: Library, sha256: str) -> Path | None:
    """The library's own file of a picture, if it is there."""
    folder = library.pictures.original_path(StoredPicture(sha256, "")).parent
    return next(iter(sorted(folder.glob(f"{sha256}.*"))), None) if library.find_by_sha256(sha256) else None


def to_seconds(moment: str) -> str:
    """A moment as the library writes it: to the second."""
    return datetime.fromisoformat(moment).isoformat(timespec="seconds")


def _provenance(source: str, found: FoundPicture, fetched_at: str) -> Provenance:
    return Provenance(found.path, source, found.page_url, found.image_url, fetched_at, found.note)


def _days_after(moment: str, days: int) -> str:
    return (datetime.fromisoformat(moment) + timedelta(days=days)).isoformat(timespec="seconds")


def _kind_by_shape(library: Library, fetched: FetchedPicture) -> Kind:
    """Posters stand, backdrops lie."""
    if fetched.data is None:
        known = library.find_by_sha256(fetched.sha256)
        return known[0].kind if known else Kind.POSTER
    try:
        with Image.open(io.BytesIO(fetched.data)) as picture:
            width, height = picture.size
    except Exception:  # noqa: BLE001 - whatever is wrong with it, the import says it in a sentence
        return Kind.POSTER
    return Kind.POSTER if height >= width else Kind.BACKDROP
