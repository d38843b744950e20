"""Harmless: the poster in other people's apps; each screen is drawn plainly, light or dark."""

from collections.abc import Sequence

import cv2
import numpy as np
from PIL import Image, ImageDraw

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.eighteenth import words
from benchmarks.attacks.eighteenth.lettering import BOLD, PLAIN, font
from benchmarks.attacks.eighteenth.scene import cover_size
from benchmarks.attacks.geometry import Colour, resize, shift_matrix, size_of
from benchmarks.attacks.values import Attacked, Matrix, SavedAs

ACCENTS: tuple[Colour, ...] = ((29, 155, 240), (0, 168, 132), (230, 30, 60), (88, 101, 242), (0, 192, 48), (255, 69, 0))


class Screen:
    """A phone's or browser's screen under the pen."""

    def __init__(self, size: tuple[int, int], dark: bool, accent: Colour) -> None:
        """An empty screen. size: (width, height)."""
        self.ground: Colour = (18, 20, 24) if dark else (255, 255, 255)
        self.ink: Colour = (232, 234, 238) if dark else (20, 22, 26)
        self.faint: Colour = (126, 132, 140)
        self.card: Colour = (36, 40, 46) if dark else (238, 240, 243)
        self.accent = accent
        self.image = Image.new("RGB", size, self.ground)
        self.pen = ImageDraw.Draw(self.image)
        self.unit = min(size) / 100

    def text(self, x: float, y: float, words_: str, high: float, bold: bool = False, ink: Colour | None = None) -> None:
        """A line of text with its top left corner at (x, y), cut by nothing but the screen."""
        used = font(BOLD if bold else PLAIN, max(9, round(high)))
        self.pen.text((x, y), words_, font=used, fill=ink or self.ink)

    def paragraph(self, x: float, y: float, texts: Sequence[str], high: float, width: float) -> float:
        """Text broken into lines so wide; the y under it."""
        used = font(PLAIN, max(9, round(high)))
        line = ""
        for word in " ".join(texts).split():
            if line and self.pen.textlength(f"{line} {word}", font=used) > width:
                self.pen.text((x, y), line, font=used, fill=self.ink)
                line, y = word, y + high * 1.5
            else:
                line = f"{line} {word}".strip()
        self.pen.text((x, y), line, font=used, fill=self.ink)
        return y + high * 1.5

    def box(self, x: float, y: float, width: float, height: float, fill: Colour, corner: float = 0.0) -> None:
        """A filled rectangle, its corners rounded."""
        self.pen.rounded_rectangle((x, y, x + width, y + height), corner, fill=fill)

    def disc(self, x: float, y: float, radius: float, fill: Colour) -> None:
        """A filled circle about (x, y)."""
        self.pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=fill)

    def status_bar(self, rng: np.random.Generator) -> None:
        """Clock, signal and battery of a phone."""
        unit, width = self.unit, self.image.width
        self.text(unit * 5, unit * 2, f"{rng.integers(7, 24)}:{rng.integers(10, 60)}", unit * 3.6, True)
        self.box(width - unit * 12, unit * 2.6, unit * 7, unit * 3, self.ink, unit)
        for bar in range(4):
            self.box(width - unit * (26 - 2 * bar), unit * (5 - bar), unit * 1.2, unit * (bar + 1), self.ink)

    def icons(self, x: float, y: float, step: float, count: int) -> None:
        """A row of plain round and square signs."""
        side = self.unit * 4
        for number in range(count):
            corner = self.unit * (0.6 if number % 2 else 2)
            self.box(x + number * step - side / 2, y - side / 2, side, side, self.faint, corner)

    def poster(self, pixels: Pixels, x: float, y: float, width: float) -> tuple[Matrix, Box]:
        """The poster so wide with its corner at (x, y): its place and where it is."""
        old = size_of(pixels)
        small, place = resize(pixels, round(width), round(width * old[1] / old[0]))
        left, top = round(x), round(y)
        self.image.paste(Image.fromarray(small), (left, top))
        return shift_matrix(left, top) @ place, Box(left, top, *size_of(small))

    def result(self, rng: np.random.Generator, put: tuple[Matrix, Box], note: str) -> Attacked:
        """The finished screenshot."""
        saved = SavedAs("PNG") if rng.random() < 0.4 else SavedAs("JPEG", int(rng.integers(75, 93)))
        return Attacked(np.asarray(self.image).copy(), place=put[0], shown=put[1], note=note, saved_as=saved)


def fresh(rng: np.random.Generator, size: tuple[int, int]) -> Screen:
    """A light or a dark screen."""
    return Screen(size, bool(rng.random() < 0.5), one_of(rng, ACCENTS))


def phone(rng: np.random.Generator) -> tuple[Screen, float, int, int]:
    """A phone's screen, a hundredth of its width, its width and height."""
    screen = fresh(rng, one_of(rng, ((1080, 2340), (1170, 2532), (1080, 1920), (828, 1792))))
    screen.status_bar(rng)
    return screen, screen.unit, *screen.image.size


def width_for(pixels: Pixels, wanted: float, most_height: float) -> float:
    """The wanted width, less where the poster would then be too high."""
    return min(wanted, most_height * float(pixels.shape[1]) / float(pixels.shape[0]))


def any_share(rng: np.random.Generator) -> float:
    """How much of a screen's width the poster takes: mostly a third, at times more."""
    return between(rng, 0.32, 0.38) if rng.random() < 0.6 else between(rng, 0.4, 0.6)


def name_line(rng: np.random.Generator) -> str:
    """Somebody's name."""
    return one_of(rng, words.HANDLES).lstrip("@").split("/")[-1]


def softened(pixels: Pixels, size: tuple[int, int]) -> Pixels:
    """The poster blown up and blurred to fill a ground."""
    return np.asarray(cv2.GaussianBlur(cover_size(pixels, size), (0, 0), size[0] / 28), np.uint8)


def some_of(rng: np.random.Generator, texts: Sequence[str], count: int) -> list[str]:
    """Some of the texts, none twice."""
    return [texts[index] for index in rng.permutation(len(texts))[:count]]
