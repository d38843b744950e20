"""Harmless: stickers, watermarks, handles, captions over the poster; the small drawn things for them and for apps."""

from math import cos, pi, sin

import numpy as np
from PIL import Image

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import Colour, part_of, shift_matrix, size_of
from benchmarks.attacks.thirteenth.layers import Corners, Ink, Shape, disc, lay, layer, median_colour
from benchmarks.attacks.thirteenth.lettering import BLACK, BOLD, SCREEN, WHITE, Style, brightness, fit, words_within
from benchmarks.attacks.values import Attacked, OtherPosters

SITES = ("www.moviehub.com", "cinemaworld.net", "posterarchive.org", "filmbuzz", "MOVIE DAILY", "preview")
HANDLES = ("@movielover", "@cinephile_anna", "@film.daily", "@thereelguy", "www.filmfans.com", "www.kinoblog.net")
REMARKS = (
    "me every friday night",
    "can't wait to watch this",
    "who else loves this movie?",
    "best film ever, fight me",
    "this movie lives in my head rent free",
    "when mom says\nwe have movies at home",
)
SAYINGS = ("omg", "love this", "so good!", "wow", "must see!", "haha", "yes!!")


def heart(colour: Colour, rim: Colour | None = None) -> list[Shape]:
    """A full heart, with a rim as stickers have."""
    turns = [pi * step / 60 for step in range(120)]
    down = [(13 * cos(at) - 5 * cos(2 * at) - 2 * cos(3 * at) - cos(4 * at)) / 33 for at in turns]
    points = [(sin(at) ** 3 / 2, -y) for at, y in zip(turns, down, strict=True)]
    large, small = ([(0.5 + size * x, 0.46 + size * y) for x, y in points] for size in (0.96, 0.82))
    return [("polygon", large, rim or colour), ("polygon", small, colour)]


def star(colour: Colour, rim: Colour) -> list[Shape]:
    """A five-pointed star with a rim."""
    corners = [(1.0 if step % 2 == 0 else 0.48, -pi / 2 + pi * step / 5) for step in range(10)]
    large, small = ([(0.5 + s * far * cos(at), 0.52 + s * far * sin(at)) for far, at in corners] for s in (0.5, 0.4))
    return [("polygon", large, rim), ("polygon", small, colour)]


def smiley(colour: Colour) -> list[Shape]:
    """A round face with eyes and a mouth."""
    dark = (70, 40, 15)
    face = [disc(0.5, 0.5, 0.5, 0.5, (200, 130, 20)), disc(0.5, 0.5, 0.47, 0.47, colour)]
    mouth = [disc(0.5, 0.6, 0.29, 0.24, dark), disc(0.5, 0.51, 0.33, 0.22, colour)]
    return [*face, *mouth, disc(0.35, 0.37, 0.065, 0.1, dark), disc(0.65, 0.37, 0.065, 0.1, dark)]


def bubble(fill: Colour, outline: Colour, left: bool) -> list[Shape]:
    """A speech bubble with its point at the lower left or right."""
    large: Corners = [(x if left else 1 - x, y) for x, y in ((0.18, 0.7), (0.46, 0.7), (0.14, 1))]
    small: Corners = [(x if left else 1 - x, y) for x, y in ((0.22, 0.7), (0.42, 0.7), (0.17, 0.93))]
    rim: list[Shape] = [("rounded_rectangle", ((0, 0), (1, 0.8)), outline), ("polygon", large, outline)]
    return [*rim, ("rounded_rectangle", ((0.02, 0.03), (0.98, 0.77)), fill), ("polygon", small, fill)]


def play(ground: Ink, sign: Colour) -> list[Shape]:
    """The round button with a triangle and a ring."""
    triangle: Shape = ("polygon", ((0.39, 0.28), (0.39, 0.72), (0.75, 0.5)), sign)
    return [disc(0.5, 0.5, 0.49, 0.49, sign), disc(0.5, 0.5, 0.455, 0.455, ground), triangle]


def sticker(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """An emoji-like face, or a heart or star with a white rim."""
    side = round(between(rng, 0.14, 0.26) * min(size_of(pixels)))
    colour = one_of(rng, ((230, 40, 60), (250, 200, 40), (255, 105, 180), (80, 160, 240)))
    shapes = one_of(rng, (smiley((255, 210, 60)), heart(colour, WHITE), star(colour, WHITE)))
    image = layer(side, side, shapes).rotate(between(rng, -20, 20), Image.Resampling.BICUBIC, expand=True)
    x = round(between(rng, 0.02, 0.98) * (pixels.shape[1] - image.width))
    y = round(between(rng, 0.02, 0.98) * (pixels.shape[0] - image.height))
    return Attacked(lay(pixels, image, x, y))


def speech_bubble(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A bubble with a short remark."""
    text, wide = one_of(rng, SAYINGS), between(rng, 0.28, 0.42) * min(size_of(pixels))
    fill, ink = one_of(rng, ((WHITE, BLACK), ((30, 130, 250), WHITE), ((255, 235, 120), BLACK)))
    image = layer(round(wide), round(wide * 0.55), bubble(fill, BLACK if fill == WHITE else fill, rng.random() < 0.5))
    inner = Box(round(wide * 0.12), round(wide * 0.06), round(wide * 0.76), round(wide * 0.3))
    letters, x, y = fit(text, Style(one_of(rng, (*BOLD[:2], *SCREEN)), ink), inner)
    image.alpha_composite(letters, (x, y))
    x = round(between(rng, 0.05, 0.95) * (pixels.shape[1] - image.width))
    y = round(between(rng, 0.05, 0.95) * (pixels.shape[0] - image.height))
    return Attacked(lay(pixels, image, x, y), note=text)


def mark(pixels: Pixels, rng: np.random.Generator, share: float, opacity: float) -> Image.Image:
    """A site's name, half transparent, level or aslant: white, but dark on a light poster."""
    light = brightness(median_colour(pixels)) < 0.45
    face, colour = one_of(rng, (*BOLD, *SCREEN)), WHITE if light else (40, 40, 40)
    style = Style(face, colour, opacity=opacity)
    image = words_within(one_of(rng, SITES), style, share * pixels.shape[1], pixels.shape[0] * 0.15)
    return image.rotate(one_of(rng, (0, 0, 20, 35)), Image.Resampling.BICUBIC, expand=True)


def watermark(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A site's name across the middle, or smaller all over the poster."""
    width, height = size_of(pixels)
    if rng.random() < 0.5:
        image = mark(pixels, rng, between(rng, 0.5, 0.8), between(rng, 0.3, 0.55))
        y = round(between(rng, 0.35, 0.65) * height) - image.height // 2
        return Attacked(lay(pixels, image, (width - image.width) // 2, y), note="once")
    image = mark(pixels, rng, between(rng, 0.25, 0.4), between(rng, 0.22, 0.4))
    step_x, step_y = round(image.width * 1.25), round(image.height * 1.2 + width * 0.12)
    for row, y in enumerate(range(-image.height // 2, height, step_y)):
        for x in range(-(row % 2) * step_x // 2, width, step_x):
            pixels = lay(pixels, image, x, y)
    return Attacked(pixels, note="tiled")


def handle(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Somebody's name or site, small in a corner."""
    width, height = size_of(pixels)
    text = one_of(rng, HANDLES)
    wide, tall, rim = round(between(rng, 0.24, 0.36) * width), round(0.045 * height), round(0.025 * width)
    x, y = one_of(rng, (rim, width - wide - rim)), one_of(rng, (rim, height - tall - rim))
    box = Box(x, y, wide, tall)
    light = brightness(median_colour(part_of(pixels, box))) < 0.4
    style = Style(one_of(rng, (*SCREEN, *BOLD[:2])), WHITE if light else BLACK, shadow=light)
    image, left, top = fit(text, style, box, 0.0 if x == rim else 1.0)
    return Attacked(lay(pixels, image, left, top), note=text)


def caption_bar(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A bar with a remark: over the picture as stories have it, or white and above the picture as memes have it."""
    width, height = size_of(pixels)
    text, bar = one_of(rng, REMARKS).replace("\n", " "), round(between(rng, 0.08, 0.13) * height)
    style = Style(one_of(rng, (*BOLD[:2], *SCREEN)), WHITE)
    if rng.random() < 0.5:
        y = round(between(rng, 0.15, 0.8) * height)
        shade = Image.new("RGBA", (width, bar), (0, 0, 0, round(between(rng, 130, 210))))
        box = Box(round(0.06 * width), y + bar // 5, round(0.88 * width), bar * 3 // 5)
        return Attacked(lay(lay(pixels, shade, 0, y), *fit(text, style, box)), note=text)
    ground = np.concatenate([np.full((bar, width, 3), 255, np.uint8), pixels])
    box = Box(round(0.05 * width), bar // 5, round(0.9 * width), bar * 3 // 5)
    image, left, top = fit(text, Style(style.face, BLACK), box, one_of(rng, (0.0, 0.5)))
    return Attacked(lay(ground, image, left, top), place=shift_matrix(0, bar), note=text)


def meme_remark(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """White capitals with a black rim, at the top or the foot."""
    width, height = size_of(pixels)
    text = one_of(rng, REMARKS).upper()
    half = text.find(" ", len(text) // 2 - 2)
    text = text if "\n" in text or half < 0 else f"{text[:half]}\n{text[half + 1 :]}"
    style = Style(BOLD[int(rng.integers(2))], WHITE, BLACK, stretch=0.85)
    image = words_within(text, style, between(rng, 0.75, 0.92) * width, 0.16 * height)
    y = one_of(rng, (round(0.03 * height), round(0.97 * height) - image.height))
    return Attacked(lay(pixels, image, (width - image.width) // 2, y), note=text)
