"""Things painted into a poster: fire, a moon, weapons, animals, buildings."""

import cv2
import numpy as np
from PIL import Image

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import part_of, size_of
from benchmarks.attacks.paint import to_uint8
from benchmarks.attacks.twelfth.colours import Colour, light_of
from benchmarks.attacks.twelfth.find import calm_box
from benchmarks.attacks.twelfth.pixels import lay, softened
from benchmarks.attacks.twelfth.places import edited
from benchmarks.attacks.twelfth.shapes import clouds, disc, polygon
from benchmarks.attacks.values import Attacked, OtherPosters

Outline = tuple[tuple[float, float], ...]


def _outline(points: str) -> Outline:
    """Points written as x,y in per cent, for a polygon in shares."""
    pairs = (point.split(",") for point in points.split())
    return tuple((int(x) / 100, int(y) / 100) for x, y in pairs)


SWORD = _outline("0,50 10,40 70,44 70,15 74,15 74,42 100,42 100,58 74,58 74,85 70,85 70,56 10,60")
PISTOL = _outline("0,10 85,10 92,0 100,20 95,40 100,100 72,100 66,55 45,55 40,38 0,38")
AXE = _outline("0,46 72,44 70,10 88,0 100,50 88,100 70,75 72,56 0,56")
BAT = _outline("0,25 20,15 40,35 45,10 50,25 55,10 60,35 80,15 100,25 88,60 76,50 64,75 50,95 36,75 24,50 12,60")
CAT = _outline("30,100 28,60 34,40 30,5 42,16 56,16 68,5 66,40 78,65 80,90 95,80 94,50 100,50 100,95 80,100")
WOLF = _outline(
    "0,30 18,18 24,0 32,20 45,36 80,38 100,70 90,62 88,100 80,100 76,72 50,70 46,100 38,100 34,62 22,42 4,40"
)
CASTLE = _outline("0,100 0,40 8,22 16,40 16,55 34,55 34,25 46,0 58,25 58,50 80,50 80,35 88,15 96,35 100,100")
TOWER = _outline("20,100 42,35 47,5 50,0 53,5 58,35 80,100 62,100 50,75 38,100")
PYRAMID = _outline("0,100 38,10 62,68 76,35 100,100")


def fire(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Flames along the bottom or over a part of the picture."""
    width, height = size_of(picture)
    wide, high = round(between(rng, 0.35, 1.0) * width), round(between(rng, 0.2, 0.4) * height)
    noise = clouds(wide, 2 * high, rng, 9)[:high] + 0.6 * clouds(wide, high, rng, 18)
    tongues = np.asarray(cv2.resize(rng.random((3, 14), np.float32), (wide, high), interpolation=cv2.INTER_CUBIC))
    y = np.linspace(1, 0, high, dtype=np.float32)[:, None]
    across = 1 - np.abs(np.linspace(-1, 1, wide, dtype=np.float32)) ** 6 * (wide < 0.95 * width)
    heat = np.clip((1.35 * (1 - y) + 0.75 * (noise - 0.9) + 0.5 * (tongues - 0.6)) * across, 0, 1)
    colours = np.stack(
        [np.clip(heat * 2.6, 0, 1), np.clip(heat * 2.1 - 0.55, 0, 1), np.clip(heat * 2 - 1.3, 0, 1)], axis=2
    )
    alpha = softened(np.asarray(np.clip(heat * 2.4 - 0.5, 0, 0.95), np.float32), 0.8)
    top = one_of(rng, (height - high, height - high, round(between(rng, 0.4, 1) * (height - high))))
    return edited(picture, lay(picture, to_uint8(colours * 255), alpha, rng.random() * (width - wide), top), "flames")


def moon(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A moon, a red one or a planet in a calm part."""
    size = between(rng, 0.16, 0.4) * picture.shape[1]
    box = calm_box(picture, size, size, rng)
    tint = np.array(one_of(rng, ((245, 240, 220), (250, 210, 150), (220, 60, 40), (150, 190, 240))), np.float32)
    seas = 0.6 + 0.4 * clouds(box.width, box.height, rng, 5)
    round_edge = disc(box.width, box.height)
    glow = softened(np.pad(round_edge, 14), 4) * np.float32(0.5)
    lit: Colour = (int(tint[0]), int(tint[1]), int(tint[2]))
    after = lay(picture, lit, glow, box.x - 14, box.y - 14)
    return edited(picture, lay(after, to_uint8(tint * seas[..., None]), round_edge, box.x, box.y), "moon")


def _thing(
    picture: Pixels, outline: Outline, wide: float, flat: float, turn: float, colour: Colour, rng: np.random.Generator
) -> Pixels:
    """A shaded shape in a calm place, turned, lighter on top, with a rim against a like ground."""
    mask = polygon(wide, wide * flat, outline)
    if rng.random() < 0.5:
        mask = mask[:, ::-1]
    image = Image.fromarray((mask * 255).astype(np.uint8)).rotate(turn, Image.Resampling.BICUBIC, expand=True)
    mask = np.asarray(image, np.float32) / np.float32(255)
    box = calm_box(picture, mask.shape[1], mask.shape[0], rng)
    mask = np.asarray(cv2.resize(mask, (box.width, box.height)), np.float32)
    if abs(light_of(colour) - light_of(part_of(picture, box).mean(axis=(0, 1)))) < 60:
        colour = (235, 232, 226) if light_of(colour) < 128 else (16, 16, 20)
    shade = np.linspace(1.15, 0.75, box.height, dtype=np.float32)[:, None] * (
        0.85 + 0.3 * clouds(box.width, box.height, rng, 8)
    )
    return lay(picture, to_uint8(shade[..., None] * np.array(colour, np.float32)), softened(mask, 0.6), box.x, box.y)


def weapon(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A sword, a pistol or an axe."""
    outline, flat = one_of(rng, ((SWORD, 0.22), (PISTOL, 0.6), (AXE, 0.4)))
    colour: Colour = one_of(rng, ((190, 195, 205), (40, 40, 46), (120, 90, 60)))
    wide, turn = between(rng, 0.25, 0.5) * picture.shape[1], between(rng, -60, 60)
    return edited(picture, _thing(picture, outline, wide, flat, turn, colour, rng), "weapon")


def animal(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A bat, a cat or a wolf."""
    outline, flat = one_of(rng, ((BAT, 0.45), (CAT, 1.0), (WOLF, 0.6)))
    colour: Colour = one_of(rng, ((14, 14, 18), (90, 84, 80), (130, 85, 45)))
    wide = between(rng, 0.2, 0.45) * picture.shape[1]
    return edited(picture, _thing(picture, outline, wide, flat, between(rng, -8, 8), colour, rng), "animal")


def building(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A castle, a tower or pyramids."""
    outline, flat = one_of(rng, ((CASTLE, 0.8), (TOWER, 1.7), (PYRAMID, 0.5)))
    colour: Colour = one_of(rng, ((30, 28, 40), (150, 130, 105), (200, 170, 110)))
    wide = between(rng, 0.25, 0.55 if flat < 1 else 0.3) * picture.shape[1]
    return edited(picture, _thing(picture, outline, wide, flat, 0, colour, rng), "building")
