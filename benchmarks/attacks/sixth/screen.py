"""A phone's screen to draw on."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.geometry import size_of
from benchmarks.attacks.sixth.frames import placed, rounded
from benchmarks.attacks.sixth.letters import Face, Ink, mask_of, put
from benchmarks.attacks.sixth.tools import Tone, count, paste, saved
from benchmarks.attacks.values import Attacked

REGULAR, STRONG = Face("cv:420"), Face("cv:680")


class Screen:
    """A phone's screen to draw on; lengths in points of a 360 points wide screen."""

    def __init__(self, rng: np.random.Generator, *, dark: bool, tall: float) -> None:
        self.unit = one_of(rng, (1.5, 2.0, 2.0, 3.0))
        self.wide, self.high = 360.0, 360 * tall
        self.ground: Tone = (17, 18, 22) if dark else (255, 255, 255)
        self.text: Tone = (240, 240, 242) if dark else (20, 20, 24)
        self.faint: Tone = (142, 144, 150) if dark else (120, 122, 128)
        self.line: Tone = (52, 54, 60) if dark else (226, 227, 230)
        self.pixels: Pixels = np.full((self.size(self.high), self.size(360), 3), self.ground, np.uint8)

    def size(self, length: float) -> int:
        """Points to pixels."""
        return round(length * self.unit)

    def write(self, words: str, x: float, y: float, capital: float, tone: Tone, face: Face = REGULAR) -> None:
        """A line of text that starts at x, its middle at y."""
        mask = mask_of(words, face, capital * self.unit)
        room = self.pixels.shape[1] - self.size(x + 10)
        mask = mask[:, :room]
        middle = self.size(x) + mask.shape[1] / 2, self.size(y)
        self.pixels = put(self.pixels, mask, Ink(tone), middle, capital * self.unit)

    def block(self, x: float, y: float, across: float, down: float, tone: Tone, radius: float = 0) -> None:
        """A filled rectangle, its corners round."""
        width, height = self.size(across), self.size(down)
        layer = np.zeros((height, width, 4), np.float32)
        layer[..., :3] = tone
        layer[..., 3] = rounded(width, height, self.size(radius)) * 255
        self.pixels = paste(self.pixels, layer, self.size(x), self.size(y))

    def disc(self, x: float, y: float, radius: float, tone: Tone, thick: int = -1) -> None:
        """A filled circle or a ring."""
        centre = self.size(x), self.size(y)
        cv2.circle(self.pixels, centre, self.size(radius), tone, thick if thick < 0 else self.size(thick), cv2.LINE_AA)

    def rule(self, points: list[tuple[float, float]], tone: Tone, thick: float = 2) -> None:
        """A line through points."""
        path = np.array([[self.size(x), self.size(y)] for x, y in points], np.int32)
        cv2.polylines(self.pixels, [path], False, tone, max(1, self.size(thick)), cv2.LINE_AA)

    def status(self, rng: np.random.Generator) -> None:
        """Clock, signal and battery at the top."""
        self.write(f"{count(rng, 7, 22)}:{count(rng, 10, 59)}", 18, 14, 9, self.text, STRONG)
        for number in range(4):
            self.block(276 + 6 * number, 17 - 2.5 * number, 4, 2.5 + 2.5 * number, self.text)
        self.block(310, 8, 26, 12, self.faint, 3)
        self.block(312, 10, count(rng, 6, 22), 8, self.text, 2)

    def tabs(self, rng: np.random.Generator) -> None:
        """A bar of five signs at the bottom."""
        y = self.high - 26
        self.block(0, self.high - 52, 360, 52, self.ground)
        self.rule([(0, self.high - 52), (360, self.high - 52)], self.line, 1)
        self.rule([(26, y), (38, y - 11), (50, y), (50, y + 10), (26, y + 10), (26, y)], self.text)
        self.disc(108, y - 2, 8, self.text, 2)
        self.rule([(114, y + 4), (120, y + 10)], self.text)
        self.rule([(180, y - 10), (180, y + 10)], self.text)
        self.rule([(170, y), (190, y)], self.text)
        self.block(244, y - 9, 18, 18, self.faint, 5)
        self.disc(324, y, 11, one_of(rng, ((200, 120, 90), (90, 140, 200), (120, 180, 120))))

    def poster(self, picture: Pixels, x: float, y: float, across: float) -> Box:
        """Where a poster of that width goes."""
        width, height = size_of(picture)
        wide = self.size(across)
        return Box(self.size(x), self.size(y), wide, round(wide * height / width))

    def finished(self, picture: Pixels, box: Box, rng: np.random.Generator, note: str, low: float) -> Attacked:
        """The screen with its poster; below `low` it is hidden."""
        hidden = self.pixels[self.size(low) :].copy()
        whole, place = placed(self.pixels, picture, box)
        whole[self.size(low) :] = hidden
        shown = Box(box.x, box.y, box.width, min(box.height, self.size(low) - box.y))
        return Attacked(whole, note=note, place=place, saved_as=saved(rng), shown=shown)
