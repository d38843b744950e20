"""The one size at which pictures are measured, and the one place that maps it to original pixels."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.model.poster_image import Pixels

# Longest side in pixels. Posters passed on are mostly 300 to 1100 px high; 640 keeps a title's strokes and costs a
# tenth of a full-size extraction.
WORKING_SIDE = 640
# For a first look at a whole poster: a fifth of the working size's time, and key points enough. Of 624 benign pictures
# of tuning posters (seed 40002, 2026-11-27) all got the same verdict as at 320, which takes twice as long.
COARSE_SIDE = 256
# For a second look at a large picture in which the poster may be small: a screenshot, a photo of a wall.
CLOSER_SIDE = 1280


@dataclass(frozen=True, slots=True, eq=False)
class WorkingCopy:
    """A picture at working size.

    pixels: (h, w, 3) uint8 RGB; grey: (h, w) uint8; scale_x, scale_y: original pixels per working pixel.
    """

    pixels: Pixels
    grey: NDArray[np.uint8]
    scale_x: float
    scale_y: float


def make_working_copy(pixels: Pixels, side: int = WORKING_SIDE) -> WorkingCopy:
    """Shrink so that the longest side is `side` pixels; smaller pictures stay as they are."""
    import cv2

    height, width = pixels.shape[:2]
    factor = side / max(height, width)
    if factor < 1:
        size = (max(1, round(width * factor)), max(1, round(height * factor)))
        pixels = np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    grey = np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    return WorkingCopy(pixels, grey, width / pixels.shape[1], height / pixels.shape[0])
