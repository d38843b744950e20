"""Where on a poster the lettering, a face, a figure and the calm places are."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.eleventh.draw import resized, softened
from benchmarks.attacks.geometry import part_of
from benchmarks.attacks.paint import Mask


def _small(picture: Pixels, width: int) -> tuple[Pixels, float]:
    scale = picture.shape[1] / width
    return resized(picture, width, max(8, round(picture.shape[0] / scale))), scale


def _grown_back(box: tuple[int, int, int, int], scale: float, picture: Pixels) -> Box:
    height, width = picture.shape[:2]
    x, y = max(0, int(box[0] * scale)), max(0, int(box[1] * scale))
    wide, high = min(width - x, int(box[2] * scale) + 1), min(height - y, int(box[3] * scale) + 1)
    return Box(x, y, max(2, wide), max(2, high))


def text_lines(picture: Pixels) -> list[Box]:
    """Places that look like lines of lettering, the most title-like first."""
    small, scale = _small(picture, 240)
    grey = np.asarray(cv2.cvtColor(small, cv2.COLOR_RGB2GRAY), np.uint8)
    high = grey.shape[0]
    edges = cv2.morphologyEx(grey, cv2.MORPH_GRADIENT, np.ones((2, 2), np.uint8))
    level, _ = cv2.threshold(edges, 0, 255, cv2.THRESH_BINARY | cv2.THRESH_OTSU)
    strong = (np.asarray(edges) > max(28.0, level)).astype(np.uint8)
    found: list[tuple[float, Box]] = []
    for reach in (7, 13):
        joined = cv2.morphologyEx(strong, cv2.MORPH_CLOSE, np.ones((1, reach), np.uint8))
        joined = cv2.morphologyEx(joined, cv2.MORPH_OPEN, np.ones((4, 6), np.uint8))
        outlines, _ = cv2.findContours(joined, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
        for outline in outlines:
            x, y, wide, tall = (int(n) for n in cv2.boundingRect(outline))
            if wide < 26 or wide < 1.6 * tall or not 4 <= tall <= 0.2 * high:
                continue
            density = float(strong[y : y + tall, x : x + wide].mean())
            lower = (y + tall / 2) / high
            favoured = 1.5 if 0.55 < lower < 0.93 or lower < 0.22 else 1.0
            middle = 1 - abs((x + wide / 2) / 240 - 0.5)
            score = tall * wide**0.7 * density * favoured * middle
            found.append((score, _grown_back((x - 1, y - 1, wide + 2, tall + 2), scale, picture)))
    return [box for _, box in sorted(found, key=lambda pair: -pair[0])]


def title(picture: Pixels) -> Box:
    """The most title-like line; the usual place of titles when there is none."""
    lines = text_lines(picture)
    height, width = picture.shape[:2]
    return lines[0] if lines else Box(int(width * 0.15), int(height * 0.74), int(width * 0.7), int(height * 0.08))


def letters(picture: Pixels, box: Box) -> Mask:
    """The ink of the lettering in a box: what differs from the box's rim."""
    part = part_of(picture, box).astype(np.float32)
    rim = np.concatenate([part[0], part[-1], part[:, 0], part[:, -1]])
    distance = np.abs(part - np.median(rim, 0)).max(2).clip(0, 255).astype(np.uint8)
    level, _ = cv2.threshold(distance, 0, 255, cv2.THRESH_BINARY | cv2.THRESH_OTSU)
    return np.asarray(distance > max(18.0, level * 0.8), np.float32)


def face(picture: Pixels) -> Box:
    """Where the skin-coloured patch is that most resembles a face, else where heads usually are."""
    small, scale = _small(picture, 150)
    luma, red, blue = cv2.split(cv2.cvtColor(small, cv2.COLOR_RGB2YCrCb))
    skin = np.asarray((red > 134) & (red < 168) & (blue > 78) & (blue < 130) & (luma > 50), np.float32)
    high, wide = skin.shape
    middle = 1 - 1.2 * np.abs(np.linspace(-0.5, 0.5, wide, dtype=np.float32))
    best, found = 0.03, (int(wide * 0.32), int(high * 0.16), int(wide * 0.36), int(wide * 0.46))
    for share in (0.16, 0.22, 0.3, 0.4, 0.5):
        w, h = int(wide * share), int(wide * share * 1.28)
        inside = np.asarray(cv2.boxFilter(skin, -1, (w, h)), np.float32)
        around = np.asarray(cv2.boxFilter(skin, -1, (int(w * 1.8), int(h * 1.7))), np.float32)
        score = (inside - 0.7 * around) * share**0.7 * middle
        score[int(high * 0.6) :] = 0
        _, top, _, (x, y) = cv2.minMaxLoc(score)
        if top > best:
            best, found = top, (x - w // 2, y - h // 2, w, h)
    return _grown_back(found, scale, picture)


def figure(picture: Pixels) -> Mask:
    """The figure in the middle, with a soft outline."""
    small, scale = _small(picture, 110)
    high, wide = small.shape[:2]
    marks = np.full((high, wide), cv2.GC_BGD, np.uint8)
    marks[int(high * 0.06) : int(high * 0.9), int(wide * 0.08) : int(wide * 0.92)] = cv2.GC_PR_BGD
    marks[int(high * 0.2) : int(high * 0.75), int(wide * 0.3) : int(wide * 0.7)] = cv2.GC_PR_FGD
    head = face(picture)
    x, y, w, h = (int(n / scale) for n in (head.x, head.y, head.width, head.height))
    marks[y + h // 4 : y + h, x + w // 4 : x + w - w // 4] = cv2.GC_FGD
    models = np.zeros((1, 65)), np.zeros((1, 65))
    cv2.setRNGSeed(7)
    cv2.grabCut(small, marks, (0, 0, 0, 0), *models, 3, cv2.GC_INIT_WITH_MASK)
    mine = np.isin(marks, (cv2.GC_FGD, cv2.GC_PR_FGD)).astype(np.uint8)
    mine = np.asarray(cv2.morphologyEx(mine, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8)), np.uint8)
    _, names, sizes, _ = cv2.connectedComponentsWithStats(mine)
    if len(sizes) > 1:
        mine = (np.asarray(names) == 1 + int(np.argmax(sizes[1:, cv2.CC_STAT_AREA]))).astype(np.uint8)
    if not 0.08 < float(mine.mean()) < 0.7:
        mine = np.zeros((high, wide), np.uint8)
        cv2.ellipse(mine, (x + w // 2, y + h // 2), (max(2, w // 2), max(2, h * 6 // 10)), 0, 0, 360, 1, -1)
        cv2.ellipse(mine, (x + w // 2, y + h * 2), (max(3, w), max(3, h)), 0, 0, 360, 1, -1)
    size = (picture.shape[1], picture.shape[0])
    wide_mask = np.asarray(cv2.resize(softened(mine.astype(np.float32), 1.0), size), np.float32)
    return np.asarray(np.clip((wide_mask - 0.35) / 0.3, 0, 1), np.float32)


def calm_place(picture: Pixels, rng: np.random.Generator, wide: float, high: float, rows: tuple[float, float]) -> Box:
    """A calm place of that size (shares of the width) within some rows (shares of the height)."""
    small, scale = _small(picture, 120)
    grey = cv2.cvtColor(small, cv2.COLOR_RGB2GRAY)
    rough = np.abs(np.asarray(cv2.Laplacian(grey, cv2.CV_32F), np.float32))
    h, w = rough.shape
    wide_px, high_px = min(w - 3, max(3, int(wide * w))), min(h - 3, max(3, int(high * w)))
    best, place = np.inf, (0, 0)
    for _ in range(30):
        x = int(rng.integers(1, w - wide_px))
        y = int(np.clip(rng.uniform(*rows) * h - high_px / 2, 1, h - high_px - 1))
        score = float(rough[y : y + high_px, x : x + wide_px].mean())
        if score < best:
            best, place = score, (x, y)
    return _grown_back((place[0], place[1], wide_px, high_px), scale, picture)


def around(mask: Mask) -> Box:
    """The box around what is more than half covered."""
    rows, columns = np.flatnonzero((mask > 0.5).any(1)), np.flatnonzero((mask > 0.5).any(0))
    if not len(rows):
        return Box(0, 0, mask.shape[1], mask.shape[0])
    return Box(int(columns[0]), int(rows[0]), int(np.ptp(columns)) + 1, int(np.ptp(rows)) + 1)
