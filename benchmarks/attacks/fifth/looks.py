"""Benign, the fifth set: what saving, shrinking and photo filters do."""

import cv2
import numpy as np
from numpy.typing import NDArray

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.encode import save_and_open
from benchmarks.attacks.geometry import resize, scale_matrix
from benchmarks.attacks.paint import grey_of, to_uint8
from benchmarks.attacks.values import Attacked, OtherPosters, SavedAs

FILTERS = ("sepia", "cool", "warm", "contrast", "faded film", "duotone", "vivid")
DUOTONES = (
    ((30, 20, 70), (255, 210, 180)),
    ((0, 50, 60), (250, 230, 160)),
    ((60, 0, 40), (255, 220, 220)),
    ((10, 30, 80), (220, 250, 240)),
)


def strong_jpeg(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Benign: saved as a JPEG of quality 10 to 35."""
    quality = int(rng.integers(10, 36))
    return Attacked(picture.copy(), note=f"quality {quality}", saved_as=SavedAs("JPEG", quality))


def small_thumbnail(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Benign: made 120 to 240 pixels wide."""
    wide = int(rng.integers(120, 241))
    small, place = resize(picture, wide, round(wide * picture.shape[0] / picture.shape[1]))
    return Attacked(small, note=f"{wide} wide", place=place, saved_as=SavedAs("JPEG", int(rng.integers(60, 90))))


def shrunk_and_enlarged(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Benign: a thumbnail made large again."""
    height, width = picture.shape[:2]
    wide = int(rng.integers(150, 260))
    small, _ = resize(picture, wide, round(wide * height / width))
    small = save_and_open(small, SavedAs("JPEG", int(rng.integers(60, 85))))
    factor = rng.uniform(1.0, 1.6)
    how = int(rng.choice([cv2.INTER_LINEAR, cv2.INTER_CUBIC, cv2.INTER_LANCZOS4]))
    size = (round(width * factor), round(height * factor))
    large = np.asarray(cv2.resize(small, size, interpolation=how), np.uint8)
    place = scale_matrix(size[0] / width, size[1] / height)
    return Attacked(large, note=f"by way of {wide}", place=place, saved_as=SavedAs("JPEG", 82))


def colour_filtered(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Benign: one of a photo app's filters, at half to full strength."""
    name = str(rng.choice(FILTERS))
    strength = rng.uniform(0.55, 1.0)
    filtered = _filtered(picture.astype(np.float32), name, rng)
    mixed = picture * (1 - strength) + filtered * strength
    return Attacked(to_uint8(mixed), note=f"{name} {strength:.2f}", saved_as=SavedAs("JPEG", int(rng.integers(75, 93))))


def _filtered(values: NDArray[np.float32], name: str, rng: np.random.Generator) -> NDArray[np.float32]:
    grey = values @ np.array([0.299, 0.587, 0.114], np.float32)
    if name == "sepia":
        result = grey[:, :, None] * np.array([1.08, 0.88, 0.66]) + 10
    elif name in ("cool", "warm"):
        cast = np.array([0.86, 0.98, 1.16]) if name == "cool" else np.array([1.14, 1.02, 0.84])
        result = values * cast + (4 if name == "cool" else 8)
    elif name == "contrast":
        result = (values - 118) * rng.uniform(1.25, 1.55) + 118
    elif name == "faded film":
        result = (grey[:, :, None] * 0.35 + values * 0.65) * 0.74 + np.array([44, 38, 46])
    elif name == "duotone":
        dark, light = one_of(rng, DUOTONES)
        share = grey[:, :, None] / 255
        result = 0.7 * (np.array(dark) * (1 - share) + np.array(light) * share) + 0.3 * values
    else:
        result = grey[:, :, None] + (values - grey[:, :, None]) * rng.uniform(1.4, 1.8)
    return np.asarray(np.clip(result, 0, 255), np.float32)


def greyed(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Benign: black and white, brighter or darker in the middle tones."""
    bent = 255 * (grey_of(picture) / 255) ** rng.uniform(0.8, 1.25)
    return Attacked(to_uint8(np.repeat(bent[:, :, None], 3, axis=2)), saved_as=SavedAs("JPEG", 85))


def blurred_and_noisy(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Benign: a little out of focus and grainy."""
    sigma = picture.shape[1] / 300 * rng.uniform(0.6, 1.3)
    soft = cv2.GaussianBlur(picture, (0, 0), sigma).astype(np.float32)
    noisy = soft + rng.normal(0, rng.uniform(5, 13), picture.shape) + rng.normal(0, 3, (*picture.shape[:2], 1))
    return Attacked(to_uint8(noisy), note=f"sigma {sigma:.1f}", saved_as=SavedAs("JPEG", 80))
