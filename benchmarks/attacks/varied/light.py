"""Light over a picture, and codes to be scanned: leaks, glare, smears on the glass, cracks of it."""

import cv2
import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import Colour, size_of
from benchmarks.attacks.paint import Mask, feather, soft_noise, to_uint8
from benchmarks.attacks.varied.pieces import edged, faded, flat, lay, place, turned
from benchmarks.attacks.varied.shapes import BLACK, WHITE, Piece, any_colour, pick, vivid
from benchmarks.attacks.varied.wear import _empty
from benchmarks.attacks.varied.words import letters


def _lit(picture: Pixels, light: Mask, colour: Colour) -> Pixels:
    """As light falls on it: nothing gets darker."""
    share = np.clip(light, 0, 1)[:, :, None] * (np.asarray(colour, np.float32) / 255)
    return to_uint8(255 - (255 - picture.astype(np.float32)) * (1 - share))


def smears(picture: Pixels, rng: np.random.Generator) -> Pixels:
    """Prints of fingers and grease on a glass."""
    width, height = size_of(picture)
    light = _empty(picture)
    for _ in range(int(rng.integers(1, 5))):
        x, y = rng.uniform(0, 1, 2) * (width, height)
        reach = width * rng.uniform(0.05, 0.13)
        down, across = np.mgrid[0:height, 0:width].astype(np.float32)
        angle = rng.uniform(0, np.pi)
        u = (across - x) * np.cos(angle) + (down - y) * np.sin(angle)
        v = -(across - x) * np.sin(angle) + (down - y) * np.cos(angle)
        oval = np.clip(1.2 - np.hypot(u / reach, v / reach / rng.uniform(1.1, 4)), 0, 0.6)
        lines = 0.6 + 0.4 * np.sin(np.hypot(u, v * 0.7) / reach * rng.uniform(18, 40)) if rng.random() < 0.6 else 1.0
        light += (oval * lines).astype(np.float32) * np.float32(rng.uniform(0.3, 0.9))
    return _lit(picture, light, pick(rng, [WHITE, (200, 210, 225)]))


def leak(picture: Pixels, rng: np.random.Generator) -> Pixels:
    """Warm light from an edge, soft discs of light, a rainbow stripe, rays."""
    width, height = size_of(picture)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    for _ in range(int(rng.integers(1, 4))):
        angle = rng.uniform(0, 2 * np.pi)
        across = np.cos(angle) * (x / width - 0.5) + np.sin(angle) * (y / height - 0.5)
        match int(rng.integers(3)):
            case 0:
                light = np.exp((across - 0.5) * rng.uniform(4, 12)) * (1 + 0.4 * soft_noise((width, height), rng, 3))
            case 1:
                light = np.exp(-(((across - rng.uniform(-0.3, 0.3)) / rng.uniform(0.02, 0.09)) ** 2))
            case _:
                light = np.zeros((height, width), np.float32)
                for _ in range(int(rng.integers(2, 12))):
                    middle = tuple(int(v) for v in rng.uniform(0, 1, 2) * (width, height))
                    cv2.circle(
                        light,
                        middle,
                        max(3, int(width * rng.uniform(0.02, 0.1))),
                        rng.uniform(0.3, 0.8),
                        -1,
                        cv2.LINE_AA,
                    )
                light = feather(light, rng.uniform(0.5, 5))
        warm = pick(rng, [(255, 120, 30), (255, 200, 90), (255, 60, 90), (120, 180, 255), WHITE, vivid(rng)])
        picture = _lit(picture, np.asarray(light * rng.uniform(0.4, 1), np.float32), warm)
    return picture


def glare(picture: Pixels, rng: np.random.Generator) -> Pixels:
    """Spots and panes of white light on a shiny print or a screen."""
    width, height = size_of(picture)
    light = _empty(picture)
    for _ in range(int(rng.integers(1, 4))):
        x, y = (int(v) for v in rng.uniform(0, 1, 2) * (width, height))
        reach = width * rng.uniform(0.04, 0.2)
        spot = _empty(picture)
        if rng.random() < 0.6:
            axes = (max(2, int(reach)), max(2, int(reach * rng.uniform(0.3, 1.5))))
            cv2.ellipse(spot, (x, y), axes, rng.uniform(0, 180), 0, 360, 1.0, -1, cv2.LINE_AA)
        else:
            slant = rng.normal(0, reach * 0.6)
            corners = [(x, y), (x + reach, y), (x + reach + slant, y + 3 * reach), (x + slant, y + 3 * reach)]
            cv2.fillPoly(spot, [np.array(corners, np.int32)], 1.0, cv2.LINE_AA)
        light += feather(spot, reach * rng.uniform(0.05, 0.6)) * np.float32(rng.uniform(0.4, 1))
    return _lit(picture, light, pick(rng, [WHITE, (255, 245, 220), (220, 235, 255)]))


def code(picture: Pixels, rng: np.random.Generator) -> Pixels:
    """A square of dots or a row of bars to be scanned, on its white plate."""
    side = max(24, round(picture.shape[1] * rng.uniform(0.1, 0.28)))
    dark = pick(rng, [BLACK, BLACK, (20, 30, 90), any_colour(rng)])
    if rng.random() < 0.55:
        cells = int(pick(rng, [21, 25, 29]))
        dots = rng.random((cells, cells)) < 0.48
        ring = np.pad(np.pad(np.ones((3, 3), bool), 1), 1, constant_values=True)
        for row, column in ((0, 0), (0, cells - 7), (cells - 7, 0)):
            dots[max(0, row - 1) : row + 8, max(0, column - 1) : column + 8] = False
            dots[row : row + 7, column : column + 7] = ring
        pattern = np.pad(dots, int(rng.integers(1, 4))).astype(np.float32)
        cover = np.asarray(cv2.resize(pattern, (side, side), interpolation=cv2.INTER_AREA), np.float32)
    else:
        bars = np.repeat(rng.random(48) < 0.5, 1).astype(np.float32)
        bars = np.repeat(np.pad(bars, 3)[None, :], 10, 0)
        bars = np.pad(bars, ((1, 1), (0, 0)))
        width = round(side * rng.uniform(1.0, 1.6))
        cover = np.asarray(cv2.resize(bars, (width, max(10, side // 2)), interpolation=cv2.INTER_AREA), np.float32)
        if rng.random() < 0.6:
            digits = letters(" ".join(str(int(d)) for d in rng.integers(0, 10, 9)), max(5, side // 12), rng, plain=True)
            foot = np.zeros((digits.shape[0] + 3, width), np.float32)
            foot[1 : 1 + digits.shape[0], 2 : 2 + digits.shape[1]] = digits[:, : width - 2]
            cover = np.vstack([cover, foot])
    plate = np.full((*cover.shape, 3), pick(rng, [WHITE, WHITE, any_colour(rng)]), np.uint8)
    piece = Piece(lay(plate, flat(cover, dark), 0, 0), np.ones(cover.shape, np.float32))
    if rng.random() < 0.3:
        piece = edged(piece, any_colour(rng), 2)
    piece = faded(turned(piece, rng.normal(0, 6)) if rng.random() < 0.3 else piece, pick(rng, [1.0, 1.0, 0.8]))
    return lay(picture, piece, *place(picture, piece.size, rng))
