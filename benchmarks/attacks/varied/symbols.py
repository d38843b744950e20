"""Small drawn signs and figures: hearts, flames, stars, hands, skulls, ghosts, crowns, flowers, arrows."""

import numpy as np

from benchmarks.attacks.geometry import Colour
from benchmarks.attacks.varied.faces import heart_points, star_points
from benchmarks.attacks.varied.shapes import BLACK, WHITE, Points, Sheet, any_colour, apart, mixed, pick, vivid

SKIN: tuple[Colour, ...] = (
    (255, 204, 50),
    (255, 215, 90),
    (245, 200, 160),
    (200, 140, 90),
    (120, 75, 45),
    (245, 245, 245),
)


def heart(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    board.area(heart_points(0.5, 0.5, rng.uniform(0.38, 0.48)), colour)
    if rng.random() < 0.25:
        board.line([(0.5, 0.25), (0.43, 0.42), (0.56, 0.55), (0.47, 0.85)], apart(colour, rng), 0.03)
    elif rng.random() < 0.4:
        board.disc(0.3, 0.35, 0.08, 0.05, mixed(colour, WHITE, 0.7))
    elif rng.random() < 0.3:
        board.area(heart_points(0.5, 0.5, 0.3), pick(rng, [WHITE, any_colour(rng)]))


def flame(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    hot = pick(rng, [(255, 110, 20), (240, 60, 20), (60, 140, 255), colour])
    lean = rng.uniform(-0.12, 0.12)
    for size, tint in ((1.0, hot), (0.65, mixed(hot, (255, 220, 60), 0.6)), (0.35, (255, 240, 170))):
        points = [
            (0, -1),
            (0.34, -0.42),
            (0.48, -0.6),
            (0.7, 0.1),
            (0.52, 0.72),
            (0, 1),
            (-0.52, 0.72),
            (-0.7, 0.1),
            (-0.3, -0.3),
        ]
        board.area(
            [(0.5 + (x * 0.5 + lean * (y < -0.5)) * size, 0.95 + (y - 1) * 0.46 * size) for x, y in points], tint
        )
        board.disc(0.5, 0.95 - 0.3 * size, 0.3 * size, 0.3 * size, tint)


def star(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    tips, turn = int(pick(rng, [5, 5, 5, 4, 6, 8])), rng.uniform(-0.3, 0.3)
    board.area(star_points(0.5, 0.52, 0.46, rng.uniform(0.15, 0.26), tips, turn), colour)


def sparkle(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    for _ in range(int(rng.integers(1, 5))):
        size = rng.uniform(0.12, 0.4)
        board.area(star_points(rng.uniform(0.3, 0.7), rng.uniform(0.3, 0.7), size, size * 0.18, 4), colour)


def thumb(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    skin = pick(rng, SKIN) if rng.random() < 0.7 else colour
    edge = mixed(skin, BLACK, 0.3)
    down = rng.random() < 0.3
    points: list[tuple[float, float]] = [(0.28, 0.45), (0.45, 0.38), (0.52, 0.1), (0.62, 0.1), (0.64, 0.4)]
    board.area([(x, 1 - y if down else y) for x, y in [*points, (0.64, 0.85), (0.28, 0.85)]], skin)
    for number in range(4):
        y = 0.47 + number * 0.12
        y = 1 - y if down else y
        board.box((0.5, y - 0.06, rng.uniform(0.8, 0.88), y + 0.06), skin, 0.06)
        board.line([(0.58, y + 0.06), (0.8, y + 0.06)], edge, 0.012)
    board.box((0.1, 0.3 if down else 0.42, 0.26, 0.6 if down else 0.88), pick(rng, [skin, (60, 110, 220), WHITE]), 0.03)


def hand(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    skin = pick(rng, SKIN) if rng.random() < 0.8 else colour
    shown = pick(rng, [(1, 1, 1, 1), (1, 1, 0, 0), (1, 0, 0, 0), (1, 0, 0, 1)])
    board.box((0.28, 0.48, 0.74, 0.92), skin, 0.14)
    for number, up in enumerate(shown):
        x = 0.285 + number * 0.12
        board.box((x, (0.14 if up else 0.42) + 0.04 * abs(number - 1.5), x + 0.1, 0.7), skin, 0.05)
        board.line([(x + 0.105, 0.5), (x + 0.105, 0.6)], mixed(skin, BLACK, 0.35), 0.012)
    board.line([(0.32, 0.75), (0.17, 0.56)], skin, 0.11)


def skull(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    bone = pick(rng, [WHITE, (235, 230, 210), (210, 210, 220), colour])
    board.disc(0.5, 0.42, 0.36, 0.33, bone)
    board.box((0.32, 0.6, 0.68, 0.9), bone, 0.06)
    for x in (0.36, 0.64):
        board.disc(x, 0.45, 0.1, rng.uniform(0.09, 0.13), (30, 30, 35))
    board.area([(0.5, 0.54), (0.45, 0.64), (0.55, 0.64)], (30, 30, 35))
    for x in (0.41, 0.5, 0.59):
        board.line([(x, 0.75), (x, 0.88)], (30, 30, 35), 0.02)


def ghost(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    body = pick(rng, [WHITE, (235, 235, 250), colour])
    board.disc(0.5, 0.4, 0.32, 0.34, body)
    waves: Points = [(0.18 + i * 0.08, 0.94 - 0.1 * (i % 2)) for i in range(9)]
    board.area([(0.18, 0.4), (0.82, 0.4), *waves[::-1]], body)
    for x in (0.4, 0.6):
        board.disc(x, 0.38, 0.05, 0.07, (25, 25, 30))
    board.disc(0.5, 0.56, 0.07, rng.uniform(0.04, 0.1), (25, 25, 30))


def crown(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    gold = pick(rng, [(250, 195, 30), (255, 215, 80), (200, 200, 210), colour])
    tips = np.linspace(0.08, 0.92, int(rng.integers(3, 6)))
    points: list[tuple[float, float]] = []
    for number, x in enumerate(tips):
        points.append((x, 0.22 + 0.1 * (number % 2)))
        if number < len(tips) - 1:
            points.append(((x + tips[number + 1]) / 2, 0.55))
    board.area([*points, (0.86, 0.85), (0.14, 0.85)], gold)
    for x in np.linspace(0.25, 0.75, 3):
        board.disc(x, 0.76, 0.045, None, vivid(rng))


def flower(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    petals = int(rng.integers(5, 10))
    if rng.random() < 0.4:
        board.line([(0.5, 0.5), (0.5, 0.96)], (50, 140, 60), 0.04)
    for turn in np.arange(petals) * 2 * np.pi / petals:
        board.disc(0.5 + 0.25 * np.cos(turn), 0.45 + 0.25 * np.sin(turn), rng.uniform(0.11, 0.16), None, colour)
    board.disc(0.5, 0.45, 0.14, None, pick(rng, [(250, 200, 40), (90, 50, 20), WHITE]))


def arrow(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    shaft, head = rng.uniform(0.06, 0.16), rng.uniform(0.2, 0.34)
    neck = rng.uniform(0.45, 0.65)
    points = [
        (0.04, 0.5 - shaft),
        (neck, 0.5 - shaft),
        (neck, 0.5 - head),
        (0.96, 0.5),
        (neck, 0.5 + head),
        (neck, 0.5 + shaft),
    ]
    turn = pick(rng, [0, np.pi / 2, np.pi, -np.pi / 2, rng.uniform(0, 6)])
    moved = [(x - 0.5, y - 0.5) for x, y in [*points, (0.04, 0.5 + shaft)]]
    cos, sin = float(np.cos(turn)), float(np.sin(turn))
    board.area([(0.5 + 0.9 * (x * cos - y * sin), 0.5 + 0.9 * (x * sin + y * cos)) for x, y in moved], colour)
