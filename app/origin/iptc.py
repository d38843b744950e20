"""Reads the IPTC fields in which programs and agencies name themselves, out of Photoshop's resource block."""

import struct
from typing import Final

from app.origin.sayings import MOST_TEXT, Sayings

# Record 2 of the IPTC Information Interchange Model, version 4.2.
_FIELDS: Final = {65: "originatingprogram", 110: "credit", 120: "description"}
_IPTC_RESOURCE: Final = 0x0404
_MOST_ENTRIES: Final = 1000


def read_resources(block: bytes, sayings: Sayings) -> None:
    """Read Photoshop image resources (8BIM blocks). Damage ends the reading, never raises."""
    if not sayings.take(len(block)):
        return
    at = 0
    for _ in range(_MOST_ENTRIES):
        if block[at : at + 4] != b"8BIM" or at + 12 > len(block):
            return
        (number,) = struct.unpack_from(">H", block, at + 4)
        # The name: a length byte and its letters, padded to an even number.
        start = at + 6 + (block[at + 6] + 2) // 2 * 2
        if start + 4 > len(block):
            return
        (size,) = struct.unpack_from(">I", block, start)
        if number == _IPTC_RESOURCE:
            _read_records(block[start + 4 : start + 4 + size], sayings)
        at = start + 4 + (size + 1) // 2 * 2


def _read_records(block: bytes, sayings: Sayings) -> None:
    at = 0
    for _ in range(_MOST_ENTRIES):
        if block[at : at + 1] != b"\x1c" or at + 5 > len(block):
            return
        record, field, size = struct.unpack_from(">BBH", block, at + 1)
        if size >= 0x8000:
            # An extended length: no text of interest is that long.
            return
        if record == 2 and field in _FIELDS:
            value = block[at + 5 : at + 5 + min(size, MOST_TEXT)]
            sayings.add("IPTC", _FIELDS[field], value.decode("utf-8", "replace"))
        at += 5 + size
