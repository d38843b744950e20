"""Edits that set or change words and logos."""

from collections.abc import Callable

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.fourteenth import Rng, named
from benchmarks.attacks.fourteenth.lettering import BOLD, PLAIN, WHITE, Style, any_style, fitted, set_mask, set_words
from benchmarks.attacks.fourteenth.paint import blurred, ellipse, lay, play, polygon, rounded, star
from benchmarks.attacks.fourteenth.places import find_title, quiet_place, title_colours
from benchmarks.attacks.geometry import Colour, box_between, part_of, size_of, whole_of
from benchmarks.attacks.values import Attacked, OtherPosters

Finder = Callable[[Pixels], Box]
Texts = tuple[str, ...]
NUMBERS = ("2", "2", "3", "II", "III")
PARTS = ("PART TWO", "SEASON 3", "CHAPTER II", "PART III", "EPISODE 2", "SEASON TWO")
SEQUELS = ("THE FINAL CHAPTER", "THE RETURN", "THE BEGINNING", "REBORN", "THE LAST STAND", "THE SEQUEL")
DATES = ("COMING DECEMBER 25", "IN THEATERS JULY 2026", "2027", "IN CINEMAS MARCH 14", "SUMMER 2026", "OCTOBER 31")
SERVICES: tuple[tuple[str, Colour], ...] = (
    ("NETFLIX", (229, 9, 20)), ("HBO MAX", WHITE), ("PRIME VIDEO", (60, 180, 240)), ("A24", WHITE),
    ("APPLE TV+", WHITE), ("MARVEL STUDIOS", (236, 29, 36)), ("DISNEY+", (40, 90, 220)), ("hulu", (28, 231, 131)),
)  # fmt: skip
STUDIOS = ("NORTHSTAR FILMS", "A24", "MARVEL STUDIOS", "PARAMOUNT", "LIONSGATE", "UNIVERSAL", "HBO")
_FIRST = ("EMMA", "TOM", "ZENDAYA", "IDRIS", "MARGOT", "RYAN", "PEDRO", "ANA", "KEANU", "VIOLA")
_LAST = ("STONE", "HARDY", "COLEMAN", "ELBA", "ROBBIE", "GOSLING", "PASCAL", "DE ARMAS", "REEVES", "DAVIS")
ACTORS = tuple(f"{first} {last}" for first in _FIRST for last in _LAST)
PAIRS = tuple(f"{one}    {other}" for one, other in zip(ACTORS, ACTORS[37:], strict=False))
TITLES = ("MIDNIGHT\nHARBOR", "THE LAST\nWINTER", "SILENT RIVER", "IRON SUMMER", "BROKEN\nCROWN", "EMBER", "GHOST ROAD")
TAGS = (
    "Some doors should stay closed.", "This time it is personal.", "Every secret has a price.", "The truth will burn.",
    "Fear is only the beginning.", "Love finds a way home.", "Nobody gets out twice.",
)  # fmt: skip


def _below(pixels: Pixels, title: Box, height: float) -> tuple[float, float]:
    """The middle of a line under the title, or above it where the picture ends."""
    gap, under = height * 0.3, title.y + title.height
    fits = under + gap + height < pixels.shape[0] * 0.98
    return title.x + title.width / 2, under + gap + height / 2 if fits else title.y - gap - height / 2


def _numbered(pixels: Pixels, rng: Rng, _: OtherPosters, low: float, high: float, beside: bool) -> Attacked:
    """A number, low to high of the width in size, at the title's right or left where there is room, or under it."""
    canvas, title, (width, height), small = pixels.copy(), find_title(pixels), size_of(pixels), high < 0.07
    text = one_of(rng, NUMBERS[: 4 if small else 9])
    style, share = Style(one_of(rng, BOLD), effect=one_of(rng, ("plain", "shadow", "outline"))), between(rng, low, high)
    mask = fitted(text, style, width * (share if small else 0.3), min(height * 0.14, width * share * 2))
    gap, reach = width * 0.02, mask.shape[1] / 2
    right, left = title.x + title.width + gap + reach, title.x - gap - reach
    spot = _below(pixels, title, len(mask))
    if beside and (right + reach < width - 4 or left - reach > 4):
        spot = (right if right + reach < width - 4 else left, title.y + title.height / 2)
    letters = title_colours(pixels, title)[0]
    return Attacked(
        canvas, (set_mask(canvas, mask, style, spot, one_of(rng, (letters, letters, (215, 25, 30)))),), text
    )


def _lined(
    pixels: Pixels, rng: Rng, _: OtherPosters, texts: Texts, size: float, faces: Texts, until: float
) -> Attacked:
    """A line about `size` heights tall, below the title or on calm ground in any colour; until: there, above that."""
    canvas, title, text, (width, height) = pixels.copy(), find_title(pixels), one_of(rng, texts), size_of(pixels)
    style = any_style(rng, faces)
    mask = fitted(text, style, width * between(rng, 0.5, 0.82), max(13.0, height * size * between(rng, 0.85, 1.2)))
    spot, colour = _below(pixels, title, len(mask)), title_colours(pixels, title)[0]
    if until < 0.9 or rng.random() < 0.5:
        calm = quiet_place(pixels, mask.shape[1] / width, len(mask) * 1.3, 0.02, until, (title,))
        spot = (calm.x + calm.width / 2, calm.y + calm.height / 2)
        colour = one_of(rng, (WHITE, (250, 215, 90), (220, 30, 35), colour))
    return Attacked(canvas, (set_mask(canvas, mask, style, spot, colour),), text)


number_beside_title = named("number_beside_title", _numbered, 0.08, 0.14, True)
number_under_title = named("number_under_title", _numbered, 0.08, 0.14, False)
small_number = named("small_number", _numbered, 0.055, 0.065, True)
part_line = named("part_line", _lined, PARTS, 0.05, BOLD, 0.97)
sequel_line = named("sequel_line", _lined, SEQUELS, 0.05, BOLD, 0.97)
release_date = named("release_date", _lined, DATES, 0.042, BOLD + PLAIN, 0.97)
tagline = named("tagline", _lined, TAGS, 0.038, BOLD[:4] + PLAIN, 0.97)
actor_added = named("actor_added", _lined, ACTORS, 0.046, BOLD[:4] + PLAIN[:1], 0.3)


def service_name(pixels: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """A streaming service's or studio's name as lettering at the head or the foot."""
    canvas, (text, colour), (width, height) = pixels.copy(), one_of(rng, SERVICES), size_of(pixels)
    style = Style(one_of(rng, BOLD[:4]), between(rng, 1.0, 1.5), effect=one_of(rng, ("plain", "shadow", "plate")))
    spot = (width * one_of(rng, (0.2, 0.5, 0.8)), height * one_of(rng, (0.05, 0.94)))
    room = (width * between(rng, 0.26, 0.5), height * 0.07)
    return Attacked(canvas, (set_words(canvas, text, style, spot, room, colour),), text)


def studio_logo(pixels: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """A drawn sign with a studio's name under it."""
    canvas, text, (width, height) = pixels.copy(), one_of(rng, STUDIOS), size_of(pixels)
    size = max(22, round(min(width, height) * between(rng, 0.08, 0.13)))
    hole = size - 2 * (size // 8)
    ring = np.clip(ellipse(size, size) - np.pad(ellipse(hole, hole), size // 8), 0, 1)
    peak = polygon([(0, 1), (0.35, 0.15), (0.55, 0.6), (0.7, 0.35), (1, 1)], size, size)
    sign = one_of(rng, (star(size), ring, peak, np.clip(rounded(size, size, size / 5) - play(size), 0, 1)))
    name = fitted(text, Style(one_of(rng, BOLD)), width * 0.9, max(11, size * 0.3))
    wide, gap = max(size, name.shape[1]), size // 5
    logo = np.zeros((size + gap + len(name), wide), np.float32)
    logo[:size, (wide - size) // 2 :][:, :size] = sign
    logo[size + gap :, (wide - name.shape[1]) // 2 :][:, : name.shape[1]] = name
    calm = quiet_place(pixels, min(0.95, logo.shape[1] / width), len(logo), 0.02, 0.98, (find_title(pixels),))
    spot = (calm.x + calm.width / 2, calm.y + calm.height / 2)
    style = Style(effect=one_of(rng, ("plain", "shadow", "plate")))
    return Attacked(canvas, (set_mask(canvas, logo, style, spot, one_of(rng, (WHITE, (245, 200, 70)))),), text)


def _names_row(pixels: Pixels) -> Box:
    width, height = size_of(pixels)
    return Box(round(width * 0.05), round(height * 0.02), round(width * 0.9), max(20, round(height * 0.07)))


def _rewritten(pixels: Pixels, rng: Rng, _: OtherPosters, find: Finder, texts: Texts, how: str) -> Attacked:
    """The words of a box painted over and others set there."""
    canvas, (width, height), box, text = pixels.copy(), size_of(pixels), find(pixels), one_of(rng, texts)
    letters, ground = title_colours(pixels, box)
    pad = max(3, box.height // 10)
    right, bottom = box.x + box.width + pad, box.y + box.height + pad
    room = box_between(box.x - pad, box.y - pad, right, bottom, whole_of(pixels)) or box
    if how == "plate":
        lay(canvas, rounded(room.width, room.height, 2), ground, room.x, room.y)
    else:
        hole = np.zeros((height, width), np.uint8)
        part_of(hole, room)[:] = 255
        painted = np.asarray(cv2.inpaint(pixels, hole, 3, cv2.INPAINT_TELEA), np.uint8)
        soft = cv2.GaussianBlur(painted, (0, 0), max(2, box.height / 12))
        lay(canvas, blurred(hole.astype(np.float32) / 255, 1.5), soft)
    text = text.replace("\n", " ") if box.width > 4 * box.height else text
    style, spot = any_style(rng), (box.x + box.width / 2, box.y + box.height / 2)
    size = (max(box.width * 0.94, width * 0.3), max(box.height * 0.92, 14))
    return Attacked(canvas, (room.union(set_words(canvas, text, style, spot, size, letters)),), f"{text!r} {how}")


title_painted_over = named("title_painted_over", _rewritten, find_title, TITLES, "inpaint")
title_on_plate = named("title_on_plate", _rewritten, find_title, TITLES, "plate")
actors_replaced = named("actors_replaced", _rewritten, _names_row, PAIRS, "inpaint")
