"""Where figures, faces, hair, coloured things and calm areas are, by plain rules of thumb."""

import cv2
import numpy as np
from numpy.typing import NDArray

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import size_of
from benchmarks.attacks.twelfth.pixels import Floats, grey_of, resized, resized_mask, softened
from benchmarks.attacks.twelfth.places import cut_box
from benchmarks.attacks.twelfth.textlines import lines_of

FEW = 120


def _small(picture: Pixels, width: int = FEW) -> Pixels:
    across, down = size_of(picture)
    return resized(picture, width, max(8, down * width / across))


def figure_of(picture: Pixels) -> Floats:
    """How surely each pixel belongs to the main figure, 0..1, feathered."""
    width, height = size_of(picture)
    small = _small(picture)
    rows, columns = small.shape[:2]
    lab = cv2.cvtColor(small, cv2.COLOR_RGB2LAB).astype(np.float32)
    rim = np.concatenate([lab[: rows // 12].reshape(-1, 3), lab[:, :8].reshape(-1, 3), lab[:, -8:].reshape(-1, 3)])
    cv2.setRNGSeed(1)
    _, _, centres = cv2.kmeans(rim, 4, np.zeros(0, np.int32), (3, 8, 1.0), 1, cv2.KMEANS_PP_CENTERS)
    odd = np.min([np.linalg.norm(lab - centre, axis=2) for centre in centres], axis=0)
    y, x = np.mgrid[0:rows, 0:columns].astype(np.float32)
    middle = np.exp(-(((x / columns - 0.5) / 0.3) ** 2) - ((y / rows - 0.5) / 0.33) ** 2)
    pull = softened(np.asarray(odd / (odd.max() + 1), np.float32) + np.float32(0.001), 2) * middle
    labels = np.full((rows, columns), cv2.GC_PR_BGD, np.uint8)
    labels[pull > np.quantile(pull, 0.68)] = cv2.GC_PR_FGD
    labels[pull > np.quantile(pull, 0.93)] = cv2.GC_FGD
    for line in lines_of(picture):
        box, scale = line.box, FEW / width
        reach = slice(int(box.y * scale) - 1, int((box.y + box.height) * scale) + 2)
        labels[reach, max(0, int(box.x * scale) - 1) : int((box.x + box.width) * scale) + 2] = cv2.GC_BGD
    labels[: rows // 20] = labels[:, :3] = labels[:, -3:] = cv2.GC_BGD
    cv2.grabCut(small, labels, (0, 0, 1, 1), np.zeros((1, 65)), np.zeros((1, 65)), 2, cv2.GC_INIT_WITH_MASK)
    inside = np.isin(labels, (cv2.GC_FGD, cv2.GC_PR_FGD)).astype(np.uint8)
    inside = _tidied(inside)
    return softened(resized_mask(inside.astype(np.float32), width, height), width / FEW * 0.7)


def _tidied(marks: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The largest piece, its small holes closed and its thin ends cut."""
    closed = cv2.morphologyEx(marks, cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8))
    opened = np.asarray(cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8)), np.uint8)
    _, names, stats, _ = cv2.connectedComponentsWithStats(opened)
    most = 1 + int(stats[1:, cv2.CC_STAT_AREA].argmax()) if len(stats) > 1 else 0
    return np.asarray(names == most, np.uint8)


def extent(mask: Floats, level: float = 0.3) -> Box:
    """The tight box around a mask; all of it where nothing reaches the level."""
    rows, columns = np.flatnonzero((mask > level).any(axis=1)), np.flatnonzero((mask > level).any(axis=0))
    if not len(rows):
        return Box(0, 0, mask.shape[1], mask.shape[0])
    left, top = int(columns[0]), int(rows[0])
    return Box(left, top, int(columns[-1]) - left + 1, int(rows[-1]) - top + 1)


def _skin(small: Pixels) -> NDArray[np.uint8]:
    luma, red, blue = cv2.split(cv2.cvtColor(small, cv2.COLOR_RGB2YCrCb))
    marks = (luma > 60) & (red > 136) & (red < 180) & (blue > 80) & (blue < 128)
    return marks.astype(np.uint8)


def _oval(width: int) -> tuple[Floats, Floats]:
    """An upright oval, and the eyes' band in it, each weighing one in all."""
    high = round(1.36 * width)
    y, x = np.mgrid[0:high, 0:width].astype(np.float32)
    far = ((x / width - 0.5) / 0.36) ** 2 + ((y / high - 0.5) / 0.4) ** 2
    inner, outer = far < 1, far > 1.3
    bands = (np.abs(y / high - 0.42) < 0.08) & inner, (np.abs(y / high - 0.62) < 0.1) & inner
    skin = inner / inner.sum() - 0.7 * outer / outer.sum()
    return skin.astype(np.float32), (bands[1] / bands[1].sum() - bands[0] / bands[0].sum()).astype(np.float32)


def face_of(picture: Pixels) -> Box:
    """The likeliest face: an upright oval of skin with darker eyes in its upper half; else the figure's head."""
    width = size_of(picture)[0]
    small = _small(picture, 150)
    scale = width / 150
    marks = softened(_skin(small).astype(np.float32), 1)
    grey = grey_of(small).astype(np.float32)
    best, most = None, 0.2
    for across in (18, 24, 32, 42, 56, 74, 96):
        high = round(1.36 * across)
        if high >= small.shape[0] * 0.8:
            continue
        skin, eyes = _oval(across)
        fit = cv2.filter2D(marks, cv2.CV_32F, skin, borderType=cv2.BORDER_REPLICATE)
        dark = np.clip(cv2.filter2D(grey, cv2.CV_32F, eyes, borderType=cv2.BORDER_REPLICATE) / 60, -0.3, 0.5)
        score = (fit + 0.6 * dark) * (across / 60) ** 0.3
        score[: high // 3] = score[-high // 3 :] = -1
        row, column = np.unravel_index(int(score.argmax()), score.shape)
        if score[row, column] > most and fit[row, column] > 0.3:
            best, most = (int(column) - across / 2, int(row) - high / 2, across, high), float(score[row, column])
    if best is None:
        return _head(picture)
    x, y, across, high = best
    return cut_box(
        (x + 0.1 * across) * scale, (y + 0.06 * high) * scale, 0.8 * across * scale, 0.86 * high * scale, picture
    )


def _head(picture: Pixels) -> Box:
    mask = figure_of(picture)
    box = extent(mask)
    high = max(12, round(min(0.3 * box.height, 0.4 * mask.shape[1])))
    row = mask[box.y : box.y + high].sum(axis=0)
    middle = float((row * np.arange(len(row))).sum() / max(1e-6, row.sum()))
    return cut_box(middle - 0.4 * high, box.y + 0.05 * high, 0.8 * high, high, picture)


def calm_box(picture: Pixels, width: float, height: float, rng: np.random.Generator, within: Box | None = None) -> Box:
    """A quiet place of that size, off the words where that can be."""
    across, down = size_of(picture)
    area = within or Box(0, 0, across, down)
    scale = FEW / across
    grey = grey_of(_small(picture)).astype(np.float32)
    busy = np.abs(cv2.Sobel(grey, cv2.CV_32F, 1, 0)) + np.abs(cv2.Sobel(grey, cv2.CV_32F, 0, 1))
    for line in lines_of(picture):
        y0, x0 = int(line.box.y * scale), int(line.box.x * scale)
        busy[y0 : y0 + max(2, int(line.box.height * scale) + 1), x0 : x0 + int(line.box.width * scale) + 1] += 400
    sums = cv2.integral(busy)
    width, height = min(width, area.width), min(height, area.height)
    places = []
    for _ in range(60):
        x, y = area.x + rng.random() * (area.width - width), area.y + rng.random() * (area.height - height)
        left, top = int(x * scale), int(y * scale)
        right = min(busy.shape[1], max(left + 1, int((x + width) * scale)))
        bottom = min(busy.shape[0], max(top + 1, int((y + height) * scale)))
        total = sums[bottom, right] - sums[top, right] - sums[bottom, left] + sums[top, left]
        places.append((float(total), x, y))
    _, x, y = sorted(places)[int(rng.integers(4))]
    return cut_box(x, y, width, height, picture)


def coloured_thing(picture: Pixels, rng: np.random.Generator) -> Floats:
    """One connected thing of a strong colour that is no skin, as a feathered mask; maybe empty."""
    width, height = size_of(picture)
    small = _small(picture, 200)
    hue, strength, value = cv2.split(cv2.cvtColor(small, cv2.COLOR_RGB2HSV))
    dull = (strength < 80) | (value < 50) | (_skin(small) > 0)
    found = []
    for middle in range(0, 180, 15):
        apart = np.abs((hue.astype(np.int16) - middle + 90) % 180 - 90)
        marks = ((apart < 12) & ~dull).astype(np.uint8)
        one = _tidied(marks)
        if 0.008 < one.mean() < 0.3:
            found.append(one)
    if not found:
        return np.zeros((height, width), np.float32)
    found.sort(key=lambda one: -float(one.mean()))
    one = found[int(rng.integers(min(3, len(found))))]
    return softened(resized_mask(one.astype(np.float32), width, height), width / 200)
