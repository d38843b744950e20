"""`postercheck catalogue import`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import typer

from app.cli.common import EXIT_PARTLY, HomeOption, say, settings_of
from app.cli.progress import show_progress
from app.errors import WrongUse

_KIB = 1024


def import_list(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A list of titles.")],
    form: Annotated[
        Literal["auto", "csv", "top10", "tmdb"],
        typer.Option("--format", help="csv: this program's own; top10: Netflix Top 10 (TSV); tmdb: TMDB's JSON."),
    ] = "auto",
    as_of: Annotated[
        str,
        typer.Option(metavar="DATE", help="How old the list is, as 2024-07-29. Default: when the file was written."),
    ] = "",
    home: HomeOption = None,
) -> None:
    """Add titles, or what is newer of known ones; safe to run again. A list that breaks off changes nothing."""
    from app.catalogue.catalogue import Catalogue
    from app.catalogue.import_file import ListFormat, import_file

    _check_date(as_of)
    total = file.stat().st_size // _KIB if file.is_file() else 0
    with Catalogue.open(settings_of(context).home) as catalogue, show_progress("Reading (KiB)", total) as advance:
        read = 0

        def tell(done: int, _total: int) -> None:
            nonlocal read
            advance(done // _KIB - read)
            read = done // _KIB

        summary = import_file(catalogue, file, None if form == "auto" else ListFormat(form), as_of, tell)
    for row in summary.refused:
        say(f"{file}, line {row.line}: left out{f' ({row.name})' if row.name else ''}. {row.text}")
    counts = f"{summary.new} new, {summary.updated} updated, {summary.unchanged} unchanged"
    say(f"{counts}, {len(summary.refused)} left out.")
    if summary.refused:
        raise typer.Exit(EXIT_PARTLY)


def _check_date(as_of: str) -> None:
    if as_of:
        try:
            date.fromisoformat(as_of)
        except ValueError:
            raise WrongUse(f"--as-of takes a date such as 2024-07-29, not {as_of!r}.") from None
