"""Where the words of a poster are: letters by size and stroke, put together to lines."""

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import part_of, size_of
from benchmarks.attacks.twelfth.colours import Colour
from benchmarks.attacks.twelfth.pixels import grey_of, resized
from benchmarks.attacks.twelfth.places import cut_box

LOOKED_AT = 420


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A line of words. letters: their boxes, from left to right. bright: letters lighter than what is around."""

    box: Box
    letters: tuple[Box, ...]
    colour: Colour
    bright: bool


def _levels(plane: NDArray[np.uint8]) -> Iterator[NDArray[np.uint8]]:
    local = cv2.adaptiveThreshold(plane, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY, 41, -20)
    yield np.asarray(local, np.uint8)
    for level in (110, 160, 205):
        yield np.asarray(plane > level, np.uint8)


def _letters(level: NDArray[np.uint8]) -> list[Box]:
    _, _, stats, _ = cv2.connectedComponentsWithStats(level, connectivity=4)
    w, h, area = stats[1:, 2:].T
    full = area / (w * h)
    fits = (w < 1.7 * h) & (w > 0.06 * h) & (h >= 6) & (h <= level.shape[1] * 0.24) & (full > 0.2) & (full < 0.96)
    chosen = stats[1:][fits]
    largest = chosen[np.argsort(-chosen[:, 3])[:350]]
    return [Box(*(int(value) for value in row[:4])) for row in largest[np.argsort(largest[:, 0])]]


def _chained(letters: list[Box]) -> list[list[Box]]:
    """Letters of about one height, side by side, each run a line."""
    lines: list[list[Box]] = []
    for letter in letters:
        best = None
        for line in lines:
            last = line[-1]
            gap = letter.x - (last.x + last.width)
            level = abs((letter.y + letter.height) - (last.y + last.height)) < 0.22 * last.height
            alike = 0.72 < letter.height / last.height < 1.4
            if level and alike and -0.1 * last.height < gap < 0.9 * last.height:
                best = line
        if best is None:
            lines.append([letter])
        else:
            best.append(letter)
    return [line for line in lines if len(line) >= 3]


def _even(letters: list[Box], small: Pixels, ink: NDArray[np.uint8]) -> bool:
    """Whether the letters look like one hand's work: alike in height and colour."""
    heights = np.array([each.height for each in letters])
    colours = []
    for each in letters:
        marks = part_of(ink, each) > 0
        colours.append(np.median(part_of(small, each)[marks], axis=0) if marks.any() else np.zeros(3))
    return bool(heights.std() < 0.2 * heights.mean() and np.array(colours).std(axis=0).max() < 34)


def _around(boxes: list[Box]) -> tuple[int, int, int, int]:
    return (
        min(each.x for each in boxes),
        min(each.y for each in boxes),
        max(each.x + each.width for each in boxes),
        max(each.y + each.height for each in boxes),
    )


def ink_in(picture: Pixels, box: Box, bright: bool) -> NDArray[np.bool_]:
    """Which pixels of the box belong to its letters, by brightness."""
    grey = grey_of(part_of(picture, box))
    level, _ = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    return np.asarray(grey > level if bright else grey <= level)


def _planes(small: Pixels) -> tuple[tuple[NDArray[np.uint8], bool], ...]:
    grey = grey_of(small)
    return (grey, True), (np.asarray(255 - grey, np.uint8), False)


def _line(picture: Pixels, letters: list[Box], scale: float, bright: bool) -> Line | None:
    """The line in the picture's own size, or None where its ink does not stand out."""
    left, top, right, bottom = _around(letters)
    box = cut_box(left / scale, top / scale, (right - left) / scale, (bottom - top) / scale, picture)
    ink, part = ink_in(picture, box, bright), part_of(picture, box)
    if not 0.15 < ink.mean() < 0.8 or abs(part[ink].mean() - part[~ink].mean()) < 40:
        return None
    red, green, blue = (int(value) for value in np.median(part[ink], axis=0))
    places = tuple(
        cut_box(each.x / scale, each.y / scale, each.width / scale, each.height / scale, picture) for each in letters
    )
    return Line(box, places, (red, green, blue), bright)


def lines_of(picture: Pixels) -> list[Line]:
    """The lines of words, the most striking first; maybe none."""
    width, height = size_of(picture)
    scale = LOOKED_AT / width
    small = resized(picture, LOOKED_AT, height * scale)
    lines = []
    for plane, bright in _planes(small):
        for level in _levels(plane):
            for letters in _chained(_letters(level)):
                left, top, right, bottom = _around(letters)
                if right - left > 1.5 * (bottom - top) and _even(letters, small, level):
                    line = _line(picture, letters, scale, bright)
                    lines.extend([line] if line else [])
    return _apart(sorted(lines, key=lambda line: -(line.box.height**1.4) * len(line.letters) ** 0.6))


def _apart(lines: list[Line]) -> list[Line]:
    """The lines without those that lie on a better one."""
    kept: list[Line] = []
    for line in lines:
        if not any(shared(line.box, other.box) > 0.3 * line.box.width * line.box.height for other in kept):
            kept.append(line)
    return kept


def shared(one: Box, other: Box) -> int:
    """How many pixels two boxes have in common."""
    across = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    down = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    return max(0, across) * max(0, down)


def title_of(picture: Pixels) -> Line:
    """The title's line; where none is found, a guess across the lower part."""
    found = lines_of(picture)
    return found[0] if found else _guessed(picture, 0.74, 0.08)


def small_line(picture: Pixels, rng: np.random.Generator) -> Line:
    """A line of names, a tagline or credits: not the title, and wide enough to be read."""
    width = size_of(picture)[0]
    small = [line for line in lines_of(picture)[1:] if line.box.width > 0.16 * width]
    return small[int(rng.integers(min(5, len(small))))] if small else _guessed(picture, 0.05, 0.03)


def _guessed(picture: Pixels, down: float, high: float) -> Line:
    width, height = size_of(picture)
    box = cut_box(width * 0.2, height * down, width * 0.6, height * high, picture)
    bright = float(grey_of(part_of(picture, box)).mean()) < 128
    shade = 240 if bright else 20
    return Line(box, (box,), (shade, shade, shade), bright)
