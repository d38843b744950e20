"""Adds pictures to a library: the one way in for the command line, the server, and whatever fetches pictures."""

from collections.abc import Callable, Iterable

from app.library.import_run import ImportRun
from app.library.import_summary import ImportOptions, ImportProblem, ImportProgress, ImportSummary
from app.library.library import Library
from app.library.new_reference import NewReference

__all__ = [
    "ImportOptions",
    "ImportProblem",
    "ImportProgress",
    "ImportSummary",
    "NewReference",
    "add_references",
]

_DEFAULT_OPTIONS = ImportOptions()


def add_references(
    library: Library,
    items: Iterable[NewReference],
    options: ImportOptions = _DEFAULT_OPTIONS,
    progress: Callable[[ImportProgress], None] | None = None,
) -> ImportSummary:
    """Add every item that is not there yet; the first one that is added to a demo library replaces the demo.

    Safe to run again, after being killed too: the same file with the same label stays one reference, and what an item
    leaves empty keeps what is recorded. `items` may be endless; they are drawn as they are needed. `progress` is called
    in this thread after each of them. A picture that cannot be a reference becomes a problem in the summary.

    Raises: LibraryError (disk full, say), WorkersKeepDying; what was committed before stays.
    """
    return ImportRun(library.database, library.pictures, options, progress).run(items)
