"""What grounds look like beside a poster: of one colour, smooth, with lines of words, up to the edge of a picture.

Pictures are turned so that the side in question lies on the left.
"""

import numpy as np
from numpy.typing import NDArray

from app.compare.pixels.channels import are_between, are_near, largest
from app.compare.pixels.count_marks import count_marks
from app.compare.pixels.turns import Map
from app.model.poster_image import Pixels

# Levels (0..255) in every channel within which a pixel is of the ground's colour.
_ALIKE = 20
# Share of a row or column in the ground's colour up to which the poster has not begun: icons and words may stand there.
GROUND = 0.6
# A line of words on it is no higher than this share of the frame's side.
_LINE = 0.02
# A ground with words on it, or of the poster's own colour, and one that strokes end at, is no deeper than this share of
# it: beyond, another picture may have been joined to the poster.
DEEPEST = 1 / 3
# The ground is looked at in a strip of this share of the frame's side; what is thinner is the edge's own business.
_STRIP = 0.015
# Ground without detail: steps to the next pixel (levels of the three channels together) are no larger, in this share of
# the strip's middle (words may stand there), up to where no more than this share of a row or column is like the next;
# and hardly any are larger than that: flat shapes are smooth too, but for their many edges.
_SMOOTH, _BLURRED, _MIDDLE, _CROSSED = 10, 0.65, (0.2, 0.8), 0.35
_EDGE, _FEW_EDGES = 36, 0.03
# Where words may stand on it, so much of it is smooth at least, and no more than the second share of its rows, or
# columns, have more edges than hardly any.
_BLURRED_WITH_WORDS, _WORDS = 0.4, 0.5
# At an edge so many levels lie over twice so many pixels.
_STEP, OVER = 10.0, 3
# A smooth strip is the reference's own when half of it is within so many levels (0..255); or, under a filter, when its
# light follows the reference's so closely and is not even, by the standard deviation in levels.
_OWN, _OWN_CORRELATION, _OWN_SPREAD = 8, 0.95, 5.0


def first_crossed(query: Pixels, first: int) -> int:
    """The first column from that one on which the picture is mostly unlike the next; 0 where there is none."""
    steps = steps_between(middle_rows(query), axis=1)
    crossed = count_marks(steps <= _SMOOTH, 0) < _CROSSED * len(steps)
    crossed[:first] = False
    return int(np.argmax(crossed))


def is_smooth(steps: NDArray[np.uint8]) -> bool:
    """Whether a strip holds no detail. steps: (h, w) levels from each pixel to the one below."""
    return bool((steps <= _SMOOTH).mean() >= _BLURRED and (steps > _EDGE).mean() <= _FEW_EDGES)


def holds_words(steps: NDArray[np.uint8]) -> bool:
    """Whether its detail keeps to a few lines across or down, as words do and pictures do not."""
    edges = steps > _EDGE
    lines = min(float((edges.mean(axis=axis) > _FEW_EDGES).mean()) for axis in (0, 1))
    return bool((steps <= _SMOOTH).mean() >= _BLURRED_WITH_WORDS and lines <= _WORDS)


def is_the_reference_s(query: Pixels, reference: Pixels) -> bool:
    """Whether a smooth strip is the reference's own, such as a sky: what looks like its edge is words then."""
    import cv2

    apart = largest(np.asarray(cv2.absdiff(query, reference)))
    if np.median(apart) <= _OWN:
        return True
    light, own = (pixels.mean(axis=2).reshape(-1) for pixels in (query, reference))
    drawn = min(float(light.std()), float(own.std())) > _OWN_SPREAD
    return drawn and float(np.corrcoef(light, own)[0, 1]) >= _OWN_CORRELATION


def steps_between(pixels: Pixels, axis: int) -> NDArray[np.uint8]:
    """Levels from each pixel to the next, of the three channels together; 255 for more."""
    import cv2

    before, after = (pixels[:-1], pixels[1:]) if axis == 0 else (pixels[:, :-1], pixels[:, 1:])
    return np.asarray(cv2.transform(cv2.absdiff(before, after), np.ones((1, 3))))


def strip_of(columns: int) -> int:
    """How many of a frame's columns the strip takes in which a ground is looked at."""
    return max(2, round(_STRIP * columns))


def middle_rows(pixels: Map) -> Map:
    """The rows of a map or picture in which smooth ground is looked for; a view."""
    first, last = (round(share * len(pixels)) for share in _MIDDLE)
    return pixels[first:last]


def edge_share(pixels: Pixels, column: int) -> float:
    """Share of the rows in which the picture changes much about a column."""
    left, right = pixels[:, max(0, column - OVER)], pixels[:, min(pixels.shape[1] - 1, column + OVER)]
    return float((largest(np.abs(right.astype(np.int16) - left)) > _STEP).mean())


def plain_columns(pixels: NDArray[np.uint8], colour: NDArray[np.int16]) -> int:
    """How many columns from the left on are mostly of the colour, but for a line of words between such ones.

    Beyond words no ground reaches far: another poster may have been joined there, as plain and with its own words.
    """
    import cv2

    plain = is_of_colour(pixels, colour).mean(axis=0) >= GROUND
    line = np.ones((1, 2 * round(_LINE * len(plain) / 2) + 1), np.uint8)
    closed = cv2.morphologyEx(plain.view(np.uint8)[None], cv2.MORPH_CLOSE, line)[0] > 0
    first, with_words = leading(plain), leading(closed)
    return with_words if with_words <= DEEPEST * len(plain) else first


def leading(marks: NDArray[np.bool_]) -> int:
    """How many marks, (n,), are set before the first that is not."""
    return len(marks) if marks.all() else int(np.argmin(marks))


def is_of_colour(
    pixels: NDArray[np.uint8] | NDArray[np.int16], colour: NDArray[np.int16], within: int = _ALIKE
) -> NDArray[np.bool_]:
    """Which pixels, (..., 3), are less than so many levels from the colour in every channel; (...) bool."""
    if pixels.dtype == np.uint8:
        return are_between(pixels.astype(np.uint8, copy=False), colour - (within - 1), colour + (within - 1))
    return are_near(pixels, colour, within)
