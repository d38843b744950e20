"""Things painted in that the film has not: fire, a moon, weapons, animals, a skyline."""

import cv2
import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.eleventh.draw import Ink, Sheet, blend, lay, lay_mid
from benchmarks.attacks.eleventh.find import calm_place, figure
from benchmarks.attacks.eleventh.luck import Colour, bright_colour, likely
from benchmarks.attacks.eleventh.mend import edited
from benchmarks.attacks.eleventh.setting import softer, standing_out
from benchmarks.attacks.eleventh.tones import as_pixels
from benchmarks.attacks.values import Attacked, OtherPosters


def fire(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Flames along the bottom or around a place."""
    high, wide = picture.shape[:2]
    w, h = int(wide * between(rng, 0.35, 1.0)), int(high * between(rng, 0.16, 0.36))
    noise = np.zeros((h, w), np.float32)
    for cells in (5, 10, 20):
        rough = rng.random((max(3, cells // 2 * h // w + 2), cells)).astype(np.float32)
        noise += np.asarray(cv2.resize(rough, (w, h), interpolation=cv2.INTER_CUBIC), np.float32) / (cells / 5)
    rise = np.linspace(1.5, 0, h, dtype=np.float32)[::-1, None]
    sides = np.clip(6 * (0.5 - np.abs(np.linspace(-0.5, 0.5, w, dtype=np.float32))), 0, 1)
    heat = np.clip((noise / 1.75 * 1.5 + rise - 1.25) * sides, 0, 1)
    ramp = np.array([[120, 10, 0], [230, 70, 10], [255, 170, 40], [255, 245, 180]], np.float32)
    colour = np.stack([np.interp(heat, (0, 0.35, 0.7, 1), ramp[:, c]) for c in range(3)], 2)
    patch = np.dstack([as_pixels(colour), as_pixels(np.clip(heat * 2.2, 0, 1) * 255)])
    result = picture.copy()
    x, y = between(rng, 0, 1) * (wide - w), high - h * (1.0 if likely(rng, 0.7) else between(rng, 1.2, 2))
    return edited(picture, result, [lay(result, patch, x, y)], rng)


def _sword(sheet: Sheet, metal: Ink, grip: Ink) -> None:
    sheet.shape([(0.02, 0.15), (0.1, 0.11), (0.74, 0.11), (0.74, 0.19), (0.1, 0.19)], metal)
    sheet.line([(0.08, 0.15), (0.72, 0.15)], (70, 72, 80), 0.008)
    sheet.slab(0.73, 0.03, 0.04, 0.24, grip)
    sheet.slab(0.77, 0.12, 0.19, 0.06, grip, round_by=0.02)


def _pistol(sheet: Sheet, metal: Ink, grip: Ink) -> None:
    sheet.slab(0.05, 0.06, 0.8, 0.12, metal, round_by=0.02)
    sheet.shape([(0.6, 0.15), (0.82, 0.15), (0.92, 0.44), (0.7, 0.44)], grip)
    sheet.arc(0.55, 0.2, 0.08, (0, 180), metal, 0.025)


def weapon(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A sword or a pistol painted over the figure."""
    size, result = between(rng, 0.28, 0.55) * picture.shape[1], picture.copy()
    sheet, grey = Sheet(size, size * 0.46, size), int(between(rng, 150, 225))
    metal: Colour = one_of(rng, ((grey, grey, min(255, grey + 8)), (38, 40, 46), (200, 170, 80)))
    one_of(rng, (_sword, _pistol))(sheet, metal, one_of(rng, ((84, 48, 24), (20, 20, 22), (120, 30, 30))))
    patch = softer(sheet.done(between(rng, -60, 60)), picture)
    box = lay_mid(result, patch, between(rng, 0.3, 0.7) * picture.shape[1], between(rng, 0.4, 0.7) * picture.shape[0])
    return edited(picture, result, [box], rng)


def skyline(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Buildings with lit windows set behind or before the figure."""
    high, wide = picture.shape[:2]
    w, h = between(rng, 0.4, 1.0) * wide, between(rng, 0.2, 0.4) * wide
    sheet, x = Sheet(w, h, h), 0.0
    ink, lit = (
        one_of(rng, ((22, 26, 40), (70, 74, 84), (150, 130, 110))),
        one_of(rng, ((255, 220, 120), (190, 220, 255))),
    )
    while x < w / h:
        broad, top = between(rng, 0.1, 0.3), between(rng, 0.0, 0.6)
        shade = between(rng, 0.7, 1.3)
        sheet.slab(x, top, broad, 1 - top, (int(ink[0] * shade), int(ink[1] * shade), int(ink[2] * shade)))
        for y in np.arange(top + 0.04, 0.95, 0.07):
            for column in np.arange(x + 0.025, x + broad - 0.03, 0.05):
                if likely(rng, 0.45):
                    sheet.slab(float(column), float(y), 0.022, 0.03, lit)
        x += broad * between(rng, 0.9, 1.1)
    result = picture.copy()
    box = lay(result, softer(sheet.done(), picture), between(rng, 0, 1) * (wide - w), between(rng, 0.35, 0.7) * high)
    if likely(rng, 0.5):
        result = blend(result, picture, figure(picture))
    return edited(picture, result, [box], rng)


def moon(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A moon or planet, full or as a sickle, in a calm place of the upper half."""
    share, result = between(rng, 0.16, 0.36), picture.copy()
    size, ink = share * picture.shape[1], one_of(rng, ((236, 232, 214), (222, 90, 60), bright_colour(rng, 0.4, 0.95)))
    spot = calm_place(picture, rng, share, share, (0.1, 0.4))
    ink, sheet = standing_out(picture, spot, ink), Sheet(size, size, size)
    sheet.disc(0.5, 0.5, 0.49, ink)
    for angle in rng.uniform(0, 6.28, int(rng.integers(4, 10))):
        out, shade = between(rng, 0, 0.34), (ink[0] * 4 // 5, ink[1] * 4 // 5, ink[2] * 4 // 5)
        sheet.disc(0.5 + out * np.cos(angle), 0.5 + out * np.sin(angle), between(rng, 0.03, 0.09), shade)
    if likely(rng, 0.3):
        sheet.disc(0.5 + between(rng, 0.2, 0.35), 0.45, 0.46, (0, 0, 0, 0))
    return edited(picture, result, [lay(result, softer(sheet.done(), picture), spot.x, spot.y)], rng)


def birds(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A few birds in the air."""
    result, wide, boxes = picture.copy(), picture.shape[1], []
    for _ in range(int(rng.integers(1, 6))):
        share, spread = between(rng, 0.1, 0.28), between(rng, 0.05, 0.25)
        spot = calm_place(picture, rng, share, share * 0.6, (0.06, 0.5))
        sheet, ink = Sheet(share * wide, share * 0.6 * wide, share * wide), standing_out(picture, spot, (20, 20, 24))
        for side in (-1, 1):
            wing = [(-0.5, 0.3 - spread), (-0.25, 0.2), (-0.04, 0.34), (0, 0.5), (-0.14, 0.36)]
            sheet.shape([(0.5 + side * x, y) for x, y in wing], ink)
        sheet.disc(0.5, 0.4, 0.08, ink, tall=0.8)
        boxes.append(lay(result, softer(sheet.done(), picture), spot.x, spot.y))
    return edited(picture, result, boxes, rng)
