"""What all commands share: the --home option, settings, exit codes, and how something is said to the person."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.errors import CatalogueBroken, LibraryBroken, LibraryMissing, PostercheckError, WrongUse

if TYPE_CHECKING:
    from app.checker import Checker
    from app.library.library import Library
    from app.settings import Settings

EXIT_PARTLY = 1
EXIT_WRONG_USE = 2
EXIT_NO_LIBRARY = 3
EXIT_FOUND = 4
EXIT_INTERRUPTED = 130

HomeOption = Annotated[
    Path | None,
    typer.Option(
        "--home",
        metavar="DIR",
        help="Folder of the library. Default: POSTERCHECK_HOME, else the user's data folder.",
        show_default=False,
    ),
]


def settings_of(context: typer.Context, **given: object) -> Settings:
    """Settings from the environment, overruled by `given` (None: not given) and by the --home nearest to the command.

    Raises: WrongUse when a value is out of range.
    """
    from pydantic import ValidationError

    from app.settings import Settings

    values: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    place: typer.Context | None = context
    while place is not None and "home" not in values:
        if place.params.get("home") is not None:
            values["home"] = place.params["home"]
        place = place.parent  # type: ignore[assignment]
    try:
        settings = Settings(**values)
    except ValidationError as error:
        faults = "; ".join(f"{fault['loc'][0]}: {fault['msg']}" for fault in error.errors() if fault["loc"])
        raise WrongUse(f"A setting cannot be used (option or POSTERCHECK_ variable). {faults}") from error
    return settings.model_copy(update={"home": settings.home.expanduser().absolute()})


def open_checker_of(settings: Settings) -> Checker:
    """The checker of the library at the settings' home. Raises: LibraryError."""
    from app.checker import open_checker
    from app.settings import checker_options

    return open_checker(checker_options(settings))


def open_library_of(context: typer.Context, *, create: bool = False) -> Library:
    """The library at the home given; never filled with the demo here. Raises: LibraryMissing, LibraryBroken."""
    from app.library.library import Library

    return Library.open(settings_of(context).home, create=create)


def say(message: str) -> None:
    """Tell the person something that is no result."""
    from app.reports.harmless import harmless

    typer.echo("\n".join(harmless(line) for line in message.split("\n")), err=True)


def show(text: str) -> None:
    """Print a result, which ends its own lines."""
    sys.stdout.write(text)
    sys.stdout.flush()


def exit_code_of(error: PostercheckError) -> int:
    """Which of the documented exit codes says what `error` is."""
    if isinstance(error, WrongUse):
        return EXIT_WRONG_USE
    if isinstance(error, LibraryMissing | LibraryBroken | CatalogueBroken):
        return EXIT_NO_LIBRARY
    return EXIT_PARTLY
