"""Lettering: many looks from the few typefaces every machine has."""

from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np
from PIL import Image, ImageDraw

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.geometry import size_of
from benchmarks.attacks.lettering import named_font
from benchmarks.attacks.sixth.tools import Layer, Mask, Tone, floats, layer_resized, paste, soften

BOLD = "cv:750"
SERIFS = ("DejaVuSerif-Bold", "DejaVuSerifCondensed-Bold", "DejaVuSerif", "DejaVuSerifCondensed")
SANSES = ("cv:400", "cv:600", "cv:850", "DejaVuSansCondensed-Bold", "DejaVuSans-Bold", "DejaVuSansCondensed", "aileron")
DRAWN_AT = 96


@dataclass(frozen=True, slots=True)
class Face:
    """A look of letters. stretch: width factor; slant: shear; weight, spacing: share of the letters' height."""

    font: str = BOLD
    stretch: float = 1.0
    slant: float = 0.0
    weight: float = 0.0
    spacing: float = 0.0


@dataclass(frozen=True, slots=True)
class Ink:
    """How letters are filled. lower: second colour of a vertical gradient; rim, shadow: share of the height."""

    colour: Tone = (255, 255, 255)
    lower: Tone | None = None
    rim: float = 0.0
    rim_colour: Tone = (0, 0, 0)
    shadow: float = 0.0
    opacity: float = 1.0


def _run(text: str, font: str, gap: int) -> Mask:
    """A line of text on a canvas with a fixed baseline, 0..1."""
    space = DRAWN_AT // 2
    width = (DRAWN_AT + max(0, gap)) * (len(text) + 2)
    canvas = np.zeros((DRAWN_AT * 2, width), np.uint8)
    if font.startswith("cv:"):
        face, x = cv2.FontFace("sans"), space
        for piece in text if gap else (text,):
            if piece == " ":
                x += DRAWN_AT // 4 + gap
                continue
            where = (x, DRAWN_AT + space // 2)
            cv2.putText(canvas, piece, where, (255,), face, int(DRAWN_AT * 0.95), int(font[3:]))
            x = int(np.nonzero(canvas.max(axis=0))[0][-1]) + DRAWN_AT // 14 + gap
        return floats(canvas / 255)
    image, along = Image.fromarray(canvas), float(space)
    draw, drawn_with = ImageDraw.Draw(image), named_font(f"{font}.ttf", DRAWN_AT)
    for piece in text if gap else (text,):
        draw.text((along, DRAWN_AT + space / 2), piece, fill=255, font=drawn_with, anchor="ls")
        along += drawn_with.getlength(piece) + gap
    return floats(np.asarray(image) / 255)


@lru_cache(maxsize=32)
def _capital(font: str) -> int:
    rows = np.nonzero(_run("H", font, 0).max(axis=1) > 0.5)[0]
    return max(8, int(rows[-1] - rows[0] + 1))


def mask_of(text: str, face: Face, capital: float) -> Mask:
    """A tight mask of one line whose capital letters are so many pixels high."""
    drawn_high = _capital(face.font)
    mask = _run(text, face.font, round(face.spacing * drawn_high))
    if face.weight > 0:
        reach = max(1, round(face.weight * drawn_high)) * 2 + 1
        mask = cv2.dilate(mask, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (reach, reach))).astype(np.float32)
    if face.slant:
        height, width = mask.shape
        shear = np.array([[1, -face.slant, face.slant * height / 2 + height], [0, 1, 0]], np.float32)
        mask = cv2.warpAffine(mask, shear, (width + 2 * height, height)).astype(np.float32)
    rows, columns = np.nonzero(mask > 0.3)
    if len(rows) == 0:
        return np.zeros((2, 2), np.float32)
    tight = mask[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]
    scale = capital / drawn_high
    size = max(2, round(tight.shape[1] * scale * face.stretch)), max(2, round(tight.shape[0] * scale))
    return np.asarray(cv2.resize(tight, size, interpolation=cv2.INTER_AREA), np.float32)


def stacked(lines: tuple[str, ...], face: Face, capital: float, *, centred: bool = True, lead: float = 0.55) -> Mask:
    """Several lines under each other in one mask."""
    masks = [mask_of(line, face, capital) for line in lines]
    gap = max(2, round(capital * lead))
    width = max(mask.shape[1] for mask in masks)
    canvas = np.zeros((sum(mask.shape[0] for mask in masks) + gap * (len(masks) - 1), width), np.float32)
    y = 0
    for mask in masks:
        x = (width - mask.shape[1]) // 2 if centred else 0
        canvas[y : y + mask.shape[0], x : x + mask.shape[1]] = mask
        y += mask.shape[0] + gap
    return canvas


def inked(mask: Mask, ink: Ink, capital: float) -> tuple[Layer, int]:
    """An RGBA layer of filled letters, and how much margin it has around the letters."""
    pad = int(np.ceil(capital * (ink.rim + ink.shadow * 2))) + 1
    body = np.pad(mask, pad)
    height = body.shape[0]
    down = np.linspace(0, 1, height, dtype=np.float32)[:, None, None]
    lower = ink.lower or ink.colour
    colour = floats(ink.colour) * (1 - down) + floats(lower) * down
    layer = np.zeros((*body.shape, 4), np.float32)
    layer[..., :3], layer[..., 3] = colour, body
    if ink.rim > 0:
        reach = max(1, round(capital * ink.rim)) * 2 + 1
        rim = cv2.dilate(body, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (reach, reach)))
        layer[..., :3] = floats(ink.rim_colour) * (1 - body[..., None]) + layer[..., :3] * body[..., None]
        layer[..., 3] = np.maximum(rim, body)
    if ink.shadow > 0:
        step = max(1, round(capital * ink.shadow))
        shade = soften(np.roll(layer[..., 3].copy(), (step, step), (0, 1)), step * 0.6) * 0.75
        over = layer[..., 3:]
        layer[..., :3] *= over
        alpha = over[..., 0] + shade * (1 - over[..., 0])
        layer[..., :3] /= np.maximum(alpha, 1e-3)[..., None]
        layer[..., 3] = alpha
    layer[..., 3] *= 255 * ink.opacity
    return layer, pad


def fits(mask: Mask, width: float, height: float) -> float:
    """The factor (1 or less) that brings a mask into so much room."""
    return float(min(1.0, width / mask.shape[1], height / mask.shape[0]))


def put(
    picture: Pixels, mask: Mask, ink: Ink, middle: tuple[float, float], capital: float, *, room: float = 0.94
) -> Pixels:
    """Letters centred on a point, made smaller and moved so that they stay inside the picture."""
    width, height = size_of(picture)
    layer, _ = inked(mask, ink, capital)
    factor = min(1.0, width * room / layer.shape[1], height * room / layer.shape[0])
    if factor < 1:
        layer = layer_resized(layer, round(layer.shape[1] * factor), round(layer.shape[0] * factor))
    rim = max(1, round(width * 0.012))
    x = int(np.clip(middle[0] - layer.shape[1] / 2, rim, max(rim, width - rim - layer.shape[1])))
    y = int(np.clip(middle[1] - layer.shape[0] / 2, rim, max(rim, height - rim - layer.shape[0])))
    return paste(picture, layer, x, y)


def some_face(rng: np.random.Generator) -> Face:
    """Any look that can be read."""
    font = one_of(rng, SERIFS if rng.random() < 0.35 else SANSES)
    stretch = float(rng.uniform(0.8, 1.15))
    slant = float(rng.uniform(0.1, 0.25)) if rng.random() < 0.2 else 0.0
    spacing = float(rng.uniform(0.08, 0.4)) if rng.random() < 0.35 else 0.0
    weight = float(rng.uniform(0.02, 0.05)) if rng.random() < 0.3 else 0.0
    return Face(font, stretch, slant, weight, spacing)
