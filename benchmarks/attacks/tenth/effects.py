"""Edits: fire, a moon, blood and sparks painted into a poster."""

import cv2
import numpy as np
from numpy.typing import NDArray

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.tenth.draw import Sheet
from benchmarks.attacks.tenth.find import calm_place
from benchmarks.attacks.tenth.masks import Mask, Rng, blurred, resized
from benchmarks.attacks.tenth.scenes import clouds
from benchmarks.attacks.values import Attacked, OtherPosters


def _glowing(heat: Mask) -> NDArray[np.float32]:
    """Heat 0..1 as the colours of flames."""
    steps = np.array([0, 0.25, 0.5, 0.75, 1.0])
    colours = np.array([[40, 6, 4], [176, 28, 6], [248, 110, 14], [255, 210, 60], [255, 250, 215]], np.float32)
    return np.stack([np.interp(heat, steps, colours[:, channel]) for channel in range(3)], axis=2).astype(np.float32)


def fire(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """Flames rise from the lower edge."""
    sheet = Sheet(picture)
    high, wide = round(rng.uniform(0.26, 0.4) * sheet.height), sheet.width
    tongues = clouds(high, wide, rng, 7.0, 0.45)
    y, x = np.mgrid[:high, :wide].astype(np.float32)
    sway = (clouds(high, wide, rng, 4.0) - 0.5) * 0.12 * high
    moved = cv2.remap(tongues, x + sway, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
    tongues = np.asarray(moved, np.float32)
    reach = 0.55 + 0.45 * cv2.resize(rng.random((1, 9), dtype=np.float32), (wide, 1), interpolation=cv2.INTER_CUBIC)
    rise = np.clip(y / high / reach - (1 / reach - 1) * 0.9, 0, 1)
    heat = np.clip(rise * 1.25 + (tongues - 0.62) * 1.1 * (0.4 + rise), 0, 1).astype(np.float32)
    heat *= np.clip(y / (0.2 * high), 0, 1)
    alpha = np.clip(heat * 3.2 - 0.35, 0, 1).astype(np.float32)
    sheet.lay(alpha, 0, sheet.height - high, _glowing(heat), 0.95)
    return sheet.edited()


def explosion(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """A ball of fire with smoke and flying pieces."""
    sheet = Sheet(picture)
    size = round(rng.uniform(0.4, 0.62) * min(sheet.width, sheet.height))
    y, x = np.mgrid[-1 : 1 : size * 1j, -1 : 1 : size * 1j].astype(np.float32)
    away, angle = np.hypot(x, y), np.arctan2(y, x)
    lumps = clouds(size, size, rng, 5.0)
    edge = 0.66 + 0.12 * np.sin(angle * 5 + rng.uniform(0, 6)) * np.cos(angle * 3 + rng.uniform(0, 6))
    heat = np.clip((edge - away) * 1.7 + (lumps - 0.4) * 0.95, 0, 1).astype(np.float32)
    smoke = np.clip((0.95 - away) * 2.5 + (clouds(size, size, rng, 4.0) - 0.65) * 1.8, 0, 1).astype(np.float32)
    smoke *= np.clip((1 - away) * 8, 0, 1)
    left = rng.uniform(0.02, 0.98) * (sheet.width - size)
    top = rng.uniform(0.1, 0.9) * (sheet.height - size)
    grey = (34 + 46 * lumps)[..., None] * np.array([1.05, 1.0, 0.96], np.float32)
    sheet.lay(smoke, left, top, grey, 0.9)
    sheet.lay(np.clip(heat * 3 - 0.2, 0, 1).astype(np.float32), left, top, _glowing(heat), 1.0)
    pieces = np.zeros((size, size), np.float32)
    for _ in range(26):
        turn, near = rng.uniform(0, 2 * np.pi), rng.uniform(0.55, 0.85)
        ends = [
            (0.5 + 0.5 * (near + step) * np.array([np.cos(turn), np.sin(turn)])) * size
            for step in (0, rng.uniform(0.04, 0.12))
        ]
        points = [(int(end[0]), int(end[1])) for end in ends]
        cv2.line(pieces, points[0], points[1], 1.0, max(1, size // 90), cv2.LINE_AA)
    sheet.lay(pieces, left, top, (255, 206, 96))
    return sheet.edited()


def moon(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """A large moon with craters and a glow, high on the poster."""
    sheet = Sheet(picture)
    size = round(rng.uniform(0.24, 0.4) * min(sheet.width, sheet.height))
    place = calm_place(picture, (size, size), rng, (0.02, 0.55))
    y, x = np.mgrid[-1 : 1 : size * 1j, -1 : 1 : size * 1j].astype(np.float32)
    away = np.hypot(x, y)
    alpha = np.clip((0.985 - away) * size / 2, 0, 1).astype(np.float32)
    seas = np.clip(clouds(size, size, rng, 3.0) * 1.6 - 0.5, 0, 1)
    light = 242 - 74 * seas - 18 * clouds(size, size, rng, 14.0)
    for _ in range(14):
        cx, cy, r = rng.uniform(-0.75, 0.75), rng.uniform(-0.75, 0.75), rng.uniform(0.03, 0.11)
        ring = np.hypot(x - cx, y - cy) / r
        light += 20 * np.exp(-(((ring - 1) / 0.25) ** 2)) - 22 * (ring < 0.9)
    light = light * np.clip(1.06 - 0.25 * away**3, 0, 1)
    # A red moon is lost on a light or a red ground.
    tints = ((1.0, 0.99, 0.94), (0.9, 0.96, 1.0), (1.0, 0.5, 0.36))
    dark = sheet.patch(place.x, place.y, size, size).mean(axis=0)[0] < 90
    tint = np.array(one_of(rng, tints if dark else tints[:2]), np.float32)
    sheet.halo(alpha, place.x, place.y, (235, 230, 205), 0.007 * sheet.long, 0.5)
    sheet.lay(alpha, place.x, place.y, np.clip(light[..., None] * tint, 0, 255))
    return sheet.edited()


def blood(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """A splash of blood that runs down in drops."""
    sheet = Sheet(picture)
    wide, high = round(rng.uniform(0.45, 0.75) * sheet.width), round(rng.uniform(0.3, 0.46) * sheet.height)
    mask = np.zeros((high * 2, wide * 2), np.float32)
    cx, cy = rng.uniform(0.35, 0.65) * wide * 2, rng.uniform(0.25, 0.35) * high * 2
    unit = 0.011 * sheet.long
    for _ in range(100):
        turn, near = rng.uniform(0, 2 * np.pi), rng.exponential(0.3)
        x, y = cx + near * np.cos(turn) * wide * 0.9, cy + near * np.sin(turn) * high * 0.6
        r = max(1.0, unit * rng.uniform(0.5, 4.2) * np.exp(-near * 1.8))
        cv2.ellipse(
            mask,
            (int(x), int(y)),
            (int(r * (1 + near)), max(1, int(r))),
            float(np.degrees(turn)),
            0,
            360,
            1.0,
            -1,
            cv2.LINE_AA,
        )
    for _ in range(int(rng.integers(5, 10))):
        x, thick = cx + rng.normal(0, 0.22) * wide, max(2, int(unit * rng.uniform(0.6, 1.4)))
        end = cy + rng.uniform(0.25, 0.68) * high * 2 * 0.9
        cv2.line(mask, (int(x), int(cy)), (int(x), int(end)), 1.0, thick, cv2.LINE_AA)
        cv2.circle(mask, (int(x), int(end)), int(thick * 0.9) + 1, 1.0, -1, cv2.LINE_AA)
    mask = np.clip(blurred(mask, unit * 0.35) * 3 - 1, 0, 1).astype(np.float32)
    small = resized(mask, wide, high)
    lit = np.clip(blurred(small, unit * 0.3) - np.roll(blurred(small, unit * 0.3), 2, axis=0), 0, 1)[..., None]
    tone = (0.75 + 0.5 * clouds(high, wide, rng, 8.0))[..., None] * np.array([150, 8, 12], np.float32)
    x, y = rng.uniform(0.02, 0.98) * (sheet.width - wide), rng.uniform(0.0, 0.9) * (sheet.height - high)
    sheet.lay(small, x, y, np.clip(tone + 200 * lit, 0, 255), 0.94)
    return sheet.edited()


def rain_of_sparks(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """Bright sparks with short tails all over the poster or its lower part."""
    sheet = Sheet(picture)
    streaks = np.zeros((sheet.height, sheet.width), np.float32)
    top = one_of(rng, (0.0, 0.3))
    lean = rng.uniform(-0.9, 0.9)
    for _ in range(int(rng.integers(110, 190))):
        x, y = rng.uniform(0, sheet.width), rng.uniform(top, 1) * sheet.height
        angle, length = lean + rng.normal(0, 0.25), rng.exponential(0.02) * sheet.long + 2
        end = (int(x + np.sin(angle) * length), int(y + np.cos(angle) * length))
        cv2.line(
            streaks, (int(x), int(y)), end, 1.0, max(2, round(rng.uniform(0.003, 0.009) * sheet.long)), cv2.LINE_AA
        )
    sheet.halo(streaks, 0, 0, (255, 96, 10), 0.006 * sheet.long, 0.6)
    sheet.lay(streaks, 0, 0, (255, 176, 50))
    sheet.lay(blurred(cv2.erode(streaks, np.ones((2, 2))), 0.4), 0, 0, (255, 240, 190))
    return sheet.edited()
