"""Names, taglines, credits, logos and awards that were not there, or no longer are."""

import numpy as np
from PIL import ImageDraw

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import part_of, size_of
from benchmarks.attacks.twelfth import wording
from benchmarks.attacks.twelfth.colours import BLACK, VIVID, WHITE, Colour, light_of
from benchmarks.attacks.twelfth.erase import cloned_over, without_words
from benchmarks.attacks.twelfth.find import calm_box
from benchmarks.attacks.twelfth.pixels import Floats, lay
from benchmarks.attacks.twelfth.places import cut_box, edited
from benchmarks.attacks.twelfth.shapes import disc, polygon, rounded, shape
from benchmarks.attacks.twelfth.textlines import small_line
from benchmarks.attacks.twelfth.write import Hand, app_hand, poster_hand, readable, set_words, words_high, written
from benchmarks.attacks.values import Attacked, OtherPosters


def _logo(picture: Pixels, words: str, x: float, y: float, wide: float, rng: np.random.Generator) -> Pixels:
    """A logo: the name on a plate, alone, or beside a simple mark."""
    ink = words_high(words, app_hand(rng), 0.24 * wide, wide * between(rng, 0.65, 0.8))
    high, kind, colour = ink.shape[0], int(rng.integers(3)), one_of(rng, VIVID)
    place = cut_box(x, y, wide, 1.6 * high, picture)
    if kind == 0:
        plate = rounded(ink.shape[1] + 1.4 * high, 2 * high, one_of(rng, (0.0, 0.15, 0.5)))
        picture = lay(picture, colour, plate, x, y)
        return set_words(picture, ink, x + 0.7 * high, y + 0.5 * high, WHITE)
    ink_colour = readable(picture, place, one_of(rng, (WHITE, colour)))
    if kind == 1:
        return set_words(picture, ink, x, y, ink_colour, shadow=between(rng, 0, 0.7))
    marks = (disc(1.4 * high, 1.4 * high), polygon(1.4 * high, 1.4 * high, ((0.5, 0), (1, 0.9), (0, 0.9))))
    picture = lay(picture, colour, one_of(rng, marks), x, y)
    return set_words(picture, ink, x + 1.7 * high, y + 0.2 * high, ink_colour)


def service_added(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A streaming service's logo put into a corner or the middle of an edge."""
    width, height = size_of(picture)
    words, wide = one_of(rng, wording.SERVICES), between(rng, 0.16, 0.38) * width
    x = one_of(rng, (0.03 * width, 0.97 * width - wide, (width - wide) / 2))
    y = one_of(rng, (0.02, 0.88)) * height
    return edited(picture, _logo(picture, words, x, y, wide, rng), words)


def studio_replaced(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A corner of the bottom cloned over, and a studio's logo set there."""
    width, height = size_of(picture)
    wide, words = between(rng, 0.2, 0.34) * width, one_of(rng, wording.STUDIOS)
    box = cut_box(
        one_of(rng, (0.03, 0.35, 0.62)) * width, between(rng, 0.87, 0.91) * height, wide, 0.35 * wide, picture
    )
    bare = cloned_over(picture, box)
    return edited(picture, _logo(bare, words, box.x + 0.05 * wide, box.y + 0.05 * wide, 0.9 * wide, rng), words)


def logo_removed(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A logo or a small line taken off; a piece of the middle healed away where none can be seen."""
    line = small_line(picture, rng)
    after = without_words(picture, line, rng)
    if float(np.abs(part_of(picture, line.box).astype(np.float32) - part_of(after, line.box)).mean()) < 12:
        width, height = size_of(picture)
        box = cut_box(0.3 * width, between(rng, 0.4, 0.6) * height, 0.3 * width, 0.12 * width, picture)
        after = cloned_over(picture, box)
    return edited(picture, after, "taken off")


def _renewed(picture: Pixels, words: str, rng: np.random.Generator) -> Attacked:
    """A small line taken off and other words in its place, about as large."""
    line = small_line(picture, rng)
    bare = without_words(picture, line, rng)
    high = max(0.013 * picture.shape[0], line.box.height * between(rng, 0.9, 1.2))
    box = cut_box(line.box.x, line.box.y, max(line.box.width, 0.2 * picture.shape[1]), high, picture)
    return edited(picture, written(bare, words, box, line.colour, rng), words)


def _added(picture: Pixels, words: str, rng: np.random.Generator, within: Box) -> Attacked:
    """Words set into a calm place, in the colour of a small line."""
    width, height = size_of(picture)
    wide, high = between(rng, 0.32, 0.7) * width, between(rng, 0.018, 0.032) * height
    box = calm_box(picture, wide, high, rng, within)
    return edited(picture, written(picture, words, box, small_line(picture, rng).colour, rng), words)


def name_changed(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """An actor's name replaced by another."""
    return _renewed(picture, one_of(rng, wording.NAMES), rng)


def tagline_replaced(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A tagline replaced."""
    return _renewed(picture, wording.like(one_of(rng, wording.TAGLINES), rng), rng)


def name_added(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """An actor added who is not in it, in the upper part."""
    width, height = size_of(picture)
    return _added(picture, one_of(rng, wording.NAMES), rng, Box(0, 0, width, height // 2))


def tagline_added(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A tagline set into a calm place."""
    return _added(picture, wording.like(one_of(rng, wording.TAGLINES), rng), rng, Box(0, 0, *size_of(picture)))


def credits_changed(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The credits at the bottom cloned over and set anew with other names."""
    width, height = size_of(picture)
    rows, high = int(rng.integers(2, 5)), max(5.0, between(rng, 0.011, 0.016) * height)
    wide, top = between(rng, 0.6, 0.85) * width, between(rng, 0.88, 0.91) * height
    block = cut_box((width - wide) / 2, top, wide, 1.5 * high * rows, picture)
    after = cloned_over(picture, block)
    hand: Hand = poster_hand(rng)
    jobs = ("directed by", "produced by", "written by", "music by", "starring", "edited by")
    for row in range(rows):
        words = " ".join(f"{one_of(rng, jobs)} {one_of(rng, wording.NAMES)}" for _ in range(3))
        line = cut_box(block.x, block.y + (0.25 + 1.5 * row) * high, wide, high, picture)
        after = written(after, words, line, (170, 170, 170), rng, hand)
    return edited(picture, after, f"{rows} rows", within=(block,))


def _laurel(width: float, height: float) -> Floats:
    """Two branches of leaves, open at the top."""
    turns = np.linspace(0.15 * np.pi, 0.85 * np.pi, 9)
    points = [(0.5 + side * 0.42 * np.sin(t), 0.5 + 0.42 * np.cos(t)) for t in turns for side in (-1, 1)]

    def leaves(draw: ImageDraw.ImageDraw, w: float, h: float) -> None:
        for x, y in points:
            draw.ellipse(((x - 0.055) * w, (y - 0.077) * h, (x + 0.055) * w, (y + 0.077) * h), fill=255)

    return shape(width, height, leaves)


def laurels(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """One to three festival laurels that were never won."""
    width, height = size_of(picture)
    count, size = int(rng.integers(1, 4)), between(rng, 0.16, 0.24) * width
    row = calm_box(picture, count * 1.1 * size, 0.72 * size, rng, Box(0, 0, width, round(0.9 * height)))
    ground = light_of(np.median(part_of(picture, row).reshape(-1, 3), axis=0))
    colour: Colour = BLACK if ground > 140 else one_of(rng, (WHITE, (225, 190, 90)))
    after, hand = picture, app_hand(rng)
    places: list[Box] = []
    for k in range(count):
        x = row.x + 1.1 * k * size
        after = lay(after, colour, _laurel(size, 0.72 * size), x, row.y)
        for y, words in (
            (0.2, one_of(rng, ("WINNER", "OFFICIAL SELECTION", "BEST FILM"))),
            (0.36, one_of(rng, wording.FESTIVALS)),
        ):
            ink = words_high(words, hand, 0.1 * size, 0.6 * size)
            after = set_words(after, ink, x + (size - ink.shape[1]) / 2, row.y + y * size, colour)
        places.append(cut_box(x - 1, row.y - 1, size + 2, 0.72 * size + 2, picture))
    return edited(picture, after, f"{count} laurels", within=places)
