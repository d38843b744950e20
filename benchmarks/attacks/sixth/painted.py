"""Edits: things drawn into the picture."""

import cv2
import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import size_of
from benchmarks.attacks.sixth.grounds import clouds
from benchmarks.attacks.sixth.heads import head_of
from benchmarks.attacks.sixth.props import bird, car, crown, pistol, saucer, sword
from benchmarks.attacks.sixth.spots import calmest
from benchmarks.attacks.sixth.tools import (
    Layer,
    Mask,
    Tone,
    as_pixels,
    count,
    edited,
    floats,
    layer_resized,
    layer_turned,
    mix,
    paste,
    soften,
)
from benchmarks.attacks.values import Attacked, OtherPosters


def _shadowed(picture: Pixels, layer: Layer, left: int, top: int) -> Pixels:
    """A drawn thing with its soft shadow."""
    shade = np.zeros_like(layer)
    shade[..., 3] = soften(layer[..., 3], max(1, layer.shape[1] / 40)) * 0.5
    step = max(1, layer.shape[1] // 40)
    return paste(paste(picture, shade, left + step, top + step), layer, left, top)


def weapon_drawn(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A sword or a pistol in the picture."""
    width, height = size_of(picture)
    name, layer = ("sword", sword()) if rng.random() < 0.5 else ("pistol", pistol())
    if rng.random() < 0.5:
        layer = np.ascontiguousarray(layer[:, ::-1])
    side = round(width * (between(rng, 0.55, 0.8) if name == "sword" else between(rng, 0.3, 0.45)))
    layer = layer_turned(layer_resized(layer, side, side), between(rng, -40, 40))
    x, y = width * between(rng, 0.3, 0.7), height * between(rng, 0.45, 0.72)
    after = _shadowed(picture, layer, round(x - layer.shape[1] / 2), round(y - layer.shape[0] / 2))
    return edited(picture, after, rng, name, join=0.05)


def car_drawn(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A car in the lower part."""
    width, height = size_of(picture)
    side = round(width * between(rng, 0.4, 0.7))
    layer = layer_resized(car(one_of(rng, ((200, 24, 30), (30, 80, 190), (240, 190, 20), (210, 212, 216)))), side, side)
    if rng.random() < 0.5:
        layer = np.ascontiguousarray(layer[:, ::-1])
    left = round(between(rng, 0.02, 0.98) * (width - side))
    top = round(height * between(rng, 0.72, 0.85) - side * 0.55)
    return edited(picture, _shadowed(picture, layer, left, top), rng, "car", join=0.05)


def moon_risen(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A moon with craters and a glow in the upper part."""
    width, height = size_of(picture)
    radius = round(width * between(rng, 0.1, 0.18))
    box = calmest(picture, radius * 2, radius * 2, rng, (0.02, 0.5))
    x, y = box.x + box.width / 2, box.y + box.height / 2
    down, across = np.mgrid[0:height, 0:width].astype(np.float32)
    far = np.hypot(across - x, down - y)
    disc = np.clip(radius - far, 0, 1).astype(np.float32)
    tone: Tone = one_of(rng, ((240, 236, 214), (250, 200, 120), (225, 80, 60), (200, 225, 250)))
    seas = np.zeros((height, width), np.float32)
    patch = np.clip(clouds((box.width, box.height), rng) * 2.2 - 0.9, 0, 1)
    for _ in range(count(rng, 6, 12)):
        spot = count(rng, 0, box.width), count(rng, 0, box.height)
        size = max(1, round(radius * between(rng, 0.04, 0.14)))
        cv2.circle(patch, spot, size, (between(rng, 0.5, 1),), max(1, size // 3), cv2.LINE_AA)
    seas[box.y : box.y + box.height, box.x : box.x + box.width] = patch
    light = 1 - 0.38 * soften(seas, radius / 60) - 0.2 * (np.clip(far / radius, 0, 1) ** 6)
    glow = np.clip(1 - (far - radius) / (radius * 0.9), 0, 1) ** 2 * 0.45
    lit = np.clip(picture + glow[..., None] * floats(tone) * 0.6, 0, 255)
    return edited(picture, mix(as_pixels(lit), as_pixels(floats(tone) * light[..., None]), disc), rng, "moon")


def crown_on(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A crown on the head."""
    width, _ = size_of(picture)
    head = head_of(picture)
    side = round(max(head.width * between(rng, 1.0, 1.25), width * 0.16))
    layer = layer_turned(layer_resized(crown(), side, side), between(rng, -12, 12))
    x, y = head.x + head.width / 2, max(side * 0.45, head.y - side * 0.2)
    after = _shadowed(picture, layer, round(x - layer.shape[1] / 2), round(y - layer.shape[0] / 2))
    return edited(picture, after, rng, "crown", join=0.05)


def birds_over(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Birds, or a flying saucer, in the upper part."""
    width, height = size_of(picture)
    if rng.random() < 0.3:
        side = round(width * between(rng, 0.3, 0.45))
        box = calmest(picture, side, round(side * 0.5), rng, (0.02, 0.5))
        layer = layer_turned(layer_resized(saucer(), side, side), between(rng, -15, 15))
        x, y = box.x + box.width / 2, box.y + box.height / 2
        after = _shadowed(picture, layer, round(x - layer.shape[1] / 2), round(y - layer.shape[0] / 2))
        return edited(picture, after, rng, "saucer")
    result, number = picture, count(rng, 3, 7)
    for _ in range(number):
        side = round(width * between(rng, 0.1, 0.22))
        left, top = round(width * between(rng, 0.02, 0.8)), round(height * between(rng, 0.02, 0.42))
        light = float(picture[top : top + side, left : left + side].mean())
        tone: Tone = (24, 24, 30) if light > 100 else (236, 236, 240)
        layer = layer_turned(layer_resized(bird(between(rng, 0.2, 1), tone), side, side), between(rng, -25, 25))
        result = paste(result, layer, left, top)
    return edited(picture, result, rng, f"{number} birds")


def blast(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """An explosion."""
    width, height = size_of(picture)
    x, y, reach = width * between(rng, 0.2, 0.8), height * between(rng, 0.35, 0.7), width * between(rng, 0.2, 0.32)
    down, across = np.mgrid[0:height, 0:width].astype(np.float32)
    noise = clouds((width, height), rng)
    far = np.hypot(across - x, down - y) / reach + (noise - 0.5) * 0.9
    smoke = np.clip((1.15 - far) * 3, 0, 1)
    heat = np.clip(1.1 - far, 0, 1)
    hot = np.stack([heat * 2.6, heat * 1.7 - 0.25, heat * 1.2 - 0.6], axis=2)
    tone = np.clip(hot * 255 + (noise * 40)[..., None], 0, 255)
    result = mix(picture, as_pixels(tone), smoke.astype(np.float32))
    for _ in range(count(rng, 14, 30)):
        lean, length = between(rng, 0, 2 * np.pi), reach * between(rng, 1.0, 1.5)
        tip = np.array([x + np.cos(lean) * length, y + np.sin(lean) * length])
        foot = tip - np.array([np.cos(lean), np.sin(lean)]) * reach * 0.12
        ends = [tuple(int(value) for value in np.rint(point)) for point in (foot, tip)]
        cv2.line(result, ends[0], ends[1], (255, 190, 70), max(1, width // 200), cv2.LINE_AA)
    return edited(picture, result, rng, "blast", join=0.08)


def fire_below(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Flames from the lower edge."""
    width, height = size_of(picture)
    high = round(height * between(rng, 0.25, 0.4))
    noise, line = clouds((width, high), rng), rng.random((1, count(rng, 9, 15))).astype(np.float32)
    tall = np.clip(cv2.resize(line, (width, 1), interpolation=cv2.INTER_CUBIC), 0.05, 1) * 0.6 + 0.4
    rows, columns = np.mgrid[0:high, 0:width].astype(np.float32)
    rise = 1 - rows / high
    sway = np.clip(columns + (noise - 0.5) * width * 0.12 * rise, 0, width - 1).astype(np.int32)
    heat = np.clip(1.05 - rise / tall[0][sway] - (noise - 0.4) * 0.5 * rise, 0, 1) ** 0.75 * (0.6 + 0.4 * noise)
    hot = np.stack([heat * 2.6, heat * 1.6 - 0.25, heat * 1.1 - 0.75], axis=2)
    layer = np.clip(hot, 0, 1).astype(np.float32) * 255
    result = picture.copy()
    low = result[height - high :]
    shone = as_pixels(255 - (255 - floats(low)) * (255 - layer) / 255)
    result[height - high :] = mix(shone, as_pixels(layer), floats(np.clip(heat * 1.3, 0, 0.75)))
    return edited(picture, result, rng, "fire", join=0.08)


def blood_spilt(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Blood that drips from the top, or splashes and runs."""
    width, height = size_of(picture)
    mask: Mask = np.zeros((height, width), np.float32)
    kind = one_of(rng, ("drips", "splash"))
    if kind == "drips":
        x = 0.0
        cv2.rectangle(mask, (0, 0), (width, round(height * 0.03)), (1.0,), -1)
        while x < width:
            thick, length = width * between(rng, 0.015, 0.04), height * between(rng, 0.05, 0.3)
            cv2.line(mask, (round(x), 0), (round(x), round(length)), (1.0,), max(2, round(thick)), cv2.LINE_AA)
            cv2.circle(mask, (round(x), round(length)), max(2, round(thick * 0.75)), (1.0,), -1, cv2.LINE_AA)
            x += thick * between(rng, 1.0, 2.6)
    else:
        middle = width * between(rng, 0.3, 0.7), height * between(rng, 0.3, 0.6)
        for _ in range(count(rng, 50, 90)):
            lean, far = between(rng, 0, 2 * np.pi), width * 0.28 * between(rng, 0, 1) ** 1.5
            spot = round(middle[0] + far * np.cos(lean)), round(middle[1] + far * np.sin(lean))
            size = max(1, round(width * between(rng, 0.006, 0.045) * (1 - far / width * 2.4)))
            cv2.circle(mask, spot, size, (1.0,), -1, cv2.LINE_AA)
            if rng.random() < 0.2:
                end = spot[0], round(spot[1] + height * between(rng, 0.03, 0.16))
                cv2.line(mask, spot, end, (1.0,), max(1, size // 2), cv2.LINE_AA)
    mask = np.clip(soften(mask, width / 250) * 2.4 - 0.7, 0, 1).astype(np.float32)
    bulge = soften(mask, width / 120)
    slope = cv2.Sobel(bulge, cv2.CV_32F, 1, 0) + cv2.Sobel(bulge, cv2.CV_32F, 0, 1)
    light = np.clip(0.8 - slope * 2, 0.45, 1.6)[..., None]
    tone = floats(one_of(rng, ((140, 4, 10), (165, 10, 14), (110, 0, 8)))) * light
    shine = np.clip(light - 1.3, 0, 1) * 300
    return edited(picture, mix(picture, as_pixels(tone + shine), mask), rng, kind, join=0.05)
