"""Edits: heads, eyes, hair and figures of the poster itself."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import size_of
from benchmarks.attacks.sixth.heads import head_of
from benchmarks.attacks.sixth.matte import bounds, cut_out, dyed, far_tone, figure_mask, filled_in, oval
from benchmarks.attacks.sixth.tools import (
    Mask,
    Tone,
    as_pixels,
    edited,
    floats,
    layer_resized,
    layer_turned,
    paste,
    soften,
)
from benchmarks.attacks.values import Attacked, OtherPosters


def two_heads(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The head once more beside itself, mirrored and a little turned."""
    size, head = size_of(picture), head_of(picture)
    grown = Box(round(head.x - head.width * 0.15), round(head.y - head.height * 0.15), 0, 0)
    around = Box(grown.x, grown.y, round(head.width * 1.3), round(head.height * 1.3))
    layer = cut_out(picture, oval(size, around, 0.2))
    layer = layer_turned(np.ascontiguousarray(layer[:, ::-1]), between(rng, -18, 18))
    step = head.width * between(rng, 0.75, 1.0)
    right = head.x + head.width / 2 < size[0] / 2
    x = head.x + head.width / 2 + (step if right else -step)
    y = head.y + head.height / 2 + head.height * between(rng, -0.1, 0.12)
    after = paste(picture, layer, round(x - layer.shape[1] / 2), round(y - layer.shape[0] / 2))
    return edited(picture, after, rng, "second head", join=0.1)


def eyes_lit(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Glowing or coloured eyes."""
    (width, height), head = size_of(picture), head_of(picture)
    tone: Tone = one_of(rng, ((255, 30, 20), (60, 220, 255), (120, 255, 60), (255, 210, 30)))
    core, glow = np.zeros((height, width), np.float32), np.zeros((height, width), np.float32)
    reach = max(2.5, width * 0.013, head.width * between(rng, 0.07, 0.1))
    for side in (-1, 1):
        centre = round(head.x + head.width * (0.5 + side * 0.2)), round(head.y + head.height * 0.4)
        cv2.ellipse(core, centre, (round(reach), max(2, round(reach * 0.7))), 0, 0, 360, (1.0,), -1, cv2.LINE_AA)
        cv2.circle(glow, centre, round(reach * 1.7), (1.0,), -1, cv2.LINE_AA)
    shine = soften(glow, reach * 0.6)[..., None] * floats(tone) * 0.8
    lit = np.clip(picture + shine, 0, 255)
    heart = soften(core, reach * 0.2)[..., None]
    bright = floats(tone) * 0.6 + 102
    return edited(picture, as_pixels(lit * (1 - heart) + bright * heart), rng, f"eyes {tone}", join=0.06)


def hair_dyed(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The hair above and beside the face in a loud colour."""
    size, head = size_of(picture), head_of(picture)
    over = Box(
        round(head.x - head.width * 0.22),
        round(head.y - head.height * 0.3),
        round(head.width * 1.44),
        round(head.height * 1.3),
    )
    face = Box(head.x, round(head.y + head.height * 0.16), head.width, head.height)
    mask = np.clip(oval(size, over, 0.2) - oval(size, face, 0.2), 0, 1)
    fall = np.arange(size[1], dtype=np.float32)[:, None]
    mask *= np.clip((head.y + head.height * 0.75 - fall) / (head.height * 0.2), 0, 1)
    tones = picture[mask > 0.5]
    own = tuple(int(value) for value in np.median(tones, axis=0)) if len(tones) else (90, 90, 90)
    tone = far_tone(rng, (own[0], own[1], own[2]))
    return edited(picture, dyed(picture, mask.astype(np.float32), tone, 0.9), rng, f"hair {tone}", join=0.08)


def _limited(picture: Pixels, mask: Mask, rng: np.random.Generator, most: float) -> Mask:
    """A figure's mask, or an upright oval of it where it is very large."""
    if float(mask.mean()) <= most:
        return mask
    width, height = size_of(picture)
    box = bounds(mask)
    wide, high = round(width * between(rng, 0.25, 0.36)), round(height * between(rng, 0.24, 0.34))
    x = box.x + round(between(rng, 0.3, 0.7) * max(0, box.width - wide))
    y = box.y + round(between(rng, 0.1, 0.6) * max(0, box.height - high))
    return np.asarray(mask * oval((width, height), Box(x, y, wide, high), 0.1), np.float32)


def figure_gone(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A figure, or a large piece of one, wiped out of the picture."""
    width, height = size_of(picture)
    mask = _limited(picture, figure_mask(picture), rng, 0.2)
    if float(mask.max()) < 0.5:
        middle = Box(round(width * 0.3), round(height * 0.3), round(width * 0.4), round(height * 0.35))
        mask = oval((width, height), middle, 0.1)
    reach = max(3, width // 50) | 1
    grown = np.asarray(cv2.dilate(mask, np.ones((reach, reach), np.uint8)), np.float32)
    return edited(picture, filled_in(picture, grown, rng), rng, f"{float(mask.mean()):.2f} of the picture", join=0.08)


def figure_twice(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The figure a second time, smaller or mirrored, on the emptier side."""
    width, height = size_of(picture)
    mask = figure_mask(picture)
    layer, box = cut_out(picture, mask), bounds(mask)
    factor = min(between(rng, 0.5, 0.8), 0.5 * width / layer.shape[1], 0.6 * height / layer.shape[0])
    layer = layer_resized(layer, round(layer.shape[1] * factor), round(layer.shape[0] * factor))
    layer = np.ascontiguousarray(layer[:, ::-1])
    room = width - layer.shape[1]
    right = box.x + box.width / 2 < width / 2
    left = round(room * (between(rng, 0.85, 1.0) if right else between(rng, 0.0, 0.15)))
    top = round((height - layer.shape[0]) * between(rng, 0.3, 0.9))
    return edited(picture, paste(picture, layer, left, top), rng, f"factor {factor:.2f}", join=0.1)
