"""A copy of a poster to draw on, and lettering for it."""

from dataclasses import dataclass
from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import Colour, size_of, whole_of
from benchmarks.attacks.lettering import named_font
from benchmarks.attacks.values import Attacked, Matrix, OtherPoster, Part, SavedAs, identity

Mask = NDArray[np.float32]
Mode = Literal["normal", "screen", "multiply"]

SANS, SANS_LIGHT, SANS_PLAIN = "DejaVuSans-Bold", "DejaVuSans-ExtraLight", "DejaVuSans"
NARROW, SERIF, SERIF_PLAIN = "DejaVuSansCondensed-Bold", "DejaVuSerif-Bold", "DejaVuSerifCondensed"
ITALIC, MONO = "DejaVuSerif-BoldItalic", "DejaVuSansMono-Bold"
WHITE, BLACK = (255, 255, 255), (0, 0, 0)
DRAWN_AT = 96


@dataclass(frozen=True, slots=True)
class Look:
    """How a line is set. tracking: ems between letters. shadow, opacity: 0..1. widest: share of the sheet's width."""

    face: str = SANS
    tracking: float = 0.0
    squeeze: float = 1.0
    slant: float = 0.0
    shadow: float = 0.0
    outline: Colour | None = None
    glow: Colour | None = None
    lower: Colour | None = None
    opacity: float = 1.0
    widest: float = 0.94


def words(text: str, height: float, look: Look, widest: float = 1e9) -> Mask:
    """The tight mask of a line of words with capitals that many pixels high."""
    type_face = named_font(f"{look.face}.ttf", DRAWN_AT)
    gap = look.tracking * DRAWN_AT
    wide = int(type_face.getlength(text) + gap * len(text) + 2 * DRAWN_AT)
    image = Image.new("L", (wide, 2 * DRAWN_AT))
    pen = ImageDraw.Draw(image)
    x = DRAWN_AT / 2
    for letters in (text,) if not gap else text:
        pen.text((x, DRAWN_AT / 3), letters, font=type_face, fill=255)
        x += type_face.getlength(letters) + gap
    if look.slant:
        shear = (1, look.slant, -look.slant * DRAWN_AT, 0, 1, 0)
        image = image.transform(image.size, Image.Transform.AFFINE, shear, Image.Resampling.BICUBIC)
    image = image.crop(image.getbbox())
    factor = height / (0.73 * DRAWN_AT)
    across = image.width * factor * look.squeeze
    if across > widest:
        factor, across = factor * max(0.55, widest / across), widest
    size = (max(2, round(across)), max(2, round(image.height * factor)))
    way = Image.Resampling.BOX if factor < 0.5 else Image.Resampling.BICUBIC
    return as_mask(np.asarray(image.resize(size, way)) / 255)


def as_mask(values: object) -> Mask:
    """Any array of numbers as a mask."""
    return np.asarray(values, np.float32)


def padded(mask: Mask, by: int) -> Mask:
    """With empty space on all sides."""
    return np.pad(mask, by)


def blurred(mask: Mask, sigma: float) -> Mask:
    """Smoothed."""
    return np.asarray(cv2.GaussianBlur(mask, (0, 0), max(0.3, sigma)), np.float32)


def grown(mask: Mask, by: float) -> Mask:
    """Thicker by that many pixels; the mask must have room."""
    side = 2 * max(1, round(by)) + 1
    return np.asarray(cv2.dilate(mask, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side))), np.float32)


class Sheet:
    """pixels: the copy drawn upon. boxes: what was really changed. parts: where other posters lie."""

    def __init__(self, picture: Pixels) -> None:
        self.pixels: Pixels = picture.copy()
        self.width, self.height = size_of(picture)
        self.boxes: list[Box] = []
        self.parts: list[Part] = []

    def ink(
        self, mask: Mask, x: float, y: float, paint: Colour | Pixels, opacity: float = 1.0, mode: Mode = "normal"
    ) -> Box:
        """Lays paint through a mask with its corner at (x, y); the box of what lies on the sheet."""
        left, top = round(x), round(y)
        x0, y0 = min(max(0, left), self.width - 1), min(max(0, top), self.height - 1)
        x1 = max(x0 + 1, min(self.width, left + mask.shape[1]))
        y1 = max(y0 + 1, min(self.height, top + mask.shape[0]))
        rows, columns = slice(y0 - top, y1 - top), slice(x0 - left, x1 - left)
        alpha = mask[rows, columns, None] * opacity
        if alpha.size:
            ground = self.pixels[y0:y1, x0:x1].astype(np.float32)
            colour = np.asarray(paint, np.float32)
            colour = colour[rows, columns] if colour.ndim == 3 else colour
            if mode == "screen":
                colour = as_mask(255 - (255 - ground) * (255 - colour) / 255)
            elif mode == "multiply":
                colour = as_mask(ground * colour / 255)
            self.pixels[y0:y1, x0:x1] = np.clip(ground + (colour - ground) * alpha + 0.5, 0, 255).astype(np.uint8)
        return Box(x0, y0, x1 - x0, y1 - y0)

    def block(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        colour: Colour,
        *,
        round_by: float = 0,
        opacity: float = 1.0,
    ) -> Box:
        """A filled rectangle, with round corners if wanted."""
        size = (max(1, round(width)), max(1, round(height)))
        image = Image.new("L", (size[0] * 3, size[1] * 3))
        ImageDraw.Draw(image).rounded_rectangle((0, 0, size[0] * 3 - 1, size[1] * 3 - 1), round_by * 3, fill=255)
        mask = as_mask(np.asarray(image.resize(size, Image.Resampling.BOX)) / 255)
        return self.ink(mask, x, y, colour, opacity)

    def line(
        self,
        text: str,
        centre: float,
        top: float,
        height: float,
        colour: Colour,
        look: Look | None = None,
        *,
        left: bool = False,
    ) -> Box:
        """A line of words, centred (or with its left end) there; its box."""
        look = look or Look()
        mask = words(text, max(4.0, height), look, look.widest * self.width)
        x = centre if left else centre - mask.shape[1] / 2
        return self.letters(mask, x, top, height, colour, look)

    def letters(self, mask: Mask, x: float, y: float, height: float, colour: Colour, look: Look) -> Box:
        """A mask of letters with the shadow, glow, outline and gradient of a look."""
        room = max(2, round(height * 0.5))
        wide = padded(mask, room)
        off = max(1.0, height * 0.07)
        if look.glow:
            self.ink(np.clip(blurred(wide, height * 0.16) * 1.6, 0, 1), x - room, y - room, look.glow, look.opacity)
        if look.shadow:
            self.ink(blurred(wide, off), x - room + off, y - room + off, BLACK, look.shadow)
        if look.outline:
            self.ink(grown(wide, height * 0.06), x - room, y - room, look.outline, look.opacity)
        paint: Colour | Pixels = colour
        if look.lower:
            ramp = np.linspace(0, 1, mask.shape[0])[:, None, None]
            shade = np.asarray(colour) * (1 - ramp) + np.asarray(look.lower) * ramp
            paint = np.broadcast_to(shade, (*mask.shape, 3)).astype(np.uint8)
        return self.ink(mask, x, y, paint, look.opacity)

    def changed(self, *boxes: Box) -> None:
        """Notes real changes."""
        self.boxes += boxes

    def done_with(self, other: OtherPoster, made: Box) -> Attacked:
        """What was made of the whole poster, with something of another one in that place."""
        self.changed(made)
        self.parts += [Part("", whole_of(self.pixels)), Part(other.name, made)]
        return self.done(other.name)

    def done(self, note: str = "", place: Matrix | None = None, saved_as: SavedAs | None = None) -> Attacked:
        """What was made."""
        place = identity() if place is None else place
        saved_as = saved_as or SavedAs()
        return Attacked(self.pixels, tuple(self.boxes), note, place, saved_as, tuple(self.parts))
