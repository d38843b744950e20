"""Benign, the fifth set: photographed, turned, mirrored, cut, framed."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.fifth.layers import SCREEN, laid_on, lettered
from benchmarks.attacks.fifth.targets import kept_as
from benchmarks.attacks.geometry import (
    Colour,
    box_between,
    crop,
    move_points,
    resize,
    resize_by,
    scale_matrix,
    shift_matrix,
    size_of,
    warp,
    whole_of,
)
from benchmarks.attacks.lettering import pick_among
from benchmarks.attacks.paint import feather, gradient, paste, random_colour, rounded_mask, soft_picture, to_uint8
from benchmarks.attacks.values import Attacked, Matrix, OtherPosters, SavedAs


def _corners(picture: Pixels) -> Matrix:
    width, height = size_of(picture)
    return np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float64)


def _through(picture: Pixels, place: Matrix, ground: Pixels, note: str, saved: SavedAs) -> Attacked:
    """The poster laid onto a ground through a matrix."""
    size = size_of(ground)
    there = warp(picture, place, size, (0, 0, 0))
    covered = warp(np.full_like(picture, 255), place, size, (0, 0, 0))[:, :, 0].astype(np.float32) / np.float32(255)
    corners = move_points(_corners(picture), place)
    (left, top), (right, foot) = corners.min(axis=0), corners.max(axis=0)
    shown = box_between(left, top, right, foot, whole_of(ground))
    return Attacked(paste(ground, there, covered, 0, 0), note=note, place=place, saved_as=saved, shown=shown)


def _seen_from(
    picture: Pixels, rng: np.random.Generator, reach: float, margin: float
) -> tuple[Matrix, tuple[int, int]]:
    """How the corners move when seen from a side, and the size of the picture around them."""
    width, height = size_of(picture)
    pad = width * margin
    there = _corners(picture) + pad + rng.uniform(-reach, reach, (4, 2)) * width
    place = np.asarray(cv2.getPerspectiveTransform(_corners(picture).astype(np.float32), there.astype(np.float32)))
    return place.astype(np.float64), (round(width + 2 * pad), round(height + 2 * pad))


def seen_aslant(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Benign: seen in perspective, on a wall or table of soft colours."""
    place, size = _seen_from(picture, rng, 0.06, rng.uniform(0.07, 0.15))
    return _through(picture, place, soft_picture(size, rng), "", kept_as(rng))


def screen_photographed(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Benign: a photo of a screen with moire, a dark bezel and a patch of glare."""
    large, scaled = resize_by(picture, max(1.0, 520 / picture.shape[1]))
    width, height = size_of(large)
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    turn, pitch = rng.uniform(0.02, 0.2), rng.uniform(0.8, 1.25)
    moire = np.sin(columns * pitch + rows * turn) * np.sin(rows * pitch * 1.03 - columns * turn)
    tint = rng.uniform((0.9, 0.95, 1.0), (1.02, 1.02, 1.12))
    lit = to_uint8((large * (1 + rng.uniform(0.04, 0.1) * moire[:, :, None]) * tint) * 0.92 + 12)
    place, size = _seen_from(large, rng, 0.025, 0.14)
    bezel = to_uint8(soft_picture(size, rng) * 0.35)
    frame = round(width * rng.uniform(0.03, 0.06))
    outer = round(width * 0.14) - frame
    bezel = paste(bezel, (16, 16, 18), rounded_mask((size[0] - 2 * outer, size[1] - 2 * outer), frame), outer, outer)
    attacked = _through(lit, place, bezel, "screen", SavedAs("JPEG", int(rng.integers(70, 88))))
    glare = np.zeros(attacked.pixels.shape[:2], np.float32)
    spot = (round(size[0] * rng.uniform(0.15, 0.85)), round(size[1] * rng.uniform(0.1, 0.6)))
    axes = (round(size[0] * rng.uniform(0.08, 0.2)), round(size[1] * rng.uniform(0.04, 0.1)))
    cv2.ellipse(glare, spot, axes, float(rng.uniform(0, 90)), 0, 360, rng.uniform(0.3, 0.6), -1)
    pixels = paste(attacked.pixels, (245, 248, 255), feather(glare, width * 0.05), 0, 0)
    noisy = to_uint8(cv2.GaussianBlur(pixels, (0, 0), 0.8) + rng.normal(0, 3, pixels.shape))
    return Attacked(noisy, note="screen", place=place @ scaled, saved_as=attacked.saved_as, shown=attacked.shown)


def rotated_a_little(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Benign: turned by 2 to 9 degrees, the corners filled, or cut so that nothing needs filling."""
    width, height = size_of(picture)
    degrees = float(rng.uniform(2, 9) * rng.choice([-1, 1]))
    turn = np.vstack([cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0), (0, 0, 1)])
    if rng.random() < 0.4:
        inside = warp(picture, turn, (width, height), (0, 0, 0))
        slope = np.tan(np.radians(abs(degrees)))
        x, y = round(height / 2 * slope * 0.95), round(width / 2 * slope * 0.95)
        part, moved = crop(inside, Box(x, y, width - 2 * x, height - 2 * y))
        return Attacked(part, note=f"{degrees:.1f} cut", place=moved @ turn, saved_as=kept_as(rng))
    corners = move_points(_corners(picture), turn)
    low, high = corners.min(axis=0), corners.max(axis=0)
    place = shift_matrix(-low[0], -low[1]) @ turn
    tone = int(rng.choice([0, 255, 128]))
    ground = np.full((round(high[1] - low[1]), round(high[0] - low[0]), 3), tone, np.uint8)
    return _through(picture, place, ground, f"{degrees:.1f} filled", kept_as(rng))


def mirror_image(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Benign: left and right exchanged."""
    place = shift_matrix(picture.shape[1], 0) @ scale_matrix(-1, 1)
    return Attacked(np.ascontiguousarray(picture[:, ::-1]), place=place, saved_as=kept_as(rng))


def _cut(picture: Pixels, rng: np.random.Generator, across: float, down: float) -> Attacked:
    """A part of so much of the width and of the height, anywhere."""
    width, height = size_of(picture)
    wide, high = round(width * across), round(height * down)
    x, y = int(rng.integers(0, width - wide + 1)), int(rng.integers(0, height - high + 1))
    part, place = crop(picture, Box(x, y, wide, high))
    return Attacked(part, note=f"{across:.2f} x {down:.2f}", place=place, saved_as=kept_as(rng))


def cropped_lightly(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Benign: 2 to 10 % of each side cut off."""
    return _cut(picture, rng, rng.uniform(0.9, 0.98), rng.uniform(0.9, 0.98))


def cropped_down(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Benign: half to three quarters of the picture is left."""
    kept = rng.uniform(0.5, 0.75)
    across = rng.uniform(max(0.65, kept), 1.0)
    return _cut(picture, rng, across, kept / across)


def cropped_square(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Benign: the largest square there is, at the head, the middle or the foot."""
    width, height = size_of(picture)
    side = min(width, height)
    return _cut(picture, rng, side / width, side / height)


def boxed_with_bars(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Benign: black, white or blurred bars left and right or above and below, as in a video or a square post."""
    width, height = size_of(picture)
    shape = float(rng.choice([1.0, 16 / 9, 0.45, 4 / 5]))
    size = (round(height * shape), height) if shape > width / height else (width, round(width / shape))
    if rng.random() < 0.4:
        tiny, _ = resize(picture, 40, 60)
        ground = np.asarray(cv2.GaussianBlur(resize(tiny, *size)[0], (0, 0), width / 20), np.uint8)
    else:
        tone = int(rng.choice([0, 0, 255, 20]))
        ground = np.full((size[1], size[0], 3), tone, np.uint8)
    return _set_down(ground, picture, (size[0] - width) // 2, (size[1] - height) // 2, kept_as(rng))


def _set_down(ground: Pixels, poster: Pixels, x: int, y: int, saved: SavedAs) -> Attacked:
    canvas = ground.copy()
    canvas[y : y + poster.shape[0], x : x + poster.shape[1]] = poster
    return Attacked(canvas, place=shift_matrix(x, y), saved_as=saved, shown=Box(x, y, *size_of(poster)))


def rounded_or_framed(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Benign: round corners on a plain ground, or a frame in one colour with an inner line."""
    width, height = size_of(picture)
    pad = round(width * rng.uniform(0.03, 0.1))
    tone = random_colour(rng)
    ground = gradient((width + 2 * pad, height + 2 * pad), tone, tone)
    if rng.random() < 0.5:
        canvas = paste(ground, picture, rounded_mask((width, height), round(width * rng.uniform(0.04, 0.12))), pad, pad)
        return Attacked(canvas, note="rounded", place=shift_matrix(pad, pad), saved_as=kept_as(rng),
                        shown=Box(pad, pad, width, height))  # fmt: skip
    line: Colour = (255, 255, 255) if sum(tone) < 380 else (20, 20, 20)
    inner, thick = max(1, pad // 3), max(1, round(width * 0.006))
    cv2.rectangle(ground, (inner, inner), (ground.shape[1] - inner, ground.shape[0] - inner), line, thick)
    return _set_down(ground, picture, pad, pad, kept_as(rng))


def polaroid_framed(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Benign: a white instant-photo frame, wide at the foot, sometimes with a few written words."""
    width, height = size_of(picture)
    side, foot = round(width * rng.uniform(0.05, 0.08)), round(width * rng.uniform(0.2, 0.3))
    size = (width + 2 * side, height + side + foot)
    paper = to_uint8(np.full((size[1], size[0], 3), 246.0) + rng.normal(0, 1.5, (size[1], size[0], 1)))
    if rng.random() < 0.7:
        words = str(rng.choice(("movie night", "saturday evening", "so good!!", "with my sister", "rainy day pick")))
        note = lettered(words, pick_among(rng, SCREEN), (40, 44, 70), width=width * 0.5, height=foot * 0.4)
        paper = laid_on(paper, note, (size[0] - note.shape[1]) / 2, side + height + foot * 0.3)
    return _set_down(paper, picture, side, side, kept_as(rng))
