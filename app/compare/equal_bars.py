"""Bars of one colour at two opposite ends of a submitted picture, which fill it up to a format.

Where a poster was cropped at one side first, one bar lies beyond the reference's frame and the other within it, over
what was cropped. That it is as wide as the one beyond tells it from the poster, which may be as dark, or as white, as
the bar right beside it, so that no edge shows.
"""

import numpy as np
from numpy.typing import NDArray

from app.compare.channels import largest
from app.compare.verify_geometry import Homography, picture_corners, project
from app.model.poster_image import Pixels

# Levels (0..255) in every channel within which a pixel is of the bar's colour, as so much of each line is; words may
# stand on a bar.
_ALIKE, _PLAIN = 20, 0.9
# Of so many lines along the bars one is looked at.
_EVERY = 4
# Shares of the picture's side: a bar is so wide at least, and two take no more than so much.
_LEAST, _MOST = 0.02, 0.75
# Where the colour of poster and bar mix once they were saved, so many pixels more are no bar of one colour.
_OVER = 4


def find_equal_bars(source: Pixels, from_frame: Homography, size: tuple[int, int]) -> NDArray[np.bool_] | None:
    """Where such bars lie, (h, w) bool; None where the frame reaches neither or both of them, or there are none.

    source: the submitted picture. from_frame: frame pixels to its pixels. size: of the frame, (width, height).
    """
    corners = project(from_frame, picture_corners(size))
    found: NDArray[np.bool_] | None = None
    for axis in (1, 0):
        length = source.shape[axis]
        first, last = float(corners[:, 1 - axis].min()), float(corners[:, 1 - axis].max())
        least = _LEAST * length
        # Both bars are as wide: only where the frame ends well before one end can it do so before that bar.
        if max(first, length - last) < least or min(first, length - last) > _MOST * length / 2:
            continue
        wide = _wide(source if axis == 1 else source.swapaxes(0, 1))
        reached = first < wide - least, last > length - wide + least
        if wide < least or 2 * wide > _MOST * length or reached[0] == reached[1]:
            continue
        found = np.zeros(source.shape[:2], dtype=bool) if found is None else found
        across = found if axis == 1 else found.T
        across[:, : wide + _OVER] = across[:, length - wide - _OVER :] = True
    return found


def _wide(pixels: Pixels) -> int:
    """How many columns on the left and on the right alike are of one colour; 0 where the two ends differ."""
    lines = pixels[::_EVERY]
    colour = np.median(lines[:, [0, -1]].reshape(-1, 3), axis=0).astype(np.int16)
    plain = (largest(np.abs(lines - colour)) < _ALIKE).mean(axis=0) >= _PLAIN
    ends = (len(plain) if each.all() else int(np.argmin(each)) for each in (plain, plain[::-1]))
    return min(ends)
