"""Smooth shapes, blotches and runs of colour."""

from collections.abc import Callable, Sequence

import cv2
import numpy as np
from PIL import Image, ImageDraw

from app.model.poster_image import Pixels
from benchmarks.attacks.paint import to_uint8
from benchmarks.attacks.twelfth.colours import Colour
from benchmarks.attacks.twelfth.pixels import Floats


def shape(width: float, height: float, draw: Callable[[ImageDraw.ImageDraw, float, float], None]) -> Floats:
    """What `draw` draws in white, smooth at the edges. It gets the width and the height it draws in."""
    finer = 3 if width * height < 400_000 else 1
    across, down = max(2, round(width)), max(2, round(height))
    image = Image.new("L", (across * finer, down * finer), 0)
    draw(ImageDraw.Draw(image), across * finer - 1, down * finer - 1)
    return np.asarray(image.resize((across, down), Image.Resampling.BOX), np.float32) / np.float32(255)


def polygon(width: float, height: float, points: Sequence[tuple[float, float]]) -> Floats:
    """A filled outline; its points in shares of the size."""
    return shape(width, height, lambda d, w, h: d.polygon([(x * w, y * h) for x, y in points], fill=255))


def rounded(width: float, height: float, radius: float) -> Floats:
    """A rectangle with round corners; radius in shares of the shorter side."""
    return shape(width, height, lambda d, w, h: d.rounded_rectangle((0, 0, w, h), radius * min(w, h), fill=255))


def disc(width: float, height: float) -> Floats:
    """A filled ellipse."""
    return shape(width, height, lambda d, w, h: d.ellipse((0, 0, w, h), fill=255))


def clouds(width: int, height: int, rng: np.random.Generator, cells: int = 5) -> Floats:
    """Soft random blotches, 0..1."""
    rough = np.zeros((height, width), np.float32)
    for octave in range(3):
        few = cells * 2**octave
        grain = rng.random((max(2, few * height // max(width, 1)), max(2, few)), np.float32)
        rough += cv2.resize(grain, (width, height), interpolation=cv2.INTER_CUBIC) / 2**octave
    low, high = float(rough.min()), float(rough.max())
    return np.asarray((rough - low) / max(1e-6, high - low), np.float32)


def slope(width: int, height: int, top: Colour, bottom: Colour) -> Pixels:
    """One colour running into another from top to bottom."""
    share = np.linspace(0, 1, height, dtype=np.float32)[:, None, None]
    row = np.array(top, np.float32) * (1 - share) + np.array(bottom, np.float32) * share
    return to_uint8(np.broadcast_to(row, (height, width, 3)))
