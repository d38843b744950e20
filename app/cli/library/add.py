"""`postercheck library import` and `add`: ways for pictures to become references."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from app.cli.common import EXIT_PARTLY, HomeOption, open_library_of, say, settings_of
from app.cli.progress import show_progress

if TYPE_CHECKING:
    from app.library.new_reference import NewReference

JobsOption = Annotated[
    int | None, typer.Option(min=1, max=256, help="Worker processes; default: one a processor.", show_default=False)
]


def import_many(
    context: typer.Context,
    source: Annotated[
        Path, typer.Argument(metavar="MANIFEST.csv|FOLDER", help="A list of pictures, or a folder of them.")
    ],
    jobs: JobsOption = None,
    home: HomeOption = None,
) -> None:
    """Add many references at once; safe to run again: what the library has already stays as it is.

    In a folder without a manifest.csv, pictures in official/ and known_fakes/ get that label, and their title from the
    file's name.
    """
    from app.library.import_manifest import read_manifest

    rows = read_manifest(source)
    for problem in rows.bad:
        say(f"{source}, line {problem.line}: left out. {problem.text}")
    complete = _add(context, list(rows.good), jobs)
    if rows.bad or not complete:
        raise typer.Exit(EXIT_PARTLY)


def add(
    context: typer.Context,
    images: Annotated[list[Path], typer.Argument(metavar="IMAGE...", help="Picture files.")],
    label: Annotated[Literal["official", "known_fake"], typer.Option(help="What they are.")],
    title: Annotated[str, typer.Option(metavar="TEXT", help="The film or series they are for.")] = "",
    source: Annotated[str, typer.Option(metavar="TEXT", help="Where they come from, in a word.")] = "",
    page_url: Annotated[str, typer.Option(metavar="URL", help="The page they were found on.")] = "",
    home: HomeOption = None,
) -> None:
    """Add pictures as references."""
    from app.library.new_reference import NewReference
    from app.model.reference import Label, Provenance

    references = [
        NewReference(
            picture=image,
            label=Label(label),
            title=title,
            provenance=Provenance(path=image.as_posix(), source=source, page_url=page_url),
        )
        for image in images
    ]
    if not _add(context, references, None):
        raise typer.Exit(EXIT_PARTLY)


def _add(context: typer.Context, references: list[NewReference], jobs: int | None) -> bool:
    """Whether every picture is a reference now; problems and the counts are told."""
    from app.imaging.load import ImageLimits
    from app.library.add import ImportOptions, add_references

    settings = settings_of(context)
    limits = ImageLimits(max_bytes=settings.max_upload_bytes, max_pixels=settings.max_pixels)
    options = ImportOptions(jobs=jobs, limits=limits)
    with open_library_of(context, create=True) as library, show_progress("Adding", len(references)) as advance:
        summary = add_references(library, references, options, lambda _progress: advance(1))
    for problem in summary.problems:
        place = f", line {problem.line}" if problem.line else ""
        say(f"{problem.path}{place}: not added. {problem.text}")
    counts = f"{summary.added} added, {summary.updated} updated, {summary.unchanged} unchanged"
    say(f"{counts}, {len(summary.problems)} not added.")
    return not summary.problems
