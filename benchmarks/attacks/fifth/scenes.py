"""Edits, the fifth set: another background, and objects that were drawn into the picture."""

import cv2
import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.fifth.layers import Layer, centred, laid_on, shadowed, spread_out, turned
from benchmarks.attacks.fifth.targets import clearest, face_in, standing_out
from benchmarks.attacks.fifth.things import aeroplane, crown, flames, moon, splatter, sword, wing
from benchmarks.attacks.geometry import Colour, resize, size_of
from benchmarks.attacks.paint import Mask, gradient, grey_of, soft_noise, to_uint8
from benchmarks.attacks.values import Attacked, OtherPosters

SKIES: tuple[tuple[Colour, Colour], ...] = (
    ((255, 120, 60), (90, 30, 110)), ((40, 120, 220), (210, 235, 255)), ((8, 10, 40), (60, 60, 120)),
    ((120, 10, 20), (20, 0, 6)), ((20, 90, 80), (190, 240, 180)), ((250, 200, 120), (240, 110, 130)),
)  # fmt: skip


def _middle(picture: Pixels, layer: Layer, x: float, y: float, note: str) -> tuple[Pixels, Mask, str]:
    """A layer round a point, and where it is."""
    left, top = x - layer.shape[1] / 2, y - layer.shape[0] / 2
    return centred(picture, layer, x, y), spread_out(picture, layer, left, top), note


def background_exchanged(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Edit: all that is behind who stands in front is now a painted sky or the ground of another poster."""

    def draft() -> tuple[Pixels, Mask, str]:
        size = size_of(picture)
        behind = 1 - standing_out(picture, rng)
        if rng.random() < 0.6:
            sky = gradient(size, *one_of(rng, SKIES)).astype(np.float32)
            clouds = np.clip(soft_noise(size, rng, 4) + 0.5 * soft_noise(size, rng, 11), 0, 1)[:, :, None]
            ground, note = to_uint8(sky * (1 - 0.5 * clouds) + 245 * 0.5 * clouds), "sky"
        else:
            other = others.pick(rng)
            soft = cv2.GaussianBlur(resize(other.pixels, *size)[0], (0, 0), size[0] / 90)
            ground, note = np.asarray(soft, np.uint8), f"from {other.name}"
        share = behind[:, :, None]
        return to_uint8(picture * (1 - share) + ground * share), behind, note

    return clearest(picture, draft, rng)


def sky_exchanged(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Edit: the upper part behind who stands in front is another sky, softly running out below."""

    def draft() -> tuple[Pixels, Mask, str]:
        width, height = size_of(picture)
        horizon = rng.uniform(0.35, 0.55)
        rows = np.linspace(0, 1, height, dtype=np.float32)[:, None]
        mask = (1 - standing_out(picture, rng)) * np.clip((horizon - rows) / 0.1 + 0.5, 0, 1)
        sky = gradient((width, height), *one_of(rng, SKIES)).astype(np.float32)
        if rng.random() < 0.5:
            stars = (rng.random((height, width)) > 0.997).astype(np.float32)
            sky += 200 * cv2.GaussianBlur(stars, (0, 0), max(0.6, width / 700))[:, :, None] * 4
        else:
            sky += 80 * np.clip(soft_noise((width, height), rng, 5), 0, 1)[:, :, None]
        share = mask[:, :, None]
        return to_uint8(picture * (1 - share) + np.clip(sky, 0, 255) * share), mask, f"to {horizon:.2f}"

    return clearest(picture, draft, rng)


def moon_added(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Edit: a large moon, pale, yellow, red or dark, in the upper half."""

    def draft() -> tuple[Pixels, Mask, str]:
        width, height = size_of(picture)
        tones: tuple[Colour, ...] = ((240, 240, 225), (250, 220, 120), (190, 40, 30), (40, 44, 70), (150, 200, 250))
        layer = moon(width * rng.uniform(0.22, 0.45), one_of(rng, tones), rng)
        return _middle(picture, layer, width * rng.uniform(0.2, 0.8), height * rng.uniform(0.14, 0.42), "moon")

    return clearest(picture, draft, rng, seen=80.0)


def flames_added(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Edit: flames along the foot, over all of the width or half of it."""

    def draft() -> tuple[Pixels, Mask, str]:
        width, height = size_of(picture)
        wide = width * float(rng.choice([1.0, rng.uniform(0.5, 0.8)]))
        layer = flames(wide, height * rng.uniform(0.14, 0.32), rng)
        x, y = rng.uniform(0, 1) * (width - layer.shape[1]), height - layer.shape[0]
        return laid_on(picture, layer, x, y), spread_out(picture, layer, x, y), "flames"

    return clearest(picture, draft, rng, seen=60.0)


def aeroplanes_added(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Edit: one to three dark or light aeroplane silhouettes in the upper half."""

    def draft() -> tuple[Pixels, Mask, str]:
        width, height = size_of(picture)
        count = int(rng.integers(1, 4))
        dark = bool(grey_of(picture)[: height // 2].mean() > 95)
        tone: Colour = (14, 16, 20) if dark else (236, 238, 242)
        after, whole = picture, np.zeros(picture.shape[:2], np.float32)
        flipped, lean = bool(rng.random() < 0.5), rng.uniform(-6, 20)
        size = width * rng.uniform(0.3, 0.5) / (0.7 + 0.3 * count)
        for number in range(count):
            layer = turned(aeroplane(size * rng.uniform(0.85, 1.15), tone), lean)
            layer = np.ascontiguousarray(layer[:, ::-1]) if flipped else layer
            x = width * (0.5 + (number - (count - 1) / 2) * 0.3 + rng.uniform(-0.05, 0.05))
            after, mask, _ = _middle(after, layer, x, height * rng.uniform(0.1, 0.42), "")
            whole = np.maximum(whole, mask)
        return after, whole, f"{count}"

    return clearest(picture, draft, rng, apart=True, seen=80.0)


def blood_splattered(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Edit: a large splatter of blood."""

    def draft() -> tuple[Pixels, Mask, str]:
        width, height = size_of(picture)
        layer = turned(splatter(width * rng.uniform(0.5, 0.95), rng), float(rng.uniform(-10, 10)))
        return _middle(picture, layer, width * rng.uniform(0.3, 0.7), height * rng.uniform(0.25, 0.7), "blood")

    return clearest(picture, draft, rng, seen=70.0)


def crown_added(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Edit: a crown on a head, a little askew."""

    def draft() -> tuple[Pixels, Mask, str]:
        face = face_in(picture, rng, (0.2, 0.32))
        layer = turned(crown(face.width * rng.uniform(0.95, 1.3), rng), float(rng.uniform(-14, 14)))
        layer = shadowed(layer, max(1.0, picture.shape[1] / 150), 0.5)
        y = max(layer.shape[0] * 0.5, face.y + face.height * 0.05 - layer.shape[0] * 0.2)
        return _middle(picture, layer, face.x + face.width / 2, y, "crown")

    return clearest(picture, draft, rng, seen=60.0)


def wings_added(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Edit: a pair of white, black or coloured wings behind somebody's shoulders."""

    def draft() -> tuple[Pixels, Mask, str]:
        width, height = size_of(picture)
        tones: tuple[Colour, ...] = ((250, 250, 248), (36, 36, 44), (250, 250, 248), (190, 40, 44), (240, 200, 90))
        face = face_in(picture, rng, (0.14, 0.22))
        left = wing(width * rng.uniform(0.3, 0.42), one_of(rng, tones), rng)
        middle = float(np.clip(face.x + face.width / 2, 0.35 * width, 0.65 * width))
        y = float(np.clip(face.y + face.height * 1.5 - left.shape[0] * 0.7, 2, height - left.shape[0] - 2))
        apart = face.width * 0.45
        spots = ((left, middle - apart - left.shape[1]), (np.ascontiguousarray(left[:, ::-1]), middle + apart))
        after, whole = picture, np.zeros(picture.shape[:2], np.float32)
        for layer, x in spots:
            after = laid_on(after, layer, x, y)
            whole = np.maximum(whole, spread_out(picture, layer, x, y))
        return after, whole, "wings"

    return clearest(picture, draft, rng, apart=True, seen=80.0)


def sword_added(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Edit: a sword held aslant or pointing down, a third to two thirds of the height long."""

    def draft() -> tuple[Pixels, Mask, str]:
        width, height = size_of(picture)
        lean = float(rng.choice([-35, 35, 20, -20, 160, 200]) + rng.uniform(-12, 12))
        layer = turned(sword(height * rng.uniform(0.34, 0.58), rng), lean)
        layer = shadowed(layer, max(1.0, width / 120), 0.5)
        return _middle(picture, layer, width * rng.uniform(0.3, 0.7), height * rng.uniform(0.35, 0.65), "sword")

    return clearest(picture, draft, rng, seen=60.0)
