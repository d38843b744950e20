"""Words as layers: typefaces, outlines, shadows, and laying a layer on a picture."""

from collections.abc import Sequence
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.geometry import Colour, size_of

Layer = NDArray[np.uint8]
Mask = NDArray[np.float32]
Stencil = NDArray[np.uint8]
RUBIK, RUBIK_ITALIC, AILERON = "rubik", "rubik italic", "aileron"
PLAIN = "DejaVuSans.ttf"
BOLD = "DejaVuSans-Bold.ttf"
TITLE_FACES = (
    RUBIK,
    AILERON,
    BOLD,
    "DejaVuSansCondensed-Bold.ttf",
    "DejaVuSerif-Bold.ttf",
    "DejaVuSerifCondensed-Bold.ttf",
    "DejaVuSerif-BoldItalic.ttf",
    "DejaVuSans-BoldOblique.ttf",
    RUBIK_ITALIC,
)
APP_FACES = (RUBIK, AILERON, PLAIN, BOLD, "DejaVuSansCondensed.ttf")
LIGHT_INKS: tuple[Colour, ...] = (
    (255, 255, 255), (250, 240, 214), (255, 222, 89), (255, 196, 120), (190, 235, 255), (255, 205, 215),
)  # fmt: skip
DARK_INKS: tuple[Colour, ...] = ((0, 0, 0), (40, 18, 14), (14, 22, 60), (120, 8, 20), (10, 52, 36))


@lru_cache(maxsize=128)
def font(name: str, size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """A typeface of the machine, or the one Pillow brings."""
    try:
        return ImageFont.load_default(size) if name == AILERON else ImageFont.truetype(name, size)
    except OSError:
        return ImageFont.load_default(size)


def word_mask(text: str, face: str, height: int, tracking: float = 0.0, squeeze: float = 1.0) -> Stencil:
    """One line's coverage, cut to its ink, so high. tracking: extra space after each sign, in heights."""
    size = max(28, round(height * 1.4))
    if face in (RUBIK, RUBIK_ITALIC):
        canvas = np.zeros((size * 2, size * (len(text) + 3), 3), np.uint8)
        made = cv2.FontFace("sans" if face == RUBIK else "italic")
        at = size // 2
        for sign in text if tracking else (text,):
            white = (255, 255, 255)
            end, _ = cv2.putText(canvas, sign, (at, round(size * 1.4)), white, made, size, 700)
            at = int(end[0]) + round(tracking * size)
        drawn = canvas[:, :, 0]
    else:
        known = face if text.isascii() or face != AILERON else PLAIN
        used = font(known, size)
        image = Image.new("L", (round(size * (len(text) * (1.0 + tracking) + 3)), size * 2), 0)
        draw, left = ImageDraw.Draw(image), float(size // 2)
        for sign in text if tracking else (text,):
            draw.text((left, size * 0.3), sign, font=used, fill=255)
            left += draw.textlength(sign, font=used) + tracking * size
        drawn = np.asarray(image)
    rows, columns = np.nonzero(drawn > 40)
    cut = drawn[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]
    factor = height / cut.shape[0]
    width = max(2, round(cut.shape[1] * factor * squeeze))
    return np.asarray(cv2.resize(cut, (width, max(2, height)), interpolation=cv2.INTER_AREA), np.uint8)


def fitted_mask(
    text: str, face: str, most: tuple[float, float], tracking: float = 0.0, squeeze: float = 1.0
) -> Stencil:
    """The line as large as fits into (width, height)."""
    mask = word_mask(text, face, max(6, round(most[1])), tracking, squeeze)
    if mask.shape[1] > most[0]:
        mask = word_mask(text, face, max(6, round(most[1] * most[0] / mask.shape[1])), tracking, squeeze)
    return mask


def stacked(masks: Sequence[Stencil], gap: float, align: float = 0.5) -> Stencil:
    """Lines under each other. gap: in heights of the first. align: 0 left, 0.5 middle."""
    space = round(masks[0].shape[0] * gap)
    height = sum(mask.shape[0] for mask in masks) + space * (len(masks) - 1)
    whole, top = np.zeros((height, max(mask.shape[1] for mask in masks)), np.uint8), 0
    for mask in masks:
        left = round((whole.shape[1] - mask.shape[1]) * align)
        whole[top : top + mask.shape[0], left : left + mask.shape[1]] = mask
        top += mask.shape[0] + space
    return whole


def inked(mask: Stencil, ink: Colour, outline: Colour | None = None, thick: int = 0) -> Layer:
    """A coloured layer of a mask, outlined where asked for."""
    if outline is None or thick < 1:
        return np.dstack([np.full((*mask.shape, 3), ink, np.uint8), mask])
    inside = cv2.copyMakeBorder(mask, thick, thick, thick, thick, cv2.BORDER_CONSTANT, value=0)
    shape = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * thick + 1, 2 * thick + 1))
    around = cv2.dilate(inside, shape)
    share = (inside / 255.0)[..., None]
    colours = np.asarray(ink) * share + np.asarray(outline) * (1 - share)
    return np.dstack([colours.astype(np.uint8), around.astype(np.uint8)])


def lay(pixels: Pixels, layer: Layer, x: float, y: float, opacity: float = 1.0) -> tuple[Pixels, Box]:
    """The layer over the picture with its corner at (x, y), moved inside; and where its ink is."""
    width, height = size_of(pixels)
    if layer.shape[1] > width or layer.shape[0] > height:
        factor = min(width / layer.shape[1], height / layer.shape[0]) * 0.96
        size = (max(1, int(layer.shape[1] * factor)), max(1, int(layer.shape[0] * factor)))
        layer = np.asarray(cv2.resize(layer, size, interpolation=cv2.INTER_AREA), np.uint8)
    left = int(min(max(0, round(x)), width - layer.shape[1]))
    top = int(min(max(0, round(y)), height - layer.shape[0]))
    result = pixels.copy()
    part = result[top : top + layer.shape[0], left : left + layer.shape[1]]
    share = layer[..., 3:].astype(np.float32) / 255 * opacity
    part[:] = (part * (1 - share) + layer[..., :3] * share + 0.5).astype(np.uint8)
    rows, columns = np.nonzero(layer[..., 3] > 60)
    box = Box(left + int(columns.min()), top + int(rows.min()), int(np.ptp(columns)) + 1, int(np.ptp(rows)) + 1)
    return result, box


def lay_middle(pixels: Pixels, layer: Layer, x: float, y: float, opacity: float = 1.0) -> tuple[Pixels, Box]:
    """The layer with its middle at (x, y)."""
    return lay(pixels, layer, x - layer.shape[1] / 2, y - layer.shape[0] / 2, opacity)


def turned(layer: Layer, degrees: float) -> Layer:
    """The layer turned about its middle, grown to hold it."""
    return np.asarray(Image.fromarray(layer).rotate(degrees, Image.Resampling.BICUBIC, expand=True))


def readable_ink(pixels: Pixels, box: Box, rng: np.random.Generator) -> tuple[Colour, Colour, bool]:
    """A colour that stands out in the box, its opposite for outlines, and whether an outline is needed."""
    part = pixels[max(0, box.y) : box.y + box.height, max(0, box.x) : box.x + box.width]
    grey = part.reshape(-1, 3) @ np.array([0.299, 0.587, 0.114]) if part.size else np.array([0.0])
    level, spread = float(grey.mean()), float(grey.std())
    between_tones = spread > 42 or 85 < level < 175
    inks, other = (LIGHT_INKS, (0, 0, 0)) if level < 140 else (DARK_INKS, (255, 255, 255))
    return inks[0] if between_tones and level < 175 else one_of(rng, inks), other, between_tones


def write(pixels: Pixels, mask: Stencil, middle: tuple[float, float], rng: np.random.Generator) -> tuple[Pixels, Box]:
    """Lettering set readably on the picture about a point."""
    height, width = mask.shape
    left = min(max(0.0, middle[0] - width / 2), max(0, pixels.shape[1] - width))
    top = min(max(0.0, middle[1] - height / 2), max(0, pixels.shape[0] - height))
    ink, other, uneven = readable_ink(pixels, Box(int(left), int(top), width, height), rng)
    thick = max(1, round(min(height, pixels.shape[1] * 0.08) * 0.06)) if uneven else 0
    return lay_middle(pixels, inked(mask, ink, other, thick), left + width / 2, top + height / 2)
