"""Harmless: what files and photo apps do to a poster's pixels, and its size."""

import cv2
import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import resize_by, size_of
from benchmarks.attacks.values import Attacked, AttackFunction, Format, OtherPosters, SavedAs


def rounded(values: np.ndarray) -> Pixels:
    """Floats back to pixels."""
    return np.clip(values + 0.5, 0, 255).astype(np.uint8)


def copied(name: str, saved: Format, qualities: tuple[int, int], low: float, high: float) -> AttackFunction:
    """Saved again, scaled by a factor between low and high; above 2 they are widths in pixels."""

    def copy(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
        factor, quality = between(rng, low, high), int(rng.integers(qualities[0], qualities[1] + 1))
        made, place = resize_by(pixels, factor if high <= 2 else factor / size_of(pixels)[0])
        return Attacked(made, place=place, note=f"{factor:.2f}, quality {quality}", saved_as=SavedAs(saved, quality))

    copy.__name__ = name
    return copy


strong_jpeg = copied("strong_jpeg", "JPEG", (20, 40), 1.0, 1.0)
webp_copy = copied("webp_copy", "WEBP", (35, 75), 1.0, 1.0)
tiny_thumbnail = copied("tiny_thumbnail", "JPEG", (70, 90), 200, 200)
thumbnail_400 = copied("thumbnail_400", "JPEG", (70, 90), 400, 400)
half_size = copied("half_size", "JPEG", (70, 90), 0.45, 0.6)
enlarged = copied("enlarged", "JPEG", (85, 92), 1.2, 1.5)


def photo_app_filter(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """One of the named filters under a photo."""
    kind = one_of(rng, ("warm", "cold", "vintage", "punchy", "faded", "dramatic", "rose"))
    how = between(rng, 0.7, 1.0)
    image = pixels.astype(np.float64)
    grey = image @ np.array([0.299, 0.587, 0.114])
    if kind in ("warm", "cold", "rose"):
        gains = {"warm": (1.14, 1.02, 0.8), "cold": (0.84, 0.99, 1.16), "rose": (1.12, 0.92, 1.02)}[kind]
        made = image * np.array(gains)
    elif kind == "vintage":
        sepia = grey[..., None] * np.array([1.08, 0.92, 0.7])
        height, width = grey.shape
        across, down = np.linspace(-1, 1, width) ** 2, np.linspace(-1, 1, height) ** 2
        vignette = 1 - 0.22 * (across[None, :] + down[:, None])
        made = (0.45 * image + 0.55 * sepia) * 0.9 * vignette[..., None] + 14
    elif kind == "punchy":
        made = (grey[..., None] + 1.35 * (image - grey[..., None]) - 128) * 1.25 + 128
    elif kind == "faded":
        made = (image - 128) * 0.65 + 150
    else:
        made = (0.4 * image + 0.6 * grey[..., None] - 118) * 1.35 + 110
    return Attacked(rounded(image * (1 - how) + made * how), note=f"{kind} {how:.2f}")


def grey_copy(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Black and white, or a mono tone as phones call it."""
    grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    if rng.random() < 0.4:
        grey = np.asarray(cv2.convertScaleAbs(grey, alpha=between(rng, 1.0, 1.2), beta=-8), np.uint8)
    return Attacked(np.dstack([grey] * 3))


def lighter_or_darker(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The brightness slider."""
    gamma = between(rng, 0.55, 0.8) if rng.random() < 0.5 else between(rng, 1.3, 1.7)
    return Attacked(rounded(255 * (pixels / 255.0) ** gamma), note=f"gamma {gamma:.2f}")


def blurred_and_noisy(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Out of focus, and grainy."""
    sigma, grain = size_of(pixels)[0] / 1000 * between(rng, 0.9, 2.2), between(rng, 5, 14)
    soft = cv2.GaussianBlur(pixels, (0, 0), max(0.6, sigma)).astype(np.float32)
    return Attacked(rounded(soft + rng.normal(0, grain, soft.shape)), note=f"sigma {sigma:.1f}, noise {grain:.0f}")
