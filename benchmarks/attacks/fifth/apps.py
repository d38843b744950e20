"""Benign, the fifth set: the poster in a phone story, in a feed, in a list."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.fifth.layers import SCREEN, SCREEN_BOLD, Layer, Pen, curve, laid_on, lettered, over, rimmed
from benchmarks.attacks.geometry import Colour, resize, resize_by, shift_matrix, size_of
from benchmarks.attacks.lettering import pick_among
from benchmarks.attacks.paint import paste, random_colour, rounded_mask, soft_picture, to_uint8
from benchmarks.attacks.values import Attacked, Matrix, OtherPosters, SavedAs

STORY_LINES = (
    "finally watched this!!", "who's coming with me?", "10/10 would cry again", "tonight at 8", "my comfort movie",
    "what did you think?", "obsessed with this one", "movie club pick",
)  # fmt: skip
USERS = ("film.fan_88", "marie_watches", "thecinemaguy", "popcorn_daily", "jonas.k", "reel_talks", "lena.and.movies")
COMMENTS = (
    "can't wait to see it again", "this one made my week", "thoughts? no spoilers please", "a friend told me to watch",
    "the best thing on a sunday", "we need to talk about it",
)  # fmt: skip
ROWS = ("Watched yesterday", "On my list", "Seen with friends", "Recommended to me", "Favourites", "Rated by you")


def _line(words: str, rng: np.random.Generator, colour: Colour, height: float, *, bold: bool = False) -> Layer:
    """A line on a screen whose capitals are about so high."""
    face = pick_among(rng, SCREEN_BOLD if bold else SCREEN)
    tall = any(sign in "gjpqy,()" for sign in words)
    return lettered(words, face, colour, height=height * (1.28 if tall else 1.0))


def _shown(canvas: Pixels, poster: Pixels, scaled: Matrix, spot: tuple[int, int], radius: int, note: str) -> Attacked:
    placed = paste(canvas, poster, rounded_mask(size_of(poster), max(1, radius)), *spot)
    return Attacked(placed, note=note, place=shift_matrix(*spot) @ scaled, shown=Box(*spot, *size_of(poster)))


def phone_story(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Benign: an upright story, the poster on its own blurred picture, a line above or below."""
    size = ((720, 1280), (1080, 1920), (750, 1334))[int(rng.integers(3))]
    tiny, _ = resize(picture, 36, 64)
    ground = to_uint8(cv2.GaussianBlur(resize(tiny, *size)[0], (0, 0), size[0] / 25) * rng.uniform(0.45, 0.85))
    factor = min(size[0] * rng.uniform(0.62, 0.9) / picture.shape[1], size[1] * 0.74 / picture.shape[0])
    poster, scaled = resize_by(picture, factor)
    above = bool(rng.random() < 0.5)
    x = (size[0] - poster.shape[1]) // 2
    y = round((size[1] - poster.shape[0]) * (0.66 if above else 0.36))
    attacked = _shown(
        ground, poster, scaled, (x, y), round(size[0] * rng.uniform(0, 0.04)), "above" if above else "below"
    )
    words = _line(one_of(rng, STORY_LINES), rng, (255, 255, 255), size[0] * 0.042, bold=True)
    if words.shape[1] > size[0] * 0.9:
        words = words[:, : round(size[0] * 0.9)]
    words = rimmed(words, (0, 0, 0), size[0] / 350)
    at = y - words.shape[0] - size[1] * 0.025 if above else y + poster.shape[0] + size[1] * 0.025
    pixels = laid_on(attacked.pixels, words, (size[0] - words.shape[1]) / 2, at)
    pixels = laid_on(pixels, _story_head(size[0], rng), 0, size[1] * 0.015)
    return Attacked(
        pixels, note=attacked.note, place=attacked.place, shown=attacked.shown, saved_as=SavedAs("JPEG", 82)
    )


def _story_head(width: int, rng: np.random.Generator) -> Layer:
    """Progress bars, a round picture and a name."""
    pen = Pen(width, width * 0.14)
    count = int(rng.integers(1, 5))
    for number in range(count):
        left = 0.02 + 0.96 * number / count
        pen.box(
            left, 0.006, left + 0.96 / count - 0.012, 0.011, (255, 255, 255) if number == 0 else (170, 170, 170), 0.003
        )
    pen.disc(0.07, 0.075, 0.04, (255, 255, 255)).disc(0.07, 0.075, 0.035, random_colour(rng, 60))
    pen.stroke([(0.93, 0.055), (0.965, 0.09)], (255, 255, 255), 0.006)
    pen.stroke([(0.965, 0.055), (0.93, 0.09)], (255, 255, 255), 0.006)
    head = pen.layer()
    name = _line(str(rng.choice(USERS)), rng, (255, 255, 255), width * 0.026, bold=True)
    plain = np.zeros_like(head)
    x, y = round(width * 0.13), round(width * 0.06)
    plain[y : y + name.shape[0], x : x + name.shape[1]] = name
    return over(head, plain)


def _status_bar(canvas: Pixels, rng: np.random.Generator, ink: Colour) -> Pixels:
    """Time, signal and battery."""
    width = canvas.shape[1]
    clock = _line(f"{int(rng.integers(7, 24))}:{int(rng.integers(60)):02d}", rng, ink, width * 0.024, bold=True)
    pen = Pen(width * 0.16, width * 0.04)
    for bar in range(4):
        pen.box(0.05 + 0.09 * bar, 0.18 - 0.04 * bar, 0.11 + 0.09 * bar, 0.22, ink, 0.01)
    pen.box(0.55, 0.06, 0.9, 0.22, ink, 0.04).box(0.57, 0.08, 0.88, 0.2, (120, 120, 120), 0.03)
    pen.box(0.57, 0.08, 0.57 + 0.31 * rng.uniform(0.2, 1), 0.2, ink, 0.03).box(0.91, 0.11, 0.94, 0.17, ink)
    return laid_on(laid_on(canvas, clock, width * 0.05, width * 0.025), pen.layer(), width * 0.8, width * 0.02)


def _icon_row(width: float, ink: Colour, *, liked: bool) -> Layer:
    """Heart, speech bubble, paper plane and bookmark."""
    pen = Pen(width, width * 0.09)
    turn = np.linspace(0, 2 * np.pi, 60)
    heart = np.stack([0.035 + 0.0019 * 16 * np.sin(turn) ** 3 * 0.9, 0.042 - 0.0018 * (
        13 * np.cos(turn) - 5 * np.cos(2 * turn) - 2 * np.cos(3 * turn) - np.cos(4 * turn))], axis=1)  # fmt: skip
    if liked:
        pen.shape(heart, (237, 40, 70))
    else:
        pen.stroke(heart, ink, 0.005)
    bubble = [(0.115, 0.02), (0.145, 0.012), (0.172, 0.025), (0.175, 0.05), (0.16, 0.066), (0.13, 0.07), (0.108, 0.05)]
    pen.stroke(np.vstack([curve(bubble), bubble[0]]), ink, 0.005).stroke([(0.16, 0.066), (0.178, 0.074)], ink, 0.005)
    pen.stroke([(0.21, 0.018), (0.275, 0.018), (0.242, 0.072), (0.232, 0.04), (0.21, 0.018)], ink, 0.005)
    pen.stroke([(0.232, 0.04), (0.275, 0.018)], ink, 0.005)
    pen.stroke(
        [(0.93, 0.014), (0.975, 0.014), (0.975, 0.074), (0.952, 0.054), (0.93, 0.074), (0.93, 0.014)], ink, 0.005
    )
    return pen.layer()


def feed_post(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Benign: a screenshot of a post: header with a round picture, the poster, icons, likes and a comment."""
    width = int(rng.choice([720, 828, 1080]))
    dark = bool(rng.random() < 0.4)
    ground: Colour = (12, 12, 14) if dark else (255, 255, 255)
    ink: Colour = (240, 240, 240) if dark else (22, 22, 24)
    poster, scaled = resize_by(picture, width * rng.uniform(0.84, 1.0) / picture.shape[1])
    top = round(width * 0.22)
    height = max(round(width * 1.7), top + poster.shape[0] + round(width * 0.34))
    canvas = np.empty((height, width, 3), np.uint8)
    canvas[:] = ground
    x = (width - poster.shape[1]) // 2
    attacked = _shown(canvas, poster, scaled, (x, top), 1, "dark" if dark else "light")
    pixels = _status_bar(attacked.pixels, rng, ink)
    face = Pen(width * 0.1, width * 0.1).disc(0.5, 0.5, 0.49, (225, 60, 110)).disc(0.5, 0.5, 0.43, ground)
    face.disc(0.5, 0.5, 0.38, random_colour(rng, 60)).disc(0.5, 0.42, 0.14, (250, 235, 220)).oval(
        0.5, 0.75, 0.24, 0.15, (250, 235, 220))  # fmt: skip
    pixels = laid_on(pixels, face.layer(), width * 0.03, width * 0.095)
    user = str(rng.choice(USERS))
    pixels = laid_on(pixels, _line(user, rng, ink, width * 0.028, bold=True), width * 0.155, width * 0.125)
    dots = Pen(width * 0.05, width * 0.02)
    for number in range(3):
        dots.disc(0.15 + 0.33 * number, 0.2, 0.09, ink)
    pixels = laid_on(pixels, dots.layer(), width * 0.92, width * 0.14)
    y = top + poster.shape[0] + width * 0.02
    pixels = laid_on(pixels, _icon_row(width * 0.96, ink, liked=bool(rng.random() < 0.5)), width * 0.02, y)
    y += width * 0.105
    pixels = laid_on(
        pixels, _line(f"{int(rng.integers(3, 9999)):,} likes", rng, ink, width * 0.026, bold=True), width * 0.035, y
    )
    y += width * 0.055
    name = _line(user, rng, ink, width * 0.025, bold=True)
    comment = _line(one_of(rng, COMMENTS), rng, ink, width * 0.025)
    pixels = laid_on(laid_on(pixels, name, width * 0.035, y), comment, width * 0.06 + name.shape[1], y)
    ago = _line(f"{int(rng.integers(2, 23))} hours ago", rng, (140, 140, 145), width * 0.02)
    pixels = laid_on(pixels, ago, width * 0.035, y + width * 0.06)
    return Attacked(pixels, note=attacked.note, place=attacked.place, shown=attacked.shown, saved_as=_screen(rng))


def _screen(rng: np.random.Generator) -> SavedAs:
    return SavedAs("PNG") if rng.random() < 0.4 else SavedAs("JPEG", int(rng.integers(75, 92)))


def list_entry(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Benign: a row of an app's list, the poster a third of the screen's width, blurred rows above and below."""
    width = int(rng.choice([828, 1080]))
    dark = bool(rng.random() < 0.6)
    ground: Colour = (18, 22, 30) if dark else (246, 246, 248)
    ink: Colour = (236, 238, 242) if dark else (28, 30, 36)
    poster, scaled = resize_by(picture, width * rng.uniform(0.31, 0.37) / picture.shape[1])
    wide, high = size_of(poster)
    gap, head = round(width * 0.04), round(width * 0.2)
    canvas = np.empty((round(width * 1.9), width, 3), np.uint8)
    canvas[:] = ground
    row = int(rng.integers(2))
    for number in range(4):
        y = head + number * (high + gap)
        if number != row:
            canvas = paste(canvas, soft_picture((wide, high), rng), rounded_mask((wide, high), width // 60), gap, y)
        title = _line(one_of(rng, ROWS), rng, ink, width * 0.032, bold=True)
        canvas = laid_on(canvas, title, wide + 2 * gap, y + high * 0.12)
        canvas = laid_on(canvas, _stars(width * 0.26, int(rng.integers(2, 6))), wide + 2 * gap, y + high * 0.3)
        pen = Pen(width * 0.5, width * 0.12)
        for line in range(3):
            pen.box(0.0, 0.08 * line, rng.uniform(0.5, 1.0), 0.08 * line + 0.03, (128, 132, 142), 0.015)
        canvas = laid_on(canvas, pen.layer(), wide + 2 * gap, y + high * 0.5)
    attacked = _shown(canvas, poster, scaled, (gap, head + row * (high + gap)), width // 60, f"row {row}")
    pixels = _status_bar(attacked.pixels, rng, ink)
    pixels = laid_on(pixels, _line("My movies", rng, ink, width * 0.042, bold=True), gap, width * 0.105)
    return Attacked(pixels, note=attacked.note, place=attacked.place, shown=attacked.shown, saved_as=_screen(rng))


def _stars(width: float, full: int) -> Layer:
    """Five small stars, some of them full."""
    pen = Pen(width, width * 0.2)
    for number in range(5):
        turn = np.arange(10) * np.pi / 5 - np.pi / 2
        reach = np.where(np.arange(10) % 2, 0.036, 0.085)
        points = np.stack([0.1 + 0.2 * number + reach * np.cos(turn), 0.1 + reach * np.sin(turn)], axis=1)
        pen.shape(points, (250, 190, 40) if number < full else (120, 124, 132))
    return pen.layer()
