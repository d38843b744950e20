"""Harmless: other sizes, turned, mirrored, cut or seen from the side."""

from collections.abc import Callable

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import Colour, crop, onto_corners, resize, resize_by, shift_matrix, size_of, warp
from benchmarks.attacks.values import Attacked, AttackFunction, Matrix, OtherPosters

Rng = np.random.Generator
GROUNDS: tuple[Colour, ...] = (
    (255, 255, 255), (0, 0, 0), (128, 128, 128), (233, 229, 220), (38, 42, 54), (181, 160, 132), (208, 214, 222),
)  # fmt: skip


def moved(name: str, change: Callable[[Pixels, Rng], tuple[Pixels, Matrix]]) -> AttackFunction:
    """An attack from a function that gives the picture and how its points moved."""

    def attack(pixels: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
        shown, place = change(pixels, rng)
        return Attacked(np.ascontiguousarray(shown), place=place)

    attack.__name__ = name
    return attack


def _flip(width: float, height: float) -> Matrix:
    """Left to right where a width is given, top to bottom where a height is."""
    return np.array([[-1.0 if width else 1.0, 0, width], [0, -1.0 if height else 1.0, height], [0, 0, 1]])


def _turned(pixels: Pixels, rng: Rng) -> tuple[Pixels, Matrix]:
    (width, height), quarters = size_of(pixels), int(rng.integers(1, 4))
    left, right = (
        np.array([[0.0, 1, 0], [-1, 0, width], [0, 0, 1]]),
        np.array([[0.0, -1, height], [1, 0, 0], [0, 0, 1]]),
    )
    return np.rot90(pixels, quarters), (left, _flip(width, height), right)[quarters - 1]


def _edges_cropped(pixels: Pixels, rng: Rng) -> tuple[Pixels, Matrix]:
    (width, height), (left, right, top, bottom) = size_of(pixels), rng.uniform(0.05, 0.15, 4)
    wide, tall = round((1 - left - right) * width), round((1 - top - bottom) * height)
    return crop(pixels, Box(round(left * width), round(top * height), wide, tall))


def _half_crop(pixels: Pixels, rng: Rng) -> tuple[Pixels, Matrix]:
    """One half, or a window of half the area."""
    (width, height), share = size_of(pixels), between(rng, 0.48, 0.56)
    across, down = one_of(rng, ((1.0, share), (1.0, share), (share, 1.0), (share**0.5, share**0.5)))
    wide, tall = round(across * width), round(down * height)
    x, y = round((width - wide) * one_of(rng, (0, 0.3, 1))), round((height - tall) * one_of(rng, (0, 1, 0, 1, 0.5)))
    return crop(pixels, Box(x, y, wide, tall))


def _to_width(wide: int) -> Callable[[Pixels, Rng], tuple[Pixels, Matrix]]:
    return lambda pixels, rng: resize(pixels, wide, round(pixels.shape[0] * wide / pixels.shape[1]))


def _stretched(pixels: Pixels, rng: Rng) -> tuple[Pixels, Matrix]:
    across = one_of(rng, (between(rng, 0.75, 0.9), between(rng, 1.1, 1.3)))
    return resize(pixels, round(pixels.shape[1] * across), pixels.shape[0])


thumbnail = moved("thumbnail", _to_width(200))
preview = moved("preview", _to_width(360))
thumbnail_400 = moved("thumbnail_400", _to_width(400))
resized = moved("resized", lambda pixels, rng: resize_by(pixels, between(rng, 0.5, 1.5)))
aspect_changed = moved("aspect_changed", _stretched)
mirrored = moved("mirrored", lambda pixels, rng: (pixels[:, ::-1], _flip(pixels.shape[1], 0)))
upside_down = moved("upside_down", lambda pixels, rng: (pixels[::-1], _flip(0, pixels.shape[0])))
turned = moved("turned", _turned)
edges_cropped = moved("edges_cropped", _edges_cropped)
half_crop = moved("half_crop", _half_crop)


def rotated(pixels: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """Turned by 1 to 6 degrees, the corners filled."""
    width, height = size_of(pixels)
    angle = one_of(rng, (-1, 1)) * between(rng, 1, 6)
    matrix = np.vstack([cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1), [0, 0, 1]])
    if rng.random() < 0.5:
        cos, sin = np.cos(np.radians(angle)), abs(np.sin(np.radians(angle)))
        wide, tall = round(width * cos + height * sin), round(height * cos + width * sin)
        matrix = shift_matrix((wide - width) / 2, (tall - height) / 2) @ matrix
        width, height = wide, tall
    return Attacked(warp(pixels, matrix, (width, height), one_of(rng, GROUNDS)), place=matrix, note=f"{angle:.1f}")


def perspective(pixels: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """Seen from one side, on a plain wall."""
    width, height = size_of(pixels)
    near, depth = between(rng, 0.05, 0.14), between(rng, 0.72, 0.92)
    points = np.array([[0, 0], [width * depth, near * height], [width * depth, height * (1 - near)], [0, height]])
    if rng.random() < 0.5:
        points = (points * [-1, 1] + [width * depth, 0])[[1, 0, 3, 2]]
    points += between(rng, 0.03, 0.1) * np.array([width, height])
    place = onto_corners(size_of(pixels), points + rng.normal(0, 0.006 * width, (4, 2)))
    size = (round(width * (depth + 0.2)), round(height * 1.2))
    return Attacked(warp(pixels, place, size, one_of(rng, GROUNDS)), place=place)


def skewed(pixels: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """Sheared sideways, the corners filled."""
    width, height = size_of(pixels)
    shear = between(rng, 0.05, 0.16)
    lean = shear * height
    place = np.array([[1.0, shear, 0], [0, 1, 0], [0, 0, 1]])
    if rng.random() < 0.5:
        place = np.array([[1.0, -shear, lean], [0, 1, 0], [0, 0, 1]])
    return Attacked(warp(pixels, place, (round(width + lean), height), one_of(rng, GROUNDS)), place=place)
