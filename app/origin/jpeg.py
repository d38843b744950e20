"""Finds the metadata of a JPEG: its marker segments up to the picture data."""

import struct
from typing import Final

from app.origin.exif import read_exif
from app.origin.iptc import read_resources
from app.origin.sayings import MOST_TEXT, Sayings
from app.origin.xmp import read_xmp

_XMP: Final = b"http://ns.adobe.com/xap/1.0/\x00"
_EXTENDED: Final = b"http://ns.adobe.com/xmp/extension/\x00"
_PHOTOSHOP: Final = b"Photoshop 3.0\x00"
_MOST_SEGMENTS: Final = 4000
_MOST_FILL: Final = 64
_APP1, _APP13, _COMMENT = 0xE1, 0xED, 0xFE
_START_OF_SCAN, _END = 0xDA, 0xD9


def read_jpeg(data: bytes, sayings: Sayings) -> None:
    """Read one JPEG's metadata. Damage ends the reading, never raises."""
    # Extended XMP comes in pieces: 32 bytes of identity, the whole length, the piece's offset (XMP part 3, 1.1.3.1).
    pieces: dict[bytes, list[tuple[int, bytes]]] = {}
    resources = []
    at = 2
    for _ in range(_MOST_SEGMENTS):
        window = data[at : at + _MOST_FILL]
        # Any number of FF may stand in front of a marker.
        at += max(0, len(window) - len(window.lstrip(b"\xff")) - 1)
        if at + 4 > len(data) or data[at] != 0xFF or data[at + 1] in (_START_OF_SCAN, _END, 0xFF):
            break
        marker, size = struct.unpack_from(">xBH", data, at)
        body = data[at + 4 : at + 2 + size]
        if marker == _APP1 and body.startswith(b"Exif\x00\x00"):
            read_exif(body, sayings)
        elif marker == _APP1 and body.startswith(_XMP):
            read_xmp(body[len(_XMP) :], sayings)
        elif marker == _APP1 and body.startswith(_EXTENDED) and len(body) >= len(_EXTENDED) + 40:
            head = len(_EXTENDED)
            (offset,) = struct.unpack_from(">I", body, head + 36)
            pieces.setdefault(body[head : head + 32], []).append((offset, body[head + 40 :]))
        elif marker == _APP13 and body.startswith(_PHOTOSHOP):
            resources.append(body[len(_PHOTOSHOP) :])
        elif marker == _COMMENT:
            sayings.add("JPEG comment", "comment", body[:MOST_TEXT].decode("utf-8", "replace"))
        at += 2 + max(size, 2)
    read_resources(b"".join(resources), sayings)
    for parts in pieces.values():
        read_xmp(b"".join(part for _, part in sorted(parts)), sayings)
