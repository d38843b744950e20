"""Words as masks, in whatever bold fonts the machine has."""

from functools import cache

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from benchmarks.attacks.chance import one_of
from benchmarks.attacks.paint import Mask, mask_box

BOLD_FACES = (
    "DejaVuSans-Bold.ttf",
    "DejaVuSansCondensed-Bold.ttf",
    "DejaVuSerif-Bold.ttf",
    "DejaVuSerifCondensed-Bold.ttf",
    "LiberationSans-Bold.ttf",
    "LiberationSansNarrow-Bold.ttf",
    "LiberationSerif-Bold.ttf",
    "Arial Bold.ttf",
    "arialbd.ttf",
    "timesbd.ttf",
    "Georgia Bold.ttf",
)
PLAIN_FACES = ("DejaVuSans.ttf", "LiberationSans-Regular.ttf", "Arial.ttf", "arial.ttf")
AnyFont = ImageFont.FreeTypeFont | ImageFont.ImageFont


def _exists(face: str) -> bool:
    try:
        ImageFont.truetype(face, 12)
    except OSError:
        return False
    return True


@cache
def _existing(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(face for face in names if _exists(face))


def pick_among(rng: np.random.Generator, names: tuple[str, ...]) -> str | None:
    """One of the named fonts that are there, or None for Pillow's own."""
    found = _existing(names)
    return one_of(rng, found) if found else None


def pick_face(rng: np.random.Generator, *, bold: bool = True) -> str | None:
    """One of the usual fonts, or None for Pillow's own."""
    return pick_among(rng, BOLD_FACES if bold else PLAIN_FACES)


def font(face: str | None, size: float) -> AnyFont:
    """A font in a size in pixels."""
    size = max(5.0, size)
    return ImageFont.load_default(size) if face is None else ImageFont.truetype(face, size)


@cache
def named_font(file: str, size: float) -> AnyFont:
    """The font of that file name, in whatever folder the machine keeps its fonts; Pillow's own where it has none."""
    try:
        return ImageFont.truetype(file, size)
    except OSError:
        return ImageFont.load_default(size)


def words_mask(words: str, face: str | None, size: float, *, spacing: float = 0.0, grow: int = 0) -> Mask:
    """The words, cut to their ink. spacing: extra space between letters, share of the size. grow: stroke in pixels."""
    letters = font(face, size)
    gap = spacing * size
    width = letters.getlength(words) + gap * len(words) + 4 * size
    image = Image.new("L", (int(width) + 2 * grow, int(2.2 * size) + 2 * grow), 0)
    draw = ImageDraw.Draw(image)
    x = size
    for piece in words if gap else (words,):
        draw.text((x, size * 0.4 + grow), piece, fill=255, font=letters, stroke_width=grow)
        x += letters.getlength(piece) + gap
    mask = np.asarray(image, np.float32) / np.float32(255)
    box = mask_box(mask)
    return mask[box.y : box.y + box.height, box.x : box.x + box.width]


def words_of_width(words: str, face: str | None, width: float, *, spacing: float = 0.0, grow: int = 0) -> Mask:
    """The words with ink as wide as asked, within a pixel or two."""
    size = 100.0
    for _ in range(3):
        ink = words_mask(words, face, size, spacing=spacing, grow=grow).shape[1]
        size = max(5.0, size * (width - 2 * grow) / max(1, ink - 2 * grow))
    return words_mask(words, face, size, spacing=spacing, grow=grow)


def words_of_height(words: str, face: str | None, height: float, *, spacing: float = 0.0, grow: int = 0) -> Mask:
    """The words with ink as high as asked, within a pixel or two."""
    size = 100.0
    for _ in range(3):
        ink = words_mask(words, face, size, spacing=spacing, grow=grow).shape[0]
        size = max(5.0, size * (height - 2 * grow) / max(1, ink - 2 * grow))
    return words_mask(words, face, size, spacing=spacing, grow=grow)
