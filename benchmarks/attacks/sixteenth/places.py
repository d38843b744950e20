"""Where things are in a poster: its title, a face, calm ground, a figure. Estimates, made without any model."""

import cv2
import numpy as np
from numpy.typing import NDArray

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import size_of

Mask = NDArray[np.float32]


def edges_of(pixels: Pixels) -> Mask:
    gradient = cv2.morphologyEx(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8))
    return np.asarray(gradient, np.float32) / np.float32(255)


def _two_tones(part: Mask) -> float:
    """How well two tones tell the part, 0..1: lettering they do, faces they do not."""
    light = part > (part.max() + part.min()) / 2
    rest = sum(float(part[side].var() * side.mean()) for side in (light, ~light) if side.any())
    return 1 - rest / max(70.0, float(part.var()))


def find_title(pixels: Pixels) -> Box:
    """The likeliest place of the title: a row of large upright strokes in two tones with calm above and below it."""
    width, height = size_of(pixels)
    small = cv2.resize(pixels, (100, round(height * 100 / width)), interpolation=cv2.INTER_AREA)
    grey = cv2.cvtColor(small, cv2.COLOR_RGB2GRAY).astype(np.float32)
    strokes = np.minimum(np.abs(cv2.Sobel(grey, cv2.CV_32F, 1, 0)) / 260, 1.0)
    total, rows = cv2.integral(strokes), small.shape[0]

    def mean(x: int, y: int, far_x: int, far_y: int) -> float:
        y, far_y = max(0, y), min(rows, far_y)
        weight = total[far_y, far_x] - total[y, far_x] - total[far_y, x] + total[y, x]
        return float(weight) / max(1, (far_x - x) * (far_y - y))

    best, best_score = Box(10, round(rows * 0.74), 80, round(rows * 0.12)), 0.03
    for high in (7, 9, 12, 15, 19, 24):
        for y in range(2, rows - high - 2, 2):
            for wide in (40, 55, 70, 84, 94):
                for x in range(3, 98 - wide, 6):
                    around = max(mean(x, y - 3, x + wide, y), mean(x, y + high, x + wide, y + high + 3))
                    ends = mean(x, y, x + wide // 6, y + high), mean(x + wide * 5 // 6, y, x + wide, y + high)
                    score = min(mean(x, y, x + wide, y + high) * 1.1, *(end * 1.5 for end in ends)) - 0.6 * around
                    score *= (wide / 100) ** 0.8 * (high / 12) ** 0.4 * (1.15 if y > rows / 2 else 1.0)
                    if score > best_score:
                        score *= _two_tones(grey[y : y + high, x : x + wide])
                        if score > best_score:
                            best, best_score = Box(x, y, wide, high), score
    return inside(best.scaled(width / 100, width / 100), pixels)


def rate_face(pixels: Pixels) -> tuple[Box, float]:
    """The likeliest face and how likely: skin with two darker eyes beside a nose, a forehead, cheeks; 0.3: surely."""
    width, height = size_of(pixels)
    small = cv2.resize(pixels, (120, round(height * 120 / width)), interpolation=cv2.INTER_AREA)
    luma, red, blue = cv2.split(cv2.cvtColor(small, cv2.COLOR_RGB2YCrCb))
    skin = ((luma > 50) & (red > 134) & (red < 178) & (blue > 90) & (blue < 130)).astype(np.float32)
    grey, best, best_score = luma.astype(np.float32), Box(0, 0, 8, 8), -1.0
    for size in [side for side in (14, 18, 23, 29, 37, 47) if side < small.shape[0] * 0.34]:

        def mean(raster: Mask, x: float, y: float, wide: float, high: float, size: int = size) -> Mask:
            blurred = cv2.blur(raster, (max(1, round(wide * size)), max(1, round(high * size))))
            return np.roll(blurred, (-round(y * size), -round(x * size)), (0, 1))

        eyes = [mean(grey, x, -0.1, 0.24, 0.14) for x in (-0.22, 0.22)]
        cheeks = [mean(grey, x, 0.17, 0.22, 0.18) for x in (-0.23, 0.23)]
        nose, forehead = mean(grey, 0.0, 0.05, 0.16, 0.24), mean(grey, 0.0, -0.4, 0.45, 0.14)
        mouth = mean(grey, 0.0, 0.42, 0.32, 0.1)
        lit = np.minimum.reduce([cheek - eye for cheek, eye in zip(cheeks, eyes, strict=True)])
        lit = np.minimum(lit, np.minimum(nose, forehead) - np.maximum(*eyes))
        lit = np.minimum(lit, np.minimum(*cheeks) - mouth + 12) / (np.maximum(*cheeks) + 30)
        beside = mean(skin, -0.8, 0.0, 0.2, 0.8) + mean(skin, 0.8, 0.0, 0.2, 0.8)
        even = 1 - np.abs(cheeks[0] - cheeks[1]) / (cheeks[0] + cheeks[1] + 20)
        score = np.minimum(lit, 0.4) * (0.06 + np.maximum(0, mean(skin, 0.0, 0.1, 0.7, 0.9) - 0.25 * beside))
        score *= even**2 * (size / 20) ** 0.5
        edge = round(size * 0.55)
        inner = score[edge : max(edge + 1, round(small.shape[0] * 0.62)), edge : 120 - edge]
        y, x = np.unravel_index(int(inner.argmax()), inner.shape)
        if inner[y, x] > best_score:
            best_score = float(inner[y, x])
            best = Box(int(x), int(y) - round(size * 0.05), size, round(size * 1.2))
    return inside(best.scaled(width / 120, width / 120), pixels), best_score


def find_face(pixels: Pixels) -> Box:
    """The likeliest face; the most detailed place of the upper half where there is none."""
    face, score = rate_face(pixels)
    return face if score > 0.07 else most_detailed(pixels, 0.28)


def most_detailed(pixels: Pixels, share: float) -> Box:
    width, height = size_of(pixels)
    side = round(min(width, height * 0.7) * share)
    weight = cv2.blur(edges_of(pixels), (side, side))
    inner = weight[side // 2 + height // 10 : height // 2, side : width - side]
    y, x = np.unravel_index(int(inner.argmax()), inner.shape)
    return inside(Box(int(x) + side - side // 2, int(y) + height // 10, side, side), pixels)


def inside(box: Box, pixels: Pixels) -> Box:
    """The box moved, and cut where it is too large, so that it lies in the picture."""
    width, height = size_of(pixels)
    wide, high = min(box.width, width), min(box.height, height)
    return Box(min(max(0, box.x), width - wide), min(max(0, box.y), height - high), wide, high)


def grown(box: Box, sides: float, above: float, below: float, pixels: Pixels) -> Box:
    """The box, larger by shares of its own size, cut to the picture."""
    x, y = max(0, round(box.x - box.width * sides)), max(0, round(box.y - box.height * above))
    far_x = min(pixels.shape[1], round(box.x + box.width * (1 + sides)))
    return Box(x, y, far_x - x, min(pixels.shape[0], round(box.y + box.height * (1 + below))) - y)


def calm_place(pixels: Pixels, wide: float, high: float, rng: np.random.Generator, low: float, far: float) -> Box:
    """A place of that size with little in it between two heights, 0..1; anywhere if none there is calm."""
    width, height = size_of(pixels)
    box_width, box_height = min(round(wide), round(width * 0.94)), min(round(high), round(height * 0.9))
    total, best, best_weight = cv2.integral(edges_of(pixels)), Box(0, 0, 1, 1), float("inf")
    for trial in range(90):
        if trial == 45:
            if best_weight < 0.11 * box_width * box_height:
                break
            low, far = 0.02, 0.98
        first = max(height * 0.02, height * low)
        last = max(first + 1, min(height * 0.98, height * far) - box_height)
        x = round(rng.uniform(width * 0.03, max(width * 0.031, width * 0.97 - box_width)))
        y = min(round(rng.uniform(first, last)), height - box_height)
        far_x, far_y = x + box_width, y + box_height
        weight = float(total[far_y, far_x] - total[y, far_x] - total[far_y, x] + total[y, x])
        if weight < best_weight:
            best, best_weight = Box(x, y, box_width, box_height), weight
    return best


def box_of(mask: Mask, least: float = 0.3) -> Box:
    return Box(*cv2.boundingRect((mask > least).astype(np.uint8)))


def figure_mask(pixels: Pixels) -> Mask:
    """The main figure, 0 or 1: what GrabCut keeps of the poster's middle; an oval where it finds nothing of use."""
    width, height = size_of(pixels)
    factor = 200 / max(width, height)
    small = cv2.resize(pixels, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    high, wide = small.shape[:2]
    labels = np.full((high, wide), cv2.GC_BGD, np.uint8)
    labels[round(high * 0.08) : round(high * 0.93), round(wide * 0.12) : round(wide * 0.88)] = cv2.GC_PR_FGD
    face = find_face(pixels).scaled(factor, factor)
    middle = face.x + face.width // 2, face.y + face.height // 2
    cv2.circle(labels, middle, max(3, face.width // 3), cv2.GC_FGD, -1)
    cv2.setRNGSeed(7)
    cv2.grabCut(small, labels, None, np.zeros((1, 65)), np.zeros((1, 65)), 3, cv2.GC_INIT_WITH_MASK)
    kept = cv2.morphologyEx((labels % 2).astype(np.uint8), cv2.MORPH_CLOSE, np.ones((7, 7), np.uint8))
    kept = cv2.morphologyEx(kept, cv2.MORPH_OPEN, np.ones((5, 5), np.uint8))
    _, named, stats, _ = cv2.connectedComponentsWithStats(kept)
    kept = (named == 1 + int(stats[1:, cv2.CC_STAT_AREA].argmax())).astype(np.uint8) if len(stats) > 1 else kept
    if not 0.1 < kept.mean() < 0.5 or box_of(kept).width < wide * 0.25:
        kept = np.zeros((high, wide), np.uint8)
        x = min(max(middle[0], round(wide * 0.3)), round(wide * 0.7))
        cv2.ellipse(kept, (x, high // 2), (round(wide * 0.27), round(high * 0.36)), 0, 0, 360, 1, -1)
    return np.asarray(cv2.resize(kept.astype(np.float32), (width, height)) > 0.5, np.float32)
