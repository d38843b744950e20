"""Words and signs that claim something new, set into a poster in as many ways as chance makes."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.edit_words import saved_by_editor
from benchmarks.attacks.geometry import Colour, size_of
from benchmarks.attacks.paint import Mask, feather, grey_of, luminance
from benchmarks.attacks.places import calm_spot, lettering_colour, title_band
from benchmarks.attacks.values import Attacked, OtherPosters
from benchmarks.attacks.varied.emblems import emblem
from benchmarks.attacks.varied.labels import plated
from benchmarks.attacks.varied.pieces import changed_boxes, edged, faded, flat, inside, lay, over, padded, turned
from benchmarks.attacks.varied.shapes import BLACK, WHITE, Piece, any_colour, apart, chosen, pick
from benchmarks.attacks.varied.wording import WORDED, Claim
from benchmarks.attacks.varied.words import inked, letters

DRAWN = {
    "studio": ("shield", "disc", "mountain", "castle", "globe", "block", "star_ring"),
    "folded": ("folded",),
    "laurel": ("laurel",),
    "age": ("age",),
}


KINDS = (*WORDED, *DRAWN)


def _spot(picture: Pixels, size: tuple[int, int], near: float, rng: np.random.Generator) -> tuple[tuple[int, int], Box]:
    """A corner for the claim: beside the title, on calm ground near it, at an edge, anywhere; and the title's band."""
    width, height = size_of(picture)
    band = title_band(picture, rng, 0.14)
    room = (max(0, width - size[0]), max(0, height - size[1]))
    if rng.random() < near:
        if rng.random() < 0.6:
            return calm_spot(picture, size, band, rng), band
        y = pick(rng, [band.y - size[1], band.y + band.height, band.y + (band.height - size[1]) // 2])
        x = pick(rng, [room[0] // 2, room[0] - width // 25, width // 25, int(rng.uniform(0, room[0]))])
        return (min(max(0, x), room[0]), min(max(0, y), room[1])), band
    if rng.random() < 0.4:
        return calm_spot(picture, size, Box(0, int(rng.uniform(0, height)), width, 2), rng), band
    x = pick(
        rng,
        [
            room[0] // 2,
            round(room[0] * rng.uniform(0, 0.06)),
            round(room[0] * rng.uniform(0.94, 1)),
            int(rng.uniform(0, room[0])),
        ],
    )
    y = pick(
        rng,
        [round(room[1] * rng.uniform(0, 0.06)), round(room[1] * rng.uniform(0.92, 1)), int(rng.uniform(0, room[1]))],
    )
    return (x, y), band


def _fit(mask: Mask, width: int) -> Mask:
    if mask.shape[1] <= width:
        return mask
    high = max(7, round(mask.shape[0] * max(0.55, width / mask.shape[1])))
    return np.asarray(cv2.resize(mask, (width, high), interpolation=cv2.INTER_AREA), np.float32)


def _sunk(picture: Pixels, piece: Piece, corner: tuple[int, int], rng: np.random.Generator) -> Piece:
    """Partly hidden behind what is bright, or dark, in the picture."""
    box = inside(Box(*corner, *piece.size), size_of(picture))
    part = grey_of(picture[box.y : box.y + box.height, box.x : box.x + box.width])
    edge = np.quantile(part, rng.uniform(0.75, 0.92))
    before = np.clip((part - edge) / 12, 0, 1) if rng.random() < 0.7 else np.clip((255 - edge - part) / 12, 0, 1)
    cover = piece.cover.copy()
    left, top = box.x - corner[0], box.y - corner[1]
    cover[top : top + box.height, left : left + box.width] *= 1 - np.asarray(before, np.float32)
    return Piece(piece.pixels, cover) if cover.sum() > 0.6 * piece.cover.sum() else piece


def _colour(picture: Pixels, band: Box, ground: Box, rng: np.random.Generator) -> Colour:
    ground = inside(ground, size_of(picture))
    if rng.random() < 0.6:
        return lettering_colour(picture, band, ground, rng)
    below = picture[ground.y : ground.y + ground.height, ground.x : ground.x + ground.width].reshape(-1, 3).mean(axis=0)
    for _ in range(6):
        colour = any_colour(rng)
        if abs(luminance(colour) - luminance(below)) > 55:
            return colour
    return BLACK if luminance(below) > 128 else WHITE


def claimed(picture: Pixels, rng: np.random.Generator, claim: Claim) -> tuple[Pixels, Mask]:
    """The words set into the picture, and where they are there."""
    width, height = size_of(picture)
    mask = _fit(
        letters(claim.words, max(7.0, height * rng.uniform(*claim.high)), rng), round(width * rng.uniform(0.5, 0.95))
    )
    corner, band = _spot(picture, (mask.shape[1], mask.shape[0]), claim.near_title, rng)
    below = Box(*corner, mask.shape[1], mask.shape[0])
    colour = _colour(picture, band, below, rng)
    ground = picture if rng.random() < 0.5 else picture[::-1]
    if rng.random() < 0.17:
        plate = any_colour(rng)
        piece = plated(mask, apart(plate, rng, 0.2), plate, rng)
    else:
        piece = inked(mask, colour, rng, ground=ground)
    if rng.random() < 0.2:
        piece = turned(
            piece, pick(rng, [90, -90, *rng.uniform(-30, 30, 6)]) if claim.near_title < 0.5 else rng.uniform(-20, 20)
        )
    x, y = (
        at - (own - old) // 2 for at, own, old in zip(corner, piece.size, (mask.shape[1], mask.shape[0]), strict=True)
    )
    if rng.random() < 0.12:
        piece = _sunk(picture, piece, (x, y), rng)
    if rng.random() < 0.15:
        glow = padded(piece, mask.shape[0] // 2)
        soft = flat(feather(glow.cover, mask.shape[0] / 4) * np.float32(rng.uniform(0.3, 0.8)), any_colour(rng))
        piece, x, y = over(glow, soft), x - mask.shape[0] // 2, y - mask.shape[0] // 2
    return _set(picture, faded(piece, pick(rng, [1.0, 1.0, 1.0, 0.85, 0.7])), (x, y), rng)


def _set(picture: Pixels, piece: Piece, corner: tuple[int, int], rng: np.random.Generator) -> tuple[Pixels, Mask]:
    soft = pick(rng, [0.0, 0.0, 0.4, 0.7])
    piece = Piece(piece.pixels, feather(piece.cover, soft))
    return lay(picture, piece, *corner), _where(picture, piece.cover, corner)


def _where(picture: Pixels, cover: Mask, corner: tuple[int, int]) -> Mask:
    full = np.zeros((*picture.shape[:2], 3), np.uint8)
    return lay(full, flat(cover, WHITE), *corner)[:, :, 0].astype(np.float32) / np.float32(255)


def drawn(picture: Pixels, rng: np.random.Generator, names: tuple[str, ...]) -> tuple[Pixels, Mask]:
    """An emblem set into the picture, and where it is there."""
    name = pick(rng, names)
    width = picture.shape[1]
    side = max(14, round(width * (rng.uniform(0.2, 0.42) if name == "laurel" else rng.uniform(0.07, 0.26))))
    corner, band = _spot(picture, (side, side), 0.35, rng)
    colour = _colour(picture, band, Box(*corner, side, side), rng)
    piece = emblem(side, colour, rng, name)
    if rng.random() < 0.2:
        piece = edged(piece, apart(colour, rng), max(1, side // 30))
    return _set(picture, faded(piece, pick(rng, [1.0, 1.0, 0.85])), corner, rng)


def _made(kind: str, picture: Pixels, rng: np.random.Generator) -> tuple[Pixels, Mask, str]:
    if kind in DRAWN:
        return *drawn(picture, rng, DRAWN[kind]), kind
    claim = WORDED[kind](rng)
    return *claimed(picture, rng, claim), claim.words


def claims(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Edit: a number, part, season, date, maker, emblem, prize, line, name or title in any letters, anywhere."""
    kinds = chosen(rng, KINDS, 0.15)
    result, boxes, notes = picture, [], []
    for kind in kinds:
        for _ in range(6):
            after, cover, words = _made(kind, result, rng)
            found = changed_boxes(result, after, cover)
            if _clear(result, after, cover):
                break
        else:
            mask = letters("2", picture.shape[0] * 0.08, rng, heavy=True)
            corner, _ = _spot(picture, (mask.shape[1] + 8, mask.shape[0] + 8), 0.6, rng)
            piece = edged(flat(mask, WHITE), BLACK, 2)
            after = lay(result, piece, *corner)
            found, words = changed_boxes(result, after), "2"
        result = after
        boxes += _joined(found)
        notes.append(f"{kind}: {words}")
    return Attacked(result, tuple(boxes), ", ".join(notes), saved_as=saved_by_editor(rng))


def _clear(before: Pixels, after: Pixels, cover: Mask) -> bool:
    away = np.abs(before.astype(np.int16) - after).mean(axis=2)
    where = cover > 0.3
    return int(where.sum()) > 20 and float(away[where].mean()) > 30.0 and bool(changed_boxes(before, after, cover))


def _joined(boxes: tuple[Box, ...]) -> list[Box]:
    """Letters of one line as one box."""
    joined: list[Box] = []
    for box in sorted(boxes, key=lambda one: one.x):
        for number, other in enumerate(joined):
            if box.gap(other) < 1.2 * min(max(box.height, box.width), max(other.height, other.width)):
                joined[number] = other.union(box)
                break
        else:
            joined.append(box)
    return joined
