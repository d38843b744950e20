"""Where in a poster its title, a face and its figure probably are, and what stands behind letters."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.eighth.sheet import Mask, as_mask, blurred
from benchmarks.attacks.geometry import Colour, size_of


def grey_of(picture: Pixels) -> Pixels:
    """Its brightness."""
    return np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), np.uint8)


def calm_row(picture: Pixels, rows: tuple[float, ...], high: float, rng: np.random.Generator) -> float:
    """Of two of the rows (shares of the height) the one with less going on behind a line that high; in pixels."""
    height = picture.shape[0]
    edges = cv2.morphologyEx(grey_of(picture), cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8)).mean(axis=1)
    tops: list[float] = [row * height for row in rng.permutation(rows)[:2].tolist()]
    return min(tops, key=lambda top: float(edges[min(int(top), height - 2) : int(top + high) + 2].mean()))


def letters_in(picture: Pixels, box: Box) -> Mask:
    """Which pixels of a box are letters: the side of Otsu's threshold that touches its rim less."""
    part = grey_of(picture)[box.y : box.y + box.height, box.x : box.x + box.width]
    _, light = cv2.threshold(part, 0, 1, cv2.THRESH_OTSU)
    rim = np.concatenate([light[0], light[-1], light[:, 0], light[:, -1]])
    return np.asarray(light if rim.mean() < 0.5 else 1 - light, np.float32)


def letter_colour(picture: Pixels, box: Box) -> Colour:
    """The middle colour of the letters in a box, kept off the ground's."""
    mask = letters_in(picture, box) > 0
    part = picture[box.y : box.y + box.height, box.x : box.x + box.width]
    if not mask.any() or mask.all():
        return contrast(picture, box)
    ink, ground = np.median(part[mask], axis=0), np.median(part[~mask], axis=0)
    if np.abs(ink - ground).max() < 70:
        return contrast(picture, box)
    return (int(ink[0]), int(ink[1]), int(ink[2]))


def mean_colour(picture: Pixels, box: Box) -> Colour:
    """The average of a box."""
    part = picture[box.y : box.y + box.height, box.x : box.x + box.width]
    red, green, blue = part.reshape(-1, 3).mean(axis=0)
    return (int(red), int(green), int(blue))


def contrast(picture: Pixels, box: Box) -> Colour:
    """Nearly white or nearly black, whichever is read better there."""
    return (246, 244, 238) if np.dot(mean_colour(picture, box), (0.3, 0.59, 0.11)) < 140 else (18, 18, 20)


def face_box(picture: Pixels) -> Box:
    """The likeliest face by the colour of skin; where faces usually are when there is none."""
    width, height = size_of(picture)
    small = cv2.resize(picture, (150, 220), interpolation=cv2.INTER_AREA)
    light, red, blue = cv2.split(cv2.cvtColor(small, cv2.COLOR_RGB2YCrCb))
    skin = ((red > 136) & (red < 175) & (blue > 80) & (blue < 126)).astype(np.uint8)
    skin = np.asarray(cv2.morphologyEx(skin, cv2.MORPH_OPEN, np.ones((5, 5), np.uint8)), np.uint8)
    best, most = Box(55, 48, 40, 54), 0.0
    for index, (x, y, wide, high, area) in enumerate(cv2.connectedComponentsWithStats(skin)[2].tolist()):
        if not index or area < 250 or y > 130 or not 0.5 < high / wide < 2.4 or wide > 100:
            continue
        lively = min(1.6, float(light[y : y + high, x : x + wide].std()) / 28)
        at_rim = 0.35 if x <= 1 or x + wide >= 149 or y <= 1 else 1.0
        score = area / (wide * high) * min(area, 3500) * (1.3 if y < 90 else 0.8) * lively**2 * at_rim
        if score > most:
            side = max(24, min(wide, round(high / 1.2)))
            left = min(max(0, x + wide // 2 - side // 2), 150 - side)
            best, most = Box(left, y, side, min(round(side * 1.3), 219 - y)), score
    return best.scaled(width / 150, height / 220)


def oval(box: Box, feather: float = 0.1) -> Mask:
    """An ellipse that fills a box, soft at its rim by that share of it."""
    y, x = np.mgrid[0 : box.height, 0 : box.width]
    away = np.hypot((x + 0.5) / box.width * 2 - 1, (y + 0.5) / box.height * 2 - 1)
    return as_mask(np.clip((1 - away) / max(0.02, feather), 0, 1))


def figure(picture: Pixels) -> Mask:
    """The main figure as a soft mask of the whole picture."""
    width, height = size_of(picture)
    small = cv2.resize(picture, (120, 180), interpolation=cv2.INTER_AREA)
    labels = np.zeros((180, 120), np.uint8)
    cv2.setRNGSeed(7)
    models = np.zeros((1, 65)), np.zeros((1, 65))
    cv2.grabCut(small, labels, (14, 20, 92, 140), models[0], models[1], 3, cv2.GC_INIT_WITH_RECT)
    sure = ((labels == cv2.GC_FGD) | (labels == cv2.GC_PR_FGD)).astype(np.uint8)
    sure = np.asarray(cv2.morphologyEx(sure, cv2.MORPH_CLOSE, np.ones((7, 7), np.uint8)), np.uint8)
    sure = np.asarray(cv2.morphologyEx(sure, cv2.MORPH_OPEN, np.ones((5, 5), np.uint8)), np.uint8)
    _, parts, stats, _ = cv2.connectedComponentsWithStats(sure)
    mask = np.zeros((180, 120), np.float32)
    if len(stats) > 1:
        largest = 1 + int(np.argmax(stats[1:, cv2.CC_STAT_AREA]))
        mask = (parts == largest).astype(np.float32)
    if not 0.08 < mask.mean() < 0.62:
        mask[:] = 0
        mask[28:80, 42:78] = oval(Box(42, 28, 36, 52), 0.05)
        mask[60:165, 22:98] = np.maximum(mask[60:165, 22:98], oval(Box(22, 60, 76, 105), 0.05))
    whole = np.asarray(cv2.resize(mask, (width, height), interpolation=cv2.INTER_CUBIC), np.float32)
    return as_mask(np.clip((blurred(whole, width / 220) - 0.3) / 0.4, 0, 1))


def box_of(mask: Mask, above: float = 0.3, at: tuple[int, int] = (0, 0)) -> Box:
    """The tight box of what a mask covers. at: where its corner lies; of one that covers nothing, all of it."""
    rows, columns = np.flatnonzero((mask > above).any(axis=1)), np.flatnonzero((mask > above).any(axis=0))
    if not len(rows) or not len(columns):
        return Box(*at, mask.shape[1], mask.shape[0])
    x, y = int(columns[0]), int(rows[0])
    return Box(at[0] + x, at[1] + y, int(columns[-1]) + 1 - x, int(rows[-1]) + 1 - y)


def healed(picture: Pixels, hole: Mask, rng: np.random.Generator) -> Pixels:
    """The picture with what the mask covers painted out, as a healing brush does it."""
    width, height = size_of(picture)
    factor = min(1.0, 220 / width)
    size = (round(width * factor), round(height * factor))
    small = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    covered = np.asarray(cv2.resize(hole, size, interpolation=cv2.INTER_LINEAR) > 0.05, np.uint8)
    area = np.asarray(cv2.dilate(covered, np.ones((3, 3), np.uint8)), np.uint8)
    filled = cv2.resize(cv2.inpaint(small, area, 4, cv2.INPAINT_TELEA), (width, height), interpolation=cv2.INTER_CUBIC)
    grain = rng.normal(0, 2.5, (height, width, 1))
    soft = grown_soft(hole, width / 150)[..., None]
    return np.clip(picture + (filled + grain - picture) * soft, 0, 255).astype(np.uint8)


def grown_soft(mask: Mask, by: float) -> Mask:
    """A little larger and soft."""
    return as_mask(np.clip(blurred(mask, by) * 2.4, 0, 1))
