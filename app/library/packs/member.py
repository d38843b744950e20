"""Reads one member of a pack, so that nothing larger or other than the manifest says comes through."""

import hashlib
import zipfile
from typing import IO

import numpy as np
from numpy.typing import NDArray

from app.errors import PackInvalid
from app.library.packs.layout import ArrayMember, Member

_BLOCK = 2**20


class MemberStream:
    """The bytes of a member in order, counted and hashed on the way. Raises PackInvalid where they end too early."""

    def __init__(self, archive: zipfile.ZipFile, name: str, expected: Member) -> None:
        self.name = name
        self._file: IO[bytes] = archive.open(name)
        self._expected = expected
        self._digest = hashlib.sha256()
        self._left = expected.bytes

    def read(self, size: int) -> bytes:
        """Exactly `size` bytes."""
        data = self._file.read(size) if size <= self._left else b""
        if len(data) != size:
            raise PackInvalid(f"The pack's {self.name} ends too early.")
        return self._count(data)

    def read_line(self, limit: int) -> bytes:
        """Up to and with the next line break; at most `limit` + 1 bytes."""
        return self._count(self._file.readline(min(limit + 1, self._left)))

    def finish(self) -> None:
        """Raises: PackInvalid unless all was read and is what the manifest says."""
        if self._left or self._file.read(1):
            raise PackInvalid(f"The pack's {self.name} holds more than it should.")
        if self._digest.hexdigest() != self._expected.sha256:
            raise PackInvalid(f"The pack's {self.name} does not have the checksum that its manifest gives.")

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def _count(self, data: bytes) -> bytes:
        self._left -= len(data)
        self._digest.update(data)
        return data


class ArrayStream:
    """The rows of a .npy member, a few at a time; never pickled."""

    def __init__(self, stream: MemberStream, member: ArrayMember, shape: tuple[int, ...]) -> None:
        self._stream = stream
        self._dtype = np.dtype(member.dtype)
        self._columns = member.columns
        try:
            found = self._read_header()
        except (ValueError, OSError, RecursionError, MemoryError) as error:
            raise PackInvalid(f"The pack's {stream.name} is no plain numpy array ({error}).") from error
        if found != (shape, False, self._dtype):
            raise PackInvalid(f"The pack's {stream.name} has another shape or type than its manifest calls for.")

    def take(self, rows: int) -> NDArray[np.generic]:
        """The next rows."""
        values = self._columns or 1
        data = self._stream.read(rows * values * self._dtype.itemsize)
        array = np.frombuffer(data, self._dtype)
        return array if self._columns is None else array.reshape(rows, values)

    def _read_header(self) -> tuple[tuple[int, ...], bool, np.dtype[np.generic]]:
        if np.lib.format.read_magic(self._stream) != (1, 0):  # type: ignore[arg-type]
            raise ValueError("of another format version")
        return np.lib.format.read_array_header_1_0(self._stream)  # type: ignore[arg-type]
