"""A lock between processes (and threads) that the system releases when its holder dies."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

if sys.platform == "win32":
    import msvcrt

    def _acquire(file: BinaryIO) -> None:
        while True:
            try:
                msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
            except OSError:
                continue  # LK_LOCK gives up after ten seconds
            return

    def _try(file: BinaryIO) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _acquire(file: BinaryIO) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX)

    def _try(file: BinaryIO) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def file_lock(path: Path) -> Iterator[None]:
    """Wait for the lock named by a file, and hold it for the block. The file stays. Raises: OSError."""
    with path.open("ab") as file:
        _acquire(file)
        yield


@contextmanager
def try_file_lock(path: Path) -> Iterator[bool]:
    """Hold the lock for the block if nobody else does, and say so; do not wait for it. Raises: OSError."""
    with path.open("ab") as file:
        try:
            _try(file)
        except OSError:
            yield False
        else:
            yield True
