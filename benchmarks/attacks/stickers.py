"""Emoji-like stickers, drawn four times too large and shrunk: (pixels, mask) of a square side."""

from collections.abc import Callable

import numpy as np
from PIL import Image, ImageDraw

from app.model.poster_image import Pixels
from benchmarks.attacks.paint import Mask

Sticker = tuple[Pixels, Mask]
Points = list[tuple[float, float]]
YELLOW, DARK, RED, ORANGE, WHITE = "#ffcc22", "#5a3a00", "#e0245e", "#ff6a00", "#ffffff"
BIG = 256


def _finish(image: Image.Image, side: int, rng: np.random.Generator) -> Sticker:
    """Maybe a white cut-out edge, a slight turn, then down to the side asked for."""
    if rng.random() < 0.4:
        alpha = np.asarray(image.getchannel("A"), np.uint8)
        grown = Image.fromarray(alpha).resize((BIG + 24, BIG + 24)).crop((12, 12, BIG + 12, BIG + 12))
        edge = Image.new("RGBA", (BIG, BIG), (255, 255, 255, 0))
        edge.putalpha(grown)
        edge.alpha_composite(image)
        image = edge
    image = image.rotate(float(rng.uniform(-18, 18)), Image.Resampling.BICUBIC)
    small = np.asarray(image.resize((side, side), Image.Resampling.LANCZOS))
    pixels: Pixels = np.ascontiguousarray(small[:, :, :3], np.uint8)
    return pixels, small[:, :, 3].astype(np.float32) / np.float32(255)


def _sheet() -> tuple[Image.Image, ImageDraw.ImageDraw]:
    image = Image.new("RGBA", (BIG, BIG), (0, 0, 0, 0))
    return image, ImageDraw.Draw(image)


def smiley(side: int, rng: np.random.Generator) -> Sticker:
    """A yellow face: laughing, or with hearts or wide eyes."""
    image, draw = _sheet()
    draw.ellipse((14, 14, 242, 242), fill=YELLOW, outline="#e0a800", width=5)
    mood = int(rng.integers(3))
    for x in (88, 168):
        if mood == 0:
            draw.ellipse((x - 16, 78, x + 16, 122), fill=DARK)
        elif mood == 1:
            draw.polygon(_heart_points(x, 100, 28), fill=RED)
        else:
            draw.arc((x - 24, 82, x + 24, 128), 180, 360, fill=DARK, width=11)
    draw.chord((70, 108, 186, 212), 0, 180, fill=DARK if mood != 2 else WHITE, outline=DARK, width=6)
    return _finish(image, side, rng)


def heart(side: int, rng: np.random.Generator) -> Sticker:
    """A heart in red, pink or purple."""
    image, draw = _sheet()
    draw.polygon(_heart_points(128, 128, 108), fill=str(rng.choice([RED, "#ff5fa2", "#8e44ff", "#ffffff"])))
    return _finish(image, side, rng)


def star(side: int, rng: np.random.Generator) -> Sticker:
    """A five-pointed star."""
    image, draw = _sheet()
    points: Points = []
    for step in range(10):
        radius = 115 if step % 2 == 0 else 48
        angle = np.pi * step / 5 - np.pi / 2
        points.append((128 + radius * np.cos(angle), 132 + radius * np.sin(angle)))
    draw.polygon(points, fill="#ffd93b", outline="#e8a200")
    return _finish(image, side, rng)


def fire(side: int, rng: np.random.Generator) -> Sticker:
    """A flame with a lighter heart."""
    image, draw = _sheet()
    for scale, colour in ((1.0, "#ff4a1c"), (0.68, ORANGE), (0.4, "#ffd24a")):
        outline = ((0, -118), (34, -60), (62, -76), (84, 10), (58, 86), (0, 108), (-60, 86), (-82, 14), (-48, -46))
        draw.polygon([(128 + x * scale, 134 + (y - 100) * scale + 100) for x, y in outline], fill=colour)
    return _finish(image, side, rng)


def arrow(side: int, rng: np.random.Generator) -> Sticker:
    """A fat arrow pointing anywhere."""
    image, draw = _sheet()
    colour = str(rng.choice(["#e81123", "#ffde00", WHITE]))
    shape = [(20, 104), (140, 104), (140, 50), (240, 128), (140, 206), (140, 152), (20, 152)]
    draw.polygon(shape, fill=colour, outline="#202020", width=5)
    image = image.rotate(float(rng.uniform(0, 360)), Image.Resampling.BICUBIC)
    return _finish(image, side, rng)


def circle(side: int, rng: np.random.Generator) -> Sticker:
    """A red ring drawn around something."""
    image, draw = _sheet()
    squash = int(rng.integers(0, 40))
    draw.ellipse((8, 8 + squash, 248, 248 - squash), outline="#ff1a1a", width=int(rng.integers(12, 22)))
    return _finish(image, side, rng)


def _heart_points(x: float, y: float, half: float) -> Points:
    turn = np.linspace(0, 2 * np.pi, 60)
    across = 16 * np.sin(turn) ** 3
    down = -(13 * np.cos(turn) - 5 * np.cos(2 * turn) - 2 * np.cos(3 * turn) - np.cos(4 * turn))
    return [(x + half * a / 17, y + half * d / 17) for a, d in zip(across, down, strict=True)]


STICKERS: tuple[tuple[str, Callable[[int, np.random.Generator], Sticker]], ...] = (
    ("smiley", smiley),
    ("heart", heart),
    ("star", star),
    ("fire", fire),
    ("arrow", arrow),
    ("circle", circle),
)
