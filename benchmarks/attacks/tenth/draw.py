"""A sheet to paint on that keeps the boxes of what was painted, and letters as masks."""

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.geometry import Colour
from benchmarks.attacks.lettering import named_font
from benchmarks.attacks.tenth.masks import Mask, Rng, blurred, bounds, padded, resized
from benchmarks.attacks.values import Attacked, Part

Paint = Colour | NDArray[Any]

WHITE: Colour = (250, 250, 248)
BLACK: Colour = (12, 12, 14)
DARK: Colour = (26, 22, 30)
HEAVY = (
    "DejaVuSans-Bold.ttf",
    "DejaVuSansCondensed-Bold.ttf",
    "DejaVuSerif-Bold.ttf",
    "DejaVuSerifCondensed-Bold.ttf",
    "DejaVuSansCondensed-BoldOblique.ttf",
    "DejaVuSerifCondensed-BoldItalic.ttf",
)
LIGHT = ("DejaVuSans.ttf", "DejaVuSansCondensed.ttf", "DejaVuSerif.ttf", "DejaVuSerif-Italic.ttf", "LiberationSans.ttf")
# Capitals are this share of the nominal size of most typefaces.
CAPITAL = 0.73


class Sheet:
    """A poster that is painted on."""

    def __init__(self, picture: Pixels) -> None:
        self.pixels = picture.astype(np.float32)
        self.height, self.width = picture.shape[:2]
        self.long = max(self.height, self.width)
        self.boxes: list[Box] = []

    def lay(self, alpha: Mask, x: float, y: float, paint: Paint, opacity: float = 1.0, *, counts: bool = True) -> None:
        """Paint through a mask whose corner lies at (x, y). counts: whether it is a change of its own, not a shadow."""
        left, top = round(x), round(y)
        high, wide = alpha.shape
        x0, y0, x1, y1 = max(0, left), max(0, top), min(self.width, left + wide), min(self.height, top + high)
        if x1 <= x0 or y1 <= y0:
            return
        inner = (slice(y0 - top, y1 - top), slice(x0 - left, x1 - left))
        cut = np.clip(alpha[inner], 0, 1)
        colours = np.asarray(paint, np.float32)
        colours = colours[inner] if colours.ndim == 3 else colours
        share = (cut * opacity)[..., None]
        self.pixels[y0:y1, x0:x1] += (colours - self.pixels[y0:y1, x0:x1]) * share
        box = bounds(cut) if counts else None
        if box is not None:
            self.boxes.append(Box(box.x + x0, box.y + y0, box.width, box.height))

    def halo(self, alpha: Mask, x: float, y: float, paint: Colour, spread: float, opacity: float = 0.7) -> None:
        """A soft shadow or glow around a mask; it reaches no further than about three times the spread."""
        by = int(3 * spread) + 1
        self.lay(blurred(padded(alpha, by), spread) * 1.6, x - by, y - by, paint, opacity, counts=False)

    def patch(self, x: float, y: float, wide: float, high: float) -> NDArray[np.float32]:
        """The pixels there now, at least a few."""
        x0 = int(np.clip(x, 0, self.width - 2))
        y0 = int(np.clip(y, 0, self.height - 2))
        part = self.pixels[y0 : max(y0 + 2, int(y + high)), x0 : max(x0 + 2, int(x + wide))]
        return part.reshape(-1, 3)

    def lost(self, x: float, y: float, wide: float, high: float, colour: Colour) -> float:
        """The share of a place where a colour would hardly stand out."""
        away = np.abs(self.patch(x, y, wide, high) - np.array(colour))
        light = np.abs((self.patch(x, y, wide, high) - np.array(colour)) @ np.array([0.3, 0.59, 0.11]))
        # The eye reads by light and shade first: red on dark green is far in colour and still hard to read.
        return float(np.mean(np.maximum(light, 0.3 * away.max(axis=1)) < 75))

    def clear(self, box: Box, colours: tuple[Colour, ...], rng: Rng) -> Colour:
        """One of the colours, among those that stand out best there."""
        ranked = sorted(colours, key=lambda each: self.lost(box.x, box.y, box.width, box.height, each))
        best = self.lost(box.x, box.y, box.width, box.height, ranked[0])
        if best > 0.3 and self.patch(box.x, box.y, box.width, box.height).mean() > 120:
            return DARK
        good = [each for each in ranked if self.lost(box.x, box.y, box.width, box.height, each) <= best + 0.08]
        return one_of(rng, good)

    def write(self, ink: Mask, x: float, y: float, colour: Colour, *, counts: bool = True) -> None:
        """Letters that can be read: with an outline where the ground is busy, with a soft shadow everywhere."""
        high, wide = ink.shape
        against: Colour = BLACK if max(colour) > 140 else WHITE
        close = self.lost(x, y, wide, high, colour)
        self.halo(ink, x, y, against, max(0.8, 0.004 * self.long), 0.55)
        if close > 0.15:
            by = max(1, round(0.0028 * self.long))
            grown = np.asarray(cv2.dilate(padded(ink, by), np.ones((2 * by + 1, 2 * by + 1), np.uint8)), np.float32)
            self.lay(blurred(grown, 0.4), x - by, y - by, against, 0.95, counts=counts)
        self.lay(ink, x, y, colour, counts=counts)

    def picture(self) -> Pixels:
        """What it looks like now."""
        return np.clip(np.rint(self.pixels), 0, 255).astype(np.uint8)

    def edited(self, note: str = "", parts: tuple[Part, ...] = ()) -> Attacked:
        """As an edit, with its boxes; a box that lies in another goes."""
        kept: list[Box] = []
        for each in sorted(set(self.boxes), key=lambda box: (-box.area, box.x, box.y)):
            if not any(each.intersection(box) == each.area for box in kept):
                kept.append(each)
        return Attacked(self.picture(), tuple(kept), note, parts=parts)

    def kept(self, note: str = "") -> Attacked:
        """As a benign attack: whatever was laid over it claims nothing."""
        return Attacked(self.picture(), note=note)


def letters(words: str, face: str, capital: float, *, spacing: float = 0.0, squeeze: float = 1.0) -> Mask:
    """Words as ink, cut to it. capital: height of a capital in pixels. spacing: share of it between letters."""
    # Drawn twice as large and reduced: small letters keep their shape.
    size = max(8, round(2 * capital / CAPITAL))
    font = named_font(face, size)
    gap = 2 * spacing * capital
    wide = int(font.getbbox(words)[2] + gap * len(words) + 2 * size)
    image = Image.new("L", (wide, 2 * size), 0)
    pen = ImageDraw.Draw(image)
    x = size / 2
    for piece in words if gap else (words,):
        pen.text((x, size * 0.3), piece, fill=255, font=font)
        x += font.getlength(piece) + gap
    mask = np.asarray(image, np.float32) / np.float32(255)
    box = bounds(mask, 0.05) or Box(0, 0, 4, 4)
    ink = mask[box.y : box.y + box.height, box.x : box.x + box.width]
    return resized(ink, box.width * squeeze / 2, box.height / 2)


def fitted(words: str, face: str, capital: float, most: float, *, spacing: float = 0.0) -> Mask:
    """Words no wider than most: condensed a little first, then smaller."""
    ink = letters(words, face, capital, spacing=spacing)
    if ink.shape[1] <= most:
        return ink
    squeeze = max(0.78, most / ink.shape[1])
    ink = letters(words, face, capital, spacing=spacing, squeeze=squeeze)
    return ink if ink.shape[1] <= most else resized(ink, most, ink.shape[0] * most / ink.shape[1])


def stacked(lines: list[Mask], gap: float, align: float = 0.5) -> Mask:
    """Lines one under another. align: 0 left, 0.5 in the middle, 1 right."""
    wide = max(line.shape[1] for line in lines)
    rows: list[Mask] = []
    for line in lines:
        if rows:
            rows.append(np.zeros((max(1, round(gap)), wide), np.float32))
        before = round((wide - line.shape[1]) * align)
        rows.append(np.pad(line, ((0, 0), (before, wide - line.shape[1] - before))))
    return np.vstack(rows)
