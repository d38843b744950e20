"""Finds the sign of settings that some generators hide in the lowest bits of a PNG's pixels.

NovelAI and web interfaces of Stable Diffusion write it column by column: a sign, a length, and the prompt. Only the
sign is looked for, so only the rows and columns that hold it are unpacked.
"""

import struct
import zlib
from typing import Final

_ALPHA_SIGNS: Final = frozenset({b"stealth_pnginfo", b"stealth_pngcomp"})
_COLOUR_SIGNS: Final = frozenset({b"stealth_rgbinfo", b"stealth_rgbcomp"})
_SIGN_BITS: Final = 8 * 15
_MOST_COLUMNS: Final = 4
_MOST_UNPACKED: Final = 8 * 2**20
_MOST_CHUNKS: Final = 200
_CHANNELS: Final = {2: 3, 6: 4}


def has_hidden_settings(data: bytes) -> bool:
    """Whether a PNG (8 bits, RGB or RGBA, not interlaced) begins with one of the signs. Never raises."""
    if data[12:16] != b"IHDR" or len(data) < 33:
        return False
    width, height, depth, colour, _, _, interlaced = struct.unpack_from(">IIBBBBB", data, 16)
    channels = _CHANNELS.get(colour)
    if channels is None or depth != 8 or interlaced or not 0 < width * channels <= _MOST_UNPACKED or not height:
        return False
    most_rows = _SIGN_BITS if channels == 4 else _SIGN_BITS // 3
    rows, columns = min(height, most_rows), -(-most_rows // height)
    if columns > min(_MOST_COLUMNS, width):
        return False
    left = _left_columns(_unpack(data, rows * (1 + width * channels)), 1 + width * channels, columns, channels)
    if len(left) < rows:
        return False
    pixels = [row[channels * column : channels * (column + 1)] for column in range(columns) for row in left]
    if channels == 4 and _bytes_of([pixel[3] & 1 for pixel in pixels]) in _ALPHA_SIGNS:
        return True
    return _bytes_of([value & 1 for pixel in pixels for value in pixel[:3]]) in _COLOUR_SIGNS


def _bytes_of(bits: list[int]) -> bytes:
    number = int("".join(map(str, bits[:_SIGN_BITS])) or "0", 2)
    return number.to_bytes(_SIGN_BITS // 8, "big")


def _unpack(data: bytes, size: int) -> bytes:
    """The first `size` bytes of the filtered picture data, or fewer."""
    size = min(size, _MOST_UNPACKED)
    unpacker, out, at = zlib.decompressobj(), bytearray(), 8
    try:
        for _ in range(_MOST_CHUNKS):
            if at + 8 > len(data) or len(out) >= size:
                break
            length, kind = struct.unpack_from(">I4s", data, at)
            if kind == b"IDAT":
                packed = unpacker.unconsumed_tail + data[at + 8 : at + 8 + length]
                out += unpacker.decompress(packed, size - len(out))
            at += 12 + length
    except zlib.error:
        return b""
    return bytes(out)


def _left_columns(filtered: bytes, stride: int, columns: int, channels: int) -> list[bytes]:
    """The first pixels of each row with PNG's filters (specification, 9.2) undone: none needs what is to the right."""
    size = columns * channels
    above, rows = bytes(size), []
    for start in range(0, len(filtered) - stride + 1, stride):
        kind = filtered[start]
        row = bytearray(filtered[start + 1 : start + 1 + size])
        for at in range(size):
            left = row[at - channels] if at >= channels else 0
            corner = above[at - channels] if at >= channels else 0
            row[at] = (row[at] + _predict(kind, left, above[at], corner)) & 0xFF
        above = bytes(row)
        rows.append(above)
    return rows


def _predict(kind: int, left: int, above: int, corner: int) -> int:
    if kind == 4:
        guess = left + above - corner
        return min((left, above, corner), key=lambda value: abs(guess - value))
    return (0, left, above, (left + above) // 2)[kind] if kind < 4 else 0
