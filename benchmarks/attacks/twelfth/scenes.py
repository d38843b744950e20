"""Grounds replaced or recoloured behind figures, and composites of posters."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import part_of, size_of
from benchmarks.attacks.paint import to_uint8
from benchmarks.attacks.twelfth.colours import VIVID, WHITE, Colour
from benchmarks.attacks.twelfth.find import figure_of
from benchmarks.attacks.twelfth.framed import placed
from benchmarks.attacks.twelfth.people import tinted, tone_like
from benchmarks.attacks.twelfth.pixels import lay, resized, softened
from benchmarks.attacks.twelfth.places import changed_box, cut_box, edited
from benchmarks.attacks.twelfth.shapes import clouds, disc, polygon, slope
from benchmarks.attacks.twelfth.textlines import ink_in, lines_of
from benchmarks.attacks.values import Attacked, OtherPosters, Part


def _new_ground(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Pixels:
    """Another poster out of focus, a clouded sky, or a night with stars."""
    (width, height), kind = size_of(picture), int(rng.integers(3))
    if kind == 0:
        small = resized(others.pick(rng).pixels, 120, 180).astype(np.float32)
        return resized(to_uint8(softened(small, between(rng, 1, 5))), width, height)
    if kind == 1:
        sky = slope(width, height, one_of(rng, VIVID), one_of(rng, ((250, 220, 180), (200, 220, 240), (40, 20, 30))))
        return lay(sky, WHITE, clouds(width, height, rng, 4) ** 2 * np.float32(between(rng, 0.3, 0.8)))
    night = slope(width, height, (5, 6, 20), one_of(rng, ((40, 20, 70), (10, 40, 60), (60, 20, 20))))
    for _ in range(140):
        star = disc(*(2 * [between(rng, 2, 2.5 + 0.008 * width)]))
        night = lay(night, WHITE, star * np.float32(rng.random()), rng.random() * width, rng.random() * height)
    return night


def background_replaced(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Figure and words kept, everything behind them replaced."""
    kept = figure_of(picture)
    for line in lines_of(picture):
        ink = cv2.dilate(ink_in(picture, line.box, line.bright).astype(np.float32), np.ones((3, 3), np.uint8))
        area = part_of(kept, line.box)
        np.maximum(area, ink, out=area)
    return edited(picture, lay(_new_ground(picture, rng, others), picture, kept), "new ground")


def background_recoloured(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """What is behind the figure tinted in another colour."""
    colour = one_of(rng, VIVID)
    mask = (1 - figure_of(picture)) * np.float32(between(rng, 0.5, 0.85))
    return edited(picture, tinted(picture, colour, mask), str(colour))


def figure_on_other_ground(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The figure cut out and set onto another poster."""
    other, (width, height) = others.pick(rng), size_of(picture)
    ground = resized(other.pixels, width, height)
    mask = figure_of(picture)
    piece = tone_like(picture, ground, between(rng, 0, 0.3))
    after = lay(ground, piece, mask)
    whole = Box(0, 0, width, height)
    return edited(
        picture, after, other.name, parts=(Part("", changed_box(ground, after) or whole), Part(other.name, whole))
    )


def two_halves(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Two posters in one, each with its half: side by side, one above the other, or cut slanting."""
    other, (width, height) = others.pick(rng), size_of(picture)
    cut, lean = between(rng, 0.42, 0.58), one_of(rng, (0.0, 0.0, 0.08, 0.15))
    mask = polygon(width, height, ((cut + lean, 0), (1, 0), (1, 1), (cut - lean, 1)))
    if rng.random() < 0.4:
        mask = polygon(width, height, ((0, cut - lean / 2), (1, cut + lean / 2), (1, 1), (0, 1)))
    mask = softened(mask, one_of(rng, (0.0, 0.01, 0.03)) * width)
    after = lay(picture, resized(other.pixels, width, height), mask)
    left, top = np.flatnonzero((mask < 0.5).any(axis=0))[-1] + 1, np.flatnonzero((mask < 0.5).any(axis=1))[-1] + 1
    own = Box(0, 0, int(left), int(top))
    box = changed_box(picture, after) or Box(0, 0, width, height)
    return edited(picture, after, other.name, parts=(Part("", own), Part(other.name, box)))


def grid(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Two to four posters in a grid as if of one series, this one in any of the cells."""
    width, height = size_of(picture)
    across, down = one_of(rng, ((2, 1), (2, 2), (3, 1), (2, 2)))
    gap = round(one_of(rng, (0.0, 0.01, 0.025)) * width)
    cell = (width // 2, height // 2)
    shade = one_of(rng, (0, 255, 30))
    sheet = np.full((down * (cell[1] + gap) + gap, across * (cell[0] + gap) + gap, 3), shade, np.uint8)
    own, parts, boxes, place = int(rng.integers(across * down)), [], [], np.eye(3)
    for k in range(across * down):
        box = Box(gap + (k % across) * (cell[0] + gap), gap + (k // across) * (cell[1] + gap), *cell)
        if k == own:
            sheet, place = placed(sheet, picture, box)
            parts.append(Part("", box))
            continue
        other = others.pick(rng)
        sheet, _ = placed(sheet, other.pixels, box)
        parts.append(Part(other.name, box))
        boxes.append(box)
    return Attacked(sheet, tuple(boxes), f"{across}x{down}", place, parts=tuple(parts))


def corner_inset(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Another poster, or a round piece of it, small in a corner."""
    (width, height), other = size_of(picture), others.pick(rng)
    wide = between(rng, 0.25, 0.42) * width
    down = wide * other.pixels.shape[0] / other.pixels.shape[1]
    x, y = one_of(rng, (0.03 * width, 0.97 * width - wide)), one_of(rng, (0.03 * height, 0.97 * height - down))
    box = cut_box(x, y, wide, down, picture)
    if rng.random() < 0.35:
        side = min(other.pixels.shape[:2])
        box = cut_box(x, y, wide, wide, picture)
        piece = resized(part_of(other.pixels, Box(0, 0, side, side)), box.width, box.height)
        after = lay(picture, piece, disc(box.width, box.height), box.x, box.y)
    else:
        rim: Colour = one_of(rng, (WHITE, (0, 0, 0)))
        edge = round(one_of(rng, (0.0, 0.012)) * width)
        frame = np.ones((box.height + 2 * edge, box.width + 2 * edge), np.float32)
        after, _ = placed(lay(picture, rim, frame, box.x - edge, box.y - edge), other.pixels, box)
    return edited(picture, after, other.name, parts=(Part("", Box(0, 0, width, height)), Part(other.name, box)))
