"""Benign, the fourth set: saved, shrunk, toned, worn, lit and weathered, the poster itself otherwise whole."""

import cv2
import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.encode import save_and_open
from benchmarks.attacks.fourth.layers import laid, spread
from benchmarks.attacks.geometry import Colour, resize, size_of
from benchmarks.attacks.paint import Mask, feather, grey_of, soft_noise, to_uint8
from benchmarks.attacks.values import Attacked, OtherPosters, SavedAs


def coarsely_saved(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A JPEG of quality 20 to 60."""
    quality = int(rng.integers(20, 61))
    return Attacked(picture, note=f"q {quality}", saved_as=SavedAs("JPEG", quality))


def tiny_copy(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A thumbnail 160 to 240 pixels wide."""
    wide = min(int(rng.integers(160, 241)), picture.shape[1])
    pixels, place = resize(picture, wide, round(wide * picture.shape[0] / picture.shape[1]))
    return Attacked(pixels, note=f"{wide} px", place=place, saved_as=SavedAs("JPEG", int(rng.integers(70, 92))))


def grown_and_sharpened(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Made 1.5 to 2.2 times as large and sharpened with bright rims, as upscalers do."""
    factor = rng.uniform(1.5, 2.2) if picture.shape[1] < 600 else 1.2
    pixels, place = resize(picture, *(round(side * factor) for side in size_of(picture)))
    soft = cv2.GaussianBlur(pixels, (0, 0), 1.6).astype(np.float32)
    sharp = to_uint8(pixels + (pixels - soft) * rng.uniform(0.5, 1.3))
    return Attacked(sharp, note=f"x {factor:.2f}", place=place, saved_as=SavedAs("JPEG", 86))


def tones_split(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """One tint in the shadows and another in the lights, as a photo app's filters have it."""
    low, high = (rng.uniform(-34, 34, 3) for _ in range(2))
    light = grey_of(picture)[:, :, None] / 255
    saturation = rng.uniform(0.55, 1.3)
    base = light * 255 + (picture - light * 255) * saturation
    return Attacked(to_uint8(base + low * (1 - light) + high * light), note=f"saturation {saturation:.2f}")


def all_grey(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Black and white through a red, green or blue glass, sometimes with a cold or warm tint."""
    weights = rng.dirichlet((2.0, 3.0, 1.5))
    tint = np.array([(1, 1, 1), (1.06, 1, 0.9), (0.93, 0.99, 1.07)][int(rng.integers(3))])
    return Attacked(to_uint8((picture @ weights)[:, :, None] * tint), note="grey")


def out_of_focus(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A round blur of 0.5 to 0.9 % of the width."""
    reach = max(1, round(picture.shape[1] * rng.uniform(0.005, 0.009)))
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1)).astype(np.float32)
    return Attacked(np.asarray(cv2.filter2D(picture, -1, kernel / kernel.sum()), np.uint8), note=f"radius {reach}")


def night_camera_noise(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Grain and blotches of colour, stronger in the dark, saved as a phone would."""
    height, width = picture.shape[:2]
    fine = rng.normal(0, rng.uniform(6, 14), (height, width, 1))
    blotches = cv2.resize(rng.normal(0, 9, (height // 4 + 1, width // 4 + 1, 3)).astype(np.float32), (width, height))
    dark = 1.3 - grey_of(picture)[:, :, None] / 255
    return Attacked(to_uint8(picture + (fine + blotches) * dark), saved_as=SavedAs("JPEG", 82))


def gamma_swung(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Much lighter or much darker in the middle tones."""
    power = float(rng.uniform(0.5, 0.75) if rng.random() < 0.5 else rng.uniform(1.35, 1.9))
    return Attacked(to_uint8(255 * (picture / 255.0) ** power), note=f"{power:.2f}")


def corners_darkened(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A vignette, round or square, its middle sometimes off the picture's."""
    height, width = picture.shape[:2]
    middle = rng.uniform(0.4, 0.6, 2)
    rows, columns = np.mgrid[0:height, 0:width]
    x, y = np.abs(columns / width - middle[0]) * 2, np.abs(rows / height - middle[1]) * 2
    power = float(rng.choice([2.0, 4.0]))
    away = (x**power + y**power) ** (1 / power)
    shade = 1 - rng.uniform(0.45, 0.8) * np.clip(away - 0.5, 0, 1)
    return Attacked(to_uint8(picture * shade[:, :, None]))


def dust_and_scratches(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Film grain, hairs, specks of dust and long upright scratches over everything."""
    height, width = picture.shape[:2]
    marks: Mask = np.zeros((height, width), np.float32)
    for _ in range(int(rng.integers(3, 9))):
        x = rng.uniform(0, width)
        ends = [
            (round(x), round(rng.uniform(0, height / 2))),
            (round(x + rng.uniform(-4, 4)), round(height * rng.uniform(0.5, 1))),
        ]
        cv2.line(marks, ends[0], ends[1], float(rng.uniform(0.3, 0.7)), 1, cv2.LINE_AA)
    for _ in range(int(rng.integers(40, 110))):
        spot = (int(rng.integers(width)), int(rng.integers(height)))
        cv2.circle(
            marks, spot, int(rng.integers(0, max(2, width // 200))), float(rng.uniform(0.4, 0.9)), -1, cv2.LINE_AA
        )
    for _ in range(int(rng.integers(2, 6))):
        start, bend = rng.uniform((0, 0), (width, height)), rng.uniform(-0.06, 0.06, (6, 2)) * width
        hair = np.rint(start + np.cumsum(bend, axis=0)).astype(np.int32)
        cv2.polylines(marks, [hair], False, 0.6, 1, cv2.LINE_AA)
    grain = rng.normal(0, rng.uniform(5, 10), (height, width, 1))
    tone: Colour = (240, 236, 224) if rng.random() < 0.7 else (20, 18, 16)
    return Attacked(laid(to_uint8(picture * 0.94 + 8 + grain), tone, marks))


def lens_flare(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A bright point with rays near an edge and a chain of faint coloured discs through the middle."""
    height, width = picture.shape[:2]
    source = np.array([rng.choice([0.08, 0.92]) * width, rng.uniform(0.05, 0.4) * height])
    middle = np.array([width, height]) / 2
    rows, columns = np.mgrid[0:height, 0:width]
    away = np.hypot(columns - source[0], rows - source[1]) / width
    glow = np.exp(-((away / rng.uniform(0.07, 0.14)) ** 2)) + 0.35 * np.exp(-away / 0.25)
    result = laid(picture, (255, 240, 210), np.clip(glow, 0, 1).astype(np.float32), "screen")
    for step in (0.5, 0.8, 1.25, 1.6, 1.9):
        spot = source + (middle - source) * step
        disc: Mask = np.zeros((height, width), np.float32)
        at = (round(float(spot[0])), round(float(spot[1])))
        cv2.circle(disc, at, round(width * rng.uniform(0.02, 0.08)), float(rng.uniform(0.1, 0.28)), -1)
        tint = tuple(int(v) for v in rng.integers(90, 256, 3))
        result = laid(result, tint, feather(disc, 1.5), "screen")  # type: ignore[arg-type]
    return Attacked(result)


def snow_or_rain(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Soft flakes of three sizes or fine slanting streaks over everything."""
    height, width = picture.shape[:2]
    fall: Mask = np.zeros((height, width), np.float32)
    snowing = bool(rng.random() < 0.5)
    slant = rng.uniform(-0.3, 0.3)
    for _ in range(int(rng.integers(120, 260))):
        x, y = int(rng.integers(width)), int(rng.integers(height))
        if snowing:
            cv2.circle(fall, (x, y), int(rng.integers(1, max(2, width // 90) + 1)), float(rng.uniform(0.3, 0.9)), -1)
        else:
            long = height * rng.uniform(0.02, 0.06)
            cv2.line(
                fall, (x, y), (round(x + slant * long), round(y + long)), float(rng.uniform(0.2, 0.55)), 1, cv2.LINE_AA
            )
    soft = feather(fall, max(0.6, width / 500) if snowing else 0.5)
    return Attacked(laid(picture, (250, 252, 255), soft), note="snow" if snowing else "rain")


def cracked_glass(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A phone's broken glass: rays from one or two hits, rings between them, light on one side, dark on the other."""
    height, width = picture.shape[:2]
    lines: Mask = np.zeros((height, width), np.float32)
    thick = max(1, width // 400)
    for _ in range(int(rng.integers(1, 3))):
        hit = rng.uniform((0.1, 0.1), (0.9, 0.9)) * (width, height)
        angles = np.sort(rng.uniform(0, 2 * np.pi, int(rng.integers(8, 15))))
        rays = []
        for angle in angles:
            steps = np.cumsum(rng.uniform(0.05, 0.16, 7)) * width
            bent = angle + np.cumsum(rng.uniform(-0.09, 0.09, 7))
            rays.append(hit + steps[:, None] * np.stack([np.cos(bent), np.sin(bent)], axis=1))
            path = np.rint(np.vstack([hit, rays[-1]])).astype(np.int32)
            cv2.polylines(lines, [path], False, 0.9, thick, cv2.LINE_AA)
        for ring in range(3):
            for one, two in zip(rays, rays[1:] + rays[:1], strict=True):
                if rng.random() < 0.6:
                    link = np.rint(np.vstack([one[ring], two[ring]])).astype(np.int32)
                    cv2.polylines(lines, [link], False, 0.6, thick, cv2.LINE_AA)
    dark = np.roll(lines, (thick, thick), (0, 1)) * np.float32(0.7)
    return Attacked(laid(laid(picture, (10, 12, 14), dark), (240, 246, 250), lines))


def sent_around(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Passed on three times: a little smaller, saved again, a little more contrast each time."""
    pixels, place = picture, np.eye(3)
    for _ in range(3):
        factor = rng.uniform(0.85, 0.97)
        pixels, step = resize(pixels, *(max(150, round(side * factor)) for side in size_of(pixels)))
        place = step @ place
        pixels = save_and_open(pixels, SavedAs("JPEG", int(rng.integers(55, 80))))
        pixels = to_uint8((pixels.astype(np.float32) - 128) * rng.uniform(1.0, 1.07) + 128)
    return Attacked(pixels, place=place, saved_as=SavedAs("JPEG", int(rng.integers(55, 80))))


def sun_on_it(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A slanting band of warm window light and a cloudy, slightly washed-out rest."""
    size = size_of(picture)
    band: Mask = np.zeros((size[1], size[0]), np.float32)
    left, slope = rng.uniform(-0.2, 0.6), rng.uniform(-0.4, 0.5)
    corners = [(left, 0), (left + rng.uniform(0.25, 0.5), 0), (left + slope + 0.4, 1), (left + slope, 1)]
    cv2.fillPoly(band, [np.rint(np.array(corners) * size).astype(np.int32)], 1.0)
    cloud = (soft_noise(size, rng, 4)[:, :, None] * 10) + 14
    lit = feather(spread(picture, band, (0, 0)), size[0] * 0.02) * np.float32(rng.uniform(0.2, 0.4))
    return Attacked(laid(to_uint8(picture * 0.9 + cloud), (255, 230, 180), lit, "screen"))
