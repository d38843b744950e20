"""Edits: numbers, lines, dates, names and other words set on the poster, or in place of its own."""

from collections.abc import Callable, Sequence

import cv2
import numpy as np

from app.model.geometry import Box, surround
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.eighteenth import words
from benchmarks.attacks.eighteenth.lettering import TITLE_FACES, Stencil, fitted_mask, inked, lay_middle, write
from benchmarks.attacks.eighteenth.overlays import plated
from benchmarks.attacks.eighteenth.scene import calm_place, painted_over, text_lines, title_of
from benchmarks.attacks.geometry import Colour, part_of, size_of
from benchmarks.attacks.values import Attacked, AttackFunction, OtherPosters


def own_colour(pixels: Pixels, title: Box) -> Colour:
    """The title's ink: the rarer of the two tones in its box."""
    part = part_of(pixels, title)
    level, _ = cv2.threshold(cv2.cvtColor(part, cv2.COLOR_RGB2GRAY), 0, 255, cv2.THRESH_OTSU)
    light = part.mean(axis=2) > level
    ink = part[light if light.mean() < 0.5 else ~light].reshape(-1, 3)
    red, green, blue = (int(value) for value in (np.median(ink, axis=0) if len(ink) else (255, 255, 255)))
    return red, green, blue


def set_words(
    pixels: Pixels, mask: Stencil, middle: tuple[float, float], rng: np.random.Generator, ink: Colour | None = None
) -> tuple[Pixels, Box]:
    """Lettering in the given colour where that can be read there, else in one that can."""
    (width, height), (high, wide) = size_of(pixels), mask.shape
    x = min(max(middle[0], wide / 2 + width * 0.02), width * 0.98 - wide / 2)
    y = min(max(middle[1], high / 2 + height * 0.015), height * 0.985 - high / 2)
    ground = part_of(pixels, Box(max(0, int(x - wide / 2)), max(0, int(y - high / 2)), wide, high)).mean(axis=(0, 1))
    if ink is not None and abs(float(np.mean(ground) - np.mean(ink))) > 105:
        return lay_middle(pixels, inked(mask, ink), x, y)
    return write(pixels, mask, (x, y), rng)


def two_by_title(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A number as high as the title, after it, else under or above it."""
    (width, height), title, text = size_of(pixels), title_of(pixels), one_of(rng, words.TWOS)
    high = min(max(title.height * between(rng, 0.9, 1.3), width * 0.08), width * 0.22)
    mask = fitted_mask(text, one_of(rng, TITLE_FACES), (width * 0.24, high))
    right = title.x + title.width + mask.shape[1] * 0.75
    middle = (right, title.y + title.height / 2)
    if right + mask.shape[1] / 2 > width * 0.98:
        below = title.y + title.height + mask.shape[0] * 0.75
        above = title.y - mask.shape[0] * 0.75
        middle = (title.x + title.width / 2, below if below + mask.shape[0] / 2 < height * 0.98 else above)
    taken = Box(round(middle[0] - mask.shape[1] / 2), round(middle[1] - high / 2), mask.shape[1], round(high))
    if any(taken.intersection(line) > 0.3 * taken.area for line in text_lines(pixels) if line != title):
        middle = calm_place(pixels, (mask.shape[1], mask.shape[0]), (0.5, 0.95), rng, middle=False)
    bright = one_of(rng, (own_colour(pixels, title), (225, 30, 36), (255, 208, 48)))
    made, box = set_words(pixels, mask, middle, rng, bright)
    return Attacked(made, (box,), text)


def small_two(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A number of about 6 % of the poster's width by the title's end, like an exponent."""
    (width, _), title, text = size_of(pixels), title_of(pixels), one_of(rng, ("2", "2", "3", "II", "III", "4"))
    mask = fitted_mask(text, one_of(rng, TITLE_FACES), (width * 0.066, width * between(rng, 0.07, 0.085)))
    middle = (title.x + title.width + mask.shape[1] * 0.8, title.y + title.height * between(rng, 0.1, 0.9))
    made, box = set_words(pixels, mask, middle, rng, own_colour(pixels, title))
    return Attacked(made, (box,), text)


def part_line(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A second line to the title, close under or over it."""
    (width, height), title, text = size_of(pixels), title_of(pixels), one_of(rng, words.PART_LINES)
    high = width * between(rng, 0.04, 0.07)
    mask = fitted_mask(
        text, one_of(rng, TITLE_FACES), (max(width * 0.4, title.width * 0.9), high), one_of(rng, (0.0, 0.15))
    )
    below = title.y + title.height + mask.shape[0] * 0.9
    y = below if below + mask.shape[0] < height else title.y - mask.shape[0] * 0.9
    made, box = set_words(pixels, mask, (title.x + title.width / 2, y), rng, own_colour(pixels, title))
    return Attacked(made, (box,), text)


def part_ribbon(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The line on a coloured plate near the title."""
    (width, _), title, text = size_of(pixels), title_of(pixels), one_of(rng, words.PART_LINES)
    mask = fitted_mask(text, one_of(rng, TITLE_FACES), (width * 0.5, width * between(rng, 0.035, 0.055)))
    ground = part_of(pixels, title).mean(axis=(0, 1))
    fills = ((190, 16, 24), (16, 16, 18), (240, 190, 30), (245, 245, 245), (20, 60, 140))
    fill = one_of(rng, sorted(fills, key=lambda ink: -float(np.abs(ground - np.asarray(ink)).mean()))[:3])
    layer = plated(mask, (255, 255, 255) if sum(fill) < 360 else (12, 12, 12), (*fill, 255), one_of(rng, (0.0, 0.12)))
    made, box = lay_middle(pixels, layer, title.x + title.width / 2, title.y - layer.shape[0] * 0.55)
    return Attacked(made, (box,), text)


Rows = tuple[float, float]


def added(name: str, texts: Sequence[str], most: Rows, highs: Rows, places: Sequence[Rows]) -> AttackFunction:
    """A line in a calm place. most, highs: widths and heights in poster widths; places: heights it may stand at."""

    def add(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
        width, text = min(size_of(pixels)[0], size_of(pixels)[1] * 1.1), one_of(rng, texts)
        room = (width * between(rng, *most), width * between(rng, *highs))
        mask = fitted_mask(
            text, one_of(rng, TITLE_FACES), room, one_of(rng, (0.0, 0.0, 0.12, 0.3)), between(rng, 0.75, 1.1)
        )
        spot = calm_place(pixels, (mask.shape[1], mask.shape[0]), one_of(rng, places), rng)
        made, box = set_words(pixels, mask, spot, rng)
        return Attacked(made, (box,), text)

    add.__name__ = name
    return add


ENDS = ((0.03, 0.16), (0.84, 0.97))
release_date = added("release_date", words.DATES, (0.5, 0.7), (0.04, 0.06), ENDS)
service_name = added("service_name", words.SERVICES, (0.4, 0.6), (0.045, 0.075), ENDS)
claim = added("claim", words.CLAIMS, (0.6, 0.8), (0.038, 0.055), ((0.04, 0.96),))
tagline = added("tagline", words.TAGLINES, (0.7, 0.85), (0.036, 0.048), ((0.05, 0.75),))
actor_added = added("actor_added", words.ACTORS, (0.5, 0.75), (0.038, 0.055), ((0.03, 0.2),))


def credit_of(pixels: Pixels) -> Box:
    """A line of names in the upper part, or where one might be."""
    width, height = size_of(pixels)
    lines = [box for box in text_lines(pixels) if box.height < width * 0.08 and box.y < height * 0.45]
    return lines[0] if lines else Box(int(width * 0.25), int(height * 0.035), int(width * 0.5), int(width * 0.06))


def replaced(name: str, texts: Sequence[str], find: Callable[[Pixels], Box], plate: bool) -> AttackFunction:
    """Other words where old ones were, those painted out from round them or under a plate of the ground's colour."""

    def replace(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
        (width, height), old, text = size_of(pixels), find(pixels), one_of(rng, texts)
        edge = round(width * 0.012)
        left, top = max(0, old.x - edge), max(0, old.y - edge)
        hole = Box(left, top, min(width - left, old.width + 2 * edge), min(height - top, old.height + 2 * edge))
        made = pixels.copy() if plate else painted_over(pixels, hole, rng)
        if plate:
            part_of(made, hole)[:] = np.median(part_of(pixels, hole).reshape(-1, 3), axis=0).astype(np.uint8)
        room = (max(hole.width * 0.94, width * 0.3), max(old.height * 0.95, width * 0.04))
        mask = fitted_mask(text, one_of(rng, TITLE_FACES), room, 0.0, between(rng, 0.7, 1.0))
        middle = (hole.x + hole.width / 2, hole.y + hole.height / 2)
        made, box = set_words(made, mask, middle, rng, own_colour(pixels, old))
        return Attacked(made, (surround((hole, box)),), text)

    replace.__name__ = name
    return replace


retitled = replaced("retitled", words.TITLES, title_of, plate=False)
retitled_on_plate = replaced("retitled_on_plate", words.TITLES, title_of, plate=True)
credit_replaced = replaced("credit_replaced", words.ACTORS, credit_of, plate=False)
