"""Finds the metadata of a PNG: its text chunks before and after the picture data, unpacked under a limit."""

import struct
import zlib
from typing import Final

from app.origin.exif import read_exif
from app.origin.sayings import MOST_TEXT, Sayings
from app.origin.xmp import read_xmp

_MOST_CHUNKS: Final = 20_000
_MOST_XMP: Final = 2**20
_XMP_KEY: Final = "XML:com.adobe.xmp"
_WHERE: Final = "PNG text"


def read_png(data: bytes, sayings: Sayings) -> None:
    """Read one PNG's metadata. Damage ends the reading, never raises."""
    at = 8
    for _ in range(_MOST_CHUNKS):
        if at + 8 > len(data):
            return
        size, kind = struct.unpack_from(">I4s", data, at)
        if kind in (b"tEXt", b"zTXt", b"iTXt"):
            _read_text(kind, data[at + 8 : at + 8 + size], sayings)
        elif kind == b"eXIf":
            read_exif(data[at + 8 : at + 8 + size], sayings)
        elif kind == b"IEND":
            return
        at += 12 + size


def _read_text(kind: bytes, chunk: bytes, sayings: Sayings) -> None:
    name, _, rest = chunk.partition(b"\x00")
    key = name[:79].decode("latin-1")
    limit = min(_MOST_XMP if key == _XMP_KEY else MOST_TEXT, sayings.bytes_left)
    if limit <= 0:
        return
    if kind == b"tEXt":
        value = rest[:limit]
    elif kind == b"zTXt":
        value = _unpack(rest[1:], limit)
    else:
        packed, rest = rest[:1] == b"\x01", rest[2:]
        # The language and the translated key stand between.
        rest = rest.partition(b"\x00")[2].partition(b"\x00")[2]
        value = _unpack(rest, limit) if packed else rest[:limit]
    if key == _XMP_KEY:
        read_xmp(value, sayings)
    elif sayings.take(len(value)):
        sayings.add(_WHERE, key, value.decode("utf-8", "replace"))


def _unpack(packed: bytes, limit: int) -> bytes:
    """At most `limit` (1 or more) bytes of a zlib stream; nothing when it is damaged."""
    try:
        return zlib.decompressobj().decompress(packed, limit)
    except zlib.error:
        return b""
