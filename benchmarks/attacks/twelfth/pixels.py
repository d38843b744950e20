"""Taking pixels, changing their size, laying them on a picture."""

import cv2
import numpy as np
from numpy.typing import NDArray

from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import size_of
from benchmarks.attacks.paint import to_uint8
from benchmarks.attacks.twelfth.colours import Colour

Floats = NDArray[np.float32]


def resized(picture: Pixels, width: float, height: float) -> Pixels:
    """The picture in another size, at least a pixel each way."""
    to = (max(1, round(width)), max(1, round(height)))
    smaller = to[0] < picture.shape[1]
    return np.asarray(cv2.resize(picture, to, interpolation=cv2.INTER_AREA if smaller else cv2.INTER_CUBIC), np.uint8)


def resized_mask(mask: Floats, width: float, height: float) -> Floats:
    """The mask in another size."""
    to = (max(1, round(width)), max(1, round(height)))
    return np.clip(cv2.resize(mask, to, interpolation=cv2.INTER_LINEAR), 0, 1).astype(np.float32)


def softened(values: Floats, radius: float) -> Floats:
    """The values blurred by that many pixels."""
    if radius < 0.3:
        return values
    if radius < 8:
        return np.asarray(cv2.GaussianBlur(values, (0, 0), radius), np.float32)
    height, width = values.shape[:2]
    less = 3 / radius
    small = cv2.resize(
        values, (max(2, round(width * less)), max(2, round(height * less))), interpolation=cv2.INTER_AREA
    )
    return np.asarray(cv2.resize(cv2.GaussianBlur(small, (0, 0), 3), (width, height)), np.float32)


def lay(below: Pixels, above: Pixels | Colour, mask: Floats, x: float = 0, y: float = 0) -> Pixels:
    """A copy with pixels or a colour laid on at a place, cut at the edges."""
    left, top, (width, height) = round(x), round(y), size_of(below)
    x0, y0, x1, y1 = max(0, left), max(0, top), min(width, left + mask.shape[1]), min(height, top + mask.shape[0])
    result = below.copy()
    if x1 <= x0 or y1 <= y0:
        return result
    cut = (slice(y0 - top, y1 - top), slice(x0 - left, x1 - left))
    share = mask[cut][..., None]
    over = above[cut].astype(np.float32) if isinstance(above, np.ndarray) else np.array(above, np.float32)
    result[y0:y1, x0:x1] = to_uint8(below[y0:y1, x0:x1] * (1 - share) + over * share)
    return result


def grey_of(picture: Pixels) -> NDArray[np.uint8]:
    """The picture without its colours."""
    return np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), np.uint8)
