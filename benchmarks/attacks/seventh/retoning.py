"""Benign: saved again, seen through filters, blurred, sharpened."""

import cv2
import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.encode import save_and_open
from benchmarks.attacks.geometry import resize, size_of
from benchmarks.attacks.seventh.canvas import Mask
from benchmarks.attacks.values import Attacked, OtherPosters, SavedAs


def _bytes(values: Mask) -> Pixels:
    return np.asarray(np.clip(values + 0.5, 0, 255), np.uint8)


def _toned(picture: Pixels, low: float, contrast: float, colour: float, tint: tuple[float, float, float]) -> Mask:
    """low: how far black is lifted. contrast about the middle. colour: saturation. tint: gain of each channel."""
    values = picture.astype(np.float32) / 255
    grey = values.mean(axis=2, keepdims=True)
    values = (grey + (values - grey) * colour) * np.array(tint, np.float32)
    values = 0.5 + (values - 0.5) * contrast
    return np.asarray((low + values * (1 - low)) * 255, np.float32)


def _dark_corners(values: Mask, strength: float) -> Mask:
    height, width = values.shape[:2]
    across, down = np.meshgrid(np.linspace(-1, 1, width), np.linspace(-1, 1, height))
    return np.asarray(values * (1 - strength * np.clip(across**2 + down**2, 0, 2) / 2)[..., None], np.float32)


def crushed_jpeg(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Saved as a JPEG of quality 20 to 40, now and then twice."""
    quality = int(rng.integers(20, 41))
    pixels = save_and_open(picture, SavedAs("JPEG", quality + 8)) if rng.random() < 0.5 else picture.copy()
    return Attacked(pixels, note=f"quality {quality}", saved_as=SavedAs("JPEG", quality))


def crushed_webp(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Saved as a small WebP."""
    quality = int(rng.integers(12, 40))
    return Attacked(picture.copy(), note=f"quality {quality}", saved_as=SavedAs("WEBP", quality))


def search_result_thumbnail(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """As in a search engine's results: 200 pixels wide."""
    width, height = size_of(picture)
    pixels, place = resize(picture, 200, round(200 * height / width))
    return Attacked(pixels, place=place, saved_as=SavedAs("JPEG", int(rng.integers(60, 80))))


def faded_warm_filter(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A photo app's warm, faded filter with dark corners."""
    lift = float(rng.uniform(0.06, 0.14))
    toned = _toned(picture, lift, 0.88, 0.85, (1.1, 1.02, 0.84))
    return Attacked(_bytes(_dark_corners(toned, 0.25)), note=f"lifted {lift:.2f}", saved_as=SavedAs("JPEG", 85))


def cool_punchy_filter(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A photo app's cold filter with much contrast and colour."""
    contrast = float(rng.uniform(1.15, 1.35))
    toned = _toned(picture, 0.0, contrast, 1.3, (0.92, 1.0, 1.12))
    return Attacked(_bytes(_dark_corners(toned, 0.15)), note=f"contrast {contrast:.2f}", saved_as=SavedAs("JPEG", 85))


def all_grey(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Black and white."""
    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
    return Attacked(np.repeat(grey[..., None], 3, axis=2), saved_as=SavedAs("JPEG", 88))


def browned_old(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Sepia."""
    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY).astype(np.float32)[..., None]
    brown = grey * np.array([1.07, 0.92, 0.70], np.float32) + np.array([12, 6, 0], np.float32)
    share = float(rng.uniform(0.75, 1.0))
    return Attacked(_bytes(picture * (1 - share) + brown * share), note=f"share {share:.2f}")


def gamma_turned(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Another gamma, lighter or darker."""
    gamma = float(rng.choice([rng.uniform(0.5, 0.72), rng.uniform(1.4, 1.9)]))
    return Attacked(_bytes(255 * (picture.astype(np.float32) / 255) ** gamma), note=f"gamma {gamma:.2f}")


def brightness_pulled(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Brighter or darker by a quarter."""
    gain = float(rng.choice([rng.uniform(0.6, 0.78), rng.uniform(1.2, 1.4)]))
    return Attacked(_bytes(picture.astype(np.float32) * gain), note=f"gain {gain:.2f}")


def soft_and_grainy(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Out of focus, with a sensor's noise."""
    sigma, grain = picture.shape[1] * float(rng.uniform(0.0022, 0.0045)), float(rng.uniform(5, 12))
    soft = cv2.GaussianBlur(picture, (0, 0), sigma).astype(np.float32)
    noise = rng.normal(0, grain, picture.shape[:2])[..., None] + rng.normal(0, grain / 2, picture.shape)
    return Attacked(_bytes(np.asarray(soft + noise, np.float32)), note=f"sigma {sigma:.2f}, grain {grain:.1f}")


def oversharpened(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Sharpened until the edges ring."""
    amount = float(rng.uniform(0.8, 1.8))
    values = picture.astype(np.float32)
    soft = cv2.GaussianBlur(values, (0, 0), max(0.8, picture.shape[1] / 350))
    return Attacked(_bytes(values + amount * (values - soft)), note=f"amount {amount:.2f}")
