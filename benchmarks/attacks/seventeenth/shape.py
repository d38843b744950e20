"""Harmless: turned, mirrored, cropped, seen from the side."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import Colour, crop, move_points, shift_matrix, size_of, warp
from benchmarks.attacks.values import Attacked, Matrix, OtherPosters

GROUNDS: tuple[Colour, ...] = (
    (255, 255, 255),
    (0, 0, 0),
    (128, 128, 128),
    (224, 214, 198),
    (58, 64, 72),
    (176, 140, 104),
)


def corners_of(pixels: Pixels) -> Matrix:
    """The four corners, clockwise from the top left."""
    width, height = size_of(pixels)
    return np.array([[0, 0], [width, 0], [width, height], [0, height]], float)


def laid_whole(pixels: Pixels, matrix: Matrix, fill: Colour, margin: float = 0.0) -> tuple[Pixels, Matrix]:
    """The picture through a matrix on a ground just large enough, with a margin in shares of its width."""
    points = move_points(corners_of(pixels), matrix)
    low, high = points.min(axis=0), points.max(axis=0)
    edge = margin * pixels.shape[1]
    place = shift_matrix(edge - low[0], edge - low[1]) @ matrix
    width, height = (int(np.ceil(value)) for value in high - low + 2 * edge)
    return warp(pixels, place, (width, height), fill), place


def rotation(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Turned 1 to 6 degrees, corners filled."""
    angle = between(rng, 1, 6) * one_of(rng, (-1, 1))
    width, height = size_of(pixels)
    turn = np.vstack([cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0), [0, 0, 1]])
    turned, place = laid_whole(pixels, turn, one_of(rng, GROUNDS))
    return Attacked(turned, place=place, note=f"{angle:.1f} degrees")


def mirror(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Left and right exchanged."""
    place = np.array([[-1.0, 0, pixels.shape[1]], [0, 1, 0], [0, 0, 1]])
    return Attacked(np.ascontiguousarray(pixels[:, ::-1]), place=place)


def crop_sides(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """5 to 15 % off each side."""
    width, height = size_of(pixels)
    left, top, right, bottom = (between(rng, 0.05, 0.15) for _ in range(4))
    kept = Box(
        round(left * width), round(top * height), round((1 - left - right) * width), round((1 - top - bottom) * height)
    )
    part, place = crop(pixels, kept)
    return Attacked(part, place=place, note=f"kept {kept.width}x{kept.height}")


def half(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """About half of the poster: top, bottom, left, right or the middle."""
    width, height = size_of(pixels)
    side = one_of(rng, ("top", "bottom", "left", "right", "middle"))
    share = between(rng, 0.48, 0.56)
    wide, high = round(width * share), round(height * share)
    middle = round(width * share**0.5), round(height * share**0.5)
    kept = {
        "top": Box(0, 0, width, high),
        "bottom": Box(0, height - high, width, high),
        "left": Box(0, 0, wide, height),
        "right": Box(width - wide, 0, wide, height),
        "middle": Box((width - middle[0]) // 2, (height - middle[1]) // 2, *middle),
    }[side]
    part, place = crop(pixels, kept)
    return Attacked(part, place=place, note=f"{side} {share:.2f}")


def perspective(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Seen from the side, on a plain ground."""
    width, height = size_of(pixels)
    depth, narrow = between(rng, 0.05, 0.13), between(rng, 0.03, 0.14)
    far = np.array([[0, 0], [-narrow, depth], [-narrow, -depth], [0, 0]]) * (width, height)
    if rng.random() < 0.5:
        far = far[[1, 0, 3, 2]] * (-1, 1)
    start = corners_of(pixels)
    bent = cv2.getPerspectiveTransform(start.astype(np.float32), (start + far).astype(np.float32))
    seen, place = laid_whole(pixels, np.asarray(bent, float), one_of(rng, GROUNDS), between(rng, 0.03, 0.12))
    return Attacked(seen, place=place, note=f"depth {depth:.2f}")
