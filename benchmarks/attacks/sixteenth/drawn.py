"""Small things drawn as layers: stickers, signs, plates."""

import math
from collections.abc import Callable

import numpy as np
from PIL import Image, ImageDraw

from benchmarks.attacks.geometry import Colour
from benchmarks.attacks.sixteenth.lettering import Style, lettered

Points = list[tuple[float, float]]
_TURNS = np.linspace(0, 2 * math.pi, 60)
_DOWN = 13 * np.cos(_TURNS) - 5 * np.cos(2 * _TURNS) - 2 * np.cos(3 * _TURNS) - np.cos(4 * _TURNS)
HEART: Points = np.stack([0.5 + np.sin(_TURNS) ** 3 * 0.47, 0.46 - _DOWN / 34], 1).tolist()
_CORNERS = [(0.2 if step % 2 else 0.48, math.pi * (step / 5 - 0.5)) for step in range(10)]
STAR: Points = [(0.5 + reach * math.cos(angle), 0.5 + reach * math.sin(angle)) for reach, angle in _CORNERS]
TRIANGLE: Points = [(0.1, 0.0), (0.98, 0.5), (0.1, 1.0)]
ARROW: Points = [(0.02, 0.95), (0.1, 0.5), (0.55, 0.35), (0.55, 0.08), (0.98, 0.48), (0.55, 0.85), (0.55, 0.6)]
SPEECH: Points = [(0.5 + 0.46 * math.cos(turn), 0.45 + 0.4 * math.sin(turn)) for turn in np.linspace(2.3, 7.9, 40)]
SPEECH.append((0.1, 0.98))


def layer(width: float, height: float, draw: Callable[[ImageDraw.ImageDraw, float, float], None]) -> Image.Image:
    large = Image.new("RGBA", (max(4, round(width * 4)), max(4, round(height * 4))), (128, 128, 128, 0))
    draw(ImageDraw.Draw(large), large.width, large.height)
    return large.resize((max(1, round(width)), max(1, round(height))), Image.Resampling.LANCZOS)


def sign(size: float, points: Points, colour: Colour, line: Colour | None = None) -> Image.Image:
    return layer(size, size, lambda d, w, h: d.polygon([(w * x, w * y) for x, y in points], colour, line, int(w / 20)))


def plate(width: float, height: float, colour: Colour, opacity: float = 1.0, round_by: float = 0.0) -> Image.Image:
    fill = (*colour, round(255 * opacity))
    return layer(width, height, lambda d, w, h: d.rounded_rectangle((0, 0, w - 1, h - 1), h * round_by, fill))


def smiley(size: float, mood: str) -> Image.Image:
    def paint(draw: ImageDraw.ImageDraw, w: float, h: float) -> None:
        dark = (70, 45, 10)
        draw.ellipse((w * 0.02, h * 0.02, w * 0.98, h * 0.98), (255, 205, 60), (225, 160, 30), round(w * 0.03))
        for x in (0.32, 0.68):
            if mood == "love":
                draw.polygon([(w * (x - 0.17 + 0.34 * a), h * (0.2 + 0.34 * b)) for a, b in HEART], (225, 30, 50))
            else:
                draw.ellipse((w * (x - 0.06), h * 0.28, w * (x + 0.06), h * 0.46), dark)
            if mood == "cry":
                draw.ellipse((w * (x - 0.07), h * 0.46, w * (x + 0.07), h * 0.8), (90, 170, 240))
        top, start = (0.7, 180) if mood == "cry" else (0.4, 0)
        draw.chord((w * 0.25, h * top, w * 0.75, h * (top + 0.42)), start, start + 180, dark)

    return layer(size, size, paint)


def bubble(text: str, width: float, dark: bool) -> Image.Image:
    ground, ink = ((35, 35, 40), (255, 255, 255)) if dark else ((255, 255, 255), (20, 20, 20))
    result = Image.new("RGBA", (round(width), round(width * 0.5)), (*ground, 0))
    tail = sign(width * 0.25, [(0.0, 0.0), (0.8, 0.0), (0.1, 0.9)], ground)
    result.alpha_composite(tail, (round(width * 0.2), round(width * 0.28)))
    result.alpha_composite(plate(width, width * 0.4, ground, 1.0, 0.4))
    words = lettered(text, Style(colour=ink), width * 0.8, width * 0.25)
    result.alpha_composite(words, ((result.width - words.width) // 2, round((width * 0.4 - words.height) / 2)))
    return result


def play_button(size: float, colour: Colour, ground: Colour | None) -> Image.Image:
    ring = layer(size, size, lambda d, w, h: d.ellipse((4, 4, w - 5, h - 5), ground, colour, round(w * 0.05)))
    ring.alpha_composite(sign(size * 0.42, TRIANGLE, colour), (round(size * 0.34), round(size * 0.29)))
    return ring
