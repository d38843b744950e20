"""The pictures that reporters left, in the folder `reports` of a library's home, one file a report."""

import time
from collections.abc import Iterator
from pathlib import Path

from app.library.pictures import write_file

# A file that is so old and still belongs to no report was left by a process that was killed before it could record it.
_UNRECORDED_SECONDS = 3600


class ReportPictures:
    """Files by report id; ids are made here and never taken from a caller."""

    def __init__(self, home: Path) -> None:
        self._folder = home / "reports"

    def write(self, report_id: str, data: bytes) -> None:
        """Keep a picture, whole or not at all. Raises: OSError."""
        write_file(self._path(report_id), data)

    def read(self, report_id: str) -> bytes | None:
        """None when there is no such file."""
        try:
            return self._path(report_id).read_bytes()
        except OSError:
            return None

    def remove(self, report_id: str) -> None:
        """Safe to call twice. Raises: OSError."""
        self._path(report_id).unlink(missing_ok=True)

    def unrecorded(self, recorded: frozenset[str]) -> Iterator[Path]:
        """Files of an hour ago or older that belong to none of these reports."""
        if not self._folder.is_dir():
            return
        for path in self._folder.iterdir():
            try:
                old = time.time() - path.stat().st_mtime > _UNRECORDED_SECONDS
            except OSError:
                continue
            if old and path.name.removesuffix(".picture") not in recorded:
                yield path

    def _path(self, report_id: str) -> Path:
        return self._folder / f"{report_id}.picture"
