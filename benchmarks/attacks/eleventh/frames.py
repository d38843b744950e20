"""Posters set into something larger: stories, posts, chats, app pages, borders."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.eleventh import phrases, tones
from benchmarks.attacks.eleventh.draw import Sheet, blurred, lay, lay_mid, resized, text_width
from benchmarks.attacks.eleventh.emoji import FACES, THINGS, drawn, heart_points, star_points
from benchmarks.attacks.eleventh.luck import (
    Colour,
    any_face,
    bold_face,
    bright_colour,
    file_kind,
    light_face,
    likely,
    readable_on,
)
from benchmarks.attacks.eleventh.move import plain_ground, scaling, set_in
from benchmarks.attacks.values import Attacked, OtherPosters


def _page(rng: np.random.Generator) -> tuple[Colour, Colour]:
    ground: Colour = one_of(rng, ((255, 255, 255), (18, 18, 20), (245, 245, 247), (21, 32, 43), (10, 14, 28)))
    return ground, readable_on(ground)


def _lines(sheet: Sheet, x: float, y: float, widths: tuple[float, ...], step: float, ink: Colour) -> None:
    for number, width in enumerate(widths):
        sheet.slab(x, y + number * step, width, step * 0.45, (*ink, 150), round_by=step * 0.2)


def story(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A phone story: the poster on its own blur or on colour, with a caption and perhaps an emoji."""
    wide = int(picture.shape[1] * between(rng, 1.1, 1.5))
    high = int(wide * between(rng, 1.7, 2.1))
    own = tones.tinted(blurred(resized(picture, wide // 6, high // 6), 4), *([between(rng, 0.5, 0.9)] * 3))
    ground = resized(own, wide, high) if likely(rng, 0.55) else plain_ground(wide, high, rng)
    across = between(rng, 0.6, 0.88) * wide
    down = min(across * picture.shape[0] / picture.shape[1], 0.8 * high)
    across = down * picture.shape[1] / picture.shape[0]
    y = int(between(rng, 0.4, 0.6) * (high - down))
    place = set_in(ground, picture, Box(int((wide - across) / 2), y, int(across), int(down)))
    words, face = one_of(rng, (*phrases.CAPTIONS, *phrases.REMARKS)), any_face(rng)
    size = min(between(rng, 0.05, 0.08) * wide, 0.9 * wide / text_width(words, face, 100) * 100)
    sheet = Sheet(wide, size * 2)
    ink = readable_on(tuple(int(n) for n in ground[4, wide // 2])[:3])  # type: ignore[arg-type]
    sheet.write(words, wide / 2, size, size, ink, face)
    lay(ground, sheet.done(), 0, y - 2 * size if likely(rng, 0.5) else y + down + 0.3 * size)
    if likely(rng, 0.5):
        emoji = drawn(one_of(rng, (*FACES, *THINGS)), 0.14 * wide, rng)
        lay_mid(ground, emoji, between(rng, 0.2, 0.8) * wide, y + down)
    sheet = Sheet(wide, wide * 0.14, wide)
    for number in range(3):
        sheet.slab(0.02 + number * 0.325, 0.015, 0.31, 0.006, (*ink, 200 if number < 2 else 90))
    sheet.disc(0.07, 0.075, 0.035, bright_colour(rng))
    sheet.write(one_of(rng, phrases.HANDLES)[1:], 0.13, 0.075, 0.032, ink, face, "lm")
    lay(ground, sheet.done(), 0, 0)
    return Attacked(ground, (), words, place, file_kind(rng))


def app_page(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A screenshot of a film app: the poster about a third of the width, title and text beside it."""
    across = picture.shape[1]
    wide = int(across / between(rng, 0.28, 0.42))
    shrink = min(1.0, 1500 / wide)
    wide, across = int(wide * shrink), int(across * shrink)
    down = int(across * picture.shape[0] / picture.shape[1])
    high = int(max(down * 1.5, wide * between(rng, 1.3, 1.9)))
    colour, ink = _page(rng)
    ground = np.full((high, wide, 3), colour, np.uint8)
    sheet, left = Sheet(wide, high, wide), likely(rng, 0.75)
    top = between(rng, 0.12, 0.3)
    accent = bright_colour(rng)
    tall, part = high / wide, down / wide
    sheet.slab(0, 0, 1, top - 0.06, one_of(rng, (accent, colour, (40, 40, 48))))
    sheet.write("9:41", 0.06, 0.025, 0.026, ink, bold_face(rng), "lm")
    text = 0.05 + across / wide + 0.04 if left else 0.05
    sheet.write(one_of(rng, phrases.TITLES).title(), text, top + 0.03, 0.042, ink, bold_face(rng), "lm")
    _lines(sheet, text, top + 0.08, (0.3, 0.42, 0.36, 0.2), 0.034, ink)
    for star in range(5):
        sheet.shape(star_points(text + 0.02 + star * 0.045, top + 0.25, 0.02), (250, 190, 40))
    sheet.slab(text, top + 0.3, 0.3, 0.065, accent, round_by=0.03)
    sheet.write("Watchlist", text + 0.15, top + 0.332, 0.03, readable_on(accent), light_face(rng))
    widths = tuple(between(rng, 0.5, 0.9) for _ in range(9))
    _lines(sheet, 0.05, top + part + 0.05, widths, 0.04, ink)
    sheet.slab(0, tall - 0.1, 1, 0.1, (*accent, 40))
    for icon in range(4):
        sheet.disc(0.125 + icon * 0.25, tall - 0.05, 0.02, ink, ring=0.005)
    lay(ground, sheet.done(), 0, 0)
    x = int(0.05 * wide) if left else int(0.95 * wide) - across
    place = set_in(ground, picture, Box(x, int(top * wide), across, down))
    return Attacked(ground, (), f"{across / wide:.2f} of the width", place, file_kind(rng))


def feed_post(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A post in a feed: name above, hearts and a caption below, the poster cut to the feed's shape."""
    wide, colours = picture.shape[1], _page(rng)
    kept = min(picture.shape[0], int(wide * one_of(rng, (1.0, 1.25, 1.6))))
    cut_off = int(between(rng, 0, 1) * (picture.shape[0] - kept))
    above, below = int(0.15 * wide), int(between(rng, 0.25, 0.45) * wide)
    ground = np.full((above + kept + below, wide, 3), colours[0], np.uint8)
    ground[above : above + kept] = picture[cut_off : cut_off + kept]
    head, foot, ink, face = Sheet(wide, above, wide), Sheet(wide, below, wide), colours[1], light_face(rng)
    head.disc(0.08, 0.075, 0.045, bright_colour(rng))
    head.write(one_of(rng, phrases.HANDLES)[1:], 0.15, 0.055, 0.036, ink, bold_face(rng), "lm")
    head.write("Sponsored" if likely(rng, 0.3) else "2 h", 0.15, 0.1, 0.028, (130, 130, 136), face, "lm")
    for dot in range(3):
        head.disc(0.9 + dot * 0.025, 0.075, 0.007, ink)
    foot.shape(heart_points(0.08, 0.06, 0.035), (230, 40, 60) if likely(rng, 0.5) else (140, 140, 146))
    foot.disc(0.19, 0.058, 0.03, ink, ring=0.007)
    foot.shape([(0.27, 0.03), (0.34, 0.055), (0.27, 0.09), (0.29, 0.06)], ink)
    foot.write(f"{int(rng.integers(12, 9999))} likes", 0.045, 0.13, 0.034, ink, bold_face(rng), "lm")
    foot.write(one_of(rng, phrases.CAPTIONS), 0.045, 0.18, 0.034, ink, face, "lm")
    lay(ground, head.done(), 0, 0)
    lay(ground, foot.done(), 0, above + kept)
    place = scaling(1, 1, 0, above - cut_off)
    return Attacked(ground, (), f"{kept / wide:.2f}", place, file_kind(rng), shown=Box(0, above, wide, kept))


def border(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A border all around: instant photo, double line, colour; sometimes with a line of writing below."""
    high, wide = picture.shape[:2]
    rim = int(between(rng, 0.02, 0.1) * wide)
    foot = int(rim * between(rng, 2, 4)) if likely(rng, 0.4) else rim
    ink = one_of(rng, ((250, 249, 244), (12, 12, 12), bright_colour(rng, 0.5, 0.8)))
    way = cv2.BORDER_CONSTANT
    result = np.array(cv2.copyMakeBorder(picture, rim, foot, rim, rim, way, value=ink), np.uint8)
    sheet, other = Sheet(wide + 2 * rim, high + rim + foot), readable_on(ink)
    if foot > rim:
        sheet.write(
            one_of(rng, phrases.HANDLES), rim + wide / 2, rim + high + foot / 2, foot * 0.4, other, any_face(rng)
        )
    elif likely(rng, 0.5):
        sheet.frame(rim * 0.4, rim * 0.4, wide + rim * 1.2, high + rim * 1.2, other, max(1, rim * 0.1), 0)
    lay(result, sheet.done(), 0, 0)
    return Attacked(result, (), "", scaling(1, 1, rim, rim), file_kind(rng))
