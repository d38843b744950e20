"""What happens to a print or before a lens: dust, scratches, stains, folds, light, cracks, codes."""

import cv2
import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import Colour, size_of
from benchmarks.attacks.paint import Mask, feather, soft_noise, to_uint8
from benchmarks.attacks.varied.pieces import flat, lay, turned
from benchmarks.attacks.varied.shapes import BLACK, WHITE, Piece, Sheet, any_colour, pick, vivid
from benchmarks.attacks.varied.strokes import draw_path


def _empty(picture: Pixels) -> Mask:
    return np.zeros(picture.shape[:2], np.float32)


def _laid(picture: Pixels, cover: Mask, colour: Colour) -> Pixels:
    return lay(picture, flat(np.clip(cover, 0, 1).astype(np.float32), colour), 0, 0)


def dust(picture: Pixels, rng: np.random.Generator) -> Pixels:
    """Specks and hairs, light or dark."""
    width, height = size_of(picture)
    cover = _empty(picture)
    for _ in range(int(rng.integers(15, 120))):
        x, y = rng.uniform(0, 1, 2) * (width, height)
        cv2.circle(
            cover,
            (int(x * 8), int(y * 8)),
            int(8 * rng.exponential(width * 0.003)) + 2,
            rng.uniform(0.4, 1),
            -1,
            cv2.LINE_AA,
            3,
        )
    for _ in range(int(rng.integers(0, 12))):
        path = rng.uniform(0, 1, 2) * (width, height) + rng.normal(0, width * 0.008, (18, 2)).cumsum(axis=0)
        draw_path(cover, path, rng.uniform(0.4, 1), 1)
    return _laid(picture, feather(cover, 0.4), pick(rng, [WHITE, WHITE, (20, 15, 10), (210, 200, 180)]))


def scratches(picture: Pixels, rng: np.random.Generator) -> Pixels:
    """Long thin lines, straight or a little bent, all one way or every way."""
    width, height = size_of(picture)
    cover, main, spread = _empty(picture), rng.uniform(0, np.pi), pick(rng, [0.05, 0.3, 3.0])
    for _ in range(int(rng.integers(2, 22))):
        angle, long = main + rng.normal(0, spread), rng.uniform(0.05, 0.7) * height
        t = np.linspace(-0.5, 0.5, 12)[:, None]
        way = np.array([np.cos(angle), np.sin(angle)])
        path = rng.uniform(0, 1, 2) * (width, height) + t * long * way + t**2 * rng.normal(0, 0.1) * long * way[::-1]
        draw_path(cover, path, rng.uniform(0.3, 1), int(rng.integers(1, 3)))
    if rng.random() < 0.5:
        cover = cover * (soft_noise((width, height), rng, width // 10) > -0.3)
    return _laid(picture, cover, pick(rng, [WHITE, (230, 225, 215), (30, 25, 20)]))


def stains(picture: Pixels, rng: np.random.Generator) -> Pixels:
    """Rings of cups, blots, splashes, smears of fingers."""
    width, height = size_of(picture)
    colour = pick(rng, [(110, 70, 30), (90, 60, 40), (60, 50, 40), (120, 20, 30), (30, 40, 90), (235, 230, 220)])
    for _ in range(int(rng.integers(1, 4))):
        cover = _empty(picture)
        x, y = (int(v) for v in rng.uniform(0, 1, 2) * (width, height))
        reach = max(4, round(width * rng.uniform(0.05, 0.22)))
        uneven = 1 + 0.5 * soft_noise((width, height), rng, 12)
        if rng.random() < 0.4:
            cv2.circle(cover, (x, y), reach, 1.0, max(2, reach // 7), cv2.LINE_AA)
        elif rng.random() < 0.5:
            for _ in range(int(rng.integers(4, 25))):
                away = rng.normal(0, reach * 0.6, 2)
                radius = max(1, round(abs(rng.normal(0, reach * 0.16))))
                cv2.circle(cover, (x + int(away[0]), y + int(away[1])), radius, 1.0, -1, cv2.LINE_AA)
        else:
            cv2.ellipse(cover, (x, y), (reach, max(2, reach // 2)), rng.uniform(0, 180), 0, 360, 1.0, -1, cv2.LINE_AA)
            cover = (feather(cover, reach * 0.1) + 0.3 * (uneven - 1) > 0.5).astype(np.float32)
        soft = feather(cover, rng.uniform(0.5, 4)) * uneven * rng.uniform(0.25, 0.75)
        picture = _laid(picture, np.asarray(soft, np.float32), colour)
    return picture


def folds(picture: Pixels, rng: np.random.Generator) -> Pixels:
    """Creases across and down, a bent corner, with a light and a dark side."""
    width, height = size_of(picture)
    result = picture.astype(np.float32)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    for _ in range(int(rng.integers(1, 5))):
        angle = pick(rng, [0.0, np.pi / 2, rng.uniform(0, np.pi)]) + rng.normal(0, 0.03)
        away = (x - rng.uniform(0.1, 0.9) * width) * np.cos(angle) + (y - rng.uniform(0.1, 0.9) * height) * np.sin(
            angle
        )
        soft = width * rng.uniform(0.01, 0.08)
        result *= 1 + rng.uniform(0.1, 0.35) * (np.sign(away) * np.exp(-np.abs(away) / soft))[:, :, None]
        torn = np.abs(away) < rng.uniform(0.4, 1.4)
        torn &= soft_noise((width, height), rng, width // 8) > rng.uniform(-0.6, 0.3)
        result[torn] = result[torn] * 0.3 + np.array([235, 230, 220], np.float32) * 0.7
    return to_uint8(result)


def tapes(picture: Pixels, rng: np.random.Generator) -> Pixels:
    """Pieces of sticking tape at the corners or anywhere, pins."""
    width, height = size_of(picture)
    colour = pick(rng, [(235, 225, 190), (245, 245, 240), (200, 180, 130), (60, 60, 60), any_colour(rng)])
    corners = [(0, 0), (1, 0), (0, 1), (1, 1), (0.5, 0), (rng.uniform(0, 1), rng.uniform(0, 1))]
    for number in rng.permutation(len(corners))[: int(rng.integers(1, 5))]:
        x, y = corners[int(number)]
        if rng.random() < 0.2:
            board = Sheet(max(8, width // 18), max(8, width // 18))
            board.disc(0.5, 0.5, 0.4, None, vivid(rng))
            board.shine(rng)
            piece = board.piece()
        else:
            long, thick = round(width * rng.uniform(0.14, 0.32)), max(5, round(width * rng.uniform(0.04, 0.09)))
            streaks = rng.normal(0, 5, (thick, 1, 1)) + rng.normal(0, 4, (1, long, 1))
            pixels = to_uint8(np.asarray(colour, np.float32) + streaks)
            tape = Piece(pixels, np.full((thick, long), rng.uniform(0.35, 0.9), np.float32))
            piece = turned(tape, rng.uniform(-50, 50))
        picture = lay(picture, piece, x * width - piece.size[0] / 2, y * height - piece.size[1] / 2)
    return picture


def cracks(picture: Pixels, rng: np.random.Generator) -> Pixels:
    """Broken glass over it: lines from a point and rings between them."""
    width, height = size_of(picture)
    x, y = rng.uniform(0, 1, 2) * (width, height)
    cover = _empty(picture)
    for angle in np.sort(rng.uniform(0, 2 * np.pi, int(rng.integers(5, 16)))):
        steps = np.arange(1, 14)[:, None] * width * rng.uniform(0.02, 0.09)
        turns = angle + rng.normal(0, 0.12, (13, 1)).cumsum(axis=0) * 0.5
        path = np.vstack([[x, y], np.hstack([x + steps * np.cos(turns), y + steps * np.sin(turns)])])
        draw_path(cover, path, rng.uniform(0.5, 1), int(rng.integers(1, 3)))
    for radius in rng.uniform(0.03, 0.4, int(rng.integers(0, 4))) * width:
        turn = np.linspace(0, rng.uniform(1, 6), 9)[:, None]
        path = np.hstack([x + radius * np.cos(turn), y + radius * np.sin(turn)]) + rng.normal(0, radius * 0.06, (9, 2))
        draw_path(cover, path, 0.7, 1)
    result = _laid(picture, np.roll(cover, 1, 1) * np.float32(0.6), BLACK)
    return _laid(result, cover * np.float32(rng.uniform(0.6, 1)), pick(rng, [WHITE, (220, 230, 240)]))
