"""Runs planned pictures through worker processes, one result for each, in their order."""

from collections.abc import Generator, Iterable
from contextlib import closing
from dataclasses import dataclass

from app.batch.plan import PlannedPicture
from app.batch.worker import BatchResult, WorkerOptions, check_picture, set_up_worker, skipped
from app.library.workers import PoolOptions, WorkerDied, run_in_order


@dataclass(frozen=True, slots=True)
class BatchOptions:
    """jobs: worker processes, 1 or more."""

    worker: WorkerOptions
    jobs: int


def run_batch(pictures: Iterable[PlannedPicture], options: BatchOptions) -> Generator[BatchResult, None, None]:
    """Check every picture; the results come in the order of `pictures` as soon as all before them are there.

    Raises: LibraryError when the library cannot be used, WorkersKeepDying.
    """
    pool = PoolOptions(options.jobs, set_up_worker, (options.worker,))
    with closing(run_in_order(check_picture, pictures, pool)) as outcomes:
        for picture, outcome in outcomes:
            yield _give_up(picture) if isinstance(outcome, WorkerDied) else outcome


def _give_up(picture: PlannedPicture) -> BatchResult:
    return skipped(picture, "worker_died", "The process that checked this picture died, and died again on its own.")
