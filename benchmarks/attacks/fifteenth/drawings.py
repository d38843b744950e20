"""Small drawings on clear ground: stickers, signs, objects. side, length, across: pixels."""

import math

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from benchmarks.attacks.geometry import Colour

FINE = 4
TURNS = np.linspace(0, 2 * math.pi, 90)
SIGNS: dict[str, list[tuple[float, float]]] = {
    "heart": [(16 * math.sin(t) ** 3 / 17,
               -(13 * math.cos(t) - 5 * math.cos(2 * t) - 2 * math.cos(3 * t)) / 17 - 0.1) for t in TURNS],
    "star": [((1 - 0.55 * (k % 2)) * math.sin(k * math.pi / 5), (0.55 * (k % 2) - 1) * math.cos(k * math.pi / 5))
             for k in range(10)],
    "sword": [(0, -1), (0.07, -0.85), (0.06, 0.45), (0.28, 0.45), (0.28, 0.55), (0.05, 0.55), (0.05, 0.88), (0.09, 1),
              (-0.09, 1), (-0.05, 0.88), (-0.05, 0.55), (-0.28, 0.55), (-0.28, 0.45), (-0.06, 0.45), (-0.07, -0.85)],
    "car": [(-0.99, 0.24), (-0.96, 0), (-0.6, -0.08), (-0.32, -0.4), (0.32, -0.42), (0.64, -0.08), (0.95, 0),
            (0.99, 0.26), *((0.56 + 0.17 * math.cos(t), 0.26 + 0.17 * math.sin(t)) for t in TURNS[:45]),
            *((-0.56 + 0.17 * math.cos(t), 0.26 + 0.17 * math.sin(t)) for t in TURNS[:45])],
    "play": [(-0.7, -0.95), (0.95, 0), (-0.7, 0.95)],
    "share": [(0.1, -0.8), (1, 0), (0.1, 0.75), (0.1, 0.3), (-0.9, 0.7), (-0.5, -0.2), (0.1, -0.35)],
    "comment": [*((0.95 * math.cos(t), 0.75 * math.sin(t) - 0.15) for t in TURNS[28:]), (0.95, -0.1),
                *((0.95 * math.cos(t), 0.75 * math.sin(t) - 0.15) for t in TURNS[:20]), (-0.6, 0.95)]}  # fmt: skip


def _sheet(across: int, down: int) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    sheet = Image.new("RGBA", (across * FINE, down * FINE))
    return sheet, ImageDraw.Draw(sheet)


def _done(sheet: Image.Image) -> Image.Image:
    return sheet.resize((sheet.width // FINE, sheet.height // FINE), Image.Resampling.BOX)


def sign(kind: str, side: int, colour: Colour, rim: Colour | None = None) -> Image.Image:
    """A plain shape, if wished with a rim like a sticker's."""
    sheet, draw = _sheet(side, side)
    middle = side * FINE / 2
    for share, fill in ((1.0, colour),) if rim is None else ((1.0, rim), (0.82, colour)):
        draw.polygon([(middle + x * share * middle, middle + y * share * middle) for x, y in SIGNS[kind]], fill=fill)
    return _done(sheet)


def smiley(side: int, mood: str) -> Image.Image:
    """A yellow face. mood: smile, love or glasses."""
    sheet, draw = _sheet(side, side)
    unit = side * FINE / 20
    draw.circle((10 * unit, 10 * unit), 9.5 * unit, (255, 204, 51), (214, 150, 20), round(unit * 0.6))
    draw.chord((5 * unit, 7 * unit, 15 * unit, 16.5 * unit), 10, 170, fill=(110, 40, 20))
    for middle in (6.5, 13.5):
        wide, fill = {"love": (2.4, (228, 30, 50)), "glasses": (3.4, (20, 20, 24))}.get(mood, (1.2, (70, 40, 10)))
        draw.ellipse(((middle - wide) * unit, 5.6 * unit, (middle + wide) * unit, 9.2 * unit), fill=fill)
    return _done(sheet)


def moon(side: int, rng: np.random.Generator) -> Image.Image:
    """A full moon with craters and a glow."""
    tint: Colour = (238, 236, 220) if rng.random() < 0.6 else (226, 96, 62)
    glow = Image.new("RGBA", (side * FINE, side * FINE), (*tint, 0))
    ImageDraw.Draw(glow).circle((side * FINE / 2,) * 2, side * FINE * 0.43, (*tint, 190))
    glow = glow.filter(ImageFilter.GaussianBlur(side * FINE * 0.03))
    draw = ImageDraw.Draw(glow)
    draw.circle((side * FINE / 2,) * 2, side * FINE * 0.4, tint)
    for angle, away, size in rng.uniform((0, 0, 0.02), (6.28, 0.3, 0.07), (14, 3)):
        middle = (side * FINE * (0.5 + math.cos(angle) * away), side * FINE * (0.5 + math.sin(angle) * away))
        draw.circle(middle, side * FINE * size, tuple(round(value * (0.72 + size * 2)) for value in tint))
    return _done(glow)


def fire(across: int, down: int, rng: np.random.Generator) -> Image.Image:
    """Flames that stand on the lower edge."""
    sheet, steps = Image.new("RGBA", (across, down), (255, 90, 0, 0)), np.linspace(0, 1, 20)
    for share, colour in ((1.0, (214, 40, 8, 215)), (0.74, (255, 122, 10, 225)), (0.48, (255, 214, 70, 235))):
        layer = Image.new("RGBA", sheet.size, (*colour[:3], 0))
        for _ in range(16):
            x, wide = rng.uniform(0.05, 0.95) * across, rng.uniform(0.06, 0.12) * across
            tall = down * share * rng.uniform(0.55, 0.97) * (1 - 0.8 * abs(x / across - 0.5))
            middle = x + rng.uniform(-0.6, 0.6) * wide * steps**2 + wide * (1 - steps) ** 0.7 * np.sin(steps * 5) * 0.25
            spread = wide * (1 - steps) ** 0.8 * share
            edge = np.concatenate([middle - spread, (middle + spread)[::-1]])
            rise = down - tall * np.concatenate([steps, steps[::-1]])
            ImageDraw.Draw(layer).polygon([(float(a), float(b)) for a, b in zip(edge, rise, strict=True)], fill=colour)
        sheet = Image.alpha_composite(sheet, layer.filter(ImageFilter.GaussianBlur(max(1.0, across * 0.008))))
    return sheet
