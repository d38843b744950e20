"""Benign: emoji, hearts, bubbles, price tags and ribbons stuck upon the poster."""

import cv2
import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import size_of
from benchmarks.attacks.seventh.canvas import (
    Colour,
    Mask,
    gradient,
    grown,
    lay,
    polygon,
    rounded,
    softened,
)
from benchmarks.attacks.seventh.emoji import HEART, emoji
from benchmarks.attacks.seventh.lettering import GROTESK, ROUNDED, ROUNDED_BLACK, lay_mask, line_mask, stacked
from benchmarks.attacks.values import Attacked, OtherPosters

STAR = [(0.5 + r * np.sin(i * np.pi / 5), 0.53 - r * np.cos(i * np.pi / 5)) for i, r in enumerate([0.5, 0.21] * 5)]


def _turned(mask: Mask, degrees: float) -> Mask:
    tall, wide = mask.shape[:2]
    side = round(float(np.hypot(tall, wide))) + 2
    matrix = cv2.getRotationMatrix2D((wide / 2, tall / 2), degrees, 1)
    matrix[:, 2] += [(side - wide) / 2, (side - tall) / 2]
    return np.asarray(cv2.warpAffine(mask, matrix, (side, side), flags=cv2.INTER_LINEAR), np.float32)


def _stick(canvas: Pixels, rng: np.random.Generator, mask: Mask, colour: Colour | Mask, rim: bool) -> None:
    """Lay a sticker anywhere, perhaps cut out with a white rim."""
    height, width = canvas.shape[:2]
    tall, wide = mask.shape
    x = round(float(rng.uniform(0.02, 0.98)) * max(1, width - wide))
    y = round(float(rng.uniform(0.02, 0.98)) * max(1, height - tall))
    if rim:
        edge = max(1, round(width / 110))
        broad = grown(mask, edge * 2)
        lay(canvas, softened(broad, edge), x - edge * 2, y - edge * 2 + edge, (0, 0, 0), 0.4)
        lay(canvas, grown(mask, edge), x - edge, y - edge, (255, 255, 255))
    lay(canvas, mask, x, y, colour)


def one_big_emoji(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """One yellow face, 12 to 35 % of the width."""
    canvas = picture.copy()
    kind, side = int(rng.integers(0, 5)), round(float(rng.uniform(0.12, 0.35)) * picture.shape[1])
    colours, mask = emoji(side, kind)
    degrees = float(rng.uniform(-20, 20))
    _stick(canvas, rng, _turned(mask, degrees), _turned(colours, degrees), rim=False)
    return Attacked(canvas, note=f"kind {kind}, {side} wide")


def strewn_emoji(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Three to seven yellow faces and hearts here and there."""
    canvas = picture.copy()
    count = int(rng.integers(3, 8))
    for _ in range(count):
        side = round(float(rng.uniform(0.07, 0.16)) * picture.shape[1])
        if rng.random() < 0.25:
            red = gradient(side, side, [(0, (250, 70, 80)), (1, (200, 16, 40))])
            _stick(canvas, rng, polygon(side, side, HEART), red, rim=False)
        else:
            colours, mask = emoji(side, int(rng.integers(0, 5)))
            _stick(canvas, rng, mask, colours, rim=False)
    return Attacked(canvas, note=f"{count} of them")


def flat_heart_or_star(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A flat heart or star with a white rim, turned a little."""
    canvas = picture.copy()
    side = round(float(rng.uniform(0.14, 0.3)) * picture.shape[1])
    heart = rng.random() < 0.5
    colour = ((236, 40, 72), (255, 92, 160), (255, 205, 30), (70, 190, 255))[
        int(rng.integers(0, 2)) + (0 if heart else 2)
    ]
    mask = polygon(side, side, HEART if heart else STAR)
    _stick(canvas, rng, _turned(mask, float(rng.uniform(-25, 25))), colour, rim=True)
    return Attacked(canvas, note="heart" if heart else "star")


def speech_bubble(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A white bubble with somebody's remark."""
    canvas = picture.copy()
    width, height = size_of(canvas)
    said = (["so good!!"], ["who else", "cried?"], ["watch", "this now"], ["LOL"], ["10/10"], ["my favourite", "ever"])[
        int(rng.integers(0, 6))
    ]
    words = stacked([line_mask(line, 0.032 * width, ROUNDED) for line in said], round(0.022 * width))
    wide, tall = round(words.shape[1] + 0.1 * width), round(words.shape[0] + 0.09 * width)
    body = np.pad(rounded(wide, tall, tall * 0.4), ((0, round(0.06 * width)), (0, 0)))
    tail = polygon(wide, body.shape[0], [(0.22, 0.5), (0.46, 0.5), (0.14, 1.0)])
    body = np.maximum(body, tail)
    x = round(float(rng.uniform(0.02, 0.98)) * max(1, width - wide))
    y = round(float(rng.uniform(0.02, 0.7)) * (height - tall))
    lay_mask(canvas, body, x, y, (255, 255, 255), outline=max(1, width // 200), outline_colour=(20, 20, 20))
    lay(canvas, words, x + (wide - words.shape[1]) // 2, y + (tall - words.shape[0]) // 2, (16, 16, 18))
    return Attacked(canvas, note=" ".join(said))


def price_burst(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A shop's burst with a price or a discount."""
    canvas = picture.copy()
    side = round(float(rng.uniform(0.2, 0.32)) * picture.shape[1])
    points = [
        (0.5 + r * np.cos(i * np.pi / 14), 0.5 + r * np.sin(i * np.pi / 14)) for i, r in enumerate([0.5, 0.43] * 14)
    ]
    text = ("$9.99", "-50%", "SALE", "€4,99", "2 for 1")[int(rng.integers(0, 5))]
    words = line_mask(text, 0.2 * side, GROTESK, widest=0.76 * side)
    ground, ink = (((255, 222, 0), (200, 0, 20)), ((225, 10, 30), (255, 255, 255)))[int(rng.integers(0, 2))]
    x = round(float(rng.choice([0.04, 0.96])) * (picture.shape[1] - side))
    y = round(float(rng.choice([0.04, 0.5, 0.96])) * (picture.shape[0] - side))
    lay_mask(canvas, polygon(side, side, points), x, y, ground, shadow=side / 40)
    lay(canvas, words, x + (side - words.shape[1]) // 2, y + (side - words.shape[0]) // 2, ink)
    return Attacked(canvas, note=text)


def countdown_sticker(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A story's countdown: days, hours, minutes on a rounded card."""
    canvas = picture.copy()
    width, height = size_of(canvas)
    wide, tall = round(0.56 * width), round(0.27 * width)
    x, y = round(float(rng.uniform(0.1, 0.34)) * width), round(float(rng.uniform(0.1, 0.7)) * height)
    y = min(y, height - tall)
    sides = ((255, 94, 98), (255, 153, 102)) if rng.random() < 0.5 else ((106, 60, 220), (60, 130, 246))
    lay_mask(
        canvas, rounded(wide, tall, tall * 0.18), x, y, gradient(wide, tall, [(0, sides[0]), (1, sides[1])], False)
    )
    head = line_mask(("movie night", "days to go", "can't wait")[int(rng.integers(0, 3))], 0.16 * tall, ROUNDED)
    lay(canvas, head, x + (wide - head.shape[1]) // 2, y + round(0.1 * tall), (255, 255, 255))
    numbers = (int(rng.integers(0, 40)), int(rng.integers(0, 24)), int(rng.integers(0, 60)))
    for place, number in enumerate(numbers):
        cell_wide, cell_tall = round(0.27 * wide), round(0.5 * tall)
        left, top = x + round((0.06 + 0.305 * place) * wide), y + round(0.4 * tall)
        lay(canvas, rounded(cell_wide, cell_tall, cell_tall * 0.2), left, top, (255, 255, 255))
        digits = line_mask(f"{number:02d}", 0.28 * tall, ROUNDED_BLACK)
        at = (left + (cell_wide - digits.shape[1]) // 2, top + (cell_tall - digits.shape[0]) // 2)
        lay(canvas, digits, *at, (40, 40, 60))
    return Attacked(canvas, note=":".join(map(str, numbers)))


def corner_ribbon_new(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """An app's slanting "NEW" ribbon over one of the upper corners."""
    canvas = picture.copy()
    width, _ = size_of(canvas)
    long, tall = round(0.6 * width), round(0.085 * width)
    text = ("NEW", "NEW EPISODE", "TOP 10", "FREE")[int(rng.integers(0, 4))]
    words = line_mask(text, 0.42 * tall, GROTESK, tracking=0.08, widest=0.36 * width)
    ink = np.zeros((tall, long), np.float32)
    top, left = (tall - words.shape[0]) // 2, (long - words.shape[1]) // 2
    ink[top : top + words.shape[0], left : left + words.shape[1]] = words
    right = rng.random() < 0.5
    degrees = -45 if right else 45
    band, letters = _turned(np.ones((tall, long), np.float32), degrees), _turned(ink, degrees)
    reach = round(0.15 * width)
    x = (width - reach if right else reach) - band.shape[1] // 2
    colour = ((220, 20, 40), (0, 150, 90), (30, 90, 220))[int(rng.integers(0, 3))]
    lay_mask(canvas, band, x, reach - band.shape[0] // 2, colour, shadow=max(1.0, tall / 12))
    lay(canvas, letters, x, reach - band.shape[0] // 2, (255, 255, 255))
    return Attacked(canvas, note=text)
