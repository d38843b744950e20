"""Words on pictures, in the one typeface that is always there."""

import unicodedata
from functools import lru_cache

from PIL import ImageFont
from PIL.ImageFont import FreeTypeFont

# A code point that is assigned to nothing: it looks as every sign does that the typeface lacks.
_NO_SIGN = "\u0378"
_PROBE_SIZE = 20


@lru_cache(maxsize=32)
def font(size: int) -> FreeTypeFont:
    """The typeface at so many pixels."""
    loaded = ImageFont.load_default(size)
    assert isinstance(loaded, FreeTypeFont), "Pillow is built with FreeType in all its wheels"
    return loaded


def drawable(text: str, instead: str = "") -> str:
    """`text` in signs that the typeface has, accents left out; `instead` where half of its letters would be missing."""
    wanted = "".join(sign for sign in text if sign.isprintable())
    kept = "".join(sign for sign in unicodedata.normalize("NFKD", wanted) if _has(sign))
    kept = " ".join(kept.split())
    return kept if 2 * len(kept) >= len(" ".join(wanted.split())) else instead


def shorten(text: str, size: int, width: float) -> str:
    """`text`, cut off with three dots where it would be wider than `width` pixels."""
    if font(size).getlength(text) <= width:
        return text
    while text and font(size).getlength(f"{text}...") > width:
        text = text[:-1]
    return f"{text.rstrip()}..."


def wrap(text: str, size: int, width: float, most: int) -> list[str]:
    """`text` in at most `most` lines, none wider than `width` pixels."""
    lines: list[str] = []
    for word in text.split():
        if lines and font(size).getlength(f"{lines[-1]} {word}") <= width:
            lines[-1] = f"{lines[-1]} {word}"
        elif len(lines) < most:
            lines.append(shorten(word, size, width))
        else:
            lines[-1] = shorten(f"{lines[-1]} {word}", size, width)
            break
    return lines


@lru_cache(maxsize=4096)
def _has(sign: str) -> bool:
    probe = font(_PROBE_SIZE)
    return sign == " " or bytes(probe.getmask(sign)) != bytes(probe.getmask(_NO_SIGN))
