"""Edits of the ground and of whole posters: sky, backdrop, night, mirrors, halves, grids."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import part_of, resize, size_of
from benchmarks.attacks.seventh.canvas import clouds, edited_file, feathered, gradient, lay
from benchmarks.attacks.seventh.composites import filled
from benchmarks.attacks.seventh.finding import box_of, calm_place, figure_of
from benchmarks.attacks.seventh.mending import in_tune
from benchmarks.attacks.seventh.people import seen_over
from benchmarks.attacks.values import Attacked, OtherPosters, Part


def backdrop_from_elsewhere(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """All behind the main figure exchanged for another poster's picture, toned to it."""
    width, height = size_of(picture)
    other = others.pick(rng)
    foot = round(float(rng.uniform(0.68, 0.8)) * height)
    ground = cv2.GaussianBlur(in_tune(filled(other.pixels, width, height), picture, 0.4), (0, 0), width / 250)
    fade = np.clip((foot - np.arange(height)) / (0.06 * height), 0, 1).astype(np.float32)[:, None]
    mask = np.asarray((1 - figure_of(picture)) * fade, np.float32)
    canvas = picture.copy()
    lay(canvas, mask, 0, 0, np.asarray(ground, np.float32))
    box = box_of(mask, 0.1)
    return Attacked(canvas, (box,), f"from {other.name}", parts=(Part(other.name, box),), saved_as=edited_file(rng))


def other_sky(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The upper part behind the figure turned into a painted sky: dusk, storm, stars."""
    width, height = size_of(picture)
    low = round(float(rng.uniform(0.34, 0.5)) * height)
    kind = ("dusk", "storm", "stars")[int(rng.integers(0, 3))]
    puffs = clouds(rng, width, low, 3)[..., None]
    if kind == "dusk":
        sky = gradient(width, low, [(0, (58, 32, 92)), (0.55, (226, 96, 70)), (1, (255, 196, 110))])
        sky = sky + (puffs - 0.5) * np.array([110, 60, 60])
    elif kind == "storm":
        sky = gradient(width, low, [(0, (26, 30, 38)), (1, (112, 120, 126))]) * (0.45 + 1.0 * puffs)
    else:
        sky = gradient(width, low, [(0, (4, 6, 22)), (1, (34, 26, 74))]) + puffs**3 * np.array([70, 30, 110])
        stars = (rng.random((low, width)) > 0.994).astype(np.float32) * 255
        sky = sky + cv2.GaussianBlur(stars, (0, 0), max(0.5, width / 900))[..., None] * 2.2
    fade = np.clip((low - np.arange(low)) / (0.2 * low), 0, 1).astype(np.float32)[:, None]
    mask = np.asarray((1 - figure_of(picture)[:low]) * fade, np.float32)
    canvas = picture.copy()
    lay(canvas, mask, 0, 0, np.asarray(np.clip(sky, 0, 255), np.float32))
    return Attacked(canvas, (box_of(mask, 0.15),), kind, saved_as=edited_file(rng))


def thing_from_elsewhere(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A busy piece out of another poster, toned, with a feathered edge."""
    canvas = picture.copy()
    width = picture.shape[1]
    other = others.pick(rng)
    source = other.pixels
    figure = box_of(figure_of(source))
    side = round(float(rng.uniform(0.25, 0.4)) * source.shape[1])
    tall = round(side * float(rng.uniform(0.8, 1.4)))
    left, top = (float(rng.uniform(0.2, 0.8)) for _ in range(2))
    middle = (figure.x + left * figure.width, figure.y + top * figure.height)
    x = min(max(0, round(middle[0] - side / 2)), source.shape[1] - side)
    y = min(max(0, round(middle[1] - tall / 2)), source.shape[0] - tall)
    piece = part_of(source, Box(x, y, side, tall))
    factor = float(rng.uniform(0.24, 0.4)) * width / piece.shape[1]
    piece, _ = resize(piece, round(piece.shape[1] * factor), round(piece.shape[0] * factor))
    spot = calm_place(picture, piece.shape[1], piece.shape[0], rng, (0.05, 0.9))
    piece = in_tune(piece[: spot.height, : spot.width], part_of(picture, spot), 0.35)
    mask = feathered(piece.shape[1], piece.shape[0], 0.25, round_it=rng.random() < 0.7)
    lay(canvas, mask, spot.x, spot.y, piece.astype(np.float32))
    box = seen_over(mask, spot.x, spot.y, canvas)
    return Attacked(canvas, (box,), f"from {other.name}", parts=(Part(other.name, box),), saved_as=edited_file(rng))


def night_fallen(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """One large region repainted from day to night (or to fire's light): the figure is left as it was."""
    width, height = size_of(picture)
    top = round(float(rng.uniform(0.0, 0.3)) * height)
    tall = round(float(rng.uniform(0.4, 0.55)) * height)
    region = np.zeros((height, width), np.float32)
    rows = np.minimum(np.arange(tall), tall - 1 - np.arange(tall)) / (0.12 * tall)
    region[top : top + tall] = np.clip(rows, 0, 1)[:, None]
    mask = np.asarray(region * (1 - figure_of(picture)), np.float32)
    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY).astype(np.float32)[..., None]
    light = float(grey.mean()) > 70
    if light:
        new = (0.45 * picture + 0.55 * grey) * np.array([0.16, 0.22, 0.40]) + np.array([2, 5, 22])
    else:
        new = (0.5 * picture + 0.5 * grey) * np.array([1.5, 1.0, 0.6]) + np.array([96, 52, 18])
    canvas = picture.copy()
    lay(canvas, mask, 0, 0, np.asarray(np.clip(new, 0, 255), np.float32))
    return Attacked(canvas, (box_of(mask),), "night" if light else "glow", saved_as=edited_file(rng))
