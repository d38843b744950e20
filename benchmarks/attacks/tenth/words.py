"""Edits: words, numbers and signs set onto a poster where there were none."""

import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.geometry import Colour
from benchmarks.attacks.tenth.draw import HEAVY, LIGHT, WHITE, Sheet, fitted, letters
from benchmarks.attacks.tenth.find import calm_place, ink_of, title_place
from benchmarks.attacks.tenth.masks import Mask, Rng
from benchmarks.attacks.values import Attacked, OtherPosters

# A roman number without serifs is a row of bars.
SERIF = HEAVY[2:4]
MONTHS = ("JANUARY", "MARCH", "MAY", "JULY", "OCTOBER", "DECEMBER")
TAGLINES = (
    "THE NIGHT ISN'T OVER YET",
    "SOME SECRETS NEVER SLEEP",
    "THIS TIME, NOBODY IS SAFE",
    "Love was only the beginning.",
    "Every ending has a price.",
    "HE CAME BACK FOR ONE THING",
)


def _paints(picture: Pixels, box: Box, rng: Rng) -> Colour:
    """The title's colour where it is a clear one, else white, gold or red."""
    _, own = ink_of(picture, box)
    plain: Colour = one_of(rng, (WHITE, (236, 196, 96), (222, 34, 38)))
    return own if max(own) > 170 and rng.random() < 0.75 else plain


def _number(sheet: Sheet, ink: Mask, x: float, y: float, title: Box, rng: Rng) -> None:
    """Write in a colour of the title's, in a clearer one where that would hardly be seen."""
    colour = _paints(sheet.picture(), title, rng)
    where = Box(round(x), round(y), ink.shape[1], ink.shape[0])
    if sheet.lost(x, y, ink.shape[1], ink.shape[0], colour) > 0.4:
        colour = sheet.clear(where, (WHITE, (236, 196, 96), (222, 34, 38)), rng)
    sheet.write(ink, x, y, colour)


def _beside(picture: Pixels, words: str, rng: Rng) -> tuple[Sheet, Box]:
    """Set large to the right of the title; under it where there is no room."""
    sheet, title = Sheet(picture), title_place(picture)
    capital = float(np.clip(title.height * rng.uniform(0.85, 1.15), 0.05 * sheet.height, 0.14 * sheet.height))
    ink = letters(words, one_of(rng, SERIF if "I" in words else HEAVY), capital)
    x: float = title.x + title.width + 0.25 * capital
    y: float = title.y + (title.height - ink.shape[0]) / 2
    if x + ink.shape[1] > sheet.width - 2:
        x = title.x + (title.width - ink.shape[1]) * rng.uniform(0.5, 1.0)
        y = title.y + title.height + 0.15 * capital
        if y + ink.shape[0] > sheet.height - 2:
            y = title.y - ink.shape[0] - 0.15 * capital
    x, y = min(x, sheet.width - ink.shape[1] - 2), float(np.clip(y, 2, sheet.height - ink.shape[0] - 2))
    _number(sheet, ink, x, y, title, rng)
    return sheet, title


def number_behind_title(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """A "2" or "3" as high as the title, in its colour, behind it."""
    words = one_of(rng, ("2", "2", "3", "4"))
    return _beside(picture, words, rng)[0].edited(words)


def roman_after_title(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """A roman "II" or "III" after the title."""
    words = one_of(rng, ("II", "II", "III", "IV"))
    return _beside(picture, words, rng)[0].edited(words)


def small_number_at_title(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """A small number close to the title's upper or lower right corner, in its colour."""
    sheet, title = Sheet(picture), title_place(picture)
    ink = letters(one_of(rng, ("2", "3", "2.0", "II")), one_of(rng, HEAVY), max(9.0, 0.034 * sheet.long))
    x = min(title.x + title.width + 0.01 * sheet.width, sheet.width - ink.shape[1] - 3)
    y = one_of(rng, (title.y - 0.4 * ink.shape[0], title.y + title.height - 0.6 * ink.shape[0]))
    _number(sheet, ink, x, float(np.clip(y, 3, sheet.height - ink.shape[0] - 3)), title, rng)
    return sheet.edited()


def _line(sheet: Sheet, ink: Mask, rng: Rng, rows: tuple[float, float], colours: tuple[Colour, ...]) -> None:
    # Long lines of a poster are nearly always centred: for those the whole row has to be calm.
    centred = ink.shape[1] > 0.45 * sheet.width
    place = calm_place(
        sheet.picture(), (0.94 * sheet.width if centred else ink.shape[1], ink.shape[0] * 1.4), rng, rows
    )
    x = (sheet.width - ink.shape[1]) / 2 if centred else place.x
    where = Box(round(x), place.y, ink.shape[1], place.height)
    sheet.write(ink, x, place.y + 0.2 * ink.shape[0], sheet.clear(where, colours, rng))


def part_two_line(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """ "PART TWO" or "CHAPTER 2" in wide letters under the title."""
    sheet, title = Sheet(picture), title_place(picture)
    words = one_of(rng, ("PART TWO", "CHAPTER 2", "PART II", "CHAPTER THREE", "THE SEQUEL", "PART 3"))
    capital = max(8.0, rng.uniform(0.024, 0.038) * sheet.height)
    ink = fitted(words, one_of(rng, HEAVY + LIGHT[:3]), capital, 0.86 * sheet.width, spacing=rng.uniform(0.1, 0.5))
    x = float(np.clip(title.x + (title.width - ink.shape[1]) / 2, 3, sheet.width - ink.shape[1] - 3))
    under, over = title.y + title.height + 0.5 * capital, title.y - ink.shape[0] - 0.5 * capital
    busy = [float(sheet.patch(x, y, ink.shape[1], ink.shape[0]).std()) for y in (under, over)]
    fits = under + ink.shape[0] < sheet.height - 3
    y = max(3, under if fits and (busy[0] < busy[1] + 25 or over < 3) else over)
    _number(sheet, ink, x, y, title, rng)
    return sheet.edited(words)


def season_line(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """ "SEASON 3", as for a series."""
    sheet = Sheet(picture)
    words = one_of(rng, ("SEASON 3", "SEASON TWO", "THE FINAL SEASON", "NEW SEASON", "SEASON 1"))
    ink = fitted(words, one_of(rng, HEAVY), rng.uniform(0.03, 0.05) * sheet.height, 0.85 * sheet.width, spacing=0.12)
    _line(sheet, ink, rng, one_of(rng, ((0.02, 0.3), (0.6, 0.98))), (WHITE, (228, 30, 40), (240, 204, 70)))
    return sheet.edited(words)


def release_date(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """A day on which the film is to come out, at the foot or the head."""
    sheet = Sheet(picture)
    day, month, year = int(rng.integers(1, 29)), one_of(rng, MONTHS), int(rng.integers(2025, 2029))
    words = one_of(
        rng, (f"IN CINEMAS {month} {day}", f"{month} {day}, {year}", f"{day:02d}.{int(rng.integers(1, 13)):02d}.{year}")
    )
    ink = fitted(words, one_of(rng, HEAVY), rng.uniform(0.024, 0.036) * sheet.height, 0.88 * sheet.width, spacing=0.1)
    _line(sheet, ink, rng, one_of(rng, ((0.7, 0.99), (0.01, 0.3))), (WHITE, (240, 210, 110), (225, 40, 40)))
    return sheet.edited(words)


def coming_soon(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """ "COMING SOON" low on the poster."""
    sheet = Sheet(picture)
    words = one_of(rng, ("COMING SOON", "COMING THIS SUMMER", "COMING THIS CHRISTMAS", "COMING 2027"))
    ink = fitted(words, one_of(rng, HEAVY), rng.uniform(0.024, 0.04) * sheet.height, 0.86 * sheet.width, spacing=0.15)
    _line(sheet, ink, rng, (0.7, 0.99), (WHITE, (235, 190, 80), (215, 30, 35)))
    return sheet.edited(words)


def tagline_added(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """A tagline on calm ground."""
    sheet, words = Sheet(picture), one_of(rng, TAGLINES)
    ink = fitted(words, one_of(rng, LIGHT), max(7.0, 0.022 * sheet.height), 0.9 * sheet.width, spacing=0.06)
    _line(sheet, ink, rng, (0.03, 0.95), (WHITE, (240, 226, 190), (240, 200, 60)))
    return sheet.edited(words)
