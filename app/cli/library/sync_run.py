"""Runs a synchronisation for the command line: a bar while it goes, then what became of the pictures."""

from __future__ import annotations

import dataclasses
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from app.cli.common import EXIT_INTERRUPTED, EXIT_PARTLY, open_library_of, say, settings_of, show
from app.cli.library.sync_options import Wanted

if TYPE_CHECKING:
    from app.sources.client import ClientOptions
    from app.sources.found import Source
    from app.sources.summary import SyncOptions, SyncPlan, SyncProgress, SyncSummary
    from app.sources.work import Refusal


def run_sync(context: typer.Context, source: Source, client: ClientOptions, wanted: Wanted) -> None:
    """Run, or with a dry run only plan; ends with the exit code that says how it went."""
    from app.sources.sync import plan_sync, sync

    options = _sync_options(context, source, wanted)
    with open_library_of(context, create=True) as library:
        if wanted.dry_run:
            plan = plan_sync(library, source, client, options)
            _tell_refused(plan.refused)
            show(_plan_json(plan) if wanted.as_json else _plan_lines(plan))
            complete = not plan.refused
        else:
            try:
                with _show_progress() as progress:
                    summary = sync(library, source, client, options, progress)
            except KeyboardInterrupt:
                say("Stopped. The same command goes on where this one was.")
                raise typer.Exit(EXIT_INTERRUPTED) from None
            _tell_refused(summary.refused)
            show(_summary_json(summary) if wanted.as_json else _summary_lines(summary))
            complete = summary.complete
    if not complete:
        raise typer.Exit(EXIT_PARTLY)


def _sync_options(context: typer.Context, source: Source, wanted: Wanted) -> SyncOptions:
    from app.imaging.load import ImageLimits
    from app.sources.summary import SyncOptions
    from app.sources.sync import make_run_name

    settings = settings_of(context)
    limits = ImageLimits(max_bytes=settings.max_upload_bytes, max_pixels=settings.max_pixels)
    name = make_run_name(source, wanted.limit)
    return SyncOptions(name, wanted.limit, wanted.jobs, wanted.refresh, limits)


def _tell_refused(refused: tuple[Refusal, ...]) -> None:
    for one in refused:
        say(f"{one.address}: not taken ({one.reason}). {one.text}")


def _summary_lines(summary: SyncSummary) -> str:
    """One line a count; refused ones by reason below theirs."""
    lines = [
        ("new", summary.new, ""),
        ("unchanged", summary.unchanged, ""),
        ("gone", summary.gone, "withdrawn by the source; no part of checks any more"),
        ("refused", len(summary.refused), ""),
        *(
            (f"  {reason}", count, "")
            for reason, count in sorted(Counter(one.reason for one in summary.refused).items())
        ),
        ("another place", summary.another_place, "of a picture that is new"),
        ("expired", len(summary.expired), "kept as long as their source allows, now deleted"),
        ("left", summary.left, "for the next run: a host did not answer any more"),
        ("conflicts", summary.conflicts, "official and known fake at once; see `postercheck library verify`"),
    ]
    always = {"new", "unchanged", "gone", "refused"}
    told = [(name, count, words) for name, count, words in lines if count or name in always]
    head = "Went on with a sync that was stopped before; the counts are of both parts.\n" if summary.resumed else ""
    return head + "".join(
        f"{name:<22}{count:>8}{'  ' + words if words and count else ''}\n" for name, count, words in told
    )


def _summary_json(summary: SyncSummary) -> str:
    return json.dumps(dataclasses.asdict(summary) | {"complete": summary.complete}, ensure_ascii=False) + "\n"


def _plan_lines(plan: SyncPlan) -> str:
    from app.reports.harmless import harmless

    lines = []
    for one in plan.pictures:
        found = one.found
        cells = ("kept" if one.kept else "fetch", found.tier or "-", found.title, found.url or found.path)
        lines.append("\t".join(harmless(str(cell)) for cell in cells) + "\n")
    fetch = sum(not one.kept for one in plan.pictures)
    return "".join(lines) + f"{fetch} would be fetched, {len(plan.pictures) - fetch} are here already.\n"


def _plan_json(plan: SyncPlan) -> str:
    return json.dumps(dataclasses.asdict(plan), ensure_ascii=False) + "\n"


@contextmanager
def _show_progress() -> Iterator[Callable[[SyncProgress], None]]:
    """A bar whose end moves away while pictures are found; nothing where standard error is no terminal."""
    if not sys.stderr.isatty():
        yield lambda _progress: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from app.reports.harmless import harmless

    columns = (
        TextColumn("Syncing"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[at]}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None, at="")

        def advance(progress: SyncProgress) -> None:
            place = harmless(progress.place)[-50:].replace("[", "(")
            bar.update(task, completed=progress.done, total=progress.found or None, at=place)

        yield advance
