"""The picture files of a library, named by the original's SHA-256: the file as it came, and a rendition for comparing.

A file appears whole or not at all. It is written before its row is committed and removed after, so that a process
killed in between leaves a file too many, never a row without its file.
"""

import os
import secrets
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.errors import LibraryError, PictureMissing, UnreadableImage
from app.imaging.encode import encode_jpeg
from app.imaging.load import ImageLimits, load_image
from app.model.poster_image import Pixels

# Longest side of a rendition in pixels: the size at which pictures are compared.
RENDITION_SIDE = 640
RENDITION_QUALITY = 95

TEMPORARY_SUFFIX = ".tmp"

# For pictures of the library: what was accepted once is not refused because somebody lowered the limits since.
NO_LIMITS = ImageLimits(max_bytes=2**40, max_pixels=2**40, min_side=1)

_EXTENSIONS = {"JPEG": "jpg", "HEIF": "heic"}


@dataclass(frozen=True, slots=True)
class StoredPicture:
    """Names the files of one picture. sha256: lower-case hex; extension: of the original, without a dot.

    extension "": the picture was never here, only its fingerprint came, in a pack; there may be a rendition.
    """

    sha256: str
    extension: str

    @property
    def has_original(self) -> bool:
        """Whether the library is to hold the file as it came."""
        return self.extension != ""


class PictureFiles:
    """The folders `pictures` and `renditions` of a library's home."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.originals = home / "pictures"
        self.renditions = home / "renditions"

    def create_folders(self) -> None:
        """Raises: OSError."""
        for folder in (self.originals, self.renditions):
            folder.mkdir(parents=True, exist_ok=True)

    def original_path(self, picture: StoredPicture) -> Path:
        """Where the file as it came is, or would be."""
        return self.originals / picture.sha256[:2] / f"{picture.sha256}.{picture.extension}"

    def rendition_path(self, sha256: str) -> Path:
        """Where the rendition is, or would be."""
        return self.renditions / sha256[:2] / f"{sha256}.jpg"

    def complete(self, picture: StoredPicture) -> bool:
        """Whether both files are there."""
        return (
            picture.has_original
            and self.original_path(picture).is_file()
            and self.rendition_path(picture.sha256).is_file()
        )

    def read_original(self, picture: StoredPicture) -> bytes:
        """The file as it came. Raises: PictureMissing; LibraryError when it cannot be read for another reason."""
        if not picture.has_original:
            raise PictureMissing(
                "This reference came in a pack, without its picture; add the picture itself to see it laid over."
            )
        path = self.original_path(picture)
        try:
            return path.read_bytes()
        except FileNotFoundError as error:
            raise PictureMissing(
                f"The picture file {path} cannot be read: it is missing; remove its reference and add it again."
            ) from error
        except OSError as error:
            raise LibraryError(
                f"The picture file {path} cannot be read ({error.strerror}); remove its reference and add it again."
            ) from error

    def remove(self, picture: StoredPicture) -> None:
        """Delete both files, if they are there. Raises: OSError."""
        if picture.has_original:
            self.original_path(picture).unlink(missing_ok=True)
        self.rendition_path(picture.sha256).unlink(missing_ok=True)

    def remove_temporaries(self) -> None:
        """Delete what a killed process left half written; a living one writes such a file again. Raises: OSError."""
        for folder in (self.originals, self.renditions):
            for path in folder.rglob(f"*{TEMPORARY_SUFFIX}"):
                path.unlink(missing_ok=True)

    def restore_rendition(self, picture: StoredPicture) -> Pixels:
        """Make the rendition again and give its pixels. Raises: PictureMissing; LibraryError for a damaged original."""
        try:
            data = encode_rendition(load_image(self.read_original(picture), NO_LIMITS).pixels)
        except UnreadableImage as error:
            raise LibraryError(f"The picture file {self.original_path(picture)} is damaged: {error}") from error
        # A full or read-only disk is no reason not to compare.
        with suppress(OSError):
            write_file(self.rendition_path(picture.sha256), data)
        pixels = decode_rendition(data)
        assert pixels is not None, "what was just encoded can be decoded"
        return pixels

    def all_files(self) -> Iterator[Path]:
        """Every file in both folders, temporary ones of writers included."""
        for folder in (self.originals, self.renditions):
            yield from (path for path in sorted(folder.rglob("*")) if path.is_file())


def extension_for(file_format: str) -> str:
    """The file name extension for `PosterImage.format`: "JPEG" gives "jpg"."""
    return _EXTENSIONS.get(file_format, file_format.lower())


def encode_rendition(pixels: Pixels) -> bytes:
    """The rendition of a picture (h, w, 3 RGB): longest side at most 640, no chroma subsampling."""
    return encode_jpeg(pixels, quality=RENDITION_QUALITY, max_side=RENDITION_SIDE)


def decode_rendition(data: bytes) -> Pixels | None:
    """(h, w, 3) uint8 RGB pixels; None when the bytes are not a whole picture."""
    import cv2
    import numpy as np

    # OpenCV reads a JPEG that was cut off without a word; the end-of-image marker tells.
    if not data.endswith(b"\xff\xd9"):
        return None
    try:
        pixels = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR_RGB)
    except cv2.error:
        return None
    return None if pixels is None else np.asarray(pixels, dtype=np.uint8)


def write_file(path: Path, data: bytes) -> None:
    """Write a file so that it is there whole, and on the disk, or not there. Raises: OSError."""
    for last in (False, True):
        temporary = path.with_name(f".{path.name}.{secrets.token_hex(6)}{TEMPORARY_SUFFIX}")
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            _write_and_sync(temporary, data)
            temporary.replace(path)
        except FileNotFoundError:
            # A verification took the temporary file for one that a dead process left.
            if last:
                raise
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        else:
            return


def _write_and_sync(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
