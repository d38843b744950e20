"""Benign: cursors, rings, arrows, hidden names and codes over the poster."""

import cv2
import numpy as np
from PIL import ImageDraw

from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import size_of
from benchmarks.attacks.seventh.canvas import FINE, Mask, drawn, lay, polygon, rounded
from benchmarks.attacks.seventh.devices import NAMES
from benchmarks.attacks.seventh.finding import calm_place
from benchmarks.attacks.seventh.lettering import (
    UI_BOLD,
    lay_mask,
    line_mask,
)
from benchmarks.attacks.seventh.overlays import SITES
from benchmarks.attacks.values import Attacked, OtherPosters, SavedAs


def left_over_cursor(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A mouse's arrow that got into the screenshot."""
    canvas = picture.copy()
    width, height = size_of(canvas)
    tall = max(12, round(float(rng.uniform(0.04, 0.07)) * width))
    arrow = [(0, 0), (0, 0.82), (0.26, 0.6), (0.42, 1.0), (0.58, 0.94), (0.42, 0.56), (0.74, 0.56)]
    mask = polygon(round(0.8 * tall), tall, [(x * 1.2, y) for x, y in arrow])
    x, y = round(float(rng.uniform(0.1, 0.85)) * width), round(float(rng.uniform(0.1, 0.85)) * height)
    lay_mask(canvas, mask, x, y, (255, 255, 255), outline=max(1, tall // 18), outline_colour=(0, 0, 0))
    return Attacked(canvas, saved_as=SavedAs("PNG"))


def _stroke(width: int, height: int, points: Mask, thick: float) -> Mask:
    """A line as from a finger on glass, through points in pixels."""
    path = [(float(x) * FINE, float(y) * FINE) for x, y in points]
    around = thick * FINE / 2
    dots = [(x - around, y - around, x + around, y + around) for x, y in path]

    def pull(pen: ImageDraw.ImageDraw, k: int) -> None:
        pen.line(path, 255, round(thick * k), "curve")
        for dot in dots:
            pen.ellipse(dot, 255)

    return drawn(width, height, pull)


def ring_drawn_by_hand(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A red ring scrawled round something."""
    canvas = picture.copy()
    width, height = size_of(canvas)
    at = np.linspace(0, 2 * np.pi * float(rng.uniform(1.02, 1.12)), 70) + rng.uniform(0, 6)
    wobble = 1 + 0.05 * np.sin(2 * at + rng.uniform(0, 6)) + np.linspace(0, 0.1, 70)
    across, down = float(rng.uniform(0.12, 0.24)) * width, float(rng.uniform(0.1, 0.2)) * width
    x, y = rng.uniform(0.3, 0.7) * width, rng.uniform(0.2, 0.8) * height
    points = np.stack([x + across * wobble * np.cos(at), y + down * wobble * np.sin(at)], axis=-1).astype(np.float32)
    lay(canvas, _stroke(width, height, points, max(2.0, 0.012 * width)), 0, 0, (238, 20, 24))
    return Attacked(canvas)


def arrow_drawn_by_hand(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A red or yellow arrow drawn with a finger."""
    canvas = picture.copy()
    width, height = size_of(canvas)
    t = np.linspace(0, 1, 40)
    start = np.array([rng.uniform(0.1, 0.9) * width, rng.uniform(0.15, 0.85) * height])
    end = np.array([0.5 * width, 0.5 * height]) + rng.uniform(-0.15, 0.15, 2) * width
    along = end - start
    length = max(1.0, float(np.hypot(*along)))
    aside = np.array([-along[1], along[0]]) * float(rng.uniform(-0.2, 0.2))
    shaft = start + t[:, None] * along + (np.sin(np.pi * t))[:, None] * aside
    tip = shaft[-1] - shaft[-4]
    angle, head = float(np.arctan2(tip[1], tip[0])), max(0.07 * width, 0.18 * length)
    barbs = [end - head * np.array([np.cos(angle + s), np.sin(angle + s)]) for s in (0.5, -0.5)]
    points = np.vstack([shaft, barbs[0], end, barbs[1]]).astype(np.float32)
    colour = (238, 20, 24) if rng.random() < 0.7 else (255, 225, 20)
    lay(canvas, _stroke(width, height, points, max(2.0, 0.014 * width)), 0, 0, colour)
    return Attacked(canvas)


def username_hidden(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A poster's name blacked out or pixelated away in a strip."""
    canvas = picture.copy()
    width, height = size_of(canvas)
    wide, tall = round(float(rng.uniform(0.25, 0.42)) * width), max(8, round(0.05 * width))
    x, y = round(float(rng.uniform(0.03, 0.5)) * width), round(float(rng.choice([0.02, 0.9])) * height)
    if rng.random() < 0.5:
        lay(canvas, rounded(wide, tall, tall * 0.2), x, y, (0, 0, 0))
        return Attacked(canvas, note="blacked out")
    name = line_mask("@" + NAMES[int(rng.integers(0, len(NAMES)))], 0.4 * tall, UI_BOLD, widest=wide)
    lay_mask(canvas, name, x + 2, y + tall // 4, (255, 255, 255), shadow=1.0)
    part = canvas[y : y + tall, x : x + wide]
    cells = cv2.resize(part, (max(2, wide * 5 // tall), 5), interpolation=cv2.INTER_AREA)
    canvas[y : y + tall, x : x + wide] = cv2.resize(
        cells, (part.shape[1], part.shape[0]), interpolation=cv2.INTER_NEAREST
    )
    return Attacked(canvas, note="pixelated")


def code_to_scan(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A QR code on a white card."""
    canvas = picture.copy()
    side = round(float(rng.uniform(0.16, 0.28)) * picture.shape[1])
    text = f"https://{SITES[int(rng.integers(0, len(SITES)))]}/{int(rng.integers(1000, 9999))}"
    code = np.asarray(cv2.QRCodeEncoder.create().encode(text), np.uint8)
    cells = cv2.resize(np.pad(code, 2, constant_values=255), (side, side), interpolation=cv2.INTER_NEAREST)
    spot = calm_place(picture, side, side, rng)
    canvas[spot.y : spot.y + spot.height, spot.x : spot.x + spot.width] = cells[: spot.height, : spot.width, None]
    return Attacked(canvas, note=text)
