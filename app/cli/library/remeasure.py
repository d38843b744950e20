"""Measures the references of a library anew from their stored pictures; each row is written as soon as it is ready."""

import dataclasses
from collections.abc import Callable, Iterator
from contextlib import closing

from app.errors import LibraryError
from app.library.import_run import count_processors
from app.library.library import Library, LibraryProblem
from app.library.pictures import NO_LIMITS
from app.library.prepare import Prepared, PrepareTask, Refused, prepare
from app.library.query import MAX_LIMIT, ReferenceQuery
from app.library.workers import run_in_order
from app.library.writing import count_change, put_fingerprint
from app.model.reference import Reference


def remeasure(library: Library, step: Callable[[], None]) -> Iterator[LibraryProblem]:
    """Give the references, in any state, that could not be measured; `step` is called after every one.

    Those that are done stay done when it is stopped. Raises: LibraryError.
    """
    unread: list[LibraryProblem] = []
    with closing(run_in_order(_prepare, _tasks(library, unread), count_processors())) as results:
        for (reference, _task), result in results:
            if isinstance(result, Prepared):
                with library.database.writing() as connection:
                    put_fingerprint(connection, reference.key, result.fingerprint)
                    count_change(connection)
            else:
                reason = result.text if isinstance(result, Refused) else "Measuring this picture ended its process."
                unread.append(_problem(reference, reason))
            step()
            while unread:
                yield unread.pop(0)
    yield from unread


def _tasks(library: Library, unread: list[LibraryProblem]) -> Iterator[tuple[Reference, PrepareTask]]:
    """One task for each reference whose original is there; the others go to `unread`."""
    query = ReferenceQuery(limit=MAX_LIMIT)
    while True:
        page = library.references(query)
        for reference in page.items:
            try:
                original = library.original(reference.id)
            except LibraryError as error:
                unread.append(_problem(reference, str(error)))
            else:
                yield reference, PrepareTask(original, library.home, NO_LIMITS, replace=True)
        if page.next_cursor is None:
            return
        query = dataclasses.replace(query, cursor=page.next_cursor)


def _prepare(job: tuple[Reference, PrepareTask]) -> Prepared | Refused:
    return prepare(job[1])


def _problem(reference: Reference, text: str) -> LibraryProblem:
    return LibraryProblem("not_measured", reference.id, None, text, fixed=False)
