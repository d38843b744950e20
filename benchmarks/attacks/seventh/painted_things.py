"""Edits that paint a thing in, shaded and textured: sword, car, spaceship, crown, wings."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import size_of
from benchmarks.attacks.seventh.canvas import Mask, clouds, cut_to, edited_file, gradient, lay, polygon, softened
from benchmarks.attacks.seventh.finding import box_of
from benchmarks.attacks.values import Attacked, OtherPosters

Points = list[tuple[float, float]]


def painted_piece(sheet: Mask, alpha: Mask, mask: Mask, paint: Mask) -> None:
    """Paint one piece of a thing onto its sheet."""
    share = mask[..., None]
    sheet += (paint - sheet) * share
    np.maximum(alpha, mask, out=alpha)


def lit_like(paint: Mask, picture: Pixels, spot: Box, strength: float = 0.35) -> Mask:
    """The paint with some of the light and colour of where it goes."""
    under = picture[spot.y : spot.y + spot.height, spot.x : spot.x + spot.width].reshape(-1, 3)
    tone = under.mean(axis=0) if len(under) else np.array([128.0, 128, 128])
    tint = 0.75 + 0.5 * tone / 255
    return np.asarray(np.clip(paint * (1 - strength + strength * tint), 0, 255), np.float32)


def put_in(
    picture: Pixels,
    rng: np.random.Generator,
    sheet: Mask,
    alpha: Mask,
    at: tuple[int, int],
    note: str,
    degrees: float = 0.0,
) -> Attacked:
    """Lay a painted sheet, turned, its middle at a point, with grain and a soft shadow."""
    canvas = picture.copy()
    tall, wide = alpha.shape
    side = round(float(np.hypot(tall, wide))) + 4
    turn = cv2.getRotationMatrix2D((wide / 2, tall / 2), degrees, 1)
    turn[:, 2] += [(side - wide) / 2, (side - tall) / 2]
    mask = np.asarray(cv2.warpAffine(alpha, turn, (side, side), flags=cv2.INTER_LINEAR), np.float32)
    paint = np.asarray(cv2.warpAffine(sheet, turn, (side, side), flags=cv2.INTER_LINEAR), np.float32)
    ink = box_of(mask)
    height, width = canvas.shape[:2]
    x = min(max(at[0] - side // 2, 2 - ink.x), max(2 - ink.x, width - ink.x - ink.width - 2))
    y = min(max(at[1] - side // 2, 2 - ink.y), max(2 - ink.y, height - ink.y - ink.height - 2))
    box = cut_to(canvas, Box(x + ink.x, y + ink.y, ink.width, ink.height))
    grained = lit_like(paint, picture, box) + rng.normal(0, 3.5, (side, side, 1))
    room = max(2, width // 90)
    lay(canvas, softened(np.pad(mask, room), room / 2), x - room + room // 2, y - room + room // 2, (0, 0, 0), 0.45)
    lay(canvas, mask, x, y, np.asarray(np.clip(grained, 0, 255), np.float32))
    return Attacked(canvas, (box,), note, saved_as=edited_file(rng))


def sword_painted_in(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A sword of bright steel with a gilt guard, slantwise."""
    width, height = size_of(picture)
    long = round(float(rng.uniform(0.42, 0.65)) * width)
    wide = max(12, round(0.2 * long))
    sheet, alpha = np.zeros((long, wide, 3), np.float32), np.zeros((long, wide), np.float32)
    steel = gradient(
        wide,
        long,
        [(0.40, (236, 242, 250)), (0.49, (168, 178, 192)), (0.5, (84, 92, 108)), (0.6, (190, 198, 210))],
        False,
    )
    blade = polygon(wide, long, [(0.5, 0), (0.58, 0.07), (0.58, 0.74), (0.42, 0.74), (0.42, 0.07)])
    painted_piece(sheet, alpha, blade, steel * (0.85 + 0.3 * clouds(rng, wide, long, 3)[..., None]))
    gilt = gradient(wide, long, [(0.73, (250, 224, 140)), (0.75, (196, 142, 46)), (0.77, (98, 62, 16))])
    painted_piece(sheet, alpha, polygon(wide, long, [(0.04, 0.72), (0.96, 0.72), (0.9, 0.765), (0.1, 0.765)]), gilt)
    grip = gradient(wide, long, [(0.43, (30, 18, 12)), (0.49, (120, 78, 48)), (0.57, (24, 14, 10))], False)
    rings = 0.75 + 0.25 * np.sin(np.arange(long) / max(1.0, long / 160))[:, None, None]
    painted_piece(
        sheet,
        alpha,
        polygon(wide, long, [(0.44, 0.76), (0.56, 0.76), (0.56, 0.94), (0.44, 0.94)]),
        np.asarray(grip * rings, np.float32),
    )
    knob = gradient(wide, long, [(0.92, (250, 226, 150)), (1, (110, 72, 20))])
    painted_piece(
        sheet, alpha, polygon(wide, long, [(0.4, 0.94), (0.6, 0.94), (0.64, 0.97), (0.5, 1), (0.36, 0.97)]), knob
    )
    degrees = float(rng.uniform(15, 65) * rng.choice([-1, 1]))
    at = (round(float(rng.uniform(0.3, 0.7)) * width), round(float(rng.uniform(0.4, 0.7)) * height))
    return put_in(picture, rng, sheet, alpha, at, f"{long} long", degrees)


def car_painted_in(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A car seen from the side, with lights, glass and a shadow beneath."""
    width, height = size_of(picture)
    wide = round(float(rng.uniform(0.36, 0.58)) * width)
    tall = max(14, round(0.36 * wide))
    sheet, alpha = np.zeros((tall, wide, 3), np.float32), np.zeros((tall, wide), np.float32)
    body: Points = [(0.01, 0.62), (0.03, 0.46), (0.2, 0.4), (0.34, 0.13), (0.46, 0.06), (0.62, 0.08), (0.78, 0.36),
                    (0.95, 0.44), (0.99, 0.6), (0.98, 0.8), (0.02, 0.8)]  # fmt: skip
    hue = np.array(
        ((176, 18, 24), (24, 62, 150), (40, 42, 46), (222, 168, 20), (200, 204, 210))[int(rng.integers(0, 5))], float
    )
    light = np.interp(
        np.linspace(0, 1, tall), [0, 0.1, 0.38, 0.46, 0.5, 0.66, 0.8], [1.5, 1.1, 0.8, 1.7, 1.0, 0.6, 0.25]
    )
    shine = light[:, None, None] * (0.85 + 0.3 * clouds(rng, wide, tall, 4)[..., None])
    painted_piece(sheet, alpha, polygon(wide, tall, body), np.asarray(np.clip(hue * shine, 0, 255), np.float32))
    glass = gradient(wide, tall, [(0.1, (150, 176, 196)), (0.25, (52, 66, 80)), (0.4, (16, 20, 26))])
    for window in (
        [(0.24, 0.39), (0.36, 0.17), (0.46, 0.12), (0.47, 0.39)],
        [(0.49, 0.39), (0.48, 0.12), (0.6, 0.14), (0.73, 0.37)],
    ):
        painted_piece(sheet, alpha, polygon(wide, tall, window), glass)
    lamp = np.full((tall, wide, 3), (255, 246, 214), np.float32)
    painted_piece(sheet, alpha, polygon(wide, tall, [(0.93, 0.47), (0.98, 0.5), (0.985, 0.57), (0.92, 0.54)]), lamp)
    rear = np.full((tall, wide, 3), (220, 20, 16), np.float32)
    painted_piece(sheet, alpha, polygon(wide, tall, [(0.02, 0.48), (0.06, 0.47), (0.06, 0.55), (0.015, 0.57)]), rear)
    across, down = np.meshgrid(np.arange(wide), np.arange(tall))
    for middle in (0.2, 0.79):
        away = np.hypot(across - middle * wide, down - 0.79 * tall) / (0.2 * tall)
        spokes = 110 + 90 * (np.cos(5 * np.arctan2(down - 0.79 * tall, across - middle * wide)) > 0.2)
        shade = np.where(away < 0.62, spokes * (1.1 - 0.6 * away), 22.0)[..., None] * np.ones(3)
        painted_piece(
            sheet, alpha, np.asarray(np.clip((1 - away) * 0.2 * tall, 0, 1), np.float32), np.asarray(shade, np.float32)
        )
    if rng.random() < 0.5:
        sheet, alpha = np.ascontiguousarray(sheet[:, ::-1]), np.ascontiguousarray(alpha[:, ::-1])
    at = (round(float(rng.uniform(0.3, 0.7)) * width), round(float(rng.uniform(0.62, 0.85)) * height))
    return put_in(picture, rng, sheet, alpha, at, f"{wide} wide")


def starship_painted_in(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A saucer of dark metal with a lit dome and rows of lamps, tilted."""
    width, height = size_of(picture)
    wide = round(float(rng.uniform(0.32, 0.55)) * width)
    tall = max(14, round(0.42 * wide))
    across, down = np.meshgrid(np.linspace(-1, 1, wide), np.linspace(-1, 1, tall))
    sheet, alpha = np.zeros((tall, wide, 3), np.float32), np.zeros((tall, wide), np.float32)
    edge = wide / 6
    dome = np.asarray(np.clip((1 - np.hypot(across / 0.36, (down + 0.1) / 0.85)) * edge, 0, 1), np.float32)
    glow = np.clip(1.3 - np.hypot((across + 0.12) / 0.4, (down + 0.5) / 0.7), 0.1, 1)[..., None]
    painted_piece(sheet, alpha, dome, np.asarray(glow * np.array([150, 220, 240]), np.float32))
    hull = np.asarray(np.clip((1 - np.hypot(across, (down - 0.25) / 0.42)) * edge, 0, 1), np.float32)
    plates = (
        0.8 + 0.2 * (np.sin(np.arctan2(down - 0.25, across * 0.4) * 24) > 0) + 0.35 * (clouds(rng, wide, tall, 8) - 0.5)
    )
    light = np.clip(0.95 - 0.85 * (down + 0.1) - 0.25 * across, 0.12, 1.3)
    metal = (plates * light)[..., None] * np.array([150, 156, 168])
    painted_piece(sheet, alpha, hull, np.asarray(np.clip(metal, 0, 255), np.float32))
    for at in np.linspace(-0.78, 0.78, 9):
        away = np.hypot((across - at) * wide / tall, down - 0.36 - 0.12 * (1 - at * at)) / 0.1
        lamp = np.asarray(np.clip(1.4 - away, 0, 1), np.float32)
        painted_piece(sheet, alpha, lamp * (hull > 0.1), np.full((tall, wide, 3), (255, 240, 170), np.float32))
    at_x, at_y = round(float(rng.uniform(0.25, 0.75)) * width), round(float(rng.uniform(0.12, 0.35)) * height)
    return put_in(picture, rng, sheet, alpha, (at_x, at_y), f"{wide} wide", float(rng.uniform(-18, 18)))
