"""Labels that people lay over pictures: chips, badges, tags, bursts, bubbles, polls, counters, notes, tapes, flags."""

import string

import cv2
import numpy as np

from benchmarks.attacks.paint import Mask, feather, rounded_mask
from benchmarks.attacks.varied.faces import smiley, star_points
from benchmarks.attacks.varied.icons import any_sticker
from benchmarks.attacks.varied.labels import SHOUTS, burst, chip, count, plated, remark, tag
from benchmarks.attacks.varied.pieces import edged, faded, flat, lay, over, padded, turned
from benchmarks.attacks.varied.shapes import BLACK, WHITE, Piece, Sheet, any_colour, apart, mixed, pick, shaded, vivid
from benchmarks.attacks.varied.words import inked, letters


def reactions(high: int, rng: np.random.Generator) -> Piece:
    """A row of small faces with a count, on a plate or bare."""
    number = int(rng.integers(1, 6))
    step = round(high * rng.uniform(0.7, 1.25))
    words = letters(count(rng), high * rng.uniform(0.4, 0.7), rng, plain=True)
    width = step * number + high + words.shape[1]
    bare = rng.random() < 0.4
    ground = pick(rng, [WHITE, (40, 40, 45), any_colour(rng)])
    cover = np.zeros((high + 4, width), np.float32) if bare else rounded_mask((width, high + 4), high // 2)
    piece = flat(cover, ground)
    for place in range(number):
        one = any_sticker(high, rng)
        room = flat(np.zeros(cover.shape, np.float32), ground)
        pixels = lay(room.pixels, Piece(one.pixels, np.ones_like(one.cover)), 4 + place * step, 2)
        where: Mask = np.zeros(cover.shape, np.float32)
        kept = where[2 : 2 + high, 4 + place * step : 4 + place * step + high]
        kept[:] = one.cover[: kept.shape[0], : kept.shape[1]]
        piece = over(Piece(pixels, where), piece)
    where = np.zeros(cover.shape, np.float32)
    top = (high + 4 - words.shape[0]) // 2
    left = width - words.shape[1] - high // 4
    where[top : top + words.shape[0], left : left + words.shape[1]] = words
    return over(flat(where, WHITE if bare else apart(ground, rng, 0)), piece)


def poll(high: int, rng: np.random.Generator) -> Piece:
    """A question with bars to choose from, or a slider."""
    board = Sheet(3 * high, 2 * high)
    ground, bar = pick(rng, [WHITE, (30, 30, 35), any_colour(rng)]), any_colour(rng)
    board.box((0, 0, 1.5, 1), ground, rng.uniform(0.03, 0.15))
    board.stamp(
        letters(remark(rng)[:14], high * 0.3, rng, plain=True)[:, : int(2.7 * high)], 0.75, 0.17, apart(ground, rng, 0)
    )
    if rng.random() < 0.3:
        share = rng.uniform(0.2, 0.9)
        board.line([(0.15, 0.65), (1.35, 0.65)], mixed(ground, (128, 128, 128), 0.5), 0.06)
        board.line([(0.15, 0.65), (0.15 + 1.2 * share, 0.65)], bar, 0.06)
        board.disc(0.15 + 1.2 * share, 0.65, 0.1, None, apart(bar, rng))
        return board.piece()
    share = rng.uniform(0.2, 0.8)
    for row, part in ((0.36, share), (0.68, 1 - share)):
        board.box((0.1, row, 1.4, row + 0.24), mixed(ground, (128, 128, 128), 0.35), 0.08)
        board.box((0.1, row, 0.3 + 1.1 * part, row + 0.24), bar, 0.08)
        words = letters(pick(rng, ["yes", "no", "YES", "maybe", "team A", "of course"]), high * 0.2, rng, plain=True)
        board.stamp(words[:, : 2 * high], 0.4, row + 0.12, apart(bar, rng, 0))
        board.stamp(letters(f"{part:.0%}", high * 0.2, rng, plain=True), 1.2, row + 0.12, apart(ground, rng, 0))
    return board.piece()


def counter(high: int, rng: np.random.Generator) -> Piece:
    """Days and hours to go, or how many likes, in boxes."""
    boxes = int(rng.integers(2, 5))
    board = Sheet(boxes * high, high)
    ground = any_colour(rng)
    for number in range(boxes):
        board.box((number + 0.06, 0.06, number + 0.94, 0.94), ground, rng.uniform(0, 0.25))
        board.stamp(
            letters(f"{int(rng.integers(100)):02d}", high * 0.5, rng, plain=True),
            number + 0.5,
            0.5,
            apart(ground, rng, 0),
        )
    return board.piece()


def note(high: int, rng: np.random.Generator) -> Piece:
    """A paper note with a few words, ruled, with a pin or a curled corner."""
    board = Sheet(round(high * rng.uniform(0.9, 1.6)), high)
    wide = board.image.width / board.scale
    paper = pick(rng, [(255, 240, 120), (255, 190, 200), (180, 230, 255), WHITE, (235, 225, 200), vivid(rng)])
    board.area([(0, 0), (wide, 0), (wide, 0.85), (wide - 0.12, 1), (0, 1)], paper)
    board.area([(wide, 0.85), (wide - 0.12, 1), (wide - 0.13, 0.87)], mixed(paper, BLACK, 0.25))
    if rng.random() < 0.4:
        for row in np.arange(0.2, 0.95, 0.12):
            board.line([(0.04, row), (wide - 0.04, row)], mixed(paper, (80, 120, 200), 0.4), 0.008)
    ink = pick(rng, [(30, 30, 60), BLACK, (180, 20, 40)])
    for row, words in zip((0.28, 0.52, 0.76), remark(rng).split(), strict=False):
        board.stamp(letters(words, high * 0.13, rng)[:, : int(high * wide * 0.9)], wide / 2, row, ink)
    if rng.random() < 0.4:
        board.disc(wide / 2, 0.08, 0.06, None, vivid(rng))
    return board.piece()


def tape(high: int, rng: np.random.Generator) -> Piece:
    """A strip of paper tape with a pattern, half to be seen through."""
    width = round(high * rng.uniform(2.5, 7))
    board = Sheet(width, high)
    paper, other = any_colour(rng), any_colour(rng)
    long = width / high
    teeth = [(long - 0.08 * (i % 2), i / 8) for i in range(9)]
    board.area([(0, 0), *teeth, *[(0.08 * (i % 2), i / 8) for i in range(8, -1, -1)]], paper)
    way = int(rng.integers(4))
    for x in np.arange(0.3, long - 0.3, rng.uniform(0.3, 0.7)):
        if way == 0:
            board.line([(x, 0.1), (x - 0.15, 0.9)], other, 0.08)
        elif way == 1:
            board.disc(x, rng.uniform(0.2, 0.8), 0.1, None, other)
        elif way == 2:
            board.area(star_points(x, 0.5, 0.2, 0.09), other)
    return faded(board.piece(), rng.uniform(0.5, 1))


def flag(high: int, rng: np.random.Generator) -> Piece:
    """Three stripes across or down, a cross or a disc, straight or waving."""
    board = Sheet(round(1.5 * high), high)
    colours = [pick(rng, [(200, 20, 40), WHITE, (20, 60, 160), (250, 205, 30), (20, 130, 70), BLACK]) for _ in range(3)]
    for number, colour in enumerate(colours):
        start = number / 3
        corners = (0, start, 1.5, start + 0.34) if rng.random() < 0.5 else (start * 1.5, 0, start * 1.5 + 0.51, 1)
        board.box(corners, colour)
    way, colour = rng.random(), any_colour(rng)
    if way < 0.25:
        board.disc(0.75, 0.5, 0.25, None, colour)
    elif way < 0.5:
        board.box((0, 0.4, 1.5, 0.6), colour)
        board.box((0.5, 0, 0.7, 1), colour)
    elif way < 0.65:
        board.area(star_points(0.75, 0.5, 0.25, 0.1), colour)
    piece = padded(board.piece(), high // 5 + 1)
    if rng.random() < 0.6:
        y, x = np.mgrid[0 : piece.size[1], 0 : piece.size[0]].astype(np.float32)
        y += (np.sin(x / high * rng.uniform(3, 6)) * high * 0.08).astype(np.float32)
        pixels = np.asarray(cv2.remap(piece.pixels, x, y, cv2.INTER_LINEAR), np.uint8)
        piece = shaded(Piece(pixels, np.asarray(cv2.remap(piece.cover, x, y, cv2.INTER_LINEAR), np.float32)), rng)
    return piece


def shout(high: int, rng: np.random.Generator) -> Piece:
    """A word of its own in fat coloured letters, as stickers with words are."""
    words = pick(rng, SHOUTS) if rng.random() < 0.6 else remark(rng)[:16].strip()
    colour = any_colour(rng)
    piece = inked(letters(words, high * 0.7, rng, heavy=True), colour, rng)
    if rng.random() < 0.6:
        piece = edged(piece, apart(colour, rng, 0.3), max(1, high // 9))
    return turned(piece, rng.uniform(-15, 15)) if rng.random() < 0.4 else piece


def portrait(high: int, rng: np.random.Generator) -> Piece:
    """A small round picture of an account, with a ring, a name beside it or a mark on it."""
    board = Sheet(high, high)
    board.disc(0.5, 0.5, 0.48, None, any_colour(rng))
    board.disc(0.5, 0.5, 0.42, None, mixed(any_colour(rng), (128, 128, 128), 0.4))
    if rng.random() < 0.5:
        skin = pick(rng, [(235, 195, 165), (190, 135, 100), (110, 75, 50)])
        board.half(0.5, 0.9, (0.3, 0.3), (180, 360), any_colour(rng))
        board.disc(0.5, 0.4, 0.17, 0.2, skin)
    else:
        board.stamp(letters(pick(rng, string.ascii_uppercase), high * 0.45, rng, plain=True), 0.5, 0.5, WHITE)
    return board.piece()


def story_text(high: int, rng: np.random.Generator) -> Piece:
    """Lines of words, each on a box of its own, under one another."""
    ground = any_colour(rng)
    lines = [plated(letters(words, high * 0.4, rng, plain=True), apart(ground, rng, 0.1), ground, rng)
             for words in (remark(rng)[:20].strip() for _ in range(int(rng.integers(1, 4))))]  # fmt: skip
    width = max(line.size[0] for line in lines)
    pixels = np.zeros((sum(line.size[1] for line in lines), width, 3), np.uint8)
    cover: Mask = np.zeros(pixels.shape[:2], np.float32)
    y, left = 0, rng.random() < 0.4
    for line in lines:
        x = 0 if left else (width - line.size[0]) // 2
        pixels[y : y + line.size[1], x : x + line.size[0]] = line.pixels
        cover[y : y + line.size[1], x : x + line.size[0]] = line.cover
        y += line.size[1]
    return Piece(pixels, feather(cover, 0.3))


CHIPS = {
    "chip": chip, "burst": burst, "tag": tag, "reactions": reactions, "poll": poll, "counter": counter, "note": note,
    "tape": tape, "flag": flag, "shout": shout, "portrait": portrait, "story_text": story_text, "smiley": smiley,
}  # fmt: skip
