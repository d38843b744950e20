"""Letters as masks, and laying masks onto pictures."""

from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.geometry import Colour, whole_of
from benchmarks.attacks.lettering import named_font

Mask = NDArray[np.float32]
RAW = 96  # the size letters are drawn in before they are scaled


@dataclass(frozen=True, slots=True)
class Face:
    """A typeface. weight: of OpenCV's own Rubik when file is empty. stretch: how wide against as drawn."""

    file: str = ""
    weight: int = 0
    stretch: float = 1.0


# fmt: off
BOLD = (
    Face("DejaVuSans-Bold.ttf"), Face("DejaVuSansCondensed-Bold.ttf", stretch=0.8), Face("DejaVuSerif-Bold.ttf"),
    Face("DejaVuSerifCondensed-Bold.ttf", stretch=0.85), Face(weight=600), Face(weight=900, stretch=0.75),
    Face("DejaVuSans-BoldOblique.ttf", stretch=0.9),
)
PLAIN = (
    Face("DejaVuSans.ttf"), Face("DejaVuSansCondensed.ttf"), Face("DejaVuSerif.ttf"), Face("DejaVuSerif-Italic.ttf"),
    Face("default"), Face(weight=450), Face(weight=500, stretch=0.85),
)
# fmt: on
PAPER: Colour = (255, 255, 255)
DARK: Colour = (12, 12, 14)
# fmt: off
INKS: tuple[Colour, ...] = (
    PAPER, DARK, (250, 236, 200), (245, 205, 60), (215, 25, 35), (230, 170, 70), (120, 200, 245), (20, 40, 110), (90,
    15, 20), (255, 110, 40), (200, 205, 210), (20, 80, 60),
)
# fmt: on


def any_face(rng: np.random.Generator) -> Face:
    """A bold one more often than a plain one."""
    return one_of(rng, BOLD if rng.random() < 0.65 else PLAIN)


@lru_cache(maxsize=256)
def raw_letters(text: str, face: Face) -> Mask:
    """The text at its raw size, cut to its ink."""
    if face.file:
        image = Image.new("L", (RAW * (len(text) + 2), RAW * 2 * (text.count("\n") + 1)), 0)
        ImageDraw.Draw(image).multiline_text(
            (RAW, RAW // 4), text, fill=255, font=named_font(face.file, RAW), align="center", spacing=RAW // 5
        )
        drawn = np.asarray(image, np.float32) / 255
    else:
        lines = [rubik(line, face.weight) for line in text.split("\n")]
        width = max(line.shape[1] for line in lines)
        rows = []
        for line in lines:
            left = (width - line.shape[1]) // 2
            rows.append(np.pad(line, ((0, 24), (left, width - line.shape[1] - left))))
        drawn = np.vstack(rows)
    high, wide = np.nonzero(drawn > 0.2)
    return np.ascontiguousarray(drawn[high.min() : high.max() + 1, wide.min() : wide.max() + 1])


def rubik(line: str, weight: int) -> Mask:
    """One line in OpenCV's built-in face, cut at its sides."""
    ground = np.zeros((RAW * 3 // 2, RAW * (len(line) + 2), 3), np.uint8)
    cv2.putText(ground, line, (RAW // 2, RAW * 11 // 10), PAPER, cv2.FontFace("sans"), RAW, weight)
    inked = np.nonzero(ground.max(axis=(0, 2)))[0]
    return ground[:, inked.min() : inked.max() + 1, 0].astype(np.float32) / 255


def letters(text: str, face: Face, width: float, height: float) -> Mask:
    """The text as large as fits into width x height."""
    raw = raw_letters(text, face)
    across = raw.shape[1] * face.stretch
    factor = min(width / across, height / raw.shape[0])
    size = max(3, round(across * factor)), max(5, round(raw.shape[0] * factor))
    return np.clip(cv2.resize(raw, size, interpolation=cv2.INTER_AREA), 0, 1).astype(np.float32)


def mix(canvas: Pixels, colour: Pixels | Colour, mask: Mask) -> Pixels:
    """The canvas with colour laid over it through a mask as large as it."""
    opaque = mask[..., None]
    return np.clip(canvas * (1 - opaque) + np.asarray(colour, np.float32) * opaque + 0.5, 0, 255).astype(np.uint8)


def on_size(mask: Mask, x: int, y: int, canvas: Pixels) -> Mask:
    """The mask laid at (x, y) into an empty one as large as the canvas; cut at its ends."""
    full = np.zeros(canvas.shape[:2], np.float32)
    top, left = max(0, y), max(0, x)
    part = mask[top - y : canvas.shape[0] - y, left - x : canvas.shape[1] - x]
    full[top : top + part.shape[0], left : left + part.shape[1]] = part
    return full


def stamp(
    canvas: Pixels, mask: Mask, x: int, y: int, colour: Colour, rim: Colour | None = None, strength: float = 1.0
) -> tuple[Pixels, Box]:
    """The mask in a colour at (x, y), with a dark or light rim if one is given, and the box it covers."""
    full = on_size(mask, x, y, canvas)
    box = Box(x, y, mask.shape[1], mask.shape[0])
    if rim is not None:
        reach = max(1, round(mask.shape[0] / 22))
        wide = cv2.dilate(full, np.ones((2 * reach + 1, 2 * reach + 1), np.uint8))
        canvas = mix(canvas, rim, np.asarray(cv2.GaussianBlur(wide, (0, 0), reach / 2 + 0.3), np.float32))
        reach += (reach + 1) // 2
        box = Box(x - reach, y - reach, box.width + 2 * reach, box.height + 2 * reach)
    return mix(canvas, colour, full * strength), inside(box, canvas)


def inside(box: Box, canvas: Pixels) -> Box:
    """The box cut to the canvas."""
    whole = whole_of(canvas)
    x, y = max(0, box.x), max(0, box.y)
    return Box(x, y, min(box.x + box.width, whole.width) - x, min(box.y + box.height, whole.height) - y)


def luminance(colour: Colour | NDArray[np.float64]) -> float:
    """How light a colour looks, 0..255."""
    return float(np.dot(np.asarray(colour, float), (0.3, 0.59, 0.11)))


def ink_against(ground: Pixels, rng: np.random.Generator, wish: Colour | None = None) -> tuple[Colour, Colour | None]:
    """A colour that is easily read on the ground, the wished one if it is, and the rim it needs on a busy ground."""
    middle = luminance(np.median(ground.reshape(-1, 3), axis=0))
    readable = [ink for ink in INKS if abs(luminance(ink) - middle) > 95]
    colour = wish if wish is not None and abs(luminance(wish) - middle) > 80 else one_of(rng, readable)
    busy = float(ground.astype(float).mean(axis=-1).std()) > 30
    return colour, ((DARK if luminance(colour) > 110 else PAPER) if busy else None)
