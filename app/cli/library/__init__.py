"""`postercheck library`: everything that is done with the references, put together as one group of commands."""

import typer

from app.cli.common import HomeOption
from app.cli.library.add import add, import_many
from app.cli.library.change import disable, enable, remove
from app.cli.library.look import info, list_references
from app.cli.library.pack import export, load
from app.cli.library.repair import rebuild, verify
from app.cli.library.sync import sync_app

library_app = typer.Typer(no_args_is_help=True)


@library_app.callback()
def library(home: HomeOption = None) -> None:
    """The official artwork and known fakes that posters are compared with."""


library_app.command("import")(import_many)
library_app.command("add")(add)
library_app.command("list")(list_references)
library_app.command("info")(info)
library_app.command("remove")(remove)
library_app.command("disable")(disable)
library_app.command("enable")(enable)
library_app.command("verify")(verify)
library_app.command("rebuild")(rebuild)
library_app.command("export")(export)
library_app.command("load")(load)
library_app.add_typer(sync_app, name="sync")
