"""Edits: faces, eyes, hair, clothes and figures changed."""

import cv2
import numpy as np
from numpy.typing import NDArray

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.tenth.draw import Sheet
from benchmarks.attacks.tenth.faces import face_place, figure_mask, skin_of, with_face
from benchmarks.attacks.tenth.fill import without
from benchmarks.attacks.tenth.find import grey
from benchmarks.attacks.tenth.masks import Mask, Rng, blurred, bounds, resized
from benchmarks.attacks.values import Attacked, OtherPosters, Part


def toned_like(piece: NDArray[np.float32], model: NDArray[np.float32], share: float) -> NDArray[np.float32]:
    """A piece with its mean and spread of colour drawn towards those of another."""
    mean, spread = piece.reshape(-1, 3).mean(0), piece.reshape(-1, 3).std(0) + 6
    other_mean, other_spread = model.reshape(-1, 3).mean(0), model.reshape(-1, 3).std(0) + 6
    matched = (piece - mean) * np.clip(other_spread / spread, 0.6, 1.6) + other_mean
    return np.asarray(np.clip(piece + (matched - piece) * share, 0, 255), np.float32)


def _oval(wide: int, high: int, feather: float) -> Mask:
    mask = np.zeros((high, wide), np.float32)
    inset = int(2.2 * feather) + 1
    axes = (max(2, wide // 2 - inset), max(2, high // 2 - inset))
    cv2.ellipse(mask, (wide // 2, high // 2), axes, 0, 0, 360, 1.0, -1, cv2.LINE_AA)
    return blurred(mask, feather)


def _part(picture: Pixels, box: Box) -> NDArray[np.float32]:
    return picture[box.y : box.y + box.height, box.x : box.x + box.width].astype(np.float32)


def face_swapped(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """Another poster's face over this one's, with feathered edges and matched colour."""
    other = with_face(others, rng)
    sheet, place, source = Sheet(picture), face_place(picture), face_place(other.pixels)
    wide, high = max(24, round(place.width * 1.12)), max(30, round(place.height * 1.08))
    piece = cv2.resize(_part(other.pixels, source), (wide, high), interpolation=cv2.INTER_AREA).astype(np.float32)
    piece = piece[:, ::-1] if rng.random() < 0.3 else piece
    piece = toned_like(piece, _part(picture, place), rng.uniform(0.4, 0.75))
    x, y = place.x + (place.width - wide) / 2, place.y + (place.height - high) / 2
    sheet.lay(_oval(wide, high, 0.035 * wide), x, y, piece)
    return sheet.edited(other.name, tuple(Part(other.name, box) for box in sheet.boxes[-1:]))


def eyes_glowing(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """Both eyes shine in a colour that eyes do not have."""
    sheet, face = Sheet(picture), face_place(picture)
    look = blurred(grey(picture), 0.03 * face.width)
    size = max(4.0, 0.085 * face.width)
    colour = one_of(rng, ((255, 30, 20), (60, 180, 255), (70, 255, 90), (255, 190, 40)))
    reach = round(size * 3)
    y, x = np.mgrid[-reach : reach + 1, -reach : reach + 1].astype(np.float32) / size
    away = np.hypot(x, y * 1.25)
    ball = np.clip(1.4 - away * 0.9, 0, 1).astype(np.float32)
    shine = np.exp(-((away / 1.05) ** 2)).astype(np.float32)
    core = np.clip(1.2 - away * 2.2, 0, 1)[..., None]
    paint = np.asarray(colour, np.float32) * (1 - core) + 255 * core
    for share in (0.3, 0.7):
        # The darkest spot near where an eye is due.
        cx, cy = face.x + share * face.width, face.y + 0.4 * face.height
        x0, y0 = max(0, round(cx - 0.12 * face.width)), max(0, round(cy - 0.1 * face.height))
        near = look[y0 : round(cy + 0.1 * face.height), x0 : round(cx + 0.12 * face.width)]
        down, along = np.unravel_index(int(np.argmin(near)), near.shape) if near.size else (0, 0)
        left, top = x0 + int(along) - reach, y0 + int(down) - reach
        sheet.lay(shine, left, top, colour, 0.75, counts=False)
        sheet.lay(ball, left, top, paint)
    return sheet.edited()


def _tinted(part: NDArray[np.float32], rng: Rng) -> NDArray[np.float32]:
    """The same light and shade in one strong colour far from the old one."""
    paints = (
        (196, 30, 40),
        (30, 80, 200),
        (20, 150, 90),
        (150, 50, 190),
        (235, 190, 50),
        (240, 110, 180),
        (240, 240, 240),
    )
    old = part.reshape(-1, 3).mean(axis=0)
    far = sorted(paints, key=lambda paint: -float(np.abs(np.subtract(paint, old)).sum()))[:4]
    colour = np.asarray(one_of(rng, tuple(far)), np.float32)
    light = part.mean(axis=2, keepdims=True)
    # Dark cloth and hair would hide any colour: lifted as a person does with the brush on "colour dodge".
    shade = 0.45 + 0.75 * (light - light.min()) / max(30.0, float(np.percentile(light, 97) - light.min()))
    return np.asarray(np.clip(colour * shade, 0, 255), np.float32)


def _recoloured(picture: Pixels, area: Mask, rng: Rng) -> Attacked:
    """The part of the figure within an area gets another colour; all of the area where the figure is elsewhere."""
    sheet = Sheet(picture)
    mask = area * figure_mask(picture, rng)
    if (mask > 0.5).sum() < 0.3 * (area > 0.5).sum():
        mask = area
    mask = np.where(mask > 0.03, mask, 0).astype(np.float32)
    box = bounds(mask, 0.0) or Box(0, 0, sheet.width, sheet.height)
    cut = (slice(box.y, box.y + box.height), slice(box.x, box.x + box.width))
    sheet.lay(mask[cut], box.x, box.y, _tinted(sheet.pixels[cut], rng), 0.86)
    return sheet.edited()


def hair_recoloured(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """The hair around the likeliest face in another colour."""
    face, area = face_place(picture), np.zeros(picture.shape[:2], np.float32)
    middle = (face.x + face.width // 2, face.y + round(0.42 * face.height))
    outer = (round(0.74 * face.width), round(0.74 * face.height))
    cv2.ellipse(area, middle, outer, 0, 0, 360, 1.0, -1)
    inner = (middle[0], face.y + round(0.6 * face.height))
    cv2.ellipse(area, inner, (round(0.44 * face.width), round(0.52 * face.height)), 0, 0, 360, 0.0, -1)
    area[face.y + round(0.95 * face.height) :] = 0
    return _recoloured(picture, blurred(area, 0.02 * face.width), rng)


def clothes_recoloured(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """What the likeliest figure wears in another colour."""
    face, area = face_place(picture), np.zeros(picture.shape[:2], np.float32)
    x, w, h = face.x, face.width, face.height
    top = min(face.y + 1.08 * h, 0.72 * picture.shape[0])
    shape = [(0.2, 0.0), (0.8, 0.0), (1.9, 0.5), (1.9, 2.2), (-0.9, 2.2), (-0.9, 0.5)]
    cv2.fillPoly(area, [np.array([(x + across * w, top + down * h) for across, down in shape]).astype(np.int32)], 1.0)
    # Hands and necks keep their colour.
    bare = np.clip(blurred(skin_of(picture), 0.02 * w) * 3 - 1.4, 0, 1)
    covered = area * (1 - bare)
    area = covered if covered.sum() > 0.4 * area.sum() else area
    return _recoloured(picture, blurred(area, 0.02 * w), rng)


def cut_figure(other: Pixels, rng: Rng) -> tuple[NDArray[np.float32], Mask]:
    """A poster's figure, cut to its box, and its mask."""
    mask = figure_mask(other, rng)
    box = bounds(mask) or Box(0, 0, other.shape[1], other.shape[0])
    cut = (slice(box.y, box.y + box.height), slice(box.x, box.x + box.width))
    return other[cut].astype(np.float32), mask[cut]


def figure_added(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """A figure cut out of another poster stands at the left or right."""
    other = with_face(others, rng)
    sheet = Sheet(picture)
    piece, mask = cut_figure(other.pixels, rng)
    by = min(rng.uniform(0.34, 0.52) * sheet.height / mask.shape[0], 0.5 * sheet.width / mask.shape[1])
    size = (max(8, round(mask.shape[1] * by)), max(8, round(mask.shape[0] * by)))
    piece = cv2.resize(piece, size, interpolation=cv2.INTER_AREA).astype(np.float32)
    mask = resized(mask, *size)
    x = one_of(rng, (rng.uniform(0.0, 0.06), rng.uniform(0.94, 1.0))) * (sheet.width - size[0])
    y = sheet.height * rng.uniform(0.82, 1.0) - size[1]
    around = sheet.patch(x, y, size[0], size[1])
    sheet.halo(mask, x, y, (8, 8, 10), 0.006 * sheet.long, 0.5)
    sheet.lay(mask, x, y, toned_like(piece, around, 0.25))
    return sheet.edited(other.name, tuple(Part(other.name, box) for box in sheet.boxes[-1:]))


def figure_removed(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """The likeliest head and shoulders taken out and filled from around."""
    sheet, face = Sheet(picture), face_place(picture)
    hole = np.zeros((sheet.height, sheet.width), np.float32)
    x, y, w, h = face.x, face.y, face.width, face.height
    cv2.ellipse(hole, (x + w // 2, y + h // 2), (round(0.66 * w), round(0.68 * h)), 0, 0, 360, 1.0, -1)
    trunk = [
        (x, y + 0.9 * h),
        (x + w, y + 0.9 * h),
        (x + 1.4 * w, y + 1.3 * h),
        (x + 1.4 * w, y + 2 * h),
        (x - 0.4 * w, y + 2 * h),
        (x - 0.4 * w, y + 1.3 * h),
    ]
    cv2.fillPoly(hole, [np.array(trunk).astype(np.int32)], 1.0)
    filled = without(picture, np.asarray(cv2.dilate(hole, np.ones((5, 5))), np.float32), rng)
    sheet.lay(blurred(hole, 0.004 * sheet.long), 0, 0, filled)
    return sheet.edited()
