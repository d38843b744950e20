"""Edits: another ground, posters put together, and parts in other colours."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.eighteenth.figures import oval
from benchmarks.attacks.eighteenth.lettering import Mask
from benchmarks.attacks.eighteenth.scene import blended, box_of, cover_size, face_of, figure_mask, small_of
from benchmarks.attacks.eighteenth.tones import rounded
from benchmarks.attacks.geometry import part_of, resize, shift_matrix, size_of, whole_of
from benchmarks.attacks.values import Attacked, OtherPosters, Part


def main_figure(pixels: Pixels) -> Mask:
    """The figure in the middle of the poster."""
    width, height = size_of(pixels)
    frame = Box(round(width * 0.14), round(height * 0.1), round(width * 0.72), round(height * 0.8))
    return figure_mask(pixels, frame)


def background_replaced(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A new ground behind the figure: a sunset, a clouded sky or studio paper."""
    (width, height), kind = size_of(pixels), one_of(rng, ("sunset", "sky", "paper"))
    colour = tuple(int(value) for value in rng.integers(40, 240, 3))
    top, bottom = {"sunset": ((70, 30, 90), (255, 150, 60)), "sky": ((60, 130, 215), (190, 225, 250))}.get(
        kind, (colour, colour)
    )
    share = np.linspace(0, 1, height)[:, None, None]
    ground = np.tile(np.asarray(top) * (1 - share) + np.asarray(bottom) * share, (1, width, 1))
    if kind == "sky":
        grids = (rng.random((4, 4)), rng.random((9, 9)) * 0.6, rng.random((20, 20)) * 0.4)
        noise = np.sum([cv2.resize(grid, (width, height), interpolation=cv2.INTER_CUBIC) for grid in grids], axis=0)
        cloud = np.clip((noise - np.median(noise)) * 4, 0, 1)[..., None]
        ground = ground * (1 - cloud) + 250 * cloud
    return Attacked(blended(rounded(ground), pixels, main_figure(pixels)), (whole_of(pixels),), kind)


def figure_on_other_ground(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The figure kept where it is, on another poster."""
    other, mask = others.pick(rng), main_figure(pixels)
    made = blended(cover_size(other.pixels, size_of(pixels)), pixels, mask)
    whole = whole_of(pixels)
    return Attacked(made, (whole,), other.name, parts=(Part(other.name, whole), Part("", box_of(mask))))


def halves_joined(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """One half of another poster, beside or under one half of this; a hard or a soft seam."""
    (width, height), other, beside = size_of(pixels), others.pick(rng), bool(rng.random() < 0.5)
    theirs, made = cover_size(other.pixels, (width, height)), pixels.copy()
    boxes = [Box(0, 0, width // 2, height), Box(width // 2, 0, width - width // 2, height)]
    if not beside:
        boxes = [Box(0, 0, width, height // 2), Box(0, height // 2, width, height - height // 2)]
    own, foreign = boxes[:: one_of(rng, (-1, 1))]
    part_of(made, foreign)[:] = part_of(theirs, foreign)
    return Attacked(made, (foreign,), other.name, parts=(Part("", own), Part(other.name, foreign)), shown=own)


def grid_of_four(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Four posters in a square of two by two, this one at any place."""
    width, height = size_of(pixels)
    wide, high, own = width // 2, height // 2, int(rng.integers(4))
    made, parts, place = np.zeros((high * 2, wide * 2, 3), np.uint8), [], np.eye(3)
    for number in range(4):
        box = Box(wide * (number % 2), high * (number // 2), wide, high)
        small, factor = resize(pixels, wide, high)
        name = ""
        if number == own:
            place = shift_matrix(box.x, box.y) @ factor
        else:
            other = others.pick(rng)
            small, name = cover_size(other.pixels, (wide, high)), other.name
        part_of(made, box)[:] = small
        parts.append(Part(name, box))
    foreign = tuple(part.box for part in parts if part.name)
    return Attacked(made, foreign, f"cell {own}", place, parts=tuple(parts), shown=parts[own].box)


def tinted(pixels: Pixels, mask: Mask, rng: np.random.Generator) -> Attacked:
    """Another hue, well saturated, inside a soft mask."""
    hsv = cv2.cvtColor(pixels, cv2.COLOR_RGB2HSV)
    hue = int(np.median(hsv[mask > 0.5][:, 0])) + int(rng.integers(45, 136))
    hsv[..., 0] = hue % 180
    hsv[..., 1] = np.maximum(hsv[..., 1], int(rng.integers(150, 200)))
    hsv[..., 2] = np.clip(hsv[..., 2].astype(int) * 0.8 + 70, 0, 235).astype(np.uint8)
    colour = cv2.cvtColor(hsv, cv2.COLOR_HSV2RGB)
    return Attacked(blended(pixels, np.asarray(colour, np.uint8), mask), (box_of(mask),), f"hue {hue % 180}")


def clothes_recoloured(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """What is under the face, as far as its colour goes, in another hue."""
    (small, factor), face = small_of(pixels, 200), face_of(pixels)
    near, (width, height) = face.scaled(1 / factor, 1 / factor), size_of(small)
    frame = Box(
        max(0, near.x - near.width), min(near.y + near.height, height // 2), near.width * 3, round(near.height * 2)
    )
    lab = cv2.cvtColor(cv2.GaussianBlur(small, (0, 0), 2), cv2.COLOR_RGB2LAB).astype(np.float32)
    seed = Box(near.x, frame.y + near.height // 4, near.width, near.height)
    distance = np.linalg.norm(lab - np.median(part_of(lab, seed).reshape(-1, 3), axis=0), axis=2)
    mask = np.zeros((height, width), np.float32)
    part_of(mask, frame)[:] = part_of((distance < 42).astype(np.float32), frame)
    mask = np.asarray(cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((7, 7), np.uint8)), np.float32)
    count, parts, stats, _ = cv2.connectedComponentsWithStats(mask.astype(np.uint8))
    mask = (parts == (1 + int(stats[1:, cv2.CC_STAT_AREA].argmax()) if count > 1 else 1)).astype(np.float32)
    if mask.mean() < 0.02:
        mask = oval((width, height), frame)
    soft = cv2.resize(cv2.GaussianBlur(mask, (0, 0), 2), size_of(pixels), interpolation=cv2.INTER_LINEAR)
    return tinted(pixels, np.asarray(soft, np.float32), rng)


def sky_recoloured(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The upper part in another hue, fading out downwards."""
    (width, height), share = size_of(pixels), between(rng, 0.28, 0.45)
    rows = np.clip((share + 0.04 - np.linspace(0, 1, height)) / 0.08, 0, 1).astype(np.float32)
    return tinted(pixels, np.tile(rows[:, None], (1, width)), rng)
