"""Edits of faces, figures, things and their grounds."""

import cv2
import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.fourteenth import Rng, named, places
from benchmarks.attacks.fourteenth.paint import Mask, blurred, box_of, ellipse, filled, fit_into, lay, noise
from benchmarks.attacks.geometry import (
    Colour,
    box_between,
    part_of,
    scale_matrix,
    shift_matrix,
    size_of,
    warp,
    whole_of,
)
from benchmarks.attacks.values import Attacked, OtherPoster, OtherPosters, Part, identity

SKIES: tuple[tuple[Colour, Colour], ...] = (
    ((250, 150, 60), (90, 30, 110)), ((20, 40, 90), (150, 200, 235)), ((60, 10, 10), (235, 80, 30)),
)  # fmt: skip


def _toward(piece: Pixels, model: Pixels, amount: float) -> Pixels:
    """A piece with its mean and spread of colour moved to a model's."""
    own, wanted = piece.astype(np.float32), model.reshape(-1, 3).astype(np.float32)
    mean, spread = own.mean(axis=(0, 1)), own.std(axis=(0, 1)) + 1
    matched = (own - mean) * np.clip(wanted.std(axis=0) / spread, 0.7, 1.4) + wanted.mean(axis=0)
    return np.clip(own * (1 - amount) + matched * amount, 0, 255).astype(np.uint8)


def pasted(pixels: Pixels, mask: Mask, what: Pixels, x: int, y: int, note: str, foreign: str = "") -> Attacked:
    """A picture laid on through a mask; the box is the mask's."""
    canvas = pixels.copy()
    lay(canvas, mask, what, x, y)
    box = box_of(mask, whole_of(pixels), x, y, 0.3)
    parts = (Part("", whole_of(pixels)), Part(foreign, box)) if foreign else ()
    return Attacked(canvas, boxes_of_change=(box,), note=note, parts=parts)


def _with_face(rng: Rng, others: OtherPosters) -> OtherPoster:
    """Another poster that seems to show a face, or the last of eight picked."""
    for _ in range(8):
        other = others.pick(rng)
        if places.likely_face(other.pixels) is not None:
            break
    return other


def face_replaced(pixels: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    face = places.find_face(pixels)
    pad = face.width // 8
    x, y, width, height = face.x - pad, face.y - pad, face.width + 2 * pad, face.height + 2 * pad
    old = part_of(pixels, face)
    for _ in range(6):
        other = _with_face(rng, others)
        piece = fit_into(np.ascontiguousarray(part_of(other.pixels, places.find_face(other.pixels))), width, height)
        matched = _toward(piece, old, 0.55)
        inner = matched[face.y - y :, face.x - x :][: face.height, : face.width]
        if inner.std() > 35 and np.abs(inner.astype(int) - old).mean() > 30:
            break
    return pasted(pixels, ellipse(width, height, 0.3), matched, x, y, "face", other.name)


def figure_cut_in(pixels: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """A figure from another poster, cut out with GrabCut, or a soft ellipse where that fails."""
    other, (width, height) = _with_face(rng, others), size_of(pixels)
    source = places.figure_box(other.pixels)
    mask = places.cut_figure(other.pixels, source)
    tight = box_of(mask, source)
    factor = min(height * between(rng, 0.35, 0.55) / tight.height, width * 0.6 / tight.width)
    size = (max(12, round(tight.width * factor)), max(12, round(tight.height * factor)))
    shape = np.ascontiguousarray(cv2.resize(part_of(mask, tight), size), np.float32)
    what = np.asarray(cv2.resize(part_of(other.pixels, tight), size, interpolation=cv2.INTER_AREA), np.uint8)
    x = round((width - size[0]) * one_of(rng, (0.06, 0.94)))
    y = round((height - size[1]) * between(rng, 0.35, 0.95))
    return pasted(pixels, shape, what, x, y, f"times {factor:.2f}", other.name)


def figure_removed(pixels: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """A head, or what has most detail where no face is, filled in from what lies round it."""
    face = places.find_face(pixels)
    if part_of(pixels, face).std() < 40:
        face = places.strongest_detail(pixels, 0.36, 0.95)
    pad, (width, height) = max(3, face.width // 6), size_of(pixels)
    right, bottom = face.x + face.width + pad, face.y + face.height * 1.2
    room = box_between(face.x - pad, face.y - pad, right, bottom, whole_of(pixels)) or face
    mask = np.zeros((height, width), np.float32)
    part_of(mask, room)[:] = ellipse(room.width, room.height)
    grain = filled(pixels, mask) + rng.normal(0, 3, (height, width, 1))
    return pasted(pixels, blurred(mask, 1.5), np.clip(grain, 0, 255).astype(np.uint8), 0, 0, "filled")


def thing_removed(pixels: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """What has most detail covered with texture cloned from calm ground."""
    thing = places.strongest_detail(pixels, between(rng, 0.26, 0.38), 0.9, 0.1)
    share, avoid = thing.width / pixels.shape[1], (thing, places.find_title(pixels))
    calm = places.quiet_place(pixels, share, thing.height, 0.03, 0.97, avoid)
    texture = np.asarray(cv2.resize(part_of(pixels, calm), (thing.width, thing.height)), np.uint8)
    return pasted(pixels, ellipse(thing.width, thing.height, 0.2), texture, thing.x, thing.y, "cloned")


def _scenery(rng: Rng, width: int, height: int) -> Pixels:
    (upper, lower), down = np.array(one_of(rng, SKIES), np.float32), np.linspace(0, 1, height)[:, None, None]
    cloud = noise(rng, width, height, width / 4) * 0.6 + noise(rng, width, height, width / 12) * 0.4 - 0.5
    return np.clip(upper * (1 - down) + lower * down + 160 * cloud[..., None], 0, 255).astype(np.uint8)


def _grounded(pixels: Pixels, rng: Rng, others: OtherPosters, foreign: bool) -> Attacked:
    """The poster's figure where it is before a painted sky, or moved onto another poster."""
    (width, height), whole, place = size_of(pixels), whole_of(pixels), identity()
    mask, other = places.cut_figure(pixels, places.figure_box(pixels)), others.pick(rng)
    canvas = fit_into(other.pixels, width, height) if foreign else _scenery(rng, width, height)
    if foreign:
        tight = box_of(mask, whole, 0, 0, 0.3)
        factor = min(between(rng, 0.9, 1.2), width * 0.9 / tight.width, height * 0.9 / tight.height)
        x = between(rng, 0, width - tight.width * factor) - tight.x * factor
        place = shift_matrix(x, height - (tight.y + tight.height) * factor) @ scale_matrix(factor, factor)
    shape = np.asarray(cv2.warpPerspective(mask, place, (width, height)), np.float32)
    lay(canvas, shape, warp(pixels, place, (width, height), (0, 0, 0)))
    kept = box_of(shape, whole, 0, 0, 0.3)
    parts = (Part(other.name, whole), Part("", kept)) if foreign else (Part("", kept),)
    return Attacked(canvas, (whole,), f"foreign {foreign}", place, parts=parts, shown=kept)


background_replaced = named("background_replaced", _grounded, False)
figure_on_other_ground = named("figure_on_other_ground", _grounded, True)
