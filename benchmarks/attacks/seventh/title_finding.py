"""Finding the title of a poster."""

from dataclasses import dataclass
from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from app.model.geometry import Box, surround
from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import resize
from benchmarks.attacks.seventh.canvas import Colour, Mask

COLOURS = 7
WIDEST = 420


@dataclass(frozen=True, slots=True, eq=False)
class Title:
    """letters: one box each, from left to right. ink: 0/1 over the whole picture. found: False where it was guessed."""

    letters: tuple[Box, ...]
    ink: Mask
    colour: Colour
    found: bool = True

    @property
    def box(self) -> Box:
        """The box round the whole line."""
        return surround(self.letters)

    @property
    def words(self) -> tuple[Box, ...]:
        """Runs of ink with wide gaps between them."""
        box = self.box
        gaps = [other.x - one.x - one.width for one, other in pairwise(self.letters)]
        wide = max(0.28 * box.height, 2.2 * float(np.median(gaps)) if len(gaps) > 2 else 0.0)
        inked = np.flatnonzero(self.ink[box.y : box.y + box.height, box.x : box.x + box.width].sum(axis=0) >= 2)
        if not len(inked):
            return (box,)
        runs = np.split(inked, np.flatnonzero(np.diff(inked) > wide) + 1)
        return tuple(Box(box.x + int(run[0]), box.y, int(run[-1] - run[0]) + 1, box.height) for run in runs)


def _letters_of(ink: NDArray[np.uint8], width: int) -> list[tuple[Box, int]]:
    count, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    kept = []
    for x, y, wide, tall, area in (tuple(int(v) for v in stats[i]) for i in range(1, count)):
        fits = 0.025 * width <= tall <= 0.28 * width and 0.12 * tall <= wide <= 3.2 * tall and wide < 0.6 * width
        if fits and area / (wide * tall) >= 0.2 and x > 1 and x + wide < width - 1:
            kept.append((Box(x, y, wide, tall), area))
    return kept


def _lines_of(letters: list[tuple[Box, int]]) -> list[list[tuple[Box, int]]]:
    lines = []
    for seed, _ in sorted(letters, key=lambda pair: -pair[1])[:12]:
        row = sorted(
            (
                pair
                for pair in letters
                if 0.65 < pair[0].height / seed.height < 1.5
                and abs(pair[0].y + pair[0].height - seed.y - seed.height) < 0.22 * seed.height
            ),
            key=lambda pair: pair[0].x,
        )
        at = next(i for i, pair in enumerate(row) if pair[0] == seed)
        low = high = at
        while low > 0 and row[low][0].gap(row[low - 1][0]) < 1.1 * seed.height:
            low -= 1
        while high + 1 < len(row) and row[high + 1][0].gap(row[high][0]) < 1.1 * seed.height:
            high += 1
        if high - low >= 2:
            lines.append(row[low : high + 1])
    return lines


def _inks(picture: Pixels) -> list[NDArray[np.uint8]]:
    """0/1 maps of what may be letters: each of a few flat colours, and what is lighter or darker than all around it."""
    flat = Image.fromarray(picture).quantize(COLOURS, Image.Quantize.MEDIANCUT, kmeans=1, dither=Image.Dither.NONE)
    numbers = np.asarray(flat)
    maps = [(numbers == number).astype(np.uint8) for number in range(COLOURS)]
    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
    side = 2 * round(picture.shape[1] * 0.03) + 3
    for shape in (cv2.MORPH_TOPHAT, cv2.MORPH_BLACKHAT):
        hat = cv2.morphologyEx(grey, shape, np.ones((side, side), np.uint8))
        maps.append((hat > 70).astype(np.uint8))
    return maps


def _enlarged(title: Title, width: int, height: int) -> Title:
    """The title found in a smaller picture."""
    tall, wide = title.ink.shape
    letters = tuple(box.scaled(width / wide, height / tall) for box in title.letters)
    ink = np.asarray(cv2.resize(title.ink, (width, height), interpolation=cv2.INTER_LINEAR) > 0.5, np.float32)
    return Title(letters, ink, title.colour, title.found)


def title_of(picture: Pixels) -> Title:
    """The line of large letters of one colour that stands out most, or a guessed line in the lower third."""
    height, width = picture.shape[:2]
    if width > WIDEST:
        return _enlarged(title_of(resize(picture, WIDEST, round(WIDEST * height / width))[0]), width, height)
    best: tuple[float, list[Box], NDArray[np.uint8]] | None = None
    for ink in _inks(picture):
        for line in _lines_of(_letters_of(ink, width)):
            boxes = [box for box, _ in line]
            whole = surround(boxes)
            here = ink[whole.y : whole.y + whole.height, whole.x : whole.x + whole.width] > 0
            pixels = picture[whole.y : whole.y + whole.height, whole.x : whole.x + whole.width].astype(float)
            if here.all() or not here.any():
                continue
            apart = float(np.abs(pixels[here].mean(axis=0) - pixels[~here].mean(axis=0)).max())
            even = 1 / (1 + 4 * float(np.std([box.height for box in boxes]) / whole.height))
            score = sum(area for _, area in line) * min(apart, 160) * even * min(len(boxes), 6)
            if apart > 55 and (best is None or score > best[0]):
                best = (score, boxes, ink)
    if best is None:
        tall = round(0.09 * width)
        box = Box(round(0.18 * width), round(0.74 * height), round(0.64 * width), tall)
        ink_there = np.zeros((height, width), np.float32)
        return Title((box,), ink_there, (240, 236, 226), False)
    _, boxes, chosen = best
    ink_map = np.zeros((height, width), np.float32)
    line_box = surround(boxes)
    rows, columns = slice(line_box.y, line_box.y + line_box.height), slice(line_box.x, line_box.x + line_box.width)
    ink_map[rows, columns] = chosen[rows, columns]
    red, green, blue = np.median(picture[ink_map > 0], axis=0)
    return Title(tuple(boxes), ink_map, (int(red), int(green), int(blue)))
