"""Taking things off a picture the way phone editors do: smearing in, or patching from close by."""

import cv2
import numpy as np
from numpy.typing import NDArray

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between
from benchmarks.attacks.geometry import part_of, size_of
from benchmarks.attacks.paint import to_uint8
from benchmarks.attacks.twelfth.pixels import lay, resized, resized_mask, softened
from benchmarks.attacks.twelfth.places import cut_box
from benchmarks.attacks.twelfth.textlines import Line, ink_in

REACH = 5


def smeared(picture: Pixels, gone: NDArray[np.bool_], box: Box, rng: np.random.Generator) -> Pixels:
    """The marked pixels of the box filled in from their rims, with a little grain."""
    room = max(6, round(0.12 * min(box.width, box.height)))
    wide = cut_box(box.x - room, box.y - room, box.width + 2 * room, box.height + 2 * room, picture)
    hole = np.zeros((wide.height, wide.width), np.float32)
    hole[box.y - wide.y : box.y - wide.y + box.height, box.x - wide.x : box.x - wide.x + box.width] = gone
    scale = min(1.0, 260 / max(wide.width, wide.height))
    piece = part_of(picture, wide)
    small = resized(piece, wide.width * scale, wide.height * scale)
    marked = (resized_mask(hole, small.shape[1], small.shape[0]) > 0.1).astype(np.uint8)
    filled = cv2.inpaint(small, marked, 4, cv2.INPAINT_TELEA)
    fill = resized(np.asarray(filled, np.uint8), wide.width, wide.height).astype(np.float32)
    fill += rng.normal(0, between(rng, 0.5, 4), (wide.height, wide.width, 1))
    soft = np.maximum(hole, softened(hole, max(0.6, 0.004 * size_of(picture)[0])))
    return lay(picture, to_uint8(fill), soft, wide.x, wide.y)


def without_words(picture: Pixels, line: Line, rng: np.random.Generator, box: Box | None = None) -> Pixels:
    """The line (or a box of it) taken off, letters and their rims."""
    place = box or line.box
    rim = max(2, round(0.1 * line.box.height))
    place = cut_box(place.x - rim, place.y - rim, place.width + 2 * rim, place.height + 2 * rim, picture)
    ink = ink_in(picture, place, line.bright).astype(np.uint8)
    gone = cv2.dilate(ink, np.ones((2 * rim + 1, 2 * rim + 1), np.uint8)) > 0
    return smeared(picture, gone, place, rng)


def _best_source(small: Pixels, known: NDArray[np.uint8], y: int, x: int, barred: NDArray[np.bool_]) -> tuple[int, int]:
    """Where the patch is that fits best to the known pixels around a place; barred: where none may be taken from."""
    area = (slice(y - REACH, y + REACH + 1), slice(x - REACH, x + REACH + 1))
    mask = np.repeat(known[area][..., None], 3, axis=2).astype(np.float32)
    cost = cv2.matchTemplate(small.astype(np.float32), small[area].astype(np.float32), cv2.TM_SQDIFF, mask=mask)
    cost[barred] = np.inf
    row, column = np.unravel_index(int(cost.argmin()), cost.shape)
    return int(row) + REACH, int(column) + REACH


def patched(picture: Pixels, gone: NDArray[np.bool_], box: Box) -> Pixels:
    """The marked pixels of the box covered with patches from elsewhere, as a healing brush does."""
    width, height = size_of(picture)
    scale = max(1.0, width / 130)
    small = resized(picture, width / scale, height / scale)
    rows, columns = small.shape[:2]
    marks = np.zeros((height, width), np.float32)
    part_of(marks, box)[:] = gone
    known = (resized_mask(marks, columns, rows) < 0.02).astype(np.uint8)
    around = cv2.erode(known, np.ones((2 * REACH + 1, 2 * REACH + 1), np.uint8), borderValue=1)
    barred = around[REACH : rows - REACH, REACH : columns - REACH] == 0
    result = picture.copy()
    if barred.all():
        return smeared(picture, gone, box, np.random.default_rng(0))
    while not known.all():
        share = np.where(known == 0, cv2.blur(known.astype(np.float32), (2 * REACH + 1, 2 * REACH + 1)), -1)
        row, column = (int(at) for at in np.unravel_index(int(share.argmax()), share.shape))
        y, x = min(max(row, REACH), rows - REACH - 1), min(max(column, REACH), columns - REACH - 1)
        from_y, from_x = _best_source(small, known, y, x, barred)
        missing = known[y - REACH : y + REACH + 1, x - REACH : x + REACH + 1] == 0
        source = small[from_y - REACH : from_y + REACH + 1, from_x - REACH : from_x + REACH + 1].copy()
        small[y - REACH : y + REACH + 1, x - REACH : x + REACH + 1][missing] = source[missing]
        known[y - REACH : y + REACH + 1, x - REACH : x + REACH + 1] = 1
        _copy_patch(
            result, picture, missing, ((y - REACH) * scale, (x - REACH) * scale), (from_y - y, from_x - x), scale
        )
    soft = softened(np.maximum(marks, softened(marks, 0.3 * scale)), 0.5 * scale)
    return lay(picture, result, soft)


def _copy_patch(
    result: Pixels,
    picture: Pixels,
    missing: NDArray[np.bool_],
    corner: tuple[float, float],
    shift: tuple[int, int],
    scale: float,
) -> None:
    """The missing pixels of one patch, in the picture's own size."""
    top, left = round(corner[0]), round(corner[1])
    down, across = round(shift[0] * scale), round(shift[1] * scale)
    high = min(round(missing.shape[0] * scale), picture.shape[0] - top, picture.shape[0] - top - down)
    wide = min(round(missing.shape[1] * scale), picture.shape[1] - left, picture.shape[1] - left - across)
    y, x = max(0, -top, -top - down), max(0, -left, -left - across)
    full = resized_mask(missing.astype(np.float32), missing.shape[1] * scale, missing.shape[0] * scale)
    marks = full[y:high, x:wide] > 0.2
    piece = picture[top + down + y : top + down + high, left + across + x : left + across + wide]
    result[top + y : top + high, left + x : left + wide][marks] = piece[marks]


def cloned_over(picture: Pixels, box: Box) -> Pixels:
    """A whole box covered with patches from elsewhere."""
    return patched(picture, np.ones((box.height, box.width), bool), box)
