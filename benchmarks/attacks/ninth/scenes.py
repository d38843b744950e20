"""Edits of the ground, and composites of several posters."""

import cv2
import numpy as np
from numpy.typing import NDArray

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import Colour, resize, scale_matrix, shift_matrix, size_of, whole_of
from benchmarks.attacks.ninth.draw import Mask, bounds, clouds, lay, slope
from benchmarks.attacks.ninth.find import all_ink, figure_of
from benchmarks.attacks.ninth.people import cut_out, put_in
from benchmarks.attacks.values import Attacked, OtherPosters, Part

SKIES: tuple[tuple[Colour, Colour], ...] = (
    ((28, 20, 66), (250, 140, 70)),
    ((40, 110, 200), (200, 226, 244)),
    ((10, 14, 34), (60, 84, 130)),
    ((60, 10, 16), (230, 80, 40)),
    ((20, 70, 64), (190, 226, 170)),
)


def _sky(picture: Pixels, rng: np.random.Generator, upper: Mask) -> NDArray[np.float32]:
    """A sky with clouds or stars, of those drawn the one least like what it replaces."""
    width, height = size_of(picture)
    there = picture[upper > 0.5].mean(axis=0) if (upper > 0.5).any() else np.full(3, 128.0)
    ranked = sorted(SKIES, key=lambda pair: -float(np.abs(np.mean(pair, axis=0) - there).sum()))
    top, bottom = ranked[int(rng.integers(2))]
    sky = slope(width, height, top, bottom)
    puffs = np.clip(clouds(width, height, rng, 3, 6) * 2 - 0.8, 0, 1)[..., None]
    white = np.array(bottom, np.float32) * 0.5 + 120
    return np.asarray(sky * (1 - 0.6 * puffs) + white * 0.6 * puffs, np.float32)


def _kept(picture: Pixels) -> Mask:
    """The figure and the lettering, soft at the edges."""
    kept = np.maximum(figure_of(picture), all_ink(picture))
    return np.asarray(cv2.GaussianBlur(kept, (0, 0), max(0.7, picture.shape[1] / 500)), np.float32)


def background_replaced(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Another sky and a town's outline behind the figure and the lettering."""
    width, height = size_of(picture)
    mask = 1 - _kept(picture)
    ground = np.clip(_sky(picture, rng, mask), 0, 255).astype(np.uint8)
    dark, x = np.zeros((height, width), np.float32), 0
    while x < width:
        across, tall = round(width * rng.uniform(0.05, 0.12)), round(height * rng.uniform(0.12, 0.36))
        dark[height - tall :, x : x + across] = 1
        x += across
    town = ground.mean(axis=(0, 1)) * 0.22
    lights = (rng.random((height // 5 + 1, width // 5 + 1)) < 0.1).astype(np.float32)
    lights = np.kron(lights, np.pad(np.ones((2, 2), np.float32), ((1, 2), (1, 2))))[:height, :width]
    ground = lay(lay(ground, town, dark * 0.92), (255, 214, 130), dark * lights * 0.7)
    return Attacked(lay(picture, cv2.GaussianBlur(ground, (0, 0), width / 400), mask), (bounds(mask),))


def sky_replaced(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The upper part behind the figure and the lettering turned into another sky."""
    height = picture.shape[0]
    rows = np.arange(height, dtype=np.float32)[:, None]
    horizon = height * rng.uniform(0.36, 0.5)
    mask = (1 - _kept(picture)) * np.clip((horizon - rows) / (height * 0.08) + 0.5, 0, 1)
    part = np.clip(rows / horizon * height, 0, height - 1).astype(int)[:, 0]
    return Attacked(lay(picture, _sky(picture, rng, mask)[part], mask), (bounds(mask),))


def _fitted(pixels: Pixels, width: int, height: int) -> Pixels:
    """The picture cut and scaled to fill a size."""
    factor = max(width / pixels.shape[1], height / pixels.shape[0])
    across, down = max(width, round(pixels.shape[1] * factor)), max(height, round(pixels.shape[0] * factor))
    large, _ = resize(pixels, across, down)
    left, top = (large.shape[1] - width) // 2, (large.shape[0] - height) // 2
    return large[top : top + height, left : left + width]


def halves_upright(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """One side this poster, the other side another one."""
    width, height = size_of(picture)
    other, middle = others.pick(rng), width // 2
    result = picture.copy()
    left, right = Box(0, 0, middle, height), Box(middle, 0, width - middle, height)
    theirs, mine = (left, right) if rng.random() < 0.5 else (right, left)
    columns = slice(theirs.x, theirs.x + theirs.width)
    result[:, columns] = _fitted(other.pixels, width, height)[:, columns]
    parts = (Part("", mine), Part(other.name, theirs))
    return Attacked(result, (theirs,), parts=parts, shown=mine)


def halves_slanting(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Two posters divided by a slanting line, white or soft."""
    width, height = size_of(picture)
    other, lean = others.pick(rng), rng.uniform(0.25, 0.6) * (1 if rng.random() < 0.5 else -1)
    rows, columns = np.mgrid[:height, :width].astype(np.float32)
    away = columns - width / 2 + (rows - height / 2) * lean * width / height
    if rng.random() < 0.5:
        away = -away
    lined = rng.random() < 0.6
    mask = np.clip(away / (1 if lined else width / 60) + 0.5, 0, 1)
    result = lay(picture, _fitted(other.pixels, width, height), mask)
    if lined:
        result = lay(result, (255, 255, 255), np.clip(width / 130 - np.abs(away) + 0.5, 0, 1))
    theirs, mine = bounds(mask), bounds(1 - mask)
    return Attacked(result, (theirs,), parts=(Part("", mine), Part(other.name, theirs)), shown=mine)


def four_in_a_grid(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """This poster and three others, two by two."""
    width, height = size_of(picture)
    gap = round(width * float(rng.choice([0, 0.02])))
    across, down, own = max(60, round(width * 0.6)), max(80, round(height * 0.6)), int(rng.integers(4))
    sheet = np.full((down * 2 + gap, across * 2 + gap, 3), 255, np.uint8)
    parts, foreign, place = [], [], np.eye(3)
    for cell in range(4):
        x, y = (cell % 2) * (across + gap), (cell // 2) * (down + gap)
        box = Box(x, y, across, down)
        if cell == own:
            pixels, name = resize(picture, across, down)[0], ""
            place = shift_matrix(x, y) @ scale_matrix(across / width, down / height)
        else:
            other = others.pick(rng)
            pixels, name = _fitted(other.pixels, across, down), other.name
            foreign.append(box)
        sheet[y : y + down, x : x + across] = pixels
        parts.append(Part(name, box))
    return Attacked(sheet, tuple(foreign), place=place, parts=tuple(parts), shown=parts[own].box)


def figure_on_another_ground(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """This poster's figure, cut out, on another poster."""
    width, height = size_of(picture)
    other = others.pick(rng)
    ground = _fitted(other.pixels, width, height)
    figure = bounds(figure_of(picture))
    piece, mask = cut_out(picture)
    x = round(np.clip(figure.x + width * rng.uniform(-0.1, 0.1), 0, width - figure.width))
    y = round(np.clip(figure.y + height * rng.uniform(0, 0.1), 0, height - figure.height))
    result, box = put_in(ground, piece, mask, x, y)
    place = shift_matrix(x - figure.x, y - figure.y)
    parts = (Part(other.name, whole_of(result)), Part("", box))
    return Attacked(result, (whole_of(result),), place=place, parts=parts, shown=box)
