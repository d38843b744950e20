"""Maps and pictures turned so that each side in its turn lies on the left, and back.

By OpenCV, whose answers lie in memory as they are read: after numpy's views each further step is slower.
"""

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Map = TypeVar("Map", NDArray[np.uint8], NDArray[np.float32])


def turn_to_left(pixels: Map, side: int) -> Map:
    """Turned so that the side (0 left, 1 top, 2 right, 3 bottom) lies on the left, and what runs along it downwards."""
    across = pixels if side % 2 == 0 else transposed(pixels)
    return across if side < 2 else flipped(across)


def turn_back(turned: Map, side: int) -> Map:
    """What `turn_to_left` has turned, as it was."""
    across = turned if side < 2 else flipped(turned)
    return across if side % 2 == 0 else transposed(across)


def transposed(pixels: Map) -> Map:
    """(h, w) or (h, w, c) with rows for columns."""
    import cv2

    changed: Map = np.asarray(cv2.transpose(pixels))
    return changed


def flipped(pixels: Map) -> Map:
    """(h, w) or (h, w, c) with the last column first."""
    import cv2

    changed: Map = np.asarray(cv2.flip(pixels, 1))
    return changed
