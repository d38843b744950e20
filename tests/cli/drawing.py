"""Posters drawn for the tests of the command line: full of detail, the same for the same seed."""

import random
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont


def draw_poster(seed: int, title: str = "", size: tuple[int, int] = (400, 600)) -> Image.Image:
    """A picture of a few hundred shapes, with a title on a band at the foot."""
    width, height = size
    chance = random.Random(seed)
    picture = Image.new("RGB", size, _colour(chance))
    draw = ImageDraw.Draw(picture)
    for _ in range(260):
        x, y = chance.randrange(width), chance.randrange(height)
        reach = chance.randrange(8, 70)
        box = (x - reach, y - reach // 2, x + reach, y + reach // 2)
        chance.choice((draw.ellipse, draw.rectangle))(box, fill=_colour(chance), outline=_colour(chance))
    if title:
        draw.rectangle((0, height - 110, width, height - 40), fill="black")
        draw.text((width // 2, height - 75), title, fill="white", font=ImageFont.load_default(40), anchor="mm")
    return picture


def save_poster(path: Path, seed: int, title: str = "") -> Path:
    """Draw a poster into a file whose suffix names the format."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draw_poster(seed, title).save(path)
    return path


def _colour(chance: random.Random) -> tuple[int, int, int]:
    return chance.randrange(256), chance.randrange(256), chance.randrange(256)
