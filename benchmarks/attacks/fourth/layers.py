"""How the fourth set lays things onto a picture: blend modes, fills, shadows, glows, bevels, and what then counts."""

from collections.abc import Callable
from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import Colour, resize, size_of
from benchmarks.attacks.paint import Mask, blend, feather, gradient, luminance, mask_box, soft_noise, to_uint8
from benchmarks.attacks.values import Attacked, OtherPosters, Part, SavedAs

Mode = Literal["normal", "multiply", "screen", "overlay", "soft"]
Dressing = Literal["plain", "burnt", "ramp", "bevel", "outline", "texture", "glow", "shadow"]
DRESSINGS: tuple[Dressing, ...] = ("plain", "burnt", "ramp", "bevel", "outline", "texture", "glow", "shadow")
RAMPS: tuple[tuple[Colour, Colour], ...] = (
    ((255, 244, 214), (196, 128, 30)), ((255, 255, 255), (120, 150, 190)), ((255, 190, 190), (190, 0, 30)),
    ((190, 255, 246), (0, 130, 150)),
)  # fmt: skip
DARK_RAMPS: tuple[tuple[Colour, Colour], ...] = (((90, 10, 14), (10, 0, 0)), ((20, 40, 90), (2, 4, 14)))
PLAIN_TO_SEE = 20.0
"""Mean difference (0..255) in the changed area from which nobody attentive misses a repaint."""


def laid(below: Pixels, above: Pixels | Colour, mask: Mask, mode: Mode = "normal") -> Pixels:
    """`above` over `below` where the mask says so, in one of an editor's blend modes."""
    if mode == "normal":
        return blend(below, above, mask)
    low = below.astype(np.float32) / 255
    top = np.broadcast_to(np.asarray(above, np.float32) / 255, low.shape)
    match mode:
        case "multiply":
            mixed = low * top
        case "screen":
            mixed = 1 - (1 - low) * (1 - top)
        case "overlay":
            mixed = np.where(low < 0.5, 2 * low * top, 1 - 2 * (1 - low) * (1 - top))
        case _:
            mixed = (1 - 2 * top) * low**2 + 2 * top * low
    return blend(below, to_uint8(mixed * 255), mask)


def spread(picture: Pixels, mask: Mask, spot: tuple[int, int]) -> Mask:
    """A small mask at (x, y) in an empty one as large as the picture; what sticks out is cut off."""
    width, height = size_of(picture)
    whole: Mask = np.zeros((height, width), np.float32)
    x, y = spot
    left, top, right, foot = max(0, x), max(0, y), min(width, x + mask.shape[1]), min(height, y + mask.shape[0])
    if right > left and foot > top:
        whole[top:foot, left:right] = mask[top - y : foot - y, left - x : right - x]
    return whole


def raised(mask: Mask, colour: Colour, depth: float) -> Pixels:
    """One colour lit from the upper left, as if the mask stood out. depth: of the edge, in pixels."""
    solid = (mask > 0.4).astype(np.uint8)
    inward = np.minimum(cv2.distanceTransform(solid, cv2.DIST_L2, 5), depth) / max(1.0, depth)
    hill = cv2.GaussianBlur(inward.astype(np.float32), (0, 0), max(0.6, depth / 3))
    light = (cv2.Sobel(hill, cv2.CV_32F, 1, 0) + cv2.Sobel(hill, cv2.CV_32F, 0, 1)) * depth
    return to_uint8(np.asarray(colour, np.float32) * (0.8 + 0.45 * np.clip(light, -1, 1))[:, :, None])


def ground_under(picture: Pixels, mask: Mask) -> NDArray[np.float32]:
    """The middle colour of what the mask will cover."""
    covered = picture[mask > 0.3]
    return np.asarray(np.median(covered if len(covered) else picture.reshape(-1, 3), axis=0), np.float32)


def told_apart(picture: Pixels, mask: Mask, wanted: Colour, rng: np.random.Generator) -> Colour:
    """The wanted colour where it stands out from the ground, else a light or a dark one that does."""
    ground = ground_under(picture, mask)
    if abs(luminance(wanted) - luminance(ground)) > 85:
        return wanted
    light: tuple[Colour, ...] = ((255, 252, 240), (255, 224, 120), (206, 238, 255))
    dark: tuple[Colour, ...] = ((8, 8, 10), (60, 6, 30), (6, 30, 60))
    return (light if luminance(ground) < 128 else dark)[int(rng.integers(3))]


def dressed(
    picture: Pixels, mask: Mask, wanted: Colour, way: Dressing, rng: np.random.Generator, others: OtherPosters
) -> Pixels:
    """Letters or a shape (a mask as large as the picture) laid on in one of an editor's layer styles."""
    colour = told_apart(picture, mask, wanted, rng)
    bright = luminance(colour) > luminance(ground_under(picture, mask))
    opposite: Colour = (0, 0, 0) if bright else (255, 255, 255)
    box = mask_box(mask)
    fine = max(0.8, min(box.height, box.width) / 22)
    match way:
        case "burnt":
            once = laid(picture, colour, mask, "screen" if bright else "multiply")
            return laid(once, colour, mask * np.float32(0.6))
        case "ramp":
            tones = (RAMPS if bright else DARK_RAMPS)[int(rng.integers(2 if not bright else len(RAMPS)))]
            fill = picture.copy()
            fill[box.y : box.y + box.height] = gradient((picture.shape[1], box.height), *tones)
            return laid(laid(picture, opposite, feather(mask, 1.4 * fine) * 0.5), fill, mask)
        case "bevel":
            return laid(laid(picture, opposite, feather(mask, fine) * 0.7), raised(mask, colour, 2.2 * fine), mask)
        case "outline":
            wide = 2 * max(1, round(fine * 0.9)) + 1
            rim = cv2.dilate(mask, np.ones((wide, wide), np.uint8)) - cv2.erode(mask, np.ones((3, 3), np.uint8))
            return laid(picture, colour, np.clip(rim, 0, 1).astype(np.float32))
        case "texture":
            return laid(picture, _texture(picture, colour, rng, others), mask)
        case "glow":
            halo = np.clip(feather(mask, 2.5 * fine) * 1.6, 0, 0.75).astype(np.float32)
            return laid(laid(picture, opposite, halo), colour, mask)
        case "shadow":
            step = max(1, round(1.5 * fine))
            dropped = feather(np.roll(mask, (step, step), (0, 1)), 0.8 * fine) * np.float32(0.75)
            return laid(laid(picture, opposite, dropped), colour, mask)
        case _:
            return laid(picture, colour, mask)


def _texture(picture: Pixels, colour: Colour, rng: np.random.Generator, others: OtherPosters) -> Pixels:
    """One colour with grit, scratches or a faint photograph in it."""
    size = size_of(picture)
    tone = np.asarray(colour, np.float32)
    if rng.random() < 0.4:
        photo, _ = resize(others.pick(rng).pixels, *size)
        return to_uint8(tone * 0.75 + (photo.astype(np.float32) - 128) * 0.3)
    grit = soft_noise(size, rng, 60)[:, :, None] * 26 + rng.normal(0, 12, (size[1], size[0], 1))
    return to_uint8(tone * 0.92 + grit)


def kept_as(rng: np.random.Generator) -> SavedAs:
    """How the maker of an edit let it out of the editor."""
    chance = rng.random()
    if chance < 0.1:
        return SavedAs("PNG")
    return SavedAs("WEBP", int(rng.integers(80, 93))) if chance < 0.2 else SavedAs("JPEG", int(rng.integers(72, 96)))


def box_of(mask: Mask, level: float = 0.3) -> Box:
    """The tight box around what is more than so much there."""
    x, y, width, height = cv2.boundingRect((mask > level).astype(np.uint8))
    return Box(x, y, max(1, width), max(1, height))


def strength_of(before: Pixels, after: Pixels, mask: Mask) -> float:
    """How far the pixels under a mask moved, 0..255, each by its strongest channel."""
    away = np.abs(before.astype(np.float32) - after).max(axis=2)
    return float((away * mask).sum() / max(1e-3, float(mask.sum())))


def legible(before: Pixels, after: Pixels, mask: Mask) -> bool:
    """Whether nearly all of some letters differ from what was there before, so that they can be read."""
    away = np.abs(before.astype(np.float32) - after).max(axis=2)[mask > 0.5]
    return len(away) > 0 and float((away > 55).mean()) > 0.85


def on_haze(picture: Pixels, mask: Mask, wanted: Colour, rng: np.random.Generator) -> Pixels:
    """Letters on a soft dark or pale haze of their own, for restless ground."""
    colour = told_apart(picture, mask, wanted, rng)
    box = box_of(mask)
    wide = np.asarray(cv2.dilate(mask, np.ones((5, 5), np.uint8)), np.float32)
    haze = feather(wide, max(1.2, min(box.width, box.height) / 9))
    ground: Colour = (0, 0, 0) if luminance(colour) > 120 else (255, 255, 255)
    return laid(laid(picture, ground, np.clip(haze * 1.8, 0, 0.8).astype(np.float32)), colour, mask)


Draft = Callable[[], tuple[Pixels, Mask, str]]
"""Draws anew: the picture after, a mask of where it was changed, a note."""


def plainest(
    picture: Pixels,
    draft: Draft,
    rng: np.random.Generator,
    *,
    enough: float = PLAIN_TO_SEE,
    parts: tuple[Part, ...] = (),
) -> Attacked:
    """The first draft of ten that is plain to see, or else the plainest of them."""
    best: tuple[float, Pixels, Mask, str] | None = None
    for _ in range(10):
        after, mask, note = draft()
        strength = strength_of(picture, after, mask)
        if best is None or strength > best[0]:
            best = (strength, after, mask, note)
        if strength > enough:
            break
    assert best is not None
    _, after, mask, note = best
    return Attacked(after, (box_of(mask),), note, saved_as=kept_as(rng), parts=parts)
