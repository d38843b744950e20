"""Edits: the title or a word of it taken out, replaced, recoloured."""

from itertools import pairwise

import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.tenth.draw import Sheet
from benchmarks.attacks.tenth.fill import legible, remove_box, set_in
from benchmarks.attacks.tenth.find import ink_of, title_place
from benchmarks.attacks.tenth.masks import Rng, blurred
from benchmarks.attacks.values import Attacked, OtherPosters

TITLES = (
    "MIDNIGHT RIVER",
    "THE LAST WITNESS",
    "IRON HARVEST",
    "GHOST SIGNAL",
    "SUMMER OF LIES",
    "ZERO HOUR",
    "THE ORCHARD",
)
WORDS = ("BLOOD", "SHADOW", "RETURN", "PARIS", "WOLF", "KINGS", "FOREVER", "TACOS")


def title_replaced(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """The title taken out and another set in its place and colour."""
    sheet, title = Sheet(picture), title_place(picture)
    _, colour = ink_of(picture, title)
    remove_box(sheet, title, rng)
    words = one_of(rng, TITLES)
    set_in(sheet, words, title, legible(sheet, title, colour), rng)
    return sheet.edited(words)


def _word_of(picture: Pixels, title: Box, rng: Rng) -> Box:
    """One word of the title: what lies between its widest gaps; a part of it when there are none."""
    ink, _ = ink_of(picture, title)
    empty = np.flatnonzero(blurred(ink.mean(axis=0)[None], 0.06 * title.height)[0] < 0.06)
    runs = [run for run in np.split(empty, np.flatnonzero(np.diff(empty) > 1) + 1) if len(run) > 0.14 * title.height]
    cuts = [0, *(int(run.mean()) for run in runs), title.width]
    words = [(a, b) for a, b in pairwise(cuts) if b - a > 0.16 * title.width]
    if len(words) < 2:
        start = round(title.width * one_of(rng, (0.0, 0.45)))
        words = [(start, start + round(0.55 * title.width))]
    a, b = one_of(rng, words)
    return Box(title.x + a, title.y, b - a, title.height)


def title_word_replaced(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """One word of the title taken out and another set there."""
    sheet, title = Sheet(picture), title_place(picture)
    place = _word_of(picture, title, rng)
    _, colour = ink_of(picture, place)
    remove_box(sheet, place, rng)
    words = one_of(rng, WORDS)
    set_in(sheet, words, place, legible(sheet, place, colour), rng)
    return sheet.edited(words)


def title_word_removed(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """One word of the title taken out, or all of a short one."""
    sheet, title = Sheet(picture), title_place(picture)
    remove_box(sheet, _word_of(picture, title, rng), rng)
    return sheet.edited()


def title_recoloured(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """The title's letters in another strong colour."""
    sheet, title = Sheet(picture), title_place(picture)
    ink, old = ink_of(picture, title)
    paints = ((228, 28, 36), (30, 120, 240), (250, 206, 30), (40, 190, 80), (240, 90, 190), (250, 250, 250))
    far = tuple(paint for paint in paints if np.abs(np.subtract(paint, old)).max() > 110)
    part = picture[title.y : title.y + title.height, title.x : title.x + title.width].astype(np.float32)
    own = part.mean(axis=2, keepdims=True) / max(1.0, float(np.mean(old)))
    # As yellow on yellow would not be read, only the clearer half of them.
    far = tuple(sorted(far, key=lambda each: sheet.lost(title.x, title.y, title.width, title.height, each)))
    colour = np.asarray(one_of(rng, far[: max(2, len(far) // 2)]), np.float32)
    sheet.lay(blurred(ink, 0.5), title.x, title.y, np.clip(colour * np.clip(own, 0.75, 1.15), 0, 255))
    return sheet.edited()
