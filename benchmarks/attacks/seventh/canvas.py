"""Laying masks and colours over a picture."""

from collections.abc import Callable
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.values import SavedAs

Mask = NDArray[np.floating[Any]]
Colour = tuple[int, int, int]
WHITE: Colour = (250, 250, 248)
BLACK: Colour = (12, 12, 14)
FINE = 4


def luma(colour: Colour) -> float:
    """How light a colour is, 0..255."""
    return 0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2]


def clear_of(colour: Colour, ground: Colour) -> Colour:
    """The colour, or white or black where it would not be read on the ground."""
    if abs(luma(colour) - luma(ground)) > 70:
        return colour
    return BLACK if luma(ground) > 140 else WHITE


def ground_of(picture: Pixels, box: Box) -> Colour:
    """The middle colour of a part of a picture."""
    inside = picture[max(0, box.y) : box.y + box.height, max(0, box.x) : box.x + box.width].reshape(-1, 3)
    if not len(inside):
        return BLACK
    red, green, blue = np.median(inside, axis=0)
    return int(red), int(green), int(blue)


def cut_to(picture: Pixels, box: Box) -> Box:
    """The part of a box that lies in the picture; at least a pixel of its edge."""
    height, width = picture.shape[:2]
    x, y = min(max(0, box.x), width - 1), min(max(0, box.y), height - 1)
    right, bottom = min(width, box.x + box.width), min(height, box.y + box.height)
    return Box(x, y, max(1, right - x), max(1, bottom - y))


def lay(canvas: Pixels, mask: Mask, x: int, y: int, paint: Colour | Mask, opacity: float = 1.0) -> None:
    """Paint through a mask whose top left is at (x, y); paint: one colour, or a picture of the mask's size."""
    height, width = canvas.shape[:2]
    tall, wide = mask.shape
    left, top, right, bottom = max(0, x), max(0, y), min(width, x + wide), min(height, y + tall)
    if right <= left or bottom <= top:
        return
    rows, columns = slice(top - y, bottom - y), slice(left - x, right - x)
    share = (mask[rows, columns] * opacity)[..., None]
    ink = np.array(paint, np.float32) if isinstance(paint, tuple) else paint[rows, columns]
    under = canvas[top:bottom, left:right].astype(np.float32)
    canvas[top:bottom, left:right] = np.clip(under + (ink - under) * share + 0.5, 0, 255).astype(np.uint8)


def drawn(width: int, height: int, draw: Callable[[ImageDraw.ImageDraw, int], object]) -> Mask:
    """What a function draws in white (fill=255) at FINE times the size, smoothly made small."""
    image = Image.new("L", (max(1, width) * FINE, max(1, height) * FINE))
    draw(ImageDraw.Draw(image), FINE)
    small = image.resize((max(1, width), max(1, height)), Image.Resampling.BOX)
    return np.asarray(small, np.float32) / 255


def rounded(width: int, height: int, radius: float) -> Mask:
    """A filled rectangle with round corners."""
    return drawn(
        width,
        height,
        lambda pen, k: pen.rounded_rectangle((0, 0, width * k - 1, height * k - 1), radius * k, fill=255),
    )


def disc(across: int) -> Mask:
    """A filled circle."""
    return drawn(across, across, lambda pen, k: pen.ellipse((0, 0, across * k - 1, across * k - 1), fill=255))


def polygon(width: int, height: int, points: list[tuple[float, float]]) -> Mask:
    """A filled polygon; points in shares (0..1) of the size."""
    return drawn(
        width, height, lambda pen, k: pen.polygon([(px * width * k, py * height * k) for px, py in points], fill=255)
    )


def grown(mask: Mask, by: int) -> Mask:
    """The mask with a rim of that many pixels; the sheet grows by as many on each side."""
    wide = np.pad(mask, by)
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * by + 1, 2 * by + 1))
    return np.asarray(cv2.dilate(wide, kernel), np.float32) if by else wide


def softened(mask: Mask, sigma: float) -> Mask:
    """The mask blurred, on the sheet it came on."""
    return np.asarray(cv2.GaussianBlur(mask, (0, 0), max(0.3, sigma)), np.float32)


def feathered(width: int, height: int, soft: float = 0.12, round_it: bool = True) -> Mask:
    """An oval (or oblong) that fades out towards its edge. soft: share of the half size that fades."""
    across, down = np.meshgrid(np.linspace(-1, 1, max(2, width)), np.linspace(-1, 1, max(2, height)))
    away = np.hypot(across, down) if round_it else np.maximum(np.abs(across), np.abs(down))
    ramp = np.clip((1 - away) / max(soft, 1e-3), 0, 1)
    return np.asarray(ramp * ramp * (3 - 2 * ramp), np.float32)


def clouds(rng: np.random.Generator, width: int, height: int, coarse: int = 4) -> Mask:
    """Smooth noise of several sizes, 0..1. coarse: blobs of the largest size across."""
    total = np.zeros((height, width), np.float32)
    for octave in range(4):
        cells = coarse * 2**octave
        tall = max(2, round(cells * height / max(1, width)))
        noise = rng.random((tall, cells)).astype(np.float32)
        total += cv2.resize(noise, (width, height), interpolation=cv2.INTER_CUBIC) / 2**octave
    total -= total.min()
    return np.asarray(total / max(1e-6, float(total.max())), np.float32)


def gradient(width: int, height: int, stops: list[tuple[float, Colour]], upright: bool = True) -> Mask:
    """Colours running down (or across) between stops at 0..1."""
    length = height if upright else width
    at = np.linspace(0, 1, max(2, length))[:length]
    places = [stop for stop, _ in stops]
    channels = [np.interp(at, places, [colour[c] for _, colour in stops]) for c in range(3)]
    line = np.stack(channels, axis=-1).astype(np.float32)
    return np.tile(line[:, None], (1, width, 1)) if upright else np.tile(line[None], (height, 1, 1))


def edited_file(rng: np.random.Generator) -> SavedAs:
    """How people export an edit."""
    if rng.random() < 0.15:
        return SavedAs("PNG")
    return SavedAs("JPEG", int(rng.integers(82, 96)))
