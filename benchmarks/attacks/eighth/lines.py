"""Finds the title: the weightiest row of letters of like height and colour."""

import cv2
import numpy as np

from app.model.geometry import Box, surround
from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import size_of

WIDE = 260
LEVELS = (40, 75, 110, 145, 180, 215)


def _letters(mask: Pixels, high: int) -> list[Box]:
    """Pieces of a mask that may be letters of a title."""
    found = []
    for x, y, wide, tall, area in cv2.connectedComponentsWithStats(mask, connectivity=4)[2].tolist()[1:]:
        if not (
            0.022 * high < tall < 0.17 * high and 0.12 * tall < wide < 1.5 * tall and x > 1 and x + wide < WIDE - 1
        ):
            continue
        if 0.22 < area / (wide * tall) <= 1.0 and y > 1 and y + tall < high - 1:
            found.append(Box(x, y, wide, tall))
    return sorted(found, key=lambda box: box.x)


def _rows(letters: list[Box]) -> list[list[Box]]:
    """Letters put together that stand in one line, are of like height and near each other."""
    rows: list[list[Box]] = []
    for box in letters:
        for row in rows:
            last, tall = row[-1], max(row[-1].height, box.height)
            level = abs((last.y + last.height) - (box.y + box.height)) < 0.18 * tall
            alike = min(last.height, box.height) > 0.68 * tall
            if level and alike and -0.2 * tall < box.x - last.x - last.width < 0.75 * tall:
                row.append(box)
                break
        else:
            rows.append([box])
    return [row for row in rows if len(row) >= 3]


def _busiest(small: Pixels) -> Box:
    """The band with most edges in it, in the lower part if that does."""
    high, deep = small.shape[0], max(4, round(small.shape[0] * 0.09))
    grey = np.asarray(cv2.cvtColor(small, cv2.COLOR_RGB2GRAY), np.uint8)
    edges = np.asarray(cv2.morphologyEx(grey, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8)), np.float32)
    rows = np.convolve(edges[:, WIDE // 7 : WIDE * 6 // 7].mean(axis=1), np.ones(deep) / deep, "valid")
    weights = np.where(np.arange(len(rows)) > 0.55 * high, 1.4, 1.0)
    return Box(WIDE // 7, int(np.argmax(rows * weights)), WIDE * 5 // 7, deep)


def title_box(picture: Pixels) -> Box:
    """The box of the row that looks most like a title; the busiest band when there is none."""
    width, height = size_of(picture)
    high = round(WIDE * height / width)
    small = np.asarray(cv2.resize(picture, (WIDE, high), interpolation=cv2.INTER_AREA), np.uint8)
    hue = np.asarray(cv2.cvtColor(small, cv2.COLOR_RGB2HSV), np.uint8)
    best, most = _busiest(small), 0.0
    for channel in (np.asarray(cv2.cvtColor(small, cv2.COLOR_RGB2GRAY), np.uint8), hue[..., 1], small[..., 0]):
        for level in LEVELS:
            above = (channel > level).astype(np.uint8)
            for mask in (above, 1 - above):
                for row in _rows(_letters(mask, high)):
                    box = surround(row)
                    middle = (box.y + box.height / 2) / high
                    place = 1.3 if middle > 0.55 else 1.0 if middle < 0.3 else 0.7
                    filled = sum(each.width for each in row) / box.width
                    score = box.area * filled * box.height**0.5 * place * min(len(row), 6)
                    if score > most and box.width > 0.18 * WIDE:
                        best, most = box, score
    grown = Box(max(0, best.x - 2), max(0, best.y - 2), min(WIDE, best.width + 4), best.height + 4)
    scaled = grown.scaled(width / WIDE, height / high)
    return Box(scaled.x, scaled.y, min(scaled.width, width - scaled.x), min(scaled.height, height - scaled.y))
