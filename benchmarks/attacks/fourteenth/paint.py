"""Masks and drawn signs, and laying colours and pictures over a picture through them in linear light."""

import cv2
import numpy as np
from numpy.typing import NDArray

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import Colour, box_between, part_of, whole_of

Mask = NDArray[np.float32]
Light = NDArray[np.float32]
_LIGHT_OF = ((np.arange(256) / 255.0) ** 2.2).astype(np.float32)


def to_light(pixels: Pixels) -> Light:
    return np.asarray(_LIGHT_OF[pixels], np.float32)


def to_pixels(light: Light) -> Pixels:
    return np.rint(np.clip(light, 0.0, 1.0) ** (1 / 2.2) * 255).astype(np.uint8)


def lay(canvas: Pixels, mask: Mask, what: Colour | Pixels, x: int = 0, y: int = 0, strength: float = 1.0) -> None:
    """Lay a colour, or a picture of the mask's size, onto the canvas; what hangs over the edges is cut."""
    height, width = mask.shape
    shown = box_between(x, y, x + width, y + height, whole_of(canvas))
    if shown is None:
        return
    inner = Box(shown.x - x, shown.y - y, shown.width, shown.height)
    weight = np.clip(part_of(mask, inner) * strength, 0, 1)[..., None]
    over = np.asarray(what, np.uint8)
    light = to_light(part_of(over, inner) if over.ndim == 3 else over)
    ground = part_of(canvas, shown)
    mixed = to_pixels(to_light(ground) * (1 - weight) + light * weight)
    ground[:] = np.where(weight > 0.002, mixed, ground)


def box_of(mask: Mask, limits: Box, x: int = 0, y: int = 0, least: float = 0.15) -> Box:
    """The tight box of a mask laid at (x, y), cut to the limits."""
    left, top, width, height = cv2.boundingRect((mask > least).astype(np.uint8))
    return box_between(x + left, y + top, x + left + width, y + top + height, limits) or limits


def blurred(mask: Mask, sigma: float) -> Mask:
    return np.asarray(cv2.GaussianBlur(mask, (0, 0), max(0.3, sigma)), np.float32)


def grown(mask: Mask, radius: int) -> Mask:
    """A mask spread by so many pixels, in a frame that much wider each way."""
    framed = cv2.copyMakeBorder(mask, radius, radius, radius, radius, cv2.BORDER_CONSTANT, value=0)
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * radius + 1, 2 * radius + 1))
    return np.asarray(cv2.dilate(framed, disc), np.float32)


def polygon(points: list[tuple[float, float]], width: int, height: int) -> Mask:
    """A filled polygon with smooth edges; points run from 0 to 1 each way."""
    big = np.zeros((height * 4, width * 4), np.uint8)
    corners = np.array([[(px * width * 4, py * height * 4) for px, py in points]]).round().astype(np.int32)
    cv2.fillPoly(big, corners, 255)
    return (cv2.resize(big, (width, height), interpolation=cv2.INTER_AREA) / 255.0).astype(np.float32)


def ellipse(width: int, height: int, feather: float = 0.0) -> Mask:
    """An ellipse that fills the box; feather: the share of its radius that fades out."""
    across = (np.arange(width, dtype=np.float32) + 0.5 - width / 2) / (width / 2)
    down = (np.arange(height, dtype=np.float32) + 0.5 - height / 2) / (height / 2)
    far = np.hypot(across[None, :], down[:, None])
    return np.clip((1 - far) / max(feather, 2.0 / min(width, height)), 0, 1).astype(np.float32)


def rounded(width: int, height: int, radius: float) -> Mask:
    radius = min(radius, width / 2, height / 2)
    across = np.abs(np.arange(width) + 0.5 - width / 2) - (width / 2 - radius)
    down = np.abs(np.arange(height) + 0.5 - height / 2) - (height / 2 - radius)
    far = np.hypot(np.maximum(across, 0)[None, :], np.maximum(down, 0)[:, None])
    return np.clip(radius - far + 0.5, 0, 1).astype(np.float32)


def luma(pixels: Pixels | Colour) -> float:
    return float(np.asarray(pixels, np.float64).reshape(-1, 3).mean(axis=0) @ (0.299, 0.587, 0.114) / 255)


def filled(pixels: Pixels, hole: Mask) -> Pixels:
    """The picture with a hole filled by what lies round it, ever smoother towards the middle."""
    size, known = pixels.shape[1::-1], (hole < 0.02).astype(np.float32)[..., None]
    little, known = cv2.resize(to_light(pixels) * known, (120, 120)), cv2.resize(known, (120, 120))
    found = little
    for sigma in (60.0, 30.0, 15.0, 8.0, 4.0, 2.0):
        weight = cv2.GaussianBlur(known, (0, 0), sigma)[..., None]
        near, trust = cv2.GaussianBlur(little, (0, 0), sigma) / np.maximum(weight, 1e-4), np.clip(weight * 4, 0, 1)
        found = near if sigma == 60 else found * (1 - trust) + near * trust
    return to_pixels(cv2.resize(found, size, interpolation=cv2.INTER_CUBIC))


def noise(rng: np.random.Generator, width: int, height: int, grain: float) -> Light:
    small = rng.random((max(3, round(height / grain)), max(3, round(width / grain)))).astype(np.float32)
    return np.clip(cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC), 0, 1).astype(np.float32)


def fit_into(pixels: Pixels, width: int, height: int) -> Pixels:
    factor = max(width / pixels.shape[1], height / pixels.shape[0])
    across, down = max(width, round(pixels.shape[1] * factor)), max(height, round(pixels.shape[0] * factor))
    scaled = cv2.resize(pixels, (across, down), interpolation=cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC)
    left, top = (across - width) // 2, (down - height) // 2
    return np.asarray(scaled[top : top + height, left : left + width], np.uint8).copy()


def heart(size: int) -> Mask:
    turn = np.linspace(0, 2 * np.pi, 80)
    x = 0.5 + 0.03 * 16 * np.sin(turn) ** 3
    y = 0.47 - 0.03 * (13 * np.cos(turn) - 5 * np.cos(2 * turn) - 2 * np.cos(3 * turn) - np.cos(4 * turn))
    return polygon(list(zip(x, y, strict=True)), size, size)


def star(size: int) -> Mask:
    turn = -np.pi / 2 + np.arange(10) * np.pi / 5
    far = np.where(np.arange(10) % 2, 0.2, 0.49)
    return polygon(list(zip(0.5 + far * np.cos(turn), 0.52 + far * np.sin(turn), strict=True)), size, size)


def play(size: int) -> Mask:
    return polygon([(0.2, 0.08), (0.92, 0.5), (0.2, 0.92)], size, size)


def pause(size: int) -> Mask:
    left = polygon([(0.15, 0.1), (0.4, 0.1), (0.4, 0.9), (0.15, 0.9)], size, size)
    return np.maximum(left, left[:, ::-1])


def arrow(size: int) -> Mask:
    tip = [(0.55, 0.1), (0.97, 0.48), (0.55, 0.86), (0.55, 0.62), (0.3, 0.64), (0.05, 0.88), (0.12, 0.55), (0.3, 0.36)]
    return polygon([*tip, (0.55, 0.34)], size, size)


def talk(size: int) -> Mask:
    sign, body = polygon([(0.2, 0.6), (0.2, 0.98), (0.5, 0.7)], size, size), round(size * 0.75)
    sign[:body] = np.maximum(sign[:body], rounded(size, body, size * 0.3))
    return sign


def smiley(canvas: Pixels, size: int, x: int, y: int, hearts: bool) -> None:
    """A yellow face, with round or heart-shaped eyes, on the canvas."""
    lay(canvas, ellipse(size, size), (255, 205, 50), x, y)
    eye = round(size * (0.3 if hearts else 0.15))
    for share in (0.32, 0.68):
        sign, colour = (heart(eye), (225, 30, 60)) if hearts else (ellipse(eye, round(eye * 1.4)), (80, 45, 10))
        lay(canvas, sign, colour, x + round(size * share - eye / 2), y + round(size * 0.38 - eye / 2))
    low = [(0.5 + 0.3 * np.cos(turn), 0.55 + 0.28 * np.sin(turn)) for turn in np.linspace(0.15, np.pi - 0.15, 30)]
    lay(canvas, polygon(low, size, size), (80, 45, 10), x, y)
