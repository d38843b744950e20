"""Masks: soft, cut, resized, turned."""

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from app.model.geometry import Box

Rng = np.random.Generator
Mask = NDArray[np.float32]
# What is fainter than this is a feather, not yet the thing itself.
FIRM = 0.12


def blurred(mask: NDArray[Any], sigma: float) -> Mask:
    """Smoothed by a Gaussian; as it was when sigma is next to nothing."""
    if sigma < 0.2:
        return np.asarray(mask, np.float32)
    return np.asarray(cv2.GaussianBlur(np.asarray(mask, np.float32), (0, 0), sigma), np.float32)


def padded(mask: Mask, by: int) -> Mask:
    """With empty ground around it."""
    return np.pad(mask, by)


def bounds(mask: NDArray[Any], least: float = FIRM) -> Box | None:
    """The box of what is stronger than least."""
    rows, columns = np.flatnonzero((mask > least).any(axis=1)), np.flatnonzero((mask > least).any(axis=0))
    if not len(rows):
        return None
    return Box(int(columns[0]), int(rows[0]), int(columns[-1] - columns[0]) + 1, int(rows[-1] - rows[0]) + 1)


def resized(mask: Mask, wide: float, high: float) -> Mask:
    """A mask in another size."""
    size = (max(2, round(wide)), max(2, round(high)))
    smaller = size[0] * size[1] < mask.size
    return np.asarray(cv2.resize(mask, size, interpolation=cv2.INTER_AREA if smaller else cv2.INTER_LINEAR), np.float32)


def turned(mask: Mask, degrees: float) -> Mask:
    """A mask turned around its middle, on ground large enough."""
    high, wide = mask.shape
    side = int(np.hypot(high, wide)) + 3
    matrix = cv2.getRotationMatrix2D((wide / 2, high / 2), degrees, 1.0)
    matrix[:, 2] += ((side - wide) / 2, (side - high) / 2)
    laid = np.asarray(cv2.warpAffine(mask, matrix, (side, side), flags=cv2.INTER_LINEAR), np.float32)
    box = bounds(laid, 0.02) or Box(0, 0, side, side)
    return laid[box.y : box.y + box.height, box.x : box.x + box.width]
