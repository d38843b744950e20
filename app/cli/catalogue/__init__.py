"""`postercheck catalogue`: everything that is done with the list of titles, put together as one group of commands."""

import typer

from app.cli.catalogue.ask import claim, info, search
from app.cli.catalogue.fill import import_list
from app.cli.common import HomeOption

catalogue_app = typer.Typer(no_args_is_help=True)


@catalogue_app.callback()
def catalogue(home: HomeOption = None) -> None:
    """The titles that exist: what a poster's title is held against."""


catalogue_app.command("import")(import_list)
catalogue_app.command("search")(search)
catalogue_app.command("info")(info)
catalogue_app.command("claim")(claim)
