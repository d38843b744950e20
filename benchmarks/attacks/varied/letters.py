"""Lettering of a poster painted over, set anew, moved, recoloured, mirrored, doubled or taken away."""

from collections.abc import Callable

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks import phrases
from benchmarks.attacks.edit_words import saved_by_editor
from benchmarks.attacks.geometry import Colour, size_of
from benchmarks.attacks.paint import feather, luminance
from benchmarks.attacks.values import Attacked, OtherPosters
from benchmarks.attacks.varied.clearing import cleared, cut, ink_of, lettered_box
from benchmarks.attacks.varied.paint import clear_change, drawn_until_clear
from benchmarks.attacks.varied.pieces import flat, lay, resized, turned
from benchmarks.attacks.varied.shapes import BLACK, WHITE, Piece, any_colour, apart, blended, chosen, pick, vivid
from benchmarks.attacks.varied.wording import WORDED
from benchmarks.attacks.varied.words import inked, letters

OLD = (
    "THE", "NIGHT", "BLUE", "HOUSE", "OF", "LOVE", "RIVER", "STORM", "GIRL", "KING", "DARK", "STREET", "SUMMER", "LAST",
    "HEART", "STAR", "GARDEN", "WAR", "SILENT", "CITY", "GOLD", "MOON", "BROTHERS", "SECRET", "ROAD", "HOME", "WOLF",
)  # fmt: skip


def _words(rng: np.random.Generator) -> str:
    way = rng.random()
    if way < 0.35:
        return " ".join(pick(rng, OLD) for _ in range(int(rng.integers(1, 4))))
    return pick(rng, phrases.TITLES) if way < 0.6 else WORDED[pick(rng, tuple(WORDED))](rng).words


def _readable(colour: Colour, picture: Pixels, box: Box, rng: np.random.Generator) -> Colour:
    below = luminance(cut(picture, box).reshape(-1, 3).mean(axis=0))
    if abs(luminance(colour) - below) > 60:
        return colour
    return pick(rng, [WHITE, (250, 220, 60)]) if below < 128 else pick(rng, [BLACK, (150, 10, 20)])


def _replaced(picture: Pixels, rng: np.random.Generator) -> Pixels:
    """Other words where words were, in the colour they had or another."""
    box = lettered_box(picture, rng)
    _, colour = ink_of(picture, box)
    ground = cleared(picture, box, rng)
    colour = _readable(colour if rng.random() < 0.55 else any_colour(rng), ground, box, rng)
    lines = _words(rng)
    rows = lines.split(" ", 1) if " " in lines and box.height > 30 and rng.random() < 0.35 else [lines]
    high = box.height * rng.uniform(0.5, 0.95) / len(rows)
    for number, line in enumerate(rows):
        mask = letters(line, high * 0.85, rng)
        wide = min(box.width * rng.uniform(0.6, 1.0), mask.shape[1] * 1.8)
        if mask.shape[1] > box.width or rng.random() < 0.5:
            mask = np.asarray(
                cv2.resize(mask, (max(6, round(wide)), mask.shape[0]), interpolation=cv2.INTER_AREA), np.float32
            )
        piece = inked(mask, colour, rng, ground=ground)
        x = box.x + (box.width - piece.size[0]) * pick(rng, [0.5, 0.5, 0.0, 1.0])
        y = box.y + (number + 0.5) * box.height / len(rows) - piece.size[1] / 2
        ground = lay(ground, piece, x, y)
    return ground


def _removed(picture: Pixels, rng: np.random.Generator) -> Pixels:
    """The words taken away."""
    return cleared(picture, lettered_box(picture, rng), rng)


def _lifted(picture: Pixels, box: Box, rng: np.random.Generator) -> Piece:
    """The words as a piece of their own: only their ink, or with the ground they stand on."""
    part = np.ascontiguousarray(cut(picture, box))
    if rng.random() < 0.6:
        ink, _ = ink_of(picture, box)
        return Piece(part, feather(np.asarray(cv2.dilate(ink, np.ones((3, 3), np.uint8)), np.float32), 0.5))
    soft = feather(np.pad(np.ones((max(2, box.height - 4), max(2, box.width - 4)), np.float32), 2), rng.uniform(0.4, 2))
    return Piece(part, soft[: box.height, : box.width])


def _moved(picture: Pixels, rng: np.random.Generator) -> Pixels:
    """The words elsewhere, larger, smaller, aslant; gone from where they were, or doubled."""
    width, height = size_of(picture)
    box = lettered_box(picture, rng)
    piece = _lifted(picture, box, rng)
    ground = cleared(picture, box, rng) if rng.random() < 0.6 else picture
    scale = pick(rng, [1.0, 1.0, rng.uniform(0.5, 1.5)])
    size = (max(8, round(box.width * scale * rng.uniform(0.8, 1.2))), max(6, round(box.height * scale)))
    piece = resized(piece, size)
    if rng.random() < 0.3:
        piece = turned(piece, rng.normal(0, 15))
    shift = pick(rng, [rng.uniform(-0.4, 0.4), pick(rng, [-1.2, 1.2]) * box.height / height])
    x = box.x + rng.uniform(-0.15, 0.15) * width if rng.random() < 0.7 else rng.uniform(0, width - size[0] * 0.7)
    y = min(max(0.0, box.y + shift * height), height - piece.size[1])
    return lay(ground, piece, x, y)


def _turned(picture: Pixels, rng: np.random.Generator) -> Pixels:
    """The words mirrored, upside down, or their pieces in another order."""
    box = lettered_box(picture, rng)
    part, result = cut(picture, box), picture.copy()
    match int(rng.integers(4)):
        case 0:
            fresh = part[:, ::-1]
        case 1:
            fresh = part[::-1]
        case 2:
            fresh = part[::-1, ::-1]
        case _:
            cuts = np.array_split(np.arange(box.width), int(rng.integers(2, 7)))
            fresh = part[:, np.concatenate([cuts[int(number)] for number in rng.permutation(len(cuts))])]
    result[box.y : box.y + box.height, box.x : box.x + box.width] = fresh
    return result


def _recoloured(picture: Pixels, rng: np.random.Generator) -> Pixels:
    """The words in another colour, in two, or filled with something."""
    box = lettered_box(picture, rng)
    ink, old = ink_of(picture, box)
    for _ in range(6):
        colour = vivid(rng) if rng.random() < 0.6 else any_colour(rng)
        if sum(abs(a - b) for a, b in zip(colour, old, strict=True)) > 150:
            break
    cover = feather(np.asarray(cv2.dilate(ink, np.ones((2, 2), np.uint8)), np.float32), 0.5)
    if rng.random() < 0.5:
        return lay(picture, flat(cover, colour), box.x, box.y)
    return lay(
        picture, Piece(blended((box.width, box.height), (colour, apart(colour, rng, 0.8)), rng), cover), box.x, box.y
    )


def _one_letter(picture: Pixels, rng: np.random.Generator) -> Pixels:
    """One letter or a short word of the title painted over and set anew."""
    box = lettered_box(picture, rng)
    wide = min(box.width, max(10, round(box.height * rng.uniform(0.6, 1.6))))
    spot = Box(box.x + int(rng.uniform(0, box.width - wide + 1)), box.y, wide, box.height)
    _, colour = ink_of(picture, box)
    ground = cleared(picture, spot, rng)
    mask = letters(pick(rng, list("ABDEGHKMNORSTUXZ2345&!")), spot.height * rng.uniform(0.6, 0.9), rng)
    piece = inked(mask, _readable(colour, ground, spot, rng), rng)
    x, y = spot.x + (wide - piece.size[0]) / 2, spot.y + (spot.height - piece.size[1]) / 2
    return lay(ground, piece, x, y)


def _squeezed(picture: Pixels, rng: np.random.Generator) -> Pixels:
    """The words pushed to one side, and a number or a word set beside them."""
    box = lettered_box(picture, rng)
    piece = _lifted(picture, box, rng)
    ground = cleared(picture, box, rng)
    _, colour = ink_of(picture, box)
    size = (max(8, round(box.width * rng.uniform(0.6, 0.82))), box.height)
    first = rng.random() < 0.25
    ground = lay(
        ground,
        resized(piece, size),
        box.x + (box.width - size[0]) * first,
        box.y,
    )
    mask = letters(WORDED[pick(rng, ("number", "roman", "part"))](rng).words, box.height * rng.uniform(0.5, 0.9), rng)
    room = max(8, box.width - size[0] - 4)
    if mask.shape[1] > room:
        mask = np.asarray(cv2.resize(mask, (room, mask.shape[0]), interpolation=cv2.INTER_AREA), np.float32)
    piece = inked(mask, _readable(colour, ground, box, rng), rng)
    x = box.x if first else box.x + size[0] + 3
    return lay(ground, piece, x, box.y + (box.height - piece.size[1]) / 2)


KINDS: dict[str, Callable[[Pixels, np.random.Generator], Pixels]] = {
    "replaced": _replaced, "replaced_again": _replaced, "replaced_once_more": _replaced, "removed": _removed,
    "moved": _moved, "turned": _turned, "recoloured": _recoloured, "recoloured_again": _recoloured,
    "one_letter": _one_letter, "squeezed": _squeezed,
}  # fmt: skip


def relettering(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Edit: words of the poster replaced, removed, moved, turned, recoloured, or others squeezed in beside them."""
    kinds = chosen(rng, KINDS, 0.1)
    clear = drawn_until_clear(picture, kinds, lambda kind, result: KINDS[kind](result, rng))
    if clear is None:
        box = lettered_box(picture, rng)
        ground = vivid(rng)
        result = lay(picture, flat(np.ones((box.height, box.width), np.float32), ground), box.x, box.y)
        mask = letters("THE RETURN", box.height * 0.6, rng, plain=True)[:, : box.width]
        result = lay(result, flat(mask, apart(ground, rng, 0)), box.x, box.y + box.height * 0.2)
        boxes = clear_change(picture, result) or (box,)
    else:
        result, boxes = clear
    return Attacked(result, boxes, ", ".join(kinds), saved_as=saved_by_editor(rng))
