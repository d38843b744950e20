"""Edits: other grounds, several posters in one, large things painted in."""

from collections.abc import Sequence
from itertools import pairwise

import cv2
import numpy as np
from PIL import ImageDraw

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import Colour, part_of, resize, shift_matrix, size_of, whole_of
from benchmarks.attacks.sixteenth import drawn
from benchmarks.attacks.sixteenth.lettering import blend, colours, lay, turned
from benchmarks.attacks.sixteenth.places import Mask, box_of, calm_place, figure_mask
from benchmarks.attacks.values import Attacked, OtherPosters, Part


def _round_about(kept: Mask) -> tuple[Box, ...]:
    """Boxes over what lies round a kept figure: above it, below it, and at both sides in six steps."""
    height, width = kept.shape
    figure = box_of(kept)
    foot, boxes = figure.y + figure.height, [Box(0, 0, width, figure.y)]
    for top, end in pairwise(np.linspace(figure.y, foot, 7).astype(int).tolist()):
        band = box_of(kept[top:end])
        far = band.x + band.width
        boxes += [Box(0, top, band.x, end - top), Box(far, top, width - far, end - top)]
    boxes.append(Box(0, foot, width, height - foot))
    return tuple(box for box in boxes if box.width > width * 0.05 and box.height > height * 0.03)


def _on_other_ground(pixels: Pixels, ground: Pixels, name: str) -> Attacked:
    mask = figure_mask(pixels)
    result = blend(ground, pixels, np.asarray(cv2.GaussianBlur(mask, (0, 0), 1.5), np.float32))
    figure = box_of(mask)
    parts = (Part(name, whole_of(pixels)), Part("", figure)) if name else ()
    return Attacked(result, _round_about(mask), name, parts=parts, shown=figure)


def ground_replaced(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    width, height = size_of(pixels)
    top = np.array(one_of(rng, colours("0b1a4a 7a1020 12636b 3b0f4f")), float)
    foot = np.array(one_of(rng, colours("ffb347 f7e7ce 5aa9e6 e8505b")), float)
    down, across = np.mgrid[0 : 1 : height * 1j, -0.5 : 0.5 : width * 1j]
    ground = top + (foot - top) * down[..., None]
    if rng.random() < 0.5:
        ground[cv2.dilate((rng.random((height, width)) > 0.997).astype(np.uint8), np.ones((2, 2))) > 0] = 245
    else:
        ground += 28 * (np.sin(np.arctan2(across, down + 0.05) * 26) > 0)[..., None]
    return _on_other_ground(pixels, np.clip(ground, 0, 255).astype(np.uint8), "")


def on_another_posters_ground(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    other = others.pick(rng)
    return _on_other_ground(pixels, resize(other.pixels, *size_of(pixels))[0], other.name)


def halves_joined(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    width, height = size_of(pixels)
    other, result, share = others.pick(rng), pixels.copy(), between(rng, 0.42, 0.58)
    cut_x, cut_y = round(width * share), round(height * share)
    sides = [Box(0, 0, cut_x, height), Box(cut_x, 0, width - cut_x, height)]
    if rng.random() < 0.5:
        sides = [Box(0, 0, width, cut_y), Box(0, cut_y, width, height - cut_y)]
    theirs, own = sides if rng.random() < 0.5 else sides[::-1]
    part_of(result, theirs)[:] = part_of(resize(other.pixels, width, height)[0], theirs)
    return Attacked(result, (theirs,), other.name, parts=(Part("", own), Part(other.name, theirs)), shown=own)


def grid_of_four(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    wide, high = (max(200, side * 2 // 3) for side in size_of(pixels))
    gap, own = int(rng.integers(0, 9)), int(rng.integers(4))
    result = np.full((high * 2 + gap, wide * 2 + gap, 3), one_of(rng, (0, 255)), np.uint8)
    parts, place = [], np.eye(3)
    for cell in range(4):
        box = Box(cell % 2 * (wide + gap), cell // 2 * (high + gap), wide, high)
        other = others.pick(rng)
        picture, scaled = resize(pixels if cell == own else other.pixels, wide, high)
        part_of(result, box)[:] = picture
        parts.append(Part("" if cell == own else other.name, box))
        if cell == own:
            place = shift_matrix(box.x, box.y) @ scaled
    return Attacked(result, tuple(part.box for part in parts if part.name), place=place, parts=tuple(parts))


STEEL, GOLD, DARK = (205, 212, 222), (190, 150, 50), (25, 25, 28)
BODY = ((0, 0.75), (0.02, 0.5), (0.22, 0.42), (0.36, 0.15), (0.7, 0.15), (0.84, 0.42), (0.98, 0.5), (1, 0.75))
FLAME = ((0.2, 1.0), (0.0, 0.55), (0.12, 0.7), (0.2, 0.25), (0.35, 0.5), (0.5, 0.0), (0.63, 0.45), (0.8, 0.2))
FLAME += ((0.87, 0.65), (1.0, 0.5), (0.8, 1.0))


def _paint(kind: str, draw: ImageDraw.ImageDraw, w: float, h: float) -> None:
    def shape(points: Sequence[tuple[float, float]], colour: Colour) -> None:
        draw.polygon([(w * x, h * y) for x, y in points], colour)

    def disc(x: float, y: float, across: float, colour: Colour) -> None:
        draw.ellipse((w * (x - across), h * y - w * across, w * (x + across), h * y + w * across), colour)

    if kind == "moon":
        disc(0.5, 0.5, 0.48, (238, 234, 214))
        for x, y, size in ((0.35, 0.3, 0.09), (0.62, 0.4, 0.12), (0.4, 0.65, 0.07), (0.7, 0.68, 0.05)):
            disc(x, y, size, (206, 200, 180))
    elif kind == "fire":
        for colour, scale in (((215, 50, 15), 1.0), ((250, 130, 20), 0.7), ((255, 220, 90), 0.42)):
            shape([(0.5 + (x - 0.5) * scale, 1 - (1 - y) * scale) for x, y in FLAME], colour)
    elif kind == "sword":
        shape(((0.43, 0.7), (0.43, 0.07), (0.5, 0.0), (0.57, 0.07), (0.57, 0.7)), STEEL)
        shape(((0.45, 0.7), (0.55, 0.7), (0.55, 0.95), (0.45, 0.95)), (95, 55, 30))
        shape(((0.15, 0.7), (0.85, 0.7), (0.85, 0.75), (0.15, 0.75)), GOLD)
        disc(0.5, 0.95, 0.1, GOLD)
    else:
        shape(BODY, (190, 25, 30) if kind == "car" else (12, 12, 14))
        shape(((0.29, 0.42), (0.39, 0.21), (0.68, 0.21), (0.77, 0.42)), (180, 210, 230))
        for x, across, colour in ((0.22, 0.09, DARK), (0.22, 0.045, STEEL), (0.78, 0.09, DARK), (0.78, 0.045, STEEL)):
            disc(x, 0.77, across, colour)


def thing_painted_in(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    kind = one_of(rng, ("moon", "fire", "sword", "car", "black car"))
    width, height = size_of(pixels)
    tall = {"moon": 1.0, "fire": 1.1, "sword": 2.6}.get(kind, 0.5)
    wide = min(width * (between(rng, 0.22, 0.3) if kind == "sword" else between(rng, 0.3, 0.5)), height * 0.6 / tall)
    thing = drawn.layer(wide, wide * tall, lambda d, w, h: _paint(kind, d, w, h))
    layer = turned(thing, between(rng, -35, 35)) if kind == "sword" else thing
    room = calm_place(pixels, *layer.size, rng, *{"moon": (0.02, 0.6), "sword": (0.1, 0.98)}.get(kind, (0.45, 0.98)))
    result, box = lay(pixels, layer, room.x, room.y)
    return Attacked(result, (box,), kind)
