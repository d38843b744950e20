"""Layers of colour with opacity, lettering, noise, and laying them onto pictures."""

from collections.abc import Callable

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.geometry import Colour, size_of
from benchmarks.attacks.lettering import AnyFont, named_font

Layer = NDArray[np.float32]  # (height, width, 4): red, green, blue, opacity, each 0..255
Mask = NDArray[np.float32]  # (height, width): 0..1
Paint = Callable[[ImageDraw.ImageDraw, int, int], None]
ZOOM = 3
CAPITALS = 0.729  # height of DejaVu's capitals in ems


def font(style: str, size: int) -> AnyFont:
    """A face of DejaVu, where the machine has it."""
    return named_font(f"DejaVu{style}.ttf", size)


def drawn(width: float, height: float, paint: Paint) -> Layer:
    """What paint draws on an empty ground, smooth at the edges."""
    across, down = max(4, round(width)), max(4, round(height))
    image = Image.new("RGBA", (across * ZOOM, down * ZOOM))
    paint(ImageDraw.Draw(image), across * ZOOM, down * ZOOM)
    return np.asarray(image.resize((across, down), Image.Resampling.BOX), np.float32)


def lettering(
    text: str,
    colour: Colour,
    *,
    height: float = 0,
    width: float = 0,
    style: str = "Sans-Bold",
    tracking: float = 0,
    far: Colour | None = None,
    outline: Colour | None = None,
) -> Layer:
    """A line of text, cut close; capitals so high, or all at most so wide. far: the colour at its foot."""
    reference = font(style, 100)
    length = sum(reference.getlength(sign) + tracking * 100 for sign in text) / 100
    sizes = [height / CAPITALS] * (height > 0) + [width / length] * (width > 0)
    size = max(10, round(min(sizes) * 2))
    pen, edge = font(style, size), max(2, size // 12) if outline else 0
    image = Image.new("RGBA", (round(length * size) + size, size * 2))
    draw, x = ImageDraw.Draw(image), size / 2
    for sign in text:
        draw.text((x, size / 3), sign, (*colour, 255), pen, stroke_width=edge, stroke_fill=outline)
        x += pen.getlength(sign) + tracking * size
    image = image.crop(image.getbbox())
    image = image.resize((max(3, image.width // 2), max(3, image.height // 2)), Image.Resampling.BOX)
    layer = np.array(image, np.float32)
    if far:
        down = np.linspace(0, 1, len(layer), dtype=np.float32)[:, None, None]
        layer[..., :3] = layer[..., :3] * (1 - down) + np.array(far, np.float32) * down
    return layer


def turned(layer: Layer, degrees: float) -> Layer:
    """The layer turned against the clock."""
    image = Image.fromarray(layer.astype(np.uint8), "RGBA")
    return np.asarray(image.rotate(degrees, Image.Resampling.BICUBIC, expand=True), np.float32)


def shaded(layer: Layer, strength: float = 0.5) -> Layer:
    """The layer lit from above on the left, as if it bulged."""
    rise = cv2.GaussianBlur(layer[..., 3] / 255, (0, 0), max(1.0, min(layer.shape[:2]) / 9))
    slope = cv2.Sobel(rise, cv2.CV_32F, 1, 0) + cv2.Sobel(rise, cv2.CV_32F, 0, 1)
    light = 1 + strength * slope / max(1e-3, float(np.abs(slope).max()))
    down = np.linspace(1 + strength / 4, 1 - strength / 3, len(layer), dtype=np.float32)[:, None]
    result = layer.copy()
    result[..., :3] = np.clip(layer[..., :3] * (light * down)[..., None], 0, 255)
    return result


def lay(picture: Pixels, colour: Colour | NDArray[np.generic], mask: NDArray[np.generic]) -> Pixels:
    """The picture with a colour, or another picture, where the mask says so."""
    opacity = np.asarray(mask, np.float32)[..., None]
    mixed = picture * (1 - opacity) + np.asarray(colour, np.float32) * opacity
    return np.asarray(np.clip(mixed + 0.5, 0, 255), np.uint8)


def spread(picture: Pixels, mask: NDArray[np.floating], x: int, y: int) -> Mask:
    """A small mask as one of the picture's size, its corner at (x, y), cut at the edges."""
    width, height = size_of(picture)
    full = np.zeros((height, width), np.float32)
    left, top, right, bottom = max(0, x), max(0, y), min(width, x + mask.shape[1]), min(height, y + mask.shape[0])
    if left < right and top < bottom:
        full[top:bottom, left:right] = mask[top - y : bottom - y, left - x : right - x]
    return full


def stamp(
    picture: Pixels, layer: Layer, x: float, y: float, opacity: float = 1, shadow: float = 0
) -> tuple[Pixels, Box]:
    """The picture with the layer's corner at (x, y), pushed inside as far as may be; and the box of it."""
    width, height = size_of(picture)
    down, across = layer.shape[:2]
    left, top = round(min(max(0, x), max(0, width - across))), round(min(max(0, y), max(0, height - down)))
    pad = 12 if shadow else 0
    x0, y0, x1, y1 = max(0, left - pad), max(0, top - pad), left + across + pad, top + down + pad
    part = picture[y0:y1, x0:x1]
    left, top = left - x0, top - y0
    mask = spread(part, layer[..., 3] / 255, left, top)
    if shadow:
        reach = float(np.clip(min(layer.shape[:2]) / 20, 0.7, 3))
        shift = np.array([[1, 0, reach], [0, 1, reach]], np.float32)
        fallen = cv2.warpAffine(cv2.GaussianBlur(mask, (0, 0), reach), shift, size_of(part))
        part = lay(part, (0, 0, 0), fallen * shadow)
    colours = np.stack([spread(part, layer[..., channel], left, top) for channel in range(3)], axis=2)
    result, box = picture.copy(), bounds(mask)
    result[y0:y1, x0:x1] = lay(part, colours, mask * opacity)
    return result, Box(box.x + x0, box.y + y0, box.width, box.height)


def bounds(mask: NDArray[np.floating], least: float = 0.3) -> Box:
    """The box round all that is in the mask; a dot in the middle when nothing is."""
    rows, columns = np.nonzero((mask > least).any(axis=1))[0], np.nonzero((mask > least).any(axis=0))[0]
    if not len(rows):
        return Box(mask.shape[1] // 2, mask.shape[0] // 2, 4, 4)
    x, y = int(columns[0]), int(rows[0])
    return Box(x, y, int(columns[-1]) + 1 - x, int(rows[-1]) + 1 - y)


def ellipse(picture: Pixels, x: float, y: float, across: float, down: float, soft: float = 1) -> Mask:
    """An ellipse of these half axes, fading over `soft` pixels."""
    rows, columns = np.mgrid[: picture.shape[0], : picture.shape[1]].astype(np.float32)
    away = np.hypot((columns - x) / across, (rows - y) / down)
    return np.asarray(np.clip((1 - away) * min(across, down) / max(soft, 0.5) + 0.5, 0, 1), np.float32)


def clouds(width: int, height: int, rng: np.random.Generator, first: int = 3, octaves: int = 5) -> Mask:
    """Fractal noise, 0..1."""
    total = np.zeros((height, width), np.float32)
    for octave in range(octaves):
        cells = first * 2**octave
        grid = rng.random((max(2, cells * height // width), cells)).astype(np.float32)
        total += cv2.resize(grid, (width, height), interpolation=cv2.INTER_CUBIC) / 2**octave
    low, high = np.percentile(total, (1, 99))
    return np.asarray(np.clip((total - low) / max(1e-6, high - low), 0, 1), np.float32)


def slope(width: int, height: int, top: Colour, bottom: Colour) -> NDArray[np.float32]:
    """One colour running into another, downwards."""
    down = np.linspace(0, 1, height, dtype=np.float32)[:, None, None]
    mixed = np.array(top, np.float32) * (1 - down) + np.array(bottom, np.float32) * down
    return np.repeat(mixed, width, axis=1)


def grain(picture: Pixels, rng: np.random.Generator, levels: float) -> Pixels:
    """The picture with noise of a camera."""
    return np.asarray(np.clip(picture + rng.normal(0, levels, picture.shape), 0, 255), np.uint8)


def fill(picture: Pixels, mask: Mask, rng: np.random.Generator, avoid: Mask | None = None) -> Pixels:
    """The picture with what is in the mask painted out from around it, taking no colours from `avoid`."""
    width, height = size_of(picture)
    part = min(1.0, 260 / width)
    size = max(8, round(width * part)), max(8, round(height * part))
    whole_hole = mask if avoid is None else np.maximum(mask, avoid)
    hole = cv2.resize((whole_hole > 0.3).astype(np.uint8), size, interpolation=cv2.INTER_NEAREST)
    small = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    mended = cv2.inpaint(small, cv2.dilate(hole, np.ones((3, 3), np.uint8)), 3, cv2.INPAINT_TELEA)
    whole = grain(np.asarray(cv2.resize(mended, (width, height), interpolation=cv2.INTER_CUBIC), np.uint8), rng, 2)
    return lay(picture, whole, cv2.GaussianBlur((mask > 0.3).astype(np.float32), (0, 0), 0.7))


def pick(rng: np.random.Generator, *choices: str) -> str:
    """One of the texts."""
    return one_of(rng, choices)
