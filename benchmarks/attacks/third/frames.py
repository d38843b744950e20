"""Benign, the third set: less of the poster, something plain around it, and photos of screens and prints."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import (
    Colour,
    crop,
    resize,
    resize_by,
    scale_matrix,
    shift_matrix,
    size_of,
    warp,
)
from benchmarks.attacks.paint import (
    Mask,
    blend,
    feather,
    gradient,
    luminance,
    paste,
    rounded_mask,
    soft_noise,
    to_uint8,
)
from benchmarks.attacks.third.letters import DISPLAY, PLAIN, ink_inside, pick_style, text_line
from benchmarks.attacks.third.looks import film_curves
from benchmarks.attacks.values import Attacked, Matrix, OtherPosters, SavedAs

WHITE: Colour = (255, 255, 255)
BLACK: Colour = (0, 0, 0)
CAPTIONS = (
    "saw this in my feed today",
    "tell me you will come with me",
    "this one lives in my head rent free",
    "opinions please, be nice",
    "rewatching it with grandma",
    "which scene made you cry?",
)


def story_own_blur(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A 9:16 story: the poster in the middle, its own blurred enlargement behind, an account's head line above."""
    size = ((720, 1280), (810, 1440), (1080, 1920))[int(rng.integers(3))]
    small = (size[0] // 4, size[1] // 4)
    zoom = max(small[0] / picture.shape[1], small[1] / picture.shape[0]) * rng.uniform(1.05, 1.4)
    large, _ = resize_by(picture, zoom)
    x, y = (large.shape[1] - small[0]) // 2, (large.shape[0] - small[1]) // 2
    behind = cv2.GaussianBlur(large[y : y + small[1], x : x + small[0]], (0, 0), small[0] / rng.uniform(18, 40))
    canvas = to_uint8(resize(np.asarray(behind, np.uint8), *size)[0] * rng.uniform(0.55, 1.0))
    factor = min(size[0] * rng.uniform(0.68, 0.94) / picture.shape[1], size[1] * 0.8 / picture.shape[0])
    poster, place = resize_by(picture, factor)
    x, y = (size[0] - poster.shape[1]) // 2, round((size[1] - poster.shape[0]) * rng.uniform(0.42, 0.58))
    shape = rounded_mask(size_of(poster), round(size[0] * rng.choice([0.0, 0.03])) or 1)
    canvas = paste(canvas, BLACK, feather(np.pad(shape, 20), 9.0) * 0.4, x - 20, y - 14)
    canvas = paste(canvas, poster, shape, x, y)
    unit = size[0] / 100
    canvas[round(2 * unit) : round(2.6 * unit), round(2 * unit) : round(98 * unit)] = (230, 230, 230)
    cv2.circle(canvas, (round(8 * unit), round(8 * unit)), round(3.6 * unit), (190, 120, 150), -1, cv2.LINE_AA)
    canvas = paste(canvas, WHITE, text_line("your_movie_pal", PLAIN, 3.6 * unit), round(13 * unit), round(5 * unit))
    return _shown(canvas, poster, (x, y), place, rng)


def bars_in_its_tone(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Bars at two sides in the poster's mean tone, for a wide or a square window."""
    width, height = size_of(picture)
    red, green, blue = (int(v * 0.8) for v in picture.reshape(-1, 3).mean(axis=0))
    upright = rng.random() < 0.35
    size = (width, round(height * rng.uniform(1.2, 1.5))) if upright else (round(height * rng.uniform(1, 1.78)), height)
    canvas = gradient((max(size[0], width), size[1]), (red, green, blue), (red, green, blue))
    x, y = (canvas.shape[1] - width) // 2, (canvas.shape[0] - height) // 2
    canvas[y : y + height, x : x + width] = picture
    return Attacked(canvas, place=shift_matrix(x, y), shown=Box(x, y, width, height))


def caption_strip(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A strip above or below the poster with a sentence in a colour of its own."""
    width, height = size_of(picture)
    words = str(rng.choice(CAPTIONS))
    strip = round(height * rng.uniform(0.07, 0.13))
    ground: Colour = ((255, 236, 179), (225, 245, 254), (33, 33, 33), (252, 228, 236))[int(rng.integers(4))]
    ink = BLACK if luminance(ground) > 128 else WHITE
    mask = ink_inside(words, pick_style(rng, DISPLAY), (width * 0.9, strip * 0.5))
    canvas = gradient((width, height + strip), ground, ground)
    top = strip if rng.random() < 0.5 else 0
    canvas[top : top + height] = picture
    y = (0 if top else height) + (strip - mask.shape[0]) // 2
    canvas = paste(canvas, ink, mask, (width - mask.shape[1]) // 2, y)
    return Attacked(canvas, note=words, place=shift_matrix(0, top), shown=Box(0, top, width, height))


def card_with_shadow(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Rounded corners and a soft shadow on a pale ground, as a web page shows cards."""
    width, height = size_of(picture)
    pad = round(width * rng.uniform(0.05, 0.14))
    tone: Colour = ((246, 247, 249), (235, 230, 222), (24, 26, 32))[int(rng.integers(3))]
    canvas = gradient((width + 2 * pad, height + 2 * pad), tone, tone)
    shape = rounded_mask((width, height), round(width * rng.uniform(0.03, 0.07)))
    canvas = paste(canvas, BLACK, feather(np.pad(shape, pad), pad / 3) * 0.5, 0, pad // 4)
    canvas = paste(canvas, picture, shape, pad, pad)
    return Attacked(canvas, place=shift_matrix(pad, pad), shown=Box(pad, pad, width, height))


def framed_behind_glass(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """In a wooden or black frame with a white mat, a window's reflection over it."""
    width, height = size_of(picture)
    mat, wood = round(width * rng.uniform(0.03, 0.09)), round(width * rng.uniform(0.03, 0.06))
    pad = mat + wood
    grain = 14 * soft_noise((width + 2 * pad, height + 2 * pad), rng, 40)[:, :, None]
    tone = np.array([(120, 78, 44), (30, 28, 27), (196, 160, 110)][int(rng.integers(3))], np.float32)
    canvas = to_uint8(tone + grain)
    canvas[wood : -wood or None, wood : -wood or None] = (244, 242, 238)
    canvas[pad : pad + height, pad : pad + width] = picture
    glass: Mask = np.zeros(canvas.shape[:2], np.float32)
    left, slope = rng.uniform(0, 0.7) * width, rng.uniform(0.1, 0.5) * width
    wide = width * rng.uniform(0.12, 0.3)
    corners = [(left + slope, 0), (left + slope + wide, 0), (left + wide, canvas.shape[0]), (left, canvas.shape[0])]
    cv2.fillPoly(glass, [np.rint(np.array(corners)).astype(np.int32)], 1.0)
    result = blend(canvas, WHITE, feather(glass, width * 0.02) * np.float32(rng.uniform(0.06, 0.18)))
    return Attacked(result, place=shift_matrix(pad, pad), shown=Box(pad, pad, width, height))


def slight_turn(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Scanned a little askew: 1-4 degrees, same size, the corners in a tone of the scanner's lid."""
    width, height = size_of(picture)
    degrees = float(rng.uniform(1, 4) * rng.choice([-1, 1]))
    turn = np.vstack([cv2.getRotationMatrix2D((width / 2, height / 2), degrees, rng.uniform(0.94, 1.0)), [0, 0, 1]])
    grey = int(rng.choice([40, 128, 225]))
    return Attacked(warp(picture, turn, (width, height), (grey, grey, grey)), note=f"{degrees:.1f}", place=turn)


def mirrored_trim(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Left and right changed over and 1-4 % cut off every side, as re-uploaders do."""
    width, height = size_of(picture)
    place = shift_matrix(width, 0) @ scale_matrix(-1, 1)
    x, y = (round(side * rng.uniform(0.01, 0.04)) for side in (width, height))
    part, cut = crop(np.ascontiguousarray(picture[:, ::-1]), Box(x, y, width - 2 * x, height - 2 * y))
    return Attacked(part, place=cut @ place)


def half_kept(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Exactly the upper, lower, left or right half."""
    width, height = size_of(picture)
    side = int(rng.integers(4))
    box = (
        Box(0, 0, width, height // 2),
        Box(0, height // 2, width, height - height // 2),
        Box(0, 0, width // 2, height),
        Box(width // 2, 0, width - width // 2, height),
    )[side]
    part, place = crop(picture, box)
    return Attacked(part, note=("upper", "lower", "left", "right")[side], place=place)


def square_cut(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A square of 85-100 % of the width from the middle or the head, at 320-640 pixels."""
    width, height = size_of(picture)
    side = round(min(width, height) * rng.uniform(0.85, 1.0))
    x, y = (width - side) // 2, round((height - side) * rng.choice([0.0, 0.3, 0.5]))
    part, cut = crop(picture, Box(x, y, side, side))
    wide = int(rng.choice([320, 480, 640]))
    pixels, place = resize(part, wide, wide)
    return Attacked(pixels, note=f"{side} to {wide}", place=place @ cut)


def trim_and_curves(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """2-5 % cut off every side, then a photo app's look."""
    width, height = size_of(picture)
    left, top, right, low = (round(rng.uniform(0.02, 0.05) * side) for side in (width, height, width, height))
    part, place = crop(picture, Box(left, top, width - left - right, height - top - low))
    return Attacked(film_curves(part, rng, others).pixels, place=place, saved_as=SavedAs("JPEG", 82))


def _shown(
    canvas: Pixels, poster: Pixels, corner: tuple[int, int], place: Matrix, rng: np.random.Generator
) -> Attacked:
    saved = SavedAs("PNG") if rng.random() < 0.2 else SavedAs("JPEG", int(rng.integers(68, 93)))
    note = f"{poster.shape[1]} of {canvas.shape[1]} px"
    return Attacked(canvas, note=note, place=shift_matrix(*corner) @ place, saved_as=saved,
                    shown=Box(*corner, *size_of(poster)))  # fmt: skip
