"""Putting things onto pictures: masks, blending, colours, soft noise, shapes."""

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import Colour

Mask = NDArray[np.float32]
"""(height, width), 0 (nothing) to 1 (fully there)."""


def to_uint8(values: NDArray[np.floating]) -> Pixels:
    """Numbers around 0..255 as pixels."""
    pixels: Pixels = np.clip(np.rint(values), 0, 255).astype(np.uint8)
    return pixels


def blend(below: Pixels, above: Pixels | Colour, mask: Mask) -> Pixels:
    """`above` (a picture of the same size, or one colour) over `below` where the mask says so."""
    top = np.asarray(above, dtype=np.float32)
    share = mask[:, :, None]
    return to_uint8(below * (1 - share) + top * share)


def paste(below: Pixels, above: Pixels | Colour, mask: Mask, x: int, y: int) -> Pixels:
    """A small masked picture or colour at (x, y); what sticks out is cut off. The picture given is left as it was."""
    height, width = below.shape[:2]
    left, top = max(0, x), max(0, y)
    right, bottom = min(width, x + mask.shape[1]), min(height, y + mask.shape[0])
    result = below.copy()
    if right <= left or bottom <= top:
        return result
    inner = (slice(top - y, bottom - y), slice(left - x, right - x))
    piece = above[inner] if isinstance(above, np.ndarray) else above
    result[top:bottom, left:right] = blend(below[top:bottom, left:right], piece, mask[inner])
    return result


def shrunk(image: Image.Image, long: int) -> tuple[Pixels, Mask]:
    """An RGBA picture, so many pixels wide or high, whichever is more, ready to be pasted."""
    factor = long / max(image.size)
    size = (max(4, round(image.width * factor)), max(4, round(image.height * factor)))
    small = np.asarray(image.resize(size, Image.Resampling.LANCZOS))
    pixels: Pixels = np.ascontiguousarray(small[..., :3])
    return pixels, small[..., 3].astype(np.float32) / np.float32(255)


def mask_box(mask: Mask, threshold: float = 0.15) -> Box:
    """The box around everything that is clearly there."""
    rows = np.flatnonzero((mask > threshold).any(axis=1))
    columns = np.flatnonzero((mask > threshold).any(axis=0))
    if not len(rows):
        return Box(0, 0, mask.shape[1], mask.shape[0])
    return Box(int(columns[0]), int(rows[0]), int(columns[-1] - columns[0] + 1), int(rows[-1] - rows[0] + 1))


def random_colour(rng: np.random.Generator, low: int = 0, high: int = 256) -> Colour:
    """Any colour with each part from low to below high."""
    red, green, blue = (int(part) for part in rng.integers(low, high, 3))
    return red, green, blue


def luminance(colour: Colour | NDArray[np.floating]) -> float:
    """Brightness of one colour, 0..255."""
    red, green, blue = (float(part) for part in colour)
    return 0.299 * red + 0.587 * green + 0.114 * blue


def grey_of(pixels: Pixels) -> NDArray[np.float32]:
    """(height, width) brightness, 0..255."""
    return cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY).astype(np.float32)


def soft_noise(size: tuple[int, int], rng: np.random.Generator, cells: int = 6) -> NDArray[np.float32]:
    """A cloudy field of the given (width, height), values -1..1, about `cells` clouds across."""
    width, height = size
    rows = max(2, round(cells * height / width))
    coarse = rng.uniform(-1, 1, (rows + 1, cells + 1)).astype(np.float32)
    return np.clip(cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC), -1, 1)


def gradient(size: tuple[int, int], top: Colour, bottom: Colour) -> Pixels:
    """A ground running from one colour to another, downwards."""
    ramp = np.linspace(0, 1, size[1], dtype=np.float32)[:, None, None]
    column = np.asarray(top, np.float32) * (1 - ramp) + np.asarray(bottom, np.float32) * ramp
    return to_uint8(np.repeat(column, size[0], axis=1))


def soft_picture(size: tuple[int, int], rng: np.random.Generator) -> Pixels:
    """A blurry colourful something, as pictures of other posts look from afar."""
    first, second = (rng.uniform(30, 230, 3) for _ in range(2))
    field = (soft_noise(size, rng, int(rng.integers(3, 9)))[:, :, None] + 1) / 2
    grain = rng.normal(0, 4, (size[1], size[0], 1))
    return to_uint8(first * field + second * (1 - field) + grain)


def feather(mask: Mask, pixels: float) -> Mask:
    """The mask with soft edges."""
    if pixels <= 0:
        return mask
    return np.asarray(cv2.GaussianBlur(mask, (0, 0), max(0.3, pixels)), np.float32)


def ellipse_mask(size: tuple[int, int], softness: float) -> Mask:
    """A filled ellipse in a box of (width, height); softness: feather as a share of the width."""
    width, height = size
    mask = np.zeros((height, width), np.float32)
    margin = max(1, round(width * softness))
    axes = (max(1, width // 2 - margin), max(1, height // 2 - margin))
    cv2.ellipse(mask, (width // 2, height // 2), axes, 0, 0, 360, 1.0, -1, cv2.LINE_AA)
    return feather(mask, margin * 0.6)


def figure_mask(size: tuple[int, int], rng: np.random.Generator, softness: float = 0.012) -> Mask:
    """A cut-out like a person from the waist up: head, neck, shoulders, an outline that is never quite even."""
    width, height = size
    mask = np.zeros((height, width), np.float32)
    head = width * rng.uniform(0.17, 0.24)
    middle = width * rng.uniform(0.42, 0.58)
    neck = head * 2.3
    cv2.ellipse(mask, (round(middle), round(head * 1.35)), (round(head), round(head * 1.25)), 0, 0, 360, 1.0, -1)
    shoulder = width * rng.uniform(0.42, 0.48)
    body = [
        (middle - head * 0.55, head * 1.8),
        (middle + head * 0.55, head * 1.8),
        (middle + head * 0.6, neck),
        (middle + shoulder, neck + head * 0.9),
        (middle + shoulder * rng.uniform(0.8, 1.05), height),
        (middle - shoulder * rng.uniform(0.8, 1.05), height),
        (middle - shoulder, neck + head * 0.9),
        (middle - head * 0.6, neck),
    ]
    cv2.fillPoly(mask, [np.array(body, np.int32)], 1.0)
    uneven = cv2.GaussianBlur(mask, (0, 0), width * 0.03) + 0.14 * soft_noise(size, rng, 9)
    return feather((uneven > 0.5).astype(np.float32), width * softness)


def rounded_mask(size: tuple[int, int], radius: int) -> Mask:
    """A full box with round corners."""
    image = Image.new("L", size, 0)
    ImageDraw.Draw(image).rounded_rectangle((0, 0, size[0] - 1, size[1] - 1), radius, fill=255)
    return np.asarray(image, np.float32) / np.float32(255)


def match_colours(piece: Pixels, target: Pixels, strength: float = 0.85) -> Pixels:
    """The piece with the colour mood of the target: mean and spread of each Lab channel."""
    piece_lab = cv2.cvtColor(piece, cv2.COLOR_RGB2LAB).astype(np.float32)
    target_lab = cv2.cvtColor(target, cv2.COLOR_RGB2LAB).astype(np.float32)
    axes = (0, 1)
    spread = np.clip((target_lab.std(axes) + 1) / (piece_lab.std(axes) + 1), 0.6, 1.7)
    moved = (piece_lab - piece_lab.mean(axes)) * spread + target_lab.mean(axes)
    mixed = to_uint8(piece_lab * (1 - strength) + moved * strength)
    return np.asarray(cv2.cvtColor(mixed, cv2.COLOR_LAB2RGB), np.uint8)
