"""Small drawn goods: what cinemas, kitchens and parties have."""

import numpy as np

from benchmarks.attacks.geometry import Colour
from benchmarks.attacks.varied.faces import star_points
from benchmarks.attacks.varied.shapes import BLACK, WHITE, Sheet, apart, mixed, pick, vivid


def popcorn(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    for x, y in rng.uniform(0, 1, (14, 2)):
        board.disc(0.22 + x * 0.56, 0.12 + y * 0.26, 0.09, None, pick(rng, [(255, 240, 190), (250, 225, 140), WHITE]))
    edges = np.linspace(0, 1, 8)
    for number in range(7):
        a, b = edges[number], edges[number + 1]
        quad = [(0.16 + a * 0.68, 0.36), (0.16 + b * 0.68, 0.36), (0.26 + b * 0.48, 0.96), (0.26 + a * 0.48, 0.96)]
        board.area(quad, WHITE if number % 2 else pick(rng, [(225, 30, 40), (225, 30, 40), colour]))


def reel(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    metal = pick(rng, [(60, 60, 70), (160, 160, 170), (25, 25, 25), colour])
    board.disc(0.5, 0.5, 0.45, None, metal)
    holes = int(rng.integers(4, 7))
    for turn in np.arange(holes) * 2 * np.pi / holes:
        board.disc(0.5 + 0.26 * np.cos(turn), 0.5 + 0.26 * np.sin(turn), 0.1, None, apart(metal, rng, 0))
    board.disc(0.5, 0.5, 0.06, None, apart(metal, rng, 0))


def camera(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    body = pick(rng, [(50, 50, 60), (30, 30, 30), WHITE, colour])
    board.box((0.08, 0.28, 0.92, 0.84), body, rng.uniform(0.05, 0.2))
    board.box((0.36, 0.16, 0.64, 0.34), body, 0.04)
    board.disc(0.5, 0.56, 0.2, None, apart(body, rng, 0.1))
    board.disc(0.5, 0.56, 0.13, None, pick(rng, [body, (70, 130, 200)]))
    board.disc(0.8, 0.38, 0.04, None, vivid(rng))


def clapper(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    body = pick(rng, [(40, 40, 45), BLACK, colour])
    board.box((0.08, 0.38, 0.92, 0.9), body, 0.03)
    lift = rng.uniform(0, 0.2)
    board.line([(0.12, 0.32), (0.88, 0.32 - lift)], body, 0.11)
    for x in np.linspace(0.2, 0.8, 4):
        y = 0.32 - lift * (x - 0.12) / 0.76
        board.area([(x - 0.05, y - 0.05), (x + 0.03, y - 0.05), (x + 0.07, y + 0.05), (x - 0.01, y + 0.05)], WHITE)
    board.line([(0.16, 0.58), (0.84, 0.58)], WHITE, 0.02)


def ticket(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    board.box((0.04, 0.26, 0.96, 0.74), colour, 0.05)
    for y in np.linspace(0.3, 0.7, 6):
        board.disc(0.68, y, 0.018, None, apart(colour, rng, 0))
    board.area(star_points(0.36, 0.5, 0.17, 0.07), apart(colour, rng, 0.3))


def pin(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    board.area([(0.2, 0.42), (0.8, 0.42), (0.5, 0.97)], colour)
    board.disc(0.5, 0.35, 0.31, None, colour)
    board.disc(0.5, 0.35, rng.uniform(0.09, 0.15), None, apart(colour, rng, 0.1))


def bell(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    board.disc(0.5, 0.4, 0.27, 0.3, colour)
    board.area([(0.23, 0.4), (0.77, 0.4), (0.88, 0.78), (0.12, 0.78)], colour)
    board.disc(0.5, 0.84, 0.1, None, mixed(colour, BLACK, 0.3))
    if rng.random() < 0.5:
        board.disc(0.78, 0.2, 0.16, None, (230, 30, 40))


def lock(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    board.arc(0.5, 0.42, (0.24, 0.3), (180, 360), mixed(colour, BLACK, 0.4), 0.09)
    board.box((0.18, 0.42, 0.82, 0.92), colour, 0.07)
    board.disc(0.5, 0.64, 0.07, None, apart(colour, rng, 0))


def gift(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    band = apart(colour, rng, 0.6)
    board.box((0.12, 0.4, 0.88, 0.94), colour, 0.03)
    board.box((0.07, 0.3, 0.93, 0.46), mixed(colour, BLACK, 0.15), 0.03)
    board.box((0.44, 0.3, 0.56, 0.94), band)
    for sign in (-1, 1):
        board.arc(0.5 + sign * 0.13, 0.2, (0.13, 0.09), (0, 360), band, 0.05)


def balloon(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    board.line([(0.5, 0.7), (0.46, 0.84), (0.53, 0.97)], (120, 120, 120), 0.015)
    board.disc(0.5, 0.38, 0.28, 0.34, colour)
    board.disc(0.4, 0.26, 0.06, 0.09, mixed(colour, WHITE, 0.6))


def cake(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    board.box((0.1, 0.5, 0.9, 0.92), colour, 0.05)
    board.box((0.1, 0.5, 0.9, 0.64), mixed(colour, WHITE, 0.7), 0.05)
    for x in np.linspace(0.28, 0.72, int(rng.integers(1, 5))):
        board.line([(x, 0.5), (x, 0.3)], vivid(rng), 0.04)
        board.disc(x, 0.22, 0.03, 0.05, (255, 180, 30))


def pizza(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    board.area([(0.06, 0.2), (0.94, 0.2), (0.5, 0.98)], (250, 205, 80))
    board.line([(0.08, 0.2), (0.92, 0.2)], (190, 120, 50), 0.11)
    for x, y in ((0.36, 0.38), (0.62, 0.4), (0.5, 0.62)):
        board.disc(x, y, 0.07, None, pick(rng, [(200, 50, 40), (60, 130, 60), colour]))


def burger(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    layers = [(90, 50, 30), (90, 170, 60), (250, 200, 50), (215, 50, 40)]
    board.half(0.5, 0.5, (0.42, 0.36), (180, 360), (225, 150, 70))
    for number, layer in enumerate(rng.permutation(layers)):
        red, green, blue = (int(value) for value in layer)
        board.box((0.06, 0.48 + number * 0.08, 0.94, 0.58 + number * 0.08), (red, green, blue), 0.04)
    board.box((0.09, 0.8, 0.91, 0.94), (225, 150, 70), 0.06)


def ice(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    board.area([(0.26, 0.5), (0.74, 0.5), (0.5, 0.98)], (220, 160, 90))
    for x, y in ((0.36, 0.38), (0.64, 0.38), (0.5, 0.2))[: int(rng.integers(1, 4))]:
        board.disc(x, y, 0.2, None, vivid(rng))


def fruit(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    for x in (0.38, 0.62):
        board.disc(x, 0.6, 0.25, rng.uniform(0.28, 0.34), colour)
    board.line([(0.5, 0.36), (0.54, 0.1)], (100, 65, 30), 0.05)
    board.area([(0.54, 0.2), (0.72, 0.06), (0.84, 0.18), (0.66, 0.26)], (70, 160, 60))


def cup(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    board.arc(0.76, 0.55, (0.16, 0.16), (0, 360), colour, 0.06)
    board.area([(0.16, 0.34), (0.78, 0.34), (0.7, 0.92), (0.24, 0.92)], colour)
    board.disc(0.47, 0.34, 0.31, 0.06, mixed(colour, BLACK, 0.5))
    for x in (0.36, 0.52):
        board.line([(x, 0.24), (x + 0.04, 0.16), (x, 0.06)], (220, 220, 220), 0.02)


def rocket(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    board.area([(0.3, 0.55), (0.12, 0.8), (0.32, 0.78)], colour)
    board.area([(0.7, 0.55), (0.88, 0.8), (0.68, 0.78)], colour)
    board.disc(0.5, 0.46, 0.2, 0.42, (225, 228, 235))
    board.disc(0.5, 0.4, 0.09, None, (60, 130, 210))
    board.area([(0.42, 0.84), (0.58, 0.84), (0.5, 1.0)], (255, 140, 30))


def trophy(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    gold = pick(rng, [(245, 190, 40), (190, 190, 200), (190, 120, 60), colour])
    board.arc(0.5, 0.3, (0.4, 0.2), (0, 360), gold, 0.05)
    board.half(0.5, 0.12, (0.28, 0.5), (0, 180), gold)
    board.box((0.45, 0.55, 0.55, 0.8), gold)
    board.box((0.28, 0.8, 0.72, 0.93), mixed(gold, BLACK, 0.5), 0.02)
