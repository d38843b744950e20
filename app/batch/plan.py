"""Which files of a folder are to be checked, in which order, and under which names."""

import os
from dataclasses import dataclass
from pathlib import Path

from app.errors import WrongUse
from app.library.picture_folder import PICTURE_SUFFIXES


@dataclass(frozen=True, slots=True)
class PlannedPicture:
    """One file to check. name: the path as the user would type it, in characters that any report can hold."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True)
class BatchPlan:
    """pictures: sorted by folder and name. ignored: how many other files were met (no picture's suffix, or hidden)."""

    pictures: tuple[PlannedPicture, ...]
    ignored: int


def plan_folder(folder: Path, *, recursive: bool = True) -> BatchPlan:
    """List the pictures of `folder`; hidden files and folders, and linked folders, are not looked into.

    Raises: WrongUse when `folder` is no folder that can be read.
    """
    if not folder.is_dir():
        raise WrongUse(f"{folder} is not a folder.")
    found: list[Path] = []
    ignored = 0
    for place, folders, files in os.walk(folder, onerror=_refuse):
        folders[:] = [name for name in folders if recursive and not name.startswith(".")]
        for name in files:
            if name.startswith(".") or Path(name).suffix.lower() not in PICTURE_SUFFIXES:
                ignored += 1
            else:
                found.append(Path(place) / name)
    found.sort(key=lambda path: path.parts)
    return BatchPlan(tuple(PlannedPicture(path, shown_name(path)) for path in found), ignored)


def shown_name(path: Path) -> str:
    """`path` with forward slashes; bytes that are no text are written as `\\xff`, so that a report can hold them."""
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")


def _refuse(error: OSError) -> None:
    raise WrongUse(f"The folder {error.filename} cannot be read: {error.strerror}.")
