"""Signs and buttons of players, phones and apps."""

from collections.abc import Callable

import numpy as np

from benchmarks.attacks.geometry import Colour
from benchmarks.attacks.varied.pieces import edged, faded, inset, over, shadowed
from benchmarks.attacks.varied.shapes import BLACK, WHITE, Piece, Points, Sheet, any_colour, apart, mixed, pick
from benchmarks.attacks.varied.typefaces import icon_glyph

Draw = Callable[[Sheet, Colour, np.random.Generator], None]


_FROM_TYPEFACE = 0.35


def usual_ink(rng: np.random.Generator) -> Colour:
    return WHITE if rng.random() < 0.65 else any_colour(rng)


def _play(board: Sheet, ink: Colour, rng: np.random.Generator) -> None:
    reach = rng.uniform(0.16, 0.24)
    points: Points = [(0.5 - reach * 0.8, 0.5 - reach), (0.5 + reach * 1.1, 0.5), (0.5 - reach * 0.8, 0.5 + reach)]
    board.area(points, ink)
    if rng.random() < 0.4:
        board.line([*points, points[0]], ink, 0.05)


def _pause(board: Sheet, ink: Colour, rng: np.random.Generator) -> None:
    wide = rng.uniform(0.03, 0.07)
    for x in (0.4, 0.6):
        board.box((x - wide, 0.3, x + wide, 0.7), ink, pick(rng, [0.0, 0.03]))


def _cross(board: Sheet, ink: Colour, rng: np.random.Generator) -> None:
    thick = rng.uniform(0.04, 0.1)
    board.line([(0.28, 0.28), (0.72, 0.72)], ink, thick)
    board.line([(0.28, 0.72), (0.72, 0.28)], ink, thick)


def _back(board: Sheet, ink: Colour, rng: np.random.Generator) -> None:
    thick, flip = rng.uniform(0.04, 0.1), pick(rng, [0, 0, 1])
    tip, end = abs(flip - 0.3), abs(flip - 0.6)
    board.line([(end, 0.22), (tip, 0.5), (end, 0.78)], ink, thick)
    if rng.random() < 0.5:
        board.line([(tip, 0.5), (abs(flip - 0.82), 0.5)], ink, thick)


def _dots(board: Sheet, ink: Colour, rng: np.random.Generator) -> None:
    down = rng.random() < 0.5
    for at in (0.25, 0.5, 0.75):
        board.disc(0.5 if down else at, at if down else 0.5, rng.uniform(0.05, 0.08), None, ink)


def _volume(board: Sheet, ink: Colour, rng: np.random.Generator) -> None:
    board.area([(0.12, 0.38), (0.28, 0.38), (0.48, 0.2), (0.48, 0.8), (0.28, 0.62), (0.12, 0.62)], ink)
    if rng.random() < 0.4:
        board.line([(0.6, 0.38), (0.84, 0.62)], ink, 0.06)
        board.line([(0.6, 0.62), (0.84, 0.38)], ink, 0.06)
    else:
        for radius in (0.12, 0.24, 0.36)[: int(rng.integers(1, 4))]:
            board.arc(0.5, 0.5, (radius, radius), (-50, 50), ink, 0.05)


def _full(board: Sheet, ink: Colour, rng: np.random.Generator) -> None:
    thick = rng.uniform(0.05, 0.09)
    for across in (0.2, 0.8):
        for down in (0.2, 0.8):
            inner = (0.5 + (across - 0.5) * 0.35, 0.5 + (down - 0.5) * 0.35)
            board.line([(inner[0], down), (across, down), (across, inner[1])], ink, thick)


def _speech(board: Sheet, ink: Colour, rng: np.random.Generator) -> None:
    board.disc(0.5, 0.46, 0.36, 0.32, ink)
    board.area([(0.2, 0.6), (0.16, 0.9), (0.5, 0.74)], ink)


def _share(board: Sheet, ink: Colour, rng: np.random.Generator) -> None:
    if rng.random() < 0.5:
        board.area([(0.08, 0.2), (0.95, 0.12), (0.45, 0.92), (0.38, 0.52)], ink)
    else:
        board.line([(0.75, 0.2), (0.25, 0.5), (0.75, 0.8)], ink, 0.06)
        for x, y in ((0.75, 0.2), (0.25, 0.5), (0.75, 0.8)):
            board.disc(x, y, 0.12, None, ink)


def _keep(board: Sheet, ink: Colour, rng: np.random.Generator) -> None:
    points = [(0.25, 0.1), (0.75, 0.1), (0.75, 0.92), (0.5, 0.7), (0.25, 0.92)]
    if rng.random() < 0.5:
        board.area(points, ink)
    else:
        board.line([*points, points[0]], ink, 0.07)


def _ring(board: Sheet, ink: Colour, rng: np.random.Generator) -> None:
    """A wheel that says wait."""
    start, spokes = rng.uniform(0, 360), int(rng.integers(6, 13))
    if rng.random() < 0.5:
        board.arc(0.5, 0.5, (0.4, 0.4), (start, start + rng.uniform(60, 320)), ink, rng.uniform(0.04, 0.1))
        return
    for number, turn in enumerate(np.arange(spokes) * 2 * np.pi / spokes):
        shade = mixed(ink, (128, 128, 128), number / spokes)
        inner, outer = ((0.5 + r * np.cos(turn), 0.5 + r * np.sin(turn)) for r in (0.22, 0.4))
        board.line([inner, outer], shade, 0.07)


def _lens(board: Sheet, ink: Colour, rng: np.random.Generator) -> None:
    board.arc(0.42, 0.42, (0.27, 0.27), (0, 360), ink, 0.08)
    board.line([(0.62, 0.62), (0.85, 0.85)], ink, 0.09)


def _house(board: Sheet, ink: Colour, rng: np.random.Generator) -> None:
    board.area([(0.5, 0.1), (0.92, 0.5), (0.8, 0.5), (0.8, 0.9), (0.2, 0.9), (0.2, 0.5), (0.08, 0.5)], ink)


def _down(board: Sheet, ink: Colour, rng: np.random.Generator) -> None:
    board.line([(0.5, 0.1), (0.5, 0.65)], ink, 0.08)
    board.line([(0.28, 0.45), (0.5, 0.67), (0.72, 0.45)], ink, 0.08)
    board.line([(0.15, 0.88), (0.85, 0.88)], ink, 0.08)


def _plus(board: Sheet, ink: Colour, rng: np.random.Generator) -> None:
    board.line([(0.5, 0.2), (0.5, 0.8)], ink, 0.1)
    board.line([(0.2, 0.5), (0.8, 0.5)], ink, 0.1)


def _pointer(board: Sheet, ink: Colour, rng: np.random.Generator) -> None:
    arrow = [(0.2, 0.05), (0.2, 0.75), (0.36, 0.6), (0.48, 0.9), (0.6, 0.85), (0.48, 0.56), (0.7, 0.56)]
    dark = pick(rng, [BLACK, WHITE])
    board.line([*arrow, arrow[0]], apart(dark, rng, 0), 0.09)
    board.area(arrow, dark)


SIGNS: dict[str, Draw] = {
    "play": _play, "pause": _pause, "cross": _cross, "back": _back, "dots": _dots, "volume": _volume, "full": _full,
    "speech": _speech, "share": _share, "keep": _keep, "wait": _ring, "lens": _lens, "house": _house, "down": _down,
    "plus": _plus, "pointer": _pointer,
}  # fmt: skip


def sign(side: int, rng: np.random.Generator, name: str, ink: Colour | None = None) -> Piece:
    """A sign of an app, bare: the named one, or an icon of a typeface."""
    ink = usual_ink(rng) if ink is None else ink
    if rng.random() < _FROM_TYPEFACE and (found := icon_glyph(side, ink, rng)):
        return found
    board = Sheet(side, side)
    SIGNS[name](board, ink, rng)
    return board.piece()


def button(side: int, rng: np.random.Generator, name: str) -> Piece:
    """A sign of an app: bare, in a ring, on a disc, a rounded or long plate; to be seen through, with a shadow."""
    ink = usual_ink(rng)
    ground = apart(ink, rng) if rng.random() < 0.6 else any_colour(rng)
    below = Sheet(side, side)
    way, opacity = int(rng.integers(7)), rng.uniform(0.3, 1.0)
    if way in (1, 2):
        below.disc(0.5, 0.5, 0.49, None, ground)
    elif way == 3:
        below.box((0.02, 0.02, 0.98, 0.98), ground, rng.uniform(0.05, 0.3))
    elif way == 4:
        below.box((0.0, 0.16, 1.0, 0.84), ground, rng.uniform(0.05, 0.34))
    above = inset(sign(side, rng, name, ink), 1.0 if way == 0 else rng.uniform(0.6, 1.0))
    if way in (2, 5):
        ring = Sheet(side, side)
        ring.arc(0.5, 0.5, (0.48, 0.48), (0, 360), ink, rng.uniform(0.02, 0.07))
        above = over(above, ring.piece())
    piece = over(above, faded(below.piece(), opacity))
    if rng.random() < 0.2:
        piece = edged(piece, apart(ink, rng), max(1, side // 30))
    if rng.random() < 0.3:
        piece = shadowed(piece, rng)
    return faded(piece, rng.uniform(0.5, 1)) if rng.random() < 0.3 else piece
