"""A poster on a screen, on a wall, in a story or between bars."""

import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import size_of
from benchmarks.attacks.paint import to_uint8
from benchmarks.attacks.twelfth import wording
from benchmarks.attacks.twelfth.colours import VIVID, WHITE, Colour, light_of
from benchmarks.attacks.twelfth.copies import fine_grain, toned
from benchmarks.attacks.twelfth.moved import aslant, warped
from benchmarks.attacks.twelfth.pixels import lay, resized, softened
from benchmarks.attacks.twelfth.places import scaled_and_moved
from benchmarks.attacks.twelfth.shapes import clouds, disc, rounded, slope
from benchmarks.attacks.twelfth.write import app_hand, set_words, words_high
from benchmarks.attacks.values import Attacked, Matrix, OtherPosters


def placed(ground: Pixels, picture: Pixels, box: Box, corner: float = 0.0) -> tuple[Pixels, Matrix]:
    """The picture on a ground, its corners maybe round, and where it went."""
    copy = resized(picture, box.width, box.height)
    width, height = size_of(picture)
    result = lay(ground, copy, rounded(box.width, box.height, corner), box.x, box.y)
    return result, scaled_and_moved(box.width / width, box.height / height, box.x, box.y)


def fitted(picture: Pixels, area: Box, upwards: float = 0.5) -> Box:
    """The largest box of the picture's shape in an area."""
    width, height = size_of(picture)
    scale = min(area.width / width, area.height / height)
    across, down = round(width * scale), round(height * scale)
    return Box(area.x + (area.width - across) // 2, area.y + round((area.height - down) * upwards), across, down)


def _frame_width(picture: Pixels) -> int:
    return int(np.clip(picture.shape[1] * 1.3, 420, 1100))


def _shaded(pixels: Pixels, rng: np.random.Generator, most: float) -> Pixels:
    light = 1 - most * clouds(pixels.shape[1], pixels.shape[0], rng, 2)[..., None]
    return to_uint8(pixels * light)


def photo_of_screen(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Photographed off a monitor or a television: bezel, moire, glare."""
    width = _frame_width(picture)
    height = round(width * picture.shape[0] / picture.shape[1])
    bezel = np.full((height, width, 3), int(rng.integers(6, 40)), np.uint8)
    edge = round(between(rng, 0.03, 0.1) * width)
    place = aslant(size_of(picture), Box(edge, edge, width - 2 * edge, height - 2 * edge), between(rng, 0.0, 0.05), rng)
    pixels = warped(picture, place, bezel)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    lean, pitch = between(rng, -0.4, 0.4), between(rng, 3, 9)
    waves = np.sin((x + lean * y) * 2 * np.pi / pitch) + 0.7 * np.sin((y - lean * x) * 2 * np.pi / (pitch * 1.7))
    lines = 1 + between(rng, 0.015, 0.06) * waves[..., None]
    glare = disc(width * between(rng, 0.3, 0.9), height * between(rng, 0.2, 0.5))
    glare = softened(np.pad(glare, round(0.1 * width)), 0.06 * width) * np.float32(between(rng, 0.05, 0.45))
    shone = lay(
        to_uint8(pixels * lines), WHITE, glare, between(rng, -0.3, 0.7) * width, between(rng, -0.2, 0.6) * height
    )
    cold = toned(shone, (0.97, 1.0, 1.05), between(rng, 0, 15), between(rng, 0.9, 1.15), between(rng, 0.8, 1.2))
    return Attacked(fine_grain(cold, between(rng, 1, 4), rng), place=place)


def print_on_wall(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A print on the wall of a room, photographed from a few steps away."""
    width = _frame_width(picture)
    height = round(width * between(rng, 1.2, 1.6))
    shade = int(rng.integers(90, 235))
    colour: Colour = (shade, int(shade * between(rng, 0.9, 1.0)), int(shade * between(rng, 0.78, 1.02)))
    wall = _shaded(fine_grain(slope(width, height, colour, colour), 3, rng), rng, 0.25)
    area = Box(round(0.12 * width), round(0.1 * height), round(0.76 * width), round(0.8 * height))
    box = fitted(picture, area)
    shadow = softened(np.pad(np.ones((box.height, box.width), np.float32), 30), 9) * np.float32(0.5)
    wall = lay(wall, (20, 20, 20), shadow, box.x - 24, box.y - 20)
    place = aslant(size_of(picture), box, between(rng, 0.01, 0.07), rng)
    lit = _shaded(warped(picture, place, wall), rng, between(rng, 0.1, 0.35))
    warm = toned(lit, (1.04, 1.0, between(rng, 0.82, 0.98)), between(rng, 5, 25), between(rng, 0.8, 1.0), 0.9)
    return Attacked(fine_grain(warm, between(rng, 2, 6), rng), place=place)


def _story(picture: Pixels, ground: Pixels, rng: np.random.Generator) -> Attacked:
    width, height = size_of(ground)
    share = between(rng, 0.55, 0.85)
    area = Box(round((1 - share) / 2 * width), round(0.14 * height), round(share * width), round(0.7 * height))
    box = fitted(picture, area, between(rng, 0.1, 0.9))
    pixels, place = placed(ground, picture, box, one_of(rng, (0.0, 0.0, 0.03, 0.06)))
    hand = app_hand(rng, bold=rng.random() < 0.6)
    for top, bottom in ((0.03 * height, box.y), (box.y + box.height, 0.97 * height)):
        if bottom - top > 0.06 * height and rng.random() < 0.85:
            words = one_of(rng, (*wording.REMARKS, *wording.HANDLES))
            ink = words_high(words, hand, between(rng, 0.018, 0.035) * height, 0.86 * width)
            colour = one_of(rng, (WHITE, WHITE, *VIVID))
            x, y = (width - ink.shape[1]) / 2, (top + bottom - ink.shape[0]) / 2
            pixels = set_words(pixels, ink, x, y, colour, shadow=0.5)
    return Attacked(pixels, note=f"{box.width / width:.2f} of the width", place=place)


def story_on_blur(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A story with the poster over a blurred copy of itself, remarks above and below."""
    width = _frame_width(picture)
    height = round(width * 16 / 9)
    blurred = softened(resized(picture, width // 4, height // 4).astype(np.float32), between(rng, 5, 12))
    ground = resized(to_uint8(blurred * between(rng, 0.45, 0.9)), width, height)
    return _story(picture, ground, rng)


def story_on_colour(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A story with the poster on a plain colour or two running into each other."""
    width = _frame_width(picture)
    dark: Colour = (int(rng.integers(50)), int(rng.integers(50)), int(rng.integers(60)))
    top = one_of(rng, (*VIVID, dark, dark))
    return _story(picture, slope(width, round(width * 16 / 9), top, one_of(rng, (top, dark, one_of(rng, VIVID)))), rng)


def made_square_with_bars(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Bars added on both sides so that a feed does not crop it."""
    width, height = size_of(picture)
    wide = round(height * one_of(rng, (1.0, 1.0, 0.8, 1.25)))
    side = max(wide, width + 8)
    if rng.random() < 0.4:
        small = softened(resized(picture, side // 6, height // 6).astype(np.float32), 6)
        ground = resized(to_uint8(small), side, height)
    else:
        shade = one_of(rng, (0, 0, 255, int(rng.integers(256))))
        ground = np.full((height, side, 3), shade, np.uint8)
    pixels, place = placed(ground, picture, Box((side - width) // 2, 0, width, height))
    return Attacked(pixels, note=f"{side} wide", place=place)


def white_border(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A border all around, sometimes like an instant print with a line below."""
    width, height = size_of(picture)
    rim = round(between(rng, 0.02, 0.1) * width)
    chin = rim * one_of(rng, (1, 1, 3))
    colour = one_of(rng, ((255, 255, 255), (250, 248, 240), (0, 0, 0), one_of(rng, VIVID)))
    ground = slope(width + 2 * rim, height + rim + chin, colour, colour)
    pixels, place = placed(ground, picture, Box(rim, rim, width, height), one_of(rng, (0.0, 0.0, 0.04)))
    if chin > rim:
        ink = words_high(one_of(rng, wording.REMARKS), app_hand(rng, bold=False), 0.3 * chin, 0.8 * width)
        dark: Colour = (40, 40, 40) if light_of(colour) > 128 else WHITE
        pixels = set_words(pixels, ink, rim + (width - ink.shape[1]) / 2, height + rim + 0.35 * chin, dark)
    return Attacked(pixels, note=f"rim {rim}", place=place)
