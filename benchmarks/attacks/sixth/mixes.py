"""Edits: composites of two posters."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import resize, size_of, whole_of
from benchmarks.attacks.sixth.heads import head_found, head_of
from benchmarks.attacks.sixth.matte import bounds, cut_out, figure_mask, matched, oval
from benchmarks.attacks.sixth.tools import Layer, Mask, differing, layer_resized, mix, paste, saved, soften
from benchmarks.attacks.values import Attacked, OtherPosters, Part


def _joined(
    picture: Pixels, other: Pixels, name: str, mask: Mask, rng: np.random.Generator, note: str, feather: float
) -> Attacked:
    """The other poster under a mask, this one elsewhere."""
    fitted, _ = resize(other, *size_of(picture))
    soft = soften(mask, feather)
    result = mix(picture, fitted, soft)
    foreign, own = bounds(soft, 0.1), bounds(1 - soft, 0.1)
    parts = Part("", own), Part(name, foreign)
    return Attacked(result, (foreign,), note, saved_as=saved(rng), parts=parts)


def halves_upright(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Left half of one, right half of the other."""
    width, height = size_of(picture)
    other, seam = others.pick(rng), round(width * between(rng, 0.4, 0.6))
    mask = np.zeros((height, width), np.float32)
    side = one_of(rng, ("left", "right"))
    mask[:, :seam] = side == "left"
    mask[:, seam:] = side == "right"
    return _joined(picture, other.pixels, other.name, mask, rng, f"{side} of {seam}", one_of(rng, (0.3, width / 60)))


def halves_level(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Upper part of one, lower part of the other, often with a torn edge."""
    width, height = size_of(picture)
    other = others.pick(rng)
    line = np.full(width, height * between(rng, 0.4, 0.6))
    if rng.random() < 0.6:
        rough = np.cumsum(rng.normal(0, height / 180, width))
        line += rough - np.linspace(rough[0], rough[-1], width)
    below = (np.arange(height)[:, None] > line[None]).astype(np.float32)
    mask = below if rng.random() < 0.5 else 1 - below
    return _joined(picture, other.pixels, other.name, mask, rng, "level", one_of(rng, (0.4, height / 50)))


def halves_slant(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Two posters on either side of a slanting seam, sometimes with a line along it."""
    width, height = size_of(picture)
    other = others.pick(rng)
    top, foot = width * between(rng, 0.55, 1.0), width * between(rng, 0.0, 0.45)
    if rng.random() < 0.5:
        top, foot = foot, top
    edge = top + (foot - top) * np.arange(height)[:, None] / height
    beyond = (np.arange(width)[None] > edge).astype(np.float32)
    mask = beyond if rng.random() < 0.5 else 1 - beyond
    joined = _joined(picture, other.pixels, other.name, mask, rng, f"{top:.0f} to {foot:.0f}", 0.5)
    if rng.random() < 0.4:
        thick = max(2, width // 90)
        cv2.line(joined.pixels, (round(top), 0), (round(foot), height), (255, 255, 255), thick, cv2.LINE_AA)
    return joined


def middle_taken(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The middle of another poster set onto this one: square-cut, oval or soft."""
    width, height = size_of(picture)
    other = others.pick(rng)
    other_width, other_height = size_of(other.pixels)
    x, y = round(other_width * 0.18), round(other_height * 0.22)
    piece = np.ascontiguousarray(other.pixels[y : other_height - y, x : other_width - x])
    wide = round(width * between(rng, 0.4, 0.6))
    piece, _ = resize(piece, wide, round(wide * piece.shape[0] / piece.shape[1]))
    piece = piece[: round(height * 0.8)]
    size = size_of(piece)
    kind = one_of(rng, ("square", "oval", "soft"))
    alpha = np.ones((size[1], size[0]), np.float32)
    if kind != "square":
        alpha = oval(size, Box(0, 0, *size), 0.03 if kind == "oval" else 0.4)
    layer: Layer = np.dstack([piece, alpha * 255]).astype(np.float32)
    left = round(between(rng, 0.05, 0.95) * (width - size[0]))
    top = round(between(rng, 0.2, 0.8) * (height - size[1]))
    box = Box(left, top, *size)
    parts = Part("", whole_of(picture)), Part(other.name, box)
    return Attacked(paste(picture, layer, left, top), (box,), kind, saved_as=saved(rng), parts=parts)


def face_taken(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A face from another poster over the one here, feathered and toned to it."""
    goal = head_of(picture)
    candidates = [others.pick(rng) for _ in range(5)]
    heads = [head_found(candidate.pixels) for candidate in candidates]
    chosen = max(range(5), key=lambda number: heads[number][1])
    other, source = candidates[chosen], heads[chosen][0]
    piece = other.pixels[source.y : source.y + source.height, source.x : source.x + source.width]
    piece, _ = resize(np.ascontiguousarray(piece), goal.width, goal.height)
    alpha = oval(size_of(piece), Box(0, 0, *size_of(piece)), 0.22)
    layer: Layer = np.dstack([piece, alpha * 255]).astype(np.float32)
    under = picture[goal.y : goal.y + goal.height, goal.x : goal.x + goal.width]
    result = paste(picture, matched(layer, under, between(rng, 0.2, 0.5)), goal.x, goal.y)
    boxes = differing(picture, result, join=0.1)
    parts = Part("", whole_of(picture)), Part(other.name, goal)
    return Attacked(result, boxes, "face", saved_as=saved(rng), parts=parts)


def guest_figure(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A figure cut out of another poster and set in here."""
    width, height = size_of(picture)
    other = others.pick(rng)
    layer = cut_out(other.pixels, figure_mask(other.pixels))
    factor = min(between(rng, 0.35, 0.55) * width / layer.shape[1], 0.6 * height / layer.shape[0])
    layer = layer_resized(layer, round(layer.shape[1] * factor), round(layer.shape[0] * factor))
    if rng.random() < 0.4:
        layer = np.ascontiguousarray(layer[:, ::-1])
    layer = matched(layer, picture, between(rng, 0.0, 0.3))
    left = round(between(rng, 0.02, 0.98) * (width - layer.shape[1]))
    top = round(between(rng, 0.5, 0.95) * (height - layer.shape[0]))
    result = paste(picture, layer, left, top)
    box = Box(left, top, layer.shape[1], layer.shape[0])
    parts = Part("", whole_of(picture)), Part(other.name, box)
    return Attacked(result, (box,), "figure", saved_as=saved(rng), parts=parts)
