"""Guesses where a poster has its title, faces, figures and empty places."""

import cv2
import numpy as np
from numpy.typing import NDArray

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import part_of, size_of
from benchmarks.attacks.nineteenth.lettering import Mask

SMALL = 240


def smaller(pixels: Pixels) -> tuple[Pixels, float]:
    """A small copy and how many times larger the picture is."""
    width, height = size_of(pixels)
    factor = max(width, height) / SMALL
    copy = cv2.resize(pixels, (round(width / factor), round(height / factor)), interpolation=cv2.INTER_AREA)
    return np.asarray(copy, np.uint8), factor


def edges(pixels: Pixels) -> Mask:
    """How steep the picture is at every pixel."""
    grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    gradient = cv2.morphologyEx(grey, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8))
    return np.asarray(gradient, np.float32)


def enlarged(pixels: Pixels, left: float, top: float, right: float, bottom: float, factor: float) -> Box:
    """A box of the small copy in the picture."""
    width, height = size_of(pixels)
    x, y = max(0, int(left * factor)), max(0, int(top * factor))
    return Box(x, y, max(8, min(width, round(right * factor)) - x), max(8, min(height, round(bottom * factor)) - y))


def title_of(pixels: Pixels) -> Box:
    """The rows with the densest steep edges in the lower half."""
    small, factor = smaller(pixels)
    steep = (edges(np.asarray(cv2.GaussianBlur(small, (0, 0), 1.1), np.uint8)) > 48).astype(np.float32)
    height, width = steep.shape
    middle = steep[:, width // 12 : -width // 12].mean(axis=1, keepdims=True)
    rows = cv2.blur(middle, (1, 2 * (height // 50) + 1)).ravel()
    rows[: int(0.45 * height)] = 0
    rows[int(0.93 * height) :] = 0
    peak = int(rows.argmax())
    top = bottom = peak
    while top > 0.45 * height and peak - top < 0.09 * height and rows[top - 1] > 0.55 * rows[peak]:
        top -= 1
    while bottom < 0.95 * height and bottom - peak < 0.09 * height and rows[bottom] > 0.55 * rows[peak]:
        bottom += 1
    bottom = max(bottom, top + int(0.05 * height))
    columns = steep[top:bottom].mean(axis=0)
    strong = np.flatnonzero(columns > max(0.1, 0.35 * float(columns.max())))
    left, right = (int(strong[0]), int(strong[-1]) + 1) if len(strong) else (width // 6, width - width // 6)
    if right - left < width / 4:
        left, right = width // 6, width - width // 6
    return enlarged(pixels, left - 1, top - 1, right + 1, bottom + 1, factor)


def face_of(pixels: Pixels) -> Box:
    """The largest patch of skin with detail in the upper part, else the upper half's strongest detail."""
    small, factor = smaller(pixels)
    height, width = small.shape[:2]
    luma, red, blue = cv2.split(cv2.cvtColor(small, cv2.COLOR_RGB2YCrCb))
    skin = (luma > 60) & (red > 138) & (red < 175) & (blue > 85) & (blue < 128)
    skin[int(0.65 * height) :] = False
    opened = cv2.morphologyEx(skin.astype(np.uint8), cv2.MORPH_OPEN, np.ones((5, 5), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(opened)
    detail = edges(small)
    best, best_score = (0, 0, 0, 0), 0.0
    for x, y, across, down, area in stats[1:count]:
        full = area > max(0.012 * width * height, 0.4 * across * down)
        if not full or across > 0.6 * width or not 0.6 < down / across < 2.4:
            continue
        score = float(np.sqrt(area) * detail[y : y + down, x : x + across].mean())
        if score > best_score:
            best, best_score = (x, y, x + across, y + min(down, 1.5 * across)), score
    if best_score == 0:
        side = int(0.36 * min(width, height))
        x, y = strongest(detail, side, side, (0.06, 0.55))
        best = (x, y, x + side, y + side)
    left, top, right, bottom = best
    return enlarged(pixels, left, top, right, bottom, factor)


def strongest(field: Mask, width: int, height: int, rows: tuple[float, float]) -> tuple[int, int]:
    """The corner of the window with the most of it between two heights, the middle preferred."""
    sums = cv2.boxFilter(field, -1, (width, height), anchor=(0, 0), normalize=True)
    tall, wide = field.shape
    top, bottom = int(rows[0] * tall), max(int(rows[0] * tall) + 1, int(rows[1] * tall) - height)
    window = sums[top:bottom, : max(1, wide - width)]
    off = np.abs(np.arange(window.shape[1]) + width / 2 - wide / 2) / wide
    y, x = np.unravel_index(int((window * (1 - 0.7 * off)).argmax()), window.shape)
    return int(x), int(y) + top


def figure_box(pixels: Pixels, share: float = 0.46) -> Box:
    """Where the main figure is likely: much detail and a colour that is not the border's."""
    small, factor = smaller(pixels)
    lab = cv2.cvtColor(small, cv2.COLOR_RGB2LAB).astype(np.float32)
    height, width = lab.shape[:2]
    border = np.concatenate([lab[: height // 12].reshape(-1, 3), lab[:, : width // 12].reshape(-1, 3)])
    unlike = np.linalg.norm(lab - np.median(border, axis=0), axis=2)
    field = cv2.GaussianBlur(edges(small) + unlike, (0, 0), 3).astype(np.float32)
    across = int(share * width)
    down = int(min(0.6 * height, 1.5 * across))
    x, y = strongest(field, across, down, (0.08, 0.85))
    return enlarged(pixels, x, y, x + across, y + down, factor)


def figure_mask(pixels: Pixels, box: Box) -> Mask:
    """GrabCut's figure in a box; an ellipse where it finds none. Soft, of the picture's size."""
    small, factor = smaller(pixels)
    marks: NDArray[np.uint8] = np.full(small.shape[:2], cv2.GC_BGD, np.uint8)
    centre = (round((box.x + box.width / 2) / factor), round((box.y + box.height / 2) / factor))
    axes = (max(3, round(box.width / 2 / factor)), max(3, round(box.height / 2 / factor)))
    cv2.ellipse(marks, centre, axes, 0, 0, 360, cv2.GC_PR_FGD, -1)
    cv2.ellipse(marks, centre, (max(1, axes[0] // 4), max(1, axes[1] // 3)), 0, 0, 360, cv2.GC_FGD, -1)
    whole = np.isin(marks, (cv2.GC_FGD, cv2.GC_PR_FGD)).astype(np.float32)
    cv2.setRNGSeed(7)
    cv2.grabCut(small, marks, (0, 0, 1, 1), np.zeros((1, 65)), np.zeros((1, 65)), 3, cv2.GC_INIT_WITH_MASK)
    found = np.isin(marks, (cv2.GC_FGD, cv2.GC_PR_FGD)).astype(np.uint8)
    found = cv2.morphologyEx(found, cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8)).astype(np.float32)
    mask = found if found.sum() > 0.4 * whole.sum() else whole
    large = cv2.resize(cv2.GaussianBlur(mask, (0, 0), 1.2), size_of(pixels), interpolation=cv2.INTER_LINEAR)
    return np.asarray(large, np.float32)


def quiet_box(pixels: Pixels, width: float, height: float, rows: tuple[float, float], rng: np.random.Generator) -> Box:
    """A place for words of that size where little is going on, between two heights of the picture."""
    wide, tall = size_of(pixels)
    margin = max(4, wide // 30)
    xs = np.linspace(margin, max(margin, wide - width - margin), 7)
    far = min(rows[1] * tall, tall - margin) - height
    ys = np.linspace(max(margin, rows[0] * tall), max(margin, rows[0] * tall, far), 15)
    steep = edges(pixels)
    places = [Box(round(x), round(min(y, tall - height - 2)), round(width), round(height)) for x in xs for y in ys]
    calm = sorted(places, key=lambda box: float(part_of(steep, box).mean()))
    return calm[int(rng.integers(3))]


def box_of(mask: Mask, level: float = 0.3) -> Box:
    """The tight box round where a mask is strong."""
    rows, columns = np.flatnonzero((mask > level).any(axis=1)), np.flatnonzero((mask > level).any(axis=0))
    if not len(rows):
        return Box(0, 0, mask.shape[1], mask.shape[0])
    return Box(int(columns[0]), int(rows[0]), int(columns[-1] - columns[0]) + 1, int(rows[-1] - rows[0]) + 1)
