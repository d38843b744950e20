"""Words as soft masks, and laying masks onto pictures."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import Colour, part_of

Mask = NDArray[np.float32]
BOLD = (
    "DejaVuSans-Bold.ttf", "DejaVuSansCondensed-Bold.ttf", "DejaVuSerif-Bold.ttf", "DejaVuSerifCondensed-Bold.ttf",
    "DejaVuSans-BoldOblique.ttf", "DejaVuSansMono-Bold.ttf", "DejaVuSerif-BoldItalic.ttf",
)  # fmt: skip
PLAIN = (
    "DejaVuSans.ttf", "DejaVuSerif.ttf", "DejaVuSansCondensed.ttf", "DejaVuSerif-Italic.ttf", "DejaVuMathTeXGyre.ttf",
    "DejaVuSerifCondensed.ttf", "DejaVuSans-Oblique.ttf",
)  # fmt: skip
WHITE: Colour = (255, 255, 255)
BLACK: Colour = (12, 12, 12)


@dataclass(frozen=True, slots=True)
class Style:
    """How letters look. stretch: width against the typeface's own; spacing: between letters, in sizes."""

    font: str = "DejaVuSans-Bold.ttf"
    stretch: float = 1.0
    spacing: float = 0.0


SCREEN = Style("DejaVuSans.ttf")
SCREEN_BOLD = Style("DejaVuSans-Bold.ttf")


def bold_style(rng: np.random.Generator) -> Style:
    """A title's lettering: heavy, now and then narrow or spaced."""
    return Style(one_of(rng, BOLD), one_of(rng, (0.62, 0.78, 0.9, 1.0, 1.0, 1.15)), one_of(rng, (0.0, 0.0, 0.06)))


def line_style(rng: np.random.Generator) -> Style:
    """A small line's lettering, often spaced as on posters."""
    return Style(one_of(rng, BOLD + PLAIN), one_of(rng, (0.75, 0.9, 1.0)), one_of(rng, (0.0, 0.08, 0.2)))


def letters(text: str, style: Style, size: int = 120) -> Mask:
    """One or more lines as a tight mask, 0..1."""
    font: ImageFont.FreeTypeFont | ImageFont.ImageFont
    try:
        font = ImageFont.truetype(style.font, size)
    except OSError:
        font = ImageFont.load_default(size)
    lines = text.split("\n")
    step = style.spacing * size
    widths = [sum(font.getlength(letter) + step for letter in line) for line in lines]
    image = Image.new("L", (int(max(widths)) + 2 * size, int(1.3 * size * len(lines)) + size))
    draw = ImageDraw.Draw(image)
    for row, (line, width) in enumerate(zip(lines, widths, strict=True)):
        x, y = size + (max(widths) - width) / 2, size / 4 + row * 1.2 * size
        for letter in line:
            draw.text((x, y), letter, font=font, fill=255)
            x += font.getlength(letter) + step
    tight = np.asarray(image.crop(image.getbbox()), np.float32) / np.float32(255)
    return scaled(tight, max(2, round(tight.shape[1] * style.stretch)), tight.shape[0])


def scaled(mask: Mask, width: int, height: int) -> Mask:
    """A mask in another size."""
    method = cv2.INTER_AREA if width * height < mask.size else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(mask, (max(2, width), max(2, height)), interpolation=method), np.float32)


def fitted(text: str, style: Style, width: float, height: float) -> Mask:
    """Words as large as the room allows."""
    mask = letters(text, style)
    factor = min(width / mask.shape[1], height / mask.shape[0])
    return scaled(mask, round(mask.shape[1] * factor), round(mask.shape[0] * factor))


def wrapped(text: str, columns: int) -> str:
    """Words broken into lines of about so many letters."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + len(word) >= columns:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)


def lay(canvas: Pixels, mask: Mask, x: float, y: float, ink: Colour | Pixels, opacity: float = 1.0) -> Box:
    """Paints through a mask whose corner lies at (x, y); an ink of pixels has the mask's size. Where it painted."""
    left, top = round(x), round(y)
    height, width = mask.shape
    cut_x, cut_y = max(0, -left), max(0, -top)
    far_x, far_y = min(width, canvas.shape[1] - left), min(height, canvas.shape[0] - top)
    if far_x <= cut_x or far_y <= cut_y:
        return Box(0, 0, 1, 1)
    box = Box(left + cut_x, top + cut_y, far_x - cut_x, far_y - cut_y)
    alpha = mask[cut_y:far_y, cut_x:far_x, None] * np.float32(opacity)
    colour = np.asarray(ink, np.float32)
    if colour.ndim == 3:
        colour = colour[cut_y:far_y, cut_x:far_x]
    under = part_of(canvas, box)
    under[:] = np.clip(under * (1 - alpha) + colour * alpha + 0.5, 0, 255).astype(np.uint8)
    return box


def rim(mask: Mask, pixels: int) -> Mask:
    """A mask with a border of its own, larger by that many pixels each way."""
    padded = cv2.copyMakeBorder(mask, pixels, pixels, pixels, pixels, cv2.BORDER_CONSTANT, value=0)
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * pixels + 1, 2 * pixels + 1))
    return np.asarray(cv2.dilate(padded, kernel), np.float32)


def set_words(canvas: Pixels, mask: Mask, x: float, y: float, ink: Colour, edge: Colour | None = None) -> Box:
    """Words with a thin border or, without one, as they are."""
    if edge is not None:
        width = max(1, round(mask.shape[0] / 28))
        lay(canvas, rim(mask, width), x - width, y - width, edge)
    return lay(canvas, mask, x, y, ink)


def room_for(canvas: Pixels, mask: Mask, x: float, y: float, margin: float = 0.02) -> tuple[float, float]:
    """The nearest corner at which a mask lies wholly inside the picture."""
    height, width = canvas.shape[:2]
    edge = margin * width
    far_x, far_y = max(edge, width - mask.shape[1] - edge), max(edge, height - mask.shape[0] - edge)
    return float(np.clip(x, edge, far_x)), float(np.clip(y, edge, far_y))


def ink_on(canvas: Pixels, box: Box, rng: np.random.Generator) -> tuple[Colour, Colour | None]:
    """A colour that can be read on that part, and a border for it where the ground is restless."""
    under = part_of(canvas, box).reshape(-1, 3).astype(np.float32)
    light = under @ np.array([0.299, 0.587, 0.114], np.float32)
    bright = (WHITE, (245, 225, 90), (255, 240, 215), (120, 225, 255), (255, 190, 120))
    dark = (BLACK, (120, 10, 20), (15, 30, 90), (60, 25, 10))
    middle = float(light.mean())
    ink = one_of(rng, bright if middle < 135 else dark)
    restless = float(light.std()) > 32 or 95 < middle < 175 or between(rng, 0, 1) < 0.15
    return ink, (BLACK if middle < 135 else WHITE) if restless else None


def centre(canvas: Pixels, mask: Mask, x: float, y: float, ink: Colour | Pixels, opacity: float = 1.0) -> Box:
    """Paints through a mask whose middle lies at (x, y)."""
    return lay(canvas, mask, x - mask.shape[1] / 2, y - mask.shape[0] / 2, ink, opacity)
