"""Laying ink, drawings and foreign pixels over a picture, in place."""

from dataclasses import dataclass

import cv2
import numpy as np
from PIL import Image

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.fifteenth.lettering import Mask
from benchmarks.attacks.geometry import Colour, box_between, part_of, whole_of

WHITE, BLACK = (250, 250, 250), (12, 12, 14)
INKS: tuple[Colour, ...] = (
    WHITE, WHITE, (238, 226, 196), (226, 182, 72), (204, 28, 34), (250, 214, 40), (90, 200, 235), (240, 120, 30),
    BLACK, (24, 34, 70), (110, 16, 22))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ink:
    """outline: its colour. shadow: a soft one of the opposite brightness."""

    colour: Colour
    outline: Colour | None = None
    shadow: bool = False


def blend(pixels: Pixels, mask: Mask, x: int, y: int, paint: Colour | Pixels) -> Box:
    """Lays a colour, or pixels of the mask's size, where the mask is; cut at the picture's ends; says where."""
    left, top = max(0, x), max(0, y)
    right, bottom = min(pixels.shape[1], x + mask.shape[1]), min(pixels.shape[0], y + mask.shape[0])
    if right <= left or bottom <= top:
        return Box(0, 0, 0, 0)
    inside = np.s_[top - y : bottom - y, left - x : right - x]
    colours = paint[inside] if isinstance(paint, np.ndarray) else np.asarray(paint)
    ground, alpha = pixels[top:bottom, left:right], mask[inside][:, :, None]
    ground[:] = np.clip(ground * (1 - alpha) + colours * alpha + 0.5, 0, 255).astype(np.uint8)
    return Box(left, top, right - left, bottom - top)


def set_words(pixels: Pixels, mask: Mask, x: int, y: int, ink: Ink) -> Box:
    """Sets words, whole within the picture, and says where."""
    x, y = min(max(2, x), pixels.shape[1] - mask.shape[1] - 2), min(max(2, y), pixels.shape[0] - mask.shape[0] - 2)
    pad = max(2, mask.shape[0] // 8)
    wide = np.pad(mask, pad)
    if ink.shadow:
        soft = cv2.GaussianBlur(cv2.dilate(wide, np.ones((3, 3), np.uint8)), (0, 0), pad * 0.6)
        dark = BLACK if sum(ink.colour) > 330 else WHITE
        blend(pixels, np.asarray(np.clip(soft * 1.1, 0, 0.85), np.float32), x - pad, y - pad, dark)
    if ink.outline is not None:
        step = 2 * (mask.shape[0] // 24) + 3
        rim = cv2.dilate(wide, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (step, step)))
        blend(pixels, np.asarray(rim, np.float32), x - pad, y - pad, ink.outline)
    box, grow = blend(pixels, mask, x, y, ink.colour), pad // 2 if ink.shadow else 0
    return box_between(x - grow, y - grow, x + box.width + grow, y + box.height + grow, whole_of(pixels)) or box


def ink_for(pixels: Pixels, box: Box, rng: np.random.Generator, wished: Colour | None = None) -> Ink:
    """Ink that can be read on what lies in the box; the wished colour when that can."""
    grey = part_of(pixels, box).mean(axis=2)
    middle, shadow = float(np.median(grey)), bool(grey.std() > 28)
    if wished is not None and abs(sum(wished) / 3 - middle) > 75:
        return Ink(wished, shadow=shadow)
    return Ink(one_of(rng, [ink for ink in INKS if abs(sum(ink) / 3 - middle) > 105]), shadow=shadow)


def paste_drawing(pixels: Pixels, drawing: Image.Image, x: int, y: int) -> Box:
    """Lays an RGBA drawing over the picture, cut to its visible part, and says where."""
    left, top, width, height = cv2.boundingRect((np.asarray(drawing)[:, :, 3] > 30).astype(np.uint8))
    seen = np.asarray(drawing)[top : top + height, left : left + width]
    return blend(pixels, seen[:, :, 3].astype(np.float32) / np.float32(255), x + left, y + top, seen[:, :, :3])
