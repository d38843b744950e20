"""Harmless: a border, bars or a canvas round the poster, with or without words off the poster."""

import cv2
import numpy as np
from PIL import Image, ImageDraw

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import Colour, resize, scale_matrix, shift_matrix, size_of
from benchmarks.attacks.nineteenth.geometric import GROUNDS
from benchmarks.attacks.nineteenth.lettering import BLACK, PLAIN, WHITE, Style, bold_style, fitted, lay, wrapped
from benchmarks.attacks.nineteenth.words import HANDLES, REMARKS
from benchmarks.attacks.values import Attacked, Matrix, OtherPosters

Rng = np.random.Generator


def ground(width: float, height: float, colour: Colour) -> Pixels:
    """A plain canvas."""
    return np.full((round(height), round(width), 3), colour, np.uint8)


def blurred_ground(pixels: Pixels, width: int, height: int) -> Pixels:
    """The picture itself, filling the canvas, out of focus and darker."""
    own_width, own_height = size_of(pixels)
    factor = max(width / own_width, height / own_height) / 8
    small, _ = resize(pixels, round(own_width * factor) + 1, round(own_height * factor) + 1)
    x, y = (small.shape[1] - width // 8) // 2, (small.shape[0] - height // 8) // 2
    cut = small[max(0, y) : max(0, y) + height // 8, max(0, x) : max(0, x) + width // 8]
    soft = cv2.GaussianBlur(cut, (0, 0), 5)
    return np.asarray(cv2.resize(soft, (width, height)) * 0.7, np.uint8)


def inset(canvas: Pixels, pixels: Pixels, box: Box, rounded: float = 0.0) -> tuple[Matrix, Box]:
    """Puts the picture wholly into a box of the canvas, its middle on the box's; where it now lies."""
    width, height = size_of(pixels)
    factor = min(box.width / width, box.height / height)
    small, _ = resize(pixels, round(width * factor), round(height * factor))
    wide, tall = size_of(small)
    x, y = box.x + (box.width - wide) // 2, box.y + (box.height - tall) // 2
    mask = Image.new("L", (wide, tall), 0)
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, wide - 1, tall - 1), round(rounded * wide), fill=255)
    lay(canvas, np.asarray(mask, np.float32) / np.float32(255), x, y, small)
    return shift_matrix(x, y) @ scale_matrix(wide / width, tall / height), Box(x, y, wide, tall)


def padded(pixels: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """Bars above and below, at the sides, or up to a square."""
    width, height = size_of(pixels)
    kind = one_of(rng, ("square", "letterbox", "pillarbox"))
    wide = max(width, height) if kind == "square" else width * (between(rng, 1.2, 1.8) if kind == "pillarbox" else 1)
    tall = max(width, height) if kind == "square" else height * (between(rng, 1.15, 1.5) if kind == "letterbox" else 1)
    canvas = ground(wide, tall, one_of(rng, (BLACK, WHITE, (30, 30, 34), (240, 238, 232))))
    place, box = inset(canvas, pixels, Box(0, 0, *size_of(canvas)))
    return Attacked(canvas, place=place, shown=box, note=kind)


def bordered(pixels: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """A white, black or coloured border, or a print's frame with a mat."""
    width, height = size_of(pixels)
    edge = round(between(rng, 0.03, 0.1) * width)
    canvas = ground(width + 2 * edge, height + 2 * edge, one_of(rng, (WHITE, WHITE, *GROUNDS)))
    if rng.random() < 0.35:
        rim = edge // 2
        wood = one_of(rng, ((70, 45, 25), BLACK))
        canvas = np.asarray(cv2.copyMakeBorder(canvas, rim, rim, rim, rim, cv2.BORDER_CONSTANT, value=wood), np.uint8)
    place, box = inset(
        canvas, pixels, Box((canvas.shape[1] - width) // 2, (canvas.shape[0] - height) // 2, width, height)
    )
    return Attacked(canvas, place=place, shown=box)


def story(pixels: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """A 9:16 story: the poster in the middle, a remark or an account name off it."""
    width, height = one_of(rng, ((720, 1280), (1080, 1920)))
    kind = one_of(rng, ("blurred", "plain", "gradient"))
    if kind == "blurred":
        canvas = blurred_ground(pixels, width, height)
    else:
        top, bottom = rng.integers(20, 240, 3), rng.integers(20, 240, 3)
        ramp = np.linspace(0, 1 if kind == "gradient" else 0, height)[:, None, None]
        canvas = np.ascontiguousarray(np.broadcast_to((1 - ramp) * top + ramp * bottom, (height, width, 3))).astype(
            np.uint8
        )
    share = between(rng, 0.55, 0.82)
    room = Box(round((1 - share) / 2 * width), round(0.17 * height), round(share * width), round(0.64 * height))
    place, box = inset(canvas, pixels, room, one_of(rng, (0.0, 0.04)))
    lay(canvas, np.ones((6, round(0.92 * width)), np.float32), 0.04 * width, 0.012 * height, WHITE, 0.5)
    lay(
        canvas,
        fitted(one_of(rng, HANDLES), Style(PLAIN[0]), 0.5 * width, 0.018 * height),
        0.12 * width,
        0.035 * height,
        WHITE,
    )
    lay(
        canvas,
        np.ones((round(0.045 * width), round(0.045 * width)), np.float32),
        0.05 * width,
        0.03 * height,
        (225, 60, 110),
    )
    words = fitted(wrapped(one_of(rng, REMARKS), 22), bold_style(rng), 0.76 * width, 0.07 * height)
    y = box.y - words.shape[0] - 0.02 * height if rng.random() < 0.4 else box.y + box.height + 0.02 * height
    light = float(canvas[round(y) : round(y) + words.shape[0]].mean())
    lay(canvas, words, (width - words.shape[1]) / 2, y, WHITE if light < 140 else BLACK)
    lay(
        canvas,
        fitted("Send message", Style(PLAIN[0]), 0.5 * width, 0.017 * height),
        0.08 * width,
        0.955 * height,
        WHITE,
    )
    return Attacked(canvas, place=place, shown=box, note=kind)


def meme_bar(pixels: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """A white bar with black words above the picture, now and then a second one below."""
    width, height = size_of(pixels)
    bar = round(between(rng, 0.14, 0.22) * width)
    low = bar // 2 if rng.random() < 0.3 else 0
    canvas = ground(width, height + bar + low, WHITE)
    place, box = inset(canvas, pixels, Box(0, bar, width, height))
    words = fitted(wrapped(one_of(rng, REMARKS), 24), Style(one_of(rng, PLAIN[:3])), 0.9 * width, 0.62 * bar)
    lay(canvas, words, 0.04 * width, (bar - words.shape[0]) / 2, BLACK)
    if low:
        name = fitted(one_of(rng, HANDLES), Style(PLAIN[0]), 0.5 * width, 0.4 * low)
        lay(canvas, name, 0.04 * width, height + bar + 0.3 * low, (110, 110, 110))
    return Attacked(canvas, place=place, shown=box)
