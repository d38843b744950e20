"""The bands of an app's page above and below a picture that a phone shows as wide as its screen.

A poster that was cropped reaches beyond that picture in the reference's frame, and the page lies over what was cropped:
plain but for lines of words and buttons.
"""

import numpy as np
from numpy.typing import NDArray

from app.compare.pixels.channels import median_level
from app.compare.registration.verify_geometry import Homography, picture_corners, project
from app.compare.surroundings.equal_bars import Fill
from app.compare.surroundings.grounds import is_of_colour, leading
from app.model.poster_image import Pixels

# A phone's screen is so many times as high as it is wide, at least; hardly any poster is.
_SLENDER = 1.7
# Levels (0..255) in every channel within which a pixel is of the page's colour: what saving leaves of a flat one, so
# that few posters are as dark.
_ALIKE = 8
# So much of a row of the page is of its colour, and so many rows between such ones, of the screen's height, are words
# and buttons.
_PLAIN, _LINE = 0.6, 0.035
# Shares of the screen's height: a band is so high at least, and the picture between two so high.
_LEAST, _LEAST_BETWEEN = 0.04, 0.2
# The colour of the page is that of this share of its height at both ends; of so many columns one is looked at.
_END, _EVERY = 0.01, 4
# Where the colours of page and picture mix, in pixels.
_OVER = 2


def find_page_bands(source: Pixels, from_frame: Homography, size: tuple[int, int]) -> list[Fill]:
    """Both bands as one; none where the reference's frame reaches none of them, or the two ends differ.

    source: the submitted picture. from_frame: frame pixels to its pixels. size: of the frame, (width, height).
    """
    height, width = source.shape[:2]
    if height < _SLENDER * width:
        return []
    corners = project(from_frame, picture_corners(size))
    (left, first), (right, last) = corners.min(axis=0), corners.max(axis=0)
    least = _LEAST * height
    if first > least and last < height - least and left > 0 and right < width:
        # All of the frame lies within the picture; where it ends on a page, that is told by the frame's sides.
        return []
    if max(abs(first), abs(last - height)) < least:
        # The picture is the whole poster.
        return []
    columns = source[:, max(0, round(left)) : max(1, round(right)) : _EVERY]
    if columns.shape[1] == 0:
        return []
    end = max(1, round(_END * height))
    colours = [median_level(rows).astype(np.int16) for rows in (columns[:end], columns[-end:])]
    if not is_of_colour(colours[0], colours[1], _ALIKE):
        return []
    top, bottom = _bands(columns, colours[0])
    reached = first < top - least or last > height - bottom + least
    if min(top, bottom) < least or top + bottom > (1 - _LEAST_BETWEEN) * height or not reached:
        return []
    mask = np.zeros((height, width), dtype=bool)
    mask[: top + _OVER] = mask[height - bottom - _OVER :] = True
    return [Fill(mask, colours[0])]


def _bands(columns: Pixels, colour: NDArray[np.int16]) -> tuple[int, int]:
    """How many rows of the page's colour there are at the top and at the bottom, with the words between them."""
    import cv2

    plain = is_of_colour(columns, colour, _ALIKE).mean(axis=1) >= _PLAIN
    line = np.ones((2 * round(_LINE * len(plain) / 2) + 1, 1), np.uint8)
    closed = cv2.morphologyEx(plain.view(np.uint8)[:, None], cv2.MORPH_CLOSE, line)[:, 0] > 0
    return leading(closed), leading(closed[::-1])
