"""Keeps the one Checker of this process: opens it in the background, and lets a few threads at a time work with it."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from typing import TypeVar

from app.checker import Checker, open_checker
from app.errors import PostercheckError
from app.settings import Settings, checker_options
from app.web.problems import busy

REOPEN_SECONDS = 15

_logger = logging.getLogger(__name__)
_Result = TypeVar("_Result")


class CheckerRoom:
    """The way of every request to the Checker. Made and used in one event loop."""

    def __init__(self, settings: Settings) -> None:
        """Nothing is opened before `opened()`."""
        self._options = checker_options(settings)
        self._queue_seconds = settings.queue_seconds
        self._threads = ThreadPoolExecutor(settings.concurrent_checks, thread_name_prefix="check")
        self._slots = asyncio.Semaphore(settings.concurrent_checks)
        self._checker: Checker | None = None
        self._why_not = "The library is being opened."

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[None]:
        """Start opening the library; on leaving, wait for running work and close it."""
        stop = asyncio.Event()
        opening = asyncio.create_task(self._keep_trying(stop))
        try:
            yield
        finally:
            stop.set()
            await opening
            await asyncio.to_thread(self._threads.shutdown, cancel_futures=True)
            if self._checker is not None:
                self._checker.close()

    @property
    def why_not_ready(self) -> str | None:
        """None when checks can be made; else a sentence."""
        return self._why_not if self._checker is None else None

    @property
    def checker(self) -> Checker:
        """The Checker. Raises: Problem 503 while there is none."""
        if self._checker is None:
            raise busy(self._why_not, REOPEN_SECONDS)
        return self._checker

    @asynccontextmanager
    async def turn(self, *, patient: bool = False) -> AsyncIterator[None]:
        """Wait for one of the places; a patient caller waits as long as it takes.

        Raises: Problem 503 when none became free within `queue_seconds`.
        """
        try:
            async with asyncio.timeout(None if patient else self._queue_seconds):
                await self._slots.acquire()
        except TimeoutError:
            raise busy("Too many checks are running; try again in a moment.") from None
        try:
            yield
        finally:
            self._slots.release()

    async def run(self, work: Callable[[], _Result]) -> _Result:
        """Do blocking work in one of the threads; to be called within `turn()`."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, work)

    async def _keep_trying(self, stop: asyncio.Event) -> None:
        while not stop.is_set():
            try:
                self._checker = await asyncio.to_thread(open_checker, self._options)
                return
            except (PostercheckError, OSError) as error:
                self._why_not = f"The library cannot be opened: {error}"
                _logger.error("the library cannot be opened: %s", error)
            except Exception:
                self._why_not = "The library cannot be opened; the server's log says why."
                _logger.exception("the library cannot be opened")
            try:
                async with asyncio.timeout(REOPEN_SECONDS):
                    await stop.wait()
            except TimeoutError:
                continue
