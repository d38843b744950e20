"""Words in letters that are drawn anew every time: faces, strokes, stretches, weights, slants, wear, arches, fills."""

import cv2
import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import Colour, size_of
from benchmarks.attacks.lettering import pick_among, words_mask
from benchmarks.attacks.paint import Mask, blend, feather, soft_noise, to_uint8
from benchmarks.attacks.varied.pieces import edged, flat, grown, over, padded, shadowed
from benchmarks.attacks.varied.shapes import BLACK, WHITE, Piece, any_colour, apart, blended, mixed, pick, vivid
from benchmarks.attacks.varied.strokes import STROKES, cut, stroked
from benchmarks.attacks.varied.typefaces import FACES, HEAVY_FACES


def _cased(words: str, rng: np.random.Generator) -> str:
    way = rng.random()
    if way < 0.45 or not set(words) - set("IVX"):
        return words
    return words.upper() if way < 0.8 else words.title() if way < 0.92 else words.lower()


def _built_in(words: str, rng: np.random.Generator) -> Mask:
    """The faces inside OpenCV, of any weight."""
    face = pick(rng, [cv2.FONT_HERSHEY_SIMPLEX, cv2.FONT_HERSHEY_COMPLEX, cv2.FONT_HERSHEY_SCRIPT_SIMPLEX])
    board = np.zeros((140, 60 * len(words) + 120), np.uint8)
    cv2.putText(board, words, (30, 95), face, 2.4, 255, int(rng.integers(1, 7)), cv2.LINE_AA)
    return cut(board.astype(np.float32) / np.float32(255))


def _jumping(words: str, rng: np.random.Generator, face: str | None) -> Mask:
    """Every letter for itself: another height, turn or face."""
    mixing, turn, jump = rng.random() < 0.35, rng.uniform(0, 14), rng.uniform(0, 0.16)
    pieces = []
    for letter in words:
        drawn = words_mask(letter, pick_among(rng, FACES) if mixing else face, 80 * rng.uniform(1 - jump, 1 + jump))
        if letter == " ":
            drawn = np.zeros((20, 26), np.float32)
        side = max(drawn.shape) + 8
        middle = np.zeros((140, side), np.float32)
        drawn = drawn[:140]
        top, left = min(140 - drawn.shape[0], max(0, 100 - drawn.shape[0])), (side - drawn.shape[1]) // 2
        middle[top : top + drawn.shape[0], left : left + drawn.shape[1]] = drawn
        matrix = cv2.getRotationMatrix2D((side / 2, 70), rng.uniform(-turn, turn), 1)
        matrix[1, 2] += rng.normal(0, jump * 40)
        turned = np.asarray(cv2.warpAffine(middle, matrix, (side, 140)), np.float32)
        kept = np.flatnonzero(turned.max(axis=0) > 0.1)
        pieces += [turned[:, kept[0] : kept[-1] + 1] if len(kept) else np.zeros((140, 24), np.float32)]
        pieces += [np.zeros((140, 5), np.float32)]
    return cut(np.hstack(pieces))


def letters(words: str, height: float, rng: np.random.Generator, *, heavy: bool = False, plain: bool = False) -> Mask:
    """The words with ink as high as asked, in letters of any making. heavy: bold ones. plain: unworn, upright."""
    words = words if plain else _cased(words, rng)
    face = pick_among(rng, HEAVY_FACES if heavy else FACES)
    way = rng.random() * (1.6 if plain else 1.0)
    known = all(letter in STROKES or letter == " " for letter in words.upper())
    if way < 0.12 and known and not heavy:
        mask = stroked(words, rng)
    elif way < 0.22 and words.isascii():
        mask = _built_in(words, rng)
    elif way < 0.3 and 1 < len(words) < 16:
        mask = _jumping(words, rng, face)
    else:
        mask = words_mask(words, face, 80, spacing=pick(rng, [0.0, 0.0, 0.0, -0.06, 0.08, 0.2, 0.4]))
    if not plain:
        mask = _changed(mask, rng)
    scale = max(5.0, height) / mask.shape[0]
    across = scale * (rng.uniform(0.9, 1.1) if plain else pick(rng, [1.0, 1.0, 0.5, 0.75, 1.3, rng.uniform(0.5, 1.7)]))
    size = (max(2, round(mask.shape[1] * across)), max(5, round(height)))
    if min(across, scale) < 0.45:
        mask = feather(mask, 0.25 / min(across, scale))
    return np.asarray(cv2.resize(mask, size, interpolation=cv2.INTER_AREA), np.float32)


def _changed(mask: Mask, rng: np.random.Generator) -> Mask:
    """Another weight, slant or roundness; cut, worn, sliced or arched now and then."""
    mask = whole = np.pad(mask, 12)
    before = float(whole.mean())
    height, width = mask.shape
    weight = pick(rng, [0, 0, 0, 1, 2, 4, -1])
    if weight > 0:
        mask = grown(mask, weight)
    elif weight < 0:
        mask = np.asarray(cv2.erode(mask, np.ones((3, 3), np.uint8)), np.float32)
    if rng.random() < 0.15:
        mask = np.asarray(np.clip((feather(mask, rng.uniform(2, 5)) - 0.42) * 6, 0, 1), np.float32)
    if rng.random() < 0.22:
        slant = rng.uniform(-0.25, 0.4)
        matrix = np.array([[1, -slant, max(0.0, slant) * height], [0, 1, 0]])
        mask = np.asarray(cv2.warpAffine(mask, matrix, (width + int(abs(slant) * height), height)), np.float32)
    height, width = mask.shape
    match int(rng.integers(22)):
        case 0 | 1:
            worn = soft_noise((width, height), rng, max(6, width // 8)) > rng.uniform(0.4, 0.7)
            mask = mask * feather(1 - worn.astype(np.float32), 0.7)
        case 2:
            mask = mask.copy()
            for _ in range(int(rng.integers(1, 3))):
                row = int(rng.uniform(0.25, 0.75) * height)
                mask[row : row + int(rng.integers(3, 8))] = 0
        case 3:
            row, shift = int(rng.uniform(0.35, 0.65) * height), int(rng.integers(3, 10))
            mask = np.vstack([np.roll(mask[:row], shift, 1), np.roll(mask[row:], -shift, 1)])
        case 4:
            inner = np.asarray(cv2.erode(mask, np.ones((5, 5), np.uint8)), np.float32)
            mask = np.clip(mask - inner, 0, 1)
        case 5:
            mask = _bent(mask, rng)
        case 6:
            step = int(rng.integers(5, 9))
            mask = mask * (np.arange(height)[:, None] % step < step * 0.66).astype(np.float32)
        case 7:
            upper = np.linspace(rng.uniform(0, 0.25), rng.uniform(0, 0.25), 2) * height
            corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
            moved = np.array([[0, upper[0]], [width, upper[1]], [width, height - upper[1]], [0, height - upper[0]]])
            matrix = cv2.getPerspectiveTransform(corners, moved.astype(np.float32))
            mask = np.asarray(cv2.warpPerspective(mask, matrix, (width, height)), np.float32)
        case _:
            pass
    mask = np.asarray(mask, np.float32)
    return cut(mask) if mask.mean() > 0.25 * before else cut(whole)


def _bent(mask: Mask, rng: np.random.Generator) -> Mask:
    """On an arch or a wave."""
    height, width = mask.shape
    rise = min(rng.uniform(0.3, 1.0) * height, 0.22 * width) * pick(rng, [-1, 1])
    along = np.linspace(-1, 1, width, dtype=np.float32)
    curve = rise * (along**2 if rng.random() < 0.7 else np.sin(along * np.pi) / 2)
    curve -= curve.min()
    y, x = np.mgrid[0 : height + int(curve.max()) + 1, 0:width].astype(np.float32)
    return np.asarray(cv2.remap(mask, x, y - curve[None, :].astype(np.float32), cv2.INTER_LINEAR), np.float32)


def inked(mask: Mask, colour: Colour, rng: np.random.Generator, *, ground: Pixels | None = None) -> Piece:
    """Letters with a fill, an edge, a depth or a glow. ground: a picture they may be filled with."""
    height = mask.shape[0]
    size = (mask.shape[1], height)
    piece = flat(mask, colour)
    way = rng.random()
    if way < 0.22:
        piece = Piece(blended(size, (colour, any_colour(rng)), rng), mask)
    elif way < 0.34:
        bright, dark = mixed(colour, WHITE, 0.6), mixed(colour, BLACK, 0.6)
        piece = Piece(blended(size, (bright, colour, dark, bright, colour)[: int(rng.integers(3, 6))], rng), mask)
    elif way < 0.42:
        streaks = cv2.resize(rng.normal(0, 40, (max(2, height // 2), 3)).astype(np.float32), size)
        piece = Piece(to_uint8(piece.pixels + streaks[:, :, None]), mask * np.float32(0.95))
    elif way < 0.48 and ground is not None and min(size_of(ground)) > 8:
        texture = np.asarray(cv2.resize(ground, size), np.uint8)
        piece = Piece(blend(texture, colour, np.full(mask.shape, 0.45, np.float32)), mask)
    elif way < 0.54:
        piece = Piece(to_uint8(piece.pixels + rng.normal(0, 28, (height, size[0], 1))), mask)
    return _around(piece, colour, rng)


def _around(piece: Piece, colour: Colour, rng: np.random.Generator) -> Piece:
    thick = max(1, round(piece.size[1] * rng.uniform(0.03, 0.1)))
    match int(rng.integers(12)):
        case 0 | 1:
            return edged(piece, apart(colour, rng, 0.4), thick)
        case 2:
            return edged(edged(piece, apart(colour, rng), thick), any_colour(rng), thick)
        case 3:
            return shadowed(piece, rng)
        case 4:
            return shadowed(edged(piece, apart(colour, rng), max(1, thick // 2)), rng, any_colour(rng))
        case 5:
            return _deep(piece, mixed(colour, BLACK, rng.uniform(0.4, 0.8)), rng)
        case 6:
            wide = padded(piece, 4 * thick)
            glow = feather(grown(wide.cover, thick), 1.6 * thick) * np.float32(rng.uniform(0.5, 1))
            lamp = mixed(colour, WHITE, 0.7)
            return over(Piece(flat(wide.cover, lamp).pixels, wide.cover), flat(glow, pick(rng, [colour, vivid(rng)])))
        case _:
            return piece


def _deep(piece: Piece, side: Colour, rng: np.random.Generator) -> Piece:
    """Drawn out backwards, as blocks."""
    steps = max(2, round(piece.size[1] * rng.uniform(0.06, 0.2)))
    wide = padded(piece, steps)
    across, down = rng.uniform(-1, 1), rng.uniform(0.2, 1)
    cover = wide.cover
    for step in range(1, steps + 1):
        cover = np.maximum(cover, np.roll(wide.cover, (round(down * step), round(across * step)), (0, 1)))
    return over(wide, flat(np.asarray(cover, np.float32), side))
