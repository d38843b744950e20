"""Things for the fifth set to add to a poster, each as a layer: moon, flames, aeroplane, blood, crown, wings, sword."""

import cv2
import numpy as np

from benchmarks.attacks.chance import one_of
from benchmarks.attacks.fifth.layers import Layer, Pen, Points, curve, filled, over, ramped
from benchmarks.attacks.geometry import Colour
from benchmarks.attacks.paint import feather, soft_noise

WHITE: Colour = (255, 255, 255)
GOLDS: tuple[tuple[Colour, Colour], ...] = (
    ((255, 232, 130), (184, 120, 20)),
    ((250, 250, 255), (140, 146, 160)),
    ((255, 214, 90), (150, 80, 10)),
)


def moon(width: float, tone: Colour, rng: np.random.Generator) -> Layer:
    """A full or a sickle moon with stains, in a soft glow."""
    side = round(width * 0.8)
    disc = Pen(side, side).disc(0.5, 0.5, 0.49, WHITE)
    layer = disc.layer()
    if rng.random() < 0.4:
        shift = rng.uniform(0.16, 0.26) * float(rng.choice([-1, 1]))
        layer[:, :, 3] *= 1 - Pen(side, side).disc(0.5 + shift, 0.46, 0.44, WHITE).layer()[:, :, 3]
    size = (layer.shape[1], layer.shape[0])
    stains = 1 - 0.14 * np.clip(soft_noise(size, rng, 6) + soft_noise(size, rng, 13) * 0.6, 0, 1)
    layer[:, :, :3] = np.asarray(tone, np.float32) * stains[:, :, None]
    pad = round(width * 0.1)
    whole = np.pad(layer, ((pad, pad), (pad, pad), (0, 0)))
    glow = feather(np.ascontiguousarray(whole[:, :, 3]), pad * 0.5) * np.float32(0.55)
    return over(filled(glow, tone), whole)


def flames(width: float, height: float, rng: np.random.Generator) -> Layer:
    """A row of flames, three tones over each other, soft at the tips."""
    whole: Layer | None = None
    tones: tuple[tuple[Colour, Colour, float], ...] = (
        ((190, 20, 0), (240, 80, 10), 1.0),
        ((245, 100, 10), (255, 170, 30), 0.76),
        ((255, 190, 50), (255, 245, 170), 0.5),
    )
    share = height / width
    count = int(rng.integers(5, 10))
    for top, bottom, reach in tones:
        pen = Pen(width, height)
        for number in range(count):
            middle = (number + 0.5 + rng.uniform(-0.25, 0.25)) / count
            half, high = rng.uniform(0.55, 0.9) / count, share * reach * rng.uniform(0.6, 0.98)
            lean = rng.uniform(-0.5, 0.5)
            left = ((-1.0, -0.02), (-0.75, 0.4), (-0.2 + lean * 0.5, 0.66))
            right = ((0.45 + lean * 0.4, 0.6), (0.8, 0.3), (1.0, -0.02))
            outline = [(middle + x * half, share - y * high) for x, y in (*left, (lean, 1.0), *right)]
            pen.shape(curve(outline), WHITE)
        layer = ramped(pen.layer(), top, bottom)
        layer[:, :, 3] = feather(np.ascontiguousarray(layer[:, :, 3]), width / 260) * np.float32(0.94)
        whole = layer if whole is None else over(whole, layer)
    assert whole is not None
    return whole


def aeroplane(width: float, tone: Colour) -> Layer:
    """An airliner from the side, flying to the right, as a silhouette."""
    body = [
        (0.02, 0.2),
        (0.14, 0.165),
        (0.8, 0.16),
        (0.92, 0.185),
        (0.985, 0.225),
        (0.9, 0.25),
        (0.3, 0.26),
        (0.1, 0.235),
    ]
    pen = Pen(width, width * 0.46).shape(curve(body), tone)
    pen.shape([(0.02, 0.21), (0.0, 0.02), (0.07, 0.02), (0.2, 0.18)], tone)
    pen.shape([(0.42, 0.22), (0.6, 0.22), (0.34, 0.44), (0.27, 0.44)], tone)
    pen.shape([(0.5, 0.175), (0.6, 0.175), (0.43, 0.06), (0.385, 0.06)], tone)
    pen.shape([(0.04, 0.205), (0.14, 0.2), (0.02, 0.29), (-0.02, 0.29)], tone)
    return pen.box(0.4, 0.27, 0.49, 0.315, tone, 0.02).layer()


def splatter(width: float, rng: np.random.Generator) -> Layer:
    """Blood: a ragged blot with a shine, drips running down and droplets thrown about."""
    tone: Colour = (int(rng.integers(110, 190)), 4, 8)
    pen = Pen(width, width * 1.2)
    count = int(rng.integers(16, 26))
    turn = np.linspace(0, 2 * np.pi, count, endpoint=False)
    reach = rng.uniform(0.13, 0.2, count) * np.where(rng.random(count) < 0.35, rng.uniform(1.3, 2.1, count), 1.0)
    pen.shape(curve(np.stack([0.5 + reach * np.cos(turn), 0.4 + reach * np.sin(turn)], axis=1)), tone)
    for _ in range(int(rng.integers(3, 7))):
        x, thick, end = 0.5 + rng.uniform(-0.14, 0.14), rng.uniform(0.014, 0.03), rng.uniform(0.7, 1.1)
        pen.stroke([(x, 0.42), (x, end)], tone, thick).oval(x, end, thick * 0.85, thick * 1.3, tone)
    for _ in range(int(rng.integers(14, 30))):
        angle, away = rng.uniform(0, 2 * np.pi), rng.uniform(0.18, 0.46)
        size = rng.uniform(0.006, 0.03) * (1.3 - away)
        pen.disc(0.5 + away * np.cos(angle), 0.42 + away * 0.9 * np.sin(angle), size, tone)
    layer = pen.layer()
    light = feather(np.ascontiguousarray(layer[:, :, 3]), width / 60)
    slope = np.clip(cv2.Sobel(light, cv2.CV_32F, 0, 1) * 0.9, 0, 0.35)
    layer[:, :, :3] += (slope * 200)[:, :, None]
    return layer


def crown(width: float, rng: np.random.Generator) -> Layer:
    """A jagged golden or silver crown with stones."""
    light, dark = one_of(rng, GOLDS)
    points, peaks = [(0.06, 0.66), (0.02, 0.22)], int(rng.choice([3, 5]))
    for number in range(peaks):
        middle = 0.02 + 0.96 * (number + 0.5) / peaks
        points += [(middle - 0.24 / peaks, 0.4), (middle, 0.07 if number == peaks // 2 else 0.12)]
        points += [(middle + 0.24 / peaks, 0.4)] if number < peaks - 1 else []
    points += [(0.98 - 0.24 / peaks, 0.4), (0.98, 0.22), (0.94, 0.66)]
    pen = Pen(width, width * 0.72).shape(points, WHITE).oval(0.5, 0.655, 0.44, 0.055, WHITE)
    for number in range(peaks):
        pen.disc(0.02 + 0.96 * (number + 0.5) / peaks, 0.07 if number == peaks // 2 else 0.12, 0.03, WHITE)
    body = ramped(pen.layer(), light, dark)
    stones = Pen(width, width * 0.72).box(0.07, 0.545, 0.93, 0.56, dark)
    colours: tuple[Colour, ...] = ((200, 10, 40), (20, 80, 200), (20, 150, 80))
    for number in range(5):
        stones.oval(0.16 + 0.17 * number, 0.61, 0.032, 0.04, colours[number % 3])
        stones.disc(0.15 + 0.17 * number, 0.597, 0.01, WHITE)
    return over(body, stones.layer())


def wing(width: float, tone: Colour, rng: np.random.Generator) -> Layer:
    """A left wing of long feathers in three rows, its root at the lower right."""
    pen = Pen(width, width * 1.25)
    for row, (length, thick) in enumerate(((0.9, 0.085), (0.62, 0.075), (0.38, 0.065))):
        shade = 1 - 0.16 * (2 - row)
        for number in range(13):
            angle = np.radians(205 + number * 7.5 - 110 * (1 - number / 12) ** 2 * 0.35)
            reach = length * (0.72 + 0.28 * np.sin(np.pi * number / 12)) * rng.uniform(0.95, 1.03)
            mixed = shade * (1 - 0.09 * (number % 2))
            colour = tuple(int(min(255, v * mixed + 6 * (number % 2))) for v in tone)
            pen.shape(_feather_line(0.94, 1.0 - 0.03 * number, angle, reach, thick), (colour[0], colour[1], colour[2]))
    return pen.layer()


def _feather_line(x: float, y: float, angle: float, length: float, thick: float) -> Points:
    along, across = np.array([np.cos(angle), np.sin(angle)]), np.array([-np.sin(angle), np.cos(angle)])
    shape = ((0.0, 0.25), (0.3, 0.5), (0.8, 0.45), (1.0, 0.0), (0.82, -0.45), (0.3, -0.5), (0.0, -0.25))
    return curve(np.array([(x, y) + along * length * far + across * thick * side for far, side in shape]))


def sword(length: float, rng: np.random.Generator) -> Layer:
    """A sword standing upright, its point above: bright blade with a groove, guard, grip and pommel."""
    light, dark = one_of(rng, GOLDS)
    wide = length * 0.24
    end = length / wide
    half = rng.uniform(0.1, 0.15)
    guard_at = end * 0.76
    left = Pen(wide, length).shape([(0.5 - half, 0.35), (0.5, 0.02), (0.5, guard_at), (0.5 - half, guard_at)], WHITE)
    right = Pen(wide, length).shape([(0.5 + half, 0.35), (0.5, 0.02), (0.5, guard_at), (0.5 + half, guard_at)], WHITE)
    blade = over(
        ramped(left.layer(), (250, 252, 255), (190, 198, 212)), ramped(right.layer(), (170, 178, 192), (98, 106, 122))
    )
    grip = Pen(wide, length).box(0.43, guard_at, 0.57, end - 0.14, (60, 34, 20), 0.03)
    for number in range(6):
        y = guard_at + 0.1 + number * (end - 0.3 - guard_at) / 6
        grip.stroke([(0.43, y), (0.57, y + 0.05)], (120, 80, 50), 0.02)
    metal = Pen(wide, length).box(0.04, guard_at - 0.05, 0.96, guard_at + 0.06, WHITE, 0.05)
    metal.disc(0.5, end - 0.12, 0.1, WHITE).disc(0.06, guard_at, 0.06, WHITE).disc(0.94, guard_at, 0.06, WHITE)
    return over(over(blade, grip.layer()), ramped(metal.layer(), light, dark))
