"""Harmless: words and stickers people lay over a poster they share."""

import numpy as np
from PIL import Image

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.fifteenth.drawings import sign, smiley
from benchmarks.attacks.fifteenth.layers import BLACK, WHITE, Ink, blend, ink_for, paste_drawing, set_words
from benchmarks.attacks.fifteenth.lettering import BOLD, PLAIN, SCREEN, Mask, fitted, lines_mask
from benchmarks.attacks.geometry import size_of
from benchmarks.attacks.values import Attacked, OtherPosters

SITES = ("www.filmposters.net", "MovieStills.com", "cinemadaily.org", "POSTERHUB", "© FilmFan", "SAMPLE")
HANDLES = ("@filmlover_92", "@moviequotes", "@cinemajunkie", "www.movieblog.com", "t.me/films4you", "@anna.k")
SHORT = ("omg", "love this", "YES!!", "wow", "so good", "can't wait", "haha", "must see!")
MEMES = (("me every", "friday night"), ("can't wait", "to watch this"), ("when the popcorn", "is finally ready"),
         ("nobody:", "me at 3 am:"), ("POV: it's", "movie night"), ("me and who?",), ("this film changed my life",),
         ("when mom says", "we're going out"))  # fmt: skip


def drawn_sticker(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A heart or star with a white rim."""
    colour = one_of(rng, ((232, 40, 70), (255, 200, 30), (250, 90, 170), (60, 150, 250)))
    side = round(min(size_of(pixels)) * between(rng, 0.15, 0.26))
    return _stuck(pixels, rng, sign(one_of(rng, ("heart", "star")), side, colour, (255, 255, 255)), 20)


def smiley_sticker(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """An emoji: laughing, red-eyed with love, or with dark glasses."""
    side = round(min(size_of(pixels)) * between(rng, 0.14, 0.25))
    return _stuck(pixels, rng, smiley(side, one_of(rng, ("smile", "love", "glasses"))), 20)


def _stuck(pixels: Pixels, rng: np.random.Generator, drawing: Image.Image, lean: float) -> Attacked:
    result, turned = pixels.copy(), drawing.rotate(between(rng, -lean, lean), Image.Resampling.BICUBIC, expand=True)
    x = round(between(rng, 0.03, 0.97) * max(1, pixels.shape[1] - turned.width))
    y = round(between(rng, 0.05, 0.95) * max(1, pixels.shape[0] - turned.height))
    paste_drawing(result, turned, x, y)
    return Attacked(result)


def speech_bubble(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A speech bubble with a short remark."""
    size = max(16, pixels.shape[1] * between(rng, 0.055, 0.08))
    words = fitted(one_of(rng, SHORT), size, one_of(rng, BOLD), pixels.shape[1] * 0.45)
    across, down = round(words.shape[1] * 1.5 + size), round(size * 3.2)
    bubble = np.array(sign("comment", across, (255, 255, 255), (20, 20, 20)).resize((across, down)))
    raster = np.ascontiguousarray(bubble[:, :, :3])
    set_words(raster, words, (across - words.shape[1]) // 2, round(down * 0.43) - words.shape[0] // 2, Ink(BLACK))
    return _stuck(pixels, rng, Image.fromarray(np.dstack([raster, bubble[:, :, 3]])), 4)


def _turned(mask: Mask, angle: float) -> Mask:
    picture = Image.fromarray((mask * 255).astype(np.uint8)).rotate(angle, Image.Resampling.BICUBIC, expand=True)
    return np.asarray(picture, np.float32) / np.float32(255)


def watermark_once(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A site's name across the middle, half transparent, level or on a slant."""
    width, height = size_of(pixels)
    mask = fitted(one_of(rng, SITES), width * 0.12, one_of(rng, BOLD), width * between(rng, 0.55, 0.82))
    mask, result = _turned(mask, one_of(rng, (0.0, 25.0, 35.0))) * np.float32(between(rng, 0.35, 0.55)), pixels.copy()
    y = round(between(rng, 0.35, 0.65) * height) - mask.shape[0] // 2
    blend(result, mask, (width - mask.shape[1]) // 2, y, BLACK if pixels.mean() > 165 else WHITE)
    return Attacked(result)


def watermark_tiled(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A site's name again and again, on a slant, half transparent."""
    width, height = size_of(pixels)
    mask = fitted(one_of(rng, SITES), width * 0.07, one_of(rng, BOLD), width * 0.4)
    mask, result = _turned(mask, between(rng, 15, 40)) * np.float32(between(rng, 0.25, 0.4)), pixels.copy()
    step_x, step_y = round(mask.shape[1] * 1.15), round(mask.shape[0] * 1.3)
    for row, y in enumerate(range(-step_y // 2, height, step_y)):
        for x in range(-step_x if row % 2 else -step_x // 2, width, step_x):
            blend(result, mask, x, y, BLACK if pixels.mean() > 165 else WHITE)
    return Attacked(result)


def handle(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """An account's name or a site's address, small in a corner."""
    width, height = size_of(pixels)
    size, pad, result = max(13, width * between(rng, 0.03, 0.042)), round(width * 0.025), pixels.copy()
    words = fitted(one_of(rng, HANDLES), size, one_of(rng, SCREEN + PLAIN), width * 0.5)
    x = pad if rng.random() < 0.5 else width - words.shape[1] - pad
    y = pad if rng.random() < 0.3 else height - words.shape[0] - pad
    set_words(result, words, x, y, ink_for(pixels, Box(x, y, words.shape[1], words.shape[0]), rng, WHITE))
    return Attacked(result)


def caption_bar(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A bar over the picture with a remark on it."""
    width, height = size_of(pixels)
    words = fitted(" ".join(one_of(rng, MEMES)), max(15, width * 0.06), one_of(rng, SCREEN), width * 0.92)
    down = round(words.shape[0] * between(rng, 2, 2.6))
    y, result = round(between(rng, 0.1, 0.85) * (height - down)), pixels.copy()
    paper, ink = (WHITE, BLACK) if rng.random() < 0.4 else (BLACK, WHITE)
    blend(result, np.full((down, width), between(rng, 0.6, 1), np.float32), 0, y, paper)
    set_words(result, words, (width - words.shape[1]) // 2, y + (down - words.shape[0]) // 2, Ink(ink))
    return Attacked(result)


def meme_remark(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """White words with a black outline, one line at the top and one at the bottom, or both at one end."""
    width, height = size_of(pixels)
    lines = one_of(rng, MEMES)
    lines = tuple(line.upper() for line in lines) if rng.random() < 0.5 else lines
    face, size, edge = one_of(rng, BOLD), max(18, width * between(rng, 0.085, 0.115)), height // 28
    result, split = pixels.copy(), len(lines) > 1 and rng.random() < 0.6
    for group, above in [(lines[:1], True), (lines[1:], False)] if split else [(lines, rng.random() < 0.5)]:
        words = lines_mask(group, size, face, width * 0.9)
        y = edge if above else height - words.shape[0] - edge
        set_words(result, words, (width - words.shape[1]) // 2, y, Ink(WHITE, outline=BLACK))
    return Attacked(result)
