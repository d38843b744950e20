"""Benign: less of the poster, or more around it: crops, bars, stories, borders."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.geometry import Colour, crop, resize, resize_by, shift_matrix, size_of
from benchmarks.attacks.lettering import pick_face, words_of_height, words_of_width
from benchmarks.attacks.paint import gradient, paste, random_colour, rounded_mask, to_uint8
from benchmarks.attacks.phrases import REMARKS
from benchmarks.attacks.values import Attacked, OtherPosters

WHITE: Colour = (255, 255, 255)
BLACK: Colour = (0, 0, 0)
STORY_SIZES = ((540, 960), (720, 1280), (1080, 1920))


def _crop_sides(picture: Pixels, rng: np.random.Generator, low: float, high: float) -> Attacked:
    width, height = size_of(picture)
    left, top, right, bottom = rng.uniform(low, high, 4)
    x, y = round(left * width), round(top * height)
    box = Box(x, y, width - x - round(right * width), height - y - round(bottom * height))
    part, place = crop(picture, box)
    return Attacked(part, note=f"{box}", place=place)


def crop5(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """About 5 % cut from each side."""
    return _crop_sides(picture, rng, 0.035, 0.065)


def crop12(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """About 12 % cut from each side."""
    return _crop_sides(picture, rng, 0.1, 0.14)


def crop_half(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """One half, upper, lower, left, right, or somewhere between."""
    return crop_kept(picture, rng, _others, kept=50)


def crop_kept(picture: Pixels, rng: np.random.Generator, _others: OtherPosters, *, kept: int) -> Attacked:
    """A random box with so many per cent of the poster's area in it."""
    width, height = size_of(picture)
    share = kept / 100
    across = float(rng.uniform(share**0.8, share**0.2))
    if kept >= 40 and rng.random() < 0.5:
        across = float(rng.choice([share, 1.0]))
    box_width, box_height = round(width * across), round(height * share / across)
    x, y = int(rng.integers(width - box_width + 1)), int(rng.integers(height - box_height + 1))
    part, place = crop(picture, Box(x, y, box_width, box_height))
    return Attacked(part, note=f"{box_width}x{box_height} at {x},{y}", place=place)


def square(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Cut to a square, as a profile grid does."""
    width, height = size_of(picture)
    side = min(width, height)
    box = Box(round((width - side) * rng.random()), round((height - side) * rng.random()), side, side)
    part, place = crop(picture, box)
    return Attacked(part, note=f"{box}", place=place)


def bars(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Bars above and below, or at both sides: black, white or a blurred copy."""
    width, height = size_of(picture)
    fill = str(rng.choice(["black", "white", "blurred"]))
    if rng.random() < 0.65:
        canvas_size = (width, round(height * rng.uniform(1.15, 1.6)))
    else:
        canvas_size = (max(width, round(height * rng.uniform(1.0, 1.6))), height)
    x, y = (canvas_size[0] - width) // 2, (canvas_size[1] - height) // 2
    canvas = _ground(picture, canvas_size, fill)
    canvas[y : y + height, x : x + width] = picture
    return Attacked(canvas, note=fill, place=shift_matrix(x, y))


def story(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A 9:16 story: the poster on a blurred copy or a gradient, sometimes with a line of text above or below."""
    size = one_of(rng, STORY_SIZES)
    share = rng.uniform(0.6, 0.85)
    factor = size[0] * share / picture.shape[1]
    factor = min(factor, size[1] * 0.84 / picture.shape[0])
    poster, place = resize_by(picture, factor)
    fill = "blurred" if rng.random() < 0.6 else "gradient"
    canvas = _ground(picture, size, fill, rng)
    x = (size[0] - poster.shape[1]) // 2
    y = round((size[1] - poster.shape[0]) * rng.uniform(0.3, 0.65))
    radius = round(size[0] * rng.choice([0.0, 0.02, 0.04]))
    canvas = paste(canvas, poster, rounded_mask(size_of(poster), radius), x, y)
    for place_of_text in ("above", "below"):
        if rng.random() < 0.45:
            room = (0, y) if place_of_text == "above" else (y + poster.shape[0], size[1])
            canvas = _story_text(canvas, room, rng)
    return Attacked(canvas, note=f"{fill}, {share:.2f} wide", place=shift_matrix(x, y) @ place)


def _story_text(canvas: Pixels, room: tuple[int, int], rng: np.random.Generator) -> Pixels:
    words = one_of(rng, REMARKS)
    width = canvas.shape[1]
    mask = words_of_height(words, pick_face(rng), width * rng.uniform(0.035, 0.06))
    if mask.shape[1] > width * 0.92:
        mask = words_of_width(words, pick_face(rng), width * 0.9)
    if room[1] - room[0] < mask.shape[0] * 1.6:
        return canvas
    y = (room[0] + room[1] - mask.shape[0]) // 2
    x = (width - mask.shape[1]) // 2
    if rng.random() < 0.5:
        pad = max(3, mask.shape[0] // 3)
        plate = rounded_mask((mask.shape[1] + 4 * pad, mask.shape[0] + 2 * pad), pad)
        canvas = paste(canvas, WHITE, plate, x - 2 * pad, y - pad)
        return paste(canvas, (20, 20, 20), mask, x, y)
    return paste(canvas, WHITE, mask, x, y)


def _ground(picture: Pixels, size: tuple[int, int], fill: str, rng: np.random.Generator | None = None) -> Pixels:
    if fill == "blurred":
        factor = max(size[0] / picture.shape[1], size[1] / picture.shape[0]) * 1.1
        large, _ = resize_by(picture, factor)
        x, y = (large.shape[1] - size[0]) // 2, (large.shape[0] - size[1]) // 2
        part = large[y : y + size[1], x : x + size[0]]
        return to_uint8(cv2.GaussianBlur(part, (0, 0), size[0] / 28) * 0.8)
    if fill == "gradient" and rng is not None:
        return gradient(size, random_colour(rng, 20, 240), random_colour(rng, 20, 240))
    return gradient(size, *((BLACK, BLACK) if fill == "black" else (WHITE, WHITE)))


def border(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A thin even frame around the poster."""
    width, height = size_of(picture)
    pad = round(width * rng.uniform(0.02, 0.08))
    grey = int(rng.choice([0, 20, 235, 255]))
    colour = (grey, grey, grey)
    canvas = gradient((width + 2 * pad, height + 2 * pad), colour, colour)
    canvas[pad : pad + height, pad : pad + width] = picture
    return Attacked(canvas, note=f"{pad} px", place=shift_matrix(pad, pad))


def rounded(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Rounded corners on white or black, as cards are shown."""
    size = size_of(picture)
    radius = round(size[0] * rng.uniform(0.03, 0.1))
    colour = WHITE if rng.random() < 0.6 else BLACK
    return Attacked(
        paste(gradient(size, colour, colour), picture, rounded_mask(size, radius), 0, 0), note=f"r {radius}"
    )


def caption_bar(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """An added bar above or below the poster with a sentence in it."""
    width, height = size_of(picture)
    words = one_of(rng, REMARKS)
    mask = words_of_width(words, pick_face(rng, bold=bool(rng.random() < 0.6)), width * rng.uniform(0.7, 0.92))
    bar = round(max(mask.shape[0] * 2, height * rng.uniform(0.08, 0.16)))
    dark = rng.random() < 0.35
    ground, ink = (BLACK, WHITE) if dark else (WHITE, BLACK)
    canvas = gradient((width, height + bar), ground, ground)
    above = bool(rng.random() < 0.6)
    top = bar if above else 0
    canvas[top : top + height] = picture
    text_y = (0 if above else height) + (bar - mask.shape[0]) // 2
    canvas = paste(canvas, ink, mask, (width - mask.shape[1]) // 2, text_y)
    return Attacked(canvas, note="above" if above else "below", place=shift_matrix(0, top))


def stretched(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Squeezed into another shape by a careless upload form."""
    width, height = size_of(picture)
    across, down = rng.uniform(0.85, 1.15, 2)
    pixels, place = resize(picture, round(width * across), round(height * down))
    return Attacked(pixels, note=f"{across:.2f} x {down:.2f}", place=place)
