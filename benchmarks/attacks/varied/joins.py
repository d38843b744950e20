"""Parts of other posters in a poster: heads, areas, halves, strips and windows, a second exposure."""

import cv2
import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import size_of
from benchmarks.attacks.paint import Mask, blend, match_colours, to_uint8
from benchmarks.attacks.places import detailed_spot
from benchmarks.attacks.values import OtherPosters
from benchmarks.attacks.varied.areas import area, foreign, piece_mask, softened
from benchmarks.attacks.varied.pieces import lay, padded, turned
from benchmarks.attacks.varied.shapes import Piece, any_colour, pick


def other_part(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Pixels:
    """An area of another poster in an area of this one."""
    return blend(picture, foreign(picture, rng, others), area(picture, rng) * np.float32(pick(rng, [1.0, 1.0, 0.8])))


def other_head(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Pixels:
    """The busiest place of another poster, as a face is, over a busy place of this one."""
    width = picture.shape[1]
    other = others.pick(rng).pixels
    share = rng.uniform(0.1, 0.4)
    taken = detailed_spot(
        other,
        (round(share * other.shape[1]), round(share * 0.8 * other.shape[0])),
        (0.1, 0.6),
        rng,
    )
    part = other[taken.y : taken.y + taken.height, taken.x : taken.x + taken.width]
    across = rng.uniform(0.1, 0.4) * width
    size = (max(8, round(across)), max(8, round(across * taken.height / taken.width)))
    part = np.asarray(cv2.resize(part, size, interpolation=cv2.INTER_AREA), np.uint8)
    spot = detailed_spot(picture, size, (0.12, 0.6), rng)
    if rng.random() < 0.7:
        below = picture[spot.y : spot.y + spot.height, spot.x : spot.x + spot.width]
        part = match_colours(part, below, rng.uniform(0.3, 1))
    mask = softened(np.pad(piece_mask(size, rng, pick(rng, ["oval", "oval", "figure", "blob"])), 4), width, rng)
    piece = padded(Piece(part, np.ones(part.shape[:2], np.float32)), 4)
    piece = Piece(piece.pixels, mask)
    if rng.random() < 0.4:
        piece = turned(piece, rng.normal(0, 12))
    return lay(picture, piece, spot.x - 4, spot.y - 4)


def halves(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Pixels:
    """A part of another poster with a seam of any direction, softness and unevenness; or a corner of it."""
    width, height = size_of(picture)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    angle = pick(rng, [0.0, np.pi / 2, rng.uniform(0, 2 * np.pi)]) + pick(rng, [0, np.pi])
    along = np.cos(angle) * (x / width - 0.5) + np.sin(angle) * (y / height - 0.5)
    across = -np.sin(angle) * x / width + np.cos(angle) * y / height
    seam = rng.uniform(-0.2, 0.3) + pick(rng, [0.0, 0.03, 0.08]) * np.sin(across * rng.uniform(6, 40))
    mask = np.clip((along - seam) * pick(rng, [500, 60, 15, 5]) + 0.5, 0, 1)
    return blend(picture, foreign(picture, rng, others), np.asarray(mask, np.float32))


def windows(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Pixels:
    """Strips, tiles or round windows with other posters in them, with an edge or none."""
    width, height = size_of(picture)
    shared, slant = foreign(picture, rng, others), rng.uniform(-0.4, 0.4)
    mask: Mask = np.zeros((height, width), np.float32)
    way, number = int(rng.integers(3)), int(rng.integers(1, 5))
    for place in range(number):
        if way == 0:
            left, wide = width * (place + rng.uniform(0.1, 0.5)) / number, width * rng.uniform(0.05, 0.35) / number + 6
            corners = [(left, 0), (left + wide, 0), (left + wide + slant * 80, height), (left + slant * 80, height)]
            cv2.fillPoly(mask, [np.array(corners, np.int32)], 1.0, cv2.LINE_AA)
        else:
            size = (round(width * rng.uniform(0.12, 0.35)), round(height * rng.uniform(0.08, 0.25)))
            x, y = int(rng.uniform(0, width - size[0])), int(rng.uniform(0, height - size[1]))
            inner = piece_mask(size, rng, "box" if way == 1 else pick(rng, ["oval", "polygon"]))
            mask[y : y + size[1], x : x + size[0]] = np.maximum(mask[y : y + size[1], x : x + size[0]], inner)
    result = blend(picture, shared, softened(mask, width, rng))
    if rng.random() < 0.4:
        ball = np.ones((5, 5), np.uint8)
        result = blend(result, any_colour(rng), np.asarray(cv2.dilate(mask, ball) - mask, np.float32))
    return result


def double(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Pixels:
    """Another poster shining through in an area: as a second exposure, brighter or darker only."""
    other = foreign(picture, rng, others).astype(np.float32)
    base = picture.astype(np.float32)
    mixes = (255 - (255 - base) * (255 - other) / 255, base * other / 255, np.maximum(base, other), (base + other) / 2)
    return blend(picture, to_uint8(pick(rng, mixes)), area(picture, rng, 0.25, 0.65))
