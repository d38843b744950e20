"""Harmless: files, sizes, colours and noise."""

import cv2
import numpy as np
from PIL import Image, ImageEnhance, ImageFilter, ImageOps

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import resize_by
from benchmarks.attacks.values import Attacked, OtherPosters, SavedAs


def strong_jpeg(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A file that was squeezed hard."""
    quality = int(rng.integers(20, 41))
    return Attacked(pixels, note=f"quality {quality}", saved_as=SavedAs("JPEG", quality))


def thumbnail(pixels: Pixels, rng: np.random.Generator, others: OtherPosters, wide: int = 200) -> Attacked:
    """200 pixels wide, or as it is where it is smaller."""
    small, place = resize_by(pixels, min(1.0, wide / pixels.shape[1]))
    return Attacked(small, place=place, saved_as=SavedAs("JPEG", 80))


def resized(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Half as wide and high, or up to one and a half times as large."""
    factor = one_of(rng, (0.5, between(rng, 1.15, 1.5)))
    result, place = resize_by(pixels, factor)
    return Attacked(result, place=place, note=f"factor {factor:.2f}")


def webp(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A WebP file as web sites make them."""
    quality = int(rng.integers(45, 85))
    return Attacked(pixels, note=f"quality {quality}", saved_as=SavedAs("WEBP", quality))


def slid(pixels: Pixels, colour: float, contrast: float, gains: tuple[float, float, float] = (1, 1, 1)) -> Pixels:
    """Saturation, contrast and the three channels as a photo app's sliders change them."""
    image = ImageEnhance.Contrast(ImageEnhance.Color(Image.fromarray(pixels)).enhance(colour)).enhance(contrast)
    return np.clip(np.asarray(image) * np.array(gains) + 0.5, 0, 255).astype(np.uint8)


def filter_tint(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Warmer or colder."""
    by = between(rng, 0.08, 0.2) * one_of(rng, (1, -1))
    return Attacked(slid(pixels, 1.05, 1.0, (1 + by, 1 + by / 5, 1 - by)), note=f"warmer by {by:.2f}")


def filter_vintage(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Towards sepia, with darker corners."""
    grey = ImageOps.grayscale(Image.fromarray(pixels))
    sepia = np.asarray(ImageOps.colorize(grey, (35, 20, 12), (255, 240, 205), (150, 115, 80)), np.float32)
    share = between(rng, 0.45, 0.75)
    down, across = np.mgrid[-1 : 1 : pixels.shape[0] * 1j, -1 : 1 : pixels.shape[1] * 1j]
    corners = 1 - between(rng, 0.15, 0.35) * np.clip(np.hypot(across, down) - 0.5, 0, 1)
    mixed = (pixels * (1 - share) + sepia * share) * corners[..., None]
    return Attacked(np.clip(mixed, 0, 255).astype(np.uint8), note=f"share {share:.2f}")


def filter_hard_or_faded(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Hard and colourful; or lifted blacks and few colours, as old prints have."""
    if rng.random() < 0.5:
        return Attacked(slid(pixels, between(rng, 1.1, 1.4), between(rng, 1.3, 1.6)), note="hard")
    lift = between(rng, 30, 60)
    faded = slid(pixels, between(rng, 0.5, 0.75), 0.95) * ((245 - lift) / 255) + lift
    return Attacked(faded.astype(np.uint8), note=f"faded, lift {lift:.0f}")


def grey(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Without colours."""
    return Attacked(np.asarray(ImageOps.grayscale(Image.fromarray(pixels)).convert("RGB")))


def gamma(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Lighter or darker middle tones."""
    power = one_of(rng, (between(rng, 0.55, 0.8), between(rng, 1.25, 1.7)))
    curve = (255 * (np.arange(256) / 255) ** power + 0.5).astype(np.uint8)
    return Attacked(np.asarray(cv2.LUT(pixels, curve), np.uint8), note=f"gamma {power:.2f}")


def blur_and_noise(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Slightly out of focus, with grain."""
    radius = between(rng, 0.7, 1.3) * max(1.0, pixels.shape[1] / 500)
    soft = np.asarray(Image.fromarray(pixels).filter(ImageFilter.GaussianBlur(radius)), np.float32)
    spread = one_of(rng, (5, 8, 11))
    noisy = soft + rng.normal(0, spread, soft.shape)
    return Attacked(np.clip(noisy, 0, 255).astype(np.uint8), note=f"radius {radius:.1f}, noise {spread}")
