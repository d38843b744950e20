"""Closing the hole that something removed leaves, and telling what an edit changed."""

from collections.abc import Sequence

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.eleventh.draw import blend, resized, softened
from benchmarks.attacks.eleventh.luck import file_kind
from benchmarks.attacks.geometry import part_of
from benchmarks.attacks.paint import Mask
from benchmarks.attacks.values import Attacked, Matrix, Part, identity


def widened(box: Box, by: float, picture: Pixels) -> Box:
    """The box with a margin of so many pixels, inside the picture."""
    height, width = picture.shape[:2]
    x0, y0 = max(0, int(box.x - by)), max(0, int(box.y - by))
    x1, y1 = min(width, int(box.x + box.width + by)), min(height, int(box.y + box.height + by))
    return Box(x0, y0, max(1, x1 - x0), max(1, y1 - y0))


def middle(box: Box) -> tuple[float, float]:
    """The middle of a box."""
    return box.x + box.width / 2, box.y + box.height / 2


def joined(one: Box, other: Box) -> Box:
    """The box around two boxes."""
    x, y = min(one.x, other.x), min(one.y, other.y)
    right, low = max(one.x + one.width, other.x + other.width), max(one.y + one.height, other.y + other.height)
    return Box(x, y, right - x, low - y)


def closed(picture: Pixels, hole: Mask, rng: np.random.Generator) -> Pixels:
    """The picture with the hole filled from its surroundings, with grain as around it."""
    scale = max(1.0, max(picture.shape[:2]) / 220)
    size = (max(4, round(picture.shape[1] / scale)), max(4, round(picture.shape[0] / scale)))
    small = resized(picture, *size)
    gap = (cv2.resize(hole, size, interpolation=cv2.INTER_AREA) > 0.04).astype(np.uint8)
    gap = np.asarray(cv2.dilate(gap, np.ones((3, 3), np.uint8)), np.uint8)
    filled = np.asarray(cv2.inpaint(small, gap, 4, cv2.INPAINT_TELEA), np.uint8)
    if gap.mean() > 0.05:
        filled = blend(filled, np.asarray(cv2.GaussianBlur(filled, (0, 0), 5), np.uint8), gap.astype(np.float32))
    large = resized(filled, picture.shape[1], picture.shape[0]).astype(np.float32)
    large += rng.normal(0, 2.5, (*picture.shape[:2], 1)).astype(np.float32)
    reach = 1.2 * scale
    wide = np.asarray(cv2.dilate(hole, np.ones((2 * int(reach) + 1,) * 2, np.uint8)), np.float32)
    return blend(picture, np.clip(large, 0, 255).astype(np.uint8), softened(wide, reach * 0.4))


def wiped(picture: Pixels, box: Box, rng: np.random.Generator) -> Pixels:
    """The picture without the lettering of the box."""
    place = widened(box, 3 + 0.12 * box.height, picture)
    near = widened(place, 4 + 0.5 * box.height, picture)
    hole = np.zeros((near.height, near.width), np.float32)
    x, y = place.x - near.x, place.y - near.y
    hole[y : y + place.height, x : x + place.width] = 1
    result = picture.copy()
    part_of(result, near)[:] = closed(part_of(picture, near), hole, rng)
    return result


def tight(before: Pixels, after: Pixels, rough: Box) -> Box:
    """The part of a rough box in which pixels clearly changed; the rough box itself when hardly any did."""
    changed = np.abs(part_of(before, rough).astype(np.int16) - part_of(after, rough)).max(2) > 20
    rows = np.flatnonzero(changed.sum(1) > 0.004 * rough.width)
    columns = np.flatnonzero(changed.sum(0) > 0.004 * rough.height)
    if not len(rows) or not len(columns):
        return rough
    return Box(rough.x + int(columns[0]), rough.y + int(rows[0]), int(np.ptp(columns)) + 1, int(np.ptp(rows)) + 1)


def edited(
    before: Pixels,
    after: Pixels,
    rough: Sequence[Box],
    rng: np.random.Generator,
    note: str = "",
    *,
    place: Matrix | None = None,
    parts: tuple[Part, ...] = (),
) -> Attacked:
    """The edit with tight boxes; whatever is far from them is as before."""
    boxes = tuple(tight(before, after, widened(box, 0, before)) for box in rough)
    result = before.copy()
    for box in boxes:
        near = widened(box, 12 + max(box.width, box.height) / 4, before)
        part_of(result, near)[:] = part_of(after, near)
    return Attacked(result, boxes, note, identity() if place is None else place, file_kind(rng), parts)
