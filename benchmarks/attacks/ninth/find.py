"""Where things are on a poster, as well as one can tell without a trained model: lines of text, face, figure."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from app.model.geometry import Box, surround
from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import Colour, size_of
from benchmarks.attacks.ninth.draw import Mask, bounds, ellipse

SURE = 0.2  # from here on a face is believed in
WIDE = 400  # lines of text are sought in pictures so many pixels wide


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A line of text. ink: where its letters are, in the size of the picture. score: how likely a title it is."""

    box: Box
    letters: tuple[Box, ...]
    ink: Mask
    colour: Colour
    score: float


@dataclass(frozen=True, slots=True)
class Face:
    """The middle of a face and half its width."""

    x: float
    y: float
    half: float

    def oval(self, picture: Pixels, wider: float = 1, soft: float = 1) -> Mask:
        """The face as a mask."""
        return ellipse(picture, self.x, self.y, self.half * wider, self.half * 1.35 * wider, soft)


def lines_of_text(picture: Pixels) -> list[Line]:
    """Rows of alike blobs, the likeliest title first; a place at the foot when there is none."""
    width, height = size_of(picture)
    size = WIDE, round(height * WIDE / width)
    method = cv2.INTER_AREA if width > WIDE else cv2.INTER_CUBIC
    small = np.asarray(cv2.resize(picture, size, interpolation=method), np.uint8)
    grey = cv2.cvtColor(small, cv2.COLOR_RGB2GRAY)
    kernel = np.ones((25, 25), np.uint8)
    lines: list[Line] = []
    for way in (cv2.MORPH_TOPHAT, cv2.MORPH_BLACKHAT):
        stands_out = cv2.morphologyEx(grey, way, kernel)
        count, labels, stats, _ = cv2.connectedComponentsWithStats((stands_out > 55).astype(np.uint8))
        blobs = [n for n in range(1, count) if 6 <= stats[n][3] <= size[1] * 0.12 and stats[n][2] <= WIDE * 0.3]
        blobs = sorted((n for n in blobs if stats[n][4] > 0.2 * stats[n][2] * stats[n][3]), key=lambda n: -stats[n][3])
        while blobs:
            row = _row_of(blobs[0], blobs, stats)
            blobs = [n for n in blobs if n not in row]
            if len(row) >= 3:
                lines.append(_line(picture, small, labels, stats, row))
    lines.sort(key=lambda line: -line.score)
    if not lines or lines[0].score < 0.2:
        box = Box(width // 6, round(height * 0.72), width * 2 // 3, max(8, height // 12))
        ink = np.zeros((height, width), np.float32)
        lines.insert(0, Line(box, (box,), ink, (240, 236, 228), 0))
    return lines


def _row_of(seed: int, blobs: list[int], stats: np.ndarray) -> list[int]:
    tall, middle = stats[seed][3], stats[seed][1] + stats[seed][3] / 2
    level = [
        n for n in blobs if abs(stats[n][1] + stats[n][3] / 2 - middle) < tall * 0.22 and stats[n][3] > tall * 0.62
    ]
    row, left, right = [seed], stats[seed][0], stats[seed][0] + stats[seed][2]
    for n in sorted(level, key=lambda n: abs(int(stats[n][0]) - int(stats[seed][0]))):
        near = stats[n][0] < right + tall * 1.1 and stats[n][0] + stats[n][2] > left - tall * 1.1
        if near and n != seed:
            row.append(n)
            left, right = min(left, stats[n][0]), max(right, stats[n][0] + stats[n][2])
    return row


def _line(picture: Pixels, small: Pixels, labels: np.ndarray, stats: np.ndarray, row: list[int]) -> Line:
    width, height = size_of(picture)
    inked = np.isin(labels, row)
    ink = np.clip(cv2.resize(inked.astype(np.float32), (width, height), interpolation=cv2.INTER_AREA), 0, 1)
    scale = width / WIDE
    letters = []
    for n in sorted(row, key=lambda n: int(stats[n][0])):
        x, y, across, down = (round(float(value) * scale) for value in stats[n][:4])
        x, y = min(x, width - 2), min(y, height - 2)
        letters.append(Box(x, y, max(1, min(across, width - x)), max(1, min(down, height - y))))
    colours = small[inked].astype(float)
    heights = stats[row, 3].astype(float)
    regular = 1 / (1 + 4 * heights.std() / heights.mean()) / (1 + colours.std(axis=0).mean() / 30)
    area = float((stats[row, 2] * heights).sum()) / small.size * 300
    colour = tuple(int(value) for value in np.median(colours, axis=0))
    box = surround(letters)
    return Line(box, tuple(letters), ink.astype(np.float32), (colour[0], colour[1], colour[2]), regular * area)


def title_of(picture: Pixels) -> Line:
    """The line likeliest to be the title."""
    return lines_of_text(picture)[0]


def all_ink(picture: Pixels) -> Mask:
    """The letters of all lines, with a little round them."""
    ink = np.max([n.ink for i, n in enumerate(lines_of_text(picture)) if i == 0 or len(n.letters) > 4], axis=0)
    return np.asarray(cv2.dilate(ink, np.ones((3, 3), np.uint8)), np.float32)


def skin(picture: Pixels) -> Mask:
    """Where the colours are those of skin."""
    bright, red, blue = cv2.split(cv2.cvtColor(picture, cv2.COLOR_RGB2YCrCb))
    is_skin = (bright > 60) & (bright < 245) & (red > 136) & (red < 175) & (blue > 85) & (blue < 125)
    return np.asarray(cv2.medianBlur(is_skin.astype(np.uint8), 5), np.float32)


def _shifted(means: NDArray[np.float32], x: float, y: float) -> NDArray[np.float32]:
    """The values so far to the right and below, as an array of the same size."""
    move = np.array([[1, 0, -round(x)], [0, 1, -round(y)]], np.float32)
    return np.asarray(cv2.warpAffine(means, move, means.shape[::-1], borderMode=cv2.BORDER_REPLICATE), np.float32)


def likeliest_face(picture: Pixels) -> tuple[Face, float]:
    """Where two dark places lie level, lighter skin round them; and how sure that is, 0..1."""
    width, height = size_of(picture)
    small = cv2.resize(picture, (160, round(height * 160 / width)), interpolation=cv2.INTER_AREA)
    grey, bare = cv2.cvtColor(small, cv2.COLOR_RGB2GRAY).astype(np.float32), skin(np.asarray(small, np.uint8))
    ink = cv2.resize(all_ink(picture), small.shape[1::-1], interpolation=cv2.INTER_AREA)
    best, found = -1.0, (80, 40, 20.0)
    for half in (8, 10, 13, 17, 22, 28, 36, 46, 58):
        cell = max(2, round(half * 0.4))
        means = np.asarray(cv2.blur(grey, (cell, cell)), np.float32)
        eyes = [_shifted(means, side * half * 0.42, -half * 0.2) for side in (-1, 1)]
        cheeks = [_shifted(means, side * half * 0.42, half * 0.35) for side in (-1, 1)]
        bridge, brow = _shifted(means, 0, -half * 0.1), _shifted(means, 0, -half * 0.75)
        lighter = [bridge - eyes[0], bridge - eyes[1], cheeks[0] - eyes[0], cheeks[1] - eyes[1]]
        lighter.append(brow - np.maximum(*eyes))
        clear = np.clip(np.min(lighter, axis=0) / 35, 0, 1) - np.abs(eyes[0] - eyes[1]) / 200
        share = cv2.blur(bare, (round(half * 1.5), round(half * 2)))
        lettered = cv2.blur(ink, (round(half * 1.5), round(half * 2)))
        score = (share * 0.8 + 0.05) * np.clip(1 - 5 * lettered, 0, 1) * clear * half**0.6 / 7
        score[round(len(score) * 0.62) :] = score[: round(half * 1.1)] = score[:, :half] = score[:, -half:] = 0
        _, most, _, (x, y) = cv2.minMaxLoc(score)
        if most > best:
            best, found = most, (x, y, float(half))
    scale = width / 160
    return Face(found[0] * scale, found[1] * scale, found[2] * scale), best


def face_of(picture: Pixels) -> Face:
    """The likeliest face; else the head of the figure."""
    face, sure = likeliest_face(picture)
    if sure > SURE:
        return face
    box = bounds(figure_of(picture))
    half = max(picture.shape[1] * 0.05, min(picture.shape[1] * 0.14, box.width * 0.2))
    return Face(box.x + box.width / 2, box.y + half * 1.4, half)


def figure_of(picture: Pixels) -> Mask:
    """The person under the face, or else what stands in the middle, cut out along its outline."""
    width, height = size_of(picture)
    size = 140, round(height * 140 / width)
    small = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    face, sure = likeliest_face(np.asarray(small, np.uint8))
    middle = (face.x, face.y, face.half) if sure > SURE else (size[0] * 0.5, size[1] * 0.42, size[0] * 0.09)
    x, y, half = middle
    foot = min(size[1] * 0.85, y + half * 9)
    rows, columns = np.mgrid[: size[1], : size[0]]
    away, down = np.abs(columns - x), rows - y
    body = (down > half * 1.1) & (rows < foot) & (away < np.minimum(half * 2.2, half * 0.8 + (down - half) * 0.9))
    core = (down > half * 1.8) & (rows < foot - half) & (away < half * 0.6)
    head = np.hypot(away / half, down / half / 1.35)
    marks = np.full(size[::-1], cv2.GC_PR_BGD, np.uint8)
    marks[body | (head < 1.25)] = cv2.GC_PR_FGD
    marks[core | (head < 0.7)] = cv2.GC_FGD
    marks[(head > 2.2) & (down < half) | (away > half * 4) | (rows > foot)] = cv2.GC_BGD
    cv2.setRNGSeed(9)
    cv2.grabCut(small, marks, (0, 0, 1, 1), np.zeros((1, 65)), np.zeros((1, 65)), 4, cv2.GC_INIT_WITH_MASK)
    found = np.isin(marks, (cv2.GC_FGD, cv2.GC_PR_FGD)).astype(np.uint8)
    opened = cv2.morphologyEx(found, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8))
    closed = cv2.morphologyEx(opened, cv2.MORPH_CLOSE, np.ones((7, 7), np.uint8))
    _, labels, stats, _ = cv2.connectedComponentsWithStats(closed)
    largest = 1 + int(np.argmax(stats[1:, 4])) if len(stats) > 1 else 0
    person = labels == largest if largest and 0.04 < (labels == largest).mean() < 0.5 else body | (head < 1.1)
    smooth = cv2.GaussianBlur(person.astype(np.float32), (0, 0), 1.2)
    full = cv2.resize(smooth, (width, height), interpolation=cv2.INTER_CUBIC)
    return np.asarray(np.clip((full - 0.35) * 3.3, 0, 1), np.float32)


def calm_spot(picture: Pixels, across: int, down: int, rng: np.random.Generator, zone: Box) -> tuple[int, int]:
    """The corner of a place of this size within the zone with little going on, near enough the calmest."""
    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
    detail = cv2.morphologyEx(grey, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8))
    sums = cv2.integral(detail)
    right = max(zone.x, min(zone.x + zone.width, picture.shape[1]) - across)
    bottom = max(zone.y, min(zone.y + zone.height, picture.shape[0]) - down)
    best, place = np.inf, (zone.x, zone.y)
    for _ in range(40):
        x, y = int(rng.integers(zone.x, right + 1)), int(rng.integers(zone.y, bottom + 1))
        far_x, far_y = min(x + across, picture.shape[1]), min(y + down, picture.shape[0])
        total = float(sums[far_y, far_x] - sums[y, far_x] - sums[far_y, x] + sums[y, x])
        if total < best:
            best, place = total, (x, y)
    return place
