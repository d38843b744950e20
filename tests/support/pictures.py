"""Pictures for tests, drawn by numpy alone: rich in detail, and the same bytes on every machine."""

import hashlib
import io
from typing import Any

import numpy as np
from PIL import Image

from app.compare.submitted import SubmittedPicture
from app.model.geometry import Box
from app.model.poster_image import Pixels, PosterImage

SIZE = (360, 540)


def draw_artwork(seed: int, size: tuple[int, int] = SIZE) -> Pixels:
    """A soft ground under three hundred discs and bars of many sizes: enough for several hundred key points."""
    width, height = size
    random = np.random.default_rng(seed)
    down, across = np.mgrid[0:height, 0:width]
    ground = random.integers(20, 150, 3)
    slope = random.integers(40, 100, 3)
    picture = (ground + slope * (down / height)[..., None]).astype(np.uint8)
    for _ in range(300):
        x, y = int(random.integers(width)), int(random.integers(height))
        reach = int(random.integers(4, max(6, min(size) // 11)))
        colour = random.integers(0, 256, 3).astype(np.uint8)
        if random.random() < 0.5:
            picture[(across - x) ** 2 + (down - y) ** 2 < reach * reach] = colour
        else:
            other = int(random.integers(3, max(5, min(size) // 14)))
            picture[max(0, y - reach) : y + reach, max(0, x - other) : x + other] = colour
    return picture


def draw_two(pixels: Pixels, box: Box, colour: tuple[int, int, int] = (255, 255, 255)) -> Pixels:
    """A copy with a figure 2, made of five bars as on a pocket calculator, that fills the box."""
    picture = pixels.copy()
    thick = max(3, box.width // 4)
    left, right, top, low = box.x, box.x + box.width, box.y, box.y + box.height
    middle = top + (box.height - thick) // 2
    bars = (
        (left, right, top, top + thick),
        (right - thick, right, top, middle + thick),
        (left, right, middle, middle + thick),
        (left, left + thick, middle, low),
        (left, right, low - thick, low),
    )
    for from_x, to_x, from_y, to_y in bars:
        picture[from_y:to_y, from_x:to_x] = colour
    return picture


def encode(pixels: Pixels, file_format: str = "JPEG", **options: Any) -> bytes:
    """File bytes in any format that Pillow writes."""
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, file_format, **options)
    return buffer.getvalue()


def decode(data: bytes) -> Pixels:
    """The RGB pixels of a file."""
    with Image.open(io.BytesIO(data)) as picture:
        return np.asarray(picture.convert("RGB"))


def resize(pixels: Pixels, width: int, height: int) -> Pixels:
    """In another size."""
    return np.asarray(Image.fromarray(pixels).resize((width, height), Image.Resampling.LANCZOS))


def as_image(pixels: Pixels) -> PosterImage:
    """As if just loaded from a file."""
    data = pixels.tobytes()
    return PosterImage(pixels, hashlib.sha256(data).hexdigest(), "PNG", len(data))


def submit(pixels: Pixels) -> SubmittedPicture:
    """As if just submitted."""
    return SubmittedPicture(as_image(pixels))
