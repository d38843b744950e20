"""Batches on disk, for every process to read: what is to be done, what is done, and whether somebody works on it."""

import contextlib
import os
import secrets
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from pydantic import BaseModel, TypeAdapter, ValidationError

from app.model.report import CheckReport, SkippedInput
from app.web.problems import Problem, busy
from app.web.shelf import KeepRule, Shelf, write_whole

KEPT_BATCHES = 100
# A worker that is not heard of for so long has died; it shows itself far more often than this.
SILENCE_SECONDS = 90.0
# A batch has to be there for a while to be of any use, also where single checks are not kept.
_LEAST_SECONDS = 3600.0

_PLAN = "plan.json"
_PULSE = "pulse"

BatchResult = CheckReport | SkippedInput
_RESULT: TypeAdapter[BatchResult] = TypeAdapter(BatchResult)


class BatchStatus(StrEnum):
    """Where a batch is; interrupted: the server stopped before the end, and what is missing will not come."""

    RUNNING = "running"
    FINISHED = "finished"
    INTERRUPTED = "interrupted"


class BatchPlan(BaseModel):
    """What is to be done: the files' names in the order they were sent, and what was said about all of them."""

    id: str
    created_at: datetime
    inputs: list[str]
    source_url: str | None = None
    title: str | None = None


class BatchState(BaseModel):
    """How far a batch is. `results` are in the order of the files; a file not yet checked is not in it."""

    id: str
    status: BatchStatus
    created_at: datetime
    total: int
    done: int
    results: list[BatchResult]


class BatchStore:
    """All batches of one home. Every method blocks on the disk."""

    def __init__(self, home: Path, keep_seconds: float) -> None:
        """home: the library's folder; batches stand in `batches/` in it."""
        rule = KeepRule(max(keep_seconds, _LEAST_SECONDS), KEPT_BATCHES)
        self._shelf = Shelf(home / "batches", _PLAN, rule)

    def put(self, plan: BatchPlan, pictures: Sequence[BinaryIO]) -> Path:
        """Copy one batch's pictures to disk; returns its folder. Raises: Problem 503 when there is no room."""
        files: dict[str, bytes | BinaryIO] = {_PULSE: b"", _PLAN: plan.model_dump_json().encode()}
        files.update((_upload_name(number), picture) for number, picture in enumerate(pictures))
        try:
            self._shelf.put(plan.id, files)
        except OSError as error:
            raise busy("There is no room to keep the pictures at the moment.", 60) from error
        self._shelf.sweep()
        return self._folder(plan.id)

    def state(self, batch_id: str) -> BatchState:
        """How far a batch is. Raises: Problem 404."""
        folder = self._folder(batch_id)
        try:
            plan = BatchPlan.model_validate_json((folder / _PLAN).read_bytes())
            silence = time.time() - (folder / _PULSE).stat().st_mtime
        except (OSError, ValidationError):
            raise _not_found() from None
        found = [_read_result(folder / _result_name(number)) for number in range(len(plan.inputs))]
        results = [result for result in found if result is not None]
        if len(results) == len(plan.inputs):
            status = BatchStatus.FINISHED
        else:
            status = BatchStatus.INTERRUPTED if silence > SILENCE_SECONDS else BatchStatus.RUNNING
        return BatchState(
            id=plan.id,
            status=status,
            created_at=plan.created_at,
            total=len(plan.inputs),
            done=len(results),
            results=results,
        )

    def remove(self, folder: Path) -> None:
        """Take a batch away with all its pictures."""
        self._shelf.remove(folder)

    def sweep(self) -> int:
        """Remove what is too old or too much. Returns how many."""
        return self._shelf.sweep()

    def _folder(self, batch_id: str) -> Path:
        folder = self._shelf.find(batch_id)
        if folder is None:
            raise _not_found()
        return folder


def make_plan(inputs: list[str], source_url: str | None, title: str | None) -> BatchPlan:
    """A new batch with an id that nobody can guess."""
    return BatchPlan(
        id=f"b_{secrets.token_urlsafe(16)}",
        created_at=datetime.now(UTC),
        inputs=inputs,
        source_url=source_url,
        title=title,
    )


def read_upload(folder: Path, number: int) -> bytes:
    """The picture with that place in its batch. Raises: OSError."""
    return (folder / _upload_name(number)).read_bytes()


def write_result(folder: Path, number: int, result: BatchResult) -> None:
    """Put a result in its place, and remove the picture that it is for."""
    write_whole(folder / _result_name(number), result.model_dump_json().encode())
    with contextlib.suppress(OSError):
        (folder / _upload_name(number)).unlink()


def show_pulse(folder: Path) -> None:
    """Say that a batch is still worked on."""
    with contextlib.suppress(OSError):
        os.utime(folder / _PULSE)


def _upload_name(number: int) -> str:
    return f"upload-{number:04}"


def _result_name(number: int) -> str:
    return f"result-{number:04}.json"


def _read_result(path: Path) -> BatchResult | None:
    try:
        return _RESULT.validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return None


def _not_found() -> Problem:
    return Problem(404, "batch_not_found", "There is no such batch, or it is no longer kept.")
