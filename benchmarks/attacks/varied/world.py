"""Things of the world outside: in the sky, on the ground, on the water."""

import numpy as np

from benchmarks.attacks.geometry import Colour
from benchmarks.attacks.varied.shapes import BLACK, WHITE, Points, Sheet, mixed, pick


def moon(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    disc = pick(rng, [(240, 235, 215), (230, 200, 150), (200, 60, 40), colour])
    board.disc(0.5, 0.5, 0.46, None, disc)
    for _ in range(int(rng.integers(3, 14))):
        turn, away = rng.uniform(0, 6.3), rng.uniform(0, 0.36)
        board.disc(
            0.5 + away * np.cos(turn),
            0.5 + away * np.sin(turn),
            rng.uniform(0.02, 0.08),
            None,
            mixed(disc, BLACK, 0.15),
        )


def planet(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    board.disc(0.5, 0.5, 0.33, None, colour)
    for y in np.linspace(0.25, 0.75, int(rng.integers(2, 7))):
        wide = 0.32 * np.sqrt(max(0.0, 1 - ((y - 0.5) / 0.33) ** 2))
        board.line([(0.5 - wide, y), (0.5 + wide, y)], mixed(colour, pick(rng, [BLACK, WHITE]), 0.25), 0.03)
    if rng.random() < 0.7:
        board.arc(0.5, 0.5, (0.49, rng.uniform(0.08, 0.17)), (-20, 200), mixed(colour, WHITE, 0.5), 0.035)


def lightning(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    light = pick(rng, [WHITE, (200, 220, 255), (230, 190, 255), colour])
    for branch in range(int(rng.integers(1, 5))):
        y = np.linspace(0.0 if branch == 0 else rng.uniform(0.1, 0.5), 1.0, 12)
        x = 0.5 + rng.normal(0, 0.045, 12).cumsum()
        points = [(float(a), float(b)) for a, b in zip(x, y, strict=True)]
        board.line(points, light, rng.uniform(0.008, 0.03) / (1 + branch))


def city(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    left = 0.0
    while left < 1.0:
        wide, high = rng.uniform(0.06, 0.16), rng.uniform(0.15, 0.85)
        board.box((left, 1 - high, left + wide, 1), colour)
        if rng.random() < 0.3:
            board.line([(left + wide / 2, 1 - high), (left + wide / 2, 1 - high - 0.1)], colour, 0.012)
        for x, y in rng.uniform(0.1, 0.9, (int(rng.integers(0, 12)), 2)):
            spot = (left + x * wide, 1 - y * high)
            board.box((spot[0], spot[1], spot[0] + 0.012, spot[1] + 0.02), mixed(colour, (255, 220, 120), 0.7))
        left += wide * rng.uniform(0.7, 1.1)


def birds(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    for x, y in rng.uniform(0.12, 0.88, (int(rng.integers(2, 12)), 2)):
        span, lift = rng.uniform(0.04, 0.13), rng.uniform(0.02, 0.06)
        wings = [
            (x - span, y - lift),
            (x - span / 2, y - lift * 1.2),
            (x, y),
            (x + span / 2, y - lift * 1.2),
            (x + span, y - lift),
        ]
        board.line(wings, colour, 0.016)


def ship(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    board.area([(0.06, 0.7), (0.94, 0.7), (0.8, 0.92), (0.18, 0.92)], colour)
    for x in np.linspace(0.28, 0.7, int(rng.integers(1, 4))):
        board.line([(x, 0.7), (x, 0.08)], mixed(colour, BLACK, 0.3), 0.02)
        board.area([(x + 0.02, 0.12), (x + rng.uniform(0.1, 0.24), 0.58), (x + 0.02, 0.62)], mixed(colour, WHITE, 0.7))


def car(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    board.box((0.03, 0.5, 0.97, 0.74), colour, 0.08)
    board.area([(0.2, 0.52), (0.32, 0.3), (0.7, 0.3), (0.84, 0.52)], colour)
    board.area([(0.26, 0.5), (0.35, 0.35), (0.49, 0.35), (0.49, 0.5)], mixed(colour, (190, 220, 240), 0.8))
    board.area([(0.53, 0.5), (0.53, 0.35), (0.67, 0.35), (0.77, 0.5)], mixed(colour, (190, 220, 240), 0.8))
    for x in (0.24, 0.76):
        board.disc(x, 0.74, 0.11, None, (25, 25, 28))
        board.disc(x, 0.74, 0.05, None, (170, 170, 175))


def tree(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    def grow(x: float, y: float, angle: float, long: float, depth: int) -> None:
        tip = (x + long * float(np.sin(angle)), y - long * float(np.cos(angle)))
        board.line([(x, y), tip], colour, 0.012 * depth)
        if depth > 1:
            for turn in rng.normal(0, 0.5, 2 if rng.random() < 0.7 else 3):
                grow(*tip, angle + float(turn), long * 0.74, depth - 1)
        elif leafy:
            board.disc(*tip, rng.uniform(0.03, 0.07), None, leaf)

    leafy, leaf = (
        rng.random() < 0.5,
        pick(rng, [(40, 110, 50), (200, 110, 30), (230, 150, 180), mixed(colour, WHITE, 0.3)]),
    )
    grow(0.5, 0.98, 0.0, 0.28, 5)


def tomb(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    stone = pick(rng, [(120, 120, 122), (80, 84, 88), (160, 155, 145), colour])
    board.disc(0.5, 0.38, 0.32, 0.34, stone)
    board.box((0.18, 0.38, 0.82, 0.96), stone)
    for y in (0.4, 0.5, 0.6)[: int(rng.integers(1, 4))]:
        board.line([(0.34, y), (0.66, y)], mixed(stone, BLACK, 0.5), 0.03)


def rift(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    y = np.linspace(0, 1, 16)
    x, wide = 0.5 + rng.normal(0, 0.035, 16).cumsum(), np.abs(rng.normal(0, 0.035, 16)) * np.sin(y * np.pi) + 0.006
    left: Points = [(float(a - w), float(b)) for a, w, b in zip(x, wide, y, strict=True)]
    right: Points = [(float(a + w), float(b)) for a, w, b in zip(x, wide, y, strict=True)]
    board.area([*left, *right[::-1]], pick(rng, [BLACK, WHITE, colour]))
    for _ in range(int(rng.integers(2, 8))):
        start = int(rng.integers(2, 13))
        path = np.array([x[start], y[start]]) + rng.normal(0, 0.06, (6, 2)).cumsum(axis=0)
        board.line([(float(a), float(b)) for a, b in path], BLACK, 0.01)
