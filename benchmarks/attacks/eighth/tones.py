"""Pieces of pictures, and moving their colours."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.eighth.sheet import Sheet, blurred
from benchmarks.attacks.geometry import Colour


def toned_like(pixels: Pixels, model: Pixels, strength: float = 0.85) -> Pixels:
    """Colours moved to the mean and spread of another picture's."""
    one = cv2.cvtColor(pixels, cv2.COLOR_RGB2LAB).astype(np.float32)
    two = cv2.cvtColor(model, cv2.COLOR_RGB2LAB).astype(np.float32)
    mean, spread = one.mean(axis=(0, 1)), one.std(axis=(0, 1)) + 4
    gain = np.clip((two.std(axis=(0, 1)) + 4) / spread, 0.55, 1.6)
    matched = (one - mean) * gain + two.mean(axis=(0, 1))
    mixed = np.clip(one + (matched - one) * strength, 0, 255).astype(np.uint8)
    return np.asarray(cv2.cvtColor(mixed, cv2.COLOR_LAB2RGB), np.uint8)


def shifted_hue(pixels: Pixels, turn: float, more: float = 40) -> Pixels:
    """Another hue, and some colour where there was none."""
    hue = cv2.cvtColor(pixels, cv2.COLOR_RGB2HSV).astype(np.float32)
    hue[..., 0] = (hue[..., 0] + turn) % 180
    hue[..., 1] = np.clip(hue[..., 1] * 1.1 + more, 0, 255)
    hue[..., 2] = np.clip(hue[..., 2] + 22, 0, 255)
    return np.asarray(cv2.cvtColor(hue.astype(np.uint8), cv2.COLOR_HSV2RGB), np.uint8)


def paint(sheet: Sheet, box: Box, points: list[tuple[float, float]], colour: Colour, opacity: float) -> None:
    """A soft filled shape in shares of a box."""
    mask = np.zeros((box.height, box.width), np.float32)
    cv2.fillPoly(mask, [np.asarray([(x * box.width, y * box.height) for x, y in points], np.int32)], 1.0, cv2.LINE_AA)
    sheet.ink(blurred(mask, box.width / 45), box.x, box.y, colour, opacity)
