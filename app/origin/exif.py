"""Reads the few EXIF fields in which programs name themselves. Positions and camera notes are never looked at."""

import struct
from typing import Final

from app.origin.sayings import MOST_TEXT, Sayings
from app.origin.xmp import read_xmp

# Field numbers: CIPA DC-008 (EXIF 2.32), table 4; XP comment: Windows; 0x02BC: an XMP packet inside TIFF fields.
# Make and model are read because ComfyUI writes its prompt and workflow there; they never leave this room.
_TEXT_FIELDS: Final = {
    0x000B: "software",
    0x010E: "description",
    0x010F: "make",
    0x0110: "model",
    0x0131: "software",
}
_USER_COMMENT: Final = 0x9286
_XP_COMMENT: Final = 0x9C9C
_XMP_PACKET: Final = 0x02BC
_EXIF_POINTER: Final = 0x8769
_MOST_FIELDS: Final = 256
_MOST_VALUE: Final = 2**20
_READ: Final = frozenset({*_TEXT_FIELDS, _USER_COMMENT, _XP_COMMENT, _XMP_PACKET})
_UNIT_BYTES: Final = {1: 1, 2: 1, 3: 2, 4: 4, 6: 1, 7: 1}
_WHERE: Final = "EXIF"


def read_exif(block: bytes, sayings: Sayings) -> None:
    """Read one EXIF block (TIFF header first, an "Exif" prefix is skipped). Damage ends the reading, never raises."""
    block = block.removeprefix(b"Exif\x00\x00")
    order = {b"II*\x00": "<", b"MM\x00*": ">"}.get(block[:4])
    if order is None or not sayings.take(len(block)):
        return
    try:
        (first,) = struct.unpack_from(order + "I", block, 4)
        pointers = _read_directory(block, order, first, sayings)
        for pointer in pointers[:1]:
            _read_directory(block, order, pointer, sayings)
    except struct.error:
        return


def _read_directory(block: bytes, order: str, start: int, sayings: Sayings) -> list[int]:
    """The texts of one directory; returns where further EXIF directories start."""
    (count,) = struct.unpack_from(order + "H", block, start)
    pointers, seen = [], set()
    for number in range(min(count, _MOST_FIELDS)):
        at = start + 2 + 12 * number
        tag, kind, units = struct.unpack_from(order + "HHI", block, at)
        if tag == _EXIF_POINTER:
            pointers.append(struct.unpack_from(order + "I", block, at + 8)[0])
        elif tag in _READ and tag not in seen:
            seen.add(tag)
            size = min(units * _UNIT_BYTES.get(kind, 0), _MOST_VALUE)
            place = at + 8 if size <= 4 else struct.unpack_from(order + "I", block, at + 8)[0]
            _read_field(tag, block[place : place + size], order, sayings)
    return pointers


def _read_field(tag: int, value: bytes, order: str, sayings: Sayings) -> None:
    if tag == _XMP_PACKET:
        read_xmp(value, sayings)
    elif tag == _USER_COMMENT:
        sayings.add(_WHERE, "usercomment", _user_comment(value, order))
    elif tag == _XP_COMMENT:
        sayings.add(_WHERE, "usercomment", value[: 2 * MOST_TEXT].decode("utf-16-le", "replace"))
    else:
        sayings.add(_WHERE, _TEXT_FIELDS[tag], value[:MOST_TEXT].decode("utf-8", "replace"))


def _user_comment(value: bytes, order: str) -> str:
    """Eight bytes name the encoding; writers disagree on the byte order of UNICODE, so the one that reads wins."""
    code, text = value[:8], value[8 : 8 + 2 * MOST_TEXT]
    if code != b"UNICODE\x00":
        return text.decode("utf-8", "replace") if code[:5] in (b"ASCII", bytes(5)) else value.decode("utf-8", "replace")
    own, other = ("utf-16-le", "utf-16-be") if order == "<" else ("utf-16-be", "utf-16-le")
    readings = [text.decode(name, "replace") for name in (own, other)]
    return max(readings, key=lambda reading: sum(sign.isascii() for sign in reading[:2000]))
