"""Benign: the same picture in another file: compression, size, format."""

import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.encode import save_and_open
from benchmarks.attacks.geometry import resize_by, size_of
from benchmarks.attacks.values import Attacked, Format, OtherPosters, SavedAs


def jpeg(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Saved as a poor JPEG."""
    quality = int(rng.integers(25, 51))
    return Attacked(picture, note=f"q {quality}", saved_as=SavedAs("JPEG", quality))


def jpeg_at(picture: Pixels, _rng: np.random.Generator, _others: OtherPosters, *, quality: int) -> Attacked:
    """Saved as JPEG of one quality."""
    return Attacked(picture, note=f"q {quality}", saved_as=SavedAs("JPEG", quality))


def twice_saved(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Saved, shrunk by a few per cent and saved again, as one platform after another does."""
    first = SavedAs("JPEG", int(rng.integers(45, 75)))
    factor = rng.uniform(0.8, 0.97)
    smaller, place = resize_by(save_and_open(picture, first), factor)
    second = SavedAs("JPEG", int(rng.integers(45, 80)))
    return Attacked(smaller, note=f"q {first.quality}, x{factor:.2f}", place=place, saved_as=second)


def resized(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Smaller, but no thumbnail."""
    factor = rng.uniform(0.4, 0.7)
    smaller, place = resize_by(picture, factor)
    return Attacked(smaller, note=f"x{factor:.2f}", place=place, saved_as=_saved_well(rng))


def thumb200(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A thumbnail 200 pixels high or wide."""
    side = size_of(picture)[int(rng.integers(2))]
    smaller, place = resize_by(picture, min(1.0, 200 / side))
    return Attacked(smaller, note=f"from {side}", place=place, saved_as=_saved_well(rng))


def thumbnail_of(picture: Pixels, rng: np.random.Generator, _others: OtherPosters, *, pixels: int) -> Attacked:
    """A thumbnail so many pixels high."""
    smaller, place = resize_by(picture, min(1.0, pixels / picture.shape[0]))
    return Attacked(smaller, note=f"{smaller.shape[1]} wide", place=place, saved_as=_saved_well(rng))


def upscaled(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Blown up to about twice its size."""
    factor = rng.uniform(1.8, 2.2)
    larger, place = resize_by(picture, factor)
    return Attacked(larger, note=f"x{factor:.2f}", place=place, saved_as=_saved_well(rng))


def png(picture: Pixels, _rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Written as PNG."""
    return Attacked(picture, saved_as=SavedAs("PNG"))


def webp(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Written as WebP, as many sites serve it."""
    return _as_format(picture, "WEBP", int(rng.integers(30, 80)))


def avif(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Written as AVIF."""
    return _as_format(picture, "AVIF", int(rng.integers(30, 75)))


def _as_format(picture: Pixels, name: Format, quality: int) -> Attacked:
    return Attacked(picture, note=f"q {quality}", saved_as=SavedAs(name, quality))


def _saved_well(rng: np.random.Generator) -> SavedAs:
    return SavedAs("JPEG", int(rng.integers(70, 93)))
