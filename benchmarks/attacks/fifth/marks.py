"""Benign, the fifth set: watermarks, handles, buttons, bars and captions laid over a poster."""

import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.fifth.layers import (
    SCREEN,
    SCREEN_BOLD,
    Layer,
    Pen,
    centred,
    filled,
    laid_on,
    lettered,
    over,
    rimmed,
    shadowed,
    turned,
)
from benchmarks.attacks.fifth.targets import kept_as
from benchmarks.attacks.geometry import Colour, shift_matrix, size_of
from benchmarks.attacks.lettering import pick_among
from benchmarks.attacks.paint import random_colour
from benchmarks.attacks.values import Attacked, OtherPosters

SITES = ("posterhub.example", "STOCKIMG", "moviewalls.example", "PREVIEW", "www.filmfan.example", "SAMPLE", "kinobild")
HANDLES = ("@cinephile_jo", "@posters.daily", "@anna.films", "@thereelcorner", "@max_on_movies", "@nightscreenings")
MEMES = (
    "WHEN YOUR FRIEND SAYS JUST ONE MORE", "me trying to sleep after this movie", "POV: you are crying at 2 am again",
    "nobody: \u2026 me every friday night", "MY DAD WATCHING THIS FOR THE 100TH TIME", "why did I watch this all alone",
)  # fmt: skip
SUBTITLES = (
    "You were never supposed to see this.", "I told you not to come back here.", "- Where are we going? - Home.",
    "Then we do it together.", "[dramatic music playing]", "I thought you had the tickets.",
)  # fmt: skip
WHITE: Colour = (255, 255, 255)


def watermark_diagonal(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Benign: a site's name again and again on a slant, half see-through."""
    width, height = size_of(picture)
    tone: Colour = WHITE if rng.random() < 0.75 else (0, 0, 0)
    words = lettered(str(rng.choice(SITES)), pick_among(rng, SCREEN_BOLD), tone, width=width * rng.uniform(0.22, 0.4))
    layer = turned(words, float(rng.uniform(20, 45) * rng.choice([-1, 1])))
    across, down = layer.shape[1] * rng.uniform(1.0, 1.3), layer.shape[0] * rng.uniform(1.0, 1.4)
    opacity, after = rng.uniform(0.18, 0.4), picture
    for row in range(int(height / down) + 2):
        for column in range(-1, int(width / across) + 2):
            after = centred(after, layer, (column + 0.5 * (row % 2)) * across, row * down, opacity)
    return Attacked(after, note=f"{opacity:.2f}", saved_as=kept_as(rng))


def watermark_corner(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Benign: a small round logo and a site's name in one corner, somewhat see-through."""
    width, height = size_of(picture)
    side = width * rng.uniform(0.05, 0.09)
    tone: Colour = WHITE if rng.random() < 0.8 else random_colour(rng, 120)
    logo = Pen(side, side).disc(0.5, 0.5, 0.48, tone).disc(0.5, 0.5, 0.36, (60, 60, 66))
    logo.shape([(0.4, 0.3), (0.72, 0.5), (0.4, 0.7)], tone)
    name = lettered(str(rng.choice(SITES)), pick_among(rng, SCREEN_BOLD), tone, height=side * 0.45)
    left, top = bool(rng.random() < 0.5), bool(rng.random() < 0.4)
    wide = side * 1.2 + name.shape[1]
    x = width * 0.03 if left else width * 0.97 - wide
    y = height * 0.02 if top else height * 0.98 - side
    opacity = rng.uniform(0.6, 0.95)
    after = laid_on(picture, logo.layer(), x, y, opacity)
    after = laid_on(after, shadowed(name, 1.0), x + side * 1.2, y + side * 0.25, opacity)
    return Attacked(after, note=f"{opacity:.2f}", saved_as=kept_as(rng))


def site_name_across(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Benign: a site's name once, large and faint, across the middle."""
    width, height = size_of(picture)
    tone: Colour = WHITE if rng.random() < 0.75 else (20, 20, 20)
    face = pick_among(rng, SCREEN if rng.random() < 0.5 else SCREEN_BOLD)
    words = lettered(str(rng.choice(SITES)), face, tone, width=width * rng.uniform(0.6, 0.85))
    layer = turned(words, float(rng.choice([0.0, rng.uniform(15, 50)])))
    opacity = rng.uniform(0.22, 0.45)
    return Attacked(
        centred(picture, layer, width / 2, height * rng.uniform(0.35, 0.65), opacity), saved_as=kept_as(rng)
    )


def at_handle(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Benign: somebody's @name, plain, with a shadow or in a pill, in a corner, at the foot or up the side."""
    width, height = size_of(picture)
    words = lettered(
        str(rng.choice(HANDLES)), pick_among(rng, SCREEN_BOLD), WHITE, width=width * rng.uniform(0.22, 0.42)
    )
    look = int(rng.integers(3))
    if look == 0:
        layer = shadowed(words, max(1.0, width / 250), 0.8)
    elif look == 1:
        pad = round(words.shape[0] * 0.6)
        pill = Pen(words.shape[1] + 2 * pad, words.shape[0] + 2 * pad)
        pill.box(0, 0, 1, (words.shape[0] + 2 * pad) / (words.shape[1] + 2 * pad), random_colour(rng, 0, 130), 0.08)
        ground = pill.layer()
        layer = over(ground, _padded(words, ground.shape[:2]))
    else:
        layer = rimmed(words, (0, 0, 0), max(1.0, width / 300))
    if rng.random() < 0.2:
        layer = turned(layer, 90.0)
    x = float(rng.choice([0.03, 0.5, 0.97])) * (width - layer.shape[1])
    y = float(rng.choice([0.02, 0.98, 0.98, 0.6])) * (height - layer.shape[0])
    return Attacked(laid_on(picture, layer, x, y), saved_as=kept_as(rng))


def _padded(layer: Layer, size: tuple[int, ...]) -> Layer:
    """The layer in the middle of a larger empty one."""
    top, left = (size[0] - layer.shape[0]) // 2, (size[1] - layer.shape[1]) // 2
    whole = np.zeros((size[0], size[1], 4), np.float32)
    whole[top : top + layer.shape[0], left : left + layer.shape[1]] = layer
    return whole


def start_triangle(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Benign: a video's start button over the middle, a triangle in a circle or in a rounded rectangle."""
    width, height = size_of(picture)
    wide = width * rng.uniform(0.16, 0.32)
    dark: Colour = ((20, 20, 22), (226, 20, 24), (255, 255, 255))[int(rng.integers(3))]
    ink: Colour = (30, 30, 32) if dark == WHITE else WHITE
    if rng.random() < 0.5:
        ground = Pen(wide, wide).disc(0.5, 0.5, 0.49, dark).layer()
        sign = Pen(wide, wide).shape([(0.39, 0.28), (0.75, 0.5), (0.39, 0.72)], ink).layer()
    else:
        ground = Pen(wide, wide * 0.7).box(0, 0, 1, 0.7, dark, 0.17).layer()
        sign = Pen(wide, wide * 0.7).shape([(0.4, 0.18), (0.68, 0.35), (0.4, 0.52)], ink).layer()
    ground[:, :, 3] *= rng.uniform(0.6, 1.0)
    layer = over(ground, sign)
    if rng.random() < 0.4:
        layer = shadowed(layer, wide * 0.04, 0.4)
    return Attacked(centred(picture, layer, width / 2, height * rng.uniform(0.42, 0.58)), saved_as=kept_as(rng))


def video_bar(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Benign: a video player's bar at the foot: darkened ground, line with a knob, time, loudspeaker, full screen."""
    width, height = size_of(picture)
    high = round(width * 0.16)
    shade = np.repeat(np.linspace(0, rng.uniform(0.6, 0.9), high, dtype=np.float32)[:, None], width, axis=1)
    after = laid_on(picture, filled(shade, (0, 0, 0)), 0, height - high)
    done = rng.uniform(0.05, 0.9)
    accent: Colour = ((235, 20, 30), (255, 255, 255), (20, 160, 240))[int(rng.integers(3))]
    pen = Pen(width, high)
    pen.box(0.03, 0.075, 0.97, 0.084, (165, 165, 165), 0.004).box(0.03, 0.075, 0.03 + 0.94 * done, 0.084, accent, 0.004)
    pen.disc(0.03 + 0.94 * done, 0.0795, 0.013, accent)
    if rng.random() < 0.5:
        pen.shape([(0.04, 0.105), (0.075, 0.125), (0.04, 0.145)], WHITE)
    else:
        pen.box(0.04, 0.105, 0.051, 0.145, WHITE).box(0.062, 0.105, 0.073, 0.145, WHITE)
    pen.shape([(0.1, 0.118), (0.112, 0.118), (0.127, 0.105), (0.127, 0.145), (0.112, 0.132), (0.1, 0.132)], WHITE)
    for x, y in ((0.93, 0.107), (0.965, 0.107), (0.93, 0.143), (0.965, 0.143)):
        inward = (0.012 if x < 0.95 else -0.012, 0.012 if y < 0.12 else -0.012)
        pen.stroke([(x + inward[0], y), (x, y), (x, y + inward[1])], WHITE, 0.006)
    after = laid_on(after, pen.layer(), 0, height - high)
    whole = int(rng.integers(70, 8000))
    clocks = [f"{int(t) // 60}:{int(t) % 60:02d}" for t in (whole * done, whole)]
    time = lettered(" / ".join(clocks), pick_among(rng, SCREEN), WHITE, height=max(6.0, width * 0.026))
    return Attacked(laid_on(after, time, width * 0.15, height - high + width * 0.112), saved_as=kept_as(rng))


def meme_bar(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Benign: a white or black bar with a meme's text, put above the poster or over its head or foot."""
    width, height = size_of(picture)
    dark = bool(rng.random() < 0.3)
    words = str(rng.choice(MEMES))
    middle = words.find(" ", len(words) // 2 - 2)
    face = pick_among(rng, SCREEN_BOLD)
    ink: Colour = WHITE if dark else (15, 15, 15)
    size = width * rng.uniform(0.78, 0.9) / max(len(words[:middle]), len(words) - middle)
    lines = [lettered(line, face, ink, width=size * len(line)) for line in (words[:middle], words[middle + 1 :])]
    high = round(sum(line.shape[0] for line in lines) + width * 0.1)
    bar = np.full((high, width, 3), 0 if dark else 255, np.uint8)
    y = width * 0.035
    for line in lines:
        bar = laid_on(bar, line, (width - line.shape[1]) / 2, y)
        y += line.shape[0] + width * 0.03
    if rng.random() < 0.5:
        return Attacked(np.vstack([bar, picture]), note="above", place=shift_matrix(0, high), saved_as=kept_as(rng))
    after = picture.copy()
    at = 0 if rng.random() < 0.4 else height - high
    after[at : at + high] = bar
    return Attacked(after, note="over", saved_as=kept_as(rng))


def subtitle_line(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Benign: a film's subtitle near the foot, white or yellow, with a dark outline or on a dark box."""
    width, height = size_of(picture)
    tone: Colour = WHITE if rng.random() < 0.6 else (250, 228, 60)
    words = lettered(str(rng.choice(SUBTITLES)), pick_among(rng, SCREEN), tone, width=width * rng.uniform(0.6, 0.85))
    if rng.random() < 0.7:
        layer = rimmed(words, (0, 0, 0), max(1.0, words.shape[0] * 0.1))
    else:
        ground = np.full((words.shape[0] + round(width * 0.03), words.shape[1] + round(width * 0.05)), 0.7, np.float32)
        layer = over(filled(ground, (0, 0, 0)), _padded(words, ground.shape))
    return Attacked(centred(picture, layer, width / 2, height * rng.uniform(0.84, 0.94)), saved_as=kept_as(rng))
