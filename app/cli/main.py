"""The program `postercheck`: puts the commands together and turns errors into messages and exit codes."""

import sys
from typing import Annotated

import typer

from app import __version__
from app.cli.batch import batch
from app.cli.catalogue import catalogue_app
from app.cli.check import check
from app.cli.common import EXIT_PARTLY, HomeOption, exit_code_of, say
from app.cli.doctor import doctor
from app.cli.library import library_app
from app.cli.serve import serve
from app.errors import PostercheckError

app = typer.Typer(
    name="postercheck",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(check)
app.command()(batch)
app.add_typer(library_app, name="library")
app.add_typer(catalogue_app, name="catalogue")
app.command()(serve)
app.command()(doctor)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"postercheck {__version__}")
        raise typer.Exit


@app.callback()
def main(
    home: HomeOption = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and end.")
    ] = False,
) -> None:
    """Is that film poster official, or fan-made? Lays it over official artwork and known fakes, and says why."""


def run() -> None:
    """Run the command line of this process, and end it with a documented exit code."""
    for stream in (sys.stdout, sys.stderr):
        # A name that the terminal's alphabet lacks must not end the program.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        app()
    except PostercheckError as error:
        say(f"postercheck: {error}")
        sys.exit(exit_code_of(error))
    except OSError as error:
        # Full disks and the like; errors of single files are caught where they can be named.
        say(f"postercheck: {error}")
        sys.exit(EXIT_PARTLY)
