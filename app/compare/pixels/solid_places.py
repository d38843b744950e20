"""Marked places without what noise adds to them and takes away."""

import numpy as np
from numpy.typing import NDArray

from app.compare.pixels.outlines import Mask

# Specks and holes of so many pixels, where colours are compared, make no difference.
_SPECK, _HOLE = 3, 5


def solid(marks: NDArray[np.bool_]) -> Mask:
    """(h, w) uint8 of 0 and 1: the marks without specks, then without holes."""
    import cv2

    opened = cv2.morphologyEx(marks.astype(np.uint8), cv2.MORPH_OPEN, np.ones((_SPECK, _SPECK), np.uint8))
    return np.asarray(cv2.morphologyEx(opened, cv2.MORPH_CLOSE, np.ones((_HOLE, _HOLE), np.uint8)), np.uint8)
