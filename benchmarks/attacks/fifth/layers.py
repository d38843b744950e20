"""Layers for the fifth set, as picture editors have them: smooth shapes, letters, outlines, shadows, laying them on."""

from collections.abc import Sequence
from typing import Self

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import Colour, box_between, whole_of
from benchmarks.attacks.lettering import words_of_height, words_of_width
from benchmarks.attacks.paint import Mask, feather, mask_box, paste, to_uint8

Layer = NDArray[np.float32]
"""(height, width, 4): red, green, blue 0..255, and how much of it is there, 0..1."""
Points = NDArray[np.float64]

FINE = 4
DISPLAY = (
    "DejaVuSans-Bold.ttf",
    "DejaVuSansCondensed-Bold.ttf",
    "DejaVuSerif-Bold.ttf",
    "DejaVuSerifCondensed-Bold.ttf",
    "DejaVuSans-BoldOblique.ttf",
    "LiberationSans-Bold.ttf",
    "LiberationSansNarrow-Bold.ttf",
    "LiberationSerif-Bold.ttf",
)
TEXT = (
    "DejaVuSans.ttf",
    "DejaVuSansCondensed.ttf",
    "DejaVuSerif.ttf",
    "LiberationSans-Regular.ttf",
    "LiberationSerif-Regular.ttf",
)
SCREEN = ("LiberationSans-Regular.ttf", "DejaVuSans.ttf", "DejaVuSansCondensed.ttf")
SCREEN_BOLD = ("LiberationSans-Bold.ttf", "DejaVuSans-Bold.ttf", "DejaVuSansCondensed-Bold.ttf")


class Pen:
    """Draws smooth shapes; every number is a share of the layer's width."""

    def __init__(self, width: float, height: float) -> None:
        self._size = (max(4, round(width)), max(4, round(height)))
        self._unit = self._size[0] * FINE
        self._image = Image.new("RGBA", (self._unit, self._size[1] * FINE), (0, 0, 0, 0))
        self._draw = ImageDraw.Draw(self._image)

    def oval(self, x: float, y: float, across: float, down: float, colour: Colour) -> Self:
        """A filled ellipse round (x, y) with two half axes."""
        u = self._unit
        self._draw.ellipse(((x - across) * u, (y - down) * u, (x + across) * u, (y + down) * u), fill=colour)
        return self

    def disc(self, x: float, y: float, radius: float, colour: Colour) -> Self:
        """A filled circle."""
        return self.oval(x, y, radius, radius, colour)

    def shape(self, points: Points | Sequence[tuple[float, float]], colour: Colour) -> Self:
        """A filled polygon."""
        self._draw.polygon([(float(x) * self._unit, float(y) * self._unit) for x, y in points], fill=colour)
        return self

    def box(self, left: float, top: float, right: float, bottom: float, colour: Colour, radius: float = 0.0) -> Self:
        """A filled rectangle with round corners."""
        u = self._unit
        self._draw.rounded_rectangle((left * u, top * u, right * u - 1, bottom * u - 1), radius * u, fill=colour)
        return self

    def stroke(self, points: Points | Sequence[tuple[float, float]], colour: Colour, width: float) -> Self:
        """A line with round ends."""
        there = [(float(x) * self._unit, float(y) * self._unit) for x, y in points]
        self._draw.line(there, fill=colour, width=max(1, round(width * self._unit)), joint="curve")
        half = width * self._unit / 2
        for x, y in (there[0], there[-1]):
            self._draw.ellipse((x - half, y - half, x + half, y + half), fill=colour)
        return self

    def layer(self) -> Layer:
        """What was drawn."""
        pixels = np.asarray(self._image.reduce(FINE), np.float32)
        return np.dstack([pixels[:, :, :3], pixels[:, :, 3:] / np.float32(255)])


def curve(points: Sequence[tuple[float, float]] | Points, *, closed: bool = True, steps: int = 12) -> Points:
    """A soft line through all the points."""
    given = np.asarray(points, np.float64)
    padded = np.vstack([given[-1:], given, given[:2]]) if closed else np.vstack([given[:1], given, given[-1:]])
    t = np.linspace(0, 1, steps, endpoint=False)[:, None]
    pieces = []
    for a, b, c, d in zip(padded[:-3], padded[1:-2], padded[2:-1], padded[3:], strict=True):
        pieces.append(b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a))))
    return np.vstack(pieces)


def filled(mask: Mask, colour: Colour) -> Layer:
    """One colour where the mask says so."""
    flat = np.broadcast_to(np.asarray(colour, np.float32), (*mask.shape, 3))
    return np.dstack([flat, mask]).astype(np.float32)


def lettered(
    words: str, face: str | None, colour: Colour, *, width: float = 0.0, height: float = 0.0, spacing: float = 0.0
) -> Layer:
    """Words as wide or as high as asked; where both are asked for, as large as both let them."""
    if not width:
        return filled(words_of_height(words, face, height, spacing=spacing), colour)
    mask = words_of_width(words, face, width, spacing=spacing)
    if height and mask.shape[0] > height:
        mask = words_of_height(words, face, height, spacing=spacing)
    return filled(mask, colour)


def stretched(layer: Layer, across: float, down: float = 1.0) -> Layer:
    """The layer pulled wider or higher."""
    size = (max(2, round(layer.shape[1] * across)), max(2, round(layer.shape[0] * down)))
    return _restored(np.asarray(cv2.resize(_premultiplied(layer), size, interpolation=cv2.INTER_AREA), np.float32))


def turned(layer: Layer, degrees: float) -> Layer:
    """The layer turned anticlockwise, on as large a ground as that needs."""
    height, width = layer.shape[:2]
    angle = np.radians(degrees)
    across = int(abs(width * np.cos(angle)) + abs(height * np.sin(angle))) + 4
    down = int(abs(width * np.sin(angle)) + abs(height * np.cos(angle))) + 4
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    matrix[:, 2] += ((across - width) / 2, (down - height) / 2)
    return _restored(np.asarray(cv2.warpAffine(_premultiplied(layer), matrix, (across, down)), np.float32))


def _premultiplied(layer: Layer) -> Layer:
    return np.dstack([layer[:, :, :3] * layer[:, :, 3:], layer[:, :, 3:]])


def _restored(layer: Layer) -> Layer:
    share = np.clip(layer[:, :, 3:], 0, 1)
    return np.dstack([layer[:, :, :3] / np.maximum(share, 1e-3), share]).astype(np.float32)


def ramped(layer: Layer, top: Colour, bottom: Colour) -> Layer:
    """The same outline, running from one colour down to another."""
    ramp = np.linspace(0, 1, layer.shape[0], dtype=np.float32)[:, None, None]
    colours = np.asarray(top, np.float32) * (1 - ramp) + np.asarray(bottom, np.float32) * ramp
    return np.dstack([np.broadcast_to(colours, (*layer.shape[:2], 3)), layer[:, :, 3:]]).astype(np.float32)


def over(below: Layer, above: Layer) -> Layer:
    """One layer on another of the same size."""
    top, under = above[:, :, 3:], below[:, :, 3:]
    share = top + under * (1 - top)
    colour = (above[:, :, :3] * top + below[:, :, :3] * under * (1 - top)) / np.maximum(share, 1e-3)
    return np.dstack([colour, share]).astype(np.float32)


def rimmed(layer: Layer, colour: Colour, thick: float) -> Layer:
    """The layer with an outline around it, so many pixels thick."""
    reach = max(1, round(thick))
    wide = np.pad(layer, ((reach + 1, reach + 1), (reach + 1, reach + 1), (0, 0)))
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1))
    grown = np.asarray(cv2.dilate(np.ascontiguousarray(wide[:, :, 3]), kernel), np.float32)
    return over(filled(feather(grown, 0.4), colour), wide)


def shadowed(layer: Layer, depth: float, strength: float = 0.6, colour: Colour = (0, 0, 0)) -> Layer:
    """The layer with a soft shadow below it to the right."""
    pad = max(2, round(2.5 * depth))
    wide = np.pad(layer, ((pad, pad), (pad, pad), (0, 0)))
    step = max(1, round(depth * 0.7))
    cast = np.roll(feather(np.ascontiguousarray(wide[:, :, 3]), depth), (step, step), axis=(0, 1))
    return over(filled(cast * np.float32(strength), colour), wide)


def laid_on(picture: Pixels, layer: Layer, x: float, y: float, opacity: float = 1.0) -> Pixels:
    """The layer with its upper left corner at (x, y) of a picture."""
    share = np.ascontiguousarray(layer[:, :, 3]) * np.float32(opacity)
    return paste(picture, to_uint8(layer[:, :, :3]), share, round(x), round(y))


def centred(picture: Pixels, layer: Layer, x: float, y: float, opacity: float = 1.0) -> Pixels:
    """The layer with its middle at (x, y) of a picture."""
    return laid_on(picture, layer, x - layer.shape[1] / 2, y - layer.shape[0] / 2, opacity)


def spread_out(picture: Pixels, layer: Layer, x: float, y: float) -> Mask:
    """Where in the whole picture a layer at (x, y) is."""
    nothing = np.zeros((*picture.shape[:2], 3), np.uint8)
    share = np.ascontiguousarray(layer[:, :, 3])
    grey = paste(nothing, (255, 255, 255), share, round(x), round(y))[:, :, 0]
    return (grey / 255).astype(np.float32)


def box_in(picture: Pixels, mask: Mask) -> Box:
    """The tight box around a mask of the picture's size."""
    box = mask_box(mask, 0.3)
    return box_between(box.x, box.y, box.x + box.width, box.y + box.height, whole_of(picture)) or box
