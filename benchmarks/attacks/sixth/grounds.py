"""Edits: background, sky and clothes."""

import cv2
import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import resize, size_of, whole_of
from benchmarks.attacks.sixth.matte import bounds, dyed, far_tone, figure_mask
from benchmarks.attacks.sixth.tools import Mask, Tone, as_pixels, count, edited, floats, mix, saved, soften
from benchmarks.attacks.values import Attacked, OtherPosters, Part


def clouds(size: tuple[int, int], rng: np.random.Generator) -> Mask:
    """Soft noise of several sizes, 0..1."""
    width, height = size
    total = np.zeros((height, width), np.float32)
    for level in range(5):
        grid = rng.random((3 * 2**level + 1, 2 * 2**level + 1)).astype(np.float32)
        total += np.asarray(cv2.resize(grid, (width, height), interpolation=cv2.INTER_CUBIC), np.float32) / 2**level
    low, high = np.percentile(total, (3, 97))
    return floats(np.clip((total - low) / (high - low + 1e-6), 0, 1))


def drawn_sky(size: tuple[int, int], rng: np.random.Generator) -> tuple[Pixels, str]:
    """A day, evening, storm or night sky."""
    width, height = size
    kinds: dict[str, tuple[Tone, Tone, Tone]] = {
        "day": ((60, 130, 220), (190, 220, 245), (255, 255, 255)),
        "evening": ((90, 40, 110), (255, 140, 60), (255, 200, 150)),
        "storm": ((30, 36, 46), (90, 96, 106), (150, 154, 160)),
        "night": ((6, 10, 34), (40, 30, 90), (90, 70, 150)),
        "blood": ((50, 0, 8), (190, 30, 20), (240, 120, 60)),
    }
    name = one_of(rng, tuple(kinds))
    top, low, white = (floats(tone) for tone in kinds[name])
    down = np.linspace(0, 1, height, dtype=np.float32)[:, None, None]
    sky = np.repeat(top * (1 - down) + low * down, width, axis=1)
    veil = np.clip(clouds(size, rng) * 1.8 - 0.8, 0, 1)[..., None] * 0.8
    sky = sky * (1 - veil) + white * veil
    if name == "night":
        for _ in range(count(rng, 60, 140)):
            spot = count(rng, 0, width - 1), count(rng, 0, height - 1)
            cv2.circle(sky, spot, max(1, width // 400), (240, 240, 255), -1, cv2.LINE_AA)
    return as_pixels(sky), name


def ground_new(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The figure kept, everything behind it exchanged for another poster or a drawn sky."""
    size = size_of(picture)
    behind = 1 - figure_mask(picture)
    if rng.random() < 0.6:
        other = others.pick(rng)
        fitted, _ = resize(other.pixels, *size)
        fitted = as_pixels(cv2.GaussianBlur(fitted, (0, 0), max(0.5, size[0] * between(rng, 0.001, 0.006))))
        parts = Part("", bounds(1 - behind, 0.5)), Part(other.name, whole_of(picture))
        result = mix(picture, fitted, behind)
        return Attacked(result, (whole_of(picture),), "another poster", saved_as=saved(rng), parts=parts)
    sky, name = drawn_sky(size, rng)
    return edited(picture, mix(picture, sky, behind), rng, name, join=0.1)


def sky_new(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Another sky above, or the upper ground in another colour."""
    width, height = size_of(picture)
    fall = np.arange(height, dtype=np.float32)[:, None] / height
    edge = between(rng, 0.35, 0.5)
    upper = np.clip((edge - fall) / 0.15, 0, 1) * (1 - figure_mask(picture))
    mask = np.asarray(upper, np.float32)
    if rng.random() < 0.6:
        sky, name = drawn_sky((width, height), rng)
        return edited(picture, mix(picture, sky, mask * between(rng, 0.75, 0.95)), rng, name, join=0.1)
    own = np.median(picture[: height // 3].reshape(-1, 3), axis=0)
    tone = far_tone(rng, (int(own[0]), int(own[1]), int(own[2])))
    return edited(picture, dyed(picture, mask, tone, 0.85), rng, f"colour {tone}", join=0.1)


def clothes_dyed(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """One region of a like colour, a coat perhaps, in another colour."""
    width, height = size_of(picture)
    lab = cv2.cvtColor(cv2.GaussianBlur(picture, (0, 0), width / 150), cv2.COLOR_RGB2LAB).astype(np.float32)
    best: Mask = np.zeros((height, width), np.float32)
    for _ in range(8):
        x, y = round(width * between(rng, 0.3, 0.7)), round(height * between(rng, 0.4, 0.75))
        apart = np.abs(lab - lab[y, x]) * floats([0.4, 1, 1])
        region = (apart.sum(axis=2) < 26).astype(np.uint8)
        _, labels = cv2.connectedComponents(region)
        grown = (labels == labels[y, x]).astype(np.float32) if region[y, x] else best
        share = float(grown.mean())
        if 0.02 < share < 0.3 and share > float(best.mean()):
            best = grown
    if float(best.mean()) < 0.02:
        best = np.asarray(figure_mask(picture) * (np.arange(height)[:, None] > height * 0.45), np.float32)
    if not (best > 0.5).any():
        best[round(height * 0.5) : round(height * 0.75), round(width * 0.3) : round(width * 0.7)] = 1
    closed = cv2.morphologyEx(best, cv2.MORPH_CLOSE, np.ones((max(3, width // 60) | 1,) * 2, np.uint8))
    mask = soften(np.asarray(closed, np.float32), width / 300)
    own = np.median(picture[best > 0.5], axis=0)
    tone = far_tone(rng, (int(own[0]), int(own[1]), int(own[2])))
    return edited(picture, dyed(picture, mask, tone, 0.95), rng, f"colour {tone}", join=0.06)
