"""Benign: the poster on a screen, on paper, in a square or a story."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.geometry import Colour, resize, scale_matrix, shift_matrix, size_of, warp
from benchmarks.attacks.tenth.copies import warm_vintage
from benchmarks.attacks.tenth.draw import BLACK, LIGHT, WHITE, Sheet, fitted
from benchmarks.attacks.tenth.masks import Mask, Rng, blurred, resized
from benchmarks.attacks.values import Attacked, Matrix, OtherPosters, SavedAs

NAMES = ("moviegeek_anna", "frame.by.frame", "cinema4ever", "tomwatches", "reel_talk", "popcornpaul")


def on_ground(picture: Pixels, ground: Pixels, box: Box) -> tuple[Sheet, Matrix]:
    """A ground with the poster in a box, and where its points went."""
    small, _ = resize(picture, box.width, box.height)
    sheet = Sheet(ground)
    sheet.pixels[box.y : box.y + box.height, box.x : box.x + box.width] = small
    wide, high = size_of(picture)
    return sheet, shift_matrix(box.x, box.y) @ scale_matrix(box.width / wide, box.height / high)


def plain(size: tuple[int, int], colour: Colour) -> Pixels:
    return np.full((size[1], size[0], 3), colour, np.uint8)


def fitted_box(picture: Pixels, most: tuple[float, float], middle: tuple[float, float]) -> Box:
    wide, high = size_of(picture)
    by = min(most[0] / wide, most[1] / high)
    w, h = max(8, round(wide * by)), max(8, round(high * by))
    return Box(round(middle[0] - w / 2), round(middle[1] - h / 2), w, h)


def _photographed(picture: Pixels, rng: Rng, ground: Pixels, tilt: float) -> tuple[Pixels, Matrix, Mask]:
    """The poster through a lens onto a ground of its own size or larger; also the mask of where it lies."""
    wide, high = size_of(picture)
    across, down = size_of(ground)
    left, top = (across - wide) / 2, (down - high) / 2
    corners = np.array([[0, 0], [wide, 0], [wide, high], [0, high]], np.float32)
    jitter = rng.uniform(-tilt, tilt, (4, 2)) * (wide, high)
    moved = (corners + np.array([left, top]) + jitter).astype(np.float32)
    matrix: Matrix = np.asarray(cv2.getPerspectiveTransform(corners, moved), float)
    cover = cv2.warpPerspective(np.ones((high, wide), np.float32), matrix, (across, down))
    there = np.asarray(cover, np.float32)[..., None]
    laid = warp(picture, matrix, (across, down), (0, 0, 0))
    return (laid * there + ground * (1 - there)).astype(np.uint8), matrix, there[..., 0]


def photo_of_screen(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """A monitor photographed at an angle: dark rim, moire stripes, a glaring spot."""
    wide, high = size_of(picture)
    rim = round(rng.uniform(0.05, 0.12) * max(wide, high))
    ground = plain((wide + 2 * rim, high + 2 * rim), one_of(rng, ((14, 14, 16), (28, 27, 30), (8, 8, 8))))
    laid, matrix, there = _photographed(picture, rng, ground, 0.025)
    y, x = np.mgrid[: laid.shape[0], : laid.shape[1]].astype(np.float32)
    values = laid.astype(np.float32)
    for channel, turn in enumerate((0.0, 1.0, 2.1)):
        period, slope = rng.uniform(4.5, 9), rng.uniform(-0.35, 0.35)
        bend = 3 * np.sin(y / (0.2 * high) + turn)
        values[..., channel] *= (
            1 + rng.uniform(0.04, 0.09) * np.sin(2 * np.pi * (x + slope * y + bend) / period) * there
        )
    spot = np.exp(
        -(
            ((x - rng.uniform(0.15, 0.85) * wide) / (0.2 * wide)) ** 2
            + ((y - rng.uniform(0.1, 0.6) * high) / (0.14 * high)) ** 2
        )
    )
    values += (rng.uniform(40, 95) * spot)[..., None] + np.array([2, 4, 9], np.float32)
    shot = np.clip(blurred(values, 0.7) + rng.normal(0, 3, values.shape), 0, 255).astype(np.uint8)
    return Attacked(shot, place=matrix, saved_as=SavedAs("JPEG", 80))


def photo_of_print(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """A printed poster on a wall: paper's weaker blacks, uneven lamp light, a shadow across."""
    wide, high = size_of(picture)
    rim = round(rng.uniform(0.06, 0.14) * max(wide, high))
    wall = np.array(one_of(rng, ((196, 188, 172), (150, 156, 160), (122, 96, 74))), np.float32)
    size = (high + 2 * rim, wide + 2 * rim)
    grain = blurred(rng.normal(0, 14, size), 1.5)[..., None]
    laid, matrix, there = _photographed(picture, rng, np.clip(wall + grain, 0, 255).astype(np.uint8), 0.03)
    values = laid.astype(np.float32)
    paper = values * 0.82 + np.array([30, 27, 22], np.float32)
    values += (paper - values) * there[..., None]
    y, x = np.mgrid[-1 : 1 : size[0] * 1j, -1 : 1 : size[1] * 1j].astype(np.float32)
    angle = rng.uniform(0, 2 * np.pi)
    slope = np.cos(angle) * x + np.sin(angle) * y
    shade = 1 + 0.16 * slope - 0.22 / (1 + np.exp(-(slope - rng.uniform(0.2, 0.7)) * 30))
    shot = blurred(values * shade[..., None], 0.6) + rng.normal(0, 3.5, values.shape)
    return Attacked(np.clip(shot, 0, 255).astype(np.uint8), place=matrix, saved_as=SavedAs("JPEG", 82))


def square_with_bars(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """Made square with bars of one colour."""
    side = max(size_of(picture))
    box = fitted_box(picture, (side, side), (side / 2, side / 2))
    sheet, place = on_ground(picture, plain((side, side), one_of(rng, (BLACK, WHITE, (240, 228, 210)))), box)
    return Attacked(sheet.picture(), place=place, shown=box)


def story(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """A story in nine to sixteen, on the blurred poster itself or on a run of two colours."""
    wide = int(np.clip(picture.shape[1] * rng.uniform(1.1, 1.35), 320, 1080))
    high = round(wide * 16 / 9)
    box = fitted_box(picture, (wide * rng.uniform(0.78, 0.94), high * 0.8), (wide / 2, high * rng.uniform(0.46, 0.53)))
    if rng.random() < 0.5:
        ground = blurred(resize(picture, wide, high)[0], wide / 22) * rng.uniform(0.55, 0.85)
    else:
        ends = rng.uniform(30, 230, (2, 1, 3)).astype(np.float32)
        ground = np.repeat(resized_run(ends, high), wide, axis=1)
    sheet, place = on_ground(picture, ground.astype(np.uint8), box)
    bar = np.ones((max(2, high // 320), round(wide * 0.94)), np.float32)
    sheet.lay(bar, wide * 0.03, high * 0.018, WHITE, 0.7)
    sheet.lay(resized(disc(64), wide * 0.08, wide * 0.08), wide * 0.04, high * 0.03, (210, 170, 120))
    sheet.lay(fitted(one_of(rng, NAMES), LIGHT[0], wide * 0.025, wide * 0.5), wide * 0.15, high * 0.042, WHITE)
    return Attacked(sheet.picture(), place=place, shown=box, saved_as=SavedAs("JPEG", 85))


def resized_run(ends: object, high: int) -> Mask:
    """A column that runs from one colour to the other."""
    first, last = np.asarray(ends, np.float32)
    return np.asarray(first + (last - first) * np.linspace(0, 1, high, dtype=np.float32)[:, None, None], np.float32)


def disc(size: int) -> Mask:
    """A round mask."""
    mask = np.zeros((size * 4, size * 4), np.float32)
    cv2.circle(mask, (size * 2, size * 2), size * 2 - 2, 1.0, -1, cv2.LINE_AA)
    return resized(mask, size, size)


def filtered_story(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """A warm filter, then a story of it."""
    return story(warm_vintage(picture, rng, others).pixels, rng, others)
