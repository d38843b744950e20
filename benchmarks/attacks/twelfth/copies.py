"""A poster saved, shrunk, enlarged or run through an app's filter on its way."""

import cv2
import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import size_of
from benchmarks.attacks.paint import to_uint8
from benchmarks.attacks.twelfth.pixels import Floats, resized, softened
from benchmarks.attacks.twelfth.places import scaled_and_moved
from benchmarks.attacks.values import Attacked, Format, Matrix, OtherPosters, SavedAs


def _scaled(picture: Pixels, factor: float) -> tuple[Pixels, Matrix]:
    width, height = size_of(picture)
    copy = resized(picture, width * factor, height * factor)
    return copy, scaled_and_moved(copy.shape[1] / width, copy.shape[0] / height, 0, 0)


def messenger_copy(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Sent through a messenger that shrinks and squeezes hard."""
    copy, place = _scaled(picture, min(1.0, between(rng, 700, 1600) / max(size_of(picture))))
    quality = int(rng.integers(14, 42))
    return Attacked(copy, note=f"quality {quality}", place=place, saved_as=SavedAs("JPEG", quality))


def search_thumbnail(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The thumbnail of an image search, about 200 pixels wide, kept instead of the picture."""
    copy, place = _scaled(picture, between(rng, 180, 220) / picture.shape[1])
    return Attacked(
        copy, note=f"{copy.shape[1]} wide", place=place, saved_as=SavedAs("JPEG", int(rng.integers(60, 90)))
    )


def blown_up(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Enlarged to look big enough to post."""
    copy, place = _scaled(picture, min(between(rng, 1.4, 2.6), 3200 / picture.shape[0]))
    return Attacked(copy, note=f"{copy.shape[1]} wide", place=place)


def other_format(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Saved in the format a site prefers."""
    kinds: tuple[Format, ...] = ("WEBP", "WEBP", "AVIF", "PNG")
    kind = one_of(rng, kinds)
    return Attacked(picture.copy(), note=kind, saved_as=SavedAs(kind, int(rng.integers(25, 80))))


def toned(picture: Pixels, gains: tuple[float, float, float], lift: float, contrast: float, colour: float) -> Pixels:
    """Another balance of colours, blacks lifted, other contrast, other strength of colour."""
    values = (picture.astype(np.float32) - 128) * contrast + 128
    grey = values @ np.array((0.3, 0.59, 0.11), np.float32)
    values = grey[..., None] + (values - grey[..., None]) * np.float32(colour)
    return to_uint8(lift + values * np.array(gains, np.float32) * (255 - lift) / 255)


def _corners_darker(picture: Pixels, share: float) -> Floats:
    y, x = np.mgrid[-1 : 1 : picture.shape[0] * 1j, -1 : 1 : picture.shape[1] * 1j].astype(np.float32)
    return np.asarray(1 - share * np.clip((x * x + y * y) / 2, 0, 1), np.float32)[..., None]


def warm_filter(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A golden filter."""
    some = between(rng, 0.05, 0.2)
    copy = toned(picture, (1 + some, 1 + some * 0.3, 1 - some * 1.3), between(rng, 0, 12), between(rng, 0.95, 1.1), 1.1)
    return Attacked(copy, note=f"warmer by {some:.2f}")


def cold_filter(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A bluish filter, often with paler colours."""
    some = between(rng, 0.05, 0.18)
    copy = toned(picture, (1 - some * 1.2, 1.0, 1 + some), 0, between(rng, 0.95, 1.15), between(rng, 0.6, 1.0))
    return Attacked(copy, note=f"colder by {some:.2f}")


def vintage_filter(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Faded like an old print, darker in the corners, grainy."""
    copy = toned(picture, (1.06, 0.99, 0.86), between(rng, 12, 40), between(rng, 0.75, 0.95), between(rng, 0.4, 0.8))
    values = copy * _corners_darker(copy, between(rng, 0.1, 0.45))
    values += rng.normal(0, between(rng, 2, 8), (*copy.shape[:2], 1)).astype(np.float32)
    return Attacked(to_uint8(values))


def punchy_filter(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Contrast and colour turned up."""
    contrast, colour = between(rng, 1.15, 1.5), between(rng, 1.1, 1.6)
    return Attacked(toned(picture, (1, 1, 1), 0, contrast, colour), note=f"contrast {contrast:.2f}")


def black_and_white(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A black-and-white filter, harder or softer."""
    return Attacked(toned(picture, (1, 1, 1), between(rng, 0, 10), between(rng, 0.9, 1.35), 0))


def lighter_or_darker(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The brightness slider moved."""
    gamma = one_of(rng, (between(rng, 0.5, 0.8), between(rng, 1.25, 1.9)))
    curve = to_uint8(255 * (np.arange(256, dtype=np.float32) / 255) ** gamma)
    return Attacked(curve[picture], note=f"gamma {gamma:.2f}")


def soft_and_grainy(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Out of focus, with the grain of a dim photo."""
    radius = between(rng, 0.0015, 0.0045) * picture.shape[1]
    soft = softened(picture.astype(np.float32), radius)
    return Attacked(to_uint8(soft + rng.normal(0, between(rng, 4, 14), picture.shape)), note=f"blur {radius:.1f}")


def made_crisp(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The sharpness or structure slider pushed too far."""
    strength, radius = between(rng, 0.6, 2.2), one_of(rng, (1.0, 1.5, 0.012 * picture.shape[1]))
    values = picture.astype(np.float32)
    strength /= 2 if radius > 3 else 1
    return Attacked(to_uint8(values + strength * (values - softened(values, radius))), note=f"by {strength:.1f}")


def fine_grain(picture: Pixels, strength: float, rng: np.random.Generator) -> Pixels:
    """The grain of a camera chip over everything."""
    noise = rng.normal(0, strength, picture.shape).astype(np.float32)
    return to_uint8(picture + cv2.GaussianBlur(noise, (0, 0), 0.7) * 1.6)
