"""Benign: photographed in a cinema, off a screen, on a wall, in a mirror."""

import cv2
import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.eighth.sheet import Mask, Sheet, blurred
from benchmarks.attacks.geometry import Colour, onto_corners, resize, size_of
from benchmarks.attacks.values import Attacked, Matrix, OtherPosters, SavedAs


def wall(width: int, height: int, colour: Colour, rng: np.random.Generator, rough: float = 6.0) -> Pixels:
    """A plain ground with stains and a fall of light."""
    stains = cv2.resize(rng.normal(0, 1, (9, 7)).astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC)
    fine = rng.normal(0, 1, (height, width))
    ramp = np.linspace(1.1, 0.8, height)[:, None]
    shade = (stains * rough + fine * rough / 3)[..., None]
    return np.clip(np.asarray(colour) * ramp[..., None] + shade, 0, 255).astype(np.uint8)


def stand(picture: Pixels, size: tuple[int, int], rng: np.random.Generator, fill: float, lean: float) -> Matrix:
    """A matrix that puts the picture in the middle of a photo, seen a little aslant."""
    width, height = size_of(picture)
    factor = min(size[0] / width, size[1] / height) * fill
    half = np.array([width, height]) * factor / 2
    corners = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * half + np.asarray(size) / 2
    corners += rng.uniform(-lean, lean, (4, 2)) * half
    return onto_corners((width, height), corners)


def hang(sheet: Sheet, picture: Pixels, place: Matrix, shadow: float = 0.5) -> None:
    """Lays the picture onto the photo through the matrix, with a shadow round it."""
    size = (sheet.width, sheet.height)
    mask: Mask = np.asarray(cv2.warpPerspective(np.ones(picture.shape[:2], np.float32), place, size), np.float32)
    by = sheet.width / 90
    sheet.ink(blurred(mask, by), by * 0.7, by, (0, 0, 0), shadow)
    laid = np.asarray(
        cv2.warpPerspective(picture, place, size, flags=cv2.INTER_AREA, borderMode=cv2.BORDER_REPLICATE), np.uint8
    )
    sheet.ink(np.clip(mask, 0, 1), 0, 0, laid)


def taken(pixels: Pixels, rng: np.random.Generator, soft: float = 1.0) -> Pixels:
    """What a cheap lens and sensor do: soft, uneven light, a cast, noise."""
    height, width = pixels.shape[:2]
    photo = np.asarray(cv2.GaussianBlur(pixels, (0, 0), max(0.3, width / 900 * soft)), np.float32)
    y, x = np.mgrid[0:height, 0:width]
    centre = rng.uniform(0.3, 0.7, 2)
    away = np.hypot(x / width - centre[0], y / height - centre[1])[..., None]
    photo *= (1.08 - 0.45 * away**1.6) * rng.uniform(0.94, 1.06, 3)
    photo += rng.normal(0, 4.5, (height, width, 1)) + rng.normal(0, 2.5, (height, width, 3))
    return np.clip(photo, 0, 255).astype(np.uint8)


def streak(sheet: Sheet, rng: np.random.Generator, opacity: float, wide: float = 0.12) -> None:
    """A slanted reflection of a lamp or window."""
    y, x = np.mgrid[0 : sheet.height, 0 : sheet.width]
    line = (x / sheet.width + (y / sheet.height) * rng.uniform(-0.6, 0.6)) - rng.uniform(0.2, 0.8)
    sheet.ink(np.exp(-((line / wide) ** 2)).astype(np.float32), 0, 0, (235, 240, 255), opacity, "screen")


def cinema_case_at_night(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A lit display case shot with an old phone, the street reflected in its glass."""
    width, height = size_of(picture)
    size = (round(width * 1.35), round(height * 1.25))
    sheet = Sheet(wall(*size, (44, 42, 48), rng))
    place = stand(picture, size, rng, 0.86, 0.07)
    border = max(4, width // 14)
    case = np.pad(picture, ((border, border), (border, border), (0, 0)), constant_values=22)
    back = np.array([[1.0, 0, -border], [0, 1, -border], [0, 0, 1]])
    hang(sheet, case, place @ back)
    hang(sheet, picture, place, 0.0)
    for _ in range(3):
        spot = np.zeros((sheet.height, sheet.width), np.float32)
        at = (int(rng.uniform(0.1, 0.9) * size[0]), int(rng.uniform(0.05, 0.6) * size[1]))
        cv2.circle(spot, at, max(2, round(width * rng.uniform(0.015, 0.05))), 1.0, -1)
        sheet.ink(blurred(spot, width / 50), 0, 0, (255, 226, 170), 0.6, "screen")
    streak(sheet, rng, 0.25, 0.2)
    return Attacked(taken(sheet.pixels, rng, 1.4), place=place, saved_as=SavedAs("JPEG", 68))


def photo_of_laptop_screen(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Photographed off a laptop: moire, a blue cast, the bezel below."""
    width, height = size_of(picture)
    y, x = np.mgrid[0:height, 0:width]
    beat = np.sin(x * rng.uniform(0.5, 1.1) + 2 * np.sin(y / height * 5)) * np.sin(y * rng.uniform(0.5, 1.1))
    lit = np.clip(picture * np.array([0.9, 0.97, 1.08]) * (1 + 0.05 * beat[..., None]) + 8, 0, 255).astype(np.uint8)
    size = (round(width * 1.25), round(height * 1.22))
    sheet = Sheet(wall(*size, (22, 24, 30), rng, 2.0))
    sheet.block(0, size[1] * 0.95, size[0], size[1] * 0.05, (96, 98, 102))
    place = stand(picture, size, rng, 0.84, 0.05)
    hang(sheet, lit, place, 0.0)
    streak(sheet, rng, 0.2)
    return Attacked(taken(sheet.pixels, rng), place=place, saved_as=SavedAs("JPEG", 78))


def print_on_bedroom_wall(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A print fixed to a wall with strips of tape."""
    width, height = size_of(picture)
    size = (round(width * 1.4), round(height * 1.3))
    colour = one_of(rng, ((214, 206, 194), (186, 200, 208), (226, 214, 214), (150, 160, 146)))
    sheet = Sheet(wall(*size, colour, rng, 4.0))
    place = stand(picture, size, rng, 0.84, 0.06)
    hang(sheet, np.clip(picture * 0.88 + 12, 0, 255).astype(np.uint8), place)
    for corner in ((0, 0), (width, 0), (0, height), (width, height)):
        at = place @ np.array([*corner, 1.0])
        tape(
            sheet,
            at[0] / at[2],
            at[1] / at[2],
            width * 0.16,
            45 if corner[0] == corner[1] * width / height else -45,
            rng,
        )
    return Attacked(taken(sheet.pixels, rng), place=place)


def tape(sheet: Sheet, x: float, y: float, wide: float, angle: float, rng: np.random.Generator) -> None:
    """A strip of sticky tape round a point."""
    side = max(8, round(wide * 1.3))
    mask = np.zeros((side, side), np.float32)
    high = max(2, round(wide * 0.17))
    mask[side // 2 - high : side // 2 + high, round(side * 0.1) : round(side * 0.9)] = 1
    matrix = cv2.getRotationMatrix2D((side / 2, side / 2), angle + rng.uniform(-9, 9), 1)
    mask = np.asarray(cv2.warpAffine(mask, matrix, (side, side)), np.float32)
    sheet.ink(blurred(mask, wide / 30), x - side / 2 + 1, y - side / 2 + 1, (0, 0, 0), 0.25)
    sheet.ink(mask, x - side / 2, y - side / 2, (240, 230, 190), 0.62)


def mirrored_selfie(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The print held up in a mirror: all is the wrong way round, fingers at its lower edge."""
    width, height = size_of(picture)
    size = (round(width * 1.35), round(height * 1.3))
    sheet = Sheet(wall(*size, one_of(rng, ((120, 126, 130), (176, 160, 146))), rng, 8.0))
    flip = np.array([[-1.0, 0, width], [0, 1, 0], [0, 0, 1]])
    place = stand(picture, size, rng, 0.84, 0.05) @ flip
    hang(sheet, picture, place)
    skin = one_of(rng, ((226, 180, 150), (150, 104, 78), (240, 204, 180)))
    for side in (0.08, 0.92):
        at = place @ np.array([side * width, height, 1.0])
        for finger in range(4):
            middle = (round(at[0] / at[2] + (finger - 1.5) * width * 0.035), round(at[1] / at[2] - width * 0.01))
            spot = np.zeros((size[1], size[0]), np.float32)
            cv2.ellipse(spot, middle, (max(2, round(width * 0.02)), max(3, round(width * 0.06))), 0, 0, 360, 1.0, -1)
            sheet.ink(blurred(spot, width / 200), 2, 2, (60, 40, 34), 0.4)
            sheet.ink(blurred(spot, width / 300), 0, 0, skin)
    return Attacked(taken(sheet.pixels, rng), place=place)


def photo_of_printed_page(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A magazine's page bent over its fold, half in shadow."""
    width, height = size_of(picture)
    size = (round(width * 1.2), round(height * 1.15))
    sheet = Sheet(wall(*size, (236, 232, 222), rng, 3.0))
    place = stand(picture, size, rng, 0.88, 0.04)
    hang(sheet, np.clip(picture * 0.85 + 22, 0, 255).astype(np.uint8), place, 0.15)
    fold = np.exp(-np.linspace(0, 5, size[0]))[None].repeat(size[1], 0).astype(np.float32)
    sheet.ink(fold, 0, 0, (20, 16, 12), 0.7)
    return Attacked(taken(sheet.pixels, rng, 0.8), place=place)


def small_print_far_away(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Across a foyer: the poster takes half the photo's width."""
    width, height = size_of(picture)
    size = (round(width * 1.5), round(height * 1.2))
    sheet = Sheet(wall(*size, (140, 96, 74), rng, 6.0))
    sheet.block(0, size[1] * 0.86, size[0], size[1] * 0.14, (70, 56, 50))
    place = stand(picture, size, rng, 0.68, 0.05)
    frame = resize(picture, *size_of(picture))[0]
    hang(sheet, frame, place, 0.6)
    return Attacked(taken(sheet.pixels, rng, 0.7), place=place)
