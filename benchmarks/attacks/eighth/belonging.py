"""Makes a drawn shape part of a scene: rounded by light, textured, toned, grounded, grained."""

import cv2
import numpy as np

from app.model.geometry import Box
from benchmarks.attacks.eighth.finding import box_of
from benchmarks.attacks.eighth.sheet import BLACK, Mask, Sheet, blurred
from benchmarks.attacks.eighth.sprites import Sprite, turned
from benchmarks.attacks.eighth.worlds import clouds
from benchmarks.attacks.geometry import part_of


def rounded(sprite: Sprite, rng: np.random.Generator, depth: float = 0.16) -> Sprite:
    """The shape lit from the upper left as if it had a body, with a worn surface."""
    colour, mask = sprite
    solid = np.pad((mask > 0.5).astype(np.uint8), 1)
    inward = cv2.distanceTransform(solid, cv2.DIST_L2, 3)[1:-1, 1:-1]
    reach = max(2.0, depth * min(mask.shape))
    body = np.sqrt(np.clip(1 - (1 - np.clip(inward / reach, 0, 1)) ** 2, 0, 1)).astype(np.float32)
    smooth = blurred(body, reach / 5)
    slope_y, slope_x = np.gradient(smooth * reach)
    light = np.clip(0.95 - slope_x * 0.4 - slope_y * 0.5, 0.3, 1.6) * (0.75 + 0.3 * smooth)
    light *= 0.82 + 0.36 * clouds(mask.shape[1], mask.shape[0], rng, 4)
    return np.clip(colour * light[..., None], 0, 255).astype(np.uint8), mask


def belong(
    sheet: Sheet,
    sprite: Sprite,
    x: float,
    y: float,
    size: float,
    rng: np.random.Generator,
    *,
    angle: float = 0.0,
    toned: float = 0.3,
    shadow: float = 0.6,
    hide: Mask | None = None,
    stretch: float = 1.0,
) -> Box:
    """Puts a shape round (x, y) into the scene; hide: what stands before it. The box of what is seen."""
    colour, mask = rounded(turned(sprite, size, angle, stretch), rng)
    left, top = round(x - mask.shape[1] / 2), round(y - mask.shape[0] / 2)
    near = sheet.pixels[max(0, top) : max(1, top + mask.shape[0]), max(0, left) : max(1, left + mask.shape[1])]
    tint = near.reshape(-1, 3).mean(axis=0) if near.size else np.full(3, 128.0)
    mixed = colour * (1 - toned) + colour * (tint / max(40.0, float(tint.mean()))) * toned
    grain = rng.normal(0, 5, (*mask.shape, 1))
    paint = np.clip(mixed + grain, 0, 255).astype(np.uint8)
    soft = blurred(mask, max(0.4, size / 350))
    if hide is not None:
        seen = np.ones_like(soft)
        x0, y0 = max(0, left), max(0, top)
        x1, y1 = min(sheet.width, left + mask.shape[1]), min(sheet.height, top + mask.shape[0])
        if x1 > x0 and y1 > y0:
            seen[y0 - top : y1 - top, x0 - left : x1 - left] -= part_of(hide, Box(x0, y0, x1 - x0, y1 - y0))
        covered = soft * np.clip(seen, 0, 1)
        soft = covered.astype(np.float32) if covered.sum() > 0.6 * soft.sum() else soft
    room, by = max(4, round(size / 8)), size / 25
    sheet.ink(blurred(np.pad(soft, room), by), left - room + by, top - room + by, BLACK, shadow)
    sheet.ink(soft, left, top, paint)
    tight = box_of(soft)
    x0, y0 = min(max(0, left + tight.x), sheet.width - 1), min(max(0, top + tight.y), sheet.height - 1)
    x1, y1 = min(sheet.width, left + tight.x + tight.width), min(sheet.height, top + tight.y + tight.height)
    return Box(x0, y0, max(1, x1 - x0), max(1, y1 - y0))
