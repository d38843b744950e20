"""Fills an empty library with the demo pictures, so that a first check has something to compare with."""

from pathlib import Path

from app.library.file_lock import file_lock
from app.library.import_manifest import read_manifest
from app.library.import_run import ImportRun
from app.library.import_summary import ImportOptions, ImportProblem, ImportSummary
from app.library.library import Library
from app.library.reading import is_empty

NOTHING_DONE = ImportSummary(added=0, updated=0, unchanged=0, problems=())


def fill_with_demo(library: Library, folder: Path) -> ImportSummary:
    """Add the pictures of `folder` as demo references, all in one transaction, if the library holds nothing at all.

    Of several processes that try at once one does it, and the others wait for it.
    Raises: ManifestInvalid (the folder is no demo library), LibraryError.
    """
    if not _is_empty(library):
        return NOTHING_DONE
    with file_lock(library.home / "demo.lock"):
        if not _is_empty(library):
            return NOTHING_DONE
        rows = read_manifest(folder)
        # In this process: a script without a main guard that opens a checker would wait for its own workers for ever.
        run = ImportRun(library.database, library.pictures, ImportOptions(jobs=1), as_demo=True)
        summary = run.run(rows.good)
    unread = tuple(ImportProblem(row.path, row.line, row.code, row.text) for row in rows.bad)
    return ImportSummary(summary.added, summary.updated, summary.unchanged, unread + summary.problems)


def _is_empty(library: Library) -> bool:
    with library.database.reading() as connection:
        return is_empty(connection)
