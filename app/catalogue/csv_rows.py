"""Cells of CSV and TSV files, line by line, however large the file and whatever is in it."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from app.catalogue.import_values import Progress
from app.errors import CatalogueFileInvalid

# A line longer than this is no row of a title list (the longest of the Netflix lists has some 7,000 characters).
LONGEST_LINE = 100_000
# Bytes between two reports of progress.
_STEP = 1 << 20


class RowFault(Exception):
    """A row that cannot be cut into cells; the text is a sentence."""


def read_rows(
    path: Path, delimiter: str, progress: Progress | None = None
) -> Iterator[tuple[int, list[str] | RowFault]]:
    """The line each row begins on, from 1, with its cells; blank rows are left out.

    Raises: CatalogueFileInvalid (cannot be read, not UTF-8).
    """
    try:
        with path.open("rb") as file:
            yield from _read(file, path, delimiter, progress)
    except OSError as error:
        raise CatalogueFileInvalid(f"{path} cannot be read: {error.strerror or error}.") from error


def _read(
    file: BinaryIO, path: Path, delimiter: str, progress: Progress | None
) -> Iterator[tuple[int, list[str] | RowFault]]:
    lines = _Lines(file, path, progress)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        line = lines.number + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield line, RowFault(f"This is no CSV: {error}.")
        else:
            if lines.shortened:
                lines.shortened = False
                yield line, RowFault(f"The line is longer than {LONGEST_LINE:,} bytes.")
            elif any(cell.strip() for cell in cells):
                yield line, cells


class _Lines:
    """Lines of text under a limit. number: of the last one given. shortened: whether one was over the limit."""

    def __init__(self, file: BinaryIO, path: Path, progress: Progress | None) -> None:
        self._file, self._path, self._progress = file, path, progress
        self._size, self._read, self._told = path.stat().st_size, 0, 0
        self.number = 0
        self.shortened = False

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        raw = self._file.readline(LONGEST_LINE)
        if not raw:
            self._tell(self._size)
            raise StopIteration
        self._read += len(raw)
        self.number += 1
        if len(raw) == LONGEST_LINE and not raw.endswith(b"\n"):
            self._skip_rest()
            raw = b"\n"
        if self._read - self._told >= _STEP:
            self._tell(self._read)
        try:
            return raw.decode("utf-8-sig" if self.number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            raise CatalogueFileInvalid(
                f"{self._path} is not UTF-8 (see line {self.number}); save it as UTF-8."
            ) from error

    def _skip_rest(self) -> None:
        self.shortened = True
        while True:
            more = self._file.readline(LONGEST_LINE)
            self._read += len(more)
            if not more or more.endswith(b"\n"):
                return

    def _tell(self, done: int) -> None:
        self._told = done
        if self._progress is not None:
            self._progress(done, self._size)
