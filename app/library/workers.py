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
from itertools import chain, islice
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

from app.errors import WorkersKeepDying

Item = TypeVar("Item")
Result = TypeVar("Result")

# Items under way for each process: enough to keep it busy while results are written, few enough to keep memory flat.
IN_FLIGHT = 4
_ADVICE = "The machine may be short of memory: try again with fewer processes (--jobs 1)."


@dataclass(frozen=True, slots=True)
class WorkerDied:
    """In the place of a result: the process that worked on the item, and on nothing else, died."""


def _nothing() -> None:
    """The set-up of a process that needs none, and the work that cannot kill."""


@dataclass(frozen=True, slots=True)
class PoolOptions:
    """jobs: processes, 1 or more. setup: run once in each new process, with `setup_arguments`.

    few: fewer items than this, and any number of them with one job, are done in this process, because starting others
    takes about a second; 0: nothing is ever done here. max_deaths: after so many items that killed their process it
    cannot be the items; None: as many as there are.
    """

    jobs: int
    setup: Callable[..., None] = _nothing
    setup_arguments: tuple[Any, ...] = ()
    few: int = 0
    max_deaths: int | None = None


def run_in_order(
    function: Callable[[Item], Result], items: Iterable[Item], options: PoolOptions
) -> Generator[tuple[Item, Result | WorkerDied]]:
    """Each item with its result, in the order of the items, which are drawn only as they are needed.

    `function` and items travel by pickle, so `function` stands at the top of a module.
    Raises: what `function` raises; WorkersKeepDying.
    """
    source = iter(items)
    head: list[Item] = []
    if options.few:
        head = list(islice(source, options.few)) if options.jobs > 1 else []
        if len(head) < options.few:
            for item in chain(head, source):
                yield item, function(item)
            return
    with _Crew(function, options) as crew:
        yield from crew.run(chain(head, source))


def count_processors() -> int:
    """Processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class _Crew(Generic[Item, Result]):
    """The processes, and new ones after one died."""

    def __init__(self, function: Callable[[Item], Result], options: PoolOptions) -> None:
        self._function = function
        self._options = options
        self._executor = self._start()
        self._deaths = 0

    def run(self, items: Iterator[Item]) -> Iterator[tuple[Item, Result | WorkerDied]]:
        waiting: deque[tuple[Item, Future[Result]]] = deque()
        while True:
            room = self._options.jobs * IN_FLIGHT - len(waiting)
            waiting.extend((item, self._submit(self._function, item)) for item in islice(items, room))
            if not waiting:
                return
            item, future = waiting.popleft()
            try:
                result = future.result()
            except BrokenProcessPool:
                self._renew()
                suspects = [(item, future), *waiting]
                waiting.clear()
                yield from self._one_at_a_time(suspects)
            else:
                yield item, result

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _one_at_a_time(
        self, suspects: list[tuple[Item, "Future[Result]"]]
    ) -> Iterator[tuple[Item, Result | WorkerDied]]:
        for item, before in suspects:
            if not isinstance(before.exception(), BrokenProcessPool):
                yield item, before.result()
                continue
            try:
                yield item, self._submit(self._function, item).result()
            except BrokenProcessPool:
                self._count_death()
                self._renew()
                yield item, WorkerDied()

    def _submit(self, function: Callable[..., Any], *words: Item) -> "Future[Any]":
        """Queue work; on processes that are already dead, the future says so like any other."""
        try:
            with _children_ignore_interrupts():
                return self._executor.submit(function, *words)
        except BrokenProcessPool as error:
            failed: Future[Any] = Future()
            failed.set_exception(error)
            return failed

    def _count_death(self) -> None:
        self._deaths += 1
        if self._deaths == self._options.max_deaths:
            raise WorkersKeepDying(
                f"{self._deaths} worker processes died, so this was given up; what was done before stays. {_ADVICE}"
            )

    def _renew(self) -> None:
        """Replace the processes. Raises: WorkersKeepDying when the new ones die without any work."""
        self._executor.shutdown(wait=True, cancel_futures=True)
        self._executor = self._start()
        try:
            self._submit(_nothing).result()
        except BrokenProcessPool:
            raise WorkersKeepDying(f"The worker processes die as soon as they start. {_ADVICE}") from None

    def _start(self) -> ProcessPoolExecutor:
        # Never fork: threads of OpenCV, faiss and SQLite, or of a server that calls this, do not survive it.
        return ProcessPoolExecutor(
            self._options.jobs,
            mp_context=multiprocessing.get_context("spawn"),
            initializer=_set_up_process,
            initargs=(self._options,),
        )


def _set_up_process(options: PoolOptions) -> None:
    threading.Thread(target=_end_with_parent, name="end-with-parent", daemon=True).start()
    options.setup(*options.setup_arguments)
    _use_one_thread()


def _use_one_thread() -> None:
    """One thread in every library: the processes are what runs in parallel. After everything else was loaded."""
    import cv2
    import threadpoolctl

    cv2.setNumThreads(1)
    threadpoolctl.threadpool_limits(1)


def _end_with_parent() -> None:
    """A worker waits for work for ever, also when its parent was killed and none can come."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


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
