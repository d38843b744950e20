"""Edits: faces, figures and things replaced, added, removed or recoloured."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import part_of, resize, size_of
from benchmarks.attacks.sixteenth.lettering import blend, colour_matched, ellipse_mask, painted_over, visible
from benchmarks.attacks.sixteenth.places import (
    Mask,
    box_of,
    figure_mask,
    find_face,
    find_title,
    grown,
    inside,
    most_detailed,
    rate_face,
)
from benchmarks.attacks.values import Attacked, AttackFunction, OtherPoster, OtherPosters, Part


def _someone(rng: np.random.Generator, others: OtherPosters) -> OtherPoster:
    """Another poster, if possible one with a face."""
    return max((others.pick(rng) for _ in range(5)), key=lambda other: rate_face(other.pixels)[1])


def _swapper(name: str, head: float, matched: float) -> AttackFunction:
    """Another poster's face in the place of this one's; head: how much more than the face, in its sizes."""

    def swapped(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
        face = find_face(pixels)
        more = head + max(0.0, (pixels.shape[1] * 0.2 / face.width - 1) / 2)
        box = grown(face, more, more, more, pixels)
        for _ in range(4):
            other, over = _someone(rng, others), pixels.copy()
            theirs = grown(find_face(other.pixels), head, head, head, other.pixels)
            patch, _ = resize(part_of(other.pixels, theirs), box.width, box.height)
            part_of(over, box)[:] = colour_matched(patch, part_of(pixels, box), matched)
            result = blend(pixels, over, ellipse_mask(pixels, box, 0.04))
            if visible(pixels, result, box):
                break
        return Attacked(result, (box,), other.name, parts=(Part(other.name, box),))

    swapped.__name__ = swapped.__qualname__ = name
    return swapped


face_replaced = _swapper("face_replaced", 0.12, 0.65)
head_replaced = _swapper("head_replaced", 0.4, 0.25)


def _pasted(pixels: Pixels, rng: np.random.Generator, other: OtherPoster, mask: Mask, share: float) -> Attacked:
    """What the mask cuts out of the other poster, so high against this one, standing somewhere in its lower part."""
    width, height = size_of(pixels)
    source = box_of(mask)
    factor = min(share * height / source.height, 0.6 * width / source.width)
    wide, high = round(source.width * factor), round(source.height * factor)
    y = round(height * between(rng, 0.6, 0.97) - high)
    place = inside(Box(round(rng.uniform(0, width - wide)), y, wide, high), pixels)
    over, whole = pixels.copy(), np.zeros((height, width), np.float32)
    patch, _ = resize(part_of(other.pixels, source), wide, high)
    part_of(over, place)[:] = colour_matched(patch, part_of(pixels, place), 0.15)
    soft = cv2.GaussianBlur(cv2.resize(part_of(mask, source), (wide, high)), (0, 0), max(0.8, width / 400))
    part_of(whole, place)[:] = soft
    box = box_of(whole, 0.15)
    return Attacked(blend(pixels, over, whole), (box,), other.name, parts=(Part(other.name, box),))


def figure_pasted(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    other = _someone(rng, others)
    return _pasted(pixels, rng, other, figure_mask(other.pixels), between(rng, 0.4, 0.65))


def bust_pasted(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    other = _someone(rng, others)
    box = grown(find_face(other.pixels), 0.4, 0.45, 0.6, other.pixels)
    return _pasted(pixels, rng, other, ellipse_mask(other.pixels, box, 0.03), between(rng, 0.25, 0.42))


def _thing(pixels: Pixels, rng: np.random.Generator, trial: int) -> Box:
    face = find_face(pixels) if rng.random() < 0.7 - 0.3 * trial else most_detailed(pixels, between(rng, 0.24, 0.36))
    more = 0.05 * trial + max(0.15, (pixels.shape[1] * 0.24 / face.width - 1) / 2)
    return grown(face, more, more, more + 0.2, pixels)


def painted_out(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    for trial in range(5):
        box = _thing(pixels, rng, trial) if trial < 4 else grown(find_title(pixels), 0.05, 0.15, 0.15, pixels)
        result = painted_over(pixels, box, rng)
        if visible(pixels, result, box):
            break
    return Attacked(result, (box,))


def cloned_over(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    box = _thing(pixels, rng, 0)
    for _ in range(12):
        x, y = rng.integers(0, (pixels.shape[1] - box.width + 1, pixels.shape[0] - box.height + 1)).tolist()
        source, over = Box(x, y, box.width, box.height), pixels.copy()
        part_of(over, box)[:] = part_of(pixels, source)
        result = blend(pixels, over, ellipse_mask(pixels, box, 0.05))
        if source.intersection(box) < 0.2 * box.area and visible(pixels, result, box, 28):
            break
    return Attacked(result, (box,))


def _recoloured(pixels: Pixels, rng: np.random.Generator, mask: Mask) -> Attacked:
    lab = cv2.cvtColor(pixels, cv2.COLOR_RGB2LAB).astype(np.float32)
    weight = mask / max(1.0, float(mask.sum()))
    light, a, b = (float((lab[..., channel] * weight).sum()) for channel in range(3))
    tones = ((200.0, 180.0), (85.0, 175.0), (140.0, 50.0), (185.0, 70.0), (90.0, 110.0), (128.0, 205.0))
    target = one_of(rng, [tone for tone in tones if abs(tone[0] - a) + abs(tone[1] - b) > 65])
    shaded = lab.copy()
    shaded[..., 0] = np.clip((lab[..., 0] - light) * 0.9 + min(max(light, 95), 185), 0, 255)
    shaded[..., 1:] = np.array(target, np.float32) + (lab[..., 1:] - (a, b)) * 0.25
    over = cv2.cvtColor(np.clip(shaded, 0, 255).astype(np.uint8), cv2.COLOR_LAB2RGB)
    return Attacked(blend(pixels, np.asarray(over, np.uint8), mask), (box_of(mask, 0.06),), f"to {target}")


def clothes_recoloured(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    face, below = find_face(pixels), rng.random() < 0.75
    size = max(face.width, round(pixels.shape[1] * 0.2))
    y = face.y + face.height if below else face.y - round(size * 0.7)
    box = inside(Box(face.x + face.width // 2 - size, y, size * 2, round(size * (1.8 if below else 0.9))), pixels)
    return _recoloured(pixels, rng, ellipse_mask(pixels, box, 0.06))


def sky_recoloured(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    height = pixels.shape[0]
    end = height * between(rng, 0.28, 0.42)
    rows = np.clip((end - np.arange(height)) / (height * 0.1), 0, 1).astype(np.float32)[:, None]
    mask = rows * (1 - cv2.GaussianBlur(figure_mask(pixels), (0, 0), 3))
    whole = np.repeat(rows, pixels.shape[1], 1)
    return _recoloured(pixels, rng, mask if mask.sum() > 0.6 * whole.sum() else whole)
