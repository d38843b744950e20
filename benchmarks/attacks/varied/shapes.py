"""A drawing board with smooth edges, and small pictures with a cover that are laid over other pictures."""

import colorsys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import Colour
from benchmarks.attacks.paint import Mask, luminance, random_colour, soft_noise, to_uint8

Points = Sequence[tuple[float, float]]


Choice = TypeVar("Choice")


WHITE: Colour = (255, 255, 255)


BLACK: Colour = (0, 0, 0)


KNOWN: tuple[Colour, ...] = (
    WHITE, BLACK, (229, 9, 20), (255, 204, 0), (29, 155, 240), (47, 170, 74), (255, 45, 120), (120, 60, 220),
    (255, 122, 0), (20, 20, 30), (240, 235, 215), (0, 200, 190), (190, 190, 195), (90, 20, 20), (16, 40, 90),
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A small picture and how much of it is there at each pixel."""

    pixels: Pixels
    cover: Mask

    @property
    def size(self) -> tuple[int, int]:
        """(width, height)."""
        return self.cover.shape[1], self.cover.shape[0]


class Sheet:
    """A board whose height is 1 and whose origin is top left; drawn large, made small at the end."""

    def __init__(self, width: int, height: int, finer: int = 3) -> None:
        self.scale = float(finer * height)
        self.finer = finer
        self.image = Image.new("RGBA", (finer * width, finer * height), (0, 0, 0, 0))
        self.draw = ImageDraw.Draw(self.image)

    def area(self, points: Points, colour: Colour) -> None:
        """A filled outline."""
        self.draw.polygon([(x * self.scale, y * self.scale) for x, y in points], fill=colour)

    def disc(self, x: float, y: float, across: float, down: float | None, colour: Colour) -> None:
        """A filled ellipse around a middle; across, down: half its size."""
        self.draw.ellipse(self._around(x, y, across, down), fill=colour)

    def arc(
        self, x: float, y: float, radii: tuple[float, float], turn: tuple[float, float], colour: Colour, thick: float
    ) -> None:
        """A piece of an ellipse's outline, in degrees clockwise from the right."""
        width = max(1, round(thick * self.scale))
        self.draw.arc(self._around(x, y, *radii), *turn, fill=colour, width=width)

    def half(self, x: float, y: float, radii: tuple[float, float], turn: tuple[float, float], colour: Colour) -> None:
        """A filled piece of an ellipse, cut straight."""
        self.draw.chord(self._around(x, y, *radii), *turn, fill=colour)

    def line(self, points: Points, colour: Colour, thick: float) -> None:
        """A line with round ends and joints."""
        width = max(1, round(thick * self.scale))
        scaled = [(x * self.scale, y * self.scale) for x, y in points]
        self.draw.line(scaled, fill=colour, width=width, joint="curve")
        for x, y in scaled:
            self.draw.ellipse((x - width / 2, y - width / 2, x + width / 2, y + width / 2), fill=colour)

    def box(self, corners: tuple[float, float, float, float], colour: Colour, radius: float = 0.0) -> None:
        """A filled box from left, top to right, bottom."""
        scaled = [value * self.scale for value in corners]
        self.draw.rounded_rectangle(scaled, radius * self.scale, fill=colour)

    def stamp(self, mask: Mask, x: float, y: float, colour: Colour) -> None:
        """A mask as large as on the finished board, its middle at (x, y)."""
        size = (mask.shape[1] * self.finer, mask.shape[0] * self.finer)
        large = Image.fromarray(to_uint8(mask * 255)).resize(size)
        self.image.paste(colour, (round(x * self.scale - size[0] / 2), round(y * self.scale - size[1] / 2)), large)

    def shine(self, rng: np.random.Generator) -> None:
        """Everything so far lighter on one side than on the other."""
        large = np.asarray(self.image)
        bright = shaded(Piece(large[:, :, :3], np.empty(large.shape[:2], np.float32)), rng).pixels
        self.image = Image.fromarray(np.dstack([bright, large[:, :, 3]]))
        self.draw = ImageDraw.Draw(self.image)

    def piece(self) -> Piece:
        """What was drawn, at its real size."""
        small = np.asarray(self.image.reduce(self.finer))
        return Piece(np.ascontiguousarray(small[:, :, :3]), small[:, :, 3].astype(np.float32) / np.float32(255))

    def _around(self, x: float, y: float, across: float, down: float | None) -> tuple[float, float, float, float]:
        down = across if down is None else down
        left, top, right, bottom = (value * self.scale for value in (x - across, y - down, x + across, y + down))
        return left, top, max(left + 1, right), max(top + 1, bottom)


def pick(rng: np.random.Generator, choices: Sequence[Choice]) -> Choice:
    """One of them."""
    return choices[int(rng.integers(len(choices)))]


def chosen(rng: np.random.Generator, kinds: Iterable[str], together: float) -> tuple[str, ...]:
    """The name of one kind, or of two in so many of the calls."""
    names = tuple(kinds)
    return tuple(pick(rng, names) for _ in range(2 if rng.random() < together else 1))


def vivid(rng: np.random.Generator, hue: float | None = None) -> Colour:
    """A strong colour, of a hue (0 to 1) or any."""
    hue = rng.random() if hue is None else hue + rng.normal(0, 0.015)
    red, green, blue = colorsys.hsv_to_rgb(hue % 1, rng.uniform(0.5, 1.0), rng.uniform(0.7, 1.0))
    return int(red * 255), int(green * 255), int(blue * 255)


def any_colour(rng: np.random.Generator) -> Colour:
    """A colour that apps use, a strong one, or just any."""
    way = rng.random()
    if way < 0.45:
        return pick(rng, KNOWN)
    return vivid(rng) if way < 0.8 else random_colour(rng)


def mixed(first: Colour, second: Colour, share: float) -> Colour:
    """Between two colours; share: of the second."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


def apart(colour: Colour, rng: np.random.Generator, odd: float = 0.2) -> Colour:
    """Black or white, whichever can be read on the colour; another that can be in so many of the calls."""
    dark = luminance(colour) > 135
    if rng.random() < odd:
        return mixed(random_colour(rng), BLACK if dark else WHITE, 0.55)
    return BLACK if dark else WHITE


def shaded(piece: Piece, rng: np.random.Generator) -> Piece:
    """Lighter on one side than on the other, or towards a spot."""
    width, height = piece.size
    y, x = np.mgrid[0:height, 0:width].astype(np.float32) / np.float32(max(width, height))
    angle = rng.uniform(0, 2 * np.pi)
    light = np.cos(angle) * (x - 0.5) + np.sin(angle) * (y - 0.5)
    if rng.random() < 0.5:
        light = 0.45 - np.hypot(x - rng.uniform(0.2, 0.6), y - rng.uniform(0.1, 0.6))
    return Piece(to_uint8(piece.pixels * (1 + rng.uniform(0.15, 0.7) * light[:, :, None])), piece.cover)


def light_field(size: tuple[int, int], rng: np.random.Generator) -> NDArray[np.float32]:
    """Values 0 to 1 over a (width, height): from side to side, about a spot, or cloudy."""
    width, height = size
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    way = rng.random()
    if way < 0.5:
        angle = pick(rng, [0.0, np.pi / 2, np.pi / 2, rng.uniform(0, np.pi)])
        field = np.cos(angle) * x + np.sin(angle) * y
    elif way < 0.75:
        field = np.hypot((x / width - rng.uniform(0, 1)), (y / height - rng.uniform(0, 1)))
    else:
        field = soft_noise(size, rng, int(rng.integers(2, 6)))
    low, high = float(field.min()), float(field.max())
    return np.asarray((field - low) / max(1e-6, high - low), np.float32)


def blended(size: tuple[int, int], colours: Sequence[Colour], rng: np.random.Generator) -> Pixels:
    """A ground running through some colours."""
    stops = np.linspace(0, 1, len(colours))
    field = light_field(size, rng)
    return to_uint8(np.stack([np.interp(field, stops, [c[i] for c in colours]) for i in range(3)], axis=2))
