"""Edits of the picture, the third set: heads, figures, grounds and colours changed with other masks and seams."""

import cv2
import numpy as np
from numpy.typing import NDArray

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.geometry import Colour, resize, size_of
from benchmarks.attacks.paint import Mask, blend, feather, gradient, soft_noise, to_uint8
from benchmarks.attacks.places import box_means, detail_map
from benchmarks.attacks.third.places import SEEN_FROM, until_seen
from benchmarks.attacks.values import Attacked, OtherPosters

NIGHTS: tuple[tuple[Colour, Colour], ...] = (
    ((6, 6, 24), (48, 20, 84)), ((2, 10, 20), (10, 64, 92)), ((16, 2, 10), (110, 30, 40))
)  # fmt: skip
STUDIOS: tuple[tuple[Colour, Colour], ...] = (
    ((250, 120, 140), (255, 214, 150)), ((30, 150, 160), (220, 240, 190)), ((120, 70, 200), (250, 150, 190)),
    ((245, 245, 248), (180, 190, 205)), ((240, 190, 20), (200, 60, 20)),
)  # fmt: skip


def face_cloned(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A head from another poster laid over one of this poster's, its light drawn from the edge (Poisson cloning)."""
    width = picture.shape[1]

    def attempt() -> tuple[Pixels, Mask, str]:
        across = round(width * rng.uniform(0.2, 0.34))
        spot = _head(picture, across, rng)
        other = others.pick(rng)
        source = _head(other.pixels, round(across * other.pixels.shape[1] / width), rng)
        piece, _ = resize(_cut(other.pixels, source), spot.width, spot.height)
        mask = wobbly(size_of(picture), spot, rng, 0.05)
        hard = (mask > 0.5).astype(np.uint8) * 255
        if rng.random() < 0.7:
            left, top, wide, high = cv2.boundingRect(hard)
            middle = (left + wide // 2, top + high // 2)
            cloned = cv2.seamlessClone(_laid(picture, piece, spot), picture.copy(), hard, middle, cv2.NORMAL_CLONE)
            return blend(picture, np.asarray(cloned, np.uint8), feather(mask, 1.0)), mask, f"cloned from {other.name}"
        soft = feather(mask, across * 0.05)
        return blend(picture, _laid(picture, piece, spot), soft), soft, f"feathered from {other.name}"

    return until_seen(picture, attempt, rng)


def face_made_symmetric(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """One half of a head's place laid over the other, so that left and right are the same."""

    def attempt() -> tuple[Pixels, Mask, str]:
        spot = _head(picture, round(picture.shape[1] * rng.uniform(0.3, 0.48)), rng)
        piece = _cut(picture, spot).copy()
        half = spot.width // 2
        keep_left = bool(rng.random() < 0.5)
        if not keep_left:
            piece = np.ascontiguousarray(piece[:, ::-1])
        piece[:, spot.width - half :] = piece[:, :half][:, ::-1]
        if not keep_left:
            piece = np.ascontiguousarray(piece[:, ::-1])
        mask = feather(wobbly(size_of(picture), spot, rng, 0.04), 1.5)
        mask[:, : spot.x + half] *= 0 if keep_left else 1
        mask[:, spot.x + spot.width - half :] *= 1 if keep_left else 0
        return blend(picture, _laid(picture, piece, spot), mask), mask, f"{spot.width} px"

    return until_seen(picture, attempt, rng)


def figure_pasted(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Whoever stands in the middle of another poster cut out and set into a lower corner, with or without a glow."""
    width, height = size_of(picture)

    def attempt() -> tuple[Pixels, Mask, str]:
        other = others.pick(rng)
        cover, box = cut_out(other.pixels, rng)
        factor = min(width * rng.uniform(0.4, 0.58) / box.width, height * 0.55 / box.height)
        size = (max(16, round(box.width * factor)), max(16, round(box.height * factor)))
        piece, _ = resize(_cut(other.pixels, box), *size)
        shape = np.asarray(cv2.resize(cover[box.y : box.y + box.height, box.x : box.x + box.width], size), np.float32)
        x = round(rng.uniform(0, 0.12) * width) if rng.random() < 0.5 else round(width - size[0] - width * 0.05)
        x, y = min(max(0, x), width - size[0]), round((height - size[1]) * rng.uniform(0.75, 1.0))
        spot = Box(x, y, *size)
        mask: Mask = np.zeros((height, width), np.float32)
        mask[y : y + size[1], x : x + size[0]] = shape
        below = picture
        if rng.random() < 0.4:
            halo = np.clip(feather(mask, width * 0.006) * 1.6, 0, 0.8)
            below = blend(picture, (255, 255, 255) if rng.random() < 0.6 else (255, 190, 60), halo)
        return blend(below, _laid(below, piece, spot), mask), mask, f"from {other.name}"

    return until_seen(picture, attempt, rng)


def figure_removed(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """An upright irregular area, a person or a thing, taken out and filled in from its rim."""
    width, height = size_of(picture)
    small, _ = resize(picture, max(60, width // 2), max(60, height // 2))

    def attempt() -> tuple[Pixels, Mask, str]:
        wide, high = round(width * rng.uniform(0.22, 0.36)), round(height * rng.uniform(0.22, 0.38))
        spot = _busy(picture, (wide, high), (0.3, 0.75), rng)
        mask = wobbly((width, height), spot, rng, 0.12)
        hole = cv2.resize((mask > 0.05).astype(np.uint8), size_of(small), interpolation=cv2.INTER_NEAREST)
        filled = cv2.inpaint(small, cv2.dilate(hole, np.ones((3, 3), np.uint8)), 6, cv2.INPAINT_TELEA)
        ground = cv2.resize(cv2.GaussianBlur(filled, (0, 0), 1.5), (width, height), interpolation=cv2.INTER_CUBIC)
        grain = rng.normal(0, 3, (height, width, 1))
        return blend(picture, to_uint8(ground + grain), mask), mask, f"{wide}x{high}"

    return until_seen(picture, attempt, rng)


def ground_exchanged(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Whoever stands in the middle kept; all the rest a night with stars, a studio's tones, or a blurred poster."""
    size = size_of(picture)

    def attempt() -> tuple[Pixels, Mask, str]:
        cover, _ = cut_out(picture, rng)
        way = str(rng.choice(["stars", "studio", "blurred"]))
        if way == "stars":
            ground = _stars(size, rng)
        elif way == "studio":
            tones = one_of(rng, STUDIOS)
            cloud = 12 * soft_noise(size, rng, 4)[:, :, None]
            ground = to_uint8(gradient(size, *tones) + cloud)
        else:
            other = others.pick(rng)
            there, _ = resize(other.pixels, *size)
            way = f"blurred {other.name}"
            ground = np.asarray(cv2.GaussianBlur(there, (0, 0), size[0] / 18), np.uint8)
        mask: Mask = 1 - cover
        return blend(picture, ground, mask), mask, way

    return until_seen(picture, attempt, rng)


def one_thing_tinted(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A dress, a car, a patch of sky: everything near a spot that has its colour gets another one."""
    width, height = size_of(picture)
    smooth = cv2.bilateralFilter(picture, 7, 40, 7)
    lab = cv2.cvtColor(smooth, cv2.COLOR_RGB2LAB).astype(np.float32)
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY).astype(np.float32)[:, :, None] / 255

    def attempt() -> tuple[Pixels, Mask, str]:
        x, y = int(rng.uniform(0.12, 0.88) * width), int(rng.uniform(0.15, 0.85) * height)
        reach = width * rng.uniform(0.15, 0.28)
        near = np.clip(1.6 - 1.2 * np.hypot(columns - x, (rows - y) * 0.8) / reach, 0, 1)
        alike = np.clip(1.8 - np.abs(lab - lab[y, x]).sum(axis=2) / 36, 0, 1)
        mask: Mask = np.clip(feather((near * alike).astype(np.float32), 1.0) * 2.2 - 0.6, 0, 1)
        if mask.mean() < 0.015:
            mask = np.maximum(mask, near.astype(np.float32))
        hue = rng.uniform(0, 1, 3)
        hue = (hue - hue.min()) / max(0.05, float(hue.max() - hue.min()))
        tinted = to_uint8(255 * np.clip(grey * 0.75 + 0.22, 0, 1) * (0.25 + 0.85 * hue))
        return blend(picture, tinted, mask), mask, f"at {x},{y}"

    return until_seen(picture, attempt, rng, 1.6 * SEEN_FROM)


def cut_out(picture: Pixels, rng: np.random.Generator) -> tuple[Mask, Box]:
    """Whoever stands in the middle, and their box: a rough shape that was let grow and shrink by the colours."""
    width, height = size_of(picture)
    small, _ = resize(picture, 110, max(60, round(110 * height / width)))
    wide, high = size_of(small)
    rough = _standing((wide, high), rng)
    labels = np.full((high, wide), cv2.GC_BGD, np.uint8)
    labels[cv2.dilate(rough, np.ones((15, 15), np.uint8)) > 0] = cv2.GC_PR_BGD
    labels[rough > 0] = cv2.GC_PR_FGD
    labels[cv2.erode(rough, np.ones((9, 9), np.uint8)) > 0] = cv2.GC_FGD
    cv2.setRNGSeed(int(rng.integers(2**31)))
    models = [np.zeros((1, 65)) for _ in range(2)]
    cut = np.ascontiguousarray(small[:, :, ::-1])
    cv2.grabCut(cut, labels, (0, 0, wide, high), models[0], models[1], 2, cv2.GC_INIT_WITH_MASK)
    found = np.isin(labels, (cv2.GC_FGD, cv2.GC_PR_FGD)).astype(np.uint8)
    found = np.asarray(cv2.morphologyEx(found, cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8)), np.uint8)
    found = np.asarray(cv2.morphologyEx(found, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8)), np.uint8)
    _, parts, stats, _ = cv2.connectedComponentsWithStats(found)
    if len(stats) > 1:
        found = (parts == 1 + int(np.argmax(stats[1:, cv2.CC_STAT_AREA]))).astype(np.uint8)
    if found.mean() < 0.08:
        found = rough
    large = cv2.resize(found.astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC)
    mask: Mask = feather(np.clip((large - 0.5) * 3 + 0.5, 0, 1).astype(np.float32), max(0.6, width / 500))
    return mask, Box(*(int(v) for v in cv2.boundingRect((mask > 0.3).astype(np.uint8))))


def _standing(size: tuple[int, int], rng: np.random.Generator) -> NDArray[np.uint8]:
    """A head on shoulders that widen and go down to near the foot, with an outline that wanders."""
    width, height = size
    middle, head = width * rng.uniform(0.42, 0.58), width * rng.uniform(0.1, 0.15)
    top, foot = height * rng.uniform(0.12, 0.22), height * rng.uniform(0.82, 0.97)
    shape: Mask = np.zeros((height, width), np.float32)
    cv2.ellipse(shape, (round(middle), round(top + head * 1.3)), (round(head), round(head * 1.3)), 0, 0, 360, 1.0, -1)
    shoulders, hips = (width * rng.uniform(0.2, 0.3) for _ in range(2))
    rows = ((top + head * 2.2, head * 0.6), (top + head * 3.3, shoulders), (top + head * 6, shoulders * 0.85))
    sides = [*rows, (foot, hips)]
    outline = [(middle - half, y) for y, half in sides] + [(middle + half, y) for y, half in reversed(sides)]
    cv2.fillPoly(shape, [np.rint(np.array(outline)).astype(np.int32)], 1.0)
    uneven = cv2.GaussianBlur(shape, (0, 0), width * 0.02) + 0.25 * soft_noise(size, rng, 8)
    return np.asarray(uneven > 0.5, np.uint8)


def wobbly(size: tuple[int, int], spot: Box, rng: np.random.Generator, unevenness: float) -> Mask:
    """An oval inside the spot whose outline wanders in and out, in a mask of (width, height), nearly sharp."""
    turn = np.linspace(0, 2 * np.pi, 180, endpoint=False)
    radius = np.ones_like(turn)
    for waves in range(2, 7):
        radius += unevenness * rng.uniform(-1, 1) / waves**0.5 * np.sin(waves * turn + rng.uniform(0, 2 * np.pi))
    radius /= radius.max()
    points = np.stack(
        [
            spot.x + spot.width / 2 + (spot.width / 2 - 2) * radius * np.cos(turn),
            spot.y + spot.height / 2 + (spot.height / 2 - 2) * radius * np.sin(turn),
        ],
        axis=1,
    )
    mask: Mask = np.zeros((size[1], size[0]), np.float32)
    cv2.fillPoly(mask, [np.rint(points).astype(np.int32)], 1.0)
    return feather(mask, 0.8)


def _stars(size: tuple[int, int], rng: np.random.Generator) -> Pixels:
    """A night sky with a cloud of light and a few hundred stars."""
    tones = one_of(rng, NIGHTS)
    light = 40 * np.clip(soft_noise(size, rng, 3), 0, 1)[:, :, None] * rng.uniform(0.3, 1, 3)
    sky = to_uint8(gradient(size, *tones) + light)
    for _ in range(size[0] * size[1] // 500):
        spot, tone = (int(rng.integers(size[0])), int(rng.integers(size[1]))), int(rng.integers(110, 256))
        cv2.circle(sky, spot, int(rng.random() < 0.06) * max(1, size[0] // 300), (tone, tone, tone), -1, cv2.LINE_AA)
    return sky


def _head(picture: Pixels, across: int, rng: np.random.Generator) -> Box:
    """A box as high as a head in the upper two thirds: where most is skin-coloured, else where most goes on."""
    levels = cv2.cvtColor(picture, cv2.COLOR_RGB2YCrCb)
    skin = cv2.inRange(levels, (50, 136, 85), (250, 175, 128)).astype(np.float32) / 255
    size = (min(across, picture.shape[1] - 8), min(round(across * 1.3), picture.shape[0] - 8))
    busy = np.clip(detail_map(picture) / 90, 0, 1)
    return _best(picture, size, np.asarray(skin + 0.2 * busy, np.float32), (0.18, 0.55), rng)


def _busy(picture: Pixels, size: tuple[int, int], down: tuple[float, float], rng: np.random.Generator) -> Box:
    return _best(picture, size, detail_map(picture), down, rng)


def _best(
    picture: Pixels, size: tuple[int, int], wanted: Mask, down: tuple[float, float], rng: np.random.Generator
) -> Box:
    """The best of some boxes by the mean of what is wanted, four pixels from every edge."""
    width, height = size_of(picture)
    means = box_means(np.ascontiguousarray(wanted), *size)
    best = (-1.0, 4, 4)
    for _ in range(50):
        x = int(rng.integers(4, max(5, width - size[0] - 4)))
        y = int(np.clip(rng.uniform(*down) * height - size[1] / 2, 4, max(4, height - size[1] - 4)))
        best = max(best, (float(means[y, x]) * rng.uniform(0.9, 1.1), x, y))
    return Box(best[1], best[2], *size)


def _cut(picture: Pixels, box: Box) -> Pixels:
    return picture[box.y : box.y + box.height, box.x : box.x + box.width]


def _laid(picture: Pixels, piece: Pixels, spot: Box) -> Pixels:
    result = picture.copy()
    result[spot.y : spot.y + spot.height, spot.x : spot.x + spot.width] = piece
    return result
