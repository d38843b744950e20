"""Imports a file of whichever format it has."""

from enum import StrEnum
from pathlib import Path

from app.catalogue.catalogue import Catalogue, day_of
from app.catalogue.import_tmdb import MOST_BYTES
from app.catalogue.import_values import CatalogueImportSummary, Progress
from app.errors import CatalogueFileInvalid

# So many bytes tell one format from another.
_HEAD = 4096


class ListFormat(StrEnum):
    """What a list of titles is written in."""

    CSV = "csv"
    TOP10 = "top10"
    TMDB = "tmdb"


def import_file(
    catalogue: Catalogue, path: Path, form: ListFormat | None = None, as_of: str = "", progress: Progress | None = None
) -> CatalogueImportSummary:
    """Add the titles of a file; `form` None: as its beginning looks.

    as_of: ISO 8601 date for facts that the list does not date; default: the day the file was last written. Raises:
    CatalogueFileInvalid, CatalogueError.
    """
    form = form or guess_format(path)
    if form is ListFormat.TOP10:
        return catalogue.import_top10(path, as_of, progress)
    if form is ListFormat.CSV:
        return catalogue.import_csv(path, as_of, progress)
    return catalogue.import_tmdb(_read(path), as_of or day_of(path))


def guess_format(path: Path) -> ListFormat:
    """JSON is TMDB's, a first line with tabs the Top 10's, all else CSV. Raises: CatalogueFileInvalid (unreadable)."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD).lstrip(b"\xef\xbb\xbf \t\r\n")
    except OSError as error:
        raise CatalogueFileInvalid(f"{path} cannot be read: {error.strerror or error}.") from error
    if head[:1] in (b"{", b"["):
        return ListFormat.TMDB
    return ListFormat.TOP10 if b"\t" in head.partition(b"\n")[0] else ListFormat.CSV


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise CatalogueFileInvalid(f"{path} cannot be read: {error.strerror or error}.") from error
