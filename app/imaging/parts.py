"""A picture whose parts are tinted by where they come from, each in its own colour, pattern and letter."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from app.imaging.draw import Colour, stamp
from app.imaging.lettering import drawable, font, shorten
from app.imaging.places import Badge
from app.model.poster_image import Pixels
from app.model.report import PartColour, ReportPart

# M. Okabe and K. Ito, "Color Universal Design", 2008; grey is ours.
COLOURS: Final[Mapping[PartColour, Colour]] = MappingProxyType(
    {
        PartColour.BLUE: (0, 114, 178),
        PartColour.ORANGE: (230, 159, 0),
        PartColour.GREEN: (0, 158, 115),
        PartColour.PURPLE: (204, 121, 167),
        PartColour.GREY: (140, 143, 150),
    }
)
# How much of the colour lies over the picture, between the lines of the pattern and on them.
_TINT = 0.22
_LINES = 0.62
_GROUND: Colour = (24, 26, 32)
_LETTERS: Colour = (238, 240, 245)

_Grid = NDArray[np.int64]
# The lines of each pattern for pixels (x, y), repeated every `step` pixels and `thick` wide.
_PATTERNS: Final[Mapping[PartColour, Callable[[_Grid, _Grid, int, int], NDArray[np.bool_]]]] = MappingProxyType(
    {
        PartColour.BLUE: lambda x, y, step, thick: (x + y) % step < thick,
        PartColour.ORANGE: lambda x, y, step, thick: (x - y) % step < thick,
        PartColour.GREEN: lambda _x, y, step, thick: y % step < thick,
        PartColour.PURPLE: lambda x, y, step, thick: (
            (x % step - step // 2) ** 2 + (y % step - step // 2) ** 2 < (thick + 1) ** 2
        ),
        PartColour.GREY: lambda x, y, step, thick: ((x + y) % step < thick) | ((x - y) % step < thick),
    }
)


def tint_parts(pixels: Pixels, parts: Sequence[ReportPart]) -> Pixels:
    """The picture with every part tinted and outlined, its letter in its middle."""
    import cv2

    height, width = pixels.shape[:2]
    tinted = pixels.astype(np.float32)
    rings = [[np.array(ring, np.int32) for ring in part.outline] for part in parts]
    for part, outline in zip(parts, rings, strict=True):
        inside = np.zeros((height, width), np.uint8)
        cv2.fillPoly(inside, outline, 1)
        cover = (inside * _cover(part.colour, width, height))[..., None]
        tinted = tinted * (1 - cover) + np.array(COLOURS[part.colour], np.float32) * cover
    drawn = np.ascontiguousarray(tinted.round().astype(np.uint8))
    stroke = max(2, round(max(width, height) / 250))
    for part, outline in zip(parts, rings, strict=True):
        cv2.polylines(drawn, outline, True, (255, 255, 255), 2 * stroke + 1, cv2.LINE_AA)
        cv2.polylines(drawn, outline, True, COLOURS[part.colour], stroke, cv2.LINE_AA)
    picture = Image.fromarray(drawn)
    radius = max(13.0, 0.034 * max(width, height))
    for part in parts:
        stamp(picture, part.letter, Badge(float(part.centre[0]), float(part.centre[1]), radius), COLOURS[part.colour])
    return np.asarray(picture)


def add_legend(pixels: Pixels, entries: Sequence[tuple[ReportPart, str]]) -> Pixels:
    """The picture with a line under it for each part: colour, pattern, letter and words."""
    height, width = pixels.shape[:2]
    size = max(16, round(width / 26))
    line = round(1.9 * size)
    sheet = Image.new("RGB", (width, height + line * len(entries) + size), _GROUND)
    sheet.paste(Image.fromarray(pixels), (0, 0))
    pen, top = ImageDraw.Draw(sheet), height + size // 2
    for part, words in entries:
        sheet.paste(Image.fromarray(_swatch(part.colour, 2 * size, round(1.4 * size))), (size, top + line // 8))
        stamp(sheet, part.letter, Badge(4.2 * size, top + line / 2, 0.72 * size), COLOURS[part.colour])
        shown = shorten(drawable(words), size, width - 6.4 * size)
        pen.text((5.4 * size, top + line / 2), shown, font=font(size), fill=_LETTERS, anchor="lm")
        top += line
    return np.asarray(sheet)


def _swatch(colour: PartColour, width: int, height: int) -> Pixels:
    cover = _cover(colour, width, height, step=10)[..., None]
    return np.asarray(245 * (1 - cover) + np.array(COLOURS[colour], np.float32) * cover, dtype=np.uint8)


def _cover(colour: PartColour, width: int, height: int, step: int | None = None) -> NDArray[np.float32]:
    """How much of the colour covers each pixel, 0..1."""
    period = step or max(12, round(max(width, height) / 60))
    y, x = np.indices((height, width))
    return np.where(_PATTERNS[colour](x, y, period, max(2, period // 6)), _LINES, _TINT).astype(np.float32)
