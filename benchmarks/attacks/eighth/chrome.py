"""The furniture of apps: status bars, icons, avatars."""

import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.eighth.sheet import SANS, SANS_PLAIN, Look, Sheet
from benchmarks.attacks.eighth.sprites import Pen, heart, stick
from benchmarks.attacks.geometry import Colour, resize, shift_matrix, size_of
from benchmarks.attacks.values import Matrix

PLAIN, BOLD = Look(SANS_PLAIN), Look(SANS)
USERS = ("filmnerd_92", "cinema.daily", "marta.k", "posterfreak", "thebigscreen", "movie_mum")
REMARKS = (
    "finally watching this tonight",
    "such a good poster tbh",
    "who is coming with me?",
    "this one lives in my head",
    "rewatch no. 5",
    "my whole childhood",
    "what did you all think?",
)


def page(width: int, height: int, ground: Colour) -> Sheet:
    """An empty screen."""
    return Sheet(np.full((height, width, 3), ground, np.uint8))


def place_on(sheet: Sheet, picture: Pixels, x: float, y: float, wide: float) -> Matrix:
    """Shows the picture that wide with its corner at (x, y), cut at the sheet's end."""
    width, height = size_of(picture)
    small, matrix = resize(picture, round(wide), round(wide * height / width))
    sheet.ink(np.ones(small.shape[:2], np.float32), x, y, small)
    return shift_matrix(round(x), round(y)) @ matrix


def status_bar(sheet: Sheet, rng: np.random.Generator, colour: Colour) -> float:
    """Clock, signal and battery of a phone; how far down it goes."""
    unit = sheet.width / 40
    sheet.line(
        f"{rng.integers(7, 23)}:{rng.integers(10, 60)}", unit * 2, unit * 0.8, unit * 0.9, colour, BOLD, left=True
    )
    for bar in range(4):
        sheet.block(unit * (31 + 0.6 * bar), unit * (1.5 - 0.25 * bar), unit * 0.4, unit * (0.3 + 0.25 * bar), colour)
    sheet.block(unit * 35.5, unit * 0.8, unit * 2.4, unit * 1.1, colour, round_by=unit * 0.3, opacity=0.5)
    sheet.block(unit * 35.5, unit * 0.8, unit * rng.uniform(0.6, 2.2), unit * 1.1, colour, round_by=unit * 0.3)
    return unit * 2.8


def icon_row(sheet: Sheet, rng: np.random.Generator, y: float, colour: Colour) -> None:
    """Like, comment, share, save."""
    unit = sheet.width / 40
    pen = Pen()
    heart(pen, 0.5, 0.46, 0.44, (237, 60, 80) if rng.random() < 0.5 else colour)
    stick(sheet, pen.sprite(), unit * 2.5, y, unit * 2)
    for kind, x in (("ring", 6.0), ("plane", 9.5), ("flag", 37.5)):
        pen = Pen()
        if kind == "ring":
            pen.arc(0.5, 0.5, 0.42, 0.42, (100, 440), colour, 0.09)
        elif kind == "plane":
            pen.stroke([(0.08, 0.15), (0.92, 0.15), (0.5, 0.9), (0.4, 0.5), (0.08, 0.15)], colour, 0.09)
        else:
            pen.stroke([(0.2, 0.05), (0.8, 0.05), (0.8, 0.95), (0.5, 0.65), (0.2, 0.95), (0.2, 0.05)], colour, 0.09)
        stick(sheet, pen.sprite(), unit * x, y, unit * 2)


def avatar(sheet: Sheet, rng: np.random.Generator, x: float, y: float, size: float) -> None:
    """Somebody's round picture."""
    pen = Pen()
    pen.disc(0.5, 0.5, 0.5, 0.5, tuple(int(v) for v in rng.integers(60, 220, 3)))  # type: ignore[arg-type]
    pen.disc(0.5, 0.4, 0.18, 0.2, (238, 206, 180))
    pen.disc(0.5, 0.82, 0.3, 0.2, (70, 76, 92))
    stick(sheet, pen.sprite(), x + size / 2, y + size / 2, size)
