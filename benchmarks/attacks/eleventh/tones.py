"""Colour treatments that apps and tired eyes give a picture."""

import cv2
import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between
from benchmarks.attacks.eleventh.luck import likely


def as_pixels(light: np.ndarray) -> Pixels:
    """Light values of any kind as pixels."""
    return np.clip(light + 0.5, 0, 255).astype(np.uint8)


def through_curve(picture: Pixels, gamma: float, contrast: float, lift: float) -> Pixels:
    """Other gamma, contrast around the middle and lifted blacks (0 to 255)."""
    steps = (np.arange(256) / 255) ** gamma
    table = as_pixels(((steps - 0.5) * contrast + 0.5) * (255 - lift) + lift)
    return np.asarray(cv2.LUT(picture, table), np.uint8)


def tinted(picture: Pixels, red: float, green: float, blue: float) -> Pixels:
    """Each channel made stronger or weaker."""
    return as_pixels(picture * np.array([red, green, blue], np.float32))


def saturated(picture: Pixels, by: float) -> Pixels:
    """Colours stronger (above 1), weaker, or none (0)."""
    grey = np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), np.float32)[..., None]
    return as_pixels(grey + (picture - grey) * np.float32(by))


def vignetted(picture: Pixels, strength: float) -> Pixels:
    """Darker towards the corners."""
    height, width = picture.shape[:2]
    y, x = np.linspace(-1, 1, height, dtype=np.float32)[:, None], np.linspace(-1, 1, width, dtype=np.float32)
    return as_pixels(picture * (1 - np.float32(strength) * np.clip((x * x + y * y) / 2, 0, 1))[..., None])


def grained(picture: Pixels, rng: np.random.Generator, sigma: float, *, coloured: bool = False) -> Pixels:
    """With noise."""
    noise = rng.standard_normal((*picture.shape[:2], 3 if coloured else 1), np.float32)
    return as_pixels(picture + noise * np.float32(sigma))


def old_look(picture: Pixels, rng: np.random.Generator) -> Pixels:
    """Faded and yellowish, as an old print."""
    faded = saturated(through_curve(picture, 1, between(rng, 0.75, 0.95), between(rng, 10, 45)), between(rng, 0.5, 0.8))
    warm = tinted(faded, between(rng, 1.02, 1.12), between(rng, 0.96, 1.02), between(rng, 0.72, 0.9))
    return vignetted(warm, between(rng, 0.2, 0.6)) if likely(rng, 0.7) else warm


def app_look(picture: Pixels, rng: np.random.Generator) -> Pixels:
    """One of the usual filters of photo apps."""
    kind = int(rng.integers(5))
    if kind == 0:
        return old_look(picture, rng)
    if kind == 1:
        return tinted(through_curve(picture, 0.95, 1.15, 0), between(rng, 0.82, 0.95), 1.0, between(rng, 1.05, 1.2))
    if kind == 2:
        return saturated(through_curve(picture, 1, between(rng, 1.15, 1.45), 0), between(rng, 1.1, 1.5))
    if kind == 3:
        warm = tinted(picture, between(rng, 1.06, 1.18), 1.02, between(rng, 0.78, 0.92))
        return saturated(warm, between(rng, 1.0, 1.2))
    return vignetted(saturated(picture, between(rng, 0.35, 0.7)), between(rng, 0.2, 0.5))


def lit_unevenly(picture: Pixels, rng: np.random.Generator, strength: float) -> Pixels:
    """Brighter on one side than on the other, as under a lamp."""
    corners = 1 + rng.uniform(-strength, strength, (2, 2)).astype(np.float32)
    light = cv2.resize(corners, (picture.shape[1], picture.shape[0]), interpolation=cv2.INTER_LINEAR)
    return as_pixels(picture * np.asarray(light, np.float32)[..., None])


def shone_on(picture: Pixels, rng: np.random.Generator, strength: float) -> Pixels:
    """With the reflection of a lamp, a window or a strip light."""
    wide, high = 120, max(8, round(120 * picture.shape[0] / picture.shape[1]))
    glare = np.zeros((high, wide), np.float32)
    x, y = between(rng, 0.1, 0.9) * wide, between(rng, 0.08, 0.8) * high
    kind = int(rng.integers(3))
    if kind == 0:
        size = between(rng, 0.05, 0.16) * wide
        cv2.ellipse(glare, ((x, y), (size * between(rng, 1, 2.5), size), between(rng, 0, 180)), 1.0, -1)
    elif kind == 1:
        lean, span = between(rng, -0.8, 0.8) * high, between(rng, 0.04, 0.12) * wide
        ends = np.array([[x - lean, 0], [x - lean + span, 0], [x + lean + span, high], [x + lean, high]], np.int32)
        cv2.fillPoly(glare, [ends], 0.8)
    else:
        w, h = between(rng, 0.1, 0.22) * wide, between(rng, 0.12, 0.3) * wide
        for column in (0, 1):
            for row in (0, 1):
                corner = np.array([x + column * w * 1.1, y + row * h * 1.1])
                pane = (corner + np.array([(0, 0), (w, w * 0.1), (w, h + w * 0.1), (0, h)])).astype(np.int32)
                cv2.fillPoly(glare, [pane], 0.75)
    soft = cv2.GaussianBlur(glare, (0, 0), between(rng, 1.5, 7))
    light = np.asarray(cv2.resize(soft, (picture.shape[1], picture.shape[0])), np.float32)[..., None]
    return as_pixels(picture + (np.float32(255) - picture) * np.clip(light * np.float32(strength), 0, 1))
