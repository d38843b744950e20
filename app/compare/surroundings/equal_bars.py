"""Bars of one colour at the ends of a submitted picture, which fill it up to a format or put a frame around it.

Where a poster was cropped at one side first, one of two bars lies beyond the reference's frame and the other within it,
over what was cropped; where it was cropped all around, a frame lies within it on all sides. That a bar is as wide as
the others tells it from the poster, which may be as dark, or as white, right beside it, so that no edge shows.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.compare.pixels.channels import median_level
from app.compare.registration.verify_geometry import Homography, picture_corners, project
from app.compare.surroundings.grounds import is_of_colour, leading
from app.model.poster_image import Pixels

# So much of each line of a bar is of its colour; words may stand on it.
_PLAIN = 0.9
# Of so many lines along the bars one is looked at.
_EVERY = 4
# Shares of the picture's side: a bar is so wide at least, and two take no more than so much.
_LEAST, _MOST = 0.02, 0.75
# The four bars of a frame differ by no more than this share of the widest, or so many pixels.
_UNEVEN, _UNEVEN_PIXELS = 0.25, 3
# Where the colour of poster and bar mix once they were saved, so many pixels more are no bar of one colour.
_OVER = 4
# Behind a bar, or a ground, its share of the columns falls to no more than this within so many pixels, at one end.
_FALLEN, _AT_ONCE = 0.75, 6


@dataclass(frozen=True, slots=True, eq=False)
class Fill:
    """Where a submitted picture was filled up, (h, w) bool, and with which colour, (3,) of 0..255."""

    mask: NDArray[np.bool_]
    colour: NDArray[np.int16]

    def share_of(self, pixels: Pixels) -> float:
        """Share, 0..1, of some pixels, (n, 3), that are of its colour; 0 of none."""
        return float(is_of_colour(pixels, self.colour).mean()) if len(pixels) else 0.0


def find_equal_bars(source: Pixels, from_frame: Homography, size: tuple[int, int]) -> list[Fill]:
    """Such bars; none where the reference's frame reaches none of them.

    source: the submitted picture. from_frame: frame pixels to its pixels. size: of the frame, (width, height).
    """
    corners = project(from_frame, picture_corners(size))
    low, high = corners.min(axis=0), corners.max(axis=0)
    pairs, around = [], []
    for axis in (1, 0):
        length = source.shape[axis]
        first, last = float(low[1 - axis]), float(high[1 - axis])
        least = _LEAST * length
        if min(first, length - last) >= least:
            # The frame lies between the two.
            continue
        turned = source if axis == 1 else source.swapaxes(0, 1)
        wide, colour = _wide(turned)
        if wide < least or 2 * wide > _MOST * length:
            continue
        reached = (first < wide - least, last > length - wide + least)
        bars = Fill(_both_ends(source.shape[:2], axis, wide + _OVER), colour)
        around.append((wide, bars))
        if reached[0] != reached[1]:
            pairs.append(bars)
    if len(around) == 2 and _is_frame(*around):
        return [bars for _, bars in around]
    return pairs


def _is_frame(across: tuple[int, Fill], down: tuple[int, Fill]) -> bool:
    """Whether the bars at the sides and those above and below are one frame."""
    apart, widest = abs(across[0] - down[0]), max(across[0], down[0])
    of_one_colour = is_of_colour(across[1].colour, down[1].colour)
    return bool(of_one_colour) and apart <= max(_UNEVEN_PIXELS, _UNEVEN * widest)


def _both_ends(shape: tuple[int, int], axis: int, wide: int) -> NDArray[np.bool_]:
    mask = np.zeros(shape, dtype=bool)
    across = mask if axis == 1 else mask.T
    across[:, :wide] = across[:, -wide:] = True
    return mask


def _wide(pixels: Pixels) -> tuple[int, NDArray[np.int16]]:
    """How many columns on the left and on the right alike are of one colour, 0 where the two ends differ; and which."""
    lines = pixels[::_EVERY]
    ends = lines[:, [0, -1]]
    colour = median_level(ends).astype(np.int16)
    if is_of_colour(ends, colour).mean(axis=0).min() < _PLAIN:
        # Hardly any picture has bars at all.
        return 0, colour
    return equal_ends(is_of_colour(lines, colour).mean(axis=0), _PLAIN), colour


def equal_ends(shares: NDArray[np.float64], least: float) -> int:
    """How many columns have at least such a share at both ends alike; 0 where it does not fall at once behind either.

    shares: (w,) of each column that is of the ground, 0..1. A poster's own ground ends by and by.
    """
    ends = [shares, shares[::-1]]
    wide = min(leading(each >= least) for each in ends)
    falls = any(float(each[wide : wide + _AT_ONCE].min(initial=1.0)) <= _FALLEN for each in ends)
    return wide if falls else 0
