"""Outlines of areas that are painted anew, and what they are filled with."""

import cv2
import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import resize, size_of
from benchmarks.attacks.paint import (
    Mask,
    ellipse_mask,
    feather,
    figure_mask,
    match_colours,
    rounded_mask,
    soft_noise,
    to_uint8,
)
from benchmarks.attacks.places import detailed_spot
from benchmarks.attacks.values import OtherPosters
from benchmarks.attacks.varied.shapes import BLACK, WHITE, any_colour, blended, mixed, pick, vivid

OUTLINES = ("oval", "figure", "box", "blob", "polygon", "hair", "edge")


def softened(mask: Mask, width: int, rng: np.random.Generator) -> Mask:
    """With an edge as hard or as soft as chance makes it, for a picture so wide."""
    return feather(mask, width * pick(rng, [0.0, 0.0015, 0.004, 0.01, 0.025]))


def piece_mask(size: tuple[int, int], rng: np.random.Generator, outline: str) -> Mask:
    """One outline in a box of (width, height), hard."""
    width, height = size
    match outline:
        case "oval":
            return ellipse_mask(size, 0.01)
        case "figure":
            return figure_mask(size, rng, 0.004)
        case "box":
            return rounded_mask(size, round(min(size) * pick(rng, [0.0, 0.0, 0.1, 0.3])))
        case "blob" | "hair":
            turn = np.linspace(0, 2 * np.pi, 40, endpoint=False)
            radii = 0.8 + sum(
                rng.normal(0, 0.28 / wave) * np.cos(wave * turn + rng.uniform(0, 6)) for wave in range(1, 6)
            )
            radii = np.clip(radii, 0.25, 1.0)
            if outline == "hair":
                radii = radii * np.where(np.sin(turn) > 0.6, 0.4, 1.0) * rng.uniform(0.93, 1.07, 40)
            x, y = width / 2 * (1 + radii * np.cos(turn)), height / 2 * (1 + radii * np.sin(turn))
        case _:
            corners = int(rng.integers(3, 8))
            turn = np.sort(rng.uniform(0, 2 * np.pi, corners))
            x, y = (
                width / 2 * (1 + rng.uniform(0.6, 1, corners) * np.cos(turn)),
                height / 2 * (1 + rng.uniform(0.6, 1, corners) * np.sin(turn)),
            )
    mask: Mask = np.zeros((height, width), np.float32)
    cv2.fillPoly(mask, [np.rint(np.stack([x, y], 1) * 8).astype(np.int32)], 1.0, cv2.LINE_AA, 3)
    return mask


def area(picture: Pixels, rng: np.random.Generator, low: float = 0.12, high: float = 0.55) -> Mask:
    """Some area of a picture; low, high: its sides as shares of the picture's."""
    width, height = size_of(picture)
    mask: Mask = np.zeros((height, width), np.float32)
    outline = pick(rng, OUTLINES)
    if outline == "edge":
        deep = np.clip((rng.uniform(low, high) - np.linspace(0, 1, height)) * pick(rng, [8, 30, 400]) + 0.5, 0, 1)
        mask[:] = deep[:, None]
        across = rng.random() < 0.35
        if across:
            deep = np.clip((rng.uniform(low, high) - np.linspace(0, 1, width)) * pick(rng, [8, 30, 400]) + 0.5, 0, 1)
            mask[:] = deep[None, :]
        return np.ascontiguousarray(mask[::-1, ::-1]) if rng.random() < 0.4 else mask
    size = (max(8, round(width * rng.uniform(low, high))), max(8, round(height * rng.uniform(low, high) * 0.85)))
    if rng.random() < 0.6:
        spot = detailed_spot(picture, size, (0.15, 0.75), rng)
        x, y = spot.x, spot.y
    else:
        x, y = int(rng.uniform(0, width - size[0])), int(rng.uniform(0, height - size[1]))
    inner = piece_mask(size, rng, outline)
    part = mask[y : y + size[1], x : x + size[0]]
    part[:] = inner[: part.shape[0], : part.shape[1]]
    return softened(mask, width, rng)


def foreign(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Pixels:
    """Another poster at the size of this one: whole, or a part of it; in its own colours or in this one's."""
    other = others.pick(rng).pixels
    if rng.random() < 0.6:
        width, height = size_of(other)
        share = rng.uniform(0.35, 0.95)
        x, y = (int(rng.uniform(0, side * (1 - share))) for side in (width, height))
        other = other[y : y + int(height * share), x : x + int(width * share)]
    other, _ = resize(np.ascontiguousarray(other), *size_of(picture))
    if rng.random() < 0.3:
        other = np.ascontiguousarray(other[:, ::-1])
    return match_colours(other, picture, rng.uniform(0.2, 1)) if rng.random() < 0.6 else other


def scene(picture: Pixels, rng: np.random.Generator) -> Pixels:
    """A ground that never was there: sky, smoke, rays, discs of light, stars, stripes, paper, a wall, water."""
    width, height = size = size_of(picture)
    colours = [any_colour(rng) if rng.random() < 0.5 else vivid(rng) for _ in range(int(rng.integers(2, 4)))]
    if rng.random() < 0.35:
        red, green, blue = (int(value) for value in picture.mean((0, 1)))
        colours = [mixed(colour, (red, green, blue), 0.5) for colour in colours]
    ground = blended(size, colours, rng).astype(np.float32)
    light = np.asarray(pick(rng, [WHITE, BLACK, vivid(rng)]), np.float32)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    cover: Mask = np.zeros((height, width), np.float32)
    match int(rng.integers(8)):
        case 0:
            cloud = sum(soft_noise(size, rng, 3 * 2**step) / 2**step for step in range(3))
            cover = np.asarray(
                np.clip(np.asarray(cloud) * rng.uniform(0.5, 1.2) + rng.uniform(-0.2, 0.3), 0, 0.9), np.float32
            )
        case 1:
            turn = np.arctan2(y - rng.uniform(0, 1) * height, x - rng.uniform(0, 1) * width)
            cover = np.asarray(
                np.clip(np.sin(turn * int(rng.integers(5, 22))) * rng.uniform(0.4, 4), 0, 0.7), np.float32
            )
        case 2:
            for _ in range(int(rng.integers(6, 30))):
                middle = tuple(int(v) for v in rng.uniform(0, 1, 2) * size)
                cv2.circle(
                    cover, middle, max(2, int(width * rng.uniform(0.01, 0.09))), rng.uniform(0.2, 0.8), -1, cv2.LINE_AA
                )
            cover = feather(cover, rng.uniform(0.5, 6))
        case 3:
            spots = rng.random((height, width)) < rng.uniform(0.001, 0.01)
            cover = np.asarray(np.clip(feather(spots.astype(np.float32), rng.uniform(0.4, 1.2)) * 4, 0, 1), np.float32)
        case 4:
            angle, wave = rng.uniform(0, np.pi), width * rng.uniform(0.02, 0.15)
            cover = ((np.cos(angle) * x + np.sin(angle) * y) % wave < wave / 2).astype(np.float32) * np.float32(
                rng.uniform(0.15, 0.9)
            )
        case 5:
            grain = rng.normal(0, 1, (max(2, height // 3), max(2, width // 3))).astype(np.float32)
            cover = np.asarray(np.clip(0.3 + 0.2 * cv2.resize(grain, size), 0, 1), np.float32)
        case 6:
            swell = np.sin(y / height * rng.uniform(30, 90) + 3 * soft_noise(size, rng, 5))
            cover = np.asarray(np.clip(swell * 0.5, 0, 0.6), np.float32)
        case _:
            pass
    cover = cover[:, :, None]
    return to_uint8(ground * (1 - cover) + light * cover + rng.normal(0, rng.uniform(0, 6), (height, width, 1)))


def recoloured(picture: Pixels, rng: np.random.Generator) -> Pixels:
    """The same picture in another hue, darker, lighter, tinted, grey, in few tones, in negative."""
    match int(rng.integers(8)):
        case 0 | 1 | 2:
            hsv = cv2.cvtColor(picture, cv2.COLOR_RGB2HSV).astype(np.int16)
            hsv[:, :, 0] = (hsv[:, :, 0] + int(rng.integers(25, 155))) % 180
            hsv[:, :, 1] = np.clip(hsv[:, :, 1] * rng.uniform(0.9, 1.7) + pick(rng, [0, 30, 60]), 0, 255)
            return np.asarray(cv2.cvtColor(hsv.astype(np.uint8), cv2.COLOR_HSV2RGB), np.uint8)
        case 3:
            return to_uint8(picture * rng.uniform(0.15, 0.55))
        case 4:
            return to_uint8(255 - (255 - picture.astype(np.float32)) * rng.uniform(0.2, 0.6))
        case 5:
            grey = np.repeat(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)[:, :, None], 3, 2).astype(np.float32)
            tint = np.asarray(pick(rng, [WHITE, any_colour(rng)]), np.float32) / 255
            return to_uint8(grey * (0.35 + 0.75 * tint))
        case 6:
            tint = np.asarray(vivid(rng), np.float32)
            return to_uint8(picture * np.float32(rng.uniform(0.25, 0.6)) + tint * rng.uniform(0.35, 0.6))
        case _:
            grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY).astype(np.float32)
            dark, bright = (np.asarray(any_colour(rng), np.float32) for _ in range(2))
            share = (np.rint(grey / 255 * 3) / 3 if rng.random() < 0.5 else grey / 255)[:, :, None]
            return to_uint8(dark * (1 - share) + bright * share)
