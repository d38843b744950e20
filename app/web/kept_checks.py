"""Keeps reports, their uploads and their drawings on disk for a while, for every worker process to show again."""

import logging
from collections.abc import Callable
from pathlib import Path

from pydantic import ValidationError

from app.model.report import CheckReport
from app.web.problems import Problem
from app.web.shelf import KeepRule, Shelf, write_whole

_REPORT = "report.json"
_UPLOAD = "upload"
_logger = logging.getLogger(__name__)


class KeptChecks:
    """The checks of all workers that share one home. Every method blocks on the disk."""

    def __init__(self, home: Path, rule: KeepRule) -> None:
        """home: the library's folder; checks stand in `checks/` in it."""
        self._shelf = Shelf(home / "checks", _REPORT, rule)
        self._rule = rule

    def keep(self, report: CheckReport, upload: bytes) -> bool:
        """Keep a check. False when nothing is to be kept, or there is no room: that must not cost the verdict."""
        if self._rule.seconds <= 0:
            return False
        try:
            self._shelf.put(report.id, {_UPLOAD: upload, _REPORT: report.model_dump_json().encode()})
        except OSError as error:
            _logger.warning("a check is not kept: %s", error)
            return False
        self._shelf.sweep()
        return True

    def report(self, check_id: str) -> CheckReport:
        """The report of a kept check. Raises: Problem 404."""
        return self._load(check_id)[1]

    def upload(self, check_id: str) -> bytes:
        """The file of a kept check, as it was sent. Raises: Problem 404."""
        folder, _ = self._load(check_id)
        try:
            return (folder / _UPLOAD).read_bytes()
        except OSError:
            raise _not_kept() from None

    def picture(self, check_id: str, name: str, draw: Callable[[bytes, CheckReport], bytes]) -> bytes:
        """A picture of a kept check: from the disk, or drawn from the upload and then kept beside it.

        name: a fixed file name, never a caller's. Raises: Problem 404, and whatever `draw` raises.
        """
        folder, report = self._load(check_id)
        path = folder / name
        try:
            return path.read_bytes()
        except OSError:
            pass
        drawing = draw(self.upload(check_id), report)
        write_whole(path, drawing)
        return drawing

    def has_picture(self, check_id: str, name: str) -> bool:
        """Whether a picture is there already, so that it can be had without drawing."""
        folder = self._shelf.find(check_id)
        return folder is not None and (folder / name).is_file()

    def sweep(self) -> int:
        """Remove what is too old or too much. Returns how many."""
        return self._shelf.sweep()

    def _load(self, check_id: str) -> tuple[Path, CheckReport]:
        folder = self._shelf.find(check_id)
        if folder is None:
            raise _not_kept()
        try:
            return folder, CheckReport.model_validate_json((folder / _REPORT).read_bytes())
        except (OSError, ValidationError):
            # Removed by another process meanwhile, or written by another version.
            raise _not_kept() from None


def _not_kept() -> Problem:
    return Problem(404, "check_not_found", "There is no such check, or it is no longer kept.")
