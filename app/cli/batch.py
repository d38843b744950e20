"""`postercheck batch`: a folder of pictures, into a file that a later run can go on with."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from app.cli.common import (
    EXIT_INTERRUPTED,
    EXIT_PARTLY,
    HomeOption,
    open_checker_of,
    say,
    settings_of,
)
from app.cli.progress import show_progress
from app.errors import WrongUse

if TYPE_CHECKING:
    from app.batch.plan import PlannedPicture
    from app.batch.run import BatchOptions
    from app.reports.format import RowFormat
    from app.reports.output import RowWriter

FormatName = Literal["jsonl", "csv", "html"]
_SUFFIXES = {".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl", ".csv": "csv", ".html": "html", ".htm": "html"}


def batch(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Folder with pictures.", show_default=False)],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Where the results go; default: standard output."),
    ] = None,
    format_name: Annotated[
        FormatName | None,
        typer.Option("--format", help="Default: by the suffix of FILE, else jsonl.", show_default=False),
    ] = None,
    jobs: Annotated[
        int | None, typer.Option(min=1, max=256, help="Worker processes; default: one a processor.", show_default=False)
    ] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with what FILE already holds.")] = False,
    recursive: Annotated[bool, typer.Option("--recursive/--no-recursive", help="Folders in FOLDER too.")] = True,
    home: HomeOption = None,
) -> None:
    """Check every picture in a folder, in several processes; results keep the order of the file names.

    Exit codes: 0 all checked, 1 a picture could not be checked (its row says why), 2 wrong use, 3 no library.
    """
    from app.batch.plan import plan_folder
    from app.batch.run import BatchOptions
    from app.batch.worker import WorkerOptions
    from app.library.workers import count_processors
    from app.settings import checker_options

    if resume and output is None:
        raise WrongUse("--resume goes on with a file: name it with --output FILE.")
    row_format = _choose_format(format_name, output)
    settings = settings_of(context)
    plan = plan_folder(folder, recursive=recursive)
    # Fills an empty library once, and says what is wrong with it before any file is touched.
    open_checker_of(settings).close()
    with _open_writer(output, row_format, resume) as writer:
        pictures = [picture for picture in plan.pictures if not writer.take_if_done(picture.name)]
        _tell_plan(len(plan.pictures), len(plan.pictures) - len(pictures), plan.ignored)
        worker = WorkerOptions(checker_options(settings), previews=row_format.name == "html")
        wanted_jobs = min(jobs or count_processors(), max(1, len(pictures)))
        finished = _run(pictures, BatchOptions(worker, wanted_jobs), writer)
    _tell_counts(writer)
    if not finished:
        if output is not None:
            say(f"Stopped. {output} holds what is done; go on with:\n  {_resume_command()}")
        raise typer.Exit(EXIT_INTERRUPTED)
    from app.reports.outcome import Outcome

    if writer.counts[Outcome.SKIPPED]:
        raise typer.Exit(EXIT_PARTLY)


def _choose_format(name: str | None, output: Path | None) -> RowFormat:
    from app.reports.formats import FORMATS

    wanted = name or (_SUFFIXES.get(output.suffix.lower(), "jsonl") if output else "jsonl")
    return next(row_format for row_format in FORMATS if row_format.name == wanted)


def _open_writer(output: Path | None, row_format: RowFormat, resume: bool) -> RowWriter:
    from app.reports.output import RowWriter, resume_file, start_file

    try:
        if output is None:
            writer = RowWriter(sys.stdout.buffer, row_format)
            writer.begin()
            return writer
        if resume:
            return resume_file(output, row_format)
        writer, older = start_file(output, row_format)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise WrongUse(f"{output} cannot be written: {error.strerror or error}.") from error
    if older is not None:
        say(f"{output} was there already; its old content is now in {older}.")
    return writer


def _run(pictures: list[PlannedPicture], options: BatchOptions, writer: RowWriter) -> bool:
    """Check and write everything; False when the person interrupted it. The file is complete as far as it goes."""
    from app.batch.run import run_batch
    from app.reports.format import Thumbnails

    results = run_batch(pictures, options)
    try:
        with show_progress("Checking", len(pictures)) as advance:
            for result in results:
                previews = Thumbnails(result.submitted_preview, result.reference_preview, result.crops)
                writer.write(result.item, previews)
                advance(1)
    except KeyboardInterrupt:
        finished = False
    else:
        finished = True
    finally:
        results.close()
    writer.end()
    return finished


def _tell_plan(total: int, done: int, ignored: int) -> None:
    parts = [f"{total} picture{'' if total == 1 else 's'}"]
    if done:
        parts.append(f"{done} of them done by an earlier run")
    if ignored:
        parts.append(f"{ignored} other file{'' if ignored == 1 else 's'} ignored")
    say(", ".join(parts) + ".")


def _tell_counts(writer: RowWriter) -> None:
    from app.reports.outcome import OUTCOME_WORDS, Outcome

    parts = [f"{writer.counts[outcome]} {OUTCOME_WORDS[outcome]}" for outcome in Outcome]
    say(f"{writer.counts.total()} done: " + ", ".join(parts) + ".")


def _resume_command() -> str:
    """The command that was typed, with --resume."""
    words = [word for word in sys.argv[1:] if word != "--resume"]
    return shlex.join(["postercheck", *words, "--resume"])
