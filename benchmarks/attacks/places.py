"""Where on a poster things are: the title's band, calm ground near it, detailed spots, colours of the lettering."""

import cv2
import numpy as np
from numpy.typing import NDArray

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.geometry import Colour, size_of
from benchmarks.attacks.paint import grey_of, luminance


def detail_map(picture: Pixels) -> NDArray[np.float32]:
    """(height, width): how strongly brightness changes at each pixel."""
    grey = cv2.GaussianBlur(grey_of(picture), (0, 0), 1.0)
    across = cv2.Sobel(grey, cv2.CV_32F, 1, 0)
    down = cv2.Sobel(grey, cv2.CV_32F, 0, 1)
    return np.asarray(cv2.magnitude(across, down), np.float32)


def box_means(values: NDArray[np.float32], width: int, height: int) -> NDArray[np.float32]:
    """The mean of every (width, height) box; entry [y, x] is the box with its corner there."""
    sums = cv2.integral(values, sdepth=cv2.CV_64F)
    total = sums[height:, width:] - sums[:-height, width:] - sums[height:, :-width] + sums[:-height, :-width]
    return (total / (width * height)).astype(np.float32)


def title_band(picture: Pixels, rng: np.random.Generator, share: float) -> Box:
    """A full-width band that most likely holds the title: the row range of strong upright strokes.

    share: the band's height as a share of the poster's.
    """
    width, height = size_of(picture)
    strokes = np.abs(np.asarray(cv2.Sobel(grey_of(picture), cv2.CV_32F, 1, 0), np.float32))
    band = max(8, round(height * share))
    rows = box_means(np.ascontiguousarray(strokes), width, band)[:, 0]
    where = np.arange(len(rows)) / height
    wanted = rows * np.where((where > 0.5) & (where < 0.82), 1.6, np.where(where < 0.12, 0.9, 1.0))
    likely = wanted * rng.uniform(0.9, 1.1, len(rows))
    return Box(0, int(np.argmax(likely)), width, band)


def calm_spot(picture: Pixels, size: tuple[int, int], near: Box, rng: np.random.Generator) -> tuple[int, int]:
    """A corner (x, y) for lettering of a (width, height): on calm ground, near a band, as a designer would choose."""
    width, height = size_of(picture)
    box_width, box_height = min(size[0], width - 2), min(size[1], height - 2)
    calm = box_means(detail_map(picture), box_width, box_height)
    margin_x, margin_y = round(width * 0.03), round(height * 0.02)
    best: list[tuple[float, int, int]] = []
    for _ in range(60):
        x = _draw(rng, margin_x, width - margin_x - box_width)
        y = _draw(rng, margin_y, height - margin_y - box_height)
        if rng.random() < 0.35:
            x = (width - box_width) // 2
        away = abs((y + box_height / 2) - (near.y + near.height / 2)) / height
        best.append((float(calm[min(y, len(calm) - 1), min(x, calm.shape[1] - 1)]) * (0.4 + 3 * away), x, y))
    # On even ground only the last bits of a mean differ, and those by where the picture lies in memory.
    best.sort(key=lambda spot: round(spot[0], 3))
    return best[int(rng.integers(4))][1:]


def detailed_spot(picture: Pixels, size: tuple[int, int], rows: tuple[float, float], rng: np.random.Generator) -> Box:
    """A box of a (width, height) with much going on, its middle between two shares of the poster's height."""
    width, height = size_of(picture)
    box_width, box_height = min(size[0], width - 2), min(size[1], height - 2)
    detail = box_means(detail_map(picture), box_width, box_height)
    tried = []
    for _ in range(40):
        x = _draw(rng, 0, width - box_width)
        middle = rng.uniform(*rows) * height
        y = int(np.clip(middle - box_height / 2, 0, height - box_height))
        tried.append((float(detail[min(y, len(detail) - 1), min(x, detail.shape[1] - 1)]), x, y))
    tried.sort(reverse=True)
    _, x, y = tried[int(rng.integers(5))]
    return Box(x, y, box_width, box_height)


def lettering_colour(picture: Pixels, band: Box, ground: Box, rng: np.random.Generator) -> Colour:
    """A colour of the title that can be read on the ground, or white, black, red, yellow where none can."""
    piece = picture[band.y : band.y + band.height, band.x : band.x + band.width].reshape(-1, 3)
    samples = piece[rng.integers(0, len(piece), 400)].astype(np.float32)
    criteria = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 10, 1.0)
    cv2.setRNGSeed(int(rng.integers(2**31)))
    _, _, centres = cv2.kmeans(samples, 4, np.empty(0, np.int32), criteria, 1, cv2.KMEANS_PP_CENTERS)
    below = picture[ground.y : ground.y + ground.height, ground.x : ground.x + ground.width].reshape(-1, 3)
    brightness = luminance(below.mean(axis=0))
    readable = [centre for centre in centres if abs(luminance(centre) - brightness) > 70]
    if readable and rng.random() < 0.75:
        red, green, blue = max(readable, key=lambda centre: abs(luminance(centre) - brightness))
        return int(red), int(green), int(blue)
    bright: tuple[Colour, ...] = ((255, 255, 255), (255, 255, 255), (250, 215, 40), (240, 235, 215))
    dark: tuple[Colour, ...] = ((0, 0, 0), (0, 0, 0), (165, 10, 20), (40, 10, 80))
    choices = bright if brightness < 140 else dark
    return one_of(rng, choices)


def _draw(rng: np.random.Generator, low: int, high: int) -> int:
    return int(rng.integers(low, max(low, high) + 1))
