"""Accuracy and time over a folder of posters: python -m benchmarks.robustness FOLDER.

Imports the folder into a library of its own, re-shares and edits its posters in every way of the registry, checks the
results and prints one table a group. The folder may have a manifest.csv (path, label, title) and variants/pairs.csv.
With --peers, other tools are asked about the same pictures (see benchmarks/peers.py). With --markdown, the reliability
diagram is drawn beside the tables.
"""

import argparse
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from benchmarks.harness.home import default_home, prepare_home
from benchmarks.harness.make_picture import make_picture
from benchmarks.harness.measure import MeasureOptions, measure
from benchmarks.harness.peer_tables import render_peers
from benchmarks.harness.peers import PeerJob, PeerRun, compare_with_peers, sample
from benchmarks.harness.plan import PlanOptions, borrowable, make_plan, slice_names
from benchmarks.harness.posters import Roles, read_pairs, read_posters, share_roles
from benchmarks.harness.reliability_diagram import draw_reliability
from benchmarks.harness.results import describe_machine, write_results
from benchmarks.harness.summary import Summary, summarise
from benchmarks.harness.tables import render
from benchmarks.harness.twins import find_twins
from benchmarks.harness.values import Outcome, Task
from benchmarks.harness.weighing import present_weighing


def parse_arguments(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.robustness", description=__doc__)
    parser.add_argument("folder", type=Path, help="posters, with or without a manifest.csv")
    parser.add_argument("--posters", type=int, default=20, metavar="N", help="pictures in each slice (20)")
    parser.add_argument("--seed", type=int, default=0, help="another seed draws other parameters (0)")
    parser.add_argument(
        "--split", choices=("tune", "test", "all"), default="all", help="which half of the posters (all)"
    )
    parser.add_argument("--home", type=Path, help="folder of the benchmark's library (one for temporary files)")
    parser.add_argument("--slices", nargs="+", default=[], metavar="NAME", help="only these slices or groups")
    parser.add_argument("--jobs", type=int, default=2, help="processes (2)")
    parser.add_argument("--output", type=Path, metavar="JSON", help="write every result here")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="write the tables here too")
    parser.add_argument("--pictures", type=Path, metavar="DIR", help="keep every checked picture here")
    parser.add_argument("--keep-wrong", type=Path, metavar="DIR", help="write the pictures that were surely wrong here")
    parser.add_argument(
        "--peers", type=Path, metavar="PYTHON", help="ask other tools too; interpreter with peers-requirements.txt"
    )
    parser.add_argument(
        "--peer-pictures", type=int, default=10, metavar="N", help="pictures of each slice for the peers (10)"
    )
    options = parser.parse_args(arguments)
    if unknown := sorted(set(options.slices) - set(slice_names())):
        parser.error(f"no slice is called {', '.join(unknown)}; there are: {', '.join(slice_names())}")
    if not options.folder.is_dir():
        parser.error(f"{options.folder} is no folder")
    if options.peers and not options.peers.is_file():
        parser.error(f"{options.peers} is no interpreter")
    return options


def main() -> None:
    """Prepares the library, measures, asks the peers, prints, writes."""
    options = parse_arguments()
    roles = share_roles(read_posters(options.folder), read_pairs(options.folder))
    if not roles.library:
        sys.exit(f"No official posters in {options.folder}.")
    started = time.perf_counter()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with TemporaryDirectory(prefix="postercheck-benchmark-") as work:
        with Progress(*columns, console=Console(stderr=True)) as progress:
            plan_options, tasks, bench = _prepare(roles, options, Path(work), progress)
            outcomes = _measure(tasks, bench, progress)
        peers = _ask_peers(options, roles, outcomes, bench, Path(work))
    summary = summarise(outcomes)
    run: dict[str, object] = {
        "date": datetime.now(UTC).date().isoformat(), "folder": options.folder.name, "posters": plan_options.count,
        "seed": plan_options.seed, "split": plan_options.split, "jobs": bench.jobs, "library": len(bench.artworks),
        "minutes": round((time.perf_counter() - started) / 60, 1), "machine": describe_machine(),
        "artworks": bench.artworks, "weighing": present_weighing().as_json(), "peers": asdict(peers) if peers else None,
    }  # fmt: skip
    text = _write_markdown(options.markdown, summary, _heading(run, len(outcomes)), peers)
    print(text)
    if options.output:
        write_results(options.output, run, summary, outcomes)
    if options.keep_wrong:
        _keep_wrong(options.keep_wrong, outcomes, bench)


def _write_markdown(path: Path | None, summary: Summary, heading: str, peers: PeerRun | None) -> str:
    """The tables; where they are written, the reliability diagram is drawn beside them."""
    drawn = ""
    if path and summary.calibration:
        diagram = path.with_suffix(".svg")
        diagram.write_text(draw_reliability(summary.calibration, heading.split(";")[0]), encoding="utf-8")
        drawn = diagram.name
    text = render(summary, heading, peers=render_peers(peers) if peers else "", diagram=drawn)
    if path:
        path.write_text(text, encoding="utf-8")
    return text


def _prepare(
    roles: Roles, options: argparse.Namespace, work: Path, progress: Progress
) -> tuple[PlanOptions, list[Task], MeasureOptions]:
    """Fills the library if need be, and plans."""
    plan_options = PlanOptions(options.posters, options.seed, options.split, tuple(options.slices))
    home = options.home or default_home(options.folder)
    bar = progress.add_task("library", total=len(roles.imported()))
    prepare_home(
        home, options.folder, roles.imported(), options.jobs,
        lambda done, total: progress.update(bar, completed=done, total=total),
    )  # fmt: skip
    progress.remove_task(bar)
    twins = find_twins(roles, options.folder, home)
    tasks = make_plan(roles, plan_options, twins.held_out)
    for_peers = sample(tasks, options.peer_pictures) if options.peers else None
    bench = MeasureOptions(
        folder=options.folder,
        home=home,
        seed=options.seed,
        jobs=options.jobs,
        others=borrowable(roles, plan_options),
        artworks=twins.artworks,
        pictures=options.pictures or (work / "pictures" if options.peers else None),
        kept=None if options.pictures else for_peers,
    )
    return plan_options, tasks, bench


def _measure(tasks: Sequence[Task], bench: MeasureOptions, progress: Progress) -> list[Outcome]:
    bar = progress.add_task("check", total=len(tasks))
    outcomes = []
    for outcome in measure(tasks, bench):
        outcomes.append(outcome)
        progress.update(bar, advance=1, description=outcome.task.slice)
    return outcomes


def _ask_peers(
    options: argparse.Namespace, roles: Roles, outcomes: Sequence[Outcome], bench: MeasureOptions, work: Path
) -> PeerRun | None:
    if not options.peers or not bench.pictures:
        return None
    imported = roles.imported()
    job = PeerJob(
        # Not resolved: a link into a virtual environment is what makes it one.
        python=options.peers.absolute(),
        references={poster.name: (options.folder / poster.name).absolute() for poster in imported},
        official=frozenset(poster.name for poster in imported if poster.official),
        artworks=bench.artworks,
        store=(bench.home / "peers").absolute(),
    )
    chosen = sample((outcome.task for outcome in outcomes), options.peer_pictures)
    asked = [outcome for outcome in outcomes if outcome.task.file_name in chosen]
    return compare_with_peers(asked, bench.pictures.absolute(), job, work)


def _heading(run: dict[str, object], count: int) -> str:
    return (
        f"{count} pictures, {run['posters']} a slice, against {run['library']} references; seed {run['seed']}, "
        f"split {run['split']}; {run['jobs']} processes of one thread each, {run['minutes']} minutes in all."
    )


def _keep_wrong(folder: Path, outcomes: Sequence[Outcome], bench: MeasureOptions) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for outcome in outcomes:
        if outcome.surely_wrong:
            task = outcome.task
            made = make_picture(task, bench.folder, bench.others, bench.seed)
            (folder / task.file_name.replace("/", "-")).write_bytes(made.data)


if __name__ == "__main__":
    main()
