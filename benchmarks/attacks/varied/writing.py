"""Words over pictures: captions, subtitles, meme words, watermarks, dates, stamps."""

import string

import cv2
import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks import phrases
from benchmarks.attacks.geometry import Colour, size_of
from benchmarks.attacks.paint import Mask, feather, soft_noise
from benchmarks.attacks.varied.faces import star_points
from benchmarks.attacks.varied.labels import account, plated, remark
from benchmarks.attacks.varied.pieces import edged, faded, flat, lay, over, padded, place, shadowed, turned
from benchmarks.attacks.varied.shapes import BLACK, WHITE, Piece, Sheet, any_colour, apart, pick
from benchmarks.attacks.varied.words import inked, letters


def caption(picture: Pixels, rng: np.random.Generator) -> Pixels:
    """What somebody says about it: on a strip, a plate, in lines with an outline, as subtitles."""
    width, height = size_of(picture)
    high = max(7, round(height * rng.uniform(0.016, 0.045)))
    ink = pick(rng, [WHITE, WHITE, BLACK, (255, 230, 60), any_colour(rng)])
    y = round(height * pick(rng, [rng.uniform(0, 0.1), rng.uniform(0.78, 0.92), rng.uniform(0, 0.9)]))
    words, way = remark(rng), rng.random()
    lines = [words] if len(words) < 24 else [words[: len(words) // 2], words[len(words) // 2 :]]
    if way < 0.3:
        strip = np.full((round(high * 1.7 * len(lines) + high), width), rng.uniform(0.4, 1), np.float32)
        picture = lay(picture, flat(strip, apart(ink, rng, 0.2)), 0, y - high * 0.8)
    state = rng.integers(2**31)
    for row, line in enumerate(lines):
        mask = letters(line.strip() or "...", high, np.random.default_rng(state), plain=True)[:, : width - 8]
        piece = flat(mask, ink)
        if 0.3 <= way < 0.7:
            piece = edged(piece, apart(ink, rng, 0), max(1, high // 9))
        elif way < 0.85 and way >= 0.7:
            piece = shadowed(piece, rng)
        elif way >= 0.85:
            piece = plated(mask, ink, apart(ink, rng, 0.3), rng)
        picture = lay(picture, piece, pick(rng, [(width - piece.size[0]) / 2, 4.0]), y + row * high * 1.7)
    return picture


def meme(picture: Pixels, rng: np.random.Generator) -> Pixels:
    """Large white words with a black edge at the head or the foot."""
    width, height = size_of(picture)
    ink = WHITE if rng.random() < 0.8 else any_colour(rng)
    for y in ((0.02,), (0.86,), (0.02, 0.86))[int(rng.integers(3))]:
        words = " ".join(remark(rng).split()[: int(rng.integers(1, 5))]).upper()
        mask = letters(words, height * rng.uniform(0.04, 0.09), rng, heavy=True, plain=True)
        if mask.shape[1] > width * 0.94:
            mask = np.asarray(
                cv2.resize(mask, (round(width * 0.94), mask.shape[0]), interpolation=cv2.INTER_AREA), np.float32
            )
        piece = edged(flat(mask, ink), apart(ink, rng, 0), max(1, mask.shape[0] // 12))
        picture = lay(picture, piece, (width - piece.size[0]) / 2, height * (y + rng.uniform(0, 0.03)))
    return picture


def _emblem(side: int, colour: Colour, rng: np.random.Generator) -> Piece:
    """The shape beside the name of a site."""
    board = Sheet(side, side)
    match int(rng.integers(5)):
        case 0:
            board.disc(0.5, 0.5, 0.48, None, colour)
            board.stamp(letters(pick(rng, string.ascii_uppercase), side * 0.5, rng), 0.5, 0.5, apart(colour, rng, 0))
        case 1:
            board.arc(0.5, 0.5, (0.45, 0.45), (0, rng.uniform(200, 360)), colour, 0.1)
            board.area([(0.4, 0.3), (0.72, 0.5), (0.4, 0.7)], colour)
        case 2:
            board.area(star_points(0.5, 0.5, 0.48, rng.uniform(0.2, 0.4), int(rng.integers(3, 9))), colour)
        case 3:
            board.box((0.05, 0.2, 0.95, 0.8), colour, 0.1)
            board.disc(0.5, 0.5, 0.17, None, apart(colour, rng, 0))
        case _:
            for _ in range(3):
                (left, top), size = rng.uniform(0, 0.5, 2), rng.uniform(0.3, 0.5)
                board.box((left, top, left + size, top + size), colour, 0.05)
    return board.piece()


def watermark(picture: Pixels, rng: np.random.Generator) -> Pixels:
    """A name over and over, once in a corner, once large across, or beside a shape; clear or hardly there."""
    width, height = size_of(picture)
    colour = pick(rng, [WHITE, WHITE, BLACK, (128, 128, 128), any_colour(rng)])
    who = account(rng)
    words = pick(rng, ["SAMPLE", "PREVIEW", f"© {who}", who, who, "DRAFT", "COPY", "PROOF", *phrases.SITES])
    opacity = rng.uniform(0.15, 0.8)
    way = rng.random()
    if way < 0.3:
        high = height * rng.uniform(0.018, 0.04)
        piece = flat(letters(words, high, rng, plain=rng.random() < 0.6), colour)
        step = (piece.size[0] * rng.uniform(1.2, 2), high * rng.uniform(3, 7))
        side = int(np.hypot(width, height)) + 8
        board: Mask = np.zeros((side, side), np.float32)
        for row, y in enumerate(np.arange(0, side - 2 * high, step[1])):
            for x in np.arange(row % 2 * step[0] / 2, side - piece.size[0], step[0]):
                board[int(y) : int(y) + piece.size[1], int(x) : int(x) + piece.size[0]] = piece.cover
        turn = cv2.getRotationMatrix2D((side / 2, side / 2), pick(rng, [30, 45, -30, rng.uniform(-60, 60)]), 1)
        turn[:, 2] += np.array([(width - side) / 2, (height - side) / 2])
        cover = np.asarray(cv2.warpAffine(board, turn, (width, height)), np.float32)
        return lay(picture, flat(cover * np.float32(opacity * 0.7), colour), 0, 0)
    if way < 0.5:
        mask = letters(words, height * rng.uniform(0.08, 0.16), rng)
        size = (round(width * rng.uniform(0.6, 1.0)), mask.shape[0])
        piece = flat(np.asarray(cv2.resize(mask, size, interpolation=cv2.INTER_AREA), np.float32), colour)
        piece = turned(piece, pick(rng, [0, 30, 45, 55, -30]))
        x, y = (width - piece.size[0]) / 2, (height - piece.size[1]) * rng.uniform(0.2, 0.8)
        return lay(picture, faded(piece, opacity * 0.8), x, y)
    high = max(7, round(height * rng.uniform(0.015, 0.045)))
    mask = letters(words, high * rng.uniform(0.6, 1), rng, plain=rng.random() < 0.5)[:, : width - 8]
    piece = inked(mask, colour, rng) if rng.random() < 0.3 else flat(mask, colour)
    x, y = place(picture, (piece.size[0] + high, high), rng)
    if rng.random() < 0.4:
        picture = lay(picture, faded(_emblem(high, colour, rng), opacity), x, y)
        x += round(high * 1.2)
    if rng.random() < 0.12:
        piece = Piece(np.ascontiguousarray(np.rot90(piece.pixels)), np.ascontiguousarray(np.rot90(piece.cover)))
    return lay(picture, faded(piece, max(0.3, opacity)), x, y)


def small_print(picture: Pixels, rng: np.random.Generator) -> Pixels:
    """The number of a page, the date a camera writes, a line of a shop, a stamp."""
    width, height = size_of(picture)
    high = height * rng.uniform(0.014, 0.035)
    day, month, year = int(rng.integers(1, 29)), int(rng.integers(1, 13)), int(rng.integers(1, 27))
    way = rng.random()
    if way < 0.35:
        words = pick(
            rng,
            [
                f"'{year:02d} {month} {day}",
                f"{day:02d}.{month:02d}.20{year:02d}  18:{month + 10}",
                f"{month}/{day}/{year:02d}",
            ],
        )
        orange = flat(letters(words, high, rng, plain=True), pick(rng, [(255, 140, 40), (255, 200, 60), WHITE]))
        wide = padded(orange, 4)
        piece = over(wide, flat(feather(wide.cover, 2), (255, 80, 20)))
        return lay(picture, piece, width * 0.95 - piece.size[0], height * rng.uniform(0.9, 0.96))
    if way < 0.55:
        words = pick(
            rng,
            [
                f"{day}",
                f"{day}/{day + month}",
                f"Page {day}",
                f"- {day} -",
                f"Fig. {month}",
                f"IMG_{day}{month}4{year}",
            ],
        )
        piece = flat(letters(words, high, rng, plain=True), pick(rng, [WHITE, BLACK]))
        return lay(picture, piece, *place(picture, piece.size, rng))
    side = max(30, round(width * rng.uniform(0.2, 0.42)))
    board, ink = Sheet(side, side), pick(rng, [(190, 20, 40), (20, 60, 160), (20, 110, 60), BLACK, (90, 90, 90)])
    if rng.random() < 0.5:
        board.arc(0.5, 0.5, (0.48, 0.48), (0, 360), ink, 0.03)
        board.arc(0.5, 0.5, (0.4, 0.4), (0, 360), ink, 0.015)
    else:
        board.line([(0.05, 0.3), (0.95, 0.3), (0.95, 0.7), (0.05, 0.7), (0.05, 0.3)], ink, 0.03)
    words = pick(rng, ["SOLD", "RENTAL", "VIDEO CLUB", "USED", "LIBRARY", "CINE SHOP", "COPY", "PAID", "STORE 12"])
    mask = letters(words, side * 0.15, rng)
    mask = np.asarray(cv2.resize(mask, (min(mask.shape[1], round(side * 0.74)), mask.shape[0])), np.float32)
    board.stamp(mask, 0.5, 0.5, ink)
    piece = board.piece()
    worn = feather((soft_noise((side, side), rng, 24) > -0.45).astype(np.float32), 0.5)
    piece = turned(Piece(piece.pixels, piece.cover * worn * np.float32(rng.uniform(0.5, 0.95))), rng.normal(0, 18))
    return lay(picture, piece, *place(picture, piece.size, rng))
