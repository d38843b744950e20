"""Signs of makers and prizes, drawn: shields, rings, mountains, arcs of stars, folded letters, laurels, ages."""

from collections.abc import Callable

import numpy as np

from benchmarks.attacks.geometry import Colour
from benchmarks.attacks.varied.faces import star_points
from benchmarks.attacks.varied.shapes import BLACK, WHITE, Piece, Points, Sheet, any_colour, apart, mixed, pick
from benchmarks.attacks.varied.words import letters

INITIALS = (
    "N",
    "WB",
    "P",
    "HBO",
    "A24",
    "TNT",
    "UP",
    "FX",
    "D",
    "STX",
    "MGM",
    "BBC",
    "CBS",
    "L",
    "U",
    "Fox",
    "max",
    "tv+",
)


def _words(board: Sheet, rng: np.random.Generator, spot: tuple[float, float, float, float], colour: Colour) -> None:
    """Letters in a spot: the middle, how high, and how wide at most."""
    x, y, high, wide = spot
    unit = board.scale / board.finer
    mask = letters(pick(rng, INITIALS), high * unit, rng, heavy=rng.random() < 0.6)
    board.stamp(mask[:, : max(4, int(wide * unit))], x, y, colour)


def _shield(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    bow = rng.uniform(0.0, 0.12)
    outer: Points = [
        (0.1, 0.12),
        (0.5, 0.12 - bow),
        (0.9, 0.12),
        (0.88, 0.55),
        (0.72, 0.82),
        (0.5, 0.97),
        (0.28, 0.82),
        (0.12, 0.55),
    ]
    other = apart(colour, rng, 0.6)
    board.area(outer, other)
    board.area([(0.5 + (x - 0.5) * 0.86, 0.5 + (y - 0.5) * 0.86) for x, y in outer], colour)
    _words(board, rng, (0.5, 0.47, rng.uniform(0.25, 0.42), 0.66), other)


def _disc(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    other = apart(colour, rng, 0.4)
    if rng.random() < 0.5:
        board.disc(0.5, 0.5, 0.48, None, colour)
        board.arc(0.5, 0.5, (0.43, 0.43), (0, 360), other, 0.02)
        _words(board, rng, (0.5, 0.5, rng.uniform(0.25, 0.45), 0.7), other)
    else:
        board.arc(0.5, 0.5, (0.47, 0.47), (0, 360), colour, rng.uniform(0.04, 0.12))
        _words(board, rng, (0.5, 0.5, rng.uniform(0.25, 0.4), 0.6), colour)


def _mountain(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    tip = rng.uniform(0.4, 0.6)
    board.area([(0.08, 0.82), (tip, 0.2), (0.92, 0.82)], colour)
    board.area([(tip, 0.2), (tip - 0.13, 0.4), (tip - 0.02, 0.36), (tip + 0.12, 0.42)], mixed(colour, WHITE, 0.75))
    for turn in np.linspace(np.pi * 1.05, np.pi * 1.95, int(rng.integers(7, 14))):
        board.area(star_points(0.5 + 0.46 * np.cos(turn), 0.55 + 0.5 * np.sin(turn), 0.05, 0.02), colour)
    if rng.random() < 0.6:
        _words(board, rng, (0.5, 0.72, 0.18, 0.6), apart(colour, rng, 0))


def _castle(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    for x in np.linspace(0.2, 0.8, int(rng.integers(3, 6))):
        top = 0.25 + 0.5 * abs(x - 0.5)
        board.box((x - 0.06, top, x + 0.06, 0.75), colour)
        board.area([(x - 0.08, top), (x, top - 0.2), (x + 0.08, top)], colour)
    board.box((0.16, 0.6, 0.84, 0.78), colour)
    board.arc(0.5, 0.75, (0.47, 0.62), (195, 345), colour, 0.02)
    _words(board, rng, (0.5, 0.89, 0.16, 0.9), colour)


def _globe(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    board.disc(0.5, 0.5, 0.4, None, mixed(colour, BLACK, 0.3))
    line = mixed(colour, WHITE, 0.6)
    for radius in (0.13, 0.28, 0.4):
        board.arc(0.5, 0.5, (radius, 0.4), (0, 360), line, 0.015)
    for y in (0.34, 0.5, 0.66):
        board.line([(0.14, y), (0.86, y)], line, 0.012)
    board.arc(0.5, 0.5, (0.49, rng.uniform(0.12, 0.22)), (0, 360), colour, 0.035)
    if rng.random() < 0.7:
        _words(board, rng, (0.5, 0.5, 0.24, 0.95), WHITE)


def _folded(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    """A letter of a ribbon, as networks have them."""
    red = pick(rng, [(229, 9, 20), (229, 9, 20), (200, 10, 30), colour])
    dark, wide = mixed(red, BLACK, rng.uniform(0.3, 0.6)), rng.uniform(0.14, 0.22)
    left, right = 0.24, 0.76
    board.box((left, 0.04, left + wide, 0.96), dark)
    board.box((right - wide, 0.04, right, 0.96), dark)
    way = rng.random()
    if way < 0.7:
        board.area([(left, 0.04), (left + wide, 0.04), (right, 0.96), (right - wide, 0.96)], red)
    elif way < 0.85:
        board.area([(left, 0.42), (right, 0.42), (right, 0.6), (left, 0.6)], red)
    else:
        board.area([(left, 0.04), (left + wide, 0.04), (0.5 + wide / 2, 0.6), (0.5 - wide / 2, 0.6)], red)
        board.area([(right, 0.04), (right - wide, 0.04), (0.5 - wide / 2, 0.6), (0.5 + wide / 2, 0.6)], red)


def _block(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    """Letters on a plate, two plates or a strip of film."""
    other = apart(colour, rng, 0.3)
    board.box((0.02, 0.22, 0.98, 0.78), colour, pick(rng, [0, 0.05, 0.2]))
    if rng.random() < 0.3:
        for x in np.linspace(0.1, 0.9, 7):
            for y in (0.27, 0.73):
                board.box((x - 0.03, y - 0.025, x + 0.03, y + 0.025), other)
    _words(board, rng, (0.5, 0.5, rng.uniform(0.22, 0.36), 0.85), other)


def _star_ring(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    number = int(rng.integers(6, 15))
    for turn in np.arange(number) * 2 * np.pi / number:
        board.area(star_points(0.5 + 0.43 * np.cos(turn), 0.5 + 0.43 * np.sin(turn), 0.065, 0.027), colour)
    _words(board, rng, (0.5, 0.5, rng.uniform(0.2, 0.35), 0.66), colour)


def _laurel(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    """Two twigs around words of a prize."""
    leaves = int(rng.integers(6, 11))
    unit = board.scale / board.finer
    for sign in (-1, 1):
        for turn in np.linspace(0.25, 2.4, leaves):
            x, y = 0.5 + sign * 0.42 * np.sin(turn), 0.5 + 0.42 * np.cos(turn)
            along, out = np.array([sign * np.cos(turn), -np.sin(turn)]), np.array([sign * np.sin(turn), np.cos(turn)])
            for way in (-0.6, 0.6):
                tip = along * 0.1 + out * way * 0.09
                side = np.array([-tip[1], tip[0]]) * 0.3
                corners = [(0, 0), tuple(tip * 0.5 + side), tuple(tip), tuple(tip * 0.5 - side)]
                board.area([(x + float(a), y + float(b)) for a, b in corners], colour)
    lines = (
        pick(rng, ["WINNER", "OFFICIAL", "BEST", "NOMINEE", "7 OSCARS", "AWARD", "GRAND"]),
        pick(rng, ["BEST FILM", "SELECTION", "PICTURE", "JURY PRIZE", "ACTRESS", "DRAMA"]),
        pick(rng, ["CANNES", "2026", "SUNDANCE", "BERLIN", "VENICE 2027", "FESTIVAL"]),
    )
    for text, y in zip(lines, (0.38, 0.5, 0.62), strict=True):
        mask = letters(text, unit * rng.uniform(0.07, 0.1), rng, plain=True)
        board.stamp(mask[:, : int(unit * 0.62)], 0.5, y, colour)


def _age(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    """From what age on."""
    words, other = pick(rng, ["18", "16", "12", "15", "PG", "6", "18+", "R", "12A", "U"]), apart(colour, rng, 0.2)
    way = rng.random()
    if way < 0.35:
        board.disc(0.5, 0.5, 0.47, None, colour)
    elif way < 0.6:
        board.area([(0.5, 0.02), (0.98, 0.5), (0.5, 0.98), (0.02, 0.5)], colour)
    elif way < 0.8:
        board.box((0.06, 0.06, 0.94, 0.94), colour, 0.08)
    else:
        board.area([(0.5, 0.06), (0.98, 0.92), (0.02, 0.92)], colour)
    unit = board.scale / board.finer
    board.stamp(
        letters(words, unit * 0.38, rng, heavy=True)[:, : int(unit * 0.7)], 0.5, 0.55 if way >= 0.8 else 0.5, other
    )


EMBLEMS: dict[str, Callable[[Sheet, Colour, np.random.Generator], None]] = {
    "shield": _shield, "disc": _disc, "mountain": _mountain, "castle": _castle, "globe": _globe, "folded": _folded,
    "block": _block, "star_ring": _star_ring, "laurel": _laurel, "age": _age,
}  # fmt: skip


def emblem(side: int, colour: Colour, rng: np.random.Generator, name: str) -> Piece:
    """A sign of a maker or a prize, flat or lit from a side."""
    board = Sheet(side, side)
    EMBLEMS[name](board, colour if rng.random() < 0.7 else any_colour(rng), rng)
    if rng.random() < 0.35:
        board.shine(rng)
    return board.piece()
