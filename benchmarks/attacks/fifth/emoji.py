"""Emoji for the fifth set: yellow faces, a heart, fire, a star, a thumb, each drawn as a square layer."""

from collections.abc import Callable

import numpy as np

from benchmarks.attacks.chance import one_of
from benchmarks.attacks.fifth.layers import Layer, Pen, Points, curve, over, ramped
from benchmarks.attacks.geometry import Colour

BROWN: Colour = (92, 52, 10)
WHITE: Colour = (255, 255, 255)
RED: Colour = (232, 44, 60)
MOODS = ("smile", "laugh", "tears", "in love", "wow", "cool", "wink", "sad")


def _lit(layer: Layer, light: Colour, dark: Colour) -> Layer:
    """The same outline, light at the upper middle and darker towards the rim."""
    height, width = layer.shape[:2]
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    away = np.hypot(columns / width - 0.45, rows / height - 0.32)[:, :, None]
    share = np.clip(away / 0.75, 0, 1) ** 1.4
    colours = np.asarray(light, np.float32) * (1 - share) + np.asarray(dark, np.float32) * share
    return np.dstack([colours, layer[:, :, 3:]]).astype(np.float32)


def _arc(x: float, y: float, across: float, down: float, start: float, end: float) -> Points:
    turn = np.radians(np.linspace(start, end, 30))
    return np.stack([x + across * np.cos(turn), y + down * np.sin(turn)], axis=1)


def _heart_line(x: float, y: float, size: float) -> Points:
    t = np.linspace(0, 2 * np.pi, 80)
    high = 13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t)
    return np.stack([x + size * np.sin(t) ** 3, y - size * (high + 2.5) / 16], axis=1)


def face(width: float, mood: str) -> Layer:
    """A round yellow face with eyes and a mouth."""
    ball = _lit(Pen(width, width).disc(0.5, 0.5, 0.47, WHITE).layer(), (255, 226, 84), (246, 160, 24))
    pen = Pen(width, width)
    _EYES[mood](pen)
    _MOUTHS[mood](pen)
    return over(ball, pen.layer())


def _round_eyes(pen: Pen) -> None:
    for x in (0.33, 0.67):
        pen.oval(x, 0.4, 0.055, 0.085, BROWN).disc(x - 0.015, 0.365, 0.02, (255, 250, 230))


def _closed_eyes(pen: Pen) -> None:
    for x in (0.32, 0.68):
        pen.stroke(_arc(x, 0.43, 0.09, 0.09, 200, 340), BROWN, 0.045)


def _hearts_for_eyes(pen: Pen) -> None:
    for x in (0.31, 0.69):
        pen.shape(_heart_line(x, 0.38, 0.14), RED)


def _glasses(pen: Pen) -> None:
    pen.stroke([(0.08, 0.36), (0.92, 0.36)], (25, 25, 30), 0.04)
    for x in (0.31, 0.69):
        pen.shape(_arc(x, 0.36, 0.165, 0.17, 0, 180), (25, 25, 30))
        pen.stroke([(x - 0.08, 0.4), (x - 0.02, 0.46)], (110, 120, 140), 0.025)


def _one_closed(pen: Pen) -> None:
    pen.oval(0.33, 0.4, 0.055, 0.085, BROWN).stroke(_arc(0.67, 0.44, 0.09, 0.07, 200, 340), BROWN, 0.045)


def _crying(pen: Pen) -> None:
    _closed_eyes(pen)
    for x, lean in ((0.17, -0.05), (0.83, 0.05)):
        pen.shape(curve([(x - lean, 0.44), (x + 0.08, 0.58), (x + lean, 0.68), (x - 0.08, 0.58)]), (82, 170, 250))


def _smiling(pen: Pen) -> None:
    pen.stroke(_arc(0.5, 0.55, 0.24, 0.2, 15, 165), BROWN, 0.05)


def _laughing(pen: Pen) -> None:
    pen.shape(_arc(0.5, 0.56, 0.29, 0.29, 0, 180), (110, 30, 20))
    pen.shape(np.vstack([_arc(0.5, 0.56, 0.27, 0.08, 0, 180)]), WHITE).oval(0.5, 0.77, 0.13, 0.06, (240, 90, 100))


def _mouth_open(pen: Pen) -> None:
    pen.oval(0.5, 0.7, 0.11, 0.14, (100, 40, 16))
    for x in (0.33, 0.67):
        pen.stroke(_arc(x, 0.26, 0.09, 0.06, 200, 340), BROWN, 0.03)


def _mouth_down(pen: Pen) -> None:
    pen.stroke(_arc(0.5, 0.8, 0.2, 0.16, 200, 340), BROWN, 0.05)
    pen.shape(curve([(0.33, 0.5), (0.39, 0.62), (0.33, 0.7), (0.27, 0.62)]), (82, 170, 250))


_EYES: dict[str, Callable[[Pen], None]] = {
    "smile": _round_eyes,
    "laugh": _closed_eyes,
    "tears": _crying,
    "in love": _hearts_for_eyes,
    "wow": _round_eyes,
    "cool": _glasses,
    "wink": _one_closed,
    "sad": _round_eyes,
}
_MOUTHS: dict[str, Callable[[Pen], None]] = {
    "smile": _smiling,
    "laugh": _laughing,
    "tears": _laughing,
    "in love": _laughing,
    "wow": _mouth_open,
    "cool": _smiling,
    "wink": _smiling,
    "sad": _mouth_down,
}


def heart(width: float, light: Colour = (255, 90, 100), dark: Colour = (206, 16, 48)) -> Layer:
    """A heart with a highlight."""
    body = _lit(Pen(width, width).shape(_heart_line(0.5, 0.5, 0.46), WHITE).layer(), light, dark)
    gleam = Pen(width, width).oval(0.28, 0.3, 0.07, 0.05, WHITE).layer()
    gleam[:, :, 3] *= 0.55
    return over(body, gleam)


def fire(width: float) -> Layer:
    """A flame, red outside and yellow inside."""
    outer = [(0.5, 0.02), (0.6, 0.2), (0.73, 0.32), (0.77, 0.24), (0.88, 0.5), (0.84, 0.8), (0.62, 0.97), (0.38, 0.97),
             (0.15, 0.8), (0.12, 0.55), (0.25, 0.32), (0.31, 0.44), (0.4, 0.25)]  # fmt: skip
    inner = [
        (0.52, 0.42),
        (0.62, 0.58),
        (0.7, 0.74),
        (0.62, 0.92),
        (0.4, 0.92),
        (0.29, 0.76),
        (0.36, 0.62),
        (0.43, 0.66),
    ]
    body = ramped(Pen(width, width).shape(curve(outer), WHITE).layer(), (236, 60, 24), (252, 150, 30))
    return over(body, ramped(Pen(width, width).shape(curve(inner), WHITE).layer(), (255, 200, 50), (255, 244, 170)))


def star(width: float) -> Layer:
    """A fat yellow star."""
    turn = np.arange(10) * np.pi / 5 - np.pi / 2
    reach = np.where(np.arange(10) % 2, 0.23, 0.48)
    points = np.stack([0.5 + reach * np.cos(turn), 0.52 + reach * np.sin(turn)], axis=1)
    pen = Pen(width, width).shape(points, WHITE).stroke(np.vstack([points, points[:2]]), WHITE, 0.05)
    return _lit(pen.layer(), (255, 236, 110), (244, 158, 20))


def thumb(width: float) -> Layer:
    """A yellow hand with its thumb up."""
    hand = [(0.34, 0.5), (0.45, 0.34), (0.5, 0.1), (0.58, 0.06), (0.65, 0.16), (0.61, 0.4), (0.84, 0.41), (0.9, 0.5),
            (0.86, 0.57), (0.88, 0.66), (0.83, 0.72), (0.84, 0.8), (0.77, 0.85), (0.76, 0.92), (0.5, 0.95),
            (0.34, 0.88)]  # fmt: skip
    pen = Pen(width, width).shape(curve(hand), WHITE).box(0.14, 0.47, 0.36, 0.93, WHITE, 0.05)
    body = _lit(pen.layer(), (255, 222, 90), (242, 160, 30))
    lines = Pen(width, width)
    for y in (0.55, 0.68, 0.81):
        lines.stroke([(0.66, y), (0.85 - abs(y - 0.6) * 0.2, y)], (206, 124, 16), 0.018)
    return over(body, lines.layer())


def any_emoji(width: float, rng: np.random.Generator) -> Layer:
    """One of them; every other time a face."""
    if rng.random() < 0.5:
        return face(width, one_of(rng, MOODS))
    if rng.random() < 0.3:
        tones: tuple[tuple[Colour, Colour], ...] = (
            ((130, 170, 255), (40, 80, 220)), ((200, 140, 250), (130, 50, 200)), ((255, 170, 200), (235, 80, 140)),
        )  # fmt: skip
        return heart(width, *tones[int(rng.integers(3))])
    shapes: tuple[Callable[[float], Layer], ...] = (heart, fire, star, thumb)
    return shapes[int(rng.integers(4))](width)
