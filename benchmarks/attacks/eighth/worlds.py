"""Edits to skies, weather and places. All change the picture."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.eighth.finding import figure
from benchmarks.attacks.eighth.sheet import Mask, Sheet, as_mask, blurred
from benchmarks.attacks.geometry import part_of, whole_of
from benchmarks.attacks.values import Attacked, OtherPosters


def clouds(width: int, height: int, rng: np.random.Generator, first: int = 3) -> Mask:
    """Fractal noise, 0..1."""
    total = np.zeros((height, width), np.float32)
    for octave in range(6):
        cells = first * 2**octave
        layer = rng.random((max(2, round(cells * height / width)) + 1, cells + 1)).astype(np.float32)
        total += np.asarray(cv2.resize(layer, (width, height), interpolation=cv2.INTER_CUBIC), np.float32) / 2**octave
    low, high = float(total.min()), float(total.max())
    return as_mask(np.clip((total - low) / max(1e-6, high - low), 0, 1))


def ramp(height: int, width: int, *colours: tuple[int, int, int]) -> Pixels:
    """Colours from top to bottom."""
    stops = np.linspace(0, 1, len(colours))
    at = np.linspace(0, 1, height)
    column = np.stack([np.interp(at, stops, [colour[i] for colour in colours]) for i in range(3)], axis=1)
    return np.asarray(np.broadcast_to(column[:, None], (height, width, 3)), np.uint8)


def ground_of(picture: Pixels, upto: float, fade: float = 0.12) -> Mask:
    """All but the figure, from the top down to a share of the height."""
    height = picture.shape[0]
    down = np.clip((upto - np.arange(height) / height) / fade, 0, 1)[:, None]
    return as_mask((1 - figure(picture)) * down)


def rows_upto(sheet: Sheet, share: float) -> Box:
    """The upper part of a sheet."""
    return Box(0, 0, sheet.width, round(sheet.height * share))


def sky_swapped(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Another sky behind the figure: sunset, storm, galaxy."""
    sheet = Sheet(picture)
    noise = clouds(sheet.width, sheet.height, rng)[..., None]
    kind = one_of(rng, ("sunset", "storm", "galaxy"))
    if kind == "sunset":
        sky = ramp(sheet.height, sheet.width, (60, 40, 110), (240, 110, 70), (255, 210, 120)) * (0.7 + 0.6 * noise)
    elif kind == "storm":
        sky = ramp(sheet.height, sheet.width, (30, 36, 46), (110, 118, 128), (150, 156, 160)) * (0.4 + 1.1 * noise)
    else:
        sky = ramp(sheet.height, sheet.width, (12, 6, 40), (70, 20, 110), (20, 60, 120)) * (0.3 + 1.5 * noise**2)
        sky = sky + 255 * (rng.random((sheet.height, sheet.width, 1)) > 0.996)
    sheet.ink(ground_of(picture, 0.6), 0, 0, np.clip(sky, 0, 255).astype(np.uint8), 0.93)
    sheet.changed(rows_upto(sheet, 0.56))
    return sheet.done(kind)


def snow_has_fallen(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Winter: cold light, white drifts below, flakes in three depths."""
    sheet = Sheet(picture)
    cold = np.clip(picture * np.array([0.86, 0.95, 1.08]) * 0.85 + (30, 34, 44), 0, 255).astype(np.uint8)
    sheet.pixels[:] = cold
    bank = clouds(sheet.width, sheet.height, rng, 2)[0] * 0.12 + 0.84
    drift = np.clip((np.arange(sheet.height)[:, None] / sheet.height - bank[None]) * 40, 0, 1).astype(np.float32)
    sheet.ink(drift, 0, 0, ramp(sheet.height, sheet.width, (250, 252, 255), (214, 226, 240)), 0.95)
    for size, count in ((0.004, 160), (0.008, 70), (0.018, 18)):
        flakes = np.zeros((sheet.height, sheet.width), np.float32)
        for x, y in zip(
            rng.integers(0, sheet.width, count).tolist(), rng.integers(0, sheet.height, count).tolist(), strict=True
        ):
            cv2.circle(flakes, (x, y), max(1, round(size * sheet.width)), 1.0, -1, cv2.LINE_AA)
        sheet.ink(blurred(flakes, size * sheet.width / 2), 0, 0, (255, 255, 255), 0.9)
    sheet.changed(whole_of(picture))
    return sheet.done()


def night_with_rain(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Day made night, rain, a bolt of lightning."""
    sheet = Sheet(picture)
    sheet.pixels[:] = np.clip(picture * np.array([0.42, 0.5, 0.68]) + (0, 2, 12), 0, 255).astype(np.uint8)
    drops = (rng.random((sheet.height, sheet.width)) > 0.985).astype(np.float32)
    length = max(5, sheet.width // 16)
    line = np.eye(length, dtype=np.float32) + np.eye(length, k=1, dtype=np.float32) * 0.5
    rain = np.clip(cv2.filter2D(drops, -1, np.rot90(line) / 3), 0, 1).astype(np.float32)
    sheet.ink(rain, 0, 0, (200, 214, 235), 0.6, "screen")
    bolt = np.zeros((sheet.height, sheet.width), np.float32)
    down = np.linspace(0, rng.uniform(0.3, 0.5), 14)
    across = rng.uniform(0.15, 0.85) + np.cumsum(rng.normal(0, 0.025, 14))
    points = np.stack([across * sheet.width, down * sheet.height], axis=1).astype(np.int32)
    cv2.polylines(bolt, [points], False, 1.0, max(1, sheet.width // 140), cv2.LINE_AA)
    sheet.ink(np.clip(blurred(bolt, sheet.width / 40) * 5, 0, 1), 0, 0, (140, 160, 255), 0.8, "screen")
    sheet.ink(bolt, 0, 0, (250, 250, 255))
    sheet.changed(whole_of(picture))
    return sheet.done()


def skyline_behind(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A city with lit windows in haze behind the figure."""
    sheet = Sheet(picture)
    town, mask = np.zeros((sheet.height, sheet.width, 3), np.float32), np.zeros((sheet.height, sheet.width), np.float32)
    low, top = round(sheet.height * rng.uniform(0.56, 0.66)), sheet.height
    tint = part_of(picture, rows_upto(sheet, 0.4)).reshape(-1, 3).mean(axis=0)
    for depth in (0.7, 0.4, 0.12):
        x = 0
        while x < sheet.width:
            wide, high = (
                max(6, round(sheet.width * rng.uniform(0.05, 0.13))),
                round(sheet.height * rng.uniform(0.1, 0.34) * (0.7 + depth * 0.5)),
            )
            body = np.asarray((18, 22, 34)) * (1 - depth) + tint * depth * 0.9
            town[low - high : low, x : x + wide] = body
            mask[low - high : low, x : x + wide] = 1
            step = max(3, sheet.width // 60)
            for wy in range(low - high + step, low - step, step):
                for wx in range(x + step // 2 + 1, min(x + wide, sheet.width) - step // 2, step):
                    if rng.random() < 0.4 and depth < 0.6:
                        town[wy : wy + max(1, step // 2), wx : wx + max(1, step // 2)] = (255, 220, 140)
            top = min(top, low - high)
            x += wide + int(rng.integers(0, max(1, wide // 3) + 1))
    foot = np.clip((low - np.arange(sheet.height)) / (0.1 * sheet.height), 0, 1)[:, None]
    behind = (blurred(mask, 0.5) * foot * (1 - 0.95 * figure(picture))).astype(np.float32)
    sheet.ink(behind, 0, 0, town.astype(np.uint8), 0.94)
    sheet.changed(Box(0, top, sheet.width, low - top))
    return sheet.done()


def ground_recoloured(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The figure kept, all behind it one smoky gradient."""
    sheet = Sheet(picture)
    dark, light = one_of(
        rng,
        (
            ((10, 10, 14), (150, 20, 24)),
            ((8, 20, 50), (60, 170, 200)),
            ((250, 240, 220), (240, 150, 60)),
            ((30, 6, 40), (220, 60, 160)),
        ),
    )
    noise = clouds(sheet.width, sheet.height, rng)[..., None]
    new = np.clip(ramp(sheet.height, sheet.width, dark, light, dark) * (0.6 + 0.7 * noise), 0, 255).astype(np.uint8)
    sheet.ink(ground_of(picture, 0.78, 0.08), 0, 0, new, 0.96)
    sheet.changed(rows_upto(sheet, 0.76))
    return sheet.done()


def fog_and_green_toxin(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Thick fog, sometimes coloured, swallowing the lower part."""
    sheet = Sheet(picture)
    noise = clouds(sheet.width, sheet.height, rng, 2)
    down = np.clip((np.arange(sheet.height) / sheet.height - 0.4) / 0.3, 0, 1)[:, None]
    fog = np.clip(noise * 1.5 * down, 0, 1).astype(np.float32)
    colour = one_of(rng, ((226, 230, 234), (130, 210, 90), (60, 56, 60), (220, 120, 60)))
    sheet.ink(fog, 0, 0, colour, 0.9)
    y = round(sheet.height * 0.47)
    sheet.changed(Box(0, y, sheet.width, sheet.height - y))
    return sheet.done()
