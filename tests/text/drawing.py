"""Posters with words for the tests, in the lettering that comes with Pillow."""

from collections.abc import Sequence

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from app.model.geometry import Box
from app.model.poster_image import Pixels
from app.model.words import TextLine

WHITE, INK, GROUND = (245, 240, 230), (20, 22, 30), (40, 60, 110)


def draw_words(
    words: Sequence[tuple[str, int, int, int]],
    size: tuple[int, int] = (500, 750),
    ground: tuple[int, int, int] = GROUND,
) -> Pixels:
    """A soft ground with each (text, left, top, letter size) on it in white."""
    down = np.linspace(0.6, 1.2, size[1])[:, None, None]
    picture = np.broadcast_to(np.clip(np.array(ground) * down, 0, 255), (size[1], size[0], 3)).astype(np.uint8)
    image = Image.fromarray(picture)
    draw = ImageDraw.Draw(image)
    for text, left, top, letters in words:
        draw.text((left, top), text, fill=WHITE, font=ImageFont.load_default(letters), stroke_width=letters // 30)
    return np.asarray(image)


def ink_box(before: Pixels, after: Pixels) -> Box:
    """Where two pictures of one size differ, with a little room as the comparison leaves it."""
    rows, columns = np.nonzero((before != after).any(axis=2))
    left, top = int(columns.min()) - 3, int(rows.min()) - 3
    return Box(left, top, int(columns.max()) - left + 4, int(rows.max()) - top + 4)


def line(text: str, top: int = 0, height: int = 40, *, left: int = 20, score: float = 0.98) -> TextLine:
    """A line of letters half as wide as tall."""
    return TextLine(text, Box(left, top, max(8, len(text) * height // 2), height), score)
