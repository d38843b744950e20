"""Where the fifth set's edits go: lines of lettering, the title, faces, who stands in front; what is seen of them."""

from collections.abc import Callable

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.fifth.layers import box_in, curve
from benchmarks.attacks.geometry import resize, size_of
from benchmarks.attacks.paint import Mask, feather, to_uint8
from benchmarks.attacks.places import box_means, detailed_spot, title_band
from benchmarks.attacks.values import Attacked, SavedAs

Draft = Callable[[], tuple[Pixels, Mask, str]]
"""One try: the edited picture, where it was edited (0..1), and a note."""
WORKING = 360
SEEN = 45.0
"""Mean difference inside an edit, of 255, from which nobody overlooks it."""


def part(picture: Pixels, box: Box) -> Pixels:
    """The pixels inside a box."""
    return np.ascontiguousarray(picture[box.y : box.y + box.height, box.x : box.x + box.width])


def text_lines(picture: Pixels, gap: int = 13) -> list[Box]:
    """What looks like lines of lettering: long low blobs of strong edges. gap: bridged, of 360 pixels."""
    width, height = size_of(picture)
    small, _ = resize(picture, WORKING, round(WORKING * height / width))
    grey = cv2.cvtColor(small, cv2.COLOR_RGB2GRAY)
    edges = cv2.morphologyEx(grey, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8))
    _, strong = cv2.threshold(edges, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    joined = cv2.morphologyEx(strong, cv2.MORPH_CLOSE, np.ones((max(2, gap // 6), gap), np.uint8))
    joined = cv2.morphologyEx(joined, cv2.MORPH_OPEN, np.ones((max(4, gap // 3), 9), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(joined)
    scale, found = width / WORKING, []
    for left, top, wide, high, area in stats[1:count]:
        long = wide > 1.7 * high and wide > 0.14 * WORKING
        if long and 5 <= high <= 0.2 * small.shape[0] and area > 0.4 * wide * high:
            found.append(Box(*(int(v * scale) for v in (left, top, wide, high))))
    return found


def title_in(picture: Pixels, rng: np.random.Generator) -> Box:
    """The box of what is most likely the title."""
    width, height = size_of(picture)
    best, most = None, 0.0
    for box in text_lines(picture) + text_lines(picture, 27):
        middle = (box.y + box.height / 2) / height
        wanted = 1.0 if 0.5 < middle < 0.88 else 0.8 if middle < 0.28 else 0.2
        points = wanted * box.width * box.height**1.4
        if box.width > 0.3 * width and 0.03 * height < box.height and points > most:
            best, most = box, points
    if best is not None:
        return best
    band = title_band(picture, rng, 0.09)
    return Box(round(width * 0.12), band.y, round(width * 0.76), band.height)


def face_in(picture: Pixels, rng: np.random.Generator, share: tuple[float, float] = (0.2, 0.36)) -> Box:
    """A face-sized box where there is much skin with less of it around; busy ground where there is no skin."""
    width, height = size_of(picture)
    wide = round(width * rng.uniform(*share))
    high = min(round(wide * 1.3), height // 2)
    tones = cv2.cvtColor(picture, cv2.COLOR_RGB2YCrCb)
    skin = cv2.inRange(tones, np.array((60, 138, 80)), np.array((250, 178, 128))).astype(np.float32)
    skin = np.asarray(skin / np.float32(255), np.float32)
    inner = box_means(skin, wide, high)[: max(1, round(height * 0.5))]
    outer = cv2.blur(skin, (2 * wide + 1, 2 * high + 1))
    middle = outer[high // 2 : high // 2 + inner.shape[0], wide // 2 : wide // 2 + inner.shape[1]]
    points = inner[: middle.shape[0], : middle.shape[1]] - 0.8 * middle
    y, x = np.unravel_index(int(np.argmax(points)), points.shape)
    if points[y, x] < 0.2:
        return detailed_spot(picture, (wide, high), (0.15, 0.5), rng)
    return Box(int(x), int(y), wide, high)


def standing_out(picture: Pixels, rng: np.random.Generator) -> Mask:
    """Who or what stands before the ground, with soft edges; a plain silhouette where that cannot be told."""
    width, height = size_of(picture)
    small, _ = resize(picture, 140, round(140 * height / width))
    labels = np.full(small.shape[:2], cv2.GC_PR_BGD, np.uint8)
    columns, rows = size_of(small)
    labels[round(rows * 0.15) :, round(columns * 0.2) : round(columns * 0.8)] = cv2.GC_PR_FGD
    labels[: round(rows * 0.08)] = cv2.GC_BGD
    labels[:, : round(columns * 0.05)] = labels[:, -round(columns * 0.05) :] = cv2.GC_BGD
    cv2.setRNGSeed(int(rng.integers(2**31)))
    models = np.zeros((1, 65)), np.zeros((1, 65))
    cv2.grabCut(small, labels, (0, 0, columns, rows), models[0], models[1], 2, cv2.GC_INIT_WITH_MASK)
    front = np.isin(labels, (cv2.GC_FGD, cv2.GC_PR_FGD)).astype(np.uint8)
    front = np.asarray(cv2.morphologyEx(front, cv2.MORPH_OPEN, np.ones((5, 5), np.uint8)), np.uint8)
    if not 0.15 < front.mean() < 0.7:
        return cv2.resize(silhouette((columns, rows)), (width, height)).astype(np.float32)
    large = cv2.resize(front.astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC)
    return np.clip(feather(large.astype(np.float32), width / 120), 0, 1)


def silhouette(size: tuple[int, int], lean: float = 0.0) -> Mask:
    """Somebody from the waist up in a (width, height): head, neck and sloping shoulders, softly edged.

    The head's middle is at half the width, a quarter of the height.
    """
    width, height = size
    mask: Mask = np.zeros((height, width), np.float32)
    right = [
        (0.5, 0.08),
        (0.61, 0.12),
        (0.65, 0.24),
        (0.6, 0.36),
        (0.57, 0.42),
        (0.7, 0.48),
        (0.88, 0.56),
        (0.97, 0.75),
    ]
    outline = [*right, (0.98, 1.05), (0.02, 1.05), *((1 - x, y) for x, y in reversed(right[1:]))]
    points = curve(outline) * (width, height)
    points[:, 0] += lean * (height - points[:, 1])
    cv2.fillPoly(mask, [np.rint(points).astype(np.int32)], 1.0, cv2.LINE_AA)
    return feather(mask, width * 0.012)


def filled_in(picture: Pixels, mask: Mask, rng: np.random.Generator) -> Pixels:
    """The picture with what the mask covers painted over from around it, with a little grain."""
    width, height = size_of(picture)
    factor = min(1.0, 220 / width)
    small, _ = resize(picture, round(width * factor), round(height * factor))
    hole = (cv2.resize(mask, size_of(small), interpolation=cv2.INTER_AREA) > 0.1).astype(np.uint8) * 255
    hole = np.asarray(cv2.dilate(hole, np.ones((3, 3), np.uint8)), np.uint8)
    fixed, _ = resize(np.asarray(cv2.inpaint(small, hole, 4, cv2.INPAINT_TELEA), np.uint8), width, height)
    soft = cv2.GaussianBlur(fixed, (0, 0), max(1.0, width / 150)) + rng.normal(0, 3, (height, width, 1))
    share = feather(np.clip(mask, 0, 1), 1.0)[:, :, None]
    return to_uint8(picture * (1 - share) + np.clip(soft, 0, 255) * share)


def box_mask(picture: Pixels, box: Box, softness: float = 1.0) -> Mask:
    """A whole box of a picture, softly edged."""
    mask: Mask = np.zeros(picture.shape[:2], np.float32)
    mask[box.y : box.y + box.height, box.x : box.x + box.width] = 1
    return feather(mask, softness)


def kept_as(rng: np.random.Generator) -> SavedAs:
    """How somebody who edited a picture saves it: a good JPEG, at times a PNG."""
    return SavedAs("PNG") if rng.random() < 0.15 else SavedAs("JPEG", int(rng.integers(80, 96)))


def clearest(
    picture: Pixels, draft: Draft, rng: np.random.Generator, *, apart: bool = False, seen: float = SEEN
) -> Attacked:
    """The first of up to six tries that nobody overlooks, else the clearest. apart: a box for each separate piece."""
    best: tuple[Pixels, Mask, str] | None = None
    most = -1.0
    for _ in range(6):
        after, mask, note = draft()
        away = np.abs(after.astype(np.int16) - picture).max(axis=2)
        strength = float(away[mask > 0.5].mean()) if (mask > 0.5).any() else 0.0
        if strength > most:
            best, most = (after, mask, note), strength
        if most >= seen:
            break
    assert best is not None
    after, mask, note = best
    boxes = _pieces(mask) if apart else ()
    return Attacked(after, boxes or (box_in(picture, mask),), note, saved_as=kept_as(rng))


def _pieces(mask: Mask) -> tuple[Box, ...]:
    count, _, stats, _ = cv2.connectedComponentsWithStats((mask > 0.3).astype(np.uint8))
    rows = stats[1:count]
    large = [row for row in rows if row[cv2.CC_STAT_AREA] >= 0.15 * rows[:, cv2.CC_STAT_AREA].max()]
    return tuple(Box(*(int(v) for v in row[:4])) for row in large)
