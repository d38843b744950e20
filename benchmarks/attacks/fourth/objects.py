"""Edits, the fourth set: drawn things added to the picture, and its ground repainted or relit."""

import cv2
import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.fourth.layers import PLAIN_TO_SEE, Draft, ground_under, laid, plainest, spread, told_apart
from benchmarks.attacks.fourth.spots import at_share, calm_corner, standing
from benchmarks.attacks.geometry import Colour, resize, size_of
from benchmarks.attacks.paint import Mask, feather, gradient, grey_of, luminance, soft_noise, to_uint8
from benchmarks.attacks.values import Attacked, OtherPosters


def moon_risen(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A pale or blood-red moon with dark seas and a halo, 18 to 38 % of the width, in the upper half."""
    width, _ = size_of(picture)

    def draft() -> tuple[Pixels, Mask, str]:
        side = round(width * rng.uniform(0.18, 0.38))
        disc: Mask = np.zeros((side, side), np.float32)
        cv2.circle(disc, (side // 2, side // 2), side // 2 - 1, 1.0, -1, cv2.LINE_AA)
        spot = at_share(picture, (side, side), rng.uniform(0.15, 0.85), rng.uniform(0.08, 0.4))
        whole = spread(picture, disc, spot)
        wanted: Colour = ((246, 240, 218), (214, 70, 40), (206, 222, 244))[int(rng.integers(3))]
        seas = soft_noise(size_of(picture), rng, 14)[:, :, None] * 26 + 4
        surface = to_uint8(np.asarray(told_apart(picture, whole, wanted, rng), np.float32) - np.clip(seas, -8, 40))
        lit = laid(picture, wanted, np.clip(feather(whole, side / 9) * 0.7, 0, 0.4), "screen")
        return laid(lit, surface, whole), whole, f"{side} px"

    return plainest(picture, draft, rng, enough=45.0)


def skyline_along_foot(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A row of towers with lit windows across the picture at a lower height, dark or pale."""
    width, height = size_of(picture)

    def draft() -> tuple[Pixels, Mask, str]:
        foot, mask, lights = (
            height * rng.uniform(0.62, 0.95),
            *(np.zeros((height, width), np.float32) for _ in range(2)),
        )
        x = 0
        while x < width:
            wide, top = round(width * rng.uniform(0.04, 0.11)), round(foot - height * rng.uniform(0.08, 0.22))
            cv2.rectangle(mask, (x, top), (x + wide - 1, round(foot)), 1.0, -1)
            if rng.random() < 0.35:
                cv2.line(mask, (x + wide // 2, top), (x + wide // 2, top - wide // 2), 1.0, max(1, width // 200))
            step = max(3, wide // 4)
            for window in range(top + step, round(foot) - step, step):
                for column in range(x + step // 2, x + wide - step // 2, step):
                    if rng.random() < 0.4:
                        size = max(1, step // 3)
                        lights[window : window + size + 1, column : column + size] = 1
            x += wide + round(width * rng.uniform(0, 0.02))
        tone = told_apart(picture, mask, (8, 10, 22), rng)
        lamp: Colour = (255, 226, 130) if luminance(tone) < 128 else (40, 50, 80)
        return laid(laid(picture, tone, mask), lamp, lights * mask), mask, f"foot {foot / height:.2f}"

    return plainest(picture, draft, rng, enough=40.0)


def birds_in_flight(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Five to ten birds, each 5 to 11 % of the width, wings up or down, together in one part of the sky."""
    width, height = size_of(picture)

    def draft() -> tuple[Pixels, Mask, str]:
        mask: Mask = np.zeros((height, width), np.float32)
        count = int(rng.integers(5, 11))
        middle = rng.uniform((0.3, 0.15), (0.7, 0.4))
        for _ in range(count):
            x, y = (middle + rng.uniform((-0.22, -0.1), (0.22, 0.1))) * (width, height)
            reach, lift = width * rng.uniform(0.025, 0.055), rng.uniform(0.25, 0.7) * rng.choice([-1, 1, 1])
            wing = [(-1, -lift), (-0.5, -lift * 0.9), (0, 0), (0.5, -lift * 0.9), (1, -lift), (0.35, 0.02), (0, 0.26)]
            points = np.array([*wing, (-0.35, 0.02)]) * reach + (x, y)
            cv2.fillPoly(mask, [np.rint(points * 8).astype(np.int32)], 1.0, cv2.LINE_AA, 3)
        wanted: Colour = (6, 6, 10) if luminance(ground_under(picture, mask)) > 60 else (235, 235, 240)
        return laid(picture, told_apart(picture, mask, wanted, rng), mask), mask, f"{count}"

    return plainest(picture, draft, rng, enough=75.0)


def rings_linked(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Two golden rings lying through each other, or one ring of fire, on quiet ground."""
    width, _ = size_of(picture)
    fiery = bool(rng.random() < 0.5)

    def draft() -> tuple[Pixels, Mask, str]:
        radius = round(width * rng.uniform(0.08, 0.14))
        thick = max(2, round(radius * 0.2))
        size = (2 * radius + 2 * thick, 2 * radius + 2 * thick) if fiery else (round(3.3 * radius) + 2 * thick,
                                                                              2 * radius + 2 * thick)  # fmt: skip
        ring: Mask = np.zeros((size[1], size[0]), np.float32)
        for x in (radius + thick,) if fiery else (radius + thick, round(2.3 * radius) + thick):
            cv2.circle(ring, (x, radius + thick), radius, 1.0, thick, cv2.LINE_AA)
        whole = spread(picture, ring, calm_corner(picture, size, rng))
        shade = soft_noise(size_of(picture), rng, 30)[:, :, None]
        tone = np.array((255, 140, 30) if fiery else (224, 176, 62), np.float32)
        fill = to_uint8(tone + shade * np.array((0, 90, 40) if fiery else (40, 40, 40)))
        below = laid(picture, (0, 0, 0), np.clip(feather(whole, thick * 0.7) * 1.2, 0, 0.55))
        if fiery:
            below = laid(below, (255, 110, 10), np.clip(feather(whole, thick) * 1.2, 0, 0.8), "screen")
        return laid(below, fill, whole), whole, "fire" if fiery else "gold"

    return plainest(picture, draft, rng, enough=45.0)


def ship_on_horizon(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A three-master or a saucer with lit ports, 22 to 40 % of the width, in silhouette."""
    width = picture.shape[1]
    saucer = bool(rng.random() < 0.5)

    def draft() -> tuple[Pixels, Mask, str]:
        unit = width * rng.uniform(0.22, 0.4) / 100
        large: Mask = np.zeros((round(90 * unit) + 2, round(100 * unit) + 2), np.float32)
        if saucer:
            shapes = [
                [(0, 50), (20, 40), (80, 40), (100, 50), (80, 60), (20, 60)],
                [(32, 41), (42, 24), (58, 24), (68, 41)],
            ]
        else:
            shapes = [[(2, 66), (98, 60), (86, 86), (16, 86)]]
            for mast, top in ((22, 22), (48, 6), (72, 20)):
                shapes += [[(mast, 64), (mast - 1, top), (mast + 1, top), (mast + 2, 64)],
                           [(mast + 2, top + 4), (mast + 20, (top + 62) // 2), (mast + 3, 60)],
                           [(mast - 2, top + 10), (mast - 12, 44), (mast - 2, 56)]]  # fmt: skip
        for shape in shapes:
            cv2.fillPoly(large, [np.rint(np.array(shape) * unit * 8).astype(np.int32)], 1.0, cv2.LINE_AA, 3)
        rows = (0.12, 0.35) if saucer else (0.4, 0.75)
        spot = at_share(picture, (large.shape[1], large.shape[0]), rng.uniform(0.2, 0.8), rng.uniform(*rows))
        whole = spread(picture, large, spot)
        tone = told_apart(picture, whole, (14, 14, 22) if rng.random() < 0.7 else (236, 232, 220), rng)
        after = laid(picture, tone, whole)
        for port in (24, 38, 52, 66) if saucer else ():
            at = (spot[0] + round((port + 5) * unit), spot[1] + round(50 * unit))
            cv2.circle(after, at, max(1, round(2.4 * unit)), (255, 236, 150), -1, cv2.LINE_AA)
        return after, whole, "saucer" if saucer else "sails"

    return plainest(picture, draft, rng, enough=40.0)


def night_for_day(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """All but the figure turned to night, blue and dark with stars, or, where it is dark, to a pale morning."""
    cover = standing(picture, rng)
    mask: Mask = np.clip(1 - cover, 0, 1)
    dark = float(grey_of(picture)[mask > 0.5].mean()) < 70

    def draft() -> tuple[Pixels, Mask, str]:
        grey = grey_of(picture)[:, :, None]
        if dark:
            tone = np.asarray((255, 222, 190) if rng.random() < 0.5 else (196, 224, 244), np.float32)
            after = laid(
                picture, to_uint8(tone * (0.45 + 0.55 * grey / 255)), mask * np.float32(rng.uniform(0.75, 0.95))
            )
            return after, mask, "morning"
        tone = np.array([(20, 40, 96), (34, 20, 80), (8, 50, 70)][int(rng.integers(3))], np.float32)
        night = laid(picture, to_uint8(tone * (0.25 + 1.1 * grey / 255)), mask * np.float32(0.92))
        sky = np.zeros_like(mask)
        spots = rng.uniform((0, 0), (picture.shape[1], picture.shape[0] * 0.5), (90, 2)).astype(int)
        sky[spots[:, 1], spots[:, 0]] = 1
        return laid(night, (235, 240, 255), np.clip(feather(sky, 0.6) * 2.5, 0, 1) * mask), mask, "night"

    return plainest(picture, draft, rng, enough=1.6 * PLAIN_TO_SEE)


def half_in_the_dark(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """One half, left, right, upper or lower, sunk in shadow or drowned in one colour, with a soft border."""
    width, height = size_of(picture)

    def draft() -> tuple[Pixels, Mask, str]:
        upright = bool(rng.random() < 0.6)
        ramp = np.clip((np.linspace(0, 1, width if upright else height) - rng.uniform(0.42, 0.55)) / 0.05, 0, 1)
        ramp = (ramp[::-1] if rng.random() < 0.5 else ramp).astype(np.float32)
        mask: Mask = np.ascontiguousarray(np.broadcast_to(ramp[None, :] if upright else ramp[:, None], (height, width)))
        tone: Colour = ((16, 16, 22), (150, 10, 24), (10, 40, 120), (236, 190, 40))[int(rng.integers(4))]
        strong = mask * np.float32(rng.uniform(0.6, 0.8))
        return laid(picture, tone, strong, "normal" if rng.random() < 0.7 else "multiply"), mask, f"{tone}"

    return plainest(picture, draft, rng, enough=1.8 * PLAIN_TO_SEE)


def backdrop_of_rays(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """All behind the figure exchanged for rays of two colours, a two-toned fog, or another poster's upper part."""
    size = size_of(picture)

    def draft() -> tuple[Pixels, Mask, str]:
        mask: Mask = np.clip(1 - standing(picture, rng), 0, 1)
        first, second = (tuple(int(v) for v in rng.integers(30, 240, 3)) for _ in range(2))
        way = int(rng.integers(3))
        if way == 0:
            rows, columns = np.mgrid[0 : size[1], 0 : size[0]]
            angle = np.arctan2(rows - size[1] * 0.45, columns - size[0] * 0.5)
            ray = (np.sin(angle * int(rng.integers(8, 15))) > 0)[:, :, None]
            behind = np.where(ray, np.array(first, np.uint8), np.array(second, np.uint8))
        elif way == 1:
            fog = soft_noise(size, rng, 3)[:, :, None] * 40
            behind = to_uint8(gradient(size, first, second) + fog)  # type: ignore[arg-type]
        else:
            other = others.pick(rng).pixels
            behind, _ = resize(np.ascontiguousarray(other[: other.shape[0] * 3 // 5]), *size)
        return laid(picture, np.asarray(behind, np.uint8), mask), mask, ("rays", "fog", "foreign sky")[way]

    return plainest(picture, draft, rng, enough=1.6 * PLAIN_TO_SEE)


def patch_of_other_hue(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """One flooded patch of like colour (a car, a wall, a dress) turned about on the colour wheel and lifted."""
    width, height = size_of(picture)
    smooth = np.ascontiguousarray(cv2.medianBlur(picture, 5))

    def draft() -> tuple[Pixels, Mask, str]:
        flood = np.zeros((height + 2, width + 2), np.uint8)
        seed = (int(rng.uniform(0.1, 0.9) * width), int(rng.uniform(0.1, 0.9) * height))
        away = int(rng.integers(10, 26))
        flags = 8 | cv2.FLOODFILL_MASK_ONLY | cv2.FLOODFILL_FIXED_RANGE | (255 << 8)
        cv2.floodFill(smooth.copy(), flood, seed, (0, 0, 0), (2 * away,) * 3, (2 * away,) * 3, flags)
        found = cv2.morphologyEx(flood[1:-1, 1:-1], cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8))
        mask = feather(np.asarray(found > 0, np.float32), 0.8)
        if not 0.02 < mask.mean() < 0.4:
            return picture, mask, "none"
        hsv = cv2.cvtColor(picture, cv2.COLOR_RGB2HSV).astype(np.float32)
        hue = (np.median(hsv[:, :, 0][mask > 0.5]) + rng.uniform(40, 140)) % 180
        turned = np.stack(
            [np.full_like(mask, hue), np.clip(hsv[:, :, 1] * 0.5 + 110, 0, 255), hsv[:, :, 2] * 0.8 + 40], 2
        )
        tone = np.asarray(cv2.cvtColor(to_uint8(turned), cv2.COLOR_HSV2RGB), np.uint8)
        return laid(picture, tone, mask), mask, f"{mask.mean():.2f}"

    return plainest(picture, _or_disc(picture, draft, rng), rng, enough=1.8 * PLAIN_TO_SEE)


def _or_disc(picture: Pixels, draft: Draft, rng: np.random.Generator) -> Draft:
    """The draft; where it found no patch in some tries, a soft disc in another colour instead."""

    def either() -> tuple[Pixels, Mask, str]:
        for _ in range(12):
            after, mask, note = draft()
            if note != "none":
                return after, mask, note
        width, height = size_of(picture)
        mask = np.zeros((height, width), np.float32)
        middle = (round(width * rng.uniform(0.3, 0.7)), round(height * rng.uniform(0.3, 0.7)))
        cv2.circle(mask, middle, round(width * 0.17), 1.0, -1)
        mask = feather(mask, width * 0.02)
        tone: Colour = ((210, 60, 160), (40, 190, 120), (240, 170, 30))[int(rng.integers(3))]
        return laid(picture, tone, mask * np.float32(0.6)), mask, "disc"

    return either
