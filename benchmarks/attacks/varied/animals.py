"""Heads of animals, drawn anew every time."""

import numpy as np

from benchmarks.attacks.paint import random_colour
from benchmarks.attacks.varied.faces import INK, eyes
from benchmarks.attacks.varied.shapes import BLACK, WHITE, Piece, Sheet, mixed, pick, shaded


def animal(side: int, rng: np.random.Generator) -> Piece:
    """The head of some animal."""
    board = Sheet(side, side)
    fur = pick(rng, [(150, 100, 55), (240, 170, 60), (235, 235, 235), (120, 120, 130), (250, 170, 190), (110, 190, 80)])
    fur = fur if rng.random() < 0.7 else random_colour(rng)
    inner, ink = mixed(fur, pick(rng, [WHITE, (250, 160, 170), BLACK]), 0.55), pick(rng, INK)
    ear, way = rng.uniform(0.1, 0.16), int(rng.integers(4))
    for sign in (-1, 1):
        x = 0.5 + sign * rng.uniform(0.22, 0.3)
        for colour, size in ((fur, 1.0), (inner, 0.55)):
            if way == 0:
                board.area(
                    [(x - ear * size, 0.3), (x + sign * 0.06, 0.3 - 0.27 * size), (x + ear * size, 0.32)], colour
                )
            elif way == 1:
                board.disc(x, 0.22, ear * size, None, colour)
            elif way == 2:
                board.disc(x, 0.17, ear * 0.6 * size, 0.19 * size, colour)
            else:
                board.disc(x + sign * 0.12, 0.42, ear * 0.7 * size, 0.2 * size, mixed(colour, BLACK, 0.25))
    board.disc(0.5, 0.57, 0.38, rng.uniform(0.3, 0.38), fur)
    level, part = rng.uniform(0.46, 0.54), rng.uniform(0.12, 0.18)
    if rng.random() < 0.3:
        for sign in (-1, 1):
            board.disc(0.5 + sign * part, level, 0.1, 0.12, mixed(fur, BLACK, 0.75))
            board.disc(0.5 + sign * part, level, 0.06, None, WHITE)
    eyes(board, (level, part), ink, rng)
    board.disc(0.5, 0.72, rng.uniform(0.12, 0.2), 0.12, mixed(fur, WHITE, 0.6))
    nose = pick(rng, [ink, (240, 110, 130)])
    board.disc(0.5, 0.67, rng.uniform(0.035, 0.08), 0.04, nose)
    board.line([(0.44, 0.77), (0.5, 0.74), (0.56, 0.77)], ink, 0.02)
    if rng.random() < 0.5:
        for sign in (-1, 1):
            for y in (0.68, 0.73, 0.78):
                board.line([(0.5 + sign * 0.2, 0.73), (0.5 + sign * 0.42, y)], ink, 0.012)
    return shaded(board.piece(), rng) if rng.random() < 0.6 else board.piece()
