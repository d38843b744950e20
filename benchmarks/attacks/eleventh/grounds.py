"""Other backgrounds, and posters put together from several."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.eleventh import tones
from benchmarks.attacks.eleventh.draw import blend, blurred, resized, softened
from benchmarks.attacks.eleventh.find import around, face, figure
from benchmarks.attacks.eleventh.luck import bright_colour, file_kind, likely
from benchmarks.attacks.eleventh.mend import edited
from benchmarks.attacks.eleventh.move import plain_ground, set_in
from benchmarks.attacks.geometry import part_of
from benchmarks.attacks.paint import Mask
from benchmarks.attacks.values import Attacked, OtherPosters, Part


def _filled(picture: Pixels, wide: int, high: int) -> Pixels:
    scale = max(wide / picture.shape[1], high / picture.shape[0])
    grown = resized(picture, max(wide, round(picture.shape[1] * scale)), max(high, round(picture.shape[0] * scale)))
    x, y = (grown.shape[1] - wide) // 2, (grown.shape[0] - high) // 2
    return grown[y : y + high, x : x + wide]


def _behind(picture: Pixels, rng: np.random.Generator) -> tuple[Mask, Box]:
    high, wide = picture.shape[:2]
    end = int(between(rng, 0.55, 0.85) * high) if likely(rng, 0.7) else high
    mask = 1 - figure(picture)
    fade = max(4, int(0.04 * high))
    mask[end:] = 0
    if end < high:
        mask[end - fade : end] *= np.linspace(1, 0, fade, dtype=np.float32)[:, None]
    return mask, Box(0, 0, wide, end)


def background_replaced(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The ground behind the figure exchanged for a sky, clouds, a plain colour or a blurred picture."""
    high, wide = picture.shape[:2]
    kind = int(rng.integers(3))
    if kind == 0:
        ground = blurred(_filled(others.pick(rng).pixels, wide, high), 0.02 * wide)
    else:
        ground = plain_ground(wide, high, rng)
        if kind == 1:
            low, top = np.array(bright_colour(rng, 0.5, 1.0)), np.array(bright_colour(rng, 0.8, 0.6))
            share = np.linspace(0, 1, high, dtype=np.float32)[:, None, None]
            puffs = np.asarray(
                cv2.resize(rng.random((9, 5), np.float32) * 60 - 30, (wide, high), interpolation=cv2.INTER_CUBIC)
            )
            ground = tones.as_pixels(
                top + (low - top) * share + 60 * np.clip(np.asarray(puffs, np.float32) - 0.5, 0, 1)[..., None]
            )
    mask, box = _behind(picture, rng)
    return edited(picture, blend(picture, tones.grained(ground, rng, 2), mask), [box], rng)


def background_recoloured(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The ground behind the figure tinted, while the figure keeps its colours."""
    tint = np.array(bright_colour(rng, 0.9, 1.0), np.float32)
    grey = tones.saturated(picture, between(rng, 0, 0.3)).astype(np.float32)
    tinted = tones.as_pixels(grey * tint / 255 * between(rng, 0.8, 1.1) + tint * between(rng, 0.1, 0.3))
    mask, box = _behind(picture, rng)
    return edited(picture, blend(picture, tinted, mask), [box], rng)


def figure_on_other_ground(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The figure cut out and put on another poster."""
    other, mask = others.pick(rng), figure(picture)
    high, wide = picture.shape[:2]
    whole = Box(0, 0, wide, high)
    result = blend(_filled(other.pixels, wide, high), picture, mask)
    parts = (Part(other.name, whole), Part("", around(mask)))
    return edited(picture, result, [whole], rng, other.name, parts=parts)


def two_halves(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Half of it and half of another poster, the seam upright, level or slanting, hard or soft."""
    other, (high, wide) = others.pick(rng), picture.shape[:2]
    y, x = np.mgrid[0:high, 0:wide].astype(np.float32)
    across, lean = likely(rng, 0.6), between(rng, -0.35, 0.35) * likely(rng, 0.5)
    at = between(rng, 0.42, 0.58)
    along = x / wide + lean * (y / high - 0.5) if across else y / high + lean * (x / wide - 0.5)
    mask = (along > at if likely(rng, 0.5) else along < at).astype(np.float32)
    soft = softened(mask, between(rng, 0.002, 0.02) * wide)
    result = blend(picture, _filled(other.pixels, wide, high), soft)
    foreign, own = around(mask), around(1 - mask)
    return edited(picture, result, [foreign], rng, other.name, parts=(Part("", own), Part(other.name, foreign)))


def grid(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Two to four posters side by side as if they were one."""
    across, down = one_of(rng, ((2, 1), (3, 1), (2, 2), (2, 2)))
    shrink = min(1.0, 1000 / picture.shape[1])
    wide, high = int(picture.shape[1] * shrink), int(picture.shape[0] * shrink)
    gap = int(between(rng, 0, 0.03) * wide) if likely(rng, 0.5) else 0
    result = plain_ground(across * (wide + gap) - gap, down * (high + gap) - gap, rng)
    cells = [Box(c * (wide + gap), r * (high + gap), wide, high) for r in range(down) for c in range(across)]
    mine = cells.pop(int(rng.integers(len(cells))))
    parts = [Part("", mine)]
    for cell in cells:
        other = others.pick(rng)
        part_of(result, cell)[:] = _filled(other.pixels, wide, high)
        parts.append(Part(other.name, cell))
    place = set_in(result, picture, mine)
    return Attacked(result, tuple(cells), f"{across}x{down}", place, file_kind(rng), tuple(parts))


def corner_inset(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Another poster, or a face from it, set into a corner, with a rim or round."""
    other, (high, wide), result = others.pick(rng), picture.shape[:2], picture.copy()
    size, face_only = int(between(rng, 0.24, 0.42) * wide), likely(rng, 0.35)
    source = part_of(other.pixels, face(other.pixels)) if face_only else other.pixels
    tall = size if face_only else int(size * source.shape[0] / source.shape[1])
    rim, margin = int(between(rng, 0, 0.012) * wide), int(between(rng, 0.0, 0.05) * wide)
    x = one_of(rng, (margin, wide - margin - size))
    y = one_of(rng, (margin, max(0, high - margin - tall)))
    piece = cv2.copyMakeBorder(_filled(source, size - 2 * rim, tall - 2 * rim), rim, rim, rim, rim, cv2.BORDER_CONSTANT,
                               value=one_of(rng, ((250, 250, 250), (10, 10, 10), bright_colour(rng))))  # fmt: skip
    box, mask = Box(x, y, size, tall), np.ones((tall, size), np.float32)
    if face_only:
        mask = np.zeros((tall, size), np.float32)
        cv2.ellipse(mask, (size // 2, tall // 2), (size // 2 - 1, tall // 2 - 1), 0, 0, 360, 1, -1)
    part_of(result, box)[:] = blend(part_of(picture, box), np.asarray(piece, np.uint8), mask)
    return edited(
        picture, result, [box], rng, other.name, parts=(Part("", Box(0, 0, wide, high)), Part(other.name, box))
    )
