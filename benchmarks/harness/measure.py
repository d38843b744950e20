"""Checking the planned pictures in a pool of processes, one thread each."""

import os
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import cv2
from threadpoolctl import threadpool_limits

from app.checker import Checker, CheckerOptions, open_checker
from app.errors import UnreadableImage
from benchmarks.harness.baseline import time_baseline
from benchmarks.harness.judge import judge
from benchmarks.harness.make_picture import make_picture
from benchmarks.harness.values import Outcome, Task

ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


@dataclass(frozen=True, slots=True)
class MeasureOptions:
    """others: names of posters that edits may borrow from. artworks: of every reference, see Twins.

    pictures: a folder to keep what was checked in; None keeps nothing. kept: file names to keep; None keeps all.
    """

    folder: Path
    home: Path
    seed: int
    jobs: int
    others: tuple[str, ...]
    artworks: dict[str, str]
    pictures: Path | None = None
    kept: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Bench:
    """One process's open checker, and what it needs to make pictures."""

    options: MeasureOptions
    checker: Checker

    def run(self, task: Task) -> Outcome:
        """Makes the picture, times the baseline and the check, judges the report."""
        options = self.options
        made = make_picture(task, options.folder, options.others, options.seed)
        if options.pictures and (options.kept is None or task.file_name in options.kept):
            kept = options.pictures / task.file_name
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_bytes(made.data)
        baseline = time_baseline(made.data)
        start = time.perf_counter()
        try:
            report = self.checker.check(made.data, task.poster)
        except UnreadableImage as error:
            return Outcome(task, made.note, made.size, error=error.code)
        spent = (time.perf_counter() - start) * 1000
        return judge(task, made, report, (spent, baseline), options.artworks)


def open_bench(options: MeasureOptions) -> Bench:
    """Ready to time: one thread, and the index loaded by a first check that is nobody's."""
    cv2.setNumThreads(1)
    threadpool_limits(1)
    bench = Bench(options, open_checker(CheckerOptions(home=options.home)))
    bench.checker.check((options.folder / options.others[0]).read_bytes(), "warm-up")
    return bench


def measure(tasks: Sequence[Task], options: MeasureOptions) -> Iterator[Outcome]:
    """Every outcome, in the order of the tasks."""
    # Read once by numpy, faiss and others, when a worker process imports them.
    os.environ.update(dict.fromkeys(ONE_THREAD, "1"))
    context = get_context("spawn")
    with ProcessPoolExecutor(options.jobs, context, initializer=_start, initargs=(options,)) as pool:
        yield from pool.map(_run, tasks, chunksize=4)


_bench: list[Bench] = []
"""The worker process's own, filled by its initializer; empty everywhere else."""


def _start(options: MeasureOptions) -> None:
    _bench.append(open_bench(options))


def _run(task: Task) -> Outcome:
    return _bench[0].run(task)
