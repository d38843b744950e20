"""Guesses where a poster has its title, a face, a figure and quiet ground."""

import cv2
import numpy as np
from numpy.typing import NDArray

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.fourteenth.paint import Mask, blurred
from benchmarks.attacks.geometry import Colour, part_of, whole_of

_WIDTH = 240


def _small(pixels: Pixels) -> tuple[Pixels, float]:
    factor = pixels.shape[1] / _WIDTH
    size = (_WIDTH, max(24, round(pixels.shape[0] / factor)))
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.uint8), factor


def _edges(small: Pixels) -> NDArray[np.float32]:
    grey = cv2.cvtColor(small, cv2.COLOR_RGB2GRAY).astype(np.float32)
    return np.asarray(np.hypot(cv2.Sobel(grey, cv2.CV_32F, 1, 0), cv2.Sobel(grey, cv2.CV_32F, 0, 1)), np.float32)


def _grown_box(box: Box, factor: float, pixels: Pixels) -> Box:
    width, height = pixels.shape[1], pixels.shape[0]
    x, y = min(width - 8, int(box.x * factor)), min(height - 8, int(box.y * factor))
    right, bottom = min(width, round((box.x + box.width) * factor)), min(height, round((box.y + box.height) * factor))
    return Box(x, y, max(8, right - x), max(8, bottom - y))


def _blobs(mask: NDArray[np.bool_]) -> list[tuple[Box, int]]:
    _, _, rows, _ = cv2.connectedComponentsWithStats(mask.astype(np.uint8))
    return [(Box(*(int(v) for v in row[:4])), int(row[4])) for row in rows[1:]]


def find_title(pixels: Pixels) -> Box:
    """The widest, highest row of strong edges; a band in the lower third where there is none."""
    small, factor = _small(pixels)
    height = small.shape[0]
    sharp = (_edges(small) > 260).astype(np.uint8)
    joined = cv2.morphologyEx(sharp, cv2.MORPH_CLOSE, np.ones((3, 15), np.uint8))
    joined = cv2.morphologyEx(joined, cv2.MORPH_OPEN, np.ones((5, 9), np.uint8))
    best, box = 0.0, Box(round(_WIDTH * 0.15), round(height * 0.68), round(_WIDTH * 0.7), round(height * 0.1))
    for found, area in _blobs(joined > 0):
        if found.width < _WIDTH * 0.28 or not 0.03 < found.height / height < 0.22 or found.width < found.height * 1.6:
            continue
        level = cv2.cvtColor(part_of(small, found), cv2.COLOR_RGB2GRAY).std() / 60
        score = area * found.height**-0.2 * level * (1.25 if found.y + found.height / 2 > height / 2 else 1.0)
        if score > best:
            best, box = score, found
    return _grown_box(box, factor, pixels)


def title_colours(pixels: Pixels, box: Box) -> tuple[Colour, Colour]:
    """The letters' colour and their ground's, of two clusters; the ground is what the box's rim has more of."""
    piece = cv2.resize(part_of(pixels, box), (96, 32), interpolation=cv2.INTER_NEAREST)
    lit = cv2.cvtColor(piece, cv2.COLOR_RGB2GRAY)
    level, _ = cv2.threshold(lit, 0, 255, cv2.THRESH_OTSU)
    bright = lit > min(level, int(lit.max()) - 1)
    letters = bright if np.mean([bright[0], bright[-1]]) < 0.5 else ~bright
    found = [np.median(piece[where], axis=0) if where.any() else np.zeros(3) for where in (letters, ~letters)]
    first, second = ((int(red), int(green), int(blue)) for red, green, blue in found)
    return first, second


def find_face(pixels: Pixels) -> Box:
    return likely_face(pixels) or strongest_detail(pixels, 0.36, 0.5)


def likely_face(pixels: Pixels) -> Box | None:
    """The most face-like blob of skin colour in the upper three quarters; None in sepia pictures."""
    small, factor = _small(pixels)
    height = small.shape[0]
    bright, red, blue = cv2.split(cv2.cvtColor(small, cv2.COLOR_RGB2YCrCb))
    skin = (bright > 70) & (bright < 245) & (red > 138) & (red < 178) & (blue > 88) & (blue < 124)
    skin[int(height * 0.75) :] = False
    closed = cv2.morphologyEx(skin.astype(np.uint8), cv2.MORPH_OPEN, np.ones((7, 7), np.uint8))
    best, box = 0.0, None
    for found, area in _blobs(closed > 0):
        shape, fill = found.height / found.width, area / found.area
        if not 0.8 < shape < 2.2 or fill < 0.45 or not 0.15 < found.width / _WIDTH < 0.65:
            continue
        texture = cv2.cvtColor(part_of(small, found), cv2.COLOR_RGB2GRAY).std()
        if texture > 10 and area * fill > best:
            best, box = area * fill, Box(found.x, found.y, found.width, min(found.height, round(found.width * 1.45)))
    return _grown_box(box, factor, pixels) if box is not None and skin.mean() < 0.4 else None


def strongest_detail(pixels: Pixels, share: float, until: float, since: float = 0.0) -> Box:
    """The box, `share` of the width wide and a third higher, with most edges between two heights (shares)."""
    return quiet_place(pixels, share, share * 1.33 * pixels.shape[1], since, until, (), -1.0)


def quiet_place(
    pixels: Pixels, share: float, tall: float, since: float, until: float, avoid: tuple[Box, ...], calm: float = 1.0
) -> Box:
    """The calmest (-1: busiest) box, `share` of the width wide, `tall` pixels high, between two heights (shares)."""
    small, factor = _small(pixels)
    rows, columns = small.shape[:2]
    wide, high = min(columns - 2, round(share * columns)), max(2, min(rows - 2, round(tall / factor)))
    busy = np.minimum(_edges(small), 300)
    for box in avoid:
        part_of(busy, box.scaled(1 / factor, 1 / factor))[:] = 3000
    sums = cv2.boxFilter(busy, cv2.CV_32F, (wide, high), anchor=(0, 0), borderType=cv2.BORDER_REPLICATE) * calm
    first = max(0, min(int(since * rows), rows - high - 1))
    last = max(first + 1, min(int(until * rows) - high, rows - high))
    margin = min(columns // 40, (columns - wide) // 2)
    window = sums[first:last, margin : max(margin + 1, columns - wide - margin)]
    y, x = divmod(int(window.argmin()), window.shape[1])
    return _grown_box(Box(x + margin, y + first, wide, high), factor, pixels)


def figure_box(pixels: Pixels) -> Box:
    """A face with the shoulders and chest below it."""
    face, whole = find_face(pixels), whole_of(pixels)
    width = max(int(face.width * 2.3), whole.width // 2)
    height = max(int(face.height * 3.0), whole.height * 2 // 5)
    x = max(0, face.x + face.width // 2 - width // 2)
    y = min(max(0, face.y - int(face.height * 0.35)), whole.height - height // 2)
    return Box(x, y, min(width, whole.width - x), min(height, whole.height - y))


def cut_figure(pixels: Pixels, box: Box) -> Mask:
    """The soft mask of what stands out in a box (GrabCut); an ellipse where that finds next to nothing or all."""
    small, factor = _small(pixels)
    x, y, width, height = (round(v / factor) for v in (box.x, box.y, box.width, box.height))
    x, y = min(max(1, x), _WIDTH - 12), min(max(1, y), small.shape[0] - 12)
    width, height = max(8, min(width, _WIDTH - x - 2)), max(8, min(height, small.shape[0] - y - 2))
    labels = np.zeros(small.shape[:2], np.uint8)
    cv2.setRNGSeed(7)
    models, frame = (np.zeros((1, 65)), np.zeros((1, 65))), (x, y, width, height)
    cv2.grabCut(small, labels, frame, *models, 3, cv2.GC_INIT_WITH_RECT)
    found = np.isin(labels, (cv2.GC_FGD, cv2.GC_PR_FGD)).astype(np.uint8)
    found = cv2.morphologyEx(found, cv2.MORPH_CLOSE, np.ones((7, 7), np.uint8))
    _, marks, rows, _ = cv2.connectedComponentsWithStats(found)
    biggest = 1 + int(rows[1:, 4].argmax()) if len(rows) > 1 else 0
    found = (marks == biggest).astype(np.uint8)
    if not 0.2 < found.sum() / (width * height) < 0.96:
        found[:] = 0
        cv2.ellipse(found, (x + width // 2, y + height // 2), (width // 2, height // 2), 0, 0, 360, 1, -1)
    large = cv2.resize(blurred(found.astype(np.float32), 1.0), pixels.shape[1::-1])
    return np.clip((large - 0.3) / 0.4, 0, 1).astype(np.float32)
