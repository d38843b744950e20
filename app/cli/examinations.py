"""What `postercheck doctor` looks at: one function an examination, listed in EXAMINATIONS; none changes anything."""

from __future__ import annotations

import io
import os
import platform
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from app import __version__
from app.errors import LibraryMissing, PostercheckError

if TYPE_CHECKING:
    from app.settings import Settings

# Under this, an import of a few thousand references would fail half way.
_LITTLE_SPACE_BYTES = 500 * 2**20
_PACKAGES = ("pillow", "imagehash", "opencv-python-headless", "faiss-cpu", "sqlalchemy", "fastapi", "uvicorn")
_REINSTALL = "Install again: pip install --force-reinstall"


class State(Enum):
    """OK; NOTE: works, but worth knowing; BROKEN: something that is needed does not work."""

    OK = "OK"
    NOTE = "note"
    BROKEN = "BROKEN"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line. advice: what to do about it; empty when there is nothing to do."""

    state: State
    what: str
    advice: str = ""


def examine_versions(_settings: Settings) -> list[Finding]:
    """Which versions run here."""
    here = f"Python {platform.python_version()} on {platform.system()}"
    findings = [Finding(State.OK, f"postercheck {__version__}, {here}")]
    parts = []
    for package in _PACKAGES:
        try:
            parts.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            findings.append(Finding(State.BROKEN, f"{package} is not installed", f"{_REINSTALL} {package}"))
    return [*findings, Finding(State.OK, ", ".join(parts))]


def examine_formats(_settings: Settings) -> list[Finding]:
    """Each format is written, and read back by the loader that checks use."""
    from PIL import Image

    from app.imaging.load import ALLOWED_FORMATS, heic_available, load_image

    sample = Image.radial_gradient("L").convert("RGB")
    findings = []
    for name in ALLOWED_FORMATS:
        buffer = io.BytesIO()
        try:
            sample.save(buffer, name)
            load_image(buffer.getvalue())
        except (OSError, KeyError, ValueError, PostercheckError) as error:
            findings.append(Finding(State.BROKEN, f"{name} cannot be read: {error}", f"{_REINSTALL} pillow"))
        else:
            findings.append(Finding(State.OK, f"{name} can be read"))
    if heic_available():
        findings.append(Finding(State.OK, "HEIC can be read"))
    else:
        advice = "Only if you need it: pip install 'postercheck[heic]'"
        findings.append(Finding(State.NOTE, "HEIC (pictures of some phones) cannot be read", advice))
    return findings


def examine_features(_settings: Settings) -> list[Finding]:
    """OpenCV finds local features in a drawn picture."""
    try:
        import cv2
        import numpy as np

        squares = np.kron(np.indices((12, 12)).sum(axis=0) % 2, np.ones((20, 20))).astype(np.uint8) * 255
        found, _ = cv2.SIFT.create().detectAndCompute(squares, np.full_like(squares, 255))
    except (ImportError, AttributeError) as error:
        return [Finding(State.BROKEN, f"OpenCV does not work: {error}", f"{_REINSTALL} opencv-python-headless")]
    if not found:
        return [Finding(State.BROKEN, "OpenCV finds no features", f"{_REINSTALL} opencv-python-headless")]
    return [Finding(State.OK, f"OpenCV {cv2.__version__} finds local features")]


def examine_search(_settings: Settings) -> list[Finding]:
    """faiss finds a bit pattern again."""
    try:
        import faiss
        import numpy as np

        index = faiss.IndexBinaryFlat(256)
        rows = np.arange(64, dtype=np.uint8).reshape(2, 32)
        index.add(rows)
        distances, places = index.search(rows[1:], 1)
    except (ImportError, AttributeError) as error:
        return [Finding(State.BROKEN, f"faiss does not work: {error}", f"{_REINSTALL} faiss-cpu")]
    if (int(distances[0, 0]), int(places[0, 0])) != (0, 1):
        return [Finding(State.BROKEN, "faiss gives wrong answers", f"{_REINSTALL} faiss-cpu")]
    return [Finding(State.OK, f"faiss {faiss.__version__} finds what it was given")]


def examine_home(settings: Settings) -> list[Finding]:
    """The library's folder can be written, and its disk has room."""
    standing = _nearest_standing(settings.home)
    advice = "Choose another folder with --home or POSTERCHECK_HOME"
    if not standing.is_dir():
        return [Finding(State.BROKEN, f"{settings.home}: {standing} is not a folder", advice)]
    if not os.access(standing, os.W_OK | os.X_OK):
        return [Finding(State.BROKEN, f"{settings.home} cannot be written", f"{advice}, or give yourself the right to")]
    free = shutil.disk_usage(standing).free
    place = Finding(State.OK, f"{settings.home} can be written")
    if free < _LITTLE_SPACE_BYTES:
        return [place, Finding(State.NOTE, f"only {free / 2**20:.0f} MB are free there", "Make room before importing")]
    return [place, Finding(State.OK, f"{free / 2**30:.1f} GB are free there")]


def examine_library(settings: Settings) -> list[Finding]:
    """The library opens, and what it holds."""
    from app.library.library import Library

    try:
        with Library.open(settings.home, create=False) as library:
            summary = library.summary()
    except LibraryMissing:
        advice = "Nothing to do: the first check fills it with the demo; or start with `postercheck library import`"
        return [Finding(State.NOTE, "there is no library yet", advice)]
    except (PostercheckError, OSError) as error:
        advice = "Put a backup back, or choose another folder with --home"
        return [Finding(State.BROKEN, f"the library cannot be used: {error}", advice)]
    held = (
        f"the library holds {summary.references} active references: "
        f"{summary.official} official, {summary.known_fakes} known fakes (version {summary.version})"
    )
    if summary.demo:
        advice = "Import real posters to check real posters: postercheck library import"
        return [Finding(State.NOTE, f"{held}; it is the demo", advice)]
    if not summary.references:
        return [Finding(State.NOTE, held, "Add references: postercheck library import")]
    return [Finding(State.OK, held)]


def examine_demo(_settings: Settings) -> list[Finding]:
    """The drawn pictures for an empty library are where they are looked for."""
    from app.settings import find_demo_folder

    if find_demo_folder() is None:
        advice = "Nothing checks against an empty library: import references, or install postercheck again"
        return [Finding(State.NOTE, "the demo library is not installed", advice)]
    return [Finding(State.OK, "the demo library is there for an empty home")]


EXAMINATIONS: tuple[Callable[[Settings], list[Finding]], ...] = (
    examine_versions,
    examine_formats,
    examine_features,
    examine_search,
    examine_home,
    examine_library,
    examine_demo,
)


def _nearest_standing(folder: Path) -> Path:
    return next(place for place in (folder, *folder.parents) if place.exists())
