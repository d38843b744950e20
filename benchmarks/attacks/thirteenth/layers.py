"""Layers with smooth edges, and laying them over a picture."""

from collections.abc import Iterable, Sequence

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import Colour, part_of

Mask = NDArray[np.float32]
Ink = tuple[int, ...]
Corners = Sequence[tuple[float, float]]
Shape = tuple[str, Corners, Ink]  # what ImageDraw calls it, its corners as shares of width and height, its colour


def disc(x: float, y: float, across: float, down: float, fill: Ink) -> Shape:
    """An ellipse round a middle."""
    return "ellipse", ((x - across, y - down), (x + across, y + down)), fill


def layer(width: int, height: int, shapes: Iterable[Shape]) -> Image.Image:
    """A clear picture with shapes on it, smoothed where that is affordable."""
    times = 3 if width * height < 500_000 else 1
    image = Image.new("RGBA", (width * times, height * times))
    draw = ImageDraw.Draw(image)
    for kind, corners, fill in shapes:
        points = [(x * (image.width - 1), y * (image.height - 1)) for x, y in corners]
        radius = (0.35 * (points[1][1] - points[0][1]),) if kind == "rounded_rectangle" else ()
        getattr(draw, kind)(points, *radius, fill=fill)
    return image.resize((width, height), Image.Resampling.LANCZOS) if times > 1 else image


def lay(pixels: Pixels, image: Image.Image, x: int, y: int) -> Pixels:
    """The picture with a clear layer over it."""
    base = Image.fromarray(pixels)
    base.paste(image.convert("RGB"), (x, y), image.getchannel("A"))
    return np.asarray(base)


def laid(pixels: Pixels, image: Image.Image, x: int, y: int, at_least: float = 0.25) -> tuple[Pixels, Box]:
    """The same, with the tight box round what can be seen of the layer."""
    seen = Image.new("L", (pixels.shape[1], pixels.shape[0]))
    seen.paste(image.getchannel("A"), (x, y))
    return lay(pixels, image, x, y), mask_box(np.asarray(seen, np.float32) / 255, at_least)


def blend(ground: Pixels, over: Pixels, mask: Mask) -> Pixels:
    """`over` where the mask is 1, `ground` where it is 0."""
    share = mask[..., None]
    return np.clip(ground * (1 - share) + over * share + 0.5, 0, 255).astype(np.uint8)


def mask_box(mask: Mask, at_least: float = 0.3) -> Box:
    """The tight box round a mask; the whole when it is empty."""
    box = Box(*cv2.boundingRect((mask >= at_least).astype(np.uint8)))
    return box if box.area else Box(0, 0, mask.shape[1], mask.shape[0])


def feather(mask: Mask, radius: float) -> Mask:
    """The mask with a soft edge."""
    image = Image.fromarray((mask * 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(radius))
    return np.asarray(image, np.float32) / 255


def rectangle(pixels: Pixels, box: Box) -> Mask:
    """A mask of the picture's size, 1 in the box."""
    mask = np.zeros(pixels.shape[:2], np.float32)
    part_of(mask, box)[:] = 1
    return mask


def ellipse(width: int, height: int, box: Box, soft: float) -> Mask:
    """A soft ellipse that fills the box, in a mask of the given size."""
    image = Image.new("L", (width, height))
    inset = soft * min(box.width, box.height) / 2
    corners = (box.x + inset, box.y + inset, box.x + box.width - inset, box.y + box.height - inset)
    ImageDraw.Draw(image).ellipse(corners, fill=255)
    return feather(np.asarray(image, np.float32) / 255, max(1.0, inset * 0.7))


def median_colour(pixels: Pixels) -> Colour:
    """The middle value of every channel."""
    red, green, blue = np.median(pixels.reshape(-1, 3), axis=0).astype(int).tolist()
    return red, green, blue


def matched(patch: Pixels, to: Pixels) -> Pixels:
    """A patch with the mean and spread of another's colours (in Lab)."""
    mine, theirs = (cv2.cvtColor(item, cv2.COLOR_RGB2LAB).astype(np.float32) for item in (patch, to))
    gain = np.clip((theirs.std(axis=(0, 1)) + 1) / (mine.std(axis=(0, 1)) + 1), 0.6, 1.5)
    moved = (mine - mine.mean(axis=(0, 1))) * gain + theirs.mean(axis=(0, 1))
    return np.asarray(cv2.cvtColor(np.clip(moved, 0, 255).astype(np.uint8), cv2.COLOR_LAB2RGB), np.uint8)


def painted_over(pixels: Pixels, hole: Mask) -> Pixels:
    """The picture without what is under the mask, filled in softly from round about."""
    factor = min(1.0, 300 / max(hole.shape))
    small = cv2.resize(pixels, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA).astype(np.float32)
    shut = cv2.dilate(cv2.resize((hole > 0.05).astype(np.uint8), small.shape[1::-1]), np.ones((5, 5), np.uint8))
    known = (shut == 0).astype(np.float32)[..., None]
    filled, left = small * known, 1 - known
    for spread in (2, 4, 8, 16, 32, 64, 128):
        weight = cv2.GaussianBlur(known, (0, 0), spread)[..., None]
        share = left * np.clip(weight * 6, 0, 1)
        filled += share * cv2.GaussianBlur(small * known, (0, 0), spread) / np.maximum(weight, 1e-4)
        left = left - share
    filled += left * np.median(small, axis=(0, 1))
    full = cv2.resize(np.clip(filled, 0, 255).astype(np.uint8), pixels.shape[1::-1], interpolation=cv2.INTER_CUBIC)
    return blend(pixels, np.asarray(full, np.uint8), feather(hole, 1.2))
