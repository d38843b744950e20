"""Edits: words, numbers and names added or replaced."""

import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import part_of, size_of
from benchmarks.attacks.thirteenth import layers
from benchmarks.attacks.thirteenth.lettering import BLACK, BOLD, INKS, PLAIN, WHITE, Style, fit, write
from benchmarks.attacks.thirteenth.places import detail, quiet_box, sums, title_box, title_colour
from benchmarks.attacks.values import Attacked, OtherPosters

NUMBERS = ("2", "2", "3", "II", "III")
SEQUELS = ("PART TWO", "SEASON 3", "CHAPTER II", "THE FINAL CHAPTER", "THE RETURN", "PART III", "RELOADED")
DATES = ("COMING DECEMBER 25", "IN THEATERS JULY 2026", "2027", "IN CINEMAS MARCH 14", "SUMMER 2027")
BRANDS = ("NETFLIX", "HBO MAX", "PRIME VIDEO", "A24", "MARVEL STUDIOS", "DISNEY+", "HULU", "A NETFLIX SERIES")
NAMES = ("TOM HOLLAND", "ZENDAYA", "RYAN GOSLING", "MARGOT ROBBIE", "KEANU REEVES", "EMMA STONE", "A FILM BY JANE DOE")
TAGLINES = ("This time it is personal", "Some secrets never die", "The end is only the beginning")
TITLES = ("MIDNIGHT ROAD", "THE LAST DAWN", "BROKEN CROWN", "SHADOW CITY", "BANANA WARS", "MY COUSIN STEVE")


def added(pixels: Pixels, rng: np.random.Generator, text: str, box: Box, faces: tuple[str, ...] = BOLD) -> Attacked:
    """Words in a box, in the title's colour where they stand near it and can be read in it."""
    title = title_box(pixels)
    wish = title_colour(pixels, title) if title.gap(box) < title.height else None
    result, change = write(pixels, rng, text, box, one_of(rng, faces), wish)
    return Attacked(result, (change,), text)


def room(pixels: Pixels, rng: np.random.Generator, wide: float, tall: float, top: float, bottom: float) -> Box:
    """Quiet ground of a share of the width and the height between two heights, off the title and not at the edge."""
    width, height = size_of(pixels)
    rim = round(0.035 * width)
    region = Box(rim, round(top * height), width - 2 * rim, round((bottom - top) * height))
    size = round(wide * width), round(tall * max(height, 1.25 * width))
    return quiet_box(pixels, *size, region, title_box(pixels))


def beside_title(pixels: Pixels, wide: int, tall: int, beside: bool) -> Box:
    """At the title's right where it is wished and there is room, else the quietest place right under or above it."""
    width, height = size_of(pixels)
    title, gap, rim = title_box(pixels), max(3, tall // 6), round(0.03 * width)
    right, foot = title.x + title.width, title.y + title.height
    if beside and right + gap + wide < width - rim:
        return Box(right + gap, max(rim, title.y + (title.height - tall) // 2), wide, tall)
    lefts = [min(max(rim, x), width - wide - rim) for x in (title.x, title.x + (title.width - wide) // 2, right - wide)]
    tops = [y for y in (foot + gap, title.y - gap - tall) if rim <= y < height - rim - tall] or [rim]
    busy = detail(pixels)
    return min((Box(x, y, wide, tall) for y in tops for x in lefts), key=lambda box: float(part_of(busy, box).mean()))


def number_by_title(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A number as high as the title beside or under it."""
    height, width, text = *pixels.shape[:2], one_of(rng, NUMBERS)
    tall = round(min(max(title_box(pixels).height, 0.06 * height), 0.13 * height, 0.2 * width))
    return added(pixels, rng, text, beside_title(pixels, round(tall * (0.5 + 0.4 * len(text))), tall, True))


def small_number(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A number about 6 % as wide as the poster, near the title."""
    wide = max(14, round(0.065 * pixels.shape[1]))
    box = beside_title(pixels, wide, round(wide * 1.3), rng.random() < 0.7)
    return added(pixels, rng, one_of(rng, NUMBERS[:4]), box)


def sequel_line(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """PART TWO and the like under the title, or above it."""
    width, height = size_of(pixels)
    wide = round(min(max(title_box(pixels).width * between(rng, 0.6, 0.9), 0.4 * width), 0.85 * width))
    box = beside_title(pixels, wide, round(between(rng, 0.04, 0.055) * max(height, 1.25 * width)), False)
    return added(pixels, rng, one_of(rng, SEQUELS), box)


def release_date(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A date in the lower part."""
    return added(pixels, rng, one_of(rng, DATES), room(pixels, rng, between(rng, 0.4, 0.65), 0.045, 0.6, 0.985))


def brand_lettering(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A streaming service or a studio as plain lettering, at the top or the foot."""
    top, bottom = one_of(rng, ((0.015, 0.25), (0.75, 0.985)))
    return added(pixels, rng, one_of(rng, BRANDS), room(pixels, rng, between(rng, 0.35, 0.55), 0.05, top, bottom))


def brand_logo(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A drawn plate with the name on it, in a quiet corner."""
    text, colour = one_of(rng, BRANDS[:7]), one_of(rng, (INKS[4], (20, 20, 20), (20, 60, 170), WHITE, (110, 40, 170)))
    box = room(pixels, rng, between(rng, 0.24, 0.36), 0.06, *one_of(rng, ((0.015, 0.3), (0.7, 0.985))))
    plate = (one_of(rng, ("rectangle", "rounded_rectangle")), ((0, 0), (1, 1)), colour)
    inner = Box(box.x + box.width // 8, box.y + box.height // 4, box.width * 3 // 4, box.height // 2)
    pixels = layers.lay(pixels, layers.layer(box.width, box.height, [plate]), box.x, box.y)
    letters, x, y = fit(text, Style(one_of(rng, BOLD), BLACK if colour == WHITE else WHITE), inner)
    return Attacked(layers.lay(pixels, letters, x, y), (box,), text)


def name_on_top(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Another name at the top: added on quiet ground, or in place of the busiest strip, which is painted over."""
    width, height = size_of(pixels)
    if rng.random() < 0.5:
        box = room(pixels, rng, between(rng, 0.35, 0.55), 0.04, 0.015, 0.3)
        return added(pixels, rng, one_of(rng, NAMES), box, (*BOLD, *PLAIN))
    wide, tall = round(between(rng, 0.42, 0.6) * width), round(0.05 * max(height, 1.25 * width))
    busy = detail(pixels)
    part_of(busy, title_box(pixels))[:] = 0
    strip = sums(busy[: max(tall + 4, round(0.2 * height))], wide, tall)
    y, x = np.unravel_index(int(strip.argmax()), strip.shape)
    box = Box(int(x), int(y), wide, tall)
    inner = Box(box.x + wide // 20, box.y + tall // 8, wide * 9 // 10, tall * 3 // 4)
    painted = layers.painted_over(pixels, layers.rectangle(pixels, box))
    result, _ = write(painted, rng, one_of(rng, NAMES), inner, one_of(rng, BOLD))
    return Attacked(result, (box,))


def tagline_added(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A sentence on quiet ground."""
    box = room(pixels, rng, between(rng, 0.65, 0.85), 0.045, 0.04, 0.96)
    return added(pixels, rng, one_of(rng, TAGLINES), box, PLAIN)


def retitled(pixels: Pixels, rng: np.random.Generator, painted: Pixels, box: Box) -> Attacked:
    """Another title on ground that was made ready for it."""
    text, rim = one_of(rng, TITLES), max(2, box.height // 10)
    inner = Box(box.x + rim, box.y + rim, box.width - 2 * rim, box.height - 2 * rim)
    result, new = write(painted, rng, text, inner, one_of(rng, BOLD), title_colour(pixels, title_box(pixels)))
    return Attacked(result, (box.union(new),), text)


def title_ground(pixels: Pixels) -> Box:
    """The title with a rim round it, at least half as wide as the poster."""
    (width, height), title = size_of(pixels), title_box(pixels)
    wide = min(max(title.width + 0.06 * width, 0.5 * width), 0.98 * width)
    tall = min(max(title.height * 1.35, 0.075 * height), 0.25 * height)
    x = min(max(0.01 * width, title.x + title.width / 2 - wide / 2), 0.99 * width - wide)
    y = min(max(0, title.y + title.height / 2 - tall / 2), height - tall)
    return Box(round(x), round(y), round(wide), round(tall))


def title_repainted(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The title painted over from round about, another one in its place."""
    box = title_ground(pixels)
    return retitled(pixels, rng, layers.painted_over(pixels, layers.rectangle(pixels, box)), box)


def title_on_plate(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A plate over the title, or a soft-edged band of the ground's colour across the poster; another title on it."""
    box, soft = title_ground(pixels), rng.random() < 0.5
    box = Box(0, box.y, pixels.shape[1], box.height) if soft else box
    share = layers.feather(layers.rectangle(pixels, box), box.height * 0.06 if soft else 0)
    ground = layers.median_colour(part_of(pixels, box))
    colour = ground if soft else one_of(rng, (BLACK, WHITE, ground, INKS[4], INKS[8]))
    painted = layers.blend(pixels, np.full_like(pixels, colour), share)
    return retitled(pixels, rng, painted, layers.mask_box(share, 0.08))
