"""Where a head is on a poster."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import size_of


def head_found(picture: Pixels) -> tuple[Box, float]:
    """The skin-coloured oval with darker eyes that stands out most in the upper part, and how clear it is.

    Where nothing stands out: the middle of the upper part, 0.
    """
    width, height = size_of(picture)
    scale = 120 / width
    small = np.asarray(cv2.resize(picture, (120, round(height * scale)), interpolation=cv2.INTER_AREA), np.uint8)
    tones = cv2.cvtColor(small, cv2.COLOR_RGB2YCrCb)
    skin = cv2.inRange(tones, np.array([55, 134, 85]), np.array([240, 176, 130])).astype(np.float32) / 255
    light = tones[..., 0].astype(np.float32)
    best, most = Box(round(width * 0.34), round(height * 0.2), round(width * 0.32), round(width * 0.42)), 0.0
    for across in (12, 16, 21, 28, 36, 46, 58):
        down = round(across * 1.35)
        rows, columns = np.mgrid[-down : down + 1, -across : across + 1].astype(np.float32)
        radius = np.hypot(columns / (across / 2), rows / (down / 2))
        inner, ring = (radius < 0.9), (radius > 1.15) & (radius < 1.7) & (rows < down * 0.3)
        kernel = inner / inner.sum() - 0.8 * ring / ring.sum()
        eyes = (np.abs(rows + down * 0.1) < down * 0.07) & (np.abs(np.abs(columns) - across * 0.2) < across * 0.12)
        cheeks = (np.abs(rows - down * 0.12) < down * 0.08) & (np.abs(np.abs(columns) - across * 0.2) < across * 0.12)
        scores = cv2.filter2D(skin, cv2.CV_32F, kernel.astype(np.float32), borderType=cv2.BORDER_REPLICATE)
        darker = cv2.filter2D(light, cv2.CV_32F, (cheeks / cheeks.sum() - eyes / eyes.sum()).astype(np.float32))
        scores = scores * across**0.25 / 2.3 * np.clip(0.85 + darker / 120, 0.5, 1.2)
        scores[round(small.shape[0] * 0.7) :] = 0
        y, x = np.unravel_index(int(scores.argmax()), scores.shape)
        if scores[y, x] > max(most, 0.34):
            left, top = max(0, round((x - across / 2) / scale)), max(0, round((y - down / 2) / scale))
            far_x, far_y = min(width, left + round(across / scale)), min(height, top + round(down / scale))
            best, most = Box(left, top, far_x - left, far_y - top), float(scores[y, x])
    return best, most


def head_of(picture: Pixels) -> Box:
    """Where a head is, or might be."""
    return head_found(picture)[0]
