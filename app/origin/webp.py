"""Finds the metadata of a WebP: its RIFF chunks."""

import struct
from typing import Final

from app.origin.exif import read_exif
from app.origin.sayings import Sayings
from app.origin.xmp import read_xmp

_MOST_CHUNKS: Final = 20_000


def read_webp(data: bytes, sayings: Sayings) -> None:
    """Read one WebP's metadata. Damage ends the reading, never raises."""
    at = 12
    for _ in range(_MOST_CHUNKS):
        if at + 8 > len(data):
            return
        kind, size = struct.unpack_from("<4sI", data, at)
        if kind == b"EXIF":
            read_exif(data[at + 8 : at + 8 + size], sayings)
        elif kind == b"XMP ":
            read_xmp(data[at + 8 : at + 8 + size], sayings)
        at += 8 + size + size % 2
