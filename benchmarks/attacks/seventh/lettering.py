"""Setting type as editors do."""

import functools
from dataclasses import dataclass

import cv2
import numpy as np
from PIL import Image, ImageDraw

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.lettering import named_font
from benchmarks.attacks.seventh.canvas import Colour, Mask, cut_to, grown, lay, softened

SIZE_SET = 120


@dataclass(frozen=True, slots=True)
class Typeface:
    """file: its name, "" for Pillow's own, "cv" for OpenCV's. squeeze: width against the drawn one. slant: 0 upright.
    heavy: weight of OpenCV's face, or an outline of the same ink for the others (share of the size)."""

    file: str
    squeeze: float = 1.0
    slant: float = 0.0
    heavy: float = 0.0


BILLBOARD = Typeface("DejaVuSansCondensed-Bold.ttf", 0.62)
GROTESK = Typeface("DejaVuSans-Bold.ttf", 0.86)
WIDE_THIN = Typeface("DejaVuSans-ExtraLight.ttf", 1.05)
ROMAN = Typeface("DejaVuSerif-Bold.ttf", 0.8)
BOOK = Typeface("DejaVuSerifCondensed.ttf", 0.84)
SCRIPTISH = Typeface("DejaVuSerifCondensed-BoldItalic.ttf", 0.85)
TYPEWRITER = Typeface("DejaVuSansMono-Bold.ttf", 0.9)
PLAIN = Typeface("")
ROUNDED = Typeface("cv", 1.0, 0.0, 600)
ROUNDED_BLACK = Typeface("cv", 0.9, 0.0, 900)
CREDITS = Typeface("DejaVuSansCondensed.ttf", 0.42)
IMPACT = Typeface("DejaVuSansCondensed-Bold.ttf", 0.72, 0.0, 0.02)
UI = Typeface("cv", 0.97, 0.0, 450)
UI_BOLD = Typeface("cv", 0.97, 0.0, 700)
POSTER_FACES = (
    BILLBOARD,
    GROTESK,
    WIDE_THIN,
    ROMAN,
    BOOK,
    ROUNDED_BLACK,
    Typeface("DejaVuSansCondensed-Bold.ttf", 0.8, 0.2),
    Typeface("DejaVuSerifCondensed-Bold.ttf", 0.7),
)


def _sheet(text: str, face: Typeface, tracking: float) -> Mask:
    """The line at SIZE_SET, one letter after another, with room on all sides."""
    room = SIZE_SET
    if face.file == "cv":
        font, pen = cv2.FontFace("sans"), float(room)
        sheet = np.zeros((room * 3, room * (len(text) + 3)), np.uint8)
        for letter in text:
            end, _ = cv2.putText(sheet, letter, (round(pen), room * 2), (255,), font, SIZE_SET, weight=int(face.heavy))
            step = float(end[0]) - round(pen)
            pen += (step if step > 0 else SIZE_SET * 0.28) + tracking * SIZE_SET
        return np.asarray(sheet, np.float32) / 255
    font_file = named_font(face.file, SIZE_SET)
    image = Image.new("L", (room * (len(text) + 3) + round(len(text) * tracking * room), room * 3))
    draw, pen = ImageDraw.Draw(image), float(room)
    for letter in text:
        draw.text((pen, room * 2), letter, 255, font_file, "ls", stroke_width=round(face.heavy * SIZE_SET))
        pen += font_file.getlength(letter) + tracking * SIZE_SET
    return np.asarray(image, np.float32) / 255


@functools.lru_cache(maxsize=256)
def _set_large(text: str, face: Typeface, tracking: float) -> tuple[Mask, float]:
    """The line cut to its ink, and how high a capital is in it."""
    sheet = _sheet(text, face, tracking)
    if face.slant:
        lean = np.array([[1, -face.slant, face.slant * SIZE_SET * 2], [0, 1, 0]], np.float64)
        sheet = np.asarray(cv2.warpAffine(sheet, lean, (sheet.shape[1], sheet.shape[0])), np.float32)
    ink = np.argwhere(sheet > 0.3)
    capital = np.argwhere(_sheet("H", face, 0.0) > 0.3)
    if not len(ink):
        return np.ones((8, 8), np.float32), 8.0
    (top, left), (bottom, right) = ink.min(axis=0), ink.max(axis=0) + 1
    return sheet[top:bottom, left:right], float(np.ptp(capital[:, 0]) + 1)


def line_mask(text: str, capital: float, face: Typeface, tracking: float = 0.0, widest: float = 1e9) -> Mask:
    """A line whose capitals are so many pixels high, cut to its ink. widest: pixels it is made smaller to fit in."""
    large, high = _set_large(text, face, tracking)
    factor = max(capital, 4.0) / high
    width = large.shape[1] * factor * face.squeeze
    if width > widest:
        factor, width = factor * widest / width, widest
    size = (max(1, round(width)), max(1, round(large.shape[0] * factor)))
    small = np.asarray(cv2.resize(large, size, interpolation=cv2.INTER_AREA), np.float32)
    return np.clip(small * 1.35, 0, 1) if capital < 14 else small


def lay_mask(
    canvas: Pixels,
    mask: Mask,
    x: int,
    y: int,
    colour: Colour | Mask,
    *,
    outline: int = 0,
    outline_colour: Colour = (0, 0, 0),
    shadow: float = 0.0,
    opacity: float = 1.0,
) -> Box:
    """Lay ink with its top left at (x, y), perhaps outlined or with a soft shadow. Gives the box of the ink."""
    if shadow:
        room = max(2, round(shadow * 2.5))
        soft = softened(np.pad(mask, room), shadow)
        off = max(1, round(shadow * 0.6))
        lay(canvas, soft, x - room + off, y - room + off, (0, 0, 0), 0.75 * opacity)
    if outline:
        lay(canvas, grown(mask, outline), x - outline, y - outline, outline_colour, opacity)
    lay(canvas, mask, x, y, colour, opacity)
    height, width = mask.shape
    return cut_to(canvas, Box(x - outline, y - outline, width + 2 * outline, height + 2 * outline))


def centred(
    canvas: Pixels, mask: Mask, middle: float, y: float, colour: Colour | Mask, *, outline: int = 0, shadow: float = 0.0
) -> Box:
    """lay_mask with the middle of the line given, kept off the picture's edges."""
    room = canvas.shape[1] - mask.shape[1]
    x = min(max(round(middle - mask.shape[1] / 2), min(2, room)), max(0, room - 2))
    high = min(max(round(y), 1), max(1, canvas.shape[0] - mask.shape[0] - 1))
    return lay_mask(canvas, mask, x, high, colour, outline=outline, shadow=shadow)


def stacked(lines: list[Mask], gap: int, left: bool = False) -> Mask:
    """Lines one under another, centred or flush left."""
    wide = max(line.shape[1] for line in lines)
    sheet = np.zeros((sum(line.shape[0] for line in lines) + gap * (len(lines) - 1), wide), np.float32)
    y = 0
    for line in lines:
        x = 0 if left else (wide - line.shape[1]) // 2
        sheet[y : y + line.shape[0], x : x + line.shape[1]] = line
        y += line.shape[0] + gap
    return sheet
