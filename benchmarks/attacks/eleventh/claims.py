"""Lettering that claims something: dates, services, studios, awards, names, taglines, credits."""

import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.eleventh import phrases
from benchmarks.attacks.eleventh.draw import Patch, Sheet, lay, lay_mid, text_width
from benchmarks.attacks.eleventh.emoji import star_points
from benchmarks.attacks.eleventh.find import calm_place, text_lines, title
from benchmarks.attacks.eleventh.luck import (
    WHITE,
    Colour,
    any_face,
    bold_face,
    bright_colour,
    light_face,
    likely,
    readable_on,
)
from benchmarks.attacks.eleventh.mend import edited, joined, middle, widened, wiped
from benchmarks.attacks.eleventh.setting import own_ink, set_words, softer, standing_out
from benchmarks.attacks.values import Attacked, OtherPosters


def _added_line(
    picture: Pixels, words: str, rng: np.random.Generator, width: tuple[float, float], rows: tuple[float, float]
) -> Attacked:
    share, result = between(rng, *width), picture.copy()
    spot = calm_place(picture, rng, share, share / len(words) * 1.8, rows)
    ink = own_ink(picture, title(picture)) if likely(rng, 0.7) else bright_colour(rng)
    box = set_words(result, words, middle(spot), rng, ink, width=share * picture.shape[1], face=any_face(rng))
    return edited(picture, result, [box], rng, words)


def release_date(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A release date added."""
    month, day, year = one_of(rng, phrases.MONTHS), int(rng.integers(1, 29)), int(rng.integers(2025, 2029))
    words = one_of(rng, (f"{month} {day}", f"{day}.{int(rng.integers(1, 13))}.{year}", f"IN THEATERS {month} {day}",
                         f"SUMMER {year}", f"IN CINEMAS {month} {year}"))  # fmt: skip
    return _added_line(picture, words, rng, (0.22, 0.6), (0.8, 0.97))


def coming_soon(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """COMING SOON or the like added."""
    words = one_of(rng, ("COMING SOON", "Coming Soon", "BACK IN CINEMAS", "THIS CHRISTMAS", "NOW STREAMING", "IN 3D"))
    return _added_line(picture, words, rng, (0.25, 0.7), (0.75, 0.97))


def name_added(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A star who is not in it named at the top."""
    lead = one_of(rng, ("", "", "AND ", "WITH ", "STARRING "))
    return _added_line(picture, lead + one_of(rng, phrases.NAMES), rng, (0.22, 0.55), (0.02, 0.2))


def tagline_added(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A tagline of one's own."""
    return _added_line(picture, one_of(rng, phrases.TAGLINES), rng, (0.4, 0.8), (0.1, 0.9))


def _logo(rng: np.random.Generator, words: str, width: float) -> Patch:
    ink, face, kind = bright_colour(rng, 0.95, 0.85), bold_face(rng), int(rng.integers(4))
    sheet = Sheet(width, width * 0.36, width)
    size = min(0.24, 0.8 / text_width(words, face, 1))
    if kind == 0:
        sheet.slab(0, 0, 1, 0.36, ink, round_by=between(rng, 0, 0.12))
        sheet.write(words, 0.5, 0.18, size, readable_on(ink), face)
    elif kind == 1:
        sheet.disc(0.14, 0.18, 0.13, ink)
        sheet.shape([(0.1, 0.1), (0.1, 0.26), (0.23, 0.18)], WHITE)
        sheet.write(words, 0.31, 0.18, min(0.2, 0.67 / text_width(words, face, 1)), ink, face, "lm")
    elif kind == 2:
        sheet.shape(star_points(0.5, 0.11, 0.1, int(rng.integers(4, 9))), ink)
        sheet.write(words, 0.5, 0.28, min(0.14, size), ink, face)
    else:
        sheet.disc(0.5, 0.18, 0.48, ink, tall=0.36)
        sheet.write(words, 0.5, 0.18, size * 0.8, readable_on(ink), face)
    return sheet.done()


def service_logo(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A streaming service's logo added in a corner or by the bottom."""
    words, share, result = one_of(rng, phrases.SERVICES), between(rng, 0.14, 0.3), picture.copy()
    rows = one_of(rng, ((0.02, 0.1), (0.88, 0.97)))
    spot = calm_place(picture, rng, share, share * 0.36, rows)
    box = lay_mid(result, softer(_logo(rng, words, share * picture.shape[1]), picture), *middle(spot))
    return edited(picture, result, [box], rng, words)


def studio_logo_replaced(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A small mark at the edge wiped off and another studio's put there."""
    high = picture.shape[0]
    lines = [b for b in text_lines(picture)[1:] if b.y > 0.85 * high or b.y + b.height < 0.12 * high]
    spot = one_of(rng, lines) if lines else calm_place(picture, rng, 0.2, 0.07, (0.9, 0.97))
    width = min(max(spot.width, 0.16 * picture.shape[1]), 0.32 * picture.shape[1])
    result = wiped(picture, spot, rng)
    box = lay_mid(result, softer(_logo(rng, one_of(rng, phrases.STUDIOS), width), picture), *middle(spot))
    return edited(picture, result, [box] if box.width >= spot.width else [box, widened(spot, 3, picture)], rng)


def _replaced(picture: Pixels, spot: Box, words: str, rng: np.random.Generator, face: str | None) -> Attacked:
    result, ink = wiped(picture, spot, rng), own_ink(picture, spot)
    width = min(spot.width * between(rng, 0.85, 1.1), 0.96 * picture.shape[1])
    box = set_words(result, words, middle(spot), rng, ink, width=width, face=face)
    return edited(picture, result, [widened(joined(box, spot), 2, picture)], rng, words)


def names_changed(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The line of the actors' names replaced."""
    high, wide = picture.shape[:2]
    lines = [b for b in text_lines(picture)[1:] if b.y < 0.35 * high] or text_lines(picture)[1:3]
    spot = one_of(rng, lines) if lines else Box(int(0.2 * wide), int(0.04 * high), int(0.6 * wide), int(0.04 * high))
    many = 1 if spot.width < 7 * spot.height else 2 if spot.width < 14 * spot.height else 3
    words = "   ".join(str(n) for n in rng.choice(phrases.NAMES, many, replace=False))
    return _replaced(picture, spot, words, rng, bold_face(rng))


def tagline_replaced(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A line of small lettering replaced by another saying."""
    lines = [b for b in text_lines(picture)[1:] if b.width > 5 * b.height and b.width > 0.25 * picture.shape[1]]
    spot = one_of(rng, lines[:4]) if lines else calm_place(picture, rng, 0.5, 0.05, (0.6, 0.9))
    return _replaced(picture, spot, one_of(rng, phrases.TAGLINES), rng, any_face(rng))


def credits_changed(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The block of credits at the bottom wiped off and written anew."""
    high, wide = picture.shape[:2]
    size = between(rng, 0.024, 0.034) * wide
    rows, face = int(rng.integers(2, 5)), light_face(rng)
    tall = int(rows * size * 1.25)
    spot = Box(int(0.08 * wide), int(high * between(rng, 0.955, 0.98)) - tall, int(0.84 * wide), tall)
    result = wiped(picture, spot, rng)
    ink = standing_out(result, spot, (190, 190, 190))
    sheet = Sheet(spot.width, spot.height)
    for row in range(rows):
        words = ""
        while text_width(words, face, size) < spot.width * 0.72:
            words += f"{one_of(rng, phrases.CREDIT_JOBS)} {one_of(rng, phrases.NAMES)}  "
        fit = min(size, size * spot.width / text_width(words, face, size))
        sheet.write(words, spot.width / 2, (row + 0.5) * size * 1.25, fit, ink, face)
    lay(result, sheet.done(), spot.x, spot.y)
    return edited(picture, result, [widened(spot, 2, picture)], rng)


def _laurel(words: str, size: float, ink: Colour, face: str | None) -> Patch:
    sheet = Sheet(size, size * 0.62, size)
    for side in (-1, 1):
        for leaf in range(8):
            angle = np.deg2rad(100 - leaf * 22)
            x, y = 0.5 + side * 0.4 * np.cos(angle), 0.3 + 0.28 * np.sin(angle)
            tip = (x + side * 0.05, y - 0.09)
            sheet.shape([(x, y), (x + side * 0.07, y - 0.02), tip, (x - side * 0.01, y - 0.05)], ink)
    for row, line in enumerate(words.split("|")):
        sheet.write(line, 0.5, 0.18 + 0.12 * row, min(0.1, 0.56 / text_width(line, face, 1)), ink, face)
    return sheet.done()


def laurels(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Festival laurels that the film never won."""
    result, boxes, face = picture.copy(), [], any_face(rng)
    many, share = int(rng.integers(1, 4)), between(rng, 0.17, 0.28)
    spot = calm_place(picture, rng, share * many, share * 0.62, (0.05, 0.9))
    ink = standing_out(picture, spot, one_of(rng, (WHITE, (222, 184, 90))))
    for number in range(many):
        words = one_of(rng, ("WINNER|BEST FILM|2024", "OFFICIAL|SELECTION", "AUDIENCE|AWARD", "BEST|DIRECTOR|NOMINEE"))
        patch = softer(_laurel(words, share * picture.shape[1], ink, face), picture)
        boxes.append(lay(result, patch, spot.x + number * patch.shape[1], spot.y))
    return edited(picture, result, boxes, rng, f"{many}")
