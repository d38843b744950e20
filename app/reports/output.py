"""Writes the rows of a batch so that a run that is killed loses no finished row and can go on later."""

import contextlib
import os
from collections import Counter
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from app.errors import WrongUse
from app.reports.format import NO_THUMBNAILS, RowFormat, Thumbnails
from app.reports.outcome import Item, Outcome, outcome_of


class RowWriter:
    """Writes header, rows and footer of one format to an open binary file; each row reaches the system at once."""

    def __init__(self, target: IO[bytes], row_format: RowFormat, path: Path | None = None) -> None:
        """path: of the file that is to be closed at the end; None for a stream that belongs to somebody else."""
        self.counts: Counter[Outcome] = Counter()
        self.done: Counter[str] = Counter()
        self.path = path
        self._target = target
        self._format = row_format
        self._written = 0

    def begin(self) -> None:
        """Write the header of a new file."""
        self._put(self._format.header)

    def go_on_at(self, position: int) -> None:
        """Cut the file off after `position` bytes, and write from there."""
        self._target.seek(position)
        self._target.truncate()
        self._written = position

    def write(self, item: Item, thumbnails: Thumbnails) -> None:
        """Write one row and count its outcome."""
        pictured = self._written < self._format.pictured_bytes
        self._put(self._format.row(item, thumbnails if pictured else NO_THUMBNAILS))
        self.counts[outcome_of(item)] += 1

    def end(self) -> None:
        """Write the footer and see the rows onto the disk."""
        self._put(self._format.footer(self.counts))
        # A pipe or a terminal has no disk to reach.
        with contextlib.suppress(OSError):
            os.fsync(self._target.fileno())

    def take_if_done(self, name: str) -> bool:
        """Whether the file had a row for input `name` when it was opened; each such row answers once."""
        key = self._format.key(name)
        if not self.done[key]:
            return False
        self.done[key] -= 1
        return True

    def _put(self, text: str) -> None:
        self._written += self._target.write(text.encode("utf-8"))
        self._target.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.path is not None:
            self._target.close()


def start_file(path: Path, row_format: RowFormat) -> tuple[RowWriter, Path | None]:
    """A new file at `path`, and where an older one was moved to, if there was one: results are never overwritten."""
    older: Path | None = None
    if path.is_file() and path.stat().st_size:
        older = path.with_name(path.name + ".previous")
        path.replace(older)
    writer = RowWriter(path.open("wb"), row_format, path)
    writer.begin()
    return writer, older


def resume_file(path: Path, row_format: RowFormat) -> RowWriter:
    """Open `path` to go on after its last whole row: a torn last line or a footer is cut off; a missing file is begun.

    Raises: WrongUse when `path` holds something else than results in this format.
    """
    if not path.exists():
        return start_file(path, row_format)[0]
    if not path.is_file():
        raise WrongUse(f"{path} is not a file, so there is nothing to go on from.")
    target = path.open("r+b")
    try:
        writer = RowWriter(target, row_format, path)
        whole = _read_rows(target, writer, row_format)
        writer.go_on_at(whole)
        if not whole:
            writer.begin()
    except BaseException:
        target.close()
        raise
    return writer


def _read_rows(target: IO[bytes], writer: RowWriter, row_format: RowFormat) -> int:
    """Count the rows that are there; how many bytes of the file hold the header and whole rows."""
    header = row_format.header.encode("utf-8")
    found = target.read(len(header))
    if found != header:
        if header.startswith(found) and not target.read(1):
            return 0
        raise _foreign(target.name, 1, row_format)
    whole = len(header)
    for number, line in enumerate(target, start=header.count(b"\n") + 1):
        if row_format.footer_start and line.startswith(row_format.footer_start.encode("utf-8")):
            break
        if not line.endswith(b"\n"):
            break
        row = row_format.read_row(line.decode("utf-8", "replace"))
        if row is None:
            raise _foreign(target.name, number, row_format)
        writer.done[row.key] += 1
        writer.counts[row.outcome] += 1
        whole += len(line)
    return whole


def _foreign(path: object, line: int, row_format: RowFormat) -> WrongUse:
    return WrongUse(
        f"{path}, line {line}, is not a result of `postercheck batch` in the format {row_format.name}; "
        "nothing was changed. Name another file, or its right format."
    )
