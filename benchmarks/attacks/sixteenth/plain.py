"""Harmless: other colours, sizes, quality; turned, cropped, seen from the side, on a border."""

from collections.abc import Callable

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import Colour, crop, resize, resize_by, shift_matrix, size_of, warp
from benchmarks.attacks.sixteenth.lettering import colours
from benchmarks.attacks.sixteenth.places import Mask
from benchmarks.attacks.values import Attacked, AttackFunction, Matrix, OtherPosters, SavedAs

GROUNDS = colours("ffffff 000000 18181a ece8e0 787878 967d5f 465a78")
GREY = np.array([0.299, 0.587, 0.114], np.float32)


def _vintage(values: Mask, by: float) -> Mask:
    sepia = (values @ GREY)[..., None] * np.array([1.08, 0.93, 0.72], np.float32)
    down, across = np.meshgrid(*(np.linspace(-1, 1, size) for size in values.shape[:2]), indexing="ij")
    return (20 + 0.88 * (values + (sepia - values) * 0.6 * by)) * (1 - 0.18 * (down**2 + across**2))[..., None]


FILTERS: dict[str, Callable[[Mask, float], Mask]] = {
    "warm": lambda values, by: values * (1 + by * np.array([0.14, 0.02, -0.2], np.float32)),
    "cold": lambda values, by: values * (1 + by * np.array([-0.18, 0.0, 0.16], np.float32)),
    "vintage": _vintage,
    "high contrast": lambda values, by: (values - 118) * (1 + 0.4 * by) + 118,
    "faded": lambda values, by: 45 * by + values * (1 - 0.28 * by),
    "vivid": lambda values, by: values + (values - (values @ GREY)[..., None]) * 0.7 * by,
    "grey": lambda values, by: np.repeat((values @ GREY)[..., None], 3, axis=2),
    "lighter": lambda values, by: 255 * (values / 255) ** (1 - 0.35 * by),
    "darker": lambda values, by: 255 * (values / 255) ** (1 + 0.5 * by),
}


def _coloured(name: str, *kinds: str) -> AttackFunction:
    def coloured(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
        kind, by = one_of(rng, kinds), between(rng, 0.7, 1.2)
        values = FILTERS[kind](pixels.astype(np.float32), by)
        return Attacked(np.clip(np.round(values), 0, 255).astype(np.uint8), note=f"{kind} {by:.2f}")

    coloured.__name__ = coloured.__qualname__ = name
    return coloured


colour_filter = _coloured("colour_filter", "warm", "cold", "vintage", "high contrast", "faded", "vivid")
grey = _coloured("grey", "grey")
gamma = _coloured("gamma", "lighter", "darker")


def strong_jpeg(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    return Attacked(pixels, saved_as=SavedAs("JPEG", int(rng.integers(20, 41))))


def as_webp(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    return Attacked(pixels, saved_as=SavedAs("WEBP", int(rng.integers(40, 81))))


def thumbnail(pixels: Pixels, rng: np.random.Generator, others: OtherPosters, width: int = 200) -> Attacked:
    small, place = resize(pixels, width, round(pixels.shape[0] * width / pixels.shape[1]))
    return Attacked(small, place=place, saved_as=SavedAs("JPEG", 78))


def thumbnail_400(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    return thumbnail(pixels, rng, others, 400)


def resized(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    factor = one_of(rng, (0.5, 0.67, 0.75, 1.25, 1.5))
    other_size, place = resize_by(pixels, factor)
    return Attacked(other_size, note=f"x {factor}", place=place)


def blur_and_noise(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    sigma, noise = between(rng, 0.6, 1.5) * max(1.0, pixels.shape[1] / 600), between(rng, 4, 11)
    values = cv2.GaussianBlur(pixels, (0, 0), sigma) + rng.normal(0, noise, pixels.shape)
    return Attacked(np.clip(values, 0, 255).astype(np.uint8), note=f"blur {sigma:.1f}, noise {noise:.0f}")


def rotated(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    width, height = size_of(pixels)
    degrees, size = between(rng, 1, 6) * one_of(rng, (-1, 1)), (width, height)
    place = np.vstack([cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0), [0.0, 0.0, 1.0]])
    if rng.random() < 0.5:
        turn = np.abs(place[:2, :2])
        size = int(turn[0] @ (width, height)) + 1, int(turn[1] @ (width, height)) + 1
        place = shift_matrix((size[0] - width) / 2, (size[1] - height) / 2) @ place
    return Attacked(warp(pixels, place, size, one_of(rng, GROUNDS[:4])), note=f"{degrees:.1f} degrees", place=place)


def mirrored(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    place = np.array([[-1.0, 0.0, pixels.shape[1]], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]])
    return Attacked(np.ascontiguousarray(pixels[:, ::-1]), place=place)


def cropped(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    width, height = size_of(pixels)
    left, right, top, bottom = (between(rng, 0.05, 0.15) for _ in range(4))
    x, y = round(width * left), round(height * top)
    kept, place = crop(pixels, Box(x, y, round(width * (1 - right)) - x, round(height * (1 - bottom)) - y))
    return Attacked(kept, place=place)


def half(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    width, height = size_of(pixels)
    share = between(rng, 0.47, 0.58)
    wide, high = one_of(rng, ((1.0, share), (share, 1.0), (share**0.5, share**0.5)))
    x, y = (round(side * (1 - part) * int(rng.integers(2))) for side, part in ((width, wide), (height, high)))
    kept, place = crop(pixels, Box(x, y, round(width * wide), round(height * high)))
    return Attacked(kept, note=f"{wide:.2f} x {high:.2f}", place=place)


def slanted(size: tuple[int, int], rng: np.random.Generator, depth: tuple[float, float], margin: float) -> Matrix:
    """How a sheet of that size looks from a little to the side, from within a margin of the larger picture round it."""
    width, height = size
    far, narrow, lean = between(rng, *depth), between(rng, 0.82, 1.0), between(rng, -0.02, 0.02)
    x, y = width * margin, height * margin
    right, low, high = x + width * narrow, far * height / 2, between(rng, 0.0, 0.3) * far * height / 2
    corners = [(x, y + lean * height), (right, y + low), (right, y + height - low), (x, y + height - high)]
    if rng.random() < 0.5:
        whole = width * (1 + 2 * margin)
        corners = [(whole - corner_x, corner_y) for corner_x, corner_y in (corners[i] for i in (1, 0, 3, 2))]
    flat = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    return np.asarray(cv2.getPerspectiveTransform(flat, np.array(corners, np.float32)), np.float64)


def from_the_side(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    width, height = size_of(pixels)
    margin = between(rng, 0.03, 0.12)
    place = slanted((width, height), rng, (0.08, 0.22), margin)
    size = round(width * (1 + 2 * margin)), round(height * (1 + 2 * margin))
    return Attacked(warp(pixels, place, size, one_of(rng, GROUNDS)), place=place)


def on_ground(pixels: Pixels, ground: Pixels, x: int, y: int) -> tuple[Pixels, Matrix]:
    result = ground.copy()
    result[y : y + pixels.shape[0], x : x + pixels.shape[1]] = pixels
    return result, shift_matrix(x, y)


def plain(size: tuple[int, int], colour: Colour) -> Pixels:
    return np.full((size[1], size[0], 3), colour, np.uint8)


def letterboxed(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    width, height = size_of(pixels)
    side = max(width, height)
    bars, wide = (width, round(height * between(rng, 1.12, 1.4))), (max(width, round(height * 16 / 9)), height)
    size = one_of(rng, [size for size in ((side, side), (side, side), wide, bars) if size != (width, height)])
    ground = plain(size, one_of(rng, GROUNDS[:4]))
    result, place = on_ground(pixels, ground, (size[0] - width) // 2, (size[1] - height) // 2)
    return Attacked(result, note=f"{size}", place=place)


def bordered(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    width, height = size_of(pixels)
    edge = round(width * between(rng, 0.03, 0.1))
    below = edge * (3 if rng.random() < 0.3 else 1)
    colour = (255, 255, 255) if rng.random() < 0.8 else one_of(rng, GROUNDS)
    result, place = on_ground(pixels, plain((width + 2 * edge, height + edge + below), colour), edge, edge)
    return Attacked(result, note=f"{edge} px", place=place)
