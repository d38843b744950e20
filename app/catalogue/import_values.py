"""What importers hand over, and what an import tells: listed titles, refused rows, progress and the summary."""

from collections.abc import Callable
from dataclasses import dataclass

from app.model.title import KnownTitle

# Told with the bytes read so far, and of how many.
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class ListedTitle:
    """A title of a list. line: where it stands, from 1; of several lines that tell of it, the last.

    kind_told: False where the list does not say what it is; then a known title of either kind is the same.
    """

    line: int
    title: KnownTitle
    kind_told: bool = True


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that was left out. line: where it stands, from 1. name: the title it is about, if it has one."""

    line: int
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class CatalogueImportSummary:
    """What became of the titles. unchanged: the catalogue knew all of it, as of the same date or a later one."""

    new: int
    updated: int
    unchanged: int
    refused: tuple[RefusedRow, ...]
