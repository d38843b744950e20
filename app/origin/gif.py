"""Finds the metadata of a GIF: its comments and its XMP extension."""

from typing import Final

from app.origin.sayings import Sayings
from app.origin.xmp import read_xmp

_MOST_BLOCKS: Final = 400_000
_MOST_XMP: Final = 2**20
_MOST_PACKETS: Final = 4
_XMP: Final = b"XMP DataXMP"
# After the packet 256 counting bytes lead any reader of sub-blocks to the end (XMP part 3, 1.1.2).
_XMP_END: Final = b"\x01\xff\xfe"


def read_gif(data: bytes, sayings: Sayings) -> None:
    """Read one GIF's metadata. Damage ends the reading, never raises."""
    at, seen, packets = 13 + _table_size(data, 10), 0, 0
    while at + 2 < len(data) and seen < _MOST_BLOCKS:
        seen += 1
        if data[at] == 0x2C:
            at += 11 + _table_size(data, at + 9)
        elif packets < _MOST_PACKETS and data[at : at + 2] == b"\x21\xff" and data[at + 3 : at + 14] == _XMP:
            packets += 1
            end = data.find(_XMP_END, at, at + _MOST_XMP)
            read_xmp(data[at + 14 : max(at, end)], sayings)
            at += 14
        elif data[at] == 0x21:
            if data[at + 1] == 0xFE:
                length = data[at + 2]
                sayings.add("GIF comment", "comment", data[at + 3 : at + 3 + length].decode("utf-8", "replace"))
            at += 2
        else:
            return
        while at < len(data) and data[at] and seen < _MOST_BLOCKS:
            at += 1 + data[at]
            seen += 1
        at += 1


def _table_size(data: bytes, at: int) -> int:
    """Bytes of the colour table that the packed field at `at` announces."""
    packed = data[at] if at < len(data) else 0
    return 3 * 2 ** ((packed & 7) + 1) if packed & 0x80 else 0
