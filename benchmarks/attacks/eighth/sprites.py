"""Small drawings: emoji, stickers, badges; each a picture with its mask."""

from collections.abc import Callable

import cv2
import numpy as np
from PIL import Image, ImageDraw

from app.model.poster_image import Pixels
from benchmarks.attacks.eighth.sheet import BLACK, WHITE, Mask, Sheet, blurred, grown
from benchmarks.attacks.geometry import Colour

Sprite = tuple[Pixels, Mask]
CANVAS = 480


class Pen:
    """Draws in units of the canvas, 0..1 each way."""

    def __init__(self) -> None:
        self.image = Image.new("RGBA", (CANVAS, CANVAS))
        self.draw = ImageDraw.Draw(self.image)

    def shape(self, points: list[tuple[float, float]], colour: Colour) -> None:
        """A filled polygon."""
        self.draw.polygon([(x * CANVAS, y * CANVAS) for x, y in points], fill=colour)

    def disc(self, x: float, y: float, across: float, down: float, colour: Colour) -> None:
        """A filled ellipse round a centre."""
        box = ((x - across) * CANVAS, (y - down) * CANVAS, (x + across) * CANVAS, (y + down) * CANVAS)
        self.draw.ellipse(box, fill=colour)

    def arc(
        self, x: float, y: float, across: float, down: float, turn: tuple[int, int], colour: Colour, wide: float = 0.03
    ) -> None:
        """Part of an ellipse's rim."""
        box = ((x - across) * CANVAS, (y - down) * CANVAS, (x + across) * CANVAS, (y + down) * CANVAS)
        self.draw.arc(box, turn[0], turn[1], fill=colour, width=round(wide * CANVAS))

    def stroke(self, points: list[tuple[float, float]], colour: Colour, wide: float = 0.03) -> None:
        """A line."""
        moved = [(x * CANVAS, y * CANVAS) for x, y in points]
        self.draw.line(moved, fill=colour, width=round(wide * CANVAS), joint="curve")

    def sprite(self) -> Sprite:
        """What was drawn."""
        data = np.asarray(self.image)
        return np.ascontiguousarray(data[..., :3]), (data[..., 3] / 255).astype(np.float32)


def heart(pen: Pen, x: float, y: float, size: float, colour: Colour) -> None:
    """A heart."""
    turn = np.linspace(0, 2 * np.pi, 60)
    across = 16 * np.sin(turn) ** 3
    down = -(13 * np.cos(turn) - 5 * np.cos(2 * turn) - 2 * np.cos(3 * turn) - np.cos(4 * turn))
    points = zip((x + across * size / 17).tolist(), (y + down * size / 17).tolist(), strict=True)
    pen.shape(list(points), colour)


def star(pen: Pen, x: float, y: float, size: float, colour: Colour) -> None:
    """A five-pointed star."""
    turns = np.arange(10) * np.pi / 5 - np.pi / 2
    reach = np.where(np.arange(10) % 2, 0.42, 1.0) * size
    points = zip((x + reach * np.cos(turns)).tolist(), (y + reach * np.sin(turns)).tolist(), strict=True)
    pen.shape(list(points), colour)


def _head(pen: Pen) -> None:
    pen.disc(0.5, 0.5, 0.46, 0.46, (246, 178, 40))
    pen.disc(0.49, 0.48, 0.44, 0.44, (255, 207, 60))


def _joy(pen: Pen) -> None:
    _head(pen)
    for x in (0.33, 0.67):
        pen.arc(x, 0.42, 0.1, 0.09, (190, 350), (96, 56, 20), 0.04)
    pen.shape([(0.26, 0.55), (0.74, 0.55), (0.68, 0.74), (0.5, 0.82), (0.32, 0.74)], (110, 50, 20))
    pen.shape([(0.29, 0.56), (0.71, 0.56), (0.68, 0.63), (0.32, 0.63)], WHITE)
    for x in (0.13, 0.87):
        pen.disc(x, 0.56, 0.1, 0.13, (82, 176, 246))


def _heart_eyes(pen: Pen) -> None:
    _head(pen)
    for x in (0.3, 0.7):
        heart(pen, x, 0.38, 0.16, (226, 38, 62))
    pen.arc(0.5, 0.56, 0.24, 0.22, (10, 170), (110, 50, 20), 0.05)


def _sob(pen: Pen) -> None:
    _head(pen)
    for x in (0.32, 0.68):
        pen.arc(x, 0.36, 0.1, 0.08, (20, 160), (96, 56, 20), 0.04)
        pen.shape([(x - 0.07, 0.45), (x + 0.07, 0.45), (x + 0.08, 0.88), (x - 0.08, 0.88)], (92, 184, 250))
    pen.disc(0.5, 0.68, 0.13, 0.11, (110, 50, 20))


def _fire(pen: Pen) -> None:
    outer = [(0.5, 0.03), (0.62, 0.2), (0.6, 0.34), (0.72, 0.26), (0.86, 0.52), (0.84, 0.76), (0.68, 0.94), (0.5, 0.98)]
    outer += [(0.3, 0.94), (0.15, 0.74), (0.18, 0.5), (0.32, 0.34), (0.4, 0.22)]
    pen.shape(outer, (243, 96, 30))
    pen.shape([(0.5, 0.45), (0.7, 0.68), (0.62, 0.92), (0.5, 0.96), (0.36, 0.92), (0.3, 0.7)], (255, 204, 50))


def _skull(pen: Pen) -> None:
    pen.disc(0.5, 0.42, 0.4, 0.36, (240, 240, 236))
    pen.shape([(0.3, 0.65), (0.7, 0.65), (0.68, 0.93), (0.32, 0.93)], (240, 240, 236))
    for x in (0.33, 0.67):
        pen.disc(x, 0.45, 0.12, 0.12, (38, 38, 40))
    pen.shape([(0.5, 0.55), (0.45, 0.66), (0.55, 0.66)], (38, 38, 40))
    for x in (0.42, 0.5, 0.58):
        pen.stroke([(x, 0.78), (x, 0.93)], (60, 60, 60), 0.015)


def _red_heart(pen: Pen) -> None:
    heart(pen, 0.5, 0.46, 0.45, (218, 32, 56))


def _hundred(pen: Pen) -> None:
    for x in (0.38, 0.68):
        pen.arc(x, 0.42, 0.12, 0.22, (0, 360), (222, 30, 44), 0.07)
    pen.stroke([(0.14, 0.28), (0.2, 0.22), (0.17, 0.64)], (222, 30, 44), 0.075)
    pen.stroke([(0.14, 0.82), (0.84, 0.74)], (222, 30, 44), 0.06)


def _cat(pen: Pen) -> None:
    for side in (-1, 1):
        pen.shape([(0.5 + side * 0.38, 0.1), (0.5 + side * 0.1, 0.3), (0.5 + side * 0.36, 0.48)], (228, 150, 70))
    pen.disc(0.5, 0.9, 0.28, 0.2, (236, 160, 80))
    pen.disc(0.5, 0.52, 0.38, 0.32, (240, 166, 84))
    pen.disc(0.5, 0.64, 0.18, 0.14, (250, 236, 214))
    for x in (0.35, 0.65):
        pen.disc(x, 0.48, 0.08, 0.1, (250, 250, 240))
        pen.disc(x + 0.01, 0.5, 0.05, 0.075, BLACK)
    pen.shape([(0.46, 0.57), (0.54, 0.57), (0.5, 0.62)], (216, 100, 110))
    pen.arc(0.46, 0.63, 0.04, 0.05, (0, 180), (90, 50, 30), 0.014)
    pen.arc(0.54, 0.63, 0.04, 0.05, (0, 180), (90, 50, 30), 0.014)


EMOJI: tuple[Callable[[Pen], None], ...] = (_joy, _heart_eyes, _sob, _fire, _skull, _red_heart, _hundred)
CAT = _cat


def sprite_of(*draw: Callable[[Pen], None]) -> Sprite:
    """Draws with a new pen."""
    pen = Pen()
    for each in draw:
        each(pen)
    return pen.sprite()


def turned(sprite: Sprite, size: float, angle: float = 0.0, stretch: float = 1.0) -> Sprite:
    """The sprite that many pixels large, turned, trimmed to what is seen."""
    wide, high = max(4, round(size)), max(4, round(size * stretch))
    data = np.dstack([sprite[0] * sprite[1][..., None], sprite[1] * 255]).astype(np.float32)
    data = np.asarray(cv2.resize(data, (wide, high), interpolation=cv2.INTER_AREA), np.float32)
    room = round(max(wide, high) * 0.25) if angle else 0
    data = np.pad(data, ((room, room), (room, room), (0, 0)))
    matrix = cv2.getRotationMatrix2D((data.shape[1] / 2, data.shape[0] / 2), angle, 1.0)
    data = np.asarray(cv2.warpAffine(data, matrix, (data.shape[1], data.shape[0])), np.float32)
    mask = np.clip(data[..., 3] / 255, 0, 1)
    rows, columns = np.flatnonzero(mask.max(axis=1) > 0.05), np.flatnonzero(mask.max(axis=0) > 0.05)
    cut = (slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1))
    colour = np.clip(data[..., :3] / np.maximum(mask, 0.02)[..., None], 0, 255).astype(np.uint8)
    return colour[cut], mask[cut].astype(np.float32)


def stick(
    sheet: Sheet, sprite: Sprite, x: float, y: float, size: float, angle: float = 0.0, *, rim: bool = False
) -> None:
    """Lays a sprite over the sheet round (x, y); rim: a white die-cut edge and a shadow."""
    colour, mask = turned(sprite, size, angle)
    left, top = x - mask.shape[1] / 2, y - mask.shape[0] / 2
    if rim:
        room = max(3, round(size * 0.1))
        edge = grown(np.pad(mask, room), size * 0.035)
        sheet.ink(blurred(edge, size * 0.02), left - room + size * 0.015, top - room + size * 0.02, BLACK, 0.4)
        sheet.ink(edge, left - room, top - room, WHITE)
    sheet.ink(mask, left, top, colour)
