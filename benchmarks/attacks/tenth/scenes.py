"""Edits: grounds and skies replaced, and posters put together."""

import cv2
import numpy as np
from numpy.typing import NDArray

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.geometry import resize, scale_matrix, shift_matrix, size_of, whole_of
from benchmarks.attacks.tenth.draw import Sheet
from benchmarks.attacks.tenth.faces import figure_mask
from benchmarks.attacks.tenth.find import grey
from benchmarks.attacks.tenth.masks import Mask, Rng, blurred, bounds, resized
from benchmarks.attacks.values import Attacked, OtherPosters, Part


def clouds(high: int, wide: int, rng: Rng, cells: float = 4.0, stretch: float = 1.0) -> Mask:
    """Smooth noise of several sizes, 0..1. stretch: how much wider than high the cells are."""
    total, weight = np.zeros((high, wide), np.float32), 0.0
    for octave in range(5):
        count = cells * 2**octave
        size = (max(2, round(count * wide / max(high, wide) / stretch)), max(2, round(count * high / max(high, wide))))
        grid = rng.random((size[1], size[0]), dtype=np.float32)
        total += 0.55**octave * np.asarray(cv2.resize(grid, (wide, high), interpolation=cv2.INTER_CUBIC), np.float32)
        weight += 0.55**octave
    total /= weight
    low, top = np.percentile(total, (2, 98))
    return np.asarray(np.clip((total - low) / max(1e-3, float(top - low)), 0, 1), np.float32)


def _run(stops: tuple[tuple[int, int, int], ...], high: int, wide: int) -> NDArray[np.float32]:
    column = cv2.resize(np.array(stops, np.float32)[:, None], (1, high), interpolation=cv2.INTER_LINEAR)
    return np.asarray(np.repeat(column, wide, axis=1), np.float32)


def new_sky(high: int, wide: int, rng: Rng, against: NDArray[np.float32]) -> NDArray[np.float32]:
    """A sunset, a blue day, a night with stars or a green storm, one of the two farthest from what was there."""
    kinds = (
        (((40, 20, 70), (190, 60, 80), (255, 150, 70), (255, 220, 140)), (255, 170, 130)),
        (((30, 100, 200), (90, 165, 235), (190, 220, 245)), (250, 250, 252)),
        (((4, 6, 22), (14, 22, 56), (40, 50, 96)), (46, 52, 92)),
        (((20, 44, 34), (70, 120, 80), (190, 210, 150)), (30, 46, 40)),
    )
    ranked = sorted(kinds, key=lambda kind: -float(np.abs(np.mean(kind[0], axis=0) - against).sum()))
    stops, cloud = one_of(rng, tuple(ranked[:2]))
    sky = _run(stops, high, wide)
    veil = np.clip(clouds(high, wide, rng, 3.0, 2.5) * 1.9 - 0.75, 0, 0.9)[..., None]
    sky += (np.asarray(cloud, np.float32) - sky) * veil
    if stops[0][2] < 30:
        stars = (rng.random((high, wide)) > 0.9985).astype(np.float32)
        sky += blurred(stars, 0.0007 * max(high, wide) + 0.25)[..., None] * 420
    return np.asarray(np.clip(sky, 0, 255), np.float32)


def background_replaced(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """Everything behind the figure is now a drawn sky or mist."""
    sheet = Sheet(picture)
    ground = 1 - figure_mask(picture, rng)
    mean = picture.reshape(-1, 3).mean(axis=0)
    if rng.random() < 0.6:
        paint = new_sky(sheet.height, sheet.width, rng, mean)
    else:
        first, last = rng.permutation(
            np.array([[20, 24, 60], [200, 70, 40], [40, 140, 130], [236, 214, 170], [90, 20, 90]])
        )[:2]
        mist = clouds(sheet.height, sheet.width, rng, 3.0)[..., None]
        paint = np.asarray(first + (last - first) * mist, np.float32)
    sheet.lay(ground, 0, 0, paint)
    return sheet.edited()


def background_recoloured(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """Everything behind the figure in the light and shade of another colour."""
    sheet = Sheet(picture)
    light = grey(picture).astype(np.float32)[..., None] / 255
    mean = picture.reshape(-1, 3).mean(axis=0)
    paints = ((200, 30, 40), (30, 90, 210), (20, 160, 110), (150, 40, 190), (230, 150, 20))
    colour = np.asarray(
        sorted(paints, key=lambda each: -float(np.abs(each - mean).sum()))[int(rng.integers(3))], np.float32
    )
    lit = 0.22 + 0.78 * light
    toned = colour * lit * 1.25 + 255 * np.clip(light - 0.6, 0, 1) * 0.6
    sheet.lay(1 - figure_mask(picture, rng), 0, 0, np.clip(toned, 0, 255), 0.9)
    return sheet.edited()


def sky_replaced(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """The upper third or half behind the figure is another sky."""
    sheet = Sheet(picture)
    down = round(rng.uniform(0.32, 0.48) * sheet.height)
    fall = np.clip((down - np.arange(down, dtype=np.float32)) / (0.25 * down), 0, 1)
    mask = np.repeat(fall[:, None], sheet.width, axis=1) * (1 - figure_mask(picture, rng)[:down])
    mean = picture[:down].reshape(-1, 3).mean(axis=0)
    sheet.lay(mask, 0, 0, new_sky(down, sheet.width, rng, mean))
    if not sheet.boxes:
        sheet.lay(np.repeat(fall[:, None], sheet.width, axis=1), 0, 0, new_sky(down, sheet.width, rng, mean))
    return sheet.edited()


def figure_on_other_ground(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """This poster's figure, cut out, stands on another poster."""
    other = others.pick(rng)
    wide, high = size_of(picture)
    sheet = Sheet(resize(other.pixels, wide, high)[0])
    mask = figure_mask(picture, rng)
    sheet.lay(mask, 0, 0, picture)
    box = bounds(mask, 0.5) or Box(0, 0, wide, high)
    whole = whole_of(picture)
    return Attacked(sheet.picture(), (whole,), other.name, parts=(Part(other.name, whole), Part("", box)))


def two_halves_upright(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """The left or right half is that of another poster."""
    other = others.pick(rng)
    wide, high = size_of(picture)
    cut = round(wide * rng.uniform(0.42, 0.58))
    laid = resize(other.pixels, wide, high)[0]
    left, right = Box(0, 0, cut, high), Box(cut, 0, wide - cut, high)
    theirs, ours = (left, right) if rng.random() < 0.5 else (right, left)
    pixels = picture.copy()
    pixels[:, theirs.x : theirs.x + theirs.width] = laid[:, theirs.x : theirs.x + theirs.width]
    return Attacked(pixels, (theirs,), other.name, parts=(Part("", ours), Part(other.name, theirs)), shown=ours)


def two_halves_slanting(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """Another poster beyond a slanting cut, often with a bright line along it."""
    other = others.pick(rng)
    wide, high = size_of(picture)
    sheet = Sheet(picture)
    lean = float(rng.choice([-1, 1])) * rng.uniform(0.25, 0.6)
    y, x = np.mgrid[-0.5 : 0.5 : high * 1j, -0.5 : 0.5 : wide * 1j].astype(np.float32)
    across = (x + lean * y) if rng.random() < 0.6 else (y + lean * x)
    away = across * min(wide, high)
    sheet.lay(np.clip(away + 0.5, 0, 1).astype(np.float32), 0, 0, resize(other.pixels, wide, high)[0])
    theirs = sheet.boxes[:1]
    if rng.random() < 0.5:
        sheet.lay(np.clip(0.005 * max(wide, high) + 1 - np.abs(away), 0, 1).astype(np.float32), 0, 0, (246, 246, 244))
    ours = bounds((away < 0).astype(np.float32)) or whole_of(picture)
    parts = (Part("", ours), *(Part(other.name, box) for box in theirs))
    return sheet.edited(other.name, parts)


def grid_of_four(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """Four posters in two rows, this one among them, with narrow gaps."""
    wide, high = size_of(picture)
    gap = int(rng.integers(0, max(2, round(0.012 * wide)) + 1))
    w, h = max(60, round(wide * 0.62)), max(60, round(high * 0.62))
    pixels = np.full((2 * h + 3 * gap, 2 * w + 3 * gap, 3), one_of(rng, (0, 255)), np.uint8)
    own, parts, theirs, place, shown = int(rng.integers(4)), [], [], np.eye(3), None
    for cell in range(4):
        box = Box(gap + (cell % 2) * (w + gap), gap + (cell // 2) * (h + gap), w, h)
        other = others.pick(rng)
        source, name = (picture, "") if cell == own else (other.pixels, other.name)
        pixels[box.y : box.y + h, box.x : box.x + w] = resize(source, w, h)[0]
        parts.append(Part(name, box))
        if cell == own:
            place, shown = shift_matrix(box.x, box.y) @ scale_matrix(w / wide, h / high), box
        else:
            theirs.append(box)
    return Attacked(pixels, tuple(theirs), place=place, parts=tuple(parts), shown=shown)


def corner_inset(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """A framed piece of another poster set into a corner."""
    other = others.pick(rng)
    sheet = Sheet(picture)
    w = round(rng.uniform(0.26, 0.38) * sheet.width)
    source = other.pixels[: max(8, round(other.pixels.shape[0] * 0.6))]
    h = min(round(w * source.shape[0] / source.shape[1]), round(0.45 * sheet.height))
    rim = max(2, round(0.006 * sheet.long))
    x = one_of(rng, (2 * rim, sheet.width - w - 2 * rim))
    y = one_of(rng, (2 * rim, sheet.height - h - 2 * rim))
    frame = np.ones((h + 2 * rim, w + 2 * rim), np.float32)
    sheet.lay(frame, x - rim, y - rim, one_of(rng, ((250, 250, 250), (10, 10, 10), (214, 172, 70))))
    piece = resize(source, w, h)[0]
    sheet.lay(resized(frame, piece.shape[1], piece.shape[0]), x, y, piece)
    return sheet.edited(other.name, (Part(other.name, Box(x, y, w, h)),))
