"""Edits: numbers, lines and names added to a poster."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import size_of
from benchmarks.attacks.sixth.letters import SANSES, SERIFS, Face, Ink, fits, mask_of, put, some_face
from benchmarks.attacks.sixth.spots import Line, calmest, lines_of, title_of
from benchmarks.attacks.sixth.tools import Mask, Tone, edited
from benchmarks.attacks.sixth.wording import DATES, PARTS, SEASONS, SERVICES
from benchmarks.attacks.values import Attacked, OtherPosters


def like_face(line: Line, rng: np.random.Generator) -> Face:
    """A face about as heavy and wide as the letters of a line."""
    box = line.box
    ink = (line.ink[box.y : box.y + box.height, box.x : box.x + box.width] > 0.5).astype(np.uint8)
    thick = cv2.distanceTransform(ink, cv2.DIST_L2, 3)
    high = line.high
    weight = float(np.percentile(thick[ink > 0], 85)) * 2 / high if ink.any() else 0.2
    wide = float(np.median([letter.width for letter in line.letters])) / high
    heavy = ("cv:850", "DejaVuSans-Bold", "DejaVuSerif-Bold", "DejaVuSansCondensed-Bold")
    light = ("cv:400", "aileron", "DejaVuSerif", "DejaVuSansCondensed", "DejaVuSerifCondensed")
    middle = ("cv:600", "DejaVuSerif-Bold", "DejaVuSans", "DejaVuSerifCondensed-Bold")
    font = one_of(rng, heavy if weight > 0.24 else light if weight < 0.13 else middle)
    return Face(font, stretch=float(np.clip(wide / 0.72, 0.65, 1.4)))


def readable(picture: Pixels, box: Box, tone: Tone, *, shadow: float = 0.0) -> Ink:
    """Ink of a colour where it can be read, else white or black; a rim over busy ground."""
    width, height = size_of(picture)
    x, y = int(np.clip(box.x, 0, width - 2)), int(np.clip(box.y, 0, height - 2))
    ground = picture[y : max(y + 1, box.y + box.height), x : max(x + 1, box.x + box.width)].reshape(-1, 3)
    middle, busy = np.median(ground, axis=0), float(ground.std(axis=0).mean())
    if float(np.abs(middle - tone).max()) < 90:
        tone = (255, 255, 255) if float(middle.mean()) < 140 else (12, 12, 14)
    rim: Tone = (0, 0, 0) if sum(tone) > 330 else (255, 255, 255)
    return Ink(tone, rim=0.1 if busy > 45 else 0.0, rim_colour=rim, shadow=shadow)


def set_line(
    picture: Pixels, mask: Mask, middle: tuple[float, float], capital: float, tone: Tone, shadow: float = 0.0
) -> Pixels:
    """A line of letters in readable ink about a point."""
    box = Box(
        max(0, round(middle[0] - mask.shape[1] / 2)),
        max(0, round(middle[1] - mask.shape[0] / 2)),
        mask.shape[1],
        mask.shape[0],
    )
    return put(picture, mask, readable(picture, box, tone, shadow=shadow), middle, capital)


def _behind(picture: Pixels, rng: np.random.Generator, words: str, share: float) -> Attacked:
    """A number behind the title, else under it, else in a calm place."""
    width, _ = size_of(picture)
    lines = lines_of(picture)
    if not lines or lines[0].score < 12:
        capital = width * 0.11 * share
        mask = mask_of(words, some_face(rng), capital)
        box = calmest(picture, mask.shape[1], mask.shape[0], rng, (0.5, 0.95))
        middle = box.x + box.width / 2, box.y + box.height / 2
        return edited(picture, set_line(picture, mask, middle, capital, (255, 255, 255), 0.05), rng, f"{words} alone")
    title = lines[0]
    capital = max(title.high * share, width * 0.075)
    mask = mask_of(words, like_face(title, rng), capital)
    middle, where = _free_place(picture, title, lines, mask, capital * 0.4, behind=True)
    return edited(picture, set_line(picture, mask, middle, capital, title.colour), rng, f"{words} {where}")


def _free_place(
    picture: Pixels, title: Line, lines: list[Line], mask: Mask, gap: float, *, behind: bool
) -> tuple[tuple[float, float], str]:
    """Near a title where no other lettering is covered: behind it, under it or above it."""
    width, height = size_of(picture)
    whole = title_of(picture) or title
    across, down = mask.shape[1], mask.shape[0]
    places: list[tuple[tuple[float, float], str]] = []
    if behind:
        for box in (title.box, whole.box):
            places.append(((box.x + box.width + gap + across / 2, box.y + box.height - down / 2), "behind"))
    for box in (whole.box, title.box):
        places.append(((box.x + box.width / 2, box.y + box.height + gap + down / 2), "under"))
        places.append(((box.x + box.width / 2, box.y - gap - down / 2), "above"))
    ink = np.maximum.reduce([line.ink for line in lines])
    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY).astype(np.float32)
    busy = np.clip(np.abs(cv2.Laplacian(grey, cv2.CV_32F)) / 120, 0, 1) + 2 * ink
    best, least = places[-1], np.inf
    for rank, (middle, where) in enumerate(places):
        x, y = round(middle[0] - across / 2), round(middle[1] - down / 2)
        if x < 2 or y < 2 or x + across > width - 2 or y + down > height - 2:
            continue
        cost = float(busy[y : y + down, x : x + across].mean()) + 0.05 * rank
        if cost < least:
            best, least = (middle, where), cost
    return best


def two_behind(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A 2 (or 3) behind the title, in its colour and like its letters."""
    return _behind(picture, rng, one_of(rng, ("2", "2", "2", "3")), between(rng, 1.0, 1.3))


def roman_small(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A small II, III or IV behind or under the title."""
    return _behind(picture, rng, one_of(rng, ("II", "II", "III", "IV")), between(rng, 0.7, 0.95))


def number_large(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A huge number over the picture, often half clear."""
    width, height = size_of(picture)
    words = one_of(rng, ("2", "3", "4", "II", "V", "2.0"))
    capital = width * between(rng, 0.3, 0.6)
    tone: Tone = one_of(rng, ((255, 255, 255), (220, 20, 30), (255, 210, 40), (10, 10, 10)))
    face = Face(one_of(rng, ("cv:850", "DejaVuSerif-Bold", "DejaVuSansCondensed-Bold")), slant=between(rng, 0, 0.15))
    mask = mask_of(words, face, capital)
    middle = width * between(rng, 0.35, 0.65), height * between(rng, 0.35, 0.65)
    low: Tone = (int(tone[0] * 0.6), int(tone[1] * 0.6), int(tone[2] * 0.6))
    opacity, rim = between(rng, 0.65, 1.0), (0, 0, 0) if sum(tone) > 100 else (235, 235, 235)
    ink = Ink(tone, low, rim=0.015, rim_colour=rim, shadow=0.02, opacity=opacity)
    return edited(picture, put(picture, mask, ink, middle, capital), rng, f"{words} {opacity:.2f}")


def part_line(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """PART TWO or the like under the title."""
    width, height = size_of(picture)
    title, words = title_of(picture), one_of(rng, PARTS)
    if title is None:
        return _in_calm(picture, rng, words, (0.5, 0.92), between(rng, 0.045, 0.06))
    high = title.high
    capital = float(np.clip(high * between(rng, 0.45, 0.7), width * 0.04, width * 0.09))
    face = Face(like_face(title, rng).font, spacing=between(rng, 0, 0.3))
    capital *= fits(mask_of(words, face, capital), width * 0.9, height)
    mask = mask_of(words, face, capital)
    middle, where = _free_place(picture, title, lines_of(picture), mask, capital * 0.5, behind=False)
    return edited(picture, set_line(picture, mask, middle, capital, title.colour), rng, f"{words} {where}")


def _in_calm(
    picture: Pixels, rng: np.random.Generator, words: str, within: tuple[float, float], share: float
) -> Attacked:
    width, height = size_of(picture)
    capital = width * share
    mask = mask_of(words, some_face(rng), capital)
    factor = fits(mask, width * 0.92, height * 0.3)
    box = calmest(picture, round(mask.shape[1] * factor), round(mask.shape[0] * factor), rng, within)
    x = width / 2 if rng.random() < 0.6 else box.x + box.width / 2
    tone: Tone = one_of(rng, ((255, 255, 255), (255, 255, 255), (250, 205, 60), (225, 30, 40), (10, 10, 12)))
    after = set_line(picture, mask, (x, box.y + box.height / 2), capital, tone, 0.06)
    return edited(picture, after, rng, words)


def date_line(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A release date that is not the poster's."""
    return _in_calm(picture, rng, one_of(rng, DATES), (0.8, 0.98), between(rng, 0.04, 0.065))


def season_line(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A season, as of a series."""
    return _in_calm(picture, rng, one_of(rng, SEASONS), (0.55, 0.95), between(rng, 0.05, 0.08))


def service_mark(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A streaming service's name in a corner or at the top, like its logo."""
    width, height = size_of(picture)
    name, capital = one_of(rng, SERVICES), width * between(rng, 0.042, 0.065)
    face = Face(one_of(rng, SANSES + SERIFS[:2]), stretch=between(rng, 0.8, 1.0), weight=0.03)
    mask = mask_of(name, face, capital)
    x = one_of(rng, (width * 0.04 + mask.shape[1] / 2, width / 2, width * 0.96 - mask.shape[1] / 2))
    y = height * one_of(rng, (0.045, 0.05, 0.94))
    tone: Tone = one_of(rng, ((229, 9, 20), (255, 255, 255), (0, 168, 225), (30, 215, 96), (120, 70, 240)))
    result = set_line(picture, mask, (x, y), capital, tone)
    if rng.random() < 0.5:
        small = mask_of(one_of(rng, ("A", "ONLY ON", "AN ORIGINAL FILM")), Face("cv:500", spacing=0.2), capital * 0.5)
        result = set_line(
            result, small, (x, y + capital * (1.3 if y < height / 2 else -1.3)), capital * 0.5, (255,) * 3
        )
    return edited(picture, result, rng, name)
