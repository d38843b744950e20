"""Where things are on a poster: lines of text, the title, calm places, heads."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from app.model.geometry import Box, surround
from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import size_of
from benchmarks.attacks.sixth.tools import Mask, Tone

LOOKED_AT = 480


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A line of text as far as it was found. ink: mask of its letters in the whole picture; letters: their boxes."""

    box: Box
    letters: tuple[Box, ...]
    ink: Mask
    colour: Tone
    score: float

    @property
    def high(self) -> float:
        """The usual height of its letters, in pixels."""
        return float(np.median([letter.height for letter in self.letters]))


@dataclass(frozen=True, slots=True)
class _Blob:
    box: Box
    label: int
    fill: float
    tone: tuple[float, float, float]


def _blobs(marked: NDArray[np.uint8], picture: Pixels) -> tuple[NDArray[np.int32], list[_Blob]]:
    number, labels, stats, _ = cv2.connectedComponentsWithStats(marked, connectivity=8)
    width, height = size_of(picture)
    found = []
    for label in range(1, number):
        x, y, across, down, area = (int(value) for value in stats[label])
        fill = area / (across * down)
        if not (0.016 * width < down < 0.22 * width and across < 0.9 * width and 0.18 < fill < 0.97):
            continue
        if (
            (across > 2.6 * down and fill > 0.72)
            or x <= 1
            or y <= 1
            or x + across >= width - 1
            or y + down >= height - 1
        ):
            continue
        own = picture[y : y + down, x : x + across][labels[y : y + down, x : x + across] == label]
        if float(own.std(axis=0).mean()) < 64:
            red, green, blue = (float(value) for value in np.median(own, axis=0))
            found.append(_Blob(Box(x, y, across, down), label, fill, (red, green, blue)))
    found.sort(key=lambda blob: -blob.box.area)
    return np.asarray(labels, np.int32), found[:400]


def _rows(blobs: list[_Blob]) -> list[list[_Blob]]:
    rows: list[list[_Blob]] = []
    for blob in sorted(blobs, key=lambda item: item.box.x):
        for row in rows:
            last, one = row[-1].box, blob.box
            shared = min(last.y + last.height, one.y + one.height) - max(last.y, one.y)
            alike = max(last.height, one.height) < 1.8 * min(last.height, one.height)
            near = one.x - (last.x + last.width) < 1.7 * max(last.height, one.height)
            tone = float(np.abs(np.subtract(row[-1].tone, blob.tone)).max()) < 90
            if shared > 0.55 * min(last.height, one.height) and alike and near and tone:
                row.append(blob)
                break
        else:
            rows.append([blob])
    return [row for row in rows if _letters_in(row) >= 3]


def _letters_in(row: list[_Blob]) -> int:
    """About how many letters; ones that touch make a wide blob."""
    return sum(max(1, round(blob.box.width / blob.box.height / 1.1)) for blob in row)


def _line(row: list[_Blob], labels: NDArray[np.int32], picture: Pixels) -> Line:
    box = surround(blob.box for blob in row)
    cut = np.s_[max(0, box.y - 4) : box.y + box.height + 4, max(0, box.x - 4) : box.x + box.width + 4]
    ink = np.zeros(labels.shape, np.float32)
    own = np.isin(labels[cut], [blob.label for blob in row])
    ink[cut] = own
    heights = np.array([blob.box.height for blob in row], float)
    feet = np.array([blob.box.y + blob.box.height for blob in row], float)
    even = 1 / (1 + 6 * feet.std() / heights.mean() + 1.5 * heights.std() / heights.mean())
    around = cv2.dilate(own.astype(np.uint8), np.ones((7, 7), np.uint8)).astype(bool) & ~own
    piece = picture[cut]
    contrast = float(np.abs(np.median(piece[own], axis=0) - np.median(piece[around], axis=0)).max()) / 255
    red, green, blue = (int(value) for value in np.median(piece[own], axis=0))
    letters = _letters_in(row)
    sure = (len(row) / letters) ** 1.4 if len(row) > 1 else 0.2
    edge = own & (cv2.erode(own.astype(np.uint8), np.ones((3, 3), np.uint8)) == 0)
    names = labels[cut]
    strokes = np.array([(names == blob.label).sum() / max(1, (edge & (names == blob.label)).sum()) for blob in row])
    sure /= 1 + 4 * max(0.0, float(strokes.std() / strokes.mean()) - 0.08)
    full = np.array([blob.fill for blob in row])
    sure /= 1 + 3 * max(0.0, float(full.std()) - 0.14)
    score = float(heights.mean() * min(letters, 9) ** 0.6 * even**2 * (0.3 + contrast) * sure)
    return Line(box, tuple(blob.box for blob in row), ink, (red, green, blue), score)


def _enlarged(line: Line, size: tuple[int, int], factor: float) -> Line:
    width, height = size

    def fitted(box: Box) -> Box:
        big = box.scaled(factor, factor)
        return Box(big.x, big.y, max(1, min(big.width, width - big.x)), max(1, min(big.height, height - big.y)))

    ink = np.asarray(cv2.resize(line.ink, size, interpolation=cv2.INTER_LINEAR), np.float32)
    return Line(fitted(line.box), tuple(fitted(box) for box in line.letters), ink, line.colour, line.score)


def lines_of(picture: Pixels) -> list[Line]:
    """Lines of text, the most title-like first."""
    width, height = size_of(picture)
    small = cv2.resize(picture, (LOOKED_AT, round(height * LOOKED_AT / width)), interpolation=cv2.INTER_AREA)
    pixels: Pixels = np.asarray(small, np.uint8)
    lab = cv2.cvtColor(pixels, cv2.COLOR_RGB2LAB).astype(np.float32)
    lines = []
    for channel in (0, 1, 2):
        plane = lab[..., channel]
        apart = plane - cv2.GaussianBlur(plane, (0, 0), LOOKED_AT / 14)
        least = 26 if channel == 0 else 16
        for sign in (1, -1):
            labels, blobs = _blobs(np.asarray(sign * apart > least, np.uint8), pixels)
            lines += [_line(row, labels, pixels) for row in _rows(blobs)]
    lines.sort(key=lambda line: -line.score)
    kept: list[Line] = []
    for line in lines:
        if all(line.box.intersection(other.box) < 0.4 * min(line.box.area, other.box.area) for other in kept):
            kept.append(line)
    return [_enlarged(line, (width, height), width / LOOKED_AT) for line in kept[:12]]


def title_of(picture: Pixels) -> Line | None:
    """The line that looks most like the title, with its other lines where they are set alike."""
    lines = lines_of(picture)
    if not lines or lines[0].score < 12:
        return None
    title = lines[0]
    if title.box.height < 0.04 * size_of(picture)[0]:
        return None
    for line in lines[1:]:
        alike = float(np.abs(np.subtract(line.colour, lines[0].colour)).max()) < 60
        high = line.letters[0].height > 0.45 * lines[0].letters[0].height
        if alike and high and line.score > 0.2 * title.score and title.box.gap(line.box) < lines[0].box.height:
            ink = np.maximum(title.ink, line.ink)
            title = Line(title.box.union(line.box), title.letters + line.letters, ink, title.colour, title.score)
    return title


def calmest(
    picture: Pixels, width: int, height: int, rng: np.random.Generator, within: tuple[float, float] = (0.03, 0.97)
) -> Box:
    """One of the quietest places of a size, between two heights (0..1)."""
    whole_width, whole_height = size_of(picture)
    width, height = min(width, whole_width - 4), min(height, whole_height - 4)
    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY).astype(np.float32)
    busy = np.abs(cv2.Laplacian(grey, cv2.CV_32F)) + np.abs(cv2.Sobel(grey, cv2.CV_32F, 1, 0))
    sums = cv2.integral(busy)
    best, least = Box(2, 2, width, height), np.inf
    top, bottom = whole_height * within[0], max(whole_height * within[0] + 1, whole_height * within[1] - height)
    for _ in range(60):
        x = int(rng.uniform(2, max(3, whole_width - width - 2)))
        y = int(np.clip(rng.uniform(top, bottom), 2, whole_height - height - 2))
        inside = sums[y + height, x + width] - sums[y, x + width] - sums[y + height, x] + sums[y, x]
        if inside < least:
            best, least = Box(x, y, width, height), float(inside)
    return best
