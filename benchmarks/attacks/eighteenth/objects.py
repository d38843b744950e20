"""Edits: studios' marks, and large things painted in."""

import cv2
import numpy as np
from PIL import Image, ImageDraw

from app.model.geometry import Box, surround
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.eighteenth import words
from benchmarks.attacks.eighteenth.lettering import BOLD, RUBIK, TITLE_FACES, Layer, fitted_mask, inked, lay, lay_middle
from benchmarks.attacks.eighteenth.overlays import plated
from benchmarks.attacks.eighteenth.scene import calm_place, painted_over, text_lines
from benchmarks.attacks.geometry import size_of
from benchmarks.attacks.values import Attacked, OtherPosters


def mark(rng: np.random.Generator, wide: float) -> Layer:
    """A studio's mark about so wide: a folded N, a name in a box, a ring, a shield, a name beside a sign."""
    kind, name = one_of(rng, ("n", "box", "ring", "shield", "sign")), one_of(rng, words.SERVICES)
    ink = one_of(rng, ((229, 9, 20), (0, 99, 229), (255, 255, 255), (240, 180, 20), (20, 20, 24)))
    pale = (255, 255, 255) if ink != (255, 255, 255) else (12, 14, 20)
    if kind == "box":
        return plated(fitted_mask(name, RUBIK, (wide * 0.85, wide * 0.3)), pale, (*ink, 255), 0.05)
    image = Image.new("RGBA", (200, 200), (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)
    if kind == "n":
        pen.rectangle((20, 0, 180, 199), fill=(8, 8, 8, 255))
        for left in (42, 118):
            pen.rectangle((left, 18, left + 40, 182), fill=(150, 6, 14, 255))
        pen.polygon([(42, 18), (82, 18), (158, 182), (118, 182)], fill=(229, 9, 20, 255))
        side = round(wide * 0.6)
        return np.asarray(image.resize((side, side), Image.Resampling.LANCZOS))
    if kind == "shield":
        pen.polygon(
            [(10, 8), (190, 8), (182, 120), (100, 198), (18, 120)], fill=(*ink, 255), outline=(*pale, 255), width=9
        )
    else:
        pen.ellipse((2, 2, 197, 197), fill=(*ink, 255))
        pen.ellipse((16, 16, 183, 183), outline=(*pale, 255), width=7)
    letters = name[: 2 if kind != "sign" else 1]
    mask = fitted_mask(letters, BOLD, (108, 84))
    image.alpha_composite(Image.fromarray(inked(mask, pale)), (100 - mask.shape[1] // 2, 94 - mask.shape[0] // 2))
    if kind == "sign":
        text = Image.fromarray(plated(fitted_mask(name, one_of(rng, TITLE_FACES), (420, 80)), pale, (*ink, 255), 0.5))
        row = Image.new("RGBA", (text.width + 215, 200), (0, 0, 0, 0))
        row.alpha_composite(image)
        row.alpha_composite(text, (215, 100 - text.height // 2))
        image = row
    factor = wide * (1.0 if kind == "sign" else 0.6) / image.width
    return np.asarray(
        image.resize((round(image.width * factor), round(image.height * factor)), Image.Resampling.LANCZOS)
    )


def logo_added(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A studio's mark in a corner or in the middle of the head or foot."""
    (width, height), edge = size_of(pixels), size_of(pixels)[0] * 0.03
    layer = mark(rng, width * between(rng, 0.17, 0.28))
    x = one_of(rng, (edge, width - edge - layer.shape[1], (width - layer.shape[1]) / 2))
    made, box = lay(pixels, layer, x, one_of(rng, (edge, height - edge - layer.shape[0])))
    return Attacked(made, (box,), "logo")


def logo_replaced(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Small lettering near the head or foot painted out, a mark set there."""
    width, height = size_of(pixels)
    small = [
        box
        for box in text_lines(pixels)
        if box.width < width * 0.4 and box.height < width * 0.12 and not height * 0.2 < box.y < height * 0.78
    ]
    old = (
        small[0] if small else Box(round(width * 0.05), round(height * 0.9), round(width * 0.22), round(height * 0.06))
    )
    layer = mark(rng, max(old.width, width * 0.2))
    made, box = lay_middle(painted_over(pixels, old, rng), layer, old.x + old.width / 2, old.y + old.height / 2)
    return Attacked(made, (surround((old, box)) if small else box,), "logo")


def moon_painted(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A full moon or a striped planet with a ring, in the upper part."""
    width, _ = size_of(pixels)
    kind, side = one_of(rng, ("moon", "planet")), 400
    down, across = np.mgrid[-1.5 : 1.5 : side * 1j, -1.5 : 1.5 : side * 1j]
    inside = across**2 + down**2 < 1
    colour = np.array(one_of(rng, ((244, 236, 205), (255, 178, 96), (226, 90, 70), (150, 190, 240))), float)
    light = 0.55 + 0.45 * np.clip(1 - 0.6 * (across + down), 0, 1)
    if kind == "planet":
        light = light * (0.86 + 0.14 * np.sin(down * 13 + across * 2))
    else:
        for x, y, radius in rng.uniform((-0.8, -0.8, 0.06), (0.8, 0.8, 0.26), (11, 3)):
            light = np.where((across - x) ** 2 + (down - y) ** 2 < radius**2, light * 0.86, light)
    layer = np.dstack([np.clip(colour * light[..., None], 0, 255), inside * 255.0]).astype(np.uint8)
    if kind == "planet":
        cv2.ellipse(layer, (200, 200), (195, 46), -18, 0, 180, (235, 220, 190, 255), 14, cv2.LINE_AA)
    wide = round(width * between(rng, 0.4, 0.62))
    layer = np.asarray(cv2.resize(layer, (wide, wide), interpolation=cv2.INTER_AREA), np.uint8)
    spot = calm_place(pixels, (wide * 0.66, wide * 0.66), (0.14, 0.5), rng, middle=False)
    made, box = lay_middle(pixels, layer, *spot)
    return Attacked(made, (box,), kind)


def fire_painted(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Flames along the foot of the poster."""
    width, height = size_of(pixels)
    high, made = round(height * between(rng, 0.2, 0.32)), pixels.astype(np.float32)
    tongues = cv2.resize(rng.random((1, 13)).astype(np.float32), (width, 1), interpolation=cv2.INTER_CUBIC)[0]
    noise = cv2.resize(rng.random((9, 46)).astype(np.float32), (width, high), interpolation=cv2.INTER_CUBIC)
    rise = np.linspace(1, 0, high)[:, None]
    heat = np.clip((0.45 + 0.6 * tongues[None, :] - rise) * 1.7 + (noise - 0.5) * 0.9, 0, 1)
    green = np.clip(heat * 1.3 - 0.3, 0, 1) ** 1.4 * 215
    colours = np.dstack([np.clip(heat * 2.2, 0, 1) * 255, green, np.clip(heat * 2 - 1.6, 0, 1) * 120])
    share = np.clip(heat * 1.6, 0, 1)[..., None]
    made[height - high :] = made[height - high :] * (1 - share) + colours * share
    first = int(np.argmax((share[..., 0] > 0.4).mean(axis=1) > 0.03))
    return Attacked(
        np.clip(made, 0, 255).astype(np.uint8), (Box(0, height - high + first, width, high - first),), "fire"
    )


SHAPES = {
    "car": "0,60 3,44 22,38 38,20 70,18 86,36 108,40 112,60 98,60 94,68 84,68 80,60 32,60 28,68 18,68 14,60",
    "sword": "0,16 22,13 22,2 27,2 27,12 106,11 120,18 106,25 27,24 27,34 22,34 22,23 0,20",
    "plane": "0,30 10,26 40,25 62,2 72,2 60,25 92,25 104,12 112,12 106,30 112,48 104,48 92,35 60,35"
    " 72,58 62,58 40,35 10,34",
    "city": "0,70 0,40 12,40 12,24 24,24 24,48 32,48 32,10 38,2 44,10 44,36 56,36 56,18 70,18 70,44 80,44"
    " 80,28 94,28 94,50 "
    "104,50 104,38 120,38 120,70",
}


def silhouette_painted(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A car, sword, plane or skyline in one colour that stands out, large."""
    width, height = size_of(pixels)
    kind, wide = one_of(rng, tuple(SHAPES)), round(min(width, height) * between(rng, 0.55, 0.85))
    wide = width - 4 if kind == "city" else wide
    points = np.array([pair.split(",") for pair in SHAPES[kind].split()], float) * wide / 120
    if kind == "city":
        points[:, 1] *= min(1.0, 0.6 * height / width)
    mask = np.zeros((int(points[:, 1].max()) + 3, wide + 2), np.uint8)
    cv2.fillPoly(mask, [np.round(points).astype(np.int32)], 255, cv2.LINE_AA)
    x, y = width / 2, height * (between(rng, 0.42, 0.72) if kind != "city" else 1.0)
    top, left = max(0, int(y - mask.shape[0] / 2)), max(0, int(x - wide / 2))
    ground = pixels[top : top + mask.shape[0], left : left + wide].mean(axis=(0, 1))
    inks = ((12, 12, 16), (210, 20, 30), (240, 240, 236), (250, 190, 30), (30, 90, 200))
    far = sorted(inks, key=lambda ink: -float(np.abs(ground - np.asarray(ink)).mean()))
    made, box = lay_middle(pixels, inked(mask, one_of(rng, far[:2])), x, y)
    return Attacked(made, (box,), kind)
