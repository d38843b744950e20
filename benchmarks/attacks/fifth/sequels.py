"""Edits, the fifth set: sequel numbers, sequel lines, dates, seasons and makers that were set onto a poster."""

import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.fifth.layers import (
    DISPLAY,
    TEXT,
    Layer,
    Pen,
    laid_on,
    lettered,
    over,
    ramped,
    rimmed,
    shadowed,
    spread_out,
    stretched,
)
from benchmarks.attacks.fifth.targets import clearest, part, title_in
from benchmarks.attacks.geometry import Colour, size_of
from benchmarks.attacks.lettering import pick_among
from benchmarks.attacks.paint import Mask, grey_of, luminance
from benchmarks.attacks.places import calm_spot, lettering_colour
from benchmarks.attacks.values import Attacked, OtherPosters

NUMBERS = ("2", "3", "II", "2", "3", "III", "4", "2", "IV", "5")
SEQUEL_LINES = (
    "PART TWO", "CHAPTER 3", "THE SEQUEL", "RETURNS", "PART II", "CHAPTER TWO", "THE FINAL CHAPTER", "RELOADED",
    "THE BEGINNING", "PART 3", "RESURRECTION", "THE REVENGE", "VOLUME 2", "THE NEXT GENERATION", "LEGACY",
)  # fmt: skip
MONTHS = ("JANUARY", "MARCH", "APRIL", "JULY", "AUGUST", "OCTOBER", "NOVEMBER", "DECEMBER")
DATE_LINES = (
    "COMING {year}", "IN CINEMAS {month} {day}", "{month} {day}, {year}", "ONLY IN THEATERS {month} {day}", "{year}",
    "COMING SOON {year}", "SUMMER {year}", "STREAMING {month} {day}", "CHRISTMAS {year}",
)  # fmt: skip
SEASON_LINES = (
    "SEASON {n}",
    "SEASON {n} NOW STREAMING",
    "SEASON {n} COMING SOON",
    "THE FINAL SEASON",
    "S{n}",
    "SERIES {n}",
)
MAKER_LINES = (
    "A NETFLIX FILM", "A NETFLIX ORIGINAL", "MARVEL STUDIOS", "DISNEY+ ORIGINAL", "AN A24 FILM", "HBO MAX ORIGINAL",
    "A PIXAR FILM", "PRIME VIDEO", "A LUCASFILM PRODUCTION", "A BLUMHOUSE FILM",
)  # fmt: skip
LEAST = 0.055
"""The narrowest number, as a share of the poster's width."""


def _inked(picture: Pixels, title: Box, ground: Box, rng: np.random.Generator) -> Colour:
    """The title's colour where it can be read on the ground, else what can."""
    colour = lettering_colour(picture, title, ground, rng)
    below = part(picture, ground).reshape(-1, 3)
    bright = luminance(below.mean(axis=0))
    if abs(luminance(colour) - bright) < 60:
        return (255, 255, 255) if bright < 128 else (0, 0, 0)
    return colour


def _styled(letters: Layer, colour: Colour, rng: np.random.Generator, *, busy: bool) -> Layer:
    """Plain, with a shadow, an outline or a ramp of tones; on busy ground always with an outline."""
    size = min(letters.shape[:2])
    layer = letters.copy()
    layer[:, :, :3] = colour
    way = 2 if busy else int(rng.integers(5))
    if way == 1:
        return shadowed(layer, max(1.0, size * 0.06), 0.6)
    if way == 2:
        edge: Colour = (0, 0, 0) if luminance(colour) > 120 else (255, 255, 255)
        return rimmed(layer, edge, max(1.0, size * 0.05))
    if way == 3:
        deep = tuple(int(v * 0.72) for v in colour)
        return ramped(layer, colour, (deep[0], deep[1], deep[2]))
    return layer


def _set_at(
    picture: Pixels, words: Layer, x: float, y: float, title: Box, rng: np.random.Generator
) -> tuple[Pixels, Mask]:
    """Lettering kept inside the picture, in a colour and style that go with the title."""
    width, height = size_of(picture)
    x = float(np.clip(x, 1, max(1, width - words.shape[1] - 1)))
    y = float(np.clip(y, 1, max(1, height - words.shape[0] - 1)))
    ground = Box(int(x), int(y), min(words.shape[1], width - int(x)), min(words.shape[0], height - int(y)))
    busy = bool(grey_of(part(picture, ground)).std() > 45)
    styled = _styled(words, _inked(picture, title, ground, rng), rng, busy=busy)
    left, top = (styled.shape[1] - words.shape[1]) / 2, (styled.shape[0] - words.shape[0]) / 2
    return laid_on(picture, styled, x - left, y - top), spread_out(picture, words, x, y)


def _number(picture: Pixels, rng: np.random.Generator, high: float, least: float = LEAST) -> tuple[str, Layer]:
    """A number about so high, never narrower than the least share of the width."""
    words = one_of(rng, NUMBERS)
    layer = lettered(words, pick_among(rng, DISPLAY), (255, 255, 255), height=max(9.0, high))
    layer = stretched(layer, rng.uniform(0.85, 1.1))
    short = least * 1.06 * picture.shape[1] / layer.shape[1]
    return words, (stretched(layer, short, short) if short > 1 else layer)


def number_after_title(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Edit: a number right behind the title, as high as its letters or lower."""

    def draft() -> tuple[Pixels, Mask, str]:
        title = title_in(picture, rng)
        high = float(np.clip(title.height * rng.uniform(0.6, 1.2), 0.05 * picture.shape[0], 0.16 * picture.shape[0]))
        words, layer = _number(picture, rng, high)
        x = title.x + title.width + picture.shape[1] * rng.uniform(0.01, 0.03)
        y = title.y + title.height - layer.shape[0] - title.height * rng.uniform(-0.05, 0.1)
        return *_set_at(picture, layer, x, y, title, rng), words

    return clearest(picture, draft, rng)


def number_below_title(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Edit: a number under the title, in its middle or at one end, small or large."""

    def draft() -> tuple[Pixels, Mask, str]:
        title = title_in(picture, rng)
        words, layer = _number(picture, rng, picture.shape[0] * rng.uniform(0.04, 0.13))
        x = title.x + (title.width - layer.shape[1]) * float(rng.choice([0.5, 0.5, 0.0, 1.0]))
        y = title.y + title.height + picture.shape[0] * rng.uniform(0.005, 0.02)
        return *_set_at(picture, layer, x, y, title, rng), words

    return clearest(picture, draft, rng)


def number_very_large(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Edit: a number a fifth to half of the width, on quiet ground, at times a little see-through."""

    def draft() -> tuple[Pixels, Mask, str]:
        title = title_in(picture, rng)
        words, layer = _number(picture, rng, picture.shape[0] * rng.uniform(0.18, 0.32), 0.12)
        most = 0.5 * picture.shape[1] / layer.shape[1]
        layer = stretched(layer, most, most) if most < 1 else layer
        layer[:, :, 3] *= rng.uniform(0.75, 1.0)
        x, y = calm_spot(picture, (layer.shape[1], layer.shape[0]), title, rng)
        return *_set_at(picture, layer, x, y, title, rng), words

    return clearest(picture, draft, rng)


def _line(
    picture: Pixels, words: str, rng: np.random.Generator, share: tuple[float, float], where: str, *, bold: bool = True
) -> Attacked:
    """A line of words under or above the title, at the head, at the foot, or on quiet ground."""

    def draft() -> tuple[Pixels, Mask, str]:
        width, height = size_of(picture)
        title = title_in(picture, rng)
        face = pick_among(rng, DISPLAY if bold or rng.random() < 0.5 else TEXT)
        layer = lettered(words, face, (255, 255, 255), width=width * rng.uniform(*share), height=height * 0.075,
                         spacing=rng.uniform(0.0, 0.25))  # fmt: skip
        place = where if where != "any" else str(rng.choice(("below", "above", "head", "foot", "calm")))
        x = title.x + (title.width - layer.shape[1]) / 2
        if place == "below":
            y = title.y + title.height + height * rng.uniform(0.006, 0.02)
        elif place == "above":
            y = title.y - layer.shape[0] - height * rng.uniform(0.006, 0.02)
        elif place == "calm":
            x, y = calm_spot(picture, (layer.shape[1], layer.shape[0]), title, rng)
        else:
            x = (width - layer.shape[1]) / 2
            y = height * (rng.uniform(0.02, 0.05) if place == "head" else rng.uniform(0.88, 0.95))
        return *_set_at(picture, layer, x, y, title, rng), f"{words}, {place}"

    return clearest(picture, draft, rng, seen=60.0)


def sequel_line(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Edit: PART TWO, CHAPTER 3, RETURNS and the like, under or above the title."""
    where = "below" if rng.random() < 0.7 else "any"
    return _line(picture, one_of(rng, SEQUEL_LINES), rng, (0.28, 0.6), where)


def date_line(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Edit: a date or a year, COMING 2027, IN CINEMAS JULY 4."""
    words = one_of(rng, DATE_LINES).format(
        year=int(rng.integers(2026, 2031)), month=str(rng.choice(MONTHS)), day=int(rng.integers(1, 29))
    )
    share = (0.16, 0.3) if len(words) < 6 else (0.42, 0.8)
    return _line(picture, words, rng, share, "foot" if rng.random() < 0.4 else "any")


def season_line(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Edit: SEASON 3 and the like, as if it were a series."""
    words = one_of(rng, SEASON_LINES).format(n=int(rng.integers(2, 8)))
    share = (0.12, 0.2) if len(words) < 4 else (0.3, 0.6) if len(words) < 10 else (0.55, 0.85)
    return _line(picture, words, rng, share, "any")


def maker_line(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Edit: another maker's name, A NETFLIX FILM, over the title or at the head."""
    words = one_of(rng, MAKER_LINES)
    return _line(picture, words, rng, (0.38, 0.65), str(rng.choice(("above", "head", "head", "calm"))), bold=False)


def red_letter_logo(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Edit: a streaming service's red letter N of three bands, alone or on a black square, in a corner."""

    def draft() -> tuple[Pixels, Mask, str]:
        width, height = size_of(picture)
        wide = width * rng.uniform(0.08, 0.18)
        posts = (
            Pen(wide, wide * 1.7).box(0.06, 0.04, 0.34, 1.66, (176, 8, 16)).box(0.66, 0.04, 0.94, 1.66, (176, 8, 16))
        )
        shade = Pen(wide, wide * 1.7).shape([(0.1, 0.04), (0.38, 0.04), (0.96, 1.66), (0.68, 1.66)], (50, 0, 0)).layer()
        shade[:, :, 3] *= 0.6
        band = Pen(wide, wide * 1.7).shape([(0.06, 0.04), (0.34, 0.04), (0.94, 1.66), (0.66, 1.66)], (230, 18, 30))
        layer = over(over(posts.layer(), shade), band.layer())
        if rng.random() < 0.4:
            tile = Pen(wide * 2, wide * 2).box(0, 0, 1, 1, (8, 8, 8), 0.06).layer()
            sign = np.zeros_like(tile)
            top, left = (tile.shape[0] - layer.shape[0]) // 2, (tile.shape[1] - layer.shape[1]) // 2
            sign[top : top + layer.shape[0], left : left + layer.shape[1]] = layer
            layer = over(tile, sign)
        x = float(rng.choice([0.04, 0.04, 0.96])) * (width - layer.shape[1])
        y = float(rng.choice([0.03, 0.03, 0.96])) * (height - layer.shape[0])
        return laid_on(picture, layer, x, y), spread_out(picture, layer, x, y), "N"

    return clearest(picture, draft, rng)
