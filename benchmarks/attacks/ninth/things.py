"""Edits that paint things in, or a logo out: weapon, car, fire, explosion, moon."""

import cv2
import numpy as np
from PIL.ImageDraw import ImageDraw

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import size_of
from benchmarks.attacks.ninth.draw import (
    bounds,
    clouds,
    drawn,
    ellipse,
    fill,
    lay,
    shaded,
    spread,
    stamp,
    turned,
)
from benchmarks.attacks.ninth.find import calm_spot
from benchmarks.attacks.values import Attacked, OtherPosters


def weapon_painted_in(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A pistol, shaded like metal."""
    width, height = size_of(picture)

    def pistol(draw: ImageDraw, w: int, h: int) -> None:
        steel, grip = (122, 128, 138, 255), (74, 56, 44, 255)
        draw.polygon([(w * x, h * y) for x, y in ((0.68, 0.36), (0.9, 0.36), (1, 0.98), (0.76, 0.98))], grip)
        draw.rectangle((w * 0.12, h * 0.3, w * 0.86, h * 0.44), (92, 96, 104, 255))
        draw.rounded_rectangle((0, h * 0.08, w * 0.94, h * 0.33), h // 30, steel)
        for x in (0.74, 0.79, 0.84):
            draw.line((w * x, h * 0.1, w * x, h * 0.31), (34, 36, 40, 255), w // 60)
        draw.rectangle((w * 0.03, h * 0.02, w * 0.07, h * 0.09), steel)
        draw.arc((w * 0.5, h * 0.4, w * 0.74, h * 0.68), 0, 180, (92, 96, 104, 255), w // 36)
        draw.line((w * 0.64, h * 0.44, w * 0.61, h * 0.58), steel, w // 36)

    long = width * rng.uniform(0.26, 0.42)
    layer = turned(shaded(drawn(long, long * 0.68, pistol), 0.7), rng.uniform(-15, 20))
    zone = Box(round(width * 0.08), round(height * 0.3), round(width * 0.84), round(height * 0.45))
    result, box = stamp(picture, layer, *calm_spot(picture, layer.shape[1], layer.shape[0], rng, zone), shadow=0.4)
    return Attacked(result, (box,))


def car_painted_in(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A car from the side, shaded, standing in the lower part."""
    width, height = size_of(picture)
    paints = [(176, 22, 28, 255), (28, 60, 130, 255), (34, 36, 40, 255), (210, 214, 220, 255)]
    paint = paints[int(rng.integers(4))]
    body = (
        (0, 0.66),
        (0.02, 0.5),
        (0.2, 0.42),
        (0.34, 0.14),
        (0.42, 0.08),
        (0.64, 0.08),
        (0.78, 0.38),
        (0.96, 0.44),
        (1, 0.6),
        (0.99, 0.78),
        (0.02, 0.78),
    )
    panes = (
        ((0.27, 0.4), (0.37, 0.17), (0.49, 0.15), (0.49, 0.4)),
        ((0.52, 0.4), (0.52, 0.15), (0.62, 0.16), (0.72, 0.4)),
    )

    seam = (paint[0] // 2, paint[1] // 2, paint[2] // 2, 255)

    def car(draw: ImageDraw, w: int, h: int) -> None:
        draw.polygon([(w * x, h * y) for x, y in body], paint)
        for pane in panes:
            draw.polygon([(w * x, h * y) for x, y in pane], (40, 56, 70, 255))
            draw.line([(w * pane[0][0], h * 0.38), (w * (pane[0][0] + 0.1), h * 0.2)], (150, 170, 184, 255), w // 90)
        draw.line((w * 0.5, h * 0.42, w * 0.5, h * 0.76), seam, w // 160)
        draw.rectangle((w * 0.04, h * 0.66, w * 0.96, h * 0.69), seam)
        draw.ellipse((w * 0.01, h * 0.5, w * 0.05, h * 0.6), (255, 240, 190, 255))
        draw.rectangle((w * 0.965, h * 0.48, w * 0.995, h * 0.58), (230, 30, 20, 255))
        for x in (0.2, 0.8):
            for size, colour in ((0.1, (16, 16, 18, 255)), (0.062, (150, 154, 160, 255)), (0.02, (40, 40, 44, 255))):
                draw.ellipse((w * (x - size), h * 0.76 - w * size, w * (x + size), h * 0.76 + w * size), colour)

    long = width * rng.uniform(0.42, 0.6)
    layer = shaded(drawn(long, long * 0.42, car), 0.5)
    if rng.random() < 0.5:
        layer = np.ascontiguousarray(layer[:, ::-1])
    zone = Box(round(width * 0.04), round(height * 0.5), round(width * 0.92), round(height * 0.36))
    result, box = stamp(picture, layer, *calm_spot(picture, layer.shape[1], layer.shape[0], rng, zone), shadow=0.5)
    return Attacked(result, (box,))


def _burning(heat: np.ndarray) -> np.ndarray:
    """Black body colours of heat 0..1."""
    stops = np.array([0, 0.25, 0.5, 0.75, 1.0])
    colours = np.array([[30, 4, 0], [150, 24, 4], [236, 96, 10], [255, 190, 40], [255, 248, 190]], float)
    return np.stack([np.interp(heat, stops, colours[:, n]) for n in range(3)], axis=2)


def fire_painted_in(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Flames rising from the foot of the picture, tongues reaching up, sparks above."""
    width, height = size_of(picture)
    tall = round(height * rng.uniform(0.24, 0.38))
    left, right = sorted(float(v) for v in (rng.uniform(0, 0.2), rng.uniform(0.7, 1)))
    noise = clouds(width, tall, rng, 6, 4)
    tongues = cv2.GaussianBlur(rng.random((1, max(8, width // 5))).astype(np.float32), (0, 0), 1.1)
    tongues = cv2.resize(tongues, (width, 1), interpolation=cv2.INTER_CUBIC)
    tongues = (tongues - tongues.min()) / max(1e-3, float(np.ptp(tongues)))
    up = np.linspace(1, 0, tall)[:, None]
    rows, columns = np.mgrid[:tall, :width].astype(np.float32)
    sway = columns + np.sin(rows / tall * 9 + columns / width * 5).astype(np.float32) * width * 0.02
    tops = cv2.remap(tongues.astype(np.float32), sway, np.zeros_like(sway), cv2.INTER_LINEAR, None, cv2.BORDER_REFLECT)
    across = np.arange(width)[None] / width
    edges = np.clip((across - left) / 0.08, 0, 1) * np.clip((right - across) / 0.08, 0, 1)
    heat = np.clip((0.3 + 0.75 * tops) * (0.65 + 0.6 * noise) * edges - up, -0.3, 1)
    mask, glow = np.zeros((height, width), np.float32), np.zeros((height, width, 3), np.float32)
    mask[-tall:] = np.clip(heat * 5 + 0.1, 0, 0.95)
    glow[-tall:] = _burning(np.clip(heat * 1.7 + 0.15 * noise, 0, 1))
    box = bounds(mask)
    mask *= spread(picture, np.ones((box.height, box.width)), box.x, box.y)
    return Attacked(lay(picture, glow, mask), (box,))


def explosion_painted_in(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A ball of fire with smoke at its rim."""
    width, height = size_of(picture)
    radius = width * rng.uniform(0.16, 0.26)
    x = width * rng.uniform(0.25, 0.75)
    y = height * rng.uniform(0.3, 0.7)
    rows, columns = np.mgrid[:height, :width]
    away = np.hypot(columns - x, rows - y) / radius
    noise = clouds(width, height, rng, 9, 5)
    billows = 1 - np.abs(clouds(width, height, rng, 12, 4) * 2 - 1)
    body = 1.25 - away - 0.55 * noise
    heat = np.clip(body * 1.5 + 0.35 * billows - 0.2, 0, 1)
    mask = np.clip(body * 7, 0, 1) * (away < 1.3)
    smoke = np.clip(1 - body * 3, 0, 0.7)[..., None]
    ball = _burning(heat) * (1 - smoke) + (60 * billows[..., None] + 30) * smoke
    return Attacked(lay(picture, ball, mask), (bounds(mask),))


def moon_painted_in(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A full moon with its seas in the upper part, glowing a little."""
    width, height = size_of(picture)
    radius = width * rng.uniform(0.1, 0.17)
    size = round(radius * 2)
    zone = Box(round(width * 0.05), round(height * 0.04), round(width * 0.9), round(height * 0.36))
    left, top = calm_spot(picture, size, size, rng, zone)
    x, y = left + radius, top + radius
    disc, halo = ellipse(picture, x, y, radius, radius), ellipse(picture, x, y, radius * 1.2, radius * 1.2, radius / 2)
    seas = clouds(width, height, rng, round(width / radius * 1.3), 4)
    surface = np.clip(206 + 40 * (1 - seas) - 90 * np.clip(seas - 0.5, 0, 1), 0, 255)
    for _ in range(9):
        angle, far = rng.uniform(0, 2 * np.pi), radius * rng.uniform(0.1, 0.8)
        crater = radius * rng.uniform(0.05, 0.13)
        where = x + far * np.cos(angle), y + far * np.sin(angle)
        surface += 14 * ellipse(picture, *where, crater * 1.3, crater * 1.3, 1)
        surface -= 34 * ellipse(picture, where[0] + 0.5, where[1] + 0.5, crater, crater, 1)
    light = picture[top : top + size, left : left + size].mean() > 120
    tint = np.array([0.95, 0.5, 0.3] if light else [1, 0.985, 0.92])
    rows, columns = np.mgrid[:height, :width]
    surface *= np.sqrt(np.clip(1.15 - ((columns - x) ** 2 + (rows - y) ** 2) / radius**2 * 0.5, 0.3, 1))
    result = lay(picture, tint * 236, halo * 0.3)
    return Attacked(lay(result, surface[..., None] * tint, disc), (bounds(disc),))


def logo_removed(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The busiest small place at the foot painted out."""
    width, height = size_of(picture)
    across, down = round(width * rng.uniform(0.13, 0.2)), round(width * rng.uniform(0.07, 0.1))
    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
    detail = cv2.morphologyEx(grey, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8)).astype(np.float32)
    sums = cv2.blur(detail, (across, down), borderType=cv2.BORDER_CONSTANT)
    sums[: round(height * 0.8)] = 0
    sums[height - down // 2 - 1 :] = sums[:, : across // 2 + 1] = sums[:, width - across // 2 - 1 :] = 0
    row, column = np.unravel_index(int(np.argmax(sums)), sums.shape)
    x, y = max(1, int(column) - across // 2), max(1, int(row) - down // 2)
    hole = np.zeros((height, width), np.float32)
    hole[y : min(height - 1, y + down), x : min(width - 1, x + across)] = 1
    busy = cv2.morphologyEx((detail > 40).astype(np.float32), cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8))
    hole *= cv2.dilate(busy, np.ones((3, 3), np.uint8))
    return Attacked(fill(picture, hole, rng), (bounds(hole),))
