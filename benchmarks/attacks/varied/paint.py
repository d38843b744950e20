"""Pictures that are painted over: other faces, figures, grounds and things, in as many ways as chance makes."""

from collections.abc import Callable, Sequence

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.edit_words import saved_by_editor
from benchmarks.attacks.geometry import size_of
from benchmarks.attacks.paint import Mask, blend, feather, to_uint8
from benchmarks.attacks.places import detailed_spot
from benchmarks.attacks.values import Attacked, OtherPosters
from benchmarks.attacks.varied.areas import area, piece_mask, recoloured, scene, softened
from benchmarks.attacks.varied.joins import double, halves, other_head, other_part, windows
from benchmarks.attacks.varied.pieces import changed_boxes, faded, flat, lay, padded, shadowed, turned
from benchmarks.attacks.varied.shapes import Piece, any_colour, chosen, pick, vivid
from benchmarks.attacks.varied.things import thing

Painting = Callable[[Pixels, np.random.Generator, OtherPosters], Pixels]


def _own_part(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Pixels:
    """A part of the poster once more elsewhere: as it is, flipped, larger, smaller, aslant, in another colour."""
    width, height = size_of(picture)
    source = picture if rng.random() < 0.7 else recoloured(picture, rng)
    size = (round(width * rng.uniform(0.12, 0.45)), round(height * rng.uniform(0.1, 0.35)))
    taken = detailed_spot(picture, size, (0.1, 0.9), rng)
    part = source[taken.y : taken.y + taken.height, taken.x : taken.x + taken.width]
    if rng.random() < 0.5:
        part = part[:, ::-1]
    scale = pick(rng, [1.0, rng.uniform(0.5, 1.8)])
    fresh = (max(8, round(taken.width * scale)), max(8, round(taken.height * scale)))
    part = np.asarray(cv2.resize(np.ascontiguousarray(part), fresh, interpolation=cv2.INTER_AREA), np.uint8)
    mask = np.pad(piece_mask(fresh, rng, pick(rng, ["oval", "figure", "box", "blob", "polygon"])), 4)
    whole = padded(Piece(part, np.ones(part.shape[:2], np.float32)), 4)
    piece = Piece(whole.pixels, softened(mask, width, rng))
    piece = turned(piece, rng.normal(0, 25)) if rng.random() < 0.3 else piece
    for _ in range(int(pick(rng, [1, 1, 1, 2, 3]))):
        x, y = rng.uniform(-0.1, 0.9) * (width - fresh[0] / 2), rng.uniform(-0.05, 0.9) * (height - fresh[1] / 2)
        picture = lay(picture, piece, x, y)
    return picture


def _flipped(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Pixels:
    """Sides swapped in an area, the area moved along, turned about, or one half mirrored onto the other."""
    width, height = size_of(picture)
    match int(rng.integers(4)):
        case 0:
            source = np.ascontiguousarray(picture[:, ::-1])
        case 1:
            step = (int(rng.uniform(0.08, 0.5) * height), int(rng.uniform(0.1, 0.5) * width))
            source = np.roll(picture, step, (0, 1))
        case 2:
            centre = tuple(float(v) for v in rng.uniform(0.3, 0.7, 2) * (width, height))
            matrix = cv2.getRotationMatrix2D(centre, rng.uniform(8, 180), rng.uniform(0.7, 1.6))
            source = np.asarray(
                cv2.warpAffine(picture, matrix, (width, height), borderMode=cv2.BORDER_REFLECT), np.uint8
            )
        case _:
            source = np.ascontiguousarray(picture[::-1])
    return blend(picture, source, area(picture, rng, 0.15, 0.6))


def _removed(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Pixels:
    """What was there filled from around it, smeared, or put behind a blur."""
    mask = area(picture, rng, 0.1, 0.35)
    hole = (mask > 0.3).astype(np.uint8)
    way = rng.random()
    if way < 0.6:
        small = cv2.resize(picture, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
        spot = cv2.resize(hole, (small.shape[1], small.shape[0]), interpolation=cv2.INTER_NEAREST)
        method = pick(rng, [cv2.INPAINT_TELEA, cv2.INPAINT_NS])
        filled = cv2.resize(cv2.inpaint(small, spot * 255, 3, method), size_of(picture), interpolation=cv2.INTER_CUBIC)
        filled = to_uint8(filled + rng.normal(0, rng.uniform(0, 5), (*hole.shape, 1)))
    else:
        weight = 1.001 - feather(hole.astype(np.float32), 2)
        reach = picture.shape[1] * rng.uniform(0.05, 0.12)
        soft = cv2.GaussianBlur(picture * weight[:, :, None], (0, 0), reach)
        filled = to_uint8(soft / np.maximum(1e-3, cv2.GaussianBlur(weight, (0, 0), reach))[:, :, None])
    return blend(picture, filled, feather(hole.astype(np.float32), rng.uniform(0.5, 3)))


def _scenery(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Pixels:
    """Another ground in an area, or around one that is kept."""
    mask = area(picture, rng, 0.2, 0.65)
    if rng.random() < 0.2:
        mask = 1 - area(picture, rng, 0.45, 0.8)
    fresh = scene(picture, rng)
    if rng.random() < 0.3:
        grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY).astype(np.float32)
        bright = np.clip((grey - np.quantile(grey, rng.uniform(0.3, 0.6))) / 20, 0, 1)
        mask = mask * np.asarray(bright if rng.random() < 0.5 else 1 - bright, np.float32)
    return blend(picture, fresh, np.asarray(mask * rng.uniform(0.75, 1), np.float32))


def _coloured(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Pixels:
    """One area, or what in it has one colour, in another colour."""
    mask = area(picture, rng, 0.15, 0.5)
    if rng.random() < 0.45:
        lab = cv2.cvtColor(picture, cv2.COLOR_RGB2LAB).astype(np.float32)
        spots = np.argwhere(mask > 0.5)
        row, column = spots[int(rng.integers(len(spots)))] if len(spots) else (0, 0)
        away = np.linalg.norm((lab - lab[row, column]) * (0.5, 1, 1), axis=2)
        alike = feather((away < rng.uniform(16, 40)).astype(np.float32), 1.0)
        mask = np.asarray(mask * alike, np.float32)
    return blend(picture, recoloured(picture, rng), mask)


def _overpainted(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Pixels:
    """Hair, clothes or skin drawn over by hand in a colour, with or without what was below shining through."""
    mask = area(picture, rng, 0.12, 0.4)
    colour = vivid(rng) if rng.random() < 0.5 else any_colour(rng)
    width, height = size_of(picture)
    streaks = cv2.resize(
        rng.normal(0, rng.uniform(0, 26), (max(2, height // 14), max(2, width // 3))).astype(np.float32),
        (width, height),
    )
    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY).astype(np.float32)
    paint = (
        np.asarray(colour, np.float32) + streaks[:, :, None] + rng.uniform(0, 0.6) * (grey - grey.mean())[:, :, None]
    )
    return blend(picture, to_uint8(paint), np.asarray(mask * rng.uniform(0.6, 1), np.float32))


def _eyes(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Pixels:
    """Two small discs in a strong colour, as eyes that shine."""
    width, height = size_of(picture)
    radius = max(3, round(width * rng.uniform(0.012, 0.045)))
    spot = detailed_spot(picture, (6 * radius, 2 * radius + 2), (0.15, 0.55), rng)
    colour, gap = vivid(rng), rng.uniform(3, 5.5) * radius
    cover: Mask = np.zeros((height, width), np.float32)
    for x in (spot.x + radius, spot.x + radius + gap):
        axes = (radius, max(2, round(radius * rng.uniform(0.6, 1))))
        cv2.ellipse(cover, (int(x), spot.y + radius), axes, 0, 0, 360, 1.0, -1, cv2.LINE_AA)
    if rng.random() < 0.5:
        picture = lay(picture, flat(feather(cover, radius * 1.2), colour), 0, 0)
    return lay(picture, flat(feather(cover, rng.uniform(0.3, 1)) * np.float32(rng.uniform(0.75, 1)), colour), 0, 0)


def _warped(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Pixels:
    """A face or a body made wider, thinner or bent about a place."""
    width, height = size_of(picture)
    reach = (width * rng.uniform(0.12, 0.35), height * rng.uniform(0.08, 0.3))
    spot = detailed_spot(picture, (round(reach[0]), round(reach[1])), (0.2, 0.7), rng)
    middle = (spot.x + spot.width / 2, spot.y + spot.height / 2)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    u, v = (x - middle[0]) / reach[0], (y - middle[1]) / reach[1]
    near = np.clip(1 - u**2 - v**2, 0, 1) ** 2
    bulge = pick(rng, [rng.uniform(0.35, 0.75), rng.uniform(-1.2, -0.5)])
    twist = rng.uniform(-1.5, 1.5) * near if rng.random() < 0.25 else np.zeros_like(near)
    wide, tall = pick(rng, [(1, 1), (1, 0), (0, 1)])
    du, dv = u * (1 - wide * bulge * near), v * (1 - tall * bulge * near)
    across, down = du * np.cos(twist) - dv * np.sin(twist), du * np.sin(twist) + dv * np.cos(twist)
    to_x, to_y = middle[0] + across * reach[0], middle[1] + down * reach[1]
    moved = cv2.remap(
        picture, to_x.astype(np.float32), to_y.astype(np.float32), cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT
    )
    return np.asarray(np.where(near[:, :, None] > 0, moved, picture), np.uint8)


def _object(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Pixels:
    """One drawn thing or a few, in colours of the poster or any, with a shadow, a glow or nothing."""
    width, height = size_of(picture)
    own = picture.reshape(-1, 3)[int(rng.integers(width * height))]
    colours = [(int(own[0]), int(own[1]), int(own[2])), (15, 15, 20), any_colour(rng), vivid(rng)]
    for _ in range(int(pick(rng, [1, 1, 1, 2, 3]))):
        piece = thing(max(14, round(width * rng.uniform(0.12, 0.55))), pick(rng, colours), rng)
        if rng.random() < 0.4:
            piece = turned(piece, rng.normal(0, 30))
        if rng.random() < 0.25:
            piece = shadowed(piece, rng, pick(rng, [(0, 0, 0), vivid(rng)]))
        piece = faded(piece, pick(rng, [1.0, 1.0, 1.0, 0.8]))
        x = rng.uniform(0, 1) * width - piece.size[0] * rng.uniform(0.2, 0.8)
        y = rng.uniform(0, 1) * height - piece.size[1] * rng.uniform(0.2, 0.8)
        picture = lay(
            picture,
            piece,
            min(max(-0.2 * piece.size[0], x), width - 0.6 * piece.size[0]),
            min(max(0, y), height - 0.6 * piece.size[1]),
        )
    return picture


KINDS: dict[str, Painting] = {
    "other_part": other_part, "other_head": other_head, "other_head_again": other_head, "own_part": _own_part,
    "flipped": _flipped, "removed": _removed, "scenery": _scenery, "scenery_again": _scenery, "coloured": _coloured,
    "coloured_again": _coloured, "overpainted": _overpainted, "eyes": _eyes, "warped": _warped, "object": _object,
    "object_again": _object, "object_once_more": _object, "halves": halves, "windows": windows, "double": double,
}  # fmt: skip


def clear_change(before: Pixels, after: Pixels) -> tuple[Box, ...]:
    """Where a person would see the change; nothing where it is too small or too faint to be told from saving."""
    boxes = changed_boxes(before, after)
    away = np.abs(before.astype(np.int16) - after).mean(axis=2)
    kept = []
    for box in boxes:
        inner = away[box.y : box.y + box.height, box.x : box.x + box.width]
        if (inner > 12).sum() > 40 and inner[inner > 6].mean() > 20 and (inner > 12).mean() > 0.1:
            kept.append(box)
    return tuple(kept)


def drawn_until_clear(
    picture: Pixels, kinds: Sequence[str], draw: Callable[[str, Pixels], Pixels]
) -> tuple[Pixels, tuple[Box, ...]] | None:
    """The picture with all kinds drawn into it, and where that clearly changed it; None after seven times in vain."""
    for _ in range(7):
        result = picture
        for kind in kinds:
            result = draw(kind, result)
        boxes = clear_change(picture, result)
        if boxes:
            return result, boxes
    return None


def repainting(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Edit: an area repainted, recoloured, removed, warped or moved; things drawn in; parts of other posters."""
    kinds = chosen(rng, KINDS, 0.1)
    clear = drawn_until_clear(picture, kinds, lambda kind, result: KINDS[kind](result, rng, others))
    if clear is None:
        result = halves(picture, rng, others)
        boxes = clear_change(picture, result) or (Box(0, 0, *size_of(picture)),)
    else:
        result, boxes = clear
    return Attacked(result, boxes, ", ".join(kinds), saved_as=saved_by_editor(rng))
