"""Faces as keyboards have them: round ones of any expression, and animals; drawn anew every time."""

import numpy as np

from benchmarks.attacks.geometry import Colour
from benchmarks.attacks.varied.shapes import BLACK, WHITE, Piece, Points, Sheet, any_colour, mixed, pick, vivid

INK: tuple[Colour, ...] = ((60, 35, 10), BLACK, (90, 50, 20), (40, 40, 60), (110, 60, 0))


SKIN: tuple[Colour, ...] = (
    (255, 204, 50), (255, 216, 80), (250, 180, 30), (255, 200, 60), (235, 60, 40), (120, 180, 60), (150, 90, 210),
    (120, 190, 240), (255, 150, 60), (250, 190, 200), (225, 170, 120), (150, 100, 60),
)  # fmt: skip


TEAR: Colour = (80, 175, 245)


def heart_points(x: float, y: float, half: float) -> Points:
    """The outline of a heart around a middle."""
    t = np.linspace(0, 2 * np.pi, 40)
    across = 16 * np.sin(t) ** 3
    down = -(13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t))
    return [(x + a / 17 * half, y + d / 17 * half) for a, d in zip(across, down, strict=True)]


def star_points(x: float, y: float, outer: float, inner: float, tips: int = 5, turn: float = 0.0) -> Points:
    """The outline of a star around a middle."""
    angles = np.arange(2 * tips) * np.pi / tips - np.pi / 2 + turn
    radii = np.where(np.arange(2 * tips) % 2 == 0, outer, inner)
    return [(x + r * np.cos(a), y + r * np.sin(a)) for r, a in zip(radii, angles, strict=True)]


def drop_points(x: float, y: float, half: float, long: float = 1.7) -> Points:
    """The outline of a drop with its tip on top."""
    t = np.linspace(0, 2 * np.pi, 30)
    return [(x + half * np.sin(a) * np.sin(a / 2) ** 1.5, y + half * long * -np.cos(a) * 0.8) for a in t]


def smiley(side: int, rng: np.random.Generator) -> Piece:
    """A round face of any expression and colour, with or without things on and around it."""
    board = Sheet(side, side)
    skin = pick(rng, SKIN[:4]) if rng.random() < 0.6 else pick(rng, SKIN) if rng.random() < 0.7 else vivid(rng)
    ink = pick(rng, INK)
    tall = rng.uniform(0.9, 1.05)
    if rng.random() < 0.08:
        _horns(board, skin, rng)
    rim = mixed(skin, (120, 60, 0), rng.uniform(0, 0.5))
    board.disc(0.5, 0.5, 0.42, 0.42 * tall, rim)
    border = pick(rng, [0.0, 0.012, 0.03])
    board.disc(0.5, 0.5 - border / 3, 0.42 - border, 0.42 * tall - border, skin)
    if rng.random() < 0.7:
        board.shine(rng)
    level, part = rng.uniform(0.38, 0.47), rng.uniform(0.13, 0.19)
    if rng.random() < 0.35:
        blush = mixed(skin, (240, 60, 60), rng.uniform(0.25, 0.6))
        for x in (0.5 - part * 1.5, 0.5 + part * 1.5):
            board.disc(x, level + 0.16, 0.075, 0.05, blush)
    eyes(board, (level, part), ink, rng)
    _brows(board, (level, part), ink, rng)
    mouth(board, rng.uniform(0.62, 0.7), ink, rng)
    for _ in range(int(rng.integers(0, 3))):
        _thing(board, (level, part), rng)
    return board.piece()


def eyes(board: Sheet, spot: tuple[float, float], ink: Colour, rng: np.random.Generator) -> None:
    """Two eyes; spot: how far down, and how far from the middle."""
    level, part = spot
    size, thick = rng.uniform(0.04, 0.085), rng.uniform(0.025, 0.05)
    way, wink = int(rng.integers(11)), rng.random() < 0.12
    for number, x in enumerate((0.5 - part, 0.5 + part)):
        if wink and number:
            board.arc(x, level + 0.03, (0.08, 0.06), (200, 340), ink, thick)
            continue
        match way:
            case 0 | 1:
                board.disc(x, level, size * 0.75, size * rng.uniform(1.0, 1.5), ink)
                board.disc(x + size * 0.2, level - size * 0.4, size * 0.25, None, WHITE)
            case 2:
                board.arc(x, level + 0.03, (0.085, 0.07), (195, 345), ink, thick)
            case 3:
                board.arc(x, level - 0.02, (0.085, 0.06), (15, 165), ink, thick)
            case 4:
                board.area(heart_points(x, level, size * 2.1), (226, 30, 60))
            case 5:
                board.area(star_points(x, level, size * 2.1, size, 5), pick(rng, [(255, 140, 0), WHITE, (240, 60, 60)]))
            case 6:
                reach = size * 1.1
                board.line([(x - reach, level - reach), (x + reach, level + reach)], ink, thick)
                board.line([(x - reach, level + reach), (x + reach, level - reach)], ink, thick)
            case 7:
                white = size * rng.uniform(1.3, 2.0)
                board.disc(x, level, white, white * rng.uniform(0.9, 1.2), WHITE)
                board.disc(
                    x + rng.uniform(-0.4, 0.4) * white, level + rng.uniform(-0.4, 0.4) * white, size * 0.6, None, ink
                )
            case 8:
                turn = np.linspace(0, 5 * np.pi, 40)
                board.line(
                    [(x + size * 1.7 * t / 16 * np.cos(t), level + size * 1.7 * t / 16 * np.sin(t)) for t in turn],
                    ink,
                    0.018,
                )
            case 9:
                board.line([(x - 0.07, level), (x + 0.07, level)], ink, thick)
            case _:
                sign = 1 if number else -1
                board.line(
                    [(x + sign * 0.07, level - 0.06), (x - sign * 0.05, level), (x + sign * 0.07, level + 0.06)],
                    ink,
                    thick,
                )


def _brows(board: Sheet, spot: tuple[float, float], ink: Colour, rng: np.random.Generator) -> None:
    if rng.random() < 0.45:
        return
    level, part = spot
    lift = [rng.uniform(0.1, 0.15), rng.uniform(0.1, 0.19)] if rng.random() < 0.4 else [rng.uniform(0.1, 0.16)] * 2
    tilt = rng.uniform(-0.06, 0.06)
    for sign, up in zip((-1, 1), lift, strict=True):
        x = 0.5 + sign * part
        board.line(
            [(x - sign * 0.07, level - up + tilt), (x + sign * 0.07, level - up - tilt)], ink, rng.uniform(0.02, 0.04)
        )


def mouth(board: Sheet, level: float, ink: Colour, rng: np.random.Generator) -> None:
    """A mouth of any mood."""
    wide, thick = rng.uniform(0.08, 0.24), rng.uniform(0.022, 0.045)
    dark, tongue = mixed(ink, (120, 20, 20), 0.4), (235, 70, 90)
    match int(rng.integers(12)):
        case 0 | 1:
            board.arc(0.5, level - 0.08, (wide, rng.uniform(0.08, 0.17)), (20, 160), ink, thick)
        case 2 | 3:
            deep = rng.uniform(0.12, 0.24)
            board.half(0.5, level - 0.07, (wide + 0.05, deep), (0, 180), dark)
            if rng.random() < 0.6:
                board.half(0.5, level - 0.065, (wide + 0.02, deep * 0.45), (0, 180), WHITE)
            if rng.random() < 0.6:
                board.disc(0.5, level - 0.07 + deep * 0.75, wide * 0.5, deep * 0.22, tongue)
        case 4:
            board.arc(0.5, level + 0.1, (wide, rng.uniform(0.07, 0.14)), (200, 340), ink, thick)
        case 5:
            board.line([(0.5 - wide, level), (0.5 + wide, level + rng.uniform(-0.05, 0.05))], ink, thick)
        case 6:
            board.disc(0.5, level + 0.02, wide * 0.5, wide * rng.uniform(0.4, 0.9), dark)
        case 7:
            steps = np.linspace(0.5 - wide, 0.5 + wide, 7)
            board.line([(x, level + 0.03 * (-1) ** i) for i, x in enumerate(steps)], ink, thick)
        case 8:
            board.arc(0.5, level - 0.08, (wide, 0.11), (15, 165), ink, thick)
            board.disc(0.5 + wide * 0.4, level + 0.07, 0.06, 0.085, tongue)
        case 9:
            board.box((0.5 - wide, level - 0.05, 0.5 + wide, level + 0.08), ink, 0.06)
            board.box((0.52 - wide, level - 0.035, 0.48 + wide, level + 0.065), WHITE, 0.05)
            for x in np.linspace(0.5 - wide, 0.5 + wide, 6)[1:-1]:
                board.line([(x, level - 0.03), (x, level + 0.06)], (170, 170, 180), 0.008)
        case 10:
            board.area(heart_points(0.5, level + 0.02, 0.07), (220, 40, 70))
        case _:
            board.box((0.5 - 0.26, level - 0.12, 0.5 + 0.26, level + 0.17), (235, 240, 248), 0.09)


def _thing(board: Sheet, spot: tuple[float, float], rng: np.random.Generator) -> None:
    level, part = spot
    colour = any_colour(rng)
    match int(rng.integers(10)):
        case 0:
            for x in (0.5 - part * 1.3, 0.5 + part * 1.3)[: int(rng.integers(1, 3))]:
                board.area(drop_points(x, level + 0.17, 0.055), TEAR)
        case 1:
            for x in (0.5 - part, 0.5 + part):
                board.box((x - 0.045, level + 0.04, x + 0.045, 0.86), TEAR, 0.03)
        case 2:
            for x in (0.5 - part, 0.5 + part):
                board.disc(x, level, 0.125, 0.11, (25, 25, 30))
            board.line([(0.1, level - 0.06), (0.9, level - 0.06)], (25, 25, 30), 0.035)
        case 3:
            for x in (0.5 - part, 0.5 + part):
                board.arc(x, level, (0.13, 0.13), (0, 360), colour, 0.03)
            board.line([(0.47, level), (0.53, level)], colour, 0.03)
        case 4:
            board.area([(0.28, 0.2), (rng.uniform(0.4, 0.65), 0.0), (0.72, 0.2)], colour)
            board.disc(0.5, 0.03, 0.035, None, any_colour(rng))
        case 5:
            board.area(
                [(0.24, 0.2), (0.24, 0.02), (0.37, 0.1), (0.5, 0.0), (0.63, 0.1), (0.76, 0.02), (0.76, 0.2)],
                (250, 190, 20),
            )
        case 6:
            board.box((0.12, 0.15, 0.88, 0.21), colour, 0.03)
            board.box((0.28, 0.0, 0.72, 0.18), colour, 0.05)
        case 7:
            board.arc(0.5, 0.08, (0.26, 0.06), (0, 360), (90, 190, 250), 0.03)
        case 8:
            board.area(drop_points(0.82, 0.25, 0.06), TEAR)
        case _:
            for x, y in rng.uniform(0.05, 0.95, (3, 2)):
                board.area(heart_points(x, y, rng.uniform(0.05, 0.1)), (235, 30, 70))


def _horns(board: Sheet, skin: Colour, rng: np.random.Generator) -> None:
    dark = mixed(skin, BLACK, rng.uniform(0.1, 0.5))
    for sign in (-1, 1):
        board.area([(0.5 + sign * 0.38, 0.35), (0.5 + sign * 0.42, 0.02), (0.5 + sign * 0.15, 0.18)], dark)
