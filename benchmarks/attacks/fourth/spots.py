"""Where the fourth set's edits go: blocks of lettering, their ink, room near them, and who stands in the middle."""

from typing import Literal

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import Colour, part_of, resize, size_of
from benchmarks.attacks.paint import Mask, feather, grey_of, soft_noise
from benchmarks.attacks.places import box_means, detail_map, title_band

Where = Literal["beside", "below", "above", "across", "elsewhere"]


def lettering_blocks(picture: Pixels, low: float, high: float, wide: float) -> list[Box]:
    """Boxes that look like lines of letters, likeliest first. low, high, wide: shares of the poster's height and width.

    Strong edges are closed sideways into bars; what is wide, of the wanted height and well filled counts.
    """
    width, height = size_of(picture)
    edges = cv2.morphologyEx(grey_of(picture).astype(np.uint8), cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8))
    _, strong = cv2.threshold(np.asarray(edges, np.uint8), 0, 1, cv2.THRESH_BINARY | cv2.THRESH_OTSU)
    across, down = max(3, round(width * 0.06)), max(1, round(height * low / 3))
    bars = cv2.morphologyEx(strong, cv2.MORPH_CLOSE, np.ones((1, across), np.uint8))
    bars = cv2.morphologyEx(bars, cv2.MORPH_OPEN, np.ones((down, across), np.uint8))
    _, _, stats, centres = cv2.connectedComponentsWithStats(np.asarray(bars, np.uint8))
    found = []
    for (x, y, w, h, area), (_, middle) in zip(stats[1:], centres[1:], strict=True):
        if low * height <= h <= high * height and w >= wide * width and area > 0.5 * w * h:
            busy = float(strong[y : y + h, x : x + w].mean()) * _coarseness(
                picture, Box(int(x), int(y), int(w), int(h))
            )
            liking = 1.5 if 0.55 < middle / height < 0.9 else 1.0 if middle < 0.3 * height else 0.6
            found.append(
                (
                    busy * liking * min(1.0, 2 * w / width) * min(1.0, h / (0.09 * height)),
                    Box(int(x), int(y), int(w), int(h)),
                )
            )
    return [box for _, box in sorted(found, key=lambda pair: -pair[0])]


def _coarseness(picture: Pixels, box: Box) -> float:
    """How much of a block's contrast outlives a blur: nearly all for a title's letters, little for small print."""
    piece = grey_of(np.ascontiguousarray(part_of(picture, box)))
    soft = cv2.GaussianBlur(piece, (0, 0), max(0.8, box.height * 0.07))
    return float(soft.std() / max(1.0, float(piece.std())))


def title_of(picture: Pixels, rng: np.random.Generator) -> Box:
    """Most likely the title; a part of its likeliest band where no block of letters was found."""
    blocks = lettering_blocks(picture, 0.03, 0.17, 0.28)
    if blocks:
        return blocks[0]
    band = title_band(picture, rng, 0.08)
    inset = round(band.width * rng.uniform(0.1, 0.2))
    return Box(inset, band.y, band.width - 2 * inset, band.height)


def small_line(picture: Pixels, rng: np.random.Generator, down: tuple[float, float]) -> Box:
    """A line of small letters whose middle lies between two shares of the height, or the busiest place for one."""
    width, height = size_of(picture)
    title = title_of(picture, rng)
    for box in lettering_blocks(picture, 0.012, 0.04, 0.18):
        apart = box.y > title.y + title.height or box.y + box.height < title.y
        if apart and down[0] < (box.y + box.height / 2) / height < down[1]:
            return box
    wide, high = round(width * rng.uniform(0.4, 0.6)), max(8, round(height * 0.026))
    rows = box_means(detail_map(picture), width - 2, high)[:, 0]
    first, last = round(down[0] * height), min(len(rows) - 1, round(down[1] * height) - high)
    y = first + int(np.argmax(rows[first : max(first + 1, last)]))
    return Box((width - wide) // 2, y, wide, high)


def ink_in(picture: Pixels, box: Box) -> tuple[Mask, Colour]:
    """The letters inside a box, in a mask of the box's size, and their colour: of two tones the one less on its rim."""
    piece = part_of(picture, box)
    samples = piece.reshape(-1, 3).astype(np.float32)
    criteria = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 12, 0.5)
    cv2.setRNGSeed(7)
    _, labels, centres = cv2.kmeans(samples, 2, np.empty(0, np.int32), criteria, 2, cv2.KMEANS_PP_CENTERS)
    second = labels.reshape(piece.shape[:2]) == 1
    rim = np.concatenate([second[0], second[-1], second[:, 0], second[:, -1]]).mean()
    letters = second if rim < 0.5 else ~second
    red, green, blue = (int(v) for v in centres[int(rim < 0.5)])
    return feather(letters.astype(np.float32), 0.5), (red, green, blue)


def without_ink(picture: Pixels, box: Box, grow: int = 2) -> Pixels:
    """The picture with the letters of a box healed away; where little can be told apart, the whole box."""
    letters, _ = ink_in(picture, box)
    hole = np.zeros(picture.shape[:2], np.uint8)
    solid = cv2.dilate((letters > 0.3).astype(np.uint8), np.ones((2 * grow + 1, 2 * grow + 1), np.uint8))
    part_of(hole, box)[:] = 1 if solid.mean() > 0.75 else solid
    reach = max(8, box.height)
    top, foot = max(0, box.y - reach), min(picture.shape[0], box.y + box.height + reach)
    result = picture.copy()
    strip = np.ascontiguousarray(picture[top:foot])
    result[top:foot] = cv2.inpaint(strip, np.ascontiguousarray(hole[top:foot]), 4, cv2.INPAINT_NS)
    return result


def at_share(picture: Pixels, size: tuple[int, int], across: float, down: float) -> tuple[int, int]:
    """A corner (x, y) for something of a (width, height) whose middle lies at two shares, kept inside the picture."""
    edge = max(2, round(picture.shape[1] * 0.015))
    spot = []
    for whole, side, share in zip(size_of(picture), size, (across, down), strict=True):
        spot.append(int(np.clip(round(share * whole - side / 2), edge, max(edge, whole - side - edge))))
    return spot[0], spot[1]


def near(picture: Pixels, title: Box, size: tuple[int, int], where: Where, rng: np.random.Generator) -> tuple[int, int]:
    """A corner (x, y) for something of a (width, height) next to, over, under, on or away from the title."""
    width, height = size_of(picture)
    gap = width * rng.uniform(0.012, 0.035)
    across = (title.x + title.width * float(rng.choice([0.2, 0.5, 0.5, 0.8]))) / width
    middle = title.y + title.height / 2
    match where:
        case "beside":
            right = title.x + title.width + gap + size[0] / 2
            if right + size[0] / 2 > width - 2 and title.x - gap - size[0] > 2:
                right = title.x - gap - size[0] / 2
            return at_share(picture, size, right / width, (middle + rng.uniform(-0.2, 0.2) * title.height) / height)
        case "below":
            return at_share(picture, size, across, (title.y + title.height + gap + size[1] / 2) / height)
        case "above":
            return at_share(picture, size, across, (title.y - gap - size[1] / 2) / height)
        case "across":
            end = title.x + title.width * float(rng.choice([0.12, 0.5, 0.88]))
            return at_share(picture, size, end / width, (middle + rng.uniform(-0.3, 0.5) * title.height) / height)
        case _:
            return calm_corner(picture, size, rng)


def calm_corner(picture: Pixels, size: tuple[int, int], rng: np.random.Generator) -> tuple[int, int]:
    """A corner (x, y) on quiet ground: the calmest of a dozen spots all over the picture."""
    detail = detail_map(picture)
    spots = [at_share(picture, size, *rng.uniform((0.1, 0.06), (0.9, 0.95))) for _ in range(12)]
    return min(spots, key=lambda at: float(part_of(detail, Box(at[0], at[1], *size)).mean()))


def standing(picture: Pixels, rng: np.random.Generator) -> Mask:
    """Whoever stands in the middle: flooded from the middle and from the rim until the two waters meet."""
    width, height = size_of(picture)
    small, _ = resize(picture, 150, max(60, round(150 * height / width)))
    wide, high = size_of(small)
    smooth = np.ascontiguousarray(cv2.bilateralFilter(small, 7, 50, 5))
    marks = np.zeros((high, wide), np.int32)
    edge = max(3, wide // 18)
    marks[:, :edge] = marks[:, -edge:] = 1
    marks[: high // 10] = 1
    middle, head = wide * rng.uniform(0.44, 0.56), high * rng.uniform(0.22, 0.3)
    core = [(0, -0.05), (0.05, 0.04), (0.13, 0.2), (0.14, 0.45), (-0.14, 0.45), (-0.13, 0.2), (-0.05, 0.04)]
    outline = [(middle + x * wide, head + y * high) for x, y in core]
    cv2.fillPoly(marks, [np.rint(np.array(outline)).astype(np.int32)], 2)
    found = (cv2.watershed(smooth, marks) == 2).astype(np.uint8)
    found = np.asarray(cv2.morphologyEx(found, cv2.MORPH_OPEN, np.ones((5, 5), np.uint8)), np.uint8)
    if not 0.1 < found.mean() < 0.6:
        bell = np.zeros((high, wide), np.float32)
        spot = (round(middle), round(high * 0.58))
        cv2.ellipse(bell, spot, (round(wide * 0.27), round(high * 0.36)), 0, 0, 360, 1.0, -1)
        found = (cv2.GaussianBlur(bell, (0, 0), 5) + 0.25 * soft_noise((wide, high), rng, 7) > 0.5).astype(np.uint8)
    large = cv2.resize(cv2.GaussianBlur(found.astype(np.float32), (0, 0), 1.2), (width, height))
    return np.asarray(np.clip((np.asarray(large) - 0.5) * 4 + 0.5, 0, 1), np.float32)


def head_in(picture: Pixels, across: int, rng: np.random.Generator) -> Box:
    """A box a little higher than wide in the upper two thirds: the warmest tones with something going on."""
    width, height = size_of(picture)
    across = min(across, width - 10)
    size = (across, min(round(across * 1.28), height - 10))
    lab = cv2.cvtColor(picture, cv2.COLOR_RGB2LAB).astype(np.float32)
    warm = np.exp(-(((lab[:, :, 1] - 144) / 12) ** 2) - ((lab[:, :, 2] - 148) / 16) ** 2)
    warm *= np.clip((lab[:, :, 0] - 40) / 40, 0, 1)
    likely = box_means(np.ascontiguousarray(warm + 0.0008 * detail_map(picture), dtype=np.float32), *size)
    tries = [(int(rng.integers(2, width - size[0] - 2)), int(rng.uniform(0.04, 0.5) * height)) for _ in range(60)]
    tries = [(x, min(y, height - size[1] - 2)) for x, y in tries]
    x, y = max(tries, key=lambda at: float(likely[at[1], at[0]]))
    return Box(x, y, *size)
