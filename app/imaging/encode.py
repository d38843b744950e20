"""Pixels to file bytes."""

import io

from PIL import Image

from app.model.poster_image import Pixels


def encode_jpeg(pixels: Pixels, quality: int = 90, max_side: int | None = None) -> bytes:
    """A JPEG without metadata and without chroma subsampling; shrunk first when a side exceeds `max_side` pixels."""
    picture = Image.fromarray(pixels)
    if max_side is not None and max(picture.size) > max_side:
        picture.thumbnail((max_side, max_side), Image.Resampling.LANCZOS)
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=quality, subsampling=0)
    return buffer.getvalue()


def encode_png(pixels: Pixels) -> bytes:
    """A PNG, compressed fast rather than small."""
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "PNG", compress_level=3)
    return buffer.getvalue()
