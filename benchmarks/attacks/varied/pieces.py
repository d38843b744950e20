"""Small pictures with a cover: edges, shadows, turns, where they are laid, and what changed."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import Colour, size_of
from benchmarks.attacks.paint import Mask, feather, paste, to_uint8
from benchmarks.attacks.places import detailed_spot, title_band
from benchmarks.attacks.varied.shapes import BLACK, Piece, pick


def over(above: Piece, below: Piece) -> Piece:
    """Two pieces of one size as one."""
    top, bottom = above.cover[:, :, None], below.cover[:, :, None]
    cover = top + bottom * (1 - top)
    colours = (above.pixels * top + below.pixels * bottom * (1 - top)) / np.maximum(cover, 1e-4)
    return Piece(to_uint8(colours), np.asarray(cover[:, :, 0], np.float32))


def flat(cover: Mask, colour: Colour) -> Piece:
    """One colour where the cover says so."""
    return Piece(np.full((*cover.shape, 3), colour, np.uint8), cover)


def padded(piece: Piece, pad: int) -> Piece:
    """More empty room on all sides."""
    pixels = cv2.copyMakeBorder(piece.pixels, pad, pad, pad, pad, cv2.BORDER_REPLICATE)
    return Piece(np.asarray(pixels, np.uint8), np.pad(piece.cover, pad))


def grown(cover: Mask, pixels: int) -> Mask:
    """The cover made larger on all sides."""
    ball = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * pixels + 1, 2 * pixels + 1))
    return np.asarray(cv2.dilate(cover, ball), np.float32)


def edged(piece: Piece, colour: Colour, thick: int) -> Piece:
    """With an even edge all around, as stickers are cut out."""
    wide = padded(piece, thick + 1)
    return over(wide, flat(feather(grown(wide.cover, thick), 0.5), colour))


def shadowed(piece: Piece, rng: np.random.Generator, colour: Colour = BLACK) -> Piece:
    """With a shadow beside it, hard or soft."""
    reach = max(1, round(min(piece.size) * rng.uniform(0.02, 0.12)))
    wide = padded(piece, 3 * reach)
    moved = np.roll(wide.cover, (round(reach * rng.uniform(-0.3, 1)), round(reach * rng.uniform(-1, 1))), (0, 1))
    return over(wide, flat(feather(moved, reach * rng.uniform(0.1, 1)) * np.float32(rng.uniform(0.3, 0.9)), colour))


def turned(piece: Piece, degrees: float) -> Piece:
    """Turned about its middle, on a board that holds it."""
    width, height = piece.size
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    across = int(abs(turn[0, 0]) * width + abs(turn[0, 1]) * height) + 3
    down = int(abs(turn[0, 1]) * width + abs(turn[0, 0]) * height) + 3
    turn[:, 2] += np.array([(across - width) / 2, (down - height) / 2])
    pixels = cv2.warpAffine(piece.pixels, turn, (across, down), borderMode=cv2.BORDER_REPLICATE)
    return Piece(
        np.asarray(pixels, np.uint8), np.asarray(cv2.warpAffine(piece.cover, turn, (across, down)), np.float32)
    )


def resized(piece: Piece, size: tuple[int, int], *, flip: bool = False) -> Piece:
    """At another (width, height), mirrored if so wished."""
    pixels, cover = (part[:, ::-1] if flip else part for part in (piece.pixels, piece.cover))
    return Piece(
        np.asarray(cv2.resize(np.ascontiguousarray(pixels), size, interpolation=cv2.INTER_AREA), np.uint8),
        np.asarray(cv2.resize(np.ascontiguousarray(cover), size, interpolation=cv2.INTER_AREA), np.float32),
    )


def inset(piece: Piece, share: float) -> Piece:
    """Made smaller in the middle of the room it had."""
    width, height = piece.size
    small = resized(piece, (max(2, round(width * share)), max(2, round(height * share))))
    left, top = (width - small.size[0]) // 2, (height - small.size[1]) // 2
    rest = (top, height - small.size[1] - top, left, width - small.size[0] - left)
    pixels = cv2.copyMakeBorder(small.pixels, *rest, cv2.BORDER_REPLICATE)
    around = ((rest[0], rest[1]), (rest[2], rest[3]))
    return Piece(np.asarray(pixels, np.uint8), np.pad(small.cover, around))


def faded(piece: Piece, opacity: float) -> Piece:
    """Less of it there."""
    return Piece(piece.pixels, piece.cover * np.float32(opacity))


def lay(picture: Pixels, piece: Piece, x: float, y: float) -> Pixels:
    """The piece with its corner at (x, y)."""
    return paste(picture, piece.pixels, piece.cover, round(x), round(y))


def place(picture: Pixels, size: tuple[int, int], rng: np.random.Generator) -> tuple[int, int]:
    """A corner for a (width, height): anywhere, at an edge, on a busy spot such as a face, on the title."""
    whole = size_of(picture)
    way = rng.random()
    if way < 0.2:
        spot = detailed_spot(picture, size, (0.15, 0.6), rng)
        return spot.x, spot.y
    room = [max(0, a - b) for a, b in zip(whole, size, strict=True)]
    if way < 0.35:
        band = title_band(picture, rng, 0.14)
        return int(rng.uniform(0, room[0])), min(room[1], max(0, round(band.y + rng.uniform(-0.5, 0.5) * band.height)))
    x, y = (
        round(pick(rng, [rng.uniform(0, 0.06) * r, r - rng.uniform(0, 0.06) * r, rng.uniform(0, r), rng.uniform(0, r)]))
        for r in room
    )
    return x, y


def inside(box: Box, frame: tuple[int, int]) -> Box:
    """The box cut to a (width, height)."""
    x, y = min(max(0, box.x), frame[0] - 1), min(max(0, box.y), frame[1] - 1)
    right, bottom = min(frame[0], box.x + box.width), min(frame[1], box.y + box.height)
    return Box(x, y, max(1, right - x), max(1, bottom - y))


def changed_boxes(before: Pixels, after: Pixels, within: Mask | None = None) -> tuple[Box, ...]:
    """Where two pictures of one size clearly differ: a box for each place; within: only where this is set."""
    away = np.abs(before.astype(np.int16) - after).max(axis=2) > 20
    if within is not None:
        away &= within > 0.15
    reach = max(2, round(before.shape[1] * 0.022))
    near = cv2.dilate(away.astype(np.uint8), np.ones((2 * reach + 1, 2 * reach + 1), np.uint8))
    count, names = cv2.connectedComponents(near)
    names = np.where(away, names, 0)
    boxes = []
    for number in range(1, count):
        rows, columns = np.flatnonzero((names == number).any(axis=1)), np.flatnonzero((names == number).any(axis=0))
        if len(rows):
            size = int(columns[-1] - columns[0] + 1), int(rows[-1] - rows[0] + 1)
            boxes.append((int((names == number).sum()), Box(int(columns[0]), int(rows[0]), *size)))
    largest = max((count for count, _ in boxes), default=0)
    return tuple(box for count, box in boxes if count >= max(12, 0.03 * largest))
