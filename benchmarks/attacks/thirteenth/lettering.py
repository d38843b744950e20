"""Words as clear layers, and the colours they can be read in."""

from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import Colour, part_of
from benchmarks.attacks.lettering import named_font
from benchmarks.attacks.thirteenth.layers import laid, median_colour

BOLD = (
    "DejaVuSans-Bold.ttf",
    "DejaVuSansCondensed-Bold.ttf",
    "DejaVuSerif-Bold.ttf",
    "DejaVuSerifCondensed-Bold.ttf",
    "DejaVuSans-BoldOblique.ttf",
    "DejaVuSerif-BoldItalic.ttf",
    "DejaVuSansMono-Bold.ttf",
)
SCREEN = ("DejaVuSans.ttf", "DejaVuSansCondensed.ttf", "")  # "": Pillow's own
PLAIN = (*SCREEN, "DejaVuSerif.ttf", "DejaVuSerifCondensed.ttf", "DejaVuSerif-Italic.ttf")
WHITE, BLACK = (255, 255, 255), (0, 0, 0)
INKS: tuple[Colour, ...] = (
    WHITE,
    BLACK,
    (245, 232, 200),
    (250, 210, 40),
    (215, 30, 35),
    (205, 165, 90),
    (70, 180, 235),
    (240, 120, 30),
    (25, 45, 110),
    (120, 15, 25),
)


@dataclass(frozen=True, slots=True)
class Style:
    """How words look. stretch: width of the letters, 1 as designed."""

    face: str
    colour: Colour = WHITE
    outline: Colour | None = None
    shadow: bool = False
    stretch: float = 1.0
    opacity: float = 1.0


def words(text: str, style: Style, size: float) -> Image.Image:
    """The text on a clear ground, lines centred, cut to what is drawn."""
    font, rim = named_font(style.face, round(size * 4) / 4), max(1, round(size / 16)) if style.outline else 0
    wide = max(font.getlength(row) for row in text.split("\n"))
    image = Image.new("RGBA", (round(wide + 2 * size), round(size * (1.4 * text.count("\n") + 3))))
    draw, away = ImageDraw.Draw(image), max(1.5, size / 14)
    if style.shadow:
        draw.text((size + away, size / 2 + away), text, (0, 0, 0, 200), font, align="center")
    draw.text((size, size / 2), text, style.colour, font, align="center", stroke_width=rim, stroke_fill=style.outline)
    image = image.crop(image.getbbox() or (0, 0, 4, 4))
    image = image.resize((max(4, round(image.width * style.stretch)), image.height), Image.Resampling.LANCZOS)
    image.putalpha(image.getchannel("A").point(lambda value: round(value * style.opacity)))
    return image


def words_within(text: str, style: Style, width: float, height: float) -> Image.Image:
    """The text as large as fits the width and the height."""
    probe = words(text, style, 60)
    image = words(text, style, max(5.0, 60 * min(width / probe.width, height / probe.height)))
    factor = min(width / image.width, height / image.height)
    size = max(4, round(image.width * factor)), max(4, round(image.height * factor))
    return image.resize(size, Image.Resampling.LANCZOS)


def brightness(colour: Colour) -> float:
    """Relative luminance, 0..1."""
    return float((np.array(colour) / 255) ** 2.2 @ np.array([0.2126, 0.7152, 0.0722]))


def contrast(one: Colour, other: Colour) -> float:
    """1 for like colours, 21 for black on white."""
    low, high = sorted((brightness(one), brightness(other)))
    return (high + 0.05) / (low + 0.05)


def readable(rng: np.random.Generator, ground: Pixels, face: str, wish: Colour | None = None) -> Style:
    """A style that can be read on this ground: the wished colour where it can, an outline on a restless ground."""
    middle = median_colour(ground)
    inks = [ink for ink in INKS if contrast(ink, middle) > 4.5] or [max(INKS, key=lambda ink: contrast(ink, middle))]
    colour = wish if wish is not None and contrast(wish, middle) > 3 else one_of(rng, inks)
    restless = float(ground.mean(axis=2).std()) > 32
    outline = (BLACK if brightness(colour) > 0.2 else WHITE) if restless else None
    shadow = not restless and brightness(colour) > 0.3 and rng.random() < 0.4
    return Style(face, colour, outline, shadow, one_of(rng, (1.0, 1.0, 0.8, 0.7, 1.15)))


def fit(text: str, style: Style, box: Box, align: float = 0.5) -> tuple[Image.Image, int, int]:
    """The text as large as fits a box, and where it then stands; align 0: left, 0.5: middle, 1: right."""
    image = words_within(text, style, box.width, box.height)
    return image, box.x + round((box.width - image.width) * align), box.y + (box.height - image.height) // 2


def write(
    pixels: Pixels, rng: np.random.Generator, text: str, box: Box, face: str, wish: Colour | None = None
) -> tuple[Pixels, Box]:
    """The picture with readable words in a box, and the tight box round them."""
    style = readable(rng, part_of(pixels, box), face, wish)
    return laid(pixels, *fit(text, style, box, between(rng, 0.3, 0.7)), 0.2)
