"""A poster cropped, turned, mirrored or seen aslant, and two harmless things after each other."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import part_of, size_of
from benchmarks.attacks.twelfth import copies
from benchmarks.attacks.twelfth.colours import Colour
from benchmarks.attacks.twelfth.pixels import lay
from benchmarks.attacks.twelfth.places import scaled_and_moved
from benchmarks.attacks.twelfth.shapes import slope
from benchmarks.attacks.values import Attacked, AttackFunction, Matrix, OtherPosters


def warped(picture: Pixels, place: Matrix, ground: Pixels) -> Pixels:
    """The picture moved by a matrix onto a ground."""
    size = size_of(ground)
    moved = cv2.warpPerspective(picture, place, size, flags=cv2.INTER_AREA)
    inside = cv2.warpPerspective(np.ones(picture.shape[:2], np.float32), place, size, flags=cv2.INTER_LINEAR)
    return lay(ground, np.asarray(moved, np.uint8), np.asarray(inside, np.float32))


def aslant(size: tuple[int, int], into: Box, most: float, rng: np.random.Generator) -> Matrix:
    """A place for a picture of that size in the box, each corner pulled inwards by up to a share."""
    width, height = size
    corners = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    inwards = np.array([(1, 1), (-1, 1), (-1, -1), (1, -1)], np.float32)
    share = np.array((into.width, into.height), np.float32)
    target = corners / (width, height) * share + (into.x, into.y) + inwards * rng.random((4, 2)) * most * share
    return np.asarray(cv2.getPerspectiveTransform(corners, target.astype(np.float32)), np.float64)


def _kept(picture: Pixels, box: Box, note: str) -> Attacked:
    return Attacked(part_of(picture, box).copy(), note=note, place=scaled_and_moved(1, 1, -box.x, -box.y))


def mirrored(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Flipped left to right, as the front camera does."""
    flip = np.array([[-1, 0, picture.shape[1] - 1], [0, 1, 0], [0, 0, 1]], np.float64)
    return Attacked(picture[:, ::-1].copy(), place=flip)


def seen_aslant(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Photographed from the side, the wall around it cut off as well as it goes."""
    width, height = size_of(picture)
    place = aslant((width, height), Box(0, 0, width, height), between(rng, 0.04, 0.14), rng)
    shade = int(rng.integers(20, 230))
    wall = np.full_like(picture, shade)
    return Attacked(warped(picture, place, wall), place=place)


def trimmed(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A few per cent cut off each side by hand."""
    width, height = size_of(picture)
    left, top, right, bottom = (between(rng, 0.005, 0.07) for _ in range(4))
    box = Box(int(left * width), int(top * height), int((1 - left - right) * width), int((1 - top - bottom) * height))
    return _kept(picture, box, f"{box.width}x{box.height} kept")


def zoomed_in(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """About half of the poster kept."""
    width, height = size_of(picture)
    across, down = between(rng, 0.62, 0.95), between(rng, 0.55, 0.85)
    x, y = between(rng, 0, 1 - across) * width, between(rng, 0, 1 - down) * height
    return _kept(picture, Box(int(x), int(y), int(across * width), int(down * height)), f"{across * down:.2f} kept")


def square_crop(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Cropped to a square, as feeds do."""
    width, height = size_of(picture)
    side = min(width, height)
    x, y = (width - side) // 2, int(rng.random() ** 1.5 * (height - side))
    return _kept(picture, Box(x, y, side, side), f"from {y}")


def turned(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Turned a little, the corners filled."""
    width, height = size_of(picture)
    degrees = between(rng, 1, 9) * one_of(rng, (-1, 1))
    place = np.vstack([cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0), (0, 0, 1)])
    fills: tuple[Colour, ...] = ((0, 0, 0), (255, 255, 255), (int(rng.integers(256)), int(rng.integers(256)), 120))
    fill = one_of(rng, fills)
    return Attacked(
        warped(picture, place, slope(width, height, fill, fill)), note=f"{degrees:.1f} degrees", place=place
    )


def _after_each_other(
    first: AttackFunction, then: AttackFunction, picture: Pixels, rng: np.random.Generator, others: OtherPosters
) -> Attacked:
    one = first(picture, rng, others)
    two = then(one.pixels, rng, others)
    return Attacked(two.pixels, note=f"{one.note}; {two.note}", place=two.place @ one.place, saved_as=two.saved_as)


def filtered_then_trimmed(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Through a filter, then trimmed."""
    look = one_of(rng, (copies.warm_filter, copies.cold_filter, copies.vintage_filter, copies.punchy_filter))
    return _after_each_other(look, trimmed, picture, rng, others)


def thumbnail_blown_up(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A thumbnail that somebody enlarged again."""
    return _after_each_other(copies.search_thumbnail, copies.blown_up, picture, rng, others)


def grey_and_squeezed(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Made black and white, then sent by messenger."""
    return _after_each_other(copies.black_and_white, copies.messenger_copy, picture, rng, others)
