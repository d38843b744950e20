"""Where things are on a poster, and where there is room: simple estimates from edges and skin colour."""

import cv2
import numpy as np
from numpy.typing import NDArray

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import Colour, part_of, resize, size_of

SMALL = 240


def portion(pixels: Pixels, left: float, top: float, right: float, bottom: float) -> Box:
    """The box between shares of the width and height."""
    width, height = size_of(pixels)
    x, y = round(left * width), round(top * height)
    return Box(x, y, max(1, round(right * width) - x), max(1, round(bottom * height) - y))


def _detail(pixels: Pixels) -> tuple[NDArray[np.float32], float]:
    width, height = size_of(pixels)
    factor = SMALL / width
    small, _ = resize(pixels, SMALL, round(height * factor))
    grey = cv2.cvtColor(small, cv2.COLOR_RGB2GRAY)
    return np.asarray(cv2.morphologyEx(grey, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8)), np.float32), factor


def spot(pixels: Pixels, width: int, height: int, region: Box, busy: bool) -> Box:
    """The busiest or calmest place of a size inside a region."""
    (detail, factor), (full_width, full_height) = _detail(pixels), size_of(pixels)
    window = max(1, int(width * factor)), max(1, int(height * factor))
    score = np.minimum(detail, 45) if busy else -np.log1p(detail)
    score = cv2.boxFilter(score, -1, window, anchor=(0, 0), borderType=cv2.BORDER_REPLICATE)
    right = max(region.x + 1, min(region.x + region.width, full_width) - width + 1)
    bottom = max(region.y + 1, min(region.y + region.height, full_height) - height + 1)
    left, top = int(region.x * factor), int(region.y * factor)
    seen = score[top : max(top + 1, int(bottom * factor)), left : max(left + 1, int(right * factor))]
    y, x = np.unravel_index(int(np.argmax(seen)), seen.shape)
    width, height = min(width, full_width), min(height, full_height)
    across, down = round((left + x) / factor), round((top + y) / factor)
    return Box(min(across, full_width - width), min(down, full_height - height), width, height)


def text_band(pixels: Pixels, region: Box, tallest: float) -> Box | None:
    """The most prominent line of lettering in a region, from dense strong edges; None where there is none."""
    detail, factor = _detail(pixels)
    top, bottom = int(region.y * factor), int((region.y + region.height) * factor)
    strip = detail[top:bottom]
    if strip.shape[0] < 8:
        return None
    strong = (strip > max(60.0, float(np.percentile(strip, 80)))).astype(np.uint8)
    joined = cv2.morphologyEx(strong, cv2.MORPH_CLOSE, np.ones((3, 15), np.uint8))
    joined = cv2.morphologyEx(joined, cv2.MORPH_OPEN, np.ones((5, 13), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(joined)
    best, found = 0.0, None
    for x, y, width, height, area in stats[1:]:
        if width < 0.28 * SMALL or not 6 <= height <= tallest * detail.shape[0] or area < 0.45 * width * height:
            continue
        centred = 1 - abs(x + width / 2 - SMALL / 2) / SMALL
        edges = float(strip[y : y + height, x : x + width].mean())
        score = edges * height**0.7 * width**0.5 * centred * (area / (width * height))
        if score > best:
            best, found = score, (x, y, width, height)
    if found is None:
        return None
    x, y, width, height = (round(float(value) / factor) for value in found)
    return Box(x, y + region.y, width, height)


def title_box(pixels: Pixels) -> Box:
    """Where the title is, or most likely is: a band in the lower half, else near the top, else a guess."""
    for region in (portion(pixels, 0, 0.5, 1, 0.96), portion(pixels, 0, 0.02, 1, 0.55)):
        found = text_band(pixels, region, 0.24)
        if found is not None and found.height > 0.03 * pixels.shape[0]:
            return found
    return portion(pixels, 0.16, 0.72, 0.84, 0.82)


def title_colour(pixels: Pixels, box: Box) -> Colour:
    """The colour the letters of a band are most likely printed in."""
    inside = part_of(pixels, box)
    grey = cv2.cvtColor(np.ascontiguousarray(inside), cv2.COLOR_RGB2GRAY)
    level, _ = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY | cv2.THRESH_OTSU)
    bright = grey > level
    bright = bright if bright.mean() < 0.5 else ~bright
    red, green, blue = np.median(inside[bright] if bright.any() else inside.reshape(-1, 3), axis=0)
    return int(red), int(green), int(blue)


def skin_face(pixels: Pixels) -> Box | None:
    """The largest blob of skin colour that could be a face."""
    detail, factor = _detail(pixels)
    small = cv2.resize(pixels, (detail.shape[1], detail.shape[0]), interpolation=cv2.INTER_AREA)
    tones = cv2.cvtColor(cv2.GaussianBlur(small, (0, 0), 1.5), cv2.COLOR_RGB2YCrCb)
    skin = cv2.inRange(tones, (60, 139, 85), (240, 172, 122))
    skin = cv2.morphologyEx(skin, cv2.MORPH_OPEN, np.ones((5, 5), np.uint8))
    skin = cv2.morphologyEx(skin, cv2.MORPH_CLOSE, np.ones((9, 9), np.uint8))
    best, found = 0.0, None
    for x, y, across, down, area in cv2.connectedComponentsWithStats(skin[: round(small.shape[0] * 0.72)])[2][1:]:
        down = min(down, round(across * 1.4))
        score = float(np.minimum(detail[y : y + down, x : x + across], 70).mean()) * float(across * down) ** 0.5
        shaped = 0.15 * SMALL <= across <= 0.55 * SMALL and 0.75 * across <= down and 0.4 * across * down <= area
        if shaped and score > best:
            best, found = score, [round(float(value) / factor) for value in (x, y, across, down)]
    return Box(found[0], found[1], found[2], min(found[3], pixels.shape[0] - found[1])) if found else None


def face_box(pixels: Pixels) -> Box:
    """A face by its skin colour; else the busiest place of the upper half."""
    side = round(min(size_of(pixels)) * 0.3)
    upper = portion(pixels, 0.1, 0.08, 0.9, 0.62)
    return skin_face(pixels) or spot(pixels, side, round(side * 1.25), upper, busy=True)
