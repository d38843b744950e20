"""Where the third set's edits put things, in which colour, and whether anybody would see them."""

from collections.abc import Callable

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import Colour, size_of
from benchmarks.attacks.paint import Mask, grey_of, luminance, mask_box
from benchmarks.attacks.places import detail_map, title_band
from benchmarks.attacks.values import Attacked, SavedAs

SEEN_FROM = 18.0
"""Mean difference (0..255) over the changed area under which an attentive person might miss a repaint."""


def exported(rng: np.random.Generator) -> SavedAs:
    """How whoever made the edit saved it."""
    kind = rng.random()
    if kind < 0.15:
        return SavedAs("PNG")
    return SavedAs("WEBP", int(rng.integers(78, 92))) if kind < 0.3 else SavedAs("JPEG", int(rng.integers(74, 95)))


def find_title(picture: Pixels, rng: np.random.Generator) -> Box:
    """A box around what is most likely the title: the busiest run of columns in its band."""
    band = title_band(picture, rng, 0.085)
    piece = grey_of(picture)[band.y : band.y + band.height]
    strokes = np.abs(np.asarray(cv2.Sobel(piece, cv2.CV_32F, 1, 0), np.float32)).mean(axis=0)
    smooth = cv2.GaussianBlur(strokes[None], (0, 0), picture.shape[1] * 0.02)[0]
    busy = np.flatnonzero(smooth > 0.5 * np.percentile(smooth, 85))
    left, right = int(busy[0]), int(busy[-1])
    if right - left < picture.shape[1] * 0.25:
        middle = min(max((left + right) // 2, picture.shape[1] // 8), picture.shape[1] * 7 // 8)
        left, right = middle - picture.shape[1] // 8, middle + picture.shape[1] // 8 - 1
    return Box(left, band.y, max(8, right - left + 1), band.height)


def ink_colour(picture: Pixels, box: Box) -> Colour:
    """The colour of what stands out most from the box's usual one."""
    piece = picture[box.y : box.y + box.height, box.x : box.x + box.width].reshape(-1, 3).astype(np.float32)
    away = np.abs(piece - np.median(piece, axis=0)).sum(axis=1)
    red, green, blue = (int(v) for v in np.median(piece[away >= np.percentile(away, 85)], axis=0))
    return red, green, blue


def readable(picture: Pixels, wanted: Colour, mask: Mask, spot: tuple[int, int], rng: np.random.Generator) -> Colour:
    """The wanted colour where it can be told from the ground; else white, cream, black or dark red."""
    x, y = spot
    ground = picture[y : y + mask.shape[0], x : x + mask.shape[1]].reshape(-1, 3).mean(axis=0)
    if abs(luminance(wanted) - luminance(ground)) > 75:
        return wanted
    light: tuple[Colour, ...] = ((255, 255, 255), (250, 240, 205))
    dark: tuple[Colour, ...] = ((0, 0, 0), (70, 0, 10))
    return (light if luminance(ground) < 135 else dark)[int(rng.integers(2))]


def lettered(result: Pixels, mask: Mask, spot: tuple[int, int], rng: np.random.Generator, note: str) -> Attacked:
    """The ink of the mask is the change."""
    ink = mask_box(mask, 0.35)
    x, y = max(0, spot[0] + ink.x), max(0, spot[1] + ink.y)
    box = Box(x, y, min(ink.width, result.shape[1] - x), min(ink.height, result.shape[0] - y))
    return Attacked(result, (box,), note, saved_as=exported(rng))


def opposite(colour: Colour) -> Colour:
    """Black under light letters, white under dark ones."""
    return (0, 0, 0) if luminance(colour) > 110 else (255, 255, 255)


def inside(picture: Pixels, mask: Mask, across: float, down: float, margin: float = 0.025) -> tuple[int, int]:
    """A corner (x, y) for a mask whose middle is wanted at shares of the picture, kept within a margin."""
    spot = []
    edge = round(picture.shape[1] * margin)
    for whole, part, share in zip(size_of(picture), (mask.shape[1], mask.shape[0]), (across, down), strict=True):
        low, high = edge, whole - part - edge
        wanted = round(share * whole - part / 2)
        spot.append(max(0, (whole - part) // 2) if high < low else min(max(wanted, low), high))
    return spot[0], spot[1]


def calmest(picture: Pixels, mask: Mask, spots: list[tuple[int, int]]) -> tuple[int, int]:
    """Of some corners (x, y) the one where least goes on below the mask."""
    detail = detail_map(picture)
    height, width = mask.shape
    return min(spots, key=lambda spot: float(detail[spot[1] : spot[1] + height, spot[0] : spot[0] + width].mean()))


def after(picture: Pixels, title: Box, mask: Mask) -> tuple[int, int]:
    """Straight after the title on its foot line, or below its end where there is no room."""
    width, height = size_of(picture)
    gap = max(3, round(width * 0.02))
    x = title.x + title.width + gap
    y = title.y + title.height - mask.shape[0] - round(title.height * 0.08)
    if x + mask.shape[1] > width - 3:
        x, y = width - mask.shape[1] - gap, title.y + title.height + gap
    if y + mask.shape[0] > height - 3:
        y = title.y - mask.shape[0] - gap
    return max(2, x), max(2, y)


def below(picture: Pixels, title: Box, mask: Mask) -> tuple[int, int]:
    """In the middle under or over the title, wherever it is calmer, at one of a few distances."""
    middle = (title.x + title.width / 2) / picture.shape[1]
    gap = picture.shape[1] * 0.02
    spots = []
    for step in range(4):
        away = gap * (1 + 1.5 * step) + mask.shape[0] / 2
        for y in (title.y + title.height + away, title.y - away):
            if 0.03 < y / picture.shape[0] < 0.97:
                spots.append(inside(picture, mask, middle, y / picture.shape[0]))
    return calmest(picture, mask, spots or [inside(picture, mask, middle, 0.5)])


Attempt = Callable[[], tuple[Pixels, Mask, str]]
"""Draws once more: the whole picture after, where it was changed, a note."""


def until_seen(picture: Pixels, attempt: Attempt, rng: np.random.Generator, enough: float = SEEN_FROM) -> Attacked:
    """The first of a dozen attempts that an attentive person would see, or the strongest."""
    strongest: tuple[float, Pixels, Mask, str] | None = None
    for _ in range(12):
        result, mask, note = attempt()
        away = np.abs(picture.astype(np.float32) - result).mean(axis=2)
        strength = float((away * mask).sum() / max(1.0, float(mask.sum())))
        if strongest is None or strength > strongest[0]:
            strongest = (strength, result, mask, note)
        if strength > enough:
            break
    assert strongest is not None
    _, result, mask, note = strongest
    return Attacked(result, (mask_box(mask, 0.12 * float(mask.max())),), note, saved_as=exported(rng))
