"""Where words of a poster are, which pixels are theirs, and the ground without them."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import Colour, size_of
from benchmarks.attacks.paint import Mask, blend, feather, grey_of, rounded_mask, to_uint8
from benchmarks.attacks.places import title_band
from benchmarks.attacks.varied.pieces import flat, inside
from benchmarks.attacks.varied.shapes import any_colour, blended, pick


def lettered_box(picture: Pixels, rng: np.random.Generator) -> Box:
    """Where words most likely are: a piece of the title's band, or of another line of strokes."""
    width, height = size_of(picture)
    band = title_band(picture, rng, rng.uniform(0.035, 0.15))
    if rng.random() < 0.25:
        half = height // 2
        part = picture[:half] if band.y > half else picture[half:]
        other = title_band(np.ascontiguousarray(part), rng, rng.uniform(0.06, 0.2))
        band = Box(0, other.y + (0 if band.y > half else half), width, other.height)
    rows = picture[band.y : band.y + band.height]
    edges = np.abs(np.asarray(cv2.Sobel(grey_of(rows), cv2.CV_32F, 1, 0), np.float32)).mean(axis=0)
    busy = np.flatnonzero(cv2.blur(edges[None, :], (9, 1))[0] > edges.mean() * 0.7)
    left, right = (int(busy[0]), int(busy[-1]) + 1) if len(busy) > 8 else (0, width)
    if rng.random() < 0.3:
        wide = (right - left) * rng.uniform(0.3, 0.7)
        left = int(rng.uniform(left, right - wide))
        right = int(left + wide)
    return inside(Box(left, band.y, max(16, right - left), band.height), (width, height))


def cut(picture: Pixels, box: Box) -> Pixels:
    return picture[box.y : box.y + box.height, box.x : box.x + box.width]


def ink_of(picture: Pixels, box: Box) -> tuple[Mask, Colour]:
    """What in the box is most unlike the ground around it, and its colour: the letters, as far as can be told."""
    part = cut(picture, box).astype(np.float32)
    grey = grey_of(cut(picture, box))
    away = np.abs(grey - cv2.GaussianBlur(grey, (0, 0), max(3.0, box.height * 0.35)))
    ink = away > max(18.0, float(np.quantile(away, 0.72)))
    bright = grey[ink].mean() > grey.mean() if ink.any() else True
    ink &= (grey > np.quantile(grey, 0.5)) if bright else (grey < np.quantile(grey, 0.5))
    colour = np.median(part[ink], axis=0) if ink.any() else np.array([255, 255, 255])
    return ink.astype(np.float32), (int(colour[0]), int(colour[1]), int(colour[2]))


def cleared(picture: Pixels, box: Box, rng: np.random.Generator) -> Pixels:
    """The box without its words: inpainted, blurred, under a plate or a gradient, or with ground from elsewhere."""
    width, height = size_of(picture)
    hole: Mask = np.zeros((height, width), np.float32)
    soft = rng.uniform(0.3, 3)
    way = rng.random()
    if way < 0.4:
        ink, _ = ink_of(picture, box)
        reach = 2 * int(rng.integers(1, 4)) + 1
        wide = cv2.dilate(ink, np.ones((reach, reach), np.uint8)) if rng.random() < 0.6 else np.ones_like(ink)
        hole[box.y : box.y + box.height, box.x : box.x + box.width] = wide
        pad = 8
        near = inside(Box(box.x - pad, box.y - pad, box.width + 2 * pad, box.height + 2 * pad), (width, height))
        part, spots = cut(picture, near), hole[near.y : near.y + near.height, near.x : near.x + near.width]
        filled = picture.copy()
        method = pick(rng, [cv2.INPAINT_TELEA, cv2.INPAINT_NS])
        filled[near.y : near.y + near.height, near.x : near.x + near.width] = cv2.inpaint(
            part, (spots > 0.5).astype(np.uint8) * 255, 3, method
        )
        return blend(picture, filled, feather(hole, min(soft, 1.0)))
    cover = rounded_mask((box.width, box.height), round(box.height * pick(rng, [0.0, 0.0, 0.1, 0.4])))
    hole[box.y : box.y + box.height, box.x : box.x + box.width] = cover
    part = cut(picture, box)
    if way < 0.55:
        fresh = np.asarray(cv2.GaussianBlur(part, (0, 0), max(3.0, box.height * rng.uniform(0.3, 0.7))), np.uint8)
    elif way < 0.7:
        rows = [part[0].mean(axis=0), part[-1].mean(axis=0)]
        share = np.linspace(0, 1, box.height)[:, None, None]
        fresh = to_uint8(np.repeat(rows[0] * (1 - share) + rows[1] * share, box.width, axis=1))
    elif way < 0.85:
        colours = [any_colour(rng) for _ in range(int(rng.integers(1, 3)))]
        fresh = flat(cover, colours[0]).pixels if len(colours) == 1 else blended((box.width, box.height), colours, rng)
    else:
        step = int(pick(rng, [-1, 1]) * box.height * rng.uniform(1, 1.6))
        top = min(max(0, box.y + step), height - box.height)
        fresh = picture[top : top + box.height, box.x : box.x + box.width]
    filled = picture.copy()
    filled[box.y : box.y + box.height, box.x : box.x + box.width] = to_uint8(
        fresh + rng.normal(0, rng.uniform(0, 5), (box.height, box.width, 1))
    )
    return blend(picture, filled, feather(hole, soft))
