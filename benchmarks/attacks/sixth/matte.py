"""Cutting figures out, wiping things away, dyeing."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.geometry import size_of
from benchmarks.attacks.sixth.tools import Layer, Mask, Tone, as_pixels, floats, mix, soften

SMALL = 180


def figure_mask(picture: Pixels) -> Mask:
    """What stands in the middle, 0..1; an oval where no figure can be told from its ground."""
    width, height = size_of(picture)
    low = round(height * SMALL / width)
    small = np.asarray(cv2.resize(picture, (SMALL, low), interpolation=cv2.INTER_AREA), np.uint8)
    labels = np.full((low, SMALL), cv2.GC_BGD, np.uint8)
    labels[round(low * 0.12) : round(low * 0.88), round(SMALL * 0.12) : round(SMALL * 0.88)] = cv2.GC_PR_BGD
    cv2.ellipse(labels, (SMALL // 2, round(low * 0.5)), (round(SMALL * 0.3), round(low * 0.3)), 0, 0, 360, (3,), -1)
    models = np.zeros((1, 65)), np.zeros((1, 65))
    cv2.setRNGSeed(7)
    grain = np.random.default_rng(7).integers(-3, 4, small.shape)
    small = as_pixels(small + grain)
    try:
        cv2.grabCut(small, labels, (0, 0, 1, 1), *models, 3, cv2.GC_INIT_WITH_MASK)
    except cv2.error:
        labels[:] = cv2.GC_BGD
    found = ((labels == cv2.GC_FGD) | (labels == cv2.GC_PR_FGD)).astype(np.uint8)
    found = cv2.morphologyEx(found, cv2.MORPH_CLOSE, np.ones((7, 7), np.uint8))
    found = cv2.morphologyEx(found, cv2.MORPH_OPEN, np.ones((5, 5), np.uint8))
    number, parts, stats, _ = cv2.connectedComponentsWithStats(found)
    mask = np.zeros((low, SMALL), np.float32)
    if number > 1:
        mask = (parts == 1 + int(stats[1:, cv2.CC_STAT_AREA].argmax())).astype(np.float32)
    if not 0.05 < float(mask.mean()) < 0.6:
        mask[:] = 0
        cv2.ellipse(mask, (SMALL // 2, low // 2), (round(SMALL * 0.24), round(low * 0.28)), 0, 0, 360, (1.0,), -1)
    large = np.asarray(cv2.resize(mask, (width, height), interpolation=cv2.INTER_CUBIC), np.float32)
    return soften(np.clip((large - 0.5) * 3 + 0.5, 0, 1), width / 400)


def bounds(mask: Mask, least: float = 0.3) -> Box:
    """The box around a mask that is not empty."""
    rows, columns = np.nonzero(mask > least)
    x, y = int(columns.min()), int(rows.min())
    return Box(x, y, int(columns.max()) + 1 - x, int(rows.max()) + 1 - y)


def cut_out(picture: Pixels, mask: Mask) -> Layer:
    """What a mask covers as a tight RGBA layer."""
    box = bounds(mask)
    part = np.s_[box.y : box.y + box.height, box.x : box.x + box.width]
    return np.dstack([picture[part], mask[part] * 255]).astype(np.float32)


def oval(size: tuple[int, int], box: Box, feather: float) -> Mask:
    """A soft oval that fills a box."""
    width, height = size
    down, across = np.mgrid[0:height, 0:width].astype(np.float32)
    far = np.hypot(
        (across - box.x - box.width / 2) / (box.width / 2), (down - box.y - box.height / 2) / (box.height / 2)
    )
    return floats(np.clip((1 - far) / max(0.02, feather), 0, 1))


def wiped(picture: Pixels, mask: Mask, rng: np.random.Generator) -> Pixels:
    """The picture with what a mask covers, letters say, filled from its edges."""
    box, (width, height) = bounds(mask), size_of(picture)
    x, y = max(0, box.x - 16), max(0, box.y - 16)
    part = np.s_[y : min(height, box.y + box.height + 16), x : min(width, box.x + box.width + 16)]
    ground = np.ascontiguousarray(picture[part])
    hole = np.ascontiguousarray((mask[part] > 0.2).astype(np.uint8))
    scale = min(1.0, 360 / max(ground.shape[:2]))
    size = max(8, round(ground.shape[1] * scale)), max(8, round(ground.shape[0] * scale))
    small = cv2.resize(ground, size, interpolation=cv2.INTER_AREA)
    wide = cv2.resize(cv2.dilate(hole, np.ones((3, 3), np.uint8)), size, interpolation=cv2.INTER_NEAREST)
    drawn = cv2.inpaint(small, cv2.dilate(wide, np.ones((3, 3), np.uint8)), 4, cv2.INPAINT_TELEA)
    drawn = cv2.resize(drawn, (ground.shape[1], ground.shape[0]), interpolation=cv2.INTER_CUBIC)
    grain = rng.normal(0, 2.5, (*ground.shape[:2], 1)).astype(np.float32)
    result = picture.copy()
    result[part] = mix(ground, as_pixels(drawn + grain), soften(np.clip(mask[part] * 2, 0, 1), 0.8))
    return result


def filled_in(picture: Pixels, mask: Mask, rng: np.random.Generator) -> Pixels:
    """The picture with a large piece replaced by what is near, smoothed, and the texture from beside it."""
    box, (width, height) = bounds(mask), size_of(picture)
    hole = (mask > 0.2).astype(np.uint8)
    known = floats(1 - cv2.dilate(hole, np.ones((5, 5), np.uint8)))
    low = max(8, round(height * SMALL / width))
    colours = floats(cv2.resize(picture, (SMALL, low), interpolation=cv2.INTER_AREA))
    seen = floats(cv2.resize(known, (SMALL, low), interpolation=cv2.INTER_AREA) > 0.99)
    filled, missing = np.zeros_like(colours), np.ones((low, SMALL, 1), np.float32)
    for share_of_width in (90, 40, 18, 8, 3):
        sigma = SMALL / share_of_width
        weight = cv2.GaussianBlur(seen, (0, 0), sigma)[..., None]
        near = cv2.GaussianBlur(colours * seen[..., None], (0, 0), sigma) / np.maximum(weight, 1e-4)
        share = missing * np.clip(weight * 6, 0, 1)
        filled += near * share
        missing -= share
    if (seen > 0.5).any():
        filled += missing * colours[seen > 0.5].mean(axis=0)
    large = cv2.resize(filled, (width, height), interpolation=cv2.INTER_CUBIC)
    step = box.width if box.x + box.width / 2 < width / 2 else -box.width
    detail = picture - floats(cv2.GaussianBlur(picture, (0, 0), width / 60))
    texture = np.roll(detail, -step, axis=1) * np.roll(known, -step, axis=1)[..., None]
    drawn = as_pixels(large + np.clip(0.7 * texture, -16, 16) + rng.normal(0, 2, (*hole.shape, 1)))
    return mix(picture, drawn, soften(np.clip(mask * 2, 0, 1), width / 200))


def dyed(picture: Pixels, mask: Mask, tone: Tone, strength: float = 1.0) -> Pixels:
    """Another colour under a mask, light and shade kept."""
    grey = picture @ floats([0.3, 0.59, 0.11])
    inside = grey[mask > 0.5]
    middle = float(np.median(inside)) if inside.size else 128.0
    lift = np.clip(grey + (110 - middle) * 0.5, 0, 255)[..., None] / 255
    colour = floats(tone) / 255
    coloured = np.where(lift < 0.5, 2 * lift * colour, 1 - 2 * (1 - lift) * (1 - colour))
    return mix(picture, as_pixels(coloured * 255), mask * strength)


def matched(layer: Layer, picture: Pixels, share: float) -> Layer:
    """A cut-out whose light and colour come nearer to those of a picture."""
    seen = layer[..., 3] > 128
    if not seen.any():
        return layer
    own, goal = layer[..., :3][seen], picture.reshape(-1, 3).astype(np.float32)
    gain = (goal.std(axis=0) + 8) / (own.std(axis=0) + 8)
    moved = (layer[..., :3] - own.mean(axis=0)) * np.clip(gain, 0.6, 1.6) + goal.mean(axis=0)
    result = layer.copy()
    result[..., :3] = np.clip(layer[..., :3] * (1 - share) + moved * share, 0, 255)
    return result


def far_tone(rng: np.random.Generator, tone: Tone) -> Tone:
    """A strong colour far from the given one."""
    options: list[Tone] = [
        (225, 25, 35),
        (30, 90, 230),
        (20, 170, 70),
        (250, 205, 30),
        (150, 40, 190),
        (250, 120, 20),
        (20, 190, 200),
        (240, 70, 160),
    ]
    far = [option for option in options if sum(abs(a - b) for a, b in zip(option, tone, strict=True)) > 230]
    return one_of(rng, far) if far else options[0]
