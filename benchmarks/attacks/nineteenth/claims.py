"""Edits: numbers, part lines, dates, taglines and names set on the poster, and titles replaced."""

from collections.abc import Callable, Sequence
from functools import wraps

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import part_of, size_of
from benchmarks.attacks.nineteenth import lettering, words
from benchmarks.attacks.nineteenth.finding import edges, quiet_box, title_of
from benchmarks.attacks.nineteenth.lettering import BLACK, WHITE, Mask, Style, bold_style, fitted, lay, line_style
from benchmarks.attacks.values import Attacked, AttackFunction, OtherPosters

Rng = np.random.Generator
Rows = tuple[float, float]


def edit(paint: Callable[[Pixels, Rng, OtherPosters], Box]) -> AttackFunction:
    """An attack from a function that paints on a copy and says where."""

    @wraps(paint)
    def attack(pixels: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
        canvas = pixels.copy()
        return Attacked(canvas, (paint(canvas, rng, others),))

    return attack


def put(canvas: Pixels, mask: Mask, x: float, y: float, rng: Rng) -> Box:
    """Words where they can be read and wholly inside."""
    x, y = lettering.room_for(canvas, mask, x, y)
    ink, edge = lettering.ink_on(canvas, Box(round(x), round(y), mask.shape[1], mask.shape[0]), rng)
    return lettering.set_words(canvas, mask, x, y, ink, edge)


def quietly(
    name: str, texts: Sequence[str], style: Callable[[Rng], Style], wide: Rows, tall: float, places: Sequence[Rows]
) -> AttackFunction:
    """An edit that sets one of the texts in a calm place, so wide and at most so tall, between two heights."""

    def attack(pixels: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
        canvas, text = pixels.copy(), one_of(rng, texts).replace("{}", one_of(rng, words.NAMES))
        if len(text) > 24 and rng.random() < 0.4:
            text = lettering.wrapped(text, 16)
        share = max(between(rng, *wide), min(0.85, 0.021 * max(len(line) for line in text.split("\n"))))
        mask = fitted(text, style(rng), share * pixels.shape[1], tall * pixels.shape[0])
        place = quiet_box(pixels, mask.shape[1], mask.shape[0], one_of(rng, places), rng)
        return Attacked(canvas, (put(canvas, mask, place.x, place.y, rng),), text.replace("\n", " "))

    attack.__name__ = name
    return attack


def clear(pixels: Pixels, box: Box) -> Pixels:
    """What was in a box painted over from around it."""
    grown = Box(max(0, box.x - 3), max(0, box.y - 3), box.width + 6, box.height + 6)
    factor = max(1.0, max(size_of(pixels)) / 400)
    size = (round(pixels.shape[1] / factor), round(pixels.shape[0] / factor))
    small = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
    mask = np.zeros(small.shape[:2], np.uint8)
    part_of(mask, grown.scaled(1 / factor, 1 / factor))[:] = 255
    filled = cv2.resize(cv2.inpaint(small, mask, 4, cv2.INPAINT_TELEA), size_of(pixels), interpolation=cv2.INTER_CUBIC)
    canvas = pixels.copy()
    part_of(canvas, grown)[:] = part_of(np.asarray(filled, np.uint8), grown)
    return canvas


def number(name: str, low: float, high: float, under: bool) -> AttackFunction:
    """A sequel's number so wide against the poster: under the title's middle, or right of it (else left)."""

    def paint(canvas: Pixels, rng: Rng, others: OtherPosters) -> Box:
        width, title = canvas.shape[1], title_of(canvas)
        mask = fitted(one_of(rng, words.NUMBERS), bold_style(rng), 1.6 * high * width, between(rng, low, high) * width)
        right, left = title.x + title.width + 0.015 * width, title.x - mask.shape[1] - 0.015 * width
        x = right if right + mask.shape[1] < 0.98 * width or left < 0.02 * width else left
        y = title.y + one_of(rng, (0.0, 0.5, 1.0)) * (title.height - mask.shape[0])
        if under:
            x, y = title.x + (title.width - mask.shape[1]) / 2, title.y + title.height + 0.01 * canvas.shape[0]
        return put(canvas, mask, x, y, rng)

    paint.__name__ = name
    return edit(paint)


number_at_title = number("number_at_title", 0.09, 0.2, False)
number_under_title = number("number_under_title", 0.08, 0.15, True)
small_number = number("small_number", 0.06, 0.085, False)


@edit
def part_line(canvas: Pixels, rng: Rng, others: OtherPosters) -> Box:
    """PART TWO and the like under or above the title."""
    (width, height), title = size_of(canvas), title_of(canvas)
    mask = fitted(one_of(rng, words.PARTS), line_style(rng), between(rng, 0.4, 0.7) * width, 0.05 * height)
    low, high = title.y + title.height + 0.012 * height, title.y - mask.shape[0] - 0.012 * height
    return put(canvas, mask, title.x + (title.width - mask.shape[1]) / 2, one_of(rng, (low, low, high)), rng)


@edit
def season_ribbon(canvas: Pixels, rng: Rng, others: OtherPosters) -> Box:
    """A part line on a coloured band right across, as on streaming tiles."""
    width, height = size_of(canvas)
    tall = round(between(rng, 0.05, 0.08) * height)
    band = one_of(rng, ((200, 20, 30), (20, 90, 200), (245, 200, 40), BLACK))
    box = lay(canvas, np.ones((tall, width), np.float32), 0, one_of(rng, (0.02, 0.7, 0.9)) * height, band)
    mask = fitted(one_of(rng, words.PARTS), line_style(rng), 0.8 * width, 0.5 * tall)
    ink = BLACK if sum(band) > 420 else WHITE
    lay(canvas, mask, (width - mask.shape[1]) / 2, box.y + (tall - mask.shape[0]) / 2, ink)
    return box


@edit
def names_replaced(canvas: Pixels, rng: Rng, others: OtherPosters) -> Box:
    """The head's line painted over, two or three other names set there."""
    (width, height), steep = size_of(canvas), edges(canvas)
    rows = cv2.blur((steep > 60).mean(axis=1, keepdims=True), (1, max(3, height // 40))).ravel()
    y = int(0.02 * height) + int(rows[int(0.02 * height) : int(0.16 * height)].argmax())
    box = Box(round(0.08 * width), max(0, y - height // 40), round(0.84 * width), height // 20)
    canvas[:] = clear(canvas, box)
    names = rng.choice(words.NAMES, int(rng.integers(2, 4)), replace=False)
    mask = fitted("    ".join(names), Style(line_style(rng).font, 0.85), box.width, 0.6 * box.height)
    put(canvas, mask, box.x + (box.width - mask.shape[1]) / 2, box.y + (box.height - mask.shape[0]) / 2, rng)
    return box


def title_set(name: str, under: Callable[[Pixels, Box], Pixels]) -> AttackFunction:
    """Another title in the old one's room, after that was hidden."""

    def paint(canvas: Pixels, rng: Rng, others: OtherPosters) -> Box:
        box, text, style = title_of(canvas), one_of(rng, words.TITLES), bold_style(rng)
        canvas[:] = under(canvas, box)
        room = (0.94 * box.width, 0.86 * box.height)
        mask = max((fitted(lines, style, *room) for lines in (text, lettering.wrapped(text, 11))), key=np.size)
        x, y = box.x + (box.width - mask.shape[1]) / 2, box.y + (box.height - mask.shape[0]) / 2
        return box.union(put(canvas, mask, x, y, rng))

    paint.__name__ = name
    return edit(paint)


def _plated(pixels: Pixels, box: Box) -> Pixels:
    canvas = pixels.copy()
    part_of(canvas, box)[:] = np.median(part_of(canvas, box).reshape(-1, 3), axis=0).astype(np.uint8)
    return canvas


title_replaced = title_set("title_replaced", clear)
title_on_plate = title_set("title_on_plate", _plated)
HEAD, UPPER, FOOT = (0.01, 0.4), (0.03, 0.6), (0.75, 0.98)
release_date = quietly("release_date", words.DATES, line_style, (0.35, 0.75), 0.06, ((0.02, 0.2), FOOT, FOOT))
tagline = quietly("tagline", words.TAGLINES, line_style, (0.45, 0.75), 0.08, (UPPER,))
credit_added = quietly("credit_added", words.CREDITS, line_style, (0.4, 0.75), 0.05, (HEAD,))
