"""Edits of the title: numbers behind it, other words, words gone, other colours."""

import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import size_of
from benchmarks.attacks.seventh.canvas import Colour, clear_of, cut_to, edited_file, ground_of
from benchmarks.attacks.seventh.finding import unrest
from benchmarks.attacks.seventh.lettering import POSTER_FACES, ROMAN, Typeface, centred, lay_mask, line_mask
from benchmarks.attacks.seventh.title_finding import title_of
from benchmarks.attacks.values import Attacked, OtherPosters

GOLD: Colour = (226, 184, 92)


def a_face(rng: np.random.Generator) -> Typeface:
    """One of the faces of film posters."""
    return POSTER_FACES[int(rng.integers(0, len(POSTER_FACES)))]


def readable(canvas: Pixels, box: Box, colour: Colour) -> tuple[Colour, float]:
    """The colour or one that is read there, and the sigma of the shadow that an editor would give it."""
    ground = canvas[box.y : box.y + box.height, box.x : box.x + box.width]
    busy = float(ground.std(axis=(0, 1)).mean()) if ground.size else 0.0
    return clear_of(colour, ground_of(canvas, box)), (canvas.shape[1] / 160 if busy > 28 else 0.0)


def _near(picture: Pixels, line: Box, wide: int, tall: int) -> tuple[int, int]:
    """Top left of a place of that size close under or over the line where the least is covered."""
    width, height = size_of(picture)
    x = min(max(2, line.x + (line.width - wide) // 2), max(2, width - wide - 2))
    steps = np.linspace(0.2, 2.2, 9) * max(tall, 0.03 * width)
    best, cost = (x, max(2, min(line.y + line.height + 3, height - tall - 2))), float("inf")
    away = unrest(picture)
    for step in steps:
        for y in (round(line.y + line.height + step), round(line.y - tall - step)):
            if 2 < y < 0.97 * height - tall:
                covered = float(away[y : y + tall, x : x + wide].mean()) + 3.0 * step / tall
                if covered < cost:
                    best, cost = (x, y), covered
    return best


def _behind_the_title(picture: Pixels, rng: np.random.Generator, text: str, share: tuple[float, float]) -> Attacked:
    """A number to the right of the title, below it or before it, wherever there is room."""
    canvas = picture.copy()
    width, height = size_of(canvas)
    title = title_of(picture)
    line = title.box
    wide = float(rng.uniform(*share)) * width
    face = a_face(rng) if rng.random() < 0.6 else ROMAN
    mask = line_mask(text, 1.15 * wide if len(text) == 1 else wide, face, widest=wide)
    if title.found and len(text) == 1 and mask.shape[0] < 0.8 * line.height and rng.random() < 0.6:
        mask = line_mask(text, line.height, face, widest=0.16 * width)
    tall, broad = mask.shape
    beside = max(3, round(0.25 * min(line.height, 0.1 * width)))
    x, y = line.x + line.width + beside, line.y + line.height - tall
    there = unrest(picture)[max(0, y) : y + tall, x : x + broad]
    if x + broad > 0.985 * width or (there.size and float(there.mean()) > 40):
        x, y = _near(picture, line, broad, tall)
    x, y = min(max(2, x), width - broad - 2), min(max(2, y), height - tall - 2)
    colour, shadow = readable(canvas, Box(x, y, broad, tall), title.colour)
    box = lay_mask(canvas, mask, x, y, colour, shadow=shadow)
    return Attacked(canvas, (box,), f"{text}, {broad / width:.2f} of the width", saved_as=edited_file(rng))


def figure_two_behind_title(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A "2" behind the title in its colour, 5 to 15 % of the width."""
    return _behind_the_title(picture, rng, "2", (0.05, 0.15))


def roman_two_behind_title(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A "II" behind the title in its colour."""
    return _behind_the_title(picture, rng, "II", (0.06, 0.15))


def figure_three_behind_title(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A "3" behind the title in its colour."""
    return _behind_the_title(picture, rng, "3", (0.05, 0.15))


def line_under_title(picture: Pixels, rng: np.random.Generator, text: str, tall: float) -> Attacked:
    """A line in the title's colour under (or over) it. tall: of its capitals, share of the width."""
    canvas = picture.copy()
    width = picture.shape[1]
    title = title_of(picture)
    line = title.box
    capital = min(tall * width, 0.9 * line.height if title.found else tall * width)
    mask = line_mask(text, max(6.0, capital), a_face(rng), float(rng.uniform(0.02, 0.2)), widest=0.8 * width)
    _, y = _near(picture, line, mask.shape[1], mask.shape[0])
    middle = line.x + line.width / 2
    probe = cut_to(canvas, Box(round(middle - mask.shape[1] / 2), y, mask.shape[1], mask.shape[0]))
    wanted = title.colour if rng.random() < 0.7 else (GOLD if rng.random() < 0.5 else (240, 240, 240))
    colour, shadow = readable(canvas, probe, wanted)
    box = centred(canvas, mask, middle, y, colour, shadow=shadow)
    return Attacked(canvas, (box,), text, saved_as=edited_file(rng))


def part_two_under_title(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """ "PART TWO" under the title."""
    return line_under_title(picture, rng, ("PART TWO", "PART II", "Part Two")[int(rng.integers(0, 3))], 0.05)


def chapter_two_under_title(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """ "CHAPTER 2" under the title."""
    return line_under_title(picture, rng, ("CHAPTER 2", "CHAPTER TWO", "Chapter 4")[int(rng.integers(0, 3))], 0.045)


def season_three_under_title(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """ "SEASON 3" under the title."""
    return line_under_title(picture, rng, f"SEASON {int(rng.integers(2, 7))}", 0.05)


def the_return_under_title(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A sequel's subtitle under the title."""
    texts = (
        "THE RETURN",
        "REBORN",
        "THE FINAL BATTLE",
        "Legacy",
        "THE RECKONING",
        "RESURRECTION",
        "The Next Generation",
    )
    return line_under_title(picture, rng, texts[int(rng.integers(0, len(texts)))], 0.055)
