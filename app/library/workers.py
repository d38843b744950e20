"""Applies a function to many items in worker processes: results in order, few items in flight, crashes survived."""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import chain, islice
from multiprocessing.connection import wait
from typing import Any, Generic, TypeVar

from app.errors import LibraryError

Item = TypeVar("Item")
Result = TypeVar("Result")

# Items handed out a worker: enough to keep it busy while results are written, few enough to keep memory flat.
IN_FLIGHT = 4
# Starting workers takes about a second; so few items are done sooner without.
SMALL = 4
# Past so many it is not the pictures: the machine is out of memory, or the installation is broken.
MAX_CRASHES = 20


@dataclass(frozen=True, slots=True)
class WorkerCrashed:
    """Stands for the result of an item that killed its worker, also when it was tried alone."""


def run_in_order(
    function: Callable[[Item], Result], items: Iterable[Item], jobs: int
) -> Generator[tuple[Item, Result | WorkerCrashed]]:
    """Each item with its result, in the order of the items, which are drawn only as they are needed.

    jobs: worker processes; with 1, or for very few items, all is done in this process. `function` and items travel by
    pickle, so `function` stands at the top of a module. Raises: what `function` raises; LibraryError when workers keep
    dying.
    """
    iterator = iter(items)
    head = list(islice(iterator, SMALL)) if jobs > 1 else []
    if len(head) < SMALL:
        for item in chain(head, iterator):
            yield item, function(item)
        return
    pool = _Pool(function, jobs)
    try:
        yield from pool.run(chain(head, iterator))
    finally:
        pool.close()


class _Pool(Generic[Item, Result]):
    """A process pool that replaces itself after a crash."""

    def __init__(self, function: Callable[[Item], Result], jobs: int) -> None:
        self._function = function
        self._jobs = jobs
        self._executor = _start(jobs)
        self._crashes = 0

    def run(self, items: Iterable[Item]) -> Iterator[tuple[Item, Result | WorkerCrashed]]:
        waiting: deque[tuple[Item, Future[Result]]] = deque()
        for item in items:
            waiting.append((item, self._submit(item)))
            if len(waiting) >= self._jobs * IN_FLIGHT:
                yield from self._settle(waiting)
        while waiting:
            yield from self._settle(waiting)

    def close(self) -> None:
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _submit(self, item: Item) -> Future[Result]:
        try:
            return self._executor.submit(self._function, item)
        except BrokenProcessPool as error:
            # Settled together with the others that the crash took along.
            lost: Future[Result] = Future()
            lost.set_exception(error)
            return lost

    def _settle(self, waiting: deque[tuple[Item, Future[Result]]]) -> Iterator[tuple[Item, Result | WorkerCrashed]]:
        """The oldest item; after a crash all that are in flight, since nobody knows which of them it was."""
        item, future = waiting.popleft()
        try:
            result = future.result()
        except BrokenProcessPool:
            crashed = [(item, future), *waiting]
            waiting.clear()
            yield from self._recover(crashed)
        else:
            yield item, result

    def _recover(self, crashed: list[tuple[Item, Future[Result]]]) -> Iterator[tuple[Item, Result | WorkerCrashed]]:
        self._replace(jobs=1)
        for item, future in crashed:
            if isinstance(future.exception(), BrokenProcessPool):
                yield item, self._run_alone(item)
            else:
                yield item, future.result()
        self._replace(jobs=self._jobs)

    def _run_alone(self, item: Item) -> Result | WorkerCrashed:
        try:
            return self._executor.submit(self._function, item).result()
        except BrokenProcessPool as error:
            self._crashes += 1
            if self._crashes >= MAX_CRASHES:
                raise LibraryError(
                    f"{self._crashes} worker processes died, so this was given up; what was added before stays. "
                    "The machine may be short of memory: try again with fewer jobs."
                ) from error
            self._replace(jobs=1)
            return WorkerCrashed()

    def _replace(self, jobs: int) -> None:
        self.close()
        self._executor = _start(jobs)


def _start(jobs: int) -> ProcessPoolExecutor:
    # Spawned, not forked: the caller may be a server with threads, and a fork copies locks that they hold.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_set_up_worker)


# Keeps the limit in force for the life of the worker.
_thread_limit: Any = None


def _set_up_worker() -> None:
    """One thread a worker, since there are as many workers as cores; and no worker outlives who started it."""
    global _thread_limit
    import cv2
    from threadpoolctl import threadpool_limits

    cv2.setNumThreads(1)
    _thread_limit = threadpool_limits(1)
    # Ctrl-C reaches the whole group; the parent ends the workers itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow_parent, daemon=True).start()


def _follow_parent() -> None:
    # A worker waits for work on a pipe that it keeps open itself, so it would never notice that its parent was killed.
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
