"""Edits that paint light, fire and weather in: flames, lightning, blood, snow, moon."""

from itertools import pairwise

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import size_of
from benchmarks.attacks.seventh.canvas import Mask, clouds, cut_to, edited_file, lay, softened
from benchmarks.attacks.seventh.finding import box_of, calm_place, figure_of
from benchmarks.attacks.values import Attacked, OtherPosters


def _screened(canvas: Pixels, light: Mask, x: int, y: int) -> None:
    """Light (RGB, 0..255) added as the "screen" layer of editors does."""
    spot = cut_to(canvas, Box(x, y, light.shape[1] + min(0, x), light.shape[0] + min(0, y)))
    part = light[max(0, -y) :, max(0, -x) :][: spot.height, : spot.width]
    rows, columns = slice(spot.y, spot.y + spot.height), slice(spot.x, spot.x + spot.width)
    under = canvas[rows, columns].astype(np.float32)
    canvas[rows, columns] = np.clip(255 - (255 - under) * (255 - part) / 255 + 0.5, 0, 255).astype(np.uint8)


def _changed(before: Pixels, after: Pixels, least: int = 24) -> Box:
    """The box of what differs clearly."""
    return box_of(np.asarray(np.abs(before.astype(np.float32) - after).max(axis=2) > least, np.float32))


def flames_painted_in(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Flames along the foot, or round the figure, with sparks above."""
    canvas = picture.copy()
    width, height = size_of(canvas)
    tall = round(float(rng.uniform(0.28, 0.45)) * height)
    wide = width if rng.random() < 0.6 else round(0.6 * width)
    x = round(float(rng.uniform(0, 1)) * (width - wide))
    across, down = np.meshgrid(np.arange(wide, dtype=np.float32), np.arange(tall, dtype=np.float32))
    bend = (clouds(rng, wide, tall, 5) - 0.5) * 0.22 * width
    tongues = cv2.resize(clouds(rng, wide, max(8, tall // 3), 9), (wide, tall), interpolation=cv2.INTER_CUBIC)
    tongues = cv2.remap(tongues, across + bend, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
    rise = down / tall
    side = np.ones_like(across) if wide == width else np.clip(1.15 - np.abs(across / wide * 2 - 1) ** 3, 0, 1)
    heat = np.clip((tongues * 1.1 + rise * 1.25 - 1.0) * 1.5, 0, 1) * side
    stops = [0.0, 0.25, 0.5, 0.75, 1.0]
    colours = ((0, 140, 245, 255, 255), (0, 22, 110, 205, 248), (0, 2, 10, 70, 200))
    fire = np.stack([np.interp(heat, stops, channel) for channel in colours], axis=-1).astype(np.float32)
    lay(canvas, np.asarray(np.clip(heat * 2.2, 0, 1) * 0.75, np.float32), x, height - tall, fire)
    _screened(canvas, fire * 0.8, x, height - tall)
    box = _changed(picture, canvas, 45)
    for _ in range(int(rng.integers(15, 40))):
        spark = (x + int(rng.integers(0, wide)), box.y + int(rng.integers(0, max(1, box.height))))
        cv2.circle(canvas, spark, max(1, width // 330), (255, int(rng.integers(150, 230)), 60), -1, cv2.LINE_AA)
    return Attacked(canvas, (box,), f"{wide} by {tall}", saved_as=edited_file(rng))


def lightning_painted_in(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A forked bolt with a violet glow, from above."""
    canvas = picture.copy()
    width, height = size_of(canvas)
    bolt = np.zeros((height, width), np.uint8)

    def strike(start: Mask, end: Mask, thick: float, depth: int) -> None:
        points = [start, end]
        sway = float(np.hypot(*(end - start))) * 0.16
        for _ in range(5):
            longer = [points[0]]
            for one, other in pairwise(points):
                longer += [(one + other) / 2 + rng.normal(0, sway / 2, 2).astype(np.float32), other]
            points, sway = longer, sway * 0.55
        line = np.round(np.array(points)).astype(np.int32)
        cv2.polylines(bolt, [line], False, (255,), max(1, round(thick)), cv2.LINE_AA)
        if depth:
            for at in rng.choice(np.arange(6, 28), 3, replace=False):
                away = (end - start) * rng.uniform(0.25, 0.45) + rng.normal(0, 0.13 * width, 2)
                strike(points[int(at)], points[int(at)] + away.astype(np.float32), thick * 0.5, depth - 1)

    top = np.array([rng.uniform(0.2, 0.8) * width, 0], np.float32)
    foot = np.array([rng.uniform(0.2, 0.8) * width, rng.uniform(0.4, 0.65) * height], np.float32)
    strike(top, foot, max(2.0, width / 120), 2)
    core = bolt.astype(np.float32) / 255
    glow = softened(core, width / 45) * 3.2 + softened(core, width / 150) * 1.4
    light = glow[..., None] * np.array([120, 110, 255]) + softened(core, 0.7)[..., None] * 255
    _screened(canvas, np.asarray(np.clip(light, 0, 255), np.float32), 0, 0)
    lay(canvas, core, 0, 0, (255, 252, 255))
    if int(np.abs(canvas.astype(int) - picture).max()) < 60:
        lay(canvas, softened(core, width / 100), 0, 0, (60, 40, 170))
    return Attacked(canvas, (_changed(picture, canvas),), "bolt", saved_as=edited_file(rng))


def blood_painted_on(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Blood splashed on, with drips running down and wet lights."""
    canvas = picture.copy()
    width, height = size_of(canvas)
    blot = np.zeros((height, width), np.uint8)
    x, y = rng.uniform(0.25, 0.75) * width, rng.uniform(0.15, 0.6) * height
    size = float(rng.uniform(0.1, 0.17)) * width
    for _ in range(70):
        away = abs(float(rng.normal(0, 1))) * size
        angle = rng.uniform(0, 2 * np.pi)
        radius = max(1, round(size * 0.34 * float(rng.uniform(0.2, 1.0)) * np.exp(-away / (1.1 * size))))
        centre = (round(x + away * np.cos(angle)), round(y + away * np.sin(angle) * 0.8))
        cv2.ellipse(
            blot,
            centre,
            (radius, max(1, round(radius * 0.7))),
            float(np.degrees(angle)),
            0,
            360,
            (255,),
            -1,
            cv2.LINE_AA,
        )
    for _ in range(int(rng.integers(3, 7))):
        left = round(x + rng.normal(0, 0.5) * size)
        end = round(y + float(rng.uniform(0.5, 2.4)) * size)
        thick = max(2, round(size * float(rng.uniform(0.06, 0.12))))
        cv2.line(blot, (left, round(y)), (left, end), (255,), thick, cv2.LINE_AA)
        cv2.circle(blot, (left, end), round(thick * 0.75), (255,), -1, cv2.LINE_AA)
    soft = softened(blot.astype(np.float32) / 255, max(1.0, width / 260))
    mask = np.asarray(np.clip((soft - 0.3) * 4, 0, 1), np.float32)
    thick_there = softened(mask, max(1.2, width / 120))
    slope_x, slope_y = cv2.Sobel(thick_there, cv2.CV_32F, 1, 0), cv2.Sobel(thick_there, cv2.CV_32F, 0, 1)
    wet = np.clip((slope_x + slope_y) * 2.2 - 0.25, 0, 1)[..., None]
    red = (
        np.array([128, 6, 10])
        * (1.25 - 0.7 * thick_there[..., None])
        * (0.8 + 0.4 * clouds(rng, width, height, 9)[..., None])
    )
    under = canvas.astype(np.float32)
    paint = np.clip(red * 0.92 + under * np.array([0.12, 0.03, 0.03]) + wet * 150, 0, 255)
    lay(canvas, mask, 0, 0, np.asarray(paint, np.float32), 0.95)
    return Attacked(canvas, (_changed(picture, canvas),), f"{size:.0f} wide", saved_as=edited_file(rng))


def snowstorm_painted_in(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Falling snow in three depths, a pale haze, and a drift at the foot."""
    canvas = picture.copy()
    width, height = size_of(canvas)
    pale = float(canvas.mean()) > 175
    haze = np.full((height, width), 0.26, np.float32)
    lay(canvas, haze, 0, 0, (90, 108, 130) if pale else (206, 216, 230))
    for count, radius, blur, strength in (
        (260, 0.0022, 0.0015, 0.85),
        (120, 0.0045, 0.003, 0.8),
        (22, 0.013, 0.009, 0.6),
    ):
        flakes = np.zeros((height, width), np.uint8)
        for _ in range(count):
            at = (int(rng.integers(0, width)), int(rng.integers(0, height)))
            long = max(1, round(radius * width))
            cv2.ellipse(flakes, at, (long, max(1, round(long * 1.3))), 20, 0, 360, (255,), -1, cv2.LINE_AA)
        lay(canvas, softened(flakes.astype(np.float32) / 255, blur * width), 0, 0, (250, 252, 255), strength)
    edge = height * (0.91 + 0.05 * (clouds(rng, width, 4, 3)[1] - 0.5))
    drift = np.clip((np.arange(height)[:, None] - edge[None]) / (0.012 * height), 0, 1).astype(np.float32)
    grain = 222 + 26 * clouds(rng, width, height, 14)[..., None] - 24 * (np.arange(height)[:, None, None] / height)
    lay(canvas, drift, 0, 0, np.asarray(np.clip(grain * np.array([0.97, 0.99, 1.03]), 0, 255), np.float32), 0.95)
    return Attacked(canvas, (Box(0, 0, width, height),), "everywhere", saved_as=edited_file(rng))


def moon_painted_in(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A full moon with seas and craters and a glow, behind the figure."""
    canvas = picture.copy()
    width, height = size_of(canvas)
    side = round(float(rng.uniform(0.22, 0.42)) * width)
    spot = calm_place(picture, side, side, rng, (0.02, 0.5))
    side = min(spot.width, spot.height)
    across, down = np.meshgrid(np.linspace(-1, 1, side), np.linspace(-1, 1, side))
    away = np.hypot(across, down)
    seas = clouds(rng, side, side, 3)
    relief = clouds(rng, side, side, 10)
    for _ in range(26):
        x, y = rng.uniform(-0.8, 0.8, 2)
        ring = np.hypot(across - x, down - y) / float(rng.uniform(0.03, 0.13))
        relief += 0.35 * np.exp(-((ring - 1) ** 2) * 8) - 0.25 * (ring < 0.9)
    smooth = softened(relief, max(0.8, side / 90))
    light = (cv2.Sobel(smooth, cv2.CV_32F, 1, 0) + cv2.Sobel(smooth, cv2.CV_32F, 0, 1)) * side / 160
    level = (208 - 74 * np.clip((seas - 0.5) * 3, 0, 1) + 60 * np.clip(light, -0.5, 0.5)) * np.sqrt(
        np.clip(1.04 - away**2, 0.1, 1)
    )
    tint = np.array([1.04, 1.0, 0.9]) if rng.random() < 0.7 else np.array([1.15, 0.6, 0.42])
    disc = np.asarray(np.clip((1 - away) * side / 2, 0, 1), np.float32)
    mask = np.zeros((height, width), np.float32)
    mask[spot.y : spot.y + side, spot.x : spot.x + side] = disc
    front = figure_of(picture)
    covered = float((mask * front).sum()) / max(1.0, float(mask.sum()))
    if covered < 0.6:
        mask *= 1 - front
    halo = softened(mask, side * 0.11) * (1 - mask)
    lay(canvas, halo, 0, 0, (236, 232, 210), 0.4)
    paint = np.zeros((height, width, 3), np.float32)
    paint[spot.y : spot.y + side, spot.x : spot.x + side] = np.clip(level[..., None] * tint, 0, 255)
    lay(canvas, mask, 0, 0, paint)
    return Attacked(canvas, (box_of(mask),), f"{side} wide", saved_as=edited_file(rng))
