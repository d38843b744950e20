"""Drawn shapes as masks: icons, stickers and things."""

from collections.abc import Callable, Sequence

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from app.model.poster_image import Pixels
from benchmarks.attacks.nineteenth.lettering import Mask

Point = tuple[float, float]


def drawn(draw_on: Callable[[ImageDraw.ImageDraw], object], width: int = 256, height: int = 256) -> Mask:
    """What a function draws in white, smoothed."""
    image = Image.new("L", (2 * width, 2 * height))
    draw_on(ImageDraw.Draw(image))
    return np.asarray(image.resize((width, height), Image.Resampling.LANCZOS), np.float32) / np.float32(255)


def polygon(points: Sequence[Point], width: int = 256, height: int = 256) -> Mask:
    """A filled outline; the points in 0..1."""
    return drawn(
        lambda draw: draw.polygon([(2 * width * x, 2 * height * y) for x, y in points], fill=255), width, height
    )


def outline(points: str, width: int = 256, height: int = 256) -> Mask:
    """A polygon from "x,y x,y"."""
    return polygon([(float(x), float(y)) for x, y in (point.split(",") for point in points.split())], width, height)


def rounded(width: int, height: int, radius: int) -> Mask:
    """A rectangle with round corners."""
    return drawn(
        lambda draw: draw.rounded_rectangle((0, 0, 2 * width - 1, 2 * height - 1), 2 * radius, fill=255), width, height
    )


def _heart() -> Mask:
    turn = np.linspace(0, 2 * np.pi, 80)
    x, y = 16 * np.sin(turn) ** 3, 13 * np.cos(turn) - 5 * np.cos(2 * turn) - 2 * np.cos(3 * turn) - np.cos(4 * turn)
    return polygon([(float(a), float(b)) for a, b in zip(0.5 + x / 33, 0.45 - y / 33, strict=True)])


def star(spikes: int = 5, inner: float = 0.42) -> Mask:
    """A star with that many points."""
    turn = np.arange(2 * spikes) * np.pi / spikes - np.pi / 2
    reach = np.where(np.arange(2 * spikes) % 2 == 0, 0.5, 0.5 * inner)
    return polygon(
        [(float(x), float(y)) for x, y in zip(0.5 + reach * np.cos(turn), 0.5 + reach * np.sin(turn), strict=True)]
    )


def _smiley() -> Mask:
    def features(draw: ImageDraw.ImageDraw) -> None:
        draw.ellipse((150, 150, 200, 225), fill=255)
        draw.ellipse((312, 150, 362, 225), fill=255)
        draw.arc((130, 160, 382, 410), 20, 160, fill=255, width=28)

    return drawn(features)


def _speech() -> Mask:
    def bubble(draw: ImageDraw.ImageDraw) -> None:
        draw.rounded_rectangle((4, 20, 508, 380), 120, fill=255)
        draw.polygon([(90, 350), (80, 500), (220, 370)], fill=255)

    return drawn(bubble)


DISC = drawn(lambda draw: draw.ellipse((2, 2, 509, 509), fill=255))
RING = drawn(lambda draw: draw.ellipse((6, 6, 505, 505), outline=255, width=34))
HEART = _heart()
STAR = star()
SMILEY = _smiley()
SPEECH = _speech()
PLANE = outline("0.02,0.1 0.98,0.5 0.02,0.9 0.15,0.56 0.6,0.5 0.15,0.44")
PLAY = outline("0.1,0.02 0.95,0.5 0.1,0.98")
PAUSE = outline("0.18,0.08 0.39,0.08 0.39,0.92 0.61,0.92 0.61,0.08 0.82,0.08 0.82,0.92 0.61,0.92 0.39,0.92 0.18,0.92")
RIBBON_N = outline("0.16,0 0.36,0 0.64,0.66 0.64,0 0.84,0 0.84,1 0.64,1 0.36,0.34 0.36,1 0.16,1")
PEAK = outline("0,0.9 0.3,0.35 0.42,0.55 0.6,0.12 1,0.9")
CRESCENT = np.clip(DISC - np.roll(np.pad(DISC[:, :-60], ((0, 0), (60, 0))), -20, 0), 0, 1)
CAR = outline(
    "0,0.78 0.02,0.5 0.2,0.44 0.34,0.18 0.66,0.18 0.8,0.44 0.97,0.5 1,0.78 0.9,0.78 0.88,0.95 0.78,0.95 "
    "0.74,0.78 0.28,0.78 0.24,0.95 0.14,0.95 0.1,0.78",
    400,
    200,
)
CASTLE = outline(
    "0,1 0,0.4 0.06,0.4 0.1,0.2 0.14,0.4 0.2,0.4 0.2,0.6 0.4,0.6 0.4,0.25 0.5,0 0.6,0.25 0.6,0.6 0.78,0.6 "
    "0.78,0.35 0.86,0.12 0.94,0.35 1,0.35 1,1",
    360,
    320,
)
SWORD = outline(
    "0.5,0 0.62,0.07 0.62,0.7 0.98,0.7 0.98,0.75 0.58,0.75 0.58,0.94 0.66,0.97 0.5,1 0.34,0.97 0.42,0.94 "
    "0.42,0.75 0.02,0.75 0.02,0.7 0.38,0.7 0.38,0.07",
    110,
    460,
)
BOLT = outline("0.55,0 0.2,0.3 0.45,0.33 0.1,0.62 0.42,0.62 0.3,1 0.85,0.5 0.58,0.5 0.9,0.22 0.62,0.2", 200, 460)
SAUCER = outline("0,0.6 0.25,0.42 0.35,0.15 0.5,0.08 0.65,0.15 0.75,0.42 1,0.6 0.75,0.76 0.25,0.76", 420, 200)
FIN = outline("0,1 0.2,0.75 0.45,0.35 0.8,0 0.72,0.4 0.8,0.75 1,1", 300, 300)
PALM = outline(
    "0.46,1 0.47,0.4 0.1,0.6 0.22,0.3 0,0.2 0.35,0.16 0.45,0 0.6,0.14 0.9,0.05 0.78,0.25 1,0.5 0.62,0.35 "
    "0.54,0.4 0.56,1",
    300,
    420,
)
FLAMES = outline(
    "0,1 0.02,0.6 0.08,0.15 0.15,0.65 0.23,0.3 0.3,0.7 0.38,0.05 0.5,0.62 0.57,0.25 0.66,0.7 0.75,0.1 "
    "0.83,0.6 0.9,0.35 1,0.75 1,1",
    480,
    320,
)


def emoji(sign: str, side: int) -> tuple[Mask, Pixels]:
    """A colour emoji's mask and pixels, so high; a yellow disc without the typeface."""
    image = Image.new("RGBA", (136, 128))
    try:
        font = ImageFont.truetype("NotoColorEmoji.ttf", 109)
        ImageDraw.Draw(image).text((0, 0), sign, font=font, embedded_color=True)
    except OSError:
        ImageDraw.Draw(image).ellipse((4, 0, 131, 127), fill=(255, 214, 60, 255))
    values = np.asarray(image.resize((side, side), Image.Resampling.LANCZOS))
    return values[..., 3].astype(np.float32) / np.float32(255), np.ascontiguousarray(values[..., :3])
