"""Lettering as RGBA layers, laying layers over a poster, painting over, blending in and matching colours."""

import textwrap
from dataclasses import dataclass

import cv2
import numpy as np
from PIL import Image, ImageDraw

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import Colour, part_of
from benchmarks.attacks.lettering import named_font
from benchmarks.attacks.sixteenth.places import Mask

BOLD = ("DejaVuSans-Bold.ttf", "DejaVuSansCondensed-Bold.ttf", "DejaVuSerif-Bold.ttf", "DejaVuSerifCondensed-Bold.ttf")
BOLD += ("DejaVuSansMono-Bold.ttf", "DejaVuSans-BoldOblique.ttf", "DejaVuSerif-BoldItalic.ttf")
PLAIN = ("DejaVuSans.ttf", "DejaVuSansCondensed.ttf", "DejaVuSerif.ttf", "DejaVuSerif-Italic.ttf", "")
SIZE = 72


def colours(codes: str) -> tuple[Colour, ...]:
    return tuple((int(code[:2], 16), int(code[2:4], 16), int(code[4:], 16)) for code in codes.split())


COLOURS = colours("ffffff faf5e1 f5d746 e11e23 ff781e 141414 193282 78d7f0 6e1419 3cbe5a f05aaa")


@dataclass(frozen=True, slots=True)
class Style:
    face: str = "DejaVuSans-Bold.ttf"
    colour: Colour = (255, 255, 255)
    outline: Colour | None = None
    stretch: float = 1.0  # width against the typeface's own
    spacing: float = 0.0  # between letters, in letter sizes


def light_of(colour: Colour) -> float:
    return 0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2]


def style_for(ground: Pixels, rng: np.random.Generator, faces: tuple[str, ...] = BOLD) -> Style:
    grey = ground.reshape(-1, 3).astype(float) @ (0.299, 0.587, 0.114)
    clear = [colour for colour in COLOURS if abs(light_of(colour) - float(grey.mean())) > 105]
    colour = one_of(rng, clear or colours("ffffff" if grey.mean() < 128 else "0f0f0f"))
    outlined = grey.std() > 32 or rng.random() < 0.15
    outline = colours("0a0a0a" if light_of(colour) > 110 else "fafafa")[0] if outlined else None
    stretch = 1.0 if rng.random() < 0.4 else between(rng, 0.72, 1.25)
    return Style(one_of(rng, faces), colour, outline, stretch, 0.0 if rng.random() < 0.6 else between(rng, 0.03, 0.2))


def _drawn_line(text: str, style: Style) -> Image.Image:
    font = named_font(style.face if text.isascii() else style.face or PLAIN[0], SIZE)
    gap, stroke, x = style.spacing * SIZE, 6 if style.outline else 0, 20.0
    edge = style.outline or style.colour
    image = Image.new("RGBA", (int(font.getlength(text) * 1.2 + gap * len(text)) + 60, SIZE * 2), (*edge, 0))
    for piece in text if gap else (text,):
        ImageDraw.Draw(image).text((x, 24), piece, style.colour, font, stroke_width=stroke, stroke_fill=edge)
        x += font.getlength(piece) + gap
    left, _, right, _ = image.getchannel("A").getbbox() or (0, 0, 8, 8)
    return image.crop((left, 12, right, 12 + int(SIZE * 1.45)))


def lettered(text: str, style: Style, width: float, height: float, lines: int = 2, largest: float = 1e9) -> Image.Image:
    """The text as large as goes into width x height, on as many lines as suit it; largest: a line's height."""
    best, best_factor = Image.new("RGBA", (1, 1)), 0.0
    for count in range(1, min(lines, len(text.split())) + 1):
        most = max(4, len(text) * 11 // (10 * count) + 2)
        rows = [_drawn_line(line, style) for line in textwrap.wrap(text, most)]
        block = Image.new("RGBA", (max(row.width for row in rows), sum(row.height for row in rows)), (*style.colour, 0))
        for number, row in enumerate(rows):
            block.paste(row, ((block.width - row.width) // 2, number * row.height))
        block = block.crop(block.getchannel("A").getbbox())
        factor = min(width / (block.width * style.stretch), height / block.height, largest / (SIZE * 1.2))
        if factor > best_factor * 1.15:
            best, best_factor = block, factor
    size = max(3, round(best.width * best_factor * style.stretch)), max(3, round(best.height * best_factor))
    return best.resize(size, Image.Resampling.LANCZOS)


def lay(pixels: Pixels, layer: Image.Image, x: float, y: float) -> tuple[Pixels, Box]:
    """The layer over a copy of the poster, pushed inside it, and the tight box round what it covers."""
    height, width = pixels.shape[:2]
    if layer.width > width or layer.height > height:
        layer = layer.copy()
        layer.thumbnail((width, height))
    left, top = min(max(0, round(x)), width - layer.width), min(max(0, round(y)), height - layer.height)
    base, alpha = Image.fromarray(pixels), layer.getchannel("A")
    base.paste(layer.convert("RGB"), (left, top), alpha)
    inner = alpha.point([255 * (value > 24) for value in range(256)]).getbbox() or (0, 0, *layer.size)
    return np.array(base), Box(left + inner[0], top + inner[1], inner[2] - inner[0], inner[3] - inner[1])


def faded(layer: Image.Image, opacity: float) -> Image.Image:
    layer.putalpha(layer.getchannel("A").point([round(value * opacity) for value in range(256)]))
    return layer


def turned(layer: Image.Image, degrees: float) -> Image.Image:
    return layer.rotate(degrees, Image.Resampling.BICUBIC, expand=True)


def centred(pixels: Pixels, layer: Image.Image, room: Box) -> tuple[Pixels, Box]:
    return lay(pixels, layer, room.x + (room.width - layer.width) / 2, room.y + (room.height - layer.height) / 2)


def write(pixels: Pixels, text: str, room: Box, rng: np.random.Generator, lines: int = 2) -> tuple[Pixels, Box]:
    style = style_for(part_of(pixels, room), rng)
    return centred(pixels, lettered(text, style, room.width, room.height, lines), room)


def blend(under: Pixels, over: Pixels, mask: Mask) -> Pixels:
    mixed = under + (over.astype(np.float32) - under) * mask[..., None]
    return np.asarray(np.clip(np.round(mixed), 0, 255), np.uint8)


def ellipse_mask(pixels: Pixels, box: Box, feather: float) -> Mask:
    """1 within the box's ellipse; feather: how soft its edge is, in shares of the box's width."""
    mask = np.zeros(pixels.shape[:2], np.float32)
    middle = box.x + box.width // 2, box.y + box.height // 2
    cv2.ellipse(mask, middle, (round(box.width * 0.46), round(box.height * 0.46)), 0, 0, 360, 1.0, -1)
    return np.asarray(cv2.GaussianBlur(mask, (0, 0), max(1.0, feather * box.width)), np.float32)


def painted_over(pixels: Pixels, box: Box, rng: np.random.Generator) -> Pixels:
    """The box filled from its surroundings, with their grain, as a healing brush does."""
    mask = np.zeros(pixels.shape[:2], np.uint8)
    part_of(mask, box)[:] = 255
    factor = min(1.0, 150 / max(pixels.shape[:2]))
    small = cv2.resize(pixels, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    small_mask = cv2.dilate(cv2.resize(mask, small.shape[1::-1], interpolation=cv2.INTER_NEAREST), np.ones((3, 3)))
    filled = cv2.inpaint(small, small_mask, 4, cv2.INPAINT_TELEA)
    filled = cv2.resize(filled, pixels.shape[1::-1], interpolation=cv2.INTER_CUBIC)
    filled = cv2.GaussianBlur(filled, (0, 0), pixels.shape[1] / 100)
    grain = np.clip(filled + rng.normal(0, 3, filled.shape), 0, 255).astype(np.uint8)
    return blend(pixels, grain, np.asarray(cv2.GaussianBlur(mask, (0, 0), 1.2), np.float32) / np.float32(255))


def colour_matched(patch: Pixels, model: Pixels, strength: float = 0.75) -> Pixels:
    one = cv2.cvtColor(patch, cv2.COLOR_RGB2LAB).astype(np.float32)
    two = cv2.cvtColor(model, cv2.COLOR_RGB2LAB).astype(np.float32)
    ratio = np.clip((two.std((0, 1)) + 1) / (one.std((0, 1)) + 1), 0.6, 1.5)
    matched = (one - one.mean((0, 1))) * ratio + two.mean((0, 1))
    mixed = np.clip(one + (matched - one) * strength, 0, 255).astype(np.uint8)
    return np.asarray(cv2.cvtColor(mixed, cv2.COLOR_LAB2RGB), np.uint8)


def visible(before: Pixels, after: Pixels, box: Box, least: float = 20) -> bool:
    one, two = (cv2.GaussianBlur(part_of(picture, box), (0, 0), 1.5).astype(int) for picture in (before, after))
    return float(np.abs(one - two).max(axis=2).mean()) > least
