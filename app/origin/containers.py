"""Finds the metadata blocks of a picture of any accepted format, without decoding a pixel."""

import io
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from app.origin.exif import read_exif
from app.origin.gif import read_gif
from app.origin.jpeg import read_jpeg
from app.origin.png import read_png
from app.origin.sayings import Sayings
from app.origin.webp import read_webp
from app.origin.xmp import read_xmp

# What the AVIF and HEIF libraries raise on hostile files; a warning is an exception where the caller made it one.
_LIBRARY_ERRORS: Final = (OSError, ValueError, SyntaxError, RuntimeError, EOFError, MemoryError, Warning)


def read_container(data: bytes, file_format: str, sayings: Sayings) -> None:
    """Read everything the file says. An unknown format says nothing. Never raises."""
    reader = _READERS.get(file_format)
    if reader is not None:
        reader(data, sayings)


def _read_avif(data: bytes, sayings: Sayings) -> None:
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data), formats=("AVIF",)) as picture:
            info = dict(picture.info)
    except (*_LIBRARY_ERRORS, Image.DecompressionBombError):
        return
    _read_blocks(info, sayings)


def _read_heif(data: bytes, sayings: Sayings) -> None:
    try:
        import pillow_heif
    except ImportError:
        return
    try:
        info = dict(pillow_heif.open_heif(io.BytesIO(data)).info)
    except _LIBRARY_ERRORS:
        return
    _read_blocks(info, sayings)


def _read_blocks(info: Mapping[Any, Any], sayings: Sayings) -> None:
    exif, xmp = info.get("exif"), info.get("xmp")
    if isinstance(exif, bytes):
        read_exif(exif, sayings)
    if isinstance(xmp, bytes):
        read_xmp(xmp, sayings)


_READERS: Final[Mapping[str, Callable[[bytes, Sayings], None]]] = MappingProxyType(
    {
        "JPEG": read_jpeg,
        "PNG": read_png,
        "WEBP": read_webp,
        "GIF": read_gif,
        "AVIF": _read_avif,
        "HEIF": _read_heif,
    }
)
