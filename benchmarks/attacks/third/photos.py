"""Benign, the third set: photos of a laptop, a television, a cinema's light box and a print on a wall."""

import cv2
import numpy as np
from numpy.typing import NDArray

from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import Colour, resize_by, shift_matrix, size_of, warp
from benchmarks.attacks.paint import feather, gradient, paste, soft_noise, to_uint8
from benchmarks.attacks.values import Attacked, Matrix, OtherPosters, SavedAs

Light = NDArray[np.float32]


def laptop_photo(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A laptop on a table, the poster in its browser's window, keys below, seen from a little aside."""
    poster, place = resize_by(picture, rng.uniform(560, 700) / picture.shape[0])
    width, height = size_of(poster)
    wide, high = round(height * 1.5), round(height * 1.12)
    shade = int(rng.choice([30, 245]))
    screen = gradient((wide, high), (shade, shade, shade), (shade, shade, shade))
    screen[: round(high * 0.06)] = (70, 72, 78) if shade < 99 else (215, 217, 222)
    for number, tone in enumerate(((255, 95, 86), (255, 189, 46), (39, 201, 63))):
        cv2.circle(screen, (18 + 22 * number, round(high * 0.03)), 7, tone, -1, cv2.LINE_AA)
    x, y = round((wide - width) * rng.uniform(0.2, 0.8)), round(high * 0.085)
    screen[y : y + height, x : x + width] = poster
    screen, place = _moire(screen, rng), shift_matrix(x, y) @ place
    rim, keys = round(high * 0.035), round(high * 0.3)
    body = gradient((wide + 2 * rim, high + 2 * rim + keys), (16, 16, 18), (16, 16, 18))
    body[rim : rim + high, rim : rim + wide] = screen
    body[high + 2 * rim :] = (142, 145, 150)
    key = wide // 15
    for row in range(3):
        for column in range(14):
            corner = (rim + column * key + key // 4, high + 2 * rim + 12 + row * key)
            cv2.rectangle(body, corner, (corner[0] + key * 4 // 5, corner[1] + key * 4 // 5), (38, 38, 42), -1)
    return _photo(body, shift_matrix(rim, rim) @ place, rng, room=0.06, wall=(96, 70, 50), glare=0.6)


def tv_photo(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """The middle of a television in a dark room, the poster between black bars."""
    poster, place = resize_by(picture, rng.uniform(480, 640) / picture.shape[0])
    width, height = size_of(poster)
    wide = max(width, round(height * rng.uniform(1.2, 1.6)))
    screen = gradient((wide, height), (7, 7, 9), (7, 7, 9))
    x = (wide - width) // 2
    screen[:, x : x + width] = poster
    screen = _moire(screen, rng)
    rim = max(6, round(height * 0.02))
    body = np.pad(screen, ((rim, 2 * rim), (rim, rim), (0, 0)), constant_values=13)
    return _photo(body, shift_matrix(x + rim, rim) @ place, rng, room=0.12, wall=(26, 24, 34), glare=0.35)


def light_box_photo(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A cinema lobby's lit case: brightest in the middle, blooming, a metal frame, lamps mirrored in its glass."""
    poster, place = resize_by(picture, rng.uniform(640, 820) / picture.shape[0])
    width, height = size_of(poster)
    rows, columns = np.mgrid[-1 : 1 : complex(height), -1 : 1 : complex(width)].astype(np.float32)
    lamp = 1.2 - 0.3 * np.hypot(rows, columns)
    lit = poster * lamp[:, :, None] + 10
    lit = lit * 0.85 + cv2.GaussianBlur(lit.astype(np.float32), (0, 0), width / 40) * 0.2
    rim = round(width * rng.uniform(0.04, 0.07))
    tone = int(rng.choice([28, 120, 175]))
    body = gradient((width + 2 * rim, height + 2 * rim), (tone + 20, tone + 18, tone + 12), (tone, tone, tone))
    body[rim : rim + height, rim : rim + width] = to_uint8(lit)
    for _ in range(int(rng.integers(2, 6))):
        spot = (int(rng.integers(rim, width)), int(rng.integers(rim, height // 2)))
        bulb = feather(np.pad(np.ones((rim, rim), np.float32), rim), rim * 0.5) * np.float32(rng.uniform(0.3, 0.7))
        body = paste(body, (255, 240, 210), bulb, spot[0] - rim, spot[1] - rim)
    return _photo(body, shift_matrix(rim, rim) @ place, rng, room=0.14, wall=(58, 34, 36), glare=0.2)


def wall_print_photo(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A print taped to a wall of bricks or plaster: its white margin, its shadow, tape, light from one side."""
    poster, place = resize_by(picture, rng.uniform(600, 760) / picture.shape[0])
    width = poster.shape[1]
    margin = round(width * rng.choice([0.0, 0.02, 0.05]))
    sheet = np.pad(poster, ((margin, margin), (margin, margin), (0, 0)), constant_values=244)
    rim = round(width * 0.12)
    size = (sheet.shape[1] + 2 * rim, sheet.shape[0] + 2 * rim)
    wall = _bricks(size, rng) if rng.random() < 0.5 else _plaster(size, rng)
    cover = np.ones(sheet.shape[:2], np.float32)
    drop = max(3, rim // 8)
    wall = paste(wall, (0, 0, 0), feather(np.pad(cover, rim), drop) * 0.55, drop, drop)
    body = paste(wall, sheet, cover, rim, rim)
    for across in (0.0, 1.0):
        tape = np.full((rim // 3, round(rim * 0.9)), 0.6, np.float32)
        at = round(rim + across * sheet.shape[1] - tape.shape[1] / 2)
        body = paste(body, (232, 222, 180), tape, at, rim - tape.shape[0] // 2)
    ramp = np.linspace(rng.uniform(0.75, 0.95), rng.uniform(1.0, 1.12), size[0], dtype=np.float32)
    if rng.random() < 0.5:
        ramp = ramp[::-1]
    body = to_uint8(body * ramp[None, :, None])
    corner = rim + margin
    return _photo(body, shift_matrix(corner, corner) @ place, rng, room=0.0, wall=(150, 140, 130), glare=0.4)


def _bricks(size: tuple[int, int], rng: np.random.Generator) -> Pixels:
    width, height = size
    canvas = gradient(size, (176, 168, 158), (150, 142, 134))
    high, wide = max(10, width // 22), max(24, width // 8)
    for row, y in enumerate(range(0, height, high)):
        for x in range(-(row % 2) * wide // 2, width, wide):
            tone = rng.uniform(0.8, 1.15)
            colour = (round(150 * tone), round(78 * tone), round(62 * tone))
            cv2.rectangle(canvas, (x + 2, y + 2), (x + wide - 2, y + high - 2), colour, -1)
    return to_uint8(canvas + rng.normal(0, 6, (height, width, 1)))


def _plaster(size: tuple[int, int], rng: np.random.Generator) -> Pixels:
    tone = np.array([(226, 222, 212), (120, 140, 150), (205, 190, 160)][int(rng.integers(3))], np.float32)
    cloud = 10 * soft_noise(size, rng, 5) + 5 * soft_noise(size, rng, 60)
    return to_uint8(tone + cloud[:, :, None])


def _moire(screen: Pixels, rng: np.random.Generator) -> Pixels:
    """Faint slow bands in each colour, as a camera sees a screen's grid, bent a little."""
    rows, columns = np.mgrid[0 : screen.shape[0], 0 : screen.shape[1]].astype(np.float32)
    result = screen.astype(np.float32)
    angle, length = rng.uniform(-0.5, 0.5), rng.uniform(9, 22)
    bend = 6 * np.sin(rows / screen.shape[0] * np.pi * rng.uniform(1, 3))
    for channel in range(3):
        along = (columns + bend) * np.cos(angle) + rows * np.sin(angle)
        wave = np.sin(along * 2 * np.pi / (length * (1 + 0.06 * channel)))
        result[:, :, channel] *= 1 + rng.uniform(0.02, 0.05) * wave
    return to_uint8(result)


def _photo(
    body: Pixels, place: Matrix, rng: np.random.Generator, *, room: float, wall: Colour, glare: float
) -> Attacked:
    """The thing before a wall, seen a little from the side, through a phone's lens. glare: how often it shines."""
    width, height = size_of(body)
    size = (round(width * (1 + 2 * room)), round(height * (1 + 2 * room)))
    square = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    reach = max(room, 0.035)
    there = square + np.array([width * room, height * room])
    there = there + rng.uniform(-0.6, 0.6, (4, 2)) * (width * reach, height * reach)
    tilt = np.asarray(cv2.getPerspectiveTransform(square, there.astype(np.float32)), np.float64)
    cover = warp(np.full_like(body, 255), tilt, size, (0, 0, 0)).astype(np.float32) / 255
    ground = np.array(wall) * (1 + 0.25 * soft_noise(size, rng, 3))[:, :, None]
    photo: Light = (warp(body, tilt, size, (0, 0, 0)) * cover + ground * (1 - cover)).astype(np.float32)
    photo = photo * rng.uniform(0.95, 1.05, 3).astype(np.float32) * np.float32(rng.uniform(0.82, 1.0)) + 6
    if rng.random() < glare:
        rows, columns = np.mgrid[0 : size[1], 0 : size[0]].astype(np.float32)
        x, y = rng.uniform(0.2, 0.8) * size[0], rng.uniform(0.1, 0.7) * size[1]
        spread = size[0] * rng.uniform(0.05, 0.12)
        shine = np.exp(-(((columns - x) / spread) ** 2) - ((rows - y) / (spread * 2.2)) ** 2) * rng.uniform(40, 110)
        photo = photo + shine[:, :, None]
    blurred = cv2.GaussianBlur(photo, (0, 0), rng.uniform(0.6, 1.1))
    noisy = blurred + rng.normal(0, rng.uniform(2, 5), photo.shape)
    pixels, smaller = resize_by(to_uint8(noisy), rng.uniform(0.8, 1.0))
    return Attacked(pixels, note=f"{size[0]}x{size[1]}", place=smaller @ tilt @ place,
                    saved_as=SavedAs("JPEG", int(rng.integers(65, 90))))  # fmt: skip
