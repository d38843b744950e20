"""`postercheck library remove`, `disable` and `enable`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.common import EXIT_PARTLY, HomeOption, open_library_of, say
from app.errors import ReferenceNotFound

if TYPE_CHECKING:
    from app.library.library import Library

IdsArgument = Annotated[list[str], typer.Argument(metavar="ID...", help="Ids as `library list` shows them.")]


def remove(context: typer.Context, ids: IdsArgument, home: HomeOption = None) -> None:
    """Delete references and their picture files for good; `disable` only leaves them out of checks."""
    _for_each(context, ids, lambda library, one: library.remove(one), "removed")


def disable(context: typer.Context, ids: IdsArgument, home: HomeOption = None) -> None:
    """Leave references out of checks, and keep them."""
    from app.model.reference import ReferenceState

    _for_each(context, ids, lambda library, one: library.set_state(one, ReferenceState.DISABLED), "disabled")


def enable(context: typer.Context, ids: IdsArgument, home: HomeOption = None) -> None:
    """Let disabled references take part in checks again."""
    from app.model.reference import ReferenceState

    _for_each(context, ids, lambda library, one: library.set_state(one, ReferenceState.ACTIVE), "enabled")


def _for_each(context: typer.Context, ids: list[str], change: Callable[[Library, str], None], done: str) -> None:
    missing = False
    with open_library_of(context) as library:
        for one in ids:
            try:
                change(library, one)
            except ReferenceNotFound as error:
                say(str(error))
                missing = True
            else:
                say(f"{one} {done}.")
    if missing:
        raise typer.Exit(EXIT_PARTLY)
