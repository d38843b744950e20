"""Moving a poster: crops, scaling, corners pulled apart, set into another picture."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.eleventh.draw import resized, softened
from benchmarks.attacks.eleventh.luck import bright_colour, file_kind, likely
from benchmarks.attacks.geometry import part_of
from benchmarks.attacks.values import Attacked, Matrix, SavedAs


def scaling(across: float, down: float, left: float = 0.0, top: float = 0.0) -> Matrix:
    """The place matrix of a picture scaled, then shifted."""
    return np.array([[across, 0, left], [0, down, top], [0, 0, 1.0]])


def scaled_by(picture: Pixels, factor: float, saved_as: SavedAs) -> Attacked:
    """The picture in another size."""
    height, width = picture.shape[:2]
    to = (max(16, round(width * factor)), max(16, round(height * factor)))
    return Attacked(resized(picture, *to), (), f"{to[0]} wide", scaling(to[0] / width, to[1] / height), saved_as)


def cropped(picture: Pixels, left: float, top: float, right: float, bottom: float, saved_as: SavedAs) -> Attacked:
    """The picture without those shares of its sides."""
    height, width = picture.shape[:2]
    x0, x1 = int(left * width), width - int(max(0.0, right) * width)
    y0, y1 = int(top * height), height - int(max(0.0, bottom) * height)
    note = f"{x0},{y0} to {x1},{y1}"
    return Attacked(picture[y0:y1, x0:x1].copy(), (), note, scaling(1, 1, -x0, -y0), saved_as)


def set_in(ground: Pixels, picture: Pixels, box: Box) -> Matrix:
    """Paints the picture into the box of the ground; gives its place."""
    part_of(ground, box)[:] = resized(picture, box.width, box.height)
    return scaling(box.width / picture.shape[1], box.height / picture.shape[0], box.x, box.y)


def warped_onto(ground: Pixels, picture: Pixels, corners: np.ndarray) -> tuple[Pixels, Matrix]:
    """The ground with the picture's corners at the given points, clockwise from the upper left."""
    height, width = picture.shape[:2]
    source = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    matrix = np.asarray(cv2.getPerspectiveTransform(source, corners.astype(np.float32)), np.float64)
    size = (ground.shape[1], ground.shape[0])
    over = np.asarray(cv2.warpPerspective(picture, matrix, size, flags=cv2.INTER_AREA), np.uint8)
    inside = cv2.warpPerspective(np.ones((height, width), np.float32), matrix, size)
    share = softened(np.asarray(inside, np.float32), 0.6)[..., None]
    return (ground * (1 - share) + over * share + 0.5).astype(np.uint8), matrix


def plain_ground(width: int, height: int, rng: np.random.Generator) -> Pixels:
    """A ground of one colour or of a gradient of two."""
    first = np.array(one_of(rng, ((255, 255, 255), (12, 12, 14), (235, 232, 225), bright_colour(rng, 0.6, 0.9))))
    second = np.array(bright_colour(rng, 0.7, 0.8)) if likely(rng, 0.35) else first
    share = np.linspace(0, 1, height, dtype=np.float32)[:, None, None]
    return np.repeat((first + (second - first) * share).astype(np.uint8), width, 1)


def aslant(picture: Pixels, rng: np.random.Generator, strength: float) -> Attacked:
    """The picture with its corners pulled inwards, on a plain ground."""
    height, width = picture.shape[:2]
    pulled = rng.uniform(0, strength, (4, 2)) * (width, height)
    ends = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float64)
    inward = np.array([[1, 1], [-1, 1], [-1, -1], [1, -1]])
    result, place = warped_onto(plain_ground(width, height, rng), picture, ends + pulled * inward)
    return Attacked(result, (), f"by {strength:.2f}", place, file_kind(rng))


def turned_corners(width: float, height: float, degrees: float, middle: tuple[float, float]) -> np.ndarray:
    """The corners of a rectangle turned about its middle."""
    angle = np.deg2rad(degrees)
    half = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * (width / 2, height / 2)
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    return np.asarray(half @ turn + middle, np.float64)


def shaken(corners: np.ndarray, rng: np.random.Generator, by: float) -> np.ndarray:
    """The corners as a camera held by hand sees them; by: share of the longest side."""
    span = float(np.ptp(corners, 0).max())
    return corners + rng.uniform(-1, 1, (4, 2)) * by * span + between(rng, -0.2, 0.2) * by * span
