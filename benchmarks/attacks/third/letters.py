"""Words as masks for the third set: the typefaces that OpenCV brings along, and faces that no other set favours."""

from dataclasses import dataclass
from functools import cache

import cv2
import numpy as np
from PIL import Image, ImageDraw

from benchmarks.attacks.chance import one_of
from benchmarks.attacks.lettering import font, pick_among
from benchmarks.attacks.paint import Mask, mask_box

BUILT_IN = ("sans", "italic", "uni")


@dataclass(frozen=True, slots=True)
class Style:
    """A typeface and what is done to it.

    face: one of BUILT_IN or a font file. weight: 300 (light) to 1000 (black), for "sans" and "italic" only.
    stretch: width of the letters, 1 as drawn. slant: leaning to the right, share of the height.
    """

    face: str
    weight: int = 400
    stretch: float = 1.0
    slant: float = 0.0


DISPLAY: tuple[Style, ...] = (
    Style("sans", 1000),
    Style("sans", 800, 0.6),
    Style("sans", 300, 1.2),
    Style("italic", 900, 0.9),
    Style("uni", 400, 0.72),
    Style("DejaVuSerif-Italic.ttf"),
    Style("DejaVuSerifCondensed-BoldItalic.ttf", stretch=0.85),
    Style("DejaVuMathTeXGyre.ttf", stretch=0.8),
    Style("DejaVuSansMono-BoldOblique.ttf", stretch=0.75),
    Style("sans", 600, 0.75, 0.25),
)
THIN: tuple[Style, ...] = (
    Style("sans", 300, 1.1),
    Style("uni", 400, 0.9),
    Style("DejaVuMathTeXGyre.ttf"),
    Style("DejaVuSerifCondensed-Italic.ttf"),
)
HEAVY: tuple[Style, ...] = (
    Style("sans", 1000),
    Style("sans", 900, 0.7),
    Style("italic", 1000),
    Style("sans", 800, 1.2),
)
PLAIN = Style("sans", 400)
STRONG = Style("sans", 600)


def pick_style(rng: np.random.Generator, styles: tuple[Style, ...] = DISPLAY) -> Style:
    """One of the styles."""
    return one_of(rng, styles)


def text_line(words: str, style: Style, size: float) -> Mask:
    """A line of running text, as high as its typeface needs (1.7 times the size), cut to its ink at both sides."""
    drawn = _drawn(words, style, max(24, round(2 * size)), 0.0)
    box = mask_box(drawn)
    factor = size / max(24, round(2 * size))
    return _scaled(drawn[:, box.x : box.x + box.width], factor * style.stretch, factor)


def ink_of_height(words: str, style: Style, high: float, *, spacing: float = 0.0) -> Mask:
    """The words cut to their ink, so many pixels high. spacing: between letters, share of the size."""
    ink = _ink(words, style, high, spacing)
    factor = high / ink.shape[0]
    return _scaled(ink, factor * style.stretch, factor)


def ink_of_width(words: str, style: Style, wide: float, *, spacing: float = 0.0) -> Mask:
    """The words cut to their ink, so many pixels wide."""
    ink = _ink(words, style, max(14.0, 2 * wide / len(words)), spacing)
    factor = wide / (ink.shape[1] * style.stretch)
    return _scaled(ink, factor * style.stretch, factor)


def ink_inside(words: str, style: Style, room: tuple[float, float], *, spacing: float = 0.0) -> Mask:
    """The words as large as fits into (width, height)."""
    mask = ink_of_width(words, style, room[0], spacing=spacing)
    return mask if mask.shape[0] <= room[1] else ink_of_height(words, style, room[1], spacing=spacing)


def stacked(masks: list[Mask], gap: int, *, middle: bool = True) -> Mask:
    """Lines one below the other in one mask, centred or at the left."""
    width = max(mask.shape[1] for mask in masks)
    height = sum(mask.shape[0] for mask in masks) + gap * (len(masks) - 1)
    result: Mask = np.zeros((height, width), np.float32)
    y = 0
    for mask in masks:
        x = (width - mask.shape[1]) // 2 if middle else 0
        result[y : y + mask.shape[0], x : x + mask.shape[1]] = mask
        y += mask.shape[0] + gap
    return result


def turned(mask: Mask, degrees: float) -> Mask:
    """The mask turned about its middle, with room for its corners."""
    height, width = mask.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    cosine, sine = abs(turn[0, 0]), abs(turn[0, 1])
    size = (int(width * cosine + height * sine) + 2, int(width * sine + height * cosine) + 2)
    turn[:, 2] += ((size[0] - width) / 2, (size[1] - height) / 2)
    return np.asarray(cv2.warpAffine(mask, turn, size), np.float32)


def grown(mask: Mask, pixels: int) -> Mask:
    """The mask wider by so many pixels all around; it gets so much larger."""
    side = 2 * pixels + 1
    brush = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side))
    return np.asarray(cv2.dilate(np.pad(mask, pixels), brush), np.float32)


@cache
def _built_in(name: str) -> cv2.FontFace:
    return cv2.FontFace(name)


def _ink(words: str, style: Style, high: float, spacing: float) -> Mask:
    drawn = _drawn(words, style, int(np.clip(2.5 * high, 36, 300)), spacing)
    box = mask_box(drawn, 0.3)
    return drawn[box.y : box.y + box.height, box.x : box.x + box.width]


def _drawn(words: str, style: Style, size: int, spacing: float) -> Mask:
    """The words in a size in pixels on a canvas of 1.7 times that height, their foot line at 1.25 times it."""
    width, height, foot = int(size * (len(words) * (1.1 + spacing) + 3)), int(1.7 * size), int(1.25 * size)
    pieces = list(words) if spacing else [words]
    x, gap = size, round(spacing * size)
    if style.face in BUILT_IN:
        canvas = np.zeros((height, width, 3), np.uint8)
        for piece in pieces:
            after, _ = cv2.putText(canvas, piece, (x, foot), (255, 255, 255), _built_in(style.face), size, style.weight)
            x = int(after[0]) + gap
        mask = canvas[:, :, 0].astype(np.float32) / np.float32(255)
    else:
        image = Image.new("L", (width, height), 0)
        letters, draw = font(pick_among(np.random.default_rng(0), (style.face,)), size), ImageDraw.Draw(image)
        for piece in pieces:
            draw.text((x, foot), piece, fill=255, font=letters, anchor="ls")
            x += round(letters.getlength(piece)) + gap
        mask = np.asarray(image, np.float32) / np.float32(255)
    if style.slant:
        lean = np.array([[1.0, -style.slant, style.slant * foot], [0.0, 1.0, 0.0]])
        mask = np.asarray(cv2.warpAffine(mask, lean, (width, height)), np.float32)
    return mask


def _scaled(mask: Mask, across: float, down: float) -> Mask:
    size = (max(2, round(mask.shape[1] * across)), max(2, round(mask.shape[0] * down)))
    smaller = size[0] < mask.shape[1]
    scaled = cv2.resize(mask, size, interpolation=cv2.INTER_AREA if smaller else cv2.INTER_LINEAR)
    return np.clip(np.asarray(scaled, np.float32), 0, 1)
