"""Runs a function over many items in several processes: results in order, few in flight, a dying process survived.

When a process dies, nobody knows which item killed it: those in flight are then run again one at a time, and the one
that kills its process again is given up.
"""

import contextlib
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

from app.errors import PostercheckError

Item = TypeVar("Item")
Result = TypeVar("Result")

# So many items for each process are under way, or done and waiting for an earlier one.
_IN_FLIGHT_PER_JOB = 4


class WorkersCannotStart(PostercheckError):
    """The worker processes die before they are given any work."""

    code = "workers_cannot_start"


@dataclass(frozen=True, slots=True)
class WorkerDied(Generic[Item]):
    """In the place of a result: the process that worked on `item`, and on nothing else, died."""

    item: Item


@dataclass(frozen=True, slots=True)
class PoolOptions:
    """jobs: processes, 1 or more. setup: run once in each new process, with `setup_arguments`."""

    jobs: int
    setup: Callable[..., None]
    setup_arguments: tuple[Any, ...] = ()


def map_in_order(
    task: Callable[[Item], Result], items: Iterable[Item], options: PoolOptions
) -> Generator[Result | WorkerDied[Item], None, None]:
    """`task(item)` for every item, in the order of `items`, which are taken as they are needed.

    Raises: what `task` raises; WorkersCannotStart.
    """
    source = iter(items)
    waiting: deque[tuple[Item, Future[Result]]] = deque()
    with _Crew(options) as crew:
        while True:
            room = options.jobs * _IN_FLIGHT_PER_JOB - len(waiting)
            waiting.extend((item, crew.submit(task, item)) for item in islice(source, room))
            if not waiting:
                return
            item, future = waiting.popleft()
            try:
                yield future.result()
            except BrokenProcessPool:
                crew.renew()
                suspects = [(item, future), *waiting]
                waiting.clear()
                yield from _one_at_a_time(task, suspects, crew)


def _one_at_a_time(
    task: Callable[[Item], Result], suspects: list[tuple[Item, Future[Result]]], crew: "_Crew"
) -> Iterator[Result | WorkerDied[Item]]:
    for item, before in suspects:
        if before.done() and not isinstance(before.exception(), BrokenProcessPool):
            yield before.result()
            continue
        try:
            yield crew.submit(task, item).result()
        except BrokenProcessPool:
            crew.renew()
            yield WorkerDied(item)


class _Crew:
    """The processes, and a new set of them after one died."""

    def __init__(self, options: PoolOptions) -> None:
        self._options = options
        self._executor = self._start()

    def submit(self, task: Callable[[Item], Result], item: Item) -> "Future[Result]":
        """Queue one item; on processes that are already dead, the future says so like any other."""
        try:
            with _children_ignore_interrupts():
                return self._executor.submit(task, item)
        except BrokenProcessPool as error:
            failed: Future[Result] = Future()
            failed.set_exception(error)
            return failed

    def renew(self) -> None:
        """Replace the processes. Raises: WorkersCannotStart when the new ones die without any work."""
        self._executor.shutdown(wait=True, cancel_futures=True)
        self._executor = self._start()
        try:
            self.submit(_answer, None).result()
        except BrokenProcessPool:
            raise WorkersCannotStart(
                "The worker processes die as soon as they start, perhaps for want of memory: "
                "try fewer of them (--jobs 1)."
            ) from None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _start(self) -> ProcessPoolExecutor:
        # Never fork: threads of OpenCV, faiss and SQLite do not survive it.
        return ProcessPoolExecutor(
            self._options.jobs,
            mp_context=multiprocessing.get_context("spawn"),
            initializer=_set_up_process,
            initargs=(self._options,),
        )


def _set_up_process(options: PoolOptions) -> None:
    threading.Thread(target=_end_with_parent, name="end-with-parent", daemon=True).start()
    options.setup(*options.setup_arguments)


def _end_with_parent() -> None:
    """A worker waits for work for ever, also when its parent was killed and none can come."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _answer(_nothing: None) -> None:
    """The work that cannot kill."""


@contextlib.contextmanager
def _children_ignore_interrupts() -> Iterator[None]:
    """Processes started in here never see Ctrl-C: the parent alone decides what is finished, and they print nothing."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
