"""`postercheck library verify` and `rebuild`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.common import EXIT_PARTLY, HomeOption, open_library_of, say, show
from app.cli.progress import show_progress

if TYPE_CHECKING:
    from app.library.library import LibraryProblem


def verify(
    context: typer.Context,
    fix: Annotated[bool, typer.Option("--fix", help="Repair what can be repaired.")] = False,
    home: HomeOption = None,
) -> None:
    """Look for damage in the database and among the picture files, and for doubtful provenance.

    Pictures of a title that are held twice are named, and are nothing wrong.
    Exit code 1 when something is wrong, or with --fix when something could not be repaired.
    """
    with open_library_of(context) as library:
        found = [*library.verify(fix=fix), *library.doubts()]
    problems = [problem for problem in found if not problem.remark]
    for problem in found:
        show(_problem_line(problem))
    left = sum(not problem.fixed for problem in problems)
    if not problems:
        say("Nothing is wrong.")
    elif left:
        hint = "" if fix else "; `postercheck library verify --fix` repairs what can be repaired"
        say(f"{len(problems)} found, {len(problems) - left} repaired, {left} left{hint}.")
        raise typer.Exit(EXIT_PARTLY)
    else:
        say(f"{len(problems)} found, all repaired.")


def rebuild(context: typer.Context, home: HomeOption = None) -> None:
    """Measure every reference anew from its stored picture; for after an upgrade that measures in a new way.

    Running servers go on with the old fingerprints until the new ones are complete; stopped, it goes on where it was.
    """
    if hasattr(os, "nice"):
        # A server on the same machine comes first; worker processes inherit it.
        os.nice(10)
    with open_library_of(context) as library:
        total = library.references().total - library.coverage()[0].without_picture
        with show_progress("Measuring", total) as advance:
            problems = library.rebuild(lambda _done, _total: advance(1))
    for problem in problems:
        show(_problem_line(problem))
    failed = sum(problem.code == "not_measured" for problem in problems)
    say(f"{total - failed} of {total} measured anew.")
    if problems:
        raise typer.Exit(EXIT_PARTLY)


def _problem_line(problem: LibraryProblem) -> str:
    from app.reports.harmless import harmless

    where = problem.reference_id or problem.path or "database"
    mended = "\trepaired" if problem.fixed else "\tremark" if problem.remark else ""
    return harmless(where) + f"\t{problem.code}\t" + harmless(problem.text) + mended + "\n"
