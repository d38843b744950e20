"""Cutting one piece of lettering out of a picture, upright and straight."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.model.geometry import Box, surround_points
from app.model.poster_image import Pixels

# Above this height for its width a piece may be one narrow letter or a line set on its side; far above, the latter.
_MAYBE_SIDEWAYS, _SURELY_SIDEWAYS = 1.5, 3.2
# A piece is cut no higher than this: the recogniser reads at 48 pixels.
_TALLEST = 96


@dataclass(frozen=True, slots=True)
class Piece:
    """Lettering that was found in one go. box: upright, round its corners."""

    text: str
    box: Box
    score: float


def set_apart(quads: Sequence[NDArray[np.float32]]) -> list[NDArray[np.float32]]:
    """Pieces beside each other, cut where they overlap: each would else be read with its neighbour's last letter.

    quads: (4, 2) corners, clockwise from the top left, of the pieces of one line in reading order.
    """
    apart = [corners.copy() for corners in quads]
    for before, after in itertools.pairwise(apart):
        end, start = before[[1, 2], 0].max(), after[[0, 3], 0].min()
        narrower = min(float(np.ptp(before[:, 0])), float(np.ptp(after[:, 0])))
        if 0 < end - start < narrower / 2:
            before[[1, 2], 0] = np.minimum(before[[1, 2], 0], (end + start) / 2)
            after[[0, 3], 0] = np.maximum(after[[0, 3], 0], (end + start) / 2)
    return apart


def ways_to_read(pixels: Pixels, corners: NDArray[np.float32]) -> Iterator[Pixels]:
    """The piece cut out in the ways it may be meant, likeliest first; more than one only for a tall one."""
    cut = cut_out(pixels, corners)
    tallness = cut.shape[0] / cut.shape[1]
    if tallness < _SURELY_SIDEWAYS:
        yield cut
    if tallness > _MAYBE_SIDEWAYS:
        yield np.rot90(cut)
        yield np.rot90(cut, 3)


def turned_by(cut: Pixels, degrees: float) -> Pixels:
    """A cut turned counter-clockwise, whole, on a square that has its edges' colours around it."""
    import cv2

    height, width = cut.shape[:2]
    side = round(float(np.hypot(height, width)))
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    turn[:, 2] += (side - width) / 2, (side - height) / 2
    turned = cv2.warpAffine(
        np.ascontiguousarray(cut), turn, (side, side), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    return np.asarray(turned, np.uint8)


def shrink(cut: Pixels) -> Pixels:
    """A cut at most so large as the recogniser can use."""
    import cv2

    factor = _TALLEST / cut.shape[0]
    if factor >= 1:
        return cut
    size = (max(2, round(cut.shape[1] * factor)), _TALLEST)
    return np.asarray(cv2.resize(cut, size, interpolation=cv2.INTER_AREA), np.uint8)


def part_of(corners: NDArray[np.float32], start: float, end: float) -> NDArray[np.float32]:
    """The corners of a part of a piece, from one share of its height to another; 0 is its upper edge."""
    above, below = corners[[0, 1]], corners[[3, 2]]
    first, last = above + (below - above) * start, above + (below - above) * end
    return np.array([first[0], first[1], last[1], last[0]], np.float32)


def cut_out(pixels: Pixels, corners: NDArray[np.float32]) -> Pixels:
    """The piece, upright and straight, at most so large as the recogniser can use."""
    import cv2

    top, right, low, left = (
        float(np.linalg.norm(corners[i] - corners[j])) for i, j in ((0, 1), (1, 2), (2, 3), (3, 0))
    )
    width, height = max(1.0, top, low), max(1.0, left, right)
    window, moved = _window(pixels, corners)
    factor = min(1.0, _TALLEST / min(width, height))
    size = (max(2, round(width * factor)), max(2, round(height * factor)))
    if factor < 1:
        # Shrinking by warping alone would skip pixels and break thin strokes.
        window = np.asarray(cv2.resize(window, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA), np.uint8)
        moved = moved * np.float32(factor)
    target = np.array([(0, 0), (size[0], 0), size, (0, size[1])], np.float32)
    matrix = cv2.getPerspectiveTransform(moved.astype(np.float32), target)
    cut = cv2.warpPerspective(window, matrix, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(cut, np.uint8)


def _window(pixels: Pixels, corners: NDArray[np.float32]) -> tuple[Pixels, NDArray[np.float32]]:
    box = surround_points(corners)
    left, top = max(0, box.x - 2), max(0, box.y - 2)
    window = pixels[top : box.y + box.height + 2, left : box.x + box.width + 2]
    return np.ascontiguousarray(window), corners - np.array([left, top], np.float32)
