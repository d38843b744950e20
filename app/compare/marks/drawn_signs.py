"""The outlines that hearts, stars, pointers and triangles have, and how alike a shape is to one of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from app.compare.pixels.outlines import Mask, Spread, area_over_hull, spread_of
from app.model.comparison import Pictogram

# A shape is compared on a square of so many pixels, of which it fills this share, by intersection over union; upright,
# or leaning by some of so many degrees.
_SQUARE, _FILLED = 32, 0.26
_LEAN = range(-30, 31, 6)
_LEAST_HEART, _LEAST_STAR = 0.89, 0.84
# A shape's area over its convex hull's differs from a sign's by no more.
_HOLLOWED = 0.1
# What a mouse points with, in pixels of the screen.
_POINTER = np.array([(0, 0), (0, 17), (4, 13.2), (6.6, 19), (9.2, 17.9), (6.7, 12.2), (12, 12.2)], np.float64)
# It stands upright, in two colours, and the smaller it is the softer: cut out at so much of it after a blur as well.
# From this likeness on none of 18,000 changed places is one that is no overlay, from .78 on 17 are.
_LEAST_POINTER, _UPRIGHT, _SOFT = 0.82, range(-6, 7, 6), 0.35
# A triangle on a button leans by fewer degrees than other signs do: by 30, one of even sides points up.
_LEAST_TRIANGLE, _TILTED = 0.88, range(-18, 19, 6)


@dataclass(frozen=True, slots=True, eq=False)
class Sign:
    """pictures: (n, _SQUARE ** 2) float32 of 0 and 1, the sign leaning to both sides. hollow: area over its hull's."""

    kind: Pictogram
    least: float
    pictures: NDArray[np.float32]
    hollow: float


def like_one_of(shape: Mask, known: Sequence[Sign], hollowed: float = _HOLLOWED) -> Pictogram | None:
    """Which of some signs a shape, (h, w) uint8 of 0 and 1, is, if any. hollowed: see _HOLLOWED."""
    spread = spread_of(shape)
    seen = (_on_square(shape, spread) > 0.5).astype(np.float32).ravel()
    hollow = area_over_hull(shape)
    for sign in known:
        if abs(sign.hollow - hollow) > hollowed:
            continue
        shared = sign.pictures @ seen
        either = sign.pictures.sum(axis=1) + seen.sum() - shared
        if float((shared / either).max()) >= sign.least:
            return sign.kind
    return None


def laid(shape: Mask, spread: Spread, turned: float, scale: float, side: int) -> NDArray[np.float32]:
    """(side, side) float32 of 0..1: a shape in the middle of a square, turned by degrees and scaled."""
    import cv2

    drawn = shape.astype(np.float32)
    if scale < 0.5:
        drawn = np.asarray(cv2.GaussianBlur(drawn, (0, 0), 0.35 / scale), np.float32)
    placed = np.array(cv2.getRotationMatrix2D(spread.middle, turned, scale), np.float64)
    placed[:, 2] += (side - 1) / 2 - np.array(spread.middle)
    return np.asarray(cv2.warpAffine(drawn, placed, (side, side)), np.float32)


@cache
def signs() -> tuple[Sign, ...]:
    """Hearts and stars."""
    hearts = [_curved_heart(stretched) for stretched in (0.85, 1.0, 1.15)] + [_round_heart(tip) for tip in (90, 110)]
    drawn = [(Pictogram.HEART, _LEAST_HEART, heart) for heart in hearts]
    drawn += [(Pictogram.STAR, _LEAST_STAR, _star(inner)) for inner in (0.382, 0.5)]
    return tuple(_sign(*one) for one in drawn)


@cache
def pointers() -> tuple[Sign, ...]:
    """To the left, and to the right as on a mirrored picture; sharp and soft."""
    import cv2

    sharp = [_outlined(_POINTER * turned) for turned in ((1, 1), (-1, 1))]
    soft = [(cv2.GaussianBlur(each.astype(np.float32), (0, 0), 9) > _SOFT).astype(np.uint8) for each in sharp]
    return tuple(_sign(Pictogram.POINTER, _LEAST_POINTER, each, _UPRIGHT) for each in (*sharp, *soft))


@cache
def triangles() -> tuple[Sign, ...]:
    """To the right, as on a button, and to the left, as on a mirrored one."""
    corners = [np.array([(0.0, -high), (0.0, high), (way, 0.0)]) for high in (0.5, 0.6) for way in (1.0, -1.0)]
    return tuple(_sign(Pictogram.PLAY, _LEAST_TRIANGLE, _outlined(each), _TILTED) for each in corners)


def _on_square(shape: Mask, spread: Spread, turned: float = 0.0) -> NDArray[np.float32]:
    scale = float(np.sqrt(_FILLED * _SQUARE**2 / spread.area))
    return laid(shape, spread, turned, scale, _SQUARE)


def _sign(kind: Pictogram, least: float, shape: Mask, lean: range = _LEAN) -> Sign:
    spread = spread_of(shape)
    pictures = [(_on_square(shape, spread, turned) > 0.5).ravel() for turned in lean]
    return Sign(kind, least, np.array(pictures, np.float32), area_over_hull(shape))


def _outlined(points: NDArray[np.float64]) -> Mask:
    """A filled outline, about 200 pixels wide or high; any size of points."""
    import cv2

    low, high = points.min(axis=0), points.max(axis=0)
    placed = (points - (low + high) / 2) / (high - low).max() * 200 + 128
    shape: Mask = np.zeros((256, 256), np.uint8)
    cv2.fillPoly(shape, [np.round(placed).astype(np.int32)], (1,))
    return shape


def _curved_heart(stretched: float) -> Mask:
    """The parametric curve of sines (mathworld.wolfram.com/HeartCurve.html)."""
    turn = np.linspace(0, 2 * np.pi, 200)
    down = -13 * np.cos(turn) + 5 * np.cos(2 * turn) + 2 * np.cos(3 * turn) + np.cos(4 * turn)
    return _outlined(np.column_stack([16 * np.sin(turn) ** 3, stretched * down]))


def _round_heart(tip: int) -> Mask:
    """Two discs side by side over a triangle of that height."""
    import cv2

    shape: Mask = np.zeros((256, 256), np.uint8)
    for x in (84, 172):
        cv2.circle(shape, (x, 100), 48, (1,), -1)
    cv2.fillPoly(shape, [np.array([[38, 115], [218, 115], [128, 115 + tip]], np.int32)], (1,))
    return shape


def _star(inner: float) -> Mask:
    """Five points; inner: radius of the corners between them, of the points' radius. .382 is the pentagram's."""
    turn = np.arange(10) * np.pi / 5
    radius = np.where(np.arange(10) % 2 == 0, 1.0, inner)
    return _outlined(np.column_stack([radius * np.sin(turn), -radius * np.cos(turn)]))
