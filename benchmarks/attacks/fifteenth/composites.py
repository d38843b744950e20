"""Cutting figures out, and edits that make one picture of two or more posters."""

import math

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.fifteenth.layers import blend
from benchmarks.attacks.fifteenth.lettering import Mask
from benchmarks.attacks.fifteenth.places import face_box, portion, skin_face, title_box
from benchmarks.attacks.geometry import box_between, part_of, resize, scale_matrix, shift_matrix, size_of, whole_of
from benchmarks.attacks.values import Attacked, OtherPoster, OtherPosters, Part


def with_face(others: OtherPosters, rng: np.random.Generator) -> tuple[OtherPoster, Box]:
    """Another poster that seems to show a face, if a few picks bring one, and where that is."""
    for _ in range(8):
        other = others.pick(rng)
        found = skin_face(other.pixels)
        if found is not None:
            break
    return other, found or face_box(other.pixels)


def figure_mask(pixels: Pixels, rng: np.random.Generator) -> tuple[Mask, Box]:
    """The main figure by GrabCut, as a soft mask of the picture's size, and its box; an oval where that fails."""
    width, height = size_of(pixels)
    small, _ = resize(pixels, 200, round(height * 200 / width))
    cv2.setRNGSeed(int(rng.integers(1 << 30)))
    labels, frame = np.zeros(small.shape[:2], np.uint8), portion(small, 0.14, 0.1, 0.86, 0.8)
    models = np.zeros((1, 65)), np.zeros((1, 65))
    cv2.grabCut(small, labels, (frame.x, frame.y, frame.width, frame.height), *models, 3, cv2.GC_INIT_WITH_RECT)
    found = cv2.morphologyEx((labels % 2).astype(np.uint8), cv2.MORPH_OPEN, np.ones((5, 5), np.uint8))
    _, marks, stats, _ = cv2.connectedComponentsWithStats(found)
    largest = int(np.argmax(stats[1:, 4])) + 1 if len(stats) > 1 else -1
    lone = (marks == largest).astype(np.float32)
    figure = np.asarray(cv2.morphologyEx(lone, cv2.MORPH_CLOSE, np.ones((11, 11), np.uint8)), np.float32)
    if not 0.22 * frame.area < figure.sum() < 0.85 * frame.area:
        near = around_face(small, face_box(small))
        figure[:] = 0
        part_of(figure, near)[:] = oval(near.width, near.height) > 0
    large = cv2.GaussianBlur(cv2.resize(figure, (width, height)), (0, 0), max(1.0, width / 200))
    soft = np.asarray(np.clip((large - 0.25) * 1.6, 0, 1), np.float32)
    return soft, Box(*cv2.boundingRect((soft > 0.3).astype(np.uint8)))


def around_face(pixels: Pixels, face: Box) -> Box:
    """Head and shoulders of a face, at most half as wide and high as the poster."""
    width, height = size_of(pixels)
    across = min(max(face.width * 1.9, width * 0.3), width * 0.5)
    down = min(across * 1.25, height * 0.5)
    left, top = face.x + (face.width - across) / 2, face.y - face.height * 0.35
    return box_between(left, top, left + across, top + down, whole_of(pixels)) or face


def cut(pixels: Pixels, mask: Mask, box: Box, across: int) -> tuple[Pixels, Mask]:
    """The figure and its mask, so many pixels wide."""
    figure, _ = resize(np.ascontiguousarray(part_of(pixels, box)), across, round(box.height * across / box.width))
    return figure, np.asarray(cv2.resize(part_of(mask, box), size_of(figure), interpolation=cv2.INTER_AREA), np.float32)


def oval(width: int, height: int) -> Mask:
    """A soft oval that fills its box."""
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    return np.asarray(np.clip((1 - np.sqrt(x**2 + y**2)) * 5, 0, 1), np.float32)


def toned_like(patch: Pixels, model: Pixels, strength: float) -> Pixels:
    """The patch with its colours moved towards those of another picture."""
    middle, spread = patch.mean((0, 1)), np.clip(model.std((0, 1)) / (patch.std((0, 1)) + 1), 0.6, 1.6)
    matched = (patch - middle) * spread + model.mean((0, 1))
    return np.asarray(np.clip(patch * (1 - strength) + matched * strength, 0, 255), np.uint8)


def filling(pixels: Pixels, width: int, height: int) -> Pixels:
    """The middle of a picture, scaled so that it fills a size."""
    factor = max(width / pixels.shape[1], height / pixels.shape[0])
    scaled, _ = resize(pixels, math.ceil(pixels.shape[1] * factor), math.ceil(pixels.shape[0] * factor))
    x, y = (scaled.shape[1] - width) // 2, (scaled.shape[0] - height) // 2
    return scaled[y : y + height, x : x + width].copy()


def background_replaced(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The figure and the title kept, all round them another poster or a plain run of two colours."""
    width, height = size_of(pixels)
    mask, box = figure_mask(pixels, rng)
    title, other = title_box(pixels), others.pick(rng)
    kept = np.zeros((height, width), np.float32)
    part_of(kept, title)[:] = 1
    mask = np.asarray(np.maximum(mask, cv2.GaussianBlur(kept, (0, 0), max(1.0, width / 150))), np.float32)
    ground, parts = filling(other.pixels, width, height), (Part(other.name, whole_of(pixels)), Part("", box))
    blend(ground, mask, 0, 0, pixels)
    return Attacked(ground, (whole_of(pixels),), parts=parts)


def halves_joined(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """One half of this poster and one of another, side by side or above each other; the seam hard or soft."""
    (width, height), other, across = size_of(pixels), others.pick(rng), rng.random() < 0.6
    length, mine_first = width if across else height, rng.random() < 0.5
    soft = np.float32(one_of(rng, (1.0, length * 0.05)))
    ramp = np.clip((np.arange(length, dtype=np.float32) - length / 2) / soft + np.float32(0.5), 0, 1)
    ramp = ramp if mine_first else 1 - ramp
    mask = np.tile(ramp, (height, 1)) if across else np.tile(ramp[:, None], (1, width))
    result = pixels.copy()
    blend(result, mask, 0, 0, filling(other.pixels, width, height))
    first = portion(pixels, 0, 0, 0.5 if across else 1, 1 if across else 0.5)
    second = portion(pixels, 0.5 * across, 0.5 * (not across), 1, 1)
    mine, foreign = (first, second) if mine_first else (second, first)
    return Attacked(result, (foreign,), parts=(Part("", mine), Part(other.name, foreign)))


def figure_on_other_ground(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """This poster's figure, cut out, on another poster."""
    (width, height), other = size_of(pixels), others.pick(rng)
    mask, box = figure_mask(pixels, rng)
    factor = min(between(rng, 0.75, 1.0), 0.85 * width / box.width, 0.85 * height / box.height)
    figure, soft = cut(pixels, mask, box, round(box.width * factor))
    result = filling(other.pixels, width, height)
    x = round(between(rng, 0.1, 0.9) * (width - figure.shape[1]))
    y = round(between(rng, 0.3, 1.0) * (height - figure.shape[0]))
    placed = blend(result, soft, x, y, figure)
    place = shift_matrix(x, y) @ scale_matrix(figure.shape[1] / box.width, figure.shape[0] / box.height)
    parts = (Part(other.name, whole_of(pixels)), Part("", placed))
    return Attacked(result, (whole_of(pixels),), place=place @ shift_matrix(-box.x, -box.y), parts=parts, shown=placed)


def grid_of_four(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Four posters in two rows; this one in any of the places."""
    wide, gap = min(500, max(240, round(pixels.shape[1] * 0.7))), one_of(rng, (0, 0, 6, 12))
    own, place = resize(pixels, wide, round(pixels.shape[0] * wide / pixels.shape[1]))
    tall = own.shape[0]
    result = np.full((tall * 2 + gap, wide * 2 + gap, 3), one_of(rng, (0, 255)), np.uint8)
    mine, parts, foreign = int(rng.integers(4)), [], []
    for cell in range(4):
        box = Box(cell % 2 * (wide + gap), cell // 2 * (tall + gap), wide, tall)
        other = None if cell == mine else others.pick(rng)
        part_of(result, box)[:] = own if other is None else filling(other.pixels, wide, tall)
        parts.append(Part("" if other is None else other.name, box))
        if other is None:
            place = shift_matrix(box.x, box.y) @ place
        else:
            foreign.append(box)
    return Attacked(result, tuple(foreign), place=place, parts=tuple(parts), shown=parts[mine].box)
