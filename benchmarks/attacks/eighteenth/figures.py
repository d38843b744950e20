"""Edits: faces and figures swapped, pasted in, taken out."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between
from benchmarks.attacks.eighteenth.lettering import Mask, lay
from benchmarks.attacks.eighteenth.scene import blended, box_of, face_of, figure_mask, painted_over
from benchmarks.attacks.eighteenth.tones import rounded
from benchmarks.attacks.geometry import crop, part_of, resize, size_of, whole_of
from benchmarks.attacks.values import Attacked, OtherPoster, OtherPosters, Part


def oval(size: tuple[int, int], frame: Box, soft: float = 0.06) -> Mask:
    """A feathered ellipse filling a frame."""
    mask = np.zeros((size[1], size[0]), np.float32)
    middle = (frame.x + frame.width // 2, frame.y + frame.height // 2)
    cv2.ellipse(mask, middle, (max(2, frame.width // 2), max(2, frame.height // 2)), 0, 0, 360, 1.0, -1)
    return np.asarray(cv2.GaussianBlur(mask, (0, 0), max(1.0, frame.width * soft)), np.float32)


def in_tone_of(patch: Pixels, ground: Pixels, share: float) -> Pixels:
    """The patch with part of the ground's mean and spread of colour."""
    ours = cv2.cvtColor(patch, cv2.COLOR_RGB2LAB).astype(np.float32)
    theirs = cv2.cvtColor(np.ascontiguousarray(ground), cv2.COLOR_RGB2LAB).astype(np.float32)
    gain = np.clip(theirs.std(axis=(0, 1)) / np.maximum(ours.std(axis=(0, 1)), 1), 0.7, 1.4)
    matched = (ours - ours.mean(axis=(0, 1))) * gain + theirs.mean(axis=(0, 1))
    mixed = rounded(ours * (1 - share) + matched * share)
    return np.asarray(cv2.cvtColor(mixed, cv2.COLOR_LAB2RGB), np.uint8)


def swapped(pixels: Pixels, target: Box, rng: np.random.Generator, others: OtherPosters, share: float) -> Attacked:
    """Another poster's face in an oval, of the few picked the one that differs most from what is covered."""
    best, made, name, mask = -1.0, pixels, "", oval(size_of(pixels), target)
    for _ in range(4):
        other = others.pick(rng)
        patch, _ = resize(crop(other.pixels, face_of(other.pixels))[0], target.width, target.height)
        above = pixels.copy()
        part_of(above, target)[:] = in_tone_of(patch, part_of(pixels, target), share)
        differs = float(np.abs(part_of(above, target).astype(float) - part_of(pixels, target)).mean())
        if differs > best:
            best, made, name = differs, blended(pixels, above, mask), other.name
    box = box_of(mask)
    return Attacked(made, (box,), name, parts=(Part("", whole_of(pixels)), Part(name, box)))


def face_swapped(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Another face over the likeliest one, its colours matched."""
    return swapped(pixels, face_of(pixels), rng, others, between(rng, 0.3, 0.55))


def big_head(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A friend's head pasted over, too large, its colours its own."""
    face, (width, height) = face_of(pixels), size_of(pixels)
    grow = between(rng, 1.25, 1.6)
    wide, high = min(width - 4, round(face.width * grow)), min(height - 4, round(face.height * grow))
    x, y = face.x + (face.width - wide) // 2, face.y + (face.height - high) // 2
    target = Box(min(max(2, x), width - wide - 2), min(max(2, y), height - high - 2), wide, high)
    return swapped(pixels, target, rng, others, 0.1)


def cut_out(other: OtherPoster, high: float, most: float) -> np.ndarray:
    """A figure of another poster as a layer so high and at most so wide."""
    width, height = size_of(other.pixels)
    face = face_of(other.pixels)
    left, top = max(2, round(face.x - face.width * 0.9)), max(2, round(face.y - face.height * 0.35))
    frame = Box(
        left, top, min(width - left - 2, round(face.width * 2.8)), min(height - top - 2, round(face.height * 2.9))
    )
    mask = figure_mask(other.pixels, frame)
    layer = np.dstack([other.pixels, rounded(mask * 255)])
    seen = box_of(mask)
    layer = np.ascontiguousarray(part_of(layer, seen))
    factor = min(high / layer.shape[0], most / layer.shape[1])
    size = (max(8, round(layer.shape[1] * factor)), max(8, round(layer.shape[0] * factor)))
    return np.asarray(
        cv2.resize(layer, size, interpolation=cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC), np.uint8
    )


def figure_pasted(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Somebody from another poster, cut out, standing at one side."""
    (width, height), other = size_of(pixels), others.pick(rng)
    layer = cut_out(other, height * between(rng, 0.3, 0.5), width * 0.6)
    x = width * 0.02 if rng.random() < 0.5 else width * 0.98 - layer.shape[1]
    made, box = lay(pixels, layer, x, height * between(rng, 0.55, 0.95) - layer.shape[0])
    return Attacked(made, (box,), other.name, parts=(Part("", whole_of(pixels)), Part(other.name, box)))


def figure_removed(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Head and shoulders, or whatever is there, filled in from round it."""
    (width, height), face = size_of(pixels), face_of(pixels)
    x, y = max(0, round(face.x - face.width * 0.3)), max(0, round(face.y - face.height * 0.2))
    box = Box(
        x, y, min(width - x, round(face.width * 1.6)), min(height - y, round(face.height * between(rng, 1.4, 2.0)))
    )
    return Attacked(painted_over(pixels, box, rng), (box,), "inpainted")


def thing_cloned_away(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A detailed place covered by a soft-edged copy of the poster's own plainest texture."""
    (width, height), face = size_of(pixels), face_of(pixels)
    wide, high = min(round(face.width * 1.2), width // 2), min(round(face.height * 1.2), height // 3)
    x = min(max(0, face.x + (face.width - wide) // 2), width - wide)
    target = Box(x, min(max(0, face.y + (face.height - high) // 2), height - high), wide, high)
    spots = [
        Box(int(a), int(b), wide, high)
        for a in np.linspace(0, width - wide, 5)
        for b in np.linspace(0, height - high, 8)
    ]
    spots = [spot for spot in spots if not spot.intersection(target)] or [Box(0, 0, wide, high)]
    covered = part_of(pixels, target).astype(np.float32)

    def how_poor(spot: Box) -> float:
        """Little texture and much difference make a good source."""
        part = part_of(pixels, spot).astype(np.float32)
        return float(part.std(axis=(0, 1)).mean() - np.abs(part - covered).mean())

    source = min(spots, key=how_poor)
    above = pixels.copy()
    part_of(above, target)[:] = part_of(pixels, source)
    mask = oval((width, height), target, 0.05)
    return Attacked(blended(pixels, above, mask), (box_of(mask),), "cloned")
