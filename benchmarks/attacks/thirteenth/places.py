"""Where the title, a face, a figure and quiet ground are, by plain guesses."""

import cv2
import numpy as np
from numpy.typing import NDArray

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import Colour, part_of, size_of
from benchmarks.attacks.thirteenth.layers import Mask, ellipse, feather, median_colour

WORK = 320
Letter = tuple[int, int, int, int]


def small_copy(pixels: Pixels) -> tuple[Pixels, float]:
    """The picture at 320 pixels of width, and how much larger the picture is."""
    width, height = size_of(pixels)
    small = cv2.resize(pixels, (WORK, max(32, round(height * WORK / width))), interpolation=cv2.INTER_AREA)
    return np.asarray(small, np.uint8), width / WORK


def detail(pixels: Pixels) -> Mask:
    """How much happens at every point: the strength of edges."""
    grey = cv2.GaussianBlur(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), (3, 3), 0)
    across, down = cv2.Sobel(grey, cv2.CV_32F, 1, 0), cv2.Sobel(grey, cv2.CV_32F, 0, 1)
    return np.asarray(np.hypot(across, down), np.float32)


def sums(raster: Mask, width: int, height: int) -> NDArray[np.float64]:
    """The sum of every window of a size, by its top left corner."""
    total = cv2.integral(raster, sdepth=cv2.CV_64F)
    lower, upper = total[height:], total[:-height]
    return np.asarray(lower[:, width:] - upper[:, width:] - lower[:, :-width] + upper[:, :-width])


def title_box(pixels: Pixels) -> Box:
    """The row of letters that stands out most; failing that, a band in the lower part."""
    small, scale = small_copy(pixels)
    height = small.shape[0]
    lab = cv2.cvtColor(small, cv2.COLOR_RGB2LAB)
    saturation = cv2.cvtColor(small, cv2.COLOR_RGB2HSV)[..., 1]
    best, best_score = Box(32, height * 3 // 4, WORK - 64, height // 9), 0.0
    for plane in (lab[..., 0], 255 - lab[..., 0], saturation, lab[..., 1], lab[..., 2]):
        level, _ = cv2.threshold(plane, 0, 255, cv2.THRESH_OTSU)
        for threshold in (level, (level + 255) / 2):
            for row in rows_of(letters_of(plane, threshold, height)):
                boxes = np.array(row)
                (left, top), (right, bottom) = boxes[:, :2].min(axis=0), (boxes[:, :2] + boxes[:, 2:]).max(axis=0)
                filled, tall = boxes[:, 2].sum() / (right - left), np.median(boxes[:, 3])
                score = float(min(len(row), 9) ** 0.5 * tall * min(1.0, (right - left) / 144) * min(1, filled))
                if score > best_score:
                    best, best_score = Box(int(left), int(top), int(right - left), int(bottom - top)), score
    return whole_row(small, best).scaled(scale, scale)


def whole_row(small: Pixels, box: Box) -> Box:
    """The box with the letters of the same colour to the left and right of it, which the search may have missed."""
    like = np.abs(small[box.y : box.y + box.height].astype(int) - np.array(title_colour(small, box))).max(axis=2) < 40
    inked = np.where((like.mean(axis=0) > 0.15) & (like.mean(axis=0) < 0.9))[0]
    left, right, gap = box.x, box.x + box.width, round(0.8 * box.height)
    for column in inked[(inked > 2) & (inked < left)][::-1]:
        left = int(column) if left - column <= gap else left
    for column in inked[(inked >= right) & (inked < WORK - 3)]:
        right = int(column) + 1 if column - right < gap else right
    return Box(left, box.y, right - left, box.height)


def letters_of(plane: NDArray[np.uint8], threshold: float, height: int) -> list[Letter]:
    """The boxes of parts of one value that might be letters."""
    _, _, stats, _ = cv2.connectedComponentsWithStats((plane > threshold).astype(np.uint8))
    x, _, wide, tall, area = stats[1:].T
    fits = (0.028 * height < tall) & (tall < 0.2 * height) & (0.12 * tall < wide) & (wide < 2.6 * tall)
    fits &= (area / (wide * tall) > 0.22) & (area / (wide * tall) < 0.95) & (x > 2) & (x + wide < WORK - 2)
    return [tuple(box) for box in stats[1:][fits, :4].tolist()]


def rows_of(letters: list[Letter]) -> list[list[Letter]]:
    """Letters that stand side by side on one line: three or more of a like height."""
    rows = []
    for _, y, _, tall in letters:
        like = [box for box in letters if 0.7 < box[3] / tall < 1.4 and abs(box[1] + box[3] - y - tall) < 0.2 * tall]
        like.sort()
        row = [like[0]]
        for box in like[1:]:
            if box[0] - row[-1][0] - row[-1][2] < 1.0 * tall:
                row.append(box)
            elif len(row) < 3:
                row = [box]
        if len(row) >= 3:
            rows.append(row)
    return rows


def title_colour(pixels: Pixels, box: Box) -> Colour:
    """The colour of the letters in a box: what differs most from its rim."""
    patch = part_of(pixels, box)
    rim = np.concatenate([patch[0], patch[-1]])
    distance = np.abs(patch.astype(int) - np.median(rim, axis=0)).sum(axis=2)
    return median_colour(patch[distance >= np.quantile(distance, 0.8)])


def skin_of(pixels: Pixels) -> Mask:
    """1 where the colour is that of skin."""
    luma, red, blue = cv2.split(cv2.cvtColor(pixels, cv2.COLOR_RGB2YCrCb))
    return ((red > 136) & (red < 178) & (blue > 85) & (blue < 128) & (luma > 60)).astype(np.float32)


def face_box(pixels: Pixels) -> Box:
    """The likeliest face: skin with detail in it, in the upper part; else the strongest detail there."""
    small, scale = small_copy(pixels)
    height = small.shape[0]
    skin, edges = skin_of(small), np.minimum(detail(small) / 160, 1)
    worth = skin * 0.8 + edges if skin.mean() < 0.6 else edges
    part_of(worth, title_box(pixels).scaled(1 / scale, 1 / scale))[:] = 0
    best, best_score = Box(96, height // 6, 100, 120), -1e9
    for wide in (64, 84, 110):
        tall = min(round(wide * 1.3), height // 2)
        inner = sums(worth[: max(tall + 4, round(height * 0.62))], wide, tall) / (wide * tall)
        inner[:, : WORK // 20] = inner[:, -WORK // 20 :] = 0
        y, x = np.unravel_index(int(inner.argmax()), inner.shape)
        if float(inner[y, x]) * wide**0.35 > best_score:
            best, best_score = Box(int(x), int(y), wide, tall), float(inner[y, x]) * wide**0.35
    return best.scaled(scale, scale)


def quiet_box(pixels: Pixels, width: int, height: int, region: Box, avoid: Box | None = None) -> Box:
    """The window of a size with the least detail within a region, off the box to avoid where that can be."""
    width, height = min(width, region.width - 1), min(height, region.height - 1)
    busy = np.minimum(detail(pixels), 250)
    if avoid is not None:
        part_of(busy, avoid)[:] += 600
    cost = sums(np.ascontiguousarray(part_of(busy, region)), width, height)
    y, x = np.unravel_index(int(cost.argmin()), cost.shape)
    return Box(region.x + int(x), region.y + int(y), width, height)


def figure_mask(pixels: Pixels) -> Mask:
    """The figure in the middle, cut out by GrabCut; an ellipse where that finds next to nothing or nearly all."""
    small, _ = small_copy(pixels)
    height, width = small.shape[:2]
    marks = np.full((height, width), cv2.GC_BGD, np.uint8)
    face = face_box(small)
    middle = min(max(face.x + face.width // 2, round(width * 0.3)), round(width * 0.7))
    marks[round(height * 0.06) : round(height * 0.86), max(0, middle - 110) : middle + 110] = cv2.GC_PR_BGD
    cv2.ellipse(marks, (middle, round(height * 0.5)), (62, round(height * 0.33)), 0, 0, 360, cv2.GC_PR_FGD, -1)
    part_of(marks, face)[:] = cv2.GC_FGD
    cv2.setRNGSeed(7)
    cv2.grabCut(small, marks, None, np.zeros((1, 65)), np.zeros((1, 65)), 4, cv2.GC_INIT_WITH_MASK)
    kept = ((marks == cv2.GC_FGD) | (marks == cv2.GC_PR_FGD)).astype(np.uint8)
    kept = cv2.morphologyEx(cv2.morphologyEx(kept, cv2.MORPH_CLOSE, np.ones((9, 9))), cv2.MORPH_OPEN, np.ones((5, 5)))
    _, labels, stats, _ = cv2.connectedComponentsWithStats(kept)
    largest = 1 + int(stats[1:, cv2.CC_STAT_AREA].argmax()) if len(stats) > 1 else 1
    mask = (labels == largest).astype(np.float32)
    if not 0.08 < mask.mean() < 0.55:
        mask = ellipse(width, height, Box(max(0, middle - 90), height // 8, 180, round(height * 0.66)), 0.15)
    return feather(np.asarray(cv2.resize(mask, size_of(pixels)), np.float32), max(1.0, size_of(pixels)[0] / 300))
