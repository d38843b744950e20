"""Filled shapes, (h, w) uint8 of 0 and 1: how they spread, how convex they are, what lies within their rim."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.uint8]
# Levels (0..255) in any channel within which a pixel is of a sign's colour.
OF_COLOUR = 38


@dataclass(frozen=True, slots=True, eq=False)
class Spread:
    """Of a shape's pixels: how many, the middle (x, y), the (2, 2) covariance."""

    area: float
    middle: tuple[float, float]
    covariance: NDArray[np.float64]


def spread_of(shape: Mask) -> Spread:
    """Of a shape with any pixels; of an empty one all 0."""
    import cv2

    found = cv2.moments(shape, True)
    area = max(1.0, found["m00"])
    crossed = found["mu11"] / area
    covariance = np.array([[found["mu20"] / area, crossed], [crossed, found["mu02"] / area]]) + 1e-3 * np.eye(2)
    return Spread(area, (found["m10"] / area, found["m01"] / area), covariance)


def ellipse_distance(spread: Spread, size: tuple[int, int]) -> NDArray[np.float64]:
    """(h, w): how far each pixel lies from the middle of the ellipse of such a spread; 1 where that ends."""
    rows, columns = np.indices(size)
    away = np.stack([columns - spread.middle[0], rows - spread.middle[1]], axis=-1)
    # On a filled ellipse, twice its spread is where it ends.
    return np.asarray(np.sqrt(np.einsum("...i,ij,...j", away, np.linalg.inv(spread.covariance), away)) / 2)


def directions(rows: NDArray[Any], columns: NDArray[Any], middle: tuple[float, float], count: int) -> NDArray[np.int64]:
    """In which of so many directions from a middle (x, y) pixels lie, 0 to count - 1."""
    turns = np.arctan2(rows - middle[1], columns - middle[0])
    return np.asarray(((turns / np.pi + 1) / 2 * count).astype(int) % count)


def outline_of(shape: Mask) -> NDArray[Any]:
    """The outline of the largest piece, as OpenCV has it. Raises ValueError where there is none."""
    import cv2

    outlines, _ = cv2.findContours(shape, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    return np.asarray(max(outlines, key=cv2.contourArea))


def area_over_hull(shape: Mask) -> float:
    """The largest piece's area over its convex hull's, 0..1."""
    import cv2

    outline = outline_of(shape)
    return float(cv2.contourArea(outline) / max(1.0, cv2.contourArea(cv2.convexHull(outline))))


def within_rim(shape: Mask, pixels: NDArray[np.int16]) -> NDArray[np.int16]:
    """(n, 3): those of the pixels, (h, w, 3), that lie in a shape and not at its rim."""
    import cv2

    return pixels[cv2.erode(shape, np.ones((3, 3), np.uint8), iterations=2) > 0]
