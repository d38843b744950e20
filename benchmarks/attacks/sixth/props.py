"""Shapes of things, shaded as if lit from the upper left."""

from collections.abc import Sequence

import cv2
import numpy as np

from benchmarks.attacks.sixth.tools import Layer, Mask, Tone, floats, soften

SIDE = 400
Points = Sequence[tuple[float, float]]


def blank() -> Layer:
    """An empty layer."""
    return np.zeros((SIDE, SIDE, 4), np.float32)


def _lit(alpha: Mask, tone: Tone, gloss: float, depth: float) -> Layer:
    """A flat shape swollen to a body."""
    inside = np.asarray(cv2.distanceTransform((alpha > 0.5).astype(np.uint8), cv2.DIST_L2, 5), np.float32)
    rise = soften(np.sqrt(np.minimum(inside, depth)), 3)
    slope_x, slope_y = cv2.Sobel(rise, cv2.CV_32F, 1, 0), cv2.Sobel(rise, cv2.CV_32F, 0, 1)
    light = np.clip(0.72 - 0.22 * (slope_x + slope_y), 0.2, 1.5)[..., None]
    shine = np.clip(light - 1.05, 0, 1) * gloss * 255
    layer = blank()
    layer[..., :3] = np.clip(floats(tone) * light + shine, 0, 255)
    layer[..., 3] = alpha * 255
    return layer


def over(below: Layer, above: Layer) -> Layer:
    """One layer on another."""
    share = above[..., 3:] / 255
    result = below.copy()
    result[..., :3] = below[..., :3] * (1 - share) + above[..., :3] * share
    result[..., 3:] = np.maximum(below[..., 3:], above[..., 3:])
    return result


def body(layer: Layer, points: Points, tone: Tone, *, gloss: float = 0.5, depth: float = 40) -> Layer:
    """A polygon (0..1) added as a swollen body."""
    alpha = np.zeros((SIDE, SIDE), np.uint8)
    path = np.rint(np.array(points) * SIDE * 8).astype(np.int32)
    cv2.fillPoly(alpha, [path], (255,), cv2.LINE_AA, 3)
    return over(layer, _lit(soften(floats(alpha / 255), 1), tone, gloss, depth))


def ball(
    layer: Layer, x: float, y: float, across: float, down: float, tone: Tone, *, gloss: float = 0.5, depth: float = 60
) -> Layer:
    """An ellipse added as a swollen body."""
    turn = np.linspace(0, 2 * np.pi, 60, endpoint=False)
    points = list(zip(x + across * np.cos(turn), y + down * np.sin(turn), strict=True))
    return body(layer, points, tone, gloss=gloss, depth=depth)


def sword() -> Layer:
    """A sword, its point up."""
    layer = body(
        blank(), [(0.47, 0.7), (0.465, 0.12), (0.5, 0.02), (0.535, 0.12), (0.53, 0.7)], (190, 196, 205), gloss=1
    )
    layer = body(layer, [(0.495, 0.68), (0.495, 0.12), (0.505, 0.12), (0.505, 0.68)], (110, 116, 126))
    layer = body(layer, [(0.34, 0.69), (0.66, 0.69), (0.68, 0.73), (0.32, 0.73)], (196, 156, 60), gloss=1)
    layer = body(layer, [(0.475, 0.73), (0.525, 0.73), (0.525, 0.92), (0.475, 0.92)], (84, 50, 30))
    return ball(layer, 0.5, 0.94, 0.045, 0.045, (196, 156, 60), gloss=1)


def pistol() -> Layer:
    """A pistol that points left."""
    layer = body(blank(), [(0.55, 0.42), (0.78, 0.42), (0.9, 0.85), (0.7, 0.88)], (64, 44, 32))
    guard = [(0.42, 0.44), (0.45, 0.6), (0.62, 0.62), (0.63, 0.58), (0.48, 0.56), (0.46, 0.44)]
    layer = body(layer, guard, (50, 52, 56))
    layer = body(
        layer, [(0.06, 0.25), (0.86, 0.25), (0.9, 0.3), (0.86, 0.45), (0.1, 0.44), (0.06, 0.4)], (74, 78, 84), gloss=1
    )
    layer = body(layer, [(0.08, 0.34), (0.6, 0.34), (0.6, 0.355), (0.08, 0.355)], (30, 31, 34))
    return body(layer, [(0.1, 0.21), (0.15, 0.21), (0.15, 0.26), (0.1, 0.26)], (44, 46, 50))


def car(tone: Tone) -> Layer:
    """A car from the side."""
    cabin = [(0.26, 0.5), (0.36, 0.34), (0.64, 0.33), (0.78, 0.5)]
    layer = body(blank(), cabin, tone, gloss=0.8)
    layer = body(layer, [(0.31, 0.49), (0.38, 0.37), (0.49, 0.365), (0.49, 0.49)], (60, 76, 92), gloss=1)
    layer = body(layer, [(0.51, 0.49), (0.51, 0.365), (0.62, 0.365), (0.72, 0.49)], (60, 76, 92), gloss=1)
    hull = [
        (0.03, 0.6),
        (0.06, 0.51),
        (0.26, 0.48),
        (0.8, 0.48),
        (0.95, 0.53),
        (0.98, 0.65),
        (0.95, 0.69),
        (0.05, 0.69),
    ]
    layer = body(layer, hull, tone, gloss=0.9)
    layer = ball(layer, 0.94, 0.57, 0.025, 0.025, (255, 244, 190), gloss=1)
    for x in (0.23, 0.77):
        layer = ball(layer, x, 0.68, 0.095, 0.095, (26, 26, 28))
        layer = ball(layer, x, 0.68, 0.05, 0.05, (170, 174, 180), gloss=1)
    return layer


def crown() -> Layer:
    """A crown with stones."""
    points = [(0.1, 0.8), (0.05, 0.35), (0.28, 0.55), (0.5, 0.2), (0.72, 0.55), (0.95, 0.35), (0.9, 0.8)]
    layer = body(blank(), points, (236, 186, 50), gloss=1)
    layer = body(layer, [(0.1, 0.72), (0.9, 0.72), (0.89, 0.82), (0.11, 0.82)], (200, 146, 30), gloss=1)
    stones: tuple[tuple[float, float, Tone], ...] = (
        (0.05, 0.33, (220, 30, 60)),
        (0.5, 0.18, (40, 110, 230)),
        (0.95, 0.33, (220, 30, 60)),
        (0.3, 0.77, (30, 170, 90)),
        (0.5, 0.77, (220, 30, 60)),
        (0.7, 0.77, (30, 170, 90)),
    )
    for x, y, tone in stones:
        layer = ball(layer, min(0.96, max(0.04, x)), y, 0.04, 0.04, tone, gloss=1)
    return layer


def bird(lift: float, tone: Tone) -> Layer:
    """A flying bird; lift: how high the wings are, 0..1."""
    up = 0.45 - 0.35 * lift
    wings = [(0.5, 0.48), (0.3, up + 0.06), (0.04, up + 0.16), (0.28, up + 0.16), (0.46, 0.58)]
    layer = body(blank(), wings, tone, gloss=0.2)
    layer = body(layer, [(1 - x, y) for x, y in wings], tone, gloss=0.2)
    return ball(layer, 0.5, 0.53, 0.045, 0.12, tone, gloss=0.3)


def saucer() -> Layer:
    """A flying saucer."""
    layer = ball(blank(), 0.5, 0.42, 0.2, 0.16, (130, 220, 210), gloss=1)
    layer = ball(layer, 0.5, 0.52, 0.46, 0.12, (150, 154, 164), gloss=1)
    for x in (0.16, 0.33, 0.5, 0.67, 0.84):
        layer = ball(layer, x, 0.55, 0.03, 0.025, (255, 230, 90), gloss=1)
    return layer
