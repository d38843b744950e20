"""Stickers of as many looks as chance makes: faces, drawn things and labels, one or many, anywhere on a poster."""

from collections.abc import Callable

import cv2
import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import size_of
from benchmarks.attacks.paint import feather
from benchmarks.attacks.values import Attacked, OtherPosters
from benchmarks.attacks.varied.animals import animal
from benchmarks.attacks.varied.chips import CHIPS
from benchmarks.attacks.varied.faces import smiley
from benchmarks.attacks.varied.icons import any_sticker, icon
from benchmarks.attacks.varied.labels import count
from benchmarks.attacks.varied.pieces import edged, faded, flat, lay, place, resized, shadowed, turned
from benchmarks.attacks.varied.shapes import WHITE, Piece, any_colour, chosen, pick
from benchmarks.attacks.varied.words import letters

Make = Callable[[int, np.random.Generator], Piece]


def _side(picture: Pixels, rng: np.random.Generator, low: float = 0.06, high: float = 0.27) -> int:
    """A size in pixels; small ones as often as large ones."""
    return max(8, round(float(picture.shape[1] * np.exp(rng.uniform(np.log(low), np.log(high))))))


def _dressed(piece: Piece, rng: np.random.Generator) -> Piece:
    """Cut out with a white edge, with a shadow, turned, pale or soft now and then."""
    if rng.random() < 0.3:
        piece = edged(
            piece,
            WHITE if rng.random() < 0.8 else any_colour(rng),
            max(1, round(piece.size[1] * rng.uniform(0.03, 0.08))),
        )
    if rng.random() < 0.25:
        piece = shadowed(piece, rng)
    if rng.random() < 0.45:
        piece = turned(piece, rng.normal(0, 16))
    if rng.random() < 0.15:
        piece = faded(piece, rng.uniform(0.5, 0.9))
    if rng.random() < 0.1:
        piece = Piece(np.asarray(cv2.GaussianBlur(piece.pixels, (0, 0), 0.8), np.uint8), feather(piece.cover, 0.8))
    return piece


def _fitting(piece: Piece, width: int) -> Piece:
    if piece.size[0] <= width:
        return piece
    size = (width, max(4, round(piece.size[1] * width / piece.size[0])))
    return resized(piece, size)


def _one(picture: Pixels, rng: np.random.Generator, make: Make, low: float = 0.06, high: float = 0.27) -> Pixels:
    piece = _dressed(_fitting(make(_side(picture, rng, low, high), rng), round(picture.shape[1] * 0.8)), rng)
    return lay(picture, piece, *place(picture, piece.size, rng))


def _few(picture: Pixels, rng: np.random.Generator, make: Make) -> Pixels:
    for _ in range(int(pick(rng, [1, 1, 1, 2, 2, 3, 4]))):
        picture = _one(picture, rng, make)
    return picture


def _scattered(picture: Pixels, rng: np.random.Generator) -> Pixels:
    """The same sticker, or a few kinds, all over or in one corner of the picture."""
    side = _side(picture, rng, 0.04, 0.11)
    kinds = [any_sticker(side, rng) for _ in range(int(rng.integers(1, 4)))]
    low = rng.uniform(0, 0.5, 2)
    high = low + rng.uniform(0.3, 0.5, 2)
    size = np.array(size_of(picture))
    for _ in range(int(rng.integers(5, 16))):
        piece = turned(pick(rng, kinds), rng.normal(0, 15))
        x, y = rng.uniform(low, high) * size
        picture = lay(picture, piece, x - side / 2, y - side / 2)
    return picture


def _row(picture: Pixels, rng: np.random.Generator) -> Pixels:
    """Stickers in a line across or down, alike or not, with counts beside them or none."""
    side = _side(picture, rng, 0.05, 0.15)
    number, down, alike = int(rng.integers(2, 7)), rng.random() < 0.4, rng.random() < 0.4
    make = pick(rng, [smiley, any_sticker, any_sticker, icon])
    first = make(side, rng)
    step = round(side * rng.uniform(1.0, 1.7))
    size = (side, step * number) if down else (step * number, side)
    x, y = place(picture, size, rng)
    counted, ink = rng.random() < 0.3, any_colour(rng)
    for position in range(number):
        at = (x, y + position * step) if down else (x + position * step, y)
        picture = lay(picture, first if alike else make(side, rng), *at)
        if counted:
            picture = lay(picture, flat(letters(count(rng), side * 0.28, rng, plain=True), ink), at[0], at[1] + side)
    return picture


def _rising(picture: Pixels, rng: np.random.Generator) -> Pixels:
    """Hearts or faces that float up along an edge, growing and fading."""
    width, height = size_of(picture)
    x, swing = rng.uniform(0.1, 0.9) * width, rng.uniform(0.02, 0.1) * width
    name = pick(rng, ["heart", "heart", "thumb", "flame", "star", "balloon"])
    for share in np.linspace(0.95, rng.uniform(0.2, 0.6), int(rng.integers(4, 10))):
        side = max(8, round(width * rng.uniform(0.04, 0.1)))
        piece = faded(turned(icon(side, rng, name), rng.normal(0, 12)), 0.45 + 0.5 * share)
        picture = lay(picture, piece, x + rng.uniform(-1, 1) * swing, share * height - side)
    return picture


def _labelled(name: str) -> Callable[[Pixels, np.random.Generator], Pixels]:
    small = name in ("chip", "reactions", "counter", "poll", "tape", "tag", "shout", "story_text")
    return lambda picture, rng: _one(picture, rng, CHIPS[name], 0.035 if small else 0.08, 0.13 if small else 0.25)


KINDS: dict[str, Callable[[Pixels, np.random.Generator], Pixels]] = {
    "faces": lambda picture, rng: _few(picture, rng, smiley),
    "faces_again": lambda picture, rng: _few(picture, rng, smiley),
    "emoji": lambda picture, rng: _few(picture, rng, any_sticker),
    "emoji_again": lambda picture, rng: _few(picture, rng, any_sticker),
    "animals": lambda picture, rng: _few(picture, rng, animal),
    "things": lambda picture, rng: _few(picture, rng, icon),
    "things_again": lambda picture, rng: _few(picture, rng, icon),
    "scattered": _scattered,
    "scattered_again": _scattered,
    "row": _row,
    "rising": _rising,
    **{name: _labelled(name) for name in CHIPS if name != "smiley"},
}


def stickers(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Benign: faces, things and labels laid over the poster, one to many, small to a quarter of its width."""
    kinds = chosen(rng, KINDS, 0.2)
    result = picture.copy()
    for kind in kinds:
        result = KINDS[kind](result, rng)
    return Attacked(result, note=", ".join(kinds))
