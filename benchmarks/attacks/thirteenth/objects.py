"""Edits: a large new thing painted in."""

from math import pi, sin

import numpy as np
from PIL import Image, ImageFilter

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import Colour, part_of, size_of
from benchmarks.attacks.thirteenth.layers import Shape, disc, laid, layer, median_colour
from benchmarks.attacks.thirteenth.lettering import contrast
from benchmarks.attacks.thirteenth.places import quiet_box
from benchmarks.attacks.values import Attacked, OtherPosters

CAR = ((0, 0.62), (0.03, 0.45), (0.22, 0.38), (0.36, 0.1), (0.66, 0.1), (0.82, 0.38), (1, 0.46), (1, 0.72), (0, 0.74))
LEFT_PANE = ((0.28, 0.38), (0.38, 0.18), (0.49, 0.17), (0.49, 0.38))
RIGHT_PANE = ((0.53, 0.38), (0.53, 0.17), (0.65, 0.17), (0.75, 0.38))
BLADE = ((0.5, 0), (0.58, 0.07), (0.57, 0.7), (0.43, 0.7), (0.42, 0.07))
BARS = ((0.49, 0.05, 0.69), (0.44, 0.74, 0.94), (0.15, 0.69, 0.74), (0.4, 0.94, 1.0))


def put(pixels: Pixels, image: Image.Image, x: int, y: int) -> Attacked:
    """A thing laid over the poster, boxed tightly."""
    result, change = laid(pixels, image, x, y)
    return Attacked(result, (change,))


def standing_out(pixels: Pixels, box: Box, colours: tuple[Colour, ...]) -> Colour:
    """The colour that differs most from the ground."""
    return max(colours, key=lambda colour: contrast(colour, median_colour(part_of(pixels, box))))


def moon_painted(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A full moon with craters in the upper half."""
    width, height = size_of(pixels)
    side = round(between(rng, 0.28, 0.42) * min(width, height))
    box = quiet_box(pixels, side, side, Box(0, 0, width, max(side + 2, height * 6 // 10)))
    body = standing_out(pixels, box, ((245, 240, 215), (150, 60, 40), (70, 80, 110)))
    dim = tuple(value * 3 // 4 for value in body)
    spots = [(between(rng, 0.2, 0.75), between(rng, 0.2, 0.75), between(rng, 0.05, 0.13)) for _ in range(7)]
    shapes = [disc(0.5, 0.5, 0.5, 0.5, body), *(disc(x, y, far, far, dim) for x, y, far in spots)]
    return put(pixels, layer(side, side, shapes).filter(ImageFilter.GaussianBlur(side / 150)), box.x, box.y)


def fire_painted(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Flames along the foot of the poster."""
    width, height = size_of(pixels)
    tall, phase, shapes = round(between(rng, 0.22, 0.34) * height), between(rng, 0, 6), list[Shape]()
    for fill, size in (((200, 30, 10, 235), 0.97), ((245, 120, 20, 240), 0.7), ((255, 220, 80, 245), 0.42)):
        steps = [step / 160 for step in range(161)]
        tips = [abs(sin(7 * pi * at + phase)) ** 1.5 * (0.55 + 0.3 * sin(17 * at + phase)) + 0.15 for at in steps]
        top = [(at, 1 - size * tip) for at, tip in zip(steps, tips, strict=True)]
        shapes.append(("polygon", [*top, (1, 1), (0, 1)], fill))
    image = layer(width, tall, shapes).filter(ImageFilter.GaussianBlur(width / 160))
    return put(pixels, image, 0, height - tall)


def sword_painted(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A sword, upright or aslant."""
    width, height = size_of(pixels)
    long = round(between(rng, 0.5, 0.65) * min(height, width * 1.3))
    steel = standing_out(pixels, Box(width // 3, height // 4, width // 3, height // 2), ((225, 230, 235), (60, 65, 75)))
    bars = [((x, y), (1 - x, foot)) for x, y, foot in BARS]
    inks = ((140, 145, 150), (80, 45, 25), (190, 145, 50), (190, 145, 50))
    shapes = [("polygon", BLADE, steel), *(("rectangle", bar, ink) for bar, ink in zip(bars, inks, strict=True))]
    image = layer(round(long * 0.34), long, shapes)
    image = image.rotate(between(rng, -40, 40), Image.Resampling.BICUBIC, expand=True)
    x, y = between(rng, 0.1, 0.9) * (width - image.width), between(rng, 0.2, 0.8) * (height - image.height)
    return put(pixels, image, round(x), round(y))


def car_painted(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A car's silhouette in the lower half, seen from the side."""
    width, height = size_of(pixels)
    wide, rim = round(between(rng, 0.5, 0.75) * width), round(0.03 * width)
    box = quiet_box(pixels, wide, wide * 2 // 5, Box(rim, height * 45 // 100, width - 2 * rim, height * 53 // 100))
    light, dark = ((240, 240, 240), (250, 190, 20), (150, 200, 235)), ((15, 15, 18), (130, 15, 20), (25, 45, 110))
    body = standing_out(pixels, box, (one_of(rng, light), one_of(rng, dark)))
    glass = (150, 175, 190) if body in dark else (40, 45, 55)
    shapes: list[Shape] = [("polygon", CAR, body), *(("polygon", pane, glass) for pane in (LEFT_PANE, RIGHT_PANE))]
    for x in (0.2, 0.79):
        shapes += [disc(x, 0.77, 0.088, 0.22, (25, 25, 25)), disc(x, 0.77, 0.045, 0.1125, (170, 170, 170))]
    return put(pixels, layer(box.width, box.height, shapes), box.x, box.y)
