"""Emoji and sticker motifs drawn as flat shapes on a square of the side 1."""

from collections.abc import Callable

import numpy as np

from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.eleventh.draw import Ink, Patch, Points, Sheet
from benchmarks.attacks.eleventh.luck import BLACK, WHITE, bold_face, likely

YELLOW = (255, 204, 50)
BROWN = (90, 52, 20)
RED = (226, 38, 54)
TEAR = (90, 180, 245)
Motif = Callable[[Sheet, np.random.Generator], None]


def heart_points(x: float, y: float, r: float) -> Points:
    """The outline of a heart."""
    t = np.linspace(0, 2 * np.pi, 40)
    across = 16 * np.sin(t) ** 3
    down = 13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t)
    return [(x + r * float(a) / 17, y - r * float(d) / 17) for a, d in zip(across, down, strict=True)]


def star_points(x: float, y: float, r: float, spikes: int = 5, inner: float = 0.42) -> Points:
    """The outline of a star, or of a burst with many spikes."""
    turns = np.arange(2 * spikes) * np.pi / spikes - np.pi / 2
    return [(x + r * (inner if n % 2 else 1) * np.cos(a), y + r * (inner if n % 2 else 1) * np.sin(a)) for n, a in
            enumerate(turns)]  # fmt: skip


def _head(sheet: Sheet, ink: Ink = YELLOW) -> None:
    sheet.disc(0.5, 0.5, 0.48, (214, 150, 20))
    sheet.disc(0.5, 0.49, 0.465, ink)


def _laugh(sheet: Sheet, rng: np.random.Generator) -> None:
    _head(sheet)
    sheet.shape([(0.22, 0.52), (0.78, 0.52), (0.72, 0.72), (0.5, 0.84), (0.28, 0.72)], BROWN)
    sheet.slab(0.27, 0.53, 0.46, 0.09, WHITE)
    for x in (0.32, 0.68):
        sheet.arc(x, 0.4, 0.11, (200, 340), BROWN, 0.05)
    if likely(rng, 0.7):
        sheet.disc(0.12, 0.56, 0.11, TEAR, tall=1.3)
        sheet.disc(0.88, 0.56, 0.11, TEAR, tall=1.3)


def _in_love(sheet: Sheet, rng: np.random.Generator) -> None:
    _head(sheet)
    sheet.arc(0.5, 0.55, 0.25, (20, 160), BROWN, 0.06)
    for x in (0.3, 0.7):
        sheet.shape(heart_points(x, 0.36, 0.19), RED)


def _amazed(sheet: Sheet, rng: np.random.Generator) -> None:
    _head(sheet)
    for x in (0.32, 0.68):
        sheet.disc(x, 0.4, 0.1, WHITE)
        sheet.disc(x, 0.4, 0.05, BROWN)
    sheet.disc(0.5, 0.72, 0.11, BROWN, tall=1.3)


def _sunglasses(sheet: Sheet, rng: np.random.Generator) -> None:
    _head(sheet)
    sheet.slab(0.1, 0.3, 0.8, 0.06, BLACK)
    for x in (0.13, 0.53):
        sheet.slab(x, 0.31, 0.34, 0.2, BLACK, round_by=0.08)
    sheet.arc(0.5, 0.6, 0.2, (15, 150), BROWN, 0.05)


def _crying(sheet: Sheet, rng: np.random.Generator) -> None:
    _head(sheet)
    for x in (0.3, 0.7):
        sheet.slab(x - 0.06, 0.42, 0.12, 0.48, TEAR, round_by=0.05)
        sheet.arc(x, 0.36, 0.1, (20, 160), BROWN, 0.05)
    sheet.disc(0.5, 0.7, 0.12, BROWN)


def _heart(sheet: Sheet, rng: np.random.Generator) -> None:
    sheet.shape(heart_points(0.5, 0.48, 0.48), one_of(rng, (RED, (240, 100, 170), (130, 70, 210), (40, 40, 46))))


def _flame(sheet: Sheet, rng: np.random.Generator) -> None:
    outer = [(0.5, 0.02), (0.62, 0.25), (0.74, 0.22), (0.88, 0.6), (0.74, 0.92), (0.5, 0.98), (0.26, 0.92), (0.12, 0.6)]
    sheet.shape([*outer, (0.28, 0.36), (0.4, 0.34)], (240, 84, 30))
    sheet.disc(0.5, 0.74, 0.23, (255, 190, 40))
    sheet.shape([(0.5, 0.34), (0.7, 0.66), (0.3, 0.66)], (255, 190, 40))


def _star(sheet: Sheet, rng: np.random.Generator) -> None:
    sheet.shape(star_points(0.5, 0.53, 0.5), (214, 150, 20))
    sheet.shape(star_points(0.5, 0.53, 0.44), YELLOW)


def _thumb_up(sheet: Sheet, rng: np.random.Generator) -> None:
    skin = one_of(rng, (YELLOW, (240, 200, 160), (150, 98, 66)))
    sheet.shape([(0.4, 0.48), (0.52, 0.08), (0.66, 0.12), (0.62, 0.44)], skin)
    sheet.slab(0.34, 0.42, 0.56, 0.5, skin, round_by=0.12)
    sheet.slab(0.08, 0.46, 0.2, 0.46, (60, 120, 220), round_by=0.04)
    for y in (0.55, 0.67, 0.79):
        sheet.line([(0.64, y), (0.88, y)], (170, 110, 40), 0.015)


def _popcorn(sheet: Sheet, rng: np.random.Generator) -> None:
    for x, y in ((0.26, 0.26), (0.42, 0.16), (0.6, 0.18), (0.74, 0.28), (0.5, 0.3), (0.35, 0.34), (0.64, 0.36)):
        sheet.disc(x, y, 0.14, (255, 236, 170))
        sheet.disc(x + 0.03, y + 0.02, 0.05, (240, 200, 100))
    sheet.shape([(0.14, 0.38), (0.86, 0.38), (0.74, 0.98), (0.26, 0.98)], WHITE)
    for x in (0.14, 0.43, 0.72):
        sheet.shape(
            [(x, 0.38), (x + 0.14, 0.38), (0.5 + (x - 0.36) * 0.66, 0.98), (0.4 + (x - 0.36) * 0.66, 0.98)], RED
        )


def _hundred(sheet: Sheet, rng: np.random.Generator) -> None:
    sheet.write("100", 0.5, 0.4, 0.5, RED, bold_face(rng))
    sheet.line([(0.1, 0.78), (0.9, 0.66)], RED, 0.06)
    sheet.line([(0.25, 0.9), (0.8, 0.82)], RED, 0.05)


FACES: tuple[Motif, ...] = (_laugh, _in_love, _amazed, _sunglasses, _crying)
THINGS: tuple[Motif, ...] = (_heart, _flame, _star, _thumb_up, _popcorn, _hundred)


def drawn(motif: Motif, size: float, rng: np.random.Generator) -> Patch:
    """A motif of a size in pixels, a little turned."""
    sheet = Sheet(size, size, size)
    motif(sheet, rng)
    return sheet.done(between(rng, -22, 22))
