"""What a worker does with one picture: read, decode, fingerprint, and put its files into the library's folders."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from app.errors import ImageTooLarge, LibraryError, TooLittleDetail, UnreadableImage
from app.fingerprints.compute import compute_fingerprint
from app.fingerprints.perceptual_hash import MIN_DETAIL
from app.imaging.load import ImageLimits, load_image
from app.library.pictures import PictureFiles, StoredPicture, encode_rendition, extension_for, write_file
from app.library.workers import PoolOptions, count_processors
from app.model.fingerprint import Fingerprint
from app.model.poster_image import PosterImage

# So few pictures are prepared sooner than other processes start.
_FEW = 10
# Past so many it is not the pictures: the machine is out of memory, or the installation is broken.
MAX_DEATHS = 20


@dataclass(frozen=True, slots=True)
class PrepareTask:
    """One picture to prepare for the library in `home`.

    replace: write its rendition again, even if there is one. sha256: what the bytes must be; None: whatever they are.
    """

    picture: Path | bytes
    home: Path
    limits: ImageLimits
    replace: bool = False
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """All that a row needs; both files are on the disk. width, height: pixels of the picture as shown."""

    stored: StoredPicture
    width: int
    height: int
    fingerprint: Fingerprint


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a picture cannot be a reference: a stable code, and a sentence."""

    code: str
    text: str


def prepare_pool(jobs: int | None = None) -> PoolOptions:
    """The processes that prepare pictures; jobs: None for one a processor."""
    return PoolOptions(jobs or count_processors(), few=_FEW, max_deaths=MAX_DEATHS)


def prepare(task: PrepareTask) -> Prepared | Refused:
    """Make one picture ready to become a reference.

    1. Read. 2. Decode. 3. Fingerprint. 4. Write the files.

    Raises: LibraryError when the library's folders cannot be written to; everything else is the picture's own fault.
    """
    try:
        # 1.
        data = read_picture(task.picture, task.limits)
        if task.sha256 not in (None, hashlib.sha256(data).hexdigest()):
            return Refused("picture_damaged", "The picture file is not what was imported.")
        # 2.
        image = load_image(data, task.limits)
        # 3.
        fingerprint = compute_fingerprint(image)
        _refuse_plain(fingerprint)
        rendition = encode_rendition(image.pixels)
    except UnreadableImage as error:
        return Refused(error.code, str(error))
    except OSError as error:
        return unreadable_file(error)
    except Exception as error:  # noqa: BLE001 - one odd picture must not end an import of thousands
        return Refused("processing_failed", f"Measuring the picture failed: {type(error).__name__}: {error}")
    # 4.
    stored = StoredPicture(image.sha256, extension_for(image.format))
    _write_files(task, stored, data, rendition)
    return _prepared(image, stored, fingerprint)


def read_picture(picture: Path | bytes, limits: ImageLimits) -> bytes:
    """The bytes of a picture, of which no more than the limit are read. Raises: ImageTooLarge, OSError."""
    if isinstance(picture, bytes):
        return picture
    if not picture.is_file():
        # A pipe or a device would never end; a folder has no bytes.
        raise FileNotFoundError(2, "there is no such file", str(picture))
    with picture.open("rb") as file:
        # Asked for by its size: a buffer for the whole limit could be far larger than the memory.
        size = os.fstat(file.fileno()).st_size
        data = file.read(min(size, limits.max_bytes) + 1)
    if len(data) > limits.max_bytes:
        raise ImageTooLarge(f"The file is larger than the {limits.max_bytes / 2**20:.0f} MB that are accepted.")
    return data


def unreadable_file(error: OSError) -> Refused:
    """The refusal of a file that cannot be read."""
    return Refused("unreadable_file", f"The file cannot be read: {error.strerror or error}.")


def _refuse_plain(fingerprint: Fingerprint) -> None:
    # Either of the two is enough to recognise a picture by; with neither, it could only ever be matched by mistake.
    if fingerprint.perceptual_hash.detail < MIN_DETAIL and len(fingerprint.local_features) == 0:
        raise TooLittleDetail("The picture is plain: there is nothing in it that could be recognised.")


def _write_files(task: PrepareTask, stored: StoredPicture, data: bytes, rendition: bytes) -> None:
    files = PictureFiles(task.home)
    original_path, rendition_path = files.original_path(stored), files.rendition_path(stored.sha256)
    try:
        if not original_path.is_file():
            write_file(original_path, data)
        if task.replace or not rendition_path.is_file():
            write_file(rendition_path, rendition)
    except OSError as error:
        raise LibraryError(
            f"A picture cannot be stored in {task.home}: {error.strerror or error}. "
            "What was added before stays; run the same import again to go on."
        ) from error


def _prepared(image: PosterImage, stored: StoredPicture, fingerprint: Fingerprint) -> Prepared:
    return Prepared(stored=stored, width=image.width, height=image.height, fingerprint=fingerprint)
