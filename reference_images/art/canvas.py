"""The sheet a poster is painted on: float pixels, anti-aliased masks, and the few ways paint meets paint."""

import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from reference_images.art.palette import Colour, rgb

WIDTH, HEIGHT = 600, 900
_OVERSAMPLING = 3

Array: TypeAlias = NDArray[np.float32]
Point: TypeAlias = tuple[float, float]
Size: TypeAlias = tuple[int, int]


@dataclass(slots=True)
class Canvas:
    """Pixels (height, width, 3) in 0..1, and a family of seeded random generators, one for each named layer."""

    seed: int
    size: Size = (WIDTH, HEIGHT)
    pixels: Array = field(init=False)

    def __post_init__(self) -> None:
        self.pixels = np.zeros((self.size[1], self.size[0], 3), np.float32)

    def rng(self, layer: str) -> np.random.Generator:
        """A generator that depends on the layer's name only, so that changing one layer leaves the others alone."""
        return np.random.default_rng([self.seed, zlib.crc32(layer.encode())])

    def grid(self) -> tuple[Array, Array]:
        """x and y of every pixel, each of shape (height, width)."""
        y, x = np.mgrid[0 : self.size[1], 0 : self.size[0]].astype(np.float32)
        return x, y

    def lay(self, paint: Colour | Array, mask: Array | float = 1.0) -> None:
        """Cover with a colour or a picture, as strongly as the mask (0..1) says."""
        alpha = np.asarray(mask, np.float32)[..., None]
        self.pixels += (_as_paint(paint) - self.pixels) * np.clip(alpha, 0, 1)

    def glow(self, paint: Colour | Array, mask: Array | float) -> None:
        """Add light: never darker than before, never beyond white (the screen blend)."""
        alpha = np.clip(np.asarray(mask, np.float32), 0, 1)[..., None]
        self.pixels = 1 - (1 - self.pixels) * (1 - _as_paint(paint) * alpha)

    def shade(self, paint: Colour | Array, mask: Array | float = 1.0) -> None:
        """Take light away: multiply by a colour where the mask is set."""
        alpha = np.clip(np.asarray(mask, np.float32), 0, 1)[..., None]
        self.pixels *= 1 - alpha * (1 - _as_paint(paint))

    def image(self) -> Image.Image:
        """The finished sheet as an RGB picture."""
        return Image.fromarray((np.clip(self.pixels, 0, 1) * 255 + 0.5).astype(np.uint8))


@dataclass(frozen=True, slots=True)
class Layer:
    """A painted cut-out: colour (h, w, 3) and alpha (h, w), both 0..1."""

    colour: Array
    alpha: Array

    def put(self, canvas: Canvas, left: int, top: int, opacity: float = 1.0) -> None:
        """Lay it on a canvas with its top left corner at (left, top); what hangs over is cut off."""
        height, width = self.alpha.shape
        x0, y0 = max(left, 0), max(top, 0)
        x1, y1 = min(left + width, canvas.size[0]), min(top + height, canvas.size[1])
        if x0 >= x1 or y0 >= y1:
            return
        mine = np.s_[y0 - top : y1 - top, x0 - left : x1 - left]
        under = canvas.pixels[y0:y1, x0:x1]
        under += (self.colour[mine] - under) * (self.alpha[mine] * opacity)[..., None]


def _as_paint(paint: Colour | Array) -> Array:
    return rgb(paint) if isinstance(paint, str) else np.asarray(paint, np.float32)


def drawn_mask(size: Size, draw: Callable[[ImageDraw.ImageDraw, float], None]) -> Array:
    """A mask drawn by a function that gets Pillow's pencil and the scale of its coordinates."""
    big = Image.new("L", (size[0] * _OVERSAMPLING, size[1] * _OVERSAMPLING))
    draw(ImageDraw.Draw(big), float(_OVERSAMPLING))
    return np.asarray(big.reduce(_OVERSAMPLING), np.float32) / 255


def polygons(size: Size, *shapes: Sequence[Point]) -> Array:
    """The union of closed polygons."""

    def draw(pencil: ImageDraw.ImageDraw, scale: float) -> None:
        for shape in shapes:
            pencil.polygon([(x * scale, y * scale) for x, y in shape], fill=255)

    return drawn_mask(size, draw)


def strokes(size: Size, lines: Sequence[tuple[Sequence[Point], float]]) -> Array:
    """The union of open lines, each with its width in pixels."""

    def draw(pencil: ImageDraw.ImageDraw, scale: float) -> None:
        for points, width in lines:
            scaled = [(x * scale, y * scale) for x, y in points]
            pencil.line(scaled, fill=255, width=max(1, round(width * scale)), joint="curve")

    return drawn_mask(size, draw)


def smooth(points: Sequence[Point], steps: int = 8) -> list[Point]:
    """A closed curve through the points (Catmull-Rom)."""
    p1 = np.asarray(points, float)
    p0, p2, p3 = np.roll(p1, 1, 0), np.roll(p1, -1, 0), np.roll(p1, -2, 0)
    t = np.linspace(0, 1, steps, endpoint=False)[None, :, None]
    a, b, c, d = (p[:, None, :] for p in (p0, p1, p2, p3))
    curve = 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)
    return [(float(x), float(y)) for x, y in curve.reshape(-1, 2)]


def moved(points: Sequence[Point], at: Point, scale: float | Point) -> list[Point]:
    """Points scaled and then moved so that their origin lies at `at`."""
    sx, sy = scale if isinstance(scale, tuple) else (scale, scale)
    return [(at[0] + x * sx, at[1] + y * sy) for x, y in points]


def mirrored(points: Sequence[Point]) -> list[Point]:
    """The right half of an outline, from top to bottom, closed with its mirror image."""
    return [*points, *((-x, y) for x, y in reversed(points) if abs(x) > 1e-6)]


def blurred(mask: Array, radius: float) -> Array:
    """The mask with a Gaussian blur of `radius` pixels."""
    picture = Image.fromarray((np.clip(mask, 0, 1) * 255).astype(np.uint8))
    return np.asarray(picture.filter(ImageFilter.GaussianBlur(radius)), np.float32) / 255


def shifted(mask: Array, dx: int, dy: int) -> Array:
    """The mask moved by whole pixels, with nothing coming in from the edges."""
    out = np.zeros_like(mask)
    height, width = mask.shape
    out[max(dy, 0) : height + min(dy, 0), max(dx, 0) : width + min(dx, 0)] = mask[
        max(-dy, 0) : height + min(-dy, 0), max(-dx, 0) : width + min(-dx, 0)
    ]
    return out


def rim(mask: Array, dx: int, dy: int, softness: float = 1.5) -> Array:
    """The edge of a shape that faces the direction (dx, dy): where light from there catches it."""
    return np.clip(mask - blurred(shifted(mask, -dx, -dy), softness), 0, 1) * mask


def ramp(values: Array, low: float, high: float) -> Array:
    """A smooth step from 0 at `low` to 1 at `high` (which may lie below `low`)."""
    t = np.clip((values - low) / (high - low), 0, 1)
    return (t * t * (3 - 2 * t)).astype(np.float32)
