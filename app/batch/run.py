"""Runs planned pictures through worker processes, one result for each, in their order."""

import os
from collections.abc import Generator, Iterable
from contextlib import closing
from dataclasses import dataclass

from app.batch.plan import PlannedPicture
from app.batch.pool import PoolOptions, WorkerDied, map_in_order
from app.batch.worker import BatchResult, WorkerOptions, check_picture, set_up_worker, skipped


@dataclass(frozen=True, slots=True)
class BatchOptions:
    """jobs: worker processes, 1 or more."""

    worker: WorkerOptions
    jobs: int


def default_jobs() -> int:
    """As many workers as this process may use processors."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run_batch(pictures: Iterable[PlannedPicture], options: BatchOptions) -> Generator[BatchResult, None, None]:
    """Check every picture; the results come in the order of `pictures` as soon as all before them are there.

    Raises: LibraryError when the library cannot be used, WorkersCannotStart.
    """
    pool = PoolOptions(options.jobs, set_up_worker, (options.worker,))
    with closing(map_in_order(check_picture, pictures, pool)) as outcomes:
        for outcome in outcomes:
            yield _give_up(outcome.item) if isinstance(outcome, WorkerDied) else outcome


def _give_up(picture: PlannedPicture) -> BatchResult:
    return skipped(picture, "worker_died", "The process that checked this picture died, and died again on its own.")
