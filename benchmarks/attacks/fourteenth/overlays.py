"""Harmless things laid over the poster: stickers, watermarks, remarks."""

from collections.abc import Callable
from functools import wraps

import cv2
import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.fourteenth import Rng
from benchmarks.attacks.fourteenth.lettering import APP, BLACK, BOLD, PLAIN, WHITE, Style, fitted, set_mask, set_words
from benchmarks.attacks.fourteenth.paint import grown, heart, lay, luma, smiley, star, talk
from benchmarks.attacks.fourteenth.places import find_face
from benchmarks.attacks.geometry import shift_matrix, size_of
from benchmarks.attacks.values import Attacked, AttackFunction, OtherPosters

SHORT = ("omg", "love this", "yes!!", "so good", "wow", "iconic")
MARKS = ("moviefans.net", "POSTERWORLD", "filmblog", "preview", "cinema-archive", "SAMPLE")
HANDLES = ("@moviemaniac", "@cinephile_dan", "www.filmfans.net", "www.posters.org", "@reel.talk", "filmdaily.com")
MEMES = (
    "me every friday night", "can't wait to watch this", "when the popcorn is ready", "this film broke me",
    "nobody:\nabsolutely nobody:\nme:", "mood all week", "POV: you said just one movie",
)  # fmt: skip
BRIGHT = ((230, 40, 60), (255, 120, 30), (250, 210, 40), (60, 170, 80), (60, 120, 230), (220, 80, 180))


def overlay(draw: Callable[[Pixels, Rng], str]) -> AttackFunction:
    """An attack of what draws on a canvas and tells what it drew."""

    @wraps(draw)
    def attack(pixels: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
        canvas = pixels.copy()
        return Attacked(canvas, note=draw(canvas, rng))

    return attack


@overlay
def stickers(canvas: Pixels, rng: Rng) -> str:
    """One to four smileys, hearts or stars, some of them with a white rim."""
    (width, height), kind, rim, colour = size_of(canvas), int(rng.integers(4)), rng.random() < 0.5, one_of(rng, BRIGHT)
    for _ in range(int(rng.integers(1, 5 if kind > 1 else 3))):
        size = round(min(width, height) * between(rng, 0.1, 0.22))
        x, y = int(between(rng, 0.02, 0.98) * (width - size)), int(between(rng, 0.05, 0.95) * (height - size))
        if kind < 2:
            smiley(canvas, size, x, y, hearts=kind == 0)
            continue
        sign, edge = heart(size) if kind == 2 else star(size), max(2, size // 16)
        lay(canvas, grown(sign, edge), WHITE, x - edge, y - edge, float(rim))
        lay(canvas, sign, colour, x, y)
    return ("smileys with hearts", "smileys", "hearts", "stars")[kind]


@overlay
def speech_bubble(canvas: Pixels, rng: Rng) -> str:
    (width, height), text, face = size_of(canvas), one_of(rng, SHORT), find_face(canvas)
    wide = round(min(width, height) * between(rng, 0.28, 0.4))
    tall = round(wide * 0.62)
    bubble = np.asarray(cv2.resize(talk(wide), (wide, tall), interpolation=cv2.INTER_AREA), np.float32)
    x = int(np.clip(face.x + face.width * 0.8, 4, width - wide - 4))
    y = int(np.clip(face.y - tall * 0.9, 4, height - tall - 4))
    lay(canvas, grown(bubble, 2), BLACK, x - 2, y - 2)
    lay(canvas, bubble, WHITE, x, y)
    room = (wide * 0.74, tall * 0.34)
    set_words(canvas, text, Style(one_of(rng, BOLD)), (x + wide / 2, y + tall * 0.37), room, BLACK)
    return text


@overlay
def watermark(canvas: Pixels, rng: Rng) -> str:
    """A site's name, half transparent, once over the picture or all over it."""
    text, (width, height), tiled = one_of(rng, MARKS), size_of(canvas), rng.random() < 0.5
    size = width * between(rng, 0.24, 0.34) if tiled else min(width, height) * between(rng, 0.55, 0.85)
    mask, side = fitted(text, Style(one_of(rng, BOLD)), size, height * 0.12), int(np.hypot(width, height)) + 8
    if tiled:
        cell = np.pad(mask, ((mask.shape[0] * 2,) * 2, (mask.shape[1] // 5,) * 2))
        mask = np.tile(cell, (side // cell.shape[0] + 2, side // cell.shape[1] + 2))[:side, :side]
    level, degrees = (0.5, 30) if tiled else (between(rng, 0.35, 0.65), one_of(rng, (0, 0, 25, 40)))
    rows, columns = mask.shape
    turn = cv2.getRotationMatrix2D((columns / 2, rows / 2), degrees, 1)
    turn[:, 2] += (width - columns) / 2, height * level - rows / 2
    turned = np.asarray(cv2.warpAffine(mask, turn, (width, height)), np.float32)
    bright, strength = luma(canvas[turned.max(axis=1) > 0.1]) > 0.6, between(rng, 0.25, 0.4) + (0 if tiled else 0.15)
    lay(canvas, turned, WHITE if bright else BLACK, 1, 1, strength * 0.5)
    lay(canvas, turned, (70, 70, 70) if bright else WHITE, 0, 0, strength)
    return f"{text}, tiled {tiled}"


@overlay
def handle(canvas: Pixels, rng: Rng) -> str:
    text, (width, height) = one_of(rng, HANDLES), size_of(canvas)
    style = Style(one_of(rng, BOLD + PLAIN), effect=one_of(rng, ("shadow", "plain", "outline")))
    spot = (one_of(rng, (0, width)), one_of(rng, (0, height)))
    set_words(canvas, text, style, spot, (width * between(rng, 0.28, 0.4), height * 0.04), one_of(rng, (WHITE, BLACK)))
    return text


def caption_bar(pixels: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """A bar with a remark: added above the picture, or laid over its upper or lower end."""
    text, (width, height), (fill, ink) = (
        one_of(rng, MEMES),
        size_of(pixels),
        one_of(rng, ((WHITE, BLACK), (BLACK, WHITE))),
    )
    style = Style(one_of(rng, (BOLD[0], BOLD[2], APP)))
    mask = fitted(text, style, width * 0.88, height * (0.05 + 0.05 * text.count("\n")))
    bar, where = mask.shape[0] + round(height * 0.05), one_of(rng, ("added", "upper end", "lower end"))
    added = bar if where == "added" else 0
    canvas = np.vstack([np.full((added, width, 3), fill, np.uint8), pixels])
    top = height - bar if where == "lower end" else 0
    canvas[top : top + bar] = fill
    set_mask(canvas, mask, style, (width / 2, top + bar / 2), ink)
    return Attacked(canvas, note=f"{text!r} {where}", place=shift_matrix(0, added))


@overlay
def meme_remark(canvas: Pixels, rng: Rng) -> str:
    text, (width, height) = one_of(rng, MEMES), size_of(canvas)
    text = text if rng.random() < 0.5 else text.upper()
    mask = fitted(text, Style(BOLD[2], tall=1.25), width * 0.9, height * (0.08 + 0.05 * text.count("\n")))
    edge = max(1, round(mask.shape[0] * 0.05))
    x, y = (width - mask.shape[1]) // 2, height * one_of(rng, (0.08, 0.3, 0.55, 0.92)) - len(mask) / 2
    y = int(np.clip(y, 5, height - len(mask) - 5))
    lay(canvas, grown(mask, edge), BLACK, x - edge, y - edge)
    lay(canvas, mask, WHITE, x, y)
    return repr(text)
