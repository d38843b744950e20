"""Small flat pictures drawn from shapes: faces, hearts, flames, stars, thumbs, app signs."""

from collections.abc import Callable

import numpy as np
from PIL import Image, ImageDraw

from benchmarks.attacks.sixth.tools import Layer, Tone, layer_resized

SIDE = 256
Draw = ImageDraw.ImageDraw
YELLOW, BROWN, RED = (255, 204, 51), (102, 62, 20), (226, 44, 60)


def _curve(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """A closed smooth outline through points (0..1), by cutting corners."""
    for _ in range(4):
        ahead = points[1:] + points[:1]
        cut = []
        for (x, y), (next_x, next_y) in zip(points, ahead, strict=True):
            cut += [(0.75 * x + 0.25 * next_x, 0.75 * y + 0.25 * next_y)]
            cut += [(0.25 * x + 0.75 * next_x, 0.25 * y + 0.75 * next_y)]
        points = cut
    return [(x * SIDE, y * SIDE) for x, y in points]


def _disc(draw: Draw, x: float, y: float, across: float, down: float, colour: Tone) -> None:
    box = ((x - across) * SIDE, (y - down) * SIDE, (x + across) * SIDE, (y + down) * SIDE)
    draw.ellipse(box, fill=colour)


def _heart_at(draw: Draw, x: float, y: float, size: float, colour: Tone) -> None:
    turn = np.linspace(0, 2 * np.pi, 60)
    across = 16 * np.sin(turn) ** 3
    down = -(13 * np.cos(turn) - 5 * np.cos(2 * turn) - 2 * np.cos(3 * turn) - np.cos(4 * turn))
    points = zip(x + across / 34 * size, y + down / 34 * size, strict=True)
    draw.polygon([(px * SIDE, py * SIDE) for px, py in points], fill=colour)


def _round_face(draw: Draw) -> None:
    _disc(draw, 0.5, 0.5, 0.48, 0.48, (240, 170, 30))
    _disc(draw, 0.5, 0.48, 0.46, 0.455, YELLOW)


def _open_mouth(draw: Draw) -> None:
    draw.chord((0.24 * SIDE, 0.36 * SIDE, 0.76 * SIDE, 0.84 * SIDE), 0, 180, fill=BROWN)
    draw.chord((0.34 * SIDE, 0.66 * SIDE, 0.66 * SIDE, 0.9 * SIDE), 190, 350, fill=(235, 90, 90))


def grin(draw: Draw) -> None:
    """A laughing face."""
    _round_face(draw)
    _open_mouth(draw)
    for x in (0.34, 0.66):
        _disc(draw, x, 0.38, 0.055, 0.085, BROWN)


def in_love(draw: Draw) -> None:
    """A face with hearts for eyes."""
    _round_face(draw)
    _open_mouth(draw)
    for x in (0.3, 0.7):
        _heart_at(draw, x, 0.36, 0.3, RED)


def tears(draw: Draw) -> None:
    """A face that laughs until it cries."""
    _round_face(draw)
    _open_mouth(draw)
    for x in (0.33, 0.67):
        draw.arc(((x - 0.1) * SIDE, 0.32 * SIDE, (x + 0.1) * SIDE, 0.5 * SIDE), 180, 360, fill=BROWN, width=12)
    for x in (0.13, 0.87):
        _disc(draw, x, 0.54, 0.1, 0.12, (90, 180, 245))


def shades(draw: Draw) -> None:
    """A face in sunglasses."""
    _round_face(draw)
    draw.rectangle((0.1 * SIDE, 0.3 * SIDE, 0.9 * SIDE, 0.36 * SIDE), fill=(25, 25, 30))
    for x in (0.3, 0.7):
        draw.rounded_rectangle(((x - 0.16) * SIDE, 0.3 * SIDE, (x + 0.16) * SIDE, 0.54 * SIDE), 30, fill=(25, 25, 30))
    draw.arc((0.3 * SIDE, 0.46 * SIDE, 0.7 * SIDE, 0.78 * SIDE), 25, 155, fill=BROWN, width=12)


def shocked(draw: Draw) -> None:
    """A face with an open mouth."""
    _round_face(draw)
    for x in (0.33, 0.67):
        _disc(draw, x, 0.37, 0.1, 0.1, (255, 255, 255))
        _disc(draw, x, 0.37, 0.04, 0.04, BROWN)
    _disc(draw, 0.5, 0.7, 0.11, 0.14, BROWN)


def heart(draw: Draw) -> None:
    """A red heart."""
    _heart_at(draw, 0.5, 0.47, 0.98, RED)
    _disc(draw, 0.3, 0.3, 0.06, 0.045, (250, 150, 155))


def flame(draw: Draw) -> None:
    """A fire."""
    outer = [(0.5, 0.0), (0.66, 0.25), (0.75, 0.3), (0.9, 0.55), (0.84, 0.9), (0.5, 1.05), (0.15, 0.9)]
    draw.polygon(_curve([*outer, (0.08, 0.55), (0.24, 0.4), (0.3, 0.55), (0.42, 0.3)]), fill=(244, 92, 30))
    inner = [(0.52, 0.42), (0.68, 0.62), (0.7, 0.85), (0.5, 1.0), (0.3, 0.85), (0.33, 0.68), (0.44, 0.7)]
    draw.polygon(_curve(inner), fill=(255, 200, 60))


def star(draw: Draw) -> None:
    """A five-pointed star."""
    turns = np.arange(10) * np.pi / 5 - np.pi / 2
    reach = np.where(np.arange(10) % 2 == 0, 0.5, 0.22)
    points = [(SIDE * (0.5 + r * np.cos(a)), SIDE * (0.52 + r * np.sin(a))) for r, a in zip(reach, turns, strict=True)]
    draw.polygon(points, fill=(255, 196, 30))


def thumb(draw: Draw) -> None:
    """A thumb up."""
    hand = [(0.42, 0.05), (0.58, 0.08), (0.56, 0.4), (0.92, 0.38), (0.9, 0.9), (0.5, 0.96), (0.34, 0.9), (0.34, 0.45)]
    draw.polygon(_curve(hand), fill=YELLOW)
    for y in (0.52, 0.65, 0.78):
        draw.line((0.62 * SIDE, y * SIDE, 0.86 * SIDE, y * SIDE), fill=(214, 150, 30), width=6)
    draw.rounded_rectangle((0.08 * SIDE, 0.44 * SIDE, 0.3 * SIDE, 0.96 * SIDE), 16, fill=(60, 110, 210))


def ghost(draw: Draw) -> None:
    """A little ghost."""
    body = [(0.5, 0.0), (0.85, 0.1), (0.9, 0.6), (0.98, 1.0), (0.7, 0.9), (0.5, 1.02), (0.3, 0.9), (0.02, 1.0)]
    draw.polygon(_curve([*body, (0.1, 0.6), (0.15, 0.1)]), fill=(245, 245, 250))
    for x in (0.36, 0.64):
        _disc(draw, x, 0.38, 0.06, 0.09, (30, 30, 40))
    _disc(draw, 0.5, 0.6, 0.08, 0.06, (30, 30, 40))


def popcorn(draw: Draw) -> None:
    """A box of popcorn."""
    for x, y in ((0.25, 0.3), (0.45, 0.2), (0.65, 0.22), (0.78, 0.32), (0.36, 0.36), (0.58, 0.36)):
        _disc(draw, x, y, 0.14, 0.13, (255, 236, 170))
    for number in range(5):
        left, right = 0.1 + 0.16 * number, 0.26 + 0.16 * number
        low_left, low_right = 0.2 + 0.12 * number, 0.32 + 0.12 * number
        corners = [(left, 0.4), (right, 0.4), (low_right, 0.98), (low_left, 0.98)]
        colour = (214, 40, 48) if number % 2 == 0 else (250, 250, 250)
        draw.polygon([(x * SIDE, y * SIDE) for x, y in corners], fill=colour)


STICKERS: tuple[Callable[[Draw], None], ...] = (
    grin,
    in_love,
    tears,
    shades,
    shocked,
    heart,
    flame,
    star,
    thumb,
    ghost,
    popcorn,
)


def icon(drawn: Callable[[Draw], None], side: int) -> Layer:
    """One of the small pictures as an RGBA layer."""
    image = Image.new("RGBA", (SIDE, SIDE), (0, 0, 0, 0))
    drawn(ImageDraw.Draw(image))
    return layer_resized(np.asarray(image, np.float32), side, side)
