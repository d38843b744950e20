"""Boxes, and telling where a picture changed."""

from collections.abc import Sequence

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import part_of, size_of
from benchmarks.attacks.values import Attacked, Matrix, Part, SavedAs


def cut_box(x: float, y: float, width: float, height: float, picture: Pixels) -> Box:
    """A box cut to the picture, at least two pixels each way."""
    across, down = size_of(picture)
    left, top = min(max(0, round(x)), across - 2), min(max(0, round(y)), down - 2)
    right, bottom = min(across, max(left + 2, round(x + width))), min(down, max(top + 2, round(y + height)))
    return Box(left, top, right - left, bottom - top)


def scaled_and_moved(across: float, down: float, x: float, y: float) -> Matrix:
    """The place of a picture scaled, then moved."""
    return np.array([[across, 0, x], [0, down, y], [0, 0, 1]], np.float64)


def changed_box(before: Pixels, after: Pixels, within: Box | None = None) -> Box | None:
    """The tight box around everything that differs to the eye, or None."""
    area = within or Box(0, 0, *size_of(before))
    apart = cv2.absdiff(part_of(before, area), part_of(after, area)).max(axis=2) > 20
    rows, columns = np.flatnonzero(apart.any(axis=1)), np.flatnonzero(apart.any(axis=0))
    if not len(rows):
        return None
    top, left = int(rows[0]), int(columns[0])
    return Box(area.x + left, area.y + top, int(columns[-1]) - left + 1, int(rows[-1]) - top + 1)


def edited(
    before: Pixels, after: Pixels, note: str, *, within: Sequence[Box | None] = (None,), parts: tuple[Part, ...] = ()
) -> Attacked:
    """An edit of a picture that stays where it is: a box for each place given; what is far off stays."""
    boxes = tuple(box for each in within if (box := changed_box(before, after, each)) is not None)
    result = before.copy()
    for box in boxes:
        room = 10 + max(box.width, box.height) // 4
        near = cut_box(box.x - room, box.y - room, box.width + 2 * room, box.height + 2 * room, before)
        part_of(result, near)[:] = part_of(after, near)
    quality = 88 + len(note) % 9
    return Attacked(result, boxes, note, parts=parts, saved_as=SavedAs("JPEG", quality))
