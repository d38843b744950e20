"""`postercheck check`: one picture or a few, with the answer in words or as JSON lines."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from app.cli.common import EXIT_FOUND, EXIT_PARTLY, HomeOption, open_checker_of, say, settings_of, show
from app.errors import UnreadableImage, WrongUse

if TYPE_CHECKING:
    from app.checker import Checker
    from app.model.report import CheckReport

FailOn = Literal["likely_fan_made", "likely_official"]


def check(
    context: typer.Context,
    images: Annotated[list[str], typer.Argument(metavar="IMAGE...", help="Picture files; - reads standard input.")],
    source_url: Annotated[str | None, typer.Option(metavar="URL", help="Where the poster was found.")] = None,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="The title the poster is said to be for.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line for each picture.")] = False,
    read_words: Annotated[
        bool, typer.Option("--read-words", help="Read all words, also where a reference explains the picture.")
    ] = False,
    diff: Annotated[
        Path | None,
        typer.Option(metavar="FILE.png", help="Draw one poster, its best reference and what differs."),
    ] = None,
    fail_on: Annotated[
        FailOn | None, typer.Option(help="End with exit code 4 when a picture gets this verdict.", show_default=False)
    ] = None,
    home: HomeOption = None,
) -> None:
    """Check pictures: likely official or likely fan-made, and why.

    Exit codes: 0 all checked, 1 a picture could not be checked, 2 wrong use, 3 no library, 4 see --fail-on.
    """
    if diff is not None and len(images) != 1:
        raise WrongUse("--diff draws one picture; name one IMAGE.")
    if images.count("-") > 1:
        raise WrongUse("Standard input can be read only once.")
    settings = settings_of(context)
    failed = found = False
    with open_checker_of(settings) as checker:
        for image in images:
            try:
                data = _read(image, settings.max_upload_bytes)
                report = checker.check(data, _name(image), source_url=source_url, title=title, read_words=read_words)
            except UnreadableImage as error:
                _tell_skipped(image, error.code, str(error), as_json)
                failed = True
            except OSError as error:
                _tell_skipped(image, "unreadable_file", f"The file cannot be read: {error.strerror or error}.", as_json)
                failed = True
            else:
                _tell(report, as_json)
                found = found or report.verdict == fail_on
                failed = failed or (diff is not None and not _draw(checker, data, report, diff))
    if found:
        raise typer.Exit(EXIT_FOUND)
    if failed:
        raise typer.Exit(EXIT_PARTLY)


def _read(image: str, max_bytes: int) -> bytes:
    from app.batch.files import read_file, read_limited

    if image != "-":
        return read_file(Path(image), max_bytes)
    if sys.stdin.isatty():
        say("Reading a picture from standard input.")
    return read_limited(sys.stdin.buffer, max_bytes)


def _name(image: str) -> str:
    from app.batch.plan import shown_name

    return shown_name(Path(image))


def _tell(report: CheckReport, as_json: bool) -> None:
    if as_json:
        from app.reports.jsonl import json_line

        show(json_line(report))
        return
    from rich.console import Console

    from app.reports.text import report_text

    console = Console(file=sys.stdout)
    colour = console.is_terminal and console.color_system is not None and not console.no_color
    show(report_text(report, width=min(console.width, 100) if console.is_terminal else 100, colour=colour))


def _tell_skipped(image: str, code: str, text: str, as_json: bool) -> None:
    from app.model.report import SkippedInput, SkippedReason
    from app.reports.jsonl import json_line

    name = _name(image)
    if as_json:
        show(json_line(SkippedInput(input=name, error=SkippedReason(code=code, text=text))))
    say(f"{name}: not checked. {text}")


def _draw(checker: Checker, data: bytes, report: CheckReport, target: Path) -> bool:
    """Whether the sheet could be drawn and written; if not, the person is told why."""
    from app.checker import View

    try:
        target.write_bytes(checker.draw(data, report, View.DIFF))
    except WrongUse as error:
        say(f"{target} was not drawn: {error}")
        return False
    except OSError as error:
        say(f"{target} cannot be written: {error.strerror or error}.")
        return False
    say(f"Drawn: {target}")
    return True
