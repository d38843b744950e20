"""Pictures for people: outlined places, heat over a picture, sheets of several pictures side by side."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from app.model.geometry import Box
from app.model.poster_image import Pixels

_OUTLINE = (255, 40, 90)
_HALO = (255, 255, 255)
_GROUND = (24, 26, 32)
_LETTERS = (238, 240, 245)


def outline(pixels: Pixels, boxes: Sequence[Box]) -> Pixels:
    """The picture with numbered frames around the boxes, in two colours so that one of them shows on any ground."""
    picture = Image.fromarray(pixels)
    pen = ImageDraw.Draw(picture)
    stroke = max(2, round(max(picture.size) / 250))
    font = ImageFont.load_default(max(12, round(max(picture.size) / 40)))
    for number, box in enumerate(boxes, start=1):
        corners = (box.x, box.y, box.x + box.width - 1, box.y + box.height - 1)
        pen.rectangle(_grown(corners, 2 * stroke), outline=_HALO, width=stroke)
        pen.rectangle(_grown(corners, stroke), outline=_OUTLINE, width=stroke)
        place = (box.x, max(0, box.y - 2 * stroke))
        pen.text(place, str(number), font=font, fill=_OUTLINE, stroke_width=stroke, stroke_fill=_HALO, anchor="lb")
    return np.asarray(picture)


def heat(pixels: Pixels, strength: NDArray[np.float32]) -> Pixels:
    """The picture in grey under a glow where `strength` (h, w), 0..1, is high."""
    import cv2

    values = (np.clip(strength, 0, 1) * 255).astype(np.uint8)
    glow = cv2.cvtColor(cv2.applyColorMap(values, cv2.COLORMAP_INFERNO), cv2.COLOR_BGR2RGB).astype(np.float32)
    grey = cv2.cvtColor(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), cv2.COLOR_GRAY2RGB).astype(np.float32)
    share = np.clip(strength, 0, 1)[..., None] * 0.85
    return np.asarray(0.6 * grey * (1 - share) + glow * share, dtype=np.uint8)


def side_by_side(pictures: Sequence[tuple[str, Pixels]], height: int = 720) -> Pixels:
    """One sheet: every picture at the same height, its name above it."""
    head, gap = 40, 16
    shrunk = [Image.fromarray(pixels) for _, pixels in pictures]
    shrunk = [
        item.resize((max(1, round(item.width * height / item.height)), height), Image.Resampling.LANCZOS)
        for item in shrunk
    ]
    width = sum(item.width for item in shrunk) + gap * (len(shrunk) + 1)
    sheet = Image.new("RGB", (width, height + head + gap), _GROUND)
    pen, font, left = ImageDraw.Draw(sheet), ImageFont.load_default(20), gap
    for (name, _), item in zip(pictures, shrunk, strict=True):
        pen.text((left, head // 2), name, font=font, fill=_LETTERS, anchor="lm")
        sheet.paste(item, (left, head))
        left += item.width + gap
    return np.asarray(sheet)


def _grown(corners: tuple[int, int, int, int], by: int) -> tuple[int, int, int, int]:
    left, top, right, bottom = corners
    return left - by, top - by, max(right + by, left), max(bottom + by, top)
