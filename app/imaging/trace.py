"""Outlines of parts of a picture, from cells to a few points in pixels."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from app.model.composite import PartShape

# Outlines are traced in a raster of this many steps a side; points nearer to the line than so many steps are left out.
_RASTER = 384
_TOLERANCE = 2.0
# Corners of cells are rounded over this share of a cell, and over so many steps at least.
_ROUNDED = 0.6
_LEAST_ROUNDED = 2.0
# A ring with less than this share of the picture inside is not drawn.
_LEAST_RING = 0.002


def trace_parts(parts: Sequence[NDArray[np.bool_]], size: tuple[int, int]) -> tuple[PartShape, ...]:
    """The outline of each part in a picture of (width, height) pixels; neighbours share their border.

    parts: (n, n) bool each, the picture in as many cells, none of them in two parts.
    """
    import cv2

    if not parts:
        return ()
    masks = list(parts)
    masks.append(~np.any(masks, axis=0))
    scores = [_smooth(mask) for mask in masks]
    owner = np.argmax(np.stack(scores), axis=0)
    shapes = []
    for place in range(len(parts)):
        mask = (owner == place).astype(np.uint8)
        rings, _ = cv2.findContours(mask, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE)
        shapes.append(_shape(mask, [ring for ring in rings if cv2.contourArea(ring) > _LEAST_RING * mask.size], size))
    return tuple(shapes)


def _smooth(mask: NDArray[np.bool_]) -> NDArray[np.float32]:
    import cv2

    large = cv2.resize(mask.astype(np.float32), (_RASTER, _RASTER), interpolation=cv2.INTER_NEAREST)
    spread = max(_LEAST_ROUNDED, _ROUNDED * _RASTER / mask.shape[0])
    blurred = cv2.GaussianBlur(large, (0, 0), spread, borderType=cv2.BORDER_REPLICATE)
    return np.asarray(blurred, dtype=np.float32)


def _shape(mask: NDArray[np.uint8], rings: Sequence[NDArray[np.int32]], size: tuple[int, int]) -> PartShape:
    import cv2

    # Contours run through the middles of the outermost steps: these factors spread them to the edge of the picture.
    to_pixels = np.array(size) / (_RASTER - 1)

    def point(x: float, y: float) -> tuple[int, int]:
        return round(x * to_pixels[0]), round(y * to_pixels[1])

    simple = [cv2.approxPolyDP(ring, _TOLERANCE, closed=True)[:, 0] for ring in rings]
    outlines = tuple(tuple(point(x, y) for x, y in ring) for ring in simple if len(ring) >= 3)
    depth = cv2.distanceTransform(np.pad(mask, 1), cv2.DIST_L2, 5)[1:-1, 1:-1]
    row, column = np.unravel_index(int(np.argmax(depth)), depth.shape)
    points = np.array([place for ring in outlines for place in ring] or [(0, 0), (1, 1)])
    (left, top), (right, low) = points.min(axis=0).tolist(), points.max(axis=0).tolist()
    return PartShape(outlines, point(float(column), float(row)), (left, top, right - left, low - top))
