"""Words as masks, and setting them on a picture so that they can be read."""

from dataclasses import dataclass

import cv2
import numpy as np
from PIL import Image, ImageDraw

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.fourteenth.paint import Mask, blurred, box_of, grown, lay, luma, rounded
from benchmarks.attacks.geometry import Colour, box_between, part_of, whole_of
from benchmarks.attacks.lettering import named_font

BOLD = (
    "DejaVuSans-Bold.ttf", "DejaVuSerif-Bold.ttf", "DejaVuSansCondensed-Bold.ttf", "DejaVuSerifCondensed-Bold.ttf",
    "DejaVuSans-BoldOblique.ttf", "DejaVuSansMono-Bold.ttf", "DejaVuSerif-BoldItalic.ttf",
)  # fmt: skip
PLAIN = ("DejaVuSans.ttf", "DejaVuSansCondensed.ttf", "DejaVuSerif.ttf", "DejaVuSerifCondensed-Italic.ttf", "")
APP = "DejaVuSansCondensed.ttf"
Point = tuple[float, float]
WHITE, BLACK = (255, 255, 255), (0, 0, 0)


@dataclass(frozen=True, slots=True)
class Style:
    """How words look. tall: letters stretched upwards. effect: plain, shadow, outline or plate."""

    face: str = BOLD[0]
    tall: float = 1.0
    spaced: bool = False
    effect: str = "plain"


def any_style(rng: np.random.Generator, faces: tuple[str, ...] = BOLD) -> Style:
    effect = one_of(rng, ("plain", "plain", "shadow", "shadow", "outline"))
    return Style(one_of(rng, faces), between(rng, 0.9, 1.5), bool(rng.random() < 0.2), effect)


def words(text: str, style: Style, size: int) -> Mask:
    """The trimmed mask of one or more lines, centred above each other."""
    text = "\n".join(" ".join(line) for line in text.split("\n")) if style.spaced else text
    drawn, pen = named_font(style.face, size), ImageDraw.Draw(Image.new("L", (1, 1)))
    left, top, right, bottom = pen.multiline_textbbox((0, 0), text, drawn, spacing=size // 5, align="center")
    image = Image.new("L", (int(right - left) + 2 * size, int(bottom - top) + 2 * size))
    place = (size - left, size - top)
    ImageDraw.Draw(image).multiline_text(place, text, 255, drawn, spacing=size // 5, align="center")
    mask = np.asarray(image, np.float32) / 255
    x, y, width, height = cv2.boundingRect((mask > 0.05).astype(np.uint8))
    return np.asarray(cv2.resize(mask[y : y + height, x : x + width], (width, round(height * style.tall))), np.float32)


def fitted(text: str, style: Style, width: float, height: float) -> Mask:
    """The words as large as the room allows; never under 9 pixels a line, which nobody could read."""
    trial = words(text, style, 80)
    return words(text, style, max(9, int(80 * min(width / trial.shape[1], height / trial.shape[0]))))


def set_words(canvas: Pixels, text: str, style: Style, middle: Point, room: Point, colour: Colour) -> Box:
    """Set words round a point into the room (width, height), moved inside the picture; their tight box."""
    mask = fitted(text, style, min(room[0], canvas.shape[1] * 0.94), min(room[1], canvas.shape[0] * 0.9))
    return set_mask(canvas, mask, style, middle, colour)


def set_mask(canvas: Pixels, mask: Mask, style: Style, middle: Point, colour: Colour) -> Box:
    """Set drawn words or a logo round a point, in black or white or outlined where they would be lost; their box."""
    (tall, wide), (height, width), limits = canvas.shape[:2], mask.shape, whole_of(canvas)
    pad = max(3, round(min(height * 0.35, tall * 0.02)))
    margin = max(3, wide // 60) + (pad if style.effect == "plate" else 0)
    x = int(np.clip(middle[0] - width / 2, margin, max(margin, wide - width - margin)))
    y = int(np.clip(middle[1] - height / 2, margin, max(margin, tall - height - margin)))
    box = box_between(x, y, x + width, y + height, limits) or limits
    lit = cv2.cvtColor(part_of(canvas, box), cv2.COLOR_RGB2GRAY) / 255.0
    if abs(lit.mean() - luma(colour)) < 0.45:
        colour = BLACK if lit.mean() > 0.55 else WHITE
    contrary = WHITE if luma(colour) < 0.5 else BLACK
    mixed = float((np.abs(lit - luma(colour)) < 0.3).mean()) > 0.1
    effect = "outline" if mixed and style.effect != "plate" else style.effect
    size = max(2 if mixed else 1, round(min(height, width, wide * 0.15) * 0.07))
    if effect == "plate":
        plate = rounded(width + 2 * pad, height + 2 * pad, 2)
        lay(canvas, plate, contrary, x - pad, y - pad)
        box = box_of(plate, limits, x - pad, y - pad)
    elif effect == "outline":
        edge = grown(mask, size)
        lay(canvas, edge, contrary, x - size, y - size)
        box = box_of(edge, limits, x - size, y - size)
    elif effect == "shadow":
        shade = blurred(grown(mask, size), size / 2)
        lay(canvas, shade, contrary, x, y, 0.7)
        box = box.union(box_of(shade, limits, x, y, 0.3))
    lay(canvas, mask, colour, x, y)
    return box
