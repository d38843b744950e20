"""Attacked pixels to the bytes of a file, and back."""

import io

import numpy as np
from PIL import Image

from app.model.poster_image import Pixels
from benchmarks.attacks.values import SavedAs


def encode(pixels: Pixels, saved_as: SavedAs) -> bytes:
    """The picture as a file of the given format."""
    buffer = io.BytesIO()
    options: dict[str, int] = {} if saved_as.format == "PNG" else {"quality": saved_as.quality}
    if saved_as.format == "AVIF":
        options["speed"] = 8
    Image.fromarray(pixels).save(buffer, saved_as.format, **options)
    return buffer.getvalue()


def decode(data: bytes) -> Pixels:
    """The RGB pixels of a file."""
    with Image.open(io.BytesIO(data)) as image:
        return np.asarray(image.convert("RGB"))


def save_and_open(pixels: Pixels, saved_as: SavedAs) -> Pixels:
    """The pixels after one trip through a file."""
    return decode(encode(pixels, saved_as))
