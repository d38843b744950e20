"""Things that are painted into the world of a poster: in the sky, in hands, on the ground, on faces."""

from collections.abc import Callable

import numpy as np

from benchmarks.attacks.geometry import Colour
from benchmarks.attacks.paint import feather, figure_mask, soft_noise, to_uint8
from benchmarks.attacks.varied.faces import drop_points
from benchmarks.attacks.varied.pieces import resized
from benchmarks.attacks.varied.shapes import BLACK, WHITE, Piece, Sheet, mixed, pick, vivid
from benchmarks.attacks.varied.world import birds, car, city, lightning, moon, planet, rift, ship, tomb, tree

Draw = Callable[[Sheet, Colour, np.random.Generator], None]


def _sword(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    steel, grip = (
        pick(rng, [(200, 205, 215), (120, 125, 135), colour]),
        pick(rng, [(90, 55, 30), BLACK, (190, 150, 50)]),
    )
    wide = rng.uniform(0.03, 0.06)
    board.area([(0.5 - wide, 0.7), (0.5 - wide, 0.12), (0.5, 0.01), (0.5 + wide, 0.12), (0.5 + wide, 0.7)], steel)
    board.line([(0.5, 0.08), (0.5, 0.7)], mixed(steel, BLACK, 0.3), 0.012)
    board.line([(0.32, 0.71), (0.68, 0.71)], grip, 0.05)
    board.line([(0.5, 0.72), (0.5, 0.94)], grip, 0.05)


def _gun(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    dark = pick(rng, [(25, 25, 30), (60, 60, 66), colour])
    board.box((0.06, 0.3, 0.92, 0.46), dark, 0.02)
    board.area([(0.62, 0.44), (0.84, 0.44), (0.94, 0.86), (0.74, 0.88)], dark)
    board.arc(0.56, 0.5, (0.1, 0.1), (0, 180), dark, 0.03)
    board.line([(0.1, 0.33), (0.88, 0.33)], mixed(dark, WHITE, 0.3), 0.012)


def _mask(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    board.disc(0.5, 0.45, rng.uniform(0.3, 0.42), rng.uniform(0.36, 0.44), colour)
    board.area([(0.2, 0.5), (0.8, 0.5), (0.5, rng.uniform(0.85, 0.99))], colour)
    for sign in (-1, 1):
        x = 0.5 + sign * 0.17
        board.area([(x - 0.11, 0.44), (x, 0.36), (x + 0.11, 0.44), (x, 0.5)], mixed(colour, BLACK, 0.85))
    board.line([(0.42, 0.7), (0.58, 0.7)], mixed(colour, BLACK, 0.8), rng.uniform(0.02, 0.06))


def _drops(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    blood = pick(rng, [(150, 5, 15), (190, 15, 25), (110, 0, 10), colour])
    if rng.random() < 0.5:
        board.box((0, 0, 1, 0.12), blood)
        for x in np.linspace(0.04, 0.96, int(rng.integers(5, 12))):
            long = rng.uniform(0.15, 0.85)
            board.line([(x, 0.08), (x, long)], blood, rng.uniform(0.03, 0.08))
            board.disc(x, long, 0.045, 0.06, blood)
        return
    for x, y in rng.normal(0.5, 0.19, (int(rng.integers(8, 30)), 2)):
        board.area(drop_points(x, y, abs(rng.normal(0, 0.05)) + 0.012), blood)


def _wings(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    feathers, tint = int(rng.integers(5, 10)), pick(rng, [WHITE, (25, 25, 30), colour])
    for sign in (-1, 1):
        for number in range(feathers):
            angle = 0.25 + number * 1.5 / feathers
            long = 0.46 - 0.025 * number
            tip = (0.5 + sign * (0.04 + long * np.sin(angle + 0.3)), 0.45 - long * np.cos(angle + 0.3))
            shade = mixed(tint, (128, 128, 128), 0.06 * number)
            board.area([(0.5 + sign * 0.04, 0.5), tip, (0.5 + sign * 0.05, 0.6 + 0.02 * number)], shade)


def _chain(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    steel = pick(rng, [(150, 150, 158), (90, 90, 95), (200, 165, 60), colour])
    for number, x in enumerate(np.linspace(0.06, 0.94, int(rng.integers(6, 11)))):
        y = 0.5 + rng.uniform(0.0, 0.25) * np.sin(x * 3.1)
        board.arc(
            x, y, (0.075, 0.045 if number % 2 else 0.02), (0, 360), mixed(steel, BLACK, 0.2 * (number % 2)), 0.022
        )


def _ring(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    gold = pick(rng, [(235, 190, 60), (205, 205, 215), (255, 120, 20), colour])
    board.arc(0.5, 0.55, (0.4, rng.uniform(0.14, 0.4)), (0, 360), gold, rng.uniform(0.04, 0.11))
    if rng.random() < 0.4:
        board.area([(0.4, 0.08), (0.6, 0.08), (0.68, 0.16), (0.5, 0.32), (0.32, 0.16)], mixed(vivid(rng), WHITE, 0.4))


def _cross(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    thick, arm = rng.uniform(0.06, 0.14), rng.uniform(0.24, 0.4)
    board.box((0.5 - thick, 0.03, 0.5 + thick, 0.97), colour)
    board.box((0.5 - arm, 0.26, 0.5 + arm, 0.26 + 2 * thick), colour)


def _hand(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    board.disc(0.5, 0.62, 0.19, 0.2, colour)
    board.area([(0.36, 0.72), (0.64, 0.72), (0.68, 1.0), (0.32, 1.0)], colour)
    for angle, long in zip((-0.95, -0.36, -0.1, 0.15, 0.42), (0.32, 0.45, 0.5, 0.48, 0.38), strict=True):
        angle += rng.normal(0, 0.06)
        middle = (0.5 + 0.26 * np.sin(angle), 0.62 - 0.26 * np.cos(angle))
        tip = (0.5 + long * np.sin(angle * 1.15), 0.62 - long * np.cos(angle * 1.15))
        board.line([(0.5, 0.62), middle, tip], colour, rng.uniform(0.06, 0.09))


def _glasses(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    dark = pick(rng, [(15, 15, 20), (60, 20, 20), colour])
    for x in (0.27, 0.73):
        board.box((x - 0.2, 0.36, x + 0.2, 0.62), dark, rng.uniform(0.03, 0.13))
    board.line([(0.4, 0.42), (0.6, 0.42)], dark, 0.035)


def _hat(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    way = rng.random()
    top = rng.uniform(0.1, 0.4)
    if way < 0.5:
        board.disc(0.5, 0.76, 0.48, 0.1, colour)
        board.area([(0.28, 0.76), (0.32, top), (0.68, top), (0.72, 0.76)], colour)
        board.box((0.28, 0.62, 0.72, 0.72), mixed(colour, pick(rng, [BLACK, WHITE]), 0.6))
    else:
        board.area([(0.2, 0.8), (rng.uniform(0.4, 0.8), 0.06), (0.8, 0.8)], colour)
        board.box((0.12, 0.74, 0.88, 0.92), mixed(colour, WHITE, 0.8), 0.08)


THINGS: dict[str, Draw] = {
    "moon": moon, "planet": planet, "lightning": lightning, "city": city, "birds": birds, "sword": _sword,
    "gun": _gun, "mask": _mask, "drops": _drops, "ship": ship, "car": car, "tree": tree, "wings": _wings,
    "chain": _chain, "ring": _ring, "cross": _cross, "tomb": tomb, "hand": _hand, "rift": rift,
    "glasses": _glasses, "hat": _hat,
}  # fmt: skip


CLOUDED = ("flames", "smoke", "person")


def _clouded(side: int, colour: Colour, rng: np.random.Generator, name: str) -> Piece:
    """What has no outline of its own: flames, smoke, the dark shape of a person."""
    size = (side, side)
    if name == "person":
        cover = figure_mask(size, rng, rng.uniform(0.004, 0.03))
        shade = to_uint8(np.asarray(colour, np.float32) * (0.4 + 0.3 * soft_noise(size, rng, 5))[:, :, None])
        return Piece(shade, cover)
    y = np.linspace(0, 1, side, dtype=np.float32)[:, None]
    noise = soft_noise(size, rng, int(rng.integers(4, 10)))
    fine = soft_noise(size, rng, int(rng.integers(8, 20)))
    bell = np.exp(-(((np.linspace(-1, 1, side, dtype=np.float32)[None, :]) / rng.uniform(0.4, 0.8)) ** 4))
    heat = np.clip((y * 1.5 - 0.45 + 0.4 * noise + 0.2 * fine) * bell, 0, 1)
    if name == "smoke":
        cover = feather(np.asarray(np.clip(heat * 1.3, 0, 0.95), np.float32), side * 0.02)
        return Piece(
            to_uint8(np.asarray(mixed(colour, (150, 150, 155), 0.7), np.float32) + 40 * fine[:, :, None]), cover
        )
    glow = np.asarray(pick(rng, [(255, 90, 10), (255, 60, 20), (60, 120, 255), (120, 255, 80)]), np.float32)
    flames = glow * (1 - heat[:, :, None]) + np.array([255, 245, 190], np.float32) * heat[:, :, None]
    return Piece(to_uint8(flames), np.asarray(np.clip(heat * 3, 0, 1), np.float32))


def thing(side: int, colour: Colour, rng: np.random.Generator, name: str | None = None) -> Piece:
    """Something drawn: flat or lit from a side, with grain; stretched a little; with a hard edge or a soft one."""
    name = pick(rng, (*THINGS, *CLOUDED)) if name is None else name
    if name in CLOUDED:
        piece = _clouded(side, colour, rng, name)
    else:
        board = Sheet(side, side)
        THINGS[name](board, colour, rng)
        if rng.random() < 0.7:
            board.shine(rng)
        piece = board.piece()
    pixels = to_uint8(piece.pixels + rng.normal(0, rng.uniform(0, 9), piece.pixels.shape))
    piece = Piece(pixels, feather(piece.cover, pick(rng, [0.0, 0.4, 0.8, side * 0.015])))
    stretch = rng.uniform(0.75, 1.35)
    size = (max(6, round(side * stretch)), side)
    flip = rng.random() < 0.5
    return resized(piece, size, flip=flip)
