"""Reads one picture's bytes, never more of them than can be checked."""

import stat
from pathlib import Path
from typing import IO


def read_limited(source: IO[bytes], max_bytes: int) -> bytes:
    """What `source` holds; cut off one byte past `max_bytes`, which is enough to be refused for its size."""
    pieces: list[bytes] = []
    left = max_bytes + 1
    while left > 0 and (piece := source.read(min(left, 2**20))):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


def read_file(path: Path, max_bytes: int) -> bytes:
    """What the file at `path` holds, cut off like `read_limited`. Raises: OSError."""
    with path.open("rb") as source:
        return read_limited(source, max_bytes)


def is_regular(path: Path) -> bool:
    """Whether `path` leads to a plain file: a pipe or a device could keep a reader waiting. Raises: OSError."""
    return stat.S_ISREG(path.stat().st_mode)
