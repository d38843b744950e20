"""Moving pictures and boxes: matrices, crops, resizes, warps."""

from typing import TypeVar

import cv2
import numpy as np
from numpy.typing import NDArray

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.values import Matrix

Colour = tuple[int, int, int]
Raster = TypeVar("Raster", NDArray[np.uint8], NDArray[np.float32])


def shift_matrix(x: float, y: float) -> Matrix:
    """Moves points by (x, y) pixels."""
    return np.array([[1.0, 0.0, x], [0.0, 1.0, y], [0.0, 0.0, 1.0]])


def scale_matrix(across: float, down: float) -> Matrix:
    """Stretches points away from the origin."""
    return np.diag([across, down, 1.0])


def size_of(pixels: Pixels) -> tuple[int, int]:
    """(width, height)."""
    return pixels.shape[1], pixels.shape[0]


def corners_of(size: tuple[int, int]) -> Matrix:
    """(4, 2): the corners of a picture of (width, height), clockwise from top left."""
    width, height = size
    return np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float64)


def onto_corners(size: tuple[int, int], corners: Matrix) -> Matrix:
    """The matrix that takes the corners of a picture of (width, height) to four points, clockwise from top left."""
    start = corners_of(size).astype(np.float32)
    return np.asarray(cv2.getPerspectiveTransform(start, corners.astype(np.float32)), np.float64)


def part_of(raster: Raster, box: Box) -> Raster:
    """What lies in the box of a picture or a mask; a view."""
    return raster[box.y : box.y + box.height, box.x : box.x + box.width]


def crop(pixels: Pixels, box: Box) -> tuple[Pixels, Matrix]:
    """The part of a picture inside the box, and how its points moved."""
    return np.ascontiguousarray(part_of(pixels, box)), shift_matrix(-box.x, -box.y)


def resize(pixels: Pixels, width: int, height: int) -> tuple[Pixels, Matrix]:
    """The picture in another size, and how its points moved."""
    old_width, old_height = size_of(pixels)
    width, height = max(8, width), max(8, height)
    smaller = width * height < old_width * old_height
    resized = cv2.resize(pixels, (width, height), interpolation=cv2.INTER_AREA if smaller else cv2.INTER_CUBIC)
    return np.asarray(resized, np.uint8), scale_matrix(width / old_width, height / old_height)


def resize_by(pixels: Pixels, factor: float) -> tuple[Pixels, Matrix]:
    """The picture larger or smaller by a factor."""
    width, height = size_of(pixels)
    return resize(pixels, round(width * factor), round(height * factor))


def warp(pixels: Pixels, matrix: Matrix, size: tuple[int, int], fill: Colour) -> Pixels:
    """The picture laid onto a plain ground of the given (width, height) through a 3x3 matrix."""
    warped = cv2.warpPerspective(
        pixels, matrix, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_CONSTANT, borderValue=fill
    )
    return np.asarray(warped, np.uint8)


def move_points(points: Matrix, matrix: Matrix) -> Matrix:
    """(n, 2) points through a 3x3 matrix."""
    moved = np.hstack([points, np.ones((len(points), 1))]) @ matrix.T
    return moved[:, :2] / moved[:, 2:]


def move_boxes(boxes: tuple[Box, ...], matrix: Matrix, shown: Box) -> tuple[Box, ...]:
    """Boxes through a 3x3 matrix, cut to what is shown.

    A box that keeps less than a third of itself is dropped: nobody could see what it stood for.
    """
    moved = []
    for box in boxes:
        right, bottom = box.x + box.width, box.y + box.height
        corners = np.array([[box.x, box.y], [right, box.y], [right, bottom], [box.x, bottom]], dtype=float)
        points = move_points(corners, matrix)
        (left, top), (far_x, far_y) = points.min(axis=0), points.max(axis=0)
        whole = max(1.0, (far_x - left) * (far_y - top))
        kept = box_between(left, top, far_x, far_y, shown)
        if kept is not None and kept.area >= whole / 3:
            moved.append(kept)
    return tuple(moved)


def box_between(left: float, top: float, right: float, bottom: float, limits: Box) -> Box | None:
    """The upright box between two corners, cut to limits; None when nothing is left."""
    x, y = max(limits.x, round(left)), max(limits.y, round(top))
    far_x = min(limits.x + limits.width, round(right))
    far_y = min(limits.y + limits.height, round(bottom))
    return Box(x, y, far_x - x, far_y - y) if far_x > x and far_y > y else None


def whole_of(pixels: Pixels) -> Box:
    """The box of a whole picture."""
    return Box(0, 0, *size_of(pixels))
