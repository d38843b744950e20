"""Harmless: light, colour, grain and file size."""

from collections.abc import Callable

import cv2
import numpy as np
from numpy.typing import NDArray

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import resize, resize_by
from benchmarks.attacks.values import Attacked, AttackFunction, OtherPosters, SavedAs

Floats = NDArray[np.float32]
Look = tuple[tuple[float, float, float], float, float, float]


def to_pixels(values: Floats) -> Pixels:
    """Back to bytes."""
    return np.clip(values + 0.5, 0, 255).astype(np.uint8)


def strong_jpeg(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """JPEG of quality 20 to 40."""
    quality = int(rng.integers(20, 41))
    return Attacked(pixels, note=f"q {quality}", saved_as=SavedAs("JPEG", quality))


def webp(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """WebP of quality 30 to 70."""
    quality = int(rng.integers(30, 71))
    return Attacked(pixels, note=f"q {quality}", saved_as=SavedAs("WEBP", quality))


def thumbnail(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """200 pixels wide."""
    less, place = resize(pixels, 200, round(200 * pixels.shape[0] / pixels.shape[1]))
    return Attacked(less, place=place, saved_as=SavedAs("JPEG", 85))


def resized(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Half as large up to half as large again."""
    factor = between(rng, 0.5, 1.5)
    other, place = resize_by(pixels, factor)
    return Attacked(other, place=place, note=f"x {factor:.2f}")


def tint(pixels: Pixels, gains: tuple[float, float, float], contrast: float, lift: float, vivid: float) -> Pixels:
    """Channel gains, contrast round the middle, a lift of the blacks and a change of saturation."""
    values = pixels.astype(np.float32) * np.asarray(gains, np.float32)
    grey = values.mean(axis=2, keepdims=True)
    values = grey + (values - grey) * vivid
    return to_pixels(np.asarray((values - 128) * contrast + 128 + lift, np.float32))


def app_filter(name: str, low: float, high: float, look: Callable[[float], Look]) -> AttackFunction:
    """A photo app's filter of a drawn depth."""

    def filtered(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
        depth = between(rng, low, high)
        return Attacked(tint(pixels, *look(depth)), note=f"{depth:.2f}")

    filtered.__name__ = name
    return filtered


warm_filter = app_filter("warm_filter", 0.08, 0.18, lambda depth: ((1 + depth, 1.02, 1 - depth), 1.03, 4, 1.1))
cold_filter = app_filter("cold_filter", 0.08, 0.18, lambda depth: ((1 - depth, 1.0, 1 + depth), 1.05, 0, 0.95))
contrast_filter = app_filter("contrast_filter", 1.25, 1.5, lambda depth: ((1.0, 1.0, 1.0), depth, 0, 1.25))
faded_filter = app_filter("faded_filter", 0.6, 0.78, lambda depth: ((1.0, 1.0, 1.0), depth, 18, 0.7))


def vintage_filter(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Sepia in part, darker corners."""
    sepia = np.array([[0.39, 0.77, 0.19], [0.35, 0.69, 0.17], [0.27, 0.53, 0.13]], np.float32)
    share = between(rng, 0.5, 0.95)
    values = pixels.astype(np.float32)
    values = values * (1 - share) + (values @ sepia.T) * share
    down, across = np.mgrid[-1 : 1 : pixels.shape[0] * 1j, -1 : 1 : pixels.shape[1] * 1j]
    corner = (1 - between(rng, 0.1, 0.25) * (across**2 + down**2) / 1.4).astype(np.float32)
    return Attacked(to_pixels(values * corner[..., None] * 0.92 + 10), note=f"sepia {share:.2f}")


def grey(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Black and white."""
    flat = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    return Attacked(np.asarray(cv2.cvtColor(flat, cv2.COLOR_GRAY2RGB), np.uint8))


def gamma(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Lighter or darker."""
    power = one_of(rng, (between(rng, 0.6, 0.8), between(rng, 1.25, 1.6)))
    table = (255 * (np.arange(256) / 255) ** power + 0.5).astype(np.uint8)
    return Attacked(table[pixels], note=f"gamma {power:.2f}")


def blur_and_noise(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A soft lens and a grainy sensor."""
    sigma = between(rng, 0.7, 1.4) * max(1.0, pixels.shape[1] / 700)
    grain = between(rng, 5, 12)
    soft = np.asarray(cv2.GaussianBlur(pixels, (0, 0), sigma), np.float32)
    noisy = soft + rng.normal(0, grain, pixels.shape).astype(np.float32)
    return Attacked(to_pixels(noisy), note=f"blur {sigma:.1f} noise {grain:.0f}")


FILTERS = (warm_filter, cold_filter, contrast_filter, faded_filter, vintage_filter)


def any_filter(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """One of the colour filters."""
    return one_of(rng, FILTERS)(pixels, rng, others)
