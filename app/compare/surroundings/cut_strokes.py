"""Where the reference's strokes end in the submitted picture, all along one straight line: that is where it was cut.

A picture that was cropped and stands on bars cuts letters and figures through. Who removes a thing removes all of it,
and paints over it within the poster.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from app.compare.pixels.channels import largest
from app.compare.pixels.count_marks import count_marks
from app.compare.surroundings.grounds import DEEPEST

# Levels (0..255) from a pixel to the next along the line, in any channel, that make the side of a stroke.
_STROKE = 12
# A stroke is looked for so many pixels before and behind the line, as resampling softens where it ends.
_APART = 3
# In front of the line no more of the submitted picture than this share is a stroke's side.
_EMPTY = 0.03
# Of the line's length, so much is crossed by the reference's strokes, and of these so much ends there. Measured on
# cropped posters of the tuning part on bars and stories: lines where they were cut have .76 to 1.0, of crossings from
# .045 on; the best of all other lines reach .6.
_CROSSED, _ENDED = 0.04, 0.75
# So much of what the reference draws in front of the line is missing there.
_MISSING = 0.9
# On a ground of the poster's own colour so much of all pixels are strokes' sides that are gone, and so much of all
# strokes there: icons and words on the ground meet others by chance.
_GONE, _MOSTLY_GONE = 0.012, 0.7


def cut_line(
    query: NDArray[np.uint8], reference: NDArray[np.uint8], reached: NDArray[np.bool_], begins: int, least: int
) -> int:
    """The column at which the reference's strokes begin to be there; 0 where they end along no line.

    query, reference: (h, w, 3) uint8, with the side in question on the left. reached: (h,) bool, the rows to be
    looked at. begins: first column that the submitted picture reaches; least: columns of ground from there on under
    which nothing is a line. Looked for in the left third.
    """
    last = round(DEEPEST * query.shape[1])
    if last - begins <= least or reached.sum() < 2:
        return 0
    columns = np.arange(begins + least, last)
    # Mostly all of them, which need not be copied then.
    looked_at = slice(None) if reached.all() else reached
    here = _stroke_sides(query[looked_at, : last + _APART])
    left = _mean_before(here, begins, columns)
    # Nearly every picture has strokes up to its sides.
    if not (left <= _EMPTY).any():
        return 0
    there = _stroke_sides(reference[looked_at, : last + _APART])
    near = _near(here)
    before, behind = columns - _APART, columns + _APART
    crossing = there[:, before] & there[:, behind]
    crossings = count_marks(crossing, 0)
    ended = count_marks(crossing & near[:, behind] & ~near[:, before], 0) / np.maximum(1, crossings)
    missing = 1 - _mean_before(there & near, begins, columns) / np.maximum(1e-6, _mean_before(there, begins, columns))
    crossed = crossings / len(crossing)
    good = (left <= _EMPTY) & (missing >= _MISSING) & (crossed >= _CROSSED) & (ended >= _ENDED)
    return int(columns[np.argmax(good * ended * crossed)]) if good.any() else 0


def gone_strokes(query: NDArray[np.uint8], reference: NDArray[np.uint8], reached: NDArray[np.bool_], last: int) -> int:
    """How many columns of a ground hold strokes of the reference that are all gone; 0 where too few are.

    Pictures and rows as for `cut_line`; last: the first column behind the ground, which may well be the poster's own.
    """
    if reached.sum() < 2:
        return 0
    here, there = (_stroke_sides(pixels[reached, :last]) for pixels in (query, reference))
    near = _near(here)
    kept, gone = (count_marks(there & marks, 0).astype(np.int64) for marks in (near, ~near))
    deep = int(np.argmax(np.cumsum(gone - kept))) + 1
    strokes = int(gone[:deep].sum())
    enough = strokes >= _GONE * deep * len(there) and strokes >= _MOSTLY_GONE * (strokes + int(kept[:deep].sum()))
    return deep if enough else 0


def _near(strokes: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Where there is a stroke's side or one next to it, along a column."""
    near = strokes.copy()
    near[1:] |= strokes[:-1]
    near[:-1] |= strokes[1:]
    return near


def _stroke_sides(pixels: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """(h - 1, w) bool, where a picture changes along a column."""
    return np.asarray(largest(cv2.absdiff(pixels[1:], pixels[:-1])) > _STROKE)


def _mean_before(marks: NDArray[np.bool_], begins: int, columns: NDArray[np.int_]) -> NDArray[np.float64]:
    """Share of the marks among all pixels from the first column up to one before each of the columns."""
    counted = np.concatenate([[0], np.cumsum(count_marks(marks, 0)[begins:])])
    wide = columns - 1 - begins
    return np.asarray(counted[wide] / (wide * len(marks)))
