"""Edits, the fourth set: two to four posters made into one with hard, framed or see-through seams."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.fourth.layers import PLAIN_TO_SEE, box_of, kept_as, laid, strength_of
from benchmarks.attacks.fourth.spots import standing
from benchmarks.attacks.geometry import resize, size_of
from benchmarks.attacks.paint import Mask
from benchmarks.attacks.values import Attacked, OtherPoster, OtherPosters, Part


def _fitted(other: OtherPoster, picture: Pixels) -> Pixels:
    """Another poster in this one's size."""
    return resize(other.pixels, *size_of(picture))[0]


def _joined(picture: Pixels, masks: list[Mask], rng: np.random.Generator, others: OtherPosters, rim: float) -> Attacked:
    """Another poster under each mask, a line along the seams where rim (share of the width) is more than 0."""
    after, rest, parts = picture, np.ones(picture.shape[:2], np.float32), []
    for mask in masks:
        other = others.pick(rng)
        after = laid(after, _fitted(other, picture), mask)
        rest = rest * (1 - mask)
        parts.append(Part(other.name, box_of(mask, 0.5)))
    if rim > 0:
        wide = 2 * max(1, round(rim * picture.shape[1] / 2)) + 1
        kernel = np.ones((wide, wide), np.uint8)
        seams = np.zeros_like(rest)
        for mask in masks:
            seams = np.maximum(seams, cv2.dilate(mask, kernel) - cv2.erode(mask, kernel))
        tone = int(rng.choice([0, 255, 235]))
        after = laid(after, (tone, tone, tone), np.clip(seams, 0, 1).astype(np.float32))
    boxes = tuple(part.box for part in parts)
    names = ", ".join(part.name for part in parts)
    return Attacked(after, boxes, f"with {names}", saved_as=kept_as(rng), parts=(Part("", box_of(rest, 0.5)), *parts))


def _polygon(picture: Pixels, points: list[tuple[float, float]]) -> Mask:
    """A filled polygon whose corners are shares of the picture."""
    width, height = size_of(picture)
    mask: Mask = np.zeros((height, width), np.float32)
    there = np.rint(np.array(points) * (width, height)).astype(np.int32)
    cv2.fillPoly(mask, [there], 1.0, cv2.LINE_AA)
    return mask


def two_thirds_foreign(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Three posters as three lying or standing thirds, one of them this one, hard seams or fine lines."""
    upright = bool(rng.random() < 0.5)
    edges = [0.0, rng.uniform(0.3, 0.37), rng.uniform(0.63, 0.7), 1.0]
    mine = int(rng.integers(3))
    masks = []
    for number in range(3):
        low, high = edges[number], edges[number + 1]
        if number != mine:
            box = [(low, 0.0), (high, 0.0), (high, 1.0), (low, 1.0)]
            masks.append(_polygon(picture, box if upright else [(y, x) for x, y in box]))
    return _joined(picture, masks, rng, others, float(rng.choice([0.0, 0.008])))


def sharp_slant(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Two posters cut along a hard slanting line, often with a bright or dark bar on it."""
    high, low = rng.uniform(0.6, 0.9), rng.uniform(0.1, 0.4)
    left = [(0.0, 0.0), (high, 0.0), (low, 1.0), (0.0, 1.0)]
    right = [(high, 0.0), (1.0, 0.0), (1.0, 1.0), (low, 1.0)]
    chosen = left if rng.random() < 0.5 else right
    if rng.random() < 0.5:
        chosen = [(1 - x, y) for x, y in chosen]
    return _joined(picture, [_polygon(picture, chosen)], rng, others, float(rng.choice([0.0, 0.012])))


def round_window(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A part of another poster in a ringed disc of 35 to 60 % of the width."""
    width, height = size_of(picture)
    radius = round(width * rng.uniform(0.18, 0.3))
    middle = (round(rng.uniform(0.3, 0.7) * width), round(rng.uniform(0.25, 0.75) * height))
    mask: Mask = np.zeros((height, width), np.float32)
    cv2.circle(mask, middle, radius, 1.0, -1, cv2.LINE_AA)
    return _joined(picture, [mask], rng, others, float(rng.choice([0.008, 0.016])))


def venetian_strips(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """This and another poster in turns in six to nine upright strips."""
    count = int(rng.integers(6, 10))
    first = int(rng.integers(2))
    edges = np.linspace(0, 1, count + 1)
    mask: Mask = np.zeros(picture.shape[:2], np.float32)
    for number in range(first, count, 2):
        left, right = edges[number], edges[number + 1]
        mask = np.maximum(mask, _polygon(picture, [(left, 0.0), (right, 0.0), (right, 1.0), (left, 1.0)]))
    return _joined(picture, [mask], rng, others, 0.0)


def corners_of_four(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Four posters meeting in a point off the middle along slanting seams; this one has one of the corners."""
    x, y = rng.uniform(0.4, 0.6, 2)
    top, foot, left, right = rng.uniform(0.35, 0.65, 4)
    sides = [
        [(0.0, 0.0), (top, 0.0), (x, y), (0.0, left)], [(top, 0.0), (1.0, 0.0), (1.0, right), (x, y)],
        [(x, y), (1.0, right), (1.0, 1.0), (foot, 1.0)], [(0.0, left), (x, y), (foot, 1.0), (0.0, 1.0)],
    ]  # fmt: skip
    mine = int(rng.integers(4))
    masks = [_polygon(picture, side) for number, side in enumerate(sides) if number != mine]
    return _joined(picture, masks, rng, others, float(rng.choice([0.0, 0.01])))


def figure_before_foreign(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Whoever stands in the middle kept, and another poster behind, darkened or pale as a designer would have it."""
    other = others.pick(rng)
    cover = standing(picture, rng)
    behind = laid(_fitted(other, picture), (0, 0, 0) if rng.random() < 0.6 else (255, 255, 255),
                  np.full(cover.shape, rng.uniform(0, 0.3), np.float32))  # fmt: skip
    whole = Box(0, 0, *size_of(picture))
    parts = (Part("", box_of(cover, 0.5)), Part(other.name, whole))
    return Attacked(laid(behind, picture, cover), (whole,), f"on {other.name}", saved_as=kept_as(rng), parts=parts)


def half_seen_through(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Another poster exposed over one half of this one, screened or evenly mixed, fading at the seam."""
    width, height = size_of(picture)
    upright = bool(rng.random() < 0.5)
    steps = np.linspace(0, 1, width if upright else height) - rng.uniform(0.42, 0.58)
    steps = np.clip(steps / rng.uniform(0.02, 0.08), 0, 1)
    steps = steps[::-1] if rng.random() < 0.5 else steps
    mask: Mask = np.broadcast_to(steps[None, :] if upright else steps[:, None], (height, width)).astype(np.float32)
    best: tuple[float, Pixels, str] = (-1.0, picture, "")
    for _ in range(8):
        other = others.pick(rng)
        if rng.random() < 0.4:
            after = laid(picture, _fitted(other, picture), mask * np.float32(0.9), "screen")
        else:
            after = laid(picture, _fitted(other, picture), mask * np.float32(rng.uniform(0.5, 0.7)))
        best = max(best, (strength_of(picture, after, mask), after, other.name), key=lambda tried: tried[0])
        if best[0] > 1.8 * PLAIN_TO_SEE:
            break
    _, after, name = best
    box = box_of(mask, 0.1)
    parts = (Part("", Box(0, 0, width, height)), Part(name, box))
    return Attacked(after, (box,), f"over {name}", saved_as=kept_as(rng), parts=parts)
