"""Harmless: turned, mirrored, cut, framed, seen from the side or on a screen."""

import cv2
import numpy as np
from PIL import Image, ImageFilter

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import Colour, crop, shift_matrix, size_of, warp
from benchmarks.attacks.thirteenth.layers import lay, median_colour
from benchmarks.attacks.values import Attacked, Matrix, OtherPosters

GROUNDS: tuple[Colour, ...] = ((255,) * 3, (0,) * 3, (235, 235, 232), (40, 42, 48), (190, 180, 165), (90, 110, 130))


def rotated(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A slight turn, the corners filled with a plain colour."""
    angle = between(rng, 1, 6) * one_of(rng, (-1, 1))
    width, height = size_of(pixels)
    turn = np.vstack([cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0), [0, 0, 1]])
    turned = warp(pixels, turn, (width, height), one_of(rng, (*GROUNDS[:2], median_colour(pixels))))
    return Attacked(turned, place=turn, note=f"{angle:.1f} degrees")


def mirrored(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Left and right exchanged."""
    place = np.array([[-1.0, 0, pixels.shape[1]], [0, 1, 0], [0, 0, 1]])
    return Attacked(np.ascontiguousarray(pixels[:, ::-1]), place=place)


def cropped(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """5 to 15 % off each side."""
    width, height = size_of(pixels)
    left, right = (round(between(rng, 0.05, 0.15) * width) for _ in range(2))
    top, bottom = (round(between(rng, 0.05, 0.15) * height) for _ in range(2))
    cut, place = crop(pixels, Box(left, top, width - left - right, height - top - bottom))
    return Attacked(cut, place=place)


def half_of_poster(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """About one half: upper, lower, left or right."""
    width, height = size_of(pixels)
    share = between(rng, 0.45, 0.6)
    wide, tall = one_of(rng, ((width, round(height * share)), (round(width * share), height)))
    x, y = one_of(rng, ((0, 0), (width - wide, height - tall)))
    cut, place = crop(pixels, Box(x, y, wide, tall))
    return Attacked(cut, place=place)


def onto(pixels: Pixels, size: tuple[int, int], x: int, y: int, fill: Colour) -> Attacked:
    """The picture on a larger plain ground."""
    ground = np.full((size[1], size[0], 3), fill, np.uint8)
    ground[y : y + pixels.shape[0], x : x + pixels.shape[1]] = pixels
    return Attacked(ground, place=shift_matrix(x, y))


def padded(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A white border, black bars above and below or at both sides, or a square, plain or with a blurred copy behind."""
    (width, height), kind = size_of(pixels), one_of(rng, ("border", "bars", "side bars", "square", "blurred square"))
    side, rim = max(width, height, round(min(width, height) * 1.2)), round(between(rng, 0.03, 0.09) * width)
    bar, side_bar = round(between(rng, 0.08, 0.2) * height), round(between(rng, 0.15, 0.6) * width)
    x = {"border": rim, "bars": 0, "side bars": side_bar}.get(kind, (side - width) // 2)
    y = {"border": rim, "bars": bar, "side bars": 0}.get(kind, (side - height) // 2)
    fill = {"border": GROUNDS[0], "bars": GROUNDS[1], "side bars": GROUNDS[1]}.get(kind, one_of(rng, GROUNDS))
    result = onto(pixels, (width + 2 * x, height + 2 * y), x, y, fill)
    if kind != "blurred square":
        return result
    behind = Image.fromarray(pixels).resize((width + 2 * x, height + 2 * y)).filter(ImageFilter.GaussianBlur(side / 25))
    return Attacked(lay(np.asarray(behind), Image.fromarray(pixels).convert("RGBA"), x, y), (), kind, result.place)


def leaning(rng: np.random.Generator, size: tuple[int, int], lean: float, rim: float) -> tuple[Matrix, tuple[int, int]]:
    """Seen from one side: one upright edge is shorter; the size of the ground the result fits on."""
    width, height = size
    narrow, tilt = width * (1 - lean * between(rng, 0.5, 1.2)), between(rng, 0, lean / 3) * height
    short, start = lean * height / 2, np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    left, right = one_of(rng, ((short, 0.0), (0.0, short)))
    end = np.array([[0, left + tilt], [narrow, right], [narrow, height - right], [0, height - left + tilt]])
    end += rim * width
    across, down = (end.max(axis=0) + rim * width).round().astype(int).tolist()
    return np.asarray(cv2.getPerspectiveTransform(start, end.astype(np.float32)), float), (across, down)


def perspective(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Seen from the side, on a plain ground."""
    lean = between(rng, 0.1, 0.28)
    place, size = leaning(rng, size_of(pixels), lean, between(rng, 0.04, 0.12))
    return Attacked(warp(pixels, place, size, one_of(rng, GROUNDS)), place=place, note=f"lean {lean:.2f}")


def photo_of_screen(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The poster on a monitor, photographed: bezel, lines of the screen, a glare, noise."""
    width, height = size_of(pixels)
    rim = round(0.05 * width)
    place, size = leaning(rng, (width + 2 * rim, height + 2 * rim), between(rng, 0.03, 0.09), 0.08)
    down, across = np.mgrid[0:height, 0:width].astype(np.float32)
    period, strength = between(rng, 2.3, 4.5), between(rng, 0.05, 0.12)
    wave = 1 - strength * (0.5 + 0.5 * np.sin(2 * np.pi * down / period))
    wave *= 1 - strength * (0.5 + 0.5 * np.sin(2 * np.pi * (across + down * 0.12) / (period * 4.3)))
    shown = np.clip(pixels * wave[..., None] + 6, 0, 255).astype(np.uint8)
    framed = onto(shown, (width + 2 * rim, height + 2 * rim), rim, rim, (16, 16, 18))
    photo = warp(framed.pixels, place, size, one_of(rng, GROUNDS[2:])).astype(np.float32)
    down, across = np.mgrid[0 : 1 : size[1] * 1j, 0 : 1 : size[0] * 1j]
    x, y, reach = between(rng, 0.2, 0.8), between(rng, 0.1, 0.6), between(rng, 0.15, 0.3)
    glare = np.exp(-(((across - x) / reach) ** 2 + ((down - y) / reach) ** 2)) * between(rng, 50, 110)
    photo = photo * between(rng, 0.85, 1.0) + glare[..., None] + rng.normal(0, between(rng, 3, 7), photo.shape)
    return Attacked(np.clip(photo, 0, 255).astype(np.uint8), place=place @ framed.place)
