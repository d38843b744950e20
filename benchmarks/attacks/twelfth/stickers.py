"""Small things laid over a poster: emoji, stickers, tags, badges, bubbles."""

import numpy as np
from PIL import Image, ImageDraw

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import size_of
from benchmarks.attacks.twelfth import wording
from benchmarks.attacks.twelfth.colours import VIVID, WHITE, Colour, light_of
from benchmarks.attacks.twelfth.pixels import Floats, lay
from benchmarks.attacks.twelfth.shapes import disc, polygon, rounded
from benchmarks.attacks.twelfth.write import app_hand, fitting, set_words, words_high
from benchmarks.attacks.values import Attacked, OtherPosters

DARK: Colour = (10, 25, 35)
HEART = tuple(
    (0.5 + 0.5 * float(np.sin(t) ** 3), 0.45 - float(13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t)) / 34)
    for t in np.linspace(0, 2 * np.pi, 60)
)
STAR = tuple(
    (0.5 + r * float(np.sin(k * np.pi / 5)), 0.52 - r * float(np.cos(k * np.pi / 5)))
    for k, r in enumerate((0.5, 0.2) * 5)
)


def _smiley(size: int, mood: int) -> Image.Image:
    big = 4 * size
    image = Image.new("RGBA", (big, big), (255, 205, 50, 0))
    draw = ImageDraw.Draw(image)
    draw.ellipse((0, 0, big - 1, big - 1), fill=(255, 205, 50, 255))
    for x in (0.32, 0.68):
        if mood == 1:
            points = [((x + 0.28 * (u - 0.5)) * big, (0.24 + 0.26 * v) * big) for u, v in HEART]
            draw.polygon(points, fill=(230, 30, 50, 255))
        else:
            draw.ellipse(((x - 0.07) * big, 0.28 * big, (x + 0.07) * big, 0.46 * big), fill=(80, 50, 20, 255))
    if mood == 2:
        draw.ellipse((0.4 * big, 0.58 * big, 0.6 * big, 0.84 * big), fill=(80, 50, 20, 255))
    else:
        draw.pieslice((0.22 * big, 0.4 * big, 0.78 * big, 0.88 * big), 0, 180, fill=(110, 40, 20, 255))
    if mood == 3:
        draw.ellipse((0.12 * big, 0.46 * big, 0.3 * big, 0.8 * big), fill=(70, 160, 250, 255))
    return image.resize((size, size), Image.Resampling.LANCZOS)


def _sprite(size: int, rng: np.random.Generator) -> Image.Image:
    kind = int(rng.integers(7))
    if kind < 4:
        return _smiley(size, kind)
    outline, colour = ((HEART, (230, 30, 60)), (STAR, (250, 200, 30)), (HEART, (130, 60, 220)))[kind - 4]
    alpha = Image.fromarray((polygon(size, size, outline) * 255).astype(np.uint8))
    image = Image.new("RGBA", (size, size), colour)
    image.putalpha(alpha)
    return image


def _put(picture: Pixels, sprite: Image.Image, x: float, y: float) -> Pixels:
    values = np.asarray(sprite, np.uint8)
    return lay(picture, values[..., :3].copy(), values[..., 3].astype(np.float32) / np.float32(255), x, y)


def emoji(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """One to six emoji put on, each turned a little."""
    width, height = size_of(picture)
    count, pixels = int(rng.integers(1, 7)), picture
    for _ in range(count):
        size = round(between(rng, 0.09, 0.24 if count < 4 else 0.15) * width)
        sprite = _sprite(size, rng).rotate(between(rng, -25, 25), Image.Resampling.BICUBIC)
        pixels = _put(pixels, sprite, between(rng, 0, 0.9) * width, between(rng, 0, 0.93) * height)
    return Attacked(pixels, note=f"{count} emoji")


def _plate(
    words: str, size: float, ground: Colour, ink_colour: Colour, rng: np.random.Generator, corner: float
) -> tuple[Pixels, Floats]:
    """Words on a plate of one colour, and the plate's outline."""
    ink = words_high(words, app_hand(rng), size, 1e4)
    across, down = ink.shape[1] + round(1.5 * size), ink.shape[0] + round(1.1 * size)
    plate = np.full((down, across, 3), ground, np.uint8)
    x, y = (across - ink.shape[1]) / 2, (down - ink.shape[0]) / 2
    return set_words(plate, ink, x, y, ink_colour), rounded(across, down, corner)


def _turned(plate: Pixels, mask: Floats, degrees: float) -> Image.Image:
    image = Image.fromarray(np.dstack([plate, (mask * 255).astype(np.uint8)]))
    return image.rotate(degrees, Image.Resampling.BICUBIC, expand=True)


def _on(colour: Colour) -> Colour:
    return (15, 15, 15) if light_of(colour) > 150 else WHITE


def text_sticker(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A remark on a coloured label, as story makers offer them."""
    width, height = size_of(picture)
    colour = one_of(rng, (*VIVID, WHITE, (10, 10, 10)))
    words = one_of(rng, wording.REMARKS)
    size = min(between(rng, 0.03, 0.06) * width, 0.9 * width / (0.75 * len(words) + 1.5))
    plate, mask = _plate(words, size, colour, _on(colour), rng, one_of(rng, (0.1, 0.3, 0.5)))
    sprite = _turned(plate, mask, between(rng, -14, 14))
    x = between(rng, 0, max(0.01, 1 - sprite.width / width)) * width
    return Attacked(_put(picture, sprite, x, between(rng, 0.05, 0.85) * height), note=words)


def price_tag(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A price put on by somebody who sells the disc or the print."""
    width, height = size_of(picture)
    price = f"{one_of(rng, ('$', '€', '£'))}{int(rng.integers(2, 60))}.{one_of(rng, ('99', '00', '50'))}"
    words = one_of(rng, (price, price, f"SALE {price}", f"-{int(rng.integers(2, 8))}0%", "SOLD"))
    colour = one_of(rng, VIVID)
    size = between(rng, 0.035, 0.07) * width
    plate, mask = _plate(words, size, colour, _on(colour), rng, one_of(rng, (0.0, 0.2, 0.5)))
    if rng.random() < 0.4:
        across = plate.shape[1] * 1.15
        pixels = lay(picture, colour, disc(across, across), 0.02 * width, 0.02 * width)
        y = 0.02 * width + (across - plate.shape[0]) / 2
        return Attacked(lay(pixels, plate, mask, 0.02 * width + 0.07 * plate.shape[1], y), note=words)
    x, y = one_of(rng, (0.02, 0.97)) * width - plate.shape[1] / 2, between(rng, 0.03, 0.85) * height
    x, y = min(max(x, 0.0), float(width - plate.shape[1])), y
    return Attacked(_put(picture, _turned(plate, mask, one_of(rng, (0.0, 0.0, 12.0, -12.0))), x, y), note=words)


def app_badge(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A badge an app lays into a corner of its tiles."""
    width, height = size_of(picture)
    words = one_of(rng, ("HD", "4K", "NEW", "TOP 10", "FREE", "PREMIUM", "SUB", "Leaving soon", "1080p", "FSK 16"))
    colour = one_of(rng, (*VIVID, (10, 10, 10), WHITE))
    plate, mask = _plate(words, between(rng, 0.022, 0.045) * width, colour, _on(colour), rng, one_of(rng, (0.0, 0.25)))
    margin = between(rng, 0.0, 0.04) * width
    x = one_of(rng, (margin, width - plate.shape[1] - margin))
    y = one_of(rng, (margin, margin, height - plate.shape[0] - margin))
    return Attacked(lay(picture, plate, mask * np.float32(between(rng, 0.8, 1)), x, y), note=words)


def rating_badge(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """An app's rating in a corner: a ring with a per cent in it."""
    width, height = size_of(picture)
    size = between(rng, 0.12, 0.2) * width
    score = int(rng.integers(38, 98))
    colour = one_of(rng, ((40, 200, 110), (220, 200, 40), (220, 60, 60)))
    x = one_of(rng, (0.03, 0.95)) * width
    y = one_of(rng, (0.02, 0.98)) * height
    x, y = fitting(picture, np.zeros((round(size), round(size)), np.float32), x, y)
    pixels = picture
    for share, shade in ((1.0, DARK), (0.88, colour), (0.74, DARK)):
        inset = (1 - share) / 2 * size
        pixels = lay(pixels, shade, disc(share * size, share * size), x + inset, y + inset)
    ink = words_high(f"{score}%", app_hand(rng), 0.26 * size, 0.6 * size)
    x, y = x + (size - ink.shape[1]) / 2, y + (size - ink.shape[0]) / 2
    return Attacked(set_words(pixels, ink, x, y, WHITE), note=f"{score}%")


def chat_bubble(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Messages of a chat in front of the poster."""
    width, height = size_of(picture)
    pixels, y = picture, between(rng, 0.05, 0.7) * height
    for _ in range(int(rng.integers(1, 4))):
        mine = rng.random() < 0.5
        colour: Colour = one_of(rng, ((40, 130, 250), (60, 200, 90))) if mine else (232, 232, 236)
        words = one_of(rng, wording.REMARKS)
        size = min(0.032 * width, 0.85 * width / (0.75 * len(words) + 1.5))
        plate, mask = _plate(words, size, colour, _on(colour), rng, 0.45)
        x = width - plate.shape[1] - 0.03 * width if mine else 0.03 * width
        pixels = lay(pixels, plate, mask, x, y)
        y += 1.25 * plate.shape[0]
    return Attacked(pixels)
