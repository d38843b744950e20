"""Taking things out of a poster and setting words in their place."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.geometry import Colour
from benchmarks.attacks.tenth.draw import HEAVY, WHITE, Sheet, fitted
from benchmarks.attacks.tenth.masks import Mask, Rng, blurred


def without(picture: Pixels, hole: Mask, rng: Rng) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    """The picture with a hole (0..1, as large as it) filled from around, with some grain."""
    high, wide = picture.shape[:2]
    # Filled at a small size: a large hole takes long otherwise, and nobody sees the difference in a smooth patch.
    by = min(1.0, 360 / max(high, wide))
    size = (max(8, round(wide * by)), max(8, round(high * by)))
    small = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    gap = (cv2.resize(hole, size, interpolation=cv2.INTER_AREA) > 0.02).astype(np.uint8)
    gap = cv2.dilate(gap, np.ones((3, 3), np.uint8)).astype(np.uint8)
    filled = np.asarray(cv2.inpaint(small, gap, 4, cv2.INPAINT_TELEA), np.float32)
    # Streaks of the filling are smoothed, the more the farther in.
    depth = np.asarray(cv2.distanceTransform(gap, cv2.DIST_L2, 3), np.float32)
    reach = max(1.5, 0.35 * float(depth.max()))
    filled += (blurred(filled, reach) - filled) * np.clip(depth / (1.2 * reach), 0, 1)[..., None]
    large = np.asarray(cv2.resize(filled, (wide, high), interpolation=cv2.INTER_CUBIC), np.float32)
    large += rng.normal(0, 2.5, large.shape[:2])[..., None].astype(np.float32)
    return np.asarray(large, np.float32)


def remove_box(sheet: Sheet, box: Box, rng: Rng) -> None:
    """Fill a box of letters from around it."""
    hole = np.zeros((sheet.height, sheet.width), np.float32)
    by = max(1, round(0.004 * sheet.long))
    left, top = max(0, box.x - by), max(0, box.y - by)
    hole[top : box.y + box.height + by, left : box.x + box.width + by] = 1
    sheet.lay(hole, 0, 0, without(sheet.picture(), hole, rng))


def set_in(sheet: Sheet, words: str, box: Box, colour: Colour, rng: Rng, faces: tuple[str, ...] = HEAVY) -> None:
    """Words in the middle of a box, as high as it or as wide."""
    ink = fitted(words, one_of(rng, faces), max(7.0, 0.86 * box.height), max(box.width, 0.3 * sheet.width))
    x = float(np.clip(box.x + (box.width - ink.shape[1]) / 2, 2, max(2, sheet.width - ink.shape[1] - 2)))
    sheet.write(ink, x, box.y + (box.height - ink.shape[0]) / 2, colour)


def legible(sheet: Sheet, box: Box, wanted: Colour) -> Colour:
    ground = sheet.patch(box.x, box.y, box.width, box.height).mean(axis=0)
    if sheet.lost(box.x, box.y, box.width, box.height, wanted) < 0.12:
        return wanted
    return WHITE if ground.mean() < 140 else (20, 18, 22)
