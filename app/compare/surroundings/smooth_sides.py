"""Smooth ground at the left and right of a poster that stands in the middle of a picture, as in a story.

It is a blurred copy of the poster, or a gradient, and may look like the poster right beside it, so that no edge shows;
but it is as wide on both sides.
"""

import numpy as np
from numpy.typing import NDArray

from app.compare.registration.verify_geometry import Homography, picture_corners, project
from app.compare.surroundings.equal_bars import equal_ends
from app.compare.surroundings.grounds import is_smooth, steps_between
from app.model.poster_image import Pixels

# Steps to the next pixel (levels of the three channels together) are no larger than this in so much of each column; an
# avatar and words may stand there.
_STEP, _SMOOTH = 10, 0.93
# Of so many rows one is looked at.
_EVERY = 3
# Shares of the picture's width: each side is so wide at least, and both take no more than so much.
_LEAST, _MOST = 0.03, 0.7
# Where ground and poster mix, in pixels.
_OVER = 3


def find_smooth_sides(source: Pixels, from_frame: Homography, size: tuple[int, int]) -> NDArray[np.bool_] | None:
    """(h, w) bool; None where there are none, or the reference's frame reaches neither or leaves no ground beside it.

    source: the submitted picture. from_frame: frame pixels to its pixels. size: of the frame, (width, height).
    """
    height, width = source.shape[:2]
    across = project(from_frame, picture_corners(size))[:, 0]
    first, last = float(across.min()), float(across.max())
    least = _LEAST * width
    if max(first, width - last) < least:
        # The picture does not go on beside the frame: what is smooth there is the poster's own.
        return None
    wide = _wide(source)
    reached = first < wide - least or last > width - wide + least
    if wide < least or 2 * wide > _MOST * width or not reached:
        return None
    mask = np.zeros((height, width), dtype=bool)
    mask[:, : wide + _OVER] = mask[:, width - wide - _OVER :] = True
    return mask


def has_detail(reference: Pixels, inside: NDArray[np.bool_]) -> bool:
    """Whether a picture holds any detail in the box around a map, (h, w) bool each."""
    rows, columns = np.flatnonzero(inside.any(axis=1)), np.flatnonzero(inside.any(axis=0))
    if len(rows) < 2 or len(columns) == 0:
        return False
    part = reference[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    return not is_smooth(steps_between(part, axis=0))


def _wide(source: Pixels) -> int:
    """How many columns on the left and on the right alike are smooth."""
    steps = steps_between(np.ascontiguousarray(source[::_EVERY]), axis=1)
    return equal_ends((steps <= _STEP).mean(axis=0), _SMOOTH)
