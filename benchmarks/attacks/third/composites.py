"""Edits, the third set: several official posters made into one, with other seams and layouts."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import resize, scale_matrix, shift_matrix, size_of
from benchmarks.attacks.paint import Mask, blend, feather, gradient, paste, random_colour, soft_noise
from benchmarks.attacks.third.pictures import cut_out
from benchmarks.attacks.third.places import exported
from benchmarks.attacks.values import Attacked, OtherPosters, Part


def torn_halves(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Two posters side by side or one over the other, with a torn paper edge between them."""
    width, height = size_of(picture)
    other = others.pick(rng)
    there, _ = resize(other.pixels, width, height)
    upright = bool(rng.random() < 0.6)
    length, across = (height, width) if upright else (width, height)
    at = across * rng.uniform(0.42, 0.58)
    jag = cv2.GaussianBlur(rng.normal(0, 1, (1, length)).astype(np.float32), (0, 0), 2.0)[0] * width * 0.02
    jag += np.cumsum(rng.normal(0, 0.25, length)) * width / 400
    edge = np.clip(at + jag, across * 0.3, across * 0.7)
    steps = np.arange(across, dtype=np.float32)[None, :]
    paper = (np.abs(steps - edge[:, None]) < max(1.5, width * 0.008)).astype(np.float32)
    side = (steps > edge[:, None]).astype(np.float32)
    mask, rim = (side, paper) if upright else (np.ascontiguousarray(side.T), np.ascontiguousarray(paper.T))
    low, high = int(edge.min()), int(edge.max()) + 1
    first = Box(0, 0, high, height) if upright else Box(0, 0, width, high)
    second = Box(low, 0, width - low, height) if upright else Box(0, low, width, height - low)
    if rng.random() < 0.5:
        mask, first, second = 1 - mask, second, first
    result = blend(blend(picture, there, mask), (246, 244, 238), feather(rim, 0.6))
    parts = (Part("", first), Part(other.name, second))
    return Attacked(result, (second,), f"torn with {other.name}", saved_as=exported(rng), parts=parts)


def melted_diagonal(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Two posters running into each other along a slanting, cloudy seam."""
    width, height = size_of(picture)
    other = others.pick(rng)
    there, _ = resize(other.pixels, width, height)
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    angle = np.radians(rng.uniform(20, 70) * rng.choice([-1, 1]))
    along = (columns / width - 0.5) * np.cos(angle) + (rows / height - 0.5) * np.sin(angle)
    along += 0.05 * soft_noise((width, height), rng, 5) + rng.uniform(-0.08, 0.08)
    mask: Mask = np.clip(along / rng.uniform(0.06, 0.14) + 0.5, 0, 1).astype(np.float32)
    boxes = [_around(share) for share in (1 - mask, mask)]
    parts = (Part("", boxes[0]), Part(other.name, boxes[1]))
    return Attacked(blend(picture, there, mask), (boxes[1],), f"melted with {other.name}", saved_as=exported(rng),
                    parts=parts)  # fmt: skip


def four_panels(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Two rows of two whole posters, each half as large, with bars between them; three or four different ones."""
    width, height = size_of(picture)
    gap = max(2, round(width * rng.uniform(0.005, 0.015)))
    cell = ((width - 3 * gap) // 2, (height - 3 * gap) // 2)
    tone = int(rng.choice([0, 18, 255]))
    canvas = gradient((width, height), (tone, tone, tone), (tone, tone, tone))
    mine = int(rng.integers(4))
    parts, place = [], np.eye(3)
    for number in range(4):
        x, y = gap + (number % 2) * (cell[0] + gap), gap + (number // 2) * (cell[1] + gap)
        name, pixels = "", picture
        if number != mine:
            other = others.pick(rng)
            name, pixels = other.name, other.pixels
        else:
            place = shift_matrix(x, y) @ scale_matrix(cell[0] / width, cell[1] / height)
        canvas[y : y + cell[1], x : x + cell[0]] = resize(pixels, *cell)[0]
        parts.append(Part(name, Box(x, y, *cell)))
    changed = tuple(part.box for part in parts if part.name)
    return Attacked(canvas, changed, f"panel {mine}", place=place, saved_as=exported(rng), parts=tuple(parts))


def cut_out_on_other(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Whoever stands in the middle of this poster cut out and laid over another poster, with a rim of light."""
    width, height = size_of(picture)
    other = others.pick(rng)
    ground, _ = resize(other.pixels, width, height)
    mask, box = cut_out(picture, rng)
    if rng.random() < 0.5:
        rim = np.clip(feather(mask, width * 0.01) * 1.8, 0, 1) * np.float32(0.7)
        ground = blend(ground, random_colour(rng, 160), rim)
    whole = Box(0, 0, width, height)
    parts = (Part("", box), Part(other.name, whole))
    return Attacked(blend(ground, picture, mask), (whole,), f"on {other.name}", saved_as=exported(rng), parts=parts)


def picture_in_picture(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Another poster as a small print with a white rim, a little turned, laid onto this one."""
    width, height = size_of(picture)
    other = others.pick(rng)
    wide = round(width * rng.uniform(0.34, 0.5))
    high = min(round(wide * other.pixels.shape[0] / other.pixels.shape[1]), round(height * 0.6))
    print_, _ = resize(other.pixels, wide, high)
    rim = max(2, round(width * 0.012))
    framed = np.pad(print_, ((rim, rim), (rim, rim), (0, 0)), constant_values=250)
    size = size_of(framed)
    degrees = rng.uniform(-9, 9)
    turn = cv2.getRotationMatrix2D((size[0] / 2, size[1] / 2), degrees, 1.0)
    room = round(abs(np.sin(np.radians(degrees))) * max(size) / 2) + 3
    turn[:, 2] += room
    canvas = (size[0] + 2 * room, size[1] + 2 * room)
    turned = np.asarray(cv2.warpAffine(framed, turn, canvas, borderMode=cv2.BORDER_REPLICATE), np.uint8)
    mask = np.asarray(cv2.warpAffine(np.ones(framed.shape[:2], np.float32), turn, canvas), np.float32)
    x = round(rng.uniform(0.02, 0.98) * max(0, width - canvas[0]))
    y = round(rng.uniform(0.05, 0.95) * max(0, height - canvas[1]))
    drop = max(1, rim // 2)
    below = paste(picture, (0, 0, 0), feather(mask, drop) * 0.5, x + drop, y + drop)
    inner = _around(mask)
    box = Box(x + inner.x, y + inner.y, min(inner.width, width - x - inner.x), min(inner.height, height - y - inner.y))
    parts = (Part("", Box(0, 0, width, height)), Part(other.name, box))
    return Attacked(paste(below, turned, mask, x, y), (box,), f"print of {other.name}", saved_as=exported(rng),
                    parts=parts)  # fmt: skip


def _around(mask: Mask) -> Box:
    """The box around where the mask is more than half there."""
    x, y, width, height = cv2.boundingRect((mask > 0.5).astype(np.uint8))
    return Box(x, y, max(1, width), max(1, height))
