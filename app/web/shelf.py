"""Folders under one roof, each named by an unguessable id, appearing whole or not at all and leaving when old."""

import logging
import re
import shutil
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

_logger = logging.getLogger(__name__)
_ID = re.compile(r"[a-z]_[A-Za-z0-9_-]{8,64}")
# Names of folders that are still being written or already being removed; neither can be an id.
_UNFINISHED = ".new-"
_LEAVING = ".old-"
_UNFINISHED_SECONDS = 3600


@dataclass(frozen=True, slots=True)
class KeepRule:
    """How long a folder stays in seconds, and how many stay at most."""

    seconds: float
    count: int


class Shelf:
    """Several processes may use one shelf: everything here is a rename, and a missing folder is no error."""

    def __init__(self, root: Path, stamp: str, rule: KeepRule) -> None:
        """stamp: name of the file in every folder whose age is the folder's age."""
        self._root = root
        self._stamp = stamp
        self._rule = rule

    def put(self, folder_id: str, files: Mapping[str, bytes | BinaryIO]) -> None:
        """Make a folder with these files, from bytes or open files. Raises: OSError; then nothing is left behind."""
        assert _ID.fullmatch(folder_id), "ids are made here, never taken from a caller"
        self._root.mkdir(mode=0o700, parents=True, exist_ok=True)
        unfinished = self._root / f"{_UNFINISHED}{uuid4().hex}"
        try:
            unfinished.mkdir(mode=0o700)
            for name, content in files.items():
                if isinstance(content, bytes):
                    (unfinished / name).write_bytes(content)
                else:
                    with (unfinished / name).open("wb") as copy:
                        shutil.copyfileobj(content, copy)
            unfinished.rename(self._root / folder_id)
        except OSError:
            shutil.rmtree(unfinished, ignore_errors=True)
            raise

    def find(self, folder_id: str) -> Path | None:
        """The folder of an id that came from outside; None when it is no id, unknown, or too old."""
        if not _ID.fullmatch(folder_id):
            return None
        folder = self._root / folder_id
        age = self._age(folder)
        return folder if age is not None and age < self._rule.seconds else None

    def remove(self, folder: Path) -> None:
        """Take a folder away; at once for readers, then from the disk."""
        leaving = self._root / f"{_LEAVING}{uuid4().hex}"
        try:
            folder.rename(leaving)
        except OSError:
            return
        shutil.rmtree(leaving, ignore_errors=True)

    def sweep(self) -> int:
        """Remove what is too old or too much, oldest first, and what was left unfinished. Returns how many folders."""
        aged = sorted(self._ages(), key=lambda pair: pair[0])
        removed = 0
        for position, (age, folder) in enumerate(aged):
            if age >= self._rule.seconds or position >= self._rule.count:
                self.remove(folder)
                removed += 1
        return removed + self._sweep_leftovers()

    def _age(self, folder: Path) -> float | None:
        try:
            return max(0.0, time.time() - (folder / self._stamp).stat().st_mtime)
        except OSError:
            return None

    def _ages(self) -> Iterator[tuple[float, Path]]:
        if not self._root.is_dir():
            return
        for folder in self._root.iterdir():
            if _ID.fullmatch(folder.name) and (age := self._age(folder)) is not None:
                yield age, folder

    def _sweep_leftovers(self) -> int:
        removed = 0
        if not self._root.is_dir():
            return 0
        for folder in self._root.iterdir():
            try:
                old = time.time() - folder.stat().st_mtime > _UNFINISHED_SECONDS
            except OSError:
                continue
            if folder.name.startswith((_UNFINISHED, _LEAVING)) and old:
                shutil.rmtree(folder, ignore_errors=True)
                removed += 1
        return removed


def write_whole(path: Path, data: bytes) -> bool:
    """Write a file so that no reader sees half of it. False when there is no room, or its folder is gone."""
    unfinished = path.with_name(f"{_UNFINISHED}{uuid4().hex}")
    try:
        unfinished.write_bytes(data)
        unfinished.replace(path)
    except OSError as error:
        _logger.warning("not written: %s", error)
        unfinished.unlink(missing_ok=True)
        return False
    return True
