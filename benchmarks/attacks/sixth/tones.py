"""Benign: saving, sizes and looks."""

import cv2
import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.encode import save_and_open
from benchmarks.attacks.geometry import resize, size_of
from benchmarks.attacks.sixth.tools import Mask, as_pixels, count, floats, saved
from benchmarks.attacks.values import Attacked, OtherPosters, SavedAs


def strong_jpeg(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Saved so small that the blocks show, then once more."""
    quality = count(rng, 9, 24)
    return Attacked(save_and_open(picture, SavedAs("JPEG", quality)), note=f"quality {quality}", saved_as=saved(rng))


def tiny200(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A thumbnail of 200 pixels across."""
    width, height = size_of(picture)
    small, place = resize(picture, 200, round(height * 200 / width))
    return Attacked(small, note="200 px", place=place, saved_as=saved(rng))


def blown_up(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A small copy made large again."""
    width, height = size_of(picture)
    low = between(rng, 0.4, 0.75)
    small, _ = resize(picture, round(width * low), round(height * low))
    factor = between(rng, 1.4, 2.2)
    large, _ = resize(save_and_open(small, SavedAs("JPEG", 80)), round(width * factor), round(height * factor))
    place = np.diag([size_of(large)[0] / width, size_of(large)[1] / height, 1.0])
    return Attacked(large, note=f"{low:.2f} then {factor:.2f}", place=place, saved_as=saved(rng))


def tinted(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A warm, cold, green or pink filter."""
    name, gains = one_of(
        rng,
        (
            ("warm", (1.14, 1.02, 0.78)),
            ("cold", (0.8, 0.98, 1.2)),
            ("green", (0.88, 1.12, 0.86)),
            ("pink", (1.15, 0.88, 1.06)),
        ),
    )
    return Attacked(as_pixels(picture * floats(gains)), note=name, saved_as=saved(rng))


def faded_film(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """An old-photograph filter: lifted blacks, less colour, dark corners."""
    width, height = size_of(picture)
    grey = picture.mean(axis=2, keepdims=True).astype(np.float32)
    keep = between(rng, 0.45, 0.75)
    faded = grey + (picture - grey) * keep
    faded = 28 + faded * floats([0.88, 0.82, 0.7])
    down, across = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    dark = 1 - between(rng, 0.15, 0.3) * np.clip(down**2 + across**2 - 0.5, 0, 1.5)
    return Attacked(as_pixels(faded * dark[..., None]), note=f"colour {keep:.2f}", saved_as=saved(rng))


def two_tone(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Dark and light parts each pulled to a colour, partly."""
    dark, light = one_of(
        rng, (((20, 40, 90), (255, 190, 120)), ((60, 10, 70), (250, 230, 120)), ((0, 50, 50), (255, 200, 190)))
    )
    level = picture.mean(axis=2, keepdims=True).astype(np.float32) / 255
    toned = floats(dark) * (1 - level) + floats(light) * level
    share = between(rng, 0.35, 0.7)
    return Attacked(as_pixels(picture * (1 - share) + toned * share), note=f"share {share:.2f}", saved_as=saved(rng))


def vivid(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Much colour and contrast."""
    grey = picture.mean(axis=2, keepdims=True).astype(np.float32)
    colour, contrast = between(rng, 1.4, 1.9), between(rng, 1.1, 1.3)
    strong = (grey + (picture - grey) * colour - 128) * contrast + 128
    return Attacked(as_pixels(strong), note=f"colour {colour:.2f}, contrast {contrast:.2f}", saved_as=saved(rng))


def greyed(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Black and white."""
    grey = picture @ floats([0.3, 0.59, 0.11])
    strong = (grey - 128) * between(rng, 0.9, 1.25) + 128
    return Attacked(as_pixels(np.repeat(strong[..., None], 3, axis=2)), note="grey", saved_as=saved(rng))


def gamma_bent(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Much lighter or darker middle tones."""
    power = one_of(rng, (between(rng, 0.45, 0.7), between(rng, 1.5, 2.0)))
    return Attacked(as_pixels(255 * (picture / 255.0) ** power), note=f"power {power:.2f}", saved_as=saved(rng))


def soft_grain(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Blurred, then grainy."""
    width, height = size_of(picture)
    sigma, grain = between(rng, 0.7, 1.6) * max(1, width / 500), between(rng, 6, 15)
    blurred = cv2.GaussianBlur(picture, (0, 0), sigma).astype(np.float32)
    noise: Mask = rng.normal(0, grain, (height, width, 1)).astype(np.float32)
    coloured = rng.normal(0, grain * 0.4, (height, width, 3)).astype(np.float32)
    note = f"sigma {sigma:.1f}, grain {grain:.0f}"
    return Attacked(as_pixels(blurred + noise + coloured), note=note, saved_as=saved(rng))


def over_sharp(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Sharpened until it rings."""
    amount = between(rng, 1.2, 2.6)
    low = cv2.GaussianBlur(picture, (0, 0), between(rng, 1.0, 2.2)).astype(np.float32)
    return Attacked(as_pixels(picture + (picture - low) * amount), note=f"amount {amount:.1f}", saved_as=saved(rng))
