"""Finds letters that a crop has cut: along the end of a picture, too near to it for windows to look at."""

import numpy as np
from numpy.typing import NDArray

from app.compare.aligned.lay_over import LaidOver, as_float
from app.compare.aligned.residual import Residual
from app.compare.pixels.count_marks import first_marked
from app.compare.pixels.turns import turn_back, turn_to_left

# A picture was cropped where it ends so far within the poster, as a share of the poster's side.
_CROPPED = 0.02
# So many rows of pixels along that end are looked at, but for the very first.
_ROWS = 6
# Steps along the row are strokes of letters when they are so many levels (0..255) high, and so many times as high as
# any of the poster's so many pixels round them.
_STEP, _TIMES, _AROUND = 20.0, 2.0, (7, 5)
# So many strokes in one row are letters. Of 1,177 harmless tuning pictures none that was cropped has more than six, and
# five signs that crops had cut have 7, 29, 30, 39 and 54 (seeds 210001 to 210003, 2026-11-28).
_STROKES = 7


def cut_letters(laid: LaidOver, residual: Residual) -> NDArray[np.bool_]:
    """(h, w) bool: strokes along the ends of a cropped picture that the poster does not have there."""
    marks = np.zeros(laid.inside.shape, dtype=bool)
    lights = residual.query_light, residual.reference_light
    for side, begins in enumerate(first_marked(laid.inside)):
        if begins < _CROPPED * laid.inside.shape[1 - side % 2]:
            continue
        part = slice(begins + 1, begins + 1 + _ROWS)
        query, reference = (turn_to_left(light, side)[:, part] for light in lights)
        strokes = _strokes(query, reference) & (turn_to_left(laid.inside.view(np.uint8), side)[1:, part] > 0)
        beginning = strokes & ~np.vstack([np.zeros_like(strokes[:1]), strokes[:-1]])
        if beginning.sum(axis=0).max(initial=0) >= _STROKES:
            turned = turn_to_left(np.zeros(marks.shape, np.uint8), side)
            turned[1:, part] = strokes
            marks |= turn_back(turned, side) > 0
    return marks


def _strokes(query: NDArray[np.float32], reference: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Where a row, which lies upright here, has a step that is the submitted picture's own."""
    import cv2

    own, there = (np.abs(np.diff(light, axis=0)) for light in (query, reference))
    around = as_float(cv2.dilate(there, np.ones(_AROUND, np.uint8)))
    return np.asarray((own > _STEP) & (own > _TIMES * around))
