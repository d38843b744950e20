"""Edits: words, numbers and names that the poster never had."""

import numpy as np
from PIL import Image, ImageDraw

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.fifteenth.layers import WHITE, Ink, ink_for, paste_drawing, set_words
from benchmarks.attacks.fifteenth.lettering import BOLD, PLAIN, Face, Mask, fitted, word_mask
from benchmarks.attacks.fifteenth.places import portion, spot, title_box, title_colour
from benchmarks.attacks.geometry import Colour, size_of
from benchmarks.attacks.values import Attacked, AttackFunction, OtherPosters

Span = tuple[float, float]
BRANDS: tuple[tuple[str, Colour], ...] = (
    ("NETFLIX", (229, 9, 20)), ("HBO MAX", (120, 60, 220)), ("PRIME VIDEO", (0, 168, 225)), ("DISNEY+", (40, 70, 200)),
    ("hulu", (28, 190, 110)), ("A24", WHITE), ("MARVEL STUDIOS", (226, 24, 30)), ("PIXAR", WHITE), ("BLUMHOUSE", WHITE),
)  # fmt: skip
STARS = ("RYAN GOSLING", "ZENDAYA", "KEANU REEVES", "TOM HARDY", "MARGOT ROBBIE", "FLORENCE PUGH", "IDRIS ELBA",
         "JACK BLACK", "ANA DE ARMAS", "PEDRO PASCAL", "EMMA STONE", "WILLEM DAFOE")  # fmt: skip
SEQUELS = ("PART TWO", "SEASON 3", "CHAPTER II", "PART III", "VOLUME 2", "SEASON TWO", "EPISODE IV")
SAGAS = ("THE FINAL CHAPTER", "THE RETURN", "THE BEGINNING", "RELOADED", "THE REVENGE", "RESURRECTION")
DATES = ("COMING DECEMBER 25", "IN THEATERS JULY 2026", "IN CINEMAS MAY 1", "COMING SOON", "OCTOBER 31", "SUMMER 2026")
TAGLINES = ("Some secrets never die.", "This time, it's personal.", "Trust no one.", "Every lie has a price.",
            "EVIL IS COMING HOME", "Love finds a way.", "THE HUNT BEGINS", "One night changes everything.")  # fmt: skip


def number_by_title(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A number beside or under the title, about as high as the title."""
    size = max(30.0, min(title_box(pixels).height * 1.5, pixels.shape[0] * 0.2))
    return _number(pixels, rng, word_mask(one_of(rng, ("2", "3", "II", "III")), size, one_of(rng, BOLD)))


def small_number(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A number of about 6 % of the poster's width, beside or under the title."""
    text, face, wide = one_of(rng, ("2", "3", "4", "II", "III")), one_of(rng, BOLD), pixels.shape[1] * 0.06
    return _number(pixels, rng, word_mask(text, min(40 * wide / word_mask(text, 40, face).shape[1], wide * 2.2), face))


def _number(pixels: Pixels, rng: np.random.Generator, mask: Mask) -> Attacked:
    title, (width, height), (down, across) = title_box(pixels), size_of(pixels), mask.shape
    gap = max(4, round(width * 0.015))
    x, y = title.x + title.width + gap, title.y + (title.height - down) // 2
    if x + across > width - gap:
        x = title.x - across - gap
    if x < gap or (rng.random() < 0.3 and title.y + title.height + gap + down < height):
        x, y = title.x + (title.width - across) // 2, title.y + title.height + gap
    return _set(pixels, rng, mask, x, y, title_colour(pixels, title))


def _set(pixels: Pixels, rng: np.random.Generator, mask: Mask, x: int, y: int, hue: Colour | None = None) -> Attacked:
    result, (width, height) = pixels.copy(), size_of(pixels)
    x, y = min(max(3, x), width - mask.shape[1] - 3), min(max(3, y), height - mask.shape[0] - 3)
    ink = ink_for(pixels, Box(x, y, mask.shape[1], mask.shape[0]), rng, hue)
    return Attacked(result, (set_words(result, mask, x, y, ink),))


def _calm(pixels: Pixels, across: int, down: int, where: Span) -> Box:
    return spot(pixels, across + 6, down + 6, portion(pixels, 0.03, where[0], 0.97, where[1]), busy=False)


def _line(
    name: str, texts: tuple[str, ...], share: Span, faces: tuple[Face, ...], where: Span | None = None
) -> AttackFunction:

    def attack(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
        (width, height), title = size_of(pixels), title_box(pixels)
        size = max(16.0, between(rng, *share) * min(width, height))
        words = fitted(one_of(rng, texts), size, one_of(rng, faces), width * 0.86)
        if where is not None:
            place = _calm(pixels, words.shape[1], words.shape[0], where)
            return _set(pixels, rng, words, place.x + 3, place.y + 3)
        gap = max(4, round(height * 0.012))
        under = title.y + title.height + gap
        y = under if under + words.shape[0] < height - 3 else title.y - words.shape[0] - gap
        return _set(pixels, rng, words, title.x + (title.width - words.shape[1]) // 2, y, title_colour(pixels, title))

    attack.__name__ = name
    return attack


sequel_line = _line("sequel_line", SEQUELS, (0.07, 0.1), BOLD + PLAIN)
saga_line = _line("saga_line", SAGAS, (0.08, 0.12), BOLD, (0.45, 0.95))
release_date = _line("release_date", DATES, (0.06, 0.085), BOLD + PLAIN, (0.75, 0.99))
lone_year = _line("lone_year", ("2026", "2027", "2028"), (0.11, 0.17), BOLD, (0.02, 0.98))
tagline_added = _line("tagline_added", TAGLINES, (0.058, 0.078), PLAIN, (0.03, 0.97))
actor_name_added = _line("actor_name_added", STARS, (0.068, 0.09), BOLD + PLAIN, (0.01, 0.17))


def brand_name(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A streaming service's or studio's name as lettering, in its colour where that can be read."""
    (name, colour), width = one_of(rng, BRANDS), pixels.shape[1]
    words = fitted(name, 0.12 * width, one_of(rng, BOLD), between(rng, 0.32, 0.48) * width)
    place = _calm(pixels, words.shape[1], words.shape[0], one_of(rng, ((0.01, 0.22), (0.8, 0.99))))
    return _set(pixels, rng, words, place.x + 3, place.y + 3, colour)


def brand_logo(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A streaming service's or studio's name on a drawn plate: a bar, a pill, or one with a sign beside the name."""
    (name, colour), width, shape = one_of(rng, BRANDS), pixels.shape[1], one_of(rng, ("bar", "pill", "sign"))
    words = fitted(name, 0.09 * width, one_of(rng, BOLD), between(rng, 0.28, 0.4) * width)
    pad = round(words.shape[0] * 0.55)
    down = words.shape[0] + 2 * pad
    lead, dark = down if shape == "sign" else 0, (16, 16, 20)
    across = words.shape[1] + 2 * pad + lead
    plate = Image.new("RGBA", (across * 4, down * 4))
    draw, fill = ImageDraw.Draw(plate), dark if lead or colour == WHITE else colour
    draw.rounded_rectangle((0, 0, across * 4 - 1, down * 4 - 1), down * 2 if shape == "pill" else down * 0.3, fill)
    draw.ellipse((down * 0.5, down * 0.5, down * 0.5 + lead * 3, down * 0.5 + lead * 3), colour if lead else None)
    place, result = _calm(pixels, across, down, one_of(rng, ((0.01, 0.2), (0.8, 0.99)))), pixels.copy()
    box = paste_drawing(result, plate.resize((across, down), Image.Resampling.BOX), place.x, place.y)
    set_words(result, words, place.x + pad + lead, place.y + pad, Ink(WHITE))
    return Attacked(result, (box,), f"{name}, {shape}")
