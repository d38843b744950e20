"""Finding the title, calm places, faces and figures of a poster."""

import cv2
import numpy as np
from numpy.typing import NDArray

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.seventh.canvas import Mask, feathered
from benchmarks.attacks.seventh.title_finding import title_of


def unrest(picture: Pixels) -> Mask:
    """How much goes on at each pixel."""
    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY).astype(np.float32)
    return np.asarray(np.abs(cv2.Laplacian(cv2.GaussianBlur(grey, (0, 0), 1), cv2.CV_32F, ksize=3)), np.float32)


def calm_place(
    picture: Pixels,
    width: int,
    height: int,
    rng: np.random.Generator,
    rows: tuple[float, float] = (0.02, 0.98),
    busiest: bool = False,
) -> Box:
    """A box of that size where little (or most) goes on, between two shares of the height."""
    tall, wide = picture.shape[:2]
    width, height = min(width, wide - 4), min(height, tall - 4)
    sums = cv2.integral(unrest(picture))
    top, bottom = round(rows[0] * tall), min(round(rows[1] * tall), tall - 2) - height
    ys = np.unique(np.linspace(max(1, top), max(1, min(tall - height - 1, bottom)), 24).astype(int))
    xs = np.unique(np.linspace(max(1, 0.03 * wide), max(1, 0.97 * wide - width), 16).astype(int))
    places = [(int(x), int(y)) for y in ys for x in xs]
    cost = [sums[y + height, x + width] - sums[y, x + width] - sums[y + height, x] + sums[y, x] for x, y in places]
    order = np.argsort(cost)[::-1] if busiest else np.argsort(cost)
    x, y = places[int(order[int(rng.integers(0, max(1, len(order) // 25)))])]
    return Box(x, y, width, height)


def _title_box(picture: Pixels) -> Box | None:
    """Where the title is, quickly."""
    height, width = picture.shape[:2]
    small = np.asarray(cv2.resize(picture, (220, round(220 * height / width)), interpolation=cv2.INTER_AREA), np.uint8)
    title = title_of(small)
    return title.box.scaled(width / 220, height / small.shape[0]) if title.found else None


def _no_title(labels: NDArray[np.uint8], picture: Pixels, value: int) -> None:
    """Write a value on a small map of the picture where its title is."""
    found = _title_box(picture)
    if found:
        box = found.scaled(labels.shape[1] / picture.shape[1], labels.shape[0] / picture.shape[0])
        labels[max(0, box.y - 2) : box.y + box.height + 3, max(0, box.x - 3) : box.x + box.width + 4] = value


def _top_of(figure: Mask) -> Box:
    """Where a head would be: the uppermost part of a figure."""
    width = figure.shape[1]
    whole = box_of(figure)
    tall = max(round(0.16 * width), round(0.28 * whole.height))
    head = np.zeros_like(figure)
    head[whole.y : whole.y + tall] = figure[whole.y : whole.y + tall]
    found = box_of(head)
    side = min(max(found.width, round(0.14 * width)), round(0.36 * width), round(tall / 1.1))
    return Box(max(0, found.x + (found.width - side) // 2), whole.y, side, tall)


def skin_of(picture: Pixels) -> Box | None:
    """The largest skin-coloured lump of the upper part that is shaped like a face."""
    height, width = picture.shape[:2]
    small = cv2.GaussianBlur(cv2.resize(picture, (160, round(160 * height / width))), (0, 0), 1.5)
    lum, red, blue = cv2.split(cv2.cvtColor(small, cv2.COLOR_RGB2YCrCb))
    skin = ((red > 137) & (red < 178) & (blue > 85) & (blue < 128) & (lum > 60)).astype(np.uint8)
    _no_title(skin, picture, 0)
    opened = cv2.morphologyEx(skin, cv2.MORPH_OPEN, np.ones((5, 5), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(opened)
    best, score = None, 0.0
    for x, y, wide, tall, area in (tuple(int(v) for v in stats[i]) for i in range(1, count)):
        middle = (y + min(tall, 1.3 * wide) / 2) / small.shape[0]
        worth = area / (wide * tall) * area * (1.2 - middle)
        full = area > 0.45 * wide * tall
        if full and 16 < wide < 100 and tall > 0.7 * wide and middle < 0.7 and worth > score:
            best, score = Box(x, y, wide, min(tall, round(1.35 * wide))), worth
    if best is None:
        return None
    grown_by = width / 160
    return Box(
        round(best.x * grown_by), round(best.y * grown_by), round(best.width * grown_by), round(best.height * grown_by)
    )


def face_of(picture: Pixels) -> Box:
    """Where the main face is, or else the top of the figure in the middle."""
    face = skin_of(picture)
    if face is None:
        face, title = _top_of(figure_of(picture)), _title_box(picture)
        below = 0 if title is None else title.y + title.height + 2
        if title is not None and title.intersection(face) and below + face.height < 0.8 * picture.shape[0]:
            face = Box(face.x, below, face.width, face.height)
    return face


def figure_of(picture: Pixels, rounds: int = 3) -> Mask:
    """0..1: what grabCut takes for the figure in the middle, with soft edges; an oval where it finds none."""
    height, width = picture.shape[:2]
    small = np.asarray(cv2.resize(picture, (140, max(60, round(140 * height / width))), interpolation=cv2.INTER_AREA))
    tall, wide = small.shape[:2]
    labels = np.full((tall, wide), cv2.GC_BGD, np.uint8)
    labels[round(0.1 * tall) : round(0.86 * tall), round(0.1 * wide) : round(0.9 * wide)] = cv2.GC_PR_FGD
    oval = feathered(round(0.5 * wide), round(0.6 * tall), 0.02) > 0.5
    y, x = round(0.18 * tall), round(0.25 * wide)
    labels[y : y + oval.shape[0], x : x + oval.shape[1]][oval] = cv2.GC_PR_FGD
    _no_title(labels, picture, cv2.GC_BGD)
    cv2.setRNGSeed(7)
    models = np.zeros((1, 65)), np.zeros((1, 65))
    cv2.grabCut(small, labels, (0, 0, wide, tall), *models, rounds, cv2.GC_INIT_WITH_MASK)
    raw = np.isin(labels, (cv2.GC_FGD, cv2.GC_PR_FGD)).astype(np.uint8)
    found = np.asarray(cv2.morphologyEx(raw, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8)), np.uint8)
    count, parts, stats, _ = cv2.connectedComponentsWithStats(found)
    if count > 1:
        found = (parts == 1 + int(np.argmax(stats[1:, cv2.CC_STAT_AREA]))).astype(np.uint8)
        found = np.asarray(cv2.morphologyEx(found, cv2.MORPH_CLOSE, np.ones((7, 7), np.uint8)), np.uint8)
    if not 0.06 < float(found.mean()) < 0.6:
        found = np.zeros((tall, wide), np.uint8)
        found[y : y + oval.shape[0], x : x + oval.shape[1]] = oval
    large = cv2.resize(found.astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC)
    soft = cv2.GaussianBlur(large, (0, 0), width / 220)
    return np.asarray(np.clip((soft - 0.35) / 0.4, 0, 1), np.float32)


def box_of(mask: Mask, least: float = 0.25) -> Box:
    """The box round everything above a level; a pixel where there is nothing."""
    where = np.argwhere(mask > least)
    if not len(where):
        return Box(0, 0, 1, 1)
    (top, left), (bottom, right) = where.min(axis=0), where.max(axis=0) + 1
    return Box(int(left), int(top), int(right - left), int(bottom - top))
