"""Words on a poster: from a type style to a mask, and from a mask to painted letters with shadow, edge and wear."""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from reference_images.art.canvas import Array, Canvas, blurred, ramp, shifted
from reference_images.art.letterforms import Pen, written
from reference_images.art.palette import Colour, Stops, gradient, rgb
from reference_images.art.textures import fractal

Box: TypeAlias = tuple[int, int, int, int]  # left, top, right, bottom


@dataclass(frozen=True, slots=True)
class Type:
    """A typeface made from Pillow's own; weight (stroke) and letter spacing are shares of the size."""

    weight: float = 0.0
    stretch: float = 1.0
    slant: float = 0.0
    spacing: float = 0.0


PLAIN = Type()
BOLD = Type(weight=0.035)
BLACK = Type(weight=0.075, spacing=0.06)
AIRY = Type(spacing=0.32)
CONDENSED = Type(weight=0.015, stretch=0.5, spacing=0.05)
CREDITS = Type(stretch=0.42, spacing=0.1)
ITALIC = Type(slant=0.22, spacing=0.02)
WIDE = Type(weight=0.03, stretch=1.35, spacing=0.12)


@dataclass(frozen=True, slots=True)
class Finish:
    """What letters are painted with."""

    fill: Colour | Stops = "#ffffff"
    outline: Colour | None = None
    outline_width: int = 3
    shadow: float = 0.6
    glow: Colour | None = None
    wear: float = 0.0
    grow: bool = False


def typed(text: str, size: int, style: Type = PLAIN) -> Array:
    """One line as a mask, tightly cropped."""
    big = size * 2
    font = ImageFont.load_default(big)
    stroke, gap = round(style.weight * big), style.spacing * big
    widths = [font.getlength(letter) + gap + stroke for letter in text]
    sheet = Image.new("L", (round(sum(widths)) + 2 * big, 2 * big))
    pencil, x = ImageDraw.Draw(sheet), float(big // 2)
    for letter, width in zip(text, widths, strict=True):
        pencil.text((x, big // 3), letter, fill=255, font=font, stroke_width=stroke)
        x += width
    if style.slant:
        lean = (1, style.slant, -style.slant * big, 0, 1, 0)
        sheet = sheet.transform(sheet.size, Image.Transform.AFFINE, lean, Image.Resampling.BICUBIC)
    sheet = sheet.crop(sheet.getbbox() or (0, 0, 2, 2))
    target = (max(1, round(sheet.width * style.stretch / 2)), max(1, sheet.height // 2))
    return np.asarray(sheet.resize(target, Image.Resampling.LANCZOS), np.float32) / 255


def lettered(text: str, size: int, style: Type | Pen) -> Array:
    """One line in either kind of typeface; `size` is the font size of a Type and the cap height of a Pen."""
    if isinstance(style, Pen):
        return _cropped(written(text, size, style))
    return typed(text, size, style)


def _cropped(mask: Array) -> Array:
    rows, columns = np.nonzero(mask.max(1) > 0.02)[0], np.nonzero(mask.max(0) > 0.02)[0]
    return mask[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


def fitted(mask: Array, width: float, height: float | None = None) -> Array:
    """The mask resized to a width, and to a height where one is given (else in proportion)."""
    size = (max(1, round(width)), max(1, round(height or mask.shape[0] * width / mask.shape[1])))
    picture = Image.fromarray((np.clip(mask, 0, 1) * 255).astype(np.uint8))
    return np.asarray(picture.resize(size, Image.Resampling.LANCZOS), np.float32) / 255


def spread(mask: Array, canvas: Canvas, left: float, top: float) -> Array:
    """The small mask laid on an empty mask of the canvas's size."""
    whole = Image.new("L", canvas.size)
    whole.paste(Image.fromarray((mask * 255).astype(np.uint8)), (round(left), round(top)))
    return np.asarray(whole, np.float32) / 255


def paint(canvas: Canvas, mask: Array, finish: Finish) -> None:
    """Paint letters given as a mask of the canvas's size."""
    if finish.wear:
        worn = fractal(canvas.rng("wear"), canvas.size, (26, 26), 5)
        mask = mask * (1 - ramp(worn, 1.02 - finish.wear, 1.1 - finish.wear))
    if finish.glow:
        for radius, strength in ((22, 0.75), (7, 0.8)):
            canvas.glow(finish.glow, strength * np.clip(blurred(mask, radius) * 1.7, 0, 1))
    if finish.shadow:
        canvas.shade("#000000", finish.shadow * np.clip(1.3 * blurred(shifted(mask, 2, 4), 4), 0, 1))
    if finish.outline:
        canvas.lay(finish.outline, np.clip(blurred(mask, finish.outline_width) * 4, 0, 1))
    canvas.lay(_ink(canvas, mask, finish.fill), mask)


def _ink(canvas: Canvas, mask: Array, fill: Colour | Stops) -> Array:
    if isinstance(fill, str):
        return rgb(fill)
    rows = np.nonzero(mask.max(1) > 0.1)[0]
    _, y = canvas.grid()
    return gradient((y - rows[0]) / max(1, rows[-1] - rows[0]), fill)


def write(canvas: Canvas, text: str, at: tuple[float, float], size: int, style: Type | Pen, *,
          finish: Finish | None = None, align: str = "centre", max_width: float = 560) -> Box:  # fmt: skip
    """Write one line with its middle (or left or right end) at `at`, squeezed if too long; gives its box."""
    mask = lettered(text, size, style)
    if mask.shape[1] > max_width:
        mask = fitted(mask, max_width, mask.shape[0])
    height, width = mask.shape
    left = at[0] - {"left": 0, "centre": width / 2, "right": width}[align]
    top = at[1] - height / 2
    paint(canvas, spread(mask, canvas, left, top), finish or Finish())
    return round(left), round(top), round(left) + width, round(top) + height
