"""What the endpoints work with, put together once for one application, and the one way a picture takes through it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from typing import Annotated, cast

from fastapi import Depends
from starlette.requests import Request

from app.model.report import CheckReport
from app.settings import Settings
from app.web.batch_store import BatchPlan, BatchStore, make_plan
from app.web.batches import BatchRunner
from app.web.checker_room import CheckerRoom
from app.web.kept_checks import KeptChecks
from app.web.limits import RateLimiter
from app.web.moderation_parts import ModerationParts
from app.web.security import client_address
from app.web.shelf import KeepRule
from app.web.uploads import MAX_BATCH_FILES, FormLimits, UploadForm, clean_name, read_form

# A batch may hold so many of the largest pictures; an ordinary poster is far smaller.
_LARGEST_IN_A_BATCH = 10


@dataclass(frozen=True, slots=True)
class CheckDone:
    """A report, and whether it can be looked up again."""

    report: CheckReport
    kept: bool


@dataclass(frozen=True, slots=True)
class WebParts:
    """The parts of one running application."""

    settings: Settings
    room: CheckerRoom
    kept: KeptChecks
    limiter: RateLimiter
    batches: BatchStore
    runner: BatchRunner
    moderators: ModerationParts

    def pay(self, request: Request) -> str:
        """Count a check for the caller; returns the address that it was counted for. Raises: Problem 429."""
        address = client_address(request, trust_forwarded_for=self.settings.trust_forwarded_for)
        self.limiter.take(address)
        return address

    async def check(self, form: UploadForm) -> CheckDone:
        """Check the one picture of a form, and keep the outcome.

        Raises: UnreadableImage; Problem 503 when it is not ready or too busy.
        """
        file = form.files[0]
        name = clean_name(file.filename)
        checker = self.room.checker
        async with self.room.turn():
            # Read only now: those who wait do not hold their pictures in memory.
            data = await file.read()
            said = {"source_url": form.source_url, "title": form.title}
            report = await self.room.run(partial(checker.check, data, name, **said, read_words=form.read_words))
        return CheckDone(report, await asyncio.to_thread(self.kept.keep, report, data))

    async def start_batch(self, form: UploadForm, address: str) -> BatchPlan:
        """Store the pictures of a form and begin to check them. Raises: Problem 503."""
        names = [clean_name(file.filename) for file in form.files]
        plan = make_plan(names, form.source_url, form.title)
        folder = await asyncio.to_thread(self.batches.put, plan, [file.file for file in form.files])
        self.runner.begin(plan, folder)
        # The first picture was paid for before the upload was received.
        self.limiter.charge(address, len(names) - 1)
        return plan

    @asynccontextmanager
    async def picture_form(self, request: Request) -> AsyncIterator[UploadForm]:
        """The form with one `image`."""
        size = self.settings.max_upload_bytes
        async with read_form(request, "image", FormLimits(size, size)) as form:
            yield form

    @asynccontextmanager
    async def batch_form(self, request: Request) -> AsyncIterator[UploadForm]:
        """The form with many `images`."""
        size = self.settings.max_upload_bytes
        limits = FormLimits(size, size * _LARGEST_IN_A_BATCH, MAX_BATCH_FILES)
        async with read_form(request, "images", limits) as form:
            yield form


def make_parts(settings: Settings) -> WebParts:
    """Put the parts together; nothing is opened yet."""
    rule = KeepRule(settings.keep_reports_hours * 3600, settings.keep_reports_count)
    room = CheckerRoom(settings)
    kept = KeptChecks(settings.home, rule)
    batches = BatchStore(settings.home, rule.seconds)
    # Batches leave some places to people who wait for a single check.
    hands = max(1, settings.concurrent_checks // 2)
    return WebParts(
        settings=settings,
        room=room,
        kept=kept,
        limiter=RateLimiter(settings.rate_limit_per_minute),
        batches=batches,
        runner=BatchRunner(hands, batches, room, kept),
        moderators=ModerationParts(settings, room),
    )


def get_parts(request: Request) -> WebParts:
    """The parts of the application that a request came to."""
    return cast(WebParts, request.app.state.parts)


Parts = Annotated[WebParts, Depends(get_parts)]
