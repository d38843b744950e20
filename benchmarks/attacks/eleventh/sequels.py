"""Lettering that makes another film of it: numbers, parts, seasons, other titles."""

from itertools import pairwise

import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.eleventh import phrases
from benchmarks.attacks.eleventh.find import calm_place, letters, text_lines, title
from benchmarks.attacks.eleventh.luck import bright_colour, likely
from benchmarks.attacks.eleventh.mend import edited, joined, middle, widened, wiped
from benchmarks.attacks.eleventh.setting import own_ink, set_words
from benchmarks.attacks.geometry import part_of
from benchmarks.attacks.values import Attacked, OtherPosters

NUMBERS = ("2", "3", "II", "III", "4", "IV", "V")
SMALL_WORDS = ("ONE", "TWO", "THREE", "2", "3", "II", "IV")


def _line_near_title(picture: Pixels, words: str, rng: np.random.Generator, share: float, *, above: bool) -> Attacked:
    spot, result = title(picture), picture.copy()
    width = min(0.9 * picture.shape[1], max(0.2 * picture.shape[1], share * spot.width))
    tall = width / max(4, len(words)) * 1.3
    y = spot.y - tall * between(rng, 0.6, 1.0) if above else spot.y + spot.height + tall * between(rng, 0.6, 1.0)
    ink = own_ink(picture, spot) if likely(rng, 0.75) else bright_colour(rng)
    box = set_words(result, words, (middle(spot)[0], y), rng, ink, width=width)
    return edited(picture, result, [box], rng, words)


def number_behind_title(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A number as tall as the title put behind it."""
    spot, words, result = title(picture), one_of(rng, NUMBERS), picture.copy()
    tall = max(0.06 * picture.shape[1], spot.height * between(rng, 0.85, 1.3))
    x = spot.x + spot.width + tall * (0.3 + 0.35 * len(words))
    box = set_words(result, words, (x, middle(spot)[1]), rng, own_ink(picture, spot), height=tall)
    return edited(picture, result, [box], rng, words)


def huge_number(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A giant number over or under the title."""
    spot, words, result = title(picture), one_of(rng, NUMBERS), picture.copy()
    tall = between(rng, 0.16, 0.32) * picture.shape[1]
    y = spot.y - tall * 0.6 if spot.y > 0.5 * picture.shape[0] else spot.y + spot.height + tall * 0.6
    ink = bright_colour(rng) if likely(rng, 0.5) else own_ink(picture, spot)
    box = set_words(result, words, (middle(spot)[0], y), rng, ink, height=tall)
    return edited(picture, result, [box], rng, words)


def small_number(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A number about six percent as wide as the poster, beside or right under the title."""
    spot, words, result = title(picture), one_of(rng, ("2", "3", "II", "IV", "4")), picture.copy()
    size = between(rng, 0.05, 0.07) * picture.shape[1]
    x, y = one_of(rng, (
        (spot.x + spot.width + size * 0.8, spot.y + spot.height - size * 0.6),
        (middle(spot)[0], spot.y + spot.height + size),
        (middle(spot)[0], spot.y - size),
    ))  # fmt: skip
    box = set_words(result, words, (x, y), rng, own_ink(picture, spot), width=size)
    return edited(picture, result, [box], rng, words)


def part_line(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """PART TWO or the like under the title."""
    words = f"{one_of(rng, ('PART', 'VOL.', 'VOLUME', 'Part'))} {one_of(rng, SMALL_WORDS)}"
    return _line_near_title(picture, words, rng, between(rng, 0.35, 0.8), above=False)


def season_line(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A season announced, as if it were a series."""
    count = int(rng.integers(2, 7))
    words = one_of(rng, (f"SEASON {count}", f"THE SERIES - SEASON {count}", f"S{count} NOW", f"Season {count} returns"))
    return _line_near_title(picture, words, rng, between(rng, 0.45, 0.95), above=likely(rng, 0.3))


def chapter_above(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A chapter or the final one announced above the title."""
    words = one_of(rng, ("CHAPTER TWO", "CHAPTER III", "THE FINAL CHAPTER", "EPISODE IV", "BOOK TWO", "THE SEQUEL TO"))
    return _line_near_title(picture, words, rng, between(rng, 0.4, 0.9), above=True)


def title_replaced(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The title wiped off and another set in its place."""
    spot, words = title(picture), one_of(rng, phrases.TITLES)
    result = wiped(picture, spot, rng)
    ink = own_ink(picture, spot) if likely(rng, 0.7) else bright_colour(rng)
    width = min(0.95 * picture.shape[1], spot.width * between(rng, 0.8, 1.15))
    box = set_words(result, words, middle(spot), rng, ink, width=width)
    return edited(picture, result, [widened(joined(box, spot), 3, picture)], rng, words)


def _title_word(picture: Pixels, rng: np.random.Generator) -> Box:
    spot = title(picture)
    filled = np.flatnonzero(letters(picture, spot).mean(0) > 0.04)
    if not len(filled):
        return spot
    gaps = np.diff(filled)
    limit = max(0.12 * spot.height, float(np.quantile(gaps, 0.97)))
    starts = [0, *(int(n) + 1 for n in np.flatnonzero(gaps > limit)), len(filled)]
    pieces = [(int(filled[a]), int(filled[b - 1])) for a, b in pairwise(starts) if b - a > 3]
    pieces = [p for p in pieces if p[1] - p[0] > 0.1 * spot.width] or [(0, spot.width // 2)]
    left, right = one_of(rng, pieces)
    if right - left > 0.75 * spot.width:
        right = (left + right) // 2
    return Box(spot.x + left, spot.y, max(4, right - left), spot.height)


def title_word_replaced(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """One word of the title exchanged."""
    word, words = _title_word(picture, rng), one_of(rng, phrases.TITLE_WORDS)
    result = wiped(picture, word, rng)
    ink = own_ink(picture, title(picture))
    box = set_words(result, words, middle(word), rng, ink, width=max(word.width * 0.95, 0.1 * picture.shape[1]))
    return edited(picture, result, [widened(joined(box, word), 2, picture)], rng, words)


def line_removed(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A smaller line of lettering (a studio's name, a tagline) wiped off."""
    lines = [b for b in text_lines(picture)[1:8] if part_of(picture, b).std() > 18]
    spot = one_of(rng, lines) if lines else calm_place(picture, rng, 0.3, 0.06, (0.8, 0.97))
    return edited(picture, wiped(picture, spot, rng), [widened(spot, 3 + 0.12 * spot.height, picture)], rng)
