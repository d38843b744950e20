"""Where things are on a poster, by simple statistics: calm ground, lines of letters."""

import cv2
import numpy as np
from numpy.typing import NDArray

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.geometry import Colour
from benchmarks.attacks.tenth.masks import Mask, Rng

# All searches look at the poster this many pixels wide.
LOOK = 240


def smaller(picture: Pixels) -> tuple[Pixels, float]:
    """The poster as the searches look at it, and how many of its own pixels one of those is."""
    high, wide = picture.shape[:2]
    size = (LOOK, max(8, round(high * LOOK / wide)))
    return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.uint8), wide / LOOK


def grey(picture: Pixels) -> NDArray[np.uint8]:
    """Lightness."""
    return np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), np.uint8)


def enlarged(box: Box, by: float, picture: Pixels) -> Box:
    """A box of the small poster on the large one, cut to it."""
    high, wide = picture.shape[:2]
    x, y = min(wide - 4, round(box.x * by)), min(high - 4, round(box.y * by))
    return Box(x, y, max(4, min(wide - x, round(box.width * by))), max(4, min(high - y, round(box.height * by))))


def calm_place(
    picture: Pixels, size: tuple[float, float], rng: Rng, rows: tuple[float, float] = (0.03, 0.97), *, calm: bool = True
) -> Box:
    """A box of the given (width, height) where there is least (or most) detail, between two shares of the height."""
    small, by = smaller(picture)
    look = grey(small).astype(np.float32)
    edges = np.hypot(cv2.Sobel(look, cv2.CV_32F, 1, 0), cv2.Sobel(look, cv2.CV_32F, 0, 1))
    high, wide = look.shape
    w, h = min(wide - 2, max(2, round(size[0] / by))), min(high - 2, max(2, round(size[1] / by)))
    sums = cv2.boxFilter(edges, cv2.CV_32F, (w, h), anchor=(0, 0), borderType=cv2.BORDER_REFLECT)
    margin = min(wide // 30, (wide - w) // 2)
    top = min(high - h - 1, int(rows[0] * high))
    bottom = max(top + 1, min(high - h, int(rows[1] * high) - h))
    part = sums[top:bottom, margin : max(margin + 1, wide - w - margin)]
    part = (part if calm else -part) + rng.uniform(0, 12, part.shape)
    y, x = np.unravel_index(int(np.argmin(part)), part.shape)
    return enlarged(Box(int(x) + margin, int(y) + top, w, h), by, picture)


def _lettered(look: NDArray[np.uint8], box: Box) -> float:
    """How much a box looks like one line of letters: two clear shades that change often along the line."""
    part = look[box.y : box.y + box.height, box.x : box.x + box.width]
    cut, _ = cv2.threshold(part, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    above = part > cut
    share = float(above.mean())
    if not 0.1 < share < 0.9:
        return 0.0
    bright, dark = part[above].astype(float), part[~above].astype(float)
    apart = (bright.mean() - dark.mean()) / (bright.std() + dark.std() + 12)
    turns = float(
        np.abs(np.diff(above[box.height // 4 : -(box.height // 4) or None].astype(int), axis=1)).sum(1).mean()
    )
    expected = 1.1 * box.width / box.height
    return float(apart * min(1.0, turns / expected) ** 1.5)


def lines_of_letters(picture: Pixels, heights: tuple[float, float], least_width: float) -> list[tuple[float, Box]]:
    """Boxes that look like lines of letters, the likeliest first. heights: least and most, shares of the height."""
    small, by = smaller(picture)
    look = grey(small)
    high, wide = look.shape
    steep = cv2.morphologyEx(look, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8))
    found: dict[Box, float] = {}
    for level in (45, 75, 110):
        for reach in (7, 13, 21):
            joined = cv2.morphologyEx(
                (steep > level).astype(np.uint8), cv2.MORPH_CLOSE, np.ones((3 if reach < 20 else 1, reach), np.uint8)
            )
            joined = cv2.morphologyEx(joined, cv2.MORPH_OPEN, np.ones((3, 9), np.uint8))
            _, _, stats, _ = cv2.connectedComponentsWithStats(joined)
            for x, y, w, h, _ in stats[1:].tolist():
                box = Box(x, y, w, h)
                if heights[0] <= h / high <= heights[1] and w >= least_width * wide and w > 1.5 * h and h >= 4:
                    found[box] = _lettered(look, box)
    scored = [(worth * (box.height / high) ** 0.6 * (box.width / wide) ** 0.5, box) for box, worth in found.items()]
    scored.sort(key=lambda each: (-each[0], each[1].x, each[1].y))
    return [(worth, enlarged(box, by, picture)) for worth, box in scored if worth > 0.02]


def whole_line(found: list[tuple[float, Box]], first: Box) -> Box:
    """A box of letters joined with those that go on in the same line."""
    line = first
    for _, box in found:
        shared = min(line.y + line.height, box.y + box.height) - max(line.y, box.y)
        alike = 0.7 < box.height / first.height < 1.4
        if alike and shared > 0.75 * min(line.height, box.height) and line.gap(box) < 1.2 * first.height:
            line = line.union(box)
    return line if line.height < 1.5 * first.height else first


def title_place(picture: Pixels) -> Box:
    """The likeliest title; a strip in the lower third where nothing looks like one."""
    found = lines_of_letters(picture, (0.035, 0.2), 0.3) or lines_of_letters(picture, (0.02, 0.25), 0.2)
    if found:
        return whole_line(found, found[0][1])
    high, wide = picture.shape[:2]
    return Box(round(0.15 * wide), round(0.72 * high), round(0.7 * wide), max(8, round(0.09 * high)))


def small_line(picture: Pixels, rng: Rng, rows: tuple[float, float]) -> Box | None:
    """A line of small letters away from the title, None where there seems to be none."""
    title = title_place(picture)
    high = picture.shape[0]
    lines = lines_of_letters(picture, (0.012, 0.05), 0.22)
    found = [box for _, box in lines if rows[0] * high <= box.y <= rows[1] * high and not box.intersection(title)][:3]
    return whole_line(lines, one_of(rng, found)) if found else None


def ink_of(picture: Pixels, box: Box) -> tuple[Mask, Colour]:
    """What in a box of letters is ink, 0 or 1, and its colour."""
    part = picture[box.y : box.y + box.height, box.x : box.x + box.width]
    look = grey(np.ascontiguousarray(part))
    cut, _ = cv2.threshold(look, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    above = look > cut
    rim = np.concatenate([above[0], above[-1], above[:, 0], above[:, -1]])
    ink = ~above if rim.mean() > 0.5 else above
    colour = np.median(part[ink], axis=0) if ink.any() else np.array([240, 240, 240])
    return ink.astype(np.float32), (int(colour[0]), int(colour[1]), int(colour[2]))
