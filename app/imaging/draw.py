"""Pictures for people: outlined and numbered places, and heat over a picture."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from app.imaging.lettering import font
from app.imaging.places import Badge, place_badges
from app.model.geometry import Box
from app.model.poster_image import Pixels

Colour = tuple[int, int, int]

MARK: Colour = (255, 45, 85)
_HALO: Colour = (255, 255, 255)
_INK: Colour = (27, 0, 7)
# A number on a disc of this radius in pixels can just be read.
_LEAST_RADIUS = 11.0
_SMOOTH = 4


def outline(pixels: Pixels, boxes: Sequence[Box], names: Sequence[str] | None = None, colour: Colour = MARK) -> Pixels:
    """The picture with frames around the boxes, in two colours so that one of them shows on any ground.

    names: what stands at the frames, numbers from 1 by default.
    """
    if not boxes:
        return pixels
    picture = Image.fromarray(pixels)
    pen = ImageDraw.Draw(picture)
    stroke = max(2, round(max(picture.size) / 250))
    for box in boxes:
        corners = (box.x, box.y, box.x + box.width - 1, box.y + box.height - 1)
        pen.rectangle(_grown(corners, 2 * stroke), outline=_HALO, width=stroke)
        pen.rectangle(_grown(corners, stroke), outline=colour, width=stroke)
    shown = [str(number) for number in range(1, len(boxes) + 1)] if names is None else names
    for name, badge in zip(shown, place_badges(boxes, picture.size, _LEAST_RADIUS), strict=True):
        stamp(picture, name, badge, colour)
    return np.asarray(picture)


def stamp(picture: Image.Image, name: str, badge: Badge, colour: Colour) -> None:
    """Draw a name of one or two signs on a disc with a white rim."""
    reach = max(3, round(badge.radius * _SMOOTH))
    size = 2 * reach + 1
    disc = Image.new("RGB", (size, size), _HALO)
    shape = Image.new("L", (size, size), 0)
    ImageDraw.Draw(shape).ellipse((0, 0, size - 1, size - 1), fill=255)
    pen = ImageDraw.Draw(disc)
    rim = max(1, reach // 8)
    pen.ellipse((rim, rim, size - 1 - rim, size - 1 - rim), fill=colour)
    letters = font(max(8, round(reach * (1.35 if len(name) == 1 else 1.05))))
    pen.text((reach, reach), name, font=letters, fill=_ink_on(colour), anchor="mm", stroke_width=max(1, reach // 24))
    final = max(3, size // _SMOOTH)
    place = (round(badge.x - final / 2), round(badge.y - final / 2))
    small = Image.Resampling.LANCZOS
    picture.paste(disc.resize((final, final), small), place, shape.resize((final, final), small))


def heat(pixels: Pixels, strength: NDArray[np.float32]) -> Pixels:
    """The picture in grey under a glow where `strength` (h, w), 0..1, is high."""
    import cv2

    values = (np.clip(strength, 0, 1) * 255).astype(np.uint8)
    glow = cv2.cvtColor(cv2.applyColorMap(values, cv2.COLORMAP_INFERNO), cv2.COLOR_BGR2RGB).astype(np.float32)
    grey = cv2.cvtColor(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), cv2.COLOR_GRAY2RGB).astype(np.float32)
    share = np.clip(strength, 0, 1)[..., None] * 0.85
    return np.asarray(0.6 * grey * (1 - share) + glow * share, dtype=np.uint8)


def _ink_on(colour: Colour) -> Colour:
    """Black or white, whichever can be read on the colour: relative luminance as in WCAG 2."""
    linear = [((part / 255 + 0.055) / 1.055) ** 2.4 if part > 10 else part / 3294.6 for part in colour]
    light = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return _INK if light > 0.179 else _HALO


def _grown(corners: tuple[int, int, int, int], by: int) -> tuple[int, int, int, int]:
    left, top, right, bottom = corners
    return left - by, top - by, max(right + by, left), max(bottom + by, top)
