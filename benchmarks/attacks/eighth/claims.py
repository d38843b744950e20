"""Edits: dates, platforms, studios, taglines, awards and quotes that were never there. All set words or signs."""

import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.eighth.finding import calm_row, contrast
from benchmarks.attacks.eighth.sequels import FACES
from benchmarks.attacks.eighth.setting import set_line
from benchmarks.attacks.eighth.sheet import ITALIC, NARROW, SANS, WHITE, Look, Sheet
from benchmarks.attacks.eighth.sprites import Pen, star, stick
from benchmarks.attacks.values import Attacked, OtherPosters

MONTHS = ("JANUARY", "MARCH", "MAY", "JULY", "OCTOBER", "DECEMBER")


def release_date_claimed(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A date in the future at the foot or head."""
    sheet = Sheet(picture)
    year, day, month = int(rng.integers(2025, 2030)), int(rng.integers(1, 29)), one_of(rng, MONTHS)
    texts = (
        f"{month} {day}, {year}",
        f"ONLY IN CINEMAS {month} {year}",
        f"COMING {year}",
        f"{day}.{rng.integers(1, 13)}.{year}",
        f"SUMMER {year}",
    )
    text = one_of(rng, texts)
    y, colour = (
        calm_row(picture, (0.03, 0.9, 0.94), sheet.width * 0.05, rng),
        one_of(rng, (None, (220, 26, 34), (246, 200, 60))),
    )
    sheet.changed(
        set_line(
            sheet, text, y, sheet.width * rng.uniform(0.034, 0.06), one_of(rng, FACES), rng.uniform(0, 0.25), colour
        )
    )
    return sheet.done(text)


def platform_claimed(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """ONLY ON NETFLIX and its like: a small line and the service's word."""
    sheet = Sheet(picture)
    name, colour, face = one_of(
        rng,
        (
            ("NETFLIX", (229, 9, 20), NARROW),
            ("prime video", (0, 168, 225), SANS),
            ("HBO max", (140, 60, 240), SANS),
            ("hulu", (28, 231, 131), SANS),
            ("Disney+", (40, 90, 220), ITALIC),
        ),
    )
    y, high = calm_row(picture, (0.04, 0.86, 0.9), sheet.width * 0.11, rng), sheet.width * rng.uniform(0.05, 0.085)
    made = set_line(sheet, one_of(rng, ("ONLY ON", "STREAMING ON", "A NEW ORIGINAL FILM")), y, high * 0.34, SANS, 0.2)
    sheet.changed(made.union(set_line(sheet, name, y + high * 0.65, high, face, 0.0, colour)))
    return sheet.done(name)


def streaming_letter_in_corner(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A service's single letter or tile in a corner."""
    sheet = Sheet(picture)
    size = sheet.width * rng.uniform(0.09, 0.15)
    text, colour, ground = one_of(
        rng,
        (
            ("N", (229, 9, 20), (8, 8, 8)),
            ("tv+", WHITE, (20, 20, 22)),
            ("D+", WHITE, (12, 30, 90)),
            ("max", WHITE, (0, 40, 230)),
        ),
    )
    x, y = one_of(rng, ((0.04, 0.03), (0.96, 0.03))), sheet.height * 0.025
    left = x[0] * (sheet.width - size)
    sheet.changed(sheet.block(left, y, size, size, ground, round_by=size * 0.18))
    sheet.line(
        text, left + size / 2, y + size * 0.24, size * 0.52, colour, Look(NARROW, widest=0.8 * size / sheet.width)
    )
    return sheet.done(text)


def studio_box_at_head(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A studio's name on its red or blue box, with STUDIOS beside it."""
    sheet = Sheet(picture)
    high, y = sheet.width * rng.uniform(0.055, 0.09), sheet.height * rng.uniform(0.02, 0.05)
    name, ground = one_of(
        rng,
        (
            ("MARVEL", (226, 28, 36)),
            ("DC", (2, 100, 220)),
            ("PIXAR", (20, 20, 24)),
            ("A24", (10, 10, 10)),
            ("LUCASFILM", (20, 60, 40)),
        ),
    )
    wide = high * (0.7 + 0.62 * len(name))
    left = (sheet.width - wide) / 2
    made = sheet.block(left, y, wide, high, ground)
    sheet.line(
        name, sheet.width / 2, y + high * 0.18, high * 0.64, WHITE, Look(NARROW, widest=0.92 * wide / sheet.width)
    )
    under = set_line(
        sheet,
        one_of(rng, ("STUDIOS PRESENTS", "A NEW FILM FROM THE STUDIO", "PRESENTS")),
        y + high * 1.2,
        high * 0.28,
        SANS,
        0.25,
    )
    sheet.changed(made.union(under))
    return sheet.done(name)


def studio_seal_below(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A drawn production company's seal by the credits."""
    sheet = Sheet(picture)
    size, pen = sheet.width * rng.uniform(0.09, 0.14), Pen()
    ink = contrast(picture, Box(0, round(sheet.height * 0.88), sheet.width // 4, round(sheet.height * 0.1)))
    pen.arc(0.5, 0.5, 0.46, 0.46, (0, 360), ink, 0.06)
    pen.shape([(0.16, 0.72), (0.4, 0.3), (0.55, 0.55), (0.64, 0.42), (0.84, 0.72)], ink)
    star(pen, 0.68, 0.26, 0.09, ink)
    x, y = one_of(rng, ((0.12, 0.92), (0.88, 0.92)))
    stick(sheet, pen.sprite(), x * sheet.width, y * sheet.height, size)
    half = size / 2 * 0.98
    sheet.changed(Box(round(x * sheet.width - half), round(y * sheet.height - half), round(half * 2), round(half * 2)))
    return sheet.done()
