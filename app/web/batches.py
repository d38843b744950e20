"""Checks many pictures in the background: takes batches in and works through them, a few pictures at a time."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

from app.errors import PostercheckError
from app.model.report import SkippedInput, SkippedReason
from app.web.batch_store import BatchPlan, BatchResult, BatchStore, read_upload, show_pulse, write_result
from app.web.checker_room import CheckerRoom
from app.web.kept_checks import KeptChecks
from app.web.problems import Problem, busy

WAITING_BATCHES = 4
PULSE_SECONDS = 15.0
_FULL = "Too many batches are waiting; try again later."
_logger = logging.getLogger(__name__)


class BatchRunner:
    """The batches that this process works on."""

    def __init__(self, hands: int, store: BatchStore, room: CheckerRoom, kept: KeptChecks) -> None:
        """hands: pictures checked at one time. Nothing runs before `running()`."""
        self._hands = hands
        self._store = store
        self._room = room
        self._kept = kept
        self._waiting: asyncio.Queue[tuple[BatchPlan, Path]] = asyncio.Queue(WAITING_BATCHES)
        self._mine: dict[str, Path] = {}

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Work on batches until the context ends; what is not done by then stays undone."""
        tasks = [asyncio.create_task(self._work_forever()), asyncio.create_task(self._pulse_forever())]
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    def refuse_if_full(self) -> None:
        """To be asked before an upload is received. Raises: Problem 503."""
        if self._room.why_not_ready is not None:
            raise busy(self._room.why_not_ready)
        if self._waiting.full():
            raise busy(_FULL, 60)

    def begin(self, plan: BatchPlan, folder: Path) -> None:
        """Put a stored batch into the queue. Raises: Problem 503; then the batch is removed."""
        try:
            self._waiting.put_nowait((plan, folder))
        except asyncio.QueueFull:
            self._store.remove(folder)
            raise busy(_FULL, 60) from None
        self._mine[plan.id] = folder

    async def _work_forever(self) -> None:
        while True:
            plan, folder = await self._waiting.get()
            try:
                await self._work_on(plan, folder)
            except Exception:
                _logger.exception("batch %s stopped", plan.id)
            finally:
                self._mine.pop(plan.id, None)

    async def _work_on(self, plan: BatchPlan, folder: Path) -> None:
        numbers = iter(range(len(plan.inputs)))

        async def hand() -> None:
            for number in numbers:
                async with self._room.turn(patient=True):
                    result = await self._room.run(partial(self._check_one, plan, folder, number))
                await asyncio.to_thread(write_result, folder, number, result)

        async with asyncio.TaskGroup() as group:
            for _ in range(self._hands):
                group.create_task(hand())

    def _check_one(self, plan: BatchPlan, folder: Path, number: int) -> BatchResult:
        name = plan.inputs[number]
        try:
            data = read_upload(folder, number)
            report = self._room.checker.check(data, name, source_url=plan.source_url, title=plan.title)
        except PostercheckError as error:
            return _skipped(name, error.code, str(error))
        except Problem as problem:
            return _skipped(name, problem.code, problem.detail)
        except Exception:
            # One picture must not cost the others their verdict.
            _logger.exception("a picture of batch %s could not be checked", plan.id)
            return _skipped(name, "internal_error", "Something went wrong with this picture.")
        self._kept.keep(report, data)
        return report

    async def _pulse_forever(self) -> None:
        while True:
            await asyncio.sleep(PULSE_SECONDS)
            for folder in list(self._mine.values()):
                await asyncio.to_thread(show_pulse, folder)


def _skipped(name: str, code: str, text: str) -> SkippedInput:
    return SkippedInput(input=name, error=SkippedReason(code=code, text=text))
