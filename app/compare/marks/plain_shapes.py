"""Tells discs, jagged discs and pills of one colour: the plainest of stickers.

Moons, blood drops and eyes are discs as well, so that this says less than a heart or an arrow does.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.compare.pixels.channels import are_near, largest
from app.compare.pixels.outlines import (
    OF_COLOUR,
    Mask,
    area_over_hull,
    directions,
    ellipse_distance,
    outline_of,
    spread_of,
    within_rim,
)

# Fewer pixels of the view say nothing of a form. Within its edge, so much of a shape is of its colour: what stands on a
# badge leaves less.
_FEWEST, _FLAT = 120, 0.97
# Moons are pale: the colour's largest channel exceeds its smallest by so much of it.
_VIVID = 0.5
# It is of another colour than what lies right outside (levels), in so many of so many directions: what was painted over
# in the ground's own colour is not.
_APART, _DIRECTIONS, _ALL_ROUND = 32, 36, 0.85
# How well it is an ellipse, or a pill, by intersection over union; a jagged one's hull is an ellipse, and it has less
# of that, and so many notches of nearly one depth.
_ELLIPSE, _PILL, _HULL, _HOLLOW, _NOTCHES, _AS_DEEP = 0.94, 0.9, 0.93, (0.7, 0.95), 7, 0.5
# A shape with at least so much of its hull's area has no notches.
_WHOLE = 0.95


def is_plain_shape(shape: Mask, query: NDArray[np.int16]) -> bool:
    """shape: (h, w) uint8 of 0 and 1, one filled piece. query: (h, w, 3), what is shown, 0..255."""
    if shape.sum() < _FEWEST:
        return False
    within = within_rim(shape, query)
    if len(within) < _FEWEST / 2:
        return False
    colour = np.median(within, axis=0)
    vivid = colour.max() - colour.min() >= _VIVID * colour.max()
    flat = are_near(within, colour, OF_COLOUR).mean() >= _FLAT
    return bool(vivid and flat) and _is_disc_or_pill(shape) and _stands_out(shape, query, colour)


def _is_disc_or_pill(shape: Mask) -> bool:
    import cv2

    outline, hollow = outline_of(shape), area_over_hull(shape)
    if hollow >= _WHOLE:
        return _likeness(shape, _ellipse(shape)) >= _ELLIPSE or _likeness(shape, _pill(shape, outline)) >= _PILL
    filled: Mask = np.zeros_like(shape)
    cv2.fillPoly(filled, [cv2.convexHull(outline)], (1,))
    if not _HOLLOW[0] <= hollow <= _HOLLOW[1] or _likeness(filled, _ellipse(filled)) < _HULL:
        return False
    defects = cv2.convexityDefects(outline, cv2.convexHull(outline, returnPoints=False))
    if defects is None:
        return False
    depths = np.sort(np.asarray(defects).reshape(-1, 4)[:, 3])[::-1]
    # The deepest may be where the ground has the shape's own colour.
    return len(depths) >= _NOTCHES and bool(depths[_NOTCHES - 1] > _AS_DEEP * depths[1])


def _likeness(one: Mask, other: Mask) -> float:
    return float((one & other).sum() / max(1, int((one | other).sum())))


def _ellipse(shape: Mask) -> Mask:
    """That with the shape's middle and spread, counted as a sample's."""
    spread = spread_of(shape)
    inside = ellipse_distance(spread, shape.shape) <= np.sqrt(spread.area / (spread.area - 1))
    return np.asarray(inside, np.uint8)


def _pill(shape: Mask, outline: NDArray[Any]) -> Mask:
    """As long and wide as the shape, with round ends."""
    import cv2

    middle, sides, degrees = cv2.minAreaRect(outline)
    along = np.radians(degrees if sides[0] >= sides[1] else degrees + 90)
    long, wide = max(sides) + 1, min(sides) + 1
    reach = (long - wide) / 2 * np.array([np.cos(along), np.sin(along)])
    ends = [np.round(np.array(middle) + way * reach).astype(int).tolist() for way in (-1, 1)]
    drawn: Mask = np.zeros_like(shape)
    cv2.line(drawn, ends[0], ends[1], (1,), max(1, round(wide)))
    return drawn


def _stands_out(shape: Mask, query: NDArray[np.int16], colour: NDArray[np.float64]) -> bool:
    import cv2

    small = np.ones((3, 3), np.uint8)
    outside = cv2.dilate(shape, small, iterations=4) - cv2.dilate(shape, small, iterations=2)
    rows, columns = np.nonzero(outside)
    turns = directions(rows, columns, spread_of(shape).middle, _DIRECTIONS)
    differs = largest(np.abs(query[rows, columns] - colour)) > _APART
    seen = np.bincount(turns, minlength=_DIRECTIONS)
    apart = np.bincount(turns, weights=differs, minlength=_DIRECTIONS)
    return bool((apart[seen > 0] > seen[seen > 0] / 2).sum() >= _ALL_ROUND * _DIRECTIONS)
