"""Words and marks laid over a poster by those who pass it on."""

import cv2
import numpy as np
from PIL import Image

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import size_of
from benchmarks.attacks.twelfth import wording
from benchmarks.attacks.twelfth.colours import BLACK, VIVID, WHITE
from benchmarks.attacks.twelfth.pixels import Floats, lay
from benchmarks.attacks.twelfth.shapes import polygon, rounded, shape
from benchmarks.attacks.twelfth.write import app_hand, fitting, set_words, words_high
from benchmarks.attacks.values import Attacked, OtherPosters


def watermark(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """One half-transparent watermark of a site, across the middle or near an edge."""
    width, height = size_of(picture)
    words = one_of(rng, ("SAMPLE", "moviefan.net", "PosterHub", "FILM DAILY", "preview", *wording.HANDLES))
    ink = words_high(words, app_hand(rng), between(rng, 0.03, 0.08) * width, 0.8 * width)
    x, y = (width - ink.shape[1]) * rng.random(), (height - ink.shape[0]) * between(rng, 0.05, 0.95)
    colour = one_of(rng, (WHITE, WHITE, BLACK))
    return Attacked(set_words(picture, ink, x, y, colour, strength=between(rng, 0.25, 0.6)), note=words)


def watermark_tiled(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A picture agency's mark repeated over everything, slanting."""
    width, height = size_of(picture)
    words = one_of(rng, ("stockpic", "PREVIEW", "moviefan.net", "© archive", "SAMPLE", "dreamshots"))
    ink = words_high(words, app_hand(rng), between(rng, 0.022, 0.045) * width, 0.5 * width)
    lean = one_of(rng, (0.0, 20.0, 30.0, 45.0, -30.0))
    side = round(1.5 * max(width, height))
    sheet = np.zeros((side, side), np.float32)
    apart, down = round(ink.shape[1] * between(rng, 1.4, 2.2)), round(ink.shape[0] * between(rng, 4, 8))
    for row, y in enumerate(range(0, side - ink.shape[0], down)):
        for x in range((row % 2) * apart // 2, side - ink.shape[1], apart):
            sheet[y : y + ink.shape[0], x : x + ink.shape[1]] = ink
    image = Image.fromarray((sheet * 255).astype(np.uint8)).rotate(lean, Image.Resampling.BILINEAR)
    left, top = (side - width) // 2, (side - height) // 2
    mask = np.asarray(image, np.float32)[top : top + height, left : left + width] / np.float32(255)
    return Attacked(lay(picture, WHITE, mask * np.float32(between(rng, 0.15, 0.4))), note=words)


def handle(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The account's name in a corner or along the bottom."""
    width, height = size_of(picture)
    words = one_of(rng, wording.HANDLES)
    ink = words_high(words, app_hand(rng, bold=rng.random() < 0.5), between(rng, 0.025, 0.045) * width, 0.6 * width)
    x, y = fitting(
        picture, ink, one_of(rng, (0.0, 0.5, 1.0)) * width - ink.shape[1] / 2, one_of(rng, (0.01, 0.99)) * height
    )
    pixels = set_words(picture, ink, x, y, WHITE, strength=between(rng, 0.7, 1), shadow=between(rng, 0, 0.8))
    return Attacked(pixels, note=words)


def meme_remark(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A remark in white with a black rim, at the top, at the bottom or both."""
    width, height = size_of(picture)
    pixels, words = picture, ""
    for share in one_of(rng, ((0.03,), (0.86,), (0.03, 0.86))):
        words = one_of(rng, wording.REMARKS)
        words = words.upper() if rng.random() < 0.5 else words
        ink = words_high(words, app_hand(rng), between(rng, 0.05, 0.09) * width, 0.9 * width)
        x, y = fitting(picture, ink, (width - ink.shape[1]) / 2, share * height)
        pixels = set_words(pixels, ink, x, y, one_of(rng, (WHITE, WHITE, VIVID[1])), rim=0.1)
    return Attacked(pixels, note=words)


def subtitle(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A line of subtitles, as left by a video player."""
    width, height = size_of(picture)
    words = one_of(rng, wording.SUBTITLES)
    ink = words_high(words, app_hand(rng, bold=rng.random() < 0.4), between(rng, 0.03, 0.045) * width, 0.85 * width)
    x, y = (width - ink.shape[1]) / 2, between(rng, 0.78, 0.92) * height
    pixels = picture
    if rng.random() < 0.4:
        room = 0.6 * ink.shape[0]
        plate = rounded(ink.shape[1] + 2 * room, ink.shape[0] + 2 * room, 0.05) * np.float32(0.7)
        pixels = lay(pixels, BLACK, plate, x - room, y - room)
    return Attacked(set_words(pixels, ink, x, y, one_of(rng, (WHITE, VIVID[1])), rim=0.08), note=words)


def pointing_arrow(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """An arrow that points at something, maybe with a word."""
    width, height = size_of(picture)
    size, tip = between(rng, 0.2, 0.4) * width, between(rng, 0.3, 0.42)
    outline = ((0, 0.4), (0.6, 0.4), (0.6, 0.5 - tip / 2), (1, 0.5), (0.6, 0.5 + tip / 2), (0.6, 0.6), (0, 0.6))
    image = Image.fromarray((polygon(size, size, outline) * 255).astype(np.uint8))
    mask = np.asarray(image.rotate(between(rng, 0, 360), Image.Resampling.BICUBIC), np.float32) / np.float32(255)
    x, y = between(rng, 0.02, 0.6) * width, between(rng, 0.05, 0.7) * height
    pixels = lay(picture, one_of(rng, VIVID), mask, x, y)
    if rng.random() < 0.5:
        ink = words_high(
            one_of(rng, ("look!", "this", "HIM", "wait what", "???")), app_hand(rng), 0.05 * width, 0.4 * width
        )
        x, y = fitting(picture, ink, x, y + size)
        pixels = set_words(pixels, ink, x, y, WHITE, rim=0.1)
    return Attacked(pixels)


def _stroke(width: int, height: int, points: np.ndarray, thick: float) -> Floats:
    path = [(float(x) * 1.0, float(y) * 1.0) for x, y in points]
    finer = 3 if width * height < 400_000 else 1
    return shape(
        width,
        height,
        lambda d, w, h: d.line(
            [(x * w, y * h) for x, y in path], fill=255, width=max(2, round(thick * finer)), joint="curve"
        ),
    )


def drawn_circle(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Something circled by finger."""
    width, height = size_of(picture)
    turns = np.linspace(0, 2 * np.pi * between(rng, 0.95, 1.25), 60) + rng.random() * 6
    wobble = 0.42 + 0.05 * np.sin(turns * between(rng, 0.4, 1.4)) + np.linspace(0, 0.03, 60)
    points = np.stack([0.5 + wobble * np.cos(turns), 0.5 + wobble * np.sin(turns)], axis=1)
    across = round(between(rng, 0.2, 0.5) * width)
    mask = _stroke(across, round(across * between(rng, 0.6, 1.1)), points, between(rng, 0.008, 0.018) * width)
    x, y = between(rng, 0, 1 - across / width) * width, between(rng, 0.03, 0.7) * height
    return Attacked(lay(picture, one_of(rng, (*VIVID[:4], VIVID[0])), mask, x, y))


def scribble(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Something underlined or crossed through with a marker."""
    width, height = size_of(picture)
    waves = int(rng.integers(2, 7))
    x = np.linspace(0.04, 0.96, 12 * waves)
    zigzag = 0.5 + 0.38 * np.sin(x * waves * 2 * np.pi) + rng.normal(0, 0.03, len(x))
    across, down = round(between(rng, 0.3, 0.7) * width), round(between(rng, 0.05, 0.12) * width)
    mask = _stroke(across, down, np.stack([x, np.clip(zigzag, 0.03, 0.97)], axis=1), between(rng, 0.008, 0.02) * width)
    strength = np.float32(one_of(rng, (1.0, 1.0, 0.5)))
    left, top = between(rng, 0, 1 - across / width) * width, between(rng, 0.05, 0.88) * height
    return Attacked(lay(picture, one_of(rng, VIVID), mask * strength, left, top))


def news_bar(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The caption bar of a news site across the lower part."""
    width, height = size_of(picture)
    high = between(rng, 0.12, 0.2) * width
    y = height - high - one_of(rng, (0.0, 0.0, 0.06)) * height
    plate = np.full((round(high), width), between(rng, 0.75, 1), np.float32)
    pixels = lay(picture, one_of(rng, ((12, 12, 16), WHITE, VIVID[0], (20, 40, 110))), plate, 0, y)
    place = app_hand(rng)
    ink = words_high(one_of(rng, wording.NEWS), place, 0.22 * high, 0.9 * width)
    middle = y + (high - ink.shape[0]) / 2
    ground = pixels[min(height - 1, round(y + 0.1 * high)), width // 2]
    colour = WHITE if float(cv2.mean(ground.reshape(1, 1, 3))[1]) < 140 else BLACK
    pixels = set_words(pixels, ink, 0.04 * width, middle, colour)
    name = words_high(one_of(rng, ("CINE NEWS", "MovieWire", "THE REEL")), place, 0.13 * high, 0.3 * width)
    return Attacked(set_words(pixels, name, 0.04 * width, y + 0.12 * high, colour, strength=0.75))
