"""Painting things away, and bringing foreign pixels into tune."""

import cv2
import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import resize
from benchmarks.attacks.seventh.canvas import Mask, softened


def rub_out(picture: Pixels, mask: Mask) -> Pixels:
    """Letters and other small things painted away with what is around them; only where the mask is over 0."""
    hole = (mask > 0).astype(np.uint8)
    filled = cv2.inpaint(picture, hole, max(3, picture.shape[1] / 120), cv2.INPAINT_TELEA)
    soft = cv2.GaussianBlur(filled, (0, 0), max(0.8, picture.shape[1] / 350))
    return np.where(hole[..., None] > 0, soft, picture).astype(np.uint8)


def paint_away(picture: Pixels, mask: Mask, rng: np.random.Generator) -> Pixels:
    """Something large painted away: cloned from both sides of it as with a stamp, over colours led in from its edge."""
    height, width = picture.shape[:2]
    small, _ = resize(picture, 120, round(120 * height / width))
    hole = (cv2.resize(mask, (small.shape[1], small.shape[0])) > 0.03).astype(np.uint8)
    wide_hole = cv2.dilate(hole, np.ones((5, 5), np.uint8))
    filled = cv2.GaussianBlur(cv2.inpaint(small, wide_hole, 7, cv2.INPAINT_TELEA), (0, 0), 1.6)
    base = cv2.resize(filled, (width, height), interpolation=cv2.INTER_CUBIC).astype(np.float32)
    left, right = _sides(mask)
    across = np.tile(np.arange(width, dtype=np.float32), (height, 1))
    down = np.tile(np.arange(height, dtype=np.float32)[:, None], (1, width))
    source = picture.copy()
    source[mask > 0.03] = np.clip(base, 0, 255).astype(np.uint8)[mask > 0.03]
    from_left, from_right = (
        cv2.remap(source, 2 * edge - across, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT).astype(np.float32)
        for edge in (left - 3, right + 3)
    )
    lean = np.clip((across - left) / np.maximum(1, right - left) * 3 - 1, 0, 1)[..., None]
    cloned = from_left * (1 - lean) + from_right * lean
    new = 0.3 * base + 0.7 * cloned + rng.normal(0, 2.0, (height, width, 1))
    share = mask[..., None]
    return np.asarray(np.clip(picture + (new - picture) * share + 0.5, 0, 255), np.uint8)


def _sides(mask: Mask) -> tuple[Mask, Mask]:
    """Of every row the first and the last column of the mask, smoothed down the rows; each a column vector."""
    there = mask > 0.03
    rows = np.flatnonzero(there.any(axis=1))
    if not len(rows):
        return np.zeros((len(mask), 1), np.float32), np.zeros((len(mask), 1), np.float32)
    ends = []
    for line in (there.argmax(axis=1), mask.shape[1] - 1 - there[:, ::-1].argmax(axis=1)):
        every = np.interp(np.arange(len(mask)), rows, line[rows]).astype(np.float32)
        ends.append(
            np.asarray(
                cv2.GaussianBlur(every[:, None], (1, 2 * (len(mask) // 20) + 1), 1, sigmaY=len(mask) / 40), np.float32
            )
        )
    return ends[0], ends[1]


def in_tune(part: Pixels, ground: Pixels, strength: float = 0.7) -> Pixels:
    """The part with the means and spreads of Lab that the ground has, as far as strength goes."""
    lab, aim = (cv2.cvtColor(each, cv2.COLOR_RGB2LAB).astype(np.float32) for each in (part, ground))
    mean, spread = lab.mean(axis=(0, 1)), lab.std(axis=(0, 1)) + 1e-3
    gain = np.clip((aim.std(axis=(0, 1)) + 1e-3) / spread, 0.6, 1.6)
    moved = (lab - mean) * (1 + (gain - 1) * strength) + mean + (aim.mean(axis=(0, 1)) - mean) * strength
    return np.asarray(cv2.cvtColor(np.clip(moved, 0, 255).astype(np.uint8), cv2.COLOR_LAB2RGB), np.uint8)


def spread_of(mask: Mask, by: int) -> Mask:
    """0/1: the mask and a rim around it, on the same sheet."""
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * by + 1, 2 * by + 1))
    return np.asarray(cv2.dilate((mask > 0.2).astype(np.float32), kernel), np.float32)


def hue_painted(picture: Pixels, mask: Mask, hue: int, least_colour: int = 110, lighter: float = 1.0) -> Pixels:
    """Recoloured through a mask: another hue and at least so much saturation, light and shade kept."""
    hsv = cv2.cvtColor(picture, cv2.COLOR_RGB2HSV).astype(np.float32)
    hsv[..., 0] = hue
    hsv[..., 1] = np.clip(np.maximum(hsv[..., 1], least_colour), 0, 255)
    hsv[..., 2] = np.clip(hsv[..., 2] * lighter + 14, 0, 255)
    new = cv2.cvtColor(hsv.astype(np.uint8), cv2.COLOR_HSV2RGB).astype(np.float32)
    share = softened(mask, 0.8)[..., None] * (mask > 0)[..., None]
    return np.clip(picture + (new - picture) * share + 0.5, 0, 255).astype(np.uint8)
