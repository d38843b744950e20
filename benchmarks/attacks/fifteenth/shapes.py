"""Harmless: turned, mirrored, cropped, seen from the side, framed; and two plain changes in a row."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.encode import save_and_open
from benchmarks.attacks.fifteenth import looks
from benchmarks.attacks.fifteenth.layers import BLACK, WHITE
from benchmarks.attacks.geometry import Colour, crop, onto_corners, shift_matrix, size_of, warp
from benchmarks.attacks.values import Attacked, AttackFunction, Matrix, OtherPosters

Steps = tuple[AttackFunction, ...]
GROUNDS: tuple[Colour, ...] = (WHITE, BLACK, (200, 200, 200), (60, 60, 64), (214, 200, 178))


def slightly_rotated(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """One to six degrees; the corners are filled."""
    angle, (width, height) = between(rng, 1, 6) * one_of(rng, (-1, 1)), size_of(pixels)
    place = np.vstack([cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0), [0.0, 0.0, 1.0]])
    return Attacked(warp(pixels, place, (width, height), one_of(rng, GROUNDS)), place=place, note=f"{angle:.1f} deg")


def mirrored(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Left and right exchanged."""
    place: Matrix = np.array([[-1.0, 0.0, pixels.shape[1]], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]])
    return Attacked(np.ascontiguousarray(pixels[:, ::-1]), place=place)


def cropped_sides(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """5 to 15 % gone from each side."""
    width, height = size_of(pixels)
    left, right, top, bottom = (rng.uniform(0.05, 0.15, 4) * (width, width, height, height)).astype(int).tolist()
    kept, place = crop(pixels, Box(left, top, width - left - right, height - top - bottom))
    return Attacked(kept, place=place)


def half_of_poster(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """About half of the poster: its upper, lower, left, right or middle part."""
    (width, height), share = size_of(pixels), between(rng, 0.48, 0.6)
    which, x, y, across, down = one_of(rng, (
        ("upper", 0, 0, 1, share), ("lower", 0, 1 - share, 1, share), ("left", 0, 0, share, 1),
        ("right", 1 - share, 0, share, 1), ("middle", 0.13, 0.16, 0.74, 0.68)))  # fmt: skip
    kept, place = crop(pixels, Box(int(x * width), int(y * height), int(across * width), int(down * height)))
    return Attacked(kept, place=place, note=which)


def seen_from_the_side(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """In perspective, on a plain ground."""
    width, height = size_of(pixels)
    near, far, narrow = between(rng, 0.03, 0.08), between(rng, 0.1, 0.2), between(rng, 0.06, 0.14)
    left, right = (near, far) if rng.random() < 0.5 else (far, near)
    goal = np.array([[narrow, left], [1 - narrow, right], [1 - narrow, 1 - right * 0.8], [narrow, 1 - left * 0.8]])
    place = onto_corners((width, height), goal * (width, height))
    return Attacked(warp(pixels, place, (width, height), one_of(rng, GROUNDS)), place=place)


def _framed(pixels: Pixels, across: float, down: float, colour: Colour) -> Attacked:
    (width, height), across, down = size_of(pixels), round(across), round(down)
    canvas = np.full((height + 2 * down, width + 2 * across, 3), colour, np.uint8)
    canvas[down : down + height, across : across + width] = pixels
    return Attacked(canvas, place=shift_matrix(across, down), shown=Box(across, down, width, height))


def letterboxed(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Black bars above and below, or at the sides."""
    (width, height), black = size_of(pixels), (0, 0, 0)
    if rng.random() < 0.5:
        return _framed(pixels, 0, height * between(rng, 0.08, 0.16), black)
    return _framed(pixels, max(height * 16 / 9 - width, width * 0.3) / 2, 0, black)


def square_padded(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Padded to a square; one that is square is padded all round."""
    width, height = size_of(pixels)
    side = max(width, height) if abs(width - height) > 0.05 * width else width * 1.2
    return _framed(pixels, (side - width) / 2, (side - height) / 2, one_of(rng, GROUNDS))


def white_border(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A white frame, as printed photos have."""
    frame = max(6, min(size_of(pixels)) * between(rng, 0.03, 0.09))
    return _framed(pixels, frame, frame, (255, 255, 255))


LOOKS: Steps = (
    looks.strong_jpeg, looks.webp_copy, looks.warm_filter, looks.cold_filter, looks.vintage_filter,
    looks.high_contrast, looks.faded, looks.grey, looks.lighter, looks.darker, looks.blur_and_noise)  # fmt: skip
SIZES: Steps = (looks.small_thumbnail, looks.half_size, looks.enlarged, mirrored, cropped_sides, half_of_poster)


def chain_of_two_a(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A crop, mirroring or resize, then a filter or worse saving."""
    return _chain(pixels, rng, others, (one_of(rng, SIZES), one_of(rng, LOOKS)))


def chain_of_two_b(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A filter or worse saving, then another one."""
    first, second = rng.choice(len(LOOKS), 2, replace=False)
    return _chain(pixels, rng, others, (LOOKS[first], LOOKS[second]))


def _chain(pixels: Pixels, rng: np.random.Generator, others: OtherPosters, steps: Steps) -> Attacked:
    one = steps[0](pixels, rng, others)
    two = steps[1](save_and_open(one.pixels, one.saved_as), rng, others)
    return Attacked(two.pixels, place=two.place @ one.place, saved_as=two.saved_as)
