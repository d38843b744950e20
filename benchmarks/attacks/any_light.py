"""Light that people lay over pictures: leaks of film, flares, glitter, dust. Harmless, and only to learn from.

However much of a poster it reaches, it says nothing and hides hardly anything.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import size_of
from benchmarks.attacks.paint import Colour, feather, soft_noise, to_uint8
from benchmarks.attacks.values import Attacked, OtherPosters, SavedAs

Light = NDArray[np.float32]
_WARM: tuple[Colour, ...] = (
    *((255, 120, 30), (255, 170, 60), (255, 80, 60), (255, 90, 160), (255, 210, 140), (255, 60, 20)),
    *((120, 200, 255), (190, 120, 255), (255, 255, 255)),
)


def any_light(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """One of a leak, a flare, glitter or dust, screened or added over the poster."""
    size = size_of(picture)
    light = one_of(rng, (_leak, _leak, _flare, _glitter, _dust))(size, rng)
    below = picture.astype(np.float32)
    screened = 255 - (255 - below) * (255 - np.minimum(light, 255)) / 255
    result = screened if rng.random() < 0.6 else below + light
    return Attacked(to_uint8(result), saved_as=SavedAs("JPEG", int(rng.integers(50, 93))))


def _coloured(share: NDArray[np.floating], colour: Colour) -> Light:
    return (share[:, :, None] * np.asarray(colour, np.float32)).astype(np.float32)


def _leak(size: tuple[int, int], rng: np.random.Generator) -> Light:
    """A glow along one side or from a corner, strongest at the edge, of one or two colours."""
    width, height = size
    across, down = np.meshgrid(np.linspace(0, 1, width, dtype=np.float32), np.linspace(0, 1, height, dtype=np.float32))
    light = np.zeros((height, width, 3), np.float32)
    for _ in range(int(rng.integers(1, 3))):
        turn, at, wide = between(rng, 0, 2 * np.pi), between(rng, 0.3, 0.75), between(rng, 0.08, 0.35)
        along = np.cos(turn) * (across - 0.5) + np.sin(turn) * (down - 0.5) + 0.15 * soft_noise(size, rng, 3)
        light += _coloured(between(rng, 0.35, 1.0) * np.exp(-(((along - at + 0.1) / wide) ** 2)), one_of(rng, _WARM))
    return light


def _flare(size: tuple[int, int], rng: np.random.Generator) -> Light:
    """Round spots on a line through the middle, one of them bright."""
    width, height = size
    light = np.zeros((height, width, 3), np.float32)
    start, end = rng.uniform(0, 1, 2), rng.uniform(0, 1, 2)
    for number in range(int(rng.integers(3, 9))):
        x, y = (start + (end - start) * rng.uniform(0, 1)) * (width, height)
        radius = max(2, round(width * between(rng, 0.01, 0.14)))
        spot = np.zeros((height, width), np.float32)
        cv2.circle(spot, (round(x), round(y)), radius, 1.0, -1, cv2.LINE_AA)
        bright = 1.0 if number == 0 else between(rng, 0.1, 0.5)
        light += _coloured(bright * feather(spot, radius * between(rng, 0.05, 0.8)), one_of(rng, _WARM))
    return light


def _glitter(size: tuple[int, int], rng: np.random.Generator) -> Light:
    """Specks, and stars of four points, thicker towards one side."""
    width, height = size
    share = np.zeros((height, width), np.float32)
    gathered = between(rng, 0.5, 2.5)
    for _ in range(int(rng.integers(30, 260))):
        x, y = round(width * rng.uniform(0, 1)), round(height * rng.uniform(0, 1) ** gathered)
        reach = max(1, round(width * between(rng, 0.002, 0.02)))
        if rng.random() < 0.35:
            cv2.line(share, (x - 2 * reach, y), (x + 2 * reach, y), 1.0, 1, cv2.LINE_AA)
            cv2.line(share, (x, y - 2 * reach), (x, y + 2 * reach), 1.0, 1, cv2.LINE_AA)
        else:
            cv2.circle(share, (x, y), max(1, reach // 2), 1.0, -1, cv2.LINE_AA)
    return _coloured(share * np.float32(between(rng, 0.5, 1.0)), one_of(rng, _WARM))


def _dust(size: tuple[int, int], rng: np.random.Generator) -> Light:
    """Hairs, scratches and grains of an old print."""
    width, height = size
    share = np.zeros((height, width), np.float32)
    for _ in range(int(rng.integers(4, 40))):
        x, y = rng.uniform(0, 1, 2) * (width, height)
        steps = np.cumsum(rng.normal(0, width * 0.012, (int(rng.integers(2, 9)), 2)), axis=0)
        cv2.polylines(share, [(steps + np.array([x, y])).round().astype(np.int32)], False, 1.0, 1, cv2.LINE_AA)
    for _ in range(int(rng.integers(0, 4))):
        x = round(width * rng.uniform(0, 1))
        cv2.line(share, (x, 0), (x + int(rng.integers(-4, 5)), height), between(rng, 0.2, 0.7), 1, cv2.LINE_AA)
    return _coloured(share * np.float32(between(rng, 0.4, 0.9)), (255, 255, 255))
