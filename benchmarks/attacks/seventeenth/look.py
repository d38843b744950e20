"""Where things are on a poster: titles, calm and busy places, heads, figures. Guesses, no models."""

import cv2
import numpy as np
from numpy.typing import NDArray

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import Colour, part_of
from benchmarks.attacks.paint import mask_box
from benchmarks.attacks.seventeenth.ink import Mask, inside, luminance

WORK = 256  # the width guesses are made at
Span = tuple[float, float, float, float]
WHOLE: Span = (0.03, 0.02, 0.97, 0.98)


def small(pixels: Pixels) -> tuple[Pixels, float]:
    """The poster at the working width, and how many of its pixels one of the small ones is."""
    factor = pixels.shape[1] / WORK
    size = WORK, max(32, round(pixels.shape[0] / factor))
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.uint8), factor


def detail(pixels: Pixels) -> NDArray[np.float32]:
    """How much goes on at each pixel: the local contrast."""
    grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    return np.asarray(cv2.morphologyEx(grey, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8)), np.float32)


def best_place(worth: NDArray[np.float32], factor: float, size: tuple[float, float], span: Span) -> Box:
    """The box of that size (in the poster's pixels) inside the span (shares) whose mean worth is the highest."""
    rows, columns = worth.shape
    width = max(2, min(round(size[0] / factor), int((span[2] - span[0]) * columns) - 1))
    height = max(2, min(round(size[1] / factor), int((span[3] - span[1]) * rows) - 1))
    sums = np.asarray(cv2.integral(worth.astype(np.float64)))
    inner = sums[height:, width:] - sums[:-height, width:] - sums[height:, :-width] + sums[:-height, :-width]
    top, left = int(span[1] * rows), int(span[0] * columns)
    bottom = max(top + 1, int(span[3] * rows) - height + 1)
    right = max(left + 1, int(span[2] * columns) - width + 1)
    window = inner[top:bottom, left:right]
    y, x = np.unravel_index(int(np.argmax(window)), window.shape)
    return Box(round((left + x) * factor), round((top + y) * factor), int(size[0]), int(size[1]))


def calm_place(pixels: Pixels, size: tuple[float, float], span: Span, rng: np.random.Generator) -> Box:
    """A place for something to be added where little is; random to a degree."""
    little, factor = small(pixels)
    noise = cv2.resize(rng.normal(0, 14, (5, 4)).astype(np.float32), little.shape[1::-1], interpolation=cv2.INTER_CUBIC)
    return best_place(noise - detail(little), factor, size, span)


def head_place(pixels: Pixels, rng: np.random.Generator) -> Box:
    """Where a face probably is: skin colours with some detail, not too low; else the strongest detail."""
    little, factor = small(pixels)
    _, red, blue = cv2.split(cv2.cvtColor(little, cv2.COLOR_RGB2YCrCb))
    skin = ((red > 136) & (red < 176) & (blue > 78) & (blue < 126)).astype(np.float32)
    skin *= (cv2.GaussianBlur(detail(little), (0, 0), 6) > 8).astype(np.float32)
    worth = skin * 100 + np.minimum(detail(little), 60) * 0.4
    side = pixels.shape[1] * float(rng.uniform(0.24, 0.36))
    return best_place(np.asarray(worth, np.float32), factor, (side, side * 1.25), (0.04, 0.05, 0.96, 0.72))


def busy_place(pixels: Pixels, size: tuple[float, float], span: Span = (0.05, 0.08, 0.95, 0.8)) -> Box:
    """Where most goes on."""
    little, factor = small(pixels)
    return best_place(np.minimum(detail(little), 90), factor, size, span)


def title_place(pixels: Pixels) -> Box:
    """The largest wide block of dense edges that looks like lettering; a band in the lower half if there is none."""
    little, factor = small(pixels)
    rows = little.shape[0]
    strong = (detail(little) > 70).astype(np.uint8)
    joined = cv2.morphologyEx(strong, cv2.MORPH_CLOSE, np.ones((3, 13), np.uint8))
    joined = cv2.morphologyEx(joined, cv2.MORPH_OPEN, np.ones((7, 9), np.uint8))
    best, found = 0.0, Box(round(WORK * 0.14), round(rows * 0.68), round(WORK * 0.72), round(rows * 0.12))
    for outline in cv2.findContours(joined, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)[0]:
        x, y, width, height = cv2.boundingRect(outline)
        if width < WORK * 0.28 or not rows * 0.03 < height < rows * 0.22 or width < height * 1.7:
            continue
        filled = float(joined[y : y + height, x : x + width].mean())
        middle = (y + height / 2) / rows
        worth = width * height * filled**2 * (1.3 if middle > 0.6 or middle < 0.3 else 0.7)
        if worth > best:
            best, found = worth, Box(x, y, width, height)
    return inside(found.scaled(factor, factor), pixels)


def title_colour(pixels: Pixels, box: Box) -> Colour:
    """The colour of two in the box that its rim shows less of."""
    part = part_of(pixels, box)
    points = part.reshape(-1, 3).astype(np.float32)
    stop = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 12, 1.0)
    cv2.setRNGSeed(1)
    _, _, centres = cv2.kmeans(points, 2, np.zeros((len(points), 1), np.int32), stop, 1, cv2.KMEANS_PP_CENTERS)
    rim = np.median(np.vstack([part[0], part[-1]]).astype(float), axis=0)
    far = max(centres, key=lambda centre: abs(luminance(centre.astype(float)) - luminance(rim)))
    red, green, blue = (int(value) for value in far)
    return red, green, blue


def oval(width: int, height: int, feather: float = 0.12) -> Mask:
    """A soft-edged ellipse that fills its box."""
    mask = np.zeros((height, width), np.float32)
    soft = max(1.0, min(width, height) * feather)
    axes = max(2, round(width / 2 - soft)), max(2, round(height / 2 - soft))
    cv2.ellipse(mask, (width // 2, height // 2), axes, 0, 0, 360, 1.0, -1, cv2.LINE_AA)
    return np.asarray(cv2.GaussianBlur(mask, (0, 0), soft / 2), np.float32)


def figure_mask(pixels: Pixels) -> Mask:
    """What stands out in the middle, by GrabCut; an ellipse when that finds nothing or everything."""
    little, _ = small(pixels)
    rows, columns = little.shape[:2]
    frame = (round(columns * 0.14), round(rows * 0.12), round(columns * 0.72), round(rows * 0.72))
    labels = np.zeros((rows, columns), np.uint8)
    cv2.setRNGSeed(1)
    try:
        cv2.grabCut(little, labels, frame, np.zeros((1, 65)), np.zeros((1, 65)), 4, cv2.GC_INIT_WITH_RECT)
    except cv2.error:
        labels[:] = 0
    kept = ((labels == cv2.GC_FGD) | (labels == cv2.GC_PR_FGD)).astype(np.uint8)
    kept = cv2.morphologyEx(cv2.morphologyEx(kept, cv2.MORPH_CLOSE, np.ones((7, 7))), cv2.MORPH_OPEN, np.ones((5, 5)))
    count, marks, stats, _ = cv2.connectedComponentsWithStats(kept)
    if count > 1:
        kept = (marks == 1 + int(np.argmax(stats[1:, cv2.CC_STAT_AREA]))).astype(np.uint8)
    if not 0.1 < float(kept.mean()) < 0.45:
        kept[:] = 0
        cv2.ellipse(
            kept, (columns // 2, round(rows * 0.47)), (round(columns * 0.3), round(rows * 0.32)), 0, 0, 360, 1, -1
        )
    soft = cv2.GaussianBlur(kept.astype(np.float32), (0, 0), 1.6)
    return np.asarray(cv2.resize(soft, pixels.shape[1::-1], interpolation=cv2.INTER_LINEAR), np.float32)


def box_of(mask: Mask) -> Box:
    """The tight box of what a mask covers for the most part."""
    return mask_box(mask, 0.4)


def difference_box(before: Pixels, after: Pixels) -> Box:
    """The tight box of what differs plainly."""
    apart = np.abs(before.astype(np.int16) - after).max(axis=2) > 20
    return box_of(apart.astype(np.float32))
