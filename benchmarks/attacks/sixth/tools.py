"""Small helpers: chance, blending, boxes around what differs."""

import cv2
import numpy as np
from numpy.typing import ArrayLike, NDArray

from app.model.geometry import Box, surround
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.geometry import size_of
from benchmarks.attacks.values import Attacked, Format, SavedAs

Mask = NDArray[np.float32]
Layer = NDArray[np.float32]
Tone = tuple[int, int, int]


def count(rng: np.random.Generator, low: int, high: int) -> int:
    """A whole number, both ends included."""
    return int(rng.integers(low, high + 1))


def saved(rng: np.random.Generator) -> SavedAs:
    """How somebody's program happened to write the file."""
    kind: Format = one_of(rng, ("JPEG", "JPEG", "JPEG", "JPEG", "JPEG", "PNG", "WEBP"))
    return SavedAs(kind, count(rng, 70, 95))


def floats(values: ArrayLike) -> Layer:
    """Numbers as 32-bit floats."""
    return np.asarray(values, np.float32)


def as_pixels(values: NDArray[np.generic]) -> Pixels:
    """Rounded and cut to 0..255."""
    return np.clip(np.rint(np.asarray(values, np.float32)), 0, 255).astype(np.uint8)


def soften(mask: Mask, sigma: float) -> Mask:
    """A mask with feathered edges."""
    return np.asarray(cv2.GaussianBlur(mask, (0, 0), max(0.3, sigma)), np.float32)


def mix(below: Pixels, above: Pixels, mask: Mask) -> Pixels:
    """The upper picture where the mask is 1, the lower where it is 0."""
    part = mask[..., None]
    return as_pixels(below.astype(np.float32) * (1 - part) + above.astype(np.float32) * part)


def paste(picture: Pixels, layer: Layer, left: int, top: int) -> Pixels:
    """An RGBA layer (alpha 0..255) over a picture; what stands out is cut off."""
    width, height = size_of(picture)
    x, y = max(0, left), max(0, top)
    far_x, far_y = min(width, left + layer.shape[1]), min(height, top + layer.shape[0])
    result = picture.copy()
    if far_x > x and far_y > y:
        piece = layer[y - top : far_y - top, x - left : far_x - left]
        below = result[y:far_y, x:far_x]
        result[y:far_y, x:far_x] = mix(below, as_pixels(piece[..., :3]), floats(piece[..., 3] / 255))
    return result


def layer_resized(layer: Layer, width: int, height: int) -> Layer:
    """An RGBA layer in another size."""
    smaller = width < layer.shape[1]
    how = cv2.INTER_AREA if smaller else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(layer, (max(2, width), max(2, height)), interpolation=how), np.float32)


def layer_turned(layer: Layer, degrees: float) -> Layer:
    """An RGBA layer turned about its middle, on a canvas large enough."""
    height, width = layer.shape[:2]
    side = int(np.hypot(width, height)) + 4
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    matrix[:, 2] += (side - width) / 2, (side - height) / 2
    bare = layer.copy()
    bare[..., :3] *= bare[..., 3:] / 255
    turned = np.asarray(cv2.warpAffine(bare, matrix, (side, side), flags=cv2.INTER_LINEAR), np.float32)
    turned[..., :3] /= np.maximum(turned[..., 3:] / 255, 1e-3)
    return np.clip(turned, 0, 255)


def differing(before: Pixels, after: Pixels, *, least: int = 14, join: float = 0.03) -> tuple[Box, ...]:
    """Tight boxes around what differs; spots nearer than `join` of the width share a box."""
    apart = np.abs(before.astype(np.int16) - after.astype(np.int16)).max(axis=2) >= least
    if not apart.any():
        return ()
    reach = max(3, round(before.shape[1] * join)) | 1
    near = cv2.dilate(apart.astype(np.uint8), np.ones((reach, reach), np.uint8))
    number, labels, stats, _ = cv2.connectedComponentsWithStats(near)
    boxes = []
    for label in range(1, number):
        left, top, across, down = (int(value) for value in stats[label][:4])
        part = np.s_[top : top + down, left : left + across]
        rows, columns = np.nonzero(apart[part] & (labels[part] == label))
        x, y = left + int(columns.min()), top + int(rows.min())
        far_x, far_y = left + int(columns.max()) + 1, top + int(rows.max()) + 1
        boxes.append((len(rows), Box(x, y, far_x - x, far_y - y)))
    most = max(size for size, _ in boxes)
    kept = [box for size, box in boxes if size >= most * 0.04]
    return tuple(kept) if len(kept) <= 6 else (surround(kept),)


def edited(
    before: Pixels, after: Pixels, rng: np.random.Generator, note: str, *, least: int = 14, join: float = 0.03
) -> Attacked:
    """An edit that moved nothing: the boxes are found where the pictures differ."""
    return Attacked(after, differing(before, after, least=least, join=join), note, saved_as=saved(rng))
