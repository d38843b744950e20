"""What is painted out with a brush, and what is only drawn on with a pen. Only to learn from.

Broad strokes that hide something are an edit, whatever hand drew them; thin ones round it, beside it or on it are not.
"""

import cv2
import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import size_of
from benchmarks.attacks.paint import Colour, Mask, blend, feather, mask_box, random_colour
from benchmarks.attacks.places import detailed_spot
from benchmarks.attacks.values import Attacked, OtherPosters, SavedAs

Points = np.ndarray[tuple[int, int], np.dtype[np.float64]]
_INKS: tuple[Colour, ...] = (
    *((255, 45, 85), (255, 59, 48), (255, 204, 0), (52, 199, 89), (0, 122, 255), (255, 95, 162)),
    *((255, 255, 255), (255, 255, 255), (17, 17, 17)),
)
# Painted out in a colour that stands right beside it, so often; else in any.
_OF_THE_GROUND = 0.65


def any_painting_over(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Something that stands out, 14 to 40 % of the width wide, hidden under broad strokes of one or two colours."""
    width, _ = size_of(picture)
    wide = round(width * between(rng, 0.14, 0.4))
    spot = detailed_spot(picture, (wide, round(wide * between(rng, 0.5, 1.3))), (0.0, 1.0), rng)
    brush = max(3, round(min(spot.width, spot.height) * between(rng, 0.14, 0.34)))
    result, whole = picture, np.zeros(picture.shape[:2], np.float32)
    for _ in range(int(rng.integers(1, 3))):
        mask = np.zeros(picture.shape[:2], np.uint8)
        for stroke in _strokes(rng, brush):
            points = stroke * (spot.width, spot.height) + (spot.x, spot.y)
            cv2.polylines(mask, [points.round().astype(np.int32)], False, 255, brush, cv2.LINE_AA)
        share = mask.astype(np.float32) / np.float32(255)
        if rng.random() < 0.4:
            share = feather(share, max(1.0, brush * between(rng, 0.05, 0.3)))
        colour = _ground_colour(picture, spot.x, spot.y, rng) if rng.random() < _OF_THE_GROUND else random_colour(rng)
        result = blend(result, colour, share * np.float32(between(rng, 0.85, 1.0)))
        whole = np.maximum(whole, share)
    return Attacked(result, (mask_box(whole),), saved_as=SavedAs("JPEG", int(rng.integers(50, 93))))


def any_doodle(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """One to six rings, hearts, crosses, arrows, underlines or squiggles of a thin pen."""
    width, height = size_of(picture)
    ink, result = one_of(rng, _INKS), picture
    for _ in range(int(rng.integers(1, 7))):
        pen = max(1, round(width * between(rng, 0.005, 0.016)))
        side = width * between(rng, 0.06, 0.3)
        left, top = rng.uniform(0, max(1.0, width - side)), rng.uniform(0, max(1.0, height - side))
        mask: Mask = np.zeros(picture.shape[:2], np.float32)
        for line in one_of(rng, (_ring, _heart, _cross, _arrow, _underline, _squiggle))(rng):
            points = line * side + (left, top)
            cv2.polylines(mask, [points.round().astype(np.int32)], False, 1.0, pen, cv2.LINE_AA)
        result = blend(result, ink, mask * np.float32(between(rng, 0.85, 1.0)))
    return Attacked(result, saved_as=SavedAs("JPEG", int(rng.integers(50, 93))))


def _strokes(rng: np.random.Generator, brush: int) -> list[Points]:
    """Lines in a square of one: to and fro, beside each other, or dabs; none a straight one."""
    rows = int(rng.integers(4, 10))
    down = np.linspace(0.08, 0.92, rows)
    match int(rng.integers(3)):
        case 0:
            across = 0.5 + 0.42 * (-1.0) ** np.arange(rows)
            lines = [_shaken(np.stack([across, down], 1), rng)]
        case 1:
            ends = np.linspace(0.05, 0.95, 6)
            lines = [_shaken(np.stack([ends, np.full(6, row)], 1), rng) for row in down]
        case _:
            dabs = rng.uniform(0.1, 0.9, (rows * 3, 2))
            lines = [np.stack([dab, dab + rng.uniform(-0.12, 0.12, 2)]) for dab in dabs]
    return [line[:, ::-1] for line in lines] if rng.random() < 0.3 else lines


def _shaken(points: Points, rng: np.random.Generator) -> Points:
    return points + rng.normal(0, 0.03, points.shape)


def _ground_colour(picture: Pixels, x: int, y: int, rng: np.random.Generator) -> Colour:
    """Of some pixel round about a place."""
    height, width = picture.shape[:2]
    column, row = (round(at + rng.normal(0, width / 20)) for at in (x, y))
    red, green, blue = picture[min(max(row, 0), height - 1), min(max(column, 0), width - 1)]
    return int(red), int(green), int(blue)


def _ring(rng: np.random.Generator) -> list[Points]:
    turn = np.linspace(0, 2 * np.pi * between(rng, 0.95, 1.15), 40)
    return [np.stack([0.5 + 0.45 * np.cos(turn), 0.5 + between(rng, 0.25, 0.45) * np.sin(turn)], 1)]


def _heart(_rng: np.random.Generator) -> list[Points]:
    turn = np.linspace(0, 2 * np.pi, 60)
    across = 16 * np.sin(turn) ** 3
    down = -(13 * np.cos(turn) - 5 * np.cos(2 * turn) - 2 * np.cos(3 * turn) - np.cos(4 * turn))
    return [np.stack([0.5 + across / 36, 0.5 + down / 36], 1)]


def _cross(_rng: np.random.Generator) -> list[Points]:
    return [np.array([[0.1, 0.1], [0.9, 0.9]]), np.array([[0.9, 0.1], [0.1, 0.9]])]


def _arrow(rng: np.random.Generator) -> list[Points]:
    turn = between(rng, 0, 2 * np.pi)
    matrix = np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    lines = (np.array([[-0.45, 0], [0.45, 0]]), np.array([[0.2, -0.2], [0.45, 0], [0.2, 0.2]]))
    return [line @ matrix + 0.5 for line in lines]


def _underline(rng: np.random.Generator) -> list[Points]:
    across = np.linspace(0, 1, 12)
    return [np.stack([across, 0.5 + rng.normal(0, 0.01, 12)], 1) for _ in range(int(rng.integers(1, 3)))]


def _squiggle(rng: np.random.Generator) -> list[Points]:
    across = np.linspace(0, 1, 60)
    return [np.stack([across, 0.5 + 0.12 * np.sin(across * between(rng, 10, 40))], 1)]
